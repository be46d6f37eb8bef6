/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-pages.h"

G_BEGIN_DECLS

GBytes *care_sheet_pdf_new (CareSheetPages *pages,
                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *care_sheet_png_new (CareSheetPages *pages,
                            guint           page,
                            double          dpi,
                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
