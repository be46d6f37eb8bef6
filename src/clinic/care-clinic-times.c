/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-schedule.h"

/* Visits begin on the quarter hour; a search looks this far ahead. */
#define STEP  (15 * CARE_MINUTE)
#define REACH 120

/* First visit: forms, product, consent, two injections and their half hour; a reading is short. */
#define FIRST_MINUTES   75
#define READING_MINUTES 15

int
_care_clinic_visit_minutes (CareClinic    *self,
                            CareVisitKind  kind)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->protocol);

  switch (kind)
    {
    case CARE_VISIT_FIRST:
      return FIRST_MINUTES;
    case CARE_VISIT_READING:
      return READING_MINUTES;
    case CARE_VISIT_SESSION:
    default:
      return MAX (45, parameters->session_minutes) + parameters->watch_minutes;
    }
}

static gboolean
is_open (CareClinic *self,
         CareInstant start,
         CareInstant end)
{
  g_autoptr (GDateTime) from = care_instant_to_local (start, self->zone);
  g_autoptr (GDateTime) to = care_instant_to_local (end, self->zone);
  int first = g_date_time_get_hour (from) * 60 + g_date_time_get_minute (from);
  int last = g_date_time_get_hour (to) * 60 + g_date_time_get_minute (to);
  const CareOpening *spans;
  guint n_spans;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (from), (GDateMonth) g_date_time_get_month (from),
                  (GDateYear) g_date_time_get_year (from));
  if (care_clinic_info_find_closed (self->info, &date) != NULL
      || g_date_time_get_day_of_month (from) != g_date_time_get_day_of_month (to))
    return FALSE;

  spans = care_clinic_info_get_opening (self->info, g_date_get_weekday (&date), &n_spans);
  for (guint i = 0; i < n_spans; i++)
    if (first >= spans[i].from && last <= spans[i].to)
      return TRUE;

  return FALSE;
}

typedef struct
{
  char        *id;
  char        *patient;
  char        *place;
  CareInstant  start;
  CareInstant  end;
} Busy;

static void
busy_free (gpointer data)
{
  Busy *busy = data;

  g_free (busy->id);
  g_free (busy->patient);
  g_free (busy->place);
  g_free (busy);
}

static const char *
find_place (JsonObject *appointment)
{
  JsonObject *participant;

  for (guint i = 0; (participant = care_fhir_get_element (appointment, "participant", i)) != NULL; i++)
    {
      const char *place = care_fhir_get_reference (participant, "actor", "Location");

      if (place != NULL)
        return place;
    }

  return NULL;
}

static GPtrArray *
list_busy (CareClinic  *self,
           CareInstant  from,
           CareInstant  to,
           GError     **error)
{
  g_autoptr (GPtrArray) appointments = care_store_list_appointments (self->store, from - 12 * CARE_HOUR, to, error);
  GPtrArray *all;

  if (appointments == NULL)
    return NULL;

  all = g_ptr_array_new_with_free_func (busy_free);
  for (guint i = 0; i < appointments->len; i++)
    {
      CareDocument *document = g_ptr_array_index (appointments, i);
      JsonObject *resource = care_document_get_resource (document);
      const char *status = care_fhir_get_string (resource, "status");
      Busy *busy;

      if (g_strcmp0 (status, "cancelled") == 0 || g_strcmp0 (status, "noshow") == 0)
        continue;

      busy = g_new0 (Busy, 1);
      busy->id = g_strdup (care_document_get_id (document));
      busy->patient = g_strdup (care_document_get_subject (document));
      busy->place = g_strdup (find_place (resource));
      busy->start = care_fhir_get_instant (resource, "start");
      busy->end = care_fhir_get_instant (resource, "end");
      g_ptr_array_add (all, busy);
    }

  return all;
}

static gboolean
overlaps (const Busy *busy,
          CareInstant start,
          CareInstant end)
{
  return busy->start < end && start < busy->end;
}

