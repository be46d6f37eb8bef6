/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-print-job.h"

#include "clinic/care-clinic-sheet.h"

struct _CarePrintJob
{
  GObject           parent_instance;

  CareClinic       *clinic;
  CareVisit        *visit;
  CareSheetPrinter *printer;
  GBytes           *pdf;       /* (nullable): printed, and not in the record yet */
  char             *language;
  gboolean          large_print;
  GError           *unkept;    /* (nullable) */
  gboolean          giving;    /* a sheet is on its way into the print system, or from there into the record */
  gboolean          sent;      /* the print system has a sheet and has not said yet what became of it */
  gboolean          first;     /* none of the visit's is on paper before it */
};

enum
{
  CHANGED,
  GAVE_UP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarePrintJob, care_print_job, G_TYPE_OBJECT)

/* What lies in no tray is owed, whatever the record already holds a copy of. */
static void
give_up (CarePrintJob *self)
{
  g_autoptr (GError) error = NULL;
  gboolean kept;

  self->sent = FALSE;
  if (self->first)
    {
      g_clear_pointer (&self->pdf, g_bytes_unref);
      g_clear_error (&self->unkept);
    }
  kept = self->first ? care_clinic_owe_sheet (self->clinic, self->visit, &error)
                     : care_clinic_end_print (self->clinic, self->visit, &error);
  if (!kept)
    g_warning ("print job: %s", error->message);
  /* Whoever took it back knows. */
  if (!care_sheet_printer_is_recalled (self->printer))
    g_signal_emit (self, signals[GAVE_UP], 0, care_sheet_printer_get_status (self->printer));
}

/* Where the record cannot take it, the next one to open it asks once more. */
static void
come_out (CarePrintJob *self)
{
  g_autoptr (GError) error = NULL;

  self->sent = FALSE;
  if (!care_clinic_end_print (self->clinic, self->visit, &error))
    g_warning ("print job: %s", error->message);
}

