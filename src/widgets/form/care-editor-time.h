/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorTime:
 *
 * A time of day, typed as digits.
 */
#define CARE_TYPE_EDITOR_TIME (care_editor_time_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorTime, care_editor_time, CARE, EDITOR_TIME, CareEditor)

G_END_DECLS
