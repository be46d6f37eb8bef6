/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-piece.h"

#include <math.h>

#include <qrencode.h>

#define LEAST_LINES 2 /* of a paragraph, on either side of a break */

static void
mark_free (gpointer data)
{
  CareMark *mark = data;

  g_clear_object (&mark->lines.layout);
  g_free (mark->text);
  g_free (mark->alt);
  g_free (mark->link);
  g_free (mark);
}

/**
 * care_piece_new:
 * @tag: PDF structure of the whole piece
 *
 * Returns: (transfer full): an empty piece
 */
CarePiece *
care_piece_new (const char *tag)
{
  CarePiece *self = g_new0 (CarePiece, 1);

  self->tag = tag;
  self->marks = g_ptr_array_new_with_free_func (mark_free);

  return self;
}

/**
 * care_piece_free:
 * @self: (transfer full): a piece
 *
 * Frees @self.
 */
void
care_piece_free (CarePiece *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->marks);
  g_free (self);
}

/**
 * care_piece_add:
 * @self: a piece
 * @kind: what is drawn
 * @x: left edge on the paper
 * @y: upper edge in the piece
 * @w: width
 * @h: height
 *
 * Returns: (transfer none): the mark, for the caller to fill
 */
CareMark *
care_piece_add (CarePiece   *self,
                CareMarkKind kind,
                double       x,
                double       y,
                double       w,
                double       h)
{
  CareMark *mark = g_new0 (CareMark, 1);

  mark->kind = kind;
  mark->x = x;
  mark->y = y;
  mark->w = w;
  mark->h = h;
  g_ptr_array_add (self->marks, mark);

  return mark;
}

/**
 * care_pieces_new:
 *
 * Returns: (transfer full) (element-type CarePiece): no pieces yet; the array owns what it gets
 */
GPtrArray *
care_pieces_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) care_piece_free);
}

/**
 * care_pieces_get_height:
 * @pieces: (element-type CarePiece): pieces below each other
 * @code: with the machine-readable next visit
 *
 * Returns: their height, as the first of a page
 */
double
care_pieces_get_height (GPtrArray *pieces,
                        gboolean   code)
{
  double height = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const CarePiece *piece = g_ptr_array_index (pieces, i);

      if (!piece->code || code)
        height += piece->height + (i > 0 ? piece->gap : 0);
    }

  return height;
}

/**
 * care_piece_split:
 * @self: a piece
 * @room: the height there is for it
 *
 * Splits a paragraph of four lines or more between two lines, two at least on
 * either side; @self keeps what fits into @room.
 *
 * Returns: (transfer full) (nullable): the lines that are left, or %NULL when it must stay whole
 */
CarePiece *
care_piece_split (CarePiece *self,
                  double     room)
{
  CareMark *mark = self->marks->len > 0 ? g_ptr_array_index (self->marks, self->marks->len - 1) : NULL;
  CarePiece *rest;
  CareMark *other;
  int n, fit;

  if (self->keep || mark == NULL)
    return NULL;
  for (guint i = 0; i < self->marks->len; i++)
    if (((CareMark *) g_ptr_array_index (self->marks, i))->kind != CARE_MARK_TEXT)
      return NULL;

  n = mark->n_lines > 0 ? mark->n_lines : pango_layout_get_line_count (mark->lines.layout) - mark->first_line;
  fit = MIN ((int) ((room - mark->y) / mark->lines.pitch), n - LEAST_LINES);
  if (fit < LEAST_LINES)
    return NULL;

  rest = care_piece_new (self->tag);
  rest->group = self->group;
  rest->group_id = self->group_id;
  rest->block = self->block;
  rest->language = self->language;
  rest->height = (n - fit) * mark->lines.pitch;
  other = care_piece_add (rest, CARE_MARK_TEXT, mark->x, 0, mark->w, rest->height);
  other->lines = mark->lines;
  g_object_ref (other->lines.layout);
  other->first_line = mark->first_line + fit;
  other->n_lines = n - fit;
  other->tag = mark->tag;
  other->link = g_strdup (mark->link);
  mark->n_lines = fit;
  mark->h = fit * mark->lines.pitch;
  self->height = mark->y + mark->h;

  return rest;
}

