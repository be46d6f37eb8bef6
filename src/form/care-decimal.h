/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the form room: decimals as exact text. */

char  *care_decimal_normalize   (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char  *care_decimal_from_double (double      number) G_GNUC_WARN_UNUSED_RESULT;
int    care_decimal_compare     (const char *a,
                                 const char *b);
guint  care_decimal_count_places (const char *text);
double care_decimal_to_double   (const char *text);

G_END_DECLS
