/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-visit.h"

G_BEGIN_DECLS

/**
 * CareWay:
 * @stage: where the patient is
 * @sessions_done: sessions behind
 * @sessions_planned: sessions of the course; 0 while none is planned
 * @test_at: the test injections; CARE_INSTANT_NONE before
 * @test_product: (nullable): the product they were made with
 * @reading_from: earliest reading of that test
 * @test_valid_until: until when a clear test counts
 * @next_earliest: earliest next treatment (the product's gap), or NONE
 * @intake_due: the whole intake is asked again (12 months, or a gap of 6)
 * @consent_due: no valid consent for product and areas
 * @open_tasks: tasks of this patient that wait for a clinician
 * @next_visit: (nullable): the next visit that is booked
 * @next_kind: what has to come next, booked or not
 *
 * First visit, reading, sessions: where a patient is on the way and what is next.
 */
typedef struct
{
  CareStage      stage;
  guint          sessions_done;
  guint          sessions_planned;
  CareInstant    test_at;
  char          *test_product;
  CareInstant    reading_from;
  CareInstant    test_valid_until;
  CareInstant    next_earliest;
  gboolean       intake_due;
  gboolean       consent_due;
  guint          open_tasks;
  CareVisit     *next_visit;
  CareVisitKind  next_kind;
} CareWay;

void care_way_free (CareWay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareWay, care_way_free)

G_END_DECLS
