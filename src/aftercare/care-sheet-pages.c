/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-pages-private.h"

#include "aftercare/care-sheet-heads.h"
#include "aftercare/care-sheet-leaf.h"
#include "aftercare/care-sheet-page.h"
#include "aftercare/care-sheet-private.h"
#include "aftercare/care-sheet-setter.h"
#include "aftercare/care-widow.h"
#include "base/care-error.h"

#define LARGE     (18.0 / 14.0)
#define FOOT_ROOM 6.0

struct _CareSheetPages
{
  GObject            parent_instance;

  CareSheet         *sheet;
  CarePaper          paper;
  double             scale;
  CareSheetPress    *press;
  GPtrArray         *setters; /* one a part; they own the pieces */
  GPtrArray         *pages;
  GPtrArray         *figures;
  GPtrArray         *sections;
  GHashTable        *unknown; /* letters without a shape */
};

G_DEFINE_FINAL_TYPE (CareSheetPages, care_sheet_pages, G_TYPE_OBJECT)

static void
care_sheet_pages_finalize (GObject *object)
{
  CareSheetPages *self = CARE_SHEET_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->setters, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_hash_table_unref);
  g_clear_object (&self->press);
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
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) care_page_free);
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (g_free);
  self->unknown = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, NULL);
}

/* The setter's own layout, kept by a page. */
static CareLines
keep_lines (CareLines lines)
{
  g_object_ref (lines.layout);

  return lines;
}

static void
lay_out_part (CareSheetPages *self,
              guint           part,
              guint           most)
{
  const CarePaperSize *paper = care_paper_get_size (self->paper);
  CareSetter *setter = care_setter_new (self->press, self->scale);
  const char *language = care_sheet_get_languages (self->sheet)[part];
  gboolean rtl = care_sheet_language_is_rtl (self->sheet, language);
  g_autofree char *head = care_sheet_dup_head (self->sheet, part);
  g_autofree char *front = care_sheet_dup_foot (self->sheet, part, CARE_FOOT_FRONT);
  g_autofree char *back = care_sheet_dup_foot (self->sheet, part, CARE_FOOT_BACK);
  g_autofree char *widest = care_sheet_dup_page_number (self->sheet, part, most, most);
  g_autoptr (GPtrArray) broken = NULL;
  double number_width, head_width, head_height, foot_height;
  g_autofree char *head_in_lines = NULL;
  g_autofree char *front_in_lines = NULL;
  g_autofree char *back_in_lines = NULL;
  CareLines head_lines, feet[2];

  g_ptr_array_add (self->setters, setter);
  setter->page_width = paper->width;
  setter->mirrored = rtl;
  setter->left = paper->margin_x;
  setter->width = paper->width - 2 * paper->margin_x;
  setter->language = language;
  setter->black = care_sheet_is_black (self->sheet);
  care_setter_set_rtl (setter, rtl);

  /* Head and foot stand close: they are not read like sentences. */
  setter->density = CARE_N_DENSITIES - 1;
  number_width = care_setter_text_width (setter, CARE_STYLE_SMALL, widest);
  head_width = setter->width - number_width - CARE_PAGE_NUMBER_GAP;
  head_in_lines = care_setter_dup_in_lines (setter, CARE_STYLE_SMALL_BOLD, head_width, head);
  front_in_lines = care_setter_dup_in_lines (setter, CARE_STYLE_FOOT, setter->width, front);
  back_in_lines = care_setter_dup_in_lines (setter, CARE_STYLE_FOOT, setter->width, back);
  head_lines = care_setter_get_lines (setter, CARE_STYLE_SMALL_BOLD, head_width, head_in_lines, FALSE);
  feet[0] = care_setter_get_lines (setter, CARE_STYLE_FOOT, setter->width, front_in_lines, FALSE);
  feet[1] = care_setter_get_lines (setter, CARE_STYLE_FOOT, setter->width, back_in_lines, FALSE);
  head_height = care_lines_get_height (&head_lines);
  foot_height = MAX (care_lines_get_height (&feet[0]), care_lines_get_height (&feet[1]));
  setter->room = paper->height - 2 * paper->margin_y - head_height - CARE_PAGE_HEAD_ROOM - foot_height - FOOT_ROOM;
  /* A name of many hundred letters must not leave a page without room. */
  setter->room = MAX (setter->room, paper->height / 3);

  broken = care_sheet_leaf_set (setter, self->sheet, part);
  care_setter_set_rtl (setter, rtl);
  setter->language = language;
  setter->density = CARE_N_DENSITIES - 1;
  setter->tight = FALSE;
  for (guint i = 0; i < broken->len; i++)
    {
      CarePage *page = g_new0 (CarePage, 1);

      page->part = part;
      page->paper = paper;
      page->font = care_sheet_press_get_font (self->press, TRUE);
      page->context = care_sheet_press_get_context (self->press, language, rtl);
      page->rtl = rtl;
      page->rules = care_setter_ink (setter, CARE_INK_ACCENT);
      page->watermark = care_sheet_get_watermark (self->sheet, part);
      page->head = keep_lines (head_lines);
      page->foot = keep_lines (feet[i % 2]);
      page->top = paper->margin_y + head_height + CARE_PAGE_HEAD_ROOM;
      page->number_width = number_width;
      page->foot_height = foot_height;
      page->placed = g_ptr_array_ref (g_ptr_array_index (broken, i));
      g_ptr_array_add (self->pages, page);
    }
}

