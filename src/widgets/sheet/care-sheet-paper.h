/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "aftercare/care-sheet-pages.h"

G_BEGIN_DECLS

/**
 * CareSheetPaper:
 *
 * One page of a sheet on screen, drawn by the function that draws the paper.
 */
#define CARE_TYPE_SHEET_PAPER (care_sheet_paper_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetPaper, care_sheet_paper, CARE, SHEET_PAPER, GtkWidget)

CareSheetPaper *care_sheet_paper_new      (CareSheetPages *pages,
                                           guint           page) G_GNUC_WARN_UNUSED_RESULT;
/* 0: as wide as the place it is given; else times the paper's own size. */
void            care_sheet_paper_set_zoom (CareSheetPaper *self,
                                           double          zoom);

G_END_DECLS
