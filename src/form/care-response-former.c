/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

#include "base/care-json.h"

/*
 * That answers were given to an older version of their form, told beside them. The answers themselves cannot tell it any more once they
 * were read into the form's new version: they are written as answers to that.
 *
 *   {"version": "https://clinic.example/q/intake|1", "changed": ["sleep"]}
 */

/**
 * care_response_dup_former:
 * @self: a response
 *
 * Returns: (transfer full) (nullable): what care_response_set_former() takes; %NULL when the answers are to no older version
 */
JsonNode *
care_response_dup_former (CareResponse *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *object;
  JsonArray *changed;
  JsonNode *node;

  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  if (self->former_version == NULL)
    return NULL;

  changed = json_array_new ();
  for (guint i = 0; i < self->import_problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (self->import_problems, i);

      if (problem->kind == CARE_PROBLEM_CHANGED && problem->link_id != NULL && g_hash_table_add (seen, problem->link_id))
        json_array_add_string_element (changed, problem->link_id);
    }
  object = json_object_new ();
  json_object_set_string_member (object, "version", self->former_version);
  json_object_set_array_member (object, "changed", changed);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

/**
 * care_response_is_former:
 * @self: a response
 * @node: what care_response_dup_former() told of some response
 *
 * Returns: whether it is about answers to this form
 */
gboolean
care_response_is_former (CareResponse *self,
                         JsonNode     *node)
{
  const char *url;
  const char *version;
  CareJsonView view;

  g_return_val_if_fail (CARE_IS_RESPONSE (self), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  care_json_view_init (&view, "former", node);
  url = care_questionnaire_get_url (self->form);
  version = care_form_peek_text (&view, "version");

  return url != NULL && version != NULL && g_str_has_prefix (version, url) && version[strlen (url)] == '|';
}

/**
 * care_response_set_former:
 * @self: a response that was written after it was read into a new version of its form
 * @node: what care_response_dup_former() told of it then
 *
 * From now on it says of which version the answers are, and which of the questions that are not answered read differently
 * now (%CARE_PROBLEM_CHANGED). What is about another form is left alone.
 */
void
care_response_set_former (CareResponse *self,
                          JsonNode     *node)
{
  CareJsonView view;
  CareJsonView changed;
  CareJsonView element;

  g_return_if_fail (CARE_IS_RESPONSE (self));
  g_return_if_fail (node != NULL);

  if (!care_response_is_former (self, node))
    return;

  care_json_view_init (&view, "former", node);
  g_free (self->former_version);
  self->former_version = g_strdup (care_form_peek_text (&view, "version"));
  if (!care_json_view_peek_member (&view, "changed", &changed))
    return;

  for (guint i = 0; care_json_view_peek_element (&changed, i, &element); i++)
    {
      const char *link_id = JSON_NODE_HOLDS_VALUE (element.node) ? json_node_get_string (element.node) : NULL;
      g_autoptr (GPtrArray) nodes = link_id != NULL ? care_response_list_by_link_id (self, link_id) : NULL;

      for (guint k = 0; nodes != NULL && k < nodes->len; k++)
        {
          CareNode *at = g_ptr_array_index (nodes, k);

          if (care_node_get_n_answers (at) == 0)
            care_response_note_import (self, CARE_PROBLEM_CHANGED, at, link_id, -1, NULL, &element);
        }
    }
}
