/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The page of the desk's printer, of a list that is given: what it says of each printer, and what choosing one does. */

#include "desk-fixture.h"

#include "desk/printer/care-printer-list.h"
#include "desk/printer/care-printer-page.h"

static CarePrintReport *
add (GPtrArray  *list,
     const char *name)
{
  CarePrintReport *report = g_new0 (CarePrintReport, 1);

  report->printer = g_strdup (name);
  report->known = TRUE;
  report->accepting = TRUE;
  g_ptr_array_add (list, report);
  return report;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) care_print_report_free);
}

/* Every state there is, in no order. */
static GPtrArray *
new_many (void)
{
  GPtrArray *list = new_list ();
  CarePrintReport *report;

  report = add (list, "attic");
  report->stopped = TRUE;
  report->message = g_strdup ("Cover open.");
  report->waiting = 2;
  report = add (list, "back-room");
  report->accepting = FALSE;
  report = add (list, "corridor");
  report->out_of_paper = TRUE;
  report = add (list, "den");
  report->offline = TRUE;
  report->wrong = g_strdup ("It is off or not connected.");
  report = add (list, "entrance");
  report->wrong = g_strdup ("Paper is jammed.");
  report = add (list, "front");
  report->system = TRUE;
  report->about = g_strdup ("HP LaserJet, Reception");
  return list;
}

static GtkWidget *
open_page (DeskFixture *desk,
           GPtrArray   *list,
           const char  *chosen)
{
  g_autoptr (CareKnownPrinters) known = care_known_printers_new_fixed (list);

  care_desk_set_printers (desk->desk, known);
  g_settings_set_string (care_desk_get_settings (desk->desk), "printer", chosen);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.printer", NULL);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_PRINTER_PAGE (care_desk_window_get_page (desk->window)));
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static void
assert_setting (DeskFixture *desk,
                const char  *key,
                const char  *value)
{
  g_autofree char *kept = g_settings_get_string (care_desk_get_settings (desk->desk), key);

  g_assert_cmpstr (kept, ==, value);
}

/* The row of a printer, which is a button, and what it says. */
static GtkWidget *
assert_row (GtkWidget  *page,
            const char *printer,
            const char *state,
            const char *about)
{
  GtkWidget *row = desk_fixture_find_button (page, printer);

  g_assert_nonnull (row);
  if (!desk_fixture_shows (row, state) || (about != NULL && !desk_fixture_shows (row, about)))
    g_error ("%s does not say “%s”, “%s”", printer, state, about != NULL ? about : "");
  return row;
}

static void
test_states (DeskFixture  *desk,
             gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_many ();
  GtkWidget *page = open_page (desk, list, "corridor");

  assert_row (page, "attic", "Stopped", "Cover open. 2 jobs wait there.");
  assert_row (page, "back-room", "Takes no sheets", NULL);
  g_assert_true (desk_fixture_shows (assert_row (page, "corridor", "Out of paper", NULL), "This desk's"));
  g_assert_false (desk_fixture_shows (assert_row (page, "den", "Off or not connected", NULL), "This desk's"));
  assert_row (page, "entrance", "Needs a hand", "Paper is jammed.");
  assert_row (page, "front", "Ready", "HP LaserJet, Reception (the system's own)");
  assert_row (page, "The system's own printer", "Ready", "front at present");
}

static void
test_choose (DeskFixture  *desk,
             gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_many ();
  GtkWidget *page = open_page (desk, list, "");

  g_assert_true (desk_fixture_shows (assert_row (page, "The system's own printer", "Ready", NULL), "This desk's"));
  desk_fixture_press (page, "entrance");
  assert_setting (desk, "printer", "entrance");
  g_assert_true (desk_fixture_shows (assert_row (page, "entrance", "Needs a hand", NULL), "This desk's"));
  g_assert_false (desk_fixture_shows (assert_row (page, "The system's own printer", "Ready", NULL), "This desk's"));
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Sheets go to entrance now"));

  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  assert_setting (desk, "printer", "");
  g_assert_true (desk_fixture_shows (assert_row (page, "The system's own printer", "Ready", NULL), "This desk's"));
}

/* Whoever chooses with the keyboard stays on the row, which is made anew. */
static void
test_focus (DeskFixture  *desk,
            gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_many ();
  GtkWidget *page = open_page (desk, list, "");
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_true (gtk_widget_grab_focus (desk_fixture_find_button (page, "entrance")));
  gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (desk->window)));
  /* A button stays down for a moment before it counts. */
  while (!desk_fixture_shows (GTK_WIDGET (desk->window), "Sheets go to entrance now") && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  desk_fixture_settle ();
  assert_setting (desk, "printer", "entrance");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (desk->window)) == desk_fixture_find_button (page, "entrance"));
}

static void
test_gone (DeskFixture  *desk,
           gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_many ();
  GtkWidget *page = open_page (desk, list, "garage");

  g_assert_true (desk_fixture_shows (assert_row (page, "garage", "Not there", "Turn it on or connect it"), "This desk's"));
  desk_fixture_press (page, "front");
  g_assert_null (desk_fixture_find_button (page, "garage"));
}

static void
test_none (DeskFixture  *desk,
           gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_list ();
  GtkWidget *page = open_page (desk, list, "");

  g_assert_true (desk_fixture_shows (page, "No printer is set up"));
  g_assert_true (desk_fixture_shows (page, "Connect a printer"));
  g_assert_nonnull (desk_fixture_find_button (page, "Look again"));
  g_assert_null (desk_fixture_find_button (page, "The system's own printer"));
}

/* No default printer, and several to choose from: sheets go nowhere, and it is said. */
static void
test_no_default (DeskFixture  *desk,
                 gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_list ();
  GtkWidget *page;

  add (list, "one");
  add (list, "two");
  page = open_page (desk, list, "");
  assert_row (page, "The system's own printer", "None", "choose one of the others");
}

static void
test_paper (DeskFixture  *desk,
            gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_many ();
  GtkWidget *page = open_page (desk, list, "front");
  GtkWidget *a4 = desk_fixture_find_button (page, "A4");

  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (a4)));
  desk_fixture_press (page, "A5");
  assert_setting (desk, "paper", "a5");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Sheets are for A5 paper now"));
  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  assert_setting (desk, "paper", "a4");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (a4)));
}

/* Whoever has locked the desk has taken nothing back by it. */
static void
test_locked (DeskFixture  *desk,
             gconstpointer sample)
{
  g_autoptr (GPtrArray) list = new_many ();
  GtkWidget *page = open_page (desk, list, "");

  desk_fixture_press (page, "entrance");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.lock", NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.undo-printer", "s", "");
  desk_fixture_settle ();
  assert_setting (desk, "printer", "entrance");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.printer", NULL);
  desk_fixture_settle ();
  g_assert_false (care_desk_window_is_inside (desk->window));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/printer/states", test_states },
    { "/desk/printer/choose", test_choose },
    { "/desk/printer/focus", test_focus },
    { "/desk/printer/gone", test_gone },
    { "/desk/printer/none", test_none },
    { "/desk/printer/no-default", test_no_default },
    { "/desk/printer/paper", test_paper },
    { "/desk/printer/locked", test_locked },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_set_up);
}
