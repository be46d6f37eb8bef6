/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>

#include "care-test-sheet.h"

#include "aftercare/care-sheet-pages-private.h"
#include "aftercare/care-sheet-pdf.h"

#define AT .finished = "2026-11-22T15:10", .session = 1, .sessions = 10, .next = "2026-11-29T15:00"

static GBytes *
pdf_new (const CareTestVisit *visit,
         CarePaper            paper,
         CarePrint            print)
{
  g_autoptr (CareSheetPages) pages = care_test_pages_new (visit, paper, print);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = care_sheet_pdf_new (pages, &error);

  g_assert_no_error (error);

  return pdf;
}

/* What a walk of the structure tree finds. */
typedef struct
{
  qpdf_data  qpdf;
  GString   *order; /* "H1 P H2 …" in reading order */
  guint      figures;
  guint      figures_without_alt;
  GPtrArray *languages;
  GPtrArray *alts; /* what the figures show, in reading order */
} Tree;

static void
walk (Tree   *tree,
      qpdf_oh element,
      int     depth)
{
  qpdf_oh kids, name;

  g_assert_cmpint (depth, <, 30);
  if (!qpdf_oh_is_dictionary (tree->qpdf, element))
    return;

  name = qpdf_oh_get_key (tree->qpdf, element, "/S");
  if (qpdf_oh_is_name (tree->qpdf, name))
    {
      /* What it returns lives until the next call. */
      g_autofree char *role = g_strdup (qpdf_oh_get_name (tree->qpdf, name));

      g_string_append_printf (tree->order, "%s ", role + 1);
      if (g_str_equal (role, "/Figure"))
        {
          tree->figures++;
          if (!qpdf_oh_is_string (tree->qpdf, qpdf_oh_get_key (tree->qpdf, element, "/Alt")))
            tree->figures_without_alt++;
          else
            g_ptr_array_add (tree->alts, g_strdup (qpdf_oh_get_utf8_value (tree->qpdf, qpdf_oh_get_key (tree->qpdf, element, "/Alt"))));
        }
      if (g_str_equal (role, "/Sect"))
        g_ptr_array_add (tree->languages,
                         g_strdup (qpdf_oh_get_utf8_value (tree->qpdf, qpdf_oh_get_key (tree->qpdf, element, "/Lang"))));
    }

  kids = qpdf_oh_get_key (tree->qpdf, element, "/K");
  if (!qpdf_oh_is_array (tree->qpdf, kids))
    walk (tree, kids, depth + 1);
  else
    for (int i = 0; i < qpdf_oh_get_array_n_items (tree->qpdf, kids); i++)
      walk (tree, qpdf_oh_get_array_item (tree->qpdf, kids, i), depth + 1);
}

static void
read_tree (Tree   *tree,
           GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  tree->qpdf = qpdf_init ();
  tree->order = g_string_new (NULL);
  tree->languages = g_ptr_array_new_with_free_func (g_free);
  tree->alts = g_ptr_array_new_with_free_func (g_free);
  g_assert_cmpint (qpdf_read_memory (tree->qpdf, "test", data, length, NULL) & QPDF_ERRORS, ==, 0);
  walk (tree, qpdf_oh_get_key (tree->qpdf, qpdf_get_root (tree->qpdf), "/StructTreeRoot"), 0);
}

static void
tree_clear (Tree *tree)
{
  qpdf_cleanup (&tree->qpdf);
  g_string_free (tree->order, TRUE);
  g_ptr_array_unref (tree->languages);
  g_ptr_array_unref (tree->alts);
}

static void
test_structure (void)
{
  CareTestVisit visit = { AT, .areas = "face,thighs", .languages = "ar,en", .numbed = CARE_TRI_NO };
  g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  Tree tree = { 0 };
  qpdf_oh root, marked;

  read_tree (&tree, pdf);
  root = qpdf_get_root (tree.qpdf);
  marked = qpdf_oh_get_key (tree.qpdf, root, "/MarkInfo");
  g_assert_true (qpdf_oh_get_bool_value (tree.qpdf, qpdf_oh_get_key (tree.qpdf, marked, "/Marked")));
  g_assert_cmpstr (qpdf_oh_get_utf8_value (tree.qpdf, qpdf_oh_get_key (tree.qpdf, root, "/Lang")), ==, "ar");
  g_assert_true (qpdf_oh_get_bool_value (tree.qpdf, qpdf_oh_get_key (tree.qpdf, qpdf_oh_get_key (tree.qpdf, root, "/ViewerPreferences"), "/DisplayDocTitle")));

  g_assert_cmpuint (tree.figures, >, 20);
  g_assert_cmpuint (tree.figures_without_alt, ==, 0);
  g_assert_cmpuint (tree.languages->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (tree.languages, 0), ==, "ar");
  g_assert_cmpstr (g_ptr_array_index (tree.languages, 3), ==, "en");

  /* Head and number, then the title, before any section; lists and table are there. */
  g_assert_nonnull (strstr (tree.order->str, "Document Sect P P H1 "));
  g_assert_nonnull (strstr (tree.order->str, "H2 L LI "));
  g_assert_nonnull (strstr (tree.order->str, "LI Lbl LBody "));
  g_assert_nonnull (strstr (tree.order->str, "Table TR TH TD "));
  g_assert_nonnull (strstr (tree.order->str, "Link"));
  tree_clear (&tree);
}

