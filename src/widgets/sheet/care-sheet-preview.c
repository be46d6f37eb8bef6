/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-preview.h"

struct _CareSheetPreview
{
  GtkWidget       parent_instance;

  CareSheetPages *pages;
  double          zoom;
};

G_DEFINE_FINAL_TYPE (CareSheetPreview, care_sheet_preview, GTK_TYPE_WIDGET)

static void
care_sheet_preview_dispose (GObject *object)
{
  CareSheetPreview *self = CARE_SHEET_PREVIEW (object);

  g_clear_object (&self->pages);

  G_OBJECT_CLASS (care_sheet_preview_parent_class)->dispose (object);
}

static void
care_sheet_preview_class_init (CareSheetPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_sheet_preview_dispose;
}

static void
care_sheet_preview_init (CareSheetPreview *self)
{
}

CareSheetPreview *
care_sheet_preview_new (void)
{
  return g_object_new (CARE_TYPE_SHEET_PREVIEW, NULL);
}

void
care_sheet_preview_set_pages (CareSheetPreview *self,
                              CareSheetPages   *pages)
{
  g_set_object (&self->pages, pages);
}

CareSheetPages *
care_sheet_preview_get_pages (CareSheetPreview *self)
{
  return self->pages;
}

void
care_sheet_preview_set_zoom (CareSheetPreview *self,
                             double            zoom)
{
  self->zoom = zoom;
}

double
care_sheet_preview_get_zoom (CareSheetPreview *self)
{
  return self->zoom;
}
