/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-steps.h"

struct _CareFormSteps
{
  GObject       parent_instance;

  CareResponse *response;
  GPtrArray    *steps;
  GHashTable   *drafts;
  gboolean      stale;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareFormSteps,
                               care_form_steps,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* Texts that wait for the next question, and the steps made so far. */
typedef struct
{
  GPtrArray *steps;
  GPtrArray *waiting;
} Walk;

static gboolean
is_page (const CareItem *item)
{
  return care_item_get_item_type (item) == CARE_ITEM_GROUP &&
         (care_item_get_control (item) == CARE_CONTROL_PAGE || care_item_repeats (item));
}

/* Something to read or to answer on the screen. */
static gboolean
has_content (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);

  if (!care_form_node_is_shown (node))
    return FALSE;
  if (care_item_get_item_type (item) != CARE_ITEM_GROUP)
    return !care_item_is_merged (item);

  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    {
      if (has_content (care_node_get_child (node, 0, i)))
        return TRUE;
    }

  return FALSE;
}

static void
take_step (Walk           *walk,
           const CareItem *heading,
           CareNode       *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_extend (nodes, walk->waiting, NULL, NULL);
  g_ptr_array_set_size (walk->waiting, 0);
  g_ptr_array_add (nodes, node);
  g_ptr_array_add (walk->steps,
                   care_form_step_new (heading, (CareNode *const *) nodes->pdata, nodes->len));
}

static void
walk_children (Walk           *walk,
               const CareItem *heading,
               CareNode       *parent)
{
  for (guint i = 0; i < care_node_get_n_children (parent, 0); i++)
    {
      CareNode *node = care_node_get_child (parent, 0, i);
      const CareItem *item = care_node_get_item (node);

      /* All instances of a repeating group share the screen of the first. */
      if (care_node_get_instance (node) > 0 || !has_content (node))
        continue;

      if (is_page (item) || care_item_is_question (item))
        take_step (walk, heading, node);
      else if (care_item_get_item_type (item) == CARE_ITEM_GROUP)
        walk_children (walk, item, node);
      else
        g_ptr_array_add (walk->waiting, node);
    }
}

static GPtrArray *
make_steps (CareFormSteps *self)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  Walk walk = { steps, waiting };

  walk_children (&walk, NULL, care_response_get_root (self->response));
  if (waiting->len > 0)
    {
      g_ptr_array_add (steps,
                       care_form_step_new (NULL, (CareNode *const *) waiting->pdata, waiting->len));
    }

  return g_steal_pointer (&steps);
}

/* Keeps the objects of unchanged steps and announces the smallest run that differs. */
static void
refresh (CareFormSteps *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->steps);
  g_autoptr (GPtrArray) made = make_steps (self);
  guint head = 0;
  guint tail = 0;

  while (head < old->len && head < made->len &&
         care_form_step_is_same (g_ptr_array_index (old, head), g_ptr_array_index (made, head)))
    head++;
  while (tail < old->len - head && tail < made->len - head &&
         care_form_step_is_same (g_ptr_array_index (old, old->len - 1 - tail),
                                 g_ptr_array_index (made, made->len - 1 - tail)))
    tail++;

  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < made->len; i++)
    {
      GObject *step = g_ptr_array_index (made, i);

      if (i < head)
        step = g_ptr_array_index (old, i);
      else if (i >= made->len - tail)
        step = g_ptr_array_index (old, old->len - (made->len - i));
      g_ptr_array_add (self->steps, g_object_ref (step));
    }

  if (old->len - head - tail > 0 || made->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, made->len - head - tail);
}

static void
structure_changed_cb (CareFormSteps *self)
{
  self->stale = TRUE;
}

static void
changed_cb (CareFormSteps *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  refresh (self);
}

