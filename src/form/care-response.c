/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response.h"

#include <string.h>

#include "form/care-response-private.h"

G_DEFINE_FINAL_TYPE (CareResponse, care_response, G_TYPE_OBJECT)

static void
clear_meta (CareResponseMeta *meta)
{
  g_free ((char *) meta->id);
  g_free ((char *) meta->language);
  g_free ((char *) meta->authored);
  g_free ((char *) meta->subject);
  g_free ((char *) meta->encounter);
  g_free ((char *) meta->author);
  g_free ((char *) meta->source);
  *meta = (CareResponseMeta) { .status = CARE_RESPONSE_IN_PROGRESS };
}

static void
care_response_finalize (GObject *object)
{
  CareResponse *self = CARE_RESPONSE (object);

  if (self->root != NULL)
    {
      care_node_detach (self->root);
      care_node_unref (self->root);
    }
  clear_meta (&self->meta);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_clear_pointer (&self->import_problems, g_ptr_array_unref);
  g_clear_pointer (&self->former_version, g_free);
  g_clear_pointer (&self->kept, json_node_unref);
  g_clear_pointer (&self->signatures, g_hash_table_unref);
  g_clear_pointer (&self->extensions, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->dirty_set, g_hash_table_unref);
  g_clear_pointer (&self->dirty, g_ptr_array_unref);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (care_response_parent_class)->finalize (object);
}

static void
care_response_class_init (CareResponseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_response_finalize;
  care_response_install_signals (G_OBJECT_CLASS (klass));
}

static void
care_response_init (CareResponse *self)
{
  self->queue = g_ptr_array_new ();
  self->import_problems = g_ptr_array_new_with_free_func ((GDestroyNotify) care_problem_free);
}

static void
fill_initial_values (CareResponse *self,
                     CareNode     *node)
{
  const CareItem *item = node->item;
  guint n = care_item_get_n_initial (item);

  if (n > 0)
    care_response_set_values (self, node, item->more->initial, n);

  for (guint i = 0; n == 0 && i < care_item_get_n_options (item); i++)
    if (care_option_is_initial (care_item_get_option (item, i)))
      {
        care_response_add_value (self, node, care_option_get_value (care_item_get_option (item, i)));
        if (!item->repeats)
          break;
      }
}

/* Gives all questions at or below @node the form's initial values. */
void
care_response_fill_initial (CareResponse *self,
                            CareNode     *node)
{
  if (node->item != NULL && care_item_is_question (node->item))
    fill_initial_values (self, node);

  for (guint i = 0; i < node->n_slots; i++)
    for (guint k = 0; k < node->slots[i].n_children; k++)
      care_response_fill_initial (self, node->slots[i].children[k]);
}

/**
 * care_response_new:
 * @questionnaire: the form
 *
 * Returns: (transfer full): nothing answered yet but the form's initial values
 */
CareResponse *
care_response_new (CareQuestionnaire *questionnaire)
{
  CareResponse *self;

  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (questionnaire), NULL);

  self = g_object_new (CARE_TYPE_RESPONSE, NULL);
  self->form = g_object_ref (questionnaire);
  self->root = care_node_new (self, questionnaire, NULL, NULL);
  self->n_nodes = questionnaire->n_nodes;
  care_response_begin_quiet (self);
  care_response_fill_initial (self, self->root);
  care_response_end_quiet (self, self->root);
  care_response_settle (self, NULL);

  return self;
}

static void
copy_meta (CareResponseMeta       *to,
           const CareResponseMeta *from)
{
  CareResponseMeta copy = {
    .id = g_strdup (from->id),
    .status = from->status,
    .language = g_strdup (from->language),
    .authored = g_strdup (from->authored),
    .subject = g_strdup (from->subject),
    .encounter = g_strdup (from->encounter),
    .author = g_strdup (from->author),
    .source = g_strdup (from->source),
  };

  clear_meta (to);
  *to = copy;
}

