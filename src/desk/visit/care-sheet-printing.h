/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "aftercare/care-sheet-pages.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareSheetPrinting:
 *
 * The buttons that bring a sheet to paper, and in words what has become of it: waiting, stopped, printed, given up,
 * printed but not in the record yet.
 */
#define CARE_TYPE_SHEET_PRINTING (care_sheet_printing_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetPrinting, care_sheet_printing, CARE, SHEET_PRINTING, AdwBin)

GtkWidget *care_sheet_printing_new  (CareDesk          *desk,
                                     CareVisit         *visit) G_GNUC_WARN_UNUSED_RESULT;
/* What would be printed now. */
void       care_sheet_printing_show (CareSheetPrinting *self,
                                     CareSheetPages    *pages,
                                     CarePaper          paper,
                                     const char        *language,
                                     gboolean           large_print);

G_END_DECLS
