/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <pango/pangocairo.h>

#include "aftercare/care-sheet-pictures.h"
#include "aftercare/care-sheet-press.h"

G_BEGIN_DECLS

/* The size at which all words are shaped; they are drawn at theirs. */
#define CARE_PRESS_SHAPED 14.0

CareSheetPictures          *care_sheet_press_get_pictures (CareSheetPress *self);
PangoContext               *care_sheet_press_get_context  (CareSheetPress *self,
                                                           const char     *language,
                                                           gboolean        rtl);
const PangoFontDescription *care_sheet_press_get_font     (CareSheetPress *self,
                                                           gboolean        bold);
/* Words broken at @width (in Pango units at the shaped size, negative: one line); the press's own. */
PangoLayout                *care_sheet_press_get_layout   (CareSheetPress *self,
                                                           const char     *language,
                                                           gboolean        rtl,
                                                           gboolean        bold,
                                                           gboolean        bold_values,
                                                           int             width,
                                                           const char     *text);
/* (transfer full) (nullable): the family that is missing when words of @language stand in another one. */
char                       *care_sheet_press_dup_missing_font (CareSheetPress *self,
                                                           const char     *language,
                                                           gboolean        rtl);
/* Between two sheets: lets go of words when there are too many. */
void                        care_sheet_press_tidy         (CareSheetPress *self);

G_END_DECLS
