/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json.h"

/**
 * care_json_copy_object:
 * @object: an object
 *
 * Returns: (transfer full): a copy down to the last value, with its members in the same order
 */
JsonObject *
care_json_copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (copy, name, care_json_copy (member));

  return copy;
}

/**
 * care_json_copy:
 * @node: a node
 *
 * Unlike json_node_copy(), which shares what is inside: a tree that came from a file is immutable, its copy may be
 * changed. As deep as @node is; what care_json_parse() let through is.
 *
 * Returns: (transfer full): a copy down to the last value
 */
JsonNode *
care_json_copy (JsonNode *node)
{
  JsonNode *copy;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, care_json_copy_object (json_node_get_object (node)));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *from = json_node_get_array (node);
      JsonArray *to = json_array_sized_new (json_array_get_length (from));

      for (guint i = 0; i < json_array_get_length (from); i++)
        json_array_add_element (to, care_json_copy (json_array_get_element (from, i)));
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (copy, to);
    }
  else
    copy = json_node_copy (node);

  return copy;
}
