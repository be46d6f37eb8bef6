/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/clinic-fixture.h"

static CareVisit *
book (ClinicFixture *fixture,
      CarePatient   *patient,
      CareVisitKind  kind,
      const char    *local,
      GError       **error)
{
  return care_clinic_book (fixture->clinic, patient, kind, clinic_at (fixture, local), error);
}

static const struct
{
  const char *name;
  const char *local;
} closed[] = {
  { "past", "2026-11-23T10:00" },
  { "sunday", "2026-11-29T10:00" },
  { "before-opening", "2026-11-24T08:45" },
  { "over-closing", "2026-11-24T18:30" },
  { "holiday", "2026-12-08T10:00" },
};

static void
test_closed (ClinicFixture *fixture,
             gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  const char *local = data;

  assert_refused (book (fixture, patient, CARE_VISIT_FIRST, local, error) != NULL, CARE_ERROR_REFUSED);
}

static void
test_rooms (ClinicFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CarePatient *patients[3];
  CareVisit *first;
  CareVisit *second;

  for (gsize i = 0; i < G_N_ELEMENTS (patients); i++)
    patients[i] = care_clinic_register (fixture->clinic, "Ana", "Sample", NULL, "555-0101", NULL, &failed);
  first = book (fixture, patients[0], CARE_VISIT_FIRST, "2026-11-24T10:00", &failed);
  g_assert_no_error (failed);
  assert_refused (book (fixture, patients[0], CARE_VISIT_FIRST, "2026-11-24T10:30", error) != NULL, CARE_ERROR_REFUSED);
  second = book (fixture, patients[1], CARE_VISIT_FIRST, "2026-11-24T10:30", &failed);
  g_assert_no_error (failed);
  g_assert_cmpstr (care_visit_get_place (first), !=, care_visit_get_place (second));
  assert_refused (book (fixture, patients[2], CARE_VISIT_FIRST, "2026-11-24T10:45", error) != NULL, CARE_ERROR_REFUSED);
}

static void
test_times (ClinicFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CarePatient *patient = clinic_patient (fixture);
  g_autoptr (GPtrArray) times = care_clinic_find_times (fixture->clinic, patient, CARE_VISIT_FIRST,
                                                        clinic_at (fixture, "2026-11-28T12:50"), 3, &failed);

  /* Saturday closes at two: the next ones are on Monday. */
  g_assert_no_error (failed);
  g_assert_cmpuint (times->len, ==, 3);
  g_assert_cmpint (((CareProposal *) g_ptr_array_index (times, 0))->start, ==, clinic_at (fixture, "2026-11-30T09:00"));
}

static void
test_gap (ClinicFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  assert_refused (book (fixture, patient, CARE_VISIT_SESSION, "2026-11-28T10:00", error) != NULL, CARE_ERROR_REFUSED);
  g_assert_nonnull (book (fixture, patient, CARE_VISIT_SESSION, "2026-12-01T10:00", &failed));
  g_assert_no_error (failed);
}

static void
test_move (ClinicFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CareVisit *visit = book (fixture, clinic_patient (fixture), CARE_VISIT_FIRST, "2026-11-23T16:00", &failed);
  GListModel *today = care_clinic_get_today (fixture->clinic);

  g_assert_no_error (failed);
  g_assert_cmpuint (g_list_model_get_n_items (today), ==, 1);
  assert_refused (care_clinic_move (fixture->clinic, visit, clinic_at (fixture, "2026-11-29T10:00"), error),
                  CARE_ERROR_REFUSED);
  assert_done (care_clinic_move (fixture->clinic, visit, clinic_at (fixture, "2026-11-24T09:00"), error));
  g_assert_cmpint (care_visit_get_start (visit), ==, clinic_at (fixture, "2026-11-24T09:00"));
  g_assert_cmpuint (g_list_model_get_n_items (today), ==, 0);

  care_clock_set_fixed (fixture->clock, clinic_at (fixture, "2026-11-24T09:12"));
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_cmpuint (g_list_model_get_n_items (today), ==, 1);
  g_assert_true (care_visit_is_late (visit));
}

/* Two at one time: the one who waits too long, or does not come, rises above the other, and only then. */
static void
test_late_rises (ClinicFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  GListModel *today = care_clinic_get_today (fixture->clinic);
  g_autoptr (CareVisit) upper = NULL;
  g_autoptr (CareVisit) lower = NULL;

  for (guint i = 0; i < 2; i++)
    {
      CarePatient *patient = care_clinic_register (fixture->clinic, "Ana", "Sample", NULL, "555-0101", NULL, &failed);

      g_assert_no_error (failed);
      book (fixture, patient, CARE_VISIT_FIRST, "2026-11-24T10:00", &failed);
      g_assert_no_error (failed);
    }
  care_clock_set_fixed (fixture->clock, clinic_at (fixture, "2026-11-24T10:05"));
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_cmpuint (g_list_model_get_n_items (today), ==, 2);
  upper = g_list_model_get_item (today, 0);
  lower = g_list_model_get_item (today, 1);
  assert_done (care_clinic_arrive (fixture->clinic, upper, error));
  g_assert_true (g_list_model_get_item (today, 0) == (gpointer) upper);
  g_object_unref (upper);

  care_clock_set_fixed (fixture->clock, clinic_at (fixture, "2026-11-24T10:12"));
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_true (care_visit_is_late (lower));
  g_assert_false (care_visit_is_late (upper));
  g_assert_true (g_list_model_get_item (today, 0) == (gpointer) lower);
  g_object_unref (lower);
  g_assert_cmpuint (g_list_model_get_n_items (today), ==, 2);

  /* Here after all: none is late, and the first is first again. */
  assert_done (care_clinic_arrive (fixture->clinic, lower, error));
  g_assert_false (care_visit_is_late (lower));
  g_assert_true (g_list_model_get_item (today, 0) == (gpointer) upper);
  g_object_unref (upper);
}

