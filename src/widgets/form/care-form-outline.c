/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-outline.h"

#include <string.h>

/* How much stands on one screen, in rows of tiles: a small group, a page that is no wall yet, a part of one that is. */
#define SMALL_GROUP     8
#define SMALL_QUESTIONS 4
#define WALL            32
#define PART            16
/* Letters in one row of words. */
#define LETTERS 60

struct _CareFormOutline
{
  GArray     *entries;
  GHashTable *places; /* CareNode -> number of its entry, plus one */
};

typedef struct
{
  guint rows;
  guint questions;
  guint asked; /* of them, those that are not there to be read only */
  guint groups;
} Weight;

static void
clear_entry (gpointer data)
{
  CareFormEntry *entry = data;

  for (guint i = 0; i < entry->n_nodes; i++)
    care_node_unref (entry->nodes[i]);
  g_clear_pointer (&entry->nodes, g_free);
}

static gboolean
is_group (CareNode *node)
{
  return care_item_get_item_type (care_node_get_item (node)) == CARE_ITEM_GROUP;
}

/* What is never seen, or stands on the screen of something else. */
static gboolean
is_left_out (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);

  return care_item_is_hidden (item) || care_item_is_merged (item) || care_node_get_instance (node) > 0;
}

static guint
count_rows (const CareItem *item)
{
  const char *text = care_item_get_text (item, NULL);
  guint words = text != NULL ? (guint) strlen (text) / LETTERS : 0;
  guint n_options = MIN (care_item_get_n_options (item), 12);

  switch (care_item_get_item_type (item))
    {
    case CARE_ITEM_CHOICE:
    case CARE_ITEM_OPEN_CHOICE:
      return words + 1 + (n_options + 1) / 2;
    case CARE_ITEM_TEXT:
    case CARE_ITEM_DATE_TIME:
      return words + 3;
    case CARE_ITEM_GROUP:
    case CARE_ITEM_DISPLAY:
    case CARE_ITEM_ATTACHMENT:
    case CARE_ITEM_REFERENCE:
      return words + 1;
    default:
      return words + 2;
    }
}

static void
weigh (CareNode *node,
       Weight   *weight)
{
  const CareItem *item = care_node_get_item (node);

  if (is_left_out (node))
    return;

  weight->rows += count_rows (item);
  weight->questions += care_item_is_question (item) ? 1 : 0;
  weight->asked += care_item_is_question (item) && !care_item_is_read_only (item) ? 1 : 0;
  weight->groups += is_group (node) ? 1 : 0;
  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    weigh (care_node_get_child (node, 0, i), weight);
}

static void
add_entry (CareFormOutline   *self,
           CareFormEntryKind  kind,
           const CareItem    *heading,
           guint              first)
{
  CareFormEntry entry = { kind, heading, NULL, 0, first, FALSE };

  g_array_append_val (self->entries, entry);
}

static void
add_node (CareFormOutline *self,
          CareNode        *node)
{
  CareFormEntry *entry = &g_array_index (self->entries, CareFormEntry, self->entries->len - 1);

  entry->nodes = g_renew (CareNode *, entry->nodes, entry->n_nodes + 1);
  entry->nodes[entry->n_nodes++] = care_node_ref (node);
  g_hash_table_insert (self->places, node, GUINT_TO_POINTER (self->entries->len));
}

static void
add_whole (CareFormOutline *self,
           CareNode        *node,
           const CareItem  *heading)
{
  add_entry (self, CARE_ENTRY_SCREEN, heading, self->entries->len);
  add_node (self, node);
}

/* A page that would be a wall, in parts. */
static void
add_parts (CareFormOutline *self,
           CareNode        *page,
           const CareItem  *heading)
{
  guint first = self->entries->len;
  guint rows = 0;

  if (care_item_get_text (care_node_get_item (page), NULL) != NULL)
    heading = care_node_get_item (page);
  for (guint i = 0; i < care_node_get_n_children (page, 0); i++)
    {
      CareNode *node = care_node_get_child (page, 0, i);
      Weight weight = { 0 };

      weigh (node, &weight);
      if (is_left_out (node))
        continue;
      if (self->entries->len == first || rows + weight.rows > PART)
        {
          add_entry (self, CARE_ENTRY_SCREEN, heading, first);
          rows = 0;
        }
      rows += weight.rows;
      add_node (self, node);
    }
}

static void walk (CareFormOutline *self,
                  CareNode        *parent,
                  const CareItem  *heading);

static void
walk_group (CareFormOutline *self,
            CareNode        *node,
            const CareItem  *heading)
{
  const CareItem *item = care_node_get_item (node);
  Weight weight = { 0 };

  weigh (node, &weight);
  if (weight.questions == 0 && weight.rows == weight.groups)
    return;
  if (care_item_repeats (item))
    add_whole (self, node, heading);
  else if (care_item_get_control (item) == CARE_CONTROL_PAGE)
    {
      if (weight.rows > WALL)
        add_parts (self, node, heading);
      else
        add_whole (self, node, heading);
    }
  else if (weight.asked == 0 || (weight.groups == 1 && weight.rows <= SMALL_GROUP && weight.questions <= SMALL_QUESTIONS))
    add_whole (self, node, heading);
  else
    walk (self, node, care_item_get_text (item, NULL) != NULL ? item : heading);
}

