/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What runs out before a booked visit (walk 39): known when it is booked, and by the rules of the check-in. */

#include "clinic/care-clinic-due.h"
#include "clinic/clinic-fixture.h"

static CareDue
find_due (ClinicFixture *fixture,
          CareVisit     *visit)
{
  CareDue due = CARE_DUE_NOTHING;

  assert_done (care_clinic_find_due (fixture->clinic, visit, &due, error));

  return due;
}

static CareVisit *
book (ClinicFixture *fixture,
      CarePatient   *patient,
      CareVisitKind  kind,
      const char    *at)
{
  g_autoptr (GError) failed = NULL;
  CareVisit *visit = care_clinic_book (fixture->clinic, patient, kind, clinic_at (fixture, at), &failed);

  g_assert_no_error (failed);

  return visit;
}

/* Tested and read on 15 and 16 November 2026: 6 months for the test, a pause of 6 months or 12 months for the answers. */
static void
test_by_start (ClinicFixture *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *at;
    guint       due;
  } cases[] = {
    { "2026-11-25T10:00", CARE_DUE_NOTHING },
    { "2027-05-14T10:00", CARE_DUE_NOTHING },
    { "2027-05-18T10:00", CARE_DUE_TEST | CARE_DUE_INTAKE },
  };
  CarePatient *patient = clinic_tested (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareVisit *visit = book (fixture, patient, CARE_VISIT_SESSION, cases[i].at);

      g_test_message ("%s", cases[i].at);
      g_assert_cmpuint (find_due (fixture, visit), ==, cases[i].due);
      assert_done (care_clinic_cancel (fixture->clinic, visit, error));
      /* Nobody is called about a visit that is called off. */
      g_assert_cmpuint (find_due (fixture, visit), ==, CARE_DUE_NOTHING);
    }
}

/* What the patient's page says of the test is what the check-in does: months of the calendar. */
static void
test_months (ClinicFixture *fixture,
             gconstpointer  data)
{
  CarePatient *patient = clinic_tested (fixture);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareWay) way = care_clinic_get_way (fixture->clinic, patient, &failed);
  g_autoptr (GDateTime) test = NULL;
  g_autoptr (GDateTime) ends = NULL;
  g_autoptr (GDateTime) said = NULL;

  g_assert_no_error (failed);
  test = care_instant_to_local (way->test_at, care_clinic_get_zone (fixture->clinic));
  ends = g_date_time_add_months (test, 6);
  said = care_instant_to_local (way->test_valid_until, care_clinic_get_zone (fixture->clinic));
  g_assert_true (g_date_time_equal (ends, said));
}

/* The day before: said on the day's list, and true at check-in. */
static void
test_true_at_check_in (ClinicFixture *fixture,
                       gconstpointer  data)
{
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = book (fixture, patient, CARE_VISIT_SESSION, "2027-05-18T10:00");
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GError) failed = NULL;

  clinic_wait (fixture, clinic_at (fixture, "2027-05-17T16:00") - care_clock_now (fixture->clock));
  g_assert_cmpuint (find_due (fixture, visit), ==, CARE_DUE_TEST | CARE_DUE_INTAKE);

  clinic_wait (fixture, 18 * CARE_HOUR);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  assert_done (care_clinic_arrive (fixture->clinic, visit, error));
  forms = care_clinic_list_open_forms (fixture->clinic, visit, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (forms->len, ==, 2);
  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-a", "EX-A-2601",
                                           (const char *const[]) { "thighs", NULL }, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_STOPPED);
}

/* A first visit asks everything, and a reading asks nothing. */
static void
test_other_kinds (ClinicFixture *fixture,
                  gconstpointer  data)
{
  g_assert_cmpuint (find_due (fixture, book (fixture, clinic_patient (fixture), CARE_VISIT_FIRST, "2026-11-25T10:00")), ==, CARE_DUE_NOTHING);
  g_assert_cmpint (care_clinic_get_test_wait (fixture->clinic), ==, 24);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/clinic/due/by-start", ClinicFixture, NULL, clinic_set_up, test_by_start, clinic_tear_down);
  g_test_add ("/clinic/due/months", ClinicFixture, NULL, clinic_set_up, test_months, clinic_tear_down);
  g_test_add ("/clinic/due/true-at-check-in", ClinicFixture, NULL, clinic_set_up, test_true_at_check_in, clinic_tear_down);
  g_test_add ("/clinic/due/other-kinds", ClinicFixture, NULL, clinic_set_up, test_other_kinds, clinic_tear_down);

  return g_test_run ();
}
