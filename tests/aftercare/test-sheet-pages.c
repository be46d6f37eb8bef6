/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "care-test-sheet.h"

#include "aftercare/care-sheet-pages-private.h"
#include "aftercare/care-sheet-pdf.h"
#include "aftercare/care-sheet-press-private.h"
#include "base/care-bidi.h"
#include "base/care-error.h"

#define AT .finished = "2026-11-22T15:10", .session = 1, .sessions = 10, .next = "2026-11-29T15:00"

#define SHIPPED(language) AT, .shipped = TRUE, .languages = language, .clinic = language

/* How many pages a sheet takes: the usual one is one leaf. */
typedef struct
{
  const char   *name;
  CareTestVisit visit;
  CarePaper     paper;
  CarePrint     print;
  guint         least;
  guint         most;
} CountCase;

static const CountCase count_cases[] = {
  { "body-a4", { AT, .numbed = CARE_TRI_NO }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 2, 2 },
  { "body-letter", { AT, .numbed = CARE_TRI_NO }, CARE_PAPER_LETTER, CARE_PRINT_NORMAL, 2, 2 },
  { "face-a4", { AT, .areas = "face", .numbed = CARE_TRI_NO }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 2, 2 },
  { "face-letter", { AT, .areas = "face", .numbed = CARE_TRI_NO }, CARE_PAPER_LETTER, CARE_PRINT_NORMAL, 2, 2 },
  { "both-numbed-letter", { AT, .areas = "face,thighs", .numbed = CARE_TRI_YES }, CARE_PAPER_LETTER, CARE_PRINT_NORMAL, 2, 2 },
  { "both-es-a4", { AT, .areas = "face,thighs", .languages = "es" }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 2, 2 },
  { "both-es-letter", { AT, .areas = "face,thighs", .languages = "es" }, CARE_PAPER_LETTER, CARE_PRINT_NORMAL, 2, 2 },
  { "both-ar-a4", { AT, .areas = "face,thighs", .languages = "ar" }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 2, 2 },
  { "both-ar-letter", { AT, .areas = "face,thighs", .languages = "ar" }, CARE_PAPER_LETTER, CARE_PRINT_NORMAL, 2, 2 },
  { "before", { .kind = CARE_SHEET_BEFORE, .now = "2026-11-20T09:00", .next = "2026-11-22T15:00" },
    CARE_PAPER_A4, CARE_PRINT_NORMAL, 1, 1 },
  { "two-languages", { AT, .languages = "es,en", .numbed = CARE_TRI_NO }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 4, 4 },
  { "large-a4", { AT }, CARE_PAPER_A4, CARE_PRINT_LARGE, 3, 6 },
  { "a5", { AT }, CARE_PAPER_A5, CARE_PRINT_NORMAL, 3, 6 },
  { "large-a5", { AT }, CARE_PAPER_A5, CARE_PRINT_LARGE, 5, 9 },
  { "weeks-later", { .finished = "2026-11-22T15:10", .now = "2026-12-20T10:00", .shipped = TRUE }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 1, 2 },
  { "months-later", { .finished = "2026-11-22T15:10", .now = "2027-03-01T10:00", .shipped = TRUE }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 1, 2 },
  { "months-later-a5", { .finished = "2026-11-22T15:10", .now = "2027-03-01T10:00", .shipped = TRUE, .languages = "ar,en" },
    CARE_PAPER_A5, CARE_PRINT_LARGE, 4, 24 },
  { "forty", { AT, .protocol = "forty.json" }, CARE_PAPER_A4, CARE_PRINT_NORMAL, 3, 12 },
  { "forty-a5-large-ar", { AT, .protocol = "forty.json", .languages = "ar" }, CARE_PAPER_A5, CARE_PRINT_LARGE, 8, 40 },
};

static void
test_count (gconstpointer data)
{
  const CountCase *c = data;
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&c->visit, c->paper, c->print);
  guint n = care_sheet_pages_get_n_pages (pages);

  g_test_message ("%u pages", n);
  g_assert_cmpuint (n, >=, c->least);
  g_assert_cmpuint (n, <=, c->most);
}

/* Nothing is drawn outside the margins: the outermost 12 points stay white. */
static void
assert_inside (CareSheetPages *pages)
{
  double width, height;

  care_sheet_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      double x, y, w, h;
      cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (record);

      care_sheet_pages_draw (pages, i, cr);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (record, &x, &y, &w, &h);
      g_assert_cmpfloat (x, >, 12);
      g_assert_cmpfloat (y, >, 12);
      g_assert_cmpfloat (x + w, <, width - 12);
      g_assert_cmpfloat (y + h, <, height - 12);
      cairo_surface_destroy (record);
    }
}

