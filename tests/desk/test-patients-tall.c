/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A screen on its side that more patients fit on than are drawn at first: nothing can be scrolled there, and all are seen. */

#include "desk-fixture.h"

#include "clinic/care-clinic-register.h"

#define PATIENTS 25

static void
test_all_are_seen (DeskFixture  *desk,
                   gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  GtkWidget *window = GTK_WIDGET (desk->window);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  GtkAdjustment *place;

  for (guint i = 0; i < PATIENTS; i++)
    {
      g_autofree char *family = g_strdup_printf ("Zahl %03u", i);

      g_assert_nonnull (care_clinic_register (clinic, "Quinta", family, NULL, "555-0101", NULL, &error));
      g_assert_no_error (error);
    }
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 2800);
  gtk_widget_activate_action (window, "win.place", "s", "patients");
  desk_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_height (window), >, 2500);

  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  place = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (desk_fixture_find (page, GTK_TYPE_LIST_VIEW), GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_true (desk_fixture_shows (page, "Zahl 000"));
  g_assert_true (desk_fixture_shows (page, "Zahl 024"));
  g_assert_cmpfloat (gtk_adjustment_get_value (place), <, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/patients-tall/all-are-seen", test_all_are_seen },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}
