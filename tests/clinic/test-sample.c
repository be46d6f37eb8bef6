/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clinic/clinic-fixture.h"

static void
fill (ClinicFixture *fixture,
      const char    *local)
{
  g_clear_object (&fixture->clinic);
  if (local != NULL)
    care_clock_set_fixed (fixture->clock, clinic_at (fixture, local));
  assert_done (care_clinic_fill_sample (fixture->store, fixture->clock, fixture->info, fixture->protocol,
                                        g_getenv ("AFTERCARE_DATA"), fixture->folder, error));
  clinic_reopen (fixture);
}

/* Every state the sample means to show is there, and each visit has exactly one next step. */
static void
test_states (ClinicFixture *fixture,
             gconstpointer  data)
{
  static const CareVisitState wanted[] = {
    CARE_STATE_EXPECTED, CARE_STATE_ARRIVED, CARE_STATE_MUST_DECIDE, CARE_STATE_READY, CARE_STATE_IN_TREATMENT,
    CARE_STATE_WATCH_UNTIL, CARE_STATE_SHEET_OWED, CARE_STATE_DONE,
  };
  GListModel *today;
  guint found = 0;

  fill (fixture, data);
  today = care_clinic_get_today (fixture->clinic);
  g_assert_cmpuint (g_list_model_get_n_items (today), >=, 9);
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);

      g_test_message ("%s: %s, step %d, ready %d, %u undecided",
                      care_patient_get_short_name (care_visit_get_patient (visit)),
                      care_visit_state_to_text (care_visit_get_state (visit)), care_visit_get_next_step (visit),
                      care_visit_get_ready_at (visit) != CARE_INSTANT_NONE, care_visit_get_undecided (visit));
      g_assert_true (care_visit_get_finished_at (visit) <= care_clock_now (fixture->clock));
      found |= 1u << care_visit_get_state (visit);
      g_assert_true ((care_visit_get_next_step (visit) == CARE_NEXT_NOTHING)
                     == (care_visit_get_state (visit) == CARE_STATE_DONE));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true ((found & 1u << wanted[i]) != 0);
}

/* Soon after the doors open nobody has been there for hours. */
static void
test_morning (ClinicFixture *fixture,
              gconstpointer  data)
{
  CareInstant opening = clinic_at (fixture, "2026-11-23T09:00");
  GListModel *today;

  test_states (fixture, data);
  today = care_clinic_get_today (fixture->clinic);
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);

      g_assert_cmpint (care_visit_get_start (visit), >=, opening);
    }
}

static void
test_only_empty (ClinicFixture *fixture,
                 gconstpointer  data)
{
  clinic_patient (fixture);
  g_clear_object (&fixture->clinic);
  assert_refused (care_clinic_fill_sample (fixture->store, fixture->clock, fixture->info, fixture->protocol,
                                           g_getenv ("AFTERCARE_DATA"), fixture->folder, error), CARE_ERROR_REFUSED);
  clinic_reopen (fixture);
}

static gboolean
make (ClinicFixture  *fixture,
      GError        **error)
{
  return care_clinic_make_sample (fixture->path, fixture->clock, fixture->info, fixture->protocol,
                                  g_getenv ("AFTERCARE_DATA"), fixture->folder, error);
}

/* No store of that name is there before it is whole. */
static void
forget_store (ClinicFixture *fixture)
{
  g_clear_object (&fixture->clinic);
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

static gsize
size_of (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 ? (gsize) about.st_size : 0;
}

/* The plug is pulled in the middle: no half of a clinic is left, and the next start makes a whole one. */
static void
test_killed (ClinicFixture *fixture,
             gconstpointer  data)
{
  const gsize enough = 200 * 1024;
  g_autofree char *growing = g_strconcat (fixture->path, ".unfinished-wal", NULL);
  g_autofree char *grown = g_strconcat (fixture->path, ".unfinished", NULL);
  int status;
  pid_t child;

  forget_store (fixture);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (make (fixture, NULL) ? 0 : 1);

  while (size_of (growing) + size_of (grown) < enough && waitpid (child, &status, WNOHANG) == 0)
    g_usleep (1000);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  g_assert_true (g_file_test (grown, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  assert_done (make (fixture, error));
  g_assert_false (g_file_test (grown, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (growing, G_FILE_TEST_EXISTS));
  clinic_reopen (fixture);
  g_assert_true (care_store_verify (fixture->store, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (care_clinic_get_today (fixture->clinic)), >=, 9);
}

/* A store that stands already is not touched. */
static void
test_stands_already (ClinicFixture *fixture,
                     gconstpointer  data)
{
  clinic_patient (fixture);
  assert_done (make (fixture, error));
  clinic_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (care_clinic_get_today (fixture->clinic)), ==, 0);
}

/* What cannot be filled leaves nothing behind. */
static void
test_refused (ClinicFixture *fixture,
              gconstpointer  data)
{
  forget_store (fixture);
  assert_refused (care_clinic_make_sample ("/no/such/folder/store.db", fixture->clock, fixture->info, fixture->protocol,
                                           g_getenv ("AFTERCARE_DATA"), fixture->folder, error), CARE_ERROR_ENVIRONMENT);
  assert_refused (care_clinic_make_sample (fixture->path, fixture->clock, fixture->info, fixture->protocol,
                                           fixture->folder, fixture->folder, error), CARE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  clinic_reopen (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/clinic/sample/monday", ClinicFixture, "2026-11-23T14:40", clinic_set_up, test_states, clinic_tear_down);
  g_test_add ("/clinic/sample/closed-sunday", ClinicFixture, "2026-11-22T15:00", clinic_set_up, test_states,
              clinic_tear_down);
  g_test_add ("/clinic/sample/after-midnight", ClinicFixture, "2026-11-23T00:40", clinic_set_up, test_states,
              clinic_tear_down);
  g_test_add ("/clinic/sample/morning", ClinicFixture, "2026-11-23T09:40", clinic_set_up, test_morning, clinic_tear_down);
  g_test_add ("/clinic/sample/only-empty", ClinicFixture, NULL, clinic_set_up, test_only_empty, clinic_tear_down);
  g_test_add ("/clinic/sample/killed", ClinicFixture, NULL, clinic_set_up, test_killed, clinic_tear_down);
  g_test_add ("/clinic/sample/stands-already", ClinicFixture, NULL, clinic_set_up, test_stands_already, clinic_tear_down);
  g_test_add ("/clinic/sample/refused", ClinicFixture, NULL, clinic_set_up, test_refused, clinic_tear_down);

  return g_test_run ();
}
