/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-leaf-private.h"

#include <string.h>

#include "aftercare/care-sheet-break.h"

#define GUTTER 12.0

/* The code is the first to give way, then air, then room on the front, then headings of what others read, then what is
 * said twice. */
static const CareLeafSetting back_settings[] = {
  { 0, FALSE, FALSE, TRUE, CARE_LEND_NOTHING },
  { 0, FALSE, FALSE, FALSE, CARE_LEND_NOTHING },
  { 1, FALSE, FALSE, TRUE, CARE_LEND_NOTHING },
  { 1, FALSE, FALSE, FALSE, CARE_LEND_NOTHING },
  { 1, FALSE, FALSE, FALSE, CARE_LEND_SPARE },
  { 2, FALSE, FALSE, FALSE, CARE_LEND_SPARE },
  { 2, TRUE, FALSE, FALSE, CARE_LEND_SPARE },
  { 2, TRUE, FALSE, FALSE, CARE_LEND_ALL },
  { 2, TRUE, TRUE, FALSE, CARE_LEND_SPARE },
  { 2, TRUE, TRUE, FALSE, CARE_LEND_ALL },
  { 2, TRUE, TRUE, FALSE, CARE_LEND_SECOND },
  { 2, TRUE, TRUE, FALSE, CARE_LEND_THIRD },
  { 2, TRUE, TRUE, FALSE, CARE_LEND_FOURTH },
};

/* Two columns are one page; the second is moved in the direction of reading. */
static void
add_columns (GPtrArray *pages,
             GPtrArray *columns,
             double     step)
{
  GPtrArray *page = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      GPtrArray *column = g_ptr_array_index (columns, i);

      if (i % 2 == 0)
        {
          page = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (pages, page);
        }
      for (guint j = 0; j < column->len; j++)
        {
          CarePlaced *placed = g_memdup2 (g_ptr_array_index (column, j), sizeof (CarePlaced));

          placed->x = i % 2 == 0 ? 0 : step;
          g_ptr_array_add (page, placed);
        }
    }
}

/* Which block the record is; their number where there is none. */
static guint
find_record (CareLeaf *self)
{
  guint i = 0;

  while (i < self->blocks->len && ((CareSheetBlock *) g_ptr_array_index (self->blocks, i))->kind != CARE_SHEET_BLOCK_RECORD)
    i++;

  return i;
}

static GPtrArray *
set_back (CareLeaf              *self,
          double                 column,
          const CareLeafSetting *setting)
{
  GPtrArray *pieces = care_pieces_new ();
  double width = self->setter->width;

  self->setter->width = column;
  self->setter->column = TRUE;
  for (guint i = self->taken; i < self->blocks->len; i++)
    {
      if (self->record_at > 0 && i == self->record_at)
        care_leaf_set_block (self, find_record (self), setting, pieces);
      if ((self->lending == CARE_LEND_NOTHING || !self->lent[i]) && (self->record_at == 0 || i != find_record (self)))
        care_leaf_set_block (self, i, setting, pieces);
    }
  self->setter->width = width;
  self->setter->column = FALSE;

  return pieces;
}

/* The back with its code at @setting, in two columns or not at all. */
static gboolean
take_code_at (CareLeaf               *self,
              double                  column,
              const CareLeafSetting  *setting,
              gboolean                visit_stays,
              GPtrArray             **pieces,
              GPtrArray             **columns)
{
  CareLeafSetting with_code = *setting;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GPtrArray) broken = NULL;

  with_code.code = TRUE;
  self->visit_stays = visit_stays;
  if (setting->lending == CARE_LEND_NOTHING)
    self->lending = CARE_LEND_NOTHING;
  else
    care_leaf_find_lent (self, column, &with_code);
  more = set_back (self, column, &with_code);
  broken = care_sheet_break (more, self->setter->room, TRUE, with_code.tight);
  if (broken->len > 2)
    return FALSE;

  g_ptr_array_unref (*columns);
  g_ptr_array_unref (*pieces);
  *columns = g_steal_pointer (&broken);
  *pieces = g_steal_pointer (&more);

  return TRUE;
}

