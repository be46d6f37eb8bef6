/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-paper.h"

#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
#define LEAST_WIDTH      240

struct _CareSheetPaper
{
  GtkWidget       parent_instance;

  CareSheetPages *pages;
  guint           page;
  double          zoom;
};

G_DEFINE_FINAL_TYPE (CareSheetPaper, care_sheet_paper, GTK_TYPE_WIDGET)

static void
care_sheet_paper_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  CareSheetPaper *self = CARE_SHEET_PAPER (widget);
  double width, height, wide;

  care_sheet_pages_get_size (self->pages, &width, &height);
  wide = ceil (width * PIXELS_PER_POINT * (self->zoom > 0 ? self->zoom : 1));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? (int) wide : LEAST_WIDTH;
      *natural = (int) wide;
    }
  else
    {
      *minimum = *natural = (int) ceil ((for_size > 0 ? for_size : wide) * height / width);
    }
}

static void
care_sheet_paper_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CareSheetPaper *self = CARE_SHEET_PAPER (widget);
  int wide = gtk_widget_get_width (widget);
  double width, height;
  cairo_t *cr;

  care_sheet_pages_get_size (self->pages, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) wide,
                                                                (float) gtk_widget_get_height (widget)));
  cairo_scale (cr, wide / width, wide / width);
  care_sheet_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
care_sheet_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_sheet_paper_dispose (GObject *object)
{
  CareSheetPaper *self = CARE_SHEET_PAPER (object);

  g_clear_object (&self->pages);

  G_OBJECT_CLASS (care_sheet_paper_parent_class)->dispose (object);
}

static void
care_sheet_paper_class_init (CareSheetPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_sheet_paper_dispose;
  widget_class->measure = care_sheet_paper_measure;
  widget_class->snapshot = care_sheet_paper_snapshot;
  widget_class->get_request_mode = care_sheet_paper_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sheetpaper");
}

static void
care_sheet_paper_init (CareSheetPaper *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-sheet-page");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * care_sheet_paper_new:
 * @pages: a sheet's pages
 * @page: which, from 0
 *
 * Returns: (transfer full): the page as a widget
 */
CareSheetPaper *
care_sheet_paper_new (CareSheetPages *pages,
                      guint           page)
{
  CareSheetPaper *self = g_object_new (CARE_TYPE_SHEET_PAPER, NULL);
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), page + 1, care_sheet_pages_get_n_pages (pages));

  self->pages = g_object_ref (pages);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return self;
}

/**
 * care_sheet_paper_set_zoom:
 * @self: a page
 * @zoom: 0 fits the width, 1 is the paper's own size at 96 dots an inch
 *
 * Sets how large the page is shown.
 */
void
care_sheet_paper_set_zoom (CareSheetPaper *self,
                           double          zoom)
{
  g_return_if_fail (CARE_IS_SHEET_PAPER (self));

  self->zoom = zoom;
  gtk_widget_set_halign (GTK_WIDGET (self), zoom > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
