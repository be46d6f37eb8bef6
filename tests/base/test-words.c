/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-error.h"
#include "base/care-words.h"

#include <string.h>

static void
test_whole_languages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareWords) words = care_words_new_from_text ("{\"next\": {\"en\": \"Next\", \"es\": \"Siguiente\", \"ar\": \"التالي\"},"
                                                          " \"back\": {\"es\": \"Atrás\", \"en\": \"Back\"}}",
                                                          -1, "w.json", &error);
  const char *const *languages;

  g_assert_no_error (error);
  g_assert_cmpstr (care_words_get (words, "next", "es"), ==, "Siguiente");
  languages = care_words_get_languages (words);
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_cmpstr (languages[1], ==, "es");
  g_assert_null (languages[2]);
  g_assert_cmpstr (care_words_get_keys (words)[1], ==, "back");
}

static void
test_unknown_key (void)
{
  g_autoptr (CareWords) words = care_words_new_from_text ("{}", -1, "w.json", NULL);

  g_test_expect_message ("aftercare", G_LOG_LEVEL_WARNING, "*no text 'lost'*");
  g_assert_cmpstr (care_words_get (words, "lost", "en"), ==, "lost");
  g_test_assert_expected_messages ();
}

static void
test_bad (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (care_words_new_from_text ("[]", -1, "w.json", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (care_words_new_from_text ("{\"a\": {\"en\": 1}}", -1, "w.json", &error));
  g_assert_nonnull (strstr (error->message, "w.json: /a/en: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/words/whole-languages", test_whole_languages);
  g_test_add_func ("/base/words/unknown-key", test_unknown_key);
  g_test_add_func ("/base/words/bad", test_bad);

  return g_test_run ();
}
