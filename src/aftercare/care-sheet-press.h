/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CareSheetPress:
 *
 * What sheets that are laid out one after another have in common: fonts, words
 * that are shaped already, pictures that are read already. The first sheet pays
 * for them, those that follow cost a fraction. Not for several threads.
 */
#define CARE_TYPE_SHEET_PRESS (care_sheet_press_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetPress, care_sheet_press, CARE, SHEET_PRESS, GObject)

CareSheetPress *care_sheet_press_new  (const char     *data_dir);
void            care_sheet_press_warm (CareSheetPress *self,
                                       const char     *language);

G_END_DECLS
