/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet.h"

G_BEGIN_DECLS

char       *care_sheet_dup_head        (CareSheet *self,
                                        guint      part) G_GNUC_WARN_UNUSED_RESULT;
char       *care_sheet_dup_page_number (CareSheet *self,
                                        guint      part,
                                        guint      page,
                                        guint      pages) G_GNUC_WARN_UNUSED_RESULT;
char       *care_sheet_dup_foot        (CareSheet *self,
                                        guint      part) G_GNUC_WARN_UNUSED_RESULT;
const char *care_sheet_get_watermark   (CareSheet *self,
                                        guint      part);
gboolean    care_sheet_language_is_rtl (CareSheet  *self,
                                        const char *language);

G_END_DECLS
