/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "care-test-sheet.h"

#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-pages-private.h"
#include "aftercare/care-sheet-pdf.h"

#define AT .shipped = TRUE, .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"

/* The six alone, then beside the clinic's. */
static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", "en,es", "es,en", "fr,en", "pt-BR,en", "de,en", NULL };

typedef struct
{
  CarePaper paper;
  CarePrint print;
} Size;

static const Size sizes[] = {
  { CARE_PAPER_A4, CARE_PRINT_NORMAL }, { CARE_PAPER_LETTER, CARE_PRINT_NORMAL }, { CARE_PAPER_A5, CARE_PRINT_NORMAL },
  { CARE_PAPER_A4, CARE_PRINT_LARGE },  { CARE_PAPER_LETTER, CARE_PRINT_LARGE },  { CARE_PAPER_A5, CARE_PRINT_LARGE },
};

static GBytes *
pdf_new (CareSheetPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = care_sheet_pdf_new (pages, &error);

  g_assert_no_error (error);

  return pdf;
}

static CareSheetPages *
pages_new (const char   *tags,
           const char   *areas,
           CareSheetKind kind,
           const Size   *size)
{
  CareTestVisit visit = { AT, .areas = areas, .numbed = CARE_TRI_YES, .kidney_clear = TRUE, .kind = kind, .languages = tags };

  visit.clinic = strchr (tags, ',') != NULL ? strchr (tags, ',') + 1 : tags;

  return care_test_pages_new (&visit, size->paper, size->print);
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

static int
compare_letters (const void *one,
                 const void *other)
{
  const gunichar a = *(const gunichar *) one;
  const gunichar b = *(const gunichar *) other;

  return a < b ? -1 : a > b;
}

/* The Arabic words of @text, each with its letters in alphabetical order: Poppler reads a ligature's letters the other way
 * round. It parts words with a vowel mark: those are not among them. */
static GHashTable *
words_of (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (gunichar));
  gboolean marked = FALSE;

  for (const char *c = plain;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_get_script (letter) == G_UNICODE_SCRIPT_ARABIC && g_unichar_isalpha (letter))
        g_array_append_val (word, letter);
      else if (g_unichar_ismark (letter))
        marked = TRUE;
      else if (word->len > 0 && g_unichar_type (letter) != G_UNICODE_FORMAT)
        {
          qsort (word->data, word->len, sizeof (gunichar), compare_letters);
          if (!marked)
            g_hash_table_add (words, g_ucs4_to_utf8 ((gunichar *) (void *) word->data, word->len, NULL, NULL, NULL));
          g_array_set_size (word, 0);
          marked = FALSE;
        }
      if (*c == '\0')
        return words;
    }
}

/* A sentence that no page holds goes on behind the head of the next: in pieces, in order, none of them short. */
static gboolean
has_pieces (const char *letters,
            const char *text)
{
  while (*text != '\0')
    {
      g_autofree char *piece = g_strndup (text, 100);

      letters = strstr (letters, piece);
      if (letters == NULL)
        return FALSE;
      for (; *text != '\0' && *letters == *text; text++)
        letters++;
    }

  return TRUE;
}

/* Nothing that the sheet says is lost on the way to paper: sentences whole, and in Arabic word for word. */
static void
check_whole (CareSheetPages *pages,
             const char     *what)
{
  g_autoptr (GBytes) pdf = pdf_new (pages);
  g_autofree char *raw = care_test_run_on_pdf ("pdftotext", "-raw -", pdf);
  g_autofree char *ordered = care_test_run_on_pdf ("pdftotext", "-", pdf);
  GPtrArray *blocks = care_sheet_get_blocks (care_sheet_pages_get_sheet (pages));
  g_autofree char *letters = NULL;
  g_autoptr (GHashTable) words = NULL;

  if (raw == NULL || ordered == NULL)
    return;

  letters = squeeze (raw);
  words = words_of (ordered);
  for (guint i = 0; i < blocks->len; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->entries->len && block->kind != CARE_SHEET_BLOCK_CODE; j++)
        {
          const CareSheetEntry *entry = g_ptr_array_index (block->entries, j);
          g_autofree char *text = squeeze (entry->text != NULL ? entry->text : "");

          if (!g_str_equal (block->language, "ar"))
            {
              if (strlen (text) > 1000 ? !has_pieces (letters, text) : strstr (letters, text) == NULL)
                g_error ("%s: '%s' of the block %s (%s) is not on the page", what, entry->text, block->name, block->language);
              continue;
            }

          g_autoptr (GHashTable) wanted = words_of (entry->text != NULL ? entry->text : "");
          GHashTableIter iter;
          gpointer word;

          g_hash_table_iter_init (&iter, wanted);
          while (g_hash_table_iter_next (&iter, &word, NULL))
            if (!g_hash_table_contains (words, word))
              g_error ("%s: a word of '%s' of the block %s is not on the page", what, entry->text, block->name);
        }
    }
}

