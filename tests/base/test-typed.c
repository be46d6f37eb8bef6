/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-typed.h"

static const struct
{
  const char *name;
  const char *text;
  const char *language;
  const char *reader;
  const char *found;
} cases[] = {
  { "own", "left arm", "en", "en", NULL },
  { "own-region", "left arm", "en-GB", "en-US", NULL },
  { "spanish", "brazo izquierdo", "es", "en", "es" },
  { "arabic", "الذراع اليسرى", "ar", "en", "ar" },
  { "arabic-for-arabic", "الذراع اليسرى", "ar", "ar", NULL },
  { "latin-by-arabic", "Aspirin 100", "ar", "en", NULL },
  { "arabic-by-english", "الذراع اليسرى", "en", "en", "und-Arab" },
  { "nothing-chosen", "Schulter", NULL, "en", NULL },
  { "letters-alone", "плечо", NULL, "en", "und-Cyrl" },
  { "mostly", "плечо (arm)", NULL, "en", "und-Cyrl" },
  { "chinese", "左臂", "zh-Hant", "en", "zh-Hant" },
  { "japanese", "左のうで", "ja", "en", "ja" },
  { "digits", "120/80", "es", "en", NULL },
  { "nothing", "", "es", "en", NULL },
  { "no-tag", "arm", "!!", "en", NULL },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *found = care_typed_find_language (cases[row].text, cases[row].language, cases[row].reader);

  g_assert_cmpstr (found, ==, cases[row].found);
}

static void
test_letters (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (CareFormat) english = care_format_new ("en", zone, CARE_HOURS_LANGUAGE);
  g_autoptr (CareFormat) spanish = care_format_new ("es", zone, CARE_HOURS_LANGUAGE);
  g_autofree char *arabic = care_typed_dup_letters (english, "und-Arab");
  g_autofree char *cyrillic = care_typed_dup_letters (spanish, "und-Cyrl");

  g_assert_cmpstr (arabic, ==, "Arabic");
  g_assert_cmpstr (cyrillic, ==, "cirílico");
  g_assert_null (care_typed_dup_letters (english, "ar"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/typed/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/base/typed/letters", test_letters);

  return g_test_run ();
}
