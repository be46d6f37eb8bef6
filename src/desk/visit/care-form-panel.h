/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"
#include "form/care-response.h"

G_BEGIN_DECLS

/**
 * CareFormPanel:
 *
 * A form inside a room of the desk. Emits CareFormPanel::done when everything
 * asked for is there, CareFormPanel::stopped when somebody leaves it half way, and
 * CareFormPanel::keep a moment after an answer: whoever owns it keeps what is there.
 */
#define CARE_TYPE_FORM_PANEL (care_form_panel_get_type ())
G_DECLARE_FINAL_TYPE (CareFormPanel, care_form_panel, CARE, FORM_PANEL, AdwBin)

GtkWidget    *care_form_panel_new          (CareDesk       *desk,
                                            CareResponse   *response,
                                            const char     *language,
                                            gboolean        whole,
                                            const char     *done_label,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
CareResponse *care_form_panel_get_response (CareFormPanel  *self);
gboolean      care_form_panel_is_touched   (CareFormPanel  *self);
void          care_form_panel_untouch      (CareFormPanel  *self);
/* At the question, which has the focus then. @where: (nullable) */
void          care_form_panel_say_error    (CareFormPanel  *self,
                                            CareNode       *where,
                                            const GError   *error);
/* The first code answered to a question; NULL when there is none. */
char         *care_form_panel_dup_code     (CareResponse   *response,
                                            const char     *question) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
