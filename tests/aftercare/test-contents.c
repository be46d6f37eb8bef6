/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What an after-visit page must hold (facts.md section 12), and on which side of the leaf it stands. */

#include <string.h>

#include "care-test-sheet.h"

#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-heads.h"
#include "aftercare/care-sheet-pages-private.h"

#define AT .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", NULL };

static const CareSheetBlock *
find_block (CareSheet  *sheet,
            const char *name)
{
  GPtrArray *blocks = care_sheet_get_blocks (sheet);

  for (guint i = 0; i < blocks->len; i++)
    if (g_str_equal (((CareSheetBlock *) g_ptr_array_index (blocks, i))->name, name))
      return g_ptr_array_index (blocks, i);

  return NULL;
}

static CareWords *
load_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "sheet.json", NULL);
  CareWords *words = care_words_load (path, &error);

  g_assert_no_error (error);

  return words;
}

/* What the record says beside a label. */
static const char *
find_pair (CareSheet  *sheet,
           CareWords  *words,
           const char *language,
           const char *key)
{
  const CareSheetBlock *record = find_block (sheet, "record");
  const char *label = care_words_get (words, key, language);

  g_assert_nonnull (record);
  for (guint i = 0; i < record->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (record->entries, i);

      if (g_strcmp0 (entry->label, label) == 0)
        return entry->text;
    }

  return NULL;
}

/* One item of section 12 that is a section of its own; its entries, and how many of them say until when. */
typedef struct
{
  const char *item;
  const char *block;
  guint       least;
  guint       timed;
} Item;

static const Item items[] = {
  { "what is normal until which date", "normal", 3, 3 },
  { "limits with clock times", "limits", 6, 6 },
  { "what to call for: an emergency", "emergency", 3, 0 },
  { "what to call for: the same day", "same-day", 3, 0 },
  { "what to call for: soon", "soon", 2, 0 },
  { "phone by day, after hours, emergency number", "phones", 3, 0 },
  { "next visit or earliest date", "next", 1, 1 },
  { "medicine line", "medicine", 1, 0 },
  { "how to report a side effect", "report", 1, 0 },
  { "line offering large print or another language", "offer", 1, 0 },
};

static const char *const record_items[] = {
  "record.areas", "record.products", "record.numbing", "record.test", "record.clinician",
};

static void
test_whole (gconstpointer data)
{
  const char *language = data;
  CareTestVisit visit = { AT, .shipped = TRUE, .areas = "face,thighs", .numbed = CARE_TRI_NO, .languages = language,
                          .clinic = language, .test_result = CARE_TEST_CLEAR, .test_read = "2026-11-13T10:00" };
  g_autoptr (CareSheet) sheet = care_test_sheet_new (&visit);
  g_autoptr (CareWords) words = load_words ();
  g_autofree char *head = care_sheet_dup_head (sheet, 0);
  g_autofree char *front = care_sheet_dup_foot (sheet, 0, CARE_FOOT_FRONT);
  g_autofree char *back = care_sheet_dup_foot (sheet, 0, CARE_FOOT_BACK);

  g_assert_nonnull (strstr (head, "Ana Example"));
  g_assert_nonnull (strstr (front, "Clinic Test"));
  g_assert_nonnull (strstr (front, "Testville"));
  g_assert_cmpuint (strlen (back), >, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const CareSheetBlock *block = find_block (sheet, items[i].block);
      guint timed = 0;

      if (block == NULL || block->entries->len < items[i].least)
        g_error ("%s: %s is missing", language, items[i].item);
      for (guint j = 0; j < block->entries->len; j++)
        timed += ((CareSheetEntry *) g_ptr_array_index (block->entries, j))->at != CARE_INSTANT_NONE;
      if (timed < items[i].timed)
        g_error ("%s: %s: %u of %u say when", language, items[i].item, timed, block->entries->len);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (record_items); i++)
    {
      const char *text = find_pair (sheet, words, language, record_items[i]);

      if (text == NULL || *text == '\0')
        g_error ("%s: %s is missing", language, record_items[i]);
    }
}

/* The foot of an approved text: which version, by whom, since when, and when it is looked at again. */
static void
test_version (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (CareSheet) sheet = care_test_sheet_new (&visit);
  g_autofree char *back = care_sheet_dup_foot (sheet, 0, CARE_FOOT_BACK);

  g_assert_nonnull (strstr (back, "7"));
  g_assert_nonnull (strstr (back, "Dr. Lea Example"));
  g_assert_nonnull (strstr (back, "2 November 2026"));
  g_assert_nonnull (strstr (back, "2 November 2027"));
}

