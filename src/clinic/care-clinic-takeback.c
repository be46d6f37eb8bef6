/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-handover.h"

#include "base/care-json.h"
#include "clinic/care-clinic-private.h"
#include "journal/care-journal-answers.h"
#include "journal/care-journal-file.h"
#include "journal/care-journal-reader.h"

static char *
journal_folder (CareClinic *self)
{
  return g_build_filename (self->state_dir, "journals", NULL);
}

static CareJournalReader *
open_journal (CareClinic    *self,
              CareVisit     *visit,
              CareSealKeys  *keys,
              GError       **error)
{
  g_autofree char *folder = journal_folder (self);
  g_autofree char *path = care_journal_file_path (folder, visit->journal);

  return care_journal_reader_open (path, keys, visit->journal, visit->id, visit->patient->id, error);
}

static void
tell (CareJournalReader *reader,
      CareTaken         *taken)
{
  taken->records = care_journal_reader_get_length (reader);
  taken->torn = care_journal_reader_get_torn (reader) > 0;
  taken->finished = care_journal_reader_find_last (reader, CARE_JOURNAL_DONE, NULL) != NULL;
  taken->borrowed = care_journal_reader_find_last (reader, CARE_JOURNAL_BORROW, NULL) != NULL;
  taken->wrong_birth_date = care_journal_reader_find_last (reader, CARE_JOURNAL_WRONG_BIRTH_DATE, NULL) != NULL;
}

/* What was signed, and how, stays beside the answers it was signed for. */
static void
keep_signature (CareJournalReader *reader,
                const char        *url,
                CareStoreChange   *change)
{
  const CareJournalRecord *record = care_journal_reader_find_last (reader, CARE_JOURNAL_SIGNATURE, url);
  GPtrArray *puts = care_store_change_get_puts (change);
  g_autofree char *text = NULL;

  if (record == NULL || record->body == NULL || puts->len == 0)
    return;

  text = care_json_to_text (record->body, CARE_JSON_COMPACT);
  care_fhir_ext_set_string (((CareStorePut *) g_ptr_array_index (puts, puts->len - 1))->resource, "signature", text);
}

static gboolean
take_form (CareClinic         *self,
           CareVisit          *visit,
           CareJournalReader  *reader,
           CareQuestionnaire  *form,
           gboolean            finished,
           CareStoreChange    *change,
           GError            **error)
{
  const char *url = care_questionnaire_get_url (form);
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareDocument) former = NULL;
  gboolean complete = finished;

  if (!care_journal_answers_load (reader, form, &response, error))
    return FALSE;
  if (response == NULL)
    return TRUE;

  if (complete)
    {
      g_autoptr (GPtrArray) problems = care_response_validate (response);

      for (guint i = 0; i < problems->len; i++)
        complete = complete && !care_problem_holds_up (g_ptr_array_index (problems, i));
    }

  former = _care_clinic_find_response (self, visit, form, NULL, NULL);
  _care_clinic_put_response (self, change, visit, response, former,
                             complete ? CARE_RESPONSE_COMPLETED : CARE_RESPONSE_IN_PROGRESS, NULL,
                             CARE_ANSWER_ON_SCREEN, CARE_HELPER_NOBODY);
  keep_signature (reader, url, change);

  return TRUE;
}

