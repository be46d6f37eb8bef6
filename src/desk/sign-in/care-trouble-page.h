/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says why the records cannot be opened, and what to do. */
GtkWidget *care_trouble_page_new (const char *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
