/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-page.h"

#include <math.h>

/**
 * care_page_free:
 * @self: (transfer full): a page
 *
 * Frees @self.
 */
void
care_page_free (CarePage *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->head.layout);
  g_clear_object (&self->number.layout);
  g_clear_object (&self->foot.layout);
  g_clear_pointer (&self->placed, g_ptr_array_unref);
  g_free (self);
}

/* Light, and under the words: seen at once, in nobody's way. */
static void
draw_watermark (const CarePage *self,
                cairo_t        *cr)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;
  double diagonal = hypot (self->paper->width, self->paper->height);
  double scale;

  if (self->watermark == NULL)
    return;

  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_text (layout, self->watermark, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  scale = MIN (11, diagonal * 0.72 / ((double) logical.width / PANGO_SCALE));

  cairo_save (cr);
  care_ink_use (CARE_INK_SHADE, cr);
  cairo_translate (cr, self->paper->width / 2, self->paper->height / 2);
  cairo_rotate (cr, (self->rtl ? 1 : -1) * atan2 (self->paper->height, self->paper->width));
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, -(double) logical.width / PANGO_SCALE / 2, -(double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
draw_paragraph (cairo_t         *cr,
                const CareLines *lines,
                double           x,
                double           y)
{
  cairo_tag_begin (cr, "P", NULL);
  care_lines_draw (lines, cr, x, y, 0, 0);
  cairo_tag_end (cr, "P");
}

static void
draw_head (const CarePage *self,
           cairo_t        *cr)
{
  const CarePaperSize *paper = self->paper;
  double rule = self->top - CARE_PAGE_HEAD_ROOM + 2.5;
  double number = care_lines_get_width (&self->number);

  care_ink_use (CARE_INK_BLACK, cr);
  draw_paragraph (cr, &self->head, paper->margin_x + (self->rtl ? self->number_width + CARE_PAGE_NUMBER_GAP : 0),
                  paper->margin_y);
  draw_paragraph (cr, &self->number,
                  self->rtl ? paper->margin_x - self->number_width + number : paper->width - paper->margin_x - number,
                  paper->margin_y);

  care_ink_use (self->rules, cr);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, paper->margin_x, rule);
  cairo_rel_line_to (cr, paper->width - 2 * paper->margin_x, 0);
  cairo_stroke (cr);
}

static void
draw_foot (const CarePage *self,
           cairo_t        *cr)
{
  const CarePaperSize *paper = self->paper;
  double y = paper->height - paper->margin_y - self->foot_height;

  care_ink_use (self->rules, cr);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, paper->margin_x, y - 3);
  cairo_rel_line_to (cr, paper->width - 2 * paper->margin_x, 0);
  cairo_stroke (cr);
  care_ink_use (CARE_INK_BLACK, cr);
  draw_paragraph (cr, &self->foot, paper->margin_x, y);
}

/* Neighbours of one list or table stand in one structure element. */
static void
draw_pieces (const CarePage    *self,
             cairo_t           *cr,
             CareSheetPictures *pictures)
{
  const char *group = NULL;
  guint group_id = 0;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const CarePlaced *placed = g_ptr_array_index (self->placed, i);
      const CarePiece *piece = placed->piece;

      if (group != NULL && (piece->group == NULL || piece->group_id != group_id))
        {
          cairo_tag_end (cr, group);
          group = NULL;
        }
      if (group == NULL && piece->group != NULL)
        {
          group = piece->group;
          group_id = piece->group_id;
          cairo_tag_begin (cr, group, NULL);
        }
      care_piece_draw (piece, cr, placed->x, self->top + placed->y, pictures);
    }
  if (group != NULL)
    cairo_tag_end (cr, group);
}

/**
 * care_page_draw:
 * @self: a page
 * @cr: where to, in points from the paper's upper left corner
 * @pictures: the pictograms
 *
 * Draws the page.
 */
void
care_page_draw (const CarePage    *self,
                cairo_t           *cr,
                CareSheetPictures *pictures)
{
  g_return_if_fail (self != NULL);

  draw_watermark (self, cr);
  cairo_tag_begin (cr, "Sect", NULL);
  draw_head (self, cr);
  draw_pieces (self, cr, pictures);
  draw_foot (self, cr);
  cairo_tag_end (cr, "Sect");
}
