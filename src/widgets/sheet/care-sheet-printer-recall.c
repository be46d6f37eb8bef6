/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A sheet that waits at a printer which stands still is taken back, to print it at another one. */

#include "widgets/sheet/care-sheet-printer-private.h"

#include "widgets/sheet/care-print-recall.h"

gboolean
care_sheet_printer_is_waiting (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), FALSE);

  return self->title != NULL && (self->state == CARE_PRINT_STATE_WAITING || self->state == CARE_PRINT_STATE_STOPPED);
}

gboolean
care_sheet_printer_is_recalled (CareSheetPrinter *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (self), FALSE);

  return self->recalled;
}

/* What became of it is heard as of any other job. */
static void
recalled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  CareSheetPrinter *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (care_print_recall_finish (result, &error))
    {
      care_sheet_printer_ask (self);
      g_task_return_boolean (task, TRUE);
      return;
    }
  self->recalled = FALSE;
  g_task_return_error (task, error);
}

/**
 * care_sheet_printer_recall_async:
 * @self: a printer whose job waits
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Takes the job out of its queue.
 */
void
care_sheet_printer_recall_async (CareSheetPrinter   *self,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CARE_IS_SHEET_PRINTER (self));
  g_return_if_fail (care_sheet_printer_is_waiting (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, care_sheet_printer_recall_async);
  /* Before the print system tells of the end that it takes. */
  self->recalled = TRUE;
  care_print_recall_async (self->title, recalled_cb, task);
}

gboolean
care_sheet_printer_recall_finish (CareSheetPrinter *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
