/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

/*
 * Which questions are open (Questionnaire.item.enableWhen, R4).
 *
 * Each node keeps whether its own conditions hold; it is enabled if that is so
 * for everything above it, too. A change queues the nodes that ask about what
 * changed, and the queue is worked out in the order of the items' ranks, so
 * that each node is looked at once, after everything it leans on.
 */

/* Among children of one item in @slot, the one nearest to a place that lies behind or before them. */
static CareNode *
descend (CareAnswerSlot *slot,
         guint32   number,
         gboolean  last)
{
  CareNode *node = NULL;
  guint first;
  guint count;

  while (slot != NULL && care_answer_slot_find (slot, number, &first, &count))
    {
      node = slot->children[last ? first + count - 1 : first];
      if (node->item->number == number)
        return node;
      slot = node->n_slots > 0 ? &node->slots[last ? node->n_slots - 1 : 0] : NULL;
    }

  return NULL;
}

/**
 * find_source:
 * @node: the node that asks
 * @condition: what it asks
 * @answer: (out): the only answer that counts, or -1 for all
 *
 * "If multiple question occurrences are present for the same question, then
 * this refers to the nearest question occurrence reachable by tracing first the
 * 'ancestor' axis and then the 'preceding' axis and then the 'following' axis."
 * (R4, enableWhen.question). A question under one answer of the question that it
 * asks about means that answer.
 */
static CareNode *
find_source (CareNode            *node,
             const CareCondition *condition,
             int                 *answer)
{
  CareNode *branch = node;
  CareNode *common = node->parent;
  guint index;
  CareAnswerSlot *slot;

  *answer = -1;
  if (condition->source == node->item->number)
    return node;

  while (common != NULL && common->item != NULL && common->item->number != condition->common)
    {
      branch = common;
      common = common->parent;
    }
  if (common == NULL)
    return NULL;

  if (care_item_contains (branch->item, condition->source))
    return descend (branch->n_slots > 0 ? &branch->slots[0] : NULL, condition->source, FALSE);

  slot = care_node_find_place (branch, &index);
  if (common->item != NULL && common->item->number == condition->source)
    {
      if (common->n_slots > 1 && slot != NULL)
        *answer = (int) (slot - common->slots);
      return common;
    }

  return descend (slot, condition->source, condition->source < node->item->number);
}

/* Forms made from older ones ask for a coding by its text. */
static gboolean
matches (const CareValue *answer,
         const CareValue *wanted)
{
  if (care_value_get_value_type (wanted) == CARE_VALUE_STRING
      && care_value_get_value_type (answer) == CARE_VALUE_CODING)
    return g_strcmp0 (care_value_get_code (answer), care_value_get_text (wanted)) == 0
           || g_strcmp0 (care_value_get_display (answer), care_value_get_text (wanted)) == 0;

  return care_value_matches (answer, wanted);
}

static gboolean
answer_holds (const CareCondition *condition,
              const CareValue     *answer)
{
  CareOrder order;

  if (condition->op == CARE_OPERATOR_EQUAL || condition->op == CARE_OPERATOR_NOT_EQUAL)
    return matches (answer, condition->value);

  order = care_value_compare (answer, condition->value);
  switch (condition->op)
    {
    case CARE_OPERATOR_GREATER:
      return order == CARE_ORDER_GREATER;
    case CARE_OPERATOR_LESS:
      return order == CARE_ORDER_LESS;
    case CARE_OPERATOR_GREATER_EQUAL:
      return order == CARE_ORDER_GREATER || order == CARE_ORDER_EQUAL;
    case CARE_OPERATOR_LESS_EQUAL:
    default:
      return order == CARE_ORDER_LESS || order == CARE_ORDER_EQUAL;
    }
}

/* The table of R4, "questionnaire-enable-operator": exists compares whether there is an answer; != holds if no answer
 * is equal, so also without any; all others hold if at least one answer does. */
static gboolean
condition_holds (CareNode            *node,
                 const CareCondition *condition)
{
  int only;
  CareNode *source = find_source (node, condition, &only);
  gboolean heard = source != NULL && (condition->in_loop || care_node_is_enabled (source));
  gboolean any = FALSE;
  gboolean exists = FALSE;

  for (guint i = 0; heard && i < source->n_slots; i++)
    {
      const CareValue *answer = source->slots[i].value;

      if (answer == NULL || (only >= 0 && i != (guint) only))
        continue;
      exists = TRUE;
      if (condition->op == CARE_OPERATOR_EXISTS)
        break;
      any = any || answer_holds (condition, answer);
    }

  if (condition->op == CARE_OPERATOR_EXISTS)
    return exists == condition->exists;
  if (condition->op == CARE_OPERATOR_NOT_EQUAL)
    return !any;

  return any;
}

static gboolean
conditions_hold (CareNode *node)
{
  const CareItem *item = node->item;

  for (guint i = 0; i < item->n_conditions; i++)
    if (condition_holds (node, &item->conditions[i]) == item->any)
      return item->any;

  return !item->any || item->n_conditions == 0;
}

