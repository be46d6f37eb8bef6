/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-flow.h"

#define LEAST_BEGUN 0.4 /* of a page, for a section that no page holds to begin in its middle */
#define LEAST_FILL  0.5 /* of a page */
#define ROUNDS      8

/* What may stand earlier than it is told, to fill a page. */
typedef enum
{
  FILL_NOTHING,
  FILL_FIRST,   /* the first section that fits */
  FILL_HIGHEST, /* the one that fills most */
  N_FILLS,
} Fill;

/* Pieces on their way to pages. */
typedef struct
{
  GPtrArray *pieces;
  GPtrArray *pages;
  GPtrArray *page;
  double     room; /* what a page has */
  double     soft; /* what it should take, so that the last one is not left with a line */
  double     y;
  Fill       fill;
  gboolean  *taken; /* pieces that stand on a page already */
} Flow;

static const CarePiece *
piece_at (Flow  *self,
          guint  index)
{
  return g_ptr_array_index (self->pieces, index);
}

/* Sections that are read together: who and until when, the numbers and what to call them for, the last words. */
static gboolean
belongs (const CareSheetBlock *first,
         const CareSheetBlock *next)
{
  static const char *const pairs[][2] = {
    { "title", "*" }, { "finish", "strip" }, { "phones", "emergency" }, { "next", "code" }, { "key", "keep" },
  };

  if (first->kind == CARE_SHEET_BLOCK_NOTICE)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (first->name, pairs[i][0]) && (pairs[i][1][0] == '*' || g_str_equal (next->name, pairs[i][1])))
      return TRUE;

  return FALSE;
}

/* Where the section that begins with piece @first ends. */
static guint
section_end (Flow  *self,
             guint  first)
{
  guint end = first + 1;

  while (end < self->pieces->len && piece_at (self, first)->block != NULL &&
         piece_at (self, end)->block == piece_at (self, first)->block)
    end++;

  return end;
}

static double
height_of (Flow  *self,
           guint  first,
           guint  end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height += piece_at (self, i)->height + (i > first ? piece_at (self, i)->gap : 0);

  return height;
}

/* How far the sections that belong together reach, as many as one page holds. */
static guint
unit_end (Flow  *self,
          guint  first)
{
  guint end = section_end (self, first);

  while (end < self->pieces->len && piece_at (self, end - 1)->block != NULL && piece_at (self, end)->block != NULL &&
         belongs (piece_at (self, end - 1)->block, piece_at (self, end)->block))
    {
      guint further = section_end (self, end);

      if (height_of (self, first, further) > self->room)
        break;
      end = further;
    }

  return end;
}

static void
turn (Flow *self)
{
  self->page = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->pages, self->page);
  self->y = 0;
}

static void
place (Flow            *self,
       const CarePiece *piece)
{
  CarePlaced *placed = g_new0 (CarePlaced, 1);

  if (self->page->len > 0)
    self->y += piece->gap;
  placed->piece = piece;
  placed->y = self->y;
  g_ptr_array_add (self->page, placed);
  self->y += piece->height;
}

/* A section that no page holds: heading and first sentence stay together, the last two too, and what warns says on each
 * page whom to call. */
static void
place_long (Flow  *self,
            guint  first,
            guint  end)
{
  const CarePiece *heading = piece_at (self, first);
  gboolean again = heading->block != NULL && heading->block->kind == CARE_SHEET_BLOCK_CALL && heading->keep;

  if (self->page->len > 0 && self->y > self->room * (1 - LEAST_BEGUN))
    turn (self);
  for (guint i = first; i < end;)
    {
      guint last = i + 1;

      while (last < end && piece_at (self, last - 1)->keep)
        last++;
      if (last + 1 == end)
        last = end;
      if (self->page->len > 0 && self->y + piece_at (self, i)->gap + height_of (self, i, last) > self->room)
        {
          turn (self);
          if (again && i > first)
            place (self, heading);
        }
      for (; i < last; i++)
        {
          /* Two that are higher than a page part after all. */
          if (self->page->len > 1 && self->y + piece_at (self, i)->gap + piece_at (self, i)->height > self->room)
            turn (self);
          place (self, piece_at (self, i));
        }
    }
}

/* Short sections that are right wherever they stand; the same may stand on a leaf's front. */
static gboolean
may_fill (const CareSheetBlock *block)
{
  static const char *const names[] = { "normal", "food", "medicine", "keep-up", "report", "offer", NULL };

  return block != NULL && g_strv_contains (names, block->name);
}

