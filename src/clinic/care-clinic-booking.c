/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"

static JsonObject *
make_participant (const char *type,
                  const char *id)
{
  JsonObject *participant = json_object_new ();

  care_fhir_set_reference (participant, "actor", type, id);
  json_object_set_string_member (participant, "status", "accepted");

  return participant;
}

JsonObject *
_care_clinic_make_appointment (CareClinic    *self,
                               const char    *id,
                               CarePatient   *patient,
                               CareVisitKind  kind,
                               CareInstant    start,
                               CareInstant    end,
                               const char    *place,
                               gboolean       walk_in)
{
  JsonObject *resource = care_fhir_new ("Appointment", id);

  json_object_set_string_member (resource, "status", walk_in ? "arrived" : "booked");
  care_fhir_append (resource, "serviceType",
                    care_fhir_concept (CARE_FHIR_SYSTEM "visit-kind", care_visit_kind_to_text (kind), NULL));
  care_fhir_set_instant (resource, "start", start, self->zone);
  care_fhir_set_instant (resource, "end", end, self->zone);
  json_object_set_int_member (resource, "minutesDuration", (end - start) / CARE_MINUTE);
  care_fhir_set_instant (resource, "created", _care_clinic_now (self), self->zone);
  care_fhir_append (resource, "participant", make_participant ("Patient", patient->id));
  if (place != NULL)
    care_fhir_append (resource, "participant", make_participant ("Location", place));

  return resource;
}

static JsonObject *
make_encounter (CareClinic    *self,
                const char    *id,
                CarePatient   *patient,
                CareVisitKind  kind,
                guint          session_number,
                guint          session_count,
                gboolean       walk_in)
{
  JsonObject *resource = care_fhir_new ("Encounter", id);

  _care_visit_set_state (resource, walk_in ? CARE_STATE_ARRIVED : CARE_STATE_EXPECTED);
  json_object_set_object_member (resource, "class",
                                 care_fhir_coding ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", NULL));
  care_fhir_append (resource, "type",
                    care_fhir_concept (CARE_FHIR_SYSTEM "visit-kind", care_visit_kind_to_text (kind), NULL));
  care_fhir_set_reference (resource, "subject", "Patient", patient->id);
  care_fhir_append (resource, "appointment", care_fhir_reference ("Appointment", id));
  care_fhir_set_reference (resource, "serviceProvider", "Organization", care_clinic_info_get_id (self->info));
  care_fhir_ext_set_code (resource, "visit-kind", care_visit_kind_to_text (kind));
  care_fhir_ext_set_integer (resource, "session-number", session_number);
  care_fhir_ext_set_integer (resource, "session-count", session_count);
  if (walk_in)
    {
      care_fhir_ext_set_boolean (resource, "walk-in", TRUE);
      care_fhir_ext_set_instant (resource, "arrived-at", _care_clinic_now (self), self->zone);
    }

  return resource;
}

/* What carries over from visit to visit: product, batch (unless it ran out) and areas; a clinician may change them. */
static void
carry_over (CareClinic  *self,
            CarePatient *patient,
            JsonObject  *encounter,
            CareInstant  start)
{
  g_autoptr (GPtrArray) former = _care_clinic_list_of (self, patient, "Procedure", NULL, NULL);
  g_autoptr (CareDocument) plan = _care_clinic_find_plan (self, patient, NULL);
  g_auto (GStrv) areas = NULL;

  if (former != NULL && former->len > 0)
    {
      JsonObject *last = care_document_get_resource (g_ptr_array_index (former, former->len - 1));
      const char *expiry = care_fhir_ext_get_string (last, "expiry");
      g_autofree char *day = care_instant_format (start, self->zone);

      JsonObject *used = care_fhir_get_element (last, "usedReference", 0);
      const char *medication = care_fhir_get_string (used, "reference");

      care_fhir_ext_set_code (encounter, "product", care_fhir_ext_get_string (last, "product"));
      if (medication != NULL && g_str_has_prefix (medication, "Medication/"))
        care_fhir_ext_set_reference (encounter, "medication", "Medication", medication + strlen ("Medication/"));
      if (expiry != NULL && strncmp (day, expiry, 10) <= 0)
        {
          care_fhir_ext_set_string (encounter, "batch", care_fhir_ext_get_string (last, "batch"));
          care_fhir_ext_set_date (encounter, "expiry", expiry);
        }
      areas = care_fhir_ext_dup_codes (last, "area");
    }

  if (plan != NULL && care_fhir_ext_has (care_document_get_resource (plan), "area"))
    {
      g_strfreev (areas);
      areas = care_fhir_ext_dup_codes (care_document_get_resource (plan), "area");
    }
  care_fhir_ext_set_codes (encounter, "area", (const char *const *) areas);
}

char *
_care_clinic_add_visit (CareClinic       *self,
                        CareStoreChange  *change,
                        CarePatient      *patient,
                        CareVisitKind     kind,
                        CareInstant       start,
                        CareInstant       end,
                        const char       *place,
                        guint             session_number,
                        guint             session_count,
                        gboolean          walk_in)
{
  char *id = care_fhir_new_id ();
  JsonObject *encounter = make_encounter (self, id, patient, kind, session_number, session_count, walk_in);
  JsonObject *appointment =
    _care_clinic_make_appointment (self, id, patient, kind, start, end, place, walk_in);

  carry_over (self, patient, encounter, start);
  care_store_change_put_slot (change, patient->id, 0, appointment, start, end, place);
  care_store_change_put (change, patient->id, 0, encounter);

  return id;
}
