/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The AllergyIntolerance of each allergy that a patient names. What counts are the answers; these follow from them. */

#include <string.h>

#include "clinic/care-clinic-private.h"

#define VERIFICATION "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"
#define CLINICAL     "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"
#define NAMED        "allergies="

static gboolean
has_status (JsonObject *resource,
            const char *status)
{
  return g_strcmp0 (care_fhir_get_code (resource, "verificationStatus", VERIFICATION), status) == 0;
}

/* The key of the allergy that a finding is about. */
static const char *
get_key_of_finding (JsonObject *finding)
{
  const char *key = care_fhir_ext_get_string (finding, "finding-key");
  const char *named = key != NULL ? g_strrstr (key, "/" NAMED) : NULL;

  return named != NULL ? named + strlen ("/" NAMED) : NULL;
}

gboolean
_care_clinic_is_allergy_confirmed (JsonObject *resource)
{
  return has_status (resource, "confirmed");
}

/* @key: a code, or the SHA-256 of what was typed. */
gboolean
_care_clinic_is_allergy_of (JsonObject *resource,
                            const char *key)
{
  const char *own = care_fhir_ext_get_string (resource, "allergy");

  return g_strcmp0 (own != NULL ? own : get_key_of_finding (resource), key) == 0;
}

/* Confirmed not to concern @product. The older records hold one product each. */
gboolean
_care_clinic_is_allergy_cleared (JsonObject *resource,
                                 const char *product)
{
  g_auto (GStrv) cleared = care_fhir_ext_dup_codes (resource, "cleared-product");

  if (g_strv_contains ((const char *const *) cleared, product))
    return TRUE;

  return g_strcmp0 (care_fhir_ext_get_string (resource, "product"), product) == 0
         && !care_fhir_ext_get_boolean (resource, "concerns");
}

/* What this same change puts already is changed in place; it was not written yet. */
static JsonObject *
edit (CareStoreChange *change,
      CareVisit       *visit,
      CareDocument    *document)
{
  GPtrArray *puts = care_store_change_get_puts (change);
  JsonObject *copy;

  for (guint i = 0; i < puts->len; i++)
    {
      const CareStorePut *put = g_ptr_array_index (puts, i);

      if (strcmp (put->kind, "AllergyIntolerance") == 0 && strcmp (put->id, care_document_get_id (document)) == 0)
        return put->resource;
    }

  copy = care_document_dup_resource (document);
  care_store_change_put (change, visit->patient->id, care_document_get_version (document), copy);

  return copy;
}

static void
put_named (CareClinic        *self,
           CareStoreChange   *change,
           CareVisit         *visit,
           const CareAllergy *allergy)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("AllergyIntolerance", id);

  care_fhir_set_concept (resource, "clinicalStatus", CLINICAL, "active", NULL);
  care_fhir_set_concept (resource, "verificationStatus", VERIFICATION, "unconfirmed", NULL);
  care_fhir_set_concept (resource, "code", allergy->system, allergy->code, allergy->name);
  care_fhir_set_reference (resource, "patient", "Patient", visit->patient->id);
  care_fhir_set_reference (resource, "encounter", "Encounter", visit->id);
  care_fhir_set_instant (resource, "recordedDate", care_store_change_get_at (change), self->zone);
  care_fhir_set_reference (resource, "asserter", "Patient", visit->patient->id);
  care_fhir_ext_set_code (resource, "allergy", allergy->key);
  care_store_change_put (change, visit->patient->id, 0, resource);
}

static gboolean
is_named (const CareAllergies *allergies,
          JsonObject          *resource)
{
  for (guint i = 0; i < allergies->list->len; i++)
    if (_care_clinic_is_allergy_of (resource, ((const CareAllergy *) g_ptr_array_index (allergies->list, i))->key))
      return TRUE;

  return FALSE;
}

/* Named so far, and not without the answers of somebody else. */
static gboolean
ends (const CareAllergies *before,
      const CareAllergies *now,
      JsonObject          *resource)
{
  if (has_status (resource, "entered-in-error") || is_named (now, resource))
    return FALSE;

  /* What a named person has confirmed does not end with an answer that the patient changes. */
  return !_care_clinic_is_allergy_confirmed (resource) || (before != NULL && is_named (before, resource));
}

static CareDocument *
find_kept (GPtrArray  *kept,
           const char *key)
{
  for (guint i = 0; i < kept->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (kept, i));

      if (!has_status (resource, "entered-in-error") && _care_clinic_is_allergy_of (resource, key))
        return g_ptr_array_index (kept, i);
    }

  return NULL;
}

