/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "aftercare/care-paper.h"
#include "aftercare/care-sheet-press.h"
#include "aftercare/care-sheet.h"

G_BEGIN_DECLS

/**
 * CarePrint:
 * @CARE_PRINT_NORMAL: 14 pt
 * @CARE_PRINT_LARGE: 18 pt
 */
typedef enum
{
  CARE_PRINT_NORMAL,
  CARE_PRINT_LARGE,
} CarePrint;

/**
 * CareSheetPages:
 *
 * A sheet laid out on paper. One page function draws preview, PDF and PNG.
 */
#define CARE_TYPE_SHEET_PAGES (care_sheet_pages_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetPages, care_sheet_pages, CARE, SHEET_PAGES, GObject)

CareSheetPages *care_sheet_pages_new               (CareSheet       *sheet,
                                                    const char      *data_dir,
                                                    CarePaper        paper,
                                                    CarePrint        print,
                                                    GError         **error);
CareSheetPages *care_sheet_pages_new_at            (CareSheetPress  *press,
                                                    CareSheet       *sheet,
                                                    CarePaper        paper,
                                                    CarePrint        print,
                                                    GError         **error);
CareSheet      *care_sheet_pages_get_sheet         (CareSheetPages  *self);
guint           care_sheet_pages_get_n_pages       (CareSheetPages  *self);
void            care_sheet_pages_get_size          (CareSheetPages  *self,
                                                    double          *width_pt,
                                                    double          *height_pt);
void            care_sheet_pages_draw              (CareSheetPages  *self,
                                                    guint            page,
                                                    cairo_t         *cr);
/* Letters for which no installed font has a shape (element-type utf8), and pictures that are missing. */
char          **care_sheet_pages_dup_troubles      (CareSheetPages  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
