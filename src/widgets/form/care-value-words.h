/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-problem.h"
#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/* A choice as a person reads it in the context's language. */
char *care_option_dup_words (const CareOption *option,
                             CareFormContext  *context) G_GNUC_WARN_UNUSED_RESULT;
/* An answer as a person reads it in the context's language: an option's words, a date in words, a number with its unit. */
char *care_value_dup_words   (CareValue         *value,
                              const CareItem    *item,
                              CareFormContext   *context) G_GNUC_WARN_UNUSED_RESULT;
/* All answers of a question, or the reason why there is none, or NULL when nothing stands there. */
char *care_node_dup_words    (CareNode          *node,
                              CareFormContext   *context) G_GNUC_WARN_UNUSED_RESULT;
/* What is wrong and what to do, in the context's language. */
char *care_problem_dup_words (const CareProblem *problem,
                              const CareItem    *item,
                              CareFormContext   *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
