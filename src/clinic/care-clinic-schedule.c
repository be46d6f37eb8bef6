/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-schedule.h"

#include "clinic/care-clinic-private.h"

/* k and n of the next session: those behind and those booked, and the plan's count. */
static gboolean
count_sessions (CareClinic   *self,
                CarePatient  *patient,
                guint        *number,
                guint        *count,
                GError      **error)
{
  g_autoptr (GListModel) visits = care_clinic_list_patient_visits (self, patient, error);
  g_autoptr (CareDocument) plan = NULL;

  if (visits == NULL)
    return FALSE;

  *number = 1;
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);
      gboolean void_visit = visit->finished_at == CARE_INSTANT_NONE
                            && (visit->state == CARE_STATE_NO_SHOW || visit->state == CARE_STATE_CANCELLED
                                || visit->state == CARE_STATE_LEFT_EARLY
                                || visit->state == CARE_STATE_STOPPED);

      if (visit->kind == CARE_VISIT_SESSION && !void_visit)
        *number = MAX (*number, visit->session_number + 1);
    }

  plan = _care_clinic_find_plan (self, patient, NULL);
  *count = plan != NULL ? (guint) care_fhir_ext_get_integer (care_document_get_resource (plan), "sessions") : 0;

  return TRUE;
}

static gboolean
check_waits (CareClinic     *self,
             CarePatient    *patient,
             CareVisitKind   kind,
             CareInstant     start,
             GError        **error)
{
  CareInstant earliest;
  g_autoptr (CareFormat) format = NULL;
  g_autofree char *when = NULL;

  if (!_care_clinic_find_earliest (self, patient, kind, &earliest, error))
    return FALSE;
  if (earliest == CARE_INSTANT_NONE || start >= earliest)
    return TRUE;

  format = care_writing_new_format (care_clinic_info_get_writing (self->info), care_clinic_info_get_staff_language (self->info),
                                    self->zone);
  when = care_format_moment (format, earliest);
  g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "time: too early: not before %s (%s)", when,
               kind == CARE_VISIT_READING ? "the test's wait" : "the product's gap, or the test's wait");

  return FALSE;
}

static CareVisit *
adopt_new (CareClinic  *self,
           const char  *id,
           GError     **error)
{
  return care_clinic_lookup_visit (self, id, error);
}

/**
 * care_clinic_book:
 * @self: a clinic
 * @patient: for whom
 * @kind: for what
 * @start: when
 *
 * Returns: (transfer none): the visit, or NULL with %CARE_ERROR_REFUSED and the reason
 */
CareVisit *
care_clinic_book (CareClinic     *self,
                  CarePatient    *patient,
                  CareVisitKind   kind,
                  CareInstant     start,
                  GError        **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree char *place = NULL;
  g_autofree char *id = NULL;
  CareInstant end;
  const char *who;
  guint number = 0;
  guint count = 0;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  end = start + _care_clinic_visit_minutes (self, kind) * CARE_MINUTE;
  if (!_care_clinic_need_actor (self, &who, error)
      || !check_waits (self, patient, kind, start, error)
      || !_care_clinic_check_time (self, patient, NULL, start, end, &place, error)
      || (kind == CARE_VISIT_SESSION && !count_sessions (self, patient, &number, &count, error)))
    return NULL;

  change = _care_clinic_begin (self);
  id = _care_clinic_add_visit (self, change, patient, kind, start, end, place, number, count, FALSE);
  _care_clinic_audit (self, change, "C", "book", who, "Encounter", id);
  if (!care_store_commit (self->store, change, error))
    return NULL;

  return adopt_new (self, id, error);
}

/**
 * care_clinic_walk_in:
 * @self: a clinic
 * @patient: who stands at the desk
 * @kind: for what
 *
 * Returns: (transfer none): a visit that begins now and has arrived
 */
CareVisit *
care_clinic_walk_in (CareClinic     *self,
                     CarePatient    *patient,
                     CareVisitKind   kind,
                     GError        **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree char *id = NULL;
  CareInstant now;
  const char *who;
  guint number = 0;
  guint count = 0;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  now = _care_clinic_now (self);
  if (!_care_clinic_need_actor (self, &who, error)
      || !check_waits (self, patient, kind, now, error)
      || (kind == CARE_VISIT_SESSION && !count_sessions (self, patient, &number, &count, error)))
    return NULL;

  change = _care_clinic_begin (self);
  id = _care_clinic_add_visit (self, change, patient, kind, now,
                               now + _care_clinic_visit_minutes (self, kind) * CARE_MINUTE, NULL, number, count, TRUE);
  _care_clinic_audit (self, change, "C", "walk-in", who, "Encounter", id);
  if (!care_store_commit (self->store, change, error))
    return NULL;

  return adopt_new (self, id, error);
}

