/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_phone_dup_link (const char *phone) G_GNUC_WARN_UNUSED_RESULT;
/* Of a sentence with other figures in it: a year or "12 hours" is no number to call. */
char *care_phone_dup_link_in (const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
