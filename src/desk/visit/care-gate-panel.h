/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-clinic-session.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareGatePanel:
 *
 * Before every needle: the birth date the patient says aloud (the right one among
 * four), and "is anything new since you answered?". Before a reading, the birth date alone.
 */
#define CARE_TYPE_GATE_PANEL (care_gate_panel_get_type ())
G_DECLARE_FINAL_TYPE (CareGatePanel, care_gate_panel, CARE, GATE_PANEL, GtkWidget)

GtkWidget    *care_gate_panel_new        (CareDesk       *desk,
                                          CareVisit      *visit) G_GNUC_WARN_UNUSED_RESULT;
gboolean      care_gate_panel_is_touched (CareGatePanel  *self);
gboolean      care_gate_panel_check      (CareGatePanel  *self,
                                          GError        **error);
CareNewSince  care_gate_panel_get_new    (CareGatePanel  *self);

G_END_DECLS
