/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorDate:
 *
 * A date, typed as digits.
 */
#define CARE_TYPE_EDITOR_DATE (care_editor_date_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorDate, care_editor_date, CARE, EDITOR_DATE, CareEditor)

G_END_DECLS
