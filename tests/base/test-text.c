/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-text.h"

static CareText *
make_text (void)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (table, (gpointer) "en", (gpointer) "Yes");
  g_hash_table_insert (table, (gpointer) "pt-BR", (gpointer) "Sim");
  g_hash_table_insert (table, (gpointer) "es", (gpointer) "Sí");

  return care_text_new_from_table (table);
}

static void
test_lookup (void)
{
  g_autoptr (CareText) text = make_text ();
  g_autoptr (CareText) german = care_text_new ("de", "Ja");

  g_assert_cmpstr (care_text_get (text, "es"), ==, "Sí");
  g_assert_cmpstr (care_text_get (text, "es-MX"), ==, "Sí");
  g_assert_cmpstr (care_text_get (text, "PT-br"), ==, "Sim");
  g_assert_cmpstr (care_text_get (text, "ar"), ==, "Yes");
  g_assert_cmpstr (care_text_get (german, "ar"), ==, "Ja");
  g_assert_null (care_text_get_exact (text, "ar"));
  g_assert_false (care_text_has (text, "pt"));
  g_assert_true (care_text_has (text, "en-US"));
  /* Shown to who reads it all the same, before English. */
  g_assert_cmpstr (care_text_get (text, "pt"), ==, "Sim");
}

static void
test_close_tags (void)
{
  g_assert_true (care_text_is_close_tag ("pt", "pt-BR"));
  g_assert_true (care_text_is_close_tag ("pt-PT", "PT-BR"));
  g_assert_true (care_text_is_close_tag ("zh-Hans", "zh-CN"));
  g_assert_true (care_text_is_close_tag ("zh-cmn-Hans-CN", "zh-hans"));
  g_assert_true (care_text_is_close_tag ("de-1996", "de"));
  g_assert_false (care_text_is_close_tag ("zh-Hans", "zh-Hant-TW"));
  g_assert_false (care_text_is_close_tag ("sr-Latn", "sr-Cyrl"));
  g_assert_false (care_text_is_close_tag ("es", "et"));
  g_assert_false (care_text_is_close_tag ("e", "en"));
  g_assert_false (care_text_is_close_tag ("und", "en"));
}

static void
test_languages (void)
{
  g_autoptr (CareText) text = make_text ();
  const char *const *tags = care_text_get_languages (text);

  g_assert_cmpstr (tags[0], ==, "en");
  g_assert_cmpstr (tags[1], ==, "es");
  g_assert_cmpstr (tags[2], ==, "pt-BR");
  g_assert_null (tags[3]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/lookup", test_lookup);
  g_test_add_func ("/base/text/languages", test_languages);
  g_test_add_func ("/base/text/close-tags", test_close_tags);

  return g_test_run ();
}
