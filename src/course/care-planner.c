/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-planner.h"

#include "base/care-error.h"

static void
care_plan_entry_free (CarePlanEntry *self)
{
  g_free (self->reason);
  g_free (self);
}

/**
 * care_plan_free:
 * @self: (transfer full): a plan
 */
void
care_plan_free (CarePlan *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * care_planner_get_length:
 * @protocol: the clinic's rules
 * @kind: what the patient comes for
 *
 * How long a visit keeps a room: a session and the watch after it, the test
 * and its 30 minutes, a reading's quarter of an hour (s3-11, x-15, x-14).
 *
 * Returns: the length in microseconds
 */
gint64
care_planner_get_length (CareProtocol  *protocol,
                         CareVisitKind  kind)
{
  const CareParameters *parameters;

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), 0);

  parameters = care_protocol_get_parameters (protocol);
  switch (kind)
    {
    case CARE_VISIT_FIRST:
      return (30 + MAX (parameters->watch_long_minutes, parameters->test_first_reading_minutes)) * CARE_MINUTE;
    case CARE_VISIT_READING:
      return 15 * CARE_MINUTE;
    case CARE_VISIT_SESSION:
    default:
      return (parameters->session_minutes + parameters->watch_minutes) * CARE_MINUTE;
    }
}

static gboolean
check_request (CareCourse             *course,
               const CarePlanRequest  *request,
               int                    *every,
               GError                **error)
{
  int gap = care_course_get_gap_days (course);

  if (request->sessions < 1 || request->sessions > CARE_PLANNER_MOST_SESSIONS)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "a course has 1 to %d sessions", CARE_PLANNER_MOST_SESSIONS);
      return FALSE;
    }
  if (request->every_days < 0 || request->every_days > 366)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                           "sessions are 1 to 366 days apart");
      return FALSE;
    }

  *every = request->every_days > 0 ? request->every_days : gap;
  if (*every < gap)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "every %d days is too often: at least %d days must lie between two sessions",
                   *every, gap);
      return FALSE;
    }

  return care_course_check (course, error);
}

/* The wanted time of day on the first day from @earliest on. */
static CareInstant
later_day (CareCalendar *calendar,
           CareInstant   wanted,
           CareInstant   earliest)
{
  GTimeZone *zone = care_calendar_get_zone (calendar);

  for (int days = 1; wanted < earliest && days < 367; days++)
    {
      CareInstant later = care_instant_add_local_days (wanted, zone, days, NULL);

      if (later != CARE_INSTANT_NONE && later >= earliest)
        return later;
    }

  return MAX (wanted, earliest);
}

/* Puts one session where it was wanted, or on the next free time, with the reason. */
static void
place (CareCalendar  *calendar,
       CarePlanEntry *entry,
       gint64         length,
       CareInstant    earliest,
       int            gap,
       const char    *room)
{
  CareSlot slot;

  if (earliest != CARE_INSTANT_NONE && entry->wanted < earliest)
    {
      g_autofree char *when = care_calendar_format (calendar, entry->wanted);

      entry->why = CARE_WHY_GAP;
      entry->reason = g_strdup_printf ("%s: less than %d days after the session before it", when, gap);
    }
  else
    entry->why = care_calendar_check (calendar, entry->wanted, entry->wanted + length, room,
                                      &entry->slot, &entry->reason);

  /* The room asked for is a wish: another free one at the same time will do. */
  if (entry->why == CARE_WHY_BUSY && room != NULL)
    {
      g_clear_pointer (&entry->reason, g_free);
      entry->why = care_calendar_check (calendar, entry->wanted, entry->wanted + length, NULL,
                                        &entry->slot, &entry->reason);
    }
  if (entry->why == CARE_WHY_FREE)
    return;

  if (care_calendar_find_free (calendar, later_day (calendar, entry->wanted, earliest),
                               MAX (entry->wanted, earliest), length, room, &slot))
    entry->slot = slot;
  else
    entry->slot = (CareSlot) { CARE_INSTANT_NONE, CARE_INSTANT_NONE, NULL };
}

/* The k-th wanted time; a wall-clock time that the clocks skip or show twice is refused, not guessed. */
static void
want (CareCalendar          *calendar,
      const CarePlanRequest *request,
      int                    every,
      CarePlanEntry         *entry)
{
  g_autoptr (GError) error = NULL;

  entry->slot = (CareSlot) { CARE_INSTANT_NONE, CARE_INSTANT_NONE, NULL };
  if (entry->number == 1)
    {
      entry->wanted = request->from;
      return;
    }

  entry->wanted = care_instant_add_local_days (request->from, care_calendar_get_zone (calendar),
                                               (int) (entry->number - 1) * every, &error);
  if (entry->wanted != CARE_INSTANT_NONE)
    return;

  entry->why = g_strrstr (error->message, "twice") != NULL ? CARE_WHY_TIME_TWICE : CARE_WHY_NO_SUCH_TIME;
  entry->reason = g_strdup (error->message);
}

