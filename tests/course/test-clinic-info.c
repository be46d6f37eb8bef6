/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "base/care-error.h"
#include "course/care-clinic-info.h"

/* A clinic with one thing left out or wrong is the sample with one piece replaced. */
static char *
load_sample_text (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "sample", "clinic.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static CareClinicInfo *
read_text (const char  *text,
           GError     **error)
{
  return care_clinic_info_new_from_text (text, -1, "clinic.json", error);
}

static void
test_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "sample", "clinic.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareClinicInfo) info = care_clinic_info_load (path, &error);
  const CareOpening *spans;
  const CareClosedDay *closed;
  guint n_spans = 0;
  GDate date;

  g_assert_no_error (error);
  g_assert_true (care_clinic_info_is_sample (info));
  g_assert_false (care_clinic_info_prints_black (info));
  g_assert_cmpstr (care_clinic_info_get_id (info), ==, "sample-clinic");
  g_assert_cmpstr (care_clinic_info_get_country (info), ==, "ES");
  g_assert_cmpstr (care_clinic_info_get_time_zone_name (info), ==, "Europe/Madrid");
  g_assert_cmpstr (g_time_zone_get_identifier (care_clinic_info_get_time_zone (info)), ==, "Europe/Madrid");
  g_assert_cmpstr (care_clinic_info_get_languages (info)[0], ==, "en");
  g_assert_cmpint (care_writing_get_hours (care_clinic_info_get_writing (info), "en"), ==, CARE_HOURS_24);
  g_assert_cmpint (care_writing_get_hours (care_clinic_info_get_writing (info), "it"), ==, CARE_HOURS_LANGUAGE);
  g_assert_nonnull (strstr (care_clinic_info_get_day_phone (info), "EXAMPLE"));
  g_assert_nonnull (care_clinic_info_get_night_who (info));
  g_assert_null (care_clinic_info_get_night_closed (info));

  spans = care_clinic_info_get_opening (info, G_DATE_SATURDAY, &n_spans);
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpint (spans[0].from, ==, 9 * 60);
  g_assert_cmpint (spans[0].to, ==, 14 * 60);
  care_clinic_info_get_opening (info, G_DATE_SUNDAY, &n_spans);
  g_assert_cmpuint (n_spans, ==, 0);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 25, G_DATE_DECEMBER, 2026);
  closed = care_clinic_info_find_closed (info, &date);
  g_assert_nonnull (closed);
  g_assert_cmpstr (care_text_get (closed->text, "es"), ==, "Navidad");
  g_date_set_dmy (&date, 14, G_DATE_AUGUST, 2027);
  g_assert_nonnull (care_clinic_info_find_closed (info, &date));
  g_date_set_dmy (&date, 15, G_DATE_AUGUST, 2027);
  g_assert_null (care_clinic_info_find_closed (info, &date));
}

static void
test_shelf (void)
{
  g_autofree char *text = load_sample_text ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CareClinicInfo) info = read_text (text, &error);
  const CareBatch *batch;
  GDate day;

  g_assert_no_error (error);
  batch = care_clinic_info_find_batch (info, "product-b", "ex-b-2301");
  g_assert_nonnull (batch);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 31, G_DATE_MARCH, 2025);
  g_assert_false (care_batch_is_expired (batch, &day));
  g_date_add_days (&day, 1);
  g_assert_true (care_batch_is_expired (batch, &day));
  g_assert_null (care_clinic_info_find_batch (info, "product-a", "EX-B-2301"));

  g_assert_cmpint (care_clinic_info_find_staff (info, "staff-lea")->role, ==, CARE_STAFF_CLINICIAN);
  g_assert_null (care_clinic_info_find_staff (info, "nobody"));
  g_assert_cmpstr (care_clinic_info_find_room (info, "room-2")->name, ==, "Room 2");
}

typedef struct
{
  const char *name;
  const char *find;
  const char *replace;
  const char *why; /* a part of the message */
} Broken;

