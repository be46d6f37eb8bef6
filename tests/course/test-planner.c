/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "base/care-error.h"
#include "course/care-planner.h"
#include "course-fixture.h"

typedef struct
{
  const char     *name;
  guint           sessions;
  const char     *from;
  int             every;
  const char     *product;
  gboolean        possible;
  gboolean        as_wanted;
  guint           look_at; /* the k-th session */
  const char     *start;   /* where it is; NULL: nowhere */
  CareCalendarWhy why;
} Case;

static const Case cases[] = {
  { "weekly", 10, "2026-11-23T15:10", 7, NULL, TRUE, TRUE, 4, "2026-12-14T15:10:00+01:00", CARE_WHY_FREE },
  { "least-gap", 3, "2026-11-23T15:10", 0, NULL, TRUE, TRUE, 2, "2026-11-30T15:10:00+01:00", CARE_WHY_FREE },
  { "product-gap", 3, "2026-11-23T15:00", 0, "product-d", TRUE, TRUE, 2, "2026-12-24T15:00:00+01:00", CARE_WHY_FREE },
  { "spring-keeps-the-hour", 3, "2027-03-22T15:10", 7, NULL, TRUE, TRUE, 2, "2027-03-29T15:10:00+02:00", CARE_WHY_FREE },
  { "autumn-keeps-the-hour", 3, "2026-10-19T15:10", 7, NULL, TRUE, TRUE, 2, "2026-10-26T15:10:00+01:00", CARE_WHY_FREE },
  { "skipped-hour", 3, "2027-03-21T02:30", 7, NULL, FALSE, FALSE, 2, NULL, CARE_WHY_NO_SUCH_TIME },
  { "doubled-hour", 3, "2026-10-18T02:30", 7, NULL, FALSE, FALSE, 2, NULL, CARE_WHY_TIME_TWICE },
  { "after-the-doubled-hour", 3, "2026-10-18T02:30", 7, NULL, FALSE, FALSE, 3, "2026-11-01T02:30:00+01:00", CARE_WHY_FREE },
  { "christmas", 3, "2026-12-18T15:10", 7, NULL, TRUE, FALSE, 2, "2026-12-27T15:10:00+01:00", CARE_WHY_CLOSED_DAY },
  { "gap-after-christmas", 3, "2026-12-18T15:10", 7, NULL, TRUE, FALSE, 3, "2027-01-03T15:10:00+01:00", CARE_WHY_GAP },
  { "closed-weekday", 1, "2026-11-28T15:10", 7, NULL, TRUE, FALSE, 1, "2026-11-29T15:10:00+01:00", CARE_WHY_CLOSED_HOURS },
  { "lunch", 1, "2026-11-23T12:30", 7, NULL, TRUE, FALSE, 1, "2026-11-23T14:00:00+01:00", CARE_WHY_CLOSED_HOURS },
  { "busy-moves-that-one-only", 2, "2026-11-24T10:00", 7, NULL, TRUE, FALSE, 2, "2026-12-01T10:00:00+01:00", CARE_WHY_FREE },
  { "busy", 2, "2026-11-24T10:00", 7, NULL, TRUE, FALSE, 1, "2026-11-24T11:00:00+01:00", CARE_WHY_BUSY },
  { "gap-to-the-session-given", 1, "2026-11-18T15:10", 7, "product-a", TRUE, FALSE, 1, "2026-11-23T15:10:00+01:00", CARE_WHY_GAP },
};

