/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-way.h"

/* Sessions of a course, as many as any source names and no more at once (facts C07). */
#define MOST_SESSIONS 100

static CareProposal *
first_time (CareClinic     *self,
            CarePatient    *patient,
            CareVisitKind   kind,
            CareInstant     from,
            guint           session,
            GError        **error)
{
  g_autoptr (GPtrArray) times = care_clinic_find_times (self, patient, kind, from, 1, error);
  CareProposal *proposal;

  if (times == NULL || times->len == 0)
    return NULL;

  proposal = care_proposal_copy (g_ptr_array_index (times, 0));
  proposal->session = session;

  return proposal;
}

/* The same hour some days on; where that hour does not exist, the next one that does. */
static CareInstant
same_hour (CareClinic  *self,
           CareInstant  instant,
           guint        days)
{
  CareInstant moved = care_instant_add_local_days (instant, self->zone, (int) days, NULL);

  return moved != CARE_INSTANT_NONE ? moved : instant + days * 24 * CARE_HOUR + CARE_HOUR;
}

static gboolean
count_course (CareClinic   *self,
              CarePatient  *patient,
              guint        *done,
              guint        *planned,
              GError      **error)
{
  g_autoptr (CareHistory) history = _care_clinic_load_history (self, patient, NULL, error);
  g_autoptr (CareDocument) plan = NULL;

  if (history == NULL)
    return FALSE;

  *done = _care_history_count (history, CARE_HISTORY_SESSION);
  plan = _care_clinic_find_plan (self, patient, NULL);
  *planned = plan != NULL ? (guint) care_fhir_ext_get_integer (care_document_get_resource (plan), "sessions") : 0;

  return TRUE;
}

/* A test that has not been read since is read before anything else: a session that was stopped for it gives way. */
static gboolean
is_reading_due (CareClinic *self,
                CareVisit  *visit)
{
  g_autoptr (CareWay) way = NULL;

  if (visit->kind != CARE_VISIT_SESSION || visit->state != CARE_STATE_STOPPED)
    return FALSE;
  way = care_clinic_get_way (self, visit->patient, NULL);

  return way != NULL && way->stage == CARE_STAGE_READING;
}

/**
 * care_clinic_propose_next:
 * @self: a clinic
 * @visit: the visit that is ending
 *
 * Returns: (transfer full) (nullable): the next visit at about the same hour; NULL without an error when the course is
 *   complete or nothing is free in reach
 */
CareProposal *
care_clinic_propose_next (CareClinic *self,
                          CareVisit  *visit,
                          GError    **error)
{
  CareVisitKind kind;
  CareInstant from;
  guint done;
  guint planned;
  int gap;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  if (!count_course (self, visit->patient, &done, &planned, error))
    return NULL;

  /* Free times begin when the test's wait is over. */
  if (is_reading_due (self, visit))
    return first_time (self, visit->patient, CARE_VISIT_READING, _care_clinic_now (self), 0, error);

  kind = visit->kind == CARE_VISIT_FIRST ? CARE_VISIT_READING : CARE_VISIT_SESSION;
  if (kind == CARE_VISIT_SESSION && planned > 0 && done >= planned)
    return NULL;

  gap = visit->product != NULL ? care_protocol_get_min_gap_days (self->protocol, visit->product) : 7;
  if (visit->kind == CARE_VISIT_FIRST)
    from = same_hour (self, visit->start, 1);
  else if (visit->kind == CARE_VISIT_READING)
    from = _care_clinic_now (self) + CARE_HOUR;
  else
    from = same_hour (self, visit->start, (guint) MAX (7, gap));

  return first_time (self, visit->patient, kind, from, kind == CARE_VISIT_SESSION ? done + 1 : 0, error);
}

static gboolean
keep (CareClinic  *self,
      CareVisit   *visit,
      const char  *next,
      CareInstant  at,
      const char  *what,
      GError     **error)
{
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  JsonObject *encounter = _care_visit_edit (visit);
  const char *who = self->actor != NULL ? care_staff_get_id (self->actor) : NULL;

  care_fhir_ext_set_reference (encounter, "next-visit", "Encounter", next);
  care_fhir_ext_set_instant (encounter, "next-visit-at", at, self->zone);
  care_fhir_ext_set_boolean (encounter, "next-put-off", next == NULL);
  if (visit->kind == CARE_VISIT_READING && visit->recorded)
    _care_visit_set_state (encounter, CARE_STATE_DONE);
  /* A sheet that was printed before carries another date now. */
  if (visit->printed && at != visit->next_visit_at)
    {
      care_fhir_ext_set_boolean (encounter, "printed", FALSE);
      care_fhir_ext_set_boolean (encounter, "given", FALSE);
      if (visit->state == CARE_STATE_DONE)
        _care_visit_set_state (encounter, CARE_STATE_SHEET_OWED);
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, what, who, error);
}

/**
 * care_clinic_keep_next:
 * @self: a clinic
 * @visit: the visit that is ending
 * @proposal: the time that was agreed
 *
 * Returns: (transfer none): the new visit, or NULL with %CARE_ERROR_REFUSED and the reason
 */
CareVisit *
care_clinic_keep_next (CareClinic          *self,
                       CareVisit           *visit,
                       const CareProposal  *proposal,
                       GError             **error)
{
  CareVisit *next;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);
  g_return_val_if_fail (proposal != NULL, NULL);

  next = care_clinic_book (self, visit->patient, proposal->kind, proposal->start, error);
  if (next == NULL || !keep (self, visit, next->id, next->start, "keep-next", error))
    return NULL;

  return next;
}

