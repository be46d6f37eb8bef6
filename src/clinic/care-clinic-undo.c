/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Ways back from a slip of the finger. What was done stays in the history and in the trail, and so does the taking back. */

#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-clinic-sheet.h"

/* How a document stood before its last change; NULL without an error when it never stood otherwise. */
static CareDocument *
find_former (CareClinic    *self,
             CareDocument  *document,
             GError       **error)
{
  g_autoptr (GPtrArray) history =
    care_store_history (self->store, care_document_get_kind (document), care_document_get_id (document), error);
  guint wanted = care_document_get_version (document) - 1;

  for (guint i = 0; history != NULL && i < history->len; i++)
    if (care_document_get_version (g_ptr_array_index (history, i)) == wanted)
      return care_document_ref (g_ptr_array_index (history, i));

  return NULL;
}

static CareVisitState
state_of (CareDocument *encounter)
{
  CareVisitState state = CARE_STATE_DONE;

  if (encounter != NULL)
    care_visit_state_from_text (care_fhir_ext_get_string (care_document_get_resource (encounter), "visit-state"), &state);

  return state;
}

/* What took the visit from @former to where it stands, as the trail calls its undoing; NULL: nothing that can be undone. */
static const char *
name_step (CareVisit      *visit,
           CareVisitState  former)
{
  switch (visit->state)
    {
    case CARE_STATE_ARRIVED:
      return former == CARE_STATE_EXPECTED || former == CARE_STATE_NO_SHOW ? "undo-arrive" : NULL;
    case CARE_STATE_NO_SHOW:
      return former == CARE_STATE_EXPECTED ? "undo-no-show" : NULL;
    case CARE_STATE_CANCELLED:
      return former == CARE_STATE_EXPECTED ? "undo-cancel" : NULL;
    case CARE_STATE_LEFT_EARLY:
      return former != CARE_STATE_LEFT_EARLY && former != CARE_STATE_DONE ? "undo-left-early" : NULL;
    case CARE_STATE_WATCH_UNTIL:
    case CARE_STATE_SHEET_OWED:
      return former == CARE_STATE_IN_TREATMENT ? "undo-finish" : NULL;
    default:
      return NULL;
    }
}

/* The needle was not out yet: what was done is not done. */
static gboolean
take_back_procedure (CareClinic       *self,
                     CareVisit        *visit,
                     CareStoreChange  *change,
                     GError          **error)
{
  g_autoptr (CareDocument) procedure = care_store_get (self->store, "Procedure", visit->id, error);
  JsonObject *resource;

  if (procedure == NULL)
    return FALSE;

  resource = care_document_dup_resource (procedure);
  json_object_set_string_member (resource, "status", "entered-in-error");
  care_store_change_put (change, visit->patient->id, care_document_get_version (procedure), resource);

  return TRUE;
}

static gboolean
refuse_late (GError **error)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, 
               "visit: something else has happened since; that cannot be taken back any more");

  return FALSE;
}

/* The time may have gone to somebody else meanwhile. */
static gboolean
check_free (CareClinic  *self,
            CareVisit   *visit,
            GError     **error)
{
  g_autofree char *place = NULL;

  return visit->state != CARE_STATE_CANCELLED
         || _care_clinic_check_time (self, visit->patient, visit->id, visit->start, visit->end, &place, error);
}

/**
 * care_clinic_undo:
 * @self: a clinic
 * @visit: a visit that was marked a moment ago as arrived, not come, left early, cancelled or finished
 *
 * Takes back a slip of the finger: the visit stands as it stood before.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when that is not the last thing that happened to the visit
 */