static const Broken broken[] = {
  { "version", "\"format_version\": 1", "\"format_version\": 2", "format_version 2 is not known" },
  { "version-type", "\"format_version\": 1", "\"format_version\": \"1\"", "/format_version" },
  { "unknown-member", "\"country\": \"ES\"", "\"country\": \"ES\", \"contry\": 1", "contry" },
  { "empty-name", "\"name\": \"Clinic Example\"", "\"name\": \"  \"", "name" },
  { "bad-id", "\"sample-clinic\"", "\"Sample Clinic\"", "\"id\"" },
  { "country", "\"ES\"", "\"Spain\"", "country" },
  { "zone", "Europe/Madrid", "Europe/Atlantis", "time_zone" },
  { "zone-offset", "Europe/Madrid", "+02:00", "time_zone" },
  { "language", "[\"en\", \"es\", \"fr\", \"pt-BR\", \"de\", \"ar\"]", "[\"en\", \"en\"]", "/languages" },
  { "no-language", "[\"en\", \"es\", \"fr\", \"pt-BR\", \"de\", \"ar\"]", "[]", "/languages" },
  { "country-language", "\"desk\": \"en\"", "\"desk\": \"en\", \"country\": [\"German!\"]", "/languages" },
  { "no-country-language", "\"desk\": \"en\"", "\"desk\": \"en\", \"country\": []", "/languages" },
  { "hours24", "\"hours24\": {", "\"hours24\": {\"fr\": \"yes\",", "/hours24/fr" },
  { "digits", "\"digits\": {", "\"digits\": {\"fr\": \"roman\",", "/digits" },
  { "dialable", "555-0100 EXAMPLE", "555-0100", "EXAMPLE" },
  { "night-without-who", "\"number\": \"555-0150 EXAMPLE\",", "", "after_hours" },
  { "backwards-hours", "\"sat\": [[\"09:00\", \"14:00\"]]", "\"sat\": [[\"14:00\", \"09:00\"]]", "/opening/sat" },
  { "overlapping-hours", "\"sat\": [[\"09:00\", \"14:00\"]]", "\"sat\": [[\"09:00\", \"14:00\"], [\"13:00\", \"15:00\"]]", "/opening/sat/1" },
  { "hour-25", "\"sat\": [[\"09:00\", \"14:00\"]]", "\"sat\": [[\"09:00\", \"25:00\"]]", "/opening/sat/0" },
  { "three-times", "\"sat\": [[\"09:00\", \"14:00\"]]", "\"sat\": [[\"09:00\", \"14:00\", \"15:00\"]]", "/opening/sat/0" },
  { "weekday", "\"sun\": []", "\"sunday\": []", "sunday" },
  { "closed-date", "2026-12-25", "2026-02-30", "date" },
  { "closed-backwards", "\"until\": \"2027-08-14\"", "\"until\": \"2027-08-01\"", "until" },
  { "twice-room", "\"room-2\"", "\"room-1\"", "twice" },
  { "role", "\"receptionist\"", "\"porter\"", "role" },
  { "no-licence", "\"licence\": \"EXAMPLE-0001\", ", "", "licence" },
  { "pin", "\"111111\"", "\"1111\"", "pin" },
  { "example-in-real-file", "\"sample\": true", "\"sample\": false", "dialled" },
  { "expiry", "2028-06-30", "30/06/2028", "expiry" },
  { "twice-batch", "EX-A-2602", "ex-a-2601", "twice" },
  { "prices", "\"prices\": []", "\"prices\": [1]", "/prices" },
  { "form-occasion", "\"prices\": []", "\"prices\": [], \"forms\": [{\"file\": \"a.json\", \"occasion\": \"birthday\"}]", "/forms/0: \"occasion\" must be" },
  { "form-no-file", "\"prices\": []", "\"prices\": [], \"forms\": [{\"occasion\": \"any-visit\"}]", "/forms/0/file" },
  { "form-elsewhere", "\"prices\": []", "\"prices\": [], \"forms\": [{\"file\": \"../a.json\", \"occasion\": \"any-visit\"}]", "/forms/0: \"file\" must be" },
  { "form-hidden", "\"prices\": []", "\"prices\": [], \"forms\": [{\"file\": \".json\", \"occasion\": \"any-visit\"}]", "/forms/0: \"file\" must be" },
  { "form-replaces-nothing", "\"prices\": []",
    "\"prices\": [], \"forms\": [{\"file\": \"a.json\", \"occasion\": \"any-visit\", \"replaces\": true}]", "/forms/0: there is no form" },
  { "form-twice", "\"prices\": []",
    "\"prices\": [], \"forms\": [{\"file\": \"a.json\", \"occasion\": \"consent\"}, {\"file\": \"a.json\", \"occasion\": \"consent\"}]", "/forms/1: this form stands twice" },
  { "form-two-replace", "\"prices\": []",
    "\"prices\": [], \"forms\": [{\"file\": \"a.json\", \"occasion\": \"consent\", \"replaces\": true}, "
    "{\"file\": \"b.json\", \"occasion\": \"consent\", \"replaces\": true}]", "/forms/1: two forms replace" },
  { "form-misspelt", "\"prices\": []", "\"prices\": [], \"forms\": [{\"file\": \"a.json\", \"occasion\": \"consent\", \"replace\": true}]", "replace" },
  { "truncated", "\"batches\": [", "\"batches\": ", "clinic.json" },
  { "deep", "\"sample-clinic\"", "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", "/id/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: line" },
  { "non-utf-8", "Clinic Example", "Clinic \xc3\x28", "not valid UTF-8" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *b = data;
  g_autofree char *text = load_sample_text ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareClinicInfo) info = NULL;

  g_assert_cmpuint (g_string_replace (changed, b->find, b->replace, 1), ==, 1);
  info = read_text (changed->str, &error);
  g_assert_null (info);
  g_assert_nonnull (error);
  g_assert_true (error->domain == CARE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "clinic.json"));
  if (strstr (error->message, b->why) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, b->why);
}

