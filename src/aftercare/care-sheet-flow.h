/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-break.h"

G_BEGIN_DECLS

GPtrArray *care_sheet_flow        (GPtrArray *pieces,
                                   double     room) G_GNUC_WARN_UNUSED_RESULT;
guint      care_sheet_flow_faults (GPtrArray *pages,
                                   double     room);

G_END_DECLS
