/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareRoomView:
 *
 * What is done in one room of a visit. Fills its box anew whenever the visit
 * changes, but never takes away what somebody is typing.
 */
#define CARE_TYPE_ROOM_VIEW (care_room_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (CareRoomView, care_room_view, CARE, ROOM_VIEW, AdwBin)

/**
 * CareRoomViewClass:
 * @fill: puts into @box what stands now; called with an empty box
 * @is_typing: TRUE while something is open that must not be taken away
 * @settle: keeps what was typed, or says what is missing
 */
struct _CareRoomViewClass
{
  AdwBinClass parent_class;

  void     (*fill)      (CareRoomView  *self,
                         GtkBox        *box);
  gboolean (*is_typing) (CareRoomView  *self);
  gboolean (*settle)    (CareRoomView  *self,
                         GError       **error);
};

CareDesk   *care_room_view_get_desk   (CareRoomView  *self);
CareClinic *care_room_view_get_clinic (CareRoomView  *self);
CareVisit  *care_room_view_get_visit  (CareRoomView  *self);
void        care_room_view_refresh    (CareRoomView  *self);
void        care_room_view_redraw     (CareRoomView  *self);
gboolean    care_room_view_settle     (CareRoomView  *self,
                                       GError       **error);

G_END_DECLS
