/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-printer-private.h"

#include "config.h"

#include <unistd.h>

#include <glib/gi18n.h>

#include "base/care-error.h"

#define SEND_MS 30000

enum
{
  PROP_STATE = 1,
  PROP_STATUS,
};

G_DEFINE_FINAL_TYPE (CareSheetPrinter, care_sheet_printer, G_TYPE_OBJECT)

void
care_sheet_printer_set_state (CareSheetPrinter *self,
                              CarePrintState    state,
                              const char       *status)
{
  g_autofree char *copy = g_strdup (status);

  if (self->state == state && g_strcmp0 (self->status, copy) == 0)
    return;

  self->state = state;
  g_free (self->status);
  self->status = g_steal_pointer (&copy);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "state");
  g_object_notify (G_OBJECT (self), "status");
  g_object_thaw_notify (G_OBJECT (self));
}

void
care_sheet_printer_set_state_printf (CareSheetPrinter *self,
                                     CarePrintState    state,
                                     const char       *format,
                                     ...)
{
  g_autofree char *status = NULL;
  va_list args;

  va_start (args, format);
  status = g_strdup_vprintf (format, args);
  va_end (args);
  care_sheet_printer_set_state (self, state, status);
}

void
care_sheet_printer_drop_job (CareSheetPrinter *self)
{
  g_clear_handle_id (&self->recheck, g_source_remove);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
}

static void
care_sheet_printer_dispose (GObject *object)
{
  CareSheetPrinter *self = CARE_SHEET_PRINTER (object);

  care_sheet_printer_drop_job (self);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->printer_name, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (care_sheet_printer_parent_class)->dispose (object);
}

static void
care_sheet_printer_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CareSheetPrinter *self = CARE_SHEET_PRINTER (object);

  switch (property)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      break;
    }
}

static void
care_sheet_printer_class_init (CareSheetPrinterClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = care_sheet_printer_dispose;
  object_class->get_property = care_sheet_printer_get_property;

  g_object_class_install_property (object_class, PROP_STATE,
                                   g_param_spec_int ("state", NULL, NULL, CARE_PRINT_STATE_IDLE, CARE_PRINT_STATE_LOST,
                                                     CARE_PRINT_STATE_IDLE, flags));
  g_object_class_install_property (object_class, PROP_STATUS, g_param_spec_string ("status", NULL, NULL, NULL, flags));
}

static void
care_sheet_printer_init (CareSheetPrinter *self)
{
}

