/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-setter.h"

#include <math.h>
#include <string.h>

#include "aftercare/care-joins.h"

/* Noto Sans above and below its base line, in parts of its size. */
#define ASCENT  1.069
#define DESCENT 0.293

typedef struct
{
  double   points;
  gboolean bold;
} StyleSize;

static const StyleSize sizes[CARE_N_STYLES] = {
  [CARE_STYLE_BODY] = { 14, FALSE },
  [CARE_STYLE_BODY_BOLD] = { 14, TRUE },
  [CARE_STYLE_SMALL] = { 12, FALSE },
  [CARE_STYLE_SMALL_BOLD] = { 12, TRUE },
  [CARE_STYLE_FOOT] = { 12, FALSE },
  [CARE_STYLE_HEADING] = { 15, TRUE },
  [CARE_STYLE_TITLE] = { 25, TRUE },
  [CARE_STYLE_TITLE_CLOSE] = { 22, TRUE },
  [CARE_STYLE_FINISH] = { 18, TRUE },
  [CARE_STYLE_TIME] = { 20, TRUE },
  [CARE_STYLE_TIME_CLOSE] = { 18, TRUE },
  [CARE_STYLE_PHONE] = { 18, TRUE },
};

/**
 * care_setter_new:
 * @press: fonts, shaped words and pictures
 * @scale: 1, or more for large print
 *
 * Returns: (transfer full): a setter without paper yet
 */
CareSetter *
care_setter_new (CareSheetPress *press,
                 double          scale)
{
  CareSetter *self = g_new0 (CareSetter, 1);

  self->press = g_object_ref (press);
  self->pictures = care_sheet_press_get_pictures (press);
  self->scale = scale;
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) care_piece_free);

  return self;
}

/**
 * care_setter_free:
 * @self: (transfer full): a setter
 *
 * Frees @self; the press stays.
 */
void
care_setter_free (CareSetter *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->pieces);
  g_object_unref (self->press);
  g_free (self);
}

/**
 * care_setter_keep:
 * @self: a setter
 * @pieces: (element-type CarePiece): pieces that go to paper
 *
 * Takes the pieces from @pieces: they belong to the setter from here on.
 */
void
care_setter_keep (CareSetter *self,
                  GPtrArray  *pieces)
{
  g_ptr_array_set_free_func (pieces, NULL);
  g_ptr_array_extend_and_steal (self->pieces, pieces);
}

/**
 * care_setter_set_rtl:
 * @self: a setter
 * @rtl: whether what follows runs from right to left
 *
 * Turns the direction of the words that are set from here on.
 */
void
care_setter_set_rtl (CareSetter *self,
                     gboolean    rtl)
{
  self->rtl = rtl;
}

/* The height of a line in parts of the type's size: as Noto Sans brings it, then closer.
 * Noto Sans Arabic brings 2.2, room for marks that these words do not stack. */
static double
line_factor (CareSetter *self)
{
  const double latin[CARE_N_DENSITIES + 1] = { 1.36, 1.29, 1.22, 1.19 };
  const double arabic[CARE_N_DENSITIES + 1] = { 1.56, 1.50, 1.42, 1.36 };
  int place = self->tight ? CARE_N_DENSITIES : self->density;

  return self->rtl ? arabic[place] : latin[place];
}

/* The size of type of @style, in points. */
static double
size_of (CareSetter *self,
         CareStyle   style)
{
  return sizes[style].points * self->scale;
}

/**
 * care_setter_get_lines:
 * @self: a setter
 * @style: which type
 * @width: width to break lines at, or a negative one for a single line
 * @text: the words
 * @bold: print the values in @text (between isolates) bold
 *
 * Returns: the words in lines as close as the setter stands; the layout stays the setter's
 */
CareLines
care_setter_get_lines (CareSetter *self,
                       CareStyle   style,
                       double      width,
                       const char *text,
                       gboolean    bold)
{
  double size = size_of (self, style);
  /* Rounded up: words as wide as their place stay on one line. */
  int shaped = width < 0 ? -1 : (int) ceil (width * CARE_PRESS_SHAPED / size * PANGO_SCALE) + 1;
  CareLines lines = {
    .layout = care_sheet_press_get_layout (self->press, self->language, self->rtl, sizes[style].bold, bold, shaped, text),
    .scale = size / CARE_PRESS_SHAPED,
  };

  lines.pitch = size * line_factor (self);
  lines.base = (lines.pitch - size * (ASCENT + DESCENT)) / 2 + size * ASCENT;

  return lines;
}

