/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-way.h"

#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-private.h"

void
care_way_free (CareWay *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->test_product);
  g_clear_object (&self->next_visit);
  g_free (self);
}

static gboolean
find_next_visit (CareClinic   *self,
                 CarePatient  *patient,
                 CareWay      *way,
                 GError      **error)
{
  g_autoptr (GListModel) visits = care_clinic_list_patient_visits (self, patient, error);

  if (visits == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (visits) && way->next_visit == NULL; i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);

      if (visit->state == CARE_STATE_EXPECTED)
        way->next_visit = g_object_ref (visit);
    }

  return TRUE;
}

/* The stage that follows from the newest test, its reading, and the sessions since. */
static void
find_stage (CareClinic  *self,
            CareHistory *history,
            CareWay     *way)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->protocol);
  const CareHistoryEntry *test = _care_history_find_last (history, CARE_HISTORY_TEST);
  const CareHistoryEntry *reading = _care_history_find_last (history, CARE_HISTORY_READING);
  const CareHistoryEntry *session = _care_history_find_last (history, CARE_HISTORY_SESSION);

  way->sessions_done = _care_history_count (history, CARE_HISTORY_SESSION);
  if (session != NULL)
    way->next_earliest =
      session->at + MAX (7, care_protocol_get_min_gap_days (self->protocol, session->product)) * 24 * CARE_HOUR;

  if (test == NULL)
    {
      way->stage = CARE_STAGE_FIRST_VISIT;
      way->next_kind = CARE_VISIT_FIRST;
      return;
    }

  way->test_at = test->at;
  way->test_product = g_strdup (test->product);
  way->reading_from = test->at + MAX (24, parameters->test_wait_hours) * CARE_HOUR;
  way->test_valid_until = _care_clinic_test_ends (self, test);
  if (reading == NULL || reading->at < test->at)
    {
      way->stage = CARE_STAGE_READING;
      way->next_kind = CARE_VISIT_READING;
    }
  else if (reading->result != CARE_RESULT_CLEAR || _care_history_find_last (history, CARE_HISTORY_REACTION) != NULL)
    {
      way->stage = CARE_STAGE_HALTED;
      way->next_kind = CARE_VISIT_SESSION;
    }
  else
    {
      way->stage = way->sessions_planned > 0 && way->sessions_done >= way->sessions_planned ? CARE_STAGE_COMPLETE
                                                                                            : CARE_STAGE_SESSIONS;
      way->next_kind = CARE_VISIT_SESSION;
    }
}

static gboolean
find_due (CareClinic   *self,
          CarePatient  *patient,
          CareWay      *way,
          GError      **error)
{
  g_autoptr (CareDocument) plan = _care_clinic_find_plan (self, patient, NULL);
  g_auto (GStrv) areas = plan != NULL ? care_fhir_ext_dup_codes (care_document_get_resource (plan), "area")
                                      : g_new0 (char *, 1);
  g_autoptr (GListModel) tasks = care_clinic_list_tasks (self, patient, error);

  if (tasks == NULL)
    return FALSE;

  way->open_tasks = g_list_model_get_n_items (tasks);

  return _care_clinic_is_intake_due (self, patient, _care_clinic_now (self), &way->intake_due, error)
         && _care_clinic_is_consent_due (self, patient, way->test_product, (const char *const *) areas, NULL,
                                         &way->consent_due, error);
}

/**
 * care_clinic_get_way:
 * @self: a clinic
 * @patient: a patient
 *
 * Returns: (transfer full): where the patient is on the way and what is next
 */
CareWay *
care_clinic_get_way (CareClinic   *self,
                     CarePatient  *patient,
                     GError      **error)
{
  g_autoptr (CareWay) way = NULL;
  g_autoptr (CareHistory) history = NULL;
  g_autoptr (CareDocument) plan = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  /* The form itself is needed to know its answers again. */
  if (care_clinic_get_form (self, CARE_FORM_FIRST_VISIT, error) == NULL)
    return NULL;

  history = _care_clinic_load_history (self, patient, NULL, error);
  if (history == NULL)
    return NULL;

  way = g_new0 (CareWay, 1);
  way->test_at = way->reading_from = way->test_valid_until = way->next_earliest = CARE_INSTANT_NONE;
  plan = _care_clinic_find_plan (self, patient, NULL);
  if (plan != NULL)
    way->sessions_planned = (guint) care_fhir_ext_get_integer (care_document_get_resource (plan), "sessions");
  find_stage (self, history, way);
  if (!find_next_visit (self, patient, way, error) || !find_due (self, patient, way, error))
    return NULL;

  return g_steal_pointer (&way);
}
