/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One table of keys, from which both the accelerators and the window of shortcuts are made. */

void       care_desk_shortcuts_install    (GtkApplication *application);
GtkWidget *care_desk_shortcuts_new_window (GtkWindow      *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
