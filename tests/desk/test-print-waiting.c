/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A sheet that waits at a printer while the desk is closed, or handed over, and opened again: its state is said again, with a
 * print server of its own (widgets/sheet/with-cups). And what is wrong with the printer before anybody prints. */

#include "print-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

#include "desk/today/care-printer-line.h"

/* Leaves the visit's sheet at @printer, which stands still, and closes the desk. */
static CareVisit *
leave_waiting (DeskFixture *desk,
               const char  *printer)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, printer);
  g_autofree char *command = g_strdup_printf ("cupsdisable -r 'Door open.' %s", printer);
  g_autofree char *said = g_strdup_printf ("%s is stopped. The sheet waits there. Door open.", printer);
  g_autofree char *id = g_strdup (care_visit_get_id (sheet.visit));
  g_autoptr (GError) error = NULL;
  CareVisit *visit;

  print_fixture_run (command);
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, said);
  g_assert_nonnull (care_visit_get_print_title (sheet.visit));
  g_assert_cmpstr (care_visit_get_print_queue (sheet.visit), ==, printer);
  /* Nothing in it is about a person. */
  g_assert_true (g_str_has_prefix (care_visit_get_print_title (sheet.visit), "Aftercare sheet "));
  desk_fixture_restart (desk);
  visit = care_clinic_lookup_visit (care_desk_get_clinic (desk->desk), id, &error);
  g_assert_no_error (error);
  return visit;
}

static GtkWidget *
come_back (DeskFixture *desk,
           CareVisit   *visit,
           const char  *card)
{
  desk_fixture_sign_in (desk, "Rosa", "111111");
  print_fixture_assert_said (desk->window, card);
  return print_fixture_open_page (desk, visit);
}

/* It waits still: Today and the page say so, and hear when it comes out. */
static void
test_waits (DeskFixture  *desk,
            gconstpointer sample)
{
  CareVisit *visit = leave_waiting (desk, "stopped");
  GtkWidget *page = come_back (desk, visit, "Sheet waits: printer stopped");

  print_fixture_assert_said (page, "stopped is stopped. The sheet waits there. Door open.");
  g_assert_true (care_visit_is_printed (visit));
  desk_fixture_press (page, "Print again");
  print_fixture_assert_said (desk->window, "already waiting at the printer");
  print_fixture_run ("cupsenable stopped");
  print_fixture_assert_said (page, "Printed at stopped.");
  g_assert_null (care_visit_get_print_title (visit));
  g_assert_true (care_visit_is_printed (visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, visit), ==, 1);
  print_fixture_check_kept (desk, visit);
  print_fixture_go_back (desk);
  print_fixture_assert_said (desk->window, "Sheet printed");
}

/* It came out while nobody asked. */
static void
test_came_out (DeskFixture  *desk,
               gconstpointer sample)
{
  CareVisit *visit = leave_waiting (desk, "stopped");
  GtkWidget *page;

  print_fixture_run ("cupsenable stopped");
  page = come_back (desk, visit, "Sheet printed");
  print_fixture_assert_said (page, "Printed at stopped.");
  g_assert_null (care_visit_get_print_title (visit));
  g_assert_true (care_visit_is_printed (visit));
}

/* It was given up while nobody asked: said before anybody signs in, and owed. */
static void
test_given_up (DeskFixture  *desk,
               gconstpointer sample)
{
  CareVisit *visit;

  visit = leave_waiting (desk, "stopped");
  g_assert_true (care_visit_is_printed (visit));
  print_fixture_run ("cancel -a stopped");
  print_fixture_assert_said (desk->window, "stopped gave up the sheet. Print it again.");
  g_assert_false (care_visit_is_printed (visit));
  g_assert_null (care_visit_get_print_title (visit));
  come_back (desk, visit, "Sheet not printed");
  print_fixture_run ("cupsenable stopped");
}

