/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "aftercare/care-sheet.h"
#include "clinic/care-fhir.h"
#include "clinic/clinic-fixture.h"

#define QUESTION "https://aftercare.example/fhir/CodeSystem/question"

static CareVisit *
finished (ClinicFixture *fixture,
          CareVisitKind  kind)
{
  CarePatient *patient = kind == CARE_VISIT_FIRST ? clinic_patient (fixture) : clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, kind);

  clinic_answer (fixture, visit, NULL);
  if (kind == CARE_VISIT_FIRST)
    clinic_check (fixture, visit);
  clinic_treat (fixture, visit);

  return visit;
}

static CareResponse *
draft (ClinicFixture          *fixture,
       CareVisit              *visit,
       const CareSampleAnswer *others)
{
  g_autoptr (GError) failed = NULL;
  CareResponse *response = care_clinic_draft_record (fixture->clinic, visit, "staff-lea", &failed);

  g_assert_no_error (failed);
  care_sample_answer (response, others);

  return response;
}

static void
set_moment (CareResponse *response,
            const char   *question,
            const char   *moment)
{
  g_autoptr (CareValue) value = care_value_new_date_time (moment, NULL);
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, QUESTION, question);

  care_response_set_value (response, g_ptr_array_index (nodes, 0), value);
}

static guint
count (ClinicFixture *fixture,
       CareVisit     *visit,
       const char    *kind)
{
  g_autoptr (GPtrArray) all = care_store_list (fixture->store, kind,
                                               care_patient_get_id (care_visit_get_patient (visit)), NULL);

  return all->len;
}

/* What is known is filled in; what is signed is kept, measures beside it. */
static void
test_session (ClinicFixture *fixture,
              gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "numbing-used", "no" }, { NULL, NULL } };
  CareVisit *visit = finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = draft (fixture, visit, others);
  g_autoptr (CareValue) weight = care_value_new_decimal ("68.5", NULL);
  CareSessionFacts facts = { .form = response };
  guint observations = count (fixture, visit, "Observation");
  g_autoptr (CareSheet) sheet = NULL;
  g_autofree char *text = NULL;

  care_response_prefill_by_code (response, QUESTION, "weight", weight);
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  g_assert_true (care_visit_is_recorded (visit));
  g_assert_cmpuint (count (fixture, visit, "Observation"), ==, observations + 1);
  assert_refused (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error), CARE_ERROR_REFUSED);

  sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, NULL);
  text = care_sheet_to_text (sheet);
  g_assert_nonnull (strstr (text, "Ana Sample"));
  g_assert_nonnull (strstr (text, "EX-A-2601"));
}

static void
test_test (ClinicFixture *fixture,
           gconstpointer  data)
{
  const char *first_reading = data;
  const CareSampleAnswer others[] = {
    { "first-reading-result", first_reading }, { "first-reading-time", "2026-11-23T10:45:00+01:00" },
    { "test-site-1", "forearm-left" }, { "test-site-2", "forearm-right" }, { NULL, NULL },
  };
  CareVisit *visit = finished (fixture, CARE_VISIT_FIRST);
  g_autoptr (CareResponse) response = draft (fixture, visit, others);
  g_autoptr (GError) failed = NULL;
  CareSessionFacts facts = { .form = response };
  g_autoptr (CareWay) way = NULL;
  gboolean clear = g_strcmp0 (first_reading, "clear") == 0;

  clinic_wait (fixture, CARE_HOUR);
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  way = care_clinic_get_way (fixture->clinic, care_visit_get_patient (visit), &failed);
  g_assert_no_error (failed);
  g_assert_cmpint (way->stage, ==, clear ? CARE_STAGE_READING : CARE_STAGE_HALTED);
  g_assert_cmpuint (way->open_tasks, ==, clear ? 0 : 1);
}

/* What was injected is what was checked: another product, or an expired batch, is not recorded. */
static void
test_other_product (ClinicFixture *fixture,
                    gconstpointer  data)
{
  static const char *const batches[][3] = {
    { "product-b", "EX-B-2601", NULL }, { "product-a", "EX-B-2301", NULL }, { "product-a", "EX-A-2602", "done" },
  };
  CareVisit *visit = finished (fixture, CARE_VISIT_SESSION);

  for (gsize i = 0; i < G_N_ELEMENTS (batches); i++)
    {
      const CareSampleAnswer others[] = { { "numbing-used", "no" }, { NULL, NULL } };
      g_autoptr (CareResponse) response = draft (fixture, visit, others);
      g_autoptr (CareValue) product = care_value_new_coding (CARE_FHIR_SYSTEM "product", batches[i][0], NULL);
      g_autoptr (CareValue) batch = care_value_new_coding (CARE_FHIR_SYSTEM "batch", batches[i][1], NULL);
      CareSessionFacts facts = { .form = response };

      care_response_set_value (response, care_response_find (response, "product"), product);
      care_response_set_value (response, care_response_find (response, "batch"), batch);
      if (batches[i][2] != NULL)
        assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
      else
        assert_refused (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error), CARE_ERROR_REFUSED);
    }
  g_assert_cmpstr (care_visit_get_batch (visit), ==, "EX-A-2602");
  g_assert_cmpstr (care_visit_get_expiry (visit), ==, "2029-01-31");
}

