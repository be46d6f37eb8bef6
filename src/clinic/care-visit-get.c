/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-visit-private.h"

const char *
care_visit_get_id (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->id;
}

CarePatient *
care_visit_get_patient (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->patient;
}

CareVisitKind
care_visit_get_kind (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_VISIT_FIRST);

  return self->kind;
}

CareVisitState
care_visit_get_state (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_STATE_EXPECTED);

  return self->state;
}

CareNextStep
care_visit_get_next_step (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_NEXT_NOTHING);

  return self->next_step;
}

CareWord
care_visit_get_word (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_WORD_NONE);

  return self->word;
}

guint
care_visit_get_session_number (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), 0);

  return self->session_number;
}

guint
care_visit_get_session_count (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), 0);

  return self->session_count;
}

const char *
care_visit_get_product (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->product;
}

const char *
care_visit_get_product_name (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->product_name;
}

const char *
care_visit_get_batch (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->batch;
}

const char *
care_visit_get_expiry (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->expiry;
}

CareInstant
care_visit_get_start (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->start;
}

CareInstant
care_visit_get_end (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->end;
}

CareInstant
care_visit_get_arrived_at (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->arrived_at;
}

CareInstant
care_visit_get_ready_at (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->ready_at;
}

CareInstant
care_visit_get_began_at (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->began_at;
}

CareInstant
care_visit_get_finished_at (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->finished_at;
}

CareInstant
care_visit_get_watch_until (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->watch_until;
}

CareInstant
care_visit_get_next_visit_at (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_INSTANT_NONE);

  return self->next_visit_at;
}

const char *
care_visit_get_next_visit (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->next_visit;
}

const char *
care_visit_get_place (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->place;
}

gboolean
care_visit_is_late (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->late;
}

gboolean
care_visit_has_namesake (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->namesake;
}

gboolean
care_visit_is_walk_in (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->walk_in;
}

gboolean
care_visit_is_answered (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->answered;
}

gboolean
care_visit_is_recorded (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->recorded;
}

gboolean
care_visit_is_paper_stopped (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->paper_stops && self->state == CARE_STATE_MUST_DECIDE;
}

gboolean
care_visit_is_drafted (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->drafted;
}

gboolean
care_visit_is_unsigned (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  if (self->recorded)
    return FALSE;
  if (self->drafted)
    return TRUE;
  if (self->kind == CARE_VISIT_READING)
    return self->state == CARE_STATE_IN_TREATMENT;

  return self->finished_at != CARE_INSTANT_NONE
         && !(self->kind == CARE_VISIT_FIRST && self->state == CARE_STATE_WATCH_UNTIL);
}

gboolean
care_visit_is_printed (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->printed;
}

const char *
care_visit_get_print_title (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->print_title;
}

const char *
care_visit_get_print_queue (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return self->print_queue;
}

gboolean
care_visit_was_on_paper (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->print_title != NULL ? self->print_again : self->printed;
}

gboolean
care_visit_is_given (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), FALSE);

  return self->given;
}

guint
care_visit_get_undecided (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), 0);

  return self->undecided;
}

const char *const *
care_visit_get_areas (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), NULL);

  return (const char *const *) self->areas;
}
