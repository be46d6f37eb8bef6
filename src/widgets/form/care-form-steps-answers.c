/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-steps.h"

/* What the screens say of the answers: which is still open, whether there are any. */

/* A question that a person answers: neither read-only nor there to be looked at. */
static gboolean
is_asked (const CareItem *item)
{
  return care_item_is_question (item) && !care_item_is_read_only (item) &&
         care_item_get_usage_mode (item) != CARE_USAGE_DISPLAY &&
         care_item_get_usage_mode (item) != CARE_USAGE_DISPLAY_NON_EMPTY;
}

/* Whether @value is what the form proposes first, second … for the question. */
static gboolean
is_initial (const CareItem *item,
            CareValue      *value,
            guint           index)
{
  guint found = 0;

  if (care_item_get_n_initial (item) > 0)
    return index < care_item_get_n_initial (item) && care_value_matches (value, care_item_get_initial (item, index));

  for (guint i = 0; i < care_item_get_n_options (item); i++)
    {
      const CareOption *option = care_item_get_option (item, i);

      if (care_option_is_initial (option) && found++ == index)
        return care_item_find_option (item, value) == option;
    }

  return FALSE;
}

/* Still what the form proposes (initial, initialSelected): it stands there, but nobody has said so. */
static gboolean
is_proposed (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);
  guint n_answers = care_node_get_n_answers (node);

  for (guint i = 0; i < n_answers; i++)
    {
      if (!is_initial (item, care_node_get_answer (node, i), i))
        return FALSE;
    }

  return n_answers > 0;
}

/* What the program has filled in is nobody's answer. */
static gboolean
has_answer_below (CareResponse *response,
                  CareNode     *node)
{
  guint n_answers = is_asked (care_node_get_item (node)) ? care_node_get_n_answers (node) : 0;

  if ((n_answers > 0 && !is_proposed (node)) || care_node_get_absent (node) != CARE_ABSENT_NONE ||
      care_response_get_n_drafts (response, node) > 0)
    return TRUE;
  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    {
      if (has_answer_below (response, care_node_get_child (node, 0, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_open (CareNode *node)
{
  return is_asked (care_node_get_item (node)) &&
         (care_node_get_n_answers (node) == 0 || is_proposed (node)) && care_node_get_absent (node) == CARE_ABSENT_NONE;
}

/* A question without an answer, of those that are not in @seen. */
static gboolean
has_open_question (CareNode   *node,
                   GHashTable *seen)
{
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_form_node_is_shown (node))
    return FALSE;
  if (is_open (node) && (seen == NULL || !g_hash_table_contains (seen, node)))
    return TRUE;

  for (guint answer = 0; answer < n_answers; answer++)
    {
      for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
        {
          if (has_open_question (care_node_get_child (node, answer, i), seen))
            return TRUE;
        }
    }

  return FALSE;
}

static void
add_seen (CareNode   *node,
          GHashTable *seen)
{
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_form_node_is_shown (node))
    return;
  g_hash_table_add (seen, care_node_ref (node));
  for (guint answer = 0; answer < n_answers; answer++)
    {
      for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
        add_seen (care_node_get_child (node, answer, i), seen);
    }
}

/**
 * care_form_steps_add_seen:
 * @self: the steps
 * @step: a screen that was looked at
 * @seen: (element-type CareNode): gets references of everything that is shown on it now
 */
void
care_form_steps_add_seen (CareFormSteps *self,
                          CareFormStep  *step,
                          GHashTable    *seen)
{
  g_return_if_fail (CARE_IS_FORM_STEPS (self));
  g_return_if_fail (CARE_IS_FORM_STEP (step));

  for (guint i = 0; i < care_form_step_get_n_nodes (step); i++)
    add_seen (care_form_step_get_node (step, i), seen);
}

/**
 * care_form_steps_find_unanswered:
 * @self: the steps
 * @seen: (nullable) (element-type CareNode): questions that may stay without an answer: somebody saw them and went on
 *
 * A question that still has what the form proposes is open: whoever answers has to have seen it.
 *
 * Returns: the first screen with an open question, or %CARE_NO_STEP
 */
guint
care_form_steps_find_unanswered (CareFormSteps *self,
                                 GHashTable    *seen)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), CARE_NO_STEP);

  for (guint i = 0; i < care_form_steps_get_n (self); i++)
    {
      CareFormStep *step = care_form_steps_get (self, i);

      for (guint k = 0; k < care_form_step_get_n_nodes (step); k++)
        {
          if (has_open_question (care_form_step_get_node (step, k), seen))
            return i;
        }
    }

  return CARE_NO_STEP;
}

/**
 * care_form_steps_has_answers:
 * @self: the steps
 *
 * Returns: whether anything was answered, or begun; what the form itself proposes is no answer
 */
gboolean
care_form_steps_has_answers (CareFormSteps *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), FALSE);

  for (guint i = 0; i < care_form_steps_get_n (self); i++)
    {
      CareFormStep *step = care_form_steps_get (self, i);

      for (guint k = 0; k < care_form_step_get_n_nodes (step); k++)
        {
          if (has_answer_below (care_form_steps_get_response (self), care_form_step_get_node (step, k)))
            return TRUE;
        }
    }

  return FALSE;
}
