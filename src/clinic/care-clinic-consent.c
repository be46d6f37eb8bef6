/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Consent: asked for once product and areas are chosen, because it names them; void for any other. */

#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-private.h"

static const guint before_the_needle = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_MUST_DECIDE
                                       | 1u << CARE_STATE_STOPPED | 1u << CARE_STATE_READY;

static gboolean
has_answer (CareResponse *response,
            const char   *question,
            const char   *code)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, question);

  for (guint i = 0; i < nodes->len; i++)
    if (care_node_has_code (g_ptr_array_index (nodes, i), NULL, code))
      return TRUE;

  return FALSE;
}

/* Whether these answers were given on a page that named the product and all of the areas. */
gboolean
_care_clinic_consent_names (CareResponse       *response,
                            const char         *product,
                            const char *const  *areas)
{
  if (product == NULL || areas == NULL || areas[0] == NULL || !has_answer (response, "product", product))
    return FALSE;

  for (gsize i = 0; areas[i] != NULL; i++)
    if (!has_answer (response, "areas", areas[i]))
      return FALSE;

  return TRUE;
}

gboolean
_care_clinic_has_consent_answers (CareClinic         *self,
                                  CareVisit          *visit,
                                  const char         *product,
                                  const char *const  *areas,
                                  CareStoreChange    *change,
                                  gboolean           *has,
                                  GError            **error)
{
  CareQuestionnaire *form = _care_clinic_get_consent_form (self, NULL, error);
  g_autoptr (CareDocument) document = NULL;
  g_autoptr (CareResponse) response = NULL;
  const char *status;

  *has = FALSE;
  if (form == NULL)
    return FALSE;

  document = _care_clinic_find_response (self, visit, form, change, NULL);
  status = document != NULL ? care_fhir_get_string (care_document_get_resource (document), "status") : NULL;
  if (g_strcmp0 (status, "completed") != 0 && g_strcmp0 (status, "amended") != 0)
    return TRUE;

  response = _care_clinic_read_response (self, document, form, error);
  if (response == NULL)
    return FALSE;
  *has = _care_clinic_consent_names (response, product, areas);

  return TRUE;
}

gboolean
_care_clinic_write_consent_open (CareClinic       *self,
                                 CareStoreChange  *change,
                                 CareVisit        *visit,
                                 JsonObject       *encounter,
                                 gboolean          may_ask,
                                 GError          **error)
{
  const char *product = care_fhir_ext_get_string (encounter, "product");
  g_auto (GStrv) areas = care_fhir_ext_dup_codes (encounter, "area");
  gboolean due = FALSE;
  gboolean has = FALSE;

  if (may_ask && visit->kind != CARE_VISIT_READING && product != NULL && areas[0] != NULL
      && (!_care_clinic_is_consent_due (self, visit->patient, product, (const char *const *) areas, change, &due, error)
          || !_care_clinic_has_consent_answers (self, visit, product, (const char *const *) areas, change, &has, error)))
    return FALSE;

  if ((due && !has) || care_fhir_ext_has (encounter, "consent-open"))
    care_fhir_ext_set_boolean (encounter, "consent-open", due && !has);

  return TRUE;
}

/* The page names this visit's product and areas; what was answered on another one stays in the versions before. */
CareResponse *
_care_clinic_begin_answers (CareClinic         *self,
                            CareVisit          *visit,
                            CareQuestionnaire  *form,
                            GError            **error)
{
  g_autoptr (CareDocument) document = _care_clinic_find_response (self, visit, form, NULL, NULL);
  g_autoptr (CareResponse) response = NULL;

  response = document != NULL ? _care_clinic_read_response (self, document, form, error) : care_response_new (form);
  if (response == NULL)
    return NULL;

  if (_care_clinic_is_consent (self, form)
      && !_care_clinic_consent_names (response, visit->product, (const char *const *) visit->areas))
    {
      g_object_unref (response);
      response = care_response_new (form);
    }
  _care_clinic_prefill (self, visit, response);

  return g_steal_pointer (&response);
}

