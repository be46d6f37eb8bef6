/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-protocol.h"

#include "base/care-json.h"

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar" };

/* Claims that are no row's alone: banned words of facts.md section 3. */
static const char *const words[] = { "permanent", "cure", "proven", NULL };

/* Rows of the kind that are no claim about the treatment: instructions, doses, a court letter, studies. */
static const char *const elsewhere[] = {
  "r-03", "e-09",           /* what others wrote and found; no sentence of ours */
  "a-09", "a-13", "s4-03",  /* litres, arnica and the skin's layers: the sample's own forbidden phrases and sources */
  NULL
};

static JsonArray *
get_table (void)
{
  static JsonNode *node = NULL;

  if (node == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "protocol", "claims.json", NULL);
      g_autoptr (GError) error = NULL;

      node = care_json_load (path, NULL, &error);
      g_assert_no_error (error);
    }

  return json_node_get_array (node);
}

/* Each sentence of each row in one language: refused ones are, allowed ones are not. */
static void
test_language (gconstpointer data)
{
  const char *language = data;
  g_autoptr (CareClaims) claims = care_claims_new (language);
  JsonArray *table = get_table ();

  for (guint i = 0; i < json_array_get_length (table); i++)
    {
      JsonObject *row = json_array_get_object_element (table, i);
      const char *fact = json_object_get_string_member (row, "fact");
      const char *const kinds[] = { "refused", "allowed" };

      for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          JsonArray *sentences = json_object_get_array_member (json_object_get_object_member (row, kinds[k]), language);

          g_assert_cmpuint (json_array_get_length (sentences), >, 0);
          for (guint s = 0; s < json_array_get_length (sentences); s++)
            {
              const char *sentence = json_array_get_string_element (sentences, s);
              g_autofree char *name = NULL;
              gboolean allowed = care_claims_allow (claims, sentence, &name, NULL);

              if (allowed == (k == 1))
                continue;
              g_test_message ("%s: %s: '%s' %s (%s)", fact, language, sentence, allowed ? "passes" : "is refused",
                              name != NULL ? name : "no claim");
              g_test_fail ();
            }
        }
    }
}

/* Every fact that must never be printed has its row. */
static void
test_complete (void)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *path = care_test_data_path ("protocols", "fact-ids.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_load (path, NULL, &error);
  g_autoptr (CareFacts) facts = care_test_load_facts ();
  g_autoptr (GList) ids = NULL;
  JsonArray *table = get_table ();
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < json_array_get_length (table); i++)
    {
      const char *fact = json_object_get_string_member (json_array_get_object_element (table, i), "fact");

      g_hash_table_add (rows, (gpointer) fact);
      if (!g_strv_contains (words, fact))
        g_assert_cmpstr (care_facts_get_kind (facts, fact), ==, "claim-do-not-print");
    }

  ids = json_object_get_members (json_object_get_object_member (json_node_get_object (node), "facts"));
  for (GList *l = ids; l != NULL; l = l->next)
    if (g_strcmp0 (care_facts_get_kind (facts, l->data), "claim-do-not-print") == 0)
      {
        n++;
        if (!g_hash_table_contains (rows, l->data) && !g_strv_contains (elsewhere, l->data))
          g_test_fail_printf ("no sentence for the claim %s", (const char *) l->data);
      }
  g_assert_cmpuint (n, >, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/claims/facts/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_language);
    }
  g_test_add_func ("/claims/facts/complete", test_complete);

  return g_test_run ();
}
