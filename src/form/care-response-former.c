/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

#include "base/care-json.h"

/*
 * That answers were given to an older version of their form, told beside them. The answers themselves cannot tell it any more once they
 * were read into the form's new version: they are written as answers to that.
 *
 *   {"version": "https://clinic.example/q/intake|1"}
 *
 * Which questions are asked anew stands at each of them, in its own instance, while answers are in progress and it has no answer yet:
 *
 *   {"url": "…/asked-anew", "valueBoolean": true}
 */

void
care_response_note_anew (CareResponse       *self,
                         CareNode           *node,
                         const CareJsonView *place)
{
  g_autoptr (JsonNode) yes = json_node_init_boolean (json_node_alloc (), TRUE);
  gboolean known = self->changed != NULL && g_hash_table_contains (self->changed, node);

  if (!known)
    care_response_note_import (self, CARE_PROBLEM_CHANGED, node, node->item->link_id, -1, NULL, place);
  care_response_keep_on (&self->changed, node, yes);
}

gboolean
care_response_is_anew (CareResponse   *self,
                       const CareNode *node)
{
  return self->changed != NULL && g_hash_table_contains (self->changed, node) && care_node_get_n_answers (node) == 0
         && node->absent == CARE_ABSENT_NONE;
}

void
care_response_export_anew (CareResponse   *self,
                           const CareNode *node,
                           JsonArray      *extensions)
{
  JsonObject *extension = json_object_new ();

  json_object_set_string_member (extension, "url", CARE_ANEW_EXTENSION);
  json_object_set_member (extension, "valueBoolean", json_node_copy (g_hash_table_lookup (self->changed, node)));
  json_array_add_object_element (extensions, extension);
}

/* FALSE when it is none that could be ours; it is then kept as any other extension. */
gboolean
care_response_import_anew (CareResponse       *self,
                           CareNode           *node,
                           const CareJsonView *extension)
{
  CareJsonView value;

  if (!care_item_is_question (node->item) || !care_json_view_peek_member (extension, "valueBoolean", &value)
      || !JSON_NODE_HOLDS_VALUE (value.node) || json_node_get_value_type (value.node) != G_TYPE_BOOLEAN || !json_node_get_boolean (value.node))
    return FALSE;

  care_response_keep_on (&self->changed, node, value.node);

  return TRUE;
}

/**
 * care_response_dup_former:
 * @self: a response
 *
 * Returns: (transfer full) (nullable): what care_response_set_former() takes; %NULL when the answers are to no older version
 */
JsonNode *
care_response_dup_former (CareResponse *self)
{
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  if (self->former_version == NULL)
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "version", self->former_version);
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

/* In the form's order. */
static void
note_all_anew (CareResponse       *self,
               CareNode           *node,
               const CareJsonView *place)
{
  if (node->item != NULL && care_response_is_anew (self, node))
    care_response_note_import (self, CARE_PROBLEM_CHANGED, node, node->item->link_id, -1, NULL, place);
  for (guint i = 0; i < node->n_slots; i++)
    for (guint k = 0; k < node->slots[i].n_children; k++)
      note_all_anew (self, node->slots[i].children[k], place);
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

  g_return_if_fail (CARE_IS_RESPONSE (self));
  g_return_if_fail (node != NULL);

  if (!care_response_is_former (self, node))
    return;

  care_json_view_init (&view, "former", node);
  g_free (self->former_version);
  self->former_version = g_strdup (care_form_peek_text (&view, "version"));
  if (self->changed != NULL)
    note_all_anew (self, self->root, &view);
}
