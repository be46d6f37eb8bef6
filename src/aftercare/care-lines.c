/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-lines.h"

/**
 * care_lines_get_height:
 * @self: lines
 *
 * Returns: the height of all lines
 */
double
care_lines_get_height (const CareLines *self)
{
  return pango_layout_get_line_count (self->layout) * self->pitch;
}

/**
 * care_lines_draw:
 * @self: lines
 * @cr: where to
 * @x: left edge of the layout
 * @y: upper edge of the first line drawn
 * @first: number of that line
 * @n: how many, 0 for all that follow
 *
 * Draws lines.
 */
void
care_lines_draw (const CareLines *self,
                 cairo_t         *cr,
                 double           x,
                 double           y,
                 int              first,
                 int              n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  int number = 0;

  do
    {
      PangoRectangle line;

      if (number >= first && (n == 0 || number < first + n))
        {
          pango_layout_iter_get_line_extents (iter, NULL, &line);
          cairo_move_to (cr, x + (double) line.x / PANGO_SCALE, y + (number - first) * self->pitch + self->base);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      number++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
