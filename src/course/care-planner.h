/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "course/care-calendar.h"
#include "course/care-course.h"

G_BEGIN_DECLS

/**
 * CarePlanRequest:
 * @sessions: how many
 * @from: the first one, and with it weekday and time of day
 * @every_days: days from one to the next; 0 for the least the product allows
 * @length: how long each takes, in microseconds; 0 for the protocol's (see care_planner_get_length())
 * @room: (nullable): the room one would like
 *
 * A course as somebody asks for it.
 */
typedef struct
{
  guint       sessions;
  CareInstant from;
  int         every_days;
  gint64      length;
  const char *room;
} CarePlanRequest;

/**
 * CarePlanEntry:
 * @number: k
 * @wanted: when it was to be; %CARE_INSTANT_NONE where there is no such time
 * @slot: when and where it is; start %CARE_INSTANT_NONE when no time was found
 * @why: why it is not at @wanted; %CARE_WHY_FREE when it is
 * @reason: (nullable): the same as a sentence
 *
 * One session of a plan.
 */
typedef struct
{
  guint           number;
  CareInstant     wanted;
  CareSlot        slot;
  CareCalendarWhy why;
  char           *reason;
} CarePlanEntry;

/**
 * CarePlan:
 * @entries: (element-type CarePlanEntry): one for each session, in order
 * @possible: every session has a time
 * @as_wanted: and each has the time that was wanted
 *
 * A whole series, looked at before anything is saved.
 */
typedef struct
{
  GPtrArray *entries;
  gboolean   possible;
  gboolean   as_wanted;
} CarePlan;

#define CARE_PLANNER_MOST_SESSIONS 100

gint64    care_planner_get_length  (CareProtocol           *protocol,
                                    CareVisitKind           kind);
CarePlan *care_planner_plan        (CareCalendar           *calendar,
                                    CareCourse             *course,
                                    CareProtocol           *protocol,
                                    const CarePlanRequest  *request,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  care_planner_find_next   (CareCalendar           *calendar,
                                    CareCourse             *course,
                                    CareProtocol           *protocol,
                                    CareInstant             wanted,
                                    CareSlot               *slot,
                                    GError                **error);
gboolean  care_planner_find_reading (CareCalendar          *calendar,
                                    CareProtocol           *protocol,
                                    CareInstant             test,
                                    CareSlot               *slot,
                                    GError                **error);
void      care_plan_free           (CarePlan               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePlan, care_plan_free)

G_END_DECLS
