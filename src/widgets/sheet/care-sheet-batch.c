/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-batch.h"

#include "base/care-error.h"

struct _CareSheetBatch
{
  GObject            parent_instance;

  CareSheetPrinter  *printer; /* (nullable): of the sheet that is on its way */
  GTask             *task; /* (nullable): while it prints */
  char              *printer_name;
  CarePaper          paper;
  CareSheetBatchMake make;
  gpointer           make_data;
  GBytes            *pdf;     /* (nullable): the one that is on its way */
  gboolean           taken;   /* by the print system */
  gulong             cancelled;
  guint              step;
  guint              done;
  guint              total;
};

enum
{
  PROP_DONE = 1,
  PROP_STATUS,
};

G_DEFINE_FINAL_TYPE (CareSheetBatch, care_sheet_batch, G_TYPE_OBJECT)

static void look (CareSheetBatch *self);
static void status_changed_cb (CareSheetBatch *self);

static void
drop_printer (CareSheetBatch *self)
{
  if (self->printer != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->printer, look, self);
      g_signal_handlers_disconnect_by_func (self->printer, status_changed_cb, self);
    }
  g_clear_object (&self->printer);
}

/* Ends the call. Takes @error. */
static void
end (CareSheetBatch *self,
     GError         *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_clear_handle_id (&self->step, g_source_remove);
  if (self->cancelled != 0)
    g_signal_handler_disconnect (cancellable, self->cancelled);
  self->cancelled = 0;
  g_clear_pointer (&self->pdf, g_bytes_unref);
  drop_printer (self);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* The print system has it, and the batch does not wait for it any more. */
static void
leave (CareSheetBatch *self)
{
  g_autoptr (GBytes) pdf = g_steal_pointer (&self->pdf);

  g_signal_emit_by_name (self, "left", self->done, pdf);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CareSheetBatch) self = user_data;
  GError *error = NULL;
  gboolean sent = care_sheet_printer_print_finish (CARE_SHEET_PRINTER (source), result, &error);

  if (self->task == NULL)
    {
      g_clear_error (&error);
      return;
    }
  if (!sent)
    {
      end (self, error);
      return;
    }
  g_signal_emit_by_name (self, "taken", self->done, self->pdf);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (self->task)))
    {
      /* Cancelled while it was being handed over: this one still prints, nobody waits for it. */
      leave (self);
      end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
      return;
    }
  self->taken = TRUE;
  look (self);
}

