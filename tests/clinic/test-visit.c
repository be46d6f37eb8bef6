/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet.h"
#include "clinic/clinic-fixture.h"

static void
assert_at (CareVisit      *visit,
           CareVisitState  state,
           CareNextStep    step)
{
  g_assert_cmpstr (care_visit_state_to_text (care_visit_get_state (visit)), ==, care_visit_state_to_text (state));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, step);
}

static void
assert_way (ClinicFixture *fixture,
            CarePatient   *patient,
            CareStage      stage,
            guint          done)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareWay) way = care_clinic_get_way (fixture->clinic, patient, &failed);

  g_assert_no_error (failed);
  g_assert_cmpint (way->stage, ==, stage);
  g_assert_cmpuint (way->sessions_done, ==, done);
}

static gboolean
has_block (CareSheet  *sheet,
           const char *name)
{
  GPtrArray *blocks = care_sheet_get_blocks (sheet);

  for (guint i = 0; i < blocks->len; i++)
    if (g_str_equal (((CareSheetBlock *) g_ptr_array_index (blocks, i))->name, name))
      return TRUE;

  return FALSE;
}

static void
print_and_give (ClinicFixture *fixture,
                CareVisit     *visit)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-x", 6);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareSheet) first = care_clinic_make_sheet (fixture->clinic, visit, NULL, &failed);
  g_autoptr (CareSheet) again = NULL;

  /* Only what is printed once more says that it is a copy. */
  g_assert_no_error (failed);
  g_assert_false (has_block (first, "reprint"));

  assert_refused (care_clinic_mark_given (fixture->clinic, visit, "patient", "en", FALSE, TRUE, error),
                  CARE_ERROR_REFUSED);
  assert_done (care_clinic_keep_sheet (fixture->clinic, visit, pdf, "en", FALSE, error));
  kept = care_clinic_list_kept_sheets (fixture->clinic, visit, NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_true (g_bytes_equal (g_ptr_array_index (kept, 0), pdf));
  again = care_clinic_make_sheet (fixture->clinic, visit, NULL, &failed);
  g_assert_no_error (failed);
  g_assert_true (has_block (again, "reprint"));
  assert_done (care_clinic_mark_given (fixture->clinic, visit, "patient", "en", FALSE, TRUE, error));
}

static void
keep_next (ClinicFixture *fixture,
           CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareProposal) next = care_clinic_propose_next (fixture->clinic, visit, &failed);

  g_assert_no_error (failed);
  g_assert_nonnull (next);
  g_assert_nonnull (care_clinic_keep_next (fixture->clinic, visit, next, &failed));
  g_assert_no_error (failed);
  g_assert_cmpint (care_visit_get_next_visit_at (visit), ==, next->start);
}

/* First visit, step for step: one next step at every moment. */
static void
test_first (ClinicFixture *fixture,
            gconstpointer  data)
{
  const char *const thighs[] = { "thighs", NULL };
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  g_autoptr (CareSheet) sheet = NULL;

  assert_way (fixture, patient, CARE_STAGE_FIRST_VISIT, 0);
  assert_at (visit, CARE_STATE_ARRIVED, CARE_NEXT_HAND_OVER);
  clinic_answer (fixture, visit, NULL);
  assert_at (visit, CARE_STATE_MUST_DECIDE, CARE_NEXT_CHOOSE_PRODUCT);
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-a", "EX-A-2601", thighs, &clinician, error));
  assert_at (visit, CARE_STATE_MUST_DECIDE, CARE_NEXT_CONSENT);
  clinic_answer (fixture, visit, NULL);
  assert_at (visit, CARE_STATE_MUST_DECIDE, CARE_NEXT_DECIDE);
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_take_consent (fixture->clinic, visit, &clinician, error));
  assert_at (visit, CARE_STATE_READY, CARE_NEXT_ASK_IN);
  assert_done (care_clinic_ask_in (fixture->clinic, visit, error));
  assert_at (visit, CARE_STATE_IN_TREATMENT, CARE_NEXT_FINISH);
  clinic_wait (fixture, 10 * CARE_MINUTE);
  assert_done (care_clinic_finish_now (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, care_clock_now (fixture->clock));
  assert_at (visit, CARE_STATE_WATCH_UNTIL, CARE_NEXT_BOOK);
  keep_next (fixture, visit);
  assert_at (visit, CARE_STATE_WATCH_UNTIL, CARE_NEXT_PRINT);
  sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, NULL);
  g_assert_nonnull (sheet);
  print_and_give (fixture, visit);
  assert_at (visit, CARE_STATE_WATCH_UNTIL, CARE_NEXT_WATCH);
  assert_refused (care_clinic_end_watch (fixture->clinic, visit, NULL, error), CARE_ERROR_REFUSED);
  clinic_wait (fixture, 31 * CARE_MINUTE);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_RECORD);
  clinic_record (fixture, visit);
  assert_at (visit, CARE_STATE_DONE, CARE_NEXT_NOTHING);
  assert_way (fixture, patient, CARE_STAGE_READING, 0);
}

