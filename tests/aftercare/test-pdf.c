/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>

#include "care-test-sheet.h"

#include "aftercare/care-phone.h"
#include "aftercare/care-sheet-pages-private.h"
#include "aftercare/care-sheet-pdf.h"

#define AT .finished = "2026-11-22T15:10", .session = 1, .sessions = 10, .next = "2026-11-29T15:00"

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", "ar,de", NULL };

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
  int        page; /* object number of the page that is being read */
  int        mark; /* number of the marked content that was read last there */
} Tree;

/* One page after the other, and on each what was drawn first is read first. */
static void
read_mark (Tree   *tree,
           qpdf_oh element,
           int     mark)
{
  int page = qpdf_oh_get_object_id (tree->qpdf, qpdf_oh_get_key (tree->qpdf, element, "/Pg"));

  if (page == tree->page)
    g_assert_cmpint (mark, >, tree->mark);
  else
    for (int i = 0, seen = FALSE; i < qpdf_get_num_pages (tree->qpdf); i++)
      {
        int other = qpdf_oh_get_object_id (tree->qpdf, qpdf_get_page_n (tree->qpdf, (size_t) i));

        seen = seen || other == page;
        if (other == tree->page)
          g_assert_false (seen);
      }
  tree->page = page;
  tree->mark = mark;
}

static void walk (Tree   *tree,
                  qpdf_oh element,
                  int     depth);

/* An element, or a piece of marked content: by its number, or with its page (PDF 32000-1 section 14.7.4). */
static void
walk_kid (Tree   *tree,
          qpdf_oh element,
          qpdf_oh kid,
          int     depth)
{
  if (qpdf_oh_is_integer (tree->qpdf, kid))
    read_mark (tree, element, qpdf_oh_get_int_value_as_int (tree->qpdf, kid));
  else if (qpdf_oh_is_dictionary (tree->qpdf, kid) && qpdf_oh_has_key (tree->qpdf, kid, "/MCID"))
    read_mark (tree, kid, qpdf_oh_get_int_value_as_int (tree->qpdf, qpdf_oh_get_key (tree->qpdf, kid, "/MCID")));
  else
    walk (tree, kid, depth + 1);
}

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
    walk_kid (tree, element, kids, depth);
  else
    for (int i = 0; i < qpdf_oh_get_array_n_items (tree->qpdf, kids); i++)
      walk_kid (tree, element, qpdf_oh_get_array_item (tree->qpdf, kids, i), depth);
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

/* Each figure of the tree, read in order, has the words of the figure that was drawn there: in every language, on every paper. */
static void
test_alternatives (gconstpointer data)
{
  for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_A5; paper++)
    for (CarePrint print = CARE_PRINT_NORMAL; print <= CARE_PRINT_LARGE; print++)
      {
        CareTestVisit visit = { AT, .areas = "face,thighs", .languages = data, .shipped = TRUE };
        g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, paper, print);
        GPtrArray *figures = care_sheet_pages_get_figures (pages);
        g_autoptr (GBytes) pdf = care_sheet_pdf_new (pages, NULL);
        Tree tree = { 0 };

        read_tree (&tree, pdf);
        g_assert_cmpuint (tree.alts->len, ==, figures->len);
        g_assert_cmpuint (tree.alts->len, >, 15);
        g_assert_cmpint (tree.mark, >, 0);
        for (guint i = 0; i < figures->len; i++)
          g_assert_cmpstr (g_ptr_array_index (tree.alts, i), ==, ((CarePageAlt *) g_ptr_array_index (figures, i))->text);
        tree_clear (&tree);
      }
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
  g_autofree char *out = care_test_run_on_pdf ("pdfinfo", "-struct-text", pdf);
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
  g_autofree char *out = care_test_run_on_pdf ("pdfinfo", "", pdf);

  if (out == NULL)
    return;

  g_assert_nonnull (strstr (out, "After your treatment, 22 November 2026"));
  g_assert_null (strstr (out, "Ana"));
  g_assert_nonnull (strstr (out, "Tagged:          yes"));
  g_assert_nonnull (strstr (out, "595.2"));
}

