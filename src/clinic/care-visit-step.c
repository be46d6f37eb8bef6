/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-visit-private.h"

static CareNextStep
find_check_step (CareVisit *self)
{
  if (self->product == NULL || self->batch == NULL || self->needs_product)
    return CARE_NEXT_CHOOSE_PRODUCT;

  /* The page they sign names the product, so it comes after the choice. */
  if (self->consent_open)
    return CARE_NEXT_CONSENT;

  if (self->undecided == 0 && self->ready_at != CARE_INSTANT_NONE)
    return CARE_NEXT_WAIT;

  return CARE_NEXT_DECIDE;
}

/* After the injections: record, next visit, paper; the watch ends in its own time. */
static CareNextStep
find_closing_step (CareVisit *self)
{
  /* The record of a test holds its first reading, half an hour later. */
  if (!self->recorded && !(self->kind == CARE_VISIT_FIRST && self->state == CARE_STATE_WATCH_UNTIL))
    return CARE_NEXT_RECORD;

  if (self->next_visit == NULL && !self->put_off)
    return CARE_NEXT_BOOK;

  if (self->kind == CARE_VISIT_READING || self->given)
    return self->state == CARE_STATE_WATCH_UNTIL ? CARE_NEXT_WATCH : CARE_NEXT_NOTHING;

  if (!self->printed)
    return CARE_NEXT_PRINT;

  return self->state == CARE_STATE_WATCH_UNTIL ? CARE_NEXT_WATCH : CARE_NEXT_GIVE;
}

/* The one next step; desk and command line only draw it. */
CareNextStep
_care_visit_find_step (CareVisit *self)
{
  switch (self->state)
    {
    case CARE_STATE_EXPECTED:
      return CARE_NEXT_ARRIVE;
    case CARE_STATE_ARRIVED:
      return self->kind == CARE_VISIT_READING ? CARE_NEXT_ASK_IN : CARE_NEXT_HAND_OVER;
    case CARE_STATE_ANSWERING:
    case CARE_STATE_TO_TAKE_BACK:
      return CARE_NEXT_TAKE_BACK;
    case CARE_STATE_MUST_DECIDE:
      return self->kind == CARE_VISIT_READING ? CARE_NEXT_WAIT : find_check_step (self);
    case CARE_STATE_READY:
      return CARE_NEXT_ASK_IN;
    case CARE_STATE_IN_TREATMENT:
      if (self->finished_at == CARE_INSTANT_NONE && self->kind != CARE_VISIT_READING)
        return CARE_NEXT_FINISH;
      return find_closing_step (self);
    case CARE_STATE_WATCH_UNTIL:
    case CARE_STATE_SHEET_OWED:
      return find_closing_step (self);
    case CARE_STATE_STOPPED:
    case CARE_STATE_NO_SHOW:
      return self->next_visit == NULL && !self->put_off ? CARE_NEXT_MOVE : CARE_NEXT_NOTHING;
    case CARE_STATE_LEFT_EARLY:
      if (self->finished_at != CARE_INSTANT_NONE && !self->given)
        return self->printed ? CARE_NEXT_GIVE : CARE_NEXT_PRINT;
      return self->next_visit == NULL && !self->put_off ? CARE_NEXT_MOVE : CARE_NEXT_NOTHING;
    case CARE_STATE_DONE:
    default:
      return CARE_NEXT_NOTHING;
    }
}

/**
 * care_visit_get_room:
 * @self: a visit
 *
 * Returns: the room in which the next step is
 */
CareVisitRoom
care_visit_get_room (CareVisit *self)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_ROOM_INTAKE);

  switch (self->next_step)
    {
    case CARE_NEXT_ARRIVE:
    case CARE_NEXT_HAND_OVER:
    case CARE_NEXT_CONSENT:
    case CARE_NEXT_TAKE_BACK:
      return CARE_ROOM_INTAKE;
    case CARE_NEXT_CHOOSE_PRODUCT:
    case CARE_NEXT_DECIDE:
    case CARE_NEXT_WAIT:
      return CARE_ROOM_CHECK;
    case CARE_NEXT_ASK_IN:
    case CARE_NEXT_FINISH:
    case CARE_NEXT_RECORD:
    case CARE_NEXT_WATCH:
      return CARE_ROOM_SESSION;
    case CARE_NEXT_BOOK:
    case CARE_NEXT_MOVE:
      return CARE_ROOM_NEXT_VISIT;
    case CARE_NEXT_PRINT:
    case CARE_NEXT_GIVE:
    case CARE_NEXT_NOTHING:
    default:
      return self->kind == CARE_VISIT_READING ? CARE_ROOM_NEXT_VISIT : CARE_ROOM_SHEET;
    }
}

static gboolean
is_room_done (CareVisit     *self,
              CareVisitRoom  room)
{
  switch (room)
    {
    case CARE_ROOM_INTAKE:
      return self->answered;
    case CARE_ROOM_CHECK:
      return self->word == CARE_WORD_READY || self->began_at != CARE_INSTANT_NONE;
    case CARE_ROOM_SESSION:
      return self->recorded && self->state != CARE_STATE_WATCH_UNTIL;
    case CARE_ROOM_NEXT_VISIT:
      return self->next_visit != NULL || self->put_off;
    case CARE_ROOM_SHEET:
    default:
      return self->given;
    }
}

/**
 * care_visit_get_room_mark:
 * @self: a visit
 * @room: a room
 *
 * Returns: how the line of rooms shows @room
 */
CareRoomMark
care_visit_get_room_mark (CareVisit     *self,
                          CareVisitRoom  room)
{
  g_return_val_if_fail (CARE_IS_VISIT (self), CARE_ROOM_AHEAD);

  if (self->kind == CARE_VISIT_READING
      && (room == CARE_ROOM_INTAKE || room == CARE_ROOM_CHECK || room == CARE_ROOM_SHEET))
    return CARE_ROOM_NOT_NEEDED;

  if (self->next_step != CARE_NEXT_NOTHING && care_visit_get_room (self) == room)
    return CARE_ROOM_HERE;

  return is_room_done (self, room) ? CARE_ROOM_DONE : CARE_ROOM_AHEAD;
}
