/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean care_ical_scan (const char  *text,
                         gsize        length,
                         const char  *source,
                         GError     **error);

G_END_DECLS
