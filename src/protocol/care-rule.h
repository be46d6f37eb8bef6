/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-text.h"
#include "protocol/care-when.h"

G_BEGIN_DECLS

typedef enum
{
  CARE_LEVEL_INFO,
  CARE_LEVEL_REVIEW,
  CARE_LEVEL_STOP,
} CareLevel;

/**
 * CareFind:
 * @CARE_FIND_ANSWER: one of @answers was given to @question
 *
 * What a rule looks for. Every kind but the first is built into the program and
 * stands exactly once in a protocol, which gives it words, level and sources.
 */
typedef enum
{
  CARE_FIND_ANSWER,
  CARE_FIND_UNDER_AGE,
  CARE_FIND_OVER_AGE,
  CARE_FIND_IDENTITY,
  CARE_FIND_PRODUCT,
  CARE_FIND_BATCH,
  CARE_FIND_CONSENT,
  CARE_FIND_TEST_MISSING,
  CARE_FIND_TEST_EARLY,
  CARE_FIND_TEST_UNREAD,
  CARE_FIND_TEST_REACTION,
  CARE_FIND_TEST_EXPIRED,
  CARE_FIND_GAP,
  CARE_FIND_MAX_VISITS,
  CARE_FIND_OUTSIDE_LABEL,
  CARE_FIND_ALLERGY_MATCH,
  CARE_FIND_ALLERGY_UNMATCHED,
  CARE_FIND_STANDING_REACTION,
  CARE_FIND_INTAKE_EXPIRED,
  CARE_FIND_REVIEW_DUE,
  CARE_FIND_ANSWER_CHANGED,
  CARE_FIND_ALLERGY_EARLIER,
  CARE_FIND_UNANSWERED,
  CARE_N_FINDS,
} CareFind;

/**
 * CareRule:
 * @id: short name, "blood-thinner"
 * @path: its place in the file
 * @find: what it looks for
 * @question: (nullable): question code (code system "question")
 * @answers: (array zero-terminated=1) (nullable): answer codes that raise it; with several
 *   at least @at_least of them; "*" stands for any answer that is not "no" or "none"
 * @at_least: how many of @answers must be given, 1 for any
 * @level: how grave
 * @decidable: whether a clinician may decide it
 * @prescribed: about a medicine somebody prescribed: never a time, "keep taking it"
 * @time_question: (nullable): question code of "when last"
 * @hours: with @time_question: hours after which it clears, else 0
 * @this_visit: only an answer given for this visit counts (coffee, skin today)
 * @after_session: only asked once a session has been given
 * @stands_until: (nullable): question code: what was said once ("pregnant since") stands until that
 *   question has been answered again
 * @may_be_unasked: asked elsewhere and kept there (consent, session record): no answer is no finding
 * @numbing: only in force where numbing cream is or may be used
 * @desk_explains: the desk may say the reason (coffee, meal, makeup)
 * @when: areas, visits and product classes it is in force for
 * @ingredients: (array zero-terminated=1) (nullable): in force only when the product holds one of them
 * @reason: what was found, for the clinician
 * @desk_says: what the desk says to the patient
 * @clinician: what the clinician decides
 * @sources: (array zero-terminated=1): fact ids, "clinic:…"
 *
 * One screening rule. Immutable; belongs to its CareProtocol.
 */
typedef struct _CareRule CareRule;

struct _CareRule
{
  char     *id;
  char     *path;
  CareFind  find;
  char     *question;
  char    **answers;
  int       at_least;
  CareLevel level;
  gboolean  decidable;
  gboolean  prescribed;
  char     *time_question;
  int       hours;
  gboolean  this_visit;
  gboolean  after_session;
  char     *stands_until;
  gboolean  may_be_unasked;
  gboolean  numbing;
  gboolean  desk_explains;
  CareWhen  when;
  char    **ingredients;
  CareText *reason;
  CareText *desk_says;
  CareText *clinician;
  char    **sources;
};

const char *care_level_to_string (CareLevel       self);
const char *care_find_to_string  (CareFind        self);
gboolean    care_rule_in_force   (const CareRule *self,
                                  const CareProduct *product,
                                  gboolean           face,
                                  gboolean           body,
                                  CareTri            numbing);
void        care_rule_free       (CareRule       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareRule, care_rule_free)

G_END_DECLS
