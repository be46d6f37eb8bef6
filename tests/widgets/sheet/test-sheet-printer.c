/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "base/care-error.h"
#include "widgets/sheet/care-known-printers.h"
#include "widgets/sheet/care-sheet-printer.h"

#define LONGEST_SECONDS 20

/* What a call to print came to. */
typedef struct
{
  gboolean done;
  gboolean ok;
  GError  *error;
} Outcome;

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->ok = care_sheet_printer_print_finish (CARE_SHEET_PRINTER (source), result, &outcome->error);
  outcome->done = TRUE;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @printer says one of two states, or too long. */
static void
wait_for (CareSheetPrinter *printer,
          CarePrintState    one,
          CarePrintState    other)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (50, wake_cb, NULL);

  while (care_sheet_printer_get_state (printer) != one && care_sheet_printer_get_state (printer) != other &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static void
wait_for_outcome (Outcome *outcome)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (50, wake_cb, NULL);

  while (!outcome->done && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_true (outcome->done);
}

static GBytes *
sample_pdf (void)
{
  GString *pdf = g_string_new ("%PDF-1.5\n");

  for (int i = 0; i < 4000; i++)
    g_string_append_printf (pdf, "%% line %d of a document that is no page\n", i);

  return g_string_free_to_bytes (pdf);
}

static void
print (CareSheetPrinter *printer,
       const char       *name,
       GBytes           *pdf,
       guint             copies,
       Outcome          *outcome)
{
  care_sheet_printer_print_async (printer, name, pdf, CARE_PAPER_A4, copies, NULL, printed_cb, outcome);
}

/* The newest file of the folder that ends in @suffix. */
static char *
find_printed (const char *suffix)
{
  const char *folder = g_getenv ("CARE_PRINTED");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  char *found = NULL;
  guint newest = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      guint job = g_str_has_prefix (name, "job-") ? (guint) g_ascii_strtoull (name + 4, NULL, 10) : 0;
      g_autofree char *wanted = g_strdup_printf ("job-%u%s", job, suffix);

      if (job <= newest || !g_str_equal (name, wanted))
        continue;
      newest = job;
      g_free (found);
      found = g_build_filename (folder, name, NULL);
    }

  return found;
}

static void
test_byte_for_byte (void)
{
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autofree char *path = NULL;
  g_autofree char *title_path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *title = NULL;
  gsize length;
  Outcome outcome = { 0 };

  print (printer, "desk", pdf, 1, &outcome);
  g_assert_true (care_sheet_printer_is_busy (printer));
  wait_for_outcome (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.ok);
  wait_for (printer, CARE_PRINT_STATE_DONE, CARE_PRINT_STATE_FAILED);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_DONE);
  g_assert_cmpstr (care_sheet_printer_get_status (printer), ==, "Printed at desk.");
  g_assert_false (care_sheet_printer_is_busy (printer));

  path = find_printed ("");
  g_assert_nonnull (path);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

  /* The queue, which everybody reads, has no name in it. */
  title_path = find_printed (".title");
  g_assert_true (g_file_get_contents (title_path, &title, NULL, NULL));
  g_assert_true (g_str_has_prefix (title, "Aftercare sheet "));
  g_assert_cmpstr (g_strchomp (title), ==, care_sheet_printer_get_title (printer));
  g_assert_cmpuint (strlen (title), ==, strlen ("Aftercare sheet ") + 8);
}

static void
test_default_and_copies (void)
{
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autofree char *path = NULL;
  g_autofree char *options = NULL;
  Outcome outcome = { 0 };

  print (printer, NULL, pdf, 2, &outcome);
  wait_for_outcome (&outcome);
  g_assert_no_error (outcome.error);
  wait_for (printer, CARE_PRINT_STATE_DONE, CARE_PRINT_STATE_FAILED);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_DONE);

  path = find_printed (".options");
  g_assert_true (g_file_get_contents (path, &options, NULL, NULL));
  g_assert_nonnull (strstr (options, "copies=2"));
}

static const CarePrintReport *
find_report (GPtrArray  *reports,
             const char *name)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const CarePrintReport *report = g_ptr_array_index (reports, i);

      if (g_str_equal (report->printer, name))
        return report;
    }
  g_error ("there is no printer %s in the list", name);
}