/**
 * care_clinic_arrive:
 * @self: a clinic
 * @visit: an expected visit (or one that was taken for a no-show)
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED in any other state
 */
gboolean
care_clinic_arrive (CareClinic *self,
                    CareVisit  *visit,
                    GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, 1u << CARE_STATE_EXPECTED | 1u << CARE_STATE_NO_SHOW, "arrive", error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_instant (encounter, "arrived-at", _care_clinic_now (self), self->zone);
  _care_visit_set_state (encounter, CARE_STATE_ARRIVED);

  return _care_clinic_commit_visit (self, change, visit, encounter, "arrived", "arrive", who, error);
}

gboolean
care_clinic_no_show (CareClinic *self,
                     CareVisit  *visit,
                     GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, 1u << CARE_STATE_EXPECTED, "no-show", error))
    return FALSE;

  if (_care_clinic_now (self) < visit->start)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "visit: its time has not come yet; move it instead");
      return FALSE;
    }

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  _care_visit_set_state (encounter, CARE_STATE_NO_SHOW);

  return _care_clinic_commit_visit (self, change, visit, encounter, "noshow", "no-show", who, error);
}

/**
 * care_clinic_left_early:
 * @self: a clinic
 * @visit: a visit that is under way
 * @why: (nullable): in the desk's words
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when the visit is not under way
 */
gboolean
care_clinic_left_early (CareClinic *self,
                        CareVisit  *visit,
                        const char *why,
                        GError    **error)
{
  const guint states = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED
                       | 1u << CARE_STATE_READY | 1u << CARE_STATE_IN_TREATMENT | 1u << CARE_STATE_WATCH_UNTIL
                       | 1u << CARE_STATE_SHEET_OWED;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, states, "left early", error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_instant (encounter, "left-at", _care_clinic_now (self), self->zone);
  care_fhir_ext_set_string (encounter, "left-why", why);
  _care_visit_set_state (encounter, CARE_STATE_LEFT_EARLY);

  return _care_clinic_commit_visit (self, change, visit, encounter, "fulfilled", "left-early", who, error);
}

/* The visit from which @next was booked; NULL without an error when there is none. */
static CareVisit *
find_booked_from (CareClinic  *self,
                  CareVisit   *next,
                  GError     **error)
{
  g_autoptr (GListModel) visits = care_clinic_list_patient_visits (self, next->patient, error);

  for (guint i = 0; visits != NULL && i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);

      if (g_strcmp0 (visit->next_visit, next->id) == 0)
        return g_steal_pointer (&visit);
    }

  return NULL;
}

/* Links a visit with the next one (NULL: with none), which stands on its paper. */
static gboolean
link_next (CareClinic  *self,
           CareVisit   *visit,
           CareVisit   *next,
           GError     **error)
{
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  JsonObject *encounter = _care_visit_edit (visit);

  care_fhir_ext_remove (encounter, "next-visit");
  care_fhir_ext_remove (encounter, "next-visit-at");
  if (next != NULL)
    {
      care_fhir_ext_set_reference (encounter, "next-visit", "Encounter", next->id);
      care_fhir_ext_set_instant (encounter, "next-visit-at", next->start, self->zone);
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, next != NULL ? "next-booked" : "next-cancelled",
                                    NULL, error);
}

/**
 * care_clinic_cancel:
 * @self: a clinic
 * @visit: a visit that nobody came to yet
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED once somebody is here
 */
gboolean
care_clinic_cancel (CareClinic *self,
                    CareVisit  *visit,
                    GError    **error)
{
  g_autoptr (CareVisit) from = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GError) local = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, 1u << CARE_STATE_EXPECTED, "call off", error))
    return FALSE;

  from = find_booked_from (self, visit, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  if (from != NULL)
    care_fhir_ext_set_reference (encounter, "booked-from", "Encounter", from->id);
  _care_visit_set_state (encounter, CARE_STATE_CANCELLED);

  return _care_clinic_commit_visit (self, change, visit, encounter, "cancelled", "cancel", who, error)
         && (from == NULL || link_next (self, from, NULL, error));
}

gboolean
_care_clinic_book_again (CareClinic  *self,
                         CareVisit   *visit,
                         const char  *from_id,
                         GError     **error)
{
  CareVisit *from = from_id != NULL ? care_clinic_lookup_visit (self, from_id, error) : NULL;

  return from_id == NULL || (from != NULL && (from->next_visit != NULL || link_next (self, from, visit, error)));
}