static gboolean
has_answer_below (CareNode *node)
{
  guint n_answers = care_node_get_n_answers (node);

  if (n_answers > 0 || care_node_get_absent (node) != CARE_ABSENT_NONE)
    return TRUE;
  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    {
      if (has_answer_below (care_node_get_child (node, 0, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_open_question (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_form_node_is_shown (node))
    return FALSE;
  if (care_item_is_question (item) && !care_item_is_read_only (item) &&
      care_item_get_usage_mode (item) != CARE_USAGE_DISPLAY &&
      care_item_get_usage_mode (item) != CARE_USAGE_DISPLAY_NON_EMPTY &&
      care_node_get_n_answers (node) == 0 && care_node_get_absent (node) == CARE_ABSENT_NONE)
    return TRUE;

  for (guint answer = 0; answer < n_answers; answer++)
    {
      for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
        {
          if (has_open_question (care_node_get_child (node, answer, i)))
            return TRUE;
        }
    }

  return FALSE;
}

static GType
get_item_type (GListModel *model)
{
  return CARE_TYPE_FORM_STEP;
}

static guint
get_n_items (GListModel *model)
{
  return CARE_FORM_STEPS (model)->steps->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CareFormSteps *self = CARE_FORM_STEPS (model);

  return position < self->steps->len ? g_object_ref (g_ptr_array_index (self->steps, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
care_form_steps_finalize (GObject *object)
{
  CareFormSteps *self = CARE_FORM_STEPS (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_object (&self->response);

  G_OBJECT_CLASS (care_form_steps_parent_class)->finalize (object);
}

static void
care_form_steps_class_init (CareFormStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_form_steps_finalize;
}

static void
care_form_steps_init (CareFormSteps *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * care_form_steps_new:
 * @response: the answers
 *
 * Returns: (transfer full): the screens of @response's form
 */
CareFormSteps *
care_form_steps_new (CareResponse *response)
{
  CareFormSteps *self;

  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);

  self = g_object_new (CARE_TYPE_FORM_STEPS, NULL);
  self->response = g_object_ref (response);
  self->steps = make_steps (self);
  g_signal_connect_object (response, "enabled-changed", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "node-added", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "node-removed", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "nodes-moved", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * care_form_steps_get_response:
 * @self: the steps
 *
 * Returns: (transfer none): the answers
 */
CareResponse *
care_form_steps_get_response (CareFormSteps *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), NULL);

  return self->response;
}

/**
 * care_form_steps_get_n:
 * @self: the steps
 *
 * Returns: how many screens there are as the answers stand
 */
guint
care_form_steps_get_n (CareFormSteps *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), 0);

  return self->steps->len;
}

/**
 * care_form_steps_get:
 * @self: the steps
 * @index: below care_form_steps_get_n()
 *
 * Returns: (transfer none): one screen
 */
CareFormStep *
care_form_steps_get (CareFormSteps *self,
                     guint          index)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, index);
}

/**
 * care_form_steps_find_node:
 * @self: the steps
 * @node: a node of the response
 *
 * Returns: the number of the screen with @node, or %CARE_NO_STEP
 */
guint
care_form_steps_find_node (CareFormSteps *self,
                           CareNode      *node)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), CARE_NO_STEP);
  g_return_val_if_fail (node != NULL, CARE_NO_STEP);

  for (guint i = 0; i < self->steps->len; i++)
    {
      if (care_form_step_holds (g_ptr_array_index (self->steps, i), node))
        return i;
    }

  return CARE_NO_STEP;
}

/**
 * care_form_steps_find_step:
 * @self: the steps
 * @step: a step that was once among them
 *
 * Returns: the number of the screen now, or %CARE_NO_STEP when it vanished
 */
guint
care_form_steps_find_step (CareFormSteps *self,
                           CareFormStep  *step)
{
  guint index;

  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), CARE_NO_STEP);
  g_return_val_if_fail (CARE_IS_FORM_STEP (step), CARE_NO_STEP);

  if (g_ptr_array_find (self->steps, step, &index))
    return index;

  /* Its lead-in texts may have changed: the question is what counts. */
  return care_form_steps_find_node (self, care_form_step_get_node (step, care_form_step_get_n_nodes (step) - 1));
}

/**
 * care_form_steps_find_unanswered:
 * @self: the steps
 *
 * Returns: the first screen with an open question, or %CARE_NO_STEP
 */
guint
care_form_steps_find_unanswered (CareFormSteps *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), CARE_NO_STEP);

  for (guint i = 0; i < self->steps->len; i++)
    {
      CareFormStep *step = g_ptr_array_index (self->steps, i);

      for (guint k = 0; k < care_form_step_get_n_nodes (step); k++)
        {
          if (has_open_question (care_form_step_get_node (step, k)))
            return i;
        }
    }

  return CARE_NO_STEP;
}

/**
 * care_form_steps_has_answers:
 * @self: the steps
 *
 * Returns: whether anything was answered
 */
gboolean
care_form_steps_has_answers (CareFormSteps *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), FALSE);

  for (guint i = 0; i < self->steps->len; i++)
    {
      CareFormStep *step = g_ptr_array_index (self->steps, i);

      for (guint k = 0; k < care_form_step_get_n_nodes (step); k++)
        {
          if (has_answer_below (care_form_step_get_node (step, k)))
            return TRUE;
        }
    }

  return FALSE;
}

static char *
make_draft_key (CareNode *node,
                guint     answer)
{
  g_autofree char *path = care_node_dup_path (node);

  return g_strdup_printf ("%s %u", path, answer);
}

/**
 * care_form_steps_get_draft:
 * @self: the steps
 * @node: a question
 * @answer: the number of the answer
 *
 * Returns: (nullable): what was typed there and is no value, as its editor wrote it down
 */
const char *
care_form_steps_get_draft (CareFormSteps *self,
                           CareNode      *node,
                           guint          answer)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), NULL);

  key = make_draft_key (node, answer);

  return g_hash_table_lookup (self->drafts, key);
}

/**
 * care_form_steps_set_draft:
 * @self: the steps
 * @node: a question
 * @answer: the number of the answer
 * @text: (nullable): what was typed, or %NULL when it is a value now
 */
void
care_form_steps_set_draft (CareFormSteps *self,
                           CareNode      *node,
                           guint          answer,
                           const char    *text)
{
  char *key;

  g_return_if_fail (CARE_IS_FORM_STEPS (self));

  key = make_draft_key (node, answer);
  if (text != NULL)
    g_hash_table_insert (self->drafts, key, g_strdup (text));
  else
    {
      g_hash_table_remove (self->drafts, key);
      g_free (key);
    }
}
