/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"
#include "widgets/form/care-form-steps.h"

G_BEGIN_DECLS

/**
 * CareFormPages:
 *
 * The screens of a form that are drawn now: one, or all below each other.
 *
 * Signals:
 * - `answered` (#CareNode): somebody changed an answer here
 */
#define CARE_TYPE_FORM_PAGES (care_form_pages_get_type ())
G_DECLARE_FINAL_TYPE (CareFormPages, care_form_pages, CARE, FORM_PAGES, GtkWidget)

void     care_form_pages_draw        (CareFormPages   *self,
                                      CareFormContext *context,
                                      CareFormSteps   *steps,
                                      guint            first,
                                      guint            n_pages);
/* All are drawn, and the steps changed: those that stay keep their widgets. */
void     care_form_pages_splice      (CareFormPages   *self,
                                      guint            position,
                                      guint            removed,
                                      guint            added);
/* FALSE when something is wrong; it is said there and has the focus. */
gboolean care_form_pages_check       (CareFormPages   *self);
gboolean care_form_pages_focus_first (CareFormPages   *self);
gboolean care_form_pages_focus_node  (CareFormPages   *self,
                                      CareNode        *node);
gboolean care_form_pages_say         (CareFormPages   *self,
                                      CareNode        *node,
                                      const char      *words);

G_END_DECLS
