/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/**
 * CareDue:
 * @CARE_DUE_NOTHING: what is on record holds
 * @CARE_DUE_INTAKE: the whole intake is asked again: too old, or too long a pause by then
 * @CARE_DUE_TEST: the allergy test has run out by then: a new one, and its wait, come first
 * @CARE_DUE_CONSENT: for the product and the areas there is none that holds
 *
 * What has run out when a visit begins.
 */
typedef enum
{
  CARE_DUE_NOTHING = 0,
  CARE_DUE_INTAKE = 1 << 0,
  CARE_DUE_TEST = 1 << 1,
  CARE_DUE_CONSENT = 1 << 2,
} CareDue;

/* Of a visit that is expected; nothing of any other. */
gboolean care_clinic_find_due      (CareClinic   *self,
                                    CareVisit    *visit,
                                    CareDue      *due,
                                    GError      **error);
/* How many hours a new test comes before the visit. */
int      care_clinic_get_test_wait (CareClinic   *self);

G_END_DECLS
