/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-private.h"

CareInstant
_care_clinic_now (CareClinic *self)
{
  CareInstant now = care_clock_now (self->clock);

  return now - ((now % CARE_SECOND) + CARE_SECOND) % CARE_SECOND;
}

CareStoreChange *
_care_clinic_begin (CareClinic *self)
{
  return care_store_change_new (_care_clinic_now (self));
}

gboolean
_care_clinic_need_actor (CareClinic  *self,
                         const char **staff,
                         GError     **error)
{
  if (self->actor == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "nobody is signed in: sign in first");
      return FALSE;
    }

  *staff = care_staff_get_id (self->actor);

  return TRUE;
}

static JsonObject *
make_agent (const char *who)
{
  JsonObject *agent = json_object_new ();

  if (who != NULL)
    care_fhir_set_reference (agent, "who", "Practitioner", who);
  else
    {
      JsonObject *program = json_object_new ();

      json_object_set_string_member (program, "display", "Aftercare");
      json_object_set_object_member (agent, "who", program);
    }
  json_object_set_boolean_member (agent, "requestor", who != NULL);

  return agent;
}

static JsonObject *
make_event (CareClinic      *self,
            CareStoreChange *change,
            const char      *action,
            const char      *what,
            const char      *who,
            const char      *type,
            const char      *id)
{
  g_autofree char *event_id = care_fhir_new_id ();
  JsonObject *event = care_fhir_new ("AuditEvent", event_id);
  JsonObject *source = json_object_new ();

  json_object_set_object_member (event, "type",
                                 care_fhir_coding ("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest",
                                                   NULL));
  care_fhir_append (event, "subtype", care_fhir_coding (CARE_FHIR_SYSTEM "use-case", what, NULL));
  json_object_set_string_member (event, "action", action);
  care_fhir_set_instant (event, "recorded", care_store_change_get_at (change), self->zone);
  json_object_set_string_member (event, "outcome", "0");
  care_fhir_append (event, "agent", make_agent (who));
  care_fhir_set_reference (source, "observer", "Organization", care_clinic_info_get_id (self->info));
  json_object_set_object_member (event, "source", source);
  if (type != NULL)
    {
      JsonObject *entity = json_object_new ();

      care_fhir_set_reference (entity, "what", type, id);
      care_fhir_append (event, "entity", entity);
    }

  return event;
}

void
_care_clinic_audit (CareClinic      *self,
                    CareStoreChange *change,
                    const char      *action,
                    const char      *what,
                    const char      *who,
                    const char      *type,
                    const char      *id)
{
  JsonObject *event = make_event (self, change, action, what, who, type, id);

  _care_clinic_note_time (self, care_store_change_get_at (change), event);
  care_store_change_audit (change, event);
}

void
_care_clinic_audit_clock (CareClinic      *self,
                          CareStoreChange *change,
                          const char      *who,
                          CareInstant      newest)
{
  JsonObject *event = make_event (self, change, "E", "confirm-clock", who, NULL, NULL);

  care_fhir_ext_set_instant (event, "clock-was-behind", newest, self->zone);
  care_store_change_audit (change, event);
}

JsonObject *
_care_visit_edit (CareVisit *visit)
{
  JsonObject *encounter = care_document_dup_resource (visit->encounter);

  /* Whatever comes after it, it is not the last thing that happened any more. */
  care_fhir_ext_remove (encounter, "wrong-person");

  return encounter;
}

static const char *
encounter_status (CareVisitState state)
{
  switch (state)
    {
    case CARE_STATE_EXPECTED:
      return "planned";
    case CARE_STATE_ARRIVED:
    case CARE_STATE_ANSWERING:
    case CARE_STATE_TO_TAKE_BACK:
      return "arrived";
    case CARE_STATE_MUST_DECIDE:
    case CARE_STATE_READY:
      return "triaged";
    case CARE_STATE_IN_TREATMENT:
    case CARE_STATE_WATCH_UNTIL:
    case CARE_STATE_SHEET_OWED:
      return "in-progress";
    case CARE_STATE_NO_SHOW:
    case CARE_STATE_CANCELLED:
      return "cancelled";
    case CARE_STATE_STOPPED:
    case CARE_STATE_LEFT_EARLY:
    case CARE_STATE_DONE:
    default:
      return "finished";
    }
}

