/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/sheet/care-print-report.h"

G_BEGIN_DECLS

/**
 * CareKnownPrinters:
 *
 * The printers that a sheet can go to, each with what the system says of it: those with a queue, and those that GTK finds
 * without one. Signal "changed" when something is known anew.
 */
#define CARE_TYPE_KNOWN_PRINTERS (care_known_printers_get_type ())
G_DECLARE_FINAL_TYPE (CareKnownPrinters, care_known_printers, CARE, KNOWN_PRINTERS, GObject)

CareKnownPrinters *care_known_printers_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type CarePrintReport): of a list that is given, and asks nobody. */
CareKnownPrinters *care_known_printers_new_fixed (GPtrArray         *printers) G_GNUC_WARN_UNUSED_RESULT;
/* Asks the print system anew, once. */
void               care_known_printers_look      (CareKnownPrinters *self);
/* Whoever looked goes away. */
void               care_known_printers_stop      (CareKnownPrinters *self);
/* (nullable) (element-type CarePrintReport): NULL before the first answer, and while the print system does not answer. */
GPtrArray         *care_known_printers_get_list  (CareKnownPrinters *self);
/* (nullable): why there is no list. */
const GError      *care_known_printers_get_error (CareKnownPrinters *self);

G_END_DECLS