static const struct
{
  const char *name;
  const char *start;
  const char *end;
} times[] = {
  { "end-before-start", "2026-11-23T10:40:00+01:00", "2026-11-23T10:30:00+01:00" },
  { "end-in-the-future", "2026-11-23T10:15:00+01:00", "2026-11-23T12:30:00+01:00" },
};

static void
test_times (ClinicFixture *fixture,
            gconstpointer  data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const CareSampleAnswer others[] = { { "numbing-used", "no" }, { NULL, NULL } };
  CareVisit *visit = finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = draft (fixture, visit, others);
  CareSessionFacts facts = { .form = response };

  set_moment (response, "session-start", times[i].start);
  set_moment (response, "session-end", times[i].end);
  assert_refused (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error), CARE_ERROR_INPUT);
  g_assert_false (care_visit_is_recorded (visit));
}

/* A clinician puts the end right: sheet and gap hang on it. */
static void
test_true_end (ClinicFixture *fixture,
               gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "numbing-used", "yes" }, { "numbing-on", "2026-11-23T09:40:00+01:00" },
                                      { "numbing-off", "2026-11-23T10:10:00+01:00" }, { NULL, NULL } };
  CareVisit *visit = finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = draft (fixture, visit, others);
  g_autoptr (CareValue) grams = care_value_new_decimal ("5", NULL);
  g_autoptr (CareValue) area = care_value_new_integer (100);
  CareSessionFacts facts = { .form = response };

  care_response_prefill_by_code (response, QUESTION, "numbing-grams", grams);
  care_response_prefill_by_code (response, QUESTION, "numbing-area", area);
  set_moment (response, "session-end", "2026-11-23T10:38:00+01:00");
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, clinic_at (fixture, "2026-11-23T10:38"));
}

/* Back after more than a year: everything is asked again, and the clear test is too old. */
static void
test_again (ClinicFixture *fixture,
            gconstpointer  data)
{
  CarePatient *patient = clinic_tested (fixture);
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (CareWay) way = NULL;
  CareVisit *visit;

  clinic_wait (fixture, 400 * 24 * CARE_HOUR);
  way = care_clinic_get_way (fixture->clinic, patient, &failed);
  g_assert_true (way->intake_due);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);
  forms = care_clinic_list_forms (fixture->clinic, visit, &failed);
  g_assert_no_error (failed);
  g_assert_cmpstr (care_questionnaire_get_url (g_ptr_array_index (forms, 0)), ==,
                   "https://aftercare.example/fhir/Questionnaire/first-visit");
  clinic_answer (fixture, visit, NULL);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_STOPPED);
}

static void
test_reading_form (ClinicFixture *fixture,
                   gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "reading-result", "clear" }, { NULL, NULL } };
  CareVisit *visit = finished (fixture, CARE_VISIT_FIRST);
  CarePatient *patient = care_visit_get_patient (visit);
  g_autoptr (CareResponse) response = NULL;

  clinic_record (fixture, visit);
  clinic_wait (fixture, 25 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_READING);
  response = draft (fixture, visit, others);
  assert_done (care_clinic_record_reading (fixture->clinic, visit, FALSE, response, &clinician, error));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_BOOK);
}

/* The form offers what this clinic has: its own products, batches and clinicians. */
static void
test_lists (ClinicFixture *fixture,
            gconstpointer  data)
{
  CareQuestionnaire *form = care_clinic_get_form (fixture->clinic, "session-record", NULL);
  const CareItem *batch = care_questionnaire_find_item (form, "batch");
  const CareItem *injector = care_questionnaire_find_item (form, "injector");
  const CareItem *product = care_questionnaire_find_item (form, "product");

  g_assert_cmpuint (care_item_get_n_options (injector), ==, 2);
  g_assert_cmpuint (care_item_get_n_options (product), ==, care_protocol_get_products (fixture->protocol)->len);
  g_assert_cmpuint (care_item_get_n_options (batch), >, 0);
  g_assert_cmpstr (care_option_get_display (care_item_get_option (product, 0), "es"), !=,
                   care_option_get_display (care_item_get_option (product, 0), "en"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function, data) \
  g_test_add ("/clinic/record/" path, ClinicFixture, data, clinic_set_up, function, clinic_tear_down)
  ADD ("lists", test_lists, NULL);
  ADD ("other-product", test_other_product, NULL);
  ADD ("session", test_session, NULL);
  ADD ("test/clear", test_test, "clear");
  ADD ("test/reaction", test_test, "reaction");
  ADD ("true-end", test_true_end, NULL);
  ADD ("again", test_again, NULL);
  ADD ("reading-form", test_reading_form, NULL);
#undef ADD
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strconcat ("/clinic/record/times/", times[i].name, NULL);

      g_test_add (path, ClinicFixture, GSIZE_TO_POINTER (i), clinic_set_up, test_times, clinic_tear_down);
    }

  return g_test_run ();
}
