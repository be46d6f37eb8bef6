/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-step.h"

struct _CareFormStep
{
  GObject         parent_instance;

  const CareItem *heading;
  CareNode      **nodes;
  guint           n_nodes;
  guint           main;
};

G_DEFINE_FINAL_TYPE (CareFormStep, care_form_step, G_TYPE_OBJECT)

static void
care_form_step_finalize (GObject *object)
{
  CareFormStep *self = CARE_FORM_STEP (object);

  for (guint i = 0; i < self->n_nodes; i++)
    care_node_unref (self->nodes[i]);
  g_clear_pointer (&self->nodes, g_free);

  G_OBJECT_CLASS (care_form_step_parent_class)->finalize (object);
}

static void
care_form_step_class_init (CareFormStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_form_step_finalize;
}

static void
care_form_step_init (CareFormStep *self)
{
}

/**
 * care_form_step_new:
 * @heading: (nullable): the group whose text heads the screen
 * @nodes: (array length=n_nodes): what stands on it, in order
 * @n_nodes: how many
 * @main: which of them the screen is about; the others are words around it
 *
 * Returns: (transfer full): a step
 */
CareFormStep *
care_form_step_new (const CareItem  *heading,
                    CareNode *const *nodes,
                    guint            n_nodes,
                    guint            main)
{
  CareFormStep *self = g_object_new (CARE_TYPE_FORM_STEP, NULL);

  g_return_val_if_fail (main < n_nodes, self);

  self->heading = heading;
  self->main = main;
  self->n_nodes = n_nodes;
  self->nodes = g_new (CareNode *, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    self->nodes[i] = care_node_ref (nodes[i]);

  return self;
}

/**
 * care_form_step_get_heading:
 * @self: a step
 *
 * Returns: (nullable): the group whose text heads the screen
 */
const CareItem *
care_form_step_get_heading (CareFormStep *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEP (self), NULL);

  return self->heading;
}

/**
 * care_form_step_get_n_nodes:
 * @self: a step
 *
 * Returns: how many nodes stand on it side by side
 */
guint
care_form_step_get_n_nodes (CareFormStep *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEP (self), 0);

  return self->n_nodes;
}

/**
 * care_form_step_get_node:
 * @self: a step
 * @index: below care_form_step_get_n_nodes()
 *
 * Returns: (transfer none): one of its nodes
 */
CareNode *
care_form_step_get_node (CareFormStep *self,
                         guint         index)
{
  g_return_val_if_fail (CARE_IS_FORM_STEP (self), NULL);
  g_return_val_if_fail (index < self->n_nodes, NULL);

  return self->nodes[index];
}

/**
 * care_form_step_get_main:
 * @self: a step
 *
 * Returns: (transfer none): the first node that the screen is about, behind the words that lead up to it
 */
CareNode *
care_form_step_get_main (CareFormStep *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEP (self), NULL);

  return self->nodes[self->main];
}

/**
 * care_form_step_holds:
 * @self: a step
 * @node: a node of the same response
 *
 * Returns: whether @node stands on this screen
 */
gboolean
care_form_step_holds (CareFormStep *self,
                      CareNode     *node)
{
  g_return_val_if_fail (CARE_IS_FORM_STEP (self), FALSE);

  for (CareNode *at = node; at != NULL; at = care_node_get_parent (at))
    {
      for (guint i = 0; i < self->n_nodes; i++)
        {
          CareNode *own = self->nodes[i];

          if (own == at)
            return TRUE;
          /* Another instance of the same repeating group is on the same screen. */
          if (care_node_get_item (at) != NULL &&
              care_node_get_item (own) == care_node_get_item (at) &&
              care_node_get_parent (own) == care_node_get_parent (at))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * care_form_step_is_same:
 * @self: a step
 * @other: another step of the same form
 *
 * Returns: whether both hold the very same nodes
 */
gboolean
care_form_step_is_same (CareFormStep *self,
                        CareFormStep *other)
{
  g_return_val_if_fail (CARE_IS_FORM_STEP (self), FALSE);
  g_return_val_if_fail (CARE_IS_FORM_STEP (other), FALSE);

  if (self == other)
    return TRUE;
  if (self->heading != other->heading || self->main != other->main || self->n_nodes != other->n_nodes)
    return FALSE;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (self->nodes[i] != other->nodes[i])
        return FALSE;
    }

  return TRUE;
}
