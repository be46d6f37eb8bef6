/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

/*
 * What changed, for those who keep the answers elsewhere and would rather not write all of them at every key.
 *
 * A change is told as the state that came of it, so that many changes of one question are one: a question's own answers,
 * or, where something came, went or changed places, all that now stands under one place. A place is told by the way to
 * it from the root: which answer, which item, which of its instances. What is told and then done to what was told before
 * (care_response_apply_changes()) gives the same answers again, hidden ones included.
 */

typedef struct
{
  CareNode       *node;
  const CareItem *instances;   /* (nullable): all of this item below @node; NULL for the node's own answers */
  guint           depth;
  guint           number;
} CareDirty;

static guint
hash_dirty (gconstpointer key)
{
  const CareDirty *dirty = key;

  return g_direct_hash (dirty->node) * 31 + g_direct_hash (dirty->instances);
}

static gboolean
equal_dirty (gconstpointer a,
             gconstpointer b)
{
  const CareDirty *first = a;
  const CareDirty *second = b;

  return first->node == second->node && first->instances == second->instances;
}

static void
free_dirty (gpointer data)
{
  CareDirty *dirty = data;

  care_node_unref (dirty->node);
  g_free (dirty);
}

static gboolean
is_dirty (CareResponse   *self,
          CareNode       *node,
          const CareItem *instances)
{
  CareDirty key = { node, instances, 0, 0 };

  return g_hash_table_contains (self->dirty_set, &key);
}

static void
mark (CareResponse   *self,
      CareNode       *node,
      const CareItem *instances)
{
  CareDirty *dirty;

  if (node == NULL || is_dirty (self, node, instances))
    return;

  dirty = g_new0 (CareDirty, 1);
  dirty->node = care_node_ref (node);
  dirty->instances = instances;
  dirty->number = self->dirty->len;
  g_ptr_array_add (self->dirty, dirty);
  g_hash_table_add (self->dirty_set, dirty);
}

/* Notes what @change changed, if anybody asks. */
void
care_response_mark_change (CareResponse     *self,
                           const CareChange *change)
{
  if (self->dirty == NULL)
    return;

  if (change->above != NULL)
    mark (self, change->above, change->instances);
  if (change->value == NULL)
    return;

  /* What stood under an answer has gone or moved with it. */
  if (change->removed->len > 0 || change->moved != NULL)
    mark (self, change->value->parent, change->value->item);
  else
    mark (self, change->value, NULL);
}

void
care_response_mark_node (CareResponse *self,
                         CareNode     *node)
{
  if (self->dirty != NULL)
    mark (self, node, NULL);
}

static void
begin_anew (CareResponse *self)
{
  if (self->dirty == NULL)
    {
      self->dirty = g_ptr_array_new_with_free_func (free_dirty);
      self->dirty_set = g_hash_table_new (hash_dirty, equal_dirty);
    }
  g_hash_table_remove_all (self->dirty_set);
  g_ptr_array_set_size (self->dirty, 0);
}

/* Gone, or told with all that stands around it. */
static gboolean
is_told_elsewhere (CareResponse    *self,
                   const CareDirty *dirty)
{
  if (dirty->node->response != self)
    return TRUE;
  for (CareNode *node = dirty->node; node->parent != NULL; node = node->parent)
    if (is_dirty (self, node->parent, node->item))
      return TRUE;

  return FALSE;
}

static guint
measure_depth (const CareNode *node)
{
  guint depth = 0;

  for (; node->parent != NULL; node = node->parent)
    depth++;

  return depth;
}

/* What is nearer to the root first, and a question's answers before what stands under them: they make the places in
 * which the rest stands. */
static int
compare_dirty (gconstpointer a,
               gconstpointer b)
{
  const CareDirty *first = *(CareDirty *const *) a;
  const CareDirty *second = *(CareDirty *const *) b;

  if (first->depth != second->depth)
    return first->depth < second->depth ? -1 : 1;

  return first->number < second->number ? -1 : first->number > second->number;
}

