/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "aftercare/care-sheet-pages.h"

G_BEGIN_DECLS

/**
 * CarePrintState:
 * @CARE_PRINT_STATE_IDLE: nothing printing
 * @CARE_PRINT_STATE_LOOKING: looking for the printer
 * @CARE_PRINT_STATE_SENDING: handing the pages to the print system
 * @CARE_PRINT_STATE_WAITING: in the queue
 * @CARE_PRINT_STATE_STOPPED: in the queue, but the printer is stopped, out of paper or away
 * @CARE_PRINT_STATE_PRINTING: on its way to paper
 * @CARE_PRINT_STATE_DONE: printed
 * @CARE_PRINT_STATE_FAILED: not printed; the status text says why
 * @CARE_PRINT_STATE_LOST: the print system knows nothing of it any more: it may be on paper, or not
 */
typedef enum
{
  CARE_PRINT_STATE_IDLE,
  CARE_PRINT_STATE_LOOKING,
  CARE_PRINT_STATE_SENDING,
  CARE_PRINT_STATE_WAITING,
  CARE_PRINT_STATE_STOPPED,
  CARE_PRINT_STATE_PRINTING,
  CARE_PRINT_STATE_DONE,
  CARE_PRINT_STATE_FAILED,
  CARE_PRINT_STATE_LOST,
} CarePrintState;

/**
 * CareSheetPrinter:
 *
 * Sends one PDF after another to paper: through the system's dialog, or straight
 * to a printer by name. Properties `state` (#CarePrintState, an int) and `status`
 * (one sentence for the desk) notify on every change; the job goes on being watched
 * after the call has finished, so that a printer that stops later is still said.
 */
#define CARE_TYPE_SHEET_PRINTER (care_sheet_printer_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetPrinter, care_sheet_printer, CARE, SHEET_PRINTER, GObject)

CareSheetPrinter *care_sheet_printer_new           (void) G_GNUC_WARN_UNUSED_RESULT;
CarePrintState    care_sheet_printer_get_state     (CareSheetPrinter    *self);
const char       *care_sheet_printer_get_status    (CareSheetPrinter    *self);
/* A job is not finished yet. */
gboolean          care_sheet_printer_is_busy       (CareSheetPrinter    *self);
/* It waits, because there is no paper. */
gboolean          care_sheet_printer_is_out_of_paper (CareSheetPrinter  *self);

/* The last job, by which it is found again: in words without a name, and no other job's. */
const char       *care_sheet_printer_get_title     (CareSheetPrinter    *self);
const char       *care_sheet_printer_get_printer_name (CareSheetPrinter *self);
/* Asks from now on what has become of the job that was sent as @title, by whomever and however long ago. */
void              care_sheet_printer_follow        (CareSheetPrinter    *self,
                                                    const char          *printer_name,
                                                    const char          *title);

/* What was sent waits at a printer, and can be taken back. */
gboolean          care_sheet_printer_is_waiting    (CareSheetPrinter    *self);
/* Takes it back: it ends as not printed, and can be sent to another printer. */
void              care_sheet_printer_recall_async  (CareSheetPrinter    *self,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean          care_sheet_printer_recall_finish (CareSheetPrinter    *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);
/* Somebody at the desk took the last one back. */
gboolean          care_sheet_printer_is_recalled   (CareSheetPrinter    *self);

/* Straight to @printer_name (NULL: the default one). Finishes when the print system has the whole
 * job; `state` tells what becomes of it. */
void              care_sheet_printer_print_async   (CareSheetPrinter    *self,
                                                    const char          *printer_name,
                                                    GBytes              *pdf,
                                                    CarePaper            paper,
                                                    guint                copies,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean          care_sheet_printer_print_finish  (CareSheetPrinter    *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);

/* The system's dialog over @parent, then as above. Cancelled by the user: G_IO_ERROR_CANCELLED. */
void              care_sheet_printer_dialog_async  (CareSheetPrinter    *self,
                                                    GtkWindow           *parent,
                                                    GBytes              *pdf,
                                                    CarePaper            paper,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean          care_sheet_printer_dialog_finish (CareSheetPrinter    *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);

G_END_DECLS
