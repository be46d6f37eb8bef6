/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-proposal.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareTimeChooser:
 *
 * Free times of a kind of visit, day by day, that keep opening hours, rooms and
 * gaps. Emits CareTimeChooser::chosen with the proposal.
 */
#define CARE_TYPE_TIME_CHOOSER (care_time_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CareTimeChooser, care_time_chooser, CARE, TIME_CHOOSER, GtkWidget)

GtkWidget *care_time_chooser_new  (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean   care_time_chooser_show (CareTimeChooser  *self,
                                   CareDesk         *desk,
                                   CarePatient      *patient,
                                   CareVisitKind     kind,
                                   CareInstant       from,
                                   GError          **error);
CareInstant care_time_chooser_get_from (CareTimeChooser *self);

G_END_DECLS
