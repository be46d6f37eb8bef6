/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

#include "base/care-json.h"
#include "form/care-response-status.h"
#include "form/care-value-private.h"

/* The response as a FHIR R4 QuestionnaireResponse. */

static JsonArray *export_slot (CareResponse         *self,
                               const CareAnswerSlot *slot,
                               gboolean              whole);

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_alloc ();

  json_node_init_array (node, array);
  json_array_unref (array);

  return node;
}

static void
add_absent (JsonArray  *extensions,
            CareAbsent  reason)
{
  JsonObject *extension = json_object_new ();

  json_object_set_string_member (extension, "url", CARE_ABSENT_EXTENSION);
  json_object_set_string_member (extension, "valueCode",
                                 reason == CARE_ABSENT_NOT_SURE ? "asked-unknown" : "asked-declined");
  json_array_add_object_element (extensions, extension);
}

/* What was begun and is no answer stands beside the answers while somebody may still go on with them. */
static gboolean
shows_drafts (CareResponse    *self,
              CareExportDepth  depth)
{
  return depth != CARE_EXPORT_ENABLED || self->meta.status == CARE_RESPONSE_IN_PROGRESS;
}

static JsonArray *
export_extensions (CareResponse    *self,
                   const CareNode  *node,
                   CareExportDepth  depth)
{
  JsonNode *drafts = self->drafts != NULL && shows_drafts (self, depth) ? g_hash_table_lookup (self->drafts, node) : NULL;
  JsonNode *signature = self->signatures != NULL ? g_hash_table_lookup (self->signatures, node) : NULL;
  JsonNode *kept = self->extensions != NULL ? g_hash_table_lookup (self->extensions, node) : NULL;
  gboolean anew = shows_drafts (self, depth) && care_response_is_anew (self, node);
  JsonArray *extensions;

  if (signature == NULL && kept == NULL && drafts == NULL && !anew && node->absent == CARE_ABSENT_NONE)
    return NULL;

  extensions = json_array_new ();
  if (node->absent != CARE_ABSENT_NONE)
    add_absent (extensions, node->absent);
  if (signature != NULL)
    {
      JsonObject *extension = json_object_new ();

      json_object_set_string_member (extension, "url", CARE_SIGNATURE_EXTENSION);
      json_object_set_member (extension, "valueSignature", care_json_copy (signature));
      json_array_add_object_element (extensions, extension);
    }
  for (guint i = 0; kept != NULL && i < json_array_get_length (json_node_get_array (kept)); i++)
    json_array_add_element (extensions, care_json_copy (json_array_get_element (json_node_get_array (kept), i)));
  if (drafts != NULL)
    care_response_export_drafts (self, node, extensions);
  if (anew)
    care_response_export_anew (self, node, extensions);

  return extensions;
}

static JsonArray *
export_answers (CareResponse    *self,
                const CareNode  *node,
                CareExportDepth  depth)
{
  JsonArray *answers = NULL;

  for (guint i = 0; i < node->n_slots; i++)
    {
      const CareAnswerSlot *slot = &node->slots[i];
      JsonArray *items = depth == CARE_EXPORT_OWN ? NULL : export_slot (self, slot, depth == CARE_EXPORT_WHOLE);
      JsonObject *answer;

      if (slot->value == NULL && items == NULL)
        continue;

      answer = json_object_new ();
      if (slot->value != NULL)
        {
          json_object_set_member (answer, care_value_get_member (slot->value), care_value_to_json (slot->value));
          care_value_write_aside (slot->value, self->meta.language, answer);
        }
      if (items != NULL)
        json_object_set_array_member (answer, "item", items);
      if (answers == NULL)
        answers = json_array_new ();
      json_array_add_object_element (answers, answer);
    }

  return answers;
}

static void
export_members (CareResponse   *self,
                const CareNode *node,
                JsonObject     *object)
{
  JsonNode *kept = g_hash_table_lookup (self->members, node);
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (kept == NULL)
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (kept));
  while (json_object_iter_next_ordered (&iter, &member, &value))
    json_object_set_member (object, member, care_json_copy (value));
}

/* What stands for nothing, and yet for a place: an empty instance among others. */
static gboolean
holds_place (const CareNode  *node,
             CareExportDepth  depth)
{
  return depth == CARE_EXPORT_OWN
         || (depth == CARE_EXPORT_WHOLE && node->item->type == CARE_ITEM_GROUP && node->item->repeats);
}

