/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void care_memory_keep_freed (void);

G_END_DECLS