static void
copy_table (CareResponse  *copy,
            GHashTable    *table,
            const CareNode *from,
            CareNode      *to,
            GHashTable   **target)
{
  JsonNode *kept = table != NULL ? g_hash_table_lookup (table, from) : NULL;

  if (kept == NULL)
    return;
  if (*target == NULL)
    *target = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) care_node_unref, (GDestroyNotify) json_node_unref);
  g_hash_table_insert (*target, care_node_ref (to), json_node_ref (kept));
}

/* Signatures, extensions, drafts and what is asked anew hang on nodes: find each node's twin. */
static void
copy_tables (CareResponse   *self,
             CareResponse   *copy,
             const CareNode *from,
             CareNode       *to)
{
  copy_table (copy, self->signatures, from, to, &copy->signatures);
  copy_table (copy, self->extensions, from, to, &copy->extensions);
  copy_table (copy, self->drafts, from, to, &copy->drafts);
  copy_table (copy, self->changed, from, to, &copy->changed);
  copy_table (copy, self->members, from, to, &copy->members);
  for (guint i = 0; i < from->n_slots; i++)
    for (guint k = 0; k < from->slots[i].n_children; k++)
      copy_tables (self, copy, from->slots[i].children[k], to->slots[i].children[k]);
}

/**
 * care_response_copy:
 * @self: a response
 *
 * Returns: (transfer full): the same answers, independent of @self; values and
 *   form are shared
 */
CareResponse *
care_response_copy (CareResponse *self)
{
  CareResponse *copy;

  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  copy = g_object_new (CARE_TYPE_RESPONSE, NULL);
  copy->form = g_object_ref (self->form);
  copy->root = care_node_clone (self->root, copy, NULL);
  copy->n_nodes = self->n_nodes;
  copy_meta (&copy->meta, &self->meta);
  copy->former_version = g_strdup (self->former_version);
  copy->kept = self->kept != NULL ? json_node_ref (self->kept) : NULL;
  if (self->signatures != NULL || self->extensions != NULL || self->drafts != NULL || self->changed != NULL
      || self->members != NULL)
    copy_tables (self, copy, self->root, copy->root);

  return copy;
}

CareQuestionnaire *
care_response_get_questionnaire (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  return self->form;
}

CareNode *
care_response_get_root (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  return self->root;
}

const CareResponseMeta *
care_response_get_meta (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  return &self->meta;
}

void
care_response_set_meta (CareResponse           *self,
                        const CareResponseMeta *meta)
{
  g_return_if_fail (CARE_IS_RESPONSE (self) && meta != NULL);

  if (self->meta.language != NULL && g_strcmp0 (self->meta.language, meta->language) != 0)
    care_response_keep_spoken (self, self->root, self->meta.language);
  if (meta != &self->meta)
    copy_meta (&self->meta, meta);
  self->meta_dirty = TRUE;
}

GPtrArray *
care_response_get_import_problems (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  return self->import_problems;
}

const char *
care_response_get_former_version (CareResponse *self)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self), NULL);

  return self->former_version;
}

/* All nodes of item @number at or below @node, in order. */
static void
list_item_below (CareNode  *node,
                 guint32    number,
                 GPtrArray *list)
{
  if (node->item != NULL && node->item->number == number)
    {
      g_ptr_array_add (list, node);
      return;
    }

  for (guint i = 0; i < node->n_slots; i++)
    {
      guint first;
      guint count;

      if (!care_answer_slot_find (&node->slots[i], number, &first, &count))
        continue;
      for (guint k = first; k < first + count; k++)
        list_item_below (node->slots[i].children[k], number, list);
    }
}

/**
 * care_response_list_by_link_id:
 * @self: a response
 * @link_id: an item's link id
 *
 * Returns: (transfer container) (element-type CareNode): all nodes of that
 *   item, enabled or not; empty if the form has no such item
 */
GPtrArray *
care_response_list_by_link_id (CareResponse *self,
                               const char   *link_id)
{
  GPtrArray *list = g_ptr_array_new ();
  const CareItem *item;

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && link_id != NULL, list);

  item = care_questionnaire_find_item (self->form, link_id);
  if (item != NULL)
    list_item_below (self->root, item->number, list);

  return list;
}