static void
draw_text (const CareMark *mark,
           cairo_t        *cr)
{
  g_autofree char *attributes = NULL;

  if (mark->link != NULL)
    {
      attributes = g_strdup_printf ("uri='%s'", mark->link);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
    }

  care_lines_draw (&mark->lines, cr, 0, 0, mark->first_line, mark->n_lines);

  if (mark->link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* Black squares of one row that touch are one rectangle: no hair lines between them. */
static void
draw_code (const CareMark *mark,
           cairo_t        *cr)
{
  QRcode *code = QRcode_encodeString (mark->text, 0, QR_ECLEVEL_L, QR_MODE_8, 1);
  double unit;

  if (code == NULL)
    return;

  unit = mark->w / code->width;

  /* White round it, as its readers need (ISO/IEC 18004: four units), whatever stands across the page. */
  care_ink_use (CARE_INK_WHITE, cr);
  cairo_rectangle (cr, -4 * unit, -4 * unit, mark->w + 8 * unit, mark->w + 8 * unit);
  cairo_fill (cr);
  care_ink_use (mark->ink, cr);
  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      {
        int run = 0;

        while (column + run < code->width && (code->data[row * code->width + column + run] & 1) != 0)
          run++;
        if (run == 0)
          continue;
        cairo_rectangle (cr, column * unit, row * unit, run * unit, unit);
        column += run;
      }
  cairo_fill (cr);
  QRcode_free (code);
}

static void
draw_picture (const CareMark    *mark,
              cairo_t           *cr,
              CareSheetPictures *pictures)
{
  if (!care_sheet_pictures_has (pictures, mark->text, mark->ink))
    {
      /* The words beside it say it all; a dot keeps the row a row. */
      cairo_arc (cr, mark->w / 2, mark->h / 2, mark->w / 10, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }

  care_sheet_pictures_draw (pictures, cr, mark->text, mark->ink, 0, 0, mark->w);
  if (!mark->crossed)
    return;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  care_ink_use (CARE_INK_WHITE, cr);
  cairo_set_line_width (cr, mark->w * 0.2);
  cairo_move_to (cr, mark->w * 0.06, mark->h * 0.94);
  cairo_line_to (cr, mark->w * 0.94, mark->h * 0.06);
  cairo_stroke (cr);
  care_ink_use (mark->ink, cr);
  cairo_set_line_width (cr, mark->w * 0.1);
  cairo_move_to (cr, mark->w * 0.04, mark->h * 0.96);
  cairo_line_to (cr, mark->w * 0.96, mark->h * 0.04);
  cairo_stroke (cr);
}

static void
draw_shape (const CareMark *mark,
            cairo_t        *cr)
{
  const double dashes[] = { 1, 5 };

  switch (mark->kind)
    {
    case CARE_MARK_LINE:
    case CARE_MARK_DASHES:
      if (mark->kind == CARE_MARK_DASHES)
        {
          cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
          cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
        }
      cairo_set_line_width (cr, mark->h);
      cairo_move_to (cr, 0, mark->h / 2);
      cairo_line_to (cr, mark->w, mark->h / 2);
      cairo_stroke (cr);
      break;

    case CARE_MARK_FRAME:
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, 0.5, 0.5, mark->w - 1, mark->h - 1);
      cairo_stroke (cr);
      break;

    case CARE_MARK_FILL:
      cairo_rectangle (cr, 0, 0, mark->w, mark->h);
      cairo_fill (cr);
      break;

    case CARE_MARK_DOT:
      cairo_arc (cr, mark->w / 2, mark->h / 2, mark->w / 2, 0, 2 * G_PI);
      cairo_fill (cr);
      break;

    case CARE_MARK_RING:
      cairo_arc (cr, mark->w / 2, mark->h / 2, mark->w / 2, 0, 2 * G_PI);
      care_ink_use (CARE_INK_WHITE, cr);
      cairo_fill_preserve (cr);
      care_ink_use (mark->ink, cr);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      break;

    case CARE_MARK_TEXT:
    case CARE_MARK_PICTURE:
    case CARE_MARK_CODE:
    default:
      break;
    }
}

static guint
count_told (const CarePiece *self)
{
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CareMark *mark = g_ptr_array_index (self->marks, i);

      n += mark->kind == CARE_MARK_TEXT || mark->kind == CARE_MARK_PICTURE || mark->kind == CARE_MARK_CODE;
    }

  return n;
}

/* Beside other elements, words without one of their own would be in no structure at all: nobody would read them out. */
static const char *
tag_of (const CareMark *mark,
        gboolean        alone)
{
  if (mark->tag != NULL || alone || mark->kind != CARE_MARK_TEXT || mark->link != NULL)
    return mark->tag;

  return "Span";
}

/**
 * care_piece_draw:
 * @self: a piece
 * @cr: where to, in points from the paper's upper left corner
 * @x: how far it is moved sideways
 * @y: upper edge on the paper
 * @pictures: the pictograms
 *
 * Draws the piece, with its PDF structure on a surface that keeps one.
 */
void
care_piece_draw (const CarePiece   *self,
                 cairo_t           *cr,
                 double             x,
                 double             y,
                 CareSheetPictures *pictures)
{
  gboolean alone;

  g_return_if_fail (self != NULL);

  alone = count_told (self) == 1;
  if (self->tag != NULL)
    cairo_tag_begin (cr, self->tag, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CareMark *mark = g_ptr_array_index (self->marks, i);
      const char *tag = tag_of (mark, alone);

      cairo_save (cr);
      cairo_translate (cr, x + mark->x, y + mark->y);
      care_ink_use (mark->ink, cr);
      if (tag != NULL)
        cairo_tag_begin (cr, tag, NULL);
      if (mark->kind == CARE_MARK_TEXT)
        draw_text (mark, cr);
      else if (mark->kind == CARE_MARK_PICTURE)
        draw_picture (mark, cr, pictures);
      else if (mark->kind == CARE_MARK_CODE)
        draw_code (mark, cr);
      else
        draw_shape (mark, cr);
      if (tag != NULL)
        cairo_tag_end (cr, tag);
      cairo_restore (cr);
    }

  if (self->tag != NULL)
    cairo_tag_end (cr, self->tag);
}
