/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareTile:
 *
 * One answer to touch: a toggle button as large as a thumb with a mark that
 * shows the choice without colour (a filled ring for one of several, a ticked
 * box for any of several) and the answer's words, which are its accessible
 * name. A second touch takes the choice back.
 */
#define CARE_TYPE_TILE (care_tile_get_type ())
G_DECLARE_FINAL_TYPE (CareTile, care_tile, CARE, TILE, GtkToggleButton)

typedef enum
{
  CARE_TILE_ONE,
  CARE_TILE_ANY,
} CareTileKind;

GtkWidget  *care_tile_new       (CareTileKind  kind,
                                 const char   *text) G_GNUC_WARN_UNUSED_RESULT;
const char *care_tile_get_text  (CareTile     *self);

G_END_DECLS
