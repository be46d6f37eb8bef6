/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/clinic-fixture.h"
#include "records/care-audit.h"

static CareVisit *
book (ClinicFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CareVisit *visit = care_clinic_book (fixture->clinic, clinic_patient (fixture), CARE_VISIT_FIRST,
                                       clinic_at (fixture, "2026-11-23T11:00"), &error);

  g_assert_no_error (error);

  return visit;
}

static void
assert_status (ClinicFixture *fixture,
               CareVisit     *visit,
               const char    *status)
{
  g_autoptr (CareDocument) appointment = care_store_get (fixture->store, "Appointment", care_visit_get_id (visit), NULL);

  g_assert_cmpstr (json_object_get_string_member (care_document_get_resource (appointment), "status"), ==, status);
}

static guint
count_trail (ClinicFixture *fixture,
             const char    *what)
{
  g_autoptr (GPtrArray) rows = care_store_list_audit (fixture->store, 0, 1000, NULL);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", what);
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += strstr (((CareAuditRow *) g_ptr_array_index (rows, i))->text, quoted) != NULL;

  return count;
}

/* The visit is expected again, the trail has both, and it can arrive once more. */
static void
test_arrival (ClinicFixture *fixture,
              gconstpointer  data)
{
  CareVisit *visit = book (fixture);

  assert_done (care_clinic_arrive (fixture->clinic, visit, error));
  assert_done (care_clinic_undo (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_EXPECTED);
  assert_status (fixture, visit, "booked");
  g_assert_cmpuint (count_trail (fixture, "arrive"), ==, 1);
  g_assert_cmpuint (count_trail (fixture, "undo-arrive"), ==, 1);
  g_assert_true (care_store_verify (fixture->store, NULL, NULL, NULL, NULL));

  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_arrive (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
}

static void
test_no_show (ClinicFixture *fixture,
              gconstpointer  data)
{
  CareVisit *visit = book (fixture);

  clinic_wait (fixture, CARE_HOUR);
  assert_done (care_clinic_no_show (fixture->clinic, visit, error));
  assert_done (care_clinic_undo (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_EXPECTED);
  assert_status (fixture, visit, "booked");
  g_assert_cmpuint (count_trail (fixture, "undo-no-show"), ==, 1);
}

/* Came late after all, and that was the slip: did not come, as before. */
static void
test_late_arrival (ClinicFixture *fixture,
                   gconstpointer  data)
{
  CareVisit *visit = book (fixture);

  clinic_wait (fixture, CARE_HOUR);
  assert_done (care_clinic_no_show (fixture->clinic, visit, error));
  assert_done (care_clinic_arrive (fixture->clinic, visit, error));
  assert_done (care_clinic_undo (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_NO_SHOW);
  assert_status (fixture, visit, "noshow");
  /* The step before the last one is history. */
  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

/* Once an answer was kept somebody was there. */
static void
test_answered (ClinicFixture *fixture,
               gconstpointer  data)
{
  CareVisit *visit = book (fixture);
  g_autoptr (GError) failed = NULL;
  CareQuestionnaire *form = care_clinic_get_form (fixture->clinic, "first-visit", &failed);
  g_autoptr (CareResponse) response = NULL;

  assert_done (care_clinic_arrive (fixture->clinic, visit, error));
  response = care_clinic_continue_answers (fixture->clinic, visit, form, &failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_keep_answers (fixture->clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY,
                                         FALSE, error));
  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
}

/* Who walked in was never expected. */
static void
test_walk_in (ClinicFixture *fixture,
              gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
}

static void
test_signed_out (ClinicFixture *fixture,
                 gconstpointer  data)
{
  CareVisit *visit = book (fixture);

  assert_done (care_clinic_arrive (fixture->clinic, visit, error));
  care_clinic_sign_out (fixture->clinic);
  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/undo/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("arrival", test_arrival);
  ADD ("no-show", test_no_show);
  ADD ("late-arrival", test_late_arrival);
  ADD ("answered", test_answered);
  ADD ("walk-in", test_walk_in);
  ADD ("signed-out", test_signed_out);
#undef ADD

  return g_test_run ();
}
