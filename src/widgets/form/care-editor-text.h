/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorText:
 *
 * A line of text, an address, or several lines.
 */
#define CARE_TYPE_EDITOR_TEXT (care_editor_text_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorText, care_editor_text, CARE, EDITOR_TEXT, CareEditor)

G_END_DECLS
