/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-leaf.h"

#include "aftercare/care-sheet-flow.h"
#include "aftercare/care-sheet-heads.h"
#include "aftercare/care-sheet-leaf-private.h"
#include "aftercare/care-sheet-loans.h"

#define LEAF_NEEDS 430.0 /* narrower than that, everything stands in one column */
#define MOST_SPILL 3    /* of the front's last blocks, when the strip is very long */

static const CareLeafSetting front_settings[] = {
  { 0, FALSE, FALSE, TRUE, CARE_LEND_NOTHING },
  { 1, FALSE, FALSE, TRUE, CARE_LEND_NOTHING },
  { 2, FALSE, FALSE, TRUE, CARE_LEND_SPARE },
  { 2, TRUE, TRUE, TRUE, CARE_LEND_ALL },
  { 2, TRUE, TRUE, TRUE, CARE_LEND_ALL, TRUE },
};

#define N_FRONT   G_N_ELEMENTS (front_settings)
#define CLOSEST   2
#define TIGHTEST  4

/* The blocks of one language. */
static GPtrArray *
blocks_of (CareSheet *sheet,
           guint      part)
{
  GPtrArray *all = care_sheet_get_blocks (sheet);
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (((CareSheetBlock *) g_ptr_array_index (all, i))->part == part)
      g_ptr_array_add (blocks, g_ptr_array_index (all, i));

  return blocks;
}

static guint
count_front (GPtrArray *blocks)
{
  guint n = 0;

  while (n < blocks->len && !((CareSheetBlock *) g_ptr_array_index (blocks, n))->back)
    n++;

  return n;
}

/* Whether the next visit and its code stand beside each other: @index is either, and the visit's section stays where the code is. */
static gboolean
is_beside_code (CareLeaf *self,
                guint     index)
{
  const CareSheetBlock *block = g_ptr_array_index (self->blocks, index);
  const CareSheetBlock *next = index + 1 < self->blocks->len ? g_ptr_array_index (self->blocks, index + 1) : NULL;
  guint visit = index;

  if (block->kind == CARE_SHEET_BLOCK_CODE)
    visit = index - 1;
  else if (next == NULL || next->kind != CARE_SHEET_BLOCK_CODE)
    return FALSE;

  return g_str_equal (((CareSheetBlock *) g_ptr_array_index (self->blocks, visit))->name, "next") &&
         (self->lending == CARE_LEND_NOTHING || !self->lent[visit]);
}

void
care_leaf_set_block (CareLeaf              *self,
                     guint                  index,
                     const CareLeafSetting *setting,
                     GPtrArray             *pieces)
{
  const CareSheetBlock *block = g_ptr_array_index (self->blocks, index);
  CareSetter *setter = self->setter;
  GPtrArray *own = setter->pieces;

  setter->pieces = pieces;
  setter->density = setting->density;
  setter->tight = setting->tight;
  setter->brief = setting->brief;
  setter->close_strip = setting->close_strip;
  setter->code = setting->code && is_beside_code (self, index);
  care_setter_set_rtl (setter, care_sheet_language_is_rtl (self->sheet, block->language));
  care_setter_set_block (setter, block);
  setter->pieces = own;
}

/* The front's first blocks up to @end, with what the back lends it. */
static GPtrArray *
set_front (CareLeaf *self,
           guint     setting,
           guint     end)
{
  GPtrArray *pieces = care_pieces_new ();

  for (guint i = 0; i < end; i++)
    care_leaf_set_block (self, i, &front_settings[setting], pieces);
  for (guint i = self->n_front; self->lending != CARE_LEND_NOTHING && i < self->blocks->len; i++)
    if (self->lent[i])
      care_leaf_set_block (self, i, &front_settings[setting], pieces);

  return pieces;
}

/* How many of the front's blocks fit its side at the closest; 0 when it is hopeless. */
static guint
count_taken (CareLeaf *self)
{
  guint least = self->n_front > MOST_SPILL ? self->n_front - MOST_SPILL : 1;
  g_autoptr (GPtrArray) whole = set_front (self, CLOSEST, self->n_front);

  if (care_pieces_get_height (whole, TRUE) <= self->setter->room)
    return self->n_front;

  for (guint end = self->n_front; end >= least && end > 0; end--)
    {
      g_autoptr (GPtrArray) pieces = set_front (self, TIGHTEST, end);

      if (care_pieces_get_height (pieces, TRUE) <= self->setter->room)
        return end;
    }

  return 0;
}

/* Short sections that are good to know tonight may stand on a front that has room for them; the record too, at last. */
static gboolean
may_lend (CareLeaf             *self,
          const CareSheetBlock *block,
          gboolean              brief)
{
  static const char *const names[] = { "normal", "food", "medicine", "next", "keep-up", "report", "offer", NULL };

  if (self->visit_stays && g_str_equal (block->name, "next"))
    return FALSE;

  return g_strv_contains (names, block->name) || (brief && block->kind == CARE_SHEET_BLOCK_RECORD);
}

static double
block_height (CareLeaf              *self,
              guint                  block,
              const CareLeafSetting *setting)
{
  g_autoptr (GPtrArray) pieces = care_pieces_new ();

  care_leaf_set_block (self, block, setting, pieces);

  return pieces->len == 0 ? 0 : care_pieces_get_height (pieces, TRUE) + ((CarePiece *) g_ptr_array_index (pieces, 0))->gap;
}

