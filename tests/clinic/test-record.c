/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "aftercare/care-sheet.h"
#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-fhir.h"
#include "clinic/clinic-fixture.h"

#define QUESTION "https://aftercare.example/fhir/CodeSystem/question"

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
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
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
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_FIRST);
  g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
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

static void
choose (CareResponse *response,
        const char   *link_id,
        const char   *system,
        const char   *code)
{
  g_autofree char *url = g_strconcat (CARE_FHIR_SYSTEM, system, NULL);
  g_autoptr (CareValue) value = care_value_new_coding (url, code, NULL);

  care_response_set_value (response, care_response_find (response, link_id), value);
}

/* What was injected is what was checked: another product, or a batch of another one, is not recorded. */
static void
test_other_product (ClinicFixture *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *product;
    const char *batch;
    int         wanted;
  } cases[] = {
    { "product-b", "EX-A-2601", CARE_ERROR_INPUT }, { "product-a", "EX-B-2601", CARE_ERROR_INPUT }, { "product-a", "EX-A-2602", -1 },
  };
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CareSampleAnswer others[] = { { "numbing-used", "no" }, { NULL, NULL } };
      g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
      CareSessionFacts facts = { .form = response };

      choose (response, "product", "product", cases[i].product);
      choose (response, "batch", "batch", cases[i].batch);
      if (cases[i].wanted < 0)
        assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
      else
        assert_refused (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error), cases[i].wanted);
    }
  g_assert_cmpstr (care_visit_get_batch (visit), ==, "EX-A-2602");
  g_assert_cmpstr (care_visit_get_expiry (visit), ==, "2029-01-31");
}

/* The record lists the batches of the visit's product alone; an expired one is refused by name. */
static void
test_batches (ClinicFixture *fixture,
              gconstpointer  data)
{
  const char *const forearm[] = { "arms", NULL };
  const CareSampleAnswer others[] = {
    { "first-reading-result", "clear" }, { "first-reading-time", "2026-11-23T10:45:00+01:00" },
    { "test-site-1", "forearm-left" }, { "test-site-2", "forearm-right" }, { NULL, NULL },
  };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GError) failed = NULL;
  CareSessionFacts facts = { 0 };
  const CareItem *batch;

  clinic_answer (fixture, visit, NULL);
  clinic_check_with (fixture, visit, "product-b", "EX-B-2601", forearm);
  clinic_treat (fixture, visit);
  clinic_wait (fixture, CARE_HOUR);
  response = clinic_draft (fixture, visit, others);
  batch = care_node_get_item (care_response_find (response, "test-batch"));
  g_assert_cmpuint (care_item_get_n_options (batch), ==, 2);
  for (guint i = 0; i < care_item_get_n_options (batch); i++)
    g_assert_true (g_str_has_prefix (care_value_get_code (care_option_get_value (care_item_get_option (batch, i))), "EX-B-"));

  choose (response, "test-batch", "batch", "EX-B-2301");
  facts.form = response;
  g_assert_false (care_clinic_record (fixture->clinic, visit, &facts, &clinician, &failed));
  g_assert_error (failed, CARE_ERROR, CARE_ERROR_REFUSED);
  g_assert_cmpstr (failed->message, ==, "batch: is expired; choose another one");
}

static gboolean
lists_unsigned (ClinicFixture *fixture,
                const char    *id)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GListModel) list = care_clinic_list_unsigned (fixture->clinic, &failed);

  g_assert_no_error (failed);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (list, i);

      if (g_str_equal (care_visit_get_id (visit), id))
        return TRUE;
    }

  return FALSE;
}

