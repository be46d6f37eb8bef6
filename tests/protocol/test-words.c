/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-protocol.h"

#include "base/care-words.h"
#include "protocol/care-reading.h"

/* The words of the patient's screen and of the sheets make no claim either. */
static void
test_words (gconstpointer data)
{
  const char *name = data;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  const char *const *languages = care_protocol_get_patient_languages (protocol);
  g_autofree char *path = care_test_data_path ("words", name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareWords) words = care_words_load (path, &error);
  const char *const *keys;

  g_assert_no_error (error);
  keys = care_words_get_keys (words);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (CareClaims) claims = care_protocol_new_claims (protocol, languages[i]);

      for (gsize k = 0; keys[k] != NULL; k++)
        {
          const char *text = care_words_get (words, keys[k], languages[i]);
          g_autofree char *claim = NULL;
          g_autofree char *found = NULL;

          if (text == NULL)
            g_error ("%s: %s is missing in %s", name, keys[k], languages[i]);
          if (!care_claims_allow (claims, text, &claim, &found))
            g_error ("%s: %s in %s: '%s' makes a claim (%s)", name, keys[k], languages[i], found, claim);
        }
    }
}

/* No text of the screen or the sheet above 8th grade, a language as a whole within 6th (fact w-01). */
static void
test_reading (gconstpointer data)
{
  const char *name = data;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  const char *const *languages = care_protocol_get_patient_languages (protocol);
  g_autofree char *path = care_test_data_path ("words", name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareWords) words = care_words_load (path, &error);
  const char *const *keys;

  g_assert_no_error (error);
  keys = care_words_get_keys (words);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GString) all = g_string_new (NULL);
      CareReading reading;

      for (gsize k = 0; keys[k] != NULL; k++)
        {
          const char *text = care_words_get (words, keys[k], languages[i]);

          g_string_append_printf (all, "%s.\n", text);
          if (care_reading_measure (text, languages[i], &reading) && reading.words >= CARE_READING_FEWEST_WORDS &&
              reading.grade > CARE_READING_LIMIT)
            g_test_fail_printf ("%s: %s in %s: grade %.1f: \"%s\"", name, keys[k], languages[i], reading.grade, text);
        }

      if (care_reading_measure (all->str, languages[i], &reading))
        {
          g_test_message ("%s: %s: %u words, grade %.1f", name, languages[i], reading.words, reading.grade);
          g_assert_cmpfloat (reading.grade, <=, CARE_READING_TARGET);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/words/patient", "patient.json", test_words);
  g_test_add_data_func ("/words/sheet", "sheet.json", test_words);
  g_test_add_data_func ("/words/reading/patient", "patient.json", test_reading);
  g_test_add_data_func ("/words/reading/sheet", "sheet.json", test_reading);

  return g_test_run ();
}
