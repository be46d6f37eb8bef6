/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-sheet.h"

#include <string.h>

#include "aftercare/care-sheet-flow.h"
#include "aftercare/care-sheet-pages-private.h"

#define AT .shipped = TRUE, .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"

/* Of a page: less is a few lines, left over. */
#define LEAST_FILL 0.3

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", NULL };

/* "title:h20,t30 care:h20,t30,t30" is two sections: a heading of 20 points that stays with what follows, and texts. */
static GPtrArray *
make_pieces (const char *script,
             GPtrArray  *blocks)
{
  g_auto (GStrv) sections = g_strsplit (script, " ", -1);
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) care_piece_free);

  for (guint i = 0; sections[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (sections[i], ":", 2);
      g_auto (GStrv) heights = g_strsplit (halves[1], ",", -1);
      gboolean call = g_str_equal (halves[0], "emergency") || g_str_equal (halves[0], "soon");
      CareSheetBlock *block = care_sheet_block_new (call ? CARE_SHEET_BLOCK_CALL : CARE_SHEET_BLOCK_LIST, halves[0], "en", 0);

      g_ptr_array_add (blocks, block);
      for (guint j = 0; heights[j] != NULL; j++)
        {
          CarePiece *piece = care_piece_new (heights[j][0] == 'h' ? "H2" : "P");

          piece->height = g_ascii_strtod (heights[j] + 1, NULL);
          piece->keep = heights[j][0] == 'h';
          piece->block = block;
          g_ptr_array_add (pieces, piece);
        }
    }

  return pieces;
}

typedef struct
{
  const char *name;
  const char *pieces;
  const char *pages; /* how many pieces stand on each, of 100 points */
} FlowCase;

static const FlowCase cases[] = {
  { "one-page", "care:h20,t30 food:h20,t30", "4" },
  { "a-section-stays-whole", "care:h20,t50 food:h20,t20,t20", "2 3" },
  { "filled-alike", "a:t30 b:t30 c:t30 d:t30", "2 2" },
  { "numbers-with-what-to-call-for", "care:t40 phones:t30 emergency:h10,t30", "1 3" },
  { "numbers-alone-where-they-must", "phones:t60 emergency:h10,t50", "1 2" },
  { "last-words-together", "care:t60 key:h10,t20 keep:t20", "1 3" },
  { "title-with-the-strip", "a:t50 title:t10 finish:t10 strip:h10,t40", "1 4" },
  { "longer-than-a-page", "care:h10,t40,t40,t40,t40", "3 2" },
  { "no-single-sentence-left", "care:h10,t40,t40,t40", "2 2" },
  { "says-again-whom-to-call", "emergency:h10,t40,t40,t40,t40", "3 3" },
  { "short-section-fills", "care:h10,t50 before:h10,t70 food:h10,t20 record:t10", "4 3" },
  { "only-where-it-saves-a-page", "care:h10,t30 before:h10,t70 food:h10,t5", "2 4" },
  { "nothing-before-the-limits", "strip:h10,t50 limits:h10,t70 food:h10,t20 record:t60", "2 2 3" },
  { "higher-than-a-page", "a:t30 b:t150 c:t30", "1 1 1" },
};

static void
test_flow (gconstpointer data)
{
  const FlowCase *c = data;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) care_sheet_block_free);
  g_autoptr (GPtrArray) pieces = make_pieces (c->pieces, blocks);
  g_autoptr (GPtrArray) pages = care_sheet_flow (pieces, 100);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "", ((GPtrArray *) g_ptr_array_index (pages, i))->len);
  g_assert_cmpstr (found->str, ==, c->pages);
}

/* Where a section stands. */
typedef struct
{
  const CareSheetBlock *block;
  guint                 first;
  guint                 last;
  double                height;
} Section;

