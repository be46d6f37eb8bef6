/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

#include "widgets/form/care-form-outline.h"
#include "widgets/form/care-form-step.h"

G_BEGIN_DECLS

/**
 * CareFormSteps:
 *
 * The screens of a form as its answers stand: a #GListModel of #CareFormStep
 * that follows the response. It also keeps what was typed and is no value yet
 * ("31 / 2"), so that leaving a screen loses nothing.
 */
#define CARE_TYPE_FORM_STEPS (care_form_steps_get_type ())
G_DECLARE_FINAL_TYPE (CareFormSteps, care_form_steps, CARE, FORM_STEPS, GObject)

#define CARE_NO_STEP G_MAXUINT

CareFormSteps *care_form_steps_new              (CareResponse  *response) G_GNUC_WARN_UNUSED_RESULT;
CareResponse  *care_form_steps_get_response     (CareFormSteps *self);
guint          care_form_steps_get_n            (CareFormSteps *self);
CareFormStep  *care_form_steps_get              (CareFormSteps *self,
                                                 guint          index);
guint          care_form_steps_find_node        (CareFormSteps *self,
                                                 CareNode      *node);
guint          care_form_steps_find_step        (CareFormSteps *self,
                                                 CareFormStep  *step);
/* The first screen with a question that nobody answered yet, but for those in @seen; else CARE_NO_STEP. */
guint          care_form_steps_find_unanswered  (CareFormSteps *self,
                                                 GHashTable    *seen);
void           care_form_steps_add_seen         (CareFormSteps *self,
                                                 CareFormStep  *step,
                                                 GHashTable    *seen);
/* An answer, one that was begun, or a reason for none stands somewhere in the form. */
gboolean       care_form_steps_has_answers      (CareFormSteps *self);

G_END_DECLS