/* What is written and not signed is there after a crash, the next day too, and until somebody signs it. */
static void
test_draft (ClinicFixture *fixture,
            gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "numbing-used", "no" }, { NULL, NULL } };
  g_autofree char *id = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareResponse) again = NULL;
  g_autoptr (CareValue) weight = care_value_new_decimal ("68.5", NULL);
  g_autoptr (GError) failed = NULL;
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  CareSessionFacts facts = { 0 };
  guint answers;

  id = g_strdup (care_visit_get_id (visit));
  g_assert_true (care_visit_is_unsigned (visit));
  g_assert_false (care_visit_is_drafted (visit));
  response = clinic_draft (fixture, visit, others);
  /* What was asked before the needle is not asked twice. */
  g_assert_true (care_node_has_code (care_response_find (response, "new-since-answered"), NULL, "none"));
  care_response_prefill_by_code (response, QUESTION, "weight", weight);
  choose (response, "batch", "batch", "EX-A-2602");
  answers = count (fixture, visit, "QuestionnaireResponse");
  for (int i = 0; i < 3; i++)
    assert_done (care_clinic_keep_record (fixture->clinic, visit, response, error));
  g_assert_true (care_visit_is_drafted (visit));
  g_assert_false (care_visit_is_recorded (visit));
  /* One document with versions, not one a save; and nothing counts before it is signed. */
  g_assert_cmpuint (count (fixture, visit, "QuestionnaireResponse"), ==, answers);
  g_assert_cmpstr (care_visit_get_batch (visit), ==, "EX-A-2601");

  clinic_reopen (fixture);
  clinic_wait (fixture, 26 * CARE_HOUR);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_true (lists_unsigned (fixture, id));
  visit = care_clinic_lookup_visit (fixture->clinic, id, &failed);
  g_assert_no_error (failed);
  g_assert_true (care_visit_is_drafted (visit));
  again = clinic_draft (fixture, visit, NULL);
  g_assert_true (care_node_get_value (care_response_find (again, "weight")) != NULL);
  g_assert_true (care_node_has_code (care_response_find (again, "batch"), NULL, "EX-A-2602"));

  facts.form = again;
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  g_assert_false (care_visit_is_drafted (visit));
  g_assert_false (lists_unsigned (fixture, id));
  /* The batch's last day went with the batch. */
  g_assert_cmpstr (care_visit_get_expiry (visit), ==, "2029-01-31");
  assert_refused (care_clinic_keep_record (fixture->clinic, visit, again, error), CARE_ERROR_REFUSED);
}

/* A clinician puts the end right while a draft lies there: the draft does not bring the wrong one back. */
static void
test_draft_end (ClinicFixture *fixture,
                gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "numbing-used", "no" }, { NULL, NULL } };
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
  g_autoptr (CareResponse) again = NULL;
  CareInstant end = clinic_at (fixture, "2026-11-23T10:40");
  CareSessionFacts facts = { 0 };

  assert_done (care_clinic_keep_record (fixture->clinic, visit, response, error));
  assert_done (care_clinic_finish_at (fixture->clinic, visit, end, &clinician, error));
  again = clinic_draft (fixture, visit, NULL);
  facts.form = again;
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, end);
}

/* A reading that is begun waits too, and a form of another visit is no draft of it. */
static void
test_draft_reading (ClinicFixture *fixture,
                    gconstpointer  data)
{
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_FIRST);
  CarePatient *patient = care_visit_get_patient (visit);
  g_autoptr (CareResponse) record = clinic_draft (fixture, visit, NULL);
  g_autoptr (CareResponse) response = NULL;

  clinic_record (fixture, visit);
  clinic_wait (fixture, 25 * CARE_HOUR);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  visit = clinic_arrived (fixture, patient, CARE_VISIT_READING);
  g_assert_false (care_visit_is_unsigned (visit));
  response = clinic_draft (fixture, visit, NULL);
  assert_refused (care_clinic_keep_record (fixture->clinic, visit, record, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_keep_record (fixture->clinic, visit, response, error));
  g_assert_true (care_visit_is_unsigned (visit));
  g_assert_true (lists_unsigned (fixture, care_visit_get_id (visit)));
  assert_done (care_clinic_record_reading (fixture->clinic, visit, FALSE, NULL, &clinician, error));
  g_assert_false (care_visit_is_unsigned (visit));
}

