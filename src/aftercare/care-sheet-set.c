/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <math.h>

#include "aftercare/care-phone.h"
#include "aftercare/care-sheet-setter.h"

#define TICK_BOX   11.0

/* Title and what was treated: below each other, or on one base line where room is dear. */
static void
set_title (CareSetter           *self,
           const CareSheetBlock *block)
{
  CarePiece *piece = care_setter_begin (self, "H1", 0);
  gboolean close = self->density > 1 || care_setter_text_width (self, CARE_STYLE_TITLE, block->heading) > self->width;
  CareStyle style = close ? CARE_STYLE_TITLE_CLOSE : CARE_STYLE_TITLE;
  CareStyle beside = CARE_STYLE_BODY;
  CareMark *title = care_setter_add_text (self, piece, style, 0, 0, self->width, block->heading, FALSE);
  double width = care_setter_text_width (self, style, block->heading) + care_setter_points (self, 12);
  GString *line = g_string_new (NULL);

  title->ink = care_setter_ink (self, CARE_INK_ACCENT);
  for (guint i = 0; i < block->entries->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? CARE_SHEET_SEPARATOR : "",
                            ((CareSheetEntry *) g_ptr_array_index (block->entries, i))->text);
  piece->keep = TRUE;
  if (self->density > 1 && width + care_setter_text_width (self, beside, line->str) > self->width)
    beside = CARE_STYLE_SMALL;
  if (line->len > 0 && self->density > 0 && width + care_setter_text_width (self, beside, line->str) <= self->width)
    {
      CareMark *mark = care_setter_add_text (self, piece, beside, width, 0, self->width - width, line->str, FALSE);

      mark->y = title->lines.base - mark->lines.base;
      piece->height = title->h;
    }
  else if (line->len > 0)
    {
      g_autofree char *lines = care_setter_dup_in_lines (self, CARE_STYLE_BODY, self->width, line->str);

      care_setter_add_text (self, care_setter_begin (self, "P", 0), CARE_STYLE_BODY, 0, 0, self->width, lines, FALSE);
    }
  g_string_free (line, TRUE);
}

static void
set_notice (CareSetter           *self,
            const CareSheetBlock *block)
{
  CarePiece *piece;
  double pad = care_setter_points (self, 4);
  CareMark *frame;
  CareMark *text;

  /* It stands across the page and in its foot. */
  if (g_str_equal (block->name, "example"))
    return;

  piece = care_setter_begin (self, "P", 6);
  frame = care_setter_add (self, piece, CARE_MARK_FRAME, 0, 0, self->width, 1);
  text = care_setter_add_text (self, piece, CARE_STYLE_SMALL_BOLD, 2 * pad, pad, self->width - 4 * pad,
                                         block->text, FALSE);

  frame->h = text->h + 2 * pad;
  piece->height = frame->h;
}

static void
set_finish (CareSetter           *self,
            const CareSheetBlock *block)
{
  const CareSheetEntry *entry = g_ptr_array_index (block->entries, 0);
  CarePiece *piece = care_setter_begin (self, "P", self->density > 1 ? 5 : 10);
  double words = care_setter_text_width (self, CARE_STYLE_BODY, block->heading);
  CareStyle style = self->tight ? CARE_STYLE_HEADING : CARE_STYLE_FINISH;
  double moment = care_setter_text_width (self, style, entry->text);
  double gap = care_setter_points (self, 8);
  CareMark *heading = care_setter_add_text (self, piece, CARE_STYLE_BODY, 0, 0, self->width, block->heading, FALSE);

  if (words + gap + moment <= self->width)
    {
      CareMark *large = care_setter_add_text (self, piece, style, words + gap, 0, self->width - words - gap,
                                              entry->text, FALSE);

      /* One base line for both sizes. */
      heading->y = large->lines.base - heading->lines.base;
      piece->height = large->h;
      return;
    }
  care_setter_add_text (self, piece, style, 0, heading->h, self->width, entry->text, FALSE);
}

/* One number: picture, who, and the number itself. Returns nothing; the piece grows as it needs. */
static void
add_phone (CareSetter           *self,
           CarePiece            *piece,
           const CareSheetEntry *entry,
           CareStyle             style,
           double                x,
           double                width)
{
  double size = care_setter_points (self, 22);
  double indent = size + care_setter_points (self, 7);
  double y = care_setter_points (self, 5);
  CareMark *mark;

  mark = care_setter_add_picture (self, piece, entry->pictogram, entry->label, x, y + 1, size);
  if (g_strcmp0 (entry->pictogram, "alert") == 0)
    mark->ink = care_setter_ink (self, CARE_INK_ALARM);
  mark = care_setter_add_text (self, piece, CARE_STYLE_SMALL, x + indent, y, width - indent, entry->label, FALSE);
  y += mark->h;
  if (entry->phone != NULL)
    {
      /* A number runs from left to right in every language. */
      g_autofree char *number = g_strconcat ("\xE2\x81\xA6", entry->phone, "\xE2\x81\xA9", NULL);

      mark = care_setter_add_text (self, piece, style, x + indent, y, width - indent, number, FALSE);
      mark->link = care_phone_dup_link (entry->phone);
      y += mark->h;
    }
  if (entry->text != NULL)
    {
      mark = care_setter_add_text (self, piece, CARE_STYLE_SMALL, x + indent, y, width - indent, entry->text, FALSE);
    }
}