/* A stopped visit is moved into a new one; the answers of the old day stay with the old one. */
static void
test_move_stopped (ClinicFixture *fixture,
                   gconstpointer  data)
{
  const CareSampleAnswer unwell[] = { { "pregnancy", "yes" }, { NULL, NULL } };
  g_autoptr (GError) failed = NULL;
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CareVisit *next;

  clinic_answer (fixture, visit, unwell);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_MOVE);
  assert_done (care_clinic_move (fixture->clinic, visit, clinic_at (fixture, "2026-11-24T09:00"), error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_STOPPED);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_NOTHING);
  next = care_clinic_lookup_visit (fixture->clinic, care_visit_get_next_visit (visit), &failed);
  g_assert_no_error (failed);
  g_assert_cmpint (care_visit_get_state (next), ==, CARE_STATE_EXPECTED);
  g_assert_false (care_visit_is_answered (next));
}

/* The sheet carries the date of the next visit: moving that makes the sheet owed again. */
static void
test_sheet_again (ClinicFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-x", 6);
  g_autoptr (CareProposal) proposal = NULL;
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CareVisit *next;

  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  clinic_treat (fixture, visit);
  clinic_record (fixture, visit);
  proposal = care_clinic_propose_next (fixture->clinic, visit, &failed);
  g_assert_cmpint (proposal->kind, ==, CARE_VISIT_READING);
  next = care_clinic_keep_next (fixture->clinic, visit, proposal, &failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_keep_sheet (fixture->clinic, visit, pdf, "en", FALSE, error));
  assert_done (care_clinic_mark_given (fixture->clinic, visit, "patient", "en", FALSE, TRUE, error));
  assert_done (care_clinic_end_watch (fixture->clinic, visit, "sample", error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_DONE);

  assert_done (care_clinic_move (fixture->clinic, next, proposal->start + CARE_HOUR, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_SHEET_OWED);
  g_assert_cmpint (care_visit_get_next_visit_at (visit), ==, proposal->start + CARE_HOUR);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_PRINT);
}

static void
test_absent (ClinicFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = book (fixture, patient, CARE_VISIT_FIRST, "2026-11-23T11:00", &failed);
  CareVisit *walk_in;

  assert_refused (care_clinic_no_show (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  clinic_wait (fixture, CARE_HOUR);
  assert_done (care_clinic_no_show (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_MOVE);
  assert_done (care_clinic_arrive (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  assert_refused (care_clinic_arrive (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_left_early (fixture->clinic, visit, "called away", error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_LEFT_EARLY);

  walk_in = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  g_assert_true (care_visit_is_walk_in (walk_in));
  g_assert_true (care_visit_has_namesake (walk_in) == FALSE);
}

/* Two of one day who are called alike are marked, with an accent or without. */
static void
test_namesakes (ClinicFixture *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *given;
    const char *family;
    gboolean namesake;
  } people[] = {
    { "María", "González", TRUE }, { "Maria", "Gómez", TRUE }, { "Marta", "Gómez", FALSE }, { "صوفيا", "علي", FALSE },
  };
  CareVisit *visits[G_N_ELEMENTS (people)];

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) failed = NULL;
      g_autofree char *phone = g_strdup_printf ("555-01%02u", i + 10);
      CarePatient *patient = care_clinic_register (fixture->clinic, people[i].given, people[i].family, NULL, phone, "en", &failed);

      g_assert_no_error (failed);
      visits[i] = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
    }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_cmpint (care_visit_has_namesake (visits[i]), ==, people[i].namesake);
}

static void
test_course (ClinicFixture *fixture,
             gconstpointer  data)
{
  const char *const thighs[] = { "thighs", NULL };
  g_autoptr (GError) failed = NULL;
  CarePatient *patient = clinic_tested (fixture);
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GListModel) visits = NULL;
  g_autoptr (CareWay) way = NULL;
  CareInstant before = 0;

  assert_refused (care_clinic_plan_course (fixture->clinic, patient, 0, 0, 0, error) != NULL, CARE_ERROR_INPUT);
  plan = care_clinic_plan_course (fixture->clinic, patient, 4, clinic_at (fixture, "2026-11-24T10:00"), 7, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (plan->len, ==, 4);
  for (guint i = 0; i < plan->len; i++)
    {
      const CareProposal *proposal = g_ptr_array_index (plan, i);

      g_assert_cmpuint (proposal->session, ==, i + 1);
      g_assert_cmpint (proposal->start - before, >=, i == 0 ? 0 : 7 * 24 * CARE_HOUR);
      before = proposal->start;
    }

  /* The second Tuesday after is a holiday: that session gives way, the plan goes on. */
  g_assert_cmpint (((CareProposal *) g_ptr_array_index (plan, 2))->start, ==, clinic_at (fixture, "2026-12-09T09:00"));
  assert_done (care_clinic_book_course (fixture->clinic, patient, thighs, plan, error));
  assert_refused (care_clinic_book_course (fixture->clinic, patient, thighs, plan, error), CARE_ERROR_REFUSED);
  way = care_clinic_get_way (fixture->clinic, patient, &failed);
  g_assert_cmpuint (way->sessions_planned, ==, 4);
  g_assert_cmpuint (care_visit_get_session_number (way->next_visit), ==, 1);
  g_assert_cmpuint (care_visit_get_session_count (way->next_visit), ==, 4);
}

/* Something happened: the emergency words at once, a task the desk cannot close, a stop at the next check. */
static void
test_happened (ClinicFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);
  g_autoptr (GPtrArray) signs = care_clinic_list_signs (fixture->clinic);
  g_autofree char *say = care_clinic_dup_emergency_words (fixture->clinic, NULL);
  const CareSign *worst = g_ptr_array_index (signs, 0);
  CareSignLevel urgency = CARE_SIGN_SOON;
  g_autoptr (GListModel) tasks = NULL;
  g_autoptr (GListModel) left = NULL;
  g_autoptr (CareTask) task = NULL;
  g_autofree char *what = NULL;

  g_assert_nonnull (strstr (say, "555-0199"));
  assert_refused (care_clinic_happened (fixture->clinic, patient, NULL, care_clock_now (fixture->clock), "no-such-sign",
                                        NULL, NULL, error), CARE_ERROR_INPUT);
  assert_refused (care_clinic_happened (fixture->clinic, patient, NULL, care_clock_now (fixture->clock), NULL, "", NULL,
                                        error), CARE_ERROR_INPUT);
  assert_refused (care_clinic_happened (fixture->clinic, patient, NULL, care_clock_now (fixture->clock) + CARE_HOUR,
                                        worst->id, NULL, NULL, error), CARE_ERROR_INPUT);
  assert_done (care_clinic_happened (fixture->clinic, patient, NULL, care_clock_now (fixture->clock), worst->id,
                                     "in her words", &urgency, error));
  g_assert_cmpint (urgency, ==, CARE_SIGN_EMERGENCY);

  clinic_answer (fixture, visit, NULL);
  g_assert_cmpint (care_visit_get_state (visit), !=, CARE_STATE_READY);

  tasks = care_clinic_list_tasks (fixture->clinic, NULL, &failed);
  g_assert_cmpuint (g_list_model_get_n_items (tasks), ==, 1);
  task = g_list_model_get_item (tasks, 0);
  assert_refused (care_clinic_close_task (fixture->clinic, task, "seen", FALSE, &receptionist, error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_open_task (fixture->clinic, task, &receptionist, error) != NULL, CARE_ERROR_REFUSED);
  what = care_clinic_open_task (fixture->clinic, task, &clinician, &failed);
  g_assert_no_error (failed);
  g_assert_true (g_str_has_prefix (what, care_text_get (worst->text, "en")));
  g_assert_true (g_str_has_suffix (what, "\nin her words"));
  assert_refused (care_clinic_close_task (fixture->clinic, task, "", FALSE, &clinician, error), CARE_ERROR_INPUT);
  assert_done (care_clinic_close_task (fixture->clinic, task, "seen", FALSE, &clinician, error));
  assert_refused (care_clinic_close_task (fixture->clinic, task, "seen", FALSE, &clinician, error), CARE_ERROR_CONFLICT);
  left = care_clinic_list_tasks (fixture->clinic, patient, &failed);
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
  assert_done (care_clinic_screen (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/schedule/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("rooms", test_rooms);
  ADD ("times", test_times);
  ADD ("gap", test_gap);
  ADD ("move", test_move);
  ADD ("late-rises", test_late_rises);
  ADD ("move-stopped", test_move_stopped);
  ADD ("sheet-again", test_sheet_again);
  ADD ("absent", test_absent);
  ADD ("namesakes", test_namesakes);
  ADD ("course", test_course);
  ADD ("happened", test_happened);
#undef ADD
  for (gsize i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      g_autofree char *path = g_strconcat ("/clinic/schedule/closed/", closed[i].name, NULL);

      g_test_add (path, ClinicFixture, closed[i].local, clinic_set_up, test_closed, clinic_tear_down);
    }

  return g_test_run ();
}
