/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What becomes of a job that the print system has taken. GTK tells of the jobs that it sent itself, but neither what
 * holds one up nor what became of one that an earlier run of the program sent: the print system is asked for both. */

#include "widgets/sheet/care-sheet-printer-private.h"

#include "config.h"

#include <glib/gi18n.h>

#include "widgets/sheet/care-print-report.h"

/* Often while somebody waits for it, seldom once it has waited for a minute. */
#define RECHECK_MS   2000
#define LATER_MS     10000
#define CHECKS_OFTEN 30
#define CHECKS_CALLING 3
/* GTK has heard the end of it while the print system was being asked. */
#define SOON_MS      200

static void arm (CareSheetPrinter *self);

static gboolean
is_over (GtkPrintJob *job)
{
  GtkPrintStatus status = gtk_print_job_get_status (job);

  return status == GTK_PRINT_STATUS_FINISHED || status == GTK_PRINT_STATUS_FINISHED_ABORTED;
}

static void
finish_job (CareSheetPrinter *self)
{
  care_sheet_printer_drop_job (self);
  care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_DONE, _("Printed at %s."), self->printer_name);
}

static void
give_job_up (CareSheetPrinter *self)
{
  care_sheet_printer_drop_job (self);
  if (self->recalled)
    care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_FAILED, _("Taken back from %s. The sheet is not printed."),
                                         self->printer_name);
  else
    care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_FAILED, _("%s gave up the sheet. Print it again."),
                                         self->printer_name);
}

/* With its printer, or forgotten by a print system that was set up anew. */
static void
lose_job (CareSheetPrinter      *self,
          const CarePrintReport *report)
{
  care_sheet_printer_drop_job (self);
  if (!report->known)
    care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_LOST,
                                         _("The printer %s is gone, and what waited there with it. Print the sheet again "
                                           "at another one, unless it is on paper."), self->printer_name);
  else
    care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_LOST,
                                         _("%s knows nothing of the sheet any more. See whether it lies there; else print "
                                           "it again."), self->printer_name);
}

/* Called for longer than a printer in a network takes that is on. */
static gboolean
is_silent (CareSheetPrinter      *self,
           const CarePrintReport *report)
{
  return report->connecting && !report->stopped && !report->out_of_paper && report->wrong == NULL && self->checks > CHECKS_CALLING;
}

/* What holds it up, in the printer's own words where it has any. */
static void
say_trouble (CareSheetPrinter      *self,
             const CarePrintReport *report)
{
  const char *more = report->message != NULL ? report->message : report->wrong;
  g_autofree char *first = NULL;

  if (is_silent (self, report))
    first = g_strdup_printf (_("%s does not answer yet. The sheet waits there. See whether it is on."), self->printer_name);
  else if (report->out_of_paper && !report->stopped)
    first = g_strdup_printf (_("%s is out of paper. The sheet waits there."), self->printer_name);
  else if (report->stopped)
    first = g_strdup_printf (_("%s is stopped. The sheet waits there."), self->printer_name);
  else
    first = g_strdup_printf (_("The sheet waits at %s."), self->printer_name);
  if (more == NULL && report->out_of_paper && report->stopped)
    more = _("It is out of paper.");

  if (more != NULL)
    care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_STOPPED, "%s %s", first, more);
  else
    care_sheet_printer_set_state (self, CARE_PRINT_STATE_STOPPED, first);
}

static void
say_queue (CareSheetPrinter      *self,
           const CarePrintReport *report)
{
  self->out_of_paper = report->out_of_paper;
  if (report->stopped || report->out_of_paper || report->wrong != NULL || is_silent (self, report))
    say_trouble (self, report);
  else if (report->queued == CARE_QUEUED_PRINTING)
    care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_PRINTING, _("%s is printing the sheet."), self->printer_name);
  else
    care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_WAITING, _("The sheet waits at %s."), self->printer_name);
}

/* What GTK says became of its job. */
static void
believe (CareSheetPrinter *self)
{
  if (!is_over (self->job))
    return;
  if (gtk_print_job_get_status (self->job) == GTK_PRINT_STATUS_FINISHED)
    finish_job (self);
  else
    give_job_up (self);
}

