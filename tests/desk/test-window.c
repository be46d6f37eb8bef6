/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

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
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}
