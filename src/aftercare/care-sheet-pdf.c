/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-pdf.h"

#include "base/care-error.h"

GBytes *
care_sheet_pdf_new (CareSheetPages *pages,
                    GError        **error)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_UNSUPPORTED, "no PDF in this build");
  return NULL;
}

GBytes *
care_sheet_png_new (CareSheetPages *pages,
                    guint           page,
                    double          dpi,
                    GError        **error)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_UNSUPPORTED, "no PNG in this build");
  return NULL;
}
