/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-outline.h"
#include "widgets/form/care-form-view-private.h"
#include "widgets/form/care-value-words.h"

/**
 * care_form_view_check:
 * @self: a view
 *
 * Returns: whether nothing on the screen is wrong; else it is said there and has the focus
 */
gboolean
care_form_view_check (CareFormView *self)
{
  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), FALSE);

  return care_form_pages_check (self->pages);
}

static CareNode *
find_first_question (CareNode *group)
{
  for (guint i = 0; i < care_node_get_n_children (group, 0); i++)
    {
      CareNode *child = care_node_get_child (group, 0, i);
      const CareItem *item = care_node_get_item (child);
      CareNode *found = child;

      if (!care_form_node_is_shown (child))
        continue;
      if (care_item_get_item_type (item) == CARE_ITEM_GROUP)
        found = find_first_question (child);
      else if (!care_item_is_question (item) || care_item_is_read_only (item) || care_item_is_for_staff (item))
        found = NULL;
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A group has no place of its own for words: its first question says what it lacks. */
static gboolean
say_of_group (CareFormView      *self,
              const CareProblem *problem)
{
  const CareItem *item = care_node_get_item (problem->node);
  CareNode *question = care_item_get_item_type (item) == CARE_ITEM_GROUP ? find_first_question (problem->node) : NULL;
  g_autofree char *words = NULL;

  if (question == NULL)
    return FALSE;
  words = care_problem_dup_words (problem, item, self->context);

  return care_form_view_say (self, question, words);
}

/**
 * care_form_view_check_all:
 * @self: a view
 *
 * Returns: whether nothing in the form is wrong; else the first screen with something wrong is shown
 */
gboolean
care_form_view_check_all (CareFormView *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), FALSE);

  if (!care_form_view_check (self))
    return FALSE;

  problems = care_response_validate (care_form_steps_get_response (self->steps));
  for (guint i = 0; i < problems->len; i++)
    {
      CareProblem *problem = g_ptr_array_index (problems, i);

      if (problem->node == NULL || !care_problem_holds_up (problem))
        continue;
      if (care_form_view_show_node (self, problem->node) && !care_form_view_check (self))
        return FALSE;
      if (say_of_group (self, problem))
        return FALSE;
    }

  return TRUE;
}

/**
 * care_form_view_next:
 * @self: a view
 *
 * Returns: whether it went one screen on
 */
gboolean
care_form_view_next (CareFormView *self)
{
  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), FALSE);

  if (!care_form_view_check (self))
    return FALSE;

  if (!self->whole && self->index + 1 < care_form_steps_get_n (self->steps))
    {
      care_form_view_set_step (self, self->index + 1);
      if (self->navigation)
        care_form_view_focus_first (self);
      return TRUE;
    }
  if (care_form_view_check_all (self))
    _care_form_view_finish (self);

  return FALSE;
}

/**
 * care_form_view_back:
 * @self: a view
 *
 * Returns: whether it went one screen back
 */
gboolean
care_form_view_back (CareFormView *self)
{
  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), FALSE);

  if (self->whole || self->index == 0)
    return FALSE;

  care_form_view_set_step (self, self->index - 1);

  return TRUE;
}

/**
 * care_form_view_show_node:
 * @self: a view
 * @node: a question
 *
 * Returns: whether it stands on a screen, which is shown now
 */
gboolean
care_form_view_show_node (CareFormView *self,
                          CareNode     *node)
{
  guint step;

  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  step = care_form_steps_find_node (self->steps, node);
  if (step == CARE_NO_STEP)
    return FALSE;

  care_form_view_set_step (self, step);
  care_form_pages_focus_node (self->pages, node);

  return TRUE;
}

/**
 * care_form_view_say:
 * @self: a view
 * @node: a question
 * @words: what is wrong with its answer, as whoever owns the form knows it
 *
 * Returns: whether it stands on a screen, which is shown now, with the words beside it and the focus in it
 */
gboolean
care_form_view_say (CareFormView *self,
                    CareNode     *node,
                    const char   *words)
{
  g_return_val_if_fail (words != NULL, FALSE);

  return care_form_view_show_node (self, node) && care_form_pages_say (self->pages, node, words);
}

/**
 * care_form_view_focus_first:
 * @self: a view
 *
 * Puts the focus on the first question of the screen.
 */
void
care_form_view_focus_first (CareFormView *self)
{
  g_return_if_fail (CARE_IS_FORM_VIEW (self));

  care_form_pages_focus_first (self->pages);
}
