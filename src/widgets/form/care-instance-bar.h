/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "form/care-response.h"
#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CareInstanceBar:
 *
 * Above each instance of a repeating group: which one it is, up, down, remove.
 * Below the last, with `adds`: one button to add another.
 */
#define CARE_TYPE_INSTANCE_BAR (care_instance_bar_get_type ())
G_DECLARE_FINAL_TYPE (CareInstanceBar, care_instance_bar, CARE, INSTANCE_BAR, GtkWidget)

GtkWidget *care_instance_bar_new     (CareFormContext *context,
                                      CareResponse    *response,
                                      CareNode        *node,
                                      gboolean         adds) G_GNUC_WARN_UNUSED_RESULT;
void       care_instance_bar_refresh (CareInstanceBar *self);

G_END_DECLS
