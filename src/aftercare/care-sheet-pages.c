/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-pages.h"

#include "base/care-error.h"

struct _CareSheetPages
{
  GObject    parent_instance;

  CareSheet *sheet;
  CarePaper  paper;
};

G_DEFINE_FINAL_TYPE (CareSheetPages, care_sheet_pages, G_TYPE_OBJECT)

static void
care_sheet_pages_class_init (CareSheetPagesClass *klass)
{
}

static void
care_sheet_pages_init (CareSheetPages *self)
{
}

CareSheetPages *
care_sheet_pages_new (CareSheet  *sheet,
                      const char *data_dir,
                      CarePaper   paper,
                      CarePrint   print,
                      GError    **error)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_UNSUPPORTED, "no pages in this build");
  return NULL;
}

CareSheet *
care_sheet_pages_get_sheet (CareSheetPages *self)
{
  return self->sheet;
}

CarePaper
care_sheet_pages_get_paper (CareSheetPages *self)
{
  return self->paper;
}

guint
care_sheet_pages_get_n_pages (CareSheetPages *self)
{
  return 0;
}

void
care_sheet_pages_get_size (CareSheetPages *self,
                           double         *width_pt,
                           double         *height_pt)
{
  *width_pt = 595.28;
  *height_pt = 841.89;
}

void
care_sheet_pages_draw (CareSheetPages *self,
                       guint           page,
                       cairo_t        *cr)
{
}

char **
care_sheet_pages_dup_troubles (CareSheetPages *self)
{
  return g_new0 (char *, 1);
}

gboolean
care_paper_from_name (const char *name,
                      CarePaper  *paper)
{
  return FALSE;
}

const char *
care_paper_get_name (CarePaper paper)
{
  return "a4";
}
