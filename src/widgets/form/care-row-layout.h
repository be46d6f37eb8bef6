/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareRowLayout:
 *
 * Children side by side, the expanding ones taking what is left: a horizontal #GtkBox for words that wrap. When it is
 * allocated, a #GtkBox asks each child how narrow it can be at that height, and a label answers by laying its words out
 * some twenty times; most of the time in which a page came up went there. This one asks only what a width needs in height.
 */
#define CARE_TYPE_ROW_LAYOUT (care_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (CareRowLayout, care_row_layout, CARE, ROW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *care_row_layout_new     (double spacing_ems,
                                           int    spacing) G_GNUC_WARN_UNUSED_RESULT;
/* A box that is laid out so. */
GtkWidget        *care_row_layout_new_box (double spacing_ems,
                                           int    spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