/* Each figure of the tree, read in order, has the words of the figure that was drawn there: in every language. */
static void
test_alternatives (gconstpointer data)
{
  CareTestVisit visit = { AT, .areas = "face,thighs", .languages = data, .shipped = TRUE };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  GPtrArray *figures = care_sheet_pages_get_figures (pages);
  g_autoptr (GBytes) pdf = care_sheet_pdf_new (pages, NULL);
  Tree tree = { 0 };

  read_tree (&tree, pdf);
  g_assert_cmpuint (tree.alts->len, ==, figures->len);
  for (guint i = 0; i < figures->len; i++)
    g_assert_cmpstr (g_ptr_array_index (tree.alts, i), ==, ((CarePageAlt *) g_ptr_array_index (figures, i))->text);
  tree_clear (&tree);
}

static void
test_same_bytes (void)
{
  CareTestVisit visit = { AT, .areas = "face,thighs", .languages = "es,en" };
  CareTestVisit later = { AT, .areas = "face,thighs", .languages = "es,en", .now = "2026-11-22T15:40" };
  g_autoptr (GBytes) one = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autoptr (GBytes) other = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autoptr (GBytes) third = pdf_new (&later, CARE_PAPER_A4, CARE_PRINT_NORMAL);

  g_assert_true (g_bytes_equal (one, other));
  g_assert_true (g_bytes_equal (one, third));
}

static char *
run_on_pdf (const char *program,
            const char *arguments,
            GBytes     *pdf)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *dir = NULL;
  g_autofree char *file = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  if (path == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not on this machine", program);

      g_test_skip (why);
      return NULL;
    }

  dir = g_dir_make_tmp ("care-pdf-XXXXXX", NULL);
  file = g_build_filename (dir, "sheet.pdf", NULL);
  g_assert_true (g_file_set_contents (file, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  command = g_strdup_printf ("%s %s %s", path, file, arguments);
  g_assert_true (g_spawn_command_line_sync (command, &out, NULL, NULL, &error));
  g_assert_no_error (error);
  g_remove (file);
  g_rmdir (dir);

  return out;
}

/* Every font of every language is in the file. */
static void
test_fonts (void)
{
  CareTestVisit visit = { AT, .areas = "face", .languages = "ar,es" };
  g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autofree char *out = run_on_pdf ("pdffonts", "", pdf);
  g_auto (GStrv) lines = NULL;

  if (out == NULL)
    return;

  g_assert_nonnull (strstr (out, "NotoSans-Regular"));
  g_assert_nonnull (strstr (out, "NotoSans-Bold"));
  g_assert_nonnull (strstr (out, "NotoSansArabic"));
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes yes "));
}

/* Poppler loses what follows a ligature or a filled-in value: the words here stand before both. Read by its structure, a sheet says what to do in the order in which it is laid out. */
static void
test_reading_order (void)
{
  static const char *const order[] = {
    "Ana Example", "After your treatment", "Your treatment ended", "From when it is", "hot shower", "No hot bath",
    "By day", "You can't breathe well", "Call us the same day", "Call us soon", "This is normal", "Look after your skin",
    "Food and movement", "Your next visit", "Before you come", "What was done", "For another doctor",
    "Say in your own words", "Look at your skin",
  };
  CareTestVisit visit = { AT, .shipped = TRUE, .numbed = CARE_TRI_NO };
  g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autofree char *out = run_on_pdf ("pdfinfo", "-struct-text", pdf);
  const char *at = out;

  if (out == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = strstr (at, order[i]);

      if (found == NULL)
        g_error ("'%s' is not read after '%s'", order[i], i > 0 ? order[i - 1] : "");
      at = found;
    }
}

/* No patient where a file manager or a print queue would show it. */
static void
test_metadata (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autofree char *out = run_on_pdf ("pdfinfo", "", pdf);

  if (out == NULL)
    return;

  g_assert_nonnull (strstr (out, "After your treatment, 22 November 2026"));
  g_assert_null (strstr (out, "Ana"));
  g_assert_nonnull (strstr (out, "Tagged:          yes"));
  g_assert_nonnull (strstr (out, "595.2"));
}

static void
test_words (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_LETTER, CARE_PRINT_LARGE);
  g_autofree char *out = run_on_pdf ("pdftotext", "-layout -", pdf);

  if (out == NULL)
    return;

  g_assert_nonnull (strstr (out, "After your treatment"));
  g_assert_nonnull (strstr (out, "tonight, 23:10"));
  g_assert_nonnull (strstr (out, "Keep this page until 14 February 2027."));
}

/* Letters alone: lines and columns break where there is room, and isolates are not written out. */
static char *
squeeze (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_isspace (letter) && g_unichar_isprint (letter) && g_unichar_type (letter) != G_UNICODE_FORMAT)
        g_string_append_unichar (letters, letter);
    }

  return g_string_free (letters, FALSE);
}

