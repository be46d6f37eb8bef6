/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CARE_MOST_LOANS 8

/**
 * CareLoan:
 * @block: number of a section of the back
 * @need: the room it would take on the front
 * @gain: the room it would leave on the back
 *
 * A section that may stand on a front with room to spare. Private to this room.
 */
typedef struct
{
  guint  block;
  double need;
  double gain;
} CareLoan;

guint care_loans_choose (const CareLoan *loans,
                         guint           n,
                         double          room,
                         double         *gain);

G_END_DECLS
