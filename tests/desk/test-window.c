/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "desk/visit/care-intake-room.h"

/** The narrowest screen the desk has to fit. */
#define NARROWEST 360

/* The way down to the widget that needs the width. */
static void
append_widest (GtkWidget *widget,
               GString   *way)
{
  GtkWidget *widest = NULL;
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > most)
        {
          most = minimum;
          widest = child;
        }
    }
  if (widest == NULL)
    return;
  g_string_append_printf (way, " > %s %d", G_OBJECT_TYPE_NAME (widest), most);
  append_widest (widest, way);
}

static void
check_width (DeskFixture *desk,
             const char  *place)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (desk->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > NARROWEST)
    {
      g_autoptr (GString) way = g_string_new (NULL);

      append_widest (GTK_WIDGET (desk->window), way);
      g_error ("%s needs %d px, the narrowest screen has %d:%s", place, minimum, NARROWEST, way->str);
    }
}

static void
test_fits_narrow (DeskFixture  *desk,
                  gconstpointer data)
{
  CareVisitState states[] = { CARE_STATE_ARRIVED, CARE_STATE_MUST_DECIDE, CARE_STATE_READY, CARE_STATE_IN_TREATMENT,
                              CARE_STATE_WATCH_UNTIL, CARE_STATE_SHEET_OWED };
  static const char *const places[] = { "today", "patients", "calendar" };

  gtk_window_set_default_size (GTK_WINDOW (desk->window), 400, 740);
  desk_fixture_settle ();
  check_width (desk, "sign-in");
  desk_fixture_sign_in (desk, "Rosa", "111111");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", places[i]);
      desk_fixture_settle ();
      check_width (desk, places[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      CareVisit *visit = desk_fixture_find_visit (desk, states[i]);

      if (visit == NULL)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
      desk_fixture_settle ();
      check_width (desk, care_visit_state_to_text (states[i]));
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
    }
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.happened", NULL);
  desk_fixture_settle ();
  check_width (desk, "happened");
}

static GtkWidget *
ask_to_close (DeskFixture *desk)
{
  GtkWidget *dialog;

  gtk_window_close (GTK_WINDOW (desk->window));
  desk_fixture_settle ();
  dialog = desk_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (desk_fixture_shows (dialog, "Something is still being saved or printed"));
  return dialog;
}

/* A save or a print job is under way: said, and the desk closes when it is over, or goes on. */
static void
test_close_while_busy (DeskFixture  *desk,
                       gconstpointer data)
{
  gpointer window = desk->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  care_desk_hold (desk->desk);
  desk_fixture_press (ask_to_close (desk), "Go on here");
  g_assert_true (gtk_widget_get_mapped (window));
  care_desk_release (desk->desk);
  desk_fixture_settle ();
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_get_mapped (window));

  /* Asked twice, answered once. */
  care_desk_hold (desk->desk);
  ask_to_close (desk);
  desk_fixture_press (ask_to_close (desk), "Close when it is over");
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_get_mapped (window));
  care_desk_release (desk->desk);
  desk_fixture_settle ();
  g_assert_null (window);

  /* Another one for the fixture to close. */
  desk->window = CARE_DESK_WINDOW (care_desk_window_new (desk->application, care_desk_get_settings (desk->desk)));
  care_desk_window_open (desk->window, desk->desk, NULL, FALSE);
  gtk_window_present (GTK_WINDOW (desk->window));
  desk_fixture_settle ();
}

/* The device does not go while something is under way; the visit stands as before. */
static void
test_hand_over_while_busy (DeskFixture  *desk,
                           gconstpointer data)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  GtkWidget *room;

  g_assert_nonnull (visit);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  room = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_INTAKE_ROOM);
  g_assert_nonnull (room);
  care_desk_hold (desk->desk);
  /* No keeper listens in a test: its button is off then. */
  gtk_widget_action_set_enabled (room, "intake.hand-over", TRUE);
  g_assert_true (gtk_widget_activate_action (room, "intake.hand-over", NULL));
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Something is still being saved or printed. The device can go in a moment."));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  care_desk_release (desk->desk);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  g_test_add ("/desk/window/fits-narrow", DeskFixture, sample, desk_fixture_set_up, test_fits_narrow, desk_fixture_tear_down);
  g_test_add ("/desk/window/close-while-busy", DeskFixture, sample, desk_fixture_set_up, test_close_while_busy, desk_fixture_tear_down);
  g_test_add ("/desk/window/hand-over-while-busy", DeskFixture, sample, desk_fixture_set_up, test_hand_over_while_busy,
              desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}
