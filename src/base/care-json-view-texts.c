/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json-view.h"

#include "base/care-json-number.h"

/* The text a value holds, or NULL with an error that names its place. */
static const char *
read_string (const CareJsonView *self,
             GError            **error)
{
  if (care_json_node_get_type (self->node) == G_TYPE_STRING)
    return json_node_get_string (self->node);
  care_json_view_set_error (self, error, CARE_ERROR_INPUT, "a text \"…\" should stand here");

  return NULL;
}

/**
 * care_json_view_get_text:
 * @self: an object
 * @member: its member, an object of texts keyed by BCP 47 tag
 * @need: whether it must be there
 * @out: (out) (transfer full): the text in its languages
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is not such an object, or missing and required
 */
gboolean
care_json_view_get_text (const CareJsonView *self,
                         const char         *member,
                         CareJsonNeed        need,
                         CareText          **out,
                         GError            **error)
{
  CareJsonView child;
  JsonObjectIter iter;
  const char *tag, *words;
  JsonNode *node;
  g_autoptr (GHashTable) table = NULL;

  if (!care_json_view_get_object (self, member, need, &child, error))
    return FALSE;
  if (child.node == NULL)
    return TRUE;

  table = g_hash_table_new (g_str_hash, g_str_equal);
  json_object_iter_init (&iter, json_node_get_object (child.node));
  while (json_object_iter_next (&iter, &tag, &node))
    {
      CareJsonView one = { .parent = &child, .member = tag, .source = self->source, .node = node };

      if (!care_text_is_tag (tag))
        {
          care_json_view_set_error (&one, error, CARE_ERROR_INPUT, "the name must be a language tag such as \"en\" or \"pt-BR\"");
          return FALSE;
        }
      words = read_string (&one, error);
      if (words == NULL)
        return FALSE;
      if (words[0] == '\0')
        {
          care_json_view_set_error (&one, error, CARE_ERROR_INPUT, "the text is empty; leave the language out instead");
          return FALSE;
        }
      g_hash_table_insert (table, (gpointer) tag, (gpointer) words);
    }
  if (g_hash_table_size (table) == 0)
    {
      care_json_view_set_error (&child, error, CARE_ERROR_INPUT, "a text in at least one language should stand here");
      return FALSE;
    }
  *out = care_text_new_from_table (table);

  return TRUE;
}

/**
 * care_json_view_get_strv:
 * @self: an object
 * @member: its member, a list of texts
 * @need: whether it must be there
 * @out: (out) (transfer full): the texts, ended by %NULL
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is not such a list, or missing and required
 */
gboolean
care_json_view_get_strv (const CareJsonView *self,
                         const char         *member,
                         CareJsonNeed        need,
                         char             ***out,
                         GError            **error)
{
  CareJsonView child, one;
  g_autoptr (GStrvBuilder) builder = NULL;

  if (!care_json_view_get_array (self, member, need, &child, error))
    return FALSE;
  if (child.node == NULL)
    return TRUE;

  builder = g_strv_builder_new ();
  for (guint i = 0; care_json_view_peek_element (&child, i, &one); i++)
    {
      const char *words = read_string (&one, error);

      if (words == NULL)
        return FALSE;
      g_strv_builder_add (builder, words);
    }
  *out = g_strv_builder_end (builder);

  return TRUE;
}