/* What the three beside each other need so that nothing in them takes a second line. */
static double
cell_needs (CareSetter           *self,
            const CareSheetBlock *block,
            CareStyle             style,
            double               *need)
{
  double total = 0;

  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);

      need[i] = care_setter_text_width (self, CARE_STYLE_SMALL, entry->label);
      if (entry->text != NULL)
        need[i] = MAX (need[i], care_setter_text_width (self, CARE_STYLE_SMALL, entry->text));
      if (entry->phone != NULL)
        need[i] = MAX (need[i], care_setter_text_width (self, style, entry->phone));
      need[i] += care_setter_points (self, 22 + 7 + 8);
      total += need[i];
    }

  return total;
}

/* Even, or each as wide as its words where that saves a line. */
static void
add_cells (CareSetter           *self,
           CarePiece            *piece,
           const CareSheetBlock *block,
           CareStyle             style)
{
  guint n = block->entries->len;
  g_autofree double *need = g_new0 (double, n);
  double even = self->width / n;
  double widest = 0, x = 0;
  double total = cell_needs (self, block, style, need);

  if (self->tight && total > self->width && cell_needs (self, block, CARE_STYLE_BODY_BOLD, need) <= self->width)
    style = CARE_STYLE_BODY_BOLD;
  total = cell_needs (self, block, style, need);

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, need[i]);
  for (guint i = 0; i < n; i++)
    {
      double width = widest <= even || total > self->width ? even : need[i] + (self->width - total) / n;

      add_phone (self, piece, g_ptr_array_index (block->entries, i), style, x, width - 6);
      x += width;
    }
}

static void
set_phones (CareSetter           *self,
            const CareSheetBlock *block)
{
  const CareStyle styles[] = { CARE_STYLE_PHONE, CARE_STYLE_HEADING, CARE_STYLE_BODY_BOLD };
  guint n = block->entries->len;
  double cell = self->width / n;
  double indent = care_setter_points (self, 22 + 7 + 8);
  double widest[G_N_ELEMENTS (styles)] = { 0 };
  gsize style = 0;
  CarePiece *piece = NULL;

  if (self->density == 0 || self->flow)
    care_setter_set_heading (self, block->heading);
  for (guint i = 0; i < n; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
      {
        const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);

        if (entry->phone != NULL)
          widest[s] = MAX (widest[s], care_setter_text_width (self, styles[s], entry->phone));
      }
  while (style + 1 < G_N_ELEMENTS (styles) && widest[style] > cell - indent)
    style++;

  if (widest[style] > cell - indent)
    {
      /* Too narrow for three in a row. */
      for (guint i = 0; i < n; i++)
        {
          piece = care_setter_begin (self, "P", i == 0 ? 5 : 2);
          piece->keep = i + 1 < n;
          care_setter_add (self, piece, CARE_MARK_LINE, 0, 0, self->width, 0.7);
          add_phone (self, piece, g_ptr_array_index (block->entries, i), CARE_STYLE_PHONE, 0, self->width);
        }
      return;
    }

  piece = care_setter_begin (self, "P", block->heading == NULL ? 16 : self->density > 0 ? 6 : 4);
  care_setter_add (self, piece, CARE_MARK_LINE, 0, 0, self->width, 1.4);
  add_cells (self, piece, block, styles[style]);
  care_setter_add (self, piece, CARE_MARK_LINE, 0, piece->height + 4, self->width, 1.4);
}

