/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Letters of a last line: fewer are a widow. */
#define CARE_WIDOW_LEAST 10

guint    care_widow_count_letters (PangoLayout *layout,
                                   int          line);
gboolean care_widow_avoid         (PangoLayout *layout);

G_END_DECLS