/**
 * care_planner_plan:
 * @calendar: the clinic's calendar with what is booked
 * @course: the course: product, sessions already given
 * @protocol: the clinic's rules
 * @request: what is asked for
 * @error: return location for an error
 *
 * Plans a whole series and saves nothing. Weekday and time of day stay the
 * same on the clinic's wall clock, across clock changes too. A session that
 * cannot be where it was wanted is put on the next free time, with a sentence
 * why; the least gap to the one before is always kept. A wall-clock time that
 * does not exist or exists twice gets no time: a person must choose.
 *
 * Returns: (transfer full) (nullable): the plan, which need not be possible;
 *   %NULL with %CARE_ERROR_REFUSED when the product or the gap forbids what is
 *   asked, with %CARE_ERROR_INPUT when it makes no sense
 */
CarePlan *
care_planner_plan (CareCalendar           *calendar,
                   CareCourse             *course,
                   CareProtocol           *protocol,
                   const CarePlanRequest  *request,
                   GError                **error)
{
  g_autoptr (CarePlan) plan = NULL;
  GTimeZone *zone;
  CareInstant earliest;
  const char *room;
  gint64 length;
  int every;
  int gap;

  g_return_val_if_fail (CARE_IS_CALENDAR (calendar), NULL);
  g_return_val_if_fail (CARE_IS_COURSE (course), NULL);
  g_return_val_if_fail (request != NULL && request->from != CARE_INSTANT_NONE, NULL);

  if (!check_request (course, request, &every, error))
    return NULL;

  zone = care_calendar_get_zone (calendar);
  gap = care_course_get_gap_days (course);
  length = request->length > 0 ? request->length : care_planner_get_length (protocol, CARE_VISIT_SESSION);
  earliest = care_course_get_earliest (course, zone);
  room = request->room;

  plan = g_new0 (CarePlan, 1);
  plan->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) care_plan_entry_free);
  plan->possible = TRUE;
  plan->as_wanted = TRUE;

  for (guint k = 1; k <= request->sessions; k++)
    {
      CarePlanEntry *entry = g_new0 (CarePlanEntry, 1);

      g_ptr_array_add (plan->entries, entry);
      entry->number = k;
      want (calendar, request, every, entry);
      if (entry->wanted != CARE_INSTANT_NONE)
        place (calendar, entry, length, earliest, gap, room);
      plan->as_wanted = plan->as_wanted && entry->why == CARE_WHY_FREE;
      if (entry->slot.start == CARE_INSTANT_NONE)
        {
          plan->possible = FALSE;
          continue;
        }
      earliest = care_course_after_gap (entry->slot.start, gap, zone);
      room = room != NULL ? room : entry->slot.room;
    }

  return g_steal_pointer (&plan);
}

/**
 * care_planner_find_next:
 * @calendar: the clinic's calendar with what is booked
 * @course: the course: product, sessions already given
 * @protocol: the clinic's rules
 * @wanted: the time one would like, and nothing before it
 * @slot: (out): the time found
 * @error: return location for an error
 *
 * The next free time for one more session of a course; on later days the
 * wanted time of day first.
 *
 * Returns: %FALSE with %CARE_ERROR_REFUSED when there is none
 */
gboolean
care_planner_find_next (CareCalendar  *calendar,
                        CareCourse    *course,
                        CareProtocol  *protocol,
                        CareInstant    wanted,
                        CareSlot      *slot,
                        GError       **error)
{
  CareInstant earliest;

  g_return_val_if_fail (CARE_IS_CALENDAR (calendar), FALSE);
  g_return_val_if_fail (CARE_IS_COURSE (course), FALSE);
  g_return_val_if_fail (wanted != CARE_INSTANT_NONE, FALSE);

  earliest = care_course_get_earliest (course, care_calendar_get_zone (calendar));
  if (care_calendar_find_free (calendar, later_day (calendar, wanted, earliest), MAX (wanted, earliest),
                               care_planner_get_length (protocol, CARE_VISIT_SESSION), NULL, slot))
    return TRUE;

  g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED,
                       "no free time in the three months after it; look at opening hours and closed days");
  return FALSE;
}

/**
 * care_planner_find_reading:
 * @calendar: the clinic's calendar with what is booked
 * @protocol: the clinic's rules
 * @test: when the test injections were given
 * @slot: (out): the time found
 * @error: return location for an error
 *
 * The first free time for the reading of a test, 24 hours after it or later.
 *
 * Returns: %FALSE with %CARE_ERROR_REFUSED when there is none
 */
gboolean
care_planner_find_reading (CareCalendar  *calendar,
                           CareProtocol  *protocol,
                           CareInstant    test,
                           CareSlot      *slot,
                           GError       **error)
{
  CareInstant earliest;

  g_return_val_if_fail (CARE_IS_CALENDAR (calendar), FALSE);

  earliest = care_course_reading_earliest (protocol, test);
  if (care_calendar_find_free (calendar, earliest, earliest,
                               care_planner_get_length (protocol, CARE_VISIT_READING), NULL, slot))
    return TRUE;

  g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED,
                       "no free time in the three months after the test; look at opening hours and closed days");
  return FALSE;
}
