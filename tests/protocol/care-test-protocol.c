/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-protocol.h"

#include <string.h>

#include "base/care-json.h"

char *
care_test_data_path (const char *folder,
                     const char *name)
{
  return g_build_filename (g_getenv ("AFTERCARE_DATA"), folder, name, NULL);
}

static gboolean
is_named (JsonNode   *node,
          const char *name)
{
  static const char *const keys[] = { "id", "code", "find", "what" };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  for (gsize i = 0; object != NULL && i < G_N_ELEMENTS (keys); i++)
    if (json_object_has_member (object, keys[i]) &&
        g_strcmp0 (json_object_get_string_member (object, keys[i]), name) == 0)
      return TRUE;

  return FALSE;
}

static guint
find_element (JsonArray  *array,
              const char *step)
{
  if (*step != '=')
    return (guint) g_ascii_strtoull (step, NULL, 10);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (is_named (json_array_get_element (array, i), step + 1))
      return i;

  g_error ("the protocol has no '%s'", step + 1);
}

static void
change (JsonNode   *root,
        const char *place,
        JsonNode   *value)
{
  g_auto (GStrv) steps = g_strsplit (place + 1, "/", -1);
  JsonNode *node = root;
  gsize i;

  for (i = 0; steps[i + 1] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node), find_element (json_node_get_array (node), steps[i]));
      else
        node = json_object_get_member (json_node_get_object (node), steps[i]);

      g_assert_nonnull (node);
    }

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      if (value != NULL)
        json_object_set_member (json_node_get_object (node), steps[i], value);
      else
        json_object_remove_member (json_node_get_object (node), steps[i]);
    }
  else if (strcmp (steps[i], "+") == 0)
    {
      json_array_add_element (json_node_get_array (node), value);
    }
  else
    {
      g_assert_null (value);
      json_array_remove_element (json_node_get_array (node), find_element (json_node_get_array (node), steps[i]));
    }
}

char *
care_test_change_protocol (const char *place,
                           const char *value)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autofree char *path = care_test_data_path ("protocols", "mesotherapy.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = care_json_load (path, &limits, &error);

  g_assert_no_error (error);

  if (place != NULL)
    {
      JsonNode *node = value != NULL ? care_json_parse (value, -1, "value", &limits, &error) : NULL;

      g_assert_no_error (error);
      change (root, place, node);
    }

  return care_json_to_text (root, CARE_JSON_COMPACT);
}

/* "=now:LANGUAGE" stands for the hash of that language's texts as they are. */
static char *
sign (const char *text)
{
  const char *place = strstr (text, "=now:");
  g_autofree char *language = place != NULL ? g_strndup (place + strlen ("=now:"), strcspn (place, "\"") - strlen ("=now:"))
                                            : NULL;
  g_autofree char *hash = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (GString) signed_text = g_string_new (text);
  g_autoptr (GError) error = NULL;

  if (place == NULL)
    return g_strdup (text);

  protocol = care_protocol_new_from_text (text, -1, "test.json", &error);
  g_assert_no_error (error);
  hash = care_protocol_dup_texts_hash (protocol, language);
  whole = g_strconcat ("=now:", language, NULL);
  g_string_replace (signed_text, whole, hash, 0);

  return g_string_free (g_steal_pointer (&signed_text), FALSE);
}

CareProtocol *
care_test_load_protocol (const char *place,
                         const char *value)
{
  g_autofree char *changed = care_test_change_protocol (place, value);
  g_autofree char *text = sign (changed);
  g_autoptr (GError) error = NULL;
  CareProtocol *protocol = care_protocol_new_from_text (text, -1, "test.json", &error);

  g_assert_no_error (error);

  return protocol;
}

CareFacts *
care_test_load_facts (void)
{
  g_autofree char *path = care_test_data_path ("protocols", "fact-ids.json");
  g_autoptr (GError) error = NULL;
  CareFacts *facts = care_facts_load (path, &error);

  g_assert_no_error (error);

  return facts;
}

CarePlain *
care_test_load_plain (void)
{
  g_autofree char *path = care_test_data_path ("protocols", "plain-language.json");
  g_autoptr (GError) error = NULL;
  CarePlain *plain = care_plain_load (path, &error);

  g_assert_no_error (error);

  return plain;
}
