/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

/*
 * What was typed and is no value yet: "12/0" of a date, "1." of a number. It is kept beside the answers, so that nothing
 * typed is lost with the program, and it is no answer: nothing that reads values ever meets it.
 *
 * In the resource it is an extension of the item, one for each of its answers that was begun:
 *   {"url": CARE_DRAFT_EXTENSION, "extension": [{"url": "answer", "valueInteger": 0}, {"url": "typed", "valueString": "12|0|"}]}
 */

/* As many as a question may have answers, and as much as anybody types. */
#define MOST_DRAFTS 1000
#define MOST_BYTES  4096

static JsonArray *
peek_drafts (CareResponse   *self,
             const CareNode *node)
{
  JsonNode *drafts = self->drafts != NULL ? g_hash_table_lookup (self->drafts, node) : NULL;

  return drafts != NULL ? json_node_get_array (drafts) : NULL;
}

static const char *
peek_draft (JsonArray *drafts,
            guint      answer)
{
  JsonNode *draft = drafts != NULL && answer < json_array_get_length (drafts) ? json_array_get_element (drafts, answer) : NULL;

  return draft != NULL && JSON_NODE_HOLDS_VALUE (draft) ? json_node_get_string (draft) : NULL;
}

static void
put_draft (CareResponse *self,
           CareNode     *node,
           guint         answer,
           const char   *text)
{
  JsonArray *former = peek_drafts (self, node);
  guint length = MAX (former != NULL ? json_array_get_length (former) : 0, text != NULL ? answer + 1 : 0);
  g_autoptr (JsonArray) drafts = json_array_new ();
  g_autoptr (JsonNode) json = NULL;
  guint last = 0;

  for (guint i = 0; i < length; i++)
    {
      const char *one = i == answer ? text : peek_draft (former, i);

      if (one == NULL)
        continue;
      while (json_array_get_length (drafts) < i)
        json_array_add_null_element (drafts);
      json_array_add_string_element (drafts, one);
      last = i + 1;
    }
  if (last > 0)
    json = json_node_init_array (json_node_alloc (), drafts);
  care_response_keep_on (&self->drafts, node, json);
}

/* Adds an extension to @extensions for each draft of @node. */
void
care_response_export_drafts (CareResponse   *self,
                             const CareNode *node,
                             JsonArray      *extensions)
{
  JsonArray *drafts = peek_drafts (self, node);

  for (guint i = 0; drafts != NULL && i < json_array_get_length (drafts); i++)
    {
      const char *text = peek_draft (drafts, i);
      JsonObject *extension;
      JsonObject *part;
      JsonArray *parts;

      if (text == NULL)
        continue;

      parts = json_array_sized_new (2);
      part = json_object_new ();
      json_object_set_string_member (part, "url", "answer");
      json_object_set_int_member (part, "valueInteger", i);
      json_array_add_object_element (parts, part);
      part = json_object_new ();
      json_object_set_string_member (part, "url", "typed");
      json_object_set_string_member (part, "valueString", text);
      json_array_add_object_element (parts, part);

      extension = json_object_new ();
      json_object_set_string_member (extension, "url", CARE_DRAFT_EXTENSION);
      json_object_set_array_member (extension, "extension", parts);
      json_array_add_object_element (extensions, extension);
    }
}

/* FALSE when it is none that could be ours; it is then kept as any other extension. */
gboolean
care_response_import_draft (CareResponse       *self,
                            CareNode           *node,
                            const CareJsonView *extension)
{
  CareJsonView parts;
  CareJsonView part;
  CareJsonView number;
  const char *text = NULL;
  gint64 answer = -1;

  if (!care_item_is_question (node->item) || !care_json_view_peek_member (extension, "extension", &parts))
    return FALSE;

  for (guint i = 0; care_json_view_peek_element (&parts, i, &part); i++)
    {
      const char *url = care_form_peek_text (&part, "url");

      if (g_strcmp0 (url, "typed") == 0)
        text = care_form_peek_text (&part, "valueString");
      else if (g_strcmp0 (url, "answer") == 0 && care_json_view_peek_member (&part, "valueInteger", &number)
               && JSON_NODE_HOLDS_VALUE (number.node) && json_node_get_value_type (number.node) == G_TYPE_INT64)
        answer = json_node_get_int (number.node);
    }
  if (text == NULL || *text == '\0' || strlen (text) > MOST_BYTES || answer < 0 || answer >= MOST_DRAFTS)
    return FALSE;

  put_draft (self, node, (guint) answer, text);

  return TRUE;
}

/**
 * care_response_set_draft:
 * @self: a response
 * @node: a question
 * @answer: the number of the answer, below 1000
 * @text: (nullable): what was typed and is no value, as whoever draws it wrote it down; %NULL when nothing is begun there
 *
 * Keeps it beside the answers. It is no answer, and no signal is sent; it goes
 * with care_response_take_changes(), and into care_response_to_node() only
 * while the answers are in progress.
 */
void
care_response_set_draft (CareResponse *self,
                         CareNode     *node,
                         guint         answer,
                         const char   *text)
{
  g_return_if_fail (CARE_IS_RESPONSE (self));
  g_return_if_fail (node != NULL && node->response == self && care_item_is_question (node->item));
  g_return_if_fail (answer < MOST_DRAFTS);

  if (text != NULL && (*text == '\0' || strlen (text) > MOST_BYTES))
    text = NULL;
  if (g_strcmp0 (text, peek_draft (peek_drafts (self, node), answer)) == 0)
    return;

  put_draft (self, node, answer, text);
  care_response_mark_node (self, node);
}

/**
 * care_response_get_draft:
 * @self: a response
 * @node: a question
 * @answer: the number of the answer
 *
 * Returns: (nullable): what was typed there and is no value
 */
const char *
care_response_get_draft (CareResponse *self,
                         CareNode     *node,
                         guint         answer)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  return peek_draft (peek_drafts (self, node), answer);
}

/**
 * care_response_get_n_drafts:
 * @self: a response
 * @node: a question
 *
 * Returns: one more than the number of its last answer that was begun; 0 when none is
 */
guint
care_response_get_n_drafts (CareResponse *self,
                            CareNode     *node)
{
  JsonArray *drafts;

  g_return_val_if_fail (CARE_IS_RESPONSE (self), 0);
  g_return_val_if_fail (node != NULL, 0);

  drafts = peek_drafts (self, node);

  return drafts != NULL ? json_array_get_length (drafts) : 0;
}
