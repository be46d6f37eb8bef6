/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareJoin:
 * @start: the first byte that stays together
 * @end: behind the last one
 *
 * A part of a text that no line breaks. Private to this room.
 */
typedef struct
{
  guint start;
  guint end;
} CareJoin;

/* (element-type CareJoin) */
GArray *care_joins_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
