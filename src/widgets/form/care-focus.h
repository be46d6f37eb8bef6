/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The focus() of a widget that hands the focus on in its grab_focus(): without it, nobody leaves it backwards, for GTK offers it the
 * focus that has just left its children. */
gboolean care_focus_move (GtkWidget        *widget,
                          GtkDirectionType  direction);

G_END_DECLS
