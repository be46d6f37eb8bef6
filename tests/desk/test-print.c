/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What becomes of a sheet between the desk and paper, with a print server of its own (widgets/sheet/with-cups): every
 * trouble is said in the window, and nothing is lost by it. */

#include "print-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "desk/visit/care-hand-over.h"

static void
test_printed_and_kept (DeskFixture  *desk,
                       gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_assert_true (care_visit_is_printed (sheet.visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
  print_fixture_check_kept (desk, sheet.visit);
  g_assert_false (care_desk_is_busy (desk->desk));
  g_assert_true (gtk_widget_is_sensitive (desk_fixture_find_button (sheet.page, "The sheet is given")));

  /* Again: a second copy is kept, which says that it is one. */
  desk_fixture_press (sheet.page, "Print again");
  desk_fixture_settle ();
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 2);
  print_fixture_check_kept (desk, sheet.visit);
}

static void
test_missing (DeskFixture  *desk,
              gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "nowhere");

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (desk->window, "There is no printer nowhere. Choose another one.");
  g_assert_false (care_visit_is_printed (sheet.visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 0);
  g_assert_false (care_desk_is_busy (desk->desk));
  print_fixture_set_printer (desk, "closed");
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (desk->window, "closed takes no jobs. Choose another printer.");

  print_fixture_set_printer (desk, "desk");
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
}

/* It waits there, also for whoever comes back to the page, and comes out when the printer goes on. */
static void
test_stopped (DeskFixture  *desk,
              gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "stopped");

  print_fixture_run ("cupsdisable -r 'Door open.' stopped");
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "stopped is stopped. The sheet waits there. Door open.");
  /* What the print system has holds nobody, also while it is looked at. */
  g_assert_false (care_desk_is_busy (desk->desk));
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (desk->window, "already waiting at the printer");

  print_fixture_go_back (desk);
  print_fixture_assert_said (desk->window, "Sheet waits: printer stopped");
  sheet.page = print_fixture_open_page (desk, sheet.visit);
  g_assert_true (desk_fixture_shows (sheet.page, "stopped is stopped."));

  print_fixture_run ("cupsenable stopped");
  print_fixture_assert_said (sheet.page, "Printed at stopped.");
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
  print_fixture_check_kept (desk, sheet.visit);
}

static void
test_held (DeskFixture  *desk,
           gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "held");

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "The sheet waits at held.");
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
  print_fixture_run ("sh -c 'lp -i $(lpstat -o held | cut -d\" \" -f1) -H resume'");
  print_fixture_assert_said (sheet.page, "Printed at held.");
  print_fixture_check_kept (desk, sheet.visit);
}

static void
test_out_of_paper (DeskFixture  *desk,
                   gconstpointer sample)
{
  g_autofree char *paper = g_build_filename (g_getenv ("CARE_PRINTED"), "paper", NULL);
  PrintSheet sheet = print_fixture_open_sheet (desk, "paperless");

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "paperless is out of paper. The sheet waits there.");
  g_assert_false (care_desk_is_busy (desk->desk));
  g_assert_true (g_file_set_contents (paper, "", 0, NULL));
  print_fixture_assert_said (sheet.page, "Printed at paperless.");
  print_fixture_check_kept (desk, sheet.visit);
  g_assert_cmpint (g_unlink (paper), ==, 0);
}

/* The printer dies in the middle: owed again, printed again elsewhere, and no reprint of something nobody has. */
static void
test_dying (DeskFixture  *desk,
            gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "dying");

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "dying gave up the sheet. Print it again.");
  g_assert_false (care_visit_is_printed (sheet.visit));
  g_assert_cmpint (care_visit_get_next_step (sheet.visit), ==, CARE_NEXT_PRINT);
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (sheet.page, "The sheet is given")));
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
  g_assert_false (care_desk_is_busy (desk->desk));

  print_fixture_set_printer (desk, "desk");
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_assert_true (care_visit_is_printed (sheet.visit));
  print_fixture_check_kept (desk, sheet.visit);
}

/* Where the queue stops by it, as it usually does, the sheet waits and comes out whole when the printer is mended. */
static void
test_jammed (DeskFixture  *desk,
             gconstpointer sample)
{
  g_autofree char *mended = g_build_filename (g_getenv ("CARE_PRINTED"), "mended", NULL);
  PrintSheet sheet = print_fixture_open_sheet (desk, "jammed");

  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "jammed is stopped. The sheet waits there.");
  g_assert_true (g_file_set_contents (mended, "", 0, NULL));
  print_fixture_run ("cupsenable jammed");
  print_fixture_assert_said (sheet.page, "Printed at jammed.");
  print_fixture_check_kept (desk, sheet.visit);
  g_assert_no_errno (g_unlink (mended));
}