static void
lay_out (CareSheetPages *self,
         guint           most)
{
  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->setters, 0);
  for (guint part = 0; care_sheet_get_languages (self->sheet)[part] != NULL; part++)
    lay_out_part (self, part, most);
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
  CareSheetPictures *pictures = care_sheet_press_get_pictures (self->press);
  const char *const *languages = care_sheet_get_languages (self->sheet);

  for (guint i = 0; i < self->pages->len; i++)
    {
      CarePage *page = g_ptr_array_index (self->pages, i);
      CareSetter *setter = g_ptr_array_index (self->setters, page->part);
      g_autofree char *number = care_sheet_dup_page_number (self->sheet, page->part, i + 1, self->pages->len);

      page->number = keep_lines (care_setter_get_lines (setter, CARE_STYLE_SMALL, page->number_width, number, FALSE));
      find_unknown (self, page->head.layout);
      find_unknown (self, page->foot.layout);
      add_alt (self->sections, languages[page->part], NULL);
      for (guint j = 0; j < page->placed->len; j++)
        {
          const CarePiece *piece = ((CarePlaced *) g_ptr_array_index (page->placed, j))->piece;

          for (guint k = 0; k < piece->marks->len; k++)
            {
              const CareMark *mark = g_ptr_array_index (piece->marks, k);

              if (mark->lines.layout != NULL)
                {
                  care_widow_avoid (mark->lines.layout);
                  find_unknown (self, mark->lines.layout);
                }
              /* Read here, so that a missing one is known before anything is printed. */
              if (mark->kind == CARE_MARK_PICTURE)
                care_sheet_pictures_has (pictures, mark->text, mark->ink);
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
  g_autoptr (CareSheetPress) press = NULL;

  g_return_val_if_fail (CARE_IS_SHEET (sheet), NULL);
  g_return_val_if_fail (data_dir != NULL, NULL);

  press = care_sheet_press_new (data_dir);

  return care_sheet_pages_new_at (press, sheet, paper, print, error);
}

/**
 * care_sheet_pages_new_at:
 * @press: what one sheet after another has in common
 * @sheet: what stands on the pages
 * @paper: the paper
 * @print: 14 pt, or 18 pt for large print
 * @error: where to put the reason
 *
 * Lays out one of many sheets.
 *
 * Returns: (transfer full) (nullable): the pages
 */
CareSheetPages *
care_sheet_pages_new_at (CareSheetPress *press,
                         CareSheet      *sheet,
                         CarePaper       paper,
                         CarePrint       print,
                         GError        **error)
{
  g_autoptr (CareSheetPages) self = NULL;

  g_return_val_if_fail (CARE_IS_SHEET_PRESS (press), NULL);
  g_return_val_if_fail (CARE_IS_SHEET (sheet), NULL);

  if (care_paper_get_name (paper) == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "paper: there is no paper %d; choose a4, letter or a5", paper);
      return NULL;
    }

  self = g_object_new (CARE_TYPE_SHEET_PAGES, NULL);
  self->press = g_object_ref (press);
  self->sheet = g_object_ref (sheet);
  self->paper = paper;
  self->scale = print == CARE_PRINT_LARGE ? LARGE : 1;

  care_sheet_press_tidy (press);
  /* Room beside the head for the pages' numbers: of one digit, as nearly always, and only then of two. */
  lay_out (self, 8);
  if (self->pages->len > 9)
    lay_out (self, 88);
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

  *width_pt = care_paper_get_size (self->paper)->width;
  *height_pt = care_paper_get_size (self->paper)->height;
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
  const CarePage *drawn;

  g_return_if_fail (CARE_IS_SHEET_PAGES (self));
  g_return_if_fail (page < self->pages->len);

  drawn = g_ptr_array_index (self->pages, page);
  care_page_draw (drawn, cr, care_sheet_press_get_pictures (self->press));
}

/**
 * care_sheet_pages_dup_troubles:
 * @self: pages
 *
 * Returns: (transfer full) (array zero-terminated=1): fonts that are missing, letters
 *   that no installed font can draw, pictures that are missing; to be said before printing
 */
char **
care_sheet_pages_dup_troubles (CareSheetPages *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GList) letters = NULL;
  GPtrArray *missing;

  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; care_sheet_get_languages (self->sheet)[i] != NULL; i++)
    {
      const char *language = care_sheet_get_languages (self->sheet)[i];
      g_autofree char *family = care_sheet_press_dup_missing_font (self->press, language,
                                                                   care_sheet_language_is_rtl (self->sheet, language));
      g_autofree char *trouble = NULL;

      if (family == NULL)
        continue;
      trouble = g_strdup_printf ("the font '%s' is missing; words stand in another one. Install fonts-noto-core", family);
      g_strv_builder_add (builder, trouble);
    }
  letters = g_hash_table_get_keys (self->unknown);
  for (GList *l = letters; l != NULL; l = l->next)
    {
      g_autofree char *letter = g_strdup_printf ("U+%04X", GPOINTER_TO_UINT (l->data));
      g_autofree char *trouble = g_strdup_printf ("no font has the letter %s; install fonts-noto-core or the script's own font",
                                                  letter);

      g_strv_builder_add (builder, trouble);
    }

  missing = care_sheet_pictures_get_missing (care_sheet_press_get_pictures (self->press));
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

GPtrArray *
care_sheet_pages_get_placed (CareSheetPages *self,
                             guint           page)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  return ((CarePage *) g_ptr_array_index (self->pages, page))->placed;
}

const CareLines *
care_sheet_pages_get_head (CareSheetPages *self,
                           guint           page)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  return &((CarePage *) g_ptr_array_index (self->pages, page))->head;
}

double
care_sheet_pages_get_room (CareSheetPages *self,
                           guint           page)
{
  const CarePage *laid_out;

  g_return_val_if_fail (CARE_IS_SHEET_PAGES (self), 0);
  g_return_val_if_fail (page < self->pages->len, 0);

  laid_out = g_ptr_array_index (self->pages, page);

  return ((CareSetter *) g_ptr_array_index (self->setters, laid_out->part))->room;
}
