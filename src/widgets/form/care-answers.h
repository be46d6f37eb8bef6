/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"
#include "widgets/form/care-form-steps.h"

G_BEGIN_DECLS

/**
 * CareAnswers:
 *
 * The typed answers of one question: one editor, or several to add and remove
 * where the question repeats. It writes into the response itself; what is
 * typed and no value yet is kept with the steps.
 *
 * Signals:
 * - `edited`: somebody changed one
 */
#define CARE_TYPE_ANSWERS (care_answers_get_type ())
G_DECLARE_FINAL_TYPE (CareAnswers, care_answers, CARE, ANSWERS, GtkWidget)

GtkWidget *care_answers_new       (CareFormContext *context,
                                   CareFormSteps   *steps,
                                   CareNode        *node,
                                   const char      *label) G_GNUC_WARN_UNUSED_RESULT;
void       care_answers_refresh   (CareAnswers     *self);
/* Words for the first thing typed that is no value, or NULL. */
char      *care_answers_dup_fault (CareAnswers     *self) G_GNUC_WARN_UNUSED_RESULT;
/* Tells a screen reader; NULL takes it back. */
void       care_answers_set_fault (CareAnswers     *self,
                                   const char      *words);
GtkWidget *care_answers_get_focus (CareAnswers     *self);
/* Empties all editors without a word. */
void       care_answers_empty     (CareAnswers     *self);

G_END_DECLS