/* Language and size chosen on the patient's screen are remembered: the next hand-over begins with them, and the sheet is in them. */
static void
take_choices (CareClinic        *self,
              CareJournalReader *reader,
              CareVisit         *visit,
              CareStoreChange   *change,
              JsonObject       **patient)
{
  const CareJournalRecord *record = care_journal_reader_find_last (reader, CARE_JOURNAL_STEP, NULL);
  JsonObject *body = record != NULL && record->body != NULL && JSON_NODE_HOLDS_OBJECT (record->body)
                     ? json_node_get_object (record->body) : NULL;
  gint64 size = body != NULL ? json_object_get_int_member_with_default (body, "size", 0) : 0;
  const char *language = body != NULL ? json_object_get_string_member_with_default (body, "language", NULL) : NULL;
  int chosen = _care_patient_get_chosen_size (visit->patient);
  int proposed = _care_patient_propose_size (visit->patient, care_clock_now (self->clock), care_clinic_get_zone (self));
  /* Whoever goes on in the size that was proposed has chosen it; the ordinary one needs no record. */
  gboolean other_size = size >= 1 && size <= 3 && size != chosen && (chosen > 0 || proposed != 1 || size != 1);
  gboolean other_language = language != NULL && g_strv_contains (care_clinic_info_get_languages (self->info), language) &&
                            g_strcmp0 (language, visit->patient->language) != 0;

  if (!other_size && !other_language)
    return;

  *patient = care_document_dup_resource (visit->patient->document);
  if (other_size)
    care_fhir_ext_set_integer (*patient, "text-size", size);
  if (other_language)
    _care_patient_write_language (*patient, language);
  care_store_change_put (change, visit->patient->id, care_document_get_version (visit->patient->document), *patient);
}

static gboolean
take_answers (CareClinic         *self,
              CareVisit          *visit,
              CareJournalReader  *reader,
              CareTaken          *taken,
              CareStoreChange    *change,
              GError            **error)
{
  g_autoptr (GPtrArray) forms = NULL;

  /* Whoever could not say the birth date is not this patient: nothing is taken over. */
  if (taken->wrong_birth_date)
    return TRUE;

  forms = care_clinic_list_forms (self, visit, error);
  if (forms == NULL)
    return FALSE;

  for (guint i = 0; i < forms->len; i++)
    if (!take_form (self, visit, reader, g_ptr_array_index (forms, i), taken->finished, change, error))
      return FALSE;

  return _care_clinic_keep_allergies (self, change, visit, NULL, error);
}

static gboolean
settle (CareClinic       *self,
        CareVisit        *visit,
        CareStoreChange  *change,
        JsonObject       *encounter,
        CareTaken        *taken,
        GError          **error)
{
  gboolean answered = FALSE;

  if (!taken->wrong_birth_date && !_care_clinic_is_answered (self, visit, change, &answered, error))
    return FALSE;

  care_fhir_ext_set_boolean (encounter, "wrong-birth-date", taken->wrong_birth_date);
  if (answered)
    return _care_clinic_screen_into (self, change, visit, encounter, error);

  return _care_clinic_stand_again (self, change, visit, encounter, error);
}

static gboolean
take_in (CareClinic           *self,
         CareVisit            *visit,
         CareSealKeys         *keys,
         const CareSignature  *by,
         CareTaken            *taken,
         GError              **error)
{
  g_autofree char *folder = journal_folder (self);
  g_autofree char *journal = g_strdup (visit->journal);
  g_autoptr (CareJournalReader) reader = open_journal (self, visit, keys, error);
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  JsonObject *patient = NULL;

  if (reader == NULL)
    return FALSE;

  tell (reader, taken);
  change = _care_clinic_begin (self);
  care_store_change_take_journal (change, journal);
  if (!take_answers (self, visit, reader, taken, change, error))
    return FALSE;
  if (!taken->wrong_birth_date)
    take_choices (self, reader, visit, change, &patient);

  encounter = _care_visit_edit (visit);
  if (!settle (self, visit, change, encounter, taken, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }
  if (!_care_clinic_commit_visit (self, change, visit, encounter, NULL, "take-back", by->staff, error))
    return FALSE;

  if (patient != NULL)
    {
      g_autoptr (CareDocument) document =
        care_document_new ("Patient", visit->patient->id, visit->patient->id,
                           care_document_get_version (visit->patient->document) + 1, _care_clinic_now (self), patient);

      _care_patient_read (visit->patient, document);
    }

  /* The store has it; that the file could not be renamed changes nothing, the store knows. */
  care_journal_file_set_taken (folder, journal, NULL);

  return TRUE;
}

/**
 * care_clinic_take_back:
 * @self: a clinic
 * @visit: the visit whose device came back
 * @keys: the store's key pair
 * @by: any member of staff
 * @taken: (out): what it brought
 *
 * Returns: FALSE when nothing was taken in; the journal is then still there to be taken in
 */
gboolean
care_clinic_take_back (CareClinic           *self,
                       CareVisit            *visit,
                       CareSealKeys         *keys,
                       const CareSignature  *by,
                       CareTaken            *taken,
                       GError              **error)
{
  CareTaken told = { 0 };
  gboolean before = FALSE;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (keys != NULL && by != NULL, FALSE);

  if (!_care_clinic_check_pin (self, by, error))
    return FALSE;

  if (visit->journal == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "visit: no device was handed over");
      return FALSE;
    }

  if (!care_store_is_journal_taken (self->store, visit->journal, &before, error))
    return FALSE;

  told.already = before;
  if (!before && !take_in (self, visit, keys, by, &told, error))
    return FALSE;
  if (taken != NULL)
    *taken = told;

  return TRUE;
}

