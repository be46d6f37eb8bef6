/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * CareLines:
 * @layout: the words, broken into lines; owned by whoever made it
 * @scale: how much larger the words are drawn than they were shaped
 * @pitch: from one base line to the next
 * @base: from the upper edge of the first line to its base line
 *
 * A text whose lines stand at a distance of our own, not the font's: the same
 * shaped words serve a calm and a close setting. Private to this room.
 */
typedef struct
{
  PangoLayout *layout;
  double       scale;
  double       pitch;
  double       base;
} CareLines;

double care_lines_get_height (const CareLines *self);
double care_lines_get_width  (const CareLines *self);
void   care_lines_draw       (const CareLines *self,
                              cairo_t         *cr,
                              double           x,
                              double           y,
                              int              first,
                              int              n);

G_END_DECLS
