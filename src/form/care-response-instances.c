/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

/* Adding, taking away and moving instances of repeating groups. */

/* Nobody fills in more; an imported file that has more is cut short with a problem. */
#define MAX_INSTANCES 1000

static gboolean
is_repeating_group (CareResponse *self,
                    CareNode     *node)
{
  return node->response == self && node->item != NULL && node->item->type == CARE_ITEM_GROUP && node->item->repeats;
}

gboolean
care_response_has_room (CareResponse   *self,
                        const CareItem *item,
                        gboolean        below)
{
  guint more = below ? item->n_nodes - 1 : item->n_nodes;

  return more == 0 || (self->n_nodes <= CARE_MOST_NODES && more <= CARE_MOST_NODES - self->n_nodes);
}

/* Makes an instance of the same item as @like at @index, without signals; conditions are queued. */
CareNode *
care_response_insert_instance (CareResponse *self,
                               CareAnswerSlot     *slot,
                               guint         index,
                               CareNode     *like)
{
  CareNode *node = care_node_new (self, self->form, like->item, like->parent);

  self->n_nodes += like->item->n_nodes;
  care_answer_slot_insert (slot, index, node);
  care_response_queue_below (self, node);
  care_response_queue_asking_below (self, node, node->item);

  return node;
}

static guint
most_instances (const CareItem *item)
{
  guint most = care_item_get_max_occurs (item);

  return most > 0 ? MIN (most, MAX_INSTANCES) : MAX_INSTANCES;
}

static void
set_place (CareChange     *change,
           CareNode       *above,
           const CareItem *instances)
{
  change->above = care_node_ref (above);
  change->instances = instances;
}

/**
 * care_response_add_instance:
 * @self: a response
 * @node: an instance of a repeating group
 *
 * Adds an empty instance behind @node.
 *
 * Returns: (transfer none) (nullable): the new instance; %NULL if the form
 *   allows no more, or the response is as large as it may be
 */
CareNode *
care_response_add_instance (CareResponse *self,
                            CareNode     *node)
{
  CareChange change;
  CareNode *added;
  CareAnswerSlot *slot;
  guint index;

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && node != NULL, NULL);
  g_return_val_if_fail (is_repeating_group (self, node), NULL);

  if (!care_response_may_add_instance (self, node))
    return NULL;

  slot = care_node_find_place (node, &index);
  care_change_begin (&change, self);
  added = care_response_insert_instance (self, slot, index + 1, node);
  g_ptr_array_add (change.added, care_node_ref (added));
  set_place (&change, node->parent, node->item);
  care_response_begin_quiet (self);
  care_response_fill_initial (self, added);
  care_response_end_quiet (self, added);
  care_change_end (&change);

  return added;
}

/**
 * care_response_may_add_instance:
 * @self: a response
 * @node: an instance of a repeating group
 *
 * Returns: whether the form allows one more, and the response is not as large
 *   as it may be
 */
gboolean
care_response_may_add_instance (CareResponse *self,
                                CareNode     *node)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self) && node != NULL, FALSE);

  return is_repeating_group (self, node) && care_node_get_n_instances (node) < most_instances (node->item)
         && care_response_has_room (self, node->item, FALSE);
}

/**
 * care_response_remove_instance:
 * @self: a response
 * @node: an instance of a repeating group
 *
 * Takes an instance away with its answers. The last one makes room for an empty one.
 *
 * Returns: %TRUE
 */
gboolean
care_response_remove_instance (CareResponse *self,
                               CareNode     *node)
{
  CareChange change;
  CareNode *parent;
  CareAnswerSlot *slot;
  guint index;
  gboolean last;

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && node != NULL, FALSE);
  g_return_val_if_fail (is_repeating_group (self, node), FALSE);

  slot = care_node_find_place (node, &index);
  parent = node->parent;
  care_change_begin (&change, self);
  set_place (&change, parent, node->item);
  last = care_node_get_n_instances (node) == 1;
  g_ptr_array_add (change.removed, care_answer_slot_remove (slot, index));
  if (last)
    {
      CareNode *fresh = care_response_insert_instance (self, slot, index, node);

      g_ptr_array_add (change.added, care_node_ref (fresh));
    }
  self->n_nodes -= care_node_count (node);
  care_node_detach (node);
  care_response_queue_asking_below (self, parent, node->item);
  care_change_end (&change);

  return TRUE;
}

/**
 * care_response_move_instance:
 * @self: a response
 * @node: an instance of a repeating group
 * @to: its place afterwards, among the instances
 *
 * Returns: %FALSE if there is no such place
 */
gboolean
care_response_move_instance (CareResponse *self,
                             CareNode     *node,
                             guint         to)
{
  CareChange change;
  CareAnswerSlot *slot;
  guint index;
  guint from;

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && node != NULL, FALSE);
  g_return_val_if_fail (is_repeating_group (self, node), FALSE);

  if (to >= care_node_get_n_instances (node))
    return FALSE;
  from = care_node_get_instance (node);
  if (from == to)
    return TRUE;

  slot = care_node_find_place (node, &index);
  care_change_begin (&change, self);
  care_answer_slot_insert (slot, index - from + to, care_answer_slot_remove (slot, index));
  change.moved = care_node_ref (node->parent);
  set_place (&change, node->parent, node->item);
  care_response_queue_below (self, node->parent);
  care_response_queue_asking_below (self, node, node->item);
  care_change_end (&change);

  return TRUE;
}
