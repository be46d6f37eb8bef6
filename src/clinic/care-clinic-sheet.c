/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-sheet.h"

#include <stdlib.h>

#include "aftercare/care-sheet.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-screen-inputs.h"

/* Unknown prints the warning and drops the permission: only what was clearly answered with no counts. */
static void
write_clear_no (CareClinic      *self,
                CareVisit       *visit,
                CareSheetFacts  *facts)
{
  g_autoptr (CareScreenInputs) inputs =
    _care_screen_inputs_new (self, NULL, visit, care_document_get_resource (visit->encounter), NULL);
  g_auto (GStrv) pairs = inputs != NULL ? care_screening_dup_clear_no (_care_screen_inputs_get (inputs)) : NULL;

  if (pairs != NULL)
    care_sheet_facts_set_clear_no (facts, (const char *const *) pairs);
}

/* What was read of the test that this treatment rests on: of the product's last test before it, and of no other product's. A
 * test given today has been read by nobody, unless somebody reacted while being watched. */
static void
write_test (CareClinic      *self,
            CareVisit       *visit,
            CareSheetFacts  *facts)
{
  g_autoptr (CareHistory) history = _care_clinic_load_history (self, visit->patient, NULL, NULL);

  for (guint i = 0; history != NULL && i < care_history_get_n_entries (history); i++)
    {
      const CareHistoryEntry *entry = care_history_get_entry (history, i);

      if (visit->product != NULL && g_strcmp0 (entry->product, visit->product) != 0)
        continue;
      if (visit->kind == CARE_VISIT_SESSION ? entry->at > facts->finished
                                            : visit->kind == CARE_VISIT_FIRST && entry->at < facts->finished)
        continue;

      if (entry->event == CARE_HISTORY_TEST)
        facts->test_result = CARE_TEST_NOT_READ;
      if (entry->event != CARE_HISTORY_READING || facts->test_result == CARE_TEST_REACTION)
        continue;
      facts->test_result = entry->result == CARE_RESULT_CLEAR ? CARE_TEST_CLEAR : CARE_TEST_REACTION;
      facts->test_read = entry->at;
    }
}

static CareSheetKind
sheet_kind (CareVisitKind kind)
{
  return kind == CARE_VISIT_SESSION ? CARE_SHEET_SESSION : CARE_SHEET_TEST;
}

static void
write_next (CareClinic      *self,
            CareVisit       *visit,
            CareSheetFacts  *facts)
{
  CareVisitKind kind = visit->kind == CARE_VISIT_FIRST ? CARE_VISIT_READING : CARE_VISIT_SESSION;

  facts->next_kind = kind;
  if (visit->next_visit_at != CARE_INSTANT_NONE)
    {
      facts->next_visit = visit->next_visit_at;
      facts->next_minutes = (guint) _care_clinic_visit_minutes (self, kind);
      facts->next_uid = g_strdup (visit->next_visit);
    }
  else
    _care_clinic_find_earliest (self, visit->patient, kind, &facts->next_earliest, NULL);
}

static char *
find_clinician (CareClinic *self,
                CareVisit  *visit)
{
  g_autoptr (CareDocument) procedure = care_store_get (self->store, "Procedure", visit->id, NULL);
  JsonObject *performer = NULL;
  CareStaff *staff;

  if (procedure != NULL)
    performer = care_fhir_get_element (care_document_get_resource (procedure), "performer", 0);
  staff = care_clinic_lookup_staff (self, care_fhir_get_reference (performer, "actor", "Practitioner"));
  if (staff == NULL)
    return NULL;

  return care_staff_get_licence (staff) != NULL
         ? g_strdup_printf ("%s (%s)", care_staff_get_display_name (staff), care_staff_get_licence (staff))
         : g_strdup (care_staff_get_display_name (staff));
}

/* When the sheet went to paper first: a copy made later says that it is one. */
static CareInstant
find_first_print (CareClinic *self,
                  CareVisit  *visit)
{
  g_autoptr (GPtrArray) documents = visit->printed ? _care_clinic_list_sheet_documents (self, visit, NULL) : NULL;

  if (documents == NULL || documents->len == 0)
    return CARE_INSTANT_NONE;

  return care_fhir_get_instant (care_document_get_resource (g_ptr_array_index (documents, documents->len - 1)), "date");
}

