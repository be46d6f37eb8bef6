/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <math.h>

#include "aftercare/care-phone.h"
#include "aftercare/care-sheet-setter.h"

#define PICTURE       22.0
#define PICTURE_CLOSE 20.0 /* 7 mm */
#define PICTURE_LEAST 17.0 /* 6 mm: a line's height */
#define PICTURE_GAP   9.0
#define PICTURE_GAP_CLOSE 6.0
#define MOST_LINES    9 /* a longer paragraph may break across pages */

/* What a section leaves for the code that stands beside it. */
static double
code_room (CareSetter *self)
{
  return self->code ? care_setter_points (self, CARE_SETTER_CODE + 2 * CARE_SETTER_QUIET) : 0;
}

/**
 * care_setter_set_heading:
 * @self: a setter
 * @heading: (nullable): its words
 *
 * Sets a heading that stays with what follows.
 */
void
care_setter_set_heading (CareSetter *self,
                         const char *heading)
{
  CarePiece *piece;

  if (heading == NULL)
    return;

  piece = care_setter_begin (self, "H2", self->density > 1 ? 6 : 11);
  piece->keep = TRUE;
  care_setter_add_text (self, piece, CARE_STYLE_HEADING, 0, 0, self->width, heading, FALSE)->ink = care_setter_ink (self, CARE_INK_ACCENT);
}

/* A paragraph of more lines than a page can spare goes on in pieces of a few lines. */
static void
split_long (CareSetter *self,
            CarePiece  *piece,
            CareMark   *mark)
{
  int n = pango_layout_get_line_count (mark->lines.layout);
  double line = mark->lines.pitch;

  if (n <= MOST_LINES)
    return;

  mark->n_lines = MOST_LINES;
  mark->h = line * MOST_LINES;
  piece->height = mark->y + mark->h;
  for (int first = MOST_LINES; first < n; first += MOST_LINES)
    {
      CarePiece *next = care_setter_begin (self, piece->tag, 0);
      CareMark *rest;

      next->group = piece->group;
      next->group_id = piece->group_id;
      next->height = line * MIN (MOST_LINES, n - first);
      rest = care_piece_add (next, CARE_MARK_TEXT, mark->x, 0, mark->w, next->height);
      rest->lines = mark->lines;
      g_object_ref (rest->lines.layout);
      rest->first_line = first;
      rest->n_lines = MIN (MOST_LINES, n - first);
      rest->tag = mark->tag;
    }
}

/* Whom to tell of a side effect is called as any other number of the sheet is. */
static void
link_number (const CareSheetBlock *block,
             CareMark             *mark,
             const char           *words)
{
  if (g_str_equal (block->name, "report"))
    mark->link = care_phone_dup_link_in (words);
}

/* A row: a picture and its sentence, never apart. */
static void
set_row (CareSetter           *self,
         const CareSheetBlock *block,
         const CareSheetEntry *entry,
         double                gap,
         double                picture_size)
{
  CarePiece *piece = care_setter_begin_in_group (self, "LI", "L", gap);
  double size = care_setter_points (self, picture_size);
  double indent = size + care_setter_points (self, self->tight || self->narrow ? PICTURE_GAP_CLOSE : PICTURE_GAP);
  double line = care_setter_line_height (self, CARE_STYLE_BODY);
  CareMark *picture = NULL;
  CareMark *text;

  if (entry->pictogram == NULL)
    {
      indent = care_setter_points (self, self->narrow ? 10 : 14);
      care_setter_add_text (self, piece, CARE_STYLE_BODY, 0, 0, indent, "•", FALSE)->tag = "Lbl";
    }
  else
    {
      picture = care_setter_add_picture (self, piece, entry->pictogram, entry->label, 0, 0, size);
      picture->crossed = entry->avoid;
    }
  text = care_setter_add_text (self, piece, CARE_STYLE_BODY, indent, 0, self->width - indent, entry->text, TRUE);
  text->tag = "LBody";
  link_number (block, text, entry->text);
  /* The first line and the picture share a middle. */
  if (picture != NULL && text->h < size)
    text->y = (size - text->h) / 2;
  else if (picture != NULL && text->h > size)
    picture->y = MAX (0, (line - size) / 2) + (line > size ? 0 : care_setter_points (self, 1));
  piece->height = MAX (picture != NULL ? picture->y + size : 0, text->y + text->h);
  split_long (self, piece, text);
}

