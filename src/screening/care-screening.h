/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-instant.h"
#include "form/care-response.h"
#include "protocol/care-protocol.h"
#include "screening/care-finding.h"
#include "screening/care-history.h"

G_BEGIN_DECLS

typedef struct _CareScreeningAnswers CareScreeningAnswers;

/**
 * CareScreeningAnswers:
 * @response: (transfer none): the answers as they are now
 * @former: (transfer none) (nullable): the same answers as they were when the visit was taken
 *   back; what vanished since stands as "answer changed"
 * @authored: when they were given
 * @this_visit: they were given for this visit: they count for coffee and skin today, and are not
 *   held against the time that an intake is valid
 *
 * One answered form.
 */
struct _CareScreeningAnswers
{
  CareResponse *response;
  CareResponse *former;
  CareInstant   authored;
  gboolean      this_visit;
};

typedef struct _CareScreeningInputs CareScreeningInputs;

/**
 * CareScreeningInputs:
 * @protocol: the rules
 * @answers: answered forms, the newest last; of two answers to one question the later counts
 * @n_answers: how many
 * @history: (nullable): what happened before; %NULL for nothing
 * @visit: what the patient comes for; the test rules do not stand before the test itself
 * @product: (nullable): id of the product chosen
 * @batch: (nullable): its batch
 * @batch_not_asked: do not miss a batch (command line, checks before the day)
 * @batch_expires: first instant at which the batch may no longer be used, or %CARE_INSTANT_NONE
 * @areas: (array zero-terminated=1) (nullable): areas planned; %NULL takes them from the answers
 * @numbing: whether numbing cream is planned
 * @session_start: when the injections begin: everything is judged for this instant
 * @now: the present, for "ready at"
 * @birth_date: (nullable): on record; %NULL takes it from the answers
 * @identity_open: somebody still has to say who this is (wrong birth date, like names)
 * @consent_needed: %FALSE for a check before consent can exist (booking, reading)
 * @zone: the clinic's time zone
 * @language: (nullable): language of the answers as shown
 *
 * All that screening knows. Fill it with care_screening_inputs_init() and set what applies.
 */
struct _CareScreeningInputs
{
  CareProtocol               *protocol;
  const CareScreeningAnswers *answers;
  guint                       n_answers;
  CareHistory                *history;
  CareVisitKind               visit;
  const char                 *product;
  const char                 *batch;
  gboolean                    batch_not_asked;
  CareInstant                 batch_expires;
  const char *const          *areas;
  CareTri                     numbing;
  CareInstant                 session_start;
  CareInstant                 now;
  const GDate                *birth_date;
  gboolean                    identity_open;
  gboolean                    consent_needed;
  GTimeZone                  *zone;
  const char                 *language;
};

/**
 * CareVerdictWord:
 * @CARE_VERDICT_READY: ready
 * @CARE_VERDICT_DECIDE: clinician must decide
 * @CARE_VERDICT_STOP: do not treat today
 *
 * The desk's three words (fact w-20).
 */
typedef enum
{
  CARE_VERDICT_READY,
  CARE_VERDICT_DECIDE,
  CARE_VERDICT_STOP,
} CareVerdictWord;

typedef struct _CareVerdict CareVerdict;

/**
 * CareVerdict:
 * @word: the desk's word now
 * @ready_at: when time alone stands in the way, the instant at which it no longer does
 *   ("ready 15:10"); else %CARE_INSTANT_NONE
 */
struct _CareVerdict
{
  CareVerdictWord word;
  CareInstant     ready_at;
};

void        care_screening_inputs_init   (CareScreeningInputs       *inputs,
                                          CareProtocol              *protocol,
                                          GTimeZone                 *zone);
GPtrArray  *care_screening_run           (const CareScreeningInputs *inputs) G_GNUC_WARN_UNUSED_RESULT;
CareVerdict care_screening_judge         (GPtrArray                 *findings,
                                          const char *const         *decided);
gboolean    care_screening_has_run_out   (CareProtocol              *protocol,
                                          CareHistory               *history,
                                          GTimeZone                 *zone,
                                          CareInstant                authored,
                                          CareInstant                at);
char      **care_screening_dup_clear_no  (const CareScreeningInputs *inputs) G_GNUC_WARN_UNUSED_RESULT;
const char *care_verdict_word_to_string  (CareVerdictWord            word);

G_END_DECLS
