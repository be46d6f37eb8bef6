/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What runs out before a booked visit, so that it is said when somebody calls and not at check-in (walk 39). */

#include "clinic/care-clinic-due.h"

#include "clinic/care-clinic-private.h"

CareInstant
_care_clinic_test_ends (CareClinic             *self,
                        const CareHistoryEntry *test)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->protocol);
  g_autoptr (GDateTime) local = care_instant_to_local (test->at, self->zone);
  g_autoptr (GDateTime) ends = g_date_time_add_months (local, parameters->test_valid_months);

  return g_date_time_to_unix (ends) * CARE_SECOND;
}

static gboolean
find_consent (CareClinic  *self,
              CareVisit   *visit,
              const char  *tested,
              gboolean    *due,
              GError     **error)
{
  const char *product = visit->product != NULL ? visit->product : tested;
  g_autoptr (CareDocument) plan = NULL;
  g_auto (GStrv) planned = NULL;
  const char *const *areas = (const char *const *) visit->areas;

  *due = FALSE;
  if (areas == NULL || areas[0] == NULL)
    {
      plan = _care_clinic_find_plan (self, visit->patient, NULL);
      planned = plan != NULL ? care_fhir_ext_dup_codes (care_document_get_resource (plan), "area") : NULL;
      areas = (const char *const *) planned;
    }
  /* Nobody knows yet what they would consent to. */
  if (product == NULL || areas == NULL || areas[0] == NULL)
    return TRUE;

  return _care_clinic_is_consent_due (self, visit->patient, product, areas, NULL, due, error);
}

/**
 * care_clinic_find_due:
 * @self: a clinic
 * @visit: a visit
 * @due: (out): what has run out by the visit's start
 *
 * The same rules as at check-in: the intake's months and the longest pause (facts u-02), the test's months (u-03), consent for
 * product and areas. Of a first visit nothing is due: it asks everything.
 *
 * Returns: FALSE when the records cannot be read
 */
gboolean
care_clinic_find_due (CareClinic  *self,
                      CareVisit   *visit,
                      CareDue     *due,
                      GError     **error)
{
  g_autoptr (CareHistory) history = NULL;
  const CareHistoryEntry *test;
  gboolean intake = FALSE;
  gboolean consent = FALSE;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (due != NULL, FALSE);

  *due = CARE_DUE_NOTHING;
  if (visit->state != CARE_STATE_EXPECTED || visit->kind != CARE_VISIT_SESSION)
    return TRUE;

  /* The forms are needed to know their answers again. */
  if (care_clinic_get_form (self, CARE_FORM_FIRST_VISIT, error) == NULL)
    return FALSE;
  history = _care_clinic_load_history (self, visit->patient, NULL, error);
  if (history == NULL)
    return FALSE;

  test = _care_history_find_last (history, CARE_HISTORY_TEST);
  if (test == NULL || visit->start >= _care_clinic_test_ends (self, test))
    *due |= CARE_DUE_TEST;
  if (!_care_clinic_is_intake_due (self, visit->patient, visit->start, &intake, error)
      || !find_consent (self, visit, test != NULL ? test->product : NULL, &consent, error))
    return FALSE;
  if (intake)
    *due |= CARE_DUE_INTAKE;
  if (consent)
    *due |= CARE_DUE_CONSENT;

  return TRUE;
}

/** Returns: how many hours a new test comes before the visit, never fewer than 24 (facts s1-03) */
int
care_clinic_get_test_wait (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), 24);

  return MAX (24, care_protocol_get_parameters (self->protocol)->test_wait_hours);
}
