/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <glib.h>

#include "aftercare/care-sheet-break.h"

/* "h20" is a heading of 20 points that stays with what follows, "t30" a text, "c30" a code. */
static GPtrArray *
make_pieces (const char *script)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) care_piece_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      CarePiece *piece = care_piece_new ("P");

      piece->height = g_ascii_strtod (words[i] + 1, NULL);
      piece->gap = 5;
      piece->keep = words[i][0] == 'h';
      piece->code = words[i][0] == 'c';
      g_ptr_array_add (pieces, piece);
    }

  return pieces;
}

typedef struct
{
  const char *name;
  const char *pieces;
  double      room;
  gboolean    code;
  const char *pages; /* how many pieces stand on each */
} BreakCase;

static const BreakCase cases[] = {
  { "one-page", "h20 t30 t30", 100, TRUE, "3" },
  { "to-the-point", "t45 t50", 100, TRUE, "2" },
  { "a-point-too-much", "t46 t50", 100, TRUE, "1 1" },
  { "no-orphan-heading", "t70 h20 t30", 100, TRUE, "1 2" },
  { "no-orphan-chain", "t40 h20 h10 t30", 100, TRUE, "1 3" },
  { "heading-stays-where-it-fits", "t40 h20 t30", 100, TRUE, "3" },
  { "higher-than-a-page", "t30 t150 t30", 100, TRUE, "1 1 1" },
  { "heading-above-what-never-fits", "h20 t150 t30", 100, TRUE, "1 1 1" },
  { "code-gives-way", "t60 c60 t20", 100, FALSE, "2" },
  { "code-wanted", "t60 c60 t20", 100, TRUE, "1 2" },
};

static void
test_break (gconstpointer data)
{
  const BreakCase *c = data;
  g_autoptr (GPtrArray) pieces = make_pieces (c->pieces);
  g_autoptr (GPtrArray) pages = care_sheet_break (pieces, c->room, c->code, FALSE);
  g_autoptr (GString) found = g_string_new (NULL);
  guint all = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *page = g_ptr_array_index (pages, i);

      g_string_append_printf (found, "%s%u", i > 0 ? " " : "", page->len);
      all += page->len;
    }
  g_assert_cmpstr (found->str, ==, c->pages);
  /* Nothing is lost but a code that gave way. */
  for (guint i = 0; i < pieces->len; i++)
    all += ((CarePiece *) g_ptr_array_index (pieces, i))->code && !c->code;
  g_assert_cmpuint (all, ==, pieces->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/break/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_break);
    }

  return g_test_run ();
}
