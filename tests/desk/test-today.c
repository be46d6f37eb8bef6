/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "clinic/care-clinic-sheet.h"
#include "desk/today/care-print-day.h"
#include "desk/today/care-today-page.h"
#include "desk/today/care-visit-card.h"

static void
open_today (DeskFixture  *desk,
            gconstpointer sample)
{
  desk_fixture_set_up (desk, sample);
  desk_fixture_sign_in (desk, "Rosa", "111111");
}

typedef void (*CardFunc) (CareVisitCard *card,
                          gpointer       data);

static guint
for_each_card (GtkWidget *root,
               CardFunc   func,
               gpointer   data)
{
  guint count = 0;

  if (CARE_IS_VISIT_CARD (root))
    {
      if (func != NULL)
        func (CARE_VISIT_CARD (root), data);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += for_each_card (child, func, data);
  return count;
}

static guint
count_buttons (GtkWidget *root)
{
  guint count = GTK_IS_BUTTON (root) && gtk_widget_get_visible (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += count_buttons (child);
  return count;
}

/* Exactly one button where something is left to do, none where nothing is; a word for the state;
 * first name and initial, no family name, no areas. */
static void
check_card (CareVisitCard *card,
            gpointer       data)
{
  CareVisit *visit = care_visit_card_get_visit (card);
  const char *const *areas = care_visit_get_areas (visit);
  const char *family = care_patient_get_family (care_visit_get_patient (visit));
  guint expected = care_visit_get_next_step (visit) != CARE_NEXT_NOTHING;

  g_assert_cmpuint (count_buttons (GTK_WIDGET (card)), ==, expected);
  g_assert_true (desk_fixture_shows (GTK_WIDGET (card), care_patient_get_short_name (care_visit_get_patient (visit))));
  g_assert_false (desk_fixture_shows (GTK_WIDGET (card), family));
  for (guint i = 0; areas[i] != NULL; i++)
    g_assert_false (desk_fixture_shows (GTK_WIDGET (card), areas[i]));
}

static void
test_cards (DeskFixture  *desk,
            gconstpointer sample)
{
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));
  guint cards = for_each_card (GTK_WIDGET (desk->window), check_card, NULL);

  g_assert_cmpuint (cards, >=, 9);
  g_assert_cmpuint (cards, ==, g_list_model_get_n_items (today));
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "done · next"));
}

static void
test_arrive_in_one_tap (DeskFixture  *desk,
                        gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_EXPECTED);

  g_assert_nonnull (visit);
  desk_fixture_press (GTK_WIDGET (desk->window), "They are here");
  g_assert_cmpint (care_visit_get_state (visit), !=, CARE_STATE_EXPECTED);
  g_assert_true (CARE_IS_TODAY_PAGE (care_desk_window_get_page (desk->window)));
}

/* A slip of the finger is taken back in the toast, once. */
static void
test_undo_arrival (DeskFixture  *desk,
                   gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_EXPECTED);

  desk_fixture_press (window, "They are here");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  desk_fixture_press (window, "Undo");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_EXPECTED);
  gtk_widget_activate_action (window, "win.undo", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_EXPECTED);
}

static void
test_undo_no_show (DeskFixture  *desk,
                   gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_EXPECTED);

  care_clock_set_fixed (care_clinic_get_clock (care_desk_get_clinic (desk->desk)), care_visit_get_start (visit) + CARE_HOUR);
  gtk_widget_activate_action (window, "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (care_desk_window_get_page (desk->window)), "visit.no-show", NULL);
  desk_fixture_settle ();
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_NO_SHOW);
  desk_fixture_press (window, "Undo");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_EXPECTED);
}

/* Called off by phone, in the visit's menu, and had back. */
static void
test_undo_called_off (DeskFixture  *desk,
                      gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_EXPECTED);

  gtk_widget_activate_action (window, "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (care_desk_window_get_page (desk->window)), "visit.cancel", NULL);
  desk_fixture_settle ();
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_CANCELLED);
  g_assert_true (desk_fixture_shows (window, "Called off"));
  desk_fixture_press (window, "Undo");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_EXPECTED);
}

static void
test_hide_list (DeskFixture  *desk,
                gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_READY);
  const char *name = care_patient_get_short_name (care_visit_get_patient (visit));

  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), name));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.hide-list", NULL);
  desk_fixture_settle ();
  g_assert_false (desk_fixture_shows (GTK_WIDGET (desk->window), name));
  desk_fixture_press (GTK_WIDGET (desk->window), "Show the list");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), name));
}

static void
test_other_days (DeskFixture  *desk,
                 gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);

  gtk_widget_activate_action (window, "win.day", "i", -1);
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (window, "Sunday"));
  gtk_widget_activate_action (window, "win.day", "i", 0);
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (window, "Monday"));
}

static void
test_rooms (DeskFixture  *desk,
            gconstpointer sample)
{
  guint all = for_each_card (GTK_WIDGET (desk->window), NULL, NULL);
  guint one;
  guint two;

  desk_fixture_press (GTK_WIDGET (desk->window), "Room 1");
  one = for_each_card (GTK_WIDGET (desk->window), NULL, NULL);
  desk_fixture_press (GTK_WIDGET (desk->window), "Room 2");
  two = for_each_card (GTK_WIDGET (desk->window), NULL, NULL);
  /* A visit that is in no room yet shows in both. */
  g_assert_cmpuint (one + two, >=, all);
  g_assert_cmpuint (MIN (one, two), <, all);
}