/* A clinic without a night phone says what patients are to do, and still has its three phones. */
static void
test_closed_at_night (void)
{
  g_autofree char *text = load_sample_text ();
  g_autoptr (GRegex) night = g_regex_new ("\"after_hours\": \\{.*?\\}\\s*\\}", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *changed = g_regex_replace_literal (night, text, -1, 0,
                                                      "\"after_hours\": {\"closed\": {\"en\": \"We are closed.\"}}",
                                                      0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareClinicInfo) info = read_text (changed, &error);

  g_assert_no_error (error);
  g_assert_null (care_clinic_info_get_night_phone (info));
  g_assert_cmpstr (care_text_get (care_clinic_info_get_night_closed (info), "en"), ==, "We are closed.");
}

/* A clinic that is being set up may leave its phones out; it is only not ready. */
static void
test_no_phones (void)
{
  g_autofree char *text = load_sample_text ();
  g_autoptr (GRegex) phones = g_regex_new ("\"phones\": \\{.*?\\},\\s*\"reporting\"", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *changed = g_regex_replace_literal (phones, text, -1, 0, "\"phones\": {}, \"reporting\"", 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareClinicInfo) info = read_text (changed, &error);

  g_assert_no_error (error);
  g_assert_null (care_clinic_info_get_day_phone (info));
  g_assert_null (care_clinic_info_get_night_phone (info));
  g_assert_null (care_clinic_info_get_night_closed (info));
  g_assert_null (care_clinic_info_get_emergency_phone (info));
}

/* A real clinic's PINs are never in its file. */
static void
test_pin_in_real_file (void)
{
  g_autofree char *text = load_sample_text ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;

  g_string_replace (changed, "\"sample\": true", "\"sample\": false", 1);
  g_string_replace (changed, " EXAMPLE", "", 0);
  g_assert_null (read_text (changed->str, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "/staff/0"));
}

/* A clinic whose printer has black ink alone says so; anything but yes or no is refused. */
static void
test_black (void)
{
  g_autofree char *text = load_sample_text ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (CareClinicInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (changed, "\"sample\": true", "\"sample\": true, \"black\": true", 1);
  info = read_text (changed->str, &error);
  g_assert_no_error (error);
  g_assert_true (care_clinic_info_prints_black (info));

  g_string_replace (changed, "\"black\": true", "\"black\": \"yes\"", 1);
  g_assert_null (read_text (changed->str, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "black"));
}

/* More than a clinic's settings can be is refused before it is looked at. */
static void
test_oversized (void)
{
  g_autofree char *text = load_sample_text ();
  g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
  g_autofree char *long_text = g_strconcat (text, spaces, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (long_text, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "larger than 1048576 bytes"));
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (care_clinic_info_load ("/nowhere/clinic.json", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

/* What another doctor reads: the country's, the desk's where it is one of them, what the settings say before all. */
static const struct
{
  const char *country;
  const char *desk;
  const char *said;
  const char *expected;
} countries[] = {
  { "ES", "en", NULL, "es-ES" },
  { "DE", "en", NULL, "de-DE" },
  { "DE", "de", NULL, "de" },
  { "CH", "fr", NULL, "fr" },
  { "CH", "en", NULL, "de-CH" },
  { "MX", "es-MX", NULL, "es-MX" },
  { "BR", "en", NULL, "pt-BR" },
  { "IT", "en", NULL, "it-IT" },
  { "IT", "en", "[\"en\"]", "en" },
  { "CH", "en", "[\"fr\", \"de\"]", "fr" },
  { "XX", "en", NULL, NULL },
};

static void
test_country (void)
{
  g_autofree char *text = load_sample_text ();

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);
      g_autofree char *country = g_strdup_printf ("\"country\": \"%s\"", countries[i].country);
      g_autofree char *desk = g_strdup_printf ("\"desk\": \"%s\"%s%s", countries[i].desk,
                                               countries[i].said != NULL ? ", \"country\": " : "",
                                               countries[i].said != NULL ? countries[i].said : "");
      g_autoptr (GError) error = NULL;
      g_autoptr (CareClinicInfo) info = NULL;
      g_autofree char *language = NULL;

      g_assert_cmpuint (g_string_replace (changed, "\"country\": \"ES\"", country, 1), ==, 1);
      g_assert_cmpuint (g_string_replace (changed, "\"desk\": \"en\"", desk, 1), ==, 1);
      info = read_text (changed->str, &error);
      g_assert_no_error (error);
      language = care_clinic_info_dup_country_language (info);
      g_assert_cmpstr (language, ==, countries[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/course/clinic-info/sample", test_sample);
  g_test_add_func ("/course/clinic-info/black", test_black);
  g_test_add_func ("/course/clinic-info/country", test_country);
  g_test_add_func ("/course/clinic-info/shelf", test_shelf);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/course/clinic-info/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/course/clinic-info/closed-at-night", test_closed_at_night);
  g_test_add_func ("/course/clinic-info/no-phones", test_no_phones);
  g_test_add_func ("/course/clinic-info/pin-in-real-file", test_pin_in_real_file);
  g_test_add_func ("/course/clinic-info/oversized", test_oversized);
  g_test_add_func ("/course/clinic-info/missing-file", test_missing_file);

  return g_test_run ();
}
