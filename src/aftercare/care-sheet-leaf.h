/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-setter.h"
#include "aftercare/care-sheet.h"

G_BEGIN_DECLS

GPtrArray *care_sheet_leaf_set (CareSetter *setter,
                                CareSheet  *sheet,
                                guint       part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