static void
test_reading (ClinicFixture *fixture,
              gconstpointer  data)
{
  gboolean reaction = GPOINTER_TO_INT (data);
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  g_autoptr (GError) failed = NULL;
  CareInstant finished;

  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  clinic_treat (fixture, visit);
  finished = care_visit_get_finished_at (visit);

  assert_refused (care_clinic_book (fixture->clinic, patient, CARE_VISIT_READING, finished + 23 * CARE_HOUR, error) != NULL,
                  CARE_ERROR_REFUSED);
  clinic_wait (fixture, 20 * CARE_HOUR);
  assert_refused (care_clinic_walk_in (fixture->clinic, patient, CARE_VISIT_READING, error) != NULL, CARE_ERROR_REFUSED);
  clinic_wait (fixture, 4 * CARE_HOUR);
  visit = care_clinic_walk_in (fixture->clinic, patient, CARE_VISIT_READING, &failed);
  g_assert_no_error (failed);
  assert_at (visit, CARE_STATE_ARRIVED, CARE_NEXT_ASK_IN);
  assert_done (care_clinic_ask_in (fixture->clinic, visit, error));
  assert_at (visit, CARE_STATE_IN_TREATMENT, CARE_NEXT_RECORD);
  assert_refused (care_clinic_record_reading (fixture->clinic, visit, reaction, NULL, &receptionist, error),
                  CARE_ERROR_REFUSED);
  assert_done (care_clinic_record_reading (fixture->clinic, visit, reaction, NULL, &clinician, error));
  assert_way (fixture, patient, reaction ? CARE_STAGE_HALTED : CARE_STAGE_SESSIONS, 0);
  if (reaction)
    {
      g_autoptr (GListModel) tasks = care_clinic_list_tasks (fixture->clinic, patient, NULL);

      assert_at (visit, CARE_STATE_DONE, CARE_NEXT_NOTHING);
      g_assert_cmpuint (g_list_model_get_n_items (tasks), ==, 1);
      return;
    }

  assert_at (visit, CARE_STATE_IN_TREATMENT, CARE_NEXT_BOOK);
  keep_next (fixture, visit);
  assert_at (visit, CARE_STATE_DONE, CARE_NEXT_NOTHING);
}