static void
test_whole (gconstpointer data)
{
  g_autoptr (CareSheetPages) test = pages_new (data, "thighs", CARE_SHEET_TEST, &sizes[0]);

  check_whole (test, "test");
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (CareSheetPages) pages = pages_new (data, "face,thighs", CARE_SHEET_SESSION, &sizes[s]);

      check_whole (pages, care_paper_get_name (sizes[s].paper));
    }
}

/* Forty restrictions and more: every word of them on paper, in every size. */
static void
test_forty (gconstpointer data)
{
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      CareTestVisit visit = { .finished = "2026-11-22T15:10", .areas = "face,thighs", .languages = data, .protocol = "forty.json" };
      g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, sizes[s].paper, sizes[s].print);
      CareTimeline *timeline = care_sheet_get_timeline (care_sheet_pages_get_sheet (pages));

      g_assert_cmpuint (care_timeline_get_moments (timeline)->len, >=, 40);
      check_whole (pages, care_paper_get_name (sizes[s].paper));
    }
}

/* From right to left: the words of a heading follow each other as they are read, not as they are drawn. */
static void
test_logical (void)
{
  g_autoptr (CareSheetPages) pages = pages_new ("ar", "face", CARE_SHEET_SESSION, &sizes[0]);
  g_autoptr (GBytes) pdf = pdf_new (pages);
  g_autofree char *out = care_test_run_on_pdf ("pdftotext", "-", pdf);

  if (out == NULL)
    return;

  g_assert_nonnull (strstr (out, "متى يمكن ذلك من جديد"));
  g_assert_nonnull (strstr (out, "هذا أمر عادي"));
}

/* Every font of every language is in the file. */
static void
test_fonts (gconstpointer data)
{
  g_autoptr (CareSheetPages) pages = pages_new (data, "face", CARE_SHEET_SESSION, &sizes[0]);
  g_autoptr (GBytes) pdf = pdf_new (pages);
  g_autofree char *out = care_test_run_on_pdf ("pdffonts", "", pdf);
  g_auto (GStrv) lines = NULL;

  if (out == NULL)
    return;

  if (!g_str_equal (data, "ar"))
    g_assert_nonnull (strstr (out, "NotoSans-Regular"));
  else
    g_assert_nonnull (strstr (out, "NotoSansArabic"));
  g_assert_nonnull (strstr (out, "NotoSans-Bold"));
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes yes "));
}

/* A name in a script that is none of the six: whatever font stands in for ours is in the file too. */
static void
test_other_fonts (void)
{
  CareTestVisit visit = { AT, .patient = "Дарья Ἀθηνᾶ ליאת สมชาย देवी ნინო ሰላም ليلى 김하늘 李小龍 a\xCC\x81\xCC\xA7 😀" };
  g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  g_autoptr (GBytes) pdf = pdf_new (pages);
  g_autofree char *out = care_test_run_on_pdf ("pdffonts", "", pdf);
  g_auto (GStrv) lines = NULL;
  gsize place;

  if (out == NULL)
    return;

  lines = g_strsplit (out, "\n", -1);
  g_assert_nonnull (strstr (lines[0], "emb"));
  place = (gsize) (strstr (lines[0], "emb") - lines[0]);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    if (!g_str_has_prefix (lines[i] + place, "yes"))
      g_error ("not in the file: %s", lines[i]);
  g_assert_cmpuint (g_strv_length (lines), >, 6);
}

