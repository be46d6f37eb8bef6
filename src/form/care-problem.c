/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-problem.h"

#include <string.h>

#include "form/care-item-private.h"

G_DEFINE_BOXED_TYPE (CareProblem, care_problem, care_problem_copy, care_problem_free)

/* Names for data, and English for the command line; %s is the problem's param. */
static const struct
{
  const char *name;
  const char *plain;
  const char *with_param;
} kinds[] = {
  [CARE_PROBLEM_REQUIRED] = { "required", "must be answered", NULL },
  [CARE_PROBLEM_TYPE] = { "type", "the answer is of the wrong type", "the answer must be of type %s" },
  [CARE_PROBLEM_TOO_SHORT] = { "too-short", "is too short", "must have %s characters or more" },
  [CARE_PROBLEM_TOO_LONG] = { "too-long", "is too long", "must have %s characters or fewer" },
  [CARE_PROBLEM_TOO_SMALL] = { "too-small", "is too small", "must be %s or more" },
  [CARE_PROBLEM_TOO_LARGE] = { "too-large", "is too large", "must be %s or less" },
  [CARE_PROBLEM_NO_COMPARE] = { "no-compare", "cannot be compared with the limit", "cannot be compared with the limit %s" },
  [CARE_PROBLEM_PATTERN] = { "pattern", "is not written as it must be", "must be written like %s" },
  [CARE_PROBLEM_DECIMALS] = { "decimals", "has too many decimals", "must have %s decimals or fewer" },
  [CARE_PROBLEM_TOO_FEW] = { "too-few", "has too few answers", "must have %s answers or more" },
  [CARE_PROBLEM_TOO_MANY] = { "too-many", "has too many answers", "must have %s answers or fewer" },
  [CARE_PROBLEM_NOT_AN_OPTION] = { "not-an-option", "is none of the choices", NULL },
  [CARE_PROBLEM_EXCLUSIVE] = { "exclusive", "a choice that stands alone is ticked beside others",
                               "'%s' is ticked beside other choices" },
  [CARE_PROBLEM_DUPLICATE] = { "duplicate", "the same answer is there twice", NULL },
  [CARE_PROBLEM_UNIT] = { "unit", "is not in a unit of the form", "must be in %s" },
  [CARE_PROBLEM_SIGNATURE] = { "signature", "must be signed", NULL },
  [CARE_PROBLEM_REFERENCE] = { "reference", "refers to what it must not", "must refer to %s" },
  [CARE_PROBLEM_ATTACHMENT] = { "attachment", "is not a file that is allowed", "must be %s" },
  [CARE_PROBLEM_LINE_BREAK] = { "line-break", "must be on one line", NULL },
  [CARE_PROBLEM_EMPTY] = { "empty", "is empty", NULL },
  [CARE_PROBLEM_UNKNOWN_ITEM] = { "unknown-item", "is not in the form at this place", NULL },
  [CARE_PROBLEM_NOT_ENABLED] = { "not-enabled", "is answered although it is not enabled", NULL },
  [CARE_PROBLEM_ORDER] = { "order", "is not in the form's order", NULL },
  [CARE_PROBLEM_ANSWER_TO_DISPLAY] = { "answer-to-display", "can have no answer", NULL },
  [CARE_PROBLEM_STRUCTURE] = { "structure", "is not as it must be", "%s" },
  [CARE_PROBLEM_CHANGED] = { "changed", "the question has changed since it was answered; ask again", NULL },
};

CareProblem *
care_problem_copy (const CareProblem *self)
{
  CareProblem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (CareProblem, 1);
  *copy = (CareProblem) {
    .kind = self->kind,
    .node = self->node != NULL ? care_node_ref (self->node) : NULL,
    .link_id = g_strdup (self->link_id),
    .answer = self->answer,
    .param = g_strdup (self->param),
    .path = g_strdup (self->path),
  };

  return copy;
}

