/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "widgets/sheet/care-sheet-printer.h"

G_BEGIN_DECLS

/**
 * CarePrintJob:
 *
 * One visit's sheet between the desk and paper. It outlives the page that sent it, and by the visit's record also the
 * desk: a sheet that waits at a stopped printer is still said to wait when somebody looks again, one that the printer
 * gives up is owed again, and a copy that the record could not take is held until it can.
 *
 * Signal "changed": what there is to say changed. Signal "gave-up" with a sentence: the printer gave the sheet up.
 */
#define CARE_TYPE_PRINT_JOB (care_print_job_get_type ())
G_DECLARE_FINAL_TYPE (CarePrintJob, care_print_job, CARE, PRINT_JOB, GObject)

CarePrintJob     *care_print_job_new         (CareClinic   *clinic,
                                              CareVisit    *visit) G_GNUC_WARN_UNUSED_RESULT;
CareSheetPrinter *care_print_job_get_printer (CarePrintJob *self);
/* On its way into the print system and the record: only then nothing may come between. */
gboolean          care_print_job_is_giving   (CarePrintJob *self);
/* The print system has @pdf: the record keeps the very bytes. FALSE: it could not, and they are held here. */
gboolean          care_print_job_keep        (CarePrintJob *self,
                                              GBytes       *pdf,
                                              const char   *language,
                                              gboolean      large_print,
                                              GError      **error);
/* Why the record does not have the copy yet; NULL when it has. */
const GError     *care_print_job_get_unkept  (CarePrintJob *self);
/* Once more. */
gboolean          care_print_job_keep_again  (CarePrintJob *self,
                                              GError      **error);

G_END_DECLS
