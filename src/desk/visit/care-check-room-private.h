/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/sign-in/care-pin-dialog.h"
#include "desk/visit/care-check-room.h"
#include "desk/visit/care-product-chooser.h"

G_BEGIN_DECLS

struct _CareCheckRoom
{
  CareRoomView        parent_instance;

  CareDecisionSession *session;
  GPtrArray          *cards;
  CareProductChooser *chooser;
  gboolean            choosing;
  /* Whether it was looked for what somebody has begun to choose. */
  gboolean            looked;
  guint               keep_source;
};

CareReasons *_care_check_room_get_reasons     (CareCheckRoom  *self);
void         _care_check_room_ask_clinician   (CareCheckRoom  *self,
                                               const char     *title,
                                               CareSignFunc    func);
/* Keeps what was begun, and fills the room with what stands now. */
void         _care_check_room_redraw          (CareCheckRoom  *self);

/* --- product, batch and areas (care-check-room-product.c) --- */
void         _care_check_room_install_product (GtkWidgetClass *widget_class);
void         _care_check_room_fill_product    (CareCheckRoom  *self,
                                               GtkBox         *box);
/* --- what the disk did not take (care-check-room-unkept.c) --- */
void         _care_check_room_install_unkept  (GtkWidgetClass *widget_class);
void         _care_check_room_fill_unkept     (CareCheckRoom  *self,
                                               GtkBox         *box);

G_END_DECLS
