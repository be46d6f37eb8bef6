/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-leaf.h"

#include "aftercare/care-sheet-heads.h"

#define LEAF_NEEDS 430.0 /* narrower than that, everything stands in one column */
#define GUTTER     18.0
#define HOPELESS   1.75 /* so much too high at 14 pt, 12 pt does not help either */

/* How a side may be set, calm first. The body never goes below 12 pt (fact w-06). */
typedef struct
{
  int       density;
  CareStyle body;
  CareStyle aside; /* what is for a later day: the next visit, the course */
  guint     spill; /* how many of the front's last blocks go to the back */
  gboolean  code;
} Attempt;

static const Attempt front_attempts[] = {
  { 0, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, TRUE },
  { 1, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, TRUE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, TRUE },
  { 1, CARE_STYLE_BODY, CARE_STYLE_BODY, 1, TRUE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_BODY, 1, TRUE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_BODY, 2, TRUE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_BODY, 3, TRUE },
};

static const Attempt back_attempts[] = {
  { 0, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, TRUE },
  { 0, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, FALSE },
  { 1, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, TRUE },
  { 1, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, FALSE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, TRUE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_BODY, 0, FALSE },
  { 1, CARE_STYLE_BODY, CARE_STYLE_SMALL, 0, TRUE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_SMALL, 0, TRUE },
  { 2, CARE_STYLE_BODY, CARE_STYLE_SMALL, 0, FALSE },
  { 0, CARE_STYLE_SMALL, CARE_STYLE_SMALL, 0, TRUE },
  { 0, CARE_STYLE_SMALL, CARE_STYLE_SMALL, 0, FALSE },
  { 1, CARE_STYLE_SMALL, CARE_STYLE_SMALL, 0, TRUE },
  { 1, CARE_STYLE_SMALL, CARE_STYLE_SMALL, 0, FALSE },
  { 2, CARE_STYLE_SMALL, CARE_STYLE_SMALL, 0, FALSE },
};

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

/* Sets blocks [first, end) and gives their pieces away. */
static GPtrArray *
set_blocks (CareSetter    *setter,
            CareSheet     *sheet,
            GPtrArray     *blocks,
            guint          first,
            guint          end,
            const Attempt *attempt)
{
  GPtrArray *pieces = setter->pieces;

  setter->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) care_piece_free);
  setter->density = attempt->density;
  setter->body = attempt->body;
  setter->aside = attempt->aside;
  setter->code = attempt->code;
  for (guint i = first; i < end; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (blocks, i);

      care_setter_set_rtl (setter, care_sheet_language_is_rtl (sheet, block->language));
      care_setter_set_block (setter, block);
    }

  {
    GPtrArray *set = setter->pieces;

    setter->pieces = pieces;
    return set;
  }
}

/* Pieces that are kept belong to the setter from here on. */
static void
keep_pieces (CareSetter *setter,
             GPtrArray  *pieces)
{
  g_ptr_array_set_free_func (pieces, NULL);
  g_ptr_array_extend_and_steal (setter->pieces, pieces);
}

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

static void
add_pages (GPtrArray *pages,
           GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (pages, g_ptr_array_ref (g_ptr_array_index (more, i)));
}

/* The front: the calmest setting that fits one side; what will not fit goes to the
 * back. Returns how many blocks it took, 0 when no setting fits. */
static guint
set_front (CareSetter *setter,
           CareSheet  *sheet,
           GPtrArray  *blocks,
           GPtrArray  *pages)
{
  guint front = count_front (blocks);

  for (gsize i = 0; i < G_N_ELEMENTS (front_attempts); i++)
    {
      const Attempt *attempt = &front_attempts[i];
      guint end = front > attempt->spill ? front - attempt->spill : front;
      g_autoptr (GPtrArray) pieces = set_blocks (setter, sheet, blocks, 0, end, attempt);
      g_autoptr (GPtrArray) broken = care_sheet_break (pieces, setter->room, TRUE);

      if (broken->len > 1)
        continue;

      add_pages (pages, broken);
      keep_pieces (setter, g_steal_pointer (&pieces));
      return end;
    }

  return 0;
}

static double
pieces_height (GPtrArray *pieces)
{
  double height = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const CarePiece *piece = g_ptr_array_index (pieces, i);

      height += piece->height + piece->gap;
    }

  return height;
}

/* The back: the calmest setting that fits one side. What never will takes the fewest
 * pages that full-sized type can do with, and is then as calm as they allow. */
static void
set_back (CareSetter *setter,
          CareSheet  *sheet,
          GPtrArray  *blocks,
          guint       first,
          GPtrArray  *pages)
{
  double width = setter->width;
  guint fewest = G_MAXUINT;
  gboolean hopeless = FALSE;
  gsize best = 0;
  double step;

  if (first == blocks->len)
    return;

  setter->width = (width - GUTTER) / 2;
  setter->column = TRUE;
  step = (setter->mirrored ? -1 : 1) * (setter->width + GUTTER);
  for (gsize i = 0; i <= G_N_ELEMENTS (back_attempts); i++)
    {
      gboolean last = i == G_N_ELEMENTS (back_attempts);
      const Attempt *attempt = &back_attempts[last ? best : i];

      if (hopeless && attempt->body != CARE_STYLE_BODY)
        continue;

      g_autoptr (GPtrArray) pieces = set_blocks (setter, sheet, blocks, first, blocks->len, attempt);
      g_autoptr (GPtrArray) columns = care_sheet_break (pieces, setter->room, attempt->code);

      if (columns->len > 2 && !last)
        {
          hopeless = hopeless || pieces_height (pieces) > 2 * setter->room * HOPELESS;
          guint sides = (columns->len + 1) / 2;

          if (attempt->body == CARE_STYLE_BODY && sides < fewest)
            {
              fewest = sides;
              best = i;
            }
          continue;
        }

      add_columns (pages, columns, step);
      keep_pieces (setter, g_steal_pointer (&pieces));
      break;
    }
  setter->width = width;
  setter->column = FALSE;
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
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean leaf = setter->width >= LEAF_NEEDS && setter->scale < 1.1;
  guint taken = leaf ? set_front (setter, sheet, blocks, pages) : 0;

  if (taken == 0)
    {
      g_autoptr (GPtrArray) pieces = set_blocks (setter, sheet, blocks, 0, blocks->len, &front_attempts[leaf ? 1 : 0]);
      g_autoptr (GPtrArray) broken = care_sheet_break (pieces, setter->room, TRUE);

      add_pages (pages, broken);
      keep_pieces (setter, g_steal_pointer (&pieces));
      return pages;
    }

  set_back (setter, sheet, blocks, taken, pages);

  return pages;
}
