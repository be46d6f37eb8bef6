/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

/* Giving, changing and taking back answers. Each public call is one change. */

static gboolean
may_answer (CareResponse *self,
            CareNode     *node)
{
  return node->response == self && node->item != NULL && care_item_is_question (node->item);
}

/* New children have conditions of their own, and others may ask about them. */
static void
announce_children (CareChange *change,
                   CareNode   *node,
                   CareAnswerSlot   *slot)
{
  for (guint i = 0; i < slot->n_children; i++)
    {
      g_ptr_array_add (change->added, care_node_ref (slot->children[i]));
      care_response_queue_below (change->response, slot->children[i]);
      care_response_queue_asking_below (change->response, slot->children[i], slot->children[i]->item);
    }
}

/* FALSE where what stands under one more answer would be too much. */
static gboolean
put_value (CareChange *change,
           CareNode   *node,
           guint       index,
           CareValue  *value)
{
  CareAnswerSlot *slot;

  if (index < node->n_slots)
    {
      slot = &node->slots[index];
      care_value_ref (value);
      g_clear_pointer (&slot->value, care_value_unref);
      slot->value = value;
      return TRUE;
    }
  if (!care_response_has_room (change->response, node->item, TRUE))
    return FALSE;

  change->response->n_nodes += node->item->n_nodes - 1;
  slot = care_node_insert_slot (node, change->response->form, index, value);
  announce_children (change, node, slot);

  return TRUE;
}

static void
take_value (CareChange *change,
            CareNode   *node,
            guint       index)
{
  /* The last place under which children stand stays, without its value. */
  if (node->n_slots == 1 && node->item->n_children > 0)
    {
      g_clear_pointer (&node->slots[0].value, care_value_unref);
      return;
    }

  for (guint i = 0; i < node->slots[index].n_children; i++)
    change->response->n_nodes -= care_node_count (node->slots[index].children[i]);
  care_node_remove_slot (node, index, change->removed);
}

static void
finish (CareChange *change,
        CareNode   *node)
{
  change->value = care_node_ref (node);
  care_response_queue_asking (change->response, node);
  /* What stood under an answer has gone or moved with it. Only now that all of it is gone: what waits to be worked out must
   * still be there then. */
  if (change->removed->len > 0 || change->moved != NULL)
    care_response_queue_asking_below (change->response, node, node->item);
  /* Children under an answer ask about that answer. */
  for (guint i = 0; node->item->n_dependants > 0 && i < node->n_slots; i++)
    for (guint k = 0; k < node->slots[i].n_children; k++)
      care_response_queue_below (change->response, node->slots[i].children[k]);
  care_change_end (change);
}

static gboolean
same_values (CareNode         *node,
             CareValue *const *values,
             guint             n_values)
{
  if (node->absent != CARE_ABSENT_NONE || care_node_get_n_answers (node) != n_values)
    return FALSE;
  for (guint i = 0; i < n_values; i++)
    if (!care_value_equal (node->slots[i].value, values[i]))
      return FALSE;

  return TRUE;
}

/**
 * care_response_set_values:
 * @self: a response
 * @node: a question
 * @values: (array length=n_values): its answers
 * @n_values: how many; 0 to clear
 *
 * Replaces all answers. What stands under an answer stays with the answer's
 * number. Setting what is already there is no change. Answers under which more
 * would stand than a response may have are left out.
 */
void
care_response_set_values (CareResponse     *self,
                          CareNode         *node,
                          CareValue *const *values,
                          guint             n_values)
{
  CareChange change;

  g_return_if_fail (CARE_IS_RESPONSE (self) && node != NULL);
  g_return_if_fail (may_answer (self, node));

  if (same_values (node, values, n_values))
    return;

  care_change_begin (&change, self);
  node->absent = CARE_ABSENT_NONE;
  while (care_node_get_n_answers (node) > n_values)
    take_value (&change, node, node->n_slots - 1);
  for (guint i = 0; i < n_values; i++)
    if (!put_value (&change, node, i, values[i]))
      break;
  finish (&change, node);
}

/**
 * care_response_set_value:
 * @self: a response
 * @node: a question
 * @value: (nullable): its only answer; %NULL to clear
 *
 * Sets the one answer.
 */
void
care_response_set_value (CareResponse *self,
                         CareNode     *node,
                         CareValue    *value)
{
  care_response_set_values (self, node, &value, value != NULL ? 1 : 0);
}

void
care_response_clear (CareResponse *self,
                     CareNode     *node)
{
  care_response_set_values (self, node, NULL, 0);
}

/**
 * care_response_set_value_at:
 * @self: a response
 * @node: a question
 * @index: the answer's number; one behind the last adds one
 * @value: the answer
 *
 * Changes one of several answers. One more is not added where more would stand
 * under it than a response may have.
 */
void
care_response_set_value_at (CareResponse *self,
                            CareNode     *node,
                            guint         index,
                            CareValue    *value)
{
  CareChange change;

  g_return_if_fail (CARE_IS_RESPONSE (self) && node != NULL && value != NULL);
  g_return_if_fail (may_answer (self, node));
  g_return_if_fail (index <= care_node_get_n_answers (node));

  if (index < care_node_get_n_answers (node) && care_value_equal (node->slots[index].value, value))
    return;
  if (index >= node->n_slots && !care_response_has_room (self, node->item, TRUE))
    return;

  care_change_begin (&change, self);
  node->absent = CARE_ABSENT_NONE;
  put_value (&change, node, index, value);
  finish (&change, node);
}

