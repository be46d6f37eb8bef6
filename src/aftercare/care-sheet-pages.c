/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-pages-private.h"

#include <math.h>

#include "aftercare/care-sheet-heads.h"
#include "aftercare/care-sheet-leaf.h"
#include "aftercare/care-sheet-setter.h"
#include "base/care-error.h"

#define LARGE        (18.0 / 14.0)
#define HEAD_ROOM    10.0
#define FOOT_ROOM    8.0

typedef struct
{
  const char *name;
  double      width;
  double      height;
  double      margin_x;
  double      margin_y;
} Paper;

static const Paper papers[] = {
  [CARE_PAPER_A4] = { "a4", 210 / 25.4 * 72, 297 / 25.4 * 72, 42, 30 },
  [CARE_PAPER_LETTER] = { "letter", 612, 792, 46, 28 },
  [CARE_PAPER_A5] = { "a5", 148 / 25.4 * 72, 210 / 25.4 * 72, 30, 24 },
};

typedef struct
{
  guint        part;
  gboolean     rtl;
  const char  *watermark;
  PangoLayout *head;
  PangoLayout *number;
  PangoLayout *foot;
  double       top;    /* where pieces begin */
  double       number_width;
  double       foot_height;
  GPtrArray   *placed; /* owned CarePlaced */
} Page;

struct _CareSheetPages
{
  GObject            parent_instance;

  CareSheet         *sheet;
  CarePaper          paper;
  double             scale;
  CareSheetPictures *pictures;
  GPtrArray         *setters; /* one a part; they own pieces and layouts */
  GPtrArray         *pages;
  GPtrArray         *figures;
  GPtrArray         *sections;
  GHashTable        *unknown; /* letters without a shape */
};

G_DEFINE_FINAL_TYPE (CareSheetPages, care_sheet_pages, G_TYPE_OBJECT)

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_object (&page->head);
  g_clear_object (&page->number);
  g_clear_object (&page->foot);
  g_clear_pointer (&page->placed, g_ptr_array_unref);
  g_free (page);
}

static void
care_sheet_pages_finalize (GObject *object)
{
  CareSheetPages *self = CARE_SHEET_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->setters, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_hash_table_unref);
  g_clear_pointer (&self->pictures, care_sheet_pictures_free);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (care_sheet_pages_parent_class)->finalize (object);
}

static void
care_sheet_pages_class_init (CareSheetPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = care_sheet_pages_finalize;
}

static void
care_sheet_pages_init (CareSheetPages *self)
{
  self->setters = g_ptr_array_new_with_free_func ((GDestroyNotify) care_setter_free);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (g_free);
  self->unknown = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, NULL);
}

static double
layout_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

