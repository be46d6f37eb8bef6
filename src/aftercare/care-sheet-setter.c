/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-setter.h"

#include <math.h>
#include <string.h>

#define FAMILIES "Noto Sans, Noto Sans Arabic"
#define SHAPED   14.0 /* the size at which words are shaped */

/* Noto Sans above and below its base line, in parts of its size. */
#define ASCENT  1.069
#define DESCENT 0.293

#define ISOLATE     "\xE2\x81\xA8"
#define POP_ISOLATE "\xE2\x81\xA9"

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
  [CARE_STYLE_FINISH] = { 18, TRUE },
  [CARE_STYLE_TIME] = { 18, TRUE },
  [CARE_STYLE_PHONE] = { 18, TRUE },
};

/**
 * care_setter_new:
 * @pictures: the pictograms
 * @scale: 1, or more for large print
 *
 * Returns: (transfer full): a setter with its fonts, without paper yet
 */
CareSetter *
care_setter_new (CareSheetPictures *pictures,
                 double             scale)
{
  CareSetter *self = g_new0 (CareSetter, 1);
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  cairo_font_options_t *options = cairo_font_options_create ();

  self->pictures = pictures;
  self->scale = scale;
  self->body = CARE_STYLE_BODY;
  /* Without hints and rounding the same words break at the same place on screen, in the PDF and on paper. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  for (gsize i = 0; i < G_N_ELEMENTS (self->contexts); i++)
    {
      self->contexts[i] = pango_font_map_create_context (map);
      pango_cairo_context_set_font_options (self->contexts[i], options);
      pango_cairo_context_set_resolution (self->contexts[i], 72);
      pango_context_set_round_glyph_positions (self->contexts[i], FALSE);
      pango_context_set_base_dir (self->contexts[i], i == 0 ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
    }
  cairo_font_options_destroy (options);

  for (gsize i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    {
      self->fonts[i] = pango_font_description_from_string (FAMILIES);
      pango_font_description_set_weight (self->fonts[i], i == 0 ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);
      pango_font_description_set_size (self->fonts[i], (int) lround (SHAPED * PANGO_SCALE));
    }
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) care_piece_free);

  return self;
}

/**
 * care_setter_free:
 * @self: (transfer full): a setter
 *
 * Frees @self; the pictures stay.
 */
void
care_setter_free (CareSetter *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    pango_font_description_free (self->fonts[i]);
  g_hash_table_unref (self->layouts);
  g_ptr_array_unref (self->pieces);
  for (gsize i = 0; i < G_N_ELEMENTS (self->contexts); i++)
    g_object_unref (self->contexts[i]);
  g_free (self);
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

/* Values stand in a sentence between isolates; those that hold another one inside are bold as a whole. */
static void
embolden (PangoLayout *layout,
          const char  *text)
{
  PangoAttrList *list = pango_attr_list_new ();
  guint depth = 0, start = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_str_has_prefix (c, ISOLATE) && depth++ == 0)
        start = (guint) (c - text);
      if (depth > 0 && g_str_has_prefix (c, POP_ISOLATE) && --depth == 0)
        {
          PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          attribute->start_index = start;
          attribute->end_index = (guint) (c - text) + (guint) strlen (POP_ISOLATE);
          pango_attr_list_insert (list, attribute);
        }
    }
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

/* The height of a line in parts of the type's size: as Noto Sans brings it, then closer.
 * Noto Sans Arabic brings 2.2, room for marks that these words do not stack. */
static double
line_factor (CareSetter *self)
{
  const double latin[CARE_N_DENSITIES] = { 1.36, 1.29, 1.22 };
  const double arabic[CARE_N_DENSITIES] = { 1.56, 1.50, 1.44 };

  return self->rtl ? arabic[self->density] : latin[self->density];
}

/* The size of type of @style, in points. */
static double
size_of (CareSetter *self,
         CareStyle   style)
{
  return sizes[style].points * self->scale;
}

static PangoLayout *
get_layout (CareSetter *self,
            CareStyle   style,
            double      width,
            const char *text,
            gboolean    bold)
{
  double shaped = width < 0 ? -1 : width * SHAPED / size_of (self, style);
  g_autofree char *key = g_strdup_printf ("%d %d %.2f %s\n%s\n%s", sizes[style].bold, self->rtl, shaped,
                                          self->language != NULL ? self->language : "", bold ? "b" : "", text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;

  layout = pango_layout_new (self->contexts[self->rtl ? 1 : 0]);
  pango_layout_set_font_description (layout, self->fonts[sizes[style].bold]);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, shaped < 0 ? -1 : (int) (shaped * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  if (bold)
    embolden (layout, text);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);

  return layout;
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
  CareLines lines = { .layout = get_layout (self, style, width, text, bold), .scale = size / SHAPED };

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
 * Returns: the width of the widest of them, in points
 */
double
care_setter_word_width (CareSetter *self,
                        CareStyle   style,
                        const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      widest = MAX (widest, care_setter_text_width (self, style, words[i]));

  return widest;
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
  const double tightness[] = { 1.0, 0.7, 0.5 };
  CarePiece *piece = care_piece_new (tag);

  piece->gap = care_setter_points (self, gap) * tightness[self->density];
  piece->language = self->language;
  g_ptr_array_add (self->pieces, piece);

  return piece;
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

  piece->height = MAX (piece->height, y + h);

  return care_piece_add (piece, kind, place, y, w, h);
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
 * care_setter_dup_link:
 * @phone: (nullable): a number as people write it
 *
 * Returns: (transfer full) (nullable): a `tel:` link (RFC 3966 section 3), or
 *   %NULL when there is no digit in it
 */
char *
care_setter_dup_link (const char *phone)
{
  GString *link;

  if (phone == NULL || strpbrk (phone, "0123456789") == NULL)
    return NULL;

  link = g_string_new ("tel:");
  for (const char *c = phone; *c != '\0'; c++)
    if (g_ascii_isdigit (*c) || (*c == '+' && link->len == 4))
      g_string_append_c (link, *c);

  return g_string_free (link, FALSE);
}
