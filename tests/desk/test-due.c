/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What runs out before a booked visit is said the day before, where somebody looks who calls (walk 39). */

#include "desk-fixture.h"

#include "clinic/care-clinic-schedule.h"
#include "desk/today/care-ahead-line.h"

/* Somebody with a session behind, booked seven months later; it is the day before. */
static CarePatient *
day_before (DeskFixture *desk)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CareVisit *session = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  CarePatient *patient = care_visit_get_patient (session);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (care_visit_get_kind (session), ==, CARE_VISIT_SESSION);
  care_clinic_book (clinic, patient, CARE_VISIT_SESSION, care_instant_parse ("2027-06-23T11:00", zone, &error), &error);
  g_assert_no_error (error);
  care_clock_set_fixed (care_clinic_get_clock (clinic), care_instant_parse ("2027-06-22T16:00", zone, &error));
  care_clinic_refresh (clinic, &error);
  g_assert_no_error (error);
  return patient;
}

static GtkWidget *
get_page (DeskFixture *desk)
{
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static void
test_said (DeskFixture  *desk,
           gconstpointer sample)
{
  GtkWidget *page = get_page (desk);
  CarePatient *patient;

  g_assert_false (desk_fixture_shows (page, "Call before"));
  patient = day_before (desk);
  care_page_refresh (CARE_PAGE (page));
  for (guint i = 0; i < 40 && !desk_fixture_shows (page, "Call before"); i++)
    desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (page, "Call before Wednesday"));
  g_assert_true (desk_fixture_shows (page, care_patient_get_short_name (patient)));
  g_assert_true (desk_fixture_shows (page, "new test first · all questions again"));

  /* That day's list, the calendar and the patient's own page say it too. */
  desk_fixture_press (page, "Look at that day");
  g_assert_true (desk_fixture_shows (page, "Session"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", "calendar");
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (get_page (desk), "new test first"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-patient", "s", care_patient_get_id (patient));
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (get_page (desk), "Say it when you call"));
  g_assert_true (desk_fixture_shows (get_page (desk), "at least 24 hours before"));
  g_assert_true (desk_fixture_shows (get_page (desk), "All questions are asked again"));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/due/said", test_said },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}