/**
 * care_response_find:
 * @self: a response
 * @link_id: an item's link id
 *
 * Returns: (transfer none) (nullable): the first node of that item
 */
CareNode *
care_response_find (CareResponse *self,
                    const char   *link_id)
{
  g_autoptr (GPtrArray) list = care_response_list_by_link_id (self, link_id);

  return list->len > 0 ? g_ptr_array_index (list, 0) : NULL;
}

/**
 * care_response_list_by_code:
 * @self: a response
 * @system: (nullable): the code system
 * @code: the code
 *
 * Returns: (transfer container) (element-type CareNode): all nodes whose item
 *   carries the code, enabled or not, in the form's order
 */
GPtrArray *
care_response_list_by_code (CareResponse *self,
                            const char   *system,
                            const char   *code)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && code != NULL, list);

  items = care_questionnaire_list_by_code (self->form, system, code);
  for (guint i = 0; i < items->len; i++)
    list_item_below (self->root, ((const CareItem *) g_ptr_array_index (items, i))->number, list);

  return list;
}

static guint
prefill (CareResponse *self,
         GPtrArray    *nodes,
         CareValue    *value)
{
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);

      if (!care_item_is_question (node->item) || care_node_get_n_answers (node) > 0 || node->absent != CARE_ABSENT_NONE)
        continue;
      care_response_set_value (self, node, value);
      n++;
    }

  return n;
}

guint
care_response_prefill (CareResponse *self,
                       const char   *link_id,
                       CareValue    *value)
{
  g_autoptr (GPtrArray) nodes = NULL;

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && link_id != NULL && value != NULL, 0);

  nodes = care_response_list_by_link_id (self, link_id);

  return prefill (self, nodes, value);
}

guint
care_response_prefill_by_code (CareResponse *self,
                               const char   *system,
                               const char   *code,
                               CareValue    *value)
{
  g_autoptr (GPtrArray) nodes = NULL;

  g_return_val_if_fail (CARE_IS_RESPONSE (self) && code != NULL && value != NULL, 0);

  nodes = care_response_list_by_code (self, system, code);

  return prefill (self, nodes, value);
}

void
care_response_keep_on (GHashTable **table,
                       CareNode    *node,
                       JsonNode    *json)
{
  if (json == NULL)
    {
      if (*table != NULL)
        g_hash_table_remove (*table, node);
      return;
    }

  if (*table == NULL)
    *table = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) care_node_unref, (GDestroyNotify) json_node_unref);
  g_hash_table_insert (*table, care_node_ref (node), json_node_ref (json));
}

/* Foreign extensions of a response's item, kept as they came. */
void
care_response_set_extension_of (CareResponse *self,
                                CareNode     *node,
                                JsonNode     *extensions)
{
  care_response_keep_on (&self->extensions, node, extensions);
}

/**
 * care_response_set_signature:
 * @self: a response
 * @node: what is signed
 * @signature: (nullable): a FHIR Signature; %NULL to take it away
 *
 * Keeps a drawn signature with a question or group.
 */
void
care_response_set_signature (CareResponse *self,
                             CareNode     *node,
                             JsonNode     *signature)
{
  CareChange change;

  g_return_if_fail (CARE_IS_RESPONSE (self) && node != NULL && node->response == self);

  care_change_begin (&change, self);
  care_response_keep_on (&self->signatures, node, signature);
  change.value = care_node_ref (node);
  care_change_end (&change);
}

/**
 * care_response_get_signature:
 * @self: a response
 * @node: what may be signed
 *
 * Returns: (transfer none) (nullable): the FHIR Signature
 */
JsonNode *
care_response_get_signature (CareResponse *self,
                             CareNode     *node)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (self) && node != NULL, NULL);

  return self->signatures != NULL ? g_hash_table_lookup (self->signatures, node) : NULL;
}
