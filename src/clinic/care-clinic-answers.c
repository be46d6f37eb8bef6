/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-handover.h"

#include "clinic/care-clinic-private.h"

static const char *const how_codes[] = {
  [CARE_ANSWER_ON_SCREEN] = "on-screen",
  [CARE_ANSWER_ASKED_ALOUD] = "asked-aloud",
  [CARE_ANSWER_FROM_PAPER] = "from-paper",
};

static const char *const helper_codes[] = {
  [CARE_HELPER_NOBODY] = "nobody",
  [CARE_HELPER_STAFF] = "staff",
  [CARE_HELPER_RELATIVE] = "relative",
  [CARE_HELPER_INTERPRETER] = "interpreter",
};

/* All answers of a patient that count: none entered in error, oldest first. */
GPtrArray *
_care_clinic_list_responses (CareClinic       *self,
                             CarePatient      *patient,
                             CareStoreChange  *change,
                             GError          **error)
{
  g_autoptr (GPtrArray) all = _care_clinic_list_of (self, patient, "QuestionnaireResponse", change, error);
  GPtrArray *count;

  if (all == NULL)
    return NULL;

  count = g_ptr_array_new_with_free_func ((GDestroyNotify) care_document_unref);
  for (guint i = 0; i < all->len; i++)
    {
      CareDocument *document = g_ptr_array_index (all, i);
      const char *status = care_fhir_get_string (care_document_get_resource (document), "status");

      if (g_strcmp0 (status, "entered-in-error") != 0)
        g_ptr_array_add (count, care_document_ref (document));
    }

  return count;
}

CareDocument *
_care_clinic_find_response (CareClinic         *self,
                            CareVisit          *visit,
                            CareQuestionnaire  *form,
                            CareStoreChange    *change,
                            GError            **error)
{
  g_autoptr (GPtrArray) all = _care_clinic_list_responses (self, visit->patient, change, error);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    {
      CareDocument *document = g_ptr_array_index (all, i - 1);
      JsonObject *resource = care_document_get_resource (document);

      if (g_strcmp0 (care_fhir_get_reference (resource, "encounter", "Encounter"), visit->id) == 0
          && _care_clinic_is_same_form (_care_clinic_form_of (self, resource), form))
        return care_document_ref (document);
    }

  return NULL;
}

void
_care_clinic_put_response (CareClinic         *self,
                           CareStoreChange    *change,
                           CareVisit          *visit,
                           CareResponse       *response,
                           CareDocument       *former,
                           CareResponseStatus  status,
                           const char         *author,
                           CareAnswerHow       how,
                           CareHelper          helper)
{
  g_autofree char *id = former != NULL ? g_strdup (care_document_get_id (former)) : care_fhir_new_id ();
  g_autofree char *authored = care_instant_format (care_store_change_get_at (change), self->zone);
  g_autofree char *subject = g_strconcat ("Patient/", visit->patient->id, NULL);
  g_autofree char *encounter = g_strconcat ("Encounter/", visit->id, NULL);
  g_autofree char *by = author != NULL ? g_strconcat ("Practitioner/", author, NULL) : g_strdup (subject);
  const CareResponseMeta *told = care_response_get_meta (response);
  CareResponseMeta meta = {
    .id = id, .status = status, .language = told != NULL ? told->language : NULL, .authored = authored,
    .subject = subject, .encounter = encounter, .author = by, .source = subject,
  };
  g_autoptr (CareResponse) kept = care_response_copy (response);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *resource;

  care_response_set_meta (kept, &meta);
  node = care_response_to_node (kept);
  resource = json_object_ref (json_node_get_object (node));
  care_fhir_ext_set_code (resource, "answered-how", how_codes[how]);
  care_fhir_ext_set_code (resource, "helped-by", helper_codes[helper]);
  if (_care_clinic_is_record_of (visit, care_response_get_questionnaire (response)))
    care_fhir_ext_set_boolean (resource, "staff-record", TRUE);
  if (former != NULL)
    {
      const char *signature = care_fhir_ext_get_string (care_document_get_resource (former), "signature");

      if (signature != NULL)
        care_fhir_ext_set_string (resource, "signature", signature);
    }

  care_store_change_put (change, visit->patient->id, former != NULL ? care_document_get_version (former) : 0, resource);
}

