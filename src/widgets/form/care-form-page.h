/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"
#include "widgets/form/care-form-steps.h"

G_BEGIN_DECLS

/**
 * CareFormPage:
 *
 * One screen of a form, drawn: its heading, its texts and questions in reading
 * order. Questions appear and vanish as the answers say; what stands keeps its
 * widgets, its focus and what is typed.
 *
 * Signals:
 * - `answered` (#CareNode): somebody changed an answer here
 */
#define CARE_TYPE_FORM_PAGE (care_form_page_get_type ())
G_DECLARE_FINAL_TYPE (CareFormPage, care_form_page, CARE, FORM_PAGE, GtkWidget)

GtkWidget    *care_form_page_new         (CareFormContext *context,
                                          CareFormSteps   *steps,
                                          CareFormStep    *step) G_GNUC_WARN_UNUSED_RESULT;
CareFormStep *care_form_page_get_step    (CareFormPage    *self);
/* Not drawn where the screen above has the same heading. */
void          care_form_page_show_heading (CareFormPage   *self,
                                           gboolean        show);
/* FALSE when something is wrong; it is said beside the question. */
gboolean      care_form_page_check       (CareFormPage    *self);
/* The first question with something wrong. */
gboolean      care_form_page_focus_problem (CareFormPage  *self);
gboolean      care_form_page_focus_first (CareFormPage    *self);
gboolean      care_form_page_focus_node  (CareFormPage    *self,
                                          CareNode        *node);
/* Says something wrong with @node's answer that the form does not know; FALSE when it is not here. */
gboolean      care_form_page_say         (CareFormPage    *self,
                                          CareNode        *node,
                                          const char      *words);

G_END_DECLS
