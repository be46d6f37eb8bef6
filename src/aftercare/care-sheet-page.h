/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <pango/pangocairo.h>

#include "aftercare/care-lines.h"
#include "aftercare/care-paper.h"
#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-pictures.h"

G_BEGIN_DECLS

#define CARE_PAGE_HEAD_ROOM 8.0
/* Between the head and the number of the page. */
#define CARE_PAGE_NUMBER_GAP 8.0

/**
 * CarePage:
 * @part: number of its language
 * @paper: its paper
 * @rtl: runs from right to left
 * @rules: ink of the rules below its head and above its foot
 * @context: Pango at 72 dpi
 * @font: for what stands across the page
 * @watermark: (nullable): what stands across the page
 * @head: name, birth year, finish
 * @number: page x of y
 * @foot: clinic, version, approval
 * @top: where pieces begin
 * @number_width: room for the widest page number
 * @foot_height: height of the foot
 * @placed: (element-type CarePlaced): its pieces
 *
 * One page, laid out. Private to this room.
 */
typedef struct
{
  guint                       part;
  const CarePaperSize        *paper;
  gboolean                    rtl;
  CareInk                     rules;
  PangoContext               *context;
  const PangoFontDescription *font;
  const char                 *watermark;
  CareLines                   head;
  CareLines                   number;
  CareLines                   foot;
  double                      top;
  double                      number_width;
  double                      foot_height;
  GPtrArray                  *placed;
} CarePage;

void care_page_free (CarePage          *self);
void care_page_draw (const CarePage    *self,
                     cairo_t           *cr,
                     CareSheetPictures *pictures);

G_END_DECLS
