/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-clinic-types.h"

G_BEGIN_DECLS

/* Who helps a patient to answer, asked before the first question: a child is not on the list. */
GtkWidget *care_helper_choices_new  (const char *action) G_GNUC_WARN_UNUSED_RESULT;
gboolean   care_helper_choices_read (const char *choice,
                                     CareHelper *helper);

G_END_DECLS
