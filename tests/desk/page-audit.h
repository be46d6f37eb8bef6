/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is wrong with the controls below a window: each is named, large enough to touch, and reached with Tab. Every fault
 * is one line in @faults, with @page and the way to the widget. GTK_A11Y=test keeps the names where they can be read. */
void page_audit_controls (GtkWidget  *window,
                          const char *page,
                          GPtrArray  *faults);
/* Whether it fits a screen of that width, and what does not. */
void page_audit_width    (GtkWidget  *window,
                          int         width,
                          const char *page,
                          GPtrArray  *faults);

G_END_DECLS