void
care_leaf_find_lent (CareLeaf              *self,
                     double                 column,
                     const CareLeafSetting *back)
{
  const CareLeafSetting *front = &front_settings[back->lending >= CARE_LEND_ALL ? TIGHTEST : CLOSEST];
  CareSetter *setter = self->setter;
  g_autoptr (GPtrArray) pieces = NULL;
  double width = setter->width;
  CareLoan loans[CARE_MOST_LOANS];
  guint n = 0, best = 0;
  double gain = G_MAXDOUBLE;

  self->lending = CARE_LEND_NOTHING;
  if (self->taken < self->n_front)
    return;

  pieces = set_front (self, (guint) (front - front_settings), self->taken);
  for (guint i = self->n_front; i < self->blocks->len; i++)
    {
      self->lent[i] = FALSE;
      if (n == CARE_MOST_LOANS || !may_lend (self, g_ptr_array_index (self->blocks, i), back->brief))
        continue;
      loans[n].block = i;
      loans[n].need = block_height (self, i, front);
      setter->width = column;
      setter->column = TRUE;
      loans[n].gain = block_height (self, i, back);
      setter->width = width;
      setter->column = FALSE;
      if (loans[n].need > 0)
        n++;
    }
  for (guint rank = CARE_LEND_ALL; rank <= MAX (back->lending, CARE_LEND_ALL); rank++)
    best = care_loans_choose (loans, n, setter->room - care_pieces_get_height (pieces, TRUE), &gain);
  for (guint i = 0; i < n; i++)
    self->lent[loans[i].block] = (best & 1u << i) != 0;
  self->lending = back->lending;
}

/* Puts the front on its side, as calm as it can be. */
static void
add_front (CareLeaf  *self,
           GPtrArray *pages)
{
  for (guint setting = 0; setting < N_FRONT; setting++)
    {
      g_autoptr (GPtrArray) pieces = set_front (self, setting, self->taken);
      g_autoptr (GPtrArray) broken = care_sheet_break (pieces, self->setter->room, TRUE, FALSE);

      if (broken->len > 1 && setting + 1 < N_FRONT)
        continue;

      for (guint i = 0; i < broken->len; i++)
        g_ptr_array_insert (pages, (int) i, g_ptr_array_ref (g_ptr_array_index (broken, i)));
      care_setter_keep (self->setter, g_steal_pointer (&pieces));
      return;
    }
}

/* Large print, small paper and what no setting fits: one column, as many pages as it needs, calm where closer lines do
 * not save a page; the closest only where a page would not be half full. */
static void
add_column (CareLeaf  *self,
            gboolean   calm,
            GPtrArray *pages)
{
  double room = self->setter->room;
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GPtrArray) broken = NULL;
  guint least = G_MAXUINT;

  self->setter->flow = TRUE;
  self->setter->narrow = self->setter->width < LEAF_NEEDS * self->setter->scale;
  for (guint setting = calm ? 0 : 1; setting < CLOSEST || (setting == CLOSEST && care_sheet_flow_faults (broken, room) > 0); setting++)
    {
      CareLeafSetting own = front_settings[setting];
      g_autoptr (GPtrArray) other = care_pieces_new ();
      g_autoptr (GPtrArray) flow = NULL;
      guint faults;

      own.close_strip = setting > 0;
      for (guint i = 0; i < self->blocks->len; i++)
        care_leaf_set_block (self, i, &own, other);
      flow = care_sheet_flow (other, room);
      faults = flow->len + 2 * care_sheet_flow_faults (flow, room);
      if (faults >= least)
        continue;

      least = faults;
      g_clear_pointer (&broken, g_ptr_array_unref);
      g_clear_pointer (&pieces, g_ptr_array_unref);
      broken = g_steal_pointer (&flow);
      pieces = g_steal_pointer (&other);
    }
  for (guint i = 0; i < broken->len; i++)
    g_ptr_array_add (pages, g_ptr_array_ref (g_ptr_array_index (broken, i)));
  care_setter_keep (self->setter, g_steal_pointer (&pieces));
}

/**
 * care_sheet_leaf_set:
 * @setter: a setter with its paper
 * @sheet: what is to be set
 * @part: number of the language
 *
 * Sets one language of a sheet: the usual one on the two sides of one leaf, the
 * front across the page, the back in two columns. Large print and small paper
 * have one column, stay calm and take the pages they need.
 *
 * Returns: (transfer full) (element-type GPtrArray): pages, each an array of
 *   #CarePlaced; the pieces belong to @setter
 */
GPtrArray *
care_sheet_leaf_set (CareSetter *setter,
                     CareSheet  *sheet,
                     guint       part)
{
  g_autoptr (GPtrArray) blocks = blocks_of (sheet, part);
  g_autofree gboolean *lent = g_new0 (gboolean, blocks->len + 1);
  CareLeaf self = { .setter = setter, .sheet = sheet, .blocks = blocks, .n_front = count_front (blocks), .lent = lent };
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean leaf = setter->width >= LEAF_NEEDS && setter->scale < 1.1;

  if (leaf)
    self.taken = count_taken (&self);
  if (self.taken == 0)
    {
      add_column (&self, !leaf, pages);
      return pages;
    }

  if (self.taken < blocks->len)
    care_leaf_add_back (&self, pages);
  add_front (&self, pages);

  return pages;
}