static void
lay_out_part (CareSheetPages *self,
              guint           part)
{
  const Paper *paper = &papers[self->paper];
  CareSetter *setter = care_setter_new (self->pictures, self->scale);
  const char *language = care_sheet_get_languages (self->sheet)[part];
  gboolean rtl = care_sheet_language_is_rtl (self->sheet, language);
  g_autofree char *head = care_sheet_dup_head (self->sheet, part);
  g_autofree char *foot = care_sheet_dup_foot (self->sheet, part);
  g_autofree char *widest = care_sheet_dup_page_number (self->sheet, part, 88, 88);
  g_autoptr (GPtrArray) broken = NULL;
  double number_width, head_height, foot_height;

  g_ptr_array_add (self->setters, setter);
  setter->page_width = paper->width;
  setter->left = paper->margin_x;
  setter->width = paper->width - 2 * paper->margin_x;
  setter->language = language;
  care_setter_set_rtl (setter, rtl);

  number_width = care_setter_text_width (setter, CARE_STYLE_SMALL, widest);
  head_height = layout_height (care_setter_get_layout (setter, CARE_STYLE_SMALL_BOLD,
                                                       setter->width - number_width - 12, head, FALSE));
  foot_height = layout_height (care_setter_get_layout (setter, CARE_STYLE_FOOT, setter->width, foot, FALSE));
  setter->room = paper->height - 2 * paper->margin_y - head_height - HEAD_ROOM - foot_height - FOOT_ROOM;
  /* A name of many hundred letters must not leave a page without room. */
  setter->room = MAX (setter->room, paper->height / 3);

  broken = care_sheet_leaf_set (setter, self->sheet, part);
  care_setter_set_rtl (setter, rtl);
  setter->language = language;
  for (guint i = 0; i < broken->len; i++)
    {
      Page *page = g_new0 (Page, 1);

      page->part = part;
      page->rtl = rtl;
      page->watermark = care_sheet_get_watermark (self->sheet, part);
      page->head = g_object_ref (care_setter_get_layout (setter, CARE_STYLE_SMALL_BOLD,
                                                         setter->width - number_width - 12, head, FALSE));
      page->foot = g_object_ref (care_setter_get_layout (setter, CARE_STYLE_FOOT, setter->width, foot, FALSE));
      page->top = paper->margin_y + head_height + HEAD_ROOM;
      page->number_width = number_width;
      page->foot_height = foot_height;
      page->placed = g_ptr_array_ref (g_ptr_array_index (broken, i));
      g_ptr_array_add (self->pages, page);
    }
}

static void
add_alt (GPtrArray  *array,
         const char *language,
         const char *text)
{
  CarePageAlt *alt = g_new0 (CarePageAlt, 1);

  alt->language = language;
  alt->text = text;
  g_ptr_array_add (array, alt);
}

static void
find_unknown (CareSheetPages *self,
              PangoLayout    *layout)
{
  PangoLayoutIter *iter;

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++)
        {
          PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

          if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            g_hash_table_add (self->unknown, GUINT_TO_POINTER (glyph & ~PANGO_GLYPH_UNKNOWN_FLAG));
        }
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/* Page numbers can only be set once all pages are counted; figures and unknown letters are gathered on the way. */
static void
finish_pages (CareSheetPages *self)
{
  const char *const *languages = care_sheet_get_languages (self->sheet);

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);
      CareSetter *setter = g_ptr_array_index (self->setters, page->part);
      g_autofree char *number = care_sheet_dup_page_number (self->sheet, page->part, i + 1, self->pages->len);

      page->number = g_object_ref (care_setter_get_layout (setter, CARE_STYLE_SMALL, page->number_width, number, FALSE));
      find_unknown (self, page->head);
      find_unknown (self, page->foot);
      add_alt (self->sections, languages[page->part], NULL);
      for (guint j = 0; j < page->placed->len; j++)
        {
          const CarePiece *piece = ((CarePlaced *) g_ptr_array_index (page->placed, j))->piece;

          for (guint k = 0; k < piece->marks->len; k++)
            {
              const CareMark *mark = g_ptr_array_index (piece->marks, k);

              if (mark->layout != NULL)
                find_unknown (self, mark->layout);
              if (g_strcmp0 (mark->tag, "Figure") == 0)
                add_alt (self->figures, piece->language, mark->alt);
            }
        }
    }
}

/**
 * care_sheet_pages_new:
 * @sheet: what stands on the pages
 * @data_dir: the data's folder; pictograms are in its `pictograms`
 * @paper: the paper
 * @print: 14 pt, or 18 pt for large print, which takes the pages it needs
 * @error: where to put the reason
 *
 * Lays out a sheet. The usual sheet is one leaf: the front and the back.
 *
 * Returns: (transfer full) (nullable): the pages
 */