/* The next sheet is made when its turn comes: a progress bar is drawn between two. */
static gboolean
step_cb (gpointer user_data)
{
  CareSheetBatch *self = user_data;
  GError *error = NULL;
  guint copies = 1;

  self->step = 0;
  if (self->done == self->total)
    {
      end (self, NULL);
      return G_SOURCE_REMOVE;
    }

  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->taken = FALSE;
  drop_printer (self);
  self->pdf = self->make (self->done, &self->printer, &copies, self->make_data, &error);
  if (self->pdf == NULL)
    {
      end (self, error);
      return G_SOURCE_REMOVE;
    }
  g_signal_connect_swapped (self->printer, "notify::state", G_CALLBACK (look), self);
  g_signal_connect_swapped (self->printer, "notify::status", G_CALLBACK (status_changed_cb), self);
  care_sheet_printer_print_async (self->printer, self->printer_name, self->pdf, self->paper, copies,
                                    g_task_get_cancellable (self->task), sent_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* What has become of the sheet that the print system took. */
static void
look (CareSheetBatch *self)
{
  CarePrintState state = care_sheet_printer_get_state (self->printer);

  if (self->task == NULL || !self->taken)
    return;

  if (state == CARE_PRINT_STATE_FAILED)
    {
      end (self, g_error_new_literal (CARE_ERROR, CARE_ERROR_ENVIRONMENT, care_sheet_printer_get_status (self->printer)));
    }
  else if (state == CARE_PRINT_STATE_DONE)
    {
      g_autoptr (GBytes) pdf = g_steal_pointer (&self->pdf);

      self->taken = FALSE;
      self->done++;
      g_signal_emit_by_name (self, "printed", self->done - 1, pdf);
      g_object_notify (G_OBJECT (self), "done");
      if (self->task != NULL)
        self->step = g_idle_add (step_cb, self);
    }
}

static void
status_changed_cb (CareSheetBatch *self)
{
  g_object_notify (G_OBJECT (self), "status");
}

static void
cancelled_cb (GCancellable   *cancellable,
              CareSheetBatch *self)
{
  /* While the print system is being asked, its answer ends the call. */
  if (self->task == NULL || (self->pdf != NULL && !self->taken && self->step == 0))
    return;

  if (self->taken)
    leave (self);
  end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
}

static void
care_sheet_batch_dispose (GObject *object)
{
  CareSheetBatch *self = CARE_SHEET_BATCH (object);

  g_clear_handle_id (&self->step, g_source_remove);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->printer_name, g_free);
  drop_printer (self);

  G_OBJECT_CLASS (care_sheet_batch_parent_class)->dispose (object);
}

static void
care_sheet_batch_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_DONE:
      g_value_set_uint (value, CARE_SHEET_BATCH (object)->done);
      break;
    case PROP_STATUS:
      g_value_set_string (value, care_sheet_batch_get_status (CARE_SHEET_BATCH (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
care_sheet_batch_class_init (CareSheetBatchClass *klass)
{
  static const char *const told[] = { "taken", "printed", "left" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = care_sheet_batch_dispose;
  object_class->get_property = care_sheet_batch_get_property;
  g_object_class_install_property (object_class, PROP_DONE,
                                   g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_STATUS,
                                   g_param_spec_string ("status", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    g_signal_new (told[i], CARE_TYPE_SHEET_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                  G_TYPE_BYTES);
}

static void
care_sheet_batch_init (CareSheetBatch *self)
{
}

/**
 * care_sheet_batch_new:
 *
 * Returns: (transfer full): a batch with nothing to do
 */
CareSheetBatch *
care_sheet_batch_new (void)
{
  return g_object_new (CARE_TYPE_SHEET_BATCH, NULL);
}

/**
 * care_sheet_batch_get_done:
 * @self: a batch
 *
 * Returns: how many sheets are on paper
 */
guint
care_sheet_batch_get_done (CareSheetBatch *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_BATCH (self), 0);

  return self->done;
}

/**
 * care_sheet_batch_get_total:
 * @self: a batch
 *
 * Returns: how many there are
 */
guint
care_sheet_batch_get_total (CareSheetBatch *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_BATCH (self), 0);

  return self->total;
}

/**
 * care_sheet_batch_is_busy:
 * @self: a batch
 *
 * Returns: whether it prints
 */
gboolean
care_sheet_batch_is_busy (CareSheetBatch *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_BATCH (self), FALSE);

  return self->task != NULL;
}

/**
 * care_sheet_batch_get_state:
 * @self: a batch
 *
 * Returns: how the sheet stands that is on its way; %CARE_PRINT_STATE_IDLE when none is
 */
CarePrintState
care_sheet_batch_get_state (CareSheetBatch *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_BATCH (self), CARE_PRINT_STATE_IDLE);

  return self->printer != NULL ? care_sheet_printer_get_state (self->printer) : CARE_PRINT_STATE_IDLE;
}

/**
 * care_sheet_batch_get_status:
 * @self: a batch
 *
 * Returns: (transfer none) (nullable): the same as a sentence for the desk
 */
const char *
care_sheet_batch_get_status (CareSheetBatch *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_BATCH (self), NULL);

  return self->printer != NULL ? care_sheet_printer_get_status (self->printer) : NULL;
}

/**
 * care_sheet_batch_print_async:
 * @self: a batch that is not busy
 * @printer_name: (nullable): which printer, %NULL for the default one
 * @paper: the paper of all
 * @n: how many sheets
 * @make: makes one
 * @make_data: for @make
 * @cancellable: (nullable): to stop after the sheet that is at the printer
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Prints @n sheets, one after another.
 */
void
care_sheet_batch_print_async (CareSheetBatch     *self,
                              const char         *printer_name,
                              CarePaper           paper,
                              guint               n,
                              CareSheetBatchMake  make,
                              gpointer            make_data,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (CARE_IS_SHEET_BATCH (self));
  g_return_if_fail (self->task == NULL);
  g_return_if_fail (make != NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, care_sheet_batch_print_async);
  g_task_set_check_cancellable (self->task, FALSE);
  g_free (self->printer_name);
  self->printer_name = g_strdup (printer_name);
  self->paper = paper;
  self->make = make;
  self->make_data = make_data;
  self->total = n;
  self->done = 0;
  g_object_notify (G_OBJECT (self), "done");
  if (cancellable != NULL)
    self->cancelled = g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self, 0);
  self->step = g_idle_add (step_cb, self);
}

/**
 * care_sheet_batch_print_finish:
 * @self: a batch
 * @result: the result
 * @error: why it ended before the last sheet: a sheet that cannot be made, a
 *   printer that gave one up, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all sheets are on paper; care_sheet_batch_get_done() says how many are
 */
gboolean
care_sheet_batch_print_finish (CareSheetBatch *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