/* Words after the last question of their group end it. */
static gboolean
ends_group (CareNode *parent,
            guint     index)
{
  if (care_node_get_item (parent) == NULL)
    return FALSE;
  for (guint i = index + 1; i < care_node_get_n_children (parent, 0); i++)
    {
      CareNode *node = care_node_get_child (parent, 0, i);

      if (!is_left_out (node) && care_item_get_item_type (care_node_get_item (node)) != CARE_ITEM_DISPLAY)
        return FALSE;
    }

  return TRUE;
}

static void
walk (CareFormOutline *self,
      CareNode        *parent,
      const CareItem  *heading)
{
  guint first = self->entries->len;

  for (guint i = 0; i < care_node_get_n_children (parent, 0); i++)
    {
      CareNode *node = care_node_get_child (parent, 0, i);
      const CareItem *item = care_node_get_item (node);

      /* All instances of a repeating group share the screen of the first. */
      if (is_left_out (node))
        continue;
      if (is_group (node))
        walk_group (self, node, heading);
      else if (care_item_is_question (item))
        add_whole (self, node, heading);
      else
        {
          gboolean trails = care_item_get_control (item) == CARE_CONTROL_FOOTER || ends_group (parent, i);

          add_entry (self, trails ? CARE_ENTRY_TRAIL : CARE_ENTRY_LEAD, heading, first);
          add_node (self, node);
        }
    }
}

/* Something to read or to answer on the screen. */
static gboolean
has_content (CareNode *node)
{
  if (!care_form_node_is_shown (node))
    return FALSE;
  if (!is_group (node))
    return !care_item_is_merged (care_node_get_item (node));

  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    {
      if (has_content (care_node_get_child (node, 0, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_form_outline_new:
 * @response: the answers
 *
 * Returns: (transfer full): all that can be shown of its form, good until nodes come, go or move
 */
CareFormOutline *
care_form_outline_new (CareResponse *response)
{
  CareFormOutline *self;

  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);

  self = g_new0 (CareFormOutline, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (CareFormEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->places = g_hash_table_new (NULL, NULL);
  walk (self, care_response_get_root (response), NULL);
  for (guint i = 0; i < self->entries->len; i++)
    care_form_outline_refresh (self, i);

  return self;
}

/**
 * care_form_outline_free:
 * @self: an outline
 */
void
care_form_outline_free (CareFormOutline *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->entries);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * care_form_outline_get_n:
 * @self: an outline
 *
 * Returns: how many entries there are
 */
guint
care_form_outline_get_n (CareFormOutline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * care_form_outline_get:
 * @self: an outline
 * @index: below care_form_outline_get_n()
 *
 * Returns: (transfer none): one entry
 */
const CareFormEntry *
care_form_outline_get (CareFormOutline *self,
                       guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &g_array_index (self->entries, CareFormEntry, index);
}

/* The first instance of the same group, which is the one that entries know. */
static CareNode *
find_first_instance (CareNode *node)
{
  CareNode *parent = care_node_get_parent (node);
  guint answer;

  if (parent == NULL || care_node_get_instance (node) == 0)
    return node;
  answer = care_node_get_parent_answer (node);
  for (guint i = 0; i < care_node_get_n_children (parent, answer); i++)
    {
      CareNode *other = care_node_get_child (parent, answer, i);

      if (care_node_get_item (other) == care_node_get_item (node))
        return other;
    }

  return node;
}

/**
 * care_form_outline_find:
 * @self: an outline
 * @node: a node of the response
 *
 * Returns: the number of the entry in which @node stands, or %CARE_NO_ENTRY
 */
guint
care_form_outline_find (CareFormOutline *self,
                        CareNode        *node)
{
  g_return_val_if_fail (self != NULL, CARE_NO_ENTRY);

  for (CareNode *at = node; at != NULL; at = care_node_get_parent (at))
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, find_first_instance (at)));

      if (place > 0)
        return place - 1;
    }

  return CARE_NO_ENTRY;
}

/**
 * care_form_outline_refresh:
 * @self: an outline
 * @index: an entry
 */
void
care_form_outline_refresh (CareFormOutline *self,
                           guint            index)
{
  CareFormEntry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (index < self->entries->len);

  entry = &g_array_index (self->entries, CareFormEntry, index);
  entry->shown = FALSE;
  for (guint i = 0; i < entry->n_nodes && !entry->shown; i++)
    entry->shown = has_content (entry->nodes[i]);
}

/**
 * care_form_node_is_shown:
 * @node: a node
 *
 * Returns: whether people are to see it
 */
gboolean
care_form_node_is_shown (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);

  g_return_val_if_fail (item != NULL, FALSE);

  if (!care_node_is_enabled (node) || care_item_is_hidden (item))
    return FALSE;

  switch (care_item_get_usage_mode (item))
    {
    case CARE_USAGE_DISPLAY:
    case CARE_USAGE_DISPLAY_NON_EMPTY:
      /* To be read, not to be answered: nothing to see while nothing stands there. */
      return !care_item_is_question (item) || care_node_get_n_answers (node) > 0;
    case CARE_USAGE_CAPTURE_DISPLAY:
    case CARE_USAGE_CAPTURE:
    case CARE_USAGE_CAPTURE_DISPLAY_NON_EMPTY:
    default:
      return TRUE;
    }
}
