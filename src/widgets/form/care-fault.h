/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells a screen reader that what is in @focus is wrong, and why (@words); NULL: that nothing is any more. @told keeps who was
 * told last (a weak pointer, end it with g_clear_weak_pointer()): the focus may be another one by the time it is right. */
void care_fault_tell (GtkWidget  **told,
                      GtkWidget   *focus,
                      const char  *words);

G_END_DECLS
