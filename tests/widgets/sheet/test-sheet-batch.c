/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include <gtk/gtk.h>

#include "base/care-error.h"
#include "widgets/sheet/care-sheet-batch.h"

#define LONGEST_SECONDS 25
#define NEVER           G_MAXUINT

/* What a batch did. */
typedef struct
{
  gboolean      ended;
  gboolean      ok;
  GError       *error;
  GString      *taken;   /* "0 1 2 " */
  GString      *printed;
  GString      *left;
  guint         made;
  guint         fail_at;
  guint         cancel_after;
  GCancellable *cancellable;
  CareSheetPrinter *printer;
} Run;

static GBytes *
make (guint              number,
      CareSheetPrinter **printer,
      guint             *copies,
      gpointer           user_data,
      GError           **error)
{
  Run *run = user_data;
  char *text;

  if (number == run->fail_at)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "sheet %u cannot be made", number);
      return NULL;
    }
  run->made++;
  *printer = g_object_ref (run->printer);
  text = g_strdup_printf ("%%PDF-1.5\n%% sheet %u\n", number);

  return g_bytes_new_take (text, strlen (text));
}

static void
printed_cb (CareSheetBatch *batch,
            guint           number,
            GBytes         *pdf,
            Run            *run)
{
  g_autofree char *wanted = g_strdup_printf ("%% sheet %u\n", number);

  g_assert_nonnull (strstr (g_bytes_get_data (pdf, NULL), wanted));
  g_string_append_printf (run->printed, "%u ", number);
  if (number == run->cancel_after)
    g_cancellable_cancel (run->cancellable);
}

/* The print system has it, and it is on no paper yet. */
static void
taken_cb (CareSheetBatch *batch,
          guint           number,
          GBytes         *pdf,
          Run            *run)
{
  g_assert_nonnull (pdf);
  g_string_append_printf (run->taken, "%u ", number);
}

