/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/sheet/care-print-order.h"
#include "widgets/sheet/care-sheet-printer.h"

G_BEGIN_DECLS

struct _CareSheetPrinter
{
  GObject        parent_instance;

  CarePrintState state;
  char          *status;
  char          *printer_name;
  char          *title;        /* (nullable): of the job, the same in the queue */
  GtkPrintJob   *job;          /* (nullable): as long as it is on its way and this program sent it */
  GTask         *sending;      /* the call that waits for the print system to take the job */
  GCancellable  *checking;     /* (nullable): while the print system is asked */
  guint          timeout;
  guint          recheck;
  guint          checks;       /* how often it was asked */
  gboolean       seen;         /* the print system has known the job by its title */
  gboolean       out_of_paper;
  gboolean       recalled;     /* somebody at the desk took it back */
};

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
void                  care_sheet_printer_set_state (CareSheetPrinter *self,
                                                    CarePrintState    state,
                                                    const char       *status);
void                  care_sheet_printer_set_state_printf (CareSheetPrinter *self,
                                                    CarePrintState    state,
                                                    const char       *format,
                                                    ...) G_GNUC_PRINTF (3, 4);
/* Looked at no more; it stays in its queue. */
void                  care_sheet_printer_drop_job  (CareSheetPrinter *self);
/* Asks the print system at once. */
void                  care_sheet_printer_ask       (CareSheetPrinter *self);
/* Takes up what GTK says of the job, and asks the print system from now on. */
void                  care_sheet_printer_watch     (CareSheetPrinter *self);

G_END_DECLS
