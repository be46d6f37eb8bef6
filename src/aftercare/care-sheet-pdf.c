/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-pdf.h"

#include <cairo-pdf.h>

#include "aftercare/care-pdf-structure.h"
#include "aftercare/care-sheet-pages-private.h"
#include "base/care-error.h"

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * care_sheet_pdf_new:
 * @pages: pages
 * @error: where to put the reason
 *
 * The pages as a tagged PDF: headings, lists, figures with alternative text,
 * the language of every section, links that dial. Its date is the session's
 * finish, so the same pages give the same bytes. No patient in its metadata.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %CARE_ERROR_ENVIRONMENT
 */
GBytes *
care_sheet_pdf_new (CareSheetPages *pages,
                    GError        **error)
{
  CareSheet *sheet;
  CareTimeline *timeline;
  g_autoptr (GByteArray) raw = NULL;
  g_autoptr (GTimeZone) utc = NULL;
  g_autofree char *date = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width, height;

  g_return_val_if_fail (CARE_IS_SHEET_PAGES (pages), NULL);

  sheet = care_sheet_pages_get_sheet (pages);
  timeline = care_sheet_get_timeline (sheet);
  utc = g_time_zone_new_utc ();
  date = care_instant_format (care_timeline_get_finished (timeline), utc);
  raw = g_byte_array_new ();
  care_sheet_pages_get_size (pages, &width, &height);

  surface = cairo_pdf_surface_create_for_stream (append_bytes, raw, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, care_sheet_get_title (sheet));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Aftercare");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      care_sheet_pages_draw (pages, i, cr);
      if (i + 1 < care_sheet_pages_get_n_pages (pages))
        cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "the PDF could not be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }

  return care_pdf_structure_finish (raw->data, raw->len, care_sheet_get_languages (sheet)[0],
                                    care_sheet_pages_get_sections (pages), care_sheet_pages_get_figures (pages), error);
}

/**
 * care_sheet_png_new:
 * @pages: pages
 * @page: which, from 0
 * @dpi: dots an inch
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the page as a PNG image
 */
GBytes *
care_sheet_png_new (CareSheetPages *pages,
                    guint           page,
                    double          dpi,
                    GError        **error)
{
  g_autoptr (GByteArray) png = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width, height;

  g_return_val_if_fail (CARE_IS_SHEET_PAGES (pages), NULL);
  g_return_val_if_fail (page < care_sheet_pages_get_n_pages (pages), NULL);
  g_return_val_if_fail (dpi > 0, NULL);

  png = g_byte_array_new ();
  care_sheet_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * dpi / 72 + 0.5), (int) (height * dpi / 72 + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72, dpi / 72);
  care_sheet_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "page %u could not be drawn: %s", page + 1,
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
