/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0 when the language has no rules here. */
guint care_syllables_count (const char *word,
                            const char *language);

G_END_DECLS
