/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Small helpers for boxes that are filled anew. */
void       care_clear_box           (GtkBox     *box);
/* The words of every button in @widget break into lines where a narrow screen or large text needs it. */
void       care_wrap_buttons        (GtkWidget  *widget);
GtkWidget *care_new_mnemonic_button (const char *label) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *care_new_button          (const char *label,
                                     const char *action,
                                     const char *target) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *care_new_heading         (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *care_new_text            (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Why there is nothing to show, in the desk's language. */
GtkWidget *care_new_fault           (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
/* What is wrong with what stands in @field, for eye and screen reader; NULL when nothing is. */
void       care_mark_wrong          (GtkWidget  *field,
                                     const char *words);

G_END_DECLS
