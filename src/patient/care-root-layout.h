/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareRootLayout:
 *
 * Each visible child gets all there is. The screen's size is given, so nobody is
 * asked how high a page would be at the least width: for a page of labels that
 * question costs more than drawing it.
 */
#define CARE_TYPE_ROOT_LAYOUT (care_root_layout_get_type ())
G_DECLARE_FINAL_TYPE (CareRootLayout, care_root_layout, CARE, ROOT_LAYOUT, GtkLayoutManager)

G_END_DECLS
