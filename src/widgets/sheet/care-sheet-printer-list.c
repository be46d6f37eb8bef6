/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-printer.h"

#include "widgets/sheet/care-print-queue.h"

static void
printers_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) printers = care_print_queue_list_finish (result, &error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (printers == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (int turn = 0; turn < 2; turn++)
    for (guint i = 0; i < printers->len; i++)
      {
        GtkPrinter *printer = g_ptr_array_index (printers, i);

        if (gtk_printer_is_default (printer) == (turn == 0))
          g_strv_builder_add (names, gtk_printer_get_name (printer));
      }
  g_task_return_pointer (task, g_strv_builder_end (names), (GDestroyNotify) g_strfreev);
}

void
care_sheet_printer_list_async (CareSheetPrinter   *self,
                               guint               timeout_ms,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CARE_IS_SHEET_PRINTER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, care_sheet_printer_list_async);
  care_print_queue_list_async (timeout_ms, cancellable, printers_listed_cb, task);
}

char **
care_sheet_printer_list_finish (CareSheetPrinter *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
