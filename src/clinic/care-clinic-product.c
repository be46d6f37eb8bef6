/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-issue.h"

static const guint checking = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED
                              | 1u << CARE_STATE_READY;

static const CareBatch *
find_batch (CareClinic  *self,
            const char  *product,
            const char  *batch,
            GError     **error)
{
  const CareBatch *found = batch != NULL ? care_clinic_info_find_batch (self->info, product, batch) : NULL;
  g_autoptr (GDateTime) now = NULL;
  GDate today;

  if (found == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "batch: is not on the clinic's list for this product");
      return NULL;
    }

  now = care_instant_to_local (_care_clinic_now (self), self->zone);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  if (care_batch_is_expired (found, &today))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "batch: is expired; choose another one");
      return NULL;
    }

  return found;
}

static gboolean
check_areas (CareClinic         *self,
             const char *const  *areas,
             GError            **error)
{
  if (areas == NULL || areas[0] == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "areas: choose at least one");
      return FALSE;
    }

  for (gsize i = 0; areas[i] != NULL; i++)
    if (care_protocol_find_area (self->protocol, areas[i]) == NULL)
      {
        g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "areas: \"%s\" is not an area of the protocol", areas[i]);
        return FALSE;
      }

  return TRUE;
}

static char *
medication_id (const char *product,
               const char *batch)
{
  g_autofree char *name = g_strdup_printf ("%s\n%s", product, batch);

  /* The same product and batch have the same id everywhere. */
  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, name, -1);
}

/* A product with its batch is one Medication, whoever gets it: who had this batch is one look. */
static void
put_medication (CareClinic         *self,
                CareStoreChange    *change,
                const CareProduct  *product,
                const CareBatch    *batch)
{
  g_autofree char *id = medication_id (product->id, batch->batch);
  g_autoptr (CareDocument) known = care_store_get (self->store, "Medication", id, NULL);
  g_autofree char *expiry = NULL;
  JsonObject *resource;
  JsonObject *lot;
  const char *name = care_text_get (product->name, care_clinic_info_get_staff_language (self->info));

  if (known != NULL)
    return;

  expiry = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&batch->expiry), g_date_get_month (&batch->expiry),
                            g_date_get_day (&batch->expiry));
  resource = care_fhir_new ("Medication", id);
  care_fhir_set_concept (resource, "code", CARE_FHIR_SYSTEM "product", product->id, name);
  json_object_set_string_member (resource, "status", "active");
  for (gsize i = 0; product->ingredients != NULL && product->ingredients[i] != NULL; i++)
    {
      JsonObject *ingredient = json_object_new ();

      care_fhir_set_concept (ingredient, "itemCodeableConcept", CARE_FHIR_SYSTEM "ingredient",
                             product->ingredients[i], NULL);
      care_fhir_append (resource, "ingredient", ingredient);
    }
  lot = json_object_new ();
  json_object_set_string_member (lot, "lotNumber", batch->batch);
  json_object_set_string_member (lot, "expirationDate", expiry);
  json_object_set_object_member (resource, "batch", lot);
  care_store_change_put (change, NULL, 0, resource);
}

static void
write_product (JsonObject         *encounter,
               const CareProduct  *product,
               const CareBatch    *batch,
               const char *const  *areas)
{
  g_autofree char *expiry = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&batch->expiry),
                                             g_date_get_month (&batch->expiry), g_date_get_day (&batch->expiry));
  g_autofree char *medication = medication_id (product->id, batch->batch);

  _care_visit_forget_begun_product (encounter);
  care_fhir_ext_set_code (encounter, "product", product->id);
  care_fhir_ext_set_string (encounter, "batch", batch->batch);
  care_fhir_ext_set_date (encounter, "expiry", expiry);
  care_fhir_ext_set_reference (encounter, "medication", "Medication", medication);
  care_fhir_ext_set_codes (encounter, "area", areas);
}

gboolean
_care_clinic_write_batch (CareClinic       *self,
                          CareStoreChange  *change,
                          JsonObject       *encounter,
                          const char       *batch,
                          GError          **error)
{
  const char *id = care_fhir_ext_get_string (encounter, "product");
  const CareProduct *product = id != NULL ? care_protocol_find_product (self->protocol, id) : NULL;
  const CareBatch *lot = product != NULL ? find_batch (self, id, batch, error) : NULL;
  g_auto (GStrv) areas = NULL;

  if (product == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "product: was not chosen");
      return FALSE;
    }
  if (lot == NULL)
    return FALSE;

  areas = care_fhir_ext_dup_codes (encounter, "area");
  put_medication (self, change, product, lot);
  write_product (encounter, product, lot, (const char *const *) areas);

  return TRUE;
}

