/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/frame/care-state-tag.h"

G_BEGIN_DECLS

/* A line of a list: a title, a second line, and a state at the end. */
GtkWidget *care_fact_row_new        (const char *title,
                                     const char *about) G_GNUC_WARN_UNUSED_RESULT;
/* The same with a symbol and a word. */
GtkWidget *care_fact_row_new_state  (const char *title,
                                     const char *about,
                                     CareTone    tone,
                                     const char *word) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a button. */
GtkWidget *care_fact_row_new_button (GtkWidget  *row,
                                     const char *action,
                                     const char *target,
                                     const char *spoken) G_GNUC_WARN_UNUSED_RESULT;
void       care_fact_row_add        (GtkWidget  *row,
                                     GtkWidget  *child);

G_END_DECLS