static CareSheetFacts *
make_facts (CareClinic *self,
            CareVisit  *visit,
            gboolean    before)
{
  CarePatient *patient = visit->patient;
  CareInstant finished = visit->finished_at != CARE_INSTANT_NONE ? visit->finished_at : _care_clinic_now (self);
  CareSheetFacts *facts = care_sheet_facts_new (before ? CARE_SHEET_BEFORE : sheet_kind (visit->kind),
                                                patient->display_name, finished);

  if (patient->birth_date != NULL)
    facts->birth_year = (guint) atoi (patient->birth_date);
  facts->session_number = visit->session_number;
  facts->session_count = visit->session_count;
  care_sheet_facts_set_areas (facts, (const char *const *) visit->areas);
  if (visit->numbing_known)
    facts->numbed = visit->numbed ? CARE_TRI_YES : CARE_TRI_NO;
  else if (visit->kind == CARE_VISIT_FIRST)
    facts->numbed = CARE_TRI_NO;
  write_clear_no (self, visit, facts);
  if (visit->product != NULL)
    care_sheet_facts_add_product (facts, visit->product, visit->product_name, visit->batch);
  facts->clinician = find_clinician (self, visit);
  if (!before)
    facts->reprint_of = find_first_print (self, visit);
  write_test (self, visit, facts);
  if (before)
    {
      facts->next_visit = visit->start;
      facts->next_minutes = (guint) ((visit->end - visit->start) / CARE_MINUTE);
      facts->next_kind = visit->kind;
      facts->next_uid = g_strdup (visit->id);
    }
  else
    write_next (self, visit, facts);

  return facts;
}

static gboolean
load_sheet_words (CareClinic *self,
                  GError    **error)
{
  g_autofree char *path = NULL;

  if (self->sheet_words != NULL)
    return TRUE;

  path = g_build_filename (self->data_dir, "words", "sheet.json", NULL);
  self->sheet_words = care_words_load (path, error);

  return self->sheet_words != NULL;
}

static const CareSheetClinic *
get_sheet_clinic (CareClinic *self)
{
  if (self->sheet_clinic == NULL)
    {
      self->sheet_clinic = care_clinic_new_sheet_clinic (self->info);
      care_clinic_drop_claims (self->sheet_clinic, self->protocol, NULL);
    }

  return self->sheet_clinic;
}

static CareSheet *
make_sheet (CareClinic         *self,
            CareVisit          *visit,
            gboolean            before,
            const char *const  *languages,
            GError            **error)
{
  const char *clinic_language = care_clinic_info_get_desk_language (self->info);
  const char *patient_language = visit->patient->language != NULL ? visit->patient->language : clinic_language;
  const char *own[3] = { patient_language, NULL, NULL };
  g_autoptr (CareSheetFacts) facts = NULL;

  if (!load_sheet_words (self, error))
    return NULL;

  /* Where her language is not the clinic's, staff and another doctor have to read it too. */
  if (g_strcmp0 (patient_language, clinic_language) != 0 && !visit->patient->one_language)
    own[1] = clinic_language;
  facts = make_facts (self, visit, before);

  return care_sheet_new (self->protocol, self->sheet_words, get_sheet_clinic (self), facts, languages != NULL ? languages : own,
                         _care_clinic_now (self), error);
}

/* Whether @text claims in one of @languages what never reaches a patient. @known keeps the claims of a language for the
 * next text. */
static gboolean
makes_claim (CareProtocol      *protocol,
             GHashTable        *known,
             CareText          *text,
             const char *const *languages,
             char             **words)
{
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      CareClaims *claims = g_hash_table_lookup (known, languages[i]);

      if (claims == NULL)
        {
          claims = care_protocol_new_claims (protocol, languages[i]);
          if (claims == NULL)
            continue;
          g_hash_table_insert (known, g_strdup (languages[i]), claims);
        }
      if (!care_claims_allow (claims, care_text_get_exact (text, languages[i]), NULL, words))
        return TRUE;
    }

  return FALSE;
}

/* Another language stands in for one that @text does not have. */
static gboolean
has_all (CareText          *text,
         const char *const *languages)
{
  for (gsize i = 0; languages[i] != NULL; i++)
    if (!care_text_has (text, languages[i]))
      return FALSE;

  return TRUE;
}

/**
 * care_clinic_drop_claims:
 * @clinic: what a sheet prints of a clinic's settings
 * @protocol: the rules in force
 * @languages: (nullable) (array zero-terminated=1): of the sheet, where only one is made; %NULL: all that the texts have
 *
 * Takes out of @clinic what claims something that nobody may print (facts.md section 3): the check of a protocol does not
 * see it. The sheet tells of it, see care_sheet_dup_troubles().
 */
