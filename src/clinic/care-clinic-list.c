/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-private.h"

#include <string.h>

#include "clinic/care-clinic-check.h"

CarePatient *
_care_clinic_adopt_patient (CareClinic   *self,
                            CareDocument *document)
{
  const char *id = care_document_get_id (document);
  CarePatient *patient = g_hash_table_lookup (self->patients, id);

  if (patient == NULL)
    {
      patient = _care_patient_new ();
      g_hash_table_insert (self->patients, g_strdup (id), patient);
    }
  _care_patient_read (patient, document);

  return patient;
}

gboolean
_care_clinic_load_patients (CareClinic *self,
                            GError    **error)
{
  g_autoptr (GPtrArray) documents = care_store_list (self->store, "Patient", NULL, error);

  if (documents == NULL)
    return FALSE;

  for (guint i = 0; i < documents->len; i++)
    _care_clinic_adopt_patient (self, g_ptr_array_index (documents, i));

  return TRUE;
}

CareVisit *
_care_clinic_adopt_visit (CareClinic   *self,
                          CareDocument *encounter,
                          CareDocument *appointment,
                          GError      **error)
{
  const char *id = care_document_get_id (encounter);
  const char *patient_id = care_document_get_subject (encounter);
  CareVisit *visit = g_hash_table_lookup (self->visits, id);
  CarePatient *patient;

  if (visit == NULL)
    {
      patient = care_clinic_lookup_patient (self, patient_id);
      if (patient == NULL)
        {
          g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "Encounter/%s: its patient is not in the records", id);
          return NULL;
        }

      visit = _care_visit_new (patient);
      g_hash_table_insert (self->visits, g_strdup (id), visit);
      _care_visit_read (visit, encounter, appointment);
    }
  else if (care_document_get_version (encounter) != care_document_get_version (visit->encounter)
           || care_document_get_version (appointment) != care_document_get_version (visit->appointment))
    _care_visit_read (visit, encounter, appointment);
  else
    return visit;

  _care_clinic_visit_changed (self, visit);

  return visit;
}

/**
 * care_clinic_lookup_patient:
 * @self: a clinic
 * @id: an id
 *
 * Returns: (transfer none) (nullable): that patient
 */
CarePatient *
care_clinic_lookup_patient (CareClinic *self,
                            const char *id)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->patients, id) : NULL;
}

/**
 * care_clinic_lookup_visit:
 * @self: a clinic
 * @id: an id
 *
 * Returns: (transfer none): that visit, or NULL with an error
 */
CareVisit *
care_clinic_lookup_visit (CareClinic *self,
                          const char *id,
                          GError    **error)
{
  CareVisit *visit;
  g_autoptr (CareDocument) encounter = NULL;
  g_autoptr (CareDocument) appointment = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  visit = g_hash_table_lookup (self->visits, id);
  if (visit != NULL)
    return visit;

  encounter = care_store_get (self->store, "Encounter", id, error);
  if (encounter == NULL)
    return NULL;
  appointment = care_store_get (self->store, "Appointment", id, error);
  if (appointment == NULL)
    return NULL;

  return _care_clinic_adopt_visit (self, encounter, appointment, error);
}

/**
 * care_clinic_note_opened:
 * @self: a clinic
 * @patient: whose page was opened
 *
 * Returns: FALSE when the audit row could not be kept, or nobody is signed in
 */
gboolean
care_clinic_note_opened (CareClinic   *self,
                         CarePatient  *patient,
                         GError      **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  change = _care_clinic_begin (self);
  _care_clinic_audit (self, change, "R", "open-patient", who, "Patient", patient->id);

  return care_store_commit (self->store, change, error);
}

/* In order of time; of two booked for one time, whoever is late comes first. */
static int
compare_visits (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const CareVisit *one = a;
  const CareVisit *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->late != other->late)
    return one->late ? -1 : 1;

  return strcmp (one->id, other->id);
}

static gboolean
are_alike (CareVisit *one,
           CareVisit *other)
{
  return one->patient != other->patient && *one->patient->alike != '\0'
         && g_str_equal (one->patient->alike, other->patient->alike);
}

