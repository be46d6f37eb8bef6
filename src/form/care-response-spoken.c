/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include "base/care-typed.h"
#include "form/care-value-private.h"

/* In which language words were typed: that of the answers, until another is chosen; what stands there by then keeps its own. */

static gboolean
is_proposed (const CareNode  *node,
             const CareValue *value)
{
  for (guint i = 0; i < care_item_get_n_initial (node->item); i++)
    if (care_value_equal (care_item_get_initial (node->item, i), value))
      return TRUE;

  return FALSE;
}

/* Words that somebody typed, rather than chose or found there. */
static gboolean
is_typed (const CareNode *node,
          CareValue      *value)
{
  return value != NULL && care_value_get_value_type (value) == CARE_VALUE_STRING
         && care_item_find_option (node->item, value) == NULL && !is_proposed (node, value);
}

/**
 * care_response_keep_spoken:
 * @self: a response in which another language is chosen now
 * @node: where to begin
 * @language: the one that was chosen until now
 *
 * Words that were typed until now say from now on that they are in @language.
 */
void
care_response_keep_spoken (CareResponse *self,
                           CareNode     *node,
                           const char   *language)
{
  for (guint i = 0; i < node->n_slots; i++)
    {
      CareAnswerSlot *slot = &node->slots[i];

      if (node->item != NULL && is_typed (node, slot->value) && care_value_get_language (slot->value) == NULL)
        {
          CareValue *spoken = care_value_new_spoken (slot->value, language);

          care_value_unref (slot->value);
          slot->value = spoken;
        }
      for (guint k = 0; k < slot->n_children; k++)
        care_response_keep_spoken (self, slot->children[k], language);
    }
}

/**
 * care_node_dup_typed_language:
 * @self: a node of a response
 * @reader: BCP 47 tag: the language of whoever reads it
 *
 * Returns: (transfer full) (nullable): in what its typed words are, by what had been chosen when they were typed and by the letters;
 *   %NULL where that is @reader, and where nothing is typed
 */
char *
care_node_dup_typed_language (const CareNode *self,
                              const char     *reader)
{
  const CareResponse *response;

  g_return_val_if_fail (self != NULL && reader != NULL, NULL);

  response = self->response;
  for (guint i = 0; response != NULL && self->item != NULL && i < care_node_get_n_answers (self); i++)
    {
      CareValue *value = care_node_get_answer (self, i);
      const char *language;
      char *found;

      if (!is_typed (self, value))
        continue;
      language = care_value_get_language (value);
      found = care_typed_find_language (care_value_get_text (value), language != NULL ? language : response->meta.language, reader);
      if (found != NULL)
        return found;
    }

  return NULL;
}
