/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-paper.h"
#include "widgets/sheet/care-sheet-printer.h"

G_BEGIN_DECLS

/**
 * CareSheetBatchMake:
 * @number: which sheet, from 0
 * @printer: (out) (transfer full): what prints it, one that is not busy, and is asked later what became of it
 * @copies: (inout): how many of it; 1 before the call
 * @user_data: what the caller gave
 * @error: where to put the reason
 *
 * Makes one sheet of a batch when its turn comes.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
typedef GBytes *(*CareSheetBatchMake) (guint              number,
                                       CareSheetPrinter **printer,
                                       guint             *copies,
                                       gpointer           user_data,
                                       GError           **error);

/**
 * CareSheetBatch:
 *
 * Sends many sheets to one printer, each when the one before is on paper: with
 * the printer stopped only one sheet waits there, and what was cancelled is not in a
 * queue. Properties `done` and `status` notify; signal `taken` (number, PDF) says what the print
 * system has, `printed` what is on paper, `left` what waits at the printer when the batch is
 * cancelled.
 */
#define CARE_TYPE_SHEET_BATCH (care_sheet_batch_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetBatch, care_sheet_batch, CARE, SHEET_BATCH, GObject)

CareSheetBatch *care_sheet_batch_new          (void) G_GNUC_WARN_UNUSED_RESULT;
guint           care_sheet_batch_get_done     (CareSheetBatch     *self);
guint           care_sheet_batch_get_total    (CareSheetBatch     *self);
gboolean        care_sheet_batch_is_busy      (CareSheetBatch     *self);
/* What becomes of the sheet that is on its way. */
CarePrintState  care_sheet_batch_get_state    (CareSheetBatch     *self);
const char     *care_sheet_batch_get_status   (CareSheetBatch     *self);

/* Cancelled: G_IO_ERROR_CANCELLED; the sheet that is at the printer by then still prints. */
void            care_sheet_batch_print_async  (CareSheetBatch     *self,
                                               const char         *printer_name,
                                               CarePaper           paper,
                                               guint               n,
                                               CareSheetBatchMake  make,
                                               gpointer            make_data,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gboolean        care_sheet_batch_print_finish (CareSheetBatch     *self,
                                               GAsyncResult       *result,
                                               GError            **error);

G_END_DECLS