/* A clinician puts the end right: sheet and gap hang on it. */
static void
test_true_end (ClinicFixture *fixture,
               gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "numbing-used", "yes" }, { "numbing-on", "2026-11-23T09:40:00+01:00" },
                                      { "numbing-off", "2026-11-23T10:10:00+01:00" }, { NULL, NULL } };
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
  g_autoptr (CareValue) grams = care_value_new_decimal ("5", NULL);
  g_autoptr (CareValue) area = care_value_new_integer (100);
  CareSessionFacts facts = { .form = response };

  care_response_prefill_by_code (response, QUESTION, "numbing-grams", grams);
  care_response_prefill_by_code (response, QUESTION, "numbing-area", area);
  clinic_set_moment (response, "session-end", "2026-11-23T10:38:00+01:00");
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, clinic_at (fixture, "2026-11-23T10:38"));
}

/* Seven months away, and a call about a lump in the sixth: the call asked nothing, so that all of it is asked again, as
 * screening counts it. */
static void
test_call_is_no_visit (ClinicFixture *fixture,
                       gconstpointer  data)
{
  CarePatient *patient = clinic_tested (fixture);
  g_autoptr (GListModel) tasks = NULL;
  g_autoptr (CareTask) task = NULL;
  gboolean due = TRUE;

  assert_done (_care_clinic_is_intake_due (fixture->clinic, patient, care_clock_now (fixture->clock), &due, error));
  g_assert_false (due);

  clinic_wait (fixture, 183 * 24 * CARE_HOUR);
  assert_done (care_clinic_happened (fixture->clinic, patient, NULL, care_clock_now (fixture->clock), NULL, "a lump", NULL,
                                     error));
  tasks = care_clinic_list_tasks (fixture->clinic, patient, NULL);
  task = g_list_model_get_item (tasks, 0);
  assert_done (care_clinic_close_task (fixture->clinic, task, "seen", TRUE, &clinician, error));
  clinic_wait (fixture, 30 * 24 * CARE_HOUR);
  assert_done (_care_clinic_is_intake_due (fixture->clinic, patient, care_clock_now (fixture->clock), &due, error));
  g_assert_true (due);
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
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_FIRST);
  CarePatient *patient = care_visit_get_patient (visit);
  g_autoptr (CareResponse) response = NULL;

  clinic_record (fixture, visit);
  clinic_wait (fixture, 25 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_READING);
  response = clinic_draft (fixture, visit, others);
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

/* A visit's record offers what was checked and nothing that it would refuse. */
static void
test_one_product (ClinicFixture *fixture,
                  gconstpointer  data)
{
  const CareSampleAnswer others[] = { { NULL, NULL } };
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
  const CareItem *product = care_questionnaire_find_item (care_response_get_questionnaire (response), "product");

  g_assert_cmpuint (care_item_get_n_options (product), ==, 1);
  g_assert_cmpstr (care_value_get_code (care_option_get_value (care_item_get_option (product, 0))), ==, care_visit_get_product (visit));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function, data) \
  g_test_add ("/clinic/record/" path, ClinicFixture, data, clinic_set_up, function, clinic_tear_down)
  ADD ("lists", test_lists, NULL);
  ADD ("one-product", test_one_product, NULL);
  ADD ("other-product", test_other_product, NULL);
  ADD ("batches", test_batches, NULL);
  ADD ("draft", test_draft, NULL);
  ADD ("draft-end", test_draft_end, NULL);
  ADD ("draft-reading", test_draft_reading, NULL);
  ADD ("session", test_session, NULL);
  ADD ("test/clear", test_test, "clear");
  ADD ("test/reaction", test_test, "reaction");
  ADD ("true-end", test_true_end, NULL);
  ADD ("again", test_again, NULL);
  ADD ("call-is-no-visit", test_call_is_no_visit, NULL);
  ADD ("reading-form", test_reading_form, NULL);
#undef ADD

  return g_test_run ();
}