/* The page that has the code, or -1. */
static int
find_code (CareSheetPages *pages)
{
  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      GPtrArray *placed = care_sheet_pages_get_placed (pages, i);

      for (guint j = 0; j < placed->len; j++)
        if (((CarePlaced *) g_ptr_array_index (placed, j))->piece->code)
          return (int) i;
    }

  return -1;
}

/* A poor printer: a dot is black or it is not. What has a colour is dark enough to stay; where there is black alone, nothing
 * has one. */
static void
make_black (const char *file,
            gboolean    black_alone)
{
  cairo_surface_t *page = cairo_image_surface_create_from_png (file);
  int width = cairo_image_surface_get_width (page), height = cairo_image_surface_get_height (page);
  cairo_surface_t *black = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint dark = 0, coloured = 0;

  g_assert_cmpint (cairo_surface_status (page), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < height; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (page) + y * cairo_image_surface_get_stride (page);
      guint8 *other = cairo_image_surface_get_data (black) + y * cairo_image_surface_get_stride (black);

      for (int x = 0; x < width; x++)
        {
          const guint8 *dot = row + 4 * x;

          guint grey = (114u * dot[0] + 587u * dot[1] + 299u * dot[2]) / 1000u; /* ITU-R BT.601 */

          g_assert_true (!black_alone || (dot[0] == dot[1] && dot[1] == dot[2]));
          coloured += dot[0] != dot[1];
          dark += grey < 128;
          memset (other + 4 * x, grey < 128 ? 0 : 255, 3);
        }
    }
  g_assert_true (black_alone || coloured > (guint) (width * height) / 1000);
  /* What stands across the page is gone, the words are not. */
  g_assert_cmpuint (dark, >, (guint) (width * height) / 50);
  g_assert_cmpuint (dark, <, (guint) (width * height) / 5);
  cairo_surface_mark_dirty (black);
  g_assert_cmpint (cairo_surface_write_to_png (black, file), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (black);
  cairo_surface_destroy (page);
}

/* The code is read back as one event in UTC with a stable UID: from every paper, in pure black. */
static void
test_code (gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  g_autofree char *dir = NULL;
  g_autofree char *file = NULL;

  if (program == NULL)
    {
      g_test_skip ("zbarimg (zbar-tools) is not on this machine");
      return;
    }

  dir = g_dir_make_tmp ("care-code-XXXXXX", NULL);
  file = g_build_filename (dir, "page.png", NULL);
  for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_A5; paper++)
    {
      CareTestVisit visit = { AT, .numbed = CARE_TRI_NO, .languages = data, .clinic = data,
                              .black = paper == CARE_PAPER_LETTER };
      g_autoptr (CareSheetPages) pages = care_test_pages_new (&visit, paper, CARE_PRINT_NORMAL);
      g_autofree char *command = g_strdup_printf ("%s -q --raw %s", program, file);
      g_autofree char *event = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = NULL;
      int page = find_code (pages);

      g_assert_cmpint (page, >=, 0);
      png = care_sheet_png_new (pages, (guint) page, 300, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_set_contents (file, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL));
      make_black (file, visit.black);
      g_assert_true (g_spawn_command_line_sync (command, &event, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_nonnull (strstr (event, "BEGIN:VEVENT"));
      g_assert_nonnull (strstr (event, "DTSTART:20261129T140000Z"));
      g_assert_nonnull (strstr (event, "DTEND:20261129T144500Z"));
      g_assert_nonnull (strstr (event, "UID:20261129T140000Z@aftercare.example"));
      g_assert_null (strstr (event, "Ana"));
    }
  g_remove (file);
  g_rmdir (dir);
}

static void
add (const char   *name,
     const char   *language,
     GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/whole/%s/%s", name, language);

  g_test_add_data_func (path, language, test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      add ("words", languages[i], test_whole);
      if (strchr (languages[i], ',') != NULL)
        continue;
      add ("fonts", languages[i], test_fonts);
      add ("code", languages[i], test_code);
    }
  add ("forty", "en", test_forty);
  add ("forty", "ar", test_forty);
  add ("forty", "es,en", test_forty);
  g_test_add_func ("/whole/other-fonts", test_other_fonts);
  g_test_add_func ("/whole/logical", test_logical);

  return g_test_run ();
}
