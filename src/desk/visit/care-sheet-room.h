/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/visit/care-room-view.h"

G_BEGIN_DECLS

/**
 * CareSheetRoom:
 *
 * The sheet as it will come out of the printer, and whether it was given.
 */
#define CARE_TYPE_SHEET_ROOM (care_sheet_room_get_type ())
G_DECLARE_FINAL_TYPE (CareSheetRoom, care_sheet_room, CARE, SHEET_ROOM, CareRoomView)

/* Presses the room's own button, where it can be pressed. */
void care_sheet_room_print (CareSheetRoom *self);

G_END_DECLS
