/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-instant.h"
#include "course/care-clinic-info.h"

G_BEGIN_DECLS

/**
 * CareSlot:
 * @start: first instant
 * @end: the instant after the last
 * @room: id of the room, belongs to the clinic's settings
 *
 * A stretch of time in a room.
 */
typedef struct
{
  CareInstant start;
  CareInstant end;
  const char *room;
} CareSlot;

/**
 * CareCalendarWhy:
 * @CARE_WHY_FREE: nothing stands against it
 * @CARE_WHY_CLOSED_DAY: a closed day of the clinic
 * @CARE_WHY_CLOSED_HOURS: outside opening hours, or longer than they last
 * @CARE_WHY_BUSY: every room that may be used is taken
 * @CARE_WHY_GAP: too soon after the session before it
 * @CARE_WHY_NO_SUCH_TIME: the clocks go forward over it
 * @CARE_WHY_TIME_TWICE: the clocks go back over it
 * @CARE_WHY_ALLOWED: more sessions than the product allows, or closer than it allows
 *
 * Why a time cannot be.
 */
typedef enum
{
  CARE_WHY_FREE,
  CARE_WHY_CLOSED_DAY,
  CARE_WHY_CLOSED_HOURS,
  CARE_WHY_BUSY,
  CARE_WHY_GAP,
  CARE_WHY_NO_SUCH_TIME,
  CARE_WHY_TIME_TWICE,
  CARE_WHY_ALLOWED,
} CareCalendarWhy;

/**
 * CareCalendar:
 *
 * When something can take place: opening hours, closed days, rooms and what is
 * already booked in them.
 */
#define CARE_TYPE_CALENDAR (care_calendar_get_type ())
G_DECLARE_FINAL_TYPE (CareCalendar, care_calendar, CARE, CALENDAR, GObject)

CareCalendar    *care_calendar_new        (CareClinicInfo   *info) G_GNUC_WARN_UNUSED_RESULT;
CareClinicInfo  *care_calendar_get_info   (CareCalendar     *self);
GTimeZone       *care_calendar_get_zone   (CareCalendar     *self);

void             care_calendar_add_busy   (CareCalendar     *self,
                                           CareInstant       start,
                                           CareInstant       end,
                                           const char       *room);

CareCalendarWhy  care_calendar_check      (CareCalendar     *self,
                                           CareInstant       start,
                                           CareInstant       end,
                                           const char       *room,
                                           CareSlot         *slot,
                                           char            **reason);
gboolean         care_calendar_find_free  (CareCalendar     *self,
                                           CareInstant       wanted,
                                           CareInstant       not_before,
                                           gint64            length,
                                           const char       *room,
                                           CareSlot         *slot);
char            *care_calendar_format     (CareCalendar     *self,
                                           CareInstant       instant) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
