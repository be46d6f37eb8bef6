/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *care_number_digits_read (const char  *typed,
                                     char         mark,
                                     gboolean     whole,
                                     char       **out);

G_END_DECLS
