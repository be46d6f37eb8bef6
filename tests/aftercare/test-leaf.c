/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-sheet.h"

#include "aftercare/care-sheet-pages-private.h"

#define AT .shipped = TRUE, .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", NULL };

/* The usual session, with the words as they are shipped: one leaf a language. */
static const CareTestVisit usual[] = {
  { .name = "face", AT, .areas = "face", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
  { .name = "face-numbed", AT, .areas = "face", .numbed = CARE_TRI_YES, .kidney_clear = TRUE },
  { .name = "face-unknown", AT, .areas = "face" },
  { .name = "body", AT, .areas = "thighs", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
  { .name = "body-numbed", AT, .areas = "thighs", .numbed = CARE_TRI_YES, .kidney_clear = TRUE },
  { .name = "both", AT, .areas = "face,thighs", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
};

static void
test_leaf (gconstpointer data)
{
  const CareTestVisit *visit = data;

  for (guint i = 0; languages[i] != NULL; i++)
    for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_LETTER; paper++)
      {
        CareTestVisit own = *visit;
        CareTestVisit beside = *visit;
        g_autofree char *two = g_strconcat (languages[i], ",", i == 0 ? "es" : "en", NULL);
        g_autoptr (CareSheetPages) pages = NULL;
        g_autoptr (CareSheetPages) both = NULL;

        own.languages = own.clinic = languages[i];
        beside.languages = two;
        beside.clinic = i == 0 ? "es" : "en";
        pages = care_test_pages_new (&own, paper, CARE_PRINT_NORMAL);
        both = care_test_pages_new (&beside, paper, CARE_PRINT_NORMAL);
        g_test_message ("%s on %s: %u pages, body %.0f pt; beside the clinic's: %u pages, body %.0f pt", languages[i],
                        care_paper_get_name (paper), care_sheet_pages_get_n_pages (pages),
                        care_sheet_pages_get_body_points (pages), care_sheet_pages_get_n_pages (both),
                        care_sheet_pages_get_body_points (both));
        g_assert_cmpuint (care_sheet_pages_get_n_pages (pages), ==, 2);
        g_assert_cmpuint (care_sheet_pages_get_n_pages (both), ==, 4);
        /* Never below what can be read (fact w-06); 14 pt wherever an A4 leaf can hold it beside the clinic's words. */
        g_assert_cmpfloat (care_sheet_pages_get_body_points (pages), >=, 12);
        if (paper == CARE_PAPER_A4)
          g_assert_cmpfloat (care_sheet_pages_get_body_points (both), >=, 14);
      }
}

/* Large print and small paper reflow: more pages, the size kept, the text in one column and whole. */
static void
test_reflow (gconstpointer data)
{
  const CareTestVisit *visit = data;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      CareTestVisit own = *visit;
      g_autoptr (CareSheetPages) large = NULL;
      g_autoptr (CareSheetPages) small = NULL;

      own.languages = own.clinic = languages[i];
      large = care_test_pages_new (&own, CARE_PAPER_A4, CARE_PRINT_LARGE);
      small = care_test_pages_new (&own, CARE_PAPER_A5, CARE_PRINT_NORMAL);
      g_assert_cmpuint (care_sheet_pages_get_n_pages (large), >, 2);
      g_assert_cmpfloat (care_sheet_pages_get_body_points (large), >=, 18);
      g_assert_cmpuint (care_sheet_pages_get_n_pages (small), >, 2);
      g_assert_cmpfloat (care_sheet_pages_get_body_points (small), >=, 14);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autofree char *leaf = g_strconcat ("/leaf/usual/", usual[i].name, NULL);
      g_autofree char *reflow = g_strconcat ("/leaf/reflow/", usual[i].name, NULL);

      g_test_add_data_func (leaf, &usual[i], test_leaf);
      g_test_add_data_func (reflow, &usual[i], test_reflow);
    }

  return g_test_run ();
}