static gboolean
put_in_error (CareClinic       *self,
              CareVisit        *visit,
              CareStoreChange  *change,
              const char       *kind,
              GError          **error)
{
  g_autoptr (GPtrArray) documents = _care_clinic_list_of (self, visit->patient, kind, NULL, error);

  if (documents == NULL)
    return FALSE;

  for (guint i = 0; i < documents->len; i++)
    {
      CareDocument *document = g_ptr_array_index (documents, i);
      JsonObject *resource = care_document_get_resource (document);
      const char *of = care_fhir_get_reference (resource, "encounter", "Encounter");
      JsonObject *copy;

      if (of == NULL)
        of = care_fhir_ext_get_reference (resource, "encounter", "Encounter");
      if (g_strcmp0 (of, visit->id) != 0)
        continue;

      copy = care_document_dup_resource (document);
      if (g_strcmp0 (care_fhir_get_string (copy, "status"), "entered-in-error") == 0)
        {
          json_object_unref (copy);
          continue;
        }
      json_object_set_string_member (copy, "status", "entered-in-error");
      care_fhir_ext_set_string (copy, "wrong-person", visit->id);
      care_store_change_put (change, visit->patient->id, care_document_get_version (document), copy);
    }

  return TRUE;
}

/**
 * care_clinic_wrong_person:
 * @self: a clinic
 * @visit: a visit whose answers were given by somebody else
 * @by: any member of staff
 *
 * Returns: FALSE when it could not be kept, or injections were recorded already
 */
gboolean
care_clinic_wrong_person (CareClinic           *self,
                          CareVisit            *visit,
                          const CareSignature  *by,
                          GError              **error)
{
  const guint states = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED
                       | 1u << CARE_STATE_READY;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_check_pin (self, by, error)
      || !_care_clinic_need_state (visit, states, "wrong person", error))
    return FALSE;

  change = _care_clinic_begin (self);
  if (!put_in_error (self, visit, change, "QuestionnaireResponse", error)
      || !put_in_error (self, visit, change, "DetectedIssue", error)
      || !put_in_error (self, visit, change, "Consent", error)
      || !_care_clinic_keep_allergies (self, change, visit, visit->id, error))
    return FALSE;

  encounter = _care_visit_edit (visit);
  care_fhir_ext_remove (encounter, "ready-at");
  care_fhir_ext_remove (encounter, "wrong-birth-date");
  care_fhir_ext_remove (encounter, "consent-open");
  care_fhir_ext_set_boolean (encounter, "wrong-person", TRUE);
  care_fhir_ext_set_boolean (encounter, "answered", FALSE);
  care_fhir_ext_set_integer (encounter, "word", CARE_WORD_NONE);
  care_fhir_ext_set_integer (encounter, "undecided", 0);
  _care_visit_set_state (encounter, CARE_STATE_ARRIVED);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "wrong-person", by->staff, error);
}
