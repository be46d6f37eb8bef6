/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/sheet/care-print-order.h"
#include "widgets/sheet/care-sheet-printer.h"

G_BEGIN_DECLS

/* FALSE, and @task already answered, when another sheet is on its way. */
gboolean              care_sheet_printer_begin     (CareSheetPrinter *self,
                                                    GTask            *task);
const CarePrintOrder *care_sheet_printer_get_order (CareSheetPrinter *self);
void                  care_sheet_printer_send      (CareSheetPrinter *self,
                                                    GtkPrinter       *printer,
                                                    GtkPrintSettings *settings,
                                                    GtkPageSetup     *page_setup);
/* Ends the waiting call; a failure is also said as the state. Takes @error. */
void                  care_sheet_printer_finish    (CareSheetPrinter *self,
                                                    GError           *error);

G_END_DECLS
