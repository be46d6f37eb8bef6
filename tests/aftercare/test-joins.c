/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-sheet.h"

#include <string.h>

#include "aftercare/care-joins.h"
#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-pages-private.h"
#include "aftercare/care-sheet-setter.h"

#define AT .shipped = TRUE, .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"

/* What is filled in stands between isolates. */
#define VALUE(text) "\u2068" text "\u2069"

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", NULL };

typedef struct
{
  const char *name;
  const char *text;
  const char *joined; /* what stays together, isolates left out, between bars */
} JoinCase;

static const JoinCase cases[] = {
  { "batch", "Product A (batch " VALUE ("EX-A-2601") ")", "EX-A-2601)" },
  { "phone", "office: 555-0160 EXAMPLE.", "555-0160" },
  { "unit", "Fever of 38 °C (100.4 °F) or more", "38 °C|(100.4 °F)" },
  { "date-en", "until " VALUE ("Sunday, 14 February") ".", "14 February." },
  { "date-es", "el " VALUE ("domingo, 14 de febrero de 2027") ".", "14 de|de febrero" },
  { "date-de", "bis " VALUE ("14. Februar 2027") " behalten", "14. Februar" },
  { "date-ar", "حتى " VALUE ("14 فبراير 2027"), "14 فبراير" },
  { "time-fr", "dès " VALUE ("samedi 28 novembre à 15:00") " : ni", "28 novembre|à 15:00" },
  { "a-number-in-a-sentence", "keep baths under 15 minutes", "" },
  { "a-long-word-with-hyphens", "abcdefghij-1234567890-abcdefghij", "" },
  { "nothing", "", "" },
};

static char *
without_isolates (const char *text,
                  gsize       length)
{
  GString *out = g_string_new (NULL);

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    if (g_unichar_type (g_utf8_get_char (c)) != G_UNICODE_FORMAT)
      g_string_append_unichar (out, g_utf8_get_char (c));

  return g_string_free (out, FALSE);
}

static void
test_find (gconstpointer data)
{
  const JoinCase *c = data;
  g_autoptr (GArray) joins = care_joins_find (c->text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < joins->len; i++)
    {
      const CareJoin *one = &g_array_index (joins, CareJoin, i);
      g_autofree char *part = without_isolates (c->text + one->start, one->end - one->start);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", part);
    }
  g_assert_cmpstr (found->str, ==, c->joined);
}

/* Where lines end: never inside what stays together, never at a dot. */
static guint
check_lines (PangoLayout *layout,
             int          first,
             int          last)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (GArray) joins = care_joins_find (text);
  guint seen = 0;

  for (int i = MAX (first, 1); i < last; i++)
    {
      guint start = (guint) pango_layout_get_line_readonly (layout, i)->start_index;
      const char *end = g_utf8_find_prev_char (text, text + start);

      while (end > text && (g_unichar_isspace (g_utf8_get_char (end)) || g_utf8_get_char (end) == 0xA0))
        end = g_utf8_find_prev_char (text, end);
      if (g_str_has_prefix (end, "·") || g_str_has_prefix (end, "•") || g_str_has_prefix (text + start, "·"))
        g_error ("a line ends or begins with a dot: %s", text);
      for (guint j = 0; j < joins->len; j++, seen++)
        if (g_array_index (joins, CareJoin, j).start < start && start < g_array_index (joins, CareJoin, j).end)
          g_error ("a line ends inside what stays together: %s", text + g_array_index (joins, CareJoin, j).start);
    }

  return seen;
}

static void
test_sheets (gconstpointer data)
{
  const char *language = data;
  static const char *const areas[] = { "face", "thighs,buttocks" };
  guint seen = 0;

  for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_A5; paper++)
    for (CarePrint print = CARE_PRINT_NORMAL; print <= CARE_PRINT_LARGE; print++)
      for (gsize a = 0; a < G_N_ELEMENTS (areas); a++)
        {
          CareTestVisit visit = { AT, .areas = areas[a], .numbed = CARE_TRI_YES, .languages = language, .clinic = language,
                                  .product = "product-a" };
          g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, paper, print);

          for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
            {
              GPtrArray *placed = care_sheet_pages_get_placed (pages, i);

              for (guint j = 0; j < placed->len; j++)
                {
                  const CarePiece *piece = ((CarePlaced *) g_ptr_array_index (placed, j))->piece;

                  for (guint k = 0; k < piece->marks->len; k++)
                    {
                      const CareMark *mark = g_ptr_array_index (piece->marks, k);

                      if (mark->lines.layout != NULL)
                        seen += check_lines (mark->lines.layout, mark->first_line,
                                             mark->n_lines > 0 ? mark->first_line + mark->n_lines
                                                               : pango_layout_get_line_count (mark->lines.layout));
                    }
                }
            }
        }
  g_assert_cmpuint (seen, >, 20);
}

/* Whatever the width: a batch stands on one line, and is written as it was given. */
static void
test_batch (void)
{
  g_autoptr (CareSheetPress) press = care_sheet_press_new (g_getenv ("AFTERCARE_DATA"));
  CareSetter *setter = care_setter_new (press, 1);
  const char *words = "Product A (example) (batch " VALUE ("EX-A-2601") "). Numbing cream: not used.";

  setter->language = "en";
  for (double width = 90; width < 320; width += 1)
    {
      CareLines lines = care_setter_get_lines (setter, CARE_STYLE_SMALL, width, words, FALSE);

      g_assert_cmpstr (pango_layout_get_text (lines.layout), ==, words);
      check_lines (lines.layout, 0, pango_layout_get_line_count (lines.layout));
    }
  care_setter_free (setter);
}

/* What stands in a row goes on in the next line without a dot at either end. */
static void
test_rows (void)
{
  g_autoptr (CareSheetPress) press = care_sheet_press_new (g_getenv ("AFTERCARE_DATA"));
  CareSetter *setter = care_setter_new (press, 1);
  const char *words = "Ana Example" CARE_SHEET_SEPARATOR "born 1980" CARE_SHEET_SEPARATOR "ended 22 Nov 2026, 15:10";
  guint broken = 0;

  setter->language = "en";
  for (double width = 70; width < 340; width += 1)
    {
      g_autofree char *rows = care_setter_dup_in_lines (setter, CARE_STYLE_SMALL, width, words);
      CareLines lines = care_setter_get_lines (setter, CARE_STYLE_SMALL, width, rows, FALSE);

      check_lines (lines.layout, 0, pango_layout_get_line_count (lines.layout));
      broken += strchr (rows, '\n') != NULL;
    }
  g_assert_cmpuint (broken, >, 100);
  g_assert_cmpuint (broken, <, 270);
  care_setter_free (setter);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/joins/find/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_find);
    }
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/joins/sheets/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_sheets);
    }
  g_test_add_func ("/joins/batch", test_batch);
  g_test_add_func ("/joins/rows", test_rows);

  return g_test_run ();
}