static void
left_cb (CareSheetBatch *batch,
         guint           number,
         GBytes         *pdf,
         Run            *run)
{
  g_assert_nonnull (pdf);
  g_string_append_printf (run->left, "%u ", number);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Run *run = user_data;

  run->ok = care_sheet_batch_print_finish (CARE_SHEET_BATCH (source), result, &run->error);
  run->ended = TRUE;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
iterate_until (gboolean (*is_so) (gpointer data),
               gpointer data)
{
  gint64 last = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (50, wake_cb, NULL);

  while (!is_so (data) && g_get_monotonic_time () < last)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_true (is_so (data));
}

static gboolean
has_ended (gpointer data)
{
  return ((Run *) data)->ended;
}

static gboolean
is_stopped (gpointer data)
{
  return care_sheet_printer_get_state (data) == CARE_PRINT_STATE_STOPPED;
}

static gboolean
is_done (gpointer data)
{
  return care_sheet_printer_get_state (data) == CARE_PRINT_STATE_DONE;
}

static CareSheetBatch *
begin (Run              *run,
       CareSheetPrinter *printer,
       const char       *name,
       guint             n)
{
  CareSheetBatch *batch = care_sheet_batch_new ();

  run->printer = printer;
  run->taken = g_string_new (NULL);
  run->printed = g_string_new (NULL);
  run->left = g_string_new (NULL);
  run->cancellable = g_cancellable_new ();
  g_signal_connect (batch, "taken", G_CALLBACK (taken_cb), run);
  g_signal_connect (batch, "printed", G_CALLBACK (printed_cb), run);
  g_signal_connect (batch, "left", G_CALLBACK (left_cb), run);
  care_sheet_batch_print_async (batch, name, CARE_PAPER_A4, n, make, run, run->cancellable, ended_cb, run);
  g_assert_true (care_sheet_batch_is_busy (batch));
  g_assert_cmpuint (care_sheet_batch_get_total (batch), ==, n);

  return batch;
}

static void
run_clear (Run *run)
{
  g_clear_error (&run->error);
  g_string_free (run->taken, TRUE);
  g_string_free (run->printed, TRUE);
  g_string_free (run->left, TRUE);
  g_clear_object (&run->cancellable);
}

static void
test_all (void)
{
  Run run = { .fail_at = NEVER, .cancel_after = NEVER };
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  CareSheetBatch *batch = begin (&run, printer, "desk", 3);

  iterate_until (has_ended, &run);
  g_assert_no_error (run.error);
  g_assert_true (run.ok);
  g_assert_cmpstr (run.taken->str, ==, "0 1 2 ");
  g_assert_cmpstr (run.printed->str, ==, "0 1 2 ");
  g_assert_cmpuint (care_sheet_batch_get_done (batch), ==, 3);
  g_assert_false (care_sheet_batch_is_busy (batch));
  g_assert_finalize_object (batch);
  run_clear (&run);
}

static void
test_none (void)
{
  Run run = { .fail_at = NEVER, .cancel_after = NEVER };
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (CareSheetBatch) batch = begin (&run, printer, "desk", 0);

  iterate_until (has_ended, &run);
  g_assert_true (run.ok);
  g_assert_cmpuint (run.made, ==, 0);
  run_clear (&run);
}

/* Cancelled between two: what was not at the printer yet is in no queue. */
static void
test_cancel (void)
{
  Run run = { .fail_at = NEVER, .cancel_after = 0 };
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (CareSheetBatch) batch = begin (&run, printer, "desk", 3);

  iterate_until (has_ended, &run);
  g_assert_false (run.ok);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (run.printed->str, ==, "0 ");
  g_assert_cmpstr (run.left->str, ==, "");
  g_assert_cmpuint (run.made, ==, 1);
  g_assert_false (care_sheet_printer_is_busy (printer));
  run_clear (&run);
}

/* Out of paper: one sheet waits, the others are not made; then it goes on, or is cancelled. */
static void
test_stopped (void)
{
  Run run = { .fail_at = NEVER, .cancel_after = NEVER };
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (CareSheetBatch) batch = NULL;

  g_assert_true (g_spawn_command_line_sync ("cupsdisable -r \"Out of paper.\" stopped", NULL, NULL, NULL, NULL));
  batch = begin (&run, printer, "stopped", 2);
  iterate_until (is_stopped, printer);
  g_assert_nonnull (strstr (care_sheet_printer_get_status (printer), "stopped is stopped"));
  g_assert_cmpuint (run.made, ==, 1);
  g_assert_false (run.ended);

  g_cancellable_cancel (run.cancellable);
  iterate_until (has_ended, &run);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (care_sheet_batch_get_done (batch), ==, 0);
  g_assert_cmpstr (run.taken->str, ==, "0 ");
  g_assert_cmpstr (run.left->str, ==, "0 ");
  g_assert_cmpstr (run.printed->str, ==, "");

  /* The batch waits for it no more; who printed it still hears what becomes of it. */
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_STOPPED);
  g_assert_true (g_spawn_command_line_sync ("cupsenable stopped", NULL, NULL, NULL, NULL));
  iterate_until (is_done, printer);
  g_assert_cmpstr (run.printed->str, ==, "");
  run_clear (&run);
}

/* The printer dies in the middle: the batch ends, and says so. */
static void
test_broken (void)
{
  Run run = { .fail_at = NEVER, .cancel_after = NEVER };
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (CareSheetBatch) batch = begin (&run, printer, "broken", 3);

  iterate_until (has_ended, &run);
  g_assert_error (run.error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
  g_assert_nonnull (strstr (run.error->message, "broken"));
  g_assert_cmpuint (run.made, ==, 1);
  g_assert_cmpuint (care_sheet_batch_get_done (batch), ==, 0);
  run_clear (&run);
}

static void
test_not_made (void)
{
  Run run = { .fail_at = 1, .cancel_after = NEVER };
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (CareSheetBatch) batch = begin (&run, printer, "desk", 3);

  iterate_until (has_ended, &run);
  g_assert_error (run.error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_cmpstr (run.printed->str, ==, "0 ");
  run_clear (&run);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  /* GTK's CUPS module warns where there is no colour daemon; that is not ours to mend. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  g_test_add_func ("/sheet-batch/all", test_all);
  g_test_add_func ("/sheet-batch/none", test_none);
  g_test_add_func ("/sheet-batch/cancel", test_cancel);
  g_test_add_func ("/sheet-batch/stopped", test_stopped);
  g_test_add_func ("/sheet-batch/broken", test_broken);
  g_test_add_func ("/sheet-batch/not-made", test_not_made);

  return g_test_run ();
}
