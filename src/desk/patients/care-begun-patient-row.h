/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-begun.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/* A registration that was begun: "register.go-on" unless it stands in the form already (@mine), "register.throw-away". */
GtkWidget *care_begun_patient_row_new (CareDesk   *desk,
                                       CareBegun  *begun,
                                       gboolean    mine) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