/**
 * care_clinic_choose_product:
 * @self: a clinic
 * @visit: a visit before its injections
 * @product: id of a product of the protocol
 * @batch: a batch of the clinic's list, not expired
 * @areas: area codes, at least one
 * @by: a clinician's signature
 *
 * Every change screens again, as soon as the answers are in.
 *
 * Returns: FALSE with %CARE_ERROR_INPUT or %CARE_ERROR_REFUSED naming what is wrong
 */
gboolean
care_clinic_choose_product (CareClinic           *self,
                            CareVisit            *visit,
                            const char           *product,
                            const char           *batch,
                            const char *const    *areas,
                            const CareSignature  *by,
                            GError              **error)
{
  const CareProduct *chosen;
  const CareBatch *lot;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (product != NULL && by != NULL, FALSE);

  if (!_care_clinic_need_state (visit, checking, "choose a product", error)
      || !check_areas (self, areas, error))
    return FALSE;

  chosen = care_protocol_find_product (self->protocol, product);
  if (chosen == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "product: \"%s\" is not on the protocol's list", product);
      return FALSE;
    }
  lot = find_batch (self, product, batch, error);
  if (lot == NULL || !_care_clinic_check_clinician (self, by, "product", error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  put_medication (self, change, chosen, lot);
  write_product (encounter, chosen, lot, areas);
  if (visit->answered && !_care_clinic_screen_into (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "choose-product", by->staff, error);
}

/**
 * care_clinic_list_batches:
 * @self: a clinic
 * @product: id of a product
 *
 * Returns: (transfer full): its batches that may be used today, in the settings' order
 */
char **
care_clinic_list_batches (CareClinic *self,
                          const char *product)
{
  g_autoptr (GStrvBuilder) names = NULL;
  GPtrArray *batches;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (product != NULL, NULL);

  names = g_strv_builder_new ();
  batches = care_clinic_info_get_batches (self->info);
  for (guint i = 0; i < batches->len; i++)
    {
      const CareBatch *batch = g_ptr_array_index (batches, i);

      if (strcmp (batch->product, product) == 0 && find_batch (self, product, batch->batch, NULL) != NULL)
        g_strv_builder_add (names, batch->batch);
    }

  return g_strv_builder_end (names);
}

/**
 * care_clinic_confirm_allergy:
 * @self: a clinic
 * @visit: a visit
 * @finding: the finding's id ([method@Reason.get_id]): an allergy without a match, or a typed one
 * @concerns: TRUE: it concerns the product chosen: not with this product
 * @by: a clinician's signature: the named person who has looked
 *
 * What was confirmed not to concern a product holds for later visits with the same product and answer.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when the finding is no such allergy
 */
gboolean
care_clinic_confirm_allergy (CareClinic           *self,
                             CareVisit            *visit,
                             const char           *finding,
                             gboolean              concerns,
                             const CareSignature  *by,
                             GError              **error)
{
  g_autoptr (CareDocument) issue = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (finding != NULL && by != NULL, FALSE);

  if (!_care_clinic_need_state (visit, checking, "confirm an allergy", error)
      || !_care_clinic_check_clinician (self, by, "allergy", error))
    return FALSE;

  issue = care_store_get (self->store, "DetectedIssue", finding, error);
  if (issue == NULL)
    return FALSE;
  if (g_strcmp0 (care_fhir_ext_get_string (care_document_get_resource (issue), "finding-kind"), "allergy") != 0
      || !care_fhir_ext_get_boolean (care_document_get_resource (issue), "decidable") || visit->product == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "allergy: only one without a match can be confirmed, once a product is chosen");
      return FALSE;
    }

  change = _care_clinic_begin (self);
  if (!_care_clinic_keep_confirmed (self, change, visit, care_document_get_resource (issue), concerns, by->staff, error))
    return FALSE;
  care_store_change_put (change, visit->patient->id, care_document_get_version (issue),
                         _care_issue_decide (self, issue, "allergy-confirmed", NULL, !concerns, by->staff,
                                             care_store_change_get_at (change)));
  encounter = _care_visit_edit (visit);
  if (!_care_clinic_screen_into (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "confirm-allergy", by->staff, error);
}
