/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorNumber:
 *
 * An integer, a decimal or a quantity with its unit, typed with either decimal
 * mark. A mark that could also part thousands is refused, never guessed.
 */
#define CARE_TYPE_EDITOR_NUMBER (care_editor_number_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorNumber, care_editor_number, CARE, EDITOR_NUMBER, CareEditor)

G_END_DECLS