static void
test_inside (gconstpointer data)
{
  const CountCase *c = data;
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&c->visit, c->paper, c->print);

  assert_inside (pages);
}

/* The name heads every page to its last letter: nothing is ellipsized, no line is left out, none is wider than the page. */
static void
assert_whole_name (CareSheetPages *pages,
                   const char     *name)
{
  double width, height;

  care_sheet_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      const CareLines *head = care_sheet_pages_get_head (pages, i);
      const char *text = pango_layout_get_text (head->layout);
      int n = pango_layout_get_line_count (head->layout);
      const PangoLayoutLine *last = pango_layout_get_line_readonly (head->layout, n - 1);
      g_autofree char *drawn = care_bidi_dup_neutral (name);
      g_autofree char *isolated = g_strconcat ("\xE2\x81\xA8", drawn, "\xE2\x81\xA9", NULL);

      g_assert_true (g_str_has_prefix (text, isolated));
      g_assert_false (pango_layout_is_ellipsized (head->layout));
      g_assert_cmpint (last->start_index + last->length, ==, (int) strlen (text));
      g_assert_cmpfloat (care_lines_get_width (head), <, width - 40);
      g_assert_cmpfloat (care_lines_get_height (head), <, height);
    }
}

/* Names of every kind: laid out whole, drawn, and what no font has is named. */
static void
test_names (gconstpointer data)
{
  const char *name = data;
  CareTestVisit visit = { AT, .patient = name, .numbed = CARE_TRI_NO };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autoptr (CareSheetPages) small = care_test_pages_new (&visit, CARE_PAPER_A5, CARE_PRINT_LARGE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = care_sheet_pdf_new (pages, &error);
  g_autoptr (GBytes) small_pdf = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  assert_inside (pages);
  assert_inside (small);
  assert_whole_name (pages, name);
  assert_whole_name (small, name);
  small_pdf = care_sheet_pdf_new (small, &error);
  g_assert_no_error (error);
}

static char *
long_name (const char *part,
           const char *separator)
{
  GString *name = g_string_new (NULL);

  while (g_utf8_strlen (name->str, -1) < 300)
    g_string_append_printf (name, "%s%s", name->len > 0 ? separator : "", part);

  return g_string_free (name, FALSE);
}

static void
test_unknown_letters (void)
{
  CareTestVisit visit = { AT, .patient = "Ana \xF3\xB0\x80\x80 Example" }; /* U+F0000: private, nobody's */
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_auto (GStrv) troubles = care_sheet_pages_dup_troubles (pages);
  g_autofree char *all = g_strjoinv ("\n", troubles);

  g_assert_nonnull (strstr (all, "U+F0000"));
}

static void
test_missing_picture (void)
{
  CareTestVisit visit = { AT, .protocol = "forty.json" };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  /* Before anything is drawn. */
  g_auto (GStrv) troubles = care_sheet_pages_dup_troubles (pages);
  g_autofree char *all = g_strjoinv ("\n", troubles);

  g_assert_nonnull (strstr (all, "'no-such-picture' is missing"));
}

static void
test_no_troubles (void)
{
  CareTestVisit visit = { AT, .areas = "face,thighs", .languages = "ar,es" };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_auto (GStrv) troubles = care_sheet_pages_dup_troubles (pages);

  for (guint i = 0; troubles[i] != NULL; i++)
    g_error ("%s", troubles[i]);
}

/* A phone number in an Arabic sentence: its parts stand from left to right, wherever it came from. */
static void
test_phones_in_arabic (gconstpointer data)
{
  const char *text = data;
  g_autoptr (CareSheetPress) press = care_sheet_press_new (g_getenv ("AFTERCARE_DATA"));
  PangoLayout *layout = care_sheet_press_get_layout (press, "ar", TRUE, FALSE, TRUE, -1, text);
  const char *laid_out = pango_layout_get_text (layout);
  const char *first = strstr (laid_out, "555");
  const char *last = strstr (laid_out, "0160");
  PangoRectangle one, other;

  g_assert_true (first != NULL && last != NULL);
  pango_layout_index_to_pos (layout, (int) (first - laid_out), &one);
  pango_layout_index_to_pos (layout, (int) (last - laid_out), &other);
  g_assert_cmpint (one.x, <, other.x);
}

/* A name with a control that turns letters around prints as it is read. */
static void
test_turned (void)
{
  g_autoptr (CareSheetPress) press = care_sheet_press_new (g_getenv ("AFTERCARE_DATA"));

  for (guint i = 0; i < 2; i++)
    {
      PangoLayout *layout = care_sheet_press_get_layout (press, "en", FALSE, FALSE, TRUE, -1, "For \u2068\u202eAna S.\u2069 at 15:10");
      const char *laid_out = pango_layout_get_text (layout);
      PangoRectangle one, other, after;

      g_assert_nonnull (strstr (laid_out, "Ana"));
      pango_layout_index_to_pos (layout, (int) (strstr (laid_out, "Ana") - laid_out), &one);
      pango_layout_index_to_pos (layout, (int) (strstr (laid_out, "S.") - laid_out), &other);
      pango_layout_index_to_pos (layout, (int) (strstr (laid_out, "15:10") - laid_out), &after);
      g_assert_cmpint (one.x, <, other.x);
      g_assert_cmpint (other.x, <, after.x);
    }
}

static void
test_no_such_paper (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (CareSheet) sheet = care_test_sheet_new (&visit);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheetPages) pages = care_sheet_pages_new (sheet, g_getenv ("AFTERCARE_DATA"), 99, CARE_PRINT_NORMAL, &error);

  g_assert_null (pages);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

/* How much of @one differs from @other, in parts of a thousand of the ink's full range. */
static double
difference (cairo_surface_t *one,
            cairo_surface_t *other)
{
  int width = MIN (cairo_image_surface_get_width (one), cairo_image_surface_get_width (other));
  int height = MIN (cairo_image_surface_get_height (one), cairo_image_surface_get_height (other));
  double sum = 0;

  for (int y = 0; y < height; y++)
    {
      const guint8 *a = cairo_image_surface_get_data (one) + y * cairo_image_surface_get_stride (one);
      const guint8 *b = cairo_image_surface_get_data (other) + y * cairo_image_surface_get_stride (other);

      for (int x = 0; x < width; x++)
        sum += ABS (a[4 * x + 1] - b[4 * x + 1]);
    }

  return sum / 255.0 / ((double) width * height) * 1000.0;
}

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  GInputStream *stream = closure;
  gsize read;

  return g_input_stream_read_all (stream, data, length, &read, NULL, NULL) && read == length ? CAIRO_STATUS_SUCCESS
                                                                                            : CAIRO_STATUS_READ_ERROR;
}