static void
test_list (void)
{
  g_autoptr (CareKnownPrinters) known = care_known_printers_new ();
  GPtrArray *reports;

  g_assert_null (care_known_printers_get_list (known));
  care_known_printers_look (known);
  while (care_known_printers_get_list (known) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_no_error ((GError *) care_known_printers_get_error (known));
  reports = care_known_printers_get_list (known);
  g_assert_cmpuint (reports->len, ==, 9);
  g_assert_cmpstr (((CarePrintReport *) g_ptr_array_index (reports, 0))->printer, ==, "desk");
  g_assert_true (find_report (reports, "desk")->system);
  g_assert_cmpstr (find_report (reports, "desk")->about, ==, "Front desk, Reception");
  g_assert_false (find_report (reports, "stopped")->system);
  g_assert_true (find_report (reports, "stopped")->stopped);
  g_assert_cmpstr (find_report (reports, "stopped")->message, ==, "Out of paper.");
  g_assert_null (find_report (reports, "stopped")->about);
  g_assert_false (find_report (reports, "closed")->accepting);
}

/* A stopped queue takes the job and keeps it; the desk is told why it waits. */
static void
test_stopped (void)
{
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autofree char *job = NULL;
  Outcome outcome = { 0 };
  Outcome second = { 0 };

  print (printer, "stopped", pdf, 1, &outcome);
  wait_for_outcome (&outcome);
  g_assert_no_error (outcome.error);
  wait_for (printer, CARE_PRINT_STATE_STOPPED, CARE_PRINT_STATE_FAILED);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_STOPPED);
  g_assert_nonnull (strstr (care_sheet_printer_get_status (printer), "stopped is stopped"));
  g_assert_nonnull (strstr (care_sheet_printer_get_status (printer), "Out of paper."));
  g_assert_true (care_sheet_printer_is_busy (printer));

  /* A second print says that one is waiting, rather than making two copies. */
  print (printer, "stopped", pdf, 1, &second);
  wait_for_outcome (&second);
  g_assert_error (second.error, CARE_ERROR, CARE_ERROR_CONFLICT);
  g_clear_error (&second.error);

  /* Paper is put in: the same job prints. */
  g_assert_true (g_spawn_command_line_sync ("cupsenable stopped", NULL, NULL, NULL, NULL));
  wait_for (printer, CARE_PRINT_STATE_DONE, CARE_PRINT_STATE_FAILED);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_DONE);
  job = find_printed ("");
  g_assert_nonnull (job);
}

static void
test_refused (gconstpointer data)
{
  const char *name = data;
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  Outcome outcome = { 0 };

  print (printer, name, pdf, 1, &outcome);
  wait_for_outcome (&outcome);
  g_assert_false (outcome.ok);
  if (g_str_equal (name, "closed"))
    g_assert_error (outcome.error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
  else
    g_assert_error (outcome.error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (outcome.error->message, name));
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_FAILED);
  g_assert_cmpstr (care_sheet_printer_get_status (printer), ==, outcome.error->message);
  g_assert_false (care_sheet_printer_is_busy (printer));
  g_clear_error (&outcome.error);
}

/* The printer dies in the middle: said, and the sheet can be printed again. */
static void
test_broken (void)
{
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  Outcome outcome = { 0 };
  Outcome again = { 0 };

  print (printer, "broken", pdf, 1, &outcome);
  wait_for_outcome (&outcome);
  wait_for (printer, CARE_PRINT_STATE_FAILED, CARE_PRINT_STATE_DONE);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_FAILED);
  g_assert_nonnull (strstr (care_sheet_printer_get_status (printer), "broken"));
  g_clear_error (&outcome.error);

  print (printer, "desk", pdf, 1, &again);
  wait_for_outcome (&again);
  g_assert_no_error (again.error);
  wait_for (printer, CARE_PRINT_STATE_DONE, CARE_PRINT_STATE_FAILED);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_DONE);
}

