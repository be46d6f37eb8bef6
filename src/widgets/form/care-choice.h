/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "form/care-response.h"
#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CareChoice:
 *
 * The tiles of a question that is answered by choosing: choice, open-choice
 * (with a tile that opens a line for one's own words) and boolean. It writes
 * into the response itself and follows it.
 *
 * Signals:
 * - `edited`: somebody chose, or took a choice back
 */
#define CARE_TYPE_CHOICE (care_choice_get_type ())
G_DECLARE_FINAL_TYPE (CareChoice, care_choice, CARE, CHOICE, GtkWidget)

GtkWidget *care_choice_new       (CareFormContext *context,
                                  CareResponse    *response,
                                  CareNode        *node) G_GNUC_WARN_UNUSED_RESULT;
void       care_choice_refresh   (CareChoice      *self);
GtkWidget *care_choice_get_focus (CareChoice      *self);
/* Own words were opened and are still empty. */
gboolean   care_choice_lacks_own (CareChoice      *self);

G_END_DECLS
