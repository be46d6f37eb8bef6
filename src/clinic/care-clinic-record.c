/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-session.h"

const char *
_care_clinic_get_record_name (CareVisit *visit)
{
  switch (visit->kind)
    {
    case CARE_VISIT_FIRST:
      return CARE_FORM_TEST_RECORD;
    case CARE_VISIT_READING:
      return CARE_FORM_TEST_READING;
    case CARE_VISIT_SESSION:
    default:
      return CARE_FORM_SESSION_RECORD;
    }
}

static CareValue *
find_value (CareResponse *form,
            const char   *question)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (form, CARE_FHIR_QUESTION, question);

  return nodes->len > 0 ? care_node_get_value (g_ptr_array_index (nodes, 0)) : NULL;
}

static CareInstant
find_instant (CareClinic   *self,
              CareResponse *form,
              const char   *question)
{
  return _care_clinic_find_record_time (self, form, question, NULL);
}

/* What was injected is what was checked; another batch of it may have been opened. */
static gboolean
write_product (CareClinic       *self,
               CareStoreChange  *change,
               JsonObject       *encounter,
               CareResponse     *form,
               GError          **error)
{
  CareValue *product = find_value (form, "product");
  CareValue *batch = find_value (form, "batch");

  if (product == NULL)
    product = find_value (form, "test-product");
  if (batch == NULL)
    batch = find_value (form, "test-batch");

  if (product != NULL
      && g_strcmp0 (care_value_get_code (product), care_fhir_ext_get_string (encounter, "product")) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "product: another one was checked; every change of product is checked before the needle");
      return FALSE;
    }

  if (batch == NULL || g_strcmp0 (care_value_get_code (batch), care_fhir_ext_get_string (encounter, "batch")) == 0)
    return TRUE;

  return _care_clinic_write_batch (self, change, encounter, care_value_get_code (batch), error);
}

/* What the form says overrules what was on the visit: it is signed. */
static void
write_form_facts (CareClinic   *self,
                  JsonObject   *encounter,
                  CareResponse *form)
{
  CareInstant start = find_instant (self, form, "session-start");
  CareInstant end = find_instant (self, form, "session-end");
  CareValue *numbing = find_value (form, "numbing-used");

  if (start != CARE_INSTANT_NONE)
    care_fhir_ext_set_instant (encounter, "began-at", start, self->zone);
  if (end != CARE_INSTANT_NONE)
    {
      CareInstant watch = care_fhir_ext_get_instant (encounter, "watch-until")
                          - care_fhir_ext_get_instant (encounter, "finished-at");

      care_fhir_ext_set_instant (encounter, "finished-at", end, self->zone);
      care_fhir_ext_set_instant (encounter, "watch-until", end + watch, self->zone);
    }
  if (numbing != NULL)
    care_fhir_ext_set_boolean (encounter, "numbed", care_value_is_code (numbing, NULL, "yes"));
}

/* "Anything new?" may stand in the form instead of in the facts. */
static CareNewSince
find_new_since (const CareSessionFacts *facts)
{
  g_autoptr (GPtrArray) nodes = NULL;
  CareNewSince found = CARE_NEW_NOT_ASKED;

  if (facts->new_since != CARE_NEW_NOT_ASKED || facts->form == NULL)
    return facts->new_since;

  nodes = care_response_list_by_code (facts->form, CARE_FHIR_QUESTION, "new-since-answered");
  for (guint i = 0; i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);

      if (care_node_has_code (node, CARE_ANSWER_SYSTEM, "none") || care_node_get_state (node) == CARE_ANSWER_NO)
        found |= CARE_NEW_NOTHING;
      else if (care_node_get_n_answers (node) > 0)
        found |= CARE_NEW_ILLNESS;
      if (care_node_has_code (node, NULL, "medicine"))
        found = (found & ~CARE_NEW_ILLNESS) | CARE_NEW_MEDICINE;
      if (care_node_has_code (node, NULL, "pregnancy"))
        found = (found & ~CARE_NEW_ILLNESS) | CARE_NEW_PREGNANCY;
      if (care_node_has_code (node, NULL, "reaction"))
        found = (found & ~CARE_NEW_ILLNESS) | CARE_NEW_REACTION;
      if (care_node_has_code (node, NULL, "illness"))
        found |= CARE_NEW_ILLNESS;
    }

  return found;
}

