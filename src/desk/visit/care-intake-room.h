/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/visit/care-room-view.h"

G_BEGIN_DECLS

/**
 * CareIntakeRoom:
 *
 * The questions: handed over, asked aloud or copied from paper; taken back; one
 * answer changed; "this was the wrong person".
 */
#define CARE_TYPE_INTAKE_ROOM (care_intake_room_get_type ())
G_DECLARE_FINAL_TYPE (CareIntakeRoom, care_intake_room, CARE, INTAKE_ROOM, CareRoomView)

G_END_DECLS
