/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-keyboards.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

#include "base/care-error.h"
#include "base/care-json.h"

/* The keys of the screen against the letters that CLDR says a language is written with. */

static JsonNode *
load_node (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "keyboards.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *node = care_json_load (path, NULL, &error);

  g_assert_no_error (error);

  return node;
}

static CareKeyboards *
load (void)
{
  g_autoptr (JsonNode) node = load_node ();
  g_autoptr (GError) error = NULL;
  CareKeyboards *keyboards = care_keyboards_new_from_node (node, "keyboards.json", &error);

  g_assert_no_error (error);

  return keyboards;
}

static void
collect_row (GHashTable               *keys,
             const CareKeyboardLayout *layout,
             const char               *row)
{
  g_auto (GStrv) letters = g_strsplit (row, " ", -1);

  for (guint i = 0; letters[i] != NULL; i++)
    {
      if (!g_hash_table_add (keys, g_strdup (letters[i])))
        g_error ("%s: the key %s is there twice", layout->languages[0], letters[i]);
      g_hash_table_add (keys, care_keyboard_layout_dup_capital (layout, letters[i]));
    }
}

/* Everything that can be typed with the letters of a layout. */
static GHashTable *
collect_keys (const CareKeyboardLayout *layout)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (layout->accents != NULL)
    collect_row (keys, layout, layout->accents);
  for (guint i = 0; i < 3; i++)
    collect_row (keys, layout, layout->rows[i]);

  return keys;
}

/* Vowel points and the like are for schoolbooks; signs have keys of their own. */
static gboolean
is_letter (UChar32 c)
{
  return u_isalpha (c) && u_charType (c) != U_NON_SPACING_MARK;
}

static void
need (GHashTable *keys,
      GString    *missing,
      UChar32     c)
{
  char letter[7] = "";

  if (!is_letter (c))
    return;
  letter[g_unichar_to_utf8 ((gunichar) c, letter)] = '\0';
  if (!g_hash_table_contains (keys, letter) && strstr (missing->str, letter) == NULL)
    g_string_append_printf (missing, " %s (U+%04X)", letter, (guint) c);
}

static char *
find_missing (const CareKeyboardLayout *layout,
              const char               *language)
{
  g_autoptr (GHashTable) keys = collect_keys (layout);
  g_autofree char *locale = g_strdelimit (g_strdup (language), "-", '_');
  GString *missing = g_string_new (NULL);
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData *data = ulocdata_open (locale, &status);
  USet *set = ulocdata_getExemplarSet (data, NULL, 0, ULOCDATA_ES_STANDARD, &status);
  int n;

  g_assert_true (U_SUCCESS (status));
  n = uset_getItemCount (set);
  for (int i = 0; i < n; i++)
    {
      UChar text[32] = { 0 };
      UChar32 start = 0;
      UChar32 end = -1;
      int length = uset_getItem (set, i, &start, &end, text, G_N_ELEMENTS (text), &status);

      for (UChar32 c = start; length == 0 && c <= end; c++)
        {
          UChar32 capital = u_toupper (c);

          need (keys, missing, c);
          /* Turkish i and the like are what the layout says. */
          if (!layout->caseless && layout->capitals == NULL && u_toupper (c) != c)
            need (keys, missing, capital);
        }
      /* Two letters that count as one. */
      for (int k = 0; k < length;)
        {
          UChar32 c;

          U16_NEXT (text, k, length, c);
          need (keys, missing, c);
        }
    }
  uset_close (set);
  ulocdata_close (data);

  return g_string_free (missing, FALSE);
}

/* Every letter of every language that a layout names. */
static void
test_letters (void)
{
  g_autoptr (JsonNode) node = load_node ();
  g_autoptr (CareKeyboards) keyboards = load ();
  JsonArray *layouts = json_object_get_array_member (json_node_get_object (node), "layouts");
  guint n_languages = 0;
  gboolean good = TRUE;

  for (guint i = 0; i < json_array_get_length (layouts); i++)
    {
      JsonArray *languages = json_object_get_array_member (json_array_get_object_element (layouts, i), "languages");

      for (guint k = 0; k < json_array_get_length (languages); k++, n_languages++)
        {
          const char *language = json_array_get_string_element (languages, k);
          g_autofree char *missing = find_missing (care_keyboards_find (keyboards, language), language);

          if (*missing == '\0')
            continue;
          g_test_message ("%s has no key for%s", language, missing);
          good = FALSE;
        }
    }
  g_assert_true (good);
  g_assert_cmpuint (n_languages, >, 50);
}

