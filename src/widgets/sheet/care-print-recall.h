/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes a job back that waits in a queue, by its title. */
void     care_print_recall_async  (const char          *title,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean care_print_recall_finish (GAsyncResult        *result,
                                   GError             **error);

G_END_DECLS
