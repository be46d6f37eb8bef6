/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "care-test-protocol.h"
#include "screening/care-screening.h"

G_BEGIN_DECLS

/**
 * CareTestReturning:
 * @answers: the two answered forms, as @inputs has them
 *
 * A returning person, in Madrid: intake of three weeks ago, a day check of today, tested, read, treated once.
 */
typedef struct
{
  CareProtocol         *protocol;
  GTimeZone            *zone;
  CareResponse         *intake;
  CareResponse         *day;
  CareHistory          *history;
  CareScreeningAnswers  answers[2];
  CareScreeningInputs   inputs;
} CareTestReturning;

void               care_test_returning_set_up    (CareTestReturning *f,
                                                  gconstpointer      data);
void               care_test_returning_tear_down (CareTestReturning *f,
                                                  gconstpointer      data);
CareInstant        care_test_at                  (const char        *text,
                                                  GTimeZone         *zone);
/* The first finding of the rule; NULL when there is none. */
const CareFinding *care_test_find                (GPtrArray         *findings,
                                                  const char        *rule);
/* Findings that somebody must see to. */
guint              care_test_count_open          (GPtrArray         *findings);

G_END_DECLS
