/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-view-private.h"

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

      if (problem->node == NULL || !care_form_view_show_node (self, problem->node))
        continue;
      if (!care_form_view_check (self))
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