/* Nothing that the sheet says is lost on the way to paper, in two languages either. */
static void
test_whole (void)
{
  static const char *const pairs[] = { "en,es", "es,en", "fr,en", "de,en", "pt-BR,en" };
  static const CareSheetKind kinds[] = { CARE_SHEET_SESSION, CARE_SHEET_TEST };

  for (guint i = 0; i < G_N_ELEMENTS (pairs) * G_N_ELEMENTS (kinds); i++)
    {
      CareTestVisit visit = { AT, .shipped = TRUE, .areas = "face,thighs", .numbed = CARE_TRI_YES,
                              .kind = kinds[i % G_N_ELEMENTS (kinds)], .languages = pairs[i / G_N_ELEMENTS (kinds)], .clinic = "en" };
      g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = care_sheet_pdf_new (pages, &error);
      g_autofree char *out = NULL;
      g_autofree char *letters = NULL;
      GPtrArray *blocks = care_sheet_get_blocks (care_sheet_pages_get_sheet (pages));

      g_assert_no_error (error);
      out = run_on_pdf ("pdftotext", "-raw -", pdf);
      if (out == NULL)
        return;
      letters = squeeze (out);
      for (guint j = 0; j < blocks->len; j++)
        {
          const CareSheetBlock *block = g_ptr_array_index (blocks, j);

          for (guint k = 0; k < block->entries->len && block->kind != CARE_SHEET_BLOCK_CODE; k++)
            {
              const CareSheetEntry *entry = g_ptr_array_index (block->entries, k);
              g_autofree char *text = squeeze (entry->text != NULL ? entry->text : "");

              if (strstr (letters, text) == NULL)
                g_error ("%s: '%s' of the block %s (%s) is not on the page", visit.languages, entry->text, block->name,
                         block->language);
            }
        }
    }
}

/* The QR is read back as one event in UTC with a stable UID. */
static void
test_code (void)
{
  CareTestVisit visit = { AT, .numbed = CARE_TRI_NO };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A5, CARE_PRINT_NORMAL);
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  g_autofree char *dir = g_dir_make_tmp ("care-code-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (dir, "page.png", NULL);
  g_autofree char *command = g_strdup_printf ("%s -q --raw %s", program, file);
  g_autofree char *event = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("zbarimg (zbar-tools) is not on this machine");
      return;
    }

  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages) && (event == NULL || event[0] == '\0'); i++)
    {
      g_autoptr (GBytes) png = care_sheet_png_new (pages, i, 200, &error);

      g_assert_no_error (error);
      g_clear_pointer (&event, g_free);
      g_assert_true (g_file_set_contents (file, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL));
      g_assert_true (g_spawn_command_line_sync (command, &event, NULL, NULL, &error));
      g_assert_no_error (error);
    }
  g_remove (file);
  g_rmdir (dir);

  g_assert_nonnull (event);
  g_assert_nonnull (strstr (event, "BEGIN:VEVENT"));
  g_assert_nonnull (strstr (event, "DTSTART:20261129T140000Z"));
  g_assert_nonnull (strstr (event, "DTEND:20261129T144500Z"));
  g_assert_nonnull (strstr (event, "UID:20261129T140000Z@aftercare.example"));
  g_assert_null (strstr (event, "Ana"));
}

static void
count_links (qpdf_data qpdf,
             guint    *n)
{
  for (int i = 0; i < qpdf_get_num_pages (qpdf); i++)
    {
      qpdf_oh annotations = qpdf_oh_get_key (qpdf, qpdf_get_page_n (qpdf, (size_t) i), "/Annots");

      for (int j = 0; qpdf_oh_is_array (qpdf, annotations) && j < qpdf_oh_get_array_n_items (qpdf, annotations); j++)
        {
          qpdf_oh action = qpdf_oh_get_key (qpdf, qpdf_oh_get_array_item (qpdf, annotations, j), "/A");

          if (g_str_has_prefix (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, action, "/URI")), "tel:"))
            (*n)++;
        }
    }
}

static void
test_links (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  qpdf_data qpdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  guint links = 0;

  g_assert_cmpint (qpdf_read_memory (qpdf, "test", data, length, NULL) & QPDF_ERRORS, ==, 0);
  count_links (qpdf, &links);
  g_assert_cmpuint (links, >=, 5);
  qpdf_cleanup (&qpdf);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_data_func ("/pdf/alternatives/en", "en", test_alternatives);
  g_test_add_data_func ("/pdf/alternatives/ar-de", "ar,de", test_alternatives);
  g_test_add_data_func ("/pdf/alternatives/fr", "fr", test_alternatives);
  g_test_add_data_func ("/pdf/alternatives/pt-BR", "pt-BR", test_alternatives);
  g_test_add_func ("/pdf/reading-order", test_reading_order);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/fonts", test_fonts);
  g_test_add_func ("/pdf/metadata", test_metadata);
  g_test_add_func ("/pdf/words", test_words);
  g_test_add_func ("/pdf/whole", test_whole);
  g_test_add_func ("/pdf/code", test_code);
  g_test_add_func ("/pdf/links", test_links);

  return g_test_run ();
}
