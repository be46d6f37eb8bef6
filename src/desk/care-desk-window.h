/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"
#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareDeskWindow:
 *
 * The desk's one window: sign-in outside, the pages inside, messages and the
 * strip "practice only" around both. Its class actions are the only link between
 * pages, keys and menu (`win.open-visit`, `win.back`, `win.toast` …).
 */
#define CARE_TYPE_DESK_WINDOW (care_desk_window_get_type ())
G_DECLARE_FINAL_TYPE (CareDeskWindow, care_desk_window, CARE, DESK_WINDOW, AdwApplicationWindow)

void       care_desk_register_resources (void);

GtkWindow *care_desk_window_new         (GtkApplication *application,
                                         GSettings      *settings) G_GNUC_WARN_UNUSED_RESULT;
void       care_desk_window_open        (CareDeskWindow *self,
                                         CareDesk       *desk,
                                         const GError   *error,
                                         gboolean        returning);
CarePage  *care_desk_window_get_page    (CareDeskWindow *self);
gboolean   care_desk_window_is_inside   (CareDeskWindow *self);

G_END_DECLS
