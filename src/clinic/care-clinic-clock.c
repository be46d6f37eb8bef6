/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A clock that went back: every record is written with the time it says, and every time on paper hangs on it. */

#include "clinic/care-clinic-clock.h"

#include "clinic/care-clinic-private.h"
#include "records/care-audit.h"

/* A clock that a time server puts right goes back by seconds; paper is read in minutes. */
#define TOLERATED CARE_MINUTE

static gboolean
is_behind (CareClinic *self,
           CareInstant at)
{
  return self->newest_record != CARE_INSTANT_NONE && at + TOLERATED <= self->newest_record;
}

void
_care_clinic_note_time (CareClinic *self,
                        CareInstant at,
                        JsonObject *event)
{
  /* A sample day is lived one patient after the other. */
  if (!self->any_time && is_behind (self, at))
    care_fhir_ext_set_instant (event, "newest-record", self->newest_record, self->zone);
  else if (self->newest_record == CARE_INSTANT_NONE || at > self->newest_record)
    self->newest_record = at;
}

static gboolean
read_row (CareStore    *store,
          gint64        number,
          char        **text,
          GError      **error)
{
  g_autoptr (GPtrArray) rows = care_store_list_audit (store, number - 1, 1, error);

  if (rows == NULL)
    return FALSE;
  g_clear_pointer (text, g_free);
  if (rows->len > 0)
    *text = g_strdup (((const CareAuditRow *) g_ptr_array_index (rows, 0))->text);

  return TRUE;
}

/* Rows are numbered without a gap: the last one is found in some twenty looks, however long the trail is. */
static gboolean
read_last_row (CareStore  *store,
               char      **text,
               GError    **error)
{
  gint64 there = 0;
  gint64 beyond = 1;
  g_autofree char *row = NULL;

  do
    {
      if (!read_row (store, beyond, &row, error))
        return FALSE;
      if (row == NULL)
        break;
      there = beyond;
      beyond *= 2;
    }
  while (TRUE);

  while (beyond - there > 1)
    {
      gint64 middle = there + (beyond - there) / 2;

      if (!read_row (store, middle, &row, error))
        return FALSE;
      if (row != NULL)
        there = middle;
      else
        beyond = middle;
    }

  return there == 0 || read_row (store, there, text, error);
}

gboolean
_care_clinic_load_newest (CareClinic  *self,
                          GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *event;

  self->newest_record = CARE_INSTANT_NONE;
  if (!read_last_row (self->store, &text, error))
    return FALSE;
  node = text != NULL ? json_from_string (text, NULL) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;

  event = json_node_get_object (node);
  self->newest_record = care_fhir_ext_get_instant (event, "newest-record");
  if (self->newest_record == CARE_INSTANT_NONE)
    self->newest_record = care_fhir_get_instant (event, "recorded");

  return TRUE;
}

/**
 * care_clinic_is_clock_behind:
 * @self: a clinic
 * @newest: (out) (optional): when the newest record was written
 *
 * It stays so over restarts, whatever is written meanwhile, until the clock has caught up or a person has said that it is
 * right (walk 11: the clock starts at the wrong moment).
 *
 * Returns: whether the clock says a time before the newest record
 */
gboolean
care_clinic_is_clock_behind (CareClinic  *self,
                             CareInstant *newest)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);

  if (newest != NULL)
    *newest = self->newest_record;

  return is_behind (self, _care_clinic_now (self));
}

/**
 * care_clinic_confirm_clock:
 * @self: a clinic
 *
 * The newest record was written with a wrong clock, and now is right.
 *
 * Returns: FALSE when it could not be written down
 */
gboolean
care_clinic_confirm_clock (CareClinic  *self,
                           GError     **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  CareInstant former;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  change = _care_clinic_begin (self);
  former = self->newest_record;
  self->newest_record = care_store_change_get_at (change);
  _care_clinic_audit_clock (self, change, who, former);
  if (care_store_commit (self->store, change, error))
    return TRUE;

  self->newest_record = former;
  return FALSE;
}
