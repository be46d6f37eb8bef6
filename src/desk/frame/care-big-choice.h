/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A large button with a symbol, a title and a line about it. @target: (nullable) */
GtkWidget *care_big_choice_new (const char *icon_name,
                                const char *title,
                                const char *about,
                                const char *action,
                                const char *target) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