static guint32
rank_at (GPtrArray *heap,
         guint      index)
{
  return ((CareNode *) g_ptr_array_index (heap, index))->item->rank;
}

static void
swap_at (GPtrArray *heap,
         guint      a,
         guint      b)
{
  gpointer node = heap->pdata[a];

  heap->pdata[a] = heap->pdata[b];
  heap->pdata[b] = node;
}

static void
push (CareResponse *self,
      CareNode     *node)
{
  GPtrArray *heap = self->queue;
  guint at;

  if (node->queued || node->item->n_conditions == 0)
    return;

  node->queued = TRUE;
  g_ptr_array_add (heap, node);
  for (at = heap->len - 1; at > 0 && rank_at (heap, (at - 1) / 2) > rank_at (heap, at); at = (at - 1) / 2)
    swap_at (heap, at, (at - 1) / 2);
}

static CareNode *
pop (CareResponse *self)
{
  GPtrArray *heap = self->queue;
  CareNode *node;
  guint at = 0;

  if (heap->len == 0)
    return NULL;

  node = g_ptr_array_index (heap, 0);
  heap->pdata[0] = heap->pdata[heap->len - 1];
  g_ptr_array_set_size (heap, (int) heap->len - 1);
  while (2 * at + 1 < heap->len)
    {
      guint child = 2 * at + 1;

      if (child + 1 < heap->len && rank_at (heap, child + 1) < rank_at (heap, child))
        child++;
      if (rank_at (heap, at) <= rank_at (heap, child))
        break;
      swap_at (heap, at, child);
      at = child;
    }
  node->queued = FALSE;

  return node;
}

/* Queues all nodes of item @number at or below @node. */
static void
push_item_below (CareResponse *self,
                 CareNode     *node,
                 guint32       number)
{
  if (node->item != NULL && node->item->number == number)
    {
      push (self, node);
      return;
    }

  for (guint i = 0; i < node->n_slots; i++)
    {
      guint first;
      guint count;

      if (!care_answer_slot_find (&node->slots[i], number, &first, &count))
        continue;
      for (guint k = first; k < first + count; k++)
        push_item_below (self, node->slots[i].children[k], number);
    }
}

/* Queues the nodes of @dependant that may ask about nodes of @source at or below @node. */
static void
push_dependant (CareResponse   *self,
                CareNode       *node,
                const CareItem *source,
                guint32         dependant)
{
  const CareItem *asking = &source->items[dependant];

  for (guint i = 0; i < asking->n_conditions; i++)
    {
      CareNode *scope = node;

      if (asking->conditions[i].source != source->number)
        continue;
      while (scope->parent != NULL && scope->item->number != asking->conditions[i].common)
        scope = scope->parent;
      /* The common item lies below @node: everything that asks does, too. */
      if (scope->parent == NULL && asking->conditions[i].common != CARE_ITEM_NUMBER_NONE)
        scope = node;
      push_item_below (self, scope, dependant);
      return;
    }
}

/* What asks about @source itself. */
void
care_response_queue_asking (CareResponse *self,
                            CareNode     *source)
{
  if (self->quiet > 0)
    return;

  for (guint i = 0; i < source->item->n_dependants; i++)
    push_dependant (self, source, source->item, source->item->dependants[i]);
}

/* What asks about @item or anything below it; @anchor is a node of it, or the one above where it has gone. */
void
care_response_queue_asking_below (CareResponse   *self,
                                  CareNode       *anchor,
                                  const CareItem *item)
{
  CareQuestionnaire *form = self->form;
  guint low = 0;
  guint high = form->n_sources;

  if (self->quiet > 0)
    return;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (form->sources[middle] < item->number)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < form->n_sources && form->sources[low] < item->end; low++)
    {
      const CareItem *source = &form->items[form->sources[low]];

      for (guint i = 0; i < source->n_dependants; i++)
        push_dependant (self, anchor, source, source->dependants[i]);
    }
}

/* All at or below @node that has conditions. */
void
care_response_queue_below (CareResponse *self,
                           CareNode     *node)
{
  if (self->quiet > 0)
    return;

  if (node->item != NULL)
    push (self, node);
  for (guint i = 0; i < node->n_slots; i++)
    for (guint k = 0; k < node->slots[i].n_children; k++)
      care_response_queue_below (self, node->slots[i].children[k]);
}

void
care_response_settle (CareResponse *self,
                      GPtrArray    *changed)
{
  CareNode *node;

  while ((node = pop (self)) != NULL)
    {
      gboolean enabled = conditions_hold (node);

      if (enabled == node->enabled)
        continue;

      node->enabled = enabled;
      if (changed != NULL)
        g_ptr_array_add (changed, care_node_ref (node));
      care_response_queue_asking_below (self, node, node->item);
    }
}
