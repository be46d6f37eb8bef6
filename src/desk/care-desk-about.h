/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/* "About Aftercare", with a report of the system that holds nothing of any patient. */
GtkWidget *care_desk_about_new        (GtkWindow *parent,
                                       CareDesk  *desk) G_GNUC_WARN_UNUSED_RESULT;
char      *care_desk_about_dup_report (CareDesk  *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
