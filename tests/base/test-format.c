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
  { "pt-BR", CARE_HOURS_LANGUAGE, "23:10", "domingo, 22 de novembro", "dom., 22 de nov., 23:10", "a, b e c" },
  { "ar", CARE_HOURS_24, "٢٣:١٠", "الأحد، ٢٢ نوفمبر", "الأحد، ٢٢ نوفمبر، ٢٣:١٠", "a وb وc" },
  { "ar", CARE_HOURS_LANGUAGE, "١١:١٠ م", "الأحد، ٢٢ نوفمبر", "الأحد، ٢٢ نوفمبر، ١١:١٠ م", "a وb وc" },
  { "ar-u-nu-latn", CARE_HOURS_24, "23:10", "الأحد، 22 نوفمبر", "الأحد، 22 نوفمبر، 23:10", "a وb وc" },
  { "ar-MA", CARE_HOURS_24, "23:10", "الأحد، 22 نونبر", "الأحد، 22 نونبر، 23:10", "a وb وc" },
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
test_moment_year (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  const char *const expected[][2] = { { "en", "1 Nov 2026, 23:10" }, { "fr", "1er nov. 2026, 23:10" }, { "es", "1 nov 2026, 23:10" } };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (CareFormat) format = care_format_new (expected[i][0], zone, CARE_HOURS_24);
      g_autofree char *moment = care_format_moment_year (format, care_instant_parse ("2026-11-01T23:10", zone, NULL));

      g_assert_cmpstr (moment, ==, expected[i][1]);
    }
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

  g_autoptr (CareFormat) french = care_format_new ("fr", zone, CARE_HOURS_24);
  g_autoptr (GDate) first = g_date_new_dmy (1, 5, 1954);
  g_autofree char *premier = care_format_calendar_date (french, first);

  g_assert_cmpstr (text, ==, "17 May 1954");
  g_assert_cmpstr (premier, ==, "1er mai 1954");
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
test_other_languages (void)
{
  static const char *const wanted[][3] = {
    { "en", "ar", "Arabic" }, { "fr", "de", "allemand" }, { "de", "es", "Spanisch" }, { "en", "q-q", "q-q" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (CareFormat) format = care_format_new (wanted[i][0], zone, CARE_HOURS_LANGUAGE);
      g_autofree char *name = care_format_other_language (format, wanted[i][1]);

      g_assert_cmpstr (name, ==, wanted[i][2]);
    }
}

/* The first of a month, and a whole date, as each language writes them. */
typedef struct
{
  const char *language;
  const char *day;
  const char *day_short;
  const char *date;
  const char *second;
} First;

static const First firsts[] = {
  { "en", "Tuesday, 1 December", "1 Dec", "1 December 2026", "2 December 2026" },
  { "es", "martes, 1 de diciembre", "1 dic", "1 de diciembre de 2026", "2 de diciembre de 2026" },
  { "fr", "mardi 1er décembre", "1er déc.", "1er décembre 2026", "2 décembre 2026" },
  { "pt-BR", "terça-feira, 1º de dezembro", "1º de dez.", "1º de dezembro de 2026", "2 de dezembro de 2026" },
  { "de", "Dienstag, 1. Dezember", "1. Dez.", "1. Dezember 2026", "2. Dezember 2026" },
  { "ar", "الثلاثاء، ١ ديسمبر", "١ ديسمبر", "١ ديسمبر ٢٠٢٦", "٢ ديسمبر ٢٠٢٦" },
};

static void
test_first (gconstpointer data)
{
  const First *f = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (CareFormat) format = care_format_new (f->language, zone, CARE_HOURS_24);
  CareInstant first = care_instant_parse ("2026-12-01T00:10", zone, NULL);
  g_autofree char *day = care_format_day (format, first);
  g_autofree char *day_short = care_format_day_short (format, first);
  g_autofree char *date = care_format_date (format, first);
  g_autofree char *second = care_format_date (format, first + 24 * CARE_HOUR);

  g_assert_cmpstr (day, ==, f->day);
  g_assert_cmpstr (day_short, ==, f->day_short);
  g_assert_cmpstr (date, ==, f->date);
  g_assert_cmpstr (second, ==, f->second);
}

/* Digits of kept words follow the language's numbers; a phone number stays. */
static void
test_own_digits (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CareFormat) arabic = care_format_new ("ar", zone, CARE_HOURS_24);
  g_autoptr (CareFormat) western = care_format_new ("ar-u-nu-latn", zone, CARE_HOURS_24);
  g_autoptr (CareFormat) french = care_format_new ("fr", zone, CARE_HOURS_24);
  const char *words = "38 (100.4), SPF 30: 555-0160 / 7";

  g_assert_cmpstr (care_format_own_digits (arabic, words), ==, "٣٨ (١٠٠.٤), SPF ٣٠: 555-0160 / ٧");
  g_assert_cmpstr (care_format_own_digits (arabic, "{n} 12-24 {h2}"), ==, "{n} ١٢-٢٤ {h2}");
  g_assert_true (care_format_own_digits (arabic, "لا") != NULL);
  g_assert_true (care_format_own_digits (western, words) == words);
  g_assert_true (care_format_own_digits (french, words) == words);
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

typedef struct
{
  const char *language;
  const char *number;
} Number;

static const Number numbers[] = {
  { "en", "1,234.5" }, { "es", "1234,5" }, { "fr", "1\u202f234,5" }, { "pt-BR", "1.234,5" }, { "de", "1.234,5" },
  { "ar", "١٬٢٣٤٫٥" }, { "ar-u-nu-latn", "1,234.5" },
};

static void
test_number (gconstpointer data)
{
  const Number *n = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CareFormat) format = care_format_new (n->language, zone, CARE_HOURS_24);
  g_autofree char *number = care_format_number (format, 1234.5, 1);

  g_assert_cmpstr (number, ==, n->number);
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
  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autofree char *path = g_strconcat ("/base/format/first/", firsts[i].language, NULL);

      g_test_add_data_func (path, &firsts[i], test_first);
    }
  g_test_add_func ("/base/format/own-digits", test_own_digits);
  g_test_add_func ("/base/format/arabic", test_arabic);
  g_test_add_func ("/base/format/moment-year", test_moment_year);
  g_test_add_func ("/base/format/calendar-date", test_calendar_date);
  g_test_add_func ("/base/format/fill", test_fill);
  g_test_add_func ("/base/format/language-names", test_language_names);
  g_test_add_func ("/base/format/other-languages", test_other_languages);
  g_test_add_func ("/base/format/numbers", test_numbers);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strconcat ("/base/format/number/", numbers[i].language, NULL);

      g_test_add_data_func (path, &numbers[i], test_number);
    }

  return g_test_run ();
}
