/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-register.h"
#include "desk/patients/care-patient-page.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/waiting/care-task-card.h"
#include "desk/waiting/care-waiting-page.h"
#include "desk/waiting/care-waiting.h"

static CarePatient *
find_ruth (DeskFixture *desk)
{
  g_autoptr (GListModel) found = care_clinic_search (care_desk_get_clinic (desk->desk), "ruth");
  g_autoptr (CarePatient) patient = g_list_model_get_item (found, 0);

  g_assert_nonnull (patient);
  return patient;
}

static CarePatient *
let_happen (DeskFixture *desk)
{
  CarePatient *patient = find_ruth (desk);
  g_autoptr (GError) error = NULL;

  care_clinic_happened (care_desk_get_clinic (desk->desk), patient, NULL, care_desk_now (desk->desk), NULL,
                        "a bruise like a plum", NULL, &error);
  g_assert_no_error (error);
  return patient;
}

static guint
count_tasks (DeskFixture *desk,
             CarePatient *patient)
{
  g_autoptr (GListModel) tasks = care_clinic_list_tasks (care_desk_get_clinic (desk->desk), patient, NULL);

  return g_list_model_get_n_items (tasks);
}

static GtkWidget *
go (DeskFixture *desk,
    const char  *action,
    const char  *target)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), action, "s", target);
  desk_fixture_settle ();
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

/* Opened with a clinician's PIN, closed with a reason and a yes or no; the receptionist's PIN is not even asked for. */
static void
test_task (DeskFixture  *desk,
           gconstpointer sample)
{
  CarePatient *patient = let_happen (desk);
  guint before = count_tasks (desk, patient);
  GtkWidget *page = go (desk, "win.open-patient", care_patient_get_id (patient));
  GtkWidget *card;

  desk_fixture_press (page, "Look at it");
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (CARE_IS_WAITING_PAGE (page));
  g_assert_true (desk_fixture_shows (page, care_patient_get_display_name (patient)));
  g_assert_false (desk_fixture_shows (page, "plum"));
  g_assert_null (desk_fixture_find_button (page, "Close it"));

  desk_fixture_press (page, "Open it");
  g_assert_null (desk_fixture_find_button (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG), "Rosa"));
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, "plum"));
  g_assert_true (desk_fixture_shows (page, "Something happened"));
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Close it")));
  desk_fixture_press (page, "No, not any more");
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Close it")));
  card = desk_fixture_find (page, CARE_TYPE_TASK_CARD);
  gtk_editable_set_text (GTK_EDITABLE (desk_fixture_find (card, GTK_TYPE_ENTRY)), "seen, it fades");
  desk_fixture_press (page, "Close it");
  desk_fixture_sign ("Omar", "333333");
  g_assert_cmpuint (count_tasks (desk, patient), ==, before - 1);
  g_assert_null (desk_fixture_find_button (page, "Open it"));

  /* Closed by a slip: with a PIN it waits again. */
  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  desk_fixture_sign ("Lea", "222222");
  g_assert_cmpuint (count_tasks (desk, patient), ==, before);
  g_assert_nonnull (desk_fixture_find_button (page, "Open it"));
}

/* Today says how many; the page lists as many, and visits lead to where they are decided. */
static void
test_today (DeskFixture  *desk,
            gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  guint count = care_waiting_count (desk->desk, NULL, NULL);
  g_autofree char *after = g_strdup_printf ("%u things wait for the clinician", count + 1);
  GtkWidget *page;

  g_assert_cmpuint (count, >, 0);
  g_assert_true (desk_fixture_shows (window, "for the clinician"));
  let_happen (desk);
  care_page_refresh (care_desk_window_get_page (desk->window));
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (window, after));
  desk_fixture_press (window, "Look at it");
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (CARE_IS_WAITING_PAGE (page));
  g_assert_true (desk_fixture_shows (page, "To be decided"));
  g_assert_true (desk_fixture_shows (page, care_patient_get_short_name (find_ruth (desk))));
}

static void
test_empty (DeskFixture  *desk,
            gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_clinic_register (clinic, "Zoé", "Quintana", "1980-05-17", "555-0177", NULL, &error);
  GtkWidget *page;

  g_assert_no_error (error);
  page = go (desk, "win.waiting", care_patient_get_id (patient));
  g_assert_true (desk_fixture_shows (page, "Nothing waits for the clinician"));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/waiting/task", test_task },
    { "/desk/waiting/today", test_today },
    { "/desk/waiting/empty", test_empty },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}