static void
test_plan (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (CareProtocol) protocol = course_fixture_protocol ();
  g_autoptr (CareCourse) course = care_course_new (protocol, c->product, c->sessions);
  g_autoptr (CarePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  CarePlanRequest request = { c->sessions, course_fixture_at (calendar, c->from), c->every, 0, NULL };
  const CarePlanEntry *entry;

  if (g_str_equal (c->name, "gap-to-the-session-given"))
    care_course_add_given (course, course_fixture_at (calendar, "2026-11-16T10:00"));
  if (g_str_has_prefix (c->name, "busy"))
    care_calendar_add_busy (calendar, course_fixture_at (calendar, "2026-11-24T09:00"),
                            course_fixture_at (calendar, "2026-11-24T11:00"), NULL);

  plan = care_planner_plan (calendar, course, protocol, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->possible, ==, c->possible);
  g_assert_cmpint (plan->as_wanted, ==, c->as_wanted);
  g_assert_cmpuint (plan->entries->len, ==, c->sessions);

  entry = g_ptr_array_index (plan->entries, c->look_at - 1);
  g_assert_cmpint (entry->why, ==, c->why);
  g_assert_cmpint (entry->why == CARE_WHY_FREE, ==, entry->reason == NULL);
  if (c->start == NULL)
    g_assert_true (entry->slot.start == CARE_INSTANT_NONE);
  else
    {
      g_autofree char *start = care_instant_format (entry->slot.start, care_calendar_get_zone (calendar));

      g_assert_cmpstr (start, ==, c->start);
      g_assert_cmpint (entry->slot.end - entry->slot.start, ==,
                       care_planner_get_length (protocol, CARE_VISIT_SESSION));
    }
}

/* Whatever was asked: what is planned is open, free, and no two sessions are closer than the gap. */
static void
test_invariants (void)
{
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (CareProtocol) protocol = course_fixture_protocol ();
  CareInstant base = course_fixture_at (calendar, "2026-09-01T00:00");
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      CareInstant start = base + g_rand_int_range (random, 0, 300 * 24 * 4) * 15 * CARE_MINUTE;

      care_calendar_add_busy (calendar, start, start + g_rand_int_range (random, 1, 12) * 15 * CARE_MINUTE,
                              g_rand_boolean (random) ? "room-1" : NULL);
    }

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (CareCourse) course = care_course_new (protocol, NULL, 8);
      g_autoptr (CarePlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      CarePlanRequest request = { 8, base + g_rand_int_range (random, 0, 200 * 24 * 60) * CARE_MINUTE,
                                  g_rand_int_range (random, 7, 20), 0, i % 2 != 0 ? "room-2" : NULL };
      CareInstant before = CARE_INSTANT_NONE;

      plan = care_planner_plan (calendar, course, protocol, &request, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < plan->entries->len; k++)
        {
          const CarePlanEntry *entry = g_ptr_array_index (plan->entries, k);

          if (entry->slot.start == CARE_INSTANT_NONE)
            continue;
          g_assert_cmpint (care_calendar_check (calendar, entry->slot.start, entry->slot.end, entry->slot.room,
                                                NULL, NULL), ==, CARE_WHY_FREE);
          if (before != CARE_INSTANT_NONE)
            g_assert_true (entry->slot.start >=
                           care_course_after_gap (before, 7, care_calendar_get_zone (calendar)));
          before = entry->slot.start;
        }
    }
}

typedef struct
{
  const char *name;
  guint       sessions;
  int         every;
  const char *product;
  const char *why;
} Refused;