void
care_clinic_drop_claims (CareSheetClinic   *clinic,
                         CareProtocol      *protocol,
                         const char *const *languages)
{
  CareText **texts[2];
  g_autoptr (GHashTable) known = NULL;

  g_return_if_fail (clinic != NULL);
  g_return_if_fail (CARE_IS_PROTOCOL (protocol));

  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) care_claims_free);
  texts[0] = &clinic->after_hours_text;
  texts[1] = &clinic->report_text;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *words = NULL;
      const char *const *checked = languages;

      if (*texts[i] == NULL)
        continue;
      if (languages == NULL || !has_all (*texts[i], languages))
        checked = care_text_get_languages (*texts[i]);
      if (!makes_claim (protocol, known, *texts[i], checked, &words))
        continue;
      g_clear_pointer (texts[i], care_text_unref);
      g_free (clinic->claim);
      clinic->claim = g_steal_pointer (&words);
    }
}

/**
 * care_clinic_new_sheet_clinic:
 * @info: a clinic's settings
 *
 * Returns: (transfer full): what a sheet prints of them
 */
CareSheetClinic *
care_clinic_new_sheet_clinic (CareClinicInfo *info)
{
  CareText *after_hours, *reporting;
  CareSheetClinic *clinic;

  g_return_val_if_fail (CARE_IS_CLINIC_INFO (info), NULL);

  clinic = care_sheet_clinic_new (care_clinic_info_get_name (info), care_clinic_info_get_time_zone_name (info),
                                  care_clinic_info_get_desk_language (info));
  after_hours = care_clinic_info_get_night_who (info);
  if (after_hours == NULL)
    after_hours = care_clinic_info_get_night_closed (info);
  reporting = care_clinic_info_get_reporting (info);
  g_free (clinic->doctor_language);
  clinic->doctor_language = care_clinic_info_dup_country_language (info);
  clinic->address = g_strdupv ((char **) care_clinic_info_get_address (info));
  clinic->phone_day = g_strdup (care_clinic_info_get_day_phone (info));
  clinic->phone_after_hours = g_strdup (care_clinic_info_get_night_phone (info));
  clinic->after_hours_text = after_hours != NULL ? care_text_ref (after_hours) : NULL;
  clinic->phone_emergency = g_strdup (care_clinic_info_get_emergency_phone (info));
  clinic->report_text = reporting != NULL ? care_text_ref (reporting) : NULL;
  clinic->black = care_clinic_info_prints_black (info);
  clinic->sample = care_clinic_info_is_sample (info);
  care_sheet_clinic_set_writing (clinic, care_clinic_info_get_writing (info));

  return clinic;
}

/**
 * care_clinic_make_sheet:
 * @self: a clinic
 * @visit: a visit
 * @languages: (nullable) (array zero-terminated=1): one or two
 *
 * Returns: (transfer full): the sheet after the injections; for a visit that is still to come, the page before it
 */
CareSheet *
care_clinic_make_sheet (CareClinic         *self,
                        CareVisit          *visit,
                        const char *const  *languages,
                        GError            **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  return make_sheet (self, visit, visit->finished_at == CARE_INSTANT_NONE && visit->state == CARE_STATE_EXPECTED,
                     languages, error);
}

/**
 * care_clinic_make_test_page:
 * @self: a clinic
 *
 * Returns: (transfer full): a sheet as one after a session on the face that has just ended, with no patient
 */
CareSheet *
care_clinic_make_test_page (CareClinic  *self,
                            GError     **error)
{
  static const char *const areas[] = { "face", NULL };
  const char *languages[2] = { NULL, NULL };
  g_autoptr (CareSheetFacts) facts = NULL;
  CareInstant now;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  languages[0] = care_clinic_info_get_desk_language (self->info);
  now = _care_clinic_now (self);
  if (!load_sheet_words (self, error))
    return NULL;

  facts = care_sheet_facts_new (CARE_SHEET_SESSION,
                                care_words_get (self->sheet_words, "notice.printer-check", languages[0]), now);
  facts->printer_check = TRUE;
  care_sheet_facts_set_areas (facts, areas);

  return care_sheet_new (self->protocol, self->sheet_words, get_sheet_clinic (self), facts, languages, now, error);
}

CareSheet *
_care_clinic_make_after_sheet (CareClinic  *self,
                               CareVisit   *visit,
                               GError     **error)
{
  return make_sheet (self, visit, FALSE, NULL, error);
}

/**
 * care_clinic_list_sheet_troubles:
 * @self: a clinic
 * @visit: a visit
 *
 * Returns: (transfer full): what would stop paper; empty when nothing does, NULL on an error
 */
char **
care_clinic_list_sheet_troubles (CareClinic *self,
                                 CareVisit  *visit,
                                 GError    **error)
{
  g_autoptr (CareSheet) sheet = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  sheet = make_sheet (self, visit, FALSE, NULL, error);

  return sheet != NULL ? care_sheet_dup_troubles (sheet) : NULL;
}