static void
run (const char *command)
{
  int status = 1;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

/* What an earlier run of the program sent to @name, which stands still: as its record has it. */
static char *
leave_waiting (const char *name)
{
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autofree char *command = g_strdup_printf ("cupsdisable -r 'Door open.' %s", name);
  Outcome outcome = { 0 };

  run (command);
  print (printer, name, pdf, 1, &outcome);
  wait_for_outcome (&outcome);
  g_assert_no_error (outcome.error);
  wait_for (printer, CARE_PRINT_STATE_STOPPED, CARE_PRINT_STATE_FAILED);
  g_assert_cmpstr (care_sheet_printer_get_printer_name (printer), ==, name);
  return g_strdup (care_sheet_printer_get_title (printer));
}

static void
wait_for_state (CareSheetPrinter *printer,
                CarePrintState    state,
                const char       *status)
{
  wait_for (printer, state, state);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, state);
  g_assert_nonnull (strstr (care_sheet_printer_get_status (printer), status));
}

static void
recalled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->ok = care_sheet_printer_recall_finish (CARE_SHEET_PRINTER (source), result, &outcome->error);
  outcome->done = TRUE;
}

/* What waits at a printer that stands still is taken back, leaves its queue, and prints at another one. */
static void
test_recall (void)
{
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  g_autofree char *jobs = NULL;
  Outcome outcome = { 0 };
  Outcome back = { 0 };
  Outcome again = { 0 };

  run ("cupsdisable -r 'Door open.' stopped");
  print (printer, "stopped", pdf, 1, &outcome);
  g_assert_false (care_sheet_printer_is_waiting (printer));
  wait_for_outcome (&outcome);
  wait_for (printer, CARE_PRINT_STATE_STOPPED, CARE_PRINT_STATE_FAILED);
  g_assert_true (care_sheet_printer_is_waiting (printer));

  care_sheet_printer_recall_async (printer, recalled_cb, &back);
  wait_for_outcome (&back);
  g_assert_no_error (back.error);
  g_assert_true (back.ok);
  wait_for_state (printer, CARE_PRINT_STATE_FAILED, "Taken back from stopped. The sheet is not printed.");
  g_assert_true (care_sheet_printer_is_recalled (printer));
  g_assert_true (g_spawn_command_line_sync ("lpstat -o stopped", &jobs, NULL, NULL, NULL));
  g_assert_cmpstr (jobs, ==, "");
  run ("cupsenable stopped");

  print (printer, "desk", pdf, 1, &again);
  wait_for_outcome (&again);
  g_assert_no_error (again.error);
  wait_for_state (printer, CARE_PRINT_STATE_DONE, "Printed at desk.");
  g_assert_false (care_sheet_printer_is_recalled (printer));
}

