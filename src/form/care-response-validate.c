/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include "form/care-answer-check.h"

/* What is wrong with a question or group as a whole. What is wrong with one answer is in care-answer-check.c. */

static CareProblem *
add (GPtrArray       *problems,
     CareNode        *node,
     CareProblemKind  kind,
     char            *param)
{
  CareProblem *problem = g_new0 (CareProblem, 1);

  problem->kind = kind;
  problem->node = care_node_ref (node);
  problem->link_id = g_strdup (node->item->link_id);
  problem->answer = -1;
  problem->param = param;
  g_ptr_array_add (problems, problem);

  return problem;
}

static gboolean
holds_answers (const CareNode *node)
{
  if (!node->enabled)
    return FALSE;
  if (node->absent != CARE_ABSENT_NONE)
    return TRUE;

  for (guint i = 0; i < node->n_slots; i++)
    {
      if (node->slots[i].value != NULL)
        return TRUE;
      for (guint k = 0; k < node->slots[i].n_children; k++)
        if (holds_answers (node->slots[i].children[k]))
          return TRUE;
    }

  return FALSE;
}

static guint
count_filled_instances (CareNode *node)
{
  guint index;
  guint first;
  guint count;
  guint filled = 0;
  CareAnswerSlot *slot = care_node_find_place (node, &index);

  if (slot == NULL || !care_answer_slot_find (slot, node->item->number, &first, &count))
    return 0;
  for (guint i = first; i < first + count; i++)
    filled += holds_answers (slot->children[i]) ? 1 : 0;

  return filled;
}

/* Said once, with the first instance. */
static void
check_group (CareResponse *self,
             CareNode     *node,
             GPtrArray    *problems)
{
  guint least = care_item_get_min_occurs (node->item);
  guint most = care_item_get_max_occurs (node->item);
  guint filled;

  if ((!node->item->required && least == 0 && most == 0) || care_node_get_instance (node) > 0)
    return;

  filled = count_filled_instances (node);
  if (node->item->required && filled == 0)
    add (problems, node, CARE_PROBLEM_REQUIRED, NULL);
  else if (filled < least && (filled > 0 || least > 1))
    add (problems, node, CARE_PROBLEM_TOO_FEW, g_strdup_printf ("%u", least));
  if (most > 0 && filled > most)
    add (problems, node, CARE_PROBLEM_TOO_MANY, g_strdup_printf ("%u", most));
}

static void
check_count (CareNode  *node,
             GPtrArray *problems)
{
  guint n = care_node_get_n_answers (node);
  guint least = care_item_get_min_occurs (node->item);
  guint most = node->item->repeats ? care_item_get_max_occurs (node->item) : 1;

  if (n == 0 && node->item->required)
    add (problems, node, CARE_PROBLEM_REQUIRED, NULL);
  else if (n < least)
    add (problems, node, CARE_PROBLEM_TOO_FEW, g_strdup_printf ("%u", least));
  if (most > 0 && n > most)
    add (problems, node, CARE_PROBLEM_TOO_MANY, g_strdup_printf ("%u", most));
}

/* "None of these" beside something, and the same choice twice. */
static void
check_together (CareNode  *node,
                GPtrArray *problems)
{
  guint n = care_node_get_n_answers (node);

  if (n < 2 || (node->item->type != CARE_ITEM_CHOICE && node->item->type != CARE_ITEM_OPEN_CHOICE))
    return;

  for (guint i = 0; i < n; i++)
    {
      const CareOption *option = care_item_find_option (node->item, node->slots[i].value);

      if (option != NULL && option->exclusive)
        {
          add (problems, node, CARE_PROBLEM_EXCLUSIVE, g_strdup (care_option_get_display (option, NULL)))->answer = (int) i;
          break;
        }
    }

  /* A list long enough to make this slow is too long anyway. */
  for (guint i = 1; i < MIN (n, 200); i++)
    for (guint k = 0; k < i; k++)
      if (care_value_matches (node->slots[i].value, node->slots[k].value)
          && care_item_find_option (node->item, node->slots[i].value) == care_item_find_option (node->item, node->slots[k].value))
        {
          add (problems, node, CARE_PROBLEM_DUPLICATE, NULL)->answer = (int) i;
          break;
        }
}

static void
check_question (CareResponse *self,
                CareNode     *node,
                GPtrArray    *problems)
{
  if (node->absent != CARE_ABSENT_NONE)
    return;

  check_count (node, problems);
  for (guint i = 0; i < care_node_get_n_answers (node); i++)
    {
      CareProblemKind kind;
      char *param = NULL;

      if (!care_answer_check (node->item, node->slots[i].value, &kind, &param))
        add (problems, node, kind, param)->answer = (int) i;
    }
  check_together (node, problems);
}

static void
check_node (CareResponse *self,
            CareNode     *node,
            GPtrArray    *problems)
{
  if (node->item->type == CARE_ITEM_GROUP)
    check_group (self, node, problems);
  else if (care_item_is_question (node->item))
    check_question (self, node, problems);

  if (node->item->signature && care_response_get_signature (self, node) == NULL
      && !(node->item->type == CARE_ITEM_ATTACHMENT && care_node_get_n_answers (node) > 0))
    add (problems, node, CARE_PROBLEM_SIGNATURE, NULL);
}

/* An empty instance of a repeating group that nobody asked for is not there, and what stands under an answer that was
 * not given is not asked. */
static gboolean
is_idle (CareNode *node,
         gboolean  unasked)
{
  if (unasked)
    return !holds_answers (node);

  return node->item->type == CARE_ITEM_GROUP && node->item->repeats && !holds_answers (node)
         && (!node->item->required || care_node_get_instance (node) > 0);
}

static void
check_below (CareResponse *self,
             CareNode     *node,
             gboolean      unasked,
             GPtrArray    *problems)
{
  if (!node->enabled)
    return;

  if (node->item != NULL)
    {
      if (is_idle (node, unasked))
        {
          if (!unasked && care_item_get_min_occurs (node->item) > 1)
            check_group (self, node, problems);
          return;
        }
      check_node (self, node, problems);
    }

  for (guint i = 0; i < node->n_slots; i++)
    {
      gboolean empty = node->item != NULL && care_item_is_question (node->item) && node->slots[i].value == NULL;

      for (guint k = 0; k < node->slots[i].n_children; k++)
        check_below (self, node->slots[i].children[k], empty, problems);
    }
}

/**
 * care_response_validate:
 * @self: a response
 *
 * Checks everything that is enabled. A question answered with "not sure" or
 * "rather tell staff" counts as answered.
 *
 * Returns: (transfer full) (element-type CareProblem): what is wrong, in the
 *   form's order; empty if nothing is
 */
GPtrArray *
care_response_validate (CareResponse *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) care_problem_free);

  g_return_val_if_fail (CARE_IS_RESPONSE (self), problems);

  check_below (self, self->root, FALSE, problems);

  return problems;
}

/**
 * care_response_validate_node:
 * @self: a response
 * @node: a question or group
 *
 * Checks one node alone; nothing is wrong with a node that is not enabled.
 *
 * Returns: (transfer full) (element-type CareProblem): what is wrong
 */
GPtrArray *
care_response_validate_node (CareResponse *self,
                             CareNode     *node)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) care_problem_free);

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && node != NULL, problems);

  if (node->item != NULL && care_node_is_enabled (node))
    check_node (self, node, problems);

  return problems;
}
