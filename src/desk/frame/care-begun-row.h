/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-begun.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/* A card that says who began a page, and when; other things that can be done with it are added at its end. */
GtkWidget *care_begun_row_new (CareDesk   *desk,
                               CareBegun  *begun,
                               const char *title,
                               const char *state) G_GNUC_WARN_UNUSED_RESULT;
/* Shows one in @box alone, or nothing there. @throw_away: the action that empties the page; @target: (nullable) */
void       care_begun_row_show (GtkBox     *box,
                                GtkWidget  *row,
                                const char *throw_away,
                                const char *target);
/* Shows in @box why what stands in the page is not kept, and the way out: whoever throws it away may go on. */
void       care_begun_row_show_unkept (GtkBox       *box,
                                       const GError *error,
                                       const char   *throw_away,
                                       const char   *target);

G_END_DECLS
