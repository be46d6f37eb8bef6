/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/visit/care-decision-session.h"
#include "desk/visit/care-room-view.h"

G_BEGIN_DECLS

/**
 * CareCheckRoom:
 *
 * The word, the time and what to say; product and batch; behind the PIN of a
 * clinician all findings on one page, decided and signed where they stand.
 */
#define CARE_TYPE_CHECK_ROOM (care_check_room_get_type ())
G_DECLARE_FINAL_TYPE (CareCheckRoom, care_check_room, CARE, CHECK_ROOM, CareRoomView)

void care_check_room_set_session (CareCheckRoom       *self,
                                  CareDecisionSession *session);

G_END_DECLS