/* A printer in a network that is off: CUPS calls it and calls it, and says that it prints. */
static void
test_away (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CARE_PRINTED"), "back", NULL);
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  Outcome outcome = { 0 };

  print (printer, "away", pdf, 1, &outcome);
  wait_for_outcome (&outcome);
  g_assert_no_error (outcome.error);
  wait_for_state (printer, CARE_PRINT_STATE_STOPPED, "away does not answer yet. The sheet waits there.");
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  wait_for_state (printer, CARE_PRINT_STATE_DONE, "Printed at away.");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* It waits, and then comes out: both are heard by whoever asks after it with no more than its title. */
static void
test_follow (void)
{
  g_autofree char *title = leave_waiting ("stopped");
  g_autofree char *other = leave_waiting ("stopped");
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (CareSheetPrinter) late = care_sheet_printer_new ();

  g_assert_cmpstr (title, !=, other);
  care_sheet_printer_follow (printer, "stopped", title);
  g_assert_true (care_sheet_printer_is_busy (printer));
  wait_for_state (printer, CARE_PRINT_STATE_STOPPED, "stopped is stopped. The sheet waits there. Door open.");
  run ("cupsenable stopped");
  wait_for_state (printer, CARE_PRINT_STATE_DONE, "Printed at stopped.");
  g_assert_false (care_sheet_printer_is_busy (printer));

  /* Asked only when it is long over. */
  care_sheet_printer_follow (late, "stopped", title);
  wait_for_state (late, CARE_PRINT_STATE_DONE, "Printed at stopped.");
}

static void
test_follow_given_up (void)
{
  g_autofree char *title = leave_waiting ("stopped");
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();

  run ("cancel -a stopped");
  care_sheet_printer_follow (printer, "stopped", title);
  wait_for_state (printer, CARE_PRINT_STATE_FAILED, "stopped gave up the sheet. Print it again.");
  run ("cupsenable stopped");
}

/* A door is open, a tray is empty: what holds it up is said in words. */
static void
test_follow_paperless (void)
{
  g_autofree char *paper = g_build_filename (g_getenv ("CARE_PRINTED"), "paper", NULL);
  g_autofree char *title = leave_waiting ("paperless");
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();

  run ("cupsenable paperless");
  care_sheet_printer_follow (printer, "paperless", title);
  wait_for_state (printer, CARE_PRINT_STATE_STOPPED, "paperless is out of paper. The sheet waits there.");
  g_assert_true (care_sheet_printer_is_out_of_paper (printer));
  g_assert_true (g_file_set_contents (paper, "", 0, NULL));
  wait_for_state (printer, CARE_PRINT_STATE_DONE, "Printed at paperless.");
  g_assert_false (care_sheet_printer_is_out_of_paper (printer));
  g_remove (paper);
}

/* Taken to another printer, which prints it: that one is named. */
static void
test_follow_moved (void)
{
  g_autofree char *title = leave_waiting ("stopped");
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();

  run ("lpmove stopped desk");
  care_sheet_printer_follow (printer, "stopped", title);
  wait_for_state (printer, CARE_PRINT_STATE_DONE, "Printed at desk.");
  run ("cupsenable stopped");
}

/* The printer goes away while the sheet waits: said in words by whoever sent it and by whoever asks later. */
static void
test_follow_gone (void)
{
  g_autoptr (CareSheetPrinter) sender = care_sheet_printer_new ();
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = sample_pdf ();
  Outcome outcome = { 0 };

  run ("lpadmin -p leaving -v folder:/tmp -m raw -E");
  run ("cupsdisable leaving");
  print (sender, "leaving", pdf, 1, &outcome);
  wait_for_outcome (&outcome);
  g_assert_no_error (outcome.error);
  wait_for (sender, CARE_PRINT_STATE_STOPPED, CARE_PRINT_STATE_FAILED);
  run ("lpadmin -x leaving");
  wait_for_state (sender, CARE_PRINT_STATE_LOST, "The printer leaving is gone, and what waited there with it.");
  g_assert_false (care_sheet_printer_is_busy (sender));
  care_sheet_printer_follow (printer, "leaving", care_sheet_printer_get_title (sender));
  wait_for_state (printer, CARE_PRINT_STATE_LOST, "Print the sheet again at another one, unless it is on paper.");

  /* And one that the printer does not remember. */
  care_sheet_printer_follow (printer, "desk", "Aftercare sheet 00000000");
  wait_for_state (printer, CARE_PRINT_STATE_LOST, "desk knows nothing of the sheet any more.");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  /* GTK's CUPS module warns where there is no colour daemon; that is not ours to mend. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  g_test_add_func ("/sheet-printer/list", test_list);
  g_test_add_func ("/sheet-printer/byte-for-byte", test_byte_for_byte);
  g_test_add_func ("/sheet-printer/default-and-copies", test_default_and_copies);
  g_test_add_func ("/sheet-printer/stopped", test_stopped);
  g_test_add_data_func ("/sheet-printer/closed", "closed", test_refused);
  g_test_add_data_func ("/sheet-printer/missing", "nowhere", test_refused);
  g_test_add_func ("/sheet-printer/broken", test_broken);
  g_test_add_func ("/sheet-printer/recall", test_recall);
  g_test_add_func ("/sheet-printer/away", test_away);
  g_test_add_func ("/sheet-printer/follow", test_follow);
  g_test_add_func ("/sheet-printer/follow-given-up", test_follow_given_up);
  g_test_add_func ("/sheet-printer/follow-paperless", test_follow_paperless);
  g_test_add_func ("/sheet-printer/follow-moved", test_follow_moved);
  g_test_add_func ("/sheet-printer/follow-gone", test_follow_gone);

  return g_test_run ();
}