/* Right below the strip, which has the same pictures large: no heading, and pictures no higher than they need. */
static void
set_close_rows (CareSetter           *self,
                const CareSheetBlock *block)
{
  care_setter_begin_group (self);
  for (guint i = 0; i < block->entries->len; i++)
    set_row (self, block, g_ptr_array_index (block->entries, i), 1, self->tight ? PICTURE_LEAST : PICTURE_CLOSE);
}

static gboolean
is_new_picture (const CareSheetBlock *block,
                guint                 index)
{
  const CareSheetEntry *entry = g_ptr_array_index (block->entries, index);

  if (entry->pictogram == NULL)
    return FALSE;
  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (((CareSheetEntry *) g_ptr_array_index (block->entries, i))->pictogram, entry->pictogram) == 0)
      return FALSE;

  return TRUE;
}

/* A rule, the heading, and the section's pictures at the end of its line: as many as there is room for, the first ones.
 * They are no higher than the line, so they leave the rule alone. */
static void
set_column_heading (CareSetter           *self,
                    const CareSheetBlock *block)
{
  CarePiece *rule = care_setter_begin (self, NULL, self->density > 0 ? 6 : 9);
  CarePiece *heading = care_setter_begin (self, "H2", self->density > 0 ? 2 : 4);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  CarePiece *pictures;
  CareMark *words;
  double line, size, step, room;

  care_setter_add (self, rule, CARE_MARK_LINE, 0, 0, self->width + code_room (self), 0.7);
  rule->keep = TRUE;
  heading->keep = TRUE;
  words = care_setter_add_text (self, heading, CARE_STYLE_BODY_BOLD, 0, 0, self->width, block->heading, FALSE);
  words->ink = care_setter_ink (self, CARE_INK_ACCENT);
  line = words->h;

  size = MIN (care_setter_points (self, 20), care_setter_line_height (self, CARE_STYLE_BODY_BOLD));
  step = size + care_setter_points (self, 5);
  room = self->width - care_setter_text_width (self, CARE_STYLE_BODY_BOLD, block->heading) - care_setter_points (self, 8);
  for (guint i = 0; i < block->entries->len && (shown->len + 1) * step - (step - size) <= room; i++)
    {
      CareSheetEntry *entry = g_ptr_array_index (block->entries, i);

      if (is_new_picture (block, i) && care_setter_has_picture (self, entry->pictogram))
        g_ptr_array_add (shown, entry);
    }
  if (shown->len == 0)
    return;

  /* Drawn over the heading's line, in a structure element of its own. */
  pictures = care_setter_begin (self, "P", 0);
  pictures->keep = TRUE;
  for (guint i = 0; i < shown->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (shown, i);
      double x = self->width - size - (shown->len - 1 - i) * step;
      CareMark *mark = care_setter_add_picture (self, pictures, entry->pictogram, entry->label, x, 0, size);

      mark->y = -(line + size) / 2;
      mark->crossed = entry->avoid;
    }
  pictures->height = 0;
}

/* What staff or another reader needs, not the patient tonight. */
static gboolean
is_small (const CareSheetBlock *block)
{
  return g_str_equal (block->name, "report") || g_str_equal (block->name, "offer");
}

static gboolean
may_run_in (CareSetter           *self,
            const CareSheetBlock *block)
{
  if (!self->tight || block->heading == NULL)
    return FALSE;

  return is_small (block) || g_str_equal (block->name, "keep-up") ||
         (self->brief && !self->column && g_str_equal (block->name, "next"));
}

static void
set_small_heading (CareSetter           *self,
                   const CareSheetBlock *block)
{
  CarePiece *piece = care_setter_begin (self, "H2", 6);

  care_setter_add_text (self, piece, CARE_STYLE_SMALL_BOLD, 0, 0, self->width, block->heading, FALSE)->ink = care_setter_ink (self, CARE_INK_ACCENT);
  piece->keep = TRUE;
}

/* Where room is dear: the heading runs on into its sentences. */
static void
set_run_in (CareSetter           *self,
            const CareSheetBlock *block)
{
  CarePiece *piece = care_setter_begin (self, "P", 6);
  g_autofree char *joined = care_sheet_block_dup_joined (block, " ");
  /* A value between isolates prints bold. */
  g_autofree char *heading = g_strconcat ("\xE2\x81\xA8", block->heading, "\xE2\x81\xA9", NULL);
  g_autofree char *words = care_sheet_block_dup_pair (block, heading, joined);

  link_number (block, care_setter_add_text (self, piece, is_small (block) ? CARE_STYLE_SMALL : CARE_STYLE_BODY, 0, 0, self->width, words,
                                            TRUE), words);
}

