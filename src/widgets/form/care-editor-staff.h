/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-editor.h"

G_BEGIN_DECLS

/**
 * CareEditorStaff:
 *
 * What the program leaves to staff (files, references): says so, asks nothing.
 */
#define CARE_TYPE_EDITOR_STAFF (care_editor_staff_get_type ())
G_DECLARE_FINAL_TYPE (CareEditorStaff, care_editor_staff, CARE, EDITOR_STAFF, CareEditor)

G_END_DECLS
