/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-import-private.h"

#include <string.h>

#include "base/care-json.h"
#include "form/care-value-private.h"

/* What care_response_take_changes() told, done to the answers it was told of. As in import, what does not fit the form is
 * said, not guessed: the form may be another version than when it was answered. */

/* The item by its number where that is still the same one, else by its link id. */
static const CareItem *
find_item (CareImport *import,
           CareNode   *parent,
           gint64      number,
           const char *link_id)
{
  CareQuestionnaire *form = import->response->form;
  guint32 above = parent->item != NULL ? parent->item->number : CARE_ITEM_NUMBER_NONE;

  if (link_id == NULL)
    return NULL;
  if (number >= 0 && number < care_questionnaire_get_n_items (form) && form->items[number].parent == above
      && strcmp (form->items[number].link_id, link_id) == 0)
    return &form->items[number];

  return care_import_find_child (import, parent, link_id);
}

static gint64
peek_int (const CareJsonView *list,
          guint               index)
{
  CareJsonView view;

  if (!care_json_view_peek_element (list, index, &view) || !JSON_NODE_HOLDS_VALUE (view.node)
      || json_node_get_value_type (view.node) != G_TYPE_INT64)
    return -1;

  return json_node_get_int (view.node);
}

static const char *
peek_text (const CareJsonView *list,
           guint               index)
{
  CareJsonView view;

  if (!care_json_view_peek_element (list, index, &view) || !JSON_NODE_HOLDS_VALUE (view.node)
      || json_node_get_value_type (view.node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (view.node);
}

static CareAnswerSlot *
find_slot (CareNode *node,
           gint64    answer)
{
  return answer >= 0 && answer < node->n_slots ? &node->slots[answer] : NULL;
}

static CareNode *
step_down (CareImport         *import,
           CareNode           *node,
           const CareJsonView *step)
{
  CareAnswerSlot *slot = find_slot (node, peek_int (step, 0));
  const CareItem *item = find_item (import, node, peek_int (step, 1), peek_text (step, 2));
  gint64 instance = peek_int (step, 3);
  guint first;
  guint count;

  if (slot == NULL || item == NULL || instance < 0 || !care_answer_slot_find (slot, item->number, &first, &count)
      || slot->children[first]->item != item || instance >= count)
    return NULL;

  return slot->children[first + (guint) instance];
}

static CareNode *
find_place (CareImport         *import,
            const CareJsonView *change)
{
  CareNode *node = import->response->root;
  CareJsonView way;
  CareJsonView step;

  if (!care_json_view_peek_member (change, "at", &way))
    return NULL;
  for (guint i = 0; node != NULL && care_json_view_peek_element (&way, i, &step); i++)
    node = step_down (import, node, &step);

  return node;
}

static void
note_lost (CareImport         *import,
           const CareJsonView *change,
           const char         *link_id)
{
  care_response_note_import (import->response, CARE_PROBLEM_UNKNOWN_ITEM, NULL, link_id, -1, NULL, change);
}

static void
set_answers (CareImport         *import,
             CareNode           *node,
             const CareJsonView *item)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) care_value_unref);
  CareJsonView answers;
  CareJsonView answer;

  if (care_json_view_peek_member (item, "answer", &answers))
    {
      for (guint i = 0; care_json_view_peek_element (&answers, i, &answer); i++)
        {
          g_autoptr (GError) error = NULL;
          CareJsonView place;
          CareValueType type = CARE_VALUE_STRING;
          CareValue *value = NULL;

          if (JSON_NODE_HOLDS_OBJECT (answer.node) && care_import_count_values (&answer, &place, &type) > 0)
            value = care_value_new_from_json (type, place.node, &error);
          if (value != NULL)
            {
              care_value_read_aside (value, json_node_get_object (answer.node));
              g_ptr_array_add (values, value);
            }
          else
            care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, (int) i,
                                       error != NULL ? error->message : "an answer {…} should stand here", &answer);
        }
    }

  care_response_set_values (import->response, node, (CareValue *const *) values->pdata, values->len);
}

static void
apply_own (CareImport         *import,
           CareNode           *node,
           const CareJsonView *item)
{
  gboolean question = care_item_is_question (node->item);

  if (question && care_import_is_changed (import, item, node->item))
    {
      care_response_note_anew (import->response, node, item);
      return;
    }
  if (question)
    set_answers (import, node, item);
  if (question && import->older && care_import_is_outdated (node))
    {
      care_response_clear (import->response, node);
      care_response_note_anew (import->response, node, item);
      return;
    }

  care_response_set_signature (import->response, node, NULL);
  care_response_set_extension_of (import->response, node, NULL);
  care_response_keep_on (&import->response->drafts, node, NULL);
  care_response_keep_on (&import->response->changed, node, NULL);
  care_response_keep_on (&import->response->members, node, NULL);
  care_import_extensions (import, item, node);
}