static void
set_column_list (CareSetter           *self,
                 const CareSheetBlock *block)
{
  CareStyle style = is_small (block) ? CARE_STYLE_SMALL : CARE_STYLE_BODY;
  double indent = block->entries->len > 1 ? care_setter_points (self, self->tight ? 9 : 11) : 0;

  if (may_run_in (self, block))
    {
      set_run_in (self, block);
      return;
    }
  if (is_small (block))
    set_small_heading (self, block);
  else
    set_column_heading (self, block);
  care_setter_begin_group (self);
  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      CarePiece *piece = care_setter_begin_in_group (self, "LI", "L", i == 0 || self->density > 0 ? 1 : 2.5);
      CareMark *text;

      if (indent > 0)
        care_setter_add_text (self, piece, style, 0, 0, indent, "•", FALSE)->tag = "Lbl";
      text = care_setter_add_text (self, piece, style, indent, 0, self->width - indent, entry->text, TRUE);
      link_number (block, text, entry->text);
      text->tag = "LBody";
      split_long (self, piece, text);
    }
}

/* Where room is dear: the pairs of a record as one paragraph. */
static void
set_pairs (CareSetter           *self,
           const CareSheetBlock *block)
{
  CarePiece *piece = care_setter_begin (self, "P", self->brief ? 6 : 2);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      g_autofree char *pair = care_sheet_block_dup_pair (block, entry->label, entry->text);

      g_string_append_printf (words, "%s%s.", i > 0 ? " " : "", pair);
    }
  if (self->brief)
    {
      g_autofree char *heading = g_strconcat ("\xE2\x81\xA8", block->heading, "\xE2\x81\xA9", NULL);
      g_autofree char *all = care_sheet_block_dup_pair (block, heading, words->str);

      g_string_assign (words, all);
    }
  care_setter_add_text (self, piece, CARE_STYLE_SMALL, 0, 0, self->width, words->str, self->brief);
  g_string_free (words, TRUE);
}

static void
set_table (CareSetter           *self,
           const CareSheetBlock *block)
{
  double column = 0;

  for (guint i = 0; i < block->entries->len; i++)
    column = MAX (column, care_setter_text_width (self, CARE_STYLE_SMALL,
                                                  ((CareSheetEntry *) g_ptr_array_index (block->entries, i))->label));
  column = MIN (column + care_setter_points (self, 12), self->width * 0.45);

  care_setter_begin_group (self);
  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      CarePiece *piece = care_setter_begin_in_group (self, "TR", "Table", 2);

      care_setter_add_text (self, piece, CARE_STYLE_SMALL, 0, 0, column - 6, entry->label, FALSE)->tag = "TH";
      care_setter_add_text (self, piece, CARE_STYLE_SMALL, column, 0, self->width - column, entry->text, FALSE)->tag = "TD";
    }
}

static void
set_list (CareSetter           *self,
          const CareSheetBlock *block)
{
  if (block->entries->len == 0)
    return;
  /* The key points stand on the front already; said twice only where there is room. */
  if (self->column && self->brief && g_str_equal (block->name, "key"))
    return;

  if (block->kind == CARE_SHEET_BLOCK_RECORD)
    {
      if (self->brief)
        ;
      else if (self->column)
        set_column_heading (self, block);
      else
        care_setter_set_heading (self, block->heading);
      if (self->tight)
        set_pairs (self, block);
      else
        set_table (self, block);
      return;
    }
  if (self->column)
    {
      set_column_list (self, block);
      return;
    }

  if (may_run_in (self, block))
    {
      set_run_in (self, block);
      return;
    }

  if (self->density > 0 && g_str_equal (block->name, "limits"))
    {
      if (self->flow)
        care_setter_set_heading (self, block->heading);
      set_close_rows (self, block);
      return;
    }

  care_setter_set_heading (self, block->heading);
  care_setter_begin_group (self);
  for (guint i = 0; i < block->entries->len; i++)
    set_row (self, block, g_ptr_array_index (block->entries, i), i == 0 ? 5 : 4, self->narrow ? PICTURE_CLOSE : PICTURE);
}

/**
 * care_setter_set_list:
 * @self: a setter
 * @block: a block of kind list or record
 *
 * Sets a heading and its sentences: each with its picture, or in columns under
 * the pictures of the whole section.
 */
void
care_setter_set_list (CareSetter           *self,
                      const CareSheetBlock *block)
{
  double room = code_room (self);

  /* The code stands beside the whole section and comes right after it. */
  self->width -= room;
  set_list (self, block);
  self->width += room;
  if (room > 0)
    ((CarePiece *) g_ptr_array_index (self->pieces, self->pieces->len - 1))->keep = TRUE;
}