/* The printer is no more: said in words, also at every later start, until it is printed elsewhere. */
static void
test_gone (DeskFixture  *desk,
           gconstpointer sample)
{
  CareVisit *visit;
  GtkWidget *page;

  print_fixture_run ("lpadmin -p leaving -v folder:/tmp -m raw -E");
  visit = leave_waiting (desk, "leaving");
  print_fixture_run ("lpadmin -x leaving");
  page = come_back (desk, visit, "Sheet lost at the printer");
  print_fixture_assert_said (page, "The printer leaving is gone, and what waited there with it.");
  g_assert_nonnull (care_visit_get_print_title (visit));

  print_fixture_set_printer (desk, "desk");
  desk_fixture_press (page, "Print again");
  print_fixture_assert_said (page, "Printed at desk.");
  print_fixture_go_back (desk);
  print_fixture_assert_said (desk->window, "Sheet printed");
  g_assert_null (care_visit_get_print_title (visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, visit), ==, 2);
}

/* What is in somebody's hand is asked after no more. */
static void
test_given (DeskFixture  *desk,
            gconstpointer sample)
{
  CareVisit *visit = leave_waiting (desk, "stopped");
  GtkWidget *page = come_back (desk, visit, "Sheet waits: printer stopped");

  desk_fixture_press (page, "The sheet is given");
  g_assert_null (care_visit_get_print_title (visit));
  print_fixture_go_back (desk);
  g_assert_false (desk_fixture_shows (GTK_WIDGET (desk->window), "Sheet waits"));
  print_fixture_run ("cancel -a stopped");
  print_fixture_run ("cupsenable stopped");
}

/* ---- before anybody prints ---- */

static void
wait_until_silent (GtkWidget *line)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;

  while (gtk_widget_get_visible (line) && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (line));
}

static void
test_line (DeskFixture  *desk,
           gconstpointer sample)
{
  g_autofree char *paper = g_build_filename (g_getenv ("CARE_PRINTED"), "paper", NULL);
  GtkWidget *line;

  print_fixture_set_printer (desk, "stopped");
  print_fixture_run ("cupsdisable -r 'Door open.' stopped");
  desk_fixture_sign_in (desk, "Rosa", "111111");
  print_fixture_assert_said (desk->window, "stopped is stopped. Door open.");
  line = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PRINTER_LINE);
  g_assert_nonnull (line);
  g_assert_true (desk_fixture_shows (line, "sheets wait there until it goes on"));
  print_fixture_run ("cupsenable stopped");
  wait_until_silent (line);

  print_fixture_set_printer (desk, "closed");
  print_fixture_assert_said (line, "closed takes no sheets. Away until Monday.");
  g_assert_true (desk_fixture_shows (line, "Choose another one"));
  print_fixture_set_printer (desk, "nowhere");
  print_fixture_assert_said (line, "There is no printer nowhere.");
  print_fixture_set_printer (desk, "desk");
  wait_until_silent (line);

  print_fixture_run ("lp -s -d paperless /etc/hostname");
  print_fixture_set_printer (desk, "paperless");
  print_fixture_assert_said (line, "paperless is out of paper.");
  g_assert_true (desk_fixture_shows (line, "Put paper in"));
  g_assert_true (g_file_set_contents (paper, "", 0, NULL));
  wait_until_silent (line);
  g_assert_no_errno (g_unlink (paper));

  /* The system's own, where the desk has none of its own. */
  print_fixture_set_printer (desk, "");
  print_fixture_run ("cupsdisable -r 'Asleep.' desk");
  desk_fixture_press (GTK_WIDGET (desk->window), "Calendar");
  desk_fixture_press (GTK_WIDGET (desk->window), "Today");
  print_fixture_assert_said (line, "desk is stopped. Asleep.");
  print_fixture_run ("cupsenable desk");
  wait_until_silent (line);
}

int
main (int   argc,
      char *argv[])
{
  static const PrintTest tests[] = {
    { "/desk/print-waiting/waits", test_waits },
    { "/desk/print-waiting/came-out", test_came_out },
    { "/desk/print-waiting/given-up", test_given_up },
    { "/desk/print-waiting/gone", test_gone },
    { "/desk/print-waiting/given", test_given },
    { "/desk/print-waiting/line", test_line },
  };

  return print_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
