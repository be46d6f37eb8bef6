/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Where sheets are printed: the page of the desk's printer, with a print server of its own (widgets/sheet/with-cups). */

#include "print-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

#include "desk/printer/care-printer-page.h"

/* Another queue, beside those of with-cups; its jobs stay in the server's list. */
#define NEW_QUEUE "lpadmin -p second -v folder:%s -m raw -E"

static void
add_queue (void)
{
  g_autofree char *command = g_strdup_printf (NEW_QUEUE, g_getenv ("CARE_PRINTED"));

  print_fixture_run (command);
}

/* Titles and numbers of what is, or was, in a queue, one a line. */
static char *
dup_jobs (const char *queue)
{
  g_autofree char *command = g_strdup_printf ("lpstat -W all -o %s", queue);
  char *jobs = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &jobs, NULL, NULL, NULL));
  return jobs;
}

static GtkWidget *
open_page (DeskFixture *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.printer", NULL);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_PRINTER_PAGE (care_desk_window_get_page (desk->window)));
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static GtkWidget *
wait_for_row (GtkWidget  *page,
              const char *printer,
              const char *state)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;
  GtkWidget *row = NULL;

  while (g_get_monotonic_time () < end)
    {
      row = desk_fixture_find_button (page, printer);
      if (row != NULL && desk_fixture_shows (row, state))
        return row;
      desk_fixture_settle ();
    }
  g_error ("%s never was “%s”", printer, state);
}

/* The second of two is chosen: what is printed lies in its queue. It goes away: said on Today, and where one chooses. */
static void
test_second (DeskFixture  *desk,
             gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *page;

  add_queue ();
  before = dup_jobs ("second");
  g_assert_cmpstr (before, ==, "");
  g_assert_nonnull (desk_fixture_find_button (sheet.page, "Printer: the system's own"));
  desk_fixture_press (sheet.page, "Printer: the system's own");
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  wait_for_row (page, "second", "Ready");
  desk_fixture_press (page, "second");
  print_fixture_assert_said (desk->window, "Sheets go to second now");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  g_assert_nonnull (desk_fixture_find_button (sheet.page, "Printer: second"));

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at second.");
  print_fixture_check_kept (desk, sheet.visit);
  after = dup_jobs ("second");
  g_assert_true (g_str_has_prefix (after, "second-"));
  g_assert_null (strchr (strchr (after, '\n') + 1, '\n'));

  print_fixture_run ("lpadmin -x second");
  print_fixture_go_back (desk);
  print_fixture_assert_said (desk->window, "There is no printer second.");
  page = open_page (desk);
  wait_for_row (page, "second", "Not there");
}

/* The printer stands still and the patient wants to go: the sheet is taken back from there and printed at another one. */
static void
test_take_back (DeskFixture  *desk,
                gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "stopped");
  g_autofree char *left = NULL;

  print_fixture_run ("cupsdisable -r 'Door open.' stopped");
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "stopped is stopped. The sheet waits there. Door open.");
  g_assert_true (care_visit_is_printed (sheet.visit));
  desk_fixture_press (sheet.page, "Take it back");
  print_fixture_assert_said (sheet.page, "Taken back from stopped. The sheet is not printed.");
  g_assert_false (desk_fixture_shows (sheet.page, "Take it back"));
  g_assert_false (care_visit_is_printed (sheet.visit));
  g_assert_cmpint (care_visit_get_next_step (sheet.visit), ==, CARE_NEXT_PRINT);
  g_assert_true (g_spawn_command_line_sync ("lpstat -o stopped", &left, NULL, NULL, NULL));
  g_assert_cmpstr (left, ==, "");

  print_fixture_set_printer (desk, "desk");
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_assert_true (care_visit_is_printed (sheet.visit));
  print_fixture_check_kept (desk, sheet.visit);
}

/* As a hand finds them: a state for each, which follows the print system while the page is looked at. */
static void
test_states (DeskFixture  *desk,
             gconstpointer sample)
{
  g_autofree char *paper = g_build_filename (g_getenv ("CARE_PRINTED"), "paper", NULL);
  PrintSheet sheet = print_fixture_open_sheet (desk, "paperless");
  GtkWidget *page;

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "paperless is out of paper. The sheet waits there.");
  page = open_page (desk);
  wait_for_row (page, "desk", "Ready");
  wait_for_row (page, "closed", "Takes no sheets");
  wait_for_row (page, "stopped", "Stopped");
  g_assert_true (desk_fixture_shows (wait_for_row (page, "paperless", "Out of paper"), "1 job waits there."));
  g_assert_true (desk_fixture_shows (page, "Front desk, Reception"));
  g_assert_true (g_file_set_contents (paper, "", 0, NULL));
  wait_for_row (page, "paperless", "Ready");
  g_assert_cmpint (g_unlink (paper), ==, 0);
}

static char *
read_newest (void)
{
  g_autofree char *command = g_strdup_printf ("sh -c 'cd %s && pdftotext $(ls -t | grep ^job-[0-9]*$ | head -1) -'",
                                              g_getenv ("CARE_PRINTED"));
  char *text = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  return text;
}

/* The sheet that is looked at is laid out anew for the paper that is chosen. */
static void
test_paper (DeskFixture  *desk,
            gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");
  g_autofree char *command = g_strdup_printf ("sh -c 'cd %s && pdfinfo $(ls -t | grep ^job-[0-9]*$ | head -1)'",
                                              g_getenv ("CARE_PRINTED"));
  g_autofree char *info = NULL;

  if (g_find_program_in_path ("pdfinfo") == NULL)
    {
      g_test_skip ("pdfinfo is not on this machine");
      return;
    }
  desk_fixture_press (open_page (desk), "A5");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_settings_set_string (care_desk_get_settings (desk->desk), "paper", "a4");
  g_assert_true (g_spawn_command_line_sync (command, &info, NULL, NULL, NULL));
  g_assert_nonnull (strstr (info, "419.528 x 595.276 pts"));
}

/* Nobody's sheet comes out where the sheets do; the records know nothing of it. */
static void
test_page (DeskFixture  *desk,
           gconstpointer sample)
{
  g_autofree char *text = NULL;
  GtkWidget *page;

  desk_fixture_sign_in (desk, "Rosa", "111111");
  print_fixture_set_printer (desk, "desk");
  page = open_page (desk);
  desk_fixture_press (page, "Print a test page");
  print_fixture_assert_said (page, "Printed at desk.");
  if (g_find_program_in_path ("pdftotext") == NULL)
    {
      g_test_skip ("pdftotext is not on this machine");
      return;
    }
  text = read_newest ();
  g_assert_nonnull (strstr (text, "TEST PAGE"));
  g_assert_nonnull (strstr (text, "Test page of the printer. Not for a patient."));
}

static void
test_page_missing (DeskFixture  *desk,
                   gconstpointer sample)
{
  GtkWidget *page;

  desk_fixture_sign_in (desk, "Rosa", "111111");
  print_fixture_set_printer (desk, "nowhere");
  page = open_page (desk);
  desk_fixture_press (page, "Print a test page");
  print_fixture_assert_said (page, "There is no printer nowhere. Choose another one.");
  wait_for_row (page, "nowhere", "Not there");
}

int
main (int   argc,
      char *argv[])
{
  static const PrintTest tests[] = {
    { "/desk/print-place/second", test_second },
    { "/desk/print-place/take-back", test_take_back },
    { "/desk/print-place/states", test_states },
    { "/desk/print-place/paper", test_paper },
    { "/desk/print-place/test-page", test_page },
    { "/desk/print-place/test-page-missing", test_page_missing },
  };

  return print_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
