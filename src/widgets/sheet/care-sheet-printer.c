/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-printer.h"

#include "base/care-error.h"

struct _CareSheetPrinter
{
  GObject        parent_instance;

  CarePrintState state;
  char          *status;
};

G_DEFINE_FINAL_TYPE (CareSheetPrinter, care_sheet_printer, G_TYPE_OBJECT)

GType
care_print_state_get_type (void)
{
  return G_TYPE_INT;
}

static void
care_sheet_printer_finalize (GObject *object)
{
  CareSheetPrinter *self = CARE_SHEET_PRINTER (object);

  g_free (self->status);

  G_OBJECT_CLASS (care_sheet_printer_parent_class)->finalize (object);
}

static void
care_sheet_printer_class_init (CareSheetPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_sheet_printer_finalize;
}

static void
care_sheet_printer_init (CareSheetPrinter *self)
{
}

CareSheetPrinter *
care_sheet_printer_new (void)
{
  return g_object_new (CARE_TYPE_SHEET_PRINTER, NULL);
}

CarePrintState
care_sheet_printer_get_state (CareSheetPrinter *self)
{
  return self->state;
}

const char *
care_sheet_printer_get_status (CareSheetPrinter *self)
{
  return self->status;
}

gboolean
care_sheet_printer_is_busy (CareSheetPrinter *self)
{
  return FALSE;
}

static void
not_yet (CareSheetPrinter   *self,
         GCancellable       *cancellable,
         GAsyncReadyCallback callback,
         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_return_new_error (task, CARE_ERROR, CARE_ERROR_UNSUPPORTED, "no printing in this build");
}

void
care_sheet_printer_list_async (CareSheetPrinter   *self,
                               guint               timeout_ms,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  not_yet (self, cancellable, callback, user_data);
}

char **
care_sheet_printer_list_finish (CareSheetPrinter *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
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
  not_yet (self, cancellable, callback, user_data);
}

gboolean
care_sheet_printer_print_finish (CareSheetPrinter *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
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
  not_yet (self, cancellable, callback, user_data);
}

gboolean
care_sheet_printer_dialog_finish (CareSheetPrinter *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
