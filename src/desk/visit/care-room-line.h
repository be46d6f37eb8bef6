/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-visit.h"

G_BEGIN_DECLS

/**
 * CareRoomLine:
 *
 * The rooms of a visit as a line: which are done, which one it is in, which are
 * ahead. A room can be looked at by its button; CareRoomLine::picked says which.
 */
#define CARE_TYPE_ROOM_LINE (care_room_line_get_type ())
G_DECLARE_FINAL_TYPE (CareRoomLine, care_room_line, CARE, ROOM_LINE, GtkWidget)

GtkWidget *care_room_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       care_room_line_show (CareRoomLine  *self,
                                CareVisit     *visit,
                                CareVisitRoom  shown);

G_END_DECLS
