/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-error.h"
#include "base/care-instant.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *zone; /* NULL: no zone given */
  const char *utc;  /* NULL: refused */
  const char *why;  /* a part of the message when refused */
} Case;

static const Case cases[] = {
  { "offset", "2026-11-22T15:10:00+01:00", NULL, "2026-11-22T14:10:00+00:00", NULL },
  { "zulu", "2026-11-22T15:10:00Z", NULL, "2026-11-22T15:10:00+00:00", NULL },
  { "no-seconds", "2026-11-22T15:10+01:00", NULL, "2026-11-22T14:10:00+00:00", NULL },
  { "fraction", "2026-11-22T15:10:00.123456789Z", NULL, "2026-11-22T15:10:00+00:00", NULL },
  { "west", "2026-11-22T15:10:00-09:30", NULL, "2026-11-23T00:40:00+00:00", NULL },
  { "local", "2026-11-22T15:10", "Europe/Madrid", "2026-11-22T14:10:00+00:00", NULL },
  { "local-summer", "2026-07-22T15:10", "Europe/Madrid", "2026-07-22T13:10:00+00:00", NULL },
  { "leap-day", "2028-02-29T00:00Z", NULL, "2028-02-29T00:00:00+00:00", NULL },
  { "skipped", "2026-03-29T02:30", "Europe/Madrid", NULL, "does not exist" },
  { "skipped-names-both", "2026-03-29T02:30", "Europe/Madrid", NULL, "01:30:00+01:00 or 2026-03-29T03:30:00+02:00" },
  { "doubled", "2026-10-25T02:30", "Europe/Madrid", NULL, "happens twice" },
  { "doubled-names-both", "2026-10-25T02:30", "Europe/Madrid", NULL, "02:30:00+02:00 or 2026-10-25T02:30:00+01:00" },
  { "last-before-gap", "2026-03-29T01:59", "Europe/Madrid", "2026-03-29T00:59:00+00:00", NULL },
  { "first-after-gap", "2026-03-29T03:00", "Europe/Madrid", "2026-03-29T01:00:00+00:00", NULL },
  { "last-before-fold", "2026-10-25T01:59", "Europe/Madrid", "2026-10-24T23:59:00+00:00", NULL },
  { "first-after-fold", "2026-10-25T03:00", "Europe/Madrid", "2026-10-25T02:00:00+00:00", NULL },
  { "half-hour-shift", "2026-10-04T02:15", "Australia/Lord_Howe", NULL, "does not exist" },
  { "new-york-gap", "2026-03-08T02:30", "America/New_York", NULL, "does not exist" },
  { "new-york-fold", "2026-11-01T01:30", "America/New_York", NULL, "happens twice" },
  { "no-offset-no-zone", "2026-11-22T15:10:00", NULL, NULL, "no offset" },
  { "february-31", "2026-02-31T10:00Z", NULL, NULL, "there is no date" },
  { "month-13", "2026-13-01T10:00Z", NULL, NULL, "there is no date" },
  { "year-0", "0000-01-01T10:00Z", NULL, NULL, "there is no date" },
  { "five-digit-year", "12026-01-01T10:00Z", NULL, NULL, "not a date" },
  { "hour-25", "2026-01-01T25:00Z", NULL, NULL, "there is no date" },
  { "date-alone", "2026-01-01", NULL, NULL, "not a date" },
  { "trailing", "2026-01-01T10:00Zx", NULL, NULL, "not a date" },
  { "wild-offset", "2026-01-01T10:00+15:00", NULL, NULL, "not a date" },
  { "empty", "", NULL, NULL, "not a date" },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GTimeZone) zone = c->zone != NULL ? g_time_zone_new_identifier (c->zone) : NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  CareInstant instant = care_instant_parse (c->text, zone, &error);

  if (c->utc == NULL)
    {
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, c->why));
      g_assert_true (instant == CARE_INSTANT_NONE);
    }
  else
    {
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = care_instant_format (instant, utc);
      g_assert_cmpstr (written, ==, c->utc);
    }
}

typedef struct
{
  const char    *zone;
  int            date[3];
  int            time[2];
  CareLocalTime  kind;
  const char    *first;
  const char    *second;
} Local;

