/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorRecent:
 *
 * A moment looked back at ("when did you last have coffee?"): a few chips, each
 * kept as the latest moment its words allow, and an exact time of today or
 * yesterday for whoever knows it.
 */
#define CARE_TYPE_EDITOR_RECENT (care_editor_recent_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorRecent, care_editor_recent, CARE, EDITOR_RECENT, CareEditor)

G_END_DECLS
