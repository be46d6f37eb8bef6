/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-setter.h"

#define TICK_BOX   11.0

/* The first of @styles in which @text takes one line; where it takes more in all of them, the last. */
static CareStyle
largest_in_a_line (CareSetter      *self,
                   const CareStyle *styles,
                   gsize            n,
                   const char      *text)
{
  for (gsize i = 0; i < n; i++)
    if (care_setter_text_width (self, styles[i], text) <= self->width)
      return styles[i];

  return styles[n - 1];
}

/* Title and what was treated: below each other, or on one base line where room is dear. */
static void
set_title (CareSetter           *self,
           const CareSheetBlock *block)
{
  CarePiece *piece = care_setter_begin (self, "H1", 0);
  const CareStyle styles[] = { CARE_STYLE_TITLE, CARE_STYLE_TITLE_CLOSE, CARE_STYLE_FINISH };
  CareStyle style = largest_in_a_line (self, styles + (self->density > 1 ? 1 : 0), G_N_ELEMENTS (styles) - (self->density > 1 ? 1 : 0),
                                       block->heading);
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
  const CareStyle styles[] = { CARE_STYLE_FINISH, CARE_STYLE_HEADING };
  CareStyle style = self->tight ? CARE_STYLE_HEADING
                                : largest_in_a_line (self, styles, G_N_ELEMENTS (styles), entry->text);
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
  const CareSheetEntry *first = g_ptr_array_index (block->entries, 0);
  CarePiece *piece;
  double ticks;

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
  ticks = care_setter_text_width (self, CARE_STYLE_SMALL, first->time) +
          care_setter_text_width (self, CARE_STYLE_SMALL, first->day) + care_setter_points (self, 2 * TICK_BOX + 2 * 17);
  if (self->column || self->width - ticks < self->width * 0.5)
    {
      set_tick_rows (self, block);
      return;
    }
  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      CareMark *text;
      double x;

      piece = care_setter_begin (self, "LI", 3);
      piece->group = "L";
      piece->group_id = self->groups;
      text = care_setter_add_text (self, piece, CARE_STYLE_SMALL, 0, 0, self->width - ticks, entry->text, FALSE);
      text->tag = "LBody";
      x = self->width - ticks + care_setter_points (self, 12);
      x += add_tick (self, piece, entry->time, x, 0);
      add_tick (self, piece, entry->day, x, 0);
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
    [CARE_SHEET_BLOCK_PHONES] = care_setter_set_phones,
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