/**
 * care_setter_text_width:
 * @self: a setter
 * @style: which type
 * @text: the words
 *
 * Returns: the width of @text on one line, in points
 */
double
care_setter_text_width (CareSetter *self,
                        CareStyle   style,
                        const char *text)
{
  CareLines lines = care_setter_get_lines (self, style, -1, text, FALSE);

  return care_lines_get_width (&lines);
}

/**
 * care_setter_word_width:
 * @self: a setter
 * @style: which type
 * @text: some words
 *
 * Returns: the width of the widest of what stays on one line, in points
 */
double
care_setter_word_width (CareSetter *self,
                        CareStyle   style,
                        const char *text)
{
  g_autoptr (GArray) joins = care_joins_find (text);
  const char *start = text;
  double widest = 0;
  guint next = 0;

  for (const char *c = text;; c++)
    {
      while (next < joins->len && g_array_index (joins, CareJoin, next).end <= (guint) (c - text))
        next++;
      if (*c != '\0' && ((*c != ' ' && *c != '\n') ||
                         (next < joins->len && g_array_index (joins, CareJoin, next).start < (guint) (c - text))))
        continue;
      if (c > start)
        {
          g_autofree char *word = g_strndup (start, (gsize) (c - start));

          widest = MAX (widest, care_setter_text_width (self, style, word));
        }
      if (*c == '\0')
        return widest;
      start = c + 1;
    }
}

/**
 * care_setter_dup_in_lines:
 * @self: a setter
 * @style: which type
 * @width: width of the lines
 * @text: what stands in a row, between %CARE_SHEET_SEPARATOR
 *
 * Returns: (transfer full): the same, with a new line in place of a separator where one is needed:
 *   no line ends or begins with a dot
 */
char *
care_setter_dup_in_lines (CareSetter *self,
                          CareStyle   style,
                          double      width,
                          const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *line = NULL;
  GString *lines;

  if (care_setter_text_width (self, style, text) <= width)
    return g_strdup (text);

  lines = g_string_new (NULL);
  parts = g_strsplit (text, CARE_SHEET_SEPARATOR, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *longer = i > 0 ? g_strconcat (line, CARE_SHEET_SEPARATOR, parts[i], NULL) : g_strdup (parts[i]);
      gboolean fits = i == 0 || care_setter_text_width (self, style, longer) <= width;

      if (i > 0)
        g_string_append (lines, fits ? CARE_SHEET_SEPARATOR : "\n");
      g_string_append (lines, parts[i]);
      g_free (line);
      line = fits ? g_steal_pointer (&longer) : g_strdup (parts[i]);
    }

  return g_string_free (lines, FALSE);
}

/**
 * care_setter_points:
 * @self: a setter
 * @points: a length at normal print
 *
 * Returns: that length at this print
 */
double
care_setter_points (CareSetter *self,
                    double      points)
{
  return points * self->scale;
}

/**
 * care_setter_line_height:
 * @self: a setter
 * @style: which type
 *
 * Returns: the height of one line
 */
double
care_setter_line_height (CareSetter *self,
                         CareStyle   style)
{
  return size_of (self, style) * line_factor (self);
}

/**
 * care_setter_begin:
 * @self: a setter
 * @tag: PDF structure of the piece
 * @gap: room above it at normal print and calm density
 *
 * Returns: (transfer none): a new piece at the end
 */
