/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-sheet.h"

#include <stdlib.h>
#include <string.h>

#include "aftercare/care-sheet.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-screen-inputs.h"

static CareSheetClinic *
make_sheet_clinic (CareClinic *self)
{
  CareClinicInfo *info = self->info;
  const char *const *languages = care_clinic_info_get_languages (info);
  CareSheetClinic *clinic = care_sheet_clinic_new (care_clinic_info_get_name (info),
                                                   care_clinic_info_get_time_zone_name (info), languages[0]);
  CareText *after_hours = care_clinic_info_get_night_who (info);

  if (after_hours == NULL)
    after_hours = care_clinic_info_get_night_closed (info);
  clinic->address = g_strdupv ((char **) care_clinic_info_get_address (info));
  clinic->phone_day = g_strdup (care_clinic_info_get_day_phone (info));
  clinic->phone_after_hours = g_strdup (care_clinic_info_get_night_phone (info));
  clinic->after_hours_text = after_hours != NULL ? care_text_ref (after_hours) : NULL;
  clinic->phone_emergency = g_strdup (care_clinic_info_get_emergency_phone (info));
  clinic->sample = care_clinic_info_is_sample (info);
  for (gsize i = 0; languages[i] != NULL; i++)
    care_sheet_clinic_set_hours (clinic, languages[i], care_clinic_info_get_hours (info, languages[i]));

  return clinic;
}

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

