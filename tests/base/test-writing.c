/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-writing.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"

static CareWriting *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  CareJsonView view;

  g_assert_nonnull (node);
  care_json_view_init (&view, "clinic.json", node);

  return care_writing_new_from_view (&view, error);
}

static char *
write_time (CareWriting *writing,
            const char  *language)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (CareFormat) format = care_writing_new_format (writing, language, utc);

  /* Words are found by the language, not by how it is written. */
  g_assert_cmpstr (care_format_get_language (format), ==, language);

  return care_format_time (format, care_instant_parse ("2026-11-22T23:10Z", NULL, NULL));
}

static void
test_time (void)
{
  static const struct
  {
    const char *settings;
    const char *language;
    const char *time;
  } cases[] = {
    { "{}", "es", "23:10" },
    { "{\"hours24\": {\"es\": false}}", "es", "11:10" },
    { "{\"hours24\": {\"es\": false}}", "es-MX", "11:10" },
    { "{\"hours24\": {\"es\": false, \"es-MX\": true}}", "es-MX", "23:10" },
    { "{\"hours24\": {\"ar\": true}}", "ar", "٢٣:١٠" },
    { "{\"hours24\": {\"ar\": true}, \"digits\": {\"ar\": \"latn\"}}", "ar", "23:10" },
    { "{\"hours24\": {\"ar\": true}, \"digits\": {\"ar\": \"latn\"}}", "ar-MA", "23:10" },
    { "{\"digits\": {\"en\": \"arab\"}}", "en", "٢٣:١٠" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareWriting) writing = read_text (cases[i].settings, &error);
      g_autofree char *time = NULL;

      g_assert_no_error (error);
      time = write_time (writing, cases[i].language);
      if (strstr (time, cases[i].time) == NULL)
        g_error ("%s in %s gives %s", cases[i].settings, cases[i].language, time);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *settings;
    const char *why;
  } cases[] = {
    { "{\"hours24\": {\"es\": \"yes\"}}", "clinic.json: /hours24/es" },
    { "{\"hours24\": {\"e s\": true}}", "is not a language tag" },
    { "{\"hours24\": 24}", "clinic.json: /hours24" },
    { "{\"digits\": {\"ar\": true}}", "clinic.json: /digits/ar" },
    { "{\"digits\": {\"ar\": \"roman\"}}", "clinic.json: /digits" },
    { "{\"digits\": {\"he\": \"hebr\"}}", "these digits are not known" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareWriting) writing = read_text (cases[i].settings, &error);

      g_assert_null (writing);
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      if (strstr (error->message, cases[i].why) == NULL)
        g_error ("%s says %s", cases[i].settings, error->message);
    }
}

static void
test_round_trip (void)
{
  const char *settings = "{\"hours24\": {\"en\": true, \"es\": false}, \"digits\": {\"ar\": \"latn\"}}";
  g_autoptr (CareWriting) writing = read_text (settings, NULL);
  g_autoptr (JsonNode) expected = json_from_string (settings, NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  care_writing_to_json (writing, object);
  json_node_set_object (node, object);
  g_assert_true (json_node_equal (node, expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/writing/time", test_time);
  g_test_add_func ("/base/writing/refused", test_refused);
  g_test_add_func ("/base/writing/round-trip", test_round_trip);

  return g_test_run ();
}
