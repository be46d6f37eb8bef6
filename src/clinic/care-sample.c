/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-pdf.h"
#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-clinic-session.h"
#include "clinic/care-clinic-sheet.h"
#include "clinic/care-sample-private.h"
#include "records/care-store-sqlite.h"

void
care_sample_at (CareSample  *self,
                CareInstant  at)
{
  care_clock_set_fixed (self->clock, at);
}

CarePatient *
care_sample_register (CareSample  *self,
                      const char  *given,
                      const char  *family,
                      const char  *birth_date,
                      const char  *phone,
                      const char  *language,
                      GError     **error)
{
  return care_clinic_register (self->clinic, given, family, birth_date, phone, language, error);
}

gboolean
care_sample_answer_all (CareSample              *self,
                        CareVisit               *visit,
                        const CareSampleAnswer  *others,
                        GError                 **error)
{
  g_autoptr (GPtrArray) forms = care_clinic_list_open_forms (self->clinic, visit, error);

  if (forms == NULL)
    return FALSE;

  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (CareResponse) response =
        care_clinic_continue_answers (self->clinic, visit, g_ptr_array_index (forms, i), error);

      if (response == NULL)
        return FALSE;

      care_sample_answer (response, others);
      if (!care_clinic_keep_answers (self->clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, TRUE,
                                     error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
decide_open (CareSample  *self,
             CareVisit   *visit,
             GError     **error)
{
  const CareSignature by = { self->clinician, self->clinician_pin };
  g_autoptr (CareReasons) reasons = care_clinic_open_reasons (self->clinic, visit, &by, error);
  g_auto (GStrv) codes = care_clinic_dup_decision_codes (self->clinic);
  g_autoptr (GArray) decisions = g_array_new (FALSE, TRUE, sizeof (CareDecision));
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  const char *allergy = NULL;

  if (reasons == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reasons)); i++)
    {
      CareReason *reason = g_list_model_get_item (G_LIST_MODEL (reasons), i);
      CareDecision decision = { care_reason_get_id (reason), codes[0], NULL, TRUE };

      g_ptr_array_add (held, reason);
      if (care_reason_get_state (reason) != CARE_REASON_OPEN)
        continue;
      /* One allergy is looked at by name at the first visit; the others are decided for the day. */
      if (allergy == NULL && visit->kind == CARE_VISIT_FIRST && visit->product != NULL && care_reason_is_unmatched_allergy (reason))
        allergy = care_reason_get_id (reason);
      else
        g_array_append_val (decisions, decision);
    }

  if (allergy != NULL && !care_clinic_confirm_allergy (self->clinic, visit, allergy, FALSE, &by, error))
    return FALSE;

  return decisions->len == 0
         || care_clinic_decide (self->clinic, visit, (const CareDecision *) (void *) decisions->data, decisions->len,
                                &by, error);
}

gboolean
care_sample_check (CareSample         *self,
                   CareVisit          *visit,
                   const char         *product,
                   const char *const  *areas,
                   GError            **error)
{
  const CareSignature by = { self->clinician, self->clinician_pin };
  gboolean due;

  if (product != NULL)
    {
      g_auto (GStrv) batches = care_clinic_list_batches (self->clinic, product);

      if (!care_clinic_choose_product (self->clinic, visit, product, batches[0], areas, &by, error))
        return FALSE;
    }

  if ((visit->next_step == CARE_NEXT_CONSENT && !care_sample_answer_all (self, visit, NULL, error))
      || !_care_clinic_is_consent_due (self->clinic, visit->patient, visit->product, (const char *const *) visit->areas,
                                       NULL, &due, error)
      || (due && !care_clinic_take_consent (self->clinic, visit, &by, error)))
    return FALSE;

  return visit->state == CARE_STATE_READY || decide_open (self, visit, error);
}

gboolean
care_sample_treat (CareSample  *self,
                   CareVisit   *visit,
                   int          minutes,
                   GError     **error)
{
  if (!care_clinic_tell_new (self->clinic, visit, CARE_NEW_NOTHING, error)
      || !care_clinic_ask_in (self->clinic, visit, error))
    return FALSE;

  care_sample_at (self, care_clock_now (self->clock) + minutes * CARE_MINUTE);

  return care_clinic_finish_now (self->clinic, visit, error);
}

gboolean
care_sample_record (CareSample  *self,
                    CareVisit   *visit,
                    GError     **error)
{
  const CareSignature by = { self->clinician, self->clinician_pin };
  const CareSessionFacts facts = { .new_since = CARE_NEW_NOTHING, .numbing_known = TRUE };

  return care_clinic_record (self->clinic, visit, &facts, &by, error);
}

gboolean
care_sample_print (CareSample  *self,
                   CareVisit   *visit,
                   GError     **error)
{
  g_autoptr (GBytes) pdf = NULL;

  if (self->sheets)
    {
      g_autoptr (CareSheet) sheet = care_clinic_make_sheet (self->clinic, visit, NULL, error);
      g_autoptr (CareSheetPages) pages = NULL;

      if (sheet == NULL)
        return FALSE;
      pages = care_sheet_pages_new (sheet, self->clinic->data_dir, CARE_PAPER_A4, CARE_PRINT_NORMAL, error);
      if (pages == NULL)
        return FALSE;
      pdf = care_sheet_pdf_new (pages, error);
      if (pdf == NULL)
        return FALSE;
    }
  else
    pdf = g_bytes_new_static ("%PDF-1.7\n%%EOF\n", 15);

  return care_clinic_keep_sheet (self->clinic, visit, pdf, visit->patient->language, FALSE, error);
}

gboolean
care_sample_give (CareSample  *self,
                  CareVisit   *visit,
                  GError     **error)
{
  return care_clinic_mark_given (self->clinic, visit, "patient", visit->patient->language, FALSE, TRUE, error);
}

/* Recorded, next visit left open, printed, given, and everybody home after the watch. */
static gboolean
close_visit (CareSample  *self,
             CareVisit   *visit,
             GError     **error)
{
  care_sample_at (self, visit->watch_until);

  return care_sample_record (self, visit, error)
         && care_clinic_put_off_next (self->clinic, visit, error)
         && care_sample_print (self, visit, error)
         && care_sample_give (self, visit, error);
}

gboolean
care_sample_live_first (CareSample         *self,
                        CarePatient        *patient,
                        CareInstant         at,
                        const char         *product,
                        const char *const  *areas,
                        const CareSampleAnswer *others,
                        GError            **error)
{
  CareVisit *visit;

  care_sample_at (self, at);
  visit = care_clinic_walk_in (self->clinic, patient, CARE_VISIT_FIRST, error);

  return visit != NULL
         && care_sample_answer_all (self, visit, others, error)
         && care_sample_check (self, visit, product, areas, error)
         && care_sample_treat (self, visit, 10, error)
         && close_visit (self, visit, error);
}

gboolean
care_sample_live_reading (CareSample   *self,
                          CarePatient  *patient,
                          CareInstant   at,
                          gboolean      reaction,
                          GError      **error)
{
  const CareSignature by = { self->clinician, self->clinician_pin };
  CareVisit *visit;

  care_sample_at (self, at);
  visit = care_clinic_walk_in (self->clinic, patient, CARE_VISIT_READING, error);

  return visit != NULL
         && care_clinic_ask_in (self->clinic, visit, error)
         && care_clinic_record_reading (self->clinic, visit, reaction, NULL, &by, error)
         && (reaction || care_clinic_put_off_next (self->clinic, visit, error));
}

gboolean
care_sample_live_session (CareSample   *self,
                          CarePatient  *patient,
                          CareInstant   at,
                          GError      **error)
{
  CareVisit *visit;

  care_sample_at (self, at);
  visit = care_clinic_walk_in (self->clinic, patient, CARE_VISIT_SESSION, error);

  return visit != NULL
         && care_sample_answer_all (self, visit, NULL, error)
         && care_sample_check (self, visit, NULL, NULL, error)
         && care_sample_treat (self, visit, 45, error)
         && close_visit (self, visit, error);
}

gboolean
care_sample_plan (CareSample         *self,
                  CarePatient        *patient,
                  const char *const  *areas,
                  guint               sessions,
                  GError            **error)
{
  return _care_clinic_keep_plan (self->clinic, patient, areas, sessions, error);
}

static const CareClinicStaff *
find_role (CareClinicInfo *info,
           CareStaffRole   role)
{
  GPtrArray *staff = care_clinic_info_get_staff (info);

  for (guint i = 0; i < staff->len; i++)
    {
      const CareClinicStaff *one = g_ptr_array_index (staff, i);

      if (one->role == role && one->pin != NULL)
        return one;
    }

  return NULL;
}

gboolean
_care_sample_init (CareSample      *sample,
                   CareStore       *store,
                   CareClinicInfo  *info,
                   CareProtocol    *protocol,
                   const char      *data_dir,
                   const char      *state_dir,
                   CareInstant      start,
                   GError         **error)
{
  const CareClinicStaff *receptionist = find_role (info, CARE_STAFF_RECEPTIONIST);
  const CareClinicStaff *clinician = find_role (info, CARE_STAFF_CLINICIAN);

  if (!care_clinic_info_is_sample (info) || receptionist == NULL || clinician == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "clinic: only a sample clinic with receptionist, clinician and their PINs can be filled");
      return FALSE;
    }

  sample->clock = care_clock_new_fixed (start);
  sample->clinic = care_clinic_new (store, sample->clock, info, protocol, data_dir, state_dir, error);
  if (sample->clinic == NULL)
    return FALSE;

  sample->clinic->any_time = TRUE;
  if (CARE_IS_STORE_SQLITE (store) && !care_store_sqlite_set_hasty (CARE_STORE_SQLITE (store), TRUE, error))
    return FALSE;
  sample->receptionist = receptionist->id;
  sample->receptionist_pin = receptionist->pin;
  sample->clinician = clinician->id;
  sample->clinician_pin = clinician->pin;

  return care_clinic_sign_in (sample->clinic, sample->receptionist, sample->receptionist_pin, error);
}

gboolean
_care_sample_settle (CareSample *sample,
                     GError    **error)
{
  CareStore *store = sample->clinic->store;

  return !CARE_IS_STORE_SQLITE (store) || care_store_sqlite_set_hasty (CARE_STORE_SQLITE (store), FALSE, error);
}

void
_care_sample_clear (CareSample *sample)
{
  /* Also after a failure the store is as careful as before. */
  if (sample->clinic != NULL)
    _care_sample_settle (sample, NULL);
  g_clear_object (&sample->clinic);
  g_clear_object (&sample->clock);
}