/* Screen and paper are one page function: Poppler's picture of the PDF is the PNG. */
static void
test_pdf_is_png (gconstpointer data)
{
  const CareTestVisit *visit = data;
  g_autoptr (CareSheetPages) pages = care_test_pages_new (visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = care_sheet_pdf_new (pages, &error);
  g_autofree char *dir = g_dir_make_tmp ("care-pages-XXXXXX", NULL);
  g_autofree char *pdf_path = g_build_filename (dir, "sheet.pdf", NULL);
  g_autofree char *program = g_find_program_in_path ("pdftoppm");
  cairo_surface_t *before = NULL;

  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("pdftoppm (poppler-utils) is not on this machine");
      return;
    }
  g_assert_true (g_file_set_contents (pdf_path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));

  g_assert_cmpuint (care_sheet_pages_get_n_pages (pages), >, 1);
  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      g_autofree char *stem = g_strdup_printf ("%s/page-%u", dir, i);
      g_autofree char *picture = g_strconcat (stem, ".png", NULL);
      g_autofree char *command = g_strdup_printf ("%s -r 144 -png -singlefile -f %u -l %u %s %s", program, i + 1, i + 1,
                                                  pdf_path, stem);
      g_autoptr (GBytes) png = care_sheet_png_new (pages, i, 144, &error);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
      cairo_surface_t *ours = cairo_image_surface_create_from_png_stream (read_bytes, stream);
      cairo_surface_t *theirs;
      double differs;

      g_assert_no_error (error);
      g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      theirs = cairo_image_surface_create_from_png (picture);
      g_assert_cmpint (cairo_surface_status (theirs), ==, CAIRO_STATUS_SUCCESS);
      differs = difference (ours, theirs);
      g_test_message ("page %u: %.1f per mille", i + 1, differs);
      g_assert_cmpfloat (differs, <, 30);
      /* The measure can tell: another page is far from it. */
      if (before != NULL)
        g_assert_cmpfloat (difference (before, theirs), >, 60);
      g_clear_pointer (&before, cairo_surface_destroy);
      before = theirs;
      cairo_surface_destroy (ours);
      g_remove (picture);
    }
  g_clear_pointer (&before, cairo_surface_destroy);
  g_remove (pdf_path);
  g_rmdir (dir);
}

