/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "aftercare/care-sheet-pages.h"

G_BEGIN_DECLS

/**
 * CareSheetPreview:
 *
 * The pages of a sheet on screen, drawn by the function that draws the paper.
 * Zoomable (Ctrl and wheel, pinch, actions `sheet.zoom-in`, `sheet.zoom-out`,
 * `sheet.zoom-fit`); its accessible description is the sheet's text.
 */
#define CARE_TYPE_SHEET_PREVIEW (care_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetPreview, care_sheet_preview, CARE, SHEET_PREVIEW, GtkWidget)

CareSheetPreview *care_sheet_preview_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void              care_sheet_preview_set_pages (CareSheetPreview *self,
                                                CareSheetPages   *pages);
CareSheetPages   *care_sheet_preview_get_pages (CareSheetPreview *self);
/* 0 fits the width of the place it is given; 1 is the paper's own size. */
void              care_sheet_preview_set_zoom  (CareSheetPreview *self,
                                                double            zoom);
double            care_sheet_preview_get_zoom  (CareSheetPreview *self);

G_END_DECLS
