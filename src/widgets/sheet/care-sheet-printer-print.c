/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-printer-private.h"

#include "config.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "widgets/sheet/care-print-queue.h"

static void
printers_found_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (CareSheetPrinter) self = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) printers = care_print_queue_list_finish (result, &error);
  const CarePrintOrder *order = care_sheet_printer_get_order (self);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPrinter *printer;

  if (printers == NULL)
    {
      care_sheet_printer_finish (self, error);
      return;
    }

  printer = care_print_queue_find (printers, order->printer_name);
  if (printer == NULL)
    {
      care_sheet_printer_finish (self, order->printer_name != NULL
                              ? g_error_new (CARE_ERROR, CARE_ERROR_NOT_FOUND,
                                             _("There is no printer %s. Choose another one."), order->printer_name)
                              : g_error_new_literal (CARE_ERROR, CARE_ERROR_NOT_FOUND,
                                                     _("No printer is set up. “Printer and copies…” can write the sheet to a file.")));
      return;
    }

  settings = care_print_order_new_settings (order);
  setup = care_print_order_new_page_setup (order);
  care_sheet_printer_send (self, printer, settings, setup);
}

void
care_sheet_printer_print_async (CareSheetPrinter   *self,
                                const char         *printer_name,
                                GBytes             *pdf,
                                CarePaper           paper,
                                guint               copies,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CARE_IS_SHEET_PRINTER (self));
  g_return_if_fail (pdf != NULL);
  g_return_if_fail (copies > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, care_sheet_printer_print_async);
  g_task_set_task_data (task, care_print_order_new (printer_name, pdf, paper, copies), care_print_order_free);

  if (care_sheet_printer_begin (self, task))
    care_print_queue_list_async (CARE_PRINT_LOOK_MS, cancellable, printers_found_cb, g_object_ref (self));
}

gboolean
care_sheet_printer_print_finish (CareSheetPrinter *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
