/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Colours on the sheet: every word and mark reads in colour, in grey and in black alone. */

#include <math.h>

#include "care-test-sheet.h"

#include "aftercare/care-ink.h"
#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-pages-private.h"

#define AT .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"
#define LEAST_TEXT  4.5 /* WCAG 2.1, success criterion 1.4.3 */
#define LEAST_APART 40  /* of the channels' 765: an ink that nobody tells from black is no ink */

typedef struct
{
  double red, green, blue; /* 0 to 255 */
} Colour;

static Colour
read_ink (CareInk ink)
{
  guint64 value = g_ascii_strtoull (care_ink_get_hex (ink) + 1, NULL, 16);

  return (Colour) { (double) (value >> 16 & 0xff), (double) (value >> 8 & 0xff), (double) (value & 0xff) };
}

/* What a printer without colours makes of it (ITU-R BT.601). */
static Colour
to_grey (Colour c)
{
  double grey = 0.299 * c.red + 0.587 * c.green + 0.114 * c.blue;

  return (Colour) { grey, grey, grey };
}

static double
linear (double channel)
{
  double part = channel / 255;

  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1: relative luminance and contrast ratio. */
static double
luminance (Colour c)
{
  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

static double
contrast (Colour one,
          Colour other)
{
  double a = luminance (one), b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
test_measure (void)
{
  Colour black = { 0, 0, 0 }, white = { 255, 255, 255 }, grey = { 119, 119, 119 };

  g_assert_cmpfloat_with_epsilon (contrast (black, white), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (contrast (white, grey), 4.48, 0.01);
  g_assert_cmpfloat (contrast (white, grey), <, LEAST_TEXT);
}

/* Words stand in all three, so what marks need (three to one, criterion 1.4.11) is there too: on white and on what stands across the page. */
static void
test_contrast (void)
{
  const CareInk written[] = { CARE_INK_BLACK, CARE_INK_ACCENT, CARE_INK_ALARM };
  const CareInk grounds[] = { CARE_INK_WHITE, CARE_INK_SHADE };

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (grounds); j++)
      {
        Colour ink = read_ink (written[i]), ground = read_ink (grounds[j]);

        g_test_message ("%s on %s: %.2f, in grey %.2f", care_ink_get_hex (written[i]), care_ink_get_hex (grounds[j]),
                        contrast (ink, ground), contrast (to_grey (ink), to_grey (ground)));
        g_assert_cmpfloat (contrast (ink, ground), >=, LEAST_TEXT);
        g_assert_cmpfloat (contrast (to_grey (ink), to_grey (ground)), >=, LEAST_TEXT);
      }
  for (gsize i = 1; i < G_N_ELEMENTS (written); i++)
    {
      Colour ink = read_ink (written[i]);

      g_assert_cmpfloat (MAX (ink.red, MAX (ink.green, ink.blue)) - MIN (ink.red, MIN (ink.green, ink.blue)), >, LEAST_APART);
    }
}

static const CareMark *
find_mark (CareSheetPages *pages,
           const char     *block,
           CareMarkKind    kind,
           CareInk         ink)
{
  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      GPtrArray *placed = care_sheet_pages_get_placed (pages, i);

      for (guint j = 0; j < placed->len; j++)
        {
          const CarePiece *piece = ((CarePlaced *) g_ptr_array_index (placed, j))->piece;

          for (guint k = 0; k < piece->marks->len; k++)
            {
              const CareMark *mark = g_ptr_array_index (piece->marks, k);

              if (mark->kind == kind && mark->ink == ink && (block == NULL || g_str_equal (piece->block->name, block)))
                return mark;
            }
        }
    }

  return NULL;
}

/* Red is the emergency's alone; sentences and what a machine reads are black. */
static void
test_sparing (gconstpointer data)
{
  static const char *const others[] = { "title", "finish", "strip", "limits", "same-day", "soon", "normal", "care", "record", "keep" };
  CareTestVisit visit = { AT, .shipped = TRUE, .areas = "face", .numbed = CARE_TRI_NO, .languages = data, .clinic = data };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);

  g_assert_nonnull (find_mark (pages, "emergency", CARE_MARK_FILL, CARE_INK_ALARM));
  g_assert_nonnull (find_mark (pages, "emergency", CARE_MARK_TEXT, CARE_INK_WHITE));
  g_assert_nonnull (find_mark (pages, "emergency", CARE_MARK_TEXT, CARE_INK_BLACK));
  g_assert_nonnull (find_mark (pages, "phones", CARE_MARK_PICTURE, CARE_INK_ALARM));
  g_assert_nonnull (find_mark (pages, "strip", CARE_MARK_DOT, CARE_INK_ACCENT));
  g_assert_nonnull (find_mark (pages, "limits", CARE_MARK_PICTURE, CARE_INK_ACCENT));
  g_assert_nonnull (find_mark (pages, NULL, CARE_MARK_CODE, CARE_INK_BLACK));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    for (CareMarkKind kind = CARE_MARK_TEXT; kind <= CARE_MARK_CODE; kind++)
      {
        g_assert_null (find_mark (pages, others[i], kind, CARE_INK_ALARM));
        g_assert_null (find_mark (pages, others[i], kind, CARE_INK_WHITE));
      }
}

static void
test_black (void)
{
  CareTestVisit visit = { AT, .shipped = TRUE, .areas = "face", .numbed = CARE_TRI_NO, .black = TRUE };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);

  for (CareMarkKind kind = CARE_MARK_TEXT; kind <= CARE_MARK_CODE; kind++)
    {
      g_assert_null (find_mark (pages, NULL, kind, CARE_INK_ALARM));
      g_assert_null (find_mark (pages, NULL, kind, CARE_INK_ACCENT));
    }
  g_assert_nonnull (find_mark (pages, "emergency", CARE_MARK_FILL, CARE_INK_BLACK));
  g_assert_nonnull (find_mark (pages, "emergency", CARE_MARK_TEXT, CARE_INK_WHITE));
}

/* The levels of warning without their colours: the bar before the emergency is the widest. */
static void
test_bars (void)
{
  CareTestVisit visit = { AT, .shipped = TRUE, .areas = "face", .numbed = CARE_TRI_NO, .black = TRUE };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_LARGE);
  const char *const levels[] = { "soon", "same-day", "emergency" };
  double last = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const CareMark *bar = find_mark (pages, levels[i], CARE_MARK_FILL, CARE_INK_BLACK);

      g_assert_nonnull (bar);
      g_assert_cmpfloat (bar->w, >, last * 1.5);
      last = bar->w;
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ink/measure", test_measure);
  g_test_add_func ("/ink/contrast", test_contrast);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/ink/sparing/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_sparing);
    }
  g_test_add_func ("/ink/black", test_black);
  g_test_add_func ("/ink/bars", test_bars);

  return g_test_run ();
}
