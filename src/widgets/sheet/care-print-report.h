/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CareQueued:
 * @CARE_QUEUED_NOT_ASKED: nobody asked for a job
 * @CARE_QUEUED_UNKNOWN: the print system knows no job of that title
 * @CARE_QUEUED_WAITING: in a queue
 * @CARE_QUEUED_PRINTING: at the printer
 * @CARE_QUEUED_DONE: printed
 * @CARE_QUEUED_GIVEN_UP: aborted or cancelled
 *
 * What has become of a job.
 */
typedef enum
{
  CARE_QUEUED_NOT_ASKED,
  CARE_QUEUED_UNKNOWN,
  CARE_QUEUED_WAITING,
  CARE_QUEUED_PRINTING,
  CARE_QUEUED_DONE,
  CARE_QUEUED_GIVEN_UP,
} CareQueued;

/**
 * CarePrintReport:
 * @printer: (nullable): the printer's name; for the default one its own; %NULL when there is none
 * @known: the print system has that printer
 * @stopped: it stands still
 * @accepting: it takes jobs
 * @out_of_paper: no paper, or not the right one
 * @offline: off, or not connected
 * @connecting: called, and has not answered yet; for a moment that is so of every printer in a network
 * @wrong: (nullable): what else it needs a hand for, a sentence: "Paper is jammed."
 * @message: (nullable): what it says itself, while it stands still or takes no jobs
 * @about: (nullable): what the system says it is, and where it stands: "HP LaserJet, reception"
 * @system: it is the system's own, to which goes what names no printer
 * @waiting: how many jobs wait there
 * @queued: what has become of the job that was asked for
 *
 * What the print system says of a printer and of a job, in one question.
 */
typedef struct
{
  char      *printer;
  gboolean   known;
  gboolean   stopped;
  gboolean   accepting;
  gboolean   out_of_paper;
  gboolean   offline;
  gboolean   connecting;
  char      *wrong;
  char      *message;
  char      *about;
  gboolean   system;
  guint      waiting;
  CareQueued queued;
} CarePrintReport;

void             care_print_report_free       (CarePrintReport     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePrintReport, care_print_report_free)

/* Of @printer (NULL: the default one, or the only one), and of the job called @title (NULL: of none; the printer
 * is then the one where it lies). Never blocks; an unreachable print system is an error after a while. */
void             care_print_report_ask_async  (const char          *printer,
                                               const char          *title,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
CarePrintReport *care_print_report_ask_finish (GAsyncResult        *result,
                                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of every printer that has a queue: (element-type CarePrintReport), none where there are none. */
void             care_print_report_list_async  (GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GPtrArray       *care_print_report_list_finish (GAsyncResult        *result,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
