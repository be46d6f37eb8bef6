/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareWaitingLine:
 *
 * One quiet line: how many things wait for the clinician, and a button that
 * leads to them. Not there while nothing waits.
 */
#define CARE_TYPE_WAITING_LINE (care_waiting_line_get_type ())
G_DECLARE_FINAL_TYPE (CareWaitingLine, care_waiting_line, CARE, WAITING_LINE, AdwBin)

void care_waiting_line_follow  (CareWaitingLine *self,
                                CareDesk        *desk);
void care_waiting_line_refresh (CareWaitingLine *self);

G_END_DECLS
