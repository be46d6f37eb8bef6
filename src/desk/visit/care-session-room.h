/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/visit/care-room-view.h"

G_BEGIN_DECLS

/**
 * CareSessionRoom:
 *
 * Before, during and after the needle: who it is, anything new, *Finished now*,
 * the record, the watch.
 */
#define CARE_TYPE_SESSION_ROOM (care_session_room_get_type ())
G_DECLARE_FINAL_TYPE (CareSessionRoom, care_session_room, CARE, SESSION_ROOM, CareRoomView)

G_END_DECLS
