/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-blocks.h"

#include "widgets/form/care-form-steps.h"

static void
clear_block (gpointer data)
{
  CareBlock *block = data;

  g_clear_pointer (&block->node, care_node_unref);
  g_clear_pointer (&block->value, care_value_unref);
}

static void
want (GArray    *blocks,
      CareBlockKind  kind,
      CareNode  *node)
{
  CareBlock block = { kind, care_node_ref (node), NULL, NULL };

  g_array_append_val (blocks, block);
}

static void want_node (GArray   *blocks,
                       CareNode *node);

static void
want_children (GArray   *blocks,
               CareNode *node)
{
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  for (guint answer = 0; answer < n_answers; answer++)
    {
      guint before = blocks->len;

      /* Of several answers each says which questions are its own. */
      if (n_answers > 1)
        {
          want (blocks, CARE_BLOCK_ANSWER, node);
          g_array_index (blocks, CareBlock, before).value = care_value_ref (care_node_get_answer (node, answer));
        }
      for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
        want_node (blocks, care_node_get_child (node, answer, i));
      if (n_answers > 1 && blocks->len == before + 1)
        g_array_set_size (blocks, before);
    }
}

static void
want_group (GArray   *blocks,
            CareNode *node)
{
  const CareItem *item = care_node_get_item (node);
  gboolean repeats = care_item_repeats (item);

  if (care_node_get_instance (node) == 0 && (care_item_get_text (item, NULL) != NULL || care_item_get_prefix (item, NULL) != NULL))
    want (blocks, CARE_BLOCK_HEADING, node);
  if (repeats && care_node_get_n_instances (node) > 1)
    want (blocks, CARE_BLOCK_INSTANCE, node);
  want_children (blocks, node);
  if (repeats && care_node_get_instance (node) + 1 == care_node_get_n_instances (node))
    want (blocks, CARE_BLOCK_ADD, node);
}

static void
want_node (GArray   *blocks,
           CareNode *node)
{
  const CareItem *item = care_node_get_item (node);

  if (!care_form_node_is_shown (node) || care_item_is_merged (item))
    return;

  switch (care_item_get_item_type (item))
    {
    case CARE_ITEM_GROUP:
      want_group (blocks, node);
      break;
    case CARE_ITEM_DISPLAY:
      want (blocks, CARE_BLOCK_TEXT, node);
      break;
    default:
      want (blocks, CARE_BLOCK_FIELD, node);
      want_children (blocks, node);
      break;
    }
}

/* All instances of a repeating group that heads the step stand on it. */
static void
want_top (GArray   *blocks,
          CareNode *node)
{
  CareNode *parent = care_node_get_parent (node);

  if (care_item_get_item_type (care_node_get_item (node)) != CARE_ITEM_GROUP ||
      !care_item_repeats (care_node_get_item (node)) || parent == NULL)
    {
      want_node (blocks, node);
      return;
    }

  for (guint i = 0; i < care_node_get_n_children (parent, 0); i++)
    {
      CareNode *instance = care_node_get_child (parent, 0, i);

      if (care_node_get_item (instance) == care_node_get_item (node))
        want_node (blocks, instance);
    }
}

/**
 * care_form_blocks_new:
 *
 * Returns: (transfer full) (element-type CareBlock): an empty list
 */
GArray *
care_form_blocks_new (void)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (CareBlock));

  g_array_set_clear_func (blocks, clear_block);

  return blocks;
}

/**
 * care_form_blocks_list:
 * @step: a screen
 *
 * Returns: (transfer full) (element-type CareBlock): what stands on it as the answers are, in reading order, without widgets
 */
GArray *
care_form_blocks_list (CareFormStep *step)
{
  GArray *blocks = care_form_blocks_new ();

  g_return_val_if_fail (CARE_IS_FORM_STEP (step), blocks);

  for (guint i = 0; i < care_form_step_get_n_nodes (step); i++)
    {
      CareNode *node = care_form_step_get_node (step, i);

      if (care_node_is_attached (node))
        want_top (blocks, node);
    }

  return blocks;
}
