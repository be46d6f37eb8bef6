/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page with one thing to do, and one that waits. */
GtkWidget *care_one_step_new         (const char *icon_name,
                                      const char *title,
                                      const char *about,
                                      const char *label,
                                      const char *action) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *care_one_step_new_waiting (const char *title,
                                      const char *about) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