static void
test_session (ClinicFixture *fixture,
              gconstpointer  data)
{
  const CareSessionFacts unasked = { .new_since = CARE_NEW_NOT_ASKED };
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);

  g_assert_cmpuint (care_visit_get_session_number (visit), ==, 1);
  g_assert_cmpstr (care_visit_get_product (visit), ==, "product-a");
  g_assert_cmpstr (care_visit_get_batch (visit), ==, "EX-A-2601");
  clinic_answer (fixture, visit, NULL);
  assert_at (visit, CARE_STATE_READY, CARE_NEXT_ASK_IN);
  assert_done (care_clinic_ask_in (fixture->clinic, visit, error));
  assert_refused (care_clinic_record (fixture->clinic, visit, &unasked, &clinician, error), CARE_ERROR_REFUSED);
  clinic_wait (fixture, 45 * CARE_MINUTE);
  assert_refused (care_clinic_finish_at (fixture->clinic, visit, care_clock_now (fixture->clock) + CARE_MINUTE,
                                         &clinician, error), CARE_ERROR_INPUT);
  assert_refused (care_clinic_finish_at (fixture->clinic, visit, care_visit_get_began_at (visit) - CARE_MINUTE,
                                         &clinician, error), CARE_ERROR_INPUT);
  assert_refused (care_clinic_finish_at (fixture->clinic, visit, care_clock_now (fixture->clock) - CARE_MINUTE,
                                         &receptionist, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_finish_now (fixture->clinic, visit, error));
  assert_refused (care_clinic_finish_now (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_at (visit, CARE_STATE_WATCH_UNTIL, CARE_NEXT_RECORD);
  assert_refused (care_clinic_record (fixture->clinic, visit, &unasked, &clinician, error), CARE_ERROR_REFUSED);
  clinic_record (fixture, visit);
  assert_at (visit, CARE_STATE_WATCH_UNTIL, CARE_NEXT_BOOK);
  keep_next (fixture, visit);
  g_assert_cmpint (care_visit_get_next_visit_at (visit) - care_visit_get_finished_at (visit), >=, 7 * 24 * CARE_HOUR);
  print_and_give (fixture, visit);
  assert_done (care_clinic_end_watch (fixture->clinic, visit, "has to fetch the children", error));
  assert_at (visit, CARE_STATE_DONE, CARE_NEXT_NOTHING);
  assert_way (fixture, patient, CARE_STAGE_SESSIONS, 1);
}

/* All of it is on the disk: another program that opens the records sees the same visit. */
static void
test_reopened (ClinicFixture *fixture,
               gconstpointer  data)
{
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);
  g_autofree char *id = g_strdup (care_visit_get_id (visit));
  CareInstant finished;

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  finished = care_visit_get_finished_at (visit);
  clinic_reopen (fixture);
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  assert_at (visit, CARE_STATE_WATCH_UNTIL, CARE_NEXT_RECORD);
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, finished);
  g_assert_cmpstr (care_visit_get_product_name (visit), ==, "Product A (example)");
  g_assert_true (care_store_verify (fixture->store, NULL, NULL, NULL, NULL));
}

static const struct
{
  const char    *name;
  CareNewSince   news;
  CareVisitState state;
} news[] = {
  { "nothing", CARE_NEW_NOTHING, CARE_STATE_READY },
  { "illness", CARE_NEW_ILLNESS, CARE_STATE_MUST_DECIDE },
  { "medicine", CARE_NEW_MEDICINE, CARE_STATE_MUST_DECIDE },
  { "lump", CARE_NEW_LUMP, CARE_STATE_MUST_DECIDE },
  { "pregnancy", CARE_NEW_PREGNANCY, CARE_STATE_STOPPED },
};

static void
test_news (ClinicFixture *fixture,
           gconstpointer  data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);

  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_tell_new (fixture->clinic, visit, news[i].news, error));
  g_assert_cmpstr (care_visit_state_to_text (care_visit_get_state (visit)), ==, care_visit_state_to_text (news[i].state));
}

/* Told after the needle: it happened, so the record is kept, and a clinician gets a task. */
static void
test_late_news (ClinicFixture *fixture,
                gconstpointer  data)
{
  const CareSessionFacts facts = { .new_since = CARE_NEW_MEDICINE };
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);
  g_autoptr (GListModel) tasks = NULL;

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  g_assert_true (care_visit_is_recorded (visit));
  tasks = care_clinic_list_tasks (fixture->clinic, patient, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (tasks), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function, data) \
  g_test_add ("/clinic/visit/" path, ClinicFixture, data, clinic_set_up, function, clinic_tear_down)
  ADD ("first", test_first, NULL);
  ADD ("reading/clear", test_reading, GINT_TO_POINTER (FALSE));
  ADD ("reading/reaction", test_reading, GINT_TO_POINTER (TRUE));
  ADD ("session", test_session, NULL);
  ADD ("reopened", test_reopened, NULL);
  ADD ("late-news", test_late_news, NULL);
#undef ADD
  for (gsize i = 0; i < G_N_ELEMENTS (news); i++)
    {
      g_autofree char *path = g_strconcat ("/clinic/visit/news/", news[i].name, NULL);

      g_test_add (path, ClinicFixture, GSIZE_TO_POINTER (i), clinic_set_up, test_news, clinic_tear_down);
    }

  return g_test_run ();
}
