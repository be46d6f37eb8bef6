/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "aftercare/care-sheet-pdf.h"

#define WIDTH  595.28
#define HEIGHT 841.89
#define MARGIN 42.0

/* The floor: the same words with Pango and Cairo alone, paragraph below paragraph, on a PDF. */
static void
lay_out_words (const char *text,
               const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans, Noto Sans Arabic 14");
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  double y = MARGIN;

  pango_cairo_context_set_resolution (context, 72);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      PangoLayout *layout = pango_layout_new (context);
      PangoRectangle logical;

      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, (int) ((WIDTH - 2 * MARGIN) * PANGO_SCALE));
      pango_layout_set_text (layout, paragraphs[i], -1);
      pango_layout_get_extents (layout, NULL, &logical);
      if (y + (double) logical.height / PANGO_SCALE > HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          y = MARGIN;
        }
      cairo_move_to (cr, MARGIN, y);
      pango_cairo_show_layout (cr, layout);
      y += (double) logical.height / PANGO_SCALE;
      g_object_unref (layout);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  pango_font_description_free (font);
}

static CareSheetPages *
make_pages (CareSheetPress        *press,
            CareProtocol          *protocol,
            CareWords             *words,
            const CareSheetClinic *clinic,
            int                    number)
{
  const char *const areas[] = { "face", "thighs", NULL };
  const char *const languages[] = { "en", NULL };
  /* Every sheet of a day has times of its own. */
  CareInstant finished = care_instant_parse ("2026-11-22T09:10:00+01:00", NULL, NULL) + number * 7 * CARE_MINUTE;
  g_autoptr (CareSheetFacts) facts = care_sheet_facts_new (CARE_SHEET_SESSION, "Ana Example", finished);
  g_autoptr (CareSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  CareSheetPages *pages;

  care_sheet_facts_set_areas (facts, areas);
  sheet = care_sheet_new (protocol, words, clinic, facts, languages, finished, &error);
  g_assert_no_error (error);
  pages = care_sheet_pages_new_at (press, sheet, CARE_PAPER_A4, CARE_PRINT_NORMAL, &error);
  g_assert_no_error (error);

  return pages;
}

/* Time of this process alone, in microseconds: what else the machine does is not counted. */
static gint64
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* One page as the screen shows it, at 96 dots an inch on a screen of double density. */
static double
draw_page (CareSheetPages *pages,
           guint           page)
{
  double width, height, scale = 2 * 96.0 / 72.0;
  cairo_surface_t *surface;
  cairo_t *cr;
  gint64 begin;

  care_sheet_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  begin = now_us ();
  care_sheet_pages_draw (pages, page, cr);
  cairo_surface_flush (surface);
  begin = now_us () - begin;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return (double) begin;
}

/* Seconds a sheet, floor and ours in turn, in one process that is warm. */
static void
run_batch (int rounds)
{
  const char *data = g_getenv ("AFTERCARE_DATA");
  g_autofree char *protocol_path = g_build_filename (data, "protocols", "mesotherapy.json", NULL);
  g_autofree char *words_path = g_build_filename (data, "words", "sheet.json", NULL);
  g_autoptr (CareProtocol) protocol = care_protocol_load (protocol_path, NULL);
  g_autoptr (CareWords) words = care_words_load (words_path, NULL);
  g_autoptr (CareSheetClinic) clinic = care_sheet_clinic_new ("Clinic Bench", "Europe/Madrid", "en");
  g_autoptr (CareSheetPress) press = care_sheet_press_new (data);
  g_autoptr (CareSheetPages) warm = make_pages (press, protocol, words, clinic, 0);
  g_autofree char *text = care_sheet_to_text (care_sheet_pages_get_sheet (warm));
  double floor_best = INFINITY, sheet_best = INFINITY, preview_worst[2] = { INFINITY, INFINITY };

  for (int i = 0; i < rounds; i++)
    {
      gint64 begin = now_us ();
      gint64 middle, end;

      lay_out_words (text, "/dev/null");
      middle = now_us ();
      {
        g_autoptr (CareSheetPages) pages = make_pages (press, protocol, words, clinic, i + 1);
        g_autoptr (GBytes) pdf = care_sheet_pdf_new (pages, NULL);

        g_assert_nonnull (pdf);
      }
      end = now_us ();
      floor_best = MIN (floor_best, (double) (middle - begin));
      sheet_best = MIN (sheet_best, (double) (end - middle));

      for (guint page = 0; page < care_sheet_pages_get_n_pages (warm); page++)
        preview_worst[page % 2] = MIN (preview_worst[page % 2], draw_page (warm, page));
    }
  g_print ("{\"floor_ms\": %.2f, \"sheet_ms\": %.2f, \"preview_ms\": %.2f}\n",
           floor_best / 1000, sheet_best / 1000, MAX (preview_worst[0], preview_worst[1]) / 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *text = NULL;

  if (argc == 3 && g_str_equal (argv[1], "batch"))
    {
      run_batch (atoi (argv[2]));
      return 0;
    }
  if (argc == 4 && g_str_equal (argv[1], "floor") && g_file_get_contents (argv[2], &text, NULL, NULL))
    {
      lay_out_words (text, argv[3]);
      return 0;
    }

  g_printerr ("bench-sheet floor WORDS.txt OUT.pdf | batch ROUNDS\n");

  return 2;
}