static void
put_form (CareClinic       *self,
          CareStoreChange  *change,
          CareVisit        *visit,
          CareResponse     *form,
          const char       *who)
{
  g_autoptr (CareDocument) former =
    _care_clinic_find_response (self, visit, care_response_get_questionnaire (form), NULL, NULL);

  _care_clinic_put_response (self, change, visit, form, former, CARE_RESPONSE_COMPLETED, who, CARE_ANSWER_FROM_PAPER,
                             CARE_HELPER_NOBODY);
}

/* A reaction half an hour after a test is a reaction; a clear first look does not stand for the reading. */
static void
put_first_reading (CareClinic       *self,
                   CareStoreChange  *change,
                   CareVisit        *visit,
                   CareResponse     *form,
                   const char       *who)
{
  CareValue *result = find_value (form, "first-reading-result");
  CareInstant at = find_instant (self, form, "first-reading-time");
  gboolean reaction = result != NULL && care_value_is_code (result, NULL, "reaction");
  JsonObject *resource;

  if (result == NULL)
    return;

  resource = _care_clinic_make_observation (self, visit, CARE_FHIR_SYSTEM "observation",
                                            reaction ? "test-reading" : "first-reading",
                                            at != CARE_INSTANT_NONE ? at : _care_clinic_now (self));
  care_fhir_set_concept (resource, "valueCodeableConcept", CARE_FHIR_SYSTEM "answer",
                         reaction ? "reaction" : "clear", NULL);
  care_fhir_append (resource, "performer", care_fhir_reference ("Practitioner", who));
  care_fhir_append (resource, "partOf", care_fhir_reference ("Procedure", visit->id));
  care_fhir_ext_set_code (resource, "product", visit->product);
  care_store_change_put (change, visit->patient->id, 0, resource);
  if (reaction)
    _care_clinic_put_task (self, change, visit->patient, "test-reaction", CARE_SIGN_SAME_DAY, "Encounter", visit->id,
                           NULL, who);
}

static gboolean
check_record (CareClinic              *self,
              CareVisit               *visit,
              const CareSessionFacts  *facts,
              const CareSignature     *by,
              GError                 **error)
{
  const guint states = 1u << CARE_STATE_IN_TREATMENT | 1u << CARE_STATE_WATCH_UNTIL | 1u << CARE_STATE_SHEET_OWED
                       | 1u << CARE_STATE_LEFT_EARLY;

  if (!_care_clinic_need_state (visit, states, "record", error))
    return FALSE;

  if (visit->kind == CARE_VISIT_READING || visit->recorded)
    return _care_clinic_refuse_state (visit, "record", error);

  if (visit->finished_at == CARE_INSTANT_NONE)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "record: press \"finished now\" first");
      return FALSE;
    }

  for (gsize i = 0; facts->areas != NULL && facts->areas[i] != NULL; i++)
    if (care_protocol_find_area (self->protocol, facts->areas[i]) == NULL)
      {
        g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "areas: \"%s\" is not an area of the protocol",
                     facts->areas[i]);
        return FALSE;
      }

  if (facts->form != NULL && !care_clinic_check_record (self, visit, facts->form, NULL, error))
    return FALSE;

  return _care_clinic_check_clinician (self, by, "record", error);
}

/**
 * care_clinic_record:
 * @self: a clinic
 * @visit: a session or first visit whose injections are finished
 * @facts: what was done
 * @by: a clinician's signature
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when "anything new?" was not asked; %CARE_ERROR_INPUT names the field
 */
