/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Every letter of every form, in every language it has, and of the words around them, is drawn by some font of the machine, and not
 * as a box with numbers in it. build-aux/packages brings the fonts. */

#include <json-glib/json-glib.h>
#include <pango/pangocairo.h>

#include <string.h>

static PangoContext *context;

/* The letters once each, in order of their first use; escapes are read, controls are no letters. */
static char *
collect_letters (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isgraph (letter) && g_hash_table_add (seen, GUINT_TO_POINTER (letter)))
        g_string_append_unichar (letters, letter);
    }
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static int
count_unknown (const char *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);

  return pango_layout_get_unknown_glyphs_count (layout);
}

static void
test_file (gconstpointer data)
{
  g_autofree char *letters = collect_letters (data);

  g_assert_cmpuint (g_utf8_strlen (letters, -1), >, 10);
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      char one[7] = { 0 };

      g_unichar_to_utf8 (g_utf8_get_char (at), one);
      if (count_unknown (one) != 0)
        g_error ("no font for U+%04X", g_utf8_get_char (at));
    }
}

/* The measure itself: a place that belongs to nobody has no glyph. */
static void
test_measure (void)
{
  g_assert_cmpint (count_unknown ("Abc"), ==, 0);
  g_assert_cmpint (count_unknown ("\xf3\xb0\x80\x80"), >, 0);
}

static void
add_folder (const char *root,
            const char *name)
{
  g_autofree char *folder = g_build_filename (root, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (folder, entry, "questionnaire.json", NULL);
      g_autofree char *path = g_file_test (inner, G_FILE_TEST_EXISTS) ? g_steal_pointer (&inner) : g_build_filename (folder, entry, NULL);
      g_autofree char *test = g_strdup_printf ("/glyphs/%s/%s", name, entry);

      if (g_str_has_suffix (path, ".json"))
        g_test_add_data_func_full (test, g_steal_pointer (&path), test_file, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_test_add_func ("/glyphs/measure", test_measure);
  add_folder (g_getenv ("AFTERCARE_DATA"), "forms");
  add_folder (g_getenv ("AFTERCARE_DATA"), "words");
  add_folder (g_getenv ("AFTERCARE_DATA"), "protocols");
  if (g_getenv ("CARE_SHARED_DIR") != NULL)
    {
      add_folder (g_getenv ("CARE_SHARED_DIR"), "forms/real");
      add_folder (g_getenv ("CARE_SHARED_DIR"), "forms/enablewhen");
      add_folder (g_getenv ("CARE_SHARED_DIR"), "forms/hl7-cases");
    }
  status = g_test_run ();
  g_object_unref (context);

  return status;
}
