/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-words.h"

#include <string.h>

#include "base/care-json-view.h"
#include "base/care-json.h"

struct _CareWords
{
  GObject      parent_instance;

  GHashTable  *texts; /* key -> CareText */
  char       **keys;
  char       **languages;
};

G_DEFINE_FINAL_TYPE (CareWords, care_words, G_TYPE_OBJECT)

static void
care_words_finalize (GObject *object)
{
  CareWords *self = CARE_WORDS (object);

  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_strfreev);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (care_words_parent_class)->finalize (object);
}

static void
care_words_class_init (CareWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = care_words_finalize;
}

static void
care_words_init (CareWords *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) care_text_unref);
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The languages that every text has: only those can be offered whole. */
static char **
find_common_languages (CareWords *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; self->keys[i] != NULL; i++)
    {
      CareText *text = g_hash_table_lookup (self->texts, self->keys[i]);

      for (const char *const *tag = care_text_get_languages (text); *tag != NULL; tag++)
        if (g_hash_table_add (seen, (gpointer) *tag))
          g_ptr_array_add (found, (gpointer) *tag);
    }
  g_ptr_array_sort (found, compare_tags);
  for (guint j = 0; j < found->len; j++)
    {
      const char *tag = g_ptr_array_index (found, j);
      gboolean whole = TRUE;

      for (guint i = 0; whole && self->keys[i] != NULL; i++)
        whole = care_text_has (g_hash_table_lookup (self->texts, self->keys[i]), tag);
      if (whole)
        g_strv_builder_add (builder, tag);
    }

  return g_strv_builder_end (builder);
}

static CareWords *
new_from_node (JsonNode   *root,
               const char *source,
               GError    **error)
{
  g_autoptr (CareWords) self = g_object_new (CARE_TYPE_WORDS, NULL);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  CareJsonView view;
  JsonObjectIter iter;
  const char *key;

  care_json_view_init (&view, source, root);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      care_json_view_set_error (&view, error, CARE_ERROR_INPUT, "an object of words should stand here");
      return NULL;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    {
      CareText *text = NULL;

      if (!care_json_view_get_text (&view, key, CARE_JSON_REQUIRED, &text, error))
        return NULL;
      g_hash_table_insert (self->texts, g_strdup (key), text);
      g_strv_builder_add (keys, key);
    }
  self->keys = g_strv_builder_end (keys);
  self->languages = find_common_languages (self);

  return g_steal_pointer (&self);
}

/**
 * care_words_new_from_text:
 * @json: the document
 * @length: its length, or -1 when it ends with NUL
 * @source: the file's name, for errors
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the words, or %NULL with %CARE_ERROR_INPUT
 */
CareWords *
care_words_new_from_text (const char *json,
                          gssize      length,
                          const char *source,
                          GError    **error)
{
  g_autoptr (JsonNode) root = care_json_parse (json, length, source, NULL, error);

  if (root == NULL)
    return NULL;

  return new_from_node (root, source, error);
}

/**
 * care_words_load:
 * @path: a words file
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the words, or %NULL with a %CARE_ERROR
 */
CareWords *
care_words_load (const char *path,
                 GError    **error)
{
  g_autoptr (JsonNode) root = care_json_load (path, NULL, error);

  if (root == NULL)
    return NULL;

  return new_from_node (root, path, error);
}

/**
 * care_words_get:
 * @self: words
 * @key: which
 * @language: a BCP 47 tag
 *
 * A key that is not there is a fault of the program: it is logged and the key
 * itself is shown, so that the place is seen.
 *
 * Returns: (transfer none): the text, falling back as [func@Care.text_get] does
 */
const char *
care_words_get (CareWords  *self,
                const char *key,
                const char *language)
{
  CareText *text;

  g_return_val_if_fail (CARE_IS_WORDS (self), "");
  g_return_val_if_fail (key != NULL, "");

  text = g_hash_table_lookup (self->texts, key);
  if (text == NULL)
    {
      g_warning ("the words have no text '%s'", key);
      return g_intern_string (key);
    }

  return care_text_get (text, language);
}

/**
 * care_words_get_keys:
 * @self: words
 *
 * Returns: (transfer none) (array zero-terminated=1): all keys, in the file's order
 */
const char *const *
care_words_get_keys (CareWords *self)
{
  g_return_val_if_fail (CARE_IS_WORDS (self), NULL);

  return (const char *const *) self->keys;
}

/**
 * care_words_get_languages:
 * @self: words
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages that every
 *   text has, sorted; a language half there is not among them
 */
const char *const *
care_words_get_languages (CareWords *self)
{
  g_return_val_if_fail (CARE_IS_WORDS (self), NULL);

  return (const char *const *) self->languages;
}