/* Ends the waiting call; a failure is also said as the state. */
void
care_sheet_printer_finish (CareSheetPrinter *self,
                           GError           *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->sending);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (error == NULL)
    {
      if (task != NULL)
        g_task_return_boolean (task, TRUE);
      return;
    }

  care_sheet_printer_drop_job (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    care_sheet_printer_set_state (self, CARE_PRINT_STATE_IDLE, NULL);
  else
    care_sheet_printer_set_state (self, CARE_PRINT_STATE_FAILED, error->message);
  if (task != NULL)
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

static void
job_sent_cb (GtkPrintJob  *job,
             gpointer      user_data,
             const GError *error)
{
  CareSheetPrinter *self = user_data;

  /* A job that was given up by the time-out may still come back. */
  if (self->job != job)
    return;

  if (error != NULL)
    {
      care_sheet_printer_finish (self, g_error_new (CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                                         _("%s did not take the sheet: %s"), self->printer_name, error->message));
      return;
    }

  care_sheet_printer_finish (self, NULL);
  care_sheet_printer_watch (self);
}

static gboolean
send_timed_out (gpointer user_data)
{
  CareSheetPrinter *self = user_data;

  self->timeout = 0;
  care_sheet_printer_finish (self, g_error_new (CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                                     _("%s does not answer. The sheet is not printed."), self->printer_name));

  return G_SOURCE_REMOVE;
}

static void
close_document (gpointer data)
{
  close (GPOINTER_TO_INT (data));
}

void
care_sheet_printer_send (CareSheetPrinter *self,
                         GtkPrinter       *printer,
                         GtkPrintSettings *settings,
                         GtkPageSetup     *page_setup)
{
  g_autofree char *uuid = NULL;
  GError *error = NULL;
  int fd;

  g_free (self->printer_name);
  self->printer_name = g_strdup (gtk_printer_get_name (printer));
  if (!gtk_printer_is_accepting_jobs (printer))
    {
      care_sheet_printer_finish (self, g_error_new (CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                                         _("%s takes no jobs. Choose another printer."), self->printer_name));
      return;
    }

  fd = care_print_order_open (care_sheet_printer_get_order (self), &error);
  if (fd < 0)
    {
      care_sheet_printer_finish (self, error);
      return;
    }

  /* No patient's name in the queue, which everybody can read; but one title is no other's, so that it is found again. */
  uuid = g_uuid_string_random ();
  g_free (self->title);
  self->title = g_strdup_printf ("%s %.8s", _("Aftercare sheet"), uuid);
  self->job = gtk_print_job_new (self->title, printer, settings, page_setup);
  g_object_set_data_full (G_OBJECT (self->job), "document", GINT_TO_POINTER (fd), close_document);
  gtk_print_job_set_track_print_status (self->job, TRUE);
  if (!gtk_print_job_set_source_fd (self->job, fd, &error))
    {
      g_autoptr (GError) foreign = error;

      care_sheet_printer_finish (self, g_error_new (CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                                         _("The sheet cannot be sent: %s"), foreign->message));
      return;
    }

  care_sheet_printer_set_state_printf (self, CARE_PRINT_STATE_SENDING, _("Sending the sheet to %s…"), self->printer_name);
  g_signal_connect_swapped (self->job, "status-changed", G_CALLBACK (care_sheet_printer_watch), self);
  self->timeout = g_timeout_add (SEND_MS, send_timed_out, self);
  gtk_print_job_send (self->job, job_sent_cb, g_object_ref (self), g_object_unref);
}

/* One job at a time; FALSE and the call already answered when another one is on its way. */
gboolean
care_sheet_printer_begin (CareSheetPrinter *self,
                          GTask            *task)
{
  if (care_sheet_printer_is_busy (self))
    {
      g_task_return_new_error (task, CARE_ERROR, CARE_ERROR_CONFLICT, "%s",
                               self->status != NULL ? self->status : _("Another sheet is on its way."));
      g_object_unref (task);
      return FALSE;
    }

  care_sheet_printer_drop_job (self);
  g_clear_pointer (&self->title, g_free);
  self->recalled = FALSE;
  self->sending = task;
  care_sheet_printer_set_state (self, CARE_PRINT_STATE_LOOKING, _("Looking for the printer…"));

  return TRUE;
}

const CarePrintOrder *
care_sheet_printer_get_order (CareSheetPrinter *self)
{
  return g_task_get_task_data (self->sending);
}

/**
 * care_sheet_printer_new:
 *
 * Returns: (transfer full): a printer with nothing to do
 */
CareSheetPrinter *
care_sheet_printer_new (void)
{
  return g_object_new (CARE_TYPE_SHEET_PRINTER, NULL);
}

CarePrintState
care_sheet_printer_get_state (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), CARE_PRINT_STATE_IDLE);

  return self->state;
}

/**
 * care_sheet_printer_get_status:
 * @self: a printer
 *
 * Returns: (transfer none) (nullable): the state as a sentence for the desk
 */
const char *
care_sheet_printer_get_status (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), NULL);

  return self->status;
}

gboolean
care_sheet_printer_is_busy (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), FALSE);

  return self->state >= CARE_PRINT_STATE_LOOKING && self->state <= CARE_PRINT_STATE_PRINTING;
}

gboolean
care_sheet_printer_is_out_of_paper (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), FALSE);

  return self->state == CARE_PRINT_STATE_STOPPED && self->out_of_paper;
}

/**
 * care_sheet_printer_get_title:
 * @self: a printer
 *
 * Returns: (transfer none) (nullable): what the job that was sent last is called, a title that no other job has
 */
const char *
care_sheet_printer_get_title (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), NULL);

  return self->title;
}

/**
 * care_sheet_printer_get_printer_name:
 * @self: a printer
 *
 * Returns: (transfer none) (nullable): where it was sent
 */
const char *
care_sheet_printer_get_printer_name (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), NULL);

  return self->printer_name;
}