static guint
count_owed (DeskFixture *desk)
{
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));
  guint owed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);

      owed += care_visit_get_finished_at (visit) != CARE_INSTANT_NONE && care_visit_get_kind (visit) != CARE_VISIT_READING
              && !care_visit_is_printed (visit);
    }
  return owed;
}

static void
busy_cb (CareDesk   *desk,
         GParamSpec *pspec,
         guint      *times)
{
  *times += care_desk_is_busy (desk);
}

/* All of the day's sheets in one tap. Here no printer answers, or none is set up: said, and they are still owed. */
static void
test_print_day (DeskFixture  *desk,
                gconstpointer sample)
{
  GtkWidget *line = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PRINT_DAY);
  gint64 end = g_get_monotonic_time () + 15 * G_USEC_PER_SEC;
  guint owed = count_owed (desk);
  guint busy = 0;

  g_assert_cmpuint (owed, >, 0);
  g_assert_nonnull (line);
  g_assert_cmpuint (care_print_day_get_owed (CARE_PRINT_DAY (line)), ==, owed);
  g_signal_connect (desk->desk, "notify::busy", G_CALLBACK (busy_cb), &busy);
  desk_fixture_press (line, "Print all");
  /* Where no print server listens at all, it is over at once. */
  g_assert_cmpuint (busy, >, 0);
  g_assert_true (!care_desk_is_busy (desk->desk) || desk_fixture_find (line, GTK_TYPE_PROGRESS_BAR) != NULL);
  while (care_desk_is_busy (desk->desk) && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  g_assert_false (care_desk_is_busy (desk->desk));
  g_assert_cmpuint (count_owed (desk), ==, owed);
  g_assert_nonnull (desk_fixture_find_button (line, "Print all"));
  g_signal_handlers_disconnect_by_data (desk->desk, &busy);
}

/* Stopped at once: nothing is printed, nothing is said to be. */
static void
test_stop_print_day (DeskFixture  *desk,
                     gconstpointer sample)
{
  GtkWidget *line = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PRINT_DAY);
  gint64 end = g_get_monotonic_time () + 15 * G_USEC_PER_SEC;
  guint owed = count_owed (desk);

  desk_fixture_press (line, "Print all");
  gtk_widget_activate_action (line, "print-day.cancel", NULL);
  while (care_desk_is_busy (desk->desk) && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  g_assert_false (care_desk_is_busy (desk->desk));
  g_assert_cmpuint (count_owed (desk), ==, owed);
}

/* A printed sheet is no longer offered. */
static void
test_print_day_shrinks (DeskFixture  *desk,
                        gconstpointer sample)
{
  GtkWidget *line = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PRINT_DAY);
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.5", 8);
  g_autoptr (GError) error = NULL;
  guint owed = count_owed (desk);

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);

      if (care_visit_get_finished_at (visit) == CARE_INSTANT_NONE || care_visit_is_printed (visit)
          || care_visit_get_kind (visit) == CARE_VISIT_READING)
        continue;
      care_clinic_keep_sheet (care_desk_get_clinic (desk->desk), visit, pdf, "en", FALSE, &error);
      g_assert_no_error (error);
      break;
    }
  desk_fixture_settle ();
  g_assert_cmpuint (count_owed (desk), ==, owed - 1);
  g_assert_cmpuint (care_print_day_get_owed (CARE_PRINT_DAY (line)), ==, owed - 1);
}

/* The rooms are offered where there is something to choose from. */
static void
test_day_without_visits (DeskFixture  *desk,
                         gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);

  g_assert_true (desk_fixture_shows (window, "All rooms"));
  gtk_widget_activate_action (window, "win.day", "i", 1);
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (window, "No visits on this day"));
  g_assert_false (desk_fixture_shows (window, "All rooms"));
  gtk_widget_activate_action (window, "win.day", "i", 0);
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (window, "All rooms"));
}

static void
test_empty (DeskFixture  *desk,
            gconstpointer sample)
{
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "No visits on this day"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", "patients");
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "No patients yet"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (DeskFixture *, gconstpointer);
  } tests[] = {
    { "/desk/today/cards", test_cards },
    { "/desk/today/arrive-in-one-tap", test_arrive_in_one_tap },
    { "/desk/today/undo-arrival", test_undo_arrival },
    { "/desk/today/undo-no-show", test_undo_no_show },
    { "/desk/today/undo-called-off", test_undo_called_off },
    { "/desk/today/hide-list", test_hide_list },
    { "/desk/today/other-days", test_other_days },
    { "/desk/today/rooms", test_rooms },
    { "/desk/today/day-without-visits", test_day_without_visits },
    { "/desk/today/print-day", test_print_day },
    { "/desk/today/stop-print-day", test_stop_print_day },
    { "/desk/today/print-day-shrinks", test_print_day_shrinks },
  };
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeskFixture, sample, open_today, tests[i].test, desk_fixture_tear_down);
  g_test_add ("/desk/today/empty", DeskFixture, NULL, open_today, test_empty, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}
