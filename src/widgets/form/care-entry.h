/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/* An entry in the size of the density; on the patient's screen without menu, emoji chooser and completion. */
GtkWidget *care_entry_new       (CareFormContext *context,
                                 GtkInputPurpose  purpose) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *care_text_area_new   (CareFormContext *context) G_GNUC_WARN_UNUSED_RESULT;
/* Somebody is typing in it now. */
gboolean   care_entry_is_active (GtkWidget       *entry);

G_END_DECLS