/* The clinic's own pictograms are there, and none stands without words. */
static void
test_pictograms (void)
{
  static const char *const own[] = {
    "shower", "bath", "sauna", "makeup", "sport", "sun", "alcohol", "hands", "food", "water", "phone", "calendar", "pills",
  };
  guint pictured = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *name = g_strconcat (own[i], ".svg", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "pictograms", name, NULL);
      g_autofree char *picture = NULL;

      g_assert_true (g_file_get_contents (path, &picture, NULL, NULL));
      g_assert_nonnull (strstr (picture, "<svg"));
    }

  for (guint i = 0; languages[i] != NULL; i++)
    {
      CareTestVisit visit = { AT, .shipped = TRUE, .areas = "face,thighs", .languages = languages[i], .clinic = languages[i] };
      g_autoptr (CareSheet) sheet = care_test_sheet_new (&visit);
      GPtrArray *blocks = care_sheet_get_blocks (sheet);

      for (guint b = 0; b < blocks->len; b++)
        {
          const CareSheetBlock *block = g_ptr_array_index (blocks, b);

          for (guint j = 0; j < block->entries->len; j++)
            {
              const CareSheetEntry *entry = g_ptr_array_index (block->entries, j);
              const char *words = entry->text != NULL ? entry->text : entry->label;

              if (entry->pictogram == NULL)
                continue;
              pictured++;
              if (words == NULL || *words == '\0')
                g_error ("%s: '%s' of the block %s has no words", languages[i], entry->pictogram, block->name);
            }
        }
    }
  g_assert_cmpuint (pictured, >, 6 * 20);
}

typedef struct
{
  const char    *name;
  CareTestResult result;
  const char    *read;
  const char    *key;
  const char    *english; /* (nullable) */
} ResultCase;

static const ResultCase results[] = {
  { "clear", CARE_TEST_CLEAR, "2026-11-13T10:00", "record.test-clear", "clear, read 13 November" },
  { "reaction", CARE_TEST_REACTION, "2026-11-13T10:00", "record.test-reaction", "reaction, read 13 November" },
  { "clear-undated", CARE_TEST_CLEAR, NULL, "record.test-clear-undated", "clear" },
  { "reaction-undated", CARE_TEST_REACTION, NULL, "record.test-reaction-undated", "reaction" },
  { "not-read", CARE_TEST_NOT_READ, NULL, NULL, NULL },
};

static void
test_result (gconstpointer data)
{
  const ResultCase *c = data;
  g_autoptr (CareWords) words = load_words ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      CareTestVisit visit = { AT, .shipped = TRUE, .languages = languages[i], .clinic = languages[i], .test_result = c->result,
                              .test_read = c->read };
      g_autoptr (CareSheet) sheet = care_test_sheet_new (&visit);
      const char *text = find_pair (sheet, words, languages[i], "record.test");
      g_auto (GStrv) around = c->key != NULL ? g_strsplit (care_words_get (words, c->key, languages[i]), "{date}", 2) : NULL;

      if (c->key == NULL)
        {
          g_assert_null (text);
          continue;
        }
      g_assert_nonnull (text);
      g_assert_true (g_str_has_prefix (text, around[0]));
      if (c->read == NULL)
        g_assert_cmpstr (text, ==, around[0]);
      else
        g_assert_cmpuint (strlen (text), >, strlen (around[0]) + strlen (around[1]) + 4);
      if (i == 0 && c->read == NULL)
        g_assert_cmpstr (text, ==, c->english);
      else if (i == 0)
        {
          g_assert_nonnull (strstr (text, "13 November"));
          g_assert_true (g_str_has_prefix (text, c->result == CARE_TEST_CLEAR ? "clear, read " : "reaction, read "));
        }
    }
}

static gboolean
stands_on (CareSheetPages *pages,
           guint           page,
           const char     *name)
{
  GPtrArray *placed = care_sheet_pages_get_placed (pages, page);

  for (guint i = 0; i < placed->len; i++)
    if (g_str_equal (((CarePlaced *) g_ptr_array_index (placed, i))->piece->block->name, name))
      return TRUE;

  return FALSE;
}

static const CareSheetBlock *
last_block (CareSheetPages *pages,
            guint           page)
{
  GPtrArray *placed = care_sheet_pages_get_placed (pages, page);

  return ((CarePlaced *) g_ptr_array_index (placed, placed->len - 1))->piece->block;
}

