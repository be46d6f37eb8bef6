/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet.h"

G_BEGIN_DECLS

/**
 * CareFoot:
 * @CARE_FOOT_WHOLE: all of it
 * @CARE_FOOT_FRONT: what stands on a leaf's front
 * @CARE_FOOT_BACK: what stands on its back
 *
 * A part of the foot.
 */
typedef enum
{
  CARE_FOOT_WHOLE,
  CARE_FOOT_FRONT,
  CARE_FOOT_BACK,
} CareFoot;

char       *care_sheet_dup_head        (CareSheet *self,
                                        guint      part) G_GNUC_WARN_UNUSED_RESULT;
char       *care_sheet_dup_page_number (CareSheet *self,
                                        guint      part,
                                        guint      page,
                                        guint      pages) G_GNUC_WARN_UNUSED_RESULT;
char       *care_sheet_dup_foot        (CareSheet *self,
                                        guint      part,
                                        CareFoot   foot) G_GNUC_WARN_UNUSED_RESULT;
const char *care_sheet_get_watermark   (CareSheet *self,
                                        guint      part);
gboolean    care_sheet_language_is_rtl (CareSheet  *self,
                                        const char *language);

G_END_DECLS
