/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-facts.h"

G_BEGIN_DECLS

/* A page before a visit is for one that is still to come. */
gboolean care_ctl_sheet_is_in_time (const CareSheetFacts *facts,
                                    CareInstant           now,
                                    GError              **error);

G_END_DECLS
