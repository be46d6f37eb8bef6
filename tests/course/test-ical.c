/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "base/care-error.h"
#include "course/care-ical.h"
#include "course-fixture.h"

#define FRAME(body) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" body "END:VCALENDAR\r\n"
#define EVENT(body) "BEGIN:VEVENT\r\nUID:1@test\r\nDTSTAMP:20261101T000000Z\r\n" body "END:VEVENT\r\n"

static gboolean
read_busy (CareCalendar  *calendar,
           const char    *text,
           GError       **error)
{
  return care_ical_read_busy (calendar, text, strlen (text), "busy.ics",
                              course_fixture_at (calendar, "2026-11-01T00:00"),
                              course_fixture_at (calendar, "2027-06-01T00:00"), error);
}

/* Is room-1 taken for this minute? */
static gboolean
is_taken (CareCalendar *calendar,
          const char   *at,
          const char   *room)
{
  CareInstant start = course_fixture_at (calendar, at);

  return care_calendar_check (calendar, start, start + CARE_MINUTE, room, NULL, NULL) == CARE_WHY_BUSY;
}

typedef struct
{
  const char *name;
  const char *body;
  const char *taken[3];
  const char *free[4];
} Case;

static const Case cases[] = {
  { "utc", EVENT ("DTSTART:20261123T140000Z\r\nDTEND:20261123T150000Z\r\n"),
    { "2026-11-23T15:00", "2026-11-23T15:59" }, { "2026-11-23T14:59", "2026-11-23T16:00" } },
  { "zone", EVENT ("DTSTART;TZID=Europe/Madrid:20261123T150000\r\nDTEND;TZID=Europe/Madrid:20261123T160000\r\n"),
    { "2026-11-23T15:00", "2026-11-23T15:59" }, { "2026-11-23T14:59", "2026-11-23T16:00" } },
  { "other-zone", EVENT ("DTSTART;TZID=America/New_York:20261123T090000\r\nDURATION:PT1H\r\n"),
    { "2026-11-23T15:00" }, { "2026-11-23T14:59", "2026-11-23T16:00" } },
  { "zone-behind-a-path",
    EVENT ("DTSTART;TZID=/example.org/20050126_1/Europe/Madrid:20261123T150000\r\nDURATION:PT1H\r\n"),
    { "2026-11-23T15:00" }, { "2026-11-23T14:59", "2026-11-23T16:00" } },
  { "floating-is-the-clinic's", EVENT ("DTSTART:20261123T150000\r\nDTEND:20261123T160000\r\n"),
    { "2026-11-23T15:00" }, { "2026-11-23T14:59", "2026-11-23T16:00" } },
  { "whole-day", EVENT ("DTSTART;VALUE=DATE:20261123\r\n"),
    { "2026-11-23T09:00", "2026-11-23T19:59" }, { "2026-11-24T09:00" } },
  { "whole-days", EVENT ("DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261125\r\n"),
    { "2026-11-23T09:00", "2026-11-24T19:59" }, { "2026-11-25T09:00" } },
  { "weekly", EVENT ("DTSTART:20261102T090000\r\nDTEND:20261102T100000\r\nRRULE:FREQ=WEEKLY\r\n"),
    { "2026-11-23T09:30", "2027-03-29T09:30", "2027-05-31T09:30" }, { "2026-11-24T09:30", "2026-11-23T10:00" } },
  { "weekly-count", EVENT ("DTSTART:20261102T090000\r\nDTEND:20261102T100000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n"),
    { "2026-11-02T09:30", "2026-11-09T09:30" }, { "2026-11-16T09:30" } },
  { "except", EVENT ("DTSTART:20261102T090000\r\nDTEND:20261102T100000\r\nRRULE:FREQ=WEEKLY\r\nEXDATE:20261109T090000\r\n"),
    { "2026-11-02T09:30", "2026-11-16T09:30" }, { "2026-11-09T09:30" } },
  { "also", EVENT ("DTSTART:20261102T090000\r\nDTEND:20261102T100000\r\nRDATE:20261104T110000\r\n"),
    { "2026-11-02T09:30", "2026-11-04T11:30" }, { "2026-11-04T12:00" } },
  { "one-moved",
    EVENT ("DTSTART:20261102T090000\r\nDTEND:20261102T100000\r\nRRULE:FREQ=WEEKLY\r\n")
    EVENT ("RECURRENCE-ID:20261109T090000\r\nDTSTART:20261110T090000\r\nDTEND:20261110T100000\r\n"),
    { "2026-11-02T09:30", "2026-11-10T09:30", "2026-11-16T09:30" }, { "2026-11-09T09:30" } },
  { "cancelled", EVENT ("STATUS:CANCELLED\r\nDTSTART:20261123T150000\r\nDTEND:20261123T160000\r\n"),
    { NULL }, { "2026-11-23T15:30" } },
  { "transparent", EVENT ("TRANSP:TRANSPARENT\r\nDTSTART:20261123T150000\r\nDTEND:20261123T160000\r\n"),
    { NULL }, { "2026-11-23T15:30" } },
  { "free-busy",
    "BEGIN:VFREEBUSY\r\nUID:2@test\r\nDTSTAMP:20261101T000000Z\r\n"
    "FREEBUSY;FBTYPE=BUSY:20261123T140000Z/PT1H,20261124T140000Z/20261124T150000Z\r\n"
    "FREEBUSY;FBTYPE=FREE:20261125T140000Z/PT1H\r\nEND:VFREEBUSY\r\n",
    { "2026-11-23T15:30", "2026-11-24T15:30" }, { "2026-11-25T15:30" } },
  { "own-zone",
    "BEGIN:VTIMEZONE\r\nTZID:House Time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\n"
    "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    EVENT ("DTSTART;TZID=House Time:20261123T170000\r\nDURATION:PT1H\r\n"),
    { "2026-11-23T15:00" }, { "2026-11-23T14:59", "2026-11-23T16:00" } },
  { "empty-note", EVENT ("DESCRIPTION:\r\nDTSTART:20261123T150000\r\nDTEND:20261123T160000\r\n"),
    { "2026-11-23T15:30" }, { NULL } },
  { "folded", EVENT ("DTSTART:20261123T\r\n 150000\r\nDTEND:20261123T160000\r\n"),
    { "2026-11-23T15:30" }, { NULL } },
  { "nothing", "", { NULL }, { "2026-11-23T15:30" } },
  { "task", "BEGIN:VTODO\r\nUID:3@test\r\nDTSTAMP:20261101T000000Z\r\nDUE:20261123T160000\r\nEND:VTODO\r\n",
    { NULL }, { "2026-11-23T15:30" } },
};