static GArray *
find_sections (CareSheetPages *pages)
{
  GArray *sections = g_array_new (FALSE, TRUE, sizeof (Section));

  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      GPtrArray *placed = care_sheet_pages_get_placed (pages, i);

      for (guint j = 0; j < placed->len; j++)
        {
          const CarePiece *piece = ((CarePlaced *) g_ptr_array_index (placed, j))->piece;
          Section *section = sections->len > 0 ? &g_array_index (sections, Section, sections->len - 1) : NULL;

          if (section == NULL || section->block != piece->block)
            {
              Section fresh = { .block = piece->block, .first = i };

              g_array_append_val (sections, fresh);
              section = &g_array_index (sections, Section, sections->len - 1);
            }
          section->last = i;
          section->height += piece->height + piece->gap;
        }
    }

  return sections;
}

static double
fill_of (CareSheetPages *pages,
         guint           page)
{
  GPtrArray *placed = care_sheet_pages_get_placed (pages, page);
  const CarePlaced *end = g_ptr_array_index (placed, placed->len - 1);

  return (end->y + end->piece->height) / care_sheet_pages_get_room (pages, page);
}

static void
check_pages (CareSheetPages *pages)
{
  guint n = care_sheet_pages_get_n_pages (pages);
  g_autoptr (GArray) sections = find_sections (pages);

  for (guint i = 0; i < n; i++)
    {
      GPtrArray *placed = care_sheet_pages_get_placed (pages, i);
      const CarePiece *end = ((CarePlaced *) g_ptr_array_index (placed, placed->len - 1))->piece;

      g_assert_false (end->keep);
      g_assert_cmpstr (end->tag, !=, "H2");
      g_assert_cmpfloat (fill_of (pages, i), <, 1 + 1e-6);
    }
  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = &g_array_index (sections, Section, i);
      const Section *next = i + 1 < sections->len ? &g_array_index (sections, Section, i + 1) : NULL;
      double room = care_sheet_pages_get_room (pages, section->first);

      if (section->height <= room && section->first != section->last)
        g_error ("the section %s (%s) stands on two pages", section->block->name, section->block->language);
      if (next != NULL && g_str_equal (section->block->name, "phones") && section->height + next->height <= room)
        g_assert_cmpuint (section->first, ==, next->last);
      if (next != NULL && g_str_equal (section->block->name, "key"))
        g_assert_cmpuint (section->first, ==, next->last);
    }
  for (guint i = 0; i < n && n > 1; i += n - 1)
    if (fill_of (pages, i) < LEAST_FILL)
      g_error ("page %u of %u is left with %.0f %%", i + 1, n, 100 * fill_of (pages, i));
}

/* Large print and small paper, as they are shipped. */
static void
test_sheets (gconstpointer data)
{
  const char *language = data;
  static const char *const areas[] = { "face", "thighs,buttocks" };
  static const struct
  {
    CarePaper paper;
    CarePrint print;
  } sizes[] = {
    { CARE_PAPER_A4, CARE_PRINT_LARGE }, { CARE_PAPER_LETTER, CARE_PRINT_LARGE },
    { CARE_PAPER_A5, CARE_PRINT_NORMAL }, { CARE_PAPER_A5, CARE_PRINT_LARGE },
  };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (gsize a = 0; a < G_N_ELEMENTS (areas); a++)
      for (CareTri numbed = CARE_TRI_UNKNOWN; numbed <= CARE_TRI_YES; numbed++)
        {
          CareTestVisit visit = { AT, .areas = areas[a], .numbed = numbed, .languages = language, .clinic = language };
          g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, sizes[s].paper, sizes[s].print);

          g_test_message ("%s %s, print %d, cream %d: %u pages, first %.2f, last %.2f", care_paper_get_name (sizes[s].paper), areas[a],
                          sizes[s].print, numbed, care_sheet_pages_get_n_pages (pages), fill_of (pages, 0),
                          fill_of (pages, care_sheet_pages_get_n_pages (pages) - 1));
          check_pages (pages);
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/flow/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_flow);
    }
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/flow/sheets/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_sheets);
    }

  return g_test_run ();
}
