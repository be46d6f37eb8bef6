/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "screening/care-answers.h"

G_BEGIN_DECLS

typedef struct _CareScreening CareScreening;

/**
 * CareScreening:
 * @in: what was handed in
 * @product: (nullable): the product chosen
 * @areas: (element-type utf8): areas planned, borrowed
 * @face: one of them counts as face
 * @body: one of them is of the body
 * @had_session: a session was given before
 * @answers: the answers, by question
 * @ran_out: some answers are left out of them, for they count no more
 * @findings: (element-type CareFinding): what was found so far
 *
 * One run.
 */
struct _CareScreening
{
  const CareScreeningInputs *in;
  const CareProduct         *product;
  GPtrArray                 *areas;
  gboolean                   face;
  gboolean                   body;
  gboolean                   had_session;
  CareAnswers               *answers;
  gboolean                   ran_out;
  GPtrArray                 *findings;
};

/* Adds a finding of @rule; @detail makes its key ("conditions=kidney", an instant …). */
CareFinding            *care_screening_add          (CareScreening          *self,
                                                     const CareRule         *rule,
                                                     CareFindingKind         kind,
                                                     const char             *detail);
/* Adds one of a rule built into the program. */
CareFinding            *care_screening_add_built_in (CareScreening          *self,
                                                     CareFind                find,
                                                     CareFindingKind         kind,
                                                     const char             *detail);
/* Adds "clinician must ask", or joins the finding that already says so of the same question. */
void                    care_screening_add_unknown  (CareScreening          *self,
                                                     const CareRule         *rule,
                                                     const CareNode         *node);
/* The latest event before the session begins; @product NULL: of any. (nullable) */
const CareHistoryEntry *care_screening_last         (const CareScreening    *self,
                                                     CareHistoryEvent        event,
                                                     const char             *product);
/* Reactions and lumps that stand; what is only a bruise or some pain does not. */
gboolean                care_screening_is_standing  (const CareScreening    *self,
                                                     const CareHistoryEntry *entry);
CareInstant             care_screening_add_months   (CareInstant             instant,
                                                     GTimeZone              *zone,
                                                     int                     months);

void care_screening_find_answers   (CareScreening *self);
void care_screening_find_allergies (CareScreening *self);
void care_screening_find_identity  (CareScreening *self);
void care_screening_find_product   (CareScreening *self);
void care_screening_find_consent   (CareScreening *self);
void care_screening_find_test      (CareScreening *self);
void care_screening_find_history   (CareScreening *self);

G_END_DECLS
