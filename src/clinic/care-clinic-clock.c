/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A clock that went back: every record is written with the time it says, and every time on paper hangs on it. */

#include "clinic/care-clinic-clock.h"

#include "clinic/care-clinic-private.h"

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

gboolean
_care_clinic_load_newest (CareClinic  *self,
                          GError     **error)
{
  g_autoptr (CareAuditRow) row = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *event;

  self->newest_record = CARE_INSTANT_NONE;
  if (!care_store_read_last_audit (self->store, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  node = json_from_string (row->text, NULL);
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