CareSheetPages *
care_sheet_pages_new (CareSheet  *sheet,
                      const char *data_dir,
                      CarePaper   paper,
                      CarePrint   print,
                      GError    **error)
{
  g_autoptr (CareSheetPages) self = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (CARE_IS_SHEET (sheet), NULL);
  g_return_val_if_fail (data_dir != NULL, NULL);

  if (paper >= G_N_ELEMENTS (papers))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "paper: there is no paper %d; choose a4, letter or a5", paper);
      return NULL;
    }

  self = g_object_new (CARE_TYPE_SHEET_PAGES, NULL);
  folder = g_build_filename (data_dir, "pictograms", NULL);
  self->sheet = g_object_ref (sheet);
  self->paper = paper;
  self->scale = print == CARE_PRINT_LARGE ? LARGE : 1;
  self->pictures = care_sheet_pictures_new (folder);

  for (guint part = 0; care_sheet_get_languages (sheet)[part] != NULL; part++)
    lay_out_part (self, part);
  finish_pages (self);

  return g_steal_pointer (&self);
}

/**
 * care_sheet_pages_get_sheet:
 * @self: pages
 *
 * Returns: (transfer none): what stands on them
 */
CareSheet *
care_sheet_pages_get_sheet (CareSheetPages *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), NULL);

  return self->sheet;
}

/**
 * care_sheet_pages_get_paper:
 * @self: pages
 *
 * Returns: the paper
 */
CarePaper
care_sheet_pages_get_paper (CareSheetPages *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), CARE_PAPER_A4);

  return self->paper;
}

/**
 * care_sheet_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
care_sheet_pages_get_n_pages (CareSheetPages *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), 0);

  return self->pages->len;
}

/**
 * care_sheet_pages_get_size:
 * @self: pages
 * @width_pt: (out): width in points
 * @height_pt: (out): height in points
 *
 * The size of the paper.
 */
void
care_sheet_pages_get_size (CareSheetPages *self,
                           double         *width_pt,
                           double         *height_pt)
{
  g_return_if_fail (CARE_IS_SHEET_PAGES (self));
  g_return_if_fail (width_pt != NULL && height_pt != NULL);

  *width_pt = papers[self->paper].width;
  *height_pt = papers[self->paper].height;
}

