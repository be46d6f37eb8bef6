/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* No paragraph ends in a line of one short word where the line above has words to spare. */

#include <string.h>

#include "care-test-sheet.h"

#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-pages-private.h"
#include "aftercare/care-sheet-press-private.h"
#include "aftercare/care-widow.h"

#define AT .shipped = TRUE, .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"
#define WIDEST 420 /* points */
#define LEAST  120

static char *
last_line (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1);

  return g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length);
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *before; /* the last line as it falls */
  const char *after;
} WidowCase;

static const WidowCase cases[] = {
  { "one-word", "en", "In week 1, keep baths very much under 15 minutes.", "minutes.", "15 minutes." },
  { "two-short-ones", "en", "Kidney trouble? Always ask your own doctor what to eat.", "to eat.", "what to eat." },
  { "two-come-down", "pt-BR", "A primeira sessão pode mudar menos do que você já vê.", "vê.", "você já vê." },
  { "after-a-hyphen", "fr", "Une crème du médecin ou du commerce ? Alors demandez-nous.", "nous.", "demandez-nous." },
  { "long-word-stays", "de", "Bitte fragen Sie uns immer vor dem Kauf von Schmerzmitteln.", "Schmerzmitteln.", "Schmerzmitteln." },
  { "one-line", "en", "No makeup.", "No makeup.", "No makeup." },
  { "nothing-to-spare", "de", "Verordnungsstelle ja.", "ja.", "ja." },
  { "not-over-a-new-line", "en", "Clinic Example, 1 Example Street\nTown", "Town", "Town" },
  { "right-to-left", "ar", "مشكلة في الكلى؟ يرجى سؤال طبيبك دائما عن الطعام لك.", "لك.", "الطعام لك." },
};

/* The words in the widest lines that end as they do in the case. */
static PangoLayout *
set_case (CareSheetPress  *press,
          const WidowCase *c)
{
  for (int width = WIDEST; width > LEAST; width--)
    {
      PangoLayout *layout = care_sheet_press_get_layout (press, c->language, g_str_equal (c->language, "ar"), FALSE, FALSE,
                                                         width * PANGO_SCALE, c->text);
      g_autofree char *last = last_line (layout);

      if (g_str_equal (last, c->before))
        return layout;
    }
  g_error ("%s: no line ends in '%s'", c->name, c->before);
}

static void
test_case (gconstpointer data)
{
  const WidowCase *c = data;
  g_autoptr (CareSheetPress) press = care_sheet_press_new (g_getenv ("AFTERCARE_DATA"));
  PangoLayout *layout = set_case (press, c);
  int n = pango_layout_get_line_count (layout);
  gboolean changed = care_widow_avoid (layout);
  g_autofree char *after = last_line (layout);

  g_test_message ("'%s', then '%s'", c->before, after);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, n);
  g_assert_cmpstr (after, ==, c->after);
  g_assert_cmpint (changed, ==, !g_str_equal (c->before, c->after));
  /* What is right once stays so. */
  g_assert_false (care_widow_avoid (layout));
}

/* A date and its time go down whole or not at all. */
static gboolean
has_digit (PangoLayout *layout,
           int          number)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, number);
  const char *text = pango_layout_get_text (layout);

  for (const char *c = text + line->start_index; c < text + line->start_index + line->length; c = g_utf8_next_char (c))
    if (g_unichar_isdigit (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* The words of a line, as far as blanks part them. */
static guint
count_words (PangoLayout *layout,
             int          number)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, number);
  g_autofree char *text = g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length);
  g_auto (GStrv) words = g_strsplit (g_strstrip (text), " ", -1);

  return g_strv_length (words);
}

static void
test_pages (gconstpointer data)
{
  static const char *const areas[] = { "face", "thighs" };
  guint paragraphs = 0;

  for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_A5; paper++)
    for (CarePrint print = CARE_PRINT_NORMAL; print <= CARE_PRINT_LARGE; print++)
      for (gsize a = 0; a < G_N_ELEMENTS (areas); a++)
        {
          CareTestVisit visit = { AT, .areas = areas[a], .numbed = CARE_TRI_NO, .languages = data, .clinic = data };
          g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, paper, print);

          for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
            {
              GPtrArray *placed = care_sheet_pages_get_placed (pages, i);

              for (guint j = 0; j < placed->len; j++)
                {
                  GPtrArray *marks = ((CarePlaced *) g_ptr_array_index (placed, j))->piece->marks;

                  for (guint k = 0; k < marks->len; k++)
                    {
                      PangoLayout *layout = ((CareMark *) g_ptr_array_index (marks, k))->lines.layout;
                      int n = layout != NULL ? pango_layout_get_line_count (layout) : 0;

                      if (n < 2)
                        continue;
                      paragraphs++;
                      if (care_widow_count_letters (layout, n - 1) < 7 && count_words (layout, n - 1) == 1 &&
                          count_words (layout, n - 2) > 3 && !has_digit (layout, n - 2) && care_widow_count_letters (layout, n - 2) > 24 &&
                          !pango_layout_get_line_readonly (layout, n - 1)->is_paragraph_start)
                        {
                          g_autofree char *last = last_line (layout);

                          g_error ("%s, %s, print %d: a widow '%s'", (const char *) data, care_paper_get_name (paper), print, last);
                        }
                    }
                }
            }
        }
  g_assert_cmpuint (paragraphs, >, 200);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar" };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/widow/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/widow/pages/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_pages);
    }

  return g_test_run ();
}
