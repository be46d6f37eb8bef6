/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-printer-private.h"

#include "config.h"

#include <glib/gi18n.h>

static void
dialog_response_cb (GtkDialog *dialog,
                    int        response,
                    gpointer   user_data)
{
  g_autoptr (CareSheetPrinter) self = user_data;
  GtkPrintUnixDialog *chosen = GTK_PRINT_UNIX_DIALOG (dialog);
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (chosen);

  if (response == GTK_RESPONSE_OK && printer != NULL)
    {
      g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (chosen);
      g_autoptr (GtkPageSetup) setup = g_object_ref (gtk_print_unix_dialog_get_page_setup (chosen));

      care_sheet_printer_send (self, printer, settings, setup);
    }
  else
    {
      care_sheet_printer_finish (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "not printed"));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
care_sheet_printer_dialog_async (CareSheetPrinter   *self,
                                 GtkWindow          *parent,
                                 GBytes             *pdf,
                                 CarePaper           paper,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkWidget *dialog;
  GTask *task;

  g_return_if_fail (CARE_IS_SHEET_PRINTER (self));
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (pdf != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, care_sheet_printer_dialog_async);
  g_task_set_task_data (task, care_print_order_new (NULL, pdf, paper, 1), care_print_order_free);
  if (!care_sheet_printer_begin (self, task))
    return;

  settings = care_print_order_new_settings (care_sheet_printer_get_order (self));
  setup = care_print_order_new_page_setup (care_sheet_printer_get_order (self));
  dialog = gtk_print_unix_dialog_new (_("Print the sheet"), parent);
  gtk_print_unix_dialog_set_manual_capabilities (GTK_PRINT_UNIX_DIALOG (dialog), GTK_PRINT_CAPABILITY_GENERATE_PDF);
  gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), settings);
  gtk_print_unix_dialog_set_page_setup (GTK_PRINT_UNIX_DIALOG (dialog), setup);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (dialog_response_cb), g_object_ref (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
care_sheet_printer_dialog_finish (CareSheetPrinter *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
