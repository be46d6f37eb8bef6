/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"

G_BEGIN_DECLS

/**
 * CareFormStep:
 *
 * One screen of a form: a group with item control `page`, a repeating group, a
 * small group, or a question that stands in no such group, with the words that
 * lead up to it and end its group. Immutable; it keeps its nodes alive.
 */
#define CARE_TYPE_FORM_STEP (care_form_step_get_type ())
G_DECLARE_FINAL_TYPE (CareFormStep, care_form_step, CARE, FORM_STEP, GObject)

CareFormStep *care_form_step_new          (const CareItem  *heading,
                                           CareNode *const *nodes,
                                           guint            n_nodes,
                                           guint            main) G_GNUC_WARN_UNUSED_RESULT;
/* The group whose text heads the screen, or NULL. */
const CareItem *care_form_step_get_heading (CareFormStep   *self);
guint         care_form_step_get_n_nodes  (CareFormStep    *self);
CareNode     *care_form_step_get_node     (CareFormStep    *self,
                                           guint            index);
/* What the screen is about: the first node behind the words that lead up to it. */
CareNode     *care_form_step_get_main     (CareFormStep    *self);
/* The node stands on this screen, itself or below one of its nodes. */
gboolean      care_form_step_holds        (CareFormStep    *self,
                                           CareNode        *node);
gboolean      care_form_step_is_same      (CareFormStep    *self,
                                           CareFormStep    *other);

G_END_DECLS
