/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-instant.h"
#include "protocol/care-rule.h"

G_BEGIN_DECLS

/**
 * CareFindingKind:
 * @CARE_FINDING_ANSWERED: an answer raised the rule
 * @CARE_FINDING_NOT_ASKED: nothing was answered; the clinician must ask
 * @CARE_FINDING_NOT_SURE: "I'm not sure"; the clinician must ask
 * @CARE_FINDING_TELL_STAFF: "I'd rather tell staff"; the clinician must ask
 * @CARE_FINDING_TEST: the allergy test
 * @CARE_FINDING_PRODUCT: product, batch, gap, number of visits, label
 * @CARE_FINDING_CONSENT: consent
 * @CARE_FINDING_IDENTITY: who this is, and how old
 * @CARE_FINDING_ALLERGY: an allergy, matched or not
 * @CARE_FINDING_HISTORY: what happened before
 * @CARE_FINDING_ANSWER_CHANGED: a finding vanished because an answer was changed
 */
typedef enum
{
  CARE_FINDING_ANSWERED,
  CARE_FINDING_NOT_ASKED,
  CARE_FINDING_NOT_SURE,
  CARE_FINDING_TELL_STAFF,
  CARE_FINDING_TEST,
  CARE_FINDING_PRODUCT,
  CARE_FINDING_CONSENT,
  CARE_FINDING_IDENTITY,
  CARE_FINDING_ALLERGY,
  CARE_FINDING_HISTORY,
  CARE_FINDING_ANSWER_CHANGED,
} CareFindingKind;

typedef struct _CareFinding CareFinding;

/**
 * CareFinding:
 * @key: names this finding for as long as the facts behind it stay the same: rule, question,
 *   what was answered. A decision belongs to a key; another answer makes another key.
 * @rule: id of the rule
 * @also: (array zero-terminated=1): ids of further rules that the same unanswered question feeds
 * @kind: what sort
 * @level: how grave
 * @decidable: whether a clinician may decide it
 * @prescribed: about a prescribed medicine: print "keep taking it" beside it
 * @desk_explains: the desk may say the reason
 * @link_id: (nullable): the question's link id
 * @question: (nullable): the question's code
 * @answer: (nullable): the answer as shown, in the language asked for; a patient's words: never log it
 * @typed_in: (nullable): in what the typed words of @answer are, where that is not the language asked for
 * @reason: what was found
 * @desk_says: what the desk says to the patient
 * @clinician: what the clinician decides
 * @clears_at: when time alone clears it, or %CARE_INSTANT_NONE
 * @sources: (array zero-terminated=1): where the rule is from
 *
 * One finding of the screening.
 */
struct _CareFinding
{
  char              *key;
  char              *rule;
  char             **also;
  CareFindingKind    kind;
  CareLevel          level;
  gboolean           decidable;
  gboolean           prescribed;
  gboolean           desk_explains;
  char              *link_id;
  char              *question;
  char              *answer;
  char              *typed_in;
  CareText          *reason;
  CareText          *desk_says;
  CareText          *clinician;
  CareInstant        clears_at;
  char             **sources;
};

const char  *care_finding_kind_to_string (CareFindingKind    self);
void         care_finding_free           (CareFinding       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFinding, care_finding_free)

G_END_DECLS
