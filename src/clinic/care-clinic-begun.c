/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-begun.h"

#include "clinic/care-clinic-private.h"
#include "clinic/care-issue.h"
#include "clinic/care-reasons-private.h"
#include "clinic/care-unkept-private.h"

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

void
_care_unkept_free (CareUnkept *self)
{
  g_free (self->visit);
  g_free (self->patient);
  g_free (self->finding);
  g_free (self->code);
  g_free (self->words);
  g_free (self->who);
  g_free (self);
}

static gboolean
write_begun_decision (CareClinic        *self,
                      const CareUnkept  *begun,
                      GError           **error)
{
  g_autoptr (CareDocument) issue = care_store_get (self->store, "DetectedIssue", begun->finding, error);
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *copy;

  if (issue == NULL)
    return FALSE;
  /* Decided meanwhile, or gone: there is nothing left to begin. */
  if (g_strcmp0 (care_fhir_get_string (care_document_get_resource (issue), "status"), "preliminary") != 0)
    return TRUE;

  copy = care_document_dup_resource (issue);
  _care_issue_begin (copy, begun->choice, begun->code, begun->words, begun->who);
  if (json_object_equal (copy, care_document_get_resource (issue)))
    {
      json_object_unref (copy);
      return TRUE;
    }

  change = _care_clinic_begin (self);
  care_store_change_put (change, begun->patient, care_document_get_version (issue), copy);
  _care_clinic_audit (self, change, "U", "begin-decision", begun->who, "DetectedIssue", begun->finding);

  return care_store_commit (self->store, change, error);
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
 * until it is signed. What the disk does not take is held in memory, behind the same PIN; see
 * care_clinic_keep_unkept_decisions().
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
  CareVisit *visit;
  CareUnkept *begun;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_REASONS (reasons), FALSE);
  g_return_val_if_fail (finding != NULL, FALSE);

  visit = care_reasons_get_visit (reasons);
  begun = g_new0 (CareUnkept, 1);
  *begun = (CareUnkept) {
    .visit = g_strdup (visit->id), .patient = g_strdup (visit->patient->id), .finding = g_strdup (finding),
    .choice = choice, .code = g_strdup (code), .words = g_strdup (words),
    .who = g_strdup (_care_reasons_get_staff (reasons)),
  };
  if (write_begun_decision (self, begun, error))
    {
      g_hash_table_remove (self->unkept, finding);
      _care_unkept_free (begun);
      return TRUE;
    }
  g_hash_table_replace (self->unkept, begun->finding, begun);

  return FALSE;
}

/**
 * care_clinic_has_unkept_decision:
 * @self: a clinic
 * @visit: (nullable): a visit, or NULL for any
 *
 * Returns: whether something that a clinician has begun to decide is in memory only
 */
gboolean
care_clinic_has_unkept_decision (CareClinic *self,
                                 CareVisit  *visit)
{
  GHashTableIter iter;
  gpointer begun;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);

  g_hash_table_iter_init (&iter, self->unkept);
  while (g_hash_table_iter_next (&iter, NULL, &begun))
    if (visit == NULL || g_str_equal (((CareUnkept *) begun)->visit, visit->id))
      return TRUE;

  return FALSE;
}

/**
 * care_clinic_keep_unkept_decisions:
 * @self: a clinic
 *
 * Tries once more to write what the disk did not take.
 *
 * Returns: whether all of it is on the disk
 */
gboolean
care_clinic_keep_unkept_decisions (CareClinic  *self,
                                   GError     **error)
{
  GHashTableIter iter;
  gpointer begun;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);

  g_hash_table_iter_init (&iter, self->unkept);
  while (g_hash_table_iter_next (&iter, NULL, &begun))
    {
      if (!write_begun_decision (self, begun, error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
    }

  return TRUE;
}