static void
test_find_local (void)
{
  static const Local locals[] = {
    { "Europe/Madrid", { 2026, 10, 25 }, { 2, 30 }, CARE_LOCAL_TIME_TWICE, "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00" },
    { "Europe/Madrid", { 2027, 3, 28 }, { 2, 30 }, CARE_LOCAL_TIME_MISSING, "2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00" },
    { "Europe/Madrid", { 2027, 3, 28 }, { 3, 0 }, CARE_LOCAL_TIME_PLAIN, "2027-03-28T03:00:00+02:00", "2027-03-28T03:00:00+02:00" },
    { "Europe/Madrid", { 2026, 11, 22 }, { 2, 30 }, CARE_LOCAL_TIME_PLAIN, "2026-11-22T02:30:00+01:00", "2026-11-22T02:30:00+01:00" },
    { "Australia/Lord_Howe", { 2026, 4, 5 }, { 1, 45 }, CARE_LOCAL_TIME_TWICE, "2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30" },
    /* Midnight itself is skipped: one of the two is on the day before. */
    { "Africa/Cairo", { 2026, 4, 24 }, { 0, 30 }, CARE_LOCAL_TIME_MISSING, "2026-04-23T23:30:00+02:00", "2026-04-24T01:30:00+03:00" },
    { "Europe/Madrid", { 2026, 2, 30 }, { 2, 30 }, CARE_LOCAL_TIME_NONE, NULL, NULL },
    { "Europe/Madrid", { 2026, 2, 20 }, { 24, 30 }, CARE_LOCAL_TIME_NONE, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (locals); i++)
    {
      const Local *local = &locals[i];
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (local->zone);
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      CareInstant first, second;

      g_assert_cmpint (care_instant_find_local (zone, local->date[0], local->date[1], local->date[2],
                                                local->time[0], local->time[1], &first, &second),
                       ==, local->kind);
      if (local->first == NULL)
        continue;
      one = care_instant_format (first, zone);
      other = care_instant_format (second, zone);
      g_assert_cmpstr (one, ==, local->first);
      g_assert_cmpstr (other, ==, local->second);
    }
}

static void
test_local_days (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (GError) error = NULL;
  CareInstant before = care_instant_parse ("2026-10-22T15:10", zone, NULL);
  CareInstant after = care_instant_add_local_days (before, zone, 7, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = care_instant_format (after, zone);
  g_assert_cmpstr (text, ==, "2026-10-29T15:10:00+01:00");
  g_assert_cmpint (after - before, ==, 7 * 24 * CARE_HOUR + CARE_HOUR);

  before = care_instant_parse ("2026-03-22T02:30", zone, NULL);
  after = care_instant_add_local_days (before, zone, 7, &error);
  g_assert_true (after == CARE_INSTANT_NONE);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_day_start (void)
{
  g_autoptr (GTimeZone) madrid = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (GTimeZone) cairo = g_time_zone_new_identifier ("Africa/Cairo");
  g_autofree char *plain = NULL;
  g_autofree char *fold = NULL;
  g_autofree char *gap = NULL;

  plain = care_instant_format (care_instant_day_start (care_instant_parse ("2026-11-22T23:30", madrid, NULL), madrid), madrid);
  g_assert_cmpstr (plain, ==, "2026-11-22T00:00:00+01:00");
  fold = care_instant_format (care_instant_day_start (care_instant_parse ("2026-10-25T23:30", madrid, NULL), madrid), madrid);
  g_assert_cmpstr (fold, ==, "2026-10-25T00:00:00+02:00");
  /* Egypt goes forward at midnight: the day begins at one. */
  gap = care_instant_format (care_instant_day_start (care_instant_parse ("2026-04-24T12:00", cairo, NULL), cairo), cairo);
  g_assert_cmpstr (gap, ==, "2026-04-24T01:00:00+03:00");
}

static void
test_eight_hours (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  CareInstant finished = care_instant_parse ("2026-10-24T23:30", zone, NULL);
  g_autofree char *text = care_instant_format (finished + 8 * CARE_HOUR, zone);

  g_assert_cmpstr (text, ==, "2026-10-25T06:30:00+01:00");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/instant/parse/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_parse);
    }
  g_test_add_func ("/base/instant/find-local", test_find_local);
  g_test_add_func ("/base/instant/local-days", test_local_days);
  g_test_add_func ("/base/instant/day-start", test_day_start);
  g_test_add_func ("/base/instant/eight-hours-across-a-change", test_eight_hours);

  return g_test_run ();
}