/* The same while somebody looks at another page, and signed out: said there, and the card asks for the sheet again. */
static void
test_dying_elsewhere (DeskFixture  *desk,
                      gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "stopped");

  print_fixture_run ("cupsdisable stopped");
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "stopped is stopped.");
  print_fixture_go_back (desk);
  care_clinic_sign_out (care_desk_get_clinic (desk->desk));
  desk_fixture_settle ();
  g_assert_true (care_visit_is_printed (sheet.visit));
  print_fixture_run ("cancel -a stopped");
  print_fixture_assert_said (desk->window, "stopped gave up the sheet. Print it again.");
  g_assert_false (care_visit_is_printed (sheet.visit));
  print_fixture_run ("cupsenable stopped");
}

/* The record cannot take its copy: said until it can, and then it has the very bytes that were printed. */
static void
test_record_full (DeskFixture  *desk,
                  gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");
  g_autofree char *filler = print_fixture_need_disk ("CARE_SMALL_DISK");
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (filler == NULL)
    return;
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "The sheet is printed, but the record does not have its copy yet");
  g_assert_true (desk_fixture_shows (sheet.page, "the disk is full"));
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 0);
  desk_fixture_press (sheet.page, "Keep the copy now");
  g_assert_true (desk_fixture_shows (sheet.page, "does not have its copy yet"));

  /* The desk's end would lose it: neither closed nor handed over without a word. */
  gtk_window_close (GTK_WINDOW (desk->window));
  desk_fixture_settle ();
  dialog = desk_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (desk_fixture_shows (dialog, "The record does not have the copy of a sheet that is printed:"));
  g_assert_true (desk_fixture_shows (dialog, "the disk is full"));
  desk_fixture_press (dialog, "Go on here");
  g_assert_false (care_hand_over (desk->desk, desk_fixture_find_visit (desk, CARE_STATE_ARRIVED), &error));
  g_assert_nonnull (strstr (error->message, "does not have the copy of a sheet that is printed"));

  /* It is still there for whoever comes back, and after the disk has room. */
  print_fixture_go_back (desk);
  sheet.page = print_fixture_open_page (desk, sheet.visit);
  g_assert_no_errno (g_unlink (filler));
  desk_fixture_press (sheet.page, "Keep the copy now");
  g_assert_false (desk_fixture_shows (sheet.page, "does not have its copy yet"));
  g_assert_true (care_visit_is_printed (sheet.visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
  print_fixture_check_kept (desk, sheet.visit);
}

/* The print server has no room for the sheet: it says so, and prints once it has. */
static void
test_spool_full (DeskFixture  *desk,
                 gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");
  g_autofree char *filler = print_fixture_need_disk ("CARE_SPOOL");

  if (filler == NULL)
    return;
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (desk->window, "desk did not take the sheet");
  g_assert_false (care_visit_is_printed (sheet.visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 0);
  g_assert_no_errno (g_unlink (filler));
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  print_fixture_check_kept (desk, sheet.visit);
}

/* The machine has no room for the page on its way out. */
static void
test_no_room (DeskFixture  *desk,
              gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");
  struct rlimit limit;
  rlim_t former;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  former = limit.rlim_cur;
  limit.rlim_cur = 4096;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (desk->window, "There is no room for the sheet");
  limit.rlim_cur = former;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  g_assert_false (care_visit_is_printed (sheet.visit));
  desk_fixture_press (sheet.page, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
}

int
main (int   argc,
      char *argv[])
{
  static const PrintTest tests[] = {
    { "/desk/print/printed-and-kept", test_printed_and_kept },
    { "/desk/print/missing", test_missing },
    { "/desk/print/stopped", test_stopped },
    { "/desk/print/held", test_held },
    { "/desk/print/out-of-paper", test_out_of_paper },
    { "/desk/print/dying", test_dying },
    { "/desk/print/jammed", test_jammed },
    { "/desk/print/dying-elsewhere", test_dying_elsewhere },
    { "/desk/print/record-full", test_record_full },
    { "/desk/print/spool-full", test_spool_full },
    { "/desk/print/no-room", test_no_room },
  };

  return print_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