gboolean
care_clinic_undo (CareClinic *self,
                  CareVisit  *visit,
                  GError    **error)
{
  const guint states = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_NO_SHOW | 1u << CARE_STATE_LEFT_EARLY
                       | 1u << CARE_STATE_CANCELLED | 1u << CARE_STATE_WATCH_UNTIL | 1u << CARE_STATE_SHEET_OWED;
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareDocument) appointment = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *from = NULL;
  const char *step;
  const char *status;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error) || !_care_clinic_need_state (visit, states, "undo", error))
    return FALSE;

  former = find_former (self, visit->encounter, &local);
  if (local == NULL)
    appointment = find_former (self, visit->appointment, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  step = former != NULL ? name_step (visit, state_of (former)) : NULL;
  if (step == NULL)
    return refuse_late (error);
  if (!check_free (self, visit, error))
    return FALSE;

  from = g_strdup (care_fhir_ext_get_reference (care_document_get_resource (visit->encounter), "booked-from", "Encounter"));
  status = appointment != NULL ? care_fhir_get_string (care_document_get_resource (appointment), "status") : "booked";
  change = _care_clinic_begin (self);
  if (visit->finished_at != CARE_INSTANT_NONE && state_of (former) == CARE_STATE_IN_TREATMENT
      && !take_back_procedure (self, visit, change, error))
    return FALSE;

  return _care_clinic_commit_visit (self, change, visit, care_document_dup_resource (former), status, step, who, error)
         && _care_clinic_book_again (self, visit, from, error);
}

/**
 * care_clinic_undo_given:
 * @self: a clinic
 * @visit: a visit whose sheet was marked as given
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when no sheet was given
 */
gboolean
care_clinic_undo_given (CareClinic *self,
                        CareVisit  *visit,
                        GError    **error)
{
  static const char *const told[] = { "given-at", "given-by", "given-to", "given-language", "given-large-print", "said-back" };
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;
  if (!visit->given)
    return refuse_late (error);

  sheets = _care_clinic_list_sheet_documents (self, visit, error);
  if (sheets == NULL)
    return FALSE;

  change = _care_clinic_begin (self);
  for (guint i = 0; i < sheets->len; i++)
    {
      CareDocument *sheet = g_ptr_array_index (sheets, i);
      JsonObject *resource;

      if (!care_fhir_ext_has (care_document_get_resource (sheet), "given-at"))
        continue;
      resource = care_document_dup_resource (sheet);
      for (gsize j = 0; j < G_N_ELEMENTS (told); j++)
        care_fhir_ext_remove (resource, told[j]);
      care_store_change_put (change, visit->patient->id, care_document_get_version (sheet), resource);
    }

  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_boolean (encounter, "given", FALSE);
  if (visit->state != CARE_STATE_LEFT_EARLY)
    _care_clinic_settle (self, encounter);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "undo-given", who, error);
}

/* Puts back what was set aside with the visit's answers. */
static gboolean
put_back (CareClinic       *self,
          CareVisit        *visit,
          CareStoreChange  *change,
          const char       *kind,
          GError          **error)
{
  g_autoptr (GPtrArray) documents = _care_clinic_list_of (self, visit->patient, kind, NULL, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      CareDocument *document = g_ptr_array_index (documents, i);
      JsonObject *resource = care_document_get_resource (document);
      g_autoptr (CareDocument) former = NULL;

      if (g_strcmp0 (care_fhir_ext_get_string (resource, "wrong-person"), visit->id) != 0)
        continue;
      former = find_former (self, document, error);
      if (former == NULL)
        return FALSE;
      care_store_change_put (change, visit->patient->id, care_document_get_version (document),
                             care_document_dup_resource (former));
    }

  return documents != NULL;
}

/**
 * care_clinic_undo_wrong_person:
 * @self: a clinic
 * @visit: a visit whose answers were set aside as somebody else's
 * @by: any member of staff
 *
 * It was the right person after all: answers, findings, allergies and consent count again.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when something else has happened since
 */
gboolean
care_clinic_undo_wrong_person (CareClinic           *self,
                               CareVisit            *visit,
                               const CareSignature  *by,
                               GError              **error)
{
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_check_pin (self, by, error)
      || !_care_clinic_need_state (visit, 1u << CARE_STATE_ARRIVED, "undo", error))
    return FALSE;

  former = find_former (self, visit->encounter, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (former == NULL || !care_fhir_ext_get_boolean (care_document_get_resource (visit->encounter), "wrong-person")
      || care_fhir_ext_get_boolean (care_document_get_resource (former), "wrong-person"))
    return refuse_late (error);

  change = _care_clinic_begin (self);
  if (!put_back (self, visit, change, "QuestionnaireResponse", error)
      || !put_back (self, visit, change, "DetectedIssue", error)
      || !put_back (self, visit, change, "Consent", error)
      || !put_back (self, visit, change, "AllergyIntolerance", error))
    return FALSE;

  return _care_clinic_commit_visit (self, change, visit, care_document_dup_resource (former), NULL, "undo-wrong-person",
                                    by->staff, error);
}