/* Everything of the file but what is drawn: document information, titles, alternative texts, links. */
static char *
dup_undrawn (GBytes *pdf,
             gsize  *size)
{
  qpdf_data qpdf = qpdf_init ();
  GByteArray *out = g_byte_array_new ();
  const char *bytes, *at, *end, *stream;
  gsize length;

  bytes = g_bytes_get_data (pdf, &length);
  g_assert_cmpint (qpdf_read_memory (qpdf, "test", bytes, length, NULL) & QPDF_ERRORS, ==, 0);
  g_assert_cmpint (qpdf_init_write_memory (qpdf) & QPDF_ERRORS, ==, 0);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
  qpdf_set_qdf_mode (qpdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf) & QPDF_ERRORS, ==, 0);
  at = (const char *) qpdf_get_buffer (qpdf);
  end = at + qpdf_get_buffer_length (qpdf);
  while ((stream = memmem (at, (gsize) (end - at), "\nstream\n", 8)) != NULL)
    {
      g_byte_array_append (out, (const guint8 *) at, (guint) (stream - at));
      at = memmem (stream, (gsize) (end - stream), "endstream\n", 10);
      g_assert_nonnull (at);
      at += 10;
    }
  g_byte_array_append (out, (const guint8 *) at, (guint) (end - at));
  qpdf_cleanup (&qpdf);
  *size = out->len;

  return (char *) g_byte_array_free (out, FALSE);
}

/* As PDF writes a text: in letters, or two bytes each, as they are or in hexadecimal digits. */
static gboolean
has_text (const char *bytes,
          gsize       size,
          const char *text)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  g_autoptr (GString) digits = g_string_new (NULL);

  g_assert_nonnull (wide);
  for (gsize i = 0; wide[i] != 0; i++)
    {
      const guint8 pair[] = { (guint8) (wide[i] >> 8), (guint8) (wide[i] & 0xff) };

      g_byte_array_append (plain, pair, 2);
      g_string_append_printf (digits, "%04x", wide[i]);
    }

  return memmem (bytes, size, text, strlen (text)) != NULL || memmem (bytes, size, plain->data, plain->len) != NULL
         || memmem (bytes, size, digits->str, digits->len) != NULL;
}

/* Whoever opens, searches or copies the file, and is not shown a page, learns nothing of the patient. */
static void
test_undrawn (void)
{
  static const char *const names[] = { "Quintana", "ليلى" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CareTestVisit visit = { AT, .patient = names[i], .areas = "face,thighs", .languages = "ar,en", .shipped = TRUE };
      g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
      gsize size;
      g_autofree char *undrawn = dup_undrawn (pdf, &size);

      /* The measure can tell: title, alternative texts and links are in it. */
      g_assert_true (has_text (undrawn, size, "بعد علاجك"));
      g_assert_true (has_text (undrawn, size, "tel:5550100"));
      g_assert_true (has_text (undrawn, size, "/Alt"));
      g_assert_false (has_text (undrawn, size, names[i]));
      g_assert_false (has_text (undrawn, size, "L0471"));
    }
}

static void
test_words (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (GBytes) pdf = pdf_new (&visit, CARE_PAPER_LETTER, CARE_PRINT_LARGE);
  g_autofree char *out = care_test_run_on_pdf ("pdftotext", "-layout -", pdf);

  if (out == NULL)
    return;

  g_assert_nonnull (strstr (out, "After your treatment"));
  g_assert_nonnull (strstr (out, "tonight, 23:10"));
  g_assert_nonnull (strstr (out, "Keep this page until 14 February 2027."));
}

static double
number_at (qpdf_data qpdf,
           qpdf_oh   array,
           int       index)
{
  return qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, array, index));
}

/* Where every link leads, how often; each lies on its page and can be hit. */
static GHashTable *
read_links (qpdf_data qpdf)
{
  GHashTable *links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < qpdf_get_num_pages (qpdf); i++)
    {
      qpdf_oh page = qpdf_get_page_n (qpdf, (size_t) i);
      qpdf_oh annotations = qpdf_oh_get_key (qpdf, page, "/Annots");
      qpdf_oh box = qpdf_oh_get_key (qpdf, page, "/MediaBox");

      for (int j = 0; qpdf_oh_is_array (qpdf, annotations) && j < qpdf_oh_get_array_n_items (qpdf, annotations); j++)
        {
          qpdf_oh annotation = qpdf_oh_get_array_item (qpdf, annotations, j);
          qpdf_oh rect = qpdf_oh_get_key (qpdf, annotation, "/Rect");
          qpdf_oh action = qpdf_oh_get_key (qpdf, annotation, "/A");
          char *uri = g_strdup (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, action, "/URI")));

          g_assert_cmpfloat (number_at (qpdf, rect, 2) - number_at (qpdf, rect, 0), >, 12);
          g_assert_cmpfloat (number_at (qpdf, rect, 3) - number_at (qpdf, rect, 1), >, 8);
          g_assert_cmpfloat (number_at (qpdf, rect, 0), >, 0);
          g_assert_cmpfloat (number_at (qpdf, rect, 1), >, 0);
          g_assert_cmpfloat (number_at (qpdf, rect, 2), <, number_at (qpdf, box, 2));
          g_assert_cmpfloat (number_at (qpdf, rect, 3), <, number_at (qpdf, box, 3));
          g_hash_table_insert (links, uri, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (links, uri)) + 1));
        }
    }

  return links;
}

