/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CarePaper:
 * @CARE_PAPER_A4: 210 x 297 mm
 * @CARE_PAPER_LETTER: 8.5 x 11 in
 * @CARE_PAPER_A5: 148 x 210 mm
 */
typedef enum
{
  CARE_PAPER_A4,
  CARE_PAPER_LETTER,
  CARE_PAPER_A5,
} CarePaper;

/**
 * CarePaperSize:
 * @name: as the command line takes it
 * @pwg: as a printer knows it (PWG 5101.1)
 * @width: in points
 * @height: in points
 * @margin_x: margin at the sides
 * @margin_y: margin above and below
 */
typedef struct
{
  const char *name;
  const char *pwg;
  double      width;
  double      height;
  double      margin_x;
  double      margin_y;
} CarePaperSize;

const CarePaperSize *care_paper_get_size  (CarePaper   paper);
const char          *care_paper_get_name  (CarePaper   paper);
gboolean             care_paper_from_name (const char *name,
                                           CarePaper  *paper);

G_END_DECLS
