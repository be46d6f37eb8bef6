/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "course-fixture.h"

typedef struct
{
  const char     *name;
  const char     *start;
  int             minutes;
  CareCalendarWhy why;
} Case;

static const Case cases[] = {
  { "open", "2026-11-23T09:00", 60, CARE_WHY_FREE },
  { "to-the-minute", "2026-11-23T12:00", 60, CARE_WHY_FREE },
  { "over-lunch", "2026-11-23T12:30", 60, CARE_WHY_CLOSED_HOURS },
  { "before-opening", "2026-11-23T08:59", 60, CARE_WHY_CLOSED_HOURS },
  { "after-closing", "2026-11-23T19:15", 60, CARE_WHY_CLOSED_HOURS },
  { "weekday-closed", "2026-11-28T10:00", 60, CARE_WHY_CLOSED_HOURS },
  { "closed-day", "2026-12-25T10:00", 60, CARE_WHY_CLOSED_DAY },
  { "over-midnight", "2026-11-29T23:30", 60, CARE_WHY_CLOSED_HOURS },
  { "until-midnight", "2026-11-29T23:00", 60, CARE_WHY_FREE },
  { "spring-night", "2027-03-28T01:30", 120, CARE_WHY_FREE },
  { "autumn-night", "2026-10-25T01:30", 120, CARE_WHY_FREE },
  { "both-rooms-taken", "2026-11-24T10:30", 60, CARE_WHY_BUSY },
  { "one-room-taken", "2026-11-24T15:00", 60, CARE_WHY_FREE },
  { "right-after", "2026-11-24T11:00", 60, CARE_WHY_FREE },
  { "right-before", "2026-11-24T09:00", 60, CARE_WHY_FREE },
  { "clinic-taken", "2026-11-26T10:00", 60, CARE_WHY_BUSY },
};

static CareCalendar *
busy_calendar (void)
{
  CareCalendar *calendar = course_fixture_calendar ();

  care_calendar_add_busy (calendar, course_fixture_at (calendar, "2026-11-24T10:00"),
                          course_fixture_at (calendar, "2026-11-24T11:00"), "room-1");
  care_calendar_add_busy (calendar, course_fixture_at (calendar, "2026-11-24T10:00"),
                          course_fixture_at (calendar, "2026-11-24T11:00"), "room-2");
  care_calendar_add_busy (calendar, course_fixture_at (calendar, "2026-11-24T15:00"),
                          course_fixture_at (calendar, "2026-11-24T16:00"), "room-1");
  care_calendar_add_busy (calendar, course_fixture_at (calendar, "2026-11-26T00:00"),
                          course_fixture_at (calendar, "2026-11-27T00:00"), NULL);
  /* An empty and a backward block take nothing. */
  care_calendar_add_busy (calendar, course_fixture_at (calendar, "2026-11-23T09:00"),
                          course_fixture_at (calendar, "2026-11-23T09:00"), NULL);

  return calendar;
}

static void
test_check (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CareCalendar) calendar = busy_calendar ();
  g_autofree char *reason = NULL;
  CareInstant start = course_fixture_at (calendar, c->start);
  CareSlot slot = { 0 };

  g_assert_cmpint (care_calendar_check (calendar, start, start + c->minutes * CARE_MINUTE, NULL, &slot, &reason),
                   ==, c->why);
  if (c->why == CARE_WHY_FREE)
    {
      g_assert_null (reason);
      g_assert_nonnull (slot.room);
    }
  else
    g_assert_true (g_str_has_prefix (reason, "202"));
}

static void
test_rooms (void)
{
  g_autoptr (CareCalendar) calendar = busy_calendar ();
  CareInstant start = course_fixture_at (calendar, "2026-11-24T15:00");
  g_autofree char *reason = NULL;
  CareSlot slot = { 0 };

  g_assert_cmpint (care_calendar_check (calendar, start, start + CARE_HOUR, NULL, &slot, NULL), ==, CARE_WHY_FREE);
  g_assert_cmpstr (slot.room, ==, "room-2");
  g_assert_cmpint (care_calendar_check (calendar, start, start + CARE_HOUR, "room-1", NULL, &reason),
                   ==, CARE_WHY_BUSY);
  g_assert_nonnull (strstr (reason, "the room is taken"));
}

typedef struct
{
  const char *name;
  const char *wanted;
  const char *not_before;
  const char *found; /* NULL: nothing */
} Search;

static const Search searches[] = {
  { "as-wanted", "2026-11-23T15:00", "2026-11-23T15:00", "2026-11-23T15:00:00+01:00" },
  { "later-that-day", "2026-11-24T10:00", "2026-11-24T10:00", "2026-11-24T11:00:00+01:00" },
  { "after-lunch", "2026-11-23T12:30", "2026-11-23T12:30", "2026-11-23T14:00:00+01:00" },
  { "next-open-day-same-hour", "2026-11-26T15:00", "2026-11-26T15:00", "2026-11-27T15:00:00+01:00" },
  { "over-christmas", "2026-12-25T15:00", "2026-12-25T15:00", "2026-12-27T15:00:00+01:00" },
  { "not-before", "2026-11-23T15:00", "2026-11-23T17:00", "2026-11-23T17:00:00+01:00" },
  { "earlier-hour-next-day", "2026-11-26T23:00", "2026-11-26T23:00", "2026-11-27T19:00:00+01:00" },
};

static void
test_find (gconstpointer data)
{
  const Search *s = data;
  g_autoptr (CareCalendar) calendar = busy_calendar ();
  g_autofree char *found = NULL;
  CareSlot slot = { 0 };

  g_assert_true (care_calendar_find_free (calendar, course_fixture_at (calendar, s->wanted),
                                          course_fixture_at (calendar, s->not_before), CARE_HOUR, NULL, &slot));
  found = care_instant_format (slot.start, care_calendar_get_zone (calendar));
  g_assert_cmpstr (found, ==, s->found);
  g_assert_cmpint (slot.end - slot.start, ==, CARE_HOUR);
}

static void
test_nothing_free (void)
{
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  CareInstant wanted = course_fixture_at (calendar, "2026-11-23T15:00");
  CareSlot slot = { 0 };

  g_assert_false (care_calendar_find_free (calendar, wanted, wanted, 25 * CARE_HOUR, NULL, &slot));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/course/calendar/check/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_check);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strconcat ("/course/calendar/find/", searches[i].name, NULL);

      g_test_add_data_func (path, &searches[i], test_find);
    }
  g_test_add_func ("/course/calendar/rooms", test_rooms);
  g_test_add_func ("/course/calendar/nothing-free", test_nothing_free);

  return g_test_run ();
}
