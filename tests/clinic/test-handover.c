/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "clinic/care-clinic-private.h"
#include "clinic/clinic-fixture.h"
#include "journal/care-envelope.h"
#include "journal/care-journal-file.h"
#include "journal/care-journal-writer.h"
#include "seal/care-seal-keys.h"

typedef struct
{
  CareSealKeys      *keys;
  CareEnvelope      *envelope;
  CareJournalWriter *writer;
  int                journal_fd;
} Patient;

/* What the patient's program is given, read as it reads it. */
static void
hand_over (ClinicFixture *fixture,
           CareVisit     *visit,
           Patient       *patient)
{
  g_autoptr (GError) failed = NULL;
  int envelope_fd;

  patient->keys = care_seal_keys_generate (&failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_hand_over (fixture->clinic, visit, care_seal_keys_get_public (patient->keys), &envelope_fd,
                                      &patient->journal_fd, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ANSWERING);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_TAKE_BACK);
  patient->envelope = care_envelope_new_from_fd (envelope_fd, &failed);
  g_assert_no_error (failed);
  close (envelope_fd);
  patient->writer = care_journal_writer_new (patient->journal_fd, patient->envelope->public_key,
                                             patient->envelope->journal, patient->envelope->visit,
                                             patient->envelope->patient, fixture->clock, &failed);
  g_assert_no_error (failed);
}

static void
patient_clear (Patient *patient)
{
  g_clear_pointer (&patient->keys, care_seal_keys_unref);
  g_clear_pointer (&patient->envelope, care_envelope_free);
  g_clear_object (&patient->writer);
}

static void
tell (Patient         *patient,
      CareJournalKind  kind,
      const char      *form,
      JsonNode        *body)
{
  g_autoptr (GError) failed = NULL;

  g_assert_true (care_journal_writer_append (patient->writer, kind, form, NULL, body, &failed));
  g_assert_no_error (failed);
}

/* A signature as the patient's screen draws one. */
static void
sign (CareResponse *response)
{
  g_autoptr (JsonNode) signature =
    json_from_string ("{\"type\":[{\"system\":\"urn:iso-astm:E1762-95:2013\",\"code\":\"1.2.840.10065.1.12.1.7\"}],"
                      "\"when\":\"2026-11-23T10:15:00+01:00\",\"who\":{\"display\":\"patient\"},"
                      "\"sigFormat\":\"image/svg+xml\",\"data\":\"PHN2Zy8+\"}", NULL);
  CareQuestionnaire *form = care_response_get_questionnaire (response);

  for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
    {
      const CareItem *item = care_questionnaire_get_item (form, i);

      if (care_item_needs_signature (item))
        care_response_set_signature (response, care_response_find (response, care_item_get_link_id (item)), signature);
    }
}

/* Answers the first @forms of the envelope as the patient's program does. */
static void
answer_with (Patient                *patient,
             guint                   forms,
             const CareSampleAnswer *others,
             gboolean                signs)
{
  for (guint i = 0; i < MIN (forms, patient->envelope->forms->len); i++)
    {
      g_autoptr (GError) failed = NULL;
      g_autoptr (CareQuestionnaire) form =
        care_questionnaire_new_from_node (g_ptr_array_index (patient->envelope->forms, i), "envelope", &failed);
      g_autoptr (CareResponse) response =
        care_response_new_from_node (form, g_ptr_array_index (patient->envelope->responses, i), "envelope", &failed);
      g_autoptr (JsonNode) body = NULL;

      g_assert_no_error (failed);
      care_sample_answer (response, others);
      if (signs)
        sign (response);
      body = care_response_to_node (response);
      tell (patient, CARE_JOURNAL_ANSWERS, care_questionnaire_get_url (form), body);
    }
}

static void
answer (Patient                *patient,
        guint                   forms,
        const CareSampleAnswer *others)
{
  answer_with (patient, forms, others, TRUE);
}