void
_care_visit_set_state (JsonObject     *encounter,
                       CareVisitState  state)
{
  json_object_set_string_member (encounter, "status", encounter_status (state));
  care_fhir_ext_set_code (encounter, "visit-state", care_visit_state_to_text (state));
}

static JsonObject *
put_appointment (CareStoreChange *change,
                 CareVisit       *visit,
                 const char      *status)
{
  JsonObject *appointment = care_document_dup_resource (visit->appointment);

  json_object_set_string_member (appointment, "status", status);
  care_store_change_put_slot (change, care_patient_get_id (visit->patient),
                              care_document_get_version (visit->appointment), appointment, visit->start, visit->end,
                              visit->place);

  return appointment;
}

static CareDocument *
next_document (CareDocument *former,
               JsonObject   *resource,
               CareInstant   at)
{
  return care_document_new (care_document_get_kind (former), care_document_get_id (former),
                            care_document_get_subject (former), care_document_get_version (former) + 1, at, resource);
}

void
_care_clinic_visit_changed (CareClinic *self,
                            CareVisit  *visit)
{
  const CareProduct *product = NULL;
  const char *name = NULL;

  if (visit->product != NULL)
    product = care_protocol_find_product (self->protocol, visit->product);
  if (product != NULL)
    name = care_text_get (product->name, care_clinic_info_get_staff_language (self->info));
  _care_visit_set_product_name (visit, name != NULL ? name : visit->product);
  _care_visit_set_late (visit, _care_clinic_now (self));
  _care_clinic_sort_today (self, visit);
  _care_clinic_sort_unsigned (self, visit);

  g_signal_emit_by_name (self, "changed", visit);
}

static void
reread (CareClinic *self,
        CareVisit  *visit)
{
  g_autoptr (CareDocument) encounter = care_store_get (self->store, "Encounter", visit->id, NULL);
  g_autoptr (CareDocument) appointment = care_store_get (self->store, "Appointment", visit->id, NULL);

  if (encounter == NULL || appointment == NULL)
    return;

  _care_visit_read (visit, encounter, appointment);
  _care_clinic_visit_changed (self, visit);
}

gboolean
_care_clinic_commit_visit (CareClinic      *self,
                           CareStoreChange *change,
                           CareVisit       *visit,
                           JsonObject      *encounter,
                           const char      *appointment_status,
                           const char      *what,
                           const char      *who,
                           GError         **error)
{
  CareInstant at = care_store_change_get_at (change);
  g_autoptr (CareDocument) next_encounter = NULL;
  g_autoptr (CareDocument) next_appointment = NULL;
  g_autoptr (GError) local = NULL;

  care_store_change_put (change, care_patient_get_id (visit->patient), care_document_get_version (visit->encounter),
                         encounter);
  next_encounter = next_document (visit->encounter, encounter, at);
  if (appointment_status != NULL)
    {
      JsonObject *appointment = put_appointment (change, visit, appointment_status);

      next_appointment = next_document (visit->appointment, appointment, at);
    }
  _care_clinic_audit (self, change, "U", what, who, "Encounter", visit->id);

  if (!care_store_commit (self->store, change, &local))
    {
      /* Somebody else was first: show what is there now, so that it can be looked at and repeated. */
      if (g_error_matches (local, CARE_ERROR, CARE_ERROR_CONFLICT))
        reread (self, visit);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  _care_visit_read (visit, next_encounter, next_appointment);
  _care_clinic_visit_changed (self, visit);

  return TRUE;
}

gboolean
_care_clinic_refuse_state (CareVisit  *visit,
                           const char *what,
                           GError    **error)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "visit: %s cannot be done while it is \"%s\"", what,
               care_visit_state_to_text (visit->state));

  return FALSE;
}

gboolean
_care_clinic_need_state (CareVisit  *visit,
                         guint       states,
                         const char *what,
                         GError    **error)
{
  if ((states & (1u << visit->state)) != 0)
    return TRUE;

  return _care_clinic_refuse_state (visit, what, error);
}