static void
set_box (CareSetter           *self,
         const CareSheetBlock *block)
{
  CarePiece *piece = care_setter_begin (self, "P", 9);
  double pad = care_setter_points (self, self->tight ? 2 : self->density > 0 ? 4 : 7);
  double side = MAX (pad, care_setter_points (self, self->tight ? 4 : 6));
  double width = self->width - 2 * side;
  CareMark *frame = care_setter_add (self, piece, CARE_MARK_FRAME, 0, 0, self->width, 1);
  double y = pad;
  CareMark *mark;
  GString *words = g_string_new (block->text != NULL ? block->text : "");

  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);

      g_autofree char *pair = NULL;

      if (entry->label != NULL && entry->id == NULL)
        pair = care_sheet_block_dup_pair (block, entry->label, entry->text);
      g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", pair != NULL ? pair : entry->text,
                              pair != NULL ? "." : "");
    }
  if (self->tight)
    {
      g_autofree char *heading = g_strconcat ("\xE2\x81\xA8", block->heading, "\xE2\x81\xA9", NULL);
      g_autofree char *all = care_sheet_block_dup_pair (block, heading, words->str);

      g_string_assign (words, all);
    }
  else
    {
      mark = care_setter_add_text (self, piece, CARE_STYLE_SMALL_BOLD, side, y, width, block->heading, FALSE);
      y += mark->h;
    }
  mark = care_setter_add_text (self, piece, CARE_STYLE_SMALL, side, y, width, words->str, self->tight);
  frame->h = mark->y + mark->h + pad;
  piece->height = frame->h;
  g_string_free (words, TRUE);
}

static double
add_tick (CareSetter *self,
          CarePiece  *piece,
          const char *words,
          double      x,
          double      y)
{
  double box = care_setter_points (self, TICK_BOX);
  double line = care_setter_line_height (self, CARE_STYLE_SMALL);
  double width = care_setter_text_width (self, CARE_STYLE_SMALL, words);

  care_setter_add (self, piece, CARE_MARK_FRAME, x, y + (line - box) / 2, box, box);
  care_setter_add_text (self, piece, CARE_STYLE_SMALL, x + box + 5, y, width + 2, words, FALSE);

  return box + 5 + width + care_setter_points (self, 12);
}

/* Where room is dear: heading and prompts in one paragraph. */
static void
set_prompts (CareSetter           *self,
             const CareSheetBlock *block)
{
  CarePiece *piece = care_setter_begin (self, "P", 6);
  g_autofree char *heading = g_strconcat ("\xE2\x81\xA8", block->heading, "\xE2\x81\xA9", NULL);
  g_autofree char *words = NULL;
  GString *prompts = g_string_new (NULL);

  for (guint i = 0; i < block->entries->len; i++)
    g_string_append_printf (prompts, "%s\xE2\x81\xA8%u\xE2\x81\xA9\u00a0%s", i > 0 ? "  " : "", i + 1,
                            ((CareSheetEntry *) g_ptr_array_index (block->entries, i))->text);
  words = care_sheet_block_dup_pair (block, heading, prompts->str);
  care_setter_add_text (self, piece, CARE_STYLE_SMALL, 0, 0, self->width, words, TRUE);
  piece->keep = TRUE;
  g_string_free (prompts, TRUE);
}

/* The prompts with their numbers, then a row of numbered boxes for each answer. */
static void
set_tick_rows (CareSetter           *self,
               const CareSheetBlock *block)
{
  const CareSheetEntry *first = g_ptr_array_index (block->entries, 0);
  const char *const words[] = { first->time, first->day };
  double indent = care_setter_points (self, 14);
  double widest = MAX (care_setter_text_width (self, CARE_STYLE_SMALL, words[0]),
                       care_setter_text_width (self, CARE_STYLE_SMALL, words[1])) +
                  care_setter_points (self, 8);

  for (guint i = 0; !self->tight && i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      CarePiece *piece = care_setter_begin (self, "LI", 1);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      piece->group = "L";
      piece->group_id = self->groups;
      piece->keep = TRUE;
      care_setter_add_text (self, piece, CARE_STYLE_SMALL_BOLD, 0, 0, indent, number, FALSE)->tag = "Lbl";
      care_setter_add_text (self, piece, CARE_STYLE_SMALL, indent, 0, self->width - indent, entry->text, FALSE)->tag = "LBody";
    }
  for (gsize row = 0; row < G_N_ELEMENTS (words); row++)
    {
      CarePiece *piece = care_setter_begin (self, "P", 2);
      double x = widest;

      piece->keep = row == 0;
      care_setter_add_text (self, piece, CARE_STYLE_SMALL, 0, 0, widest, words[row], FALSE);
      for (guint i = 0; i < block->entries->len && x < self->width - indent; i++)
        {
          g_autofree char *number = g_strdup_printf ("%u", i + 1);

          x += add_tick (self, piece, number, x, 0);
        }
    }
}