static CareTaken
take_back (ClinicFixture *fixture,
           CareVisit     *visit,
           Patient       *patient)
{
  CareTaken taken = { 0 };

  assert_done (care_clinic_take_back (fixture->clinic, visit, patient->keys, &receptionist, &taken, error));

  return taken;
}

static void
test_whole (ClinicFixture *fixture,
            gconstpointer  data)
{
  Patient patient = { 0 };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CareTaken taken;

  hand_over (fixture, visit, &patient);
  g_assert_cmpstr (patient.envelope->birth_date, ==, "1984-03-12");
  g_assert_cmpstr (patient.envelope->visit, ==, care_visit_get_id (visit));
  g_assert_cmpuint (patient.envelope->forms->len, ==, 1);
  g_assert_cmpuint (patient.envelope->private_answers->len, >, 0);
  answer (&patient, 1, NULL);
  tell (&patient, CARE_JOURNAL_DONE, NULL, NULL);
  clinic_wait (fixture, 6 * CARE_MINUTE);

  assert_refused (care_clinic_take_back (fixture->clinic, visit, patient.keys,
                                         &(CareSignature) { "staff-rosa", "000000" }, &taken, error),
                  CARE_ERROR_REFUSED);
  taken = take_back (fixture, visit, &patient);
  g_assert_true (taken.finished && !taken.torn && !taken.already);
  g_assert_cmpuint (taken.records, ==, 2);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_CHOOSE_PRODUCT);
  clinic_check (fixture, visit);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);

  /* Again: harmless. */
  taken = take_back (fixture, visit, &patient);
  g_assert_true (taken.already);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  patient_clear (&patient);
}

