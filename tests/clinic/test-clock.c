/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A computer whose clock went back behind what is written (walk 11). */

#include <string.h>

#include "aftercare/care-sheet.h"
#include "clinic/care-clinic-clock.h"
#include "clinic/clinic-fixture.h"
#include "records/care-audit.h"

static guint
count_trail (ClinicFixture *fixture,
             const char    *text)
{
  g_autoptr (GPtrArray) rows = care_store_list_audit (fixture->store, 0, 10000, NULL);
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += strstr (((CareAuditRow *) g_ptr_array_index (rows, i))->text, text) != NULL;

  return count;
}

static void
test_right (ClinicFixture *fixture,
            gconstpointer  data)
{
  CareInstant newest;

  g_assert_false (care_clinic_is_clock_behind (fixture->clinic, &newest));
  clinic_patient (fixture);
  clinic_wait (fixture, CARE_HOUR);
  g_assert_false (care_clinic_is_clock_behind (fixture->clinic, &newest));
  /* What a time server puts right is no wrong clock. */
  clinic_patient (fixture);
  clinic_wait (fixture, -30 * CARE_SECOND);
  g_assert_false (care_clinic_is_clock_behind (fixture->clinic, &newest));
  clinic_wait (fixture, -30 * CARE_SECOND);
  g_assert_true (care_clinic_is_clock_behind (fixture->clinic, &newest));
}

/* Behind, restarted, written to, restarted again: it stays behind the same record, and each row says so. */
static void
test_stays (ClinicFixture *fixture,
            gconstpointer  data)
{
  CareInstant written;
  CareInstant newest;

  /* A trail of some length: the last row is found wherever it stands. */
  for (guint i = 0; i < 11; i++)
    {
      clinic_patient (fixture);
      clinic_reopen (fixture);
      g_assert_false (care_clinic_is_clock_behind (fixture->clinic, &newest));
      g_assert_cmpint (newest, ==, care_clock_now (fixture->clock));
      clinic_wait (fixture, CARE_MINUTE);
    }
  written = newest;

  clinic_wait (fixture, -26 * CARE_HOUR);
  g_assert_cmpuint (count_trail (fixture, "newest-record"), ==, 0);
  clinic_reopen (fixture);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (care_clinic_is_clock_behind (fixture->clinic, &newest));
      g_assert_cmpint (newest, ==, written);
      clinic_patient (fixture);
      g_assert_cmpuint (count_trail (fixture, "newest-record"), >, i);
      clinic_reopen (fixture);
    }
  g_assert_true (care_store_verify (fixture->store, NULL, NULL, NULL, NULL));

  /* It caught up: nothing has to be said any more. */
  clinic_wait (fixture, 27 * CARE_HOUR);
  g_assert_false (care_clinic_is_clock_behind (fixture->clinic, NULL));
}

/* The clock was wrong yesterday and is right today: a person says so, once, by name. */
static void
test_confirmed (ClinicFixture *fixture,
                gconstpointer  data)
{
  CareInstant newest;

  clinic_patient (fixture);
  clinic_wait (fixture, -26 * CARE_HOUR);
  care_clinic_sign_out (fixture->clinic);
  assert_refused (care_clinic_confirm_clock (fixture->clinic, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_sign_in (fixture->clinic, receptionist.staff, receptionist.pin, error));
  g_assert_true (care_clinic_is_clock_behind (fixture->clinic, &newest));
  assert_done (care_clinic_confirm_clock (fixture->clinic, error));
  g_assert_false (care_clinic_is_clock_behind (fixture->clinic, NULL));
  g_assert_cmpuint (count_trail (fixture, "confirm-clock"), ==, 1);
  g_assert_cmpuint (count_trail (fixture, "clock-was-behind"), ==, 1);

  clinic_reopen (fixture);
  g_assert_false (care_clinic_is_clock_behind (fixture->clinic, NULL));
  /* And behind that, it is said again. */
  clinic_patient (fixture);
  clinic_wait (fixture, -2 * CARE_HOUR);
  g_assert_true (care_clinic_is_clock_behind (fixture->clinic, NULL));
}

/* Nothing that must come out is refused for it. */
static void
test_sheet (ClinicFixture *fixture,
            gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  CareSheet *sheet;

  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  assert_done (care_clinic_ask_in (fixture->clinic, visit, error));
  clinic_wait (fixture, -26 * CARE_HOUR);
  assert_done (care_clinic_finish_now (fixture->clinic, visit, error));
  sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, NULL);
  g_assert_nonnull (sheet);
  g_object_unref (sheet);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/clinic/clock/right", ClinicFixture, NULL, clinic_set_up, test_right, clinic_tear_down);
  g_test_add ("/clinic/clock/stays", ClinicFixture, NULL, clinic_set_up, test_stays, clinic_tear_down);
  g_test_add ("/clinic/clock/confirmed", ClinicFixture, NULL, clinic_set_up, test_confirmed, clinic_tear_down);
  g_test_add ("/clinic/clock/sheet", ClinicFixture, NULL, clinic_set_up, test_sheet, clinic_tear_down);

  return g_test_run ();
}