/* [answer, item's number, its link id, instance] for each step from the root. */
static void
add_way (JsonArray      *way,
         const CareNode *node)
{
  JsonArray *step;

  if (node->parent == NULL)
    return;

  add_way (way, node->parent);
  step = json_array_sized_new (4);
  json_array_add_int_element (step, care_node_get_parent_answer (node));
  json_array_add_int_element (step, node->item->number);
  json_array_add_string_element (step, node->item->link_id);
  json_array_add_int_element (step, care_node_get_instance (node));
  json_array_add_array_element (way, step);
}

static JsonObject *
tell_place (const CareNode *node)
{
  JsonObject *object = json_object_new ();
  JsonArray *way = json_array_new ();

  add_way (way, node);
  json_object_set_array_member (object, "at", way);

  return object;
}

static void
tell_instances (CareResponse    *self,
                const CareDirty *dirty,
                JsonArray       *changes)
{
  for (guint i = 0; i < dirty->node->n_slots; i++)
    {
      const CareAnswerSlot *slot = &dirty->node->slots[i];
      JsonObject *object = tell_place (dirty->node);
      JsonArray *items = json_array_new ();
      guint first = 0;
      guint count = 0;

      if (!care_answer_slot_find (slot, dirty->instances->number, &first, &count))
        count = 0;
      for (guint k = first; k < first + count; k++)
        {
          JsonNode *item = care_response_export_node (self, slot->children[k], CARE_EXPORT_WHOLE);

          if (item != NULL)
            json_array_add_element (items, item);
        }
      json_object_set_int_member (object, "answer", i);
      json_object_set_int_member (object, "number", dirty->instances->number);
      json_object_set_string_member (object, "linkId", dirty->instances->link_id);
      json_object_set_array_member (object, "items", items);
      json_array_add_object_element (changes, object);
    }
}

static void
tell_own (CareResponse    *self,
          const CareDirty *dirty,
          JsonArray       *changes)
{
  JsonObject *object = tell_place (dirty->node);

  json_object_set_member (object, "item", care_response_export_node (self, dirty->node, CARE_EXPORT_OWN));
  json_array_add_object_element (changes, object);
}

/**
 * care_response_take_whole:
 * @self: a response
 *
 * All answers as they stand, also those to questions that are not enabled.
 * From now on changes are noted for care_response_take_changes().
 *
 * Returns: (transfer full): a FHIR R4 QuestionnaireResponse
 */
JsonNode *
care_response_take_whole (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  begin_anew (self);
  self->meta_dirty = FALSE;

  return care_response_export (self, TRUE);
}

/**
 * care_response_needs_whole:
 * @self: a response
 *
 * Returns: whether changes alone would not tell it: nothing was taken yet, or
 *   what it says about itself changed
 */
gboolean
care_response_needs_whole (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), TRUE);

  return self->dirty == NULL || self->meta_dirty;
}

/**
 * care_response_take_changes:
 * @self: a response of which care_response_take_whole() was taken
 *
 * What changed since this or care_response_take_whole() was last called, for
 * care_response_apply_changes(). Costs what the changed questions cost,
 * whatever the form's size; after instances or answers with something under
 * them came, went or moved, what all instances of that group cost.
 *
 * Returns: (transfer full) (nullable): the changes; %NULL when there are none
 */
JsonNode *
care_response_take_changes (CareResponse *self)
{
  g_autoptr (GPtrArray) dirty = NULL;
  JsonArray *changes;
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (self->dirty != NULL, NULL);

  dirty = g_ptr_array_new ();
  for (guint i = 0; i < self->dirty->len; i++)
    {
      CareDirty *one = self->dirty->pdata[i];

      if (is_told_elsewhere (self, one))
        continue;
      one->depth = 2 * measure_depth (one->node) + (one->instances != NULL ? 1 : 0);
      g_ptr_array_add (dirty, one);
    }
  g_ptr_array_sort (dirty, compare_dirty);

  changes = json_array_new ();
  for (guint i = 0; i < dirty->len; i++)
    {
      const CareDirty *one = dirty->pdata[i];

      if (one->instances != NULL)
        tell_instances (self, one, changes);
      else
        tell_own (self, one, changes);
    }
  g_clear_pointer (&dirty, g_ptr_array_unref);
  begin_anew (self);

  if (json_array_get_length (changes) == 0)
    {
      json_array_unref (changes);
      return NULL;
    }
  object = json_object_new ();
  json_object_set_array_member (object, "changes", changes);
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);

  return node;
}
