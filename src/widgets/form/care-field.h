/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"
#include "widgets/form/care-form-steps.h"

G_BEGIN_DECLS

/**
 * CareField:
 *
 * One question: its words, its help, what it is answered with, the two ways
 * out ("I'm not sure", "I'd rather tell staff") where the form offers them,
 * and beside it, in words, what is wrong.
 *
 * Signals:
 * - `answered`: somebody changed the answer here; it stands in the response
 */
#define CARE_TYPE_FIELD (care_field_get_type ())
G_DECLARE_FINAL_TYPE (CareField, care_field, CARE, FIELD, GtkWidget)

GtkWidget  *care_field_new         (CareFormContext *context,
                                    CareFormSteps   *steps,
                                    CareNode        *node,
                                    gboolean         headline) G_GNUC_WARN_UNUSED_RESULT;
CareNode   *care_field_get_node    (CareField       *self);
/* Draws what the response holds now. */
void        care_field_refresh     (CareField       *self);
/* FALSE when something is wrong; it is said beside the question. */
gboolean    care_field_check       (CareField       *self);
/* Something wrong that the form does not know; it stands until the next answer or check. */
void        care_field_say         (CareField       *self,
                                    const char      *words);
/* What is said to be wrong, or NULL. */
const char *care_field_get_problem (CareField       *self);
gboolean    care_field_focus       (CareField       *self);

G_END_DECLS
