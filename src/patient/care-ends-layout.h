/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareEndsLayout:
 *
 * Two or three children: the first at the start, the last at the end, one
 * between them in the middle. Where they do not fit into one row, the middle
 * one gets a row above; where the two ends do not fit either, each gets a row.
 * So Back and Next keep their corners at every width.
 */
#define CARE_TYPE_ENDS_LAYOUT (care_ends_layout_get_type ())
G_DECLARE_FINAL_TYPE (CareEndsLayout, care_ends_layout, CARE, ENDS_LAYOUT, GtkLayoutManager)

G_END_DECLS
