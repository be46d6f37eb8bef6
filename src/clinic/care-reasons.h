/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

#include "clinic/care-visit.h"

G_BEGIN_DECLS

/**
 * CareReason:
 *
 * One finding as it may be read: by a clinician all of it, at the desk only where
 * the protocol lets the desk explain. Properties "rule", "text", "answer".
 */
#define CARE_TYPE_REASON (care_reason_get_type ())
G_DECLARE_FINAL_TYPE (CareReason, care_reason, CARE, REASON, GObject)

/**
 * CareReasonState:
 * @CARE_REASON_OPEN: waits for a decision
 * @CARE_REASON_DECIDED: a clinician decided
 * @CARE_REASON_STANDS: nobody may decide it: only a changed fact clears it
 * @CARE_REASON_INFO: for information, never in the way
 * @CARE_REASON_ANSWER_CHANGED: it vanished by an answer changed after take-back
 */
typedef enum
{
  CARE_REASON_OPEN,
  CARE_REASON_DECIDED,
  CARE_REASON_STANDS,
  CARE_REASON_INFO,
  CARE_REASON_ANSWER_CHANGED,
} CareReasonState;

/* The finding's own id in the record, which a decision names. */
const char         *care_reason_get_id         (CareReason *self);
/* The protocol rule's id: "caffeine". */
const char         *care_reason_get_rule       (CareReason *self);
CareReasonState     care_reason_get_state      (CareReason *self);
gboolean            care_reason_is_stop        (CareReason *self);
/* An allergy without a match, or a typed one: [method@Clinic.confirm_allergy] settles it. */
gboolean            care_reason_is_unmatched_allergy (CareReason *self);
/* What it says, in the desk's language. */
const char         *care_reason_get_text       (CareReason *self);
/* What the desk says to the patient; NULL when there is nothing. */
const char         *care_reason_get_say        (CareReason *self);
/* The answer it comes from, in words; NULL when it comes from no answer. */
const char         *care_reason_get_answer     (CareReason *self);
/* In what the patient's own words of it are; NULL where they are in the staff's language, or there are none. */
const char         *care_reason_get_typed_in   (CareReason *self);
const char *const  *care_reason_get_sources    (CareReason *self);
CareInstant         care_reason_get_clears_at  (CareReason *self);
/* The decision, when there is one: NULL else. */
const char         *care_reason_get_decided_by (CareReason *self);
const char         *care_reason_get_decision   (CareReason *self);
/* The reason with which it may be decided in one tap; NULL when it may not. */
const char         *care_reason_get_one_tap    (CareReason *self);
/* What was tapped and is not signed: YES to treat (of an allergy: it does not concern the product); the reason, the words and
 * by whom, NULL where there are none. */
CareTri             care_reason_get_begun      (CareReason *self);
const char         *care_reason_get_begun_decision (CareReason *self);
const char         *care_reason_get_begun_words (CareReason *self);
const char         *care_reason_get_begun_by   (CareReason *self);

/**
 * CareReasons:
 *
 * What stands behind a visit's word, opened by a clinician's PIN (and written in
 * the audit trail): a GListModel of [class@Reason].
 */
#define CARE_TYPE_REASONS (care_reasons_get_type ())
G_DECLARE_FINAL_TYPE (CareReasons, care_reasons, CARE, REASONS, GObject)

CareVisit  *care_reasons_get_visit     (CareReasons *self);

G_END_DECLS