/* Same visit, other time: nobody came yet and nothing was answered. */
static gboolean
move_expected (CareClinic  *self,
               CareVisit   *visit,
               CareInstant  start,
               CareInstant  end,
               const char  *place,
               const char  *who,
               GError     **error)
{
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  g_autoptr (CareDocument) encounter = NULL;
  g_autoptr (CareDocument) appointment = NULL;
  JsonObject *moved = _care_clinic_make_appointment (self, visit->id, visit->patient, visit->kind, start, end, place, FALSE);

  care_store_change_put_slot (change, visit->patient->id, care_document_get_version (visit->appointment), moved, start,
                              end, place);
  _care_clinic_audit (self, change, "U", "move", who, "Appointment", visit->id);
  if (!care_store_commit (self->store, change, error))
    return FALSE;

  appointment = care_document_new ("Appointment", visit->id, visit->patient->id,
                                   care_document_get_version (visit->appointment) + 1,
                                   care_store_change_get_at (change), moved);
  _care_visit_read (visit, NULL, appointment);
  _care_clinic_visit_changed (self, visit);

  return TRUE;
}

/* Sheets that carry the date of @moved are owed again. */
static gboolean
owe_sheets_again (CareClinic  *self,
                  CareVisit   *moved,
                  GError     **error)
{
  g_autoptr (GListModel) visits = care_clinic_list_patient_visits (self, moved->patient, error);

  if (visits == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);
      g_autoptr (CareStoreChange) change = NULL;
      JsonObject *encounter;

      if (g_strcmp0 (visit->next_visit, moved->id) != 0 || visit->next_visit_at == moved->start)
        continue;

      change = _care_clinic_begin (self);
      encounter = _care_visit_edit (visit);
      care_fhir_ext_set_instant (encounter, "next-visit-at", moved->start, self->zone);
      if (visit->printed)
        {
          care_fhir_ext_set_boolean (encounter, "printed", FALSE);
          care_fhir_ext_set_boolean (encounter, "given", FALSE);
          if (visit->state == CARE_STATE_DONE)
            _care_visit_set_state (encounter, CARE_STATE_SHEET_OWED);
        }
      if (!_care_clinic_commit_visit (self, change, visit, encounter, NULL, "next-moved", NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_move:
 * @self: a clinic
 * @visit: a visit that nobody came to yet, that was stopped, or that did not come about
 * @start: the new time
 *
 * An expected visit keeps its identity. After a stop or a no-show a new visit is booked and
 * answers of the old day stay with the old one.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED and the reason
 */
gboolean
care_clinic_move (CareClinic *self,
                  CareVisit  *visit,
                  CareInstant start,
                  GError    **error)
{
  const guint states = 1u << CARE_STATE_EXPECTED | 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_MUST_DECIDE
                       | 1u << CARE_STATE_STOPPED | 1u << CARE_STATE_READY | 1u << CARE_STATE_NO_SHOW
                       | 1u << CARE_STATE_LEFT_EARLY;
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree char *place = NULL;
  g_autofree char *id = NULL;
  JsonObject *encounter;
  CareInstant end;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  end = start + _care_clinic_visit_minutes (self, visit->kind) * CARE_MINUTE;
  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, states, "move", error)
      || !check_waits (self, visit->patient, visit->kind, start, error)
      || !_care_clinic_check_time (self, visit->patient, visit->id, start, end, &place, error))
    return FALSE;

  if (visit->state == CARE_STATE_EXPECTED)
    return move_expected (self, visit, start, end, place, who, error)
           && owe_sheets_again (self, visit, error);

  change = _care_clinic_begin (self);
  id = _care_clinic_add_visit (self, change, visit->patient, visit->kind, start, end, place, visit->session_number,
                               visit->session_count, FALSE);
  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_reference (encounter, "next-visit", "Encounter", id);
  care_fhir_ext_set_instant (encounter, "next-visit-at", start, self->zone);
  if (visit->state != CARE_STATE_NO_SHOW && visit->state != CARE_STATE_LEFT_EARLY)
    _care_visit_set_state (encounter, CARE_STATE_STOPPED);
  if (!_care_clinic_commit_visit (self, change, visit, encounter,
                                  visit->state == CARE_STATE_NO_SHOW ? "noshow" : "cancelled", "move", who, error))
    return FALSE;

  return adopt_new (self, id, error) != NULL;
}