static void
make_node (CareImport     *import,
           CareNode       *parent,
           CareAnswerSlot *slot,
           guint           index,
           const CareItem *item)
{
  care_answer_slot_insert (slot, index, care_node_new (import->response, import->response->form, item, parent));
  import->response->n_nodes += item->n_nodes;
}

static void
drop_node (CareImport     *import,
           CareAnswerSlot *slot,
           guint           index)
{
  CareNode *node = care_answer_slot_remove (slot, index);

  import->response->n_nodes -= care_node_count (node);
  care_node_detach (node);
  care_node_unref (node);
}

/* All of one item under one answer, made anew as many times as they are told. */
static void
apply_instances (CareImport         *import,
                 CareNode           *parent,
                 const CareJsonView *change,
                 const CareJsonView *items)
{
  const char *link_id = care_form_peek_text (change, "linkId");
  JsonObject *object = json_node_get_object (change->node);
  const CareItem *item = find_item (import, parent, json_object_get_int_member_with_default (object, "number", -1), link_id);
  CareAnswerSlot *slot = find_slot (parent, json_object_get_int_member_with_default (object, "answer", -1));
  CareJsonView view;
  guint first;
  guint count;

  if (item == NULL || slot == NULL || !care_answer_slot_find (slot, item->number, &first, &count)
      || slot->children[first]->item != item)
    {
      note_lost (import, change, link_id);
      return;
    }

  for (; count > 1; count--)
    drop_node (import, slot, first + count - 1);
  drop_node (import, slot, first);
  make_node (import, parent, slot, first, item);
  for (guint i = 0; care_json_view_peek_element (items, i, &view); i++)
    {
      gboolean another = item->type == CARE_ITEM_GROUP && item->repeats && care_response_has_room (import->response, item, FALSE);

      if (i > 0 && !another)
        {
          note_lost (import, &view, link_id);
          return;
        }
      if (i > 0)
        make_node (import, parent, slot, first + i, item);
      care_import_item (import, &view, slot->children[first + i], 0);
    }
}

static void
apply_change (CareImport         *import,
              const CareJsonView *change)
{
  CareNode *node = JSON_NODE_HOLDS_OBJECT (change->node) ? find_place (import, change) : NULL;
  CareJsonView view;

  if (node == NULL)
    note_lost (import, change, NULL);
  else if (care_json_view_peek_member (change, "items", &view) && JSON_NODE_HOLDS_ARRAY (view.node))
    apply_instances (import, node, change, &view);
  else if (node->item != NULL && care_json_view_peek_member (change, "item", &view) && JSON_NODE_HOLDS_OBJECT (view.node))
    apply_own (import, node, &view);
  else
    note_lost (import, change, node->item != NULL ? node->item->link_id : NULL);
}

static gboolean
apply_all (CareImport    *import,
           JsonNode      *node,
           const char    *source,
           GError       **error)
{
  CareJsonView view;
  CareJsonView changes;
  CareJsonView change;

  care_json_view_init (&view, source, node);
  if (!care_json_view_get_array (&view, "changes", CARE_JSON_REQUIRED, &changes, error))
    return FALSE;
  for (guint i = 0; care_json_view_peek_element (&changes, i, &change); i++)
    apply_change (import, &change);

  return TRUE;
}

/**
 * care_response_apply_changes:
 * @self: a response made of care_response_take_whole()
 * @changes: (element-type JsonNode): what care_response_take_changes() told since, in that order; immutable
 * @source: where they come from, for messages
 * @error: where to put the reason
 *
 * Does all changes at once, without signals. Afterwards @self says, byte for
 * byte, what the response said that told them.
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if one of them is no list of changes
 */
gboolean
care_response_apply_changes (CareResponse  *self,
                             GPtrArray     *changes,
                             const char    *source,
                             GError       **error)
{
  CareImport import;
  gboolean good = TRUE;

  g_return_val_if_fail (CARE_IS_RESPONSE (self), FALSE);
  g_return_val_if_fail (changes != NULL && source != NULL, FALSE);

  import = (CareImport) { self, self->former_version != NULL, NULL };
  care_response_begin_quiet (self);
  for (guint i = 0; good && i < changes->len; i++)
    good = apply_all (&import, g_ptr_array_index (changes, i), source, error);
  care_response_end_quiet (self, self->root);
  care_response_settle (self, NULL);

  return good;
}