static void
check_keep (CareSheetPages *pages)
{
  guint n = care_sheet_pages_get_n_pages (pages);

  /* The last line of each language: where the next one begins, and at the end. */
  for (guint i = 0; i < n; i++)
    {
      gboolean last = i + 1 == n || last_block (pages, i + 1)->part != last_block (pages, i)->part;

      g_assert_cmpint (last_block (pages, i)->kind == CARE_SHEET_BLOCK_KEEP, ==, last);
      g_assert_cmpint (stands_on (pages, i, "keep"), ==, last);
    }
}

/* Front: the strip, the limits, whom to call and the phones. Back: the rest, "keep this page until" as its last line. */
static void
test_sides (gconstpointer data)
{
  static const char *const front[] = { "title", "finish", "strip", "limits", "phones", "emergency", "same-day", "soon" };
  static const char *const back[] = { "keep" }; /* others may stand where there is room */
  static const char *const areas[] = { "face", "thighs", "face,thighs" };
  const char *language = data;

  for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_LETTER; paper++)
    for (gsize a = 0; a < G_N_ELEMENTS (areas); a++)
      for (CareTri numbed = CARE_TRI_UNKNOWN; numbed <= CARE_TRI_YES; numbed++)
        {
          gboolean two = numbed == CARE_TRI_YES && !g_str_equal (language, "en");
          g_autofree char *both = g_strconcat (language, two ? ",en" : "", NULL);
          CareTestVisit visit = { AT, .shipped = TRUE, .areas = areas[a], .numbed = numbed, .languages = both,
                                  .clinic = two ? "en" : language };
          g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, paper, CARE_PRINT_NORMAL);

          if (g_str_equal (areas[a], "face,thighs") && numbed != CARE_TRI_NO)
            continue; /* not the usual leaf */
          g_assert_cmpuint (care_sheet_pages_get_n_pages (pages), ==, two ? 4 : 2);
          for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
            {
              for (gsize b = 0; b < G_N_ELEMENTS (front); b++)
                if (stands_on (pages, i, front[b]) != (i % 2 == 0))
                  g_error ("%s, %s, cream %d: '%s' and page %u", both, areas[a], numbed, front[b], i + 1);
              for (gsize b = 0; b < G_N_ELEMENTS (back); b++)
                if (stands_on (pages, i, back[b]) != (i % 2 == 1))
                  g_error ("%s, %s, cream %d: '%s' and page %u", both, areas[a], numbed, back[b], i + 1);
            }
          check_keep (pages);
        }
}

/* Large print and A5 take the pages they need: strip and finish first, the last line last. */
static void
test_flow_sides (gconstpointer data)
{
  const char *language = data;
  g_autofree char *both = g_strconcat (language, g_str_equal (language, "en") ? ",es" : ",en", NULL);
  static const struct
  {
    CarePaper paper;
    CarePrint print;
  } sizes[] = {
    { CARE_PAPER_A4, CARE_PRINT_LARGE }, { CARE_PAPER_LETTER, CARE_PRINT_LARGE },
    { CARE_PAPER_A5, CARE_PRINT_NORMAL }, { CARE_PAPER_A5, CARE_PRINT_LARGE },
  };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      CareTestVisit visit = { AT, .shipped = TRUE, .areas = "face", .languages = both };
      g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, sizes[s].paper, sizes[s].print);

      g_assert_true (stands_on (pages, 0, "title"));
      g_assert_true (stands_on (pages, 0, "finish"));
      g_assert_true (stands_on (pages, 0, "strip"));
      check_keep (pages);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *whole = g_strconcat ("/contents/whole/", languages[i], NULL);
      g_autofree char *sides = g_strconcat ("/contents/sides/", languages[i], NULL);
      g_autofree char *flow = g_strconcat ("/contents/flow/", languages[i], NULL);

      g_test_add_data_func (whole, languages[i], test_whole);
      g_test_add_data_func (sides, languages[i], test_sides);
      g_test_add_data_func (flow, languages[i], test_flow_sides);
    }
  g_test_add_func ("/contents/version", test_version);
  g_test_add_func ("/contents/pictograms", test_pictograms);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *path = g_strconcat ("/contents/test-result/", results[i].name, NULL);

      g_test_add_data_func (path, &results[i], test_result);
    }

  return g_test_run ();
}