/* The clinic's three numbers and no other, in every language, on every paper: beside their labels and where to call them stands. */
static void
test_links (gconstpointer data)
{
  static const char *const wanted[] = { "tel:5550100", "tel:5550150", "tel:112" };
  guint parts = strchr (data, ',') != NULL ? 2 : 1;

  for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_A5; paper++)
    for (CarePrint print = CARE_PRINT_NORMAL; print <= CARE_PRINT_LARGE; print++)
      {
        CareTestVisit visit = { AT, .areas = "face,thighs", .languages = data, .shipped = TRUE };
        g_autoptr (GBytes) pdf = pdf_new (&visit, paper, print);
        qpdf_data qpdf = qpdf_init ();
        g_autoptr (GHashTable) links = NULL;
        gsize length;
        const char *bytes = g_bytes_get_data (pdf, &length);

        g_assert_cmpint (qpdf_read_memory (qpdf, "test", bytes, length, NULL) & QPDF_ERRORS, ==, 0);
        links = read_links (qpdf);
        g_assert_cmpuint (g_hash_table_size (links), ==, G_N_ELEMENTS (wanted));
        for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
          g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (links, wanted[i])), >=, parts);
        /* The emergency number stands beside its label and at the head of its box. */
        g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (links, "tel:112")), >=, 2 * parts);
        qpdf_cleanup (&qpdf);
      }
}

/* What is dialled is one number of those that were written, and whole. */
static void
test_phones (void)
{
  static const struct
  {
    const char *written;
    const char *link;
  } phones[] = {
    { "555-0100 EXAMPLE", "tel:5550100" }, { "112", "tel:112" }, { "+34 555 01 00", "tel:+345550100" },
    { "+44 (0)20 5550 0100", "tel:+442055500100" }, { "(030) 555.0100", "tel:0305550100" },
    { "555\u00a00100", "tel:5550100" }, { "555\u20110100", "tel:5550100" }, { "112 / 061", "tel:112" }, { "112 or 061", "tel:112" },
    { "555 0100, ext. 12", "tel:5550100" }, { "24 h: 555 0100", "tel:5550100" }, { "Tel. 555-0100; 555-0101", "tel:5550100" },
    { "ask at the desk", NULL }, { "", NULL }, { "+", NULL }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *link = care_phone_dup_link (phones[i].written);

      g_assert_cmpstr (link, ==, phones[i].link);
    }
}

/* In a sentence not every figure is a number to call. */
static void
test_phone_in_sentence (void)
{
  g_autofree char *named = care_phone_dup_link_in ("You can report a side effect to the health office: 555-0160 EXAMPLE.");
  g_autofree char *year = care_phone_dup_link_in ("Report it within 12 hours (law of 2019).");
  g_autofree char *none = care_phone_dup_link_in (NULL);

  g_assert_cmpstr (named, ==, "tel:5550160");
  g_assert_null (year);
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/structure", test_structure);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/alternatives/", languages[i], NULL);
      g_autofree char *links = g_strconcat ("/pdf/links/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_alternatives);
      g_test_add_data_func (links, languages[i], test_links);
    }
  g_test_add_func ("/pdf/reading-order", test_reading_order);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/metadata", test_metadata);
  g_test_add_func ("/pdf/undrawn", test_undrawn);
  g_test_add_func ("/pdf/words", test_words);
  g_test_add_func ("/pdf/phones", test_phones);
  g_test_add_func ("/pdf/phones-in-a-sentence", test_phone_in_sentence);

  return g_test_run ();
}