#define PAGE_DPI   24
#define MOST_PAGES 3 /* of one sheet: what is further on looks alike */

typedef struct
{
  CareTestVisit visit;
  CarePaper     paper;
  CarePrint     print;
} BeforeCase;

/* The pages look as they did when somebody last looked at them: the pictures in data/pages, as far as another version of
 * the fonts may differ. build-aux/goldens draws them anew. */
static void
test_as_before (gconstpointer data)
{
  const BeforeCase *c = data;
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&c->visit, c->paper, c->print);
  cairo_surface_t *last = NULL;

  for (guint i = 0; i < MIN (MOST_PAGES, care_sheet_pages_get_n_pages (pages)); i++)
    {
      g_autofree char *name = g_strdup_printf ("pages/%s-%u.png", c->visit.name, i + 1);
      g_autofree char *path = care_test_path (name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = care_sheet_png_new (pages, i, PAGE_DPI, &error);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
      cairo_surface_t *ours = cairo_image_surface_create_from_png_stream (read_bytes, stream);
      cairo_surface_t *kept;
      double differs;

      g_assert_no_error (error);
      if (g_getenv ("CARE_UPDATE_GOLDEN") != NULL)
        g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), &error);
      g_assert_no_error (error);
      kept = cairo_image_surface_create_from_png (path);
      g_assert_cmpint (cairo_surface_status (kept), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_height (kept), ==, cairo_image_surface_get_height (ours));
      differs = difference (ours, kept);
      g_test_message ("page %u: %.1f per mille", i + 1, differs);
      g_assert_cmpfloat (differs, <, 12);
      /* The measure can tell: the other side is far from it. */
      if (last != NULL)
        g_assert_cmpfloat (difference (last, ours), >, 40);
      g_clear_pointer (&last, cairo_surface_destroy);
      last = ours;
      cairo_surface_destroy (kept);
    }
  g_clear_pointer (&last, cairo_surface_destroy);
}