static void
test_read (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n", c->body,
                                       "END:VCALENDAR\r\n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (read_busy (calendar, text, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (c->taken) && c->taken[i] != NULL; i++)
    if (!is_taken (calendar, c->taken[i], NULL))
      g_error ("%s is free", c->taken[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (c->free) && c->free[i] != NULL; i++)
    if (is_taken (calendar, c->free[i], NULL))
      g_error ("%s is taken", c->free[i]);
}

static void
test_rooms (void)
{
  const char *text = FRAME (EVENT ("LOCATION:Blue Room\r\nDTSTART:20261123T150000\r\nDTEND:20261123T160000\r\n")
                            EVENT ("RESOURCES:room-2\r\nDTSTART:20261124T150000\r\nDTEND:20261124T160000\r\n")
                            EVENT ("LOCATION:Garden\r\nDTSTART:20261125T150000\r\nDTEND:20261125T160000\r\n"));
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (GError) error = NULL;

  g_assert_true (read_busy (calendar, text, &error));
  g_assert_true (is_taken (calendar, "2026-11-23T15:30", "room-1"));
  g_assert_false (is_taken (calendar, "2026-11-23T15:30", "room-2"));
  g_assert_false (is_taken (calendar, "2026-11-24T15:30", "room-1"));
  g_assert_true (is_taken (calendar, "2026-11-24T15:30", "room-2"));
  g_assert_true (is_taken (calendar, "2026-11-25T15:30", NULL));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *why;
} Broken;

static const Broken broken[] = {
  { "empty", "", "empty" },
  { "blank", "\r\n\r\n", "empty" },
  { "no-calendar", "hello\r\n", "BEGIN:VCALENDAR" },
  { "event-alone", EVENT ("DTSTART:20261123T150000\r\n"), "BEGIN:VCALENDAR" },
  { "cut-off", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20261123T150000\r\n", "ends in the middle" },
  { "crossed", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "fits no BEGIN" },
  { "too-deep", "BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n", "too deeply" },
  { "latin-1", "BEGIN:VCALENDAR\r\nPRODID:caf\xe9\r\nEND:VCALENDAR\r\n", "UTF-8" },
  { "no-start", FRAME (EVENT ("SUMMARY:x\r\n")), "event 1: it has no DTSTART" },
  { "start-is-nonsense", FRAME (EVENT ("DTSTART:tomorrow\r\nDTEND:20261123T160000\r\n")), "event 1" },
  { "month-13", FRAME (EVENT ("DTSTART:20261323T150000\r\nDTEND:20261323T160000\r\n")), "event 1" },
  { "backwards", FRAME (EVENT ("DTSTART:20261123T150000\r\nDTEND:20261123T140000\r\n")), "ends before it begins" },
  { "negative", FRAME (EVENT ("DTSTART:20261123T150000\r\nDURATION:-PT1H\r\n")), "DURATION" },
  { "rule-is-nonsense", FRAME (EVENT ("DTSTART:20261123T150000\r\nDTEND:20261123T160000\r\nRRULE:FREQ=OFTEN\r\n")), "RRULE" },
  { "every-second", FRAME (EVENT ("DTSTART:20200101T000000\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY\r\n")), "repeats too often" },
  { "zone-unknown", FRAME (EVENT ("DTSTART;TZID=Atlantis:20261123T150000\r\nDURATION:PT1H\r\n")), "time zone is not known" },
  { "all-later", FRAME (EVENT ("RECURRENCE-ID;RANGE=THISANDFUTURE:20261109T090000\r\nDTSTART:20261110T090000\r\n")), "RANGE" },
  { "second-event", FRAME (EVENT ("DTSTART:20261123T150000\r\n") EVENT ("SUMMARY:x\r\n")), "event 2" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *b = data;
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (GError) error = NULL;

  g_assert_false (read_busy (calendar, b->text, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "busy.ics"));
  if (strstr (error->message, b->why) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, b->why);
}

/* Whatever bytes are changed: read or refused, never a crash. */
static void
test_mangled (void)
{
  const char *text = FRAME (
    "BEGIN:VTIMEZONE\r\nTZID:House Time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\n"
    "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    EVENT ("DTSTART;TZID=House Time:20261102T090000\r\nDTEND;TZID=House Time:20261102T100000\r\n"
           "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20270401T000000Z\r\nEXDATE:20261207T090000\r\n")
    EVENT ("RECURRENCE-ID:20261109T090000Z\r\nDTSTART;VALUE=DATE:20261110\r\nDURATION:P1D\r\n")
    "BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20261123T140000Z/PT1H\r\nEND:VFREEBUSY\r\n");
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  gsize length = strlen (text);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
      g_autofree char *changed = g_strdup (text);
      g_autoptr (GError) error = NULL;
      guint changes = (guint) g_rand_int_range (random, 1, 5);

      for (guint k = 0; k < changes; k++)
        changed[g_rand_int_range (random, 0, (int) length)] = (char) g_rand_int_range (random, 1, 127);
      if (!care_ical_read_busy (calendar, changed, length, "busy.ics",
                                course_fixture_at (calendar, "2026-11-01T00:00"),
                                course_fixture_at (calendar, "2027-06-01T00:00"), &error))
        g_assert_nonnull (error);
    }
}

static void
test_write (void)
{
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (CareCalendar) back = course_fixture_calendar ();
  g_autoptr (GError) error = NULL;
  CareIcalEvent events[] = {
    { "visit-1@aftercare.example", 0, course_fixture_at (calendar, "2026-11-23T15:10"),
      course_fixture_at (calendar, "2026-11-23T16:10"), "Visit, session 2; bring \\ your list", "Blue room" },
    { "visit-2@aftercare.example", 3, course_fixture_at (calendar, "2027-03-29T15:10"),
      course_fixture_at (calendar, "2027-03-29T16:10"), "Visit", NULL },
  };
  CareInstant stamp = course_fixture_at (calendar, "2026-11-22T10:00");
  g_autofree char *text = care_ical_write (events, G_N_ELEMENTS (events), stamp);
  g_autofree char *again = care_ical_write (events, G_N_ELEMENTS (events), stamp);

  g_assert_cmpstr (text, ==, again);
  g_assert_null (strstr (text, "METHOD"));
  g_assert_nonnull (strstr (text, "\r\nDTSTART:20261123T141000Z\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDTEND:20270329T141000Z\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDTSTAMP:20261122T090000Z\r\n"));
  g_assert_nonnull (strstr (text, "\r\nUID:visit-1@aftercare.example\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSEQUENCE:3\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:Visit\\, session 2\\; bring \\\\ your list"));

  /* What is written is read back as the same times in the same room. */
  g_assert_true (read_busy (back, text, &error));
  g_assert_no_error (error);
  g_assert_true (is_taken (back, "2026-11-23T15:10", "room-1"));
  g_assert_false (is_taken (back, "2026-11-23T15:10", "room-2"));
  g_assert_false (is_taken (back, "2026-11-23T16:10", "room-1"));
  g_assert_true (is_taken (back, "2027-03-29T15:10", NULL));
}

static void
test_missing_file (void)
{
  g_autoptr (CareCalendar) calendar = course_fixture_calendar ();
  g_autoptr (GError) error = NULL;

  g_assert_false (care_ical_load_busy (calendar, "/nowhere/busy.ics", 0, CARE_HOUR, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/course/ical/read/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/course/ical/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/course/ical/rooms", test_rooms);
  g_test_add_func ("/course/ical/mangled", test_mangled);
  g_test_add_func ("/course/ical/write", test_write);
  g_test_add_func ("/course/ical/missing-file", test_missing_file);

  return g_test_run ();
}
