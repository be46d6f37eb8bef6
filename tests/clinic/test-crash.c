/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clinic/clinic-fixture.h"

/* First visits one after the other, as far as *ready*, until somebody pulls the plug. */
static void
live (ClinicFixture *fixture,
      int            told)
{
  while (TRUE)
    {
      CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

      clinic_answer (fixture, visit, NULL);
      clinic_check (fixture, visit);
      if (write (told, "x", 1) != 1)
        _exit (1);
    }
}

static guint
count_of_visit (ClinicFixture *fixture,
                CareVisit     *visit,
                const char    *kind)
{
  g_autoptr (GPtrArray) all = care_store_list (fixture->store, kind,
                                               care_patient_get_id (care_visit_get_patient (visit)), NULL);

  g_assert_nonnull (all);

  return all->len;
}

/* Whatever a visit says of itself, the record has all of it. */
static guint
check_visits (ClinicFixture *fixture)
{
  g_autoptr (GListModel) patients = care_clinic_search (fixture->clinic, "");
  guint ready = 0;

  for (guint i = 0; i < g_list_model_get_n_items (patients); i++)
    {
      g_autoptr (CarePatient) patient = g_list_model_get_item (patients, i);
      g_autoptr (GError) failed = NULL;
      g_autoptr (GListModel) visits = care_clinic_list_patient_visits (fixture->clinic, patient, &failed);

      g_assert_no_error (failed);
      for (guint j = 0; j < g_list_model_get_n_items (visits); j++)
        {
          g_autoptr (CareVisit) visit = g_list_model_get_item (visits, j);

          if (care_visit_is_answered (visit))
            {
              g_assert_cmpuint (count_of_visit (fixture, visit, "QuestionnaireResponse"), >=, 1);
              g_assert_cmpuint (count_of_visit (fixture, visit, "DetectedIssue"), >, 0);
            }
          if (care_visit_get_state (visit) == CARE_STATE_READY)
            {
              g_assert_cmpuint (count_of_visit (fixture, visit, "QuestionnaireResponse"), ==, 2);
              g_assert_cmpuint (count_of_visit (fixture, visit, "Consent"), ==, 1);
              g_assert_cmpstr (care_visit_get_batch (visit), ==, "EX-A-2601");
              ready++;
            }
        }
    }

  return ready;
}

static void
test_killed (ClinicFixture *fixture,
             gconstpointer  data)
{
  guint wanted = GPOINTER_TO_UINT (data);
  guint told = 0;
  int pipes[2];
  pid_t child;
  char byte;

  g_clear_object (&fixture->clinic);
  g_clear_object (&fixture->store);
  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      clinic_reopen (fixture);
      live (fixture, pipes[1]);
    }

  close (pipes[1]);
  while (told < wanted && read (pipes[0], &byte, 1) == 1)
    told++;
  g_usleep (wanted * 7919 % 20000);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (pipes[0], &byte, 1) == 1)
    told++;
  close (pipes[0]);

  clinic_reopen (fixture);
  g_assert_true (care_store_verify (fixture->store, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (check_visits (fixture), >=, told);
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The disk is full: the answers are refused with a reason, the visit says what is on the disk, and afterwards the same
 * answers are kept. */
static void
test_disk_full (ClinicFixture *fixture,
                gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (GError) failed = NULL;
  CareQuestionnaire *form = care_clinic_get_form (fixture->clinic, "first-visit", &failed);
  g_autoptr (CareResponse) response = care_clinic_continue_answers (fixture->clinic, visit, form, &failed);

  g_assert_no_error (failed);
  care_sample_answer (response, NULL);
  signal (SIGXFSZ, SIG_IGN);
  limit_files (4096);
  assert_refused (care_clinic_keep_answers (fixture->clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY,
                                            TRUE, error), CARE_ERROR_ENVIRONMENT);
  assert_refused (care_clinic_left_early (fixture->clinic, visit, "sample", error), CARE_ERROR_ENVIRONMENT);
  limit_files (RLIM_INFINITY);

  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  assert_done (care_clinic_keep_answers (fixture->clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY,
                                         TRUE, error));
}

/* Two programs on one store: the second to change a visit is told, and nothing of the first's is overwritten. */
static void
test_two_programs (ClinicFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareStore) store = NULL;
  g_autoptr (CareClinic) other = NULL;
  CareVisit *visit = care_clinic_book (fixture->clinic, clinic_patient (fixture), CARE_VISIT_FIRST,
                                       clinic_at (fixture, "2026-11-23T11:00"), &failed);
  CareVisit *same;

  g_assert_no_error (failed);
  store = care_store_sqlite_open (fixture->path, NULL, &failed);
  other = care_clinic_new (store, fixture->clock, fixture->info, fixture->protocol, g_getenv ("AFTERCARE_DATA"),
                           fixture->folder, &failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_sign_in (other, clinician.staff, clinician.pin, error));
  same = care_clinic_lookup_visit (other, care_visit_get_id (visit), &failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_arrive (other, same, error));
  assert_refused (care_clinic_arrive (fixture->clinic, visit, error), CARE_ERROR_CONFLICT);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/clinic/crash/killed/%u", i);

      g_test_add (path, ClinicFixture, GUINT_TO_POINTER (i * 2), clinic_set_up, test_killed, clinic_tear_down);
    }
  g_test_add ("/clinic/crash/disk-full", ClinicFixture, NULL, clinic_set_up, test_disk_full, clinic_tear_down);
  g_test_add ("/clinic/crash/two-programs", ClinicFixture, NULL, clinic_set_up, test_two_programs, clinic_tear_down);

  return g_test_run ();
}
