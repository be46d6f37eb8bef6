/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareChime:
 *
 * A short sound of our own that calls staff to the screen. GTK plays it where
 * it has a media module; where it has none, or the sound fails, the display's
 * bell is rung instead. That somebody hears it is claimed nowhere.
 *
 * Signals:
 * - `rang` (gboolean): it was asked for; whether the bell had to do
 */
#define CARE_TYPE_CHIME (care_chime_get_type ())
G_DECLARE_FINAL_TYPE (CareChime, care_chime, CARE, CHIME, GObject)

CareChime      *care_chime_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void            care_chime_ring       (CareChime *self,
                                       GtkWidget *widget);
/* Made when it is first needed; for tests. */
GtkMediaStream *care_chime_get_stream (CareChime *self);

G_END_DECLS