static void
set_ticks (CareSetter           *self,
           const CareSheetBlock *block)
{
  CarePiece *piece;

  self->groups++;
  if (self->column && self->tight)
    {
      set_prompts (self, block);
      set_tick_rows (self, block);
      return;
    }
  piece = care_setter_begin (self, "H2", 9);
  care_setter_add_text (self, piece, CARE_STYLE_SMALL_BOLD, 0, 0, self->width, block->heading, FALSE)->ink = care_setter_ink (self, CARE_INK_ACCENT);
  piece->keep = TRUE;
  if (self->column)
    {
      set_tick_rows (self, block);
      return;
    }
  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      double ticks = care_setter_text_width (self, CARE_STYLE_SMALL, entry->time) +
                     care_setter_text_width (self, CARE_STYLE_SMALL, entry->day) +
                     care_setter_points (self, 2 * TICK_BOX + 2 * 17);
      gboolean below = self->width - ticks < self->width * 0.5;
      CareMark *text;
      double x, y;

      piece = care_setter_begin (self, "LI", 3);
      piece->group = "L";
      piece->group_id = self->groups;
      text = care_setter_add_text (self, piece, CARE_STYLE_SMALL, 0, 0, below ? self->width : self->width - ticks,
                                   entry->text, FALSE);
      text->tag = "LBody";
      x = below ? 0 : self->width - ticks + care_setter_points (self, 12);
      y = below ? text->h : 0;
      x += add_tick (self, piece, entry->time, x, y);
      add_tick (self, piece, entry->day, x, y);
    }
}

/* How far above @code the heading of the next visit begins: its code stands beside all of it. */
static double
height_of_visit (CareSetter      *self,
                 const CarePiece *code)
{
  double height = code->gap;

  for (guint i = self->pieces->len - 1; i-- > 0;)
    {
      const CarePiece *piece = g_ptr_array_index (self->pieces, i);

      height += piece->height;
      if (g_strcmp0 (piece->tag, "H2") == 0)
        return height;
      height += piece->gap;
    }

  return 0;
}

static void
set_code (CareSetter           *self,
          const CareSheetBlock *block)
{
  const CareSheetEntry *entry = g_ptr_array_index (block->entries, 0);
  CarePiece *piece = care_setter_begin (self, "P", self->code ? 2 : 14);
  double size = care_setter_points (self, CARE_SETTER_CODE);
  double quiet = care_setter_points (self, CARE_SETTER_QUIET);
  double width = self->width - size - 2 * quiet;
  double raise = self->code ? height_of_visit (self, piece) : 0;
  double y = 0;
  CareMark *mark;

  piece->code = TRUE;
  if (!self->code && entry->label != NULL)
    y = care_setter_add_text (self, piece, CARE_STYLE_BODY_BOLD, 0, 0, width, entry->label, FALSE)->h;
  care_setter_add_text (self, piece, CARE_STYLE_SMALL, 0, y, width, block->text, FALSE);
  mark = care_setter_add (self, piece, CARE_MARK_CODE, self->width - size - (self->column ? 0 : quiet), quiet - raise, size, size);
  mark->text = g_strdup (entry->text);
  mark->alt = care_sheet_block_dup_pair (block, block->text, entry->when);
  mark->tag = "Figure";
  piece->height = MAX (piece->height, mark->y + size + quiet);
}

static void
set_keep (CareSetter           *self,
          const CareSheetBlock *block)
{
  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      CarePiece *piece = care_setter_begin (self, "P", 9);

      if (i == 0)
        care_setter_add (self, piece, CARE_MARK_LINE, 0, 0, self->width, 1.4);
      /* Bold, or where room is dear only the date. */
      care_setter_add_text (self, piece, self->tight ? CARE_STYLE_BODY : CARE_STYLE_BODY_BOLD, 0,
                            i == 0 ? care_setter_points (self, self->tight ? 2 : 5) : 0, self->width, entry->text, self->tight);
    }
}

/**
 * care_setter_set_block:
 * @self: a setter
 * @block: a block
 *
 * Sets @block into pieces at the end of what has been set.
 */
void
care_setter_set_block (CareSetter           *self,
                       const CareSheetBlock *block)
{
  void (*const set[]) (CareSetter *, const CareSheetBlock *) = {
    [CARE_SHEET_BLOCK_TITLE] = set_title,
    [CARE_SHEET_BLOCK_NOTICE] = set_notice,
    [CARE_SHEET_BLOCK_FINISH] = set_finish,
    [CARE_SHEET_BLOCK_STRIP] = care_setter_set_strip,
    [CARE_SHEET_BLOCK_LIST] = care_setter_set_list,
    [CARE_SHEET_BLOCK_CALL] = care_setter_set_call,
    [CARE_SHEET_BLOCK_PHONES] = set_phones,
    [CARE_SHEET_BLOCK_RECORD] = care_setter_set_list,
    [CARE_SHEET_BLOCK_BOX] = set_box,
    [CARE_SHEET_BLOCK_TICKS] = set_ticks,
    [CARE_SHEET_BLOCK_CODE] = set_code,
    [CARE_SHEET_BLOCK_KEEP] = set_keep,
  };

  self->block = block;
  self->language = block->language;
  set[block->kind](self, block);
  self->block = NULL;
}