/* Light, and under the words: seen at once, in nobody's way. */
static void
draw_watermark (CareSheetPages *self,
                const Page     *page,
                cairo_t        *cr)
{
  const Paper *paper = &papers[self->paper];
  g_autoptr (PangoLayout) layout = NULL;
  CareSetter *setter = g_ptr_array_index (self->setters, page->part);
  PangoFontDescription *font;
  PangoRectangle logical;
  double diagonal = hypot (paper->width, paper->height);
  double scale;

  if (page->watermark == NULL)
    return;

  layout = pango_layout_new (setter->context);
  font = pango_font_description_copy (setter->fonts[CARE_STYLE_TITLE]);
  pango_font_description_set_size (font, 100 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, page->watermark, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  scale = MIN (1.6, diagonal * 0.72 / ((double) logical.width / PANGO_SCALE));

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.91, 0.91, 0.91);
  cairo_translate (cr, paper->width / 2, paper->height / 2);
  cairo_rotate (cr, (page->rtl ? 1 : -1) * atan2 (paper->height, paper->width));
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, -(double) logical.width / PANGO_SCALE / 2, -(double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
draw_head_and_foot (CareSheetPages *self,
                    const Page     *page,
                    cairo_t        *cr)
{
  const Paper *paper = &papers[self->paper];
  double width = paper->width - 2 * paper->margin_x;
  double rule = page->top - HEAD_ROOM + 2.5;
  double foot = paper->height - paper->margin_y - page->foot_height;

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_tag_begin (cr, "P", NULL);
  cairo_move_to (cr, page->rtl ? paper->margin_x + page->number_width + 12 : paper->margin_x, paper->margin_y);
  pango_cairo_show_layout (cr, page->head);
  cairo_tag_end (cr, "P");
  cairo_tag_begin (cr, "P", NULL);
  {
    PangoRectangle logical;
    double number;

    pango_layout_get_extents (page->number, NULL, &logical);
    number = (double) logical.width / PANGO_SCALE;
    cairo_move_to (cr, page->rtl ? paper->margin_x - page->number_width + number
                                 : paper->width - paper->margin_x - number, paper->margin_y);
    pango_cairo_show_layout (cr, page->number);
  }
  cairo_tag_end (cr, "P");

  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, paper->margin_x, rule);
  cairo_rel_line_to (cr, width, 0);
  cairo_move_to (cr, paper->margin_x, foot - 3);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

static void
draw_foot (CareSheetPages *self,
           const Page     *page,
           cairo_t        *cr)
{
  const Paper *paper = &papers[self->paper];

  cairo_tag_begin (cr, "P", NULL);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, paper->margin_x, paper->height - paper->margin_y - page->foot_height);
  pango_cairo_show_layout (cr, page->foot);
  cairo_tag_end (cr, "P");
}

/**
 * care_sheet_pages_draw:
 * @self: pages
 * @page: which, from 0
 * @cr: where to, in points, with the paper's upper left corner as its origin
 *
 * Draws one page. Screen, PNG, PDF and paper are all drawn here.
 */
void
care_sheet_pages_draw (CareSheetPages *self,
                       guint           page,
                       cairo_t        *cr)
{
  const Page *drawn;
  const char *group = NULL;
  guint group_id = 0;

  g_return_if_fail (CARE_IS_SHEET_PAGES (self));
  g_return_if_fail (page < self->pages->len);

  drawn = g_ptr_array_index (self->pages, page);
  draw_watermark (self, drawn, cr);
  cairo_tag_begin (cr, "Sect", NULL);
  draw_head_and_foot (self, drawn, cr);

  for (guint i = 0; i < drawn->placed->len; i++)
    {
      const CarePlaced *placed = g_ptr_array_index (drawn->placed, i);
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
      care_piece_draw (piece, cr, placed->x, drawn->top + placed->y, self->pictures);
    }
  if (group != NULL)
    cairo_tag_end (cr, group);

  draw_foot (self, drawn, cr);
  cairo_tag_end (cr, "Sect");
}

/**
 * care_sheet_pages_dup_troubles:
 * @self: pages
 *
 * Returns: (transfer full) (array zero-terminated=1): letters that no installed
 *   font can draw, and pictures that are missing; to be said before printing
 */
char **
care_sheet_pages_dup_troubles (CareSheetPages *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GList) letters = NULL;
  GPtrArray *missing;

  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), NULL);

  builder = g_strv_builder_new ();
  letters = g_hash_table_get_keys (self->unknown);
  for (GList *l = letters; l != NULL; l = l->next)
    {
      g_autofree char *trouble = g_strdup_printf ("no font has the letter U+%04X; install fonts-noto-core or the script's own font",
                                                  GPOINTER_TO_UINT (l->data));

      g_strv_builder_add (builder, trouble);
    }

  missing = care_sheet_pictures_get_missing (self->pictures);
  for (guint i = 0; i < missing->len; i++)
    {
      g_autofree char *trouble = g_strdup_printf ("the pictogram '%s' is missing; its words print without it",
                                                  (const char *) g_ptr_array_index (missing, i));

      g_strv_builder_add (builder, trouble);
    }

  return g_strv_builder_end (builder);
}

/* What libqpdf adds, in drawing order. */
GPtrArray *
care_sheet_pages_get_figures (CareSheetPages *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), NULL);

  return self->figures;
}

GPtrArray *
care_sheet_pages_get_sections (CareSheetPages *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), NULL);

  return self->sections;
}

/**
 * care_paper_from_name:
 * @name: "a4", "letter" or "a5"
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper
 */
gboolean
care_paper_from_name (const char *name,
                      CarePaper  *paper)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (paper != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      {
        *paper = (CarePaper) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * care_paper_get_name:
 * @paper: a paper
 *
 * Returns: its name, "a4"
 */
const char *
care_paper_get_name (CarePaper paper)
{
  g_return_val_if_fail (paper < G_N_ELEMENTS (papers), NULL);

  return papers[paper].name;
}
