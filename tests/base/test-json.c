/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-error.h"
#include "base/care-json-number.h"
#include "base/care-json.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *why; /* NULL: must be accepted */
} Case;

static const Case cases[] = {
  { "object", "{\"a\": [1, -2.5e3, true, null, \"x\"]}", NULL },
  { "space", " \n{} \t\r\n", NULL },
  { "scalar", "3", NULL },
  { "unicode", "[\"\\u00e9\\ud83d\\ude00\"]", NULL },
  { "same-name-elsewhere", "[{\"a\": 1}, {\"a\": 1}]", NULL },
  { "empty", "", "empty" },
  { "only-space", "  ", "empty" },
  { "truncated-object", "{\"a\": 1", "/a: line 1: the document ends" },
  { "truncated-list", "[1,", "ends where a value" },
  { "truncated-text", "[\"a", "middle of a text" },
  { "trailing", "{} x", "after the end" },
  { "two-documents", "{}{}", "after the end" },
  { "comment", "// hello\n{}", "comments" },
  { "block-comment", "{\"a\": /* x */ 1}", "/a: line 1: comments" },
  { "byte-order-mark", "\xEF\xBB\xBF{}", "byte order mark" },
  { "twice", "{\"a\": 1, \"b\": {\"c\": 1, \"c\": 2}}", "/b/c: line 1: this member is written twice" },
  { "twice-escaped", "{\"a\": 1, \"\\u0061\": 2}", "written twice" },
  { "comma-object", "{\"a\": 1,}", "comma" },
  { "comma-list", "[1,]", "comma" },
  { "no-comma", "[1 2]", "comma is missing" },
  { "no-colon", "{\"a\" 1}", "colon" },
  { "bare-name", "{a: 1}", "name in quotes" },
  { "single-quotes", "{'a': 1}", "name in quotes" },
  { "leading-zero", "[01]", "not a number" },
  { "plus", "[+1]", "not JSON" },
  { "point", "[1.]", "after the point" },
  { "exponent", "[1e]", "after the e" },
  { "not-a-number", "[NaN]", "not JSON" },
  { "hexadecimal", "[0x10]", "not a number" },
  { "wrong-word", "[trueish]", "not JSON" },
  { "control", "[\"a\nb\"]", "control character" },
  { "escape", "[\"\\x\"]", "escape" },
  { "nul", "[\"\\u0000\"]", "NUL" },
  { "half-pair", "[\"\\ud800\"]", "surrogate" },
  { "low-alone", "[\"\\udc00\"]", "surrogate" },
  { "utf8", "[\"\xff\"]", "/0: line 1: the text is not valid UTF-8" },
  { "utf8-deeper", "{\"a\": 1,\n \"b\": [true, {\"c\": \"caf\xe9\"}]}", "/b/1/c: line 2: the text is not valid UTF-8" },
  { "utf8-after-a-fault", "{\"a\": [1 2], \"b\": \"\xff\"}", "x.json: /: line 1: the text is not valid UTF-8" },
  { "utf8-after-the-end", "{\"a\": 1}\xff", "x.json: /: line 1: the text is not valid UTF-8" },
  { "closes-wrong", "{\"a\": [1}", "comma is missing" },
  { "line", "{\n \"a\":\n 1\n \"b\": 2}", "line 4" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse (c->text, -1, "x.json", NULL, &error);

  if (c->why == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
  else
    {
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      g_assert_true (g_str_has_prefix (error->message, "x.json: /"));
      g_assert_nonnull (strstr (error->message, c->why));
      g_assert_null (node);
    }
}

static void
test_nul_byte (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (care_json_scan ("[1]\0[2]", 7, "x.json", NULL, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  const CareJsonLimits limits = { 100, 3, 5 };
  g_autofree char *deep = nested (3);
  g_autofree char *deeper = nested (4);
  g_autofree char *abyss = nested (100000);
  g_autofree char *large = g_strnfill (101, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_true (care_json_scan (deep, strlen (deep), "x", &limits, NULL));
  g_assert_false (care_json_scan (deeper, strlen (deeper), "x", &limits, &error));
  g_assert_nonnull (strstr (error->message, "deeper than 3"));
  g_clear_error (&error);
  g_assert_false (care_json_scan (abyss, strlen (abyss), "x", NULL, &error));
  g_assert_nonnull (strstr (error->message, "deeper than 64"));
  g_clear_error (&error);
  g_assert_true (care_json_scan ("[1,2,3,4]", 9, "x", &limits, NULL));
  g_assert_false (care_json_scan ("[1,2,3,4,5]", 11, "x", &limits, &error));
  g_assert_nonnull (strstr (error->message, "more than 5 values"));
  g_clear_error (&error);
  g_assert_false (care_json_scan (large, strlen (large), "x", &limits, &error));
  g_assert_nonnull (strstr (error->message, "larger than 100 bytes"));
}

static void
test_writer (void)
{
  const char *text = "{\"b\":0.1,\"a\":[1,-7,1e+21,2.5,3.0,true,null,\"q\\\"\\n\\u0001é\"],\"c\":{},\"d\":[]}";
  g_autoptr (JsonNode) node = care_json_parse (text, -1, "x", NULL, NULL);
  g_autofree char *compact = care_json_to_text (node, CARE_JSON_COMPACT);
  g_autofree char *pretty = care_json_to_text (node, CARE_JSON_PRETTY);
  g_autoptr (JsonNode) again = care_json_parse (pretty, -1, "x", NULL, NULL);
  g_autofree char *back = care_json_to_text (again, CARE_JSON_COMPACT);

  g_assert_cmpstr (compact, ==, text);
  g_assert_cmpstr (back, ==, text);
  g_assert_nonnull (strstr (pretty, "\n  \"a\": [\n    1,\n"));
}

/* The digits say how exact a number is: they leave as they came, and what looks like one in a text stays a text. */
static void
test_decimals (void)
{
  const char *text = "{\"a\":[1.50,-0.0,0.10,1.5,12345678901234567.5,1.20e3,100,10.25],\"t\":\"1.50 \\\" 2.50\",\"7.50\":\"\\\\\"}";
  g_autoptr (JsonNode) node = care_json_parse (text, -1, "x", NULL, NULL);
  g_autofree char *compact = care_json_to_text (node, CARE_JSON_COMPACT);
  JsonArray *array = json_object_get_array_member (json_node_get_object (node), "a");
  g_autoptr (JsonNode) made = care_json_node_new_decimal ("-3.10");
  g_autoptr (JsonNode) plain = care_json_node_new_decimal ("3.1");

  g_assert_cmpstr (compact, ==, text);
  g_assert_cmpstr (care_json_node_peek_decimal (json_array_get_element (array, 0)), ==, "1.50");
  g_assert_null (care_json_node_peek_decimal (json_array_get_element (array, 3)));
  g_assert_true (care_json_node_get_type (json_array_get_element (array, 0)) == G_TYPE_DOUBLE);
  g_assert_cmpfloat_with_epsilon (care_json_node_get_number (json_array_get_element (array, 5)), 1200, 1e-9);
  g_assert_cmpfloat_with_epsilon (care_json_node_get_number (made), -3.1, 1e-12);
  g_assert_true (json_node_get_value_type (plain) == G_TYPE_DOUBLE);
}

/* Somebody's text that begins as the tree's numbers do is written as the text it is, unless it is a number. */
static void
test_marked_texts (void)
{
  const char *texts[] = { "\xf4\x8f\xbf\xbd", "\xf4\x8f\xbf\xbd" "1.5", "\xf4\x8f\xbf\xbd" "1.50, \"x\": 1", "\xf4\x8f\xbf\xbd-", "\xf4\x8f\xbf\xbd" "01.50",
                          "\xf4\x8f\xbf\xbd" "1.50e", "\xf4\x8f\xbf\xbd" ".50", "\xf4\x8f\xbf\xbd" "1.e50", "1.50" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), texts[i]);
      g_autofree char *text = care_json_to_text (node, CARE_JSON_COMPACT);

      g_assert_null (care_json_node_peek_decimal (node));
      g_assert_cmpint (text[0], ==, '"');
    }
}

static void
test_save_keeps_the_old_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("care-json-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.json", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "x.json", NULL);
  g_autoptr (JsonNode) node = care_json_parse ("{\"a\":1}", -1, "x", NULL, NULL);
  g_autoptr (JsonNode) loaded = NULL;
  g_autoptr (JsonNode) missing = NULL;

  g_assert_true (care_json_save (node, path, &error));
  g_assert_no_error (error);
  loaded = care_json_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (loaded), "a"), ==, 1);

  g_assert_false (care_json_save (node, nowhere, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
  g_clear_error (&error);
  missing = care_json_load (nowhere, NULL, &error);
  g_assert_null (missing);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);

  g_remove (path);
  g_rmdir (folder);
}

/* What is changed in the copy stays as it was in what it was copied from, however deep it lies; the order is the same. */
static void
test_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse ("{\"b\":[{\"x\":1},null,\"t\"],\"a\":{\"c\":2.50}}", -1, "test", NULL, &error);
  g_autoptr (JsonNode) copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *same = NULL;
  g_autofree char *after = NULL;
  JsonArray *list;

  g_assert_no_error (error);
  before = care_json_to_text (node, CARE_JSON_COMPACT);
  copy = care_json_copy (node);
  same = care_json_to_text (copy, CARE_JSON_COMPACT);
  g_assert_cmpstr (same, ==, before);

  list = json_object_get_array_member (json_node_get_object (copy), "b");
  json_object_set_int_member (json_array_get_object_element (list, 0), "x", 7);
  json_object_remove_member (json_object_get_object_member (json_node_get_object (copy), "a"), "c");
  after = care_json_to_text (node, CARE_JSON_COMPACT);
  g_assert_cmpstr (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/json/scan/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/base/json/scan/nul-byte", test_nul_byte);
  g_test_add_func ("/base/json/limits", test_limits);
  g_test_add_func ("/base/json/writer", test_writer);
  g_test_add_func ("/base/json/decimals", test_decimals);
  g_test_add_func ("/base/json/marked-texts", test_marked_texts);
  g_test_add_func ("/base/json/copy", test_copy);
  g_test_add_func ("/base/json/save", test_save_keeps_the_old_file);

  return g_test_run ();
}
