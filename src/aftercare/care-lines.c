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
 * care_lines_get_width:
 * @self: lines
 *
 * Returns: the width of the longest line
 */
double
care_lines_get_width (const CareLines *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE * self->scale;
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

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->scale, self->scale);
  do
    {
      PangoRectangle line;

      if (number >= first && (n == 0 || number < first + n))
        {
          pango_layout_iter_get_line_extents (iter, NULL, &line);
          cairo_move_to (cr, (double) line.x / PANGO_SCALE, ((number - first) * self->pitch + self->base) / self->scale);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      number++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_restore (cr);
}