void
care_response_add_value (CareResponse *self,
                         CareNode     *node,
                         CareValue    *value)
{
  g_return_if_fail (node != NULL);

  care_response_set_value_at (self, node, care_node_get_n_answers (node), value);
}

/**
 * care_response_remove_value:
 * @self: a response
 * @node: a question
 * @index: the answer's number
 *
 * Takes one of several answers away, with what stands under it.
 */
void
care_response_remove_value (CareResponse *self,
                            CareNode     *node,
                            guint         index)
{
  CareChange change;

  g_return_if_fail (CARE_IS_RESPONSE (self) && node != NULL);
  g_return_if_fail (may_answer (self, node));
  g_return_if_fail (index < care_node_get_n_answers (node));

  care_change_begin (&change, self);
  take_value (&change, node, index);
  finish (&change, node);
}

/**
 * care_response_move_value:
 * @self: a response
 * @node: a question
 * @from: the answer's number
 * @to: its number afterwards
 *
 * Changes the order of answers.
 */
void
care_response_move_value (CareResponse *self,
                          CareNode     *node,
                          guint         from,
                          guint         to)
{
  CareChange change;
  CareAnswerSlot slot;

  g_return_if_fail (CARE_IS_RESPONSE (self) && node != NULL);
  g_return_if_fail (may_answer (self, node));
  g_return_if_fail (from < care_node_get_n_answers (node) && to < care_node_get_n_answers (node));

  if (from == to)
    return;

  care_change_begin (&change, self);
  slot = node->slots[from];
  if (from < to)
    memmove (node->slots + from, node->slots + from + 1, sizeof slot * (to - from));
  else
    memmove (node->slots + to + 1, node->slots + to, sizeof slot * (from - to));
  node->slots[to] = slot;
  change.moved = care_node_ref (node);
  finish (&change, node);
}

/* The answer is that option, and not one with the same code and other words. */
static gboolean
is_of (const CareNode   *node,
       guint             answer,
       const CareOption *option)
{
  CareValue *value = node->slots[answer].value;

  return value != NULL && care_value_matches (value, option->value) && care_item_find_option (node->item, value) == option;
}

static gboolean
is_exclusive (const CareItem *item,
              CareValue      *value)
{
  const CareOption *option = care_item_find_option (item, value);

  return option != NULL && option->exclusive;
}

static void
tick (CareResponse     *self,
      CareNode         *node,
      const CareOption *option)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  gboolean ticked = FALSE;

  for (guint i = 0; i < care_node_get_n_answers (node); i++)
    {
      CareValue *value = node->slots[i].value;

      if (is_of (node, i, option))
        ticked = TRUE;
      else if (!option->exclusive && !is_exclusive (node->item, value))
        g_ptr_array_add (values, value);
    }
  if (!ticked)
    g_ptr_array_add (values, option->value);

  /* An exclusive option that is taken away leaves the rest, of which there should be none. */
  if (ticked && option->exclusive)
    {
      g_ptr_array_set_size (values, 0);
      for (guint i = 0; i < care_node_get_n_answers (node); i++)
        if (!is_of (node, i, option))
          g_ptr_array_add (values, node->slots[i].value);
    }

  for (guint i = 0; i < values->len; i++)
    care_value_ref (g_ptr_array_index (values, i));
  care_response_set_values (self, node, (CareValue *const *) values->pdata, values->len);
  for (guint i = 0; i < values->len; i++)
    care_value_unref (g_ptr_array_index (values, i));
}

/**
 * care_response_toggle_option:
 * @self: a response
 * @node: a choice
 * @option: one of its options
 *
 * What a tap on a choice means: a single choice is set, or cleared when it was
 * set; of several choices this one is ticked or unticked. Ticking an exclusive
 * one ("none of these") unticks the rest, and the other way round.
 */
void
care_response_toggle_option (CareResponse     *self,
                             CareNode         *node,
                             const CareOption *option)
{
  g_return_if_fail (CARE_IS_RESPONSE (self) && node != NULL && option != NULL);
  g_return_if_fail (may_answer (self, node));

  if (node->item->repeats)
    tick (self, node, option);
  else
    care_response_set_value (self, node, care_node_has_option (node, option) ? NULL : option->value);
}

/**
 * care_response_set_absent:
 * @self: a response
 * @node: a question
 * @reason: why there is no answer
 *
 * "I'm not sure" and "I'd rather tell staff". Takes the answers away.
 */
void
care_response_set_absent (CareResponse *self,
                          CareNode     *node,
                          CareAbsent    reason)
{
  CareChange change;

  g_return_if_fail (CARE_IS_RESPONSE (self) && node != NULL);
  g_return_if_fail (may_answer (self, node));

  if (node->absent == (guint) reason && (reason == CARE_ABSENT_NONE || care_node_get_n_answers (node) == 0))
    return;

  care_change_begin (&change, self);
  if (reason != CARE_ABSENT_NONE)
    while (care_node_get_n_answers (node) > 0)
      take_value (&change, node, node->n_slots - 1);
  node->absent = reason;
  finish (&change, node);
}
