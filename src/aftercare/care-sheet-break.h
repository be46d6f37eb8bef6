/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-piece.h"

G_BEGIN_DECLS

/**
 * CarePlaced:
 * @piece: a piece
 * @x: how far it is moved sideways, for a column that is not the first
 * @y: its upper edge, from the first line of the page
 */
typedef struct
{
  const CarePiece *piece;
  double           x;
  double           y;
} CarePlaced;

GPtrArray *care_sheet_break (GPtrArray *pieces,
                             double     room,
                             gboolean   code,
                             gboolean   split) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