/* The code gave way to setting @fits: it comes back where air or another choice of what is lent makes room for it. */
static void
take_code (CareLeaf   *self,
           double      column,
           gsize       fits,
           GPtrArray **pieces,
           GPtrArray **columns)
{
  g_autofree gboolean *lent = g_memdup2 (self->lent, sizeof (gboolean) * self->blocks->len);
  CareLending lending = self->lending;

  for (gsize i = fits; i == fits || (i < G_N_ELEMENTS (back_settings) && !back_settings[i].brief); i++)
    if (take_code_at (self, column, &back_settings[i], FALSE, pieces, columns) ||
        (back_settings[i].lending != CARE_LEND_NOTHING && take_code_at (self, column, &back_settings[i], TRUE, pieces, columns)))
      return;

  memcpy (self->lent, lent, sizeof (gboolean) * self->blocks->len);
  self->lending = lending;
}

/* The record's one paragraph is nobody's next step: where no order of the rest fits, it fills the first column's end. */
static gboolean
add_filled (CareLeaf  *self,
            double     column,
            double     step,
            GPtrArray *pages)
{
  guint record = find_record (self);

  for (gsize i = 0; i < G_N_ELEMENTS (back_settings); i++)
    {
      const CareLeafSetting *setting = &back_settings[i];

      if (!setting->brief)
        continue;
      care_leaf_find_lent (self, column, setting);
      if (record == self->blocks->len || self->lent[record])
        continue;
      /* As late as it can be. */
      for (self->record_at = record - 1; self->record_at > self->taken; self->record_at--)
        {
          g_autoptr (GPtrArray) pieces = set_back (self, column, setting);
          g_autoptr (GPtrArray) columns = care_sheet_break (pieces, self->setter->room, FALSE, TRUE);

          if (columns->len > 2)
            continue;
          add_columns (pages, columns, step);
          care_setter_keep (self->setter, g_steal_pointer (&pieces));
          return TRUE;
        }
    }
  self->record_at = 0;

  return FALSE;
}

/* The back: the calmest setting that fits one side; a front with room to spare helps before anything is set
 * smaller. What never fits takes the fewest pages that full-sized type can do with, as calm as they allow. */
void
care_leaf_add_back (CareLeaf  *self,
                    GPtrArray *pages)
{
  CareSetter *setter = self->setter;
  double width = setter->width;
  double column = (width - GUTTER) / 2;
  double step = (setter->mirrored ? -1 : 1) * (column + GUTTER);
  guint fewest = G_MAXUINT;
  gsize best = 0;

  for (gsize i = 0; i <= G_N_ELEMENTS (back_settings); i++)
    {
      gboolean last = i == G_N_ELEMENTS (back_settings);
      const CareLeafSetting *setting = &back_settings[last ? best : i];

      if (last && add_filled (self, column, step, pages))
        return;
      if (last)
        self->lending = CARE_LEND_NOTHING;
      else if (setting->lending != self->lending)
        care_leaf_find_lent (self, column, setting);

      g_autoptr (GPtrArray) pieces = set_back (self, column, setting);
      g_autoptr (GPtrArray) columns = care_sheet_break (pieces, setter->room, setting->code, setting->tight);

      if (columns->len > 2 && !last)
        {
          guint sides = (columns->len + 1) / 2;

          if (setting->lending == CARE_LEND_NOTHING && sides < fewest)
            {
              fewest = sides;
              best = i;
            }
          continue;
        }

      if (!setting->code && !last)
        take_code (self, column, i, &pieces, &columns);
      add_columns (pages, columns, step);
      care_setter_keep (setter, g_steal_pointer (&pieces));
      return;
    }
}
