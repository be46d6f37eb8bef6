/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CareDeskLink:
 *
 * The desk's end of the wire to the keeper. Without a keeper it stands for
 * "nobody there": nothing can be handed over, and nothing has to be told.
 * Emits CareDeskLink::go when the keeper wants this side to quit.
 */
#define CARE_TYPE_DESK_LINK (care_desk_link_get_type ())
G_DECLARE_FINAL_TYPE (CareDeskLink, care_desk_link, CARE, DESK_LINK, GObject)

CareDeskLink *care_desk_link_new       (int            socket) G_GNUC_WARN_UNUSED_RESULT;
gboolean      care_desk_link_has_keeper (CareDeskLink *self);
void          care_desk_link_stand     (CareDeskLink  *self);
void          care_desk_link_quit      (CareDeskLink  *self);
gboolean      care_desk_link_hand_over (CareDeskLink  *self,
                                        int            envelope_fd,
                                        int            journal_fd,
                                        GError       **error);

G_END_DECLS