int
main (int   argc,
      char *argv[])
{
  static const CareTestVisit en = { AT, .areas = "face,thighs", .numbed = CARE_TRI_NO };
  static const BeforeCase as_before[] = {
    { { .name = "face-en", AT, .areas = "face", .numbed = CARE_TRI_NO }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
    { { .name = "body-es", AT, .areas = "thighs", .languages = "es", .numbed = CARE_TRI_YES }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
    { { .name = "both-ar", AT, .areas = "face,thighs", .languages = "ar", .patient = "ليلى حسن" }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
    { { .name = "face-fr", SHIPPED ("fr"), .areas = "face", .numbed = CARE_TRI_YES }, CARE_PAPER_LETTER, CARE_PRINT_NORMAL },
    { { .name = "body-pt-BR", SHIPPED ("pt-BR"), .areas = "thighs", .numbed = CARE_TRI_NO }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
    { { .name = "face-de", SHIPPED ("de"), .areas = "face", .numbed = CARE_TRI_YES }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
    { { .name = "large-en", SHIPPED ("en"), .areas = "face", .numbed = CARE_TRI_NO }, CARE_PAPER_A4, CARE_PRINT_LARGE },
    { { .name = "a5-en", SHIPPED ("en"), .areas = "face", .numbed = CARE_TRI_NO }, CARE_PAPER_A5, CARE_PRINT_NORMAL },
    { { .name = "test-es", SHIPPED ("es"), .kind = CARE_SHEET_TEST }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
    { { .name = "before-fr", .shipped = TRUE, .languages = "fr", .clinic = "fr", .kind = CARE_SHEET_BEFORE, .now = "2026-11-20T09:00",
        .next = "2026-11-22T15:00", .areas = "face" }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
    { { .name = "late-de", SHIPPED ("de"), .now = "2026-11-24T18:00", .areas = "face,thighs" }, CARE_PAPER_LETTER, CARE_PRINT_NORMAL },
    { { .name = "large-ar", SHIPPED ("ar"), .areas = "thighs" }, CARE_PAPER_LETTER, CARE_PRINT_LARGE },
    { { .name = "two-ar-en", AT, .shipped = TRUE, .languages = "ar,en", .clinic = "en", .areas = "face" }, CARE_PAPER_A4, CARE_PRINT_NORMAL },
  };
  static const CareTestVisit ar = { AT, .areas = "face,thighs", .languages = "ar", .numbed = CARE_TRI_NO };
  static const struct
  {
    const char *name;
    const char *part;
    const char *separator;
  } scripts[] = {
    { "cyrillic", "Дарья", " " },   { "greek", "Ἀθηνᾶ", " " },       { "hebrew", "אסתר", " " },     { "devanagari", "देवी", " " },
    { "thai", "สมชาย", "" },        { "han", "李小龍", "" },           { "hangul", "김하늘", " " },      { "kana", "さくら", "" },
    { "tamil", "கவிதா", " " },      { "georgian", "ნინო", " " },       { "amharic", "ሰላም", " " },      { "emoji", "👩🏽‍⚕️😀🇪🇸", "" },
  };
  g_autofree char *latin = long_name ("Maria", " ");
  g_autofree char *one_word = long_name ("abcdefghij", "");
  g_autofree char *arabic = long_name ("ليلى حسن", " ");
  g_autofree char *combining = long_name ("a\xCC\x81\xCC\xA7\xCC\x88", "");

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet-pages/count/", count_cases[i].name, NULL);
      g_autofree char *inside = g_strconcat ("/sheet-pages/inside/", count_cases[i].name, NULL);

      g_test_add_data_func (path, &count_cases[i], test_count);
      g_test_add_data_func (inside, &count_cases[i], test_inside);
    }
  g_test_add_data_func ("/sheet-pages/name/latin-300", latin, test_names);
  g_test_add_data_func ("/sheet-pages/name/one-word-300", one_word, test_names);
  g_test_add_data_func ("/sheet-pages/name/arabic-300", arabic, test_names);
  g_test_add_data_func ("/sheet-pages/name/combining-300", combining, test_names);
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet-pages/name/%s-300", scripts[i].name);

      g_test_add_data_func_full (path, long_name (scripts[i].part, scripts[i].separator), test_names, g_free);
    }
  g_test_add_data_func ("/sheet-pages/name/scripts", "李小龍 Ἀθηνᾶ Дарья אסתר สมชาย देवी", test_names);
  g_test_add_data_func ("/sheet-pages/name/emoji", "Ana 😀👩🏽‍⚕️ Example", test_names);
  g_test_add_data_func ("/sheet-pages/name/markup", "<b>&amp;\"' {time} %s", test_names);
  g_test_add_data_func ("/sheet-pages/name/overrides", "\xE2\x80\xAE\xE2\x81\xA6\xE2\x81\xA8 Ana \xE2\x80\xAE", test_names);
  g_test_add_data_func ("/sheet-pages/name/empty", "", test_names);
  g_test_add_data_func ("/sheet-pages/phone-in-arabic/plain", "يمكنك إبلاغ مكتب الصحة: 555-0160 EXAMPLE.", test_phones_in_arabic);
  g_test_add_data_func ("/sheet-pages/phone-in-arabic/prefix", "اتصل +34 555-0160", test_phones_in_arabic);
  g_test_add_data_func ("/sheet-pages/phone-in-arabic/bracket", "اتصل (555) 0160 الآن", test_phones_in_arabic);
  g_test_add_data_func ("/sheet-pages/phone-in-arabic/filled-in", "اتصل \xE2\x81\xA8" "555-0160\xE2\x81\xA9 الآن", test_phones_in_arabic);
  g_test_add_func ("/sheet-pages/unknown-letters", test_unknown_letters);
  g_test_add_func ("/sheet-pages/missing-picture", test_missing_picture);
  g_test_add_func ("/sheet-pages/no-troubles", test_no_troubles);
  g_test_add_func ("/sheet-pages/no-such-paper", test_no_such_paper);
  g_test_add_func ("/sheet-pages/turned", test_turned);
  for (gsize i = 0; i < G_N_ELEMENTS (as_before); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet-pages/as-before/", as_before[i].visit.name, NULL);

      g_test_add_data_func (path, &as_before[i], test_as_before);
    }
  g_test_add_data_func ("/sheet-pages/pdf-is-png/en", &en, test_pdf_is_png);
  g_test_add_data_func ("/sheet-pages/pdf-is-png/ar", &ar, test_pdf_is_png);

  return g_test_run ();
}
