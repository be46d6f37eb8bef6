/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"

static JsonObject *
make_procedure (CareClinic *self,
                CareVisit  *visit,
                JsonObject *encounter,
                const char *who)
{
  JsonObject *resource = care_fhir_new ("Procedure", visit->id);
  JsonObject *period = json_object_new ();
  const char *medication = care_fhir_ext_get_reference (encounter, "medication", "Medication");
  CareInstant began = care_fhir_ext_get_instant (encounter, "began-at");
  CareInstant finished = care_fhir_ext_get_instant (encounter, "finished-at");
  g_auto (GStrv) areas = care_fhir_ext_dup_codes (encounter, "area");

  json_object_set_string_member (resource, "status", "completed");
  care_fhir_set_concept (resource, "code", CARE_FHIR_SYSTEM "procedure",
                         visit->kind == CARE_VISIT_FIRST ? "test-injections" : "session", NULL);
  care_fhir_set_reference (resource, "subject", "Patient", visit->patient->id);
  care_fhir_set_reference (resource, "encounter", "Encounter", visit->id);
  if (began != CARE_INSTANT_NONE)
    care_fhir_set_instant (period, "start", began, self->zone);
  care_fhir_set_instant (period, "end", finished, self->zone);
  json_object_set_object_member (resource, "performedPeriod", period);
  if (who != NULL)
    {
      JsonObject *performer = json_object_new ();

      care_fhir_set_reference (performer, "actor", "Practitioner", who);
      care_fhir_append (resource, "performer", performer);
    }
  for (gsize i = 0; areas[i] != NULL; i++)
    care_fhir_append (resource, "bodySite", care_fhir_concept (CARE_FHIR_AREA, areas[i], NULL));
  if (medication != NULL)
    care_fhir_append (resource, "usedReference", care_fhir_reference ("Medication", medication));
  care_fhir_ext_set_code (resource, "product", care_fhir_ext_get_string (encounter, "product"));
  care_fhir_ext_set_string (resource, "batch", care_fhir_ext_get_string (encounter, "batch"));
  care_fhir_ext_set_date (resource, "expiry", care_fhir_ext_get_string (encounter, "expiry"));
  care_fhir_ext_set_codes (resource, "area", (const char *const *) areas);
  if (visit->kind == CARE_VISIT_FIRST)
    care_fhir_ext_set_integer (resource, "injections",
                               care_protocol_get_parameters (self->protocol)->test_injections);
  else
    care_fhir_ext_set_integer (resource, "session-number", visit->session_number);
  if (care_fhir_ext_has (encounter, "numbed"))
    care_fhir_ext_set_boolean (resource, "numbed", care_fhir_ext_get_boolean (encounter, "numbed"));

  return resource;
}

gboolean
_care_clinic_put_procedure (CareClinic       *self,
                            CareStoreChange  *change,
                            CareVisit        *visit,
                            JsonObject       *encounter,
                            const char       *who,
                            GError          **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (CareDocument) former = care_store_get (self->store, "Procedure", visit->id, &local);

  if (former == NULL && !g_error_matches (local, CARE_ERROR, CARE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  care_store_change_put (change, visit->patient->id, former != NULL ? care_document_get_version (former) : 0,
                         make_procedure (self, visit, encounter, who));

  return TRUE;
}

JsonObject *
_care_clinic_make_observation (CareClinic  *self,
                               CareVisit   *visit,
                               const char  *system,
                               const char  *code,
                               CareInstant  at)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("Observation", id);

  json_object_set_string_member (resource, "status", "final");
  care_fhir_set_concept (resource, "code", system, code, NULL);
  care_fhir_set_reference (resource, "subject", "Patient", visit->patient->id);
  care_fhir_set_reference (resource, "encounter", "Encounter", visit->id);
  care_fhir_set_instant (resource, "effectiveDateTime", at, self->zone);

  return resource;
}

static JsonObject *
make_quantity (double      value,
               const char *unit)
{
  JsonObject *quantity = json_object_new ();

  json_object_set_double_member (quantity, "value", value);
  json_object_set_string_member (quantity, "unit", unit);
  json_object_set_string_member (quantity, "system", "http://unitsofmeasure.org");
  json_object_set_string_member (quantity, "code", unit);

  return quantity;
}

static void
put_vital (JsonObject *observation)
{
  JsonObject *category = json_object_new ();

  care_fhir_append (category, "coding", care_fhir_coding ("http://terminology.hl7.org/CodeSystem/observation-category",
                                                          "vital-signs", NULL));
  care_fhir_append (observation, "category", category);
}

static void
put_measure (CareClinic       *self,
             CareStoreChange  *change,
             CareVisit        *visit,
             CareResponse     *form,
             const char       *question,
             const char       *system,
             const char       *code,
             const char       *unit,
             CareInstant       at)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (form, CARE_FHIR_QUESTION, question);

  for (guint i = 0; i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);
      CareNode *parent = care_node_get_parent (node);
      CareValue *value = care_node_get_value (node);
      CareNode *sibling = parent != NULL ? care_node_get_child (parent, 0, 0) : NULL;
      CareValue *area = sibling != NULL ? care_node_get_value (sibling) : NULL;
      JsonObject *resource;

      if (value == NULL || !care_node_is_enabled (node))
        continue;

      resource = _care_clinic_make_observation (self, visit, system, code, at);
      json_object_set_object_member (resource, "valueQuantity", make_quantity (care_value_get_double (value), unit));
      /* R4: whatever bears a vital sign's code is of that category. */
      if (strcmp (system, "http://loinc.org") == 0)
        put_vital (resource);
      /* A girth stands beside the area it was measured at. */
      if (strcmp (question, "girth") == 0 && area != NULL && care_value_get_code (area) != NULL)
        care_fhir_set_concept (resource, "bodySite", CARE_FHIR_AREA, care_value_get_code (area), NULL);
      care_store_change_put (change, visit->patient->id, 0, resource);
    }
}

void
_care_clinic_put_measures (CareClinic       *self,
                           CareStoreChange  *change,
                           CareVisit        *visit,
                           CareResponse     *form,
                           CareInstant       at)
{
  put_measure (self, change, visit, form, "weight", "http://loinc.org", "29463-7", "kg", at);
  put_measure (self, change, visit, form, "height", "http://loinc.org", "8302-2", "cm", at);
  put_measure (self, change, visit, form, "girth", CARE_FHIR_SYSTEM "observation", "girth", "cm", at);
  put_measure (self, change, visit, form, "severity", CARE_FHIR_SYSTEM "observation", "severity", "1", at);
}

void
_care_clinic_settle (CareClinic *self,
                     JsonObject *encounter)
{
  CareInstant watch_until = care_fhir_ext_get_instant (encounter, "watch-until");
  CareVisitState state;

  if (care_fhir_ext_get_instant (encounter, "finished-at") == CARE_INSTANT_NONE)
    state = CARE_STATE_IN_TREATMENT;
  else if (watch_until > _care_clinic_now (self) && !care_fhir_ext_get_boolean (encounter, "watch-ended"))
    state = CARE_STATE_WATCH_UNTIL;
  else if (!care_fhir_ext_get_boolean (encounter, "given"))
    state = CARE_STATE_SHEET_OWED;
  else if (!care_fhir_ext_get_boolean (encounter, "recorded"))
    state = CARE_STATE_IN_TREATMENT;
  else
    state = CARE_STATE_DONE;

  _care_visit_set_state (encounter, state);
}
