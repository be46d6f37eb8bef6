/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorMoment:
 *
 * A date with a time of day, both typed as digits; the time may stay empty.
 */
#define CARE_TYPE_EDITOR_MOMENT (care_editor_moment_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorMoment, care_editor_moment, CARE, EDITOR_MOMENT, CareEditor)

G_END_DECLS