/* A language has one layout, and one that needs more than keys has none. */
static void
test_languages (void)
{
  g_autoptr (JsonNode) node = load_node ();
  g_autoptr (CareKeyboards) keyboards = load ();
  JsonArray *without = json_object_get_array_member (json_node_get_object (node), "without_keys");
  JsonArray *layouts = json_object_get_array_member (json_node_get_object (node), "layouts");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (layouts); i++)
    {
      JsonArray *languages = json_object_get_array_member (json_array_get_object_element (layouts, i), "languages");

      for (guint k = 0; k < json_array_get_length (languages); k++)
        g_assert_true (g_hash_table_add (seen, (gpointer) json_array_get_string_element (languages, k)));
    }
  for (guint i = 0; i < json_array_get_length (without); i++)
    {
      g_assert_false (care_keyboards_has (keyboards, json_array_get_string_element (without, i)));
      g_assert_true (care_keyboards_find (keyboards, json_array_get_string_element (without, i)) == care_keyboards_find (keyboards, "en"));
    }

  g_assert_true (care_keyboards_find (keyboards, "pt-BR") == care_keyboards_find (keyboards, "pt"));
  g_assert_true (care_keyboards_find (keyboards, "sr-Latn-RS") == care_keyboards_find (keyboards, "hr"));
  g_assert_true (care_keyboards_find (keyboards, "sr-Cyrl") == care_keyboards_find (keyboards, "sr"));
  g_assert_false (care_keyboards_find (keyboards, "nb") == care_keyboards_find (keyboards, "sv"));
}

static void
assert_capital (CareKeyboards *keyboards,
                const char    *language,
                const char    *letter,
                const char    *capital)
{
  g_autofree char *got = care_keyboard_layout_dup_capital (care_keyboards_find (keyboards, language), letter);

  g_assert_cmpstr (got, ==, capital);
}

static void
test_capitals (void)
{
  g_autoptr (CareKeyboards) keyboards = load ();

  assert_capital (keyboards, "en", "i", "I");
  assert_capital (keyboards, "tr", "i", "İ");
  assert_capital (keyboards, "tr", "ı", "I");
  assert_capital (keyboards, "ru", "ё", "Ё");
  assert_capital (keyboards, "ka", "ა", "ა");
  assert_capital (keyboards, "he", "א", "א");
}

typedef struct
{
  const char *name;
  const char *json;
  const char *where;
} Bad;

static const Bad bad[] = {
  { "list", "[]", "object" },
  { "no-signs", "{\"layouts\":[]}", "/signs" },
  { "no-layouts", "{\"signs\":[\"1\",\"2\",\"3\"],\"layouts\":[]}", "/layouts" },
  { "two-rows", "{\"signs\":[\"1\",\"2\",\"3\"],\"layouts\":[{\"languages\":[\"en\"],\"rows\":[\"a\",\"b\"]}]}", "/layouts/0/rows" },
  { "unknown", "{\"signs\":[\"1\",\"2\",\"3\"],\"layouts\":[{\"languages\":[\"en\"],\"row\":[]}]}", "/layouts/0/row" },
  { "no-layout", "{\"signs\":[\"1\",\"2\",\"3\"],\"layouts\":[7]}", "/layouts/0" },
  { "capital", "{\"signs\":[\"1\",\"2\",\"3\"],\"layouts\":[{\"languages\":[\"en\"],\"rows\":[\"a\",\"b\",\"c\"],\"capitals\":{\"a\":7}}]}",
    "/layouts/0/capitals/a" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *one = data;
  g_autoptr (JsonNode) node = care_json_parse (one->json, -1, "k", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (care_keyboards_new_from_node (node, "k", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, one->where));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyboards/letters", test_letters);
  g_test_add_func ("/keyboards/languages", test_languages);
  g_test_add_func ("/keyboards/capitals", test_capitals);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/keyboards/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }

  return g_test_run ();
}