void
care_problem_free (CareProblem *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->node, care_node_unref);
  g_free (self->link_id);
  g_free (self->param);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_out_of_reach (const CareItem *item)
{
  CareUsageMode mode = care_item_get_usage_mode (item);

  return care_item_is_hidden (item) || mode == CARE_USAGE_DISPLAY || mode == CARE_USAGE_DISPLAY_NON_EMPTY;
}

/* Whether whoever fills in the form can answer it: the question itself, or one in the group. */
static gboolean
can_be_answered (const CareItem *item)
{
  if (is_out_of_reach (item))
    return FALSE;
  if (care_item_get_item_type (item) != CARE_ITEM_GROUP)
    return care_item_is_question (item) && !care_item_is_read_only (item);

  for (guint i = 0; i < care_item_get_n_children (item); i++)
    {
      const CareItem *child = care_item_get_child (item, i);

      if (can_be_answered (child) && !care_item_is_for_staff (child))
        return TRUE;
    }

  return FALSE;
}

/* Bounds that contradict each other. */
static gboolean
is_impossible (const CareProblem *self)
{
  const CareItemMore *more = care_node_get_item (self->node)->more;

  switch (self->kind)
    {
    case CARE_PROBLEM_TOO_SMALL:
    case CARE_PROBLEM_TOO_LARGE:
    case CARE_PROBLEM_NO_COMPARE:
      return more != NULL && more->no_value;
    case CARE_PROBLEM_TOO_SHORT:
    case CARE_PROBLEM_TOO_LONG:
      return more != NULL && more->no_length;
    case CARE_PROBLEM_TOO_FEW:
    case CARE_PROBLEM_TOO_MANY:
      return more != NULL && more->no_count;
    default:
      return FALSE;
    }
}

/**
 * care_problem_holds_up:
 * @self: a problem
 *
 * Nobody is held up by what cannot be mended where the form is filled in: an item that is hidden, read only or for
 * display; a required file, reference or choice without its answers, which staff see to; a signature under anything
 * but a yes or an answer that needs one; bounds that contradict each other.
 *
 * Returns: whether the answers are not complete because of it
 */
gboolean
care_problem_holds_up (const CareProblem *self)
{
  gboolean lacking;

  g_return_val_if_fail (self != NULL, TRUE);

  if (self->node == NULL)
    return TRUE;

  for (CareNode *node = care_node_get_parent (self->node); node != NULL && care_node_get_item (node) != NULL;
       node = care_node_get_parent (node))
    if (is_out_of_reach (care_node_get_item (node)))
      return FALSE;
  if (!can_be_answered (care_node_get_item (self->node)) || is_impossible (self))
    return FALSE;

  lacking = self->kind == CARE_PROBLEM_REQUIRED || self->kind == CARE_PROBLEM_TOO_FEW;
  if (self->kind == CARE_PROBLEM_SIGNATURE)
    {
      CareAnswerState state = care_node_get_state (self->node);

      return state == CARE_ANSWER_YES || state == CARE_ANSWER_GIVEN;
    }

  return !lacking || !care_item_is_for_staff (care_node_get_item (self->node));
}

/**
 * care_problem_kind_to_string:
 * @kind: a kind
 *
 * Returns: its name in data, "too-small"
 */
const char *
care_problem_kind_to_string (CareProblemKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].name;
}

static char *
fill (const char *sentence,
      const char *param)
{
  const char *place = strstr (sentence, "%s");

  return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, param, place + 2);
}

/**
 * care_problem_dup_text:
 * @self: a problem
 *
 * Returns: (transfer full): English, one line, without the answer itself
 */
char *
care_problem_dup_text (const CareProblem *self)
{
  g_return_val_if_fail (self != NULL && self->kind < G_N_ELEMENTS (kinds), NULL);

  if (self->param != NULL && kinds[self->kind].with_param != NULL)
    return fill (kinds[self->kind].with_param, self->param);

  return g_strdup (kinds[self->kind].plain);
}
