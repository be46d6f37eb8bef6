/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorSlider:
 *
 * A number picked along a line, with one step less and one step more as buttons.
 * It has no value until somebody touches it.
 */
#define CARE_TYPE_EDITOR_SLIDER (care_editor_slider_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorSlider, care_editor_slider, CARE, EDITOR_SLIDER, CareEditor)

gboolean care_editor_slider_can_show (const CareItem *item);

G_END_DECLS