static void
state_changed_cb (CarePrintJob *self)
{
  CarePrintState state = care_sheet_printer_get_state (self->printer);

  if (state == CARE_PRINT_STATE_LOOKING)
    self->giving = TRUE;
  else if (state == CARE_PRINT_STATE_FAILED || state == CARE_PRINT_STATE_IDLE)
    self->giving = FALSE;
  if (self->sent && state == CARE_PRINT_STATE_FAILED)
    give_up (self);
  else if (self->sent && state == CARE_PRINT_STATE_DONE)
    come_out (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
status_changed_cb (CarePrintJob *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
care_print_job_dispose (GObject *object)
{
  CarePrintJob *self = CARE_PRINT_JOB (object);

  if (self->printer != NULL)
    g_signal_handlers_disconnect_by_data (self->printer, self);
  g_clear_object (&self->printer);
  g_clear_object (&self->visit);
  g_clear_object (&self->clinic);
  G_OBJECT_CLASS (care_print_job_parent_class)->dispose (object);
}

static void
care_print_job_finalize (GObject *object)
{
  CarePrintJob *self = CARE_PRINT_JOB (object);

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_error (&self->unkept);
  G_OBJECT_CLASS (care_print_job_parent_class)->finalize (object);
}

static void
care_print_job_class_init (CarePrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_print_job_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_print_job_finalize;
  signals[CHANGED] = g_signal_new ("changed", CARE_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GAVE_UP] = g_signal_new ("gave-up", CARE_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
}

static void
care_print_job_init (CarePrintJob *self)
{
  self->printer = care_sheet_printer_new ();
  g_signal_connect_swapped (self->printer, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_swapped (self->printer, "notify::status", G_CALLBACK (status_changed_cb), self);
}

/**
 * care_print_job_new:
 * @clinic: the use-cases
 * @visit: whose sheet
 *
 * What an earlier desk left at a printer is asked after from now on.
 *
 * Returns: (transfer full): the visit's way to paper
 */
CarePrintJob *
care_print_job_new (CareClinic *clinic,
                    CareVisit  *visit)
{
  CarePrintJob *self;

  g_return_val_if_fail (CARE_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  self = g_object_new (CARE_TYPE_PRINT_JOB, NULL);
  self->clinic = g_object_ref (clinic);
  self->visit = g_object_ref (visit);
  if (care_visit_get_print_title (visit) != NULL)
    {
      self->sent = TRUE;
      self->first = !care_visit_was_on_paper (visit);
      care_sheet_printer_follow (self->printer, care_visit_get_print_queue (visit), care_visit_get_print_title (visit));
    }

  return self;
}

/** Returns: (transfer none): what prints it */
CareSheetPrinter *
care_print_job_get_printer (CarePrintJob *self)
{
  g_return_val_if_fail (CARE_IS_PRINT_JOB (self), NULL);

  return self->printer;
}

/**
 * care_print_job_is_giving:
 * @self: a job
 *
 * Returns: whether a sheet is on its way into the print system, or from there into the record: neither can be left
 *   alone. What waits at a printer can.
 */
gboolean
care_print_job_is_giving (CarePrintJob *self)
{
  g_return_val_if_fail (CARE_IS_PRINT_JOB (self), FALSE);

  return self->giving;
}

/**
 * care_print_job_keep:
 * @self: a job
 * @pdf: the very bytes that the print system took
 * @language: (nullable): the sheet's first language
 * @large_print: printed large
 * @error: why the record did not take them: the disk is full …
 *
 * Returns: FALSE when they are held here until care_print_job_keep_again()
 */
gboolean
care_print_job_keep (CarePrintJob *self,
                     GBytes       *pdf,
                     const char   *language,
                     gboolean      large_print,
                     GError      **error)
{
  g_autofree char *copy = g_strdup (language);
  gboolean kept;

  g_return_val_if_fail (CARE_IS_PRINT_JOB (self), FALSE);
  g_return_val_if_fail (pdf != NULL, FALSE);

  self->sent = care_sheet_printer_is_busy (self->printer);
  self->first = !care_visit_was_on_paper (self->visit);
  g_bytes_ref (pdf);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = pdf;
  g_free (self->language);
  self->language = g_steal_pointer (&copy);
  self->large_print = large_print;

  kept = care_print_job_keep_again (self, error);
  self->giving = FALSE;
  /* It may have been given up while the window was busy. */
  if (care_sheet_printer_get_state (self->printer) == CARE_PRINT_STATE_FAILED)
    give_up (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return kept;
}

/**
 * care_print_job_get_unkept:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): why the record does not have what was printed
 */
const GError *
care_print_job_get_unkept (CarePrintJob *self)
{
  g_return_val_if_fail (CARE_IS_PRINT_JOB (self), NULL);

  return self->unkept;
}

/**
 * care_print_job_keep_again:
 * @self: a job
 * @error: why the record still does not take the copy
 *
 * Returns: TRUE when nothing is held here any more
 */
gboolean
care_print_job_keep_again (CarePrintJob *self,
                           GError      **error)
{
  GError *local = NULL;
  gboolean kept;

  g_return_val_if_fail (CARE_IS_PRINT_JOB (self), FALSE);

  if (self->pdf == NULL)
    return TRUE;

  kept = care_clinic_keep_sheet_at (self->clinic, self->visit, self->pdf, self->language, self->large_print,
                                    self->sent ? care_sheet_printer_get_printer_name (self->printer) : NULL,
                                    self->sent ? care_sheet_printer_get_title (self->printer) : NULL, &local);
  g_clear_error (&self->unkept);
  self->unkept = local;
  if (kept)
    g_clear_pointer (&self->pdf, g_bytes_unref);
  g_signal_emit (self, signals[CHANGED], 0);
  if (!kept)
    {
      g_propagate_error (error, g_error_copy (local));
      return FALSE;
    }

  return TRUE;
}
