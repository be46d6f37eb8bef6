/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-node.h"

#include <string.h>

#include "form/care-node-private.h"

G_DEFINE_BOXED_TYPE (CareNode, care_node, care_node_ref, care_node_unref)

CareNode *
care_node_ref (CareNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->refs);

  return self;
}

void
care_node_unref (CareNode *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->refs))
    return;

  care_node_detach (self);
  g_free (self);
}

const CareItem *
care_node_get_item (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->item;
}

const char *
care_node_get_link_id (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->item != NULL ? self->item->link_id : NULL;
}

gboolean
care_node_is_attached (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->response != NULL;
}

CareNode *
care_node_get_parent (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parent;
}

guint
care_node_get_parent_answer (const CareNode *self)
{
  guint index;
  CareAnswerSlot *slot;

  g_return_val_if_fail (self != NULL, 0);

  if (self->parent == NULL || self->parent->n_slots < 2)
    return 0;
  slot = care_node_find_place (self, &index);

  return slot != NULL ? (guint) (slot - self->parent->slots) : 0;
}

static guint
count_instances (const CareNode *self,
                 guint          *place)
{
  guint index;
  guint first;
  guint count = 1;
  CareAnswerSlot *slot = care_node_find_place (self, &index);

  *place = 0;
  if (slot != NULL && care_answer_slot_find (slot, self->item->number, &first, &count))
    *place = index - first;

  return count;
}

guint
care_node_get_instance (const CareNode *self)
{
  guint place;

  g_return_val_if_fail (self != NULL, 0);

  count_instances (self, &place);

  return place;
}

guint
care_node_get_n_instances (const CareNode *self)
{
  guint place;

  g_return_val_if_fail (self != NULL, 0);

  return count_instances (self, &place);
}

/**
 * care_node_is_enabled:
 * @self: a node
 *
 * Returns: %TRUE if its own conditions and those of everything above it hold
 */
gboolean
care_node_is_enabled (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->response == NULL)
    return FALSE;
  for (const CareNode *node = self; node != NULL; node = node->parent)
    if (!node->enabled)
      return FALSE;

  return TRUE;
}

guint
care_node_get_n_answers (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_slots == 1 && self->slots[0].value == NULL ? 0 : self->n_slots;
}

CareValue *
care_node_get_answer (const CareNode *self,
                      guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->n_slots, NULL);

  return self->slots[index].value;
}

CareValue *
care_node_get_value (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_slots > 0 ? self->slots[0].value : NULL;
}

gboolean
care_node_has_value (const CareNode *self,
                     CareValue      *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].value != NULL && care_value_matches (self->slots[i].value, value))
      return TRUE;

  return FALSE;
}

/* Not one with the same code and other words. */
gboolean
care_node_has_option (const CareNode   *self,
                      const CareOption *option)
{
  g_return_val_if_fail (self != NULL && option != NULL, FALSE);

  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].value != NULL && care_value_matches (self->slots[i].value, option->value)
        && care_item_find_option (self->item, self->slots[i].value) == option)
      return TRUE;

  return FALSE;
}

gboolean
care_node_has_code (const CareNode *self,
                    const char     *system,
                    const char     *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].value != NULL && care_value_is_code (self->slots[i].value, system, code))
      return TRUE;

  return FALSE;
}

CareAbsent
care_node_get_absent (const CareNode *self)
{
  g_return_val_if_fail (self != NULL, CARE_ABSENT_NONE);

  return self->absent;
}

/**
 * care_node_get_state:
 * @self: a node
 *
 * Yes, no, not sure, rather tell staff and not asked are five answers. The
 * answer codes are looked up in CARE_ANSWER_SYSTEM; of several answers
 * `tell-staff` and `unsure` say more than the rest.
 *
 * Returns: what is known about this question
 */
CareAnswerState
care_node_get_state (const CareNode *self)
{
  static const struct
  {
    const char      *code;
    CareAnswerState  state;
  } codes[] = {
    { "tell-staff", CARE_ANSWER_TELL_STAFF },
    { "unsure", CARE_ANSWER_NOT_SURE },
    { "yes", CARE_ANSWER_YES },
    { "no", CARE_ANSWER_NO },
    { "none", CARE_ANSWER_NO },
  };
  CareValue *value;

  g_return_val_if_fail (self != NULL, CARE_ANSWER_NOT_ASKED);

  if (!care_node_is_enabled (self))
    return CARE_ANSWER_NOT_ASKED;
  if (self->absent != CARE_ABSENT_NONE)
    return self->absent == CARE_ABSENT_NOT_SURE ? CARE_ANSWER_NOT_SURE : CARE_ANSWER_TELL_STAFF;

  value = care_node_get_value (self);
  if (value == NULL)
    return CARE_ANSWER_NOT_ASKED;
  if (care_value_get_value_type (value) == CARE_VALUE_BOOLEAN)
    return care_value_get_boolean (value) ? CARE_ANSWER_YES : CARE_ANSWER_NO;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (care_node_has_code (self, CARE_ANSWER_SYSTEM, codes[i].code))
      {
        /* "None of these" beside something ticked is not a no. */
        if (codes[i].state == CARE_ANSWER_NO && care_node_get_n_answers (self) > 1)
          return CARE_ANSWER_GIVEN;
        return codes[i].state;
      }

  return CARE_ANSWER_GIVEN;
}

guint
care_node_get_n_children (const CareNode *self,
                          guint           answer)
{
  g_return_val_if_fail (self != NULL, 0);

  return answer < self->n_slots ? self->slots[answer].n_children : 0;
}

CareNode *
care_node_get_child (const CareNode *self,
                     guint           answer,
                     guint           index)
{
  g_return_val_if_fail (index < care_node_get_n_children (self, answer), NULL);

  return self->slots[answer].children[index];
}

static void
append_path (const CareNode *self,
             GString        *path)
{
  guint answer;

  if (self->item == NULL)
    return;
  if (self->parent != NULL)
    append_path (self->parent, path);

  answer = care_node_get_parent_answer (self);
  if (answer > 0)
    g_string_append_printf (path, "(%u)", answer);
  g_string_append_printf (path, "/%s", self->item->link_id);
  if (care_node_get_n_instances (self) > 1)
    g_string_append_printf (path, "[%u]", care_node_get_instance (self));
}

/**
 * care_node_dup_path:
 * @self: a node
 *
 * Returns: (transfer full): "/allergies/reaction[1]", link ids from the root
 *   with the number of the instance where there are several
 */
char *
care_node_dup_path (const CareNode *self)
{
  GString *path;

  g_return_val_if_fail (self != NULL, NULL);

  path = g_string_new (NULL);
  append_path (self, path);
  if (path->len == 0)
    g_string_append_c (path, '/');

  return g_string_free (path, FALSE);
}
