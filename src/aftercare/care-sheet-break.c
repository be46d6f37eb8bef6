/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-break.h"

/* How high the pieces are that must stand on one page with piece @first, and which is the last of them. */
static double
chain_height (GPtrArray *pieces,
              guint      first,
              gboolean   code,
              guint     *last)
{
  double height = 0;

  *last = first;
  for (guint i = first; i < pieces->len; i++)
    {
      const CarePiece *piece = g_ptr_array_index (pieces, i);

      if (piece->code && !code)
        continue;
      height += piece->height + piece->gap;
      *last = i;
      if (!piece->keep)
        break;
    }

  return height;
}

/**
 * care_sheet_break:
 * @pieces: (element-type CarePiece): pieces in reading order
 * @room: the height a page has for them
 * @code: whether the machine-readable next visit is wanted
 * @split: whether a paragraph may go on at the next page's head; @pieces has its rest then
 *
 * Breaks pieces into pages. A heading stays with what follows; a piece higher
 * than a page gets one of its own.
 *
 * Returns: (transfer full) (element-type GPtrArray): pages, each an array of #CarePlaced
 */
GPtrArray *
care_sheet_break (GPtrArray *pieces,
                  double     room,
                  gboolean   code,
                  gboolean   split)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *page = NULL;
  double y = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      CarePiece *piece = g_ptr_array_index (pieces, i);
      gboolean kept = i > 0 && ((CarePiece *) g_ptr_array_index (pieces, i - 1))->keep;
      guint last = i;
      double need;
      CarePlaced *placed;

      if (piece->code && !code)
        continue;

      need = kept ? piece->height + piece->gap : chain_height (pieces, i, code, &last);
      if (split && page != NULL && page->len > 0 && y + need > room && !kept)
        {
          CarePiece *end = g_ptr_array_index (pieces, last);
          CarePiece *rest = care_piece_split (end, room - y - need + end->height);

          if (rest != NULL)
            {
              g_ptr_array_insert (pieces, (int) last + 1, rest);
              need = chain_height (pieces, i, code, &last);
            }
        }
      if (page == NULL || (page->len > 0 && y + need > room))
        {
          page = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (pages, page);
          y = 0;
        }
      if (page->len > 0)
        y += piece->gap;

      placed = g_new0 (CarePlaced, 1);
      placed->piece = piece;
      placed->y = y;
      g_ptr_array_add (page, placed);
      y += piece->height;
    }

  return pages;
}
