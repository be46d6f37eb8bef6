/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The computer's clock is behind the newest record: said with both times before anything hangs on it. */

#include "desk-fixture.h"

#include "clinic/care-clinic-clock.h"
#include "clinic/care-clinic-register.h"
#include "desk/patients/care-patient-page.h"
#include "desk/visit/care-visit-page.h"

static CareClinic *
get_clinic (DeskFixture *desk)
{
  return care_desk_get_clinic (desk->desk);
}

/* An afternoon's records, and then the clock goes back to the morning. */
static void
put_back (DeskFixture *desk)
{
  g_autoptr (GError) error = NULL;

  care_clinic_register (get_clinic (desk), "Zoé", "Quintana", "1980-05-17", "555-0177", NULL, &error);
  g_assert_no_error (error);
  care_clock_set_fixed (care_clinic_get_clock (get_clinic (desk)), care_desk_now (desk->desk) - 3 * CARE_HOUR);
  g_assert_true (care_clinic_is_clock_behind (get_clinic (desk), NULL));
}

static GtkWidget *
find_question (DeskFixture *desk)
{
  GtkWidget *dialog = desk_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);

  return dialog != NULL && desk_fixture_shows (dialog, "What time is it?") ? dialog : NULL;
}

static void
answer (DeskFixture *desk,
        const char  *label)
{
  GtkWidget *dialog = find_question (desk);

  g_assert_nonnull (dialog);
  g_assert_true (desk_fixture_shows (dialog, "12:2"));
  g_assert_true (desk_fixture_shows (dialog, "15:2"));
  desk_fixture_press (dialog, label);
  g_assert_null (find_question (desk));
}

static void
test_finish (DeskFixture  *desk,
             gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  put_back (desk);
  desk_fixture_press (GTK_WIDGET (care_desk_window_get_page (desk->window)), "Finished now");
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, CARE_INSTANT_NONE);
  answer (desk, "Put the clock right first");
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, CARE_INSTANT_NONE);

  /* The needle is out: whoever goes on gets the time, and the sheet. */
  desk_fixture_press (GTK_WIDGET (care_desk_window_get_page (desk->window)), "Finished now");
  answer (desk, "Go on with 12:2");
  g_assert_cmpint (care_visit_get_finished_at (visit), !=, CARE_INSTANT_NONE);
  g_assert_false (care_clinic_is_clock_behind (get_clinic (desk), NULL));
}

static void
test_walk_in (DeskFixture  *desk,
              gconstpointer sample)
{
  GListModel *today = care_clinic_get_today (get_clinic (desk));
  guint before = g_list_model_get_n_items (today);
  g_autoptr (GListModel) found = NULL;
  g_autoptr (CarePatient) patient = NULL;

  put_back (desk);
  found = care_clinic_search (get_clinic (desk), "Zoé");
  patient = g_list_model_get_item (found, 0);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-patient", "s", care_patient_get_id (patient));
  desk_fixture_settle ();
  desk_fixture_press (GTK_WIDGET (care_desk_window_get_page (desk->window)), "here now");
  answer (desk, "Put the clock right first");
  g_assert_cmpuint (g_list_model_get_n_items (today), ==, before);
  desk_fixture_press (GTK_WIDGET (care_desk_window_get_page (desk->window)), "here now");
  answer (desk, "Go on with 12:2");
  g_assert_cmpuint (g_list_model_get_n_items (today), ==, before + 1);
  g_assert_true (CARE_IS_VISIT_PAGE (care_desk_window_get_page (desk->window)));
}

/* Whoever signs in hears of it at once; the right clock says nothing. */
static void
test_sign_in (DeskFixture  *desk,
              gconstpointer sample)
{
  g_assert_null (find_question (desk));
  put_back (desk);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.lock", NULL);
  desk_fixture_settle ();
  desk_fixture_sign_in (desk, "Rosa", "111111");
  answer (desk, "Go on with 12:2");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.lock", NULL);
  desk_fixture_settle ();
  desk_fixture_sign_in (desk, "Rosa", "111111");
  g_assert_null (find_question (desk));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/clock/finish", test_finish },
    { "/desk/clock/walk-in", test_walk_in },
    { "/desk/clock/sign-in", test_sign_in },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}