/* With the product chosen the device goes to the patient once more, for the consent alone. */
static void
test_consent (ClinicFixture *fixture,
              gconstpointer  data)
{
  static const char *const thighs[] = { "thighs", NULL };
  Patient patient = { 0 };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CareTaken taken;

  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-a", "EX-A-2601", thighs, &clinician, error));
  hand_over (fixture, visit, &patient);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ANSWERING);
  g_assert_cmpuint (patient.envelope->forms->len, ==, 1);
  tell (&patient, CARE_JOURNAL_BORROW, NULL, NULL);
  taken = take_back (fixture, visit, &patient);
  patient_clear (&patient);
  /* Borrowed back: the check stands as it stood. */
  g_assert_false (taken.finished);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_CONSENT);

  hand_over (fixture, visit, &patient);
  answer (&patient, 1, NULL);
  tell (&patient, CARE_JOURNAL_DONE, NULL, NULL);
  take_back (fixture, visit, &patient);
  patient_clear (&patient);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_DECIDE);
  assert_done (care_clinic_take_consent (fixture->clinic, visit, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  /* Nothing is left to ask. */
  assert_refused (care_clinic_hand_over_failed (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

/* "No" to the treatment needs no signature: it is an answer, is taken in as one, and nobody is asked again. */
static void
test_refusal (ClinicFixture *fixture,
              gconstpointer  data)
{
  static const char *const thighs[] = { "thighs", NULL };
  const CareSampleAnswer no[] = { { "consent-given", "no" }, { NULL, NULL } };
  Patient patient = { 0 };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GError) failed = NULL;

  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-a", "EX-A-2601", thighs, &clinician, error));
  hand_over (fixture, visit, &patient);
  answer_with (&patient, 1, no, FALSE);
  tell (&patient, CARE_JOURNAL_DONE, NULL, NULL);
  take_back (fixture, visit, &patient);
  patient_clear (&patient);

  open = care_clinic_list_open_forms (fixture->clinic, visit, &failed);
  g_assert_cmpuint (open->len, ==, 0);
  assert_refused (care_clinic_take_consent (fixture->clinic, visit, &clinician, error), CARE_ERROR_REFUSED);
}

/* Borrowed back in the middle: everything kept, and handed over again it goes on where it was. */
static void
test_borrowed (ClinicFixture *fixture,
               gconstpointer  data)
{
  Patient patient = { 0 };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CareTaken taken;

  hand_over (fixture, visit, &patient);
  answer (&patient, 1, NULL);
  tell (&patient, CARE_JOURNAL_BORROW, NULL, NULL);
  taken = take_back (fixture, visit, &patient);
  g_assert_true (taken.borrowed && !taken.finished);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_HAND_OVER);
  patient_clear (&patient);

  hand_over (fixture, visit, &patient);
  g_assert_nonnull (json_object_get_member (json_node_get_object (g_ptr_array_index (patient.envelope->responses, 0)),
                                            "item"));
  answer (&patient, 1, NULL);
  tell (&patient, CARE_JOURNAL_DONE, NULL, NULL);
  taken = take_back (fixture, visit, &patient);
  g_assert_true (taken.finished);
  g_assert_true (care_visit_is_answered (visit));
  patient_clear (&patient);
}

/* The language and the size that were chosen on the screen are the patient's from then on; a language that the clinic does not speak, or
 * what somebody else chose who could not say the birth date, is not. */
static void
test_choices (ClinicFixture *fixture,
              gconstpointer  data)
{
  CarePatient *person = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, person, CARE_VISIT_FIRST);
  static const struct
  {
    const char     *body;
    CareJournalKind end;
    const char     *language;
    int             size;
  } cases[] = {
    { "{\"language\": \"es\", \"size\": 3}", CARE_JOURNAL_BORROW, "es", 3 },
    { "{\"language\": \"tlh\", \"size\": 9}", CARE_JOURNAL_BORROW, "es", 3 },
    { "{\"language\": \"ar\", \"size\": 1}", CARE_JOURNAL_WRONG_BIRTH_DATE, "es", 3 },
    { "{\"language\": \"ar\", \"size\": 1}", CARE_JOURNAL_BORROW, "ar", 1 },
  };

  g_assert_cmpstr (care_patient_get_language (person), ==, "en");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) body = json_from_string (cases[i].body, NULL);
      Patient patient = { 0 };

      hand_over (fixture, visit, &patient);
      tell (&patient, CARE_JOURNAL_STEP, NULL, body);
      tell (&patient, cases[i].end, NULL, NULL);
      take_back (fixture, visit, &patient);
      patient_clear (&patient);
      g_assert_cmpstr (care_patient_get_language (person), ==, cases[i].language);

      hand_over (fixture, visit, &patient);
      g_assert_cmpstr (patient.envelope->language, ==, cases[i].language);
      g_assert_cmpint (patient.envelope->size, ==, cases[i].size);
      tell (&patient, CARE_JOURNAL_BORROW, NULL, NULL);
      take_back (fixture, visit, &patient);
      patient_clear (&patient);
    }
}

static void
test_wrong_birth_date (ClinicFixture *fixture,
                       gconstpointer  data)
{
  Patient patient = { 0 };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CareTaken taken;

  hand_over (fixture, visit, &patient);
  tell (&patient, CARE_JOURNAL_WRONG_BIRTH_DATE, NULL, NULL);
  taken = take_back (fixture, visit, &patient);
  g_assert_true (taken.wrong_birth_date);
  g_assert_false (care_visit_is_answered (visit));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_HAND_OVER);
  patient_clear (&patient);
}

/* The power went while a record was written: what was whole before it is there. */
static void
test_torn (ClinicFixture *fixture,
           gconstpointer  data)
{
  Patient patient = { 0 };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autofree char *folder = g_build_filename (fixture->folder, "journals", NULL);
  g_autofree char *path = NULL;
  GStatBuf status;
  CareTaken taken;

  hand_over (fixture, visit, &patient);
  answer (&patient, 1, NULL);
  answer (&patient, 1, NULL);
  path = care_journal_file_path (folder, patient.envelope->journal);
  g_clear_object (&patient.writer);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size - 7), ==, 0);

  taken = take_back (fixture, visit, &patient);
  g_assert_true (taken.torn && !taken.finished);
  g_assert_cmpuint (taken.records, ==, 1);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  patient_clear (&patient);
}

