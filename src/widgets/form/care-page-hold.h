/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CarePageHold:
 *
 * Keeps the pages around a widget from scrolling under a finger while
 * something is drawn there. They would take the finger away as soon as it goes
 * up or down: their gestures see it first.
 */
typedef struct _CarePageHold CarePageHold;

CarePageHold *care_page_hold_new  (GtkWidget    *widget) G_GNUC_WARN_UNUSED_RESULT;
/* They scroll again. */
void          care_page_hold_free (CarePageHold *self);

G_END_DECLS