static JsonObject *
make_consent (CareClinic    *self,
              CareVisit     *visit,
              CareDocument  *answers,
              const char    *who,
              CareInstant    at)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("Consent", id);
  JsonObject *verification = json_object_new ();
  JsonObject *policy = json_object_new ();

  json_object_set_string_member (resource, "status", "active");
  care_fhir_set_concept (resource, "scope", "http://terminology.hl7.org/CodeSystem/consentscope", "treatment", NULL);
  care_fhir_append (resource, "category", care_fhir_concept ("http://loinc.org", "59284-0", NULL));
  care_fhir_set_reference (resource, "patient", "Patient", visit->patient->id);
  care_fhir_set_instant (resource, "dateTime", at, self->zone);
  care_fhir_append (resource, "organization",
                    care_fhir_reference ("Organization", care_clinic_info_get_id (self->info)));
  care_fhir_set_reference (resource, "sourceReference", "QuestionnaireResponse", care_document_get_id (answers));
  json_object_set_string_member (policy, "text", "Treatment consent of this clinic");
  json_object_set_object_member (resource, "policyRule", policy);
  json_object_set_boolean_member (verification, "verified", TRUE);
  care_fhir_set_reference (verification, "verifiedWith", "Patient", visit->patient->id);
  care_fhir_set_instant (verification, "verificationDate", at, self->zone);
  care_fhir_append (resource, "verification", verification);
  care_fhir_ext_set_code (resource, "product", visit->product);
  care_fhir_ext_set_codes (resource, "area", (const char *const *) visit->areas);
  care_fhir_ext_set_reference (resource, "taken-by", "Practitioner", who);
  care_fhir_ext_set_reference (resource, "encounter", "Encounter", visit->id);
  care_fhir_ext_set_integer (resource, "answers-version", care_document_get_version (answers));

  return resource;
}

static CareDocument *
find_agreed (CareClinic *self,
             CareVisit  *visit,
             GError    **error)
{
  CareQuestionnaire *form = _care_clinic_get_consent_form (self, NULL, error);
  g_autoptr (CareDocument) answers = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GPtrArray) nodes = NULL;

  if (form == NULL)
    return NULL;

  answers = _care_clinic_find_response (self, visit, form, NULL, NULL);
  if (answers != NULL)
    response = _care_clinic_read_response (self, answers, form, error);
  if (answers != NULL && response == NULL)
    return NULL;

  nodes = response != NULL ? care_response_list_by_code (response, CARE_FHIR_QUESTION, "consent-given") : NULL;
  if (nodes == NULL || nodes->len == 0
      || care_node_get_state (g_ptr_array_index (nodes, 0)) != CARE_ANSWER_YES)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "consent: the patient has not agreed at this visit");
      return NULL;
    }

  if (!_care_clinic_consent_names (response, visit->product, (const char *const *) visit->areas))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "consent: the patient agreed to another product or to other areas; ask for it again");
      return NULL;
    }

  return g_steal_pointer (&answers);
}

/**
 * care_clinic_take_consent:
 * @self: a clinic
 * @visit: a visit with product and areas chosen
 * @by: a clinician's signature: consent is taken by the clinician, not by the desk (fact q-28)
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when the patient has not agreed to this product and these areas, or they are
 *   open
 */
gboolean
care_clinic_take_consent (CareClinic           *self,
                          CareVisit            *visit,
                          const CareSignature  *by,
                          GError              **error)
{
  g_autoptr (CareDocument) answers = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_need_state (visit, before_the_needle, "take consent", error))
    return FALSE;
  if (visit->product == NULL || visit->areas[0] == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "consent: choose product and areas first");
      return FALSE;
    }

  answers = find_agreed (self, visit, error);
  if (answers == NULL || !_care_clinic_check_clinician (self, by, "consent", error))
    return FALSE;

  change = _care_clinic_begin (self);
  care_store_change_put (change, visit->patient->id, 0,
                         make_consent (self, visit, answers, by->staff, care_store_change_get_at (change)));
  encounter = _care_visit_edit (visit);
  if (visit->answered && !_care_clinic_screen_into (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "take-consent", by->staff, error);
}