/* Two patients of one day with like names are marked (Today shows first name and initial). */
static void
mark_namesakes (CareClinic *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->today));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->today), i);
      gboolean found = FALSE;

      for (guint j = 0; j < n && !found; j++)
        {
          g_autoptr (CareVisit) other = g_list_model_get_item (G_LIST_MODEL (self->today), j);

          found = are_alike (visit, other);
        }
      _care_visit_set_namesake (visit, found);
    }
}

void
_care_clinic_sort_today (CareClinic *self,
                         CareVisit  *visit)
{
  gboolean belongs = visit->start >= self->today_from && visit->start < self->today_to
                     && self->today_from != CARE_INSTANT_NONE;
  guint position;
  gboolean there = g_list_store_find (self->today, visit, &position);

  if (there && belongs)
    {
      g_autoptr (CareVisit) before = g_list_model_get_item (G_LIST_MODEL (self->today), position - 1);
      g_autoptr (CareVisit) after = g_list_model_get_item (G_LIST_MODEL (self->today), position + 1);

      /* Rows stay where they are when their place is right: nothing jumps under a finger. */
      if ((position == 0 || before == NULL || compare_visits (before, visit, NULL) < 0)
          && (after == NULL || compare_visits (visit, after, NULL) < 0))
        return;
    }

  if (!there && !belongs)
    return;

  g_object_ref (visit);
  if (there)
    g_list_store_remove (self->today, position);
  if (belongs)
    g_list_store_insert_sorted (self->today, visit, compare_visits, NULL);
  g_object_unref (visit);
  mark_namesakes (self);
}

static gboolean
adopt_appointments (CareClinic *self,
                    GPtrArray  *appointments,
                    GListStore *list,
                    GError    **error)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      CareDocument *appointment = g_ptr_array_index (appointments, i);
      g_autoptr (CareDocument) encounter = NULL;
      CareVisit *visit = g_hash_table_lookup (self->visits, care_document_get_id (appointment));

      /* One program writes at a time: what it holds is what it wrote last. A change by anybody else is a conflict at the
       * next save, and is read then. */
      if (visit != NULL
          && care_document_get_version (appointment) == care_document_get_version (visit->appointment))
        {
          if (list != NULL)
            g_list_store_append (list, visit);
          continue;
        }

      encounter = care_store_get (self->store, "Encounter", care_document_get_id (appointment), error);
      if (encounter == NULL)
        return FALSE;
      visit = _care_clinic_adopt_visit (self, encounter, appointment, error);
      if (visit == NULL)
        return FALSE;
      if (list != NULL)
        g_list_store_append (list, visit);
    }

  return TRUE;
}

gboolean
_care_clinic_load_today (CareClinic *self,
                         GError    **error)
{
  CareInstant now = _care_clinic_now (self);
  g_autoptr (GPtrArray) appointments = NULL;
  GHashTableIter iter;
  gpointer visit;

  self->today_from = care_instant_day_start (now, self->zone);
  self->today_to = care_instant_day_start (self->today_from + 36 * CARE_HOUR, self->zone);
  appointments = care_store_list_appointments (self->store, self->today_from, self->today_to, error);
  if (appointments == NULL)
    return FALSE;

  g_list_store_remove_all (self->today);
  g_clear_object (&self->unsigned_before);
  g_hash_table_iter_init (&iter, self->visits);
  while (g_hash_table_iter_next (&iter, NULL, &visit))
    _care_clinic_sort_today (self, visit);

  return adopt_appointments (self, appointments, NULL, error);
}

/**
 * care_clinic_get_today:
 * @self: a clinic
 *
 * Returns: (transfer none): today's visits, a list of [class@Visit] that is kept up to date
 */
GListModel *
care_clinic_get_today (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return G_LIST_MODEL (self->today);
}

/**
 * care_clinic_list_visits:
 * @self: a clinic
 * @from: first instant
 * @to: the instant after the last
 *
 * Returns: (transfer full): the visits that begin in [@from, @to)
 */
GListModel *
care_clinic_list_visits (CareClinic  *self,
                         CareInstant  from,
                         CareInstant  to,
                         GError     **error)
{
  g_autoptr (GListStore) list = g_list_store_new (CARE_TYPE_VISIT);
  g_autoptr (GPtrArray) appointments = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  appointments = care_store_list_appointments (self->store, from, to, error);
  if (appointments == NULL || !adopt_appointments (self, appointments, list, error))
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&list));
}

