/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words that wrap, as all words on the patient's screen do; @text and @css_class may be NULL. */
GtkWidget *care_label_new      (const char *text,
                                const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
void       care_label_set_text (GtkWidget  *label,
                                const char *text);

G_END_DECLS
