/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareWrapBox:
 *
 * Sets its children side by side as long as they fit, and on further lines
 * when they do not. Children that expand share what a line has left over, and
 * may be squeezed down to #CareWrapBox:comfort before they get a new line.
 * So one template serves a monitor, a phone and text at twice its size.
 */
#define CARE_TYPE_WRAP_BOX (care_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (CareWrapBox, care_wrap_box, CARE, WRAP_BOX, GtkWidget)

GtkWidget *care_wrap_box_new    (int          spacing) G_GNUC_WARN_UNUSED_RESULT;
void       care_wrap_box_append (CareWrapBox *self,
                                 GtkWidget   *child);

G_END_DECLS
