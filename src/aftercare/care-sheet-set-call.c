/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-phone.h"
#include "aftercare/care-sheet-setter.h"

/* Between sentences that run on: the bullet goes to the next line with what it stands before. */
#define RUN_ON "  •\u00a0\u00a0"

/* The heavier the bar, the sooner the call: told apart without colour. */
static double
bar_width (const CareSheetBlock *block)
{
  if (g_str_equal (block->name, "emergency"))
    return 5;

  return g_str_equal (block->name, "same-day") ? 3 : 1.2;
}

/* Between the level's bar and its words; less where room is dear: a word more on a line is often a line less. */
static double
words_indent (CareSetter *self)
{
  return care_setter_points (self, self->tight || self->narrow ? 10 : 14);
}

/* The one thing that is red. */
static CareInk
ink_of (CareSetter *self)
{
  return care_setter_ink (self, g_str_equal (self->block->name, "emergency") ? CARE_INK_ALARM : CARE_INK_ACCENT);
}

static void
add_bar (CareSetter *self,
         CarePiece  *piece,
         double      width)
{
  CareMark *bar = care_setter_add (self, piece, CARE_MARK_FILL, 0, 0, width, piece->height);

  bar->h = piece->height;
  bar->ink = ink_of (self);
}

static void
set_sign (CareSetter *self,
          const char *text,
          double      bar,
          gboolean    bullet)
{
  double bullet_room = bullet ? care_setter_points (self, self->tight || self->narrow ? 10 : 12) : 0;
  double indent = words_indent (self) + bullet_room;
  double pad = care_setter_points (self, self->density > 1 ? 0.5 : self->density > 0 ? 1 : 2.5);
  CarePiece *piece = care_setter_begin_in_group (self, bullet ? "LI" : "P", bullet ? "L" : NULL, 0);
  CareMark *mark;

  if (bullet)
    care_setter_add_text (self, piece, CARE_STYLE_BODY_BOLD, words_indent (self), pad, bullet_room, "•", FALSE)
      ->tag = "Lbl";
  mark = care_setter_add_text (self, piece, CARE_STYLE_BODY, indent, pad, self->width - indent, text, FALSE);
  mark->tag = bullet ? "LBody" : NULL;
  piece->height = mark->y + mark->h;
  add_bar (self, piece, bar);
}

/* Where room is dear: level and signs in one paragraph. */
static void
set_call_run_in (CareSetter           *self,
                 const CareSheetBlock *block,
                 CarePiece            *piece,
                 double                bar)
{
  double indent = words_indent (self);
  g_autofree char *joined = care_sheet_block_dup_joined (block, RUN_ON);
  /* A value between isolates prints bold. */
  g_autofree char *heading = g_strconcat ("\xE2\x81\xA8", block->heading, "\xE2\x81\xA9", NULL);
  g_autofree char *words = care_sheet_block_dup_pair (block, heading, joined);

  piece->tag = "P";
  care_setter_add_text (self, piece, CARE_STYLE_BODY, indent, 0, self->width - indent, words, TRUE);
  add_bar (self, piece, bar);
}

/**
 * care_setter_set_call:
 * @self: a setter
 * @block: a block of kind call
 *
 * Sets one level of warning signs.
 */
void
care_setter_set_call (CareSetter           *self,
                      const CareSheetBlock *block)
{
  double bar = care_setter_points (self, bar_width (block));
  gboolean emergency = g_str_equal (block->name, "emergency");
  CarePiece *piece = care_setter_begin (self, "H2", self->density > 1 ? 5 : 9);
  double pad = care_setter_points (self, emergency ? (self->density > 1 ? 1 : 3) : 0);
  const CareSheetEntry *first = g_ptr_array_index (block->entries, 0);
  CareMark *fill = NULL;
  CareMark *words;

  if (self->tight && !emergency)
    {
      set_call_run_in (self, block, piece, bar);
      return;
    }
  piece->keep = TRUE;
  if (emergency)
    fill = care_setter_add (self, piece, CARE_MARK_FILL, 0, 0, self->width, 1);
  words = care_setter_add_text (self, piece, CARE_STYLE_HEADING, words_indent (self), pad,
                                self->width - care_setter_points (self, 20), block->heading, FALSE);
  words->ink = emergency ? CARE_INK_WHITE : care_setter_ink (self, CARE_INK_ACCENT);
  words->link = care_phone_dup_link (first->phone);
  piece->height = words->h + 2 * pad;
  if (fill != NULL)
    {
      fill->h = piece->height;
      fill->ink = ink_of (self);
    }
  else
    add_bar (self, piece, bar);

  care_setter_begin_group (self);
  if (self->density >= 2 && !emergency && !self->flow)
    {
      g_autofree char *joined = care_sheet_block_dup_joined (block, RUN_ON);

      set_sign (self, joined, bar, FALSE);
      return;
    }
  for (guint i = 0; i < block->entries->len; i++)
    set_sign (self, ((CareSheetEntry *) g_ptr_array_index (block->entries, i))->text, bar, TRUE);
}
