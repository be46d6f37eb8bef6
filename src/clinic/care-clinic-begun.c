/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-begun.h"

#include "clinic/care-clinic-private.h"
#include "clinic/care-issue.h"
#include "clinic/care-reasons-private.h"

static const guint before_needle = 1u << CARE_STATE_EXPECTED | 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_ANSWERING
                                   | 1u << CARE_STATE_TO_TAKE_BACK | 1u << CARE_STATE_MUST_DECIDE
                                   | 1u << CARE_STATE_STOPPED | 1u << CARE_STATE_READY;

void
_care_visit_forget_begun_product (JsonObject *encounter)
{
  care_fhir_ext_remove (encounter, "begun-product");
  care_fhir_ext_remove (encounter, "begun-batch");
  care_fhir_ext_remove (encounter, "begun-area");
}

/**
 * care_clinic_keep_begun_product:
 * @self: a clinic
 * @visit: a visit before its injections
 * @product: (nullable): id of a product
 * @batch: (nullable): a batch
 * @areas: (nullable): area codes
 *
 * Keeps what is being chosen, as it is: nothing is checked before it is signed, and no finding changes by it.
 *
 * Returns: whether it is on the disk
 */
gboolean
care_clinic_keep_begun_product (CareClinic         *self,
                                CareVisit          *visit,
                                const char         *product,
                                const char         *batch,
                                const char *const  *areas,
                                GError            **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  const char *staff = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &staff, error)
      || !_care_clinic_need_state (visit, before_needle, "choose a product", error))
    return FALSE;

  encounter = _care_visit_edit (visit);
  _care_visit_forget_begun_product (encounter);
  care_fhir_ext_set_code (encounter, "begun-product", product);
  care_fhir_ext_set_string (encounter, "begun-batch", batch);
  if (areas != NULL)
    care_fhir_ext_set_codes (encounter, "begun-area", areas);
  if (json_object_equal (encounter, care_document_get_resource (visit->encounter)))
    {
      json_object_unref (encounter);
      return TRUE;
    }

  change = _care_clinic_begin (self);
  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "begin-product", staff, error);
}

/**
 * care_clinic_read_begun_product:
 * @self: a clinic
 * @visit: a visit
 * @product: (out) (transfer full) (nullable): id of the product
 * @batch: (out) (transfer full) (nullable): the batch
 * @areas: (out) (transfer full) (array zero-terminated=1): area codes
 *
 * Returns: whether somebody has begun to choose
 */
gboolean
care_clinic_read_begun_product (CareClinic   *self,
                                CareVisit    *visit,
                                char        **product,
                                char        **batch,
                                char       ***areas)
{
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (product != NULL && batch != NULL && areas != NULL, FALSE);

  encounter = care_document_get_resource (visit->encounter);
  *product = g_strdup (care_fhir_ext_get_string (encounter, "begun-product"));
  *batch = g_strdup (care_fhir_ext_get_string (encounter, "begun-batch"));
  *areas = care_fhir_ext_dup_codes (encounter, "begun-area");

  return *product != NULL || *batch != NULL || (*areas != NULL && (*areas)[0] != NULL);
}

/**
 * care_clinic_keep_begun_decision:
 * @self: a clinic
 * @reasons: the reasons that a clinician's PIN opened
 * @finding: the finding's id
 * @choice: YES: treat, or the allergy does not concern the product; NO: the opposite; UNKNOWN: neither yet
 * @code: (nullable): the reason chosen
 * @words: (nullable): more, in the clinician's words
 *
 * Keeps what is being decided, with the name of whoever opened the reasons. It decides nothing: the finding stays open
 * until it is signed.
 *
 * Returns: whether it is on the disk
 */
gboolean
care_clinic_keep_begun_decision (CareClinic   *self,
                                 CareReasons  *reasons,
                                 const char   *finding,
                                 CareTri       choice,
                                 const char   *code,
                                 const char   *words,
                                 GError      **error)
{
  g_autoptr (CareDocument) issue = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *copy;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_REASONS (reasons), FALSE);
  g_return_val_if_fail (finding != NULL, FALSE);

  issue = care_store_get (self->store, "DetectedIssue", finding, error);
  if (issue == NULL)
    return FALSE;
  /* Decided meanwhile, or gone: there is nothing left to begin. */
  if (g_strcmp0 (care_fhir_get_string (care_document_get_resource (issue), "status"), "preliminary") != 0)
    return TRUE;

  copy = care_document_dup_resource (issue);
  _care_issue_begin (copy, choice, code, words, _care_reasons_get_staff (reasons));
  if (json_object_equal (copy, care_document_get_resource (issue)))
    {
      json_object_unref (copy);
      return TRUE;
    }

  change = _care_clinic_begin (self);
  care_store_change_put (change, care_patient_get_id (care_visit_get_patient (care_reasons_get_visit (reasons))),
                         care_document_get_version (issue), copy);
  _care_clinic_audit (self, change, "U", "begin-decision", _care_reasons_get_staff (reasons), "DetectedIssue", finding);

  return care_store_commit (self->store, change, error);
}