gboolean
_care_clinic_is_answered (CareClinic       *self,
                          CareVisit        *visit,
                          CareStoreChange  *change,
                          gboolean         *answered,
                          GError          **error)
{
  g_autoptr (GPtrArray) forms = care_clinic_list_forms (self, visit, error);

  if (forms == NULL)
    return FALSE;

  *answered = TRUE;
  for (guint i = 0; i < forms->len; i++)
    {
      gboolean one = FALSE;

      if (!_care_clinic_is_form_answered (self, visit, g_ptr_array_index (forms, i), change, &one, error))
        return FALSE;
      *answered = *answered && one;
    }

  return TRUE;
}

gboolean
_care_clinic_may_answer (CareClinic         *self,
                         CareVisit          *visit,
                         CareQuestionnaire  *form,
                         const char         *what,
                         GError            **error)
{
  gboolean answered = FALSE;

  /* With the consent also what the clinic asks beside it, or has begun to ask since. */
  if (visit->state == CARE_STATE_MUST_DECIDE && visit->consent_open)
    {
      if (form == NULL || _care_clinic_is_consent (self, form))
        return TRUE;
      if (!_care_clinic_is_form_answered (self, visit, form, NULL, &answered, error))
        return FALSE;
      if (!answered)
        return TRUE;
    }

  return _care_clinic_need_state (visit, 1u << CARE_STATE_ARRIVED, what, error);
}

CareResponse *
_care_clinic_read_response (CareClinic         *self,
                            CareDocument       *document,
                            CareQuestionnaire  *form,
                            GError            **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *source = g_strconcat ("QuestionnaireResponse/", care_document_get_id (document), NULL);
  CareQuestionnaire *former = _care_clinic_form_of (self, care_document_get_resource (document));

  json_node_set_object (node, care_document_get_resource (document));

  return care_response_new_from_former (form, former != form ? former : NULL, node, source, error);
}

/* What the program already knows and a form may ask for: birth date, product and areas. */
void
_care_clinic_prefill (CareClinic   *self,
                      CareVisit    *visit,
                      CareResponse *response)
{
  g_autoptr (CareValue) birth = NULL;
  g_autoptr (CareValue) product = NULL;

  if (visit->patient->birth_date != NULL)
    birth = care_value_new_date (visit->patient->birth_date, NULL);
  if (birth != NULL)
    care_response_prefill_by_code (response, CARE_FHIR_QUESTION, "birth-date", birth);

  if (visit->product != NULL)
    {
      product = care_value_new_coding (CARE_FHIR_SYSTEM "product", visit->product, visit->product_name);
      care_response_prefill_by_code (response, CARE_FHIR_QUESTION, "product", product);
    }

  for (gsize i = 0; visit->areas[i] != NULL; i++)
    {
      g_autoptr (CareValue) area = care_value_new_coding (CARE_FHIR_AREA, visit->areas[i], NULL);
      g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, "areas");

      for (guint j = 0; j < nodes->len; j++)
        if (!care_node_has_code (g_ptr_array_index (nodes, j), CARE_FHIR_AREA, visit->areas[i]))
          care_response_add_value (response, g_ptr_array_index (nodes, j), area);
    }
}

/**
 * care_clinic_continue_answers:
 * @self: a clinic
 * @visit: a visit that is not answered yet
 * @form: one of its forms
 *
 * Returns: (transfer full): the answers so far, with what the program knows filled in; NULL with
 *   %CARE_ERROR_REFUSED once they were taken back
 */
CareResponse *
care_clinic_continue_answers (CareClinic         *self,
                              CareVisit          *visit,
                              CareQuestionnaire  *form,
                              GError            **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (form), NULL);

  return _care_clinic_may_answer (self, visit, form, "asking", error) ? _care_clinic_begin_answers (self, visit, form, error)
                                                                 : NULL;
}

