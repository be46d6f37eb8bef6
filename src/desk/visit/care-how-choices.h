/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Three ways to answer, equal in the record: on this device, asked aloud ("aloud"), copied from paper ("paper"). */
GtkWidget *care_how_choices_new (gboolean    keeper,
                                 const char *hand_over_action,
                                 const char *ask_action) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
