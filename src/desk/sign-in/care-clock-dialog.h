/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/* Says that the clock is behind the newest record, where it is. TRUE: it is not, go on at once. FALSE: somebody is asked what
 * time it is; when they go on with the clock's time, @action (nullable) of @from is activated once more. */
gboolean care_clock_dialog_ask (GtkWidget   *from,
                                CareDesk    *desk,
                                const char  *action,
                                GVariant    *target);

G_END_DECLS