CarePiece *
care_setter_begin (CareSetter *self,
                   const char *tag,
                   double      gap)
{
  const double tightness[CARE_N_DENSITIES + 1] = { 1.0, 0.7, 0.5, 0.35 };
  CarePiece *piece = care_piece_new (tag);

  piece->gap = care_setter_points (self, gap) * tightness[self->tight ? CARE_N_DENSITIES : self->density];
  piece->block = self->block;
  piece->language = self->language;
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

/**
 * care_setter_begin_group:
 * @self: a setter
 *
 * Begins a list or a table.
 */
void
care_setter_begin_group (CareSetter *self)
{
  self->groups++;
}

/**
 * care_setter_begin_in_group:
 * @self: a setter
 * @tag: PDF structure of the piece
 * @group: (nullable): PDF structure that it shares with its neighbours
 * @gap: room above it at normal print and calm density
 *
 * Returns: (transfer none): a new piece at the end of the list or table
 */
CarePiece *
care_setter_begin_in_group (CareSetter *self,
                            const char *tag,
                            const char *group,
                            double      gap)
{
  CarePiece *piece = care_setter_begin (self, tag, gap);

  piece->group = group;
  piece->group_id = self->groups;

  return piece;
}

/**
 * care_setter_ink:
 * @self: a setter
 * @ink: an ink
 *
 * Returns: @ink, or black where there is black alone
 */
CareInk
care_setter_ink (CareSetter *self,
                 CareInk     ink)
{
  return self->black && (ink == CARE_INK_ACCENT || ink == CARE_INK_ALARM) ? CARE_INK_BLACK : ink;
}

/* Rules, pictures and the line of time have the accent; sentences, boxes and what a machine reads are black. */
static CareInk
ink_of (CareSetter  *self,
        CareMarkKind kind)
{
  gboolean black = kind == CARE_MARK_TEXT || kind == CARE_MARK_FRAME || kind == CARE_MARK_CODE;

  return care_setter_ink (self, black ? CARE_INK_BLACK : CARE_INK_ACCENT);
}

/**
 * care_setter_add:
 * @self: a setter
 * @piece: a piece
 * @kind: what is drawn
 * @x: distance from the edge at which reading begins
 * @y: upper edge in the piece
 * @w: width
 * @h: height
 *
 * Adds a mark, mirrored where the page runs from right to left, and makes
 * the piece as high as it needs.
 *
 * Returns: (transfer none): the mark
 */
CareMark *
care_setter_add (CareSetter  *self,
                 CarePiece   *piece,
                 CareMarkKind kind,
                 double       x,
                 double       y,
                 double       w,
                 double       h)
{
  double place = self->mirrored ? self->page_width - self->left - x - w : self->left + x;
  CareMark *mark = care_piece_add (piece, kind, place, y, w, h);

  mark->ink = ink_of (self, kind);
  piece->height = MAX (piece->height, y + h);

  return mark;
}

/**
 * care_setter_add_text:
 * @self: a setter
 * @piece: a piece
 * @style: which type
 * @x: distance from the edge at which reading begins
 * @y: upper edge in the piece
 * @width: width to break lines at
 * @text: the words
 * @bold: print the values in @text (between isolates) bold
 *
 * Returns: (transfer none): the mark; its height is that of the text
 */
CareMark *
care_setter_add_text (CareSetter *self,
                      CarePiece  *piece,
                      CareStyle   style,
                      double      x,
                      double      y,
                      double      width,
                      const char *text,
                      gboolean    bold)
{
  CareLines lines = care_setter_get_lines (self, style, width, text, bold);
  CareMark *mark = care_setter_add (self, piece, CARE_MARK_TEXT, x, y, width, care_lines_get_height (&lines));

  mark->lines = lines;
  g_object_ref (mark->lines.layout);

  return mark;
}

/**
 * care_setter_add_picture:
 * @self: a setter
 * @piece: a piece
 * @name: base name of a pictogram
 * @alt: what it shows
 * @x: distance from the edge at which reading begins
 * @y: upper edge in the piece
 * @size: side of its square
 *
 * Returns: (transfer none): the mark
 */
CareMark *
care_setter_add_picture (CareSetter *self,
                         CarePiece  *piece,
                         const char *name,
                         const char *alt,
                         double      x,
                         double      y,
                         double      size)
{
  CareMark *mark = care_setter_add (self, piece, CARE_MARK_PICTURE, x, y, size, size);

  mark->text = g_strdup (name);
  mark->alt = g_strdup (alt != NULL ? alt : name);
  mark->tag = "Figure";

  return mark;
}

/**
 * care_setter_has_picture:
 * @self: a setter
 * @name: (nullable): base name of a pictogram
 *
 * Returns: whether it can be drawn
 */
gboolean
care_setter_has_picture (CareSetter *self,
                         const char *name)
{
  return care_sheet_pictures_has (self->pictures, name, ink_of (self, CARE_MARK_PICTURE));
}