static void
write_test (CareClinic      *self,
            CareVisit       *visit,
            CareSheetFacts  *facts)
{
  g_autoptr (CareHistory) history = _care_clinic_load_history (self, visit->patient, NULL, NULL);
  const CareHistoryEntry *reading =
    history != NULL ? _care_history_find_last (history, CARE_HISTORY_READING) : NULL;

  if (reading == NULL)
    return;

  facts->test_result = reading->result == CARE_RESULT_CLEAR ? CARE_TEST_CLEAR : CARE_TEST_REACTION;
  facts->test_read = reading->at;
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

static CareSheet *
make_sheet (CareClinic         *self,
            CareVisit          *visit,
            gboolean            before,
            const char *const  *languages,
            GError            **error)
{
  const char *clinic_language = care_clinic_info_get_languages (self->info)[0];
  const char *patient_language = visit->patient->language != NULL ? visit->patient->language : clinic_language;
  const char *own[3] = { patient_language, NULL, NULL };
  g_autoptr (CareSheetClinic) clinic = NULL;
  g_autoptr (CareSheetFacts) facts = NULL;

  if (!load_sheet_words (self, error))
    return NULL;

  /* Where her language is not the clinic's, staff and another doctor have to read it too. */
  if (g_strcmp0 (patient_language, clinic_language) != 0)
    own[1] = clinic_language;
  clinic = make_sheet_clinic (self);
  facts = make_facts (self, visit, before);

  return care_sheet_new (self->protocol, self->sheet_words, clinic, facts, languages != NULL ? languages : own,
                         _care_clinic_now (self), error);
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
 * care_clinic_make_before_page:
 * @self: a clinic
 * @visit: a booked visit
 * @languages: (nullable) (array zero-terminated=1): one or two
 *
 * Returns: (transfer full): *before your visit*
 */
CareSheet *
care_clinic_make_before_page (CareClinic         *self,
                              CareVisit          *visit,
                              const char *const  *languages,
                              GError            **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  return make_sheet (self, visit, TRUE, languages, error);
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

static JsonObject *
make_reference_document (CareClinic  *self,
                         CareVisit   *visit,
                         GBytes      *pdf,
                         const char  *binary,
                         const char  *language,
                         gboolean     large_print,
                         const char  *who,
                         CareInstant  at)
{
  g_autofree char *id = care_fhir_new_id ();
  g_autofree char *url = g_strconcat ("Binary/", binary, NULL);
  JsonObject *resource = care_fhir_new ("DocumentReference", id);
  JsonObject *content = json_object_new ();
  JsonObject *attachment = json_object_new ();
  JsonObject *context = json_object_new ();

  json_object_set_string_member (resource, "status", "current");
  care_fhir_set_concept (resource, "type", CARE_FHIR_SYSTEM "document", "aftercare-sheet", NULL);
  care_fhir_set_reference (resource, "subject", "Patient", visit->patient->id);
  care_fhir_set_instant (resource, "date", at, self->zone);
  care_fhir_append (resource, "author", care_fhir_reference ("Practitioner", who));
  json_object_set_string_member (attachment, "contentType", "application/pdf");
  if (language != NULL)
    json_object_set_string_member (attachment, "language", language);
  json_object_set_string_member (attachment, "url", url);
  json_object_set_int_member (attachment, "size", (gint64) g_bytes_get_size (pdf));
  care_fhir_set_instant (attachment, "creation", at, self->zone);
  json_object_set_object_member (content, "attachment", attachment);
  care_fhir_append (resource, "content", content);
  care_fhir_append (context, "encounter", care_fhir_reference ("Encounter", visit->id));
  json_object_set_object_member (resource, "context", context);
  care_fhir_ext_set_boolean (resource, "large-print", large_print);

  return resource;
}

/**
 * care_clinic_keep_sheet:
 * @self: a clinic
 * @visit: a visit
 * @pdf: the very bytes that were printed
 * @language: (nullable): language of the sheet, the first of two
 * @large_print: printed large
 *
 * Returns: FALSE when it could not be kept
 */
gboolean
care_clinic_keep_sheet (CareClinic *self,
                        CareVisit  *visit,
                        GBytes     *pdf,
                        const char *language,
                        gboolean    large_print,
                        GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree char *id = NULL;
  g_autofree char *base64 = NULL;
  JsonObject *binary;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (pdf != NULL, FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  change = _care_clinic_begin (self);
  id = care_fhir_new_id ();
  binary = care_fhir_new ("Binary", id);
  base64 = g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  json_object_set_string_member (binary, "contentType", "application/pdf");
  care_fhir_set_reference (binary, "securityContext", "Patient", visit->patient->id);
  json_object_set_string_member (binary, "data", base64);
  care_store_change_put (change, visit->patient->id, 0, binary);
  care_store_change_put (change, visit->patient->id, 0,
                         make_reference_document (self, visit, pdf, id, language, large_print, who,
                                                  care_store_change_get_at (change)));
  encounter = _care_visit_edit (visit);
  if (visit->finished_at != CARE_INSTANT_NONE)
    care_fhir_ext_set_boolean (encounter, "printed", TRUE);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "print-sheet", who, error);
}

static GPtrArray *
list_sheet_documents (CareClinic *self,
                      CareVisit  *visit,
                      GError    **error)
{
  g_autoptr (GPtrArray) all = _care_clinic_list_of (self, visit->patient, "DocumentReference", NULL, error);
  GPtrArray *own;

  if (all == NULL)
    return NULL;

  own = g_ptr_array_new_with_free_func ((GDestroyNotify) care_document_unref);
  for (guint i = all->len; i > 0; i--)
    {
      CareDocument *document = g_ptr_array_index (all, i - 1);
      JsonObject *context = care_fhir_get_object (care_document_get_resource (document), "context");
      JsonObject *encounter = care_fhir_get_element (context, "encounter", 0);
      g_autofree char *wanted = g_strconcat ("Encounter/", visit->id, NULL);

      if (g_strcmp0 (care_fhir_get_string (encounter, "reference"), wanted) == 0)
        g_ptr_array_add (own, care_document_ref (document));
    }

  return own;
}

/**
 * care_clinic_list_kept_sheets:
 * @self: a clinic
 * @visit: a visit
 *
 * Returns: (transfer full) (element-type GBytes): the PDF files that were printed, newest first
 */
GPtrArray *
care_clinic_list_kept_sheets (CareClinic *self,
                              CareVisit  *visit,
                              GError    **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  documents = list_sheet_documents (self, visit, error);
  if (documents == NULL)
    return NULL;

  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < documents->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (documents, i));
      JsonObject *content = care_fhir_get_element (resource, "content", 0);
      const char *url = care_fhir_get_string (care_fhir_get_object (content, "attachment"), "url");
      g_autoptr (CareDocument) binary = NULL;
      const char *data;
      guchar *bytes;
      gsize length;

      if (url == NULL || !g_str_has_prefix (url, "Binary/"))
        continue;

      binary = care_store_get (self->store, "Binary", url + strlen ("Binary/"), error);
      if (binary == NULL)
        return NULL;
      data = care_fhir_get_string (care_document_get_resource (binary), "data");
      bytes = g_base64_decode (data != NULL ? data : "", &length);
      g_ptr_array_add (sheets, g_bytes_new_take (bytes, length));
    }

  return g_steal_pointer (&sheets);
}

/**
 * care_clinic_mark_given:
 * @self: a clinic
 * @visit: a visit whose sheet was printed
 * @to_whom: "patient", "relative", "post"
 * @language: (nullable): language given
 * @large_print: printed large
 * @said_back: the patient said it back in own words
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED before anything was printed
 */
gboolean
care_clinic_mark_given (CareClinic *self,
                        CareVisit  *visit,
                        const char *to_whom,
                        const char *language,
                        gboolean    large_print,
                        gboolean    said_back,
                        GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (to_whom != NULL, FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;
  if (!visit->printed)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "sheet: was not printed yet");
      return FALSE;
    }

  documents = list_sheet_documents (self, visit, error);
  if (documents == NULL)
    return FALSE;

  change = _care_clinic_begin (self);
  if (documents->len > 0)
    {
      CareDocument *newest = g_ptr_array_index (documents, 0);
      JsonObject *resource = care_document_dup_resource (newest);

      care_fhir_ext_set_instant (resource, "given-at", care_store_change_get_at (change), self->zone);
      care_fhir_ext_set_reference (resource, "given-by", "Practitioner", who);
      care_fhir_ext_set_code (resource, "given-to", to_whom);
      care_fhir_ext_set_code (resource, "given-language", language);
      care_fhir_ext_set_boolean (resource, "given-large-print", large_print);
      care_fhir_ext_set_boolean (resource, "said-back", said_back);
      care_store_change_put (change, visit->patient->id, care_document_get_version (newest), resource);
    }
  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_boolean (encounter, "given", TRUE);
  if (visit->state != CARE_STATE_LEFT_EARLY)
    _care_clinic_settle (self, encounter);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "give-sheet", who, error);
}