/* FHIR R4, AllergyIntolerance, ait-2: no clinical status beside entered-in-error. */
static void
set_in_error (JsonObject *resource,
              const char *wrong)
{
  care_fhir_set_concept (resource, "verificationStatus", VERIFICATION, "entered-in-error", NULL);
  json_object_remove_member (resource, "clinicalStatus");
  care_fhir_ext_set_string (resource, "wrong-person", wrong);
}

gboolean
_care_clinic_keep_allergies (CareClinic       *self,
                             CareStoreChange  *change,
                             CareVisit        *visit,
                             const char       *wrong,
                             GError          **error)
{
  g_autoptr (CareAllergies) allergies = _care_clinic_read_allergies (self, visit->patient, change, error);
  g_autoptr (CareAllergies) before = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  if (allergies == NULL)
    return FALSE;
  before = wrong != NULL ? _care_clinic_read_allergies (self, visit->patient, NULL, error) : NULL;
  if (wrong != NULL && before == NULL)
    return FALSE;
  kept = _care_clinic_list_of (self, visit->patient, "AllergyIntolerance", change, error);
  if (kept == NULL)
    return FALSE;

  for (guint i = 0; i < kept->len; i++)
    if (ends (before, allergies, care_document_get_resource (g_ptr_array_index (kept, i))))
      set_in_error (edit (change, visit, g_ptr_array_index (kept, i)), wrong);

  for (guint i = 0; i < allergies->list->len; i++)
    {
      const CareAllergy *allergy = g_ptr_array_index (allergies->list, i);

      if (find_kept (kept, allergy->key) == NULL)
        put_named (self, change, visit, allergy);
    }

  return TRUE;
}

static void
set_listed (JsonObject *resource,
            const char *name,
            const char *product,
            gboolean    listed)
{
  g_auto (GStrv) former = care_fhir_ext_dup_codes (resource, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (gsize i = 0; former[i] != NULL; i++)
    if (strcmp (former[i], product) != 0)
      g_strv_builder_add (builder, former[i]);
  if (listed)
    g_strv_builder_add (builder, product);
  codes = g_strv_builder_end (builder);
  care_fhir_ext_set_codes (resource, name, (const char *const *) codes);
}

gboolean
_care_clinic_keep_confirmed (CareClinic       *self,
                             CareStoreChange  *change,
                             CareVisit        *visit,
                             JsonObject       *finding,
                             gboolean          concerns,
                             const char       *who,
                             GError          **error)
{
  const char *key = get_key_of_finding (finding);
  const char *finding_key = care_fhir_ext_get_string (finding, "finding-key");
  g_autoptr (GPtrArray) kept = NULL;
  CareDocument *document;
  JsonObject *resource;

  /* Answers of before it was written down for each: now it is. */
  if (!_care_clinic_keep_allergies (self, change, visit, NULL, error))
    return FALSE;
  kept = _care_clinic_list_of (self, visit->patient, "AllergyIntolerance", change, error);
  if (kept == NULL)
    return FALSE;
  document = key != NULL ? find_kept (kept, key) : NULL;
  if (document == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "allergy: no answers of this patient name it any more; screen again");
      return FALSE;
    }

  resource = edit (change, visit, document);
  /* By another rule it was another question. */
  if (g_strcmp0 (care_fhir_ext_get_string (resource, "finding-key"), finding_key) != 0)
    {
      care_fhir_ext_set_codes (resource, "cleared-product", NULL);
      care_fhir_ext_set_codes (resource, "concerned-product", NULL);
      care_fhir_ext_remove (resource, "product");
      care_fhir_ext_remove (resource, "concerns");
    }
  if (g_strcmp0 (care_fhir_ext_get_string (resource, "product"), visit->product) == 0)
    {
      care_fhir_ext_remove (resource, "product");
      care_fhir_ext_remove (resource, "concerns");
    }
  care_fhir_set_concept (resource, "verificationStatus", VERIFICATION, "confirmed", NULL);
  care_fhir_set_instant (resource, "recordedDate", care_store_change_get_at (change), self->zone);
  care_fhir_set_reference (resource, "recorder", "Practitioner", who);
  care_fhir_ext_set_string (resource, "finding-key", finding_key);
  set_listed (resource, "cleared-product", visit->product, !concerns);
  set_listed (resource, "concerned-product", visit->product, concerns);

  return TRUE;
}
