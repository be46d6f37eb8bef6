/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareGivenPanel:
 *
 * The sheet changes hands: to whom, what they say back in their own words, and
 * *given*. Emits CareGivenPanel::given.
 */
#define CARE_TYPE_GIVEN_PANEL (care_given_panel_get_type ())
G_DECLARE_FINAL_TYPE (CareGivenPanel, care_given_panel, CARE, GIVEN_PANEL, GtkWidget)

GtkWidget  *care_given_panel_new           (CareDesk       *desk,
                                            gboolean        printed) G_GNUC_WARN_UNUSED_RESULT;
const char *care_given_panel_get_to_whom   (CareGivenPanel *self);
gboolean    care_given_panel_get_said_back (CareGivenPanel *self);

G_END_DECLS