/* A printer that GTK found by itself and sent to directly is none of the print system's: then GTK alone tells of it. */
static void
take_report (CareSheetPrinter      *self,
             const CarePrintReport *report)
{
  if (report->queued == CARE_QUEUED_UNKNOWN)
    {
      if (self->seen)
        lose_job (self, report);
      else
        believe (self);
      return;
    }

  self->seen = TRUE;
  if (report->printer != NULL && g_strcmp0 (report->printer, self->printer_name) != 0)
    {
      g_free (self->printer_name);
      self->printer_name = g_strdup (report->printer);
    }
  if (report->queued == CARE_QUEUED_DONE)
    finish_job (self);
  else if (report->queued == CARE_QUEUED_GIVEN_UP)
    give_job_up (self);
  else
    say_queue (self, report);
}

static void
reported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  CareSheetPrinter *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (CarePrintReport) report = care_print_report_ask_finish (result, &error);

  /* Cancelled when the job is dropped, and then @user_data may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = CARE_SHEET_PRINTER (user_data);
  g_object_ref (self);
  g_clear_object (&self->checking);
  arm (self);
  if (report != NULL)
    take_report (self, report);
  else if (self->job != NULL && is_over (self->job))
    believe (self);
  else
    care_sheet_printer_set_state (self, CARE_PRINT_STATE_STOPPED, error->message);
  g_object_unref (self);
}

static void
ask (CareSheetPrinter *self)
{
  self->checks++;
  self->checking = g_cancellable_new ();
  care_print_report_ask_async (self->printer_name, self->title, self->checking, reported_cb, self);
}

static gboolean
recheck_cb (gpointer user_data)
{
  CareSheetPrinter *self = user_data;

  self->recheck = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
arm (CareSheetPrinter *self)
{
  guint wait = self->checks < CHECKS_OFTEN ? RECHECK_MS : LATER_MS;

  if (self->job != NULL && is_over (self->job))
    wait = SOON_MS;
  self->recheck = g_timeout_add (wait, recheck_cb, self);
}

static void
begin_asking (CareSheetPrinter *self)
{
  if (self->recheck != 0 || self->checking != NULL)
    return;

  self->checks = 0;
  self->seen = FALSE;
  self->out_of_paper = FALSE;
  ask (self);
}

void
care_sheet_printer_ask (CareSheetPrinter *self)
{
  if (self->checking != NULL || self->recheck == 0)
    return;
  g_clear_handle_id (&self->recheck, g_source_remove);
  ask (self);
}

/* GTK also calls finished what went away with its printer: the print system is asked once more. A file is a file. */
static void
confirm (CareSheetPrinter *self)
{
  if (gtk_printer_is_virtual (gtk_print_job_get_printer (self->job)))
    {
      believe (self);
      return;
    }
  if (self->recheck != 0)
    care_sheet_printer_ask (self);
  else
    begin_asking (self);
}

void
care_sheet_printer_watch (CareSheetPrinter *self)
{
  switch (gtk_print_job_get_status (self->job))
    {
    case GTK_PRINT_STATUS_PENDING:
    case GTK_PRINT_STATUS_PENDING_ISSUE:
      if (self->state != CARE_PRINT_STATE_STOPPED)
        care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_WAITING, _("The sheet waits at %s."), self->printer_name);
      begin_asking (self);
      break;

    case GTK_PRINT_STATUS_PRINTING:
      if (self->state != CARE_PRINT_STATE_STOPPED)
        care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_PRINTING, _("%s is printing the sheet."),
                                             self->printer_name);
      begin_asking (self);
      break;

    case GTK_PRINT_STATUS_FINISHED:
    case GTK_PRINT_STATUS_FINISHED_ABORTED:
      confirm (self);
      break;

    case GTK_PRINT_STATUS_INITIAL:
    case GTK_PRINT_STATUS_PREPARING:
    case GTK_PRINT_STATUS_GENERATING_DATA:
    case GTK_PRINT_STATUS_SENDING_DATA:
    default:
      break;
    }
}

/**
 * care_sheet_printer_follow:
 * @self: a printer that is not busy
 * @printer_name: where the job was sent
 * @title: what it is called
 *
 * Asks from now on what has become of it.
 */
void
care_sheet_printer_follow (CareSheetPrinter *self,
                           const char       *printer_name,
                           const char       *title)
{
  g_return_if_fail (CARE_IS_SHEET_PRINTER (self));
  g_return_if_fail (printer_name != NULL);
  g_return_if_fail (title != NULL);
  g_return_if_fail (!care_sheet_printer_is_busy (self));

  care_sheet_printer_drop_job (self);
  g_free (self->printer_name);
  self->printer_name = g_strdup (printer_name);
  g_free (self->title);
  self->title = g_strdup (title);
  care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_WAITING, _("Asking %s what became of the sheet…"), printer_name);
  begin_asking (self);
  /* It was in the queue when it was written down. */
  self->seen = TRUE;
}
