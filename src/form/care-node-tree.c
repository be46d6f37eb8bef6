/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-node-private.h"

#include <string.h>

/* How a tree of nodes is made, copied and changed; what it means is for others. */

static void
fill_slot (CareNode          *self,
           CareAnswerSlot          *slot,
           CareQuestionnaire *form)
{
  guint n_items = self->item != NULL ? self->item->n_children : care_questionnaire_get_n_roots (form);
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    n += (self->item != NULL ? self->item->children[i] : care_questionnaire_get_root (form, i))->n_first;

  slot->children = g_new (CareNode *, n);
  for (guint i = 0; i < n_items; i++)
    {
      const CareItem *item = self->item != NULL ? self->item->children[i] : care_questionnaire_get_root (form, i);

      for (guint k = item->n_first; k > 0; k--)
        slot->children[slot->n_children++] = care_node_new (self->response, form, item, self);
    }
}

CareNode *
care_node_new (gpointer           response,
               CareQuestionnaire *form,
               const CareItem    *item,
               CareNode          *parent)
{
  CareNode *self = g_new0 (CareNode, 1);

  g_ref_count_init (&self->refs);
  self->response = response;
  self->item = item;
  self->parent = parent;
  self->enabled = TRUE;

  /* A question without children needs no slot until it is answered. */
  if (item == NULL || item->type == CARE_ITEM_GROUP || item->n_children > 0)
    {
      self->slots = g_new0 (CareAnswerSlot, 1);
      self->n_slots = 1;
      fill_slot (self, &self->slots[0], form);
    }

  return self;
}

CareNode *
care_node_clone (const CareNode *self,
                 gpointer        response,
                 CareNode       *parent)
{
  CareNode *copy = g_new0 (CareNode, 1);

  g_ref_count_init (&copy->refs);
  copy->response = response;
  copy->item = self->item;
  copy->parent = parent;
  copy->enabled = self->enabled;
  copy->absent = self->absent;
  copy->n_slots = self->n_slots;
  copy->slots = self->n_slots > 0 ? g_new0 (CareAnswerSlot, self->n_slots) : NULL;

  for (guint i = 0; i < self->n_slots; i++)
    {
      const CareAnswerSlot *from = &self->slots[i];
      CareAnswerSlot *to = &copy->slots[i];

      to->value = from->value != NULL ? care_value_ref (from->value) : NULL;
      to->n_children = from->n_children;
      to->children = g_new (CareNode *, from->n_children);
      for (guint k = 0; k < from->n_children; k++)
        to->children[k] = care_node_clone (from->children[k], response, copy);
    }

  return copy;
}

guint
care_node_count (const CareNode *self)
{
  guint n = 1;

  for (guint i = 0; i < self->n_slots; i++)
    for (guint k = 0; k < self->slots[i].n_children; k++)
      n += care_node_count (self->slots[i].children[k]);

  return n;
}

static void
clear_slot (CareAnswerSlot *slot)
{
  g_clear_pointer (&slot->value, care_value_unref);
  for (guint i = 0; i < slot->n_children; i++)
    {
      care_node_detach (slot->children[i]);
      care_node_unref (slot->children[i]);
    }
  g_clear_pointer (&slot->children, g_free);
  slot->n_children = 0;
}

/* Takes a node and all below it out of its response. Those who still hold one see that it is gone. */
void
care_node_detach (CareNode *self)
{
  self->response = NULL;
  self->parent = NULL;
  for (guint i = 0; i < self->n_slots; i++)
    clear_slot (&self->slots[i]);
  g_clear_pointer (&self->slots, g_free);
  self->n_slots = 0;
}

/* Index behind the last child whose item is @number or before it. */
static guint
find_behind (const CareAnswerSlot *slot,
             guint32         number)
{
  guint low = 0;
  guint high = slot->n_children;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (slot->children[middle]->item->number <= number)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gboolean
care_answer_slot_find (const CareAnswerSlot *slot,
                guint32         number,
                guint          *first,
                guint          *count)
{
  guint behind = find_behind (slot, number);
  const CareItem *item;

  if (behind == 0)
    return FALSE;

  item = slot->children[behind - 1]->item;
  if (number >= item->end)
    return FALSE;

  *first = behind - 1;
  while (*first > 0 && slot->children[*first - 1]->item == item)
    (*first)--;
  *count = behind - *first;

  return TRUE;
}

void
care_answer_slot_insert (CareAnswerSlot *slot,
                  guint     index,
                  CareNode *child)
{
  g_assert (index <= slot->n_children);

  slot->children = g_renew (CareNode *, slot->children, slot->n_children + 1);
  memmove (slot->children + index + 1, slot->children + index, sizeof (CareNode *) * (slot->n_children - index));
  slot->children[index] = child;
  slot->n_children++;
}

CareNode *
care_answer_slot_remove (CareAnswerSlot *slot,
                  guint     index)
{
  CareNode *child = slot->children[index];

  slot->n_children--;
  memmove (slot->children + index, slot->children + index + 1, sizeof (CareNode *) * (slot->n_children - index));

  return child;
}

CareAnswerSlot *
care_node_insert_slot (CareNode          *self,
                       CareQuestionnaire *form,
                       guint              index,
                       CareValue         *value)
{
  CareAnswerSlot *slot;

  g_assert (index <= self->n_slots);

  self->slots = g_renew (CareAnswerSlot, self->slots, self->n_slots + 1);
  memmove (self->slots + index + 1, self->slots + index, sizeof (CareAnswerSlot) * (self->n_slots - index));
  self->n_slots++;

  slot = &self->slots[index];
  *slot = (CareAnswerSlot) { care_value_ref (value), NULL, 0 };
  if (self->item->n_children > 0)
    fill_slot (self, slot, form);

  return slot;
}

void
care_node_remove_slot (CareNode  *self,
                       guint      index,
                       GPtrArray *removed)
{
  CareAnswerSlot *slot = &self->slots[index];

  for (guint i = 0; i < slot->n_children; i++)
    g_ptr_array_add (removed, care_node_ref (slot->children[i]));
  clear_slot (slot);

  self->n_slots--;
  memmove (slot, slot + 1, sizeof (CareAnswerSlot) * (self->n_slots - index));
  if (self->n_slots == 0)
    g_clear_pointer (&self->slots, g_free);
}

CareAnswerSlot *
care_node_find_place (const CareNode *self,
                      guint          *index)
{
  CareNode *parent = self->parent;

  if (parent == NULL)
    return NULL;

  for (guint i = 0; i < parent->n_slots; i++)
    {
      guint first;
      guint count;

      if (!care_answer_slot_find (&parent->slots[i], self->item->number, &first, &count))
        continue;
      for (guint k = first; k < first + count; k++)
        if (parent->slots[i].children[k] == self)
          {
            *index = k;
            return &parent->slots[i];
          }
    }

  return NULL;
}