gboolean
care_clinic_put_off_next (CareClinic *self,
                          CareVisit  *visit,
                          GError    **error)
{
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  return _care_clinic_need_actor (self, &who, error)
         && keep (self, visit, NULL, CARE_INSTANT_NONE, "put-off-next", error);
}

/**
 * care_clinic_plan_course:
 * @self: a clinic
 * @patient: for whom
 * @sessions: how many sessions the course has in all; those behind count
 * @from: the first one's wished time; its hour is kept
 * @every_days: days from one to the next, 0 for the product's gap
 *
 * Returns: (transfer full) (element-type CareProposal): the sessions still to come; fewer than asked for when no
 *   time was found in reach
 */
GPtrArray *
care_clinic_plan_course (CareClinic   *self,
                         CarePatient  *patient,
                         guint         sessions,
                         CareInstant   from,
                         guint         every_days,
                         GError      **error)
{
  g_autoptr (CareHistory) history = NULL;
  g_autoptr (GPtrArray) plan = NULL;
  const CareHistoryEntry *test;
  guint done;
  int gap;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  if (sessions == 0 || sessions > MOST_SESSIONS)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "sessions: must be 1 to %d", MOST_SESSIONS);
      return NULL;
    }

  history = _care_clinic_load_history (self, patient, NULL, error);
  if (history == NULL)
    return NULL;

  test = _care_history_find_last (history, CARE_HISTORY_TEST);
  gap = test != NULL && test->product != NULL ? care_protocol_get_min_gap_days (self->protocol, test->product) : 7;
  gap = MAX (gap, 7);
  every_days = MAX (every_days, (guint) gap);
  done = _care_history_count (history, CARE_HISTORY_SESSION);
  plan = g_ptr_array_new_with_free_func ((GDestroyNotify) care_proposal_free);
  for (guint k = done + 1; k <= sessions; k++)
    {
      CareProposal *proposal = first_time (self, patient, CARE_VISIT_SESSION, from, k, error);

      if (proposal == NULL)
        return error != NULL && *error != NULL ? NULL : g_steal_pointer (&plan);

      g_ptr_array_add (plan, proposal);
      /* The wished hour is kept even when one session had to give way; the gap is kept in any case. */
      from = MAX (same_hour (self, from, every_days), proposal->start + gap * 24 * CARE_HOUR);
    }

  return g_steal_pointer (&plan);
}

static JsonObject *
make_plan (CareClinic         *self,
           CarePatient        *patient,
           CareDocument       *former,
           const char *const  *areas,
           guint               sessions)
{
  g_autofree char *id = former != NULL ? g_strdup (care_document_get_id (former)) : care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("CarePlan", id);

  json_object_set_string_member (resource, "status", "active");
  json_object_set_string_member (resource, "intent", "plan");
  care_fhir_set_reference (resource, "subject", "Patient", patient->id);
  care_fhir_set_instant (resource, "created", _care_clinic_now (self), self->zone);
  care_fhir_ext_set_integer (resource, "sessions", sessions);
  care_fhir_ext_set_codes (resource, "area", areas);

  return resource;
}

static gboolean
check_proposals (CareClinic   *self,
                 CarePatient  *patient,
                 GPtrArray    *proposals,
                 GError      **error)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const CareProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *place = NULL;

      if (!_care_clinic_check_time (self, patient, NULL, proposal->start, proposal->end, &place, error))
        {
          g_prefix_error (error, "session %u: ", proposal->session);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
_care_clinic_keep_plan (CareClinic         *self,
                        CarePatient        *patient,
                        const char *const  *areas,
                        guint               sessions,
                        GError            **error)
{
  g_autoptr (CareDocument) former = _care_clinic_find_plan (self, patient, NULL);
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  const char *who;

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  care_store_change_put (change, patient->id, former != NULL ? care_document_get_version (former) : 0,
                         make_plan (self, patient, former, areas, sessions));
  _care_clinic_audit (self, change, "C", "plan-course", who, "Patient", patient->id);

  return care_store_commit (self->store, change, error);
}

/**
 * care_clinic_book_course:
 * @self: a clinic
 * @patient: for whom
 * @areas: (nullable): areas of the course
 * @proposals: (element-type CareProposal): the sessions, from [method@Clinic.plan_course]
 *
 * All of the course is booked or nothing.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED naming the session that cannot be
 */
gboolean
care_clinic_book_course (CareClinic         *self,
                         CarePatient        *patient,
                         const char *const  *areas,
                         GPtrArray          *proposals,
                         GError            **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  const CareProposal *last;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);
  g_return_val_if_fail (proposals != NULL && proposals->len > 0, FALSE);

  if (!_care_clinic_need_actor (self, &who, error) || !check_proposals (self, patient, proposals, error))
    return FALSE;

  last = g_ptr_array_index (proposals, proposals->len - 1);
  former = _care_clinic_find_plan (self, patient, NULL);
  change = _care_clinic_begin (self);
  care_store_change_put (change, patient->id, former != NULL ? care_document_get_version (former) : 0,
                         make_plan (self, patient, former, areas, last->session));
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < proposals->len; i++)
    {
      const CareProposal *proposal = g_ptr_array_index (proposals, i);

      g_ptr_array_add (ids, _care_clinic_add_visit (self, change, patient, CARE_VISIT_SESSION, proposal->start,
                                                    proposal->end, proposal->place, proposal->session, last->session,
                                                    FALSE));
    }
  _care_clinic_audit (self, change, "C", "book-course", who, "Patient", patient->id);
  if (!care_store_commit (self->store, change, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (care_clinic_lookup_visit (self, g_ptr_array_index (ids, i), error) == NULL)
      return FALSE;

  return TRUE;
}
