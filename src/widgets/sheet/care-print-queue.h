/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtkunixprint.h>

G_BEGIN_DECLS

/* How long the print system may take to answer. */
#define CARE_PRINT_LOOK_MS 5000

/* What the print system knows; asked with a time-out of our own, because an unreachable one never answers. */
void       care_print_queue_list_async  (guint                timeout_ms,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
/* (element-type GtkPrinter) */
GPtrArray *care_print_queue_list_finish (GAsyncResult        *result,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): @name, or the default one for NULL. */
GtkPrinter *care_print_queue_find       (GPtrArray           *printers,
                                         const char          *name);

G_END_DECLS
