/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-lines.h"
#include "aftercare/care-sheet-pages.h"

G_BEGIN_DECLS

/**
 * CarePageAlt:
 * @language: BCP 47 tag
 * @text: (nullable): what a figure shows; %NULL for a section, which has a language only
 *
 * What libqpdf adds to one element of the structure tree, in drawing order.
 */
typedef struct
{
  const char *language;
  const char *text;
} CarePageAlt;

/* (element-type CarePageAlt) */
GPtrArray *care_sheet_pages_get_figures  (CareSheetPages *self);
/* (element-type CarePageAlt) */
GPtrArray *care_sheet_pages_get_sections (CareSheetPages *self);
/* The height a page has for its pieces. */
double     care_sheet_pages_get_room     (CareSheetPages *self,
                                          guint           page);
/* What heads a page: name, birth year, finish. */
const CareLines *care_sheet_pages_get_head (CareSheetPages *self,
                                            guint           page);
/* (element-type CarePlaced): what stands on a page */
GPtrArray *care_sheet_pages_get_placed   (CareSheetPages *self,
                                          guint           page);

G_END_DECLS
