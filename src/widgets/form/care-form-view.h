/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"
#include "widgets/form/care-form-steps.h"

G_BEGIN_DECLS

/**
 * CareFormView:
 *
 * Draws a form and writes every answer into its #CareResponse as it is given.
 * One screen at a time (only that one has widgets), with Back and Next of its
 * own where `navigation` is on; or, for short records at the desk, everything
 * below each other (`whole`). It scrolls nothing: put it into a scrolled
 * window.
 *
 * Properties, read only, with notify: `step`, `n-steps`.
 *
 * Signals:
 * - `answered` (#CareNode): somebody changed an answer here; it stands in the response
 * - `finished`: Next on the last screen, and nothing is wrong with the answers
 *
 * Actions: `form.next`, `form.back`.
 */
#define CARE_TYPE_FORM_VIEW (care_form_view_get_type ())
G_DECLARE_FINAL_TYPE (CareFormView, care_form_view, CARE, FORM_VIEW, GtkWidget)

GtkWidget       *care_form_view_new             (CareFormContext *context,
                                                 CareResponse    *response) G_GNUC_WARN_UNUSED_RESULT;
CareResponse    *care_form_view_get_response    (CareFormView    *self);
void             care_form_view_set_context     (CareFormView    *self,
                                                 CareFormContext *context);
CareFormSteps   *care_form_view_get_steps       (CareFormView    *self);
guint            care_form_view_get_n_steps     (CareFormView    *self);
guint            care_form_view_get_step        (CareFormView    *self);
void             care_form_view_set_step        (CareFormView    *self,
                                                 guint            step);
void             care_form_view_set_navigation  (CareFormView    *self,
                                                 gboolean         navigation);
void             care_form_view_set_whole       (CareFormView    *self,
                                                 gboolean         whole);

/* FALSE when something on the screen is wrong: it is said there and has the focus. */
gboolean         care_form_view_check           (CareFormView    *self);
/* The same for the whole form: goes to the first screen with something wrong. */
gboolean         care_form_view_check_all       (CareFormView    *self);
/* One screen on after a check; FALSE when the check failed or this is the last screen (then `finished` is sent). */
gboolean         care_form_view_next            (CareFormView    *self);
/* FALSE on the first screen. What stands is kept, right or wrong. */
gboolean         care_form_view_back            (CareFormView    *self);
/* Goes to the screen with @node and puts the focus there. */
gboolean         care_form_view_show_node       (CareFormView    *self,
                                                 CareNode        *node);
/* The same, with @words beside it: something wrong that only the owner of the form knows. */
gboolean         care_form_view_say             (CareFormView    *self,
                                                 CareNode        *node,
                                                 const char      *words);
void             care_form_view_focus_first     (CareFormView    *self);

/* Style sheet of the form's widgets; once for each display is enough, more do no harm. */
void             care_form_view_load_style      (GdkDisplay      *display);

G_END_DECLS
