/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Whose visit it is: said on every room, and asked before the needle. */

#include "desk-fixture.h"

#include <string.h>

#include "desk/visit/care-visit-page.h"

static GtkWidget *
open_visit (DeskFixture *desk,
            CareVisit   *visit)
{
  g_assert_nonnull (visit);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  g_assert_true (CARE_IS_VISIT_PAGE (care_desk_window_get_page (desk->window)));
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static void
test_head (DeskFixture  *desk,
           gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_READY);
  CarePatient *patient = care_visit_get_patient (visit);
  GtkWidget *page = open_visit (desk, visit);
  g_autofree char *head = g_strdup_printf ("%s · born %.4s", care_patient_get_display_name (patient), care_patient_get_birth_date (patient));

  for (CareVisitRoom room = CARE_ROOM_INTAKE; room <= CARE_ROOM_SHEET; room++)
    {
      care_visit_page_show_room (CARE_VISIT_PAGE (page), room);
      desk_fixture_settle ();
      g_assert_true (desk_fixture_shows (page, head));
    }
}

/* Every date below @root that is offered as a birth date; @wrong becomes one that is not @born. */
static guint
count_dates (GtkWidget   *root,
             const char  *born,
             GtkWidget  **wrong)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TOGGLE_BUTTON (child) && strlen (gtk_widget_get_name (child)) == strlen ("1980-05-17"))
        {
          /* The heading says the year: it must not tell them apart. */
          g_assert_cmpmem (gtk_widget_get_name (child), 4, born, 4);
          if (strcmp (gtk_widget_get_name (child), born) != 0)
            *wrong = child;
          n++;
        }
      n += count_dates (child, born, wrong);
    }
  return n;
}

/* Before the needle: the right birth date among four, and the question aloud. */
static void
test_gate (DeskFixture  *desk,
           gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_READY);
  const char *born = care_patient_get_birth_date (care_visit_get_patient (visit));
  GtkWidget *page = open_visit (desk, visit);
  g_autofree char *date = NULL;
  GtkWidget *wrong = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, born);
  date = care_format_calendar_date (care_desk_get_format (desk->desk), &day);

  desk_fixture_press (page, "Ask them in");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Ask for the birth date"));
  g_assert_cmpuint (count_dates (page, born, &wrong), ==, 4);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (wrong), TRUE);
  desk_fixture_press (page, "Ask them in");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  desk_fixture_press (page, date);
  desk_fixture_press (page, "Ask them in");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Ask whether anything is new"));
  desk_fixture_press (page, "Nothing new");
  desk_fixture_press (page, "Ask them in");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_IN_TREATMENT);
  g_assert_true (desk_fixture_shows (page, "Finished now"));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/identity/head", test_head },
    { "/desk/identity/gate", test_gate },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}