/* NULL for what is not enabled and for what holds nothing. */
JsonNode *
care_response_export_node (CareResponse    *self,
                           const CareNode  *node,
                           CareExportDepth  depth)
{
  JsonArray *extensions;
  JsonArray *answers = NULL;
  JsonArray *items = NULL;
  JsonObject *object;
  JsonNode *result;
  const char *text;

  if ((depth == CARE_EXPORT_ENABLED && !node->enabled) || node->item->type == CARE_ITEM_DISPLAY)
    return NULL;

  extensions = export_extensions (self, node, depth);
  if (node->item->type != CARE_ITEM_GROUP)
    answers = export_answers (self, node, depth);
  else if (depth != CARE_EXPORT_OWN)
    items = export_slot (self, &node->slots[0], depth == CARE_EXPORT_WHOLE);
  if (extensions == NULL && answers == NULL && items == NULL && !holds_place (node, depth))
    return NULL;

  object = json_object_new ();
  if (extensions != NULL)
    json_object_set_array_member (object, "extension", extensions);
  json_object_set_string_member (object, "linkId", node->item->link_id);
  text = care_item_get_text (node->item, self->meta.language);
  if (text != NULL)
    json_object_set_string_member (object, "text", text);
  if (self->members != NULL)
    export_members (self, node, object);
  if (answers != NULL)
    json_object_set_array_member (object, "answer", answers);
  if (items != NULL)
    json_object_set_array_member (object, "item", items);

  result = json_node_alloc ();
  json_node_init_object (result, object);
  json_object_unref (object);

  return result;
}

static JsonArray *
export_slot (CareResponse         *self,
             const CareAnswerSlot *slot,
             gboolean              whole)
{
  JsonArray *items = NULL;

  for (guint i = 0; i < slot->n_children; i++)
    {
      JsonNode *item = care_response_export_node (self, slot->children[i], whole ? CARE_EXPORT_WHOLE : CARE_EXPORT_ENABLED);

      if (item == NULL)
        continue;
      if (items == NULL)
        items = json_array_new ();
      json_array_add_element (items, item);
    }

  return items;
}

static void
set_string (JsonObject *object,
            const char *member,
            const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
set_reference (JsonObject *object,
               const char *member,
               const char *target)
{
  JsonObject *reference;

  if (target == NULL)
    return;

  reference = json_object_new ();
  json_object_set_string_member (reference, "reference", target);
  json_object_set_object_member (object, member, reference);
}

/* Members that came with the file and are none of ours, such as identifier or meta. References that came with a
 * display are among them, and stay as they are while they name the same target. */
static void
set_kept (CareResponse *self,
          JsonObject   *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (self->kept == NULL)
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (self->kept));
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      JsonObject *ours = NULL;

      if (json_object_has_member (object, member))
        {
          ours = json_object_get_object_member (object, member);
          if (!JSON_NODE_HOLDS_OBJECT (node)
              || g_strcmp0 (json_object_get_string_member_with_default (ours, "reference", NULL),
                            json_object_get_string_member_with_default (json_node_get_object (node), "reference", "")) != 0)
            continue;
        }
      json_object_set_member (object, member, care_json_copy (node));
    }
}

/* The resource; @whole with what is not enabled, so that nothing is missing when it is read back and changed further. */
JsonNode *
care_response_export (CareResponse *self,
                      gboolean      whole)
{
  JsonObject *object;
  JsonArray *items;
  JsonNode *node;

  object = json_object_new ();
  json_object_set_string_member (object, "resourceType", "QuestionnaireResponse");
  set_string (object, "id", self->meta.id);
  set_string (object, "language", self->meta.language);
  set_string (object, "questionnaire", care_questionnaire_get_canonical (self->form));
  json_object_set_string_member (object, "status", care_response_status_to_string (self->meta.status));
  set_reference (object, "subject", self->meta.subject);
  set_reference (object, "encounter", self->meta.encounter);
  set_string (object, "authored", self->meta.authored);
  set_reference (object, "author", self->meta.author);
  set_reference (object, "source", self->meta.source);
  set_kept (self, object);

  items = export_slot (self, &self->root->slots[0], whole);
  if (items != NULL)
    json_object_set_member (object, "item", take_array (items));

  node = json_node_alloc ();
  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

/**
 * care_response_to_node:
 * @self: a response
 *
 * What is enabled and answered, in the form's order, with the form's url and
 * version, and what care_response_set_meta() says. Groups and questions without
 * an answer are left out.
 *
 * Returns: (transfer full): a FHIR R4 QuestionnaireResponse
 */
JsonNode *
care_response_to_node (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  return care_response_export (self, FALSE);
}