/* Answers typed at the desk are signed on paper: the clinician who takes the consent vouches for that. */
static gboolean
check_complete (CareResponse *response,
                GError      **error)
{
  g_autoptr (GPtrArray) problems = care_response_validate (response);

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = NULL;

      if (problem->kind == CARE_PROBLEM_SIGNATURE || !care_problem_holds_up (problem))
        continue;

      text = care_problem_dup_text (problem);
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: %s", problem->link_id, text);
      return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_keep_answers:
 * @self: a clinic
 * @visit: a visit that is not answered yet
 * @response: what was typed
 * @how: asked aloud or copied from paper
 * @helper: who helped
 * @finished: this form is complete
 *
 * Returns: FALSE when nothing was kept; with @finished also when an answer is wrong or missing (%CARE_ERROR_INPUT)
 */
gboolean
care_clinic_keep_answers (CareClinic     *self,
                          CareVisit      *visit,
                          CareResponse   *response,
                          CareAnswerHow   how,
                          CareHelper      helper,
                          gboolean        finished,
                          GError        **error)
{
  CareQuestionnaire *form;
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  gboolean answered = FALSE;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), FALSE);

  form = care_response_get_questionnaire (response);
  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_may_answer (self, visit, form, "keep answers", error))
    return FALSE;

  if (finished && !check_complete (response, error))
    return FALSE;

  former = _care_clinic_find_response (self, visit, form, NULL, NULL);
  change = _care_clinic_begin (self);
  _care_clinic_put_response (self, change, visit, response, former,
                             finished ? CARE_RESPONSE_COMPLETED : CARE_RESPONSE_IN_PROGRESS, who, how, helper);
  if (finished && (!_care_clinic_is_answered (self, visit, change, &answered, error)
                   || !_care_clinic_keep_allergies (self, change, visit, NULL, error)))
    return FALSE;

  encounter = _care_visit_edit (visit);
  if (answered && !_care_clinic_screen_into (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "answers", who, error);
}

/**
 * care_clinic_open_answers:
 * @self: a clinic
 * @visit: a visit
 * @form: one of its forms
 * @by: a clinician's signature
 *
 * Returns: (transfer full): the answers; opening them is written in the audit trail
 */
CareResponse *
care_clinic_open_answers (CareClinic           *self,
                          CareVisit            *visit,
                          CareQuestionnaire    *form,
                          const CareSignature  *by,
                          GError              **error)
{
  g_autoptr (CareDocument) document = NULL;
  g_autoptr (CareStoreChange) change = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!_care_clinic_check_clinician (self, by, "answers", error))
    return NULL;

  document = _care_clinic_find_response (self, visit, form, NULL, error);
  if (document == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "answers: this form was not answered at this visit");
      return NULL;
    }

  change = _care_clinic_begin (self);
  _care_clinic_audit (self, change, "R", "open-answers", by->staff, "QuestionnaireResponse",
                      care_document_get_id (document));
  if (!care_store_commit (self->store, change, error))
    return NULL;

  /* In the words in which they were given, if that version is still there. */
  return _care_clinic_read_response (self, document,
                                     _care_clinic_form_of (self, care_document_get_resource (document)), error);
}

/**
 * care_clinic_change_answers:
 * @self: a clinic
 * @visit: a visit whose answers were taken back, before the needle
 * @response: the answers as they are now
 * @how: asked aloud or copied from paper
 * @helper: who helped
 *
 * The former version stays, with its time; a finding that vanishes stands as "answer changed".
 *
 * Returns: FALSE when nothing was kept
 */
gboolean
care_clinic_change_answers (CareClinic     *self,
                            CareVisit      *visit,
                            CareResponse   *response,
                            CareAnswerHow   how,
                            CareHelper      helper,
                            GError        **error)
{
  const guint states = 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED | 1u << CARE_STATE_READY;
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, states, "change answers", error))
    return FALSE;

  former = _care_clinic_find_response (self, visit, care_response_get_questionnaire (response), NULL, NULL);
  if (former == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "answers: this form was not answered at this visit");
      return FALSE;
    }

  change = _care_clinic_begin (self);
  _care_clinic_put_response (self, change, visit, response, former, CARE_RESPONSE_AMENDED, who, how, helper);
  if (!_care_clinic_keep_allergies (self, change, visit, NULL, error))
    return FALSE;
  encounter = _care_visit_edit (visit);
  if (!_care_clinic_screen_into (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "change-answers", who, error);
}
