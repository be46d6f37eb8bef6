/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-schedule.h"

/* How the visit stood before its last change. A walk-in never stood otherwise. */
static CareDocument *
find_former (CareClinic  *self,
             CareVisit   *visit,
             GError     **error)
{
  g_autoptr (GPtrArray) history = care_store_history (self->store, "Encounter", visit->id, error);
  guint wanted = care_document_get_version (visit->encounter) - 1;

  for (guint i = 0; history != NULL && i < history->len; i++)
    if (care_document_get_version (g_ptr_array_index (history, i)) == wanted)
      return care_document_ref (g_ptr_array_index (history, i));

  return NULL;
}

static gboolean
is_step_back (CareVisit      *visit,
              CareVisitState  former)
{
  switch (visit->state)
    {
    case CARE_STATE_ARRIVED:
      return former == CARE_STATE_EXPECTED || former == CARE_STATE_NO_SHOW;
    case CARE_STATE_NO_SHOW:
      return former == CARE_STATE_EXPECTED;
    default:
      return FALSE;
    }
}

/**
 * care_clinic_undo_coming:
 * @self: a clinic
 * @visit: a visit that was marked as arrived, or as not come, a moment ago
 *
 * Takes back a slip of the finger: the visit stands as it stood before. What was done stays in its history and in the
 * trail, and so does the taking back.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when that is not the last thing that happened to the visit
 */
gboolean
care_clinic_undo_coming (CareClinic *self,
                         CareVisit  *visit,
                         GError    **error)
{
  const guint states = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_NO_SHOW;
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GError) local = NULL;
  CareVisitState state = CARE_STATE_DONE;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error) || !_care_clinic_need_state (visit, states, "undo", error))
    return FALSE;

  former = find_former (self, visit, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (former != NULL)
    care_visit_state_from_text (care_fhir_ext_get_string (care_document_get_resource (former), "visit-state"), &state);
  if (!is_step_back (visit, state))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, 
                   "visit: something else has happened since; that cannot be taken back any more");
      return FALSE;
    }

  change = _care_clinic_begin (self);

  return _care_clinic_commit_visit (self, change, visit, care_document_dup_resource (former),
                                    state == CARE_STATE_NO_SHOW ? "noshow" : "booked",
                                    visit->state == CARE_STATE_ARRIVED ? "undo-arrive" : "undo-no-show", who, error);
}
