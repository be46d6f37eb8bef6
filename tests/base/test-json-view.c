/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json-view.h"
#include "base/care-json.h"

#include <string.h>

static const char document[] =
  "{\"name\": \"x\", \"flag\": true, \"n\": 7, \"d\": 2.5, \"list\": [{\"deep/er\": {\"n\": \"no\"}}],"
  " \"words\": {\"en\": \"Hi\", \"es\": \"Hola\"}, \"bad-words\": {\"english language\": \"Hi\"}, \"blank\": {\"en\": \"\"},"
  " \"strings\": [\"a\", \"b\"], \"mixed\": [\"a\", 1]}";

typedef struct
{
  JsonNode    *root;
  CareJsonView view;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->root = care_json_parse (document, -1, "x.json", NULL, NULL);
  care_json_view_init (&fixture->view, "x.json", fixture->root);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  json_node_unref (fixture->root);
}

static void
test_right_types (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *name = NULL;
  gboolean flag = FALSE;
  gint64 n = 0, kept = 99;
  double d = 0;
  g_autoptr (CareText) text = NULL;
  g_auto (GStrv) strings = NULL;

  g_assert_true (care_json_view_get_string (&fixture->view, "name", CARE_JSON_REQUIRED, &name, &error));
  g_assert_cmpstr (name, ==, "x");
  g_assert_true (care_json_view_get_boolean (&fixture->view, "flag", CARE_JSON_REQUIRED, &flag, &error));
  g_assert_true (flag);
  g_assert_true (care_json_view_get_int (&fixture->view, "n", CARE_JSON_REQUIRED, 0, 7, &n, &error));
  g_assert_cmpint (n, ==, 7);
  g_assert_true (care_json_view_get_int (&fixture->view, "absent", CARE_JSON_OPTIONAL, 0, 7, &kept, &error));
  g_assert_cmpint (kept, ==, 99);
  g_assert_true (care_json_view_get_double (&fixture->view, "d", CARE_JSON_REQUIRED, &d, &error));
  g_assert_cmpfloat_with_epsilon (d, 2.5, 1e-9);
  g_assert_true (care_json_view_get_text (&fixture->view, "words", CARE_JSON_REQUIRED, &text, &error));
  g_assert_cmpstr (care_text_get (text, "es-MX"), ==, "Hola");
  g_assert_true (care_json_view_get_strv (&fixture->view, "strings", CARE_JSON_REQUIRED, &strings, &error));
  g_assert_cmpuint (g_strv_length (strings), ==, 2);
  g_assert_no_error (error);
}

static void
test_wrong_types (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CareJsonView list, first, deep, other;
  gint64 n = 0;
  const char *text = NULL;
  g_autoptr (CareText) words = NULL;
  g_auto (GStrv) strings = NULL;

  g_assert_true (care_json_view_get_array (&fixture->view, "list", CARE_JSON_REQUIRED, &list, &error));
  g_assert_true (care_json_view_peek_element (&list, 0, &first));
  g_assert_false (care_json_view_peek_element (&list, 1, &other));
  g_assert_true (care_json_view_get_object (&first, "deep/er", CARE_JSON_REQUIRED, &deep, &error));
  g_assert_false (care_json_view_get_int (&deep, "n", CARE_JSON_REQUIRED, 0, 9, &n, &error));
  g_assert_cmpstr (error->message, ==, "x.json: /list/0/deep~1er/n: a whole number should stand here");
  g_clear_error (&error);

  g_assert_false (care_json_view_get_string (&fixture->view, "absent", CARE_JSON_REQUIRED, &text, &error));
  g_assert_cmpstr (error->message, ==, "x.json: /absent: a text \"…\" is missing here");
  g_clear_error (&error);
  g_assert_false (care_json_view_get_int (&fixture->view, "n", CARE_JSON_REQUIRED, 8, 9, &n, &error));
  g_assert_nonnull (strstr (error->message, "from 8 to 9"));
  g_clear_error (&error);
  g_assert_false (care_json_view_get_text (&fixture->view, "bad-words", CARE_JSON_REQUIRED, &words, &error));
  g_assert_nonnull (strstr (error->message, "language tag"));
  g_clear_error (&error);
  g_assert_false (care_json_view_get_text (&fixture->view, "blank", CARE_JSON_REQUIRED, &words, &error));
  g_assert_nonnull (strstr (error->message, "empty"));
  g_clear_error (&error);
  g_assert_false (care_json_view_get_strv (&fixture->view, "mixed", CARE_JSON_REQUIRED, &strings, &error));
  g_assert_nonnull (strstr (error->message, "/mixed/1"));
}

static void
test_enum (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const names[] = { "y", "x", NULL };
  static const char *const others[] = { "y", "z", NULL };
  g_autoptr (GError) error = NULL;
  int out = 7;

  g_assert_true (care_json_view_get_enum (&fixture->view, "absent", CARE_JSON_OPTIONAL, names, &out, &error));
  g_assert_cmpint (out, ==, 7);
  g_assert_true (care_json_view_get_enum (&fixture->view, "name", CARE_JSON_REQUIRED, names, &out, &error));
  g_assert_no_error (error);
  g_assert_cmpint (out, ==, 1);
  g_assert_false (care_json_view_get_enum (&fixture->view, "name", CARE_JSON_REQUIRED, others, &out, &error));
  g_assert_cmpstr (error->message, ==, "x.json: /name: must be one of y, z");
  g_clear_error (&error);
  g_assert_false (care_json_view_get_enum (&fixture->view, "absent", CARE_JSON_REQUIRED, names, &out, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_unknown (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const all[] = { "name", "flag", "n", "d", "list", "words", "bad-words", "blank", "strings", "mixed", NULL };
  static const char *const few[] = { "name", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (care_json_view_refuse_unknown (&fixture->view, all, &error));
  g_assert_false (care_json_view_refuse_unknown (&fixture->view, few, &error));
  g_assert_true (g_str_has_prefix (error->message, "x.json: /flag: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/base/json-view/right-types", Fixture, NULL, set_up, test_right_types, tear_down);
  g_test_add ("/base/json-view/wrong-types", Fixture, NULL, set_up, test_wrong_types, tear_down);
  g_test_add ("/base/json-view/enum", Fixture, NULL, set_up, test_enum, tear_down);
  g_test_add ("/base/json-view/unknown", Fixture, NULL, set_up, test_unknown, tear_down);

  return g_test_run ();
}
