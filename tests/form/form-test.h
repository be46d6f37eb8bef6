/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"

G_BEGIN_DECLS

/* JSON with ' in the place of ". */
char              *test_quote     (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
/* A sound Questionnaire around @items, a list of items in test_quote() writing. */
CareQuestionnaire *test_form      (const char        *items) G_GNUC_WARN_UNUSED_RESULT;
/* A QuestionnaireResponse around @items. */
CareResponse      *test_answers   (CareQuestionnaire *form,
                                   const char        *items) G_GNUC_WARN_UNUSED_RESULT;
/* The items of the exported response, compact. */
char              *test_export    (CareResponse      *response) G_GNUC_WARN_UNUSED_RESULT;
/* Kinds of problems, "required q1; too-long q2[1]". */
char              *test_problems  (GPtrArray         *problems) G_GNUC_WARN_UNUSED_RESULT;
/* Link ids of enabled nodes in order, "a b c". */
char              *test_enabled   (CareResponse      *response) G_GNUC_WARN_UNUSED_RESULT;
/* A value from "Boolean:true", "Integer:7", "Coding:system|code", "Quantity:5 kg", "Date:2026-11" and so on. */
CareValue         *test_value     (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
/* "../shared/forms/NAME", or NULL when it is not there (the test then skips). */
char              *test_shared    (const char        *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