/* Nothing comes between the strip and the limits, or the phones and what to call them for. */
static gboolean
must_follow (const CareSheetBlock *block)
{
  static const char *const names[] = { "strip", "limits", "emergency", NULL };

  return block == NULL || g_strv_contains (names, block->name);
}

/* Fills what the next section, which begins at piece @first, leaves of a page. */
static void
fill_page (Flow  *self,
           guint  first)
{
  guint best;

  if (self->fill == FILL_NOTHING || must_follow (piece_at (self, first)->block))
    return;
  do
    {
      double most = 0;

      best = 0;
      for (guint i = first, end; i < self->pieces->len; i = end)
        {
          double height;

          end = section_end (self, i);
          height = height_of (self, i, end);
          if (self->taken[i] || !may_fill (piece_at (self, i)->block) || height <= most ||
              self->y + piece_at (self, i)->gap + height > self->soft)
            continue;
          best = i;
          if (self->fill == FILL_FIRST)
            break;
          most = height;
        }
      for (guint i = best, end = best > 0 ? section_end (self, best) : 0; i < end; i++)
        {
          place (self, piece_at (self, i));
          self->taken[i] = TRUE;
        }
    }
  while (best > 0);
}

static GPtrArray *
flow_at (GPtrArray *pieces,
         double     room,
         double     soft,
         Fill       fill)
{
  g_autofree gboolean *taken = g_new0 (gboolean, pieces->len + 1);
  Flow self = { .pieces = pieces, .room = room, .soft = soft, .fill = fill, .taken = taken };

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  turn (&self);
  for (guint i = 0; i < pieces->len;)
    {
      guint end = unit_end (&self, i);
      double height = height_of (&self, i, end);

      if (taken[i])
        {
          i = section_end (&self, i);
          continue;
        }
      if (height > room)
        {
          place_long (&self, i, end);
          i = end;
          continue;
        }
      if (self.page->len > 0 && self.y + piece_at (&self, i)->gap + height > soft)
        {
          fill_page (&self, i);
          turn (&self);
        }
      for (; i < end; i++)
        place (&self, piece_at (&self, i));
    }

  return self.pages;
}

/**
 * care_sheet_flow:
 * @pieces: (element-type CarePiece): pieces in reading order
 * @room: the height a page has for them
 *
 * Breaks pieces into pages between sections: what fits on one page stands on one page. Where that saves
 * one, a short section stands earlier than it is told. Pages are then filled alike, so that the last one is
 * not left with a line.
 *
 * Returns: (transfer full) (element-type GPtrArray): pages, each an array of #CarePlaced
 */
GPtrArray *
care_sheet_flow (GPtrArray *pieces,
                 double     room)
{
  GPtrArray *pages = flow_at (pieces, room, room, FILL_NOTHING);
  double low = room / 2, high = room;
  Fill fill = FILL_NOTHING;

  for (Fill other = FILL_FIRST; other < N_FILLS && pages->len > 1; other++)
    {
      GPtrArray *filled = flow_at (pieces, room, room, other);

      if (filled->len < pages->len)
        {
          GPtrArray *swap = pages;

          pages = filled;
          filled = swap;
          fill = other;
        }
      g_ptr_array_unref (filled);
    }

  for (guint i = 0; i < ROUNDS && pages->len > 1; i++)
    {
      double middle = (low + high) / 2;
      GPtrArray *even = flow_at (pieces, room, middle, fill);

      if (even->len > pages->len)
        {
          g_ptr_array_unref (even);
          low = middle;
          continue;
        }
      g_ptr_array_unref (pages);
      pages = even;
      high = middle;
    }

  return pages;
}

static double
fill_of (GPtrArray *page,
         double     room)
{
  const CarePlaced *end = page->len > 0 ? g_ptr_array_index (page, page->len - 1) : NULL;

  return end != NULL ? (end->y + end->piece->height) / room : 0;
}

/**
 * care_sheet_flow_faults:
 * @pages: (element-type GPtrArray): pages as care_sheet_flow() makes them
 * @room: the height a page has
 *
 * Returns: how many of several pages are not even half full
 */
guint
care_sheet_flow_faults (GPtrArray *pages,
                        double     room)
{
  guint faults = 0;

  for (guint i = 0; i < pages->len && pages->len > 1; i++)
    faults += fill_of (g_ptr_array_index (pages, i), room) < LEAST_FILL ? 1 : 0;

  return faults;
}
