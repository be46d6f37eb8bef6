/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/visit/care-room-view.h"

G_BEGIN_DECLS

/**
 * CareReadingRoom:
 *
 * The reading of the two test injections by a clinician.
 */
#define CARE_TYPE_READING_ROOM (care_reading_room_get_type ())
G_DECLARE_FINAL_TYPE (CareReadingRoom, care_reading_room, CARE, READING_ROOM, CareRoomView)

G_END_DECLS
