/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareAheadLine:
 *
 * Whom to call before the next day with visits: what has run out by then, so that it is said the day before and not at
 * check-in. Nothing is shown while nothing has.
 */
#define CARE_TYPE_AHEAD_LINE (care_ahead_line_get_type ())
G_DECLARE_FINAL_TYPE (CareAheadLine, care_ahead_line, CARE, AHEAD_LINE, AdwBin)

void care_ahead_line_follow  (CareAheadLine *self,
                              CareDesk      *desk);
void care_ahead_line_refresh (CareAheadLine *self);

G_END_DECLS
