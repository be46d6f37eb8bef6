/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"
#include "widgets/form/care-form-steps.h"

G_BEGIN_DECLS

/**
 * CareFieldAnswers:
 *
 * The typed answers of one question: one editor, or several to add and remove
 * where the question repeats. It writes into the response itself; what is
 * typed and no value yet is kept with the steps.
 *
 * Signals:
 * - `edited`: somebody changed one
 */
#define CARE_TYPE_FIELD_ANSWERS (care_field_answers_get_type ())
G_DECLARE_FINAL_TYPE (CareFieldAnswers, care_field_answers, CARE, FIELD_ANSWERS, GtkWidget)

GtkWidget *care_field_answers_new       (CareFormContext *context,
                                   CareFormSteps   *steps,
                                   CareNode        *node,
                                   const char      *label) G_GNUC_WARN_UNUSED_RESULT;
void       care_field_answers_refresh   (CareFieldAnswers     *self);
/* Words for the first thing typed that is no value, or NULL. */
char      *care_field_answers_dup_fault (CareFieldAnswers     *self) G_GNUC_WARN_UNUSED_RESULT;
/* Tells a screen reader; NULL takes it back. */
void       care_field_answers_set_fault (CareFieldAnswers     *self,
                                   const char      *words);
GtkWidget *care_field_answers_get_focus (CareFieldAnswers     *self);
/* Empties all editors without a word. */
void       care_field_answers_empty     (CareFieldAnswers     *self);

G_END_DECLS