static const Refused refused[] = {
  { "no-session", 0, 7, NULL, "1 to 100" },
  { "too-many", 101, 7, NULL, "1 to 100" },
  { "backwards", 3, -7, NULL, "apart" },
  { "too-often", 3, 3, NULL, "at least 7 days" },
  { "product-too-often", 3, 7, "product-d", "too often" },
  { "product-too-many", 7, 0, "product-d", "plan fewer" },
  { "no-product", 3, 0, "product-z", "no product" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *r = data;
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (CareProtocol) protocol = course_fixture_protocol ();
  g_autoptr (CareCourse) course = care_course_new (protocol, r->product, r->sessions);
  g_autoptr (GError) error = NULL;
  CarePlanRequest request = { r->sessions, course_fixture_at (calendar, "2026-11-23T15:10"), r->every, 0, NULL };

  g_assert_null (care_planner_plan (calendar, course, protocol, &request, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CARE_ERROR);
  if (strstr (error->message, r->why) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, r->why);
}

static void
test_course (void)
{
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (CareProtocol) protocol = course_fixture_protocol ();
  g_autoptr (CareCourse) course = care_course_new (protocol, "product-a", 4);
  g_autofree char *earliest = NULL;

  g_assert_cmpuint (care_course_get_next (course), ==, 1);
  g_assert_true (care_course_get_earliest (course, care_calendar_get_zone (calendar)) == CARE_INSTANT_NONE);
  care_course_add_given (course, course_fixture_at (calendar, "2027-03-24T15:10"));
  care_course_add_given (course, course_fixture_at (calendar, "2027-03-10T15:10"));
  g_assert_cmpuint (care_course_get_next (course), ==, 3);
  g_assert_false (care_course_is_review_due (course));

  /* Seven days of the calendar, across the clock change. */
  earliest = care_instant_format (care_course_get_earliest (course, care_calendar_get_zone (calendar)),
                                  care_calendar_get_zone (calendar));
  g_assert_cmpstr (earliest, ==, "2027-03-31T00:00:00+02:00");

  care_course_add_given (course, course_fixture_at (calendar, "2027-03-31T15:10"));
  g_assert_true (care_course_is_review_due (course));
  care_course_add_given (course, course_fixture_at (calendar, "2027-04-07T15:10"));
  g_assert_cmpuint (care_course_get_next (course), ==, 0);
}

/* A reading waits 24 elapsed hours, also in the night in which a wall-clock day has 23 or 25. */
static void
test_reading (void)
{
  const struct { const char *test; const char *reading; } tests[] = {
    { "2026-11-23T10:00", "2026-11-24T10:00:00+01:00" },
    { "2026-11-26T16:00", "2026-11-27T16:00:00+01:00" },
    { "2026-12-24T10:00", "2026-12-27T10:00:00+01:00" },
    { "2027-03-27T10:00", "2027-03-28T11:00:00+02:00" },
    { "2026-10-24T10:00", "2026-10-25T09:00:00+01:00" },
  };
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (CareProtocol) protocol = course_fixture_protocol ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *start = NULL;
      CareInstant test = course_fixture_at (calendar, tests[i].test);
      CareSlot slot = { 0 };

      g_assert_true (care_planner_find_reading (calendar, protocol, test, &slot, &error));
      g_assert_no_error (error);
      g_assert_cmpint (slot.start - test, >=, 24 * CARE_HOUR);
      start = care_instant_format (slot.start, care_calendar_get_zone (calendar));
      g_assert_cmpstr (start, ==, tests[i].reading);
    }
}

static void
test_next (void)
{
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (CareProtocol) protocol = course_fixture_protocol ();
  g_autoptr (CareCourse) course = care_course_new (protocol, "product-a", 10);
  g_autoptr (GError) error = NULL;
  g_autofree char *start = NULL;
  CareSlot slot = { 0 };

  care_course_add_given (course, course_fixture_at (calendar, "2026-12-18T15:10"));
  g_assert_true (care_planner_find_next (calendar, course, protocol,
                                         course_fixture_at (calendar, "2026-12-19T15:10"), &slot, &error));
  start = care_instant_format (slot.start, care_calendar_get_zone (calendar));
  g_assert_cmpstr (start, ==, "2026-12-27T15:10:00+01:00");

  care_calendar_add_busy (calendar, course_fixture_at (calendar, "2026-12-01T00:00"),
                          course_fixture_at (calendar, "2028-01-01T00:00"), NULL);
  g_assert_false (care_planner_find_next (calendar, course, protocol,
                                          course_fixture_at (calendar, "2026-12-19T09:00"), &slot, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/course/planner/plan/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_plan);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/course/planner/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/course/planner/invariants", test_invariants);
  g_test_add_func ("/course/planner/course", test_course);
  g_test_add_func ("/course/planner/reading", test_reading);
  g_test_add_func ("/course/planner/next", test_next);

  return g_test_run ();
}
