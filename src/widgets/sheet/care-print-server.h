/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <cups/cups.h>
#include <glib.h>

G_BEGIN_DECLS

/* The print system, from a thread that may wait for it; NULL where it cannot be reached. Closed with httpClose(). Private to
 * this room. */
http_t *care_print_server_open        (void) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): that it does not answer. */
GError *care_print_server_new_silence (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