gboolean
care_clinic_record (CareClinic              *self,
                    CareVisit               *visit,
                    const CareSessionFacts  *facts,
                    const CareSignature     *by,
                    GError                 **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (facts != NULL && by != NULL, FALSE);

  if (!check_record (self, visit, facts, by, error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  if (facts->areas != NULL && facts->areas[0] != NULL)
    care_fhir_ext_set_codes (encounter, "area", facts->areas);
  if (facts->numbing_known)
    care_fhir_ext_set_boolean (encounter, "numbed", facts->numbed);
  if (facts->form != NULL)
    {
      _care_clinic_follow_batch (self, visit, facts->form);
      write_form_facts (self, encounter, facts->form);
      put_form (self, change, visit, facts->form, by->staff);
      _care_clinic_put_measures (self, change, visit, facts->form, visit->finished_at);
      put_first_reading (self, change, visit, facts->form, by->staff);
    }
  if (facts->watch_minutes != 0)
    care_fhir_ext_set_instant (encounter, "watch-until",
                               visit->finished_at + facts->watch_minutes * CARE_MINUTE, self->zone);
  care_fhir_ext_set_boolean (encounter, "recorded", TRUE);
  if (visit->state != CARE_STATE_LEFT_EARLY)
    _care_clinic_settle (self, encounter);
  if ((facts->form != NULL && !write_product (self, change, encounter, facts->form, error))
      || !_care_clinic_write_record_news (self, change, visit, encounter, find_new_since (facts), by->staff, error)
      || !_care_clinic_put_procedure (self, change, visit, encounter, by->staff, error)
      || !_care_clinic_tell_clashes (self, change, visit, encounter, by->staff, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "record", by->staff, error);
}

static JsonObject *
make_reading (CareClinic  *self,
              CareVisit   *visit,
              const char  *product,
              gboolean     reaction,
              CareInstant  at,
              const char  *who)
{
  JsonObject *resource =
    _care_clinic_make_observation (self, visit, CARE_FHIR_SYSTEM "observation", "test-reading", at);

  care_fhir_set_concept (resource, "valueCodeableConcept", CARE_FHIR_SYSTEM "answer",
                         reaction ? "reaction" : "clear", NULL);
  care_fhir_append (resource, "performer", care_fhir_reference ("Practitioner", who));
  care_fhir_ext_set_code (resource, "product", product);

  return resource;
}

/**
 * care_clinic_record_reading:
 * @self: a clinic
 * @visit: a reading visit that has arrived
 * @reaction: whether there was any reaction
 * @form: (nullable): the reading form
 * @by: a clinician's signature
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED before the test's wait is over
 */
gboolean
care_clinic_record_reading (CareClinic           *self,
                            CareVisit            *visit,
                            gboolean              reaction,
                            CareResponse         *form,
                            const CareSignature  *by,
                            GError              **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree char *product = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_need_state (visit, 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_IN_TREATMENT, "reading", error))
    return FALSE;
  if (visit->kind != CARE_VISIT_READING || visit->recorded)
    return _care_clinic_refuse_state (visit, "reading", error);
  if (!_care_clinic_check_reading_time (self, visit, _care_clinic_now (self), &product, error)
      || (form != NULL && !care_clinic_check_record (self, visit, form, NULL, error))
      || !_care_clinic_check_clinician (self, by, "reading", error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  care_store_change_put (change, visit->patient->id, 0,
                         make_reading (self, visit, product, reaction, care_store_change_get_at (change), by->staff));
  if (form != NULL)
    put_form (self, change, visit, form, by->staff);
  care_fhir_ext_set_boolean (encounter, "recorded", TRUE);
  _care_visit_set_state (encounter, CARE_STATE_IN_TREATMENT);
  if (reaction)
    {
      /* No next visit follows a reaction by itself: a clinician has to look at it. */
      _care_clinic_put_task (self, change, visit->patient, "test-reaction", CARE_SIGN_SAME_DAY, "Encounter", visit->id,
                             NULL, by->staff);
      care_fhir_ext_set_boolean (encounter, "next-put-off", TRUE);
      _care_visit_set_state (encounter, CARE_STATE_DONE);
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, "fulfilled", "reading", by->staff, error)
         && _care_clinic_screen_waiting (self, visit->patient, error);
}