/* A journal of another visit under this visit's name is refused, and nothing of it comes in. */
static void
test_never_mixed (ClinicFixture *fixture,
                  gconstpointer  data)
{
  Patient one = { 0 };
  Patient other = { 0 };
  g_autoptr (GError) failed = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "journals", NULL);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  CareVisit *first = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CarePatient *somebody = care_clinic_register (fixture->clinic, "Eva", "Muster", "1990-01-01", "555-0102", NULL, NULL);
  CareVisit *second = clinic_arrived (fixture, somebody, CARE_VISIT_FIRST);

  hand_over (fixture, first, &one);
  hand_over (fixture, second, &other);
  g_assert_cmpstr (one.envelope->journal, !=, other.envelope->journal);
  answer (&other, 2, NULL);
  tell (&other, CARE_JOURNAL_DONE, NULL, NULL);

  from = care_journal_file_path (folder, other.envelope->journal);
  to = care_journal_file_path (folder, one.envelope->journal);
  g_assert_true (g_file_get_contents (from, &bytes, &length, &failed));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, &failed));

  assert_refused (care_clinic_take_back (fixture->clinic, first, other.keys, &receptionist, NULL, error),
                  CARE_ERROR_INPUT);
  g_assert_cmpint (care_visit_get_state (first), ==, CARE_STATE_ANSWERING);
  g_assert_true (take_back (fixture, second, &other).finished);
  g_assert_false (care_visit_is_answered (first));
  patient_clear (&one);
  patient_clear (&other);
}

static void
test_wrong_person (ClinicFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  const CareSampleAnswer pregnant[] = { { "pregnancy", "yes" }, { NULL, NULL } };

  clinic_answer (fixture, visit, pregnant);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_STOPPED);
  assert_done (care_clinic_wrong_person (fixture->clinic, visit, &receptionist, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  answers = care_store_list (fixture->store, "QuestionnaireResponse", care_patient_get_id (patient), &failed);
  g_assert_cmpuint (answers->len, ==, 1);
  for (guint i = 0; i < answers->len; i++)
    g_assert_cmpstr (json_object_get_string_member (care_document_get_resource (g_ptr_array_index (answers, i)),
                                                    "status"), ==, "entered-in-error");

  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
}

static void
test_refused (ClinicFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (NULL);
  CareSealPublicKey *key = care_seal_keys_get_public (keys);
  CarePatient *patient = care_clinic_register (fixture->clinic, "Eva", "Muster", NULL, "555-0102", NULL, NULL);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  int envelope;
  int journal;

  assert_refused (care_clinic_hand_over (fixture->clinic, visit, key, &envelope, &journal, error), CARE_ERROR_REFUSED);
  g_assert_cmpint (envelope, ==, -1);
  g_assert_cmpint (journal, ==, -1);
  assert_refused (care_clinic_take_back (fixture->clinic, visit, keys, &receptionist, NULL, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_set_birth_date (fixture->clinic, patient, "1990", error));
  assert_done (care_clinic_hand_over (fixture->clinic, visit, key, &envelope, &journal, error));
  close (envelope);
  close (journal);
  assert_refused (care_clinic_hand_over (fixture->clinic, visit, key, &envelope, &journal, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_hand_over_failed (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/handover/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("consent", test_consent);
  ADD ("consent-refused", test_refusal);
  ADD ("whole", test_whole);
  ADD ("borrowed", test_borrowed);
  ADD ("choices", test_choices);
  ADD ("wrong-birth-date", test_wrong_birth_date);
  ADD ("torn", test_torn);
  ADD ("never-mixed", test_never_mixed);
  ADD ("wrong-person", test_wrong_person);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
