/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "protocol/care-product.h"

G_BEGIN_DECLS

/**
 * CareVisitKind:
 * @CARE_VISIT_FIRST: intake, consent, two test injections
 * @CARE_VISIT_READING: the test is read by a clinician
 * @CARE_VISIT_SESSION: a treatment session
 *
 * What a patient comes for.
 */
typedef enum
{
  CARE_VISIT_FIRST,
  CARE_VISIT_READING,
  CARE_VISIT_SESSION,
} CareVisitKind;

/**
 * CareTri:
 * @CARE_TRI_UNKNOWN: not asked, not sure, not said
 * @CARE_TRI_NO: a clear no
 * @CARE_TRI_YES: a clear yes
 */
typedef enum
{
  CARE_TRI_UNKNOWN,
  CARE_TRI_NO,
  CARE_TRI_YES,
} CareTri;

typedef enum
{
  CARE_WHEN_ANY_AREA,
  CARE_WHEN_FACE,
  CARE_WHEN_BODY,
} CareWhenAreas;

/**
 * CareWhenNumbed:
 * @CARE_WHEN_NUMBED_ANY: always
 * @CARE_WHEN_NUMBED_YES_OR_UNKNOWN: a warning: only a clear no drops it
 * @CARE_WHEN_NUMBED_YES: only a clear yes
 * @CARE_WHEN_NUMBED_NO: a permission: only a clear no lets it print
 */
typedef enum
{
  CARE_WHEN_NUMBED_ANY,
  CARE_WHEN_NUMBED_YES_OR_UNKNOWN,
  CARE_WHEN_NUMBED_YES,
  CARE_WHEN_NUMBED_NO,
} CareWhenNumbed;

/**
 * CareWhen:
 * @areas: face or body only
 * @numbed: what must be known about numbing cream
 * @clear_no: (array zero-terminated=1) (nullable): "question/answer" pairs that must be a clear no,
 *   "conditions/kidney"
 * @visits: bits (1 << CareVisitKind), 0 for every visit; for lines of the blocks before and
 *   call-before the visit that they are before
 * @classes: bits (1 << CareProductClass), 0 for every product
 * @last_session: only after the last session of a course
 *
 * When a line or a sign stands on a sheet.
 */
typedef struct _CareWhen CareWhen;

struct _CareWhen
{
  CareWhenAreas  areas;
  CareWhenNumbed numbed;
  char         **clear_no;
  guint          visits;
  guint          classes;
  gboolean       last_session;
};

/**
 * CareWhenFacts:
 * @visit: what the sheet is for
 * @face: an area that counts as face was treated
 * @body: an area of the body was treated
 * @numbed: whether numbing cream was used
 * @clear_no: (array zero-terminated=1) (nullable): the "question/answer" pairs that were
 *   answered with a clear no
 * @product: (nullable): what was injected
 * @last_session: whether this was the last session of the course
 *
 * What is known about a visit, to hold a CareWhen against.
 */
typedef struct _CareWhenFacts CareWhenFacts;

struct _CareWhenFacts
{
  CareVisitKind      visit;
  gboolean           face;
  gboolean           body;
  CareTri            numbed;
  const char *const *clear_no;
  const CareProduct *product;
  gboolean           last_session;
};

gboolean care_when_holds       (const CareWhen      *self,
                                const CareWhenFacts *facts);
gboolean care_when_may_overlap (const CareWhen      *self,
                                const CareWhen      *other);
void     care_when_clear       (CareWhen            *self);

G_END_DECLS
