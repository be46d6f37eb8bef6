/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "screening/care-screening.h"

G_BEGIN_DECLS

#define CARE_QUESTION_SYSTEM "https://aftercare.example/fhir/CodeSystem/question"

typedef struct _CareAsked CareAsked;

/**
 * CareAsked:
 * @node: a question as it stands in a response
 * @form: number of the answered form, newest last
 * @this_visit: answered for this visit
 */
struct _CareAsked
{
  CareNode *node;
  guint     form;
  gboolean  this_visit;
};

typedef struct _CareAnswers CareAnswers;

/* The questions of all answered forms, by code. @skip: (nullable): forms that count no more. */
CareAnswers *care_answers_new       (const CareScreeningAnswers *answers,
                                     guint                       n_answers,
                                     const gboolean             *skip) G_GNUC_WARN_UNUSED_RESULT;
void         care_answers_free      (CareAnswers                *self);

typedef struct _CareLookup CareLookup;

/**
 * CareLookup:
 * @matched: (element-type CareNode): questions of which one of the wanted answers was given
 * @codes: (element-type utf8): those answers' codes, borrowed
 * @unknown: (element-type CareNode): questions not asked, not sure, rather tell staff
 * @offered: a form has the question
 * @clear: answered, none of the wanted answers given, nothing unknown
 */
struct _CareLookup
{
  GPtrArray *matched;
  GPtrArray *codes;
  GPtrArray *unknown;
  gboolean   offered;
  gboolean   clear;
};

/* What was answered to @question, as far as @wanted goes ("*": any answer but no, none); in the newest form that says
 * something about it. */
CareLookup  *care_answers_look_up   (CareAnswers                *self,
                                     const char                 *question,
                                     const char *const          *wanted,
                                     gboolean                    this_visit) G_GNUC_WARN_UNUSED_RESULT;
/* Whether some form lets that answer be given; "*", "unsure" and "tell-staff" need no offer. */
gboolean     care_answers_offer     (CareAnswers                *self,
                                     const char                 *question,
                                     const char                 *answer,
                                     gboolean                    this_visit);
/* The same of one question. */
gboolean     care_item_offers       (const CareItem             *item,
                                     const char                 *answer);
/* The newest form that gave one of the wanted answers, back to the one in which @until was last answered. */
CareLookup  *care_answers_look_back (CareAnswers                *self,
                                     const char                 *question,
                                     const char *const          *wanted,
                                     const char                 *until) G_GNUC_WARN_UNUSED_RESULT;
void         care_lookup_free       (CareLookup                 *self);
/* All questions of that code in all forms (element-type CareAsked); (nullable). */
GPtrArray   *care_answers_list      (CareAnswers                *self,
                                     const char                 *question);
/* The answer code of a value: a coding's code, "yes" or "no" of a boolean; else NULL. */
const char  *care_answers_code_of   (CareValue                  *value);
/* Not asked, not sure or rather tell staff. */
gboolean     care_answers_is_unknown (const CareNode            *node);
char        *care_answers_dup_shown (const CareNode             *node,
                                     const char                 *language,
                                     GTimeZone                  *zone) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareAnswers, care_answers_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLookup, care_lookup_free)

G_END_DECLS
