/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* docs/clinical-coverage.md names items as `form#item`: each must be there, and each question of a
 * patient's form must be named. */

#include <string.h>

#include "forms-walk.h"

static char *
load_coverage (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "..", "docs", "clinical-coverage.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_items_exist (void)
{
  g_autofree char *text = load_coverage ();
  g_autoptr (GRegex) reference = g_regex_new ("`([a-z-]+)#([a-z0-9-]+)`", 0, 0, NULL);
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GMatchInfo) match = NULL;
  guint found = 0;

  for (g_regex_match (reference, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *item = g_match_info_fetch (match, 2);
      CareQuestionnaire *form = g_hash_table_lookup (forms, name);

      if (form == NULL)
        {
          form = forms_load (name);
          g_hash_table_insert (forms, g_strdup (name), form);
        }
      if (care_questionnaire_find_item (form, item) == NULL)
        g_test_fail_printf ("%s has no item %s", name, item);
      found++;
    }
  g_assert_cmpuint (found, >, 80);
}

static void
test_questions_are_named (void)
{
  const char *names[] = { "first-visit", "day-check", "consent" };
  g_autofree char *text = load_coverage ();

  for (gsize f = 0; f < G_N_ELEMENTS (names); f++)
    {
      g_autoptr (CareQuestionnaire) form = forms_load (names[f]);

      for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
        {
          const CareItem *item = care_questionnaire_get_item (form, i);
          g_autofree char *reference = g_strdup_printf ("`%s#%s`", names[f], care_item_get_link_id (item));

          if (care_item_is_question (item) && strstr (text, reference) == NULL)
            g_test_fail_printf ("docs/clinical-coverage.md does not say why %s is asked", reference);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forms/coverage/items-exist", test_items_exist);
  g_test_add_func ("/forms/coverage/questions-are-named", test_questions_are_named);

  return g_test_run ();
}
