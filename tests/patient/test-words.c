/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "form/care-problem.h"
#include "widgets/form/care-date-digits.h"
#include "widgets/form/care-form-context.h"

static CareWords *
load_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "patient.json", NULL);
  CareWords *words = care_words_load (path, &error);

  g_assert_no_error (error);

  return words;
}

static void
assert_word (CareWords  *words,
             const char *key)
{
  if (!g_strv_contains (care_words_get_keys (words), key))
    g_error ("data/words/patient.json has no \"%s\"", key);
}

/* English and Spanish are whole: the patient never meets another language in the middle. */
static void
test_languages (void)
{
  g_autoptr (CareWords) words = load_words ();

  g_assert_true (g_strv_contains (care_words_get_languages (words), "en"));
  g_assert_true (g_strv_contains (care_words_get_languages (words), "es"));
}

/* Each thing that can be wrong has words. */
static void
test_problems (void)
{
  g_autoptr (CareWords) words = load_words ();

  for (int kind = CARE_PROBLEM_REQUIRED; kind <= CARE_PROBLEM_EMPTY; kind++)
    {
      g_autofree char *key = g_strconcat ("problem-", care_problem_kind_to_string ((CareProblemKind) kind), NULL);

      assert_word (words, key);
    }
  for (int fault = CARE_DATE_EMPTY; fault <= CARE_DATE_PAST; fault++)
    assert_word (words, care_date_fault_get_word_key ((CareDateFault) fault));
}

/* A place in a sentence stands in every language of it. */
static void
test_places (void)
{
  static const char *const places[] = { "{limit}", "{number}", "{total}", "{example}", "{day}", "{month}", "{question}", "{languages}" };
  g_autoptr (CareWords) words = load_words ();
  const char *const *keys = care_words_get_keys (words);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          gboolean english = strstr (care_words_get (words, keys[i], "en"), places[k]) != NULL;
          gboolean spanish = strstr (care_words_get (words, keys[i], "es"), places[k]) != NULL;

          if (english != spanish)
            g_error ("\"%s\": %s stands in one language only", keys[i], places[k]);
        }
    }
}

/* Every key that the program asks for by name is there, and none is there for nothing. */
static void
test_keys (void)
{
  g_autoptr (CareWords) words = load_words ();
  const char *const *keys = care_words_get_keys (words);
  static const char *const rooms[] = { "widgets/form", "patient" };
  g_autoptr (GString) sources = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("AFTERCARE_DATA"), "..", "src", rooms[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autofree char *text = NULL;

          if (g_str_has_suffix (name, ".c") && g_file_get_contents (path, &text, NULL, NULL))
            g_string_append (sources, text);
        }
    }
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", keys[i]);

      if (!g_str_has_prefix (keys[i], "problem-") && strstr (sources->str, quoted) == NULL)
        g_error ("nothing asks for \"%s\"", keys[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/languages", test_languages);
  g_test_add_func ("/words/problems", test_problems);
  g_test_add_func ("/words/places", test_places);
  g_test_add_func ("/words/keys", test_keys);

  return g_test_run ();
}
