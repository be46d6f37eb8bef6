/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-state-tag.h"
#include "widgets/sheet/care-print-report.h"
#include "widgets/sheet/care-sheet-printer.h"

G_BEGIN_DECLS

/* How loud it is said what becomes of a sheet. */
CareTone    care_print_words_get_tone  (CareSheetPrinter *printer);
/* The same in a few words, for a card that has no room for a sentence; NULL where there is nothing to say. */
const char *care_print_words_get_short (CareSheetPrinter *printer);

/* The state of a printer in a few words, and how loud they are. */
const char *care_print_words_get_printer (const CarePrintReport *report,
                                          CareTone              *tone);

G_END_DECLS
