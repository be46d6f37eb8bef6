/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-format.h"

typedef struct
{
  const char *language;
  CareHours   hours;
  const char *time;
  const char *day;
  const char *moment;
  const char *list;
} Case;

static const Case cases[] = {
  { "en", CARE_HOURS_LANGUAGE, "23:10", "Sunday, 22 November", "Sun, 22 Nov, 23:10", "a, b and c" },
  { "en", CARE_HOURS_12, "11:10\u202fpm", "Sunday, 22 November", "Sun, 22 Nov, 11:10\u202fpm", "a, b and c" },
  { "en-US", CARE_HOURS_LANGUAGE, "11:10\u202fPM", "Sunday, November 22", "Sun, Nov 22, 11:10\u202fPM", "a, b, and c" },
  { "es", CARE_HOURS_LANGUAGE, "23:10", "domingo, 22 de noviembre", "dom, 22 nov, 23:10", "a, b y c" },
  { "fr", CARE_HOURS_LANGUAGE, "23:10", "dimanche 22 novembre", "dim. 22 nov., 23:10", "a, b et c" },
  { "de", CARE_HOURS_LANGUAGE, "23:10", "Sonntag, 22. November", "So., 22. Nov., 23:10", "a, b und c" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  static const char *const items[] = { "a", "b", "c", NULL };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (CareFormat) format = care_format_new (c->language, zone, c->hours);
  CareInstant instant = care_instant_parse ("2026-11-22T23:10", zone, NULL);
  g_autofree char *time = care_format_time (format, instant);
  g_autofree char *day = care_format_day (format, instant);
  g_autofree char *moment = care_format_moment (format, instant);
  g_autofree char *list = care_format_list (format, items);

  g_assert_cmpstr (time, ==, c->time);
  g_assert_cmpstr (day, ==, c->day);
  g_assert_cmpstr (moment, ==, c->moment);
  g_assert_cmpstr (list, ==, c->list);
}

static void
test_arabic (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CareFormat) own = care_format_new ("ar-EG", zone, CARE_HOURS_24);
  g_autoptr (CareFormat) latin = care_format_new ("ar-EG-u-nu-latn", zone, CARE_HOURS_24);
  CareInstant instant = care_instant_parse ("2026-11-22T23:10Z", NULL, NULL);
  g_autofree char *arabic = care_format_time (own, instant);
  g_autofree char *western = care_format_time (latin, instant);

  g_assert_true (care_format_is_rtl (own));
  g_assert_nonnull (strstr (arabic, "٢٣"));
  g_assert_nonnull (strstr (western, "23"));
}

static void
test_calendar_date (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Pacific/Kiritimati");
  g_autoptr (CareFormat) format = care_format_new ("en", zone, CARE_HOURS_24);
  g_autoptr (GDate) birth = g_date_new_dmy (17, 5, 1954);
  g_autofree char *text = care_format_calendar_date (format, birth);

  g_assert_cmpstr (text, ==, "17 May 1954");
}

static void
test_fill (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CareFormat) format = care_format_new ("en", zone, CARE_HOURS_24);
  g_autofree char *text = care_format_fill (format, "From {time}, {day}{what} {open", "time", "23:10", "day", "{time}", NULL);

  g_assert_cmpstr (text, ==, "From \u206823:10\u2069, \u2068{time}\u2069{what} {open");
}

static void
test_language_names (void)
{
  g_autofree char *english = care_format_language_name ("en");
  g_autofree char *spanish = care_format_language_name ("es");
  g_autofree char *french = care_format_language_name ("fr");

  g_assert_cmpstr (english, ==, "English");
  g_assert_cmpstr (spanish, ==, "Español");
  g_assert_cmpstr (french, ==, "Français");
}

static void
test_numbers (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CareFormat) english = care_format_new ("en", zone, CARE_HOURS_24);
  g_autoptr (CareFormat) german = care_format_new ("de", zone, CARE_HOURS_24);
  g_autofree char *one = care_format_number (english, 38.5, 1);
  g_autofree char *two = care_format_number (german, 38.5, 1);
  g_autofree char *whole = care_format_number (german, 38.0, 1);

  g_assert_cmpstr (one, ==, "38.5");
  g_assert_cmpstr (two, ==, "38,5");
  g_assert_cmpstr (whole, ==, "38");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/format/%s-%u", cases[i].language, cases[i].hours);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/base/format/arabic", test_arabic);
  g_test_add_func ("/base/format/calendar-date", test_calendar_date);
  g_test_add_func ("/base/format/fill", test_fill);
  g_test_add_func ("/base/format/language-names", test_language_names);
  g_test_add_func ("/base/format/numbers", test_numbers);

  return g_test_run ();
}