/**
 * care_clinic_list_patient_visits:
 * @self: a clinic
 * @patient: a patient
 *
 * Returns: (transfer full): all visits of @patient in order of time
 */
GListModel *
care_clinic_list_patient_visits (CareClinic  *self,
                                 CarePatient *patient,
                                 GError     **error)
{
  g_autoptr (GListStore) list = g_list_store_new (CARE_TYPE_VISIT);
  g_autoptr (GPtrArray) appointments = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  appointments = care_store_list (self->store, "Appointment", patient->id, error);
  if (appointments == NULL || !adopt_appointments (self, appointments, list, error))
    return NULL;
  g_list_store_sort (list, compare_visits, NULL);

  return G_LIST_MODEL (g_steal_pointer (&list));
}

/**
 * care_clinic_list_to_take_back:
 * @self: a clinic
 *
 * Returns: (transfer full): visits of yesterday and today whose device was not taken back
 */
GListModel *
care_clinic_list_to_take_back (CareClinic *self,
                               GError    **error)
{
  g_autoptr (GListModel) recent = NULL;
  g_autoptr (GListStore) list = g_list_store_new (CARE_TYPE_VISIT);

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  recent = care_clinic_list_visits (self, self->today_from - 36 * CARE_HOUR, self->today_to, error);
  if (recent == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (recent); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (recent, i);

      if (visit->state == CARE_STATE_ANSWERING || visit->state == CARE_STATE_TO_TAKE_BACK)
        g_list_store_append (list, visit);
    }

  return G_LIST_MODEL (g_steal_pointer (&list));
}

/* The watch ran out: from now on the sheet is owed, or all is done. */
static gboolean
end_watch (CareClinic *self,
           CareVisit  *visit,
           GError    **error)
{
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  JsonObject *encounter = _care_visit_edit (visit);

  _care_visit_set_state (encounter, visit->given && visit->recorded ? CARE_STATE_DONE : CARE_STATE_SHEET_OWED);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "watch-over", NULL, error);
}

static gboolean
refresh_visit (CareClinic *self,
               CareVisit  *visit,
               CareInstant now,
               GError    **error)
{
  if (visit->state == CARE_STATE_WATCH_UNTIL && visit->watch_until <= now)
    return end_watch (self, visit, error);

  if ((visit->state == CARE_STATE_MUST_DECIDE || visit->state == CARE_STATE_STOPPED)
      && visit->ready_at != CARE_INSTANT_NONE && visit->ready_at <= now)
    return care_clinic_screen (self, visit, error);

  /* The clinic's settings or its protocol may be others since. */
  if (care_visit_is_paper_stopped (visit))
    return care_clinic_screen (self, visit, error);

  if (_care_visit_set_late (visit, now))
    {
      _care_clinic_sort_today (self, visit);
      g_signal_emit_by_name (self, "changed", visit);
    }

  return TRUE;
}

/* A fact came in that others of today's visits of the same person may have waited for. */
gboolean
_care_clinic_screen_waiting (CareClinic   *self,
                             CarePatient  *patient,
                             GError      **error)
{
  const guint states = 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->today)); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->today), i);

      if (visit->patient == patient && (states & 1u << visit->state) != 0 && !care_clinic_screen (self, visit, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_refresh:
 * @self: a clinic
 *
 * Lets time pass; call it once a minute.
 *
 * Returns: FALSE with the first error; the other visits are brought up to date all the same
 */
gboolean
care_clinic_refresh (CareClinic *self,
                     GError    **error)
{
  CareInstant now;
  g_autoptr (GPtrArray) visits = NULL;
  gboolean fine = TRUE;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);

  now = _care_clinic_now (self);
  if ((now < self->today_from || now >= self->today_to) && !_care_clinic_load_today (self, error))
    return FALSE;

  visits = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->today)); i++)
    g_ptr_array_add (visits, g_list_model_get_item (G_LIST_MODEL (self->today), i));

  for (guint i = 0; i < visits->len; i++)
    if (!refresh_visit (self, g_ptr_array_index (visits, i), now, fine ? error : NULL))
      fine = FALSE;

  return fine;
}
