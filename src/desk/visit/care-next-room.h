/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/visit/care-room-view.h"

G_BEGIN_DECLS

/**
 * CareNextRoom:
 *
 * The next visit: the proposed time, another one, or not yet.
 */
#define CARE_TYPE_NEXT_ROOM (care_next_room_get_type ())
G_DECLARE_FINAL_TYPE (CareNextRoom, care_next_room, CARE, NEXT_ROOM, CareRoomView)

G_END_DECLS
