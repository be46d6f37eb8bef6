/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareWrapLayout:
 *
 * Lays children out in as many columns of one width as fit. A column is as wide
 * as its longest label wants, within bounds that grow with the type size;
 * beyond them labels wrap. Rows are as high as their highest child. Mirrors in
 * right-to-left languages.
 */
#define CARE_TYPE_WRAP_LAYOUT (care_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (CareWrapLayout, care_wrap_layout, CARE, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *care_wrap_layout_new (double least_ems,
                                        double most_ems,
                                        int    max_columns,
                                        int    spacing) G_GNUC_WARN_UNUSED_RESULT;

/* One column as wide as there is room. Asked how wide it must be for some height, it answers without trying widths one
 * after the other, as a vertical #GtkBox does: with a page of labels below, that search takes half a second. */
GtkLayoutManager *care_wrap_layout_new_column (int spacing) G_GNUC_WARN_UNUSED_RESULT;
/* The type size in pixels, which columns and gaps are counted in. */
double            care_wrap_layout_get_em (GtkWidget *widget);

G_END_DECLS
