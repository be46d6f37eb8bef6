/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-begun.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/* A card that says who began a page, and when; what can be done with it is added at its end. */
GtkWidget *care_begun_row_new (CareDesk   *desk,
                               CareBegun  *begun,
                               const char *title,
                               const char *state) G_GNUC_WARN_UNUSED_RESULT;
/* A card that says why what stands in the page is not kept; the way out is added at its end. */
GtkWidget *care_begun_row_new_unkept (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