/* Whether the patient has no other visit then, and a room is free. */
static gboolean
is_free (CareClinic   *self,
         CarePatient  *patient,
         const char   *but_not,
         GPtrArray    *all,
         CareInstant   start,
         CareInstant   end,
         const char  **place,
         gboolean     *double_booked)
{
  GPtrArray *rooms = care_clinic_info_get_rooms (self->info);

  *double_booked = FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const Busy *busy = g_ptr_array_index (all, i);

      if (g_strcmp0 (busy->id, but_not) != 0 && overlaps (busy, start, end)
          && g_strcmp0 (busy->patient, patient->id) == 0)
        {
          *double_booked = TRUE;
          return FALSE;
        }
    }

  for (guint i = 0; i < rooms->len; i++)
    {
      const CareRoom *room = g_ptr_array_index (rooms, i);
      gboolean taken = FALSE;

      for (guint j = 0; j < all->len && !taken; j++)
        {
          const Busy *busy = g_ptr_array_index (all, j);

          taken = g_strcmp0 (busy->id, but_not) != 0 && overlaps (busy, start, end)
                  && g_strcmp0 (busy->place, room->id) == 0;
        }
      if (!taken)
        {
          *place = room->id;
          return TRUE;
        }
    }

  /* A clinic that names no rooms has room for everybody. */
  *place = NULL;

  return rooms->len == 0;
}

gboolean
_care_clinic_check_time (CareClinic   *self,
                         CarePatient  *patient,
                         const char   *but_not,
                         CareInstant   start,
                         CareInstant   end,
                         char        **place,
                         GError      **error)
{
  g_autoptr (GPtrArray) all = NULL;
  const char *room = NULL;
  gboolean double_booked;

  if (start < _care_clinic_now (self))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "time: lies in the past");
      return FALSE;
    }

  if (!self->any_time && !is_open (self, start, end))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "time: the clinic is closed then, or closes before the end");
      return FALSE;
    }

  all = list_busy (self, start, end, error);
  if (all == NULL)
    return FALSE;

  if (!is_free (self, patient, but_not, all, start, end, &room, &double_booked) && !self->any_time)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "%s",
                   double_booked ? "time: this patient has another visit then" : "time: every room is taken then");
      return FALSE;
    }

  *place = g_strdup (room);

  return TRUE;
}

gboolean
_care_clinic_find_earliest (CareClinic     *self,
                            CarePatient    *patient,
                            CareVisitKind   kind,
                            CareInstant    *earliest,
                            GError        **error)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->protocol);
  g_autoptr (CareHistory) history = NULL;
  const CareHistoryEntry *last = NULL;
  CareInstant wait = 0;

  *earliest = CARE_INSTANT_NONE;
  if (kind == CARE_VISIT_FIRST)
    return TRUE;

  history = _care_clinic_load_history (self, patient, NULL, error);
  if (history == NULL)
    return FALSE;

  if (kind == CARE_VISIT_SESSION)
    {
      last = _care_history_find_last (history, CARE_HISTORY_SESSION);
      if (last != NULL)
        wait = MAX (7, care_protocol_get_min_gap_days (self->protocol, last->product)) * 24 * CARE_HOUR;
    }

  /* The first session waits for the test like its reading does. */
  if (last == NULL)
    {
      last = _care_history_find_last (history, CARE_HISTORY_TEST);
      wait = MAX (24, parameters->test_wait_hours) * CARE_HOUR;
    }

  if (last != NULL)
    *earliest = last->at + wait;

  return TRUE;
}

static CareInstant
round_up (CareInstant instant)
{
  CareInstant rest = ((instant % STEP) + STEP) % STEP;

  return rest == 0 ? instant : instant + STEP - rest;
}

/**
 * care_clinic_find_times:
 * @self: a clinic
 * @patient: for whom
 * @kind: for what
 * @from: from when on
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type CareProposal): the first free times; none in reach is no error
 */
GPtrArray *
care_clinic_find_times (CareClinic     *self,
                        CarePatient    *patient,
                        CareVisitKind   kind,
                        CareInstant     from,
                        guint           most,
                        GError        **error)
{
  CareInstant length;
  CareInstant earliest;
  CareInstant until;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  if (!_care_clinic_find_earliest (self, patient, kind, &earliest, error))
    return NULL;

  from = round_up (MAX (MAX (from, earliest), _care_clinic_now (self)));
  length = _care_clinic_visit_minutes (self, kind) * CARE_MINUTE;
  until = from + REACH * 24 * CARE_HOUR;
  all = list_busy (self, from, until, error);
  if (all == NULL)
    return NULL;

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) care_proposal_free);
  for (CareInstant at = from; at < until && found->len < most; at += STEP)
    {
      const char *place;
      gboolean double_booked;

      if (is_open (self, at, at + length)
          && is_free (self, patient, NULL, all, at, at + length, &place, &double_booked))
        g_ptr_array_add (found, care_proposal_new (kind, at, at + length, place, 0));
    }

  return g_steal_pointer (&found);
}
