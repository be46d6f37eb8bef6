/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-import-private.h"

#include <string.h>

#include "base/care-json-view.h"
#include "base/care-json.h"
#include "form/care-answer-check.h"
#include "form/care-value-private.h"

/* Reading a QuestionnaireResponse back into its form. What does not fit is said, not guessed. */

#define MAX_DEPTH     64
#define MAX_INSTANCES 1000
#define MAX_ANSWERS   1000
#define FULL          "more than " G_STRINGIFY (CARE_MOST_NODES) " items in all; left out"

/* The type of value[x] by its member's name, and how many of them there are. */
guint
care_import_count_values (const CareJsonView *answer,
              CareJsonView       *place,
              CareValueType      *type)
{
  static const struct
  {
    const char    *member;
    CareValueType  type;
  } names[] = {
    { "valueCoding", CARE_VALUE_CODING },         { "valueBoolean", CARE_VALUE_BOOLEAN },
    { "valueString", CARE_VALUE_STRING },         { "valueInteger", CARE_VALUE_INTEGER },
    { "valueDecimal", CARE_VALUE_DECIMAL },       { "valueDate", CARE_VALUE_DATE },
    { "valueDateTime", CARE_VALUE_DATE_TIME },    { "valueTime", CARE_VALUE_TIME },
    { "valueQuantity", CARE_VALUE_QUANTITY },     { "valueUri", CARE_VALUE_URI },
    { "valueAttachment", CARE_VALUE_ATTACHMENT }, { "valueReference", CARE_VALUE_REFERENCE },
  };

  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CareJsonView member;

      if (!care_json_view_peek_member (answer, names[i].member, &member))
        continue;
      if (n++ > 0)
        continue;
      *place = member;
      *type = names[i].type;
    }

  return n;
}

static void import_items (CareImport         *import,
                          const CareJsonView *view,
                          CareNode           *parent,
                          guint               answer,
                          guint               depth);

static void
import_answer (CareImport         *import,
               const CareJsonView *view,
               CareNode           *node,
               guint               depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareValue) value = NULL;
  CareJsonView place;
  CareJsonView items;
  CareValueType type = CARE_VALUE_STRING;
  guint index = care_node_get_n_answers (node);
  guint n_values;

  if (!JSON_NODE_HOLDS_OBJECT (view->node))
    {
      care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, -1, "an answer {…} should stand here", view);
      return;
    }
  if (index >= MAX_ANSWERS)
    {
      care_response_note_import (import->response, CARE_PROBLEM_TOO_MANY, node, node->item->link_id, -1, G_STRINGIFY (MAX_ANSWERS), view);
      return;
    }

  n_values = care_import_count_values (view, &place, &type);
  if (n_values > 1)
    care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, (int) index,
                               "an answer has one value; the first is taken", view);
  if (n_values > 0)
    {
      value = care_value_new_from_json (type, place.node, &error);
      if (value == NULL)
        care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, (int) index, error->message, &place);
      else
        {
          care_value_read_aside (value, json_node_get_object (view->node));
          care_response_add_value (import->response, node, value);
        }
      if (value != NULL && care_node_get_n_answers (node) == index)
        {
          care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, (int) index, FULL, view);
          return;
        }
      if (value != NULL && care_value_peek_forgiven (type, place.node) != NULL)
        care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, (int) index,
                                   care_value_peek_forgiven (type, place.node), &place);
    }
  else if (!care_json_view_peek_member (view, "item", &items))
    care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, (int) index,
                 "an answer without a value that this form can have", view);

  if (node->item->n_children > 0)
    import_items (import, view, node, MIN (index, node->n_slots - 1), depth);
  else if (care_json_view_peek_member (view, "item", &items))
    care_response_note_import (import->response, CARE_PROBLEM_UNKNOWN_ITEM, node, node->item->link_id, (int) index, NULL, &items);
}

/* What else an item says of itself, id and definition and the like, stays as it came. */
static void
keep_members (CareImport         *import,
              const CareJsonView *view,
              CareNode           *node)
{
  static const char *const ours[] = { "extension", "linkId", "text", "answer", "item", NULL };
  g_autoptr (JsonNode) kept = NULL;
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (view->node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (view->node));
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      if (g_strv_contains (ours, member))
        continue;
      if (kept == NULL)
        {
          kept = json_node_new (JSON_NODE_OBJECT);
          json_node_take_object (kept, json_object_new ());
        }
      json_object_set_member (json_node_get_object (kept), member, json_node_ref (value));
    }
  if (kept != NULL)
    care_response_keep_on (&import->response->members, node, kept);
}

/* data-absent-reason, signature and what was begun; anything else is kept as it came. */
void
care_import_extensions (CareImport         *import,
                   const CareJsonView *view,
                   CareNode           *node)
{
  CareJsonView array;
  CareJsonView extension;
  JsonArray *kept = NULL;

  keep_members (import, view, node);
  if (!care_json_view_peek_member (view, "extension", &array))
    return;

  for (guint i = 0; care_json_view_peek_element (&array, i, &extension); i++)
    {
      const char *url = care_form_peek_text (&extension, "url");
      const char *code = care_form_peek_text (&extension, "valueCode");
      CareJsonView signature;

      if (g_strcmp0 (url, CARE_ABSENT_EXTENSION) == 0 && care_item_is_question (node->item)
          && (g_strcmp0 (code, "asked-unknown") == 0 || g_strcmp0 (code, "asked-declined") == 0))
        {
          care_response_set_absent (import->response, node,
                                    strcmp (code, "asked-unknown") == 0 ? CARE_ABSENT_NOT_SURE : CARE_ABSENT_TELL_STAFF);
          continue;
        }
      if (g_strcmp0 (url, CARE_SIGNATURE_EXTENSION) == 0
          && care_json_view_peek_member (&extension, "valueSignature", &signature))
        {
          care_response_set_signature (import->response, node, signature.node);
          continue;
        }
      if (g_strcmp0 (url, CARE_DRAFT_EXTENSION) == 0 && care_response_import_draft (import->response, node, &extension))
        continue;
      if (g_strcmp0 (url, CARE_ANEW_EXTENSION) == 0 && care_response_import_anew (import->response, node, &extension))
        continue;
      if (kept == NULL)
        kept = json_array_new ();
      json_array_add_element (kept, json_node_ref (extension.node));
    }

  if (kept != NULL)
    {
      g_autoptr (JsonNode) json = json_node_init_array (json_node_alloc (), kept);

      json_array_unref (kept);
      care_response_set_extension_of (import->response, node, json);
    }
}

/* Was the question put in other words? Languages of the form count as the same words. With the former version at hand: did it ask
 * something else, or take other answers? */
gboolean
care_import_is_changed (CareImport         *import,
            const CareJsonView *view,
            const CareItem     *item)
{
  const char *then = care_form_peek_text (view, "text");
  const char *const *languages = care_questionnaire_get_languages (import->response->form);
  const CareItem *former = import->older && import->former != NULL && care_item_is_question (item)
                           ? care_questionnaire_find_item (import->former, item->link_id) : NULL;

  if (former != NULL)
    return !care_item_asks_same (item, former, languages);
  if (!import->older || then == NULL || item->text == NULL || !care_item_is_question (item))
    return FALSE;
  for (; *languages != NULL; languages++)
    if (g_strcmp0 (care_item_get_text (item, *languages), then) == 0)
      return FALSE;

  return TRUE;
}

/* An answer that can no longer be given: another type, a choice or a unit that is gone, beyond the bounds there are now. */
gboolean
care_import_is_outdated (const CareNode *node)
{
  for (guint i = 0; i < care_node_get_n_answers (node); i++)
    {
      g_autofree char *param = NULL;
      CareProblemKind kind;

      if (!care_answer_check (node->item, care_node_get_answer (node, i), &kind, &param))
        return TRUE;
    }

  return FALSE;
}

/* FALSE when the question is to be asked again. */
static gboolean
import_question (CareImport         *import,
                 const CareJsonView *view,
                 CareNode           *node,
                 guint               depth)
{
  CareJsonView answers;
  CareJsonView answer;
  CareJsonView items;

  if (care_import_is_changed (import, view, node->item))
    {
      care_import_ask_anew (import, view, node, depth);
      return FALSE;
    }

  if (care_json_view_peek_member (view, "answer", &answers))
    {
      if (!JSON_NODE_HOLDS_ARRAY (answers.node))
        care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, -1, "a list […] should stand here", &answers);
      for (guint i = 0; care_json_view_peek_element (&answers, i, &answer); i++)
        import_answer (import, &answer, node, depth);
    }
  if (import->older && care_import_is_outdated (node))
    {
      care_import_ask_anew (import, view, node, depth);
      return FALSE;
    }

  /* Items beside the answers instead of under them. */
  if (care_json_view_peek_member (view, "item", &items))
    {
      care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, node, node->item->link_id, -1,
                   "what stands under a question belongs under its answer", &items);
      if (node->item->n_children > 0)
        import_items (import, view, node, 0, depth);
    }

  return TRUE;
}

void
care_import_item (CareImport         *import,
             const CareJsonView *view,
             CareNode           *node,
             guint               depth)
{
  CareJsonView answers;
  gboolean answered = care_json_view_peek_member (view, "answer", &answers);

  if (care_item_is_question (node->item))
    {
      if (!import_question (import, view, node, depth))
        return;
    }
  else if (answered)
    care_response_note_import (import->response, CARE_PROBLEM_ANSWER_TO_DISPLAY, node, node->item->link_id, -1, NULL, &answers);

  if (node->item->type == CARE_ITEM_GROUP)
    import_items (import, view, node, 0, depth);
  care_import_extensions (import, view, node);
}

/* The node for the next item of @number under @slot: the group's next instance, made where it is not there yet. */
static CareNode *
find_target (CareImport *import,
             CareNode   *parent,
             CareAnswerSlot   *slot,
             guint32     number,
             guint       occurrence)
{
  guint first;
  guint count;
  CareNode *last;

  if (!care_answer_slot_find (slot, number, &first, &count))
    return NULL;
  if (slot->children[first]->item->number != number)
    return NULL;
  if (occurrence < count)
    return slot->children[first + occurrence];

  last = slot->children[first + count - 1];
  if (last->item->type != CARE_ITEM_GROUP || !last->item->repeats)
    return last;
  if (count >= MAX_INSTANCES || !care_response_has_room (import->response, last->item, FALSE))
    return NULL;

  return care_response_insert_instance (import->response, slot, first + count, last);
}

static void
import_items (CareImport         *import,
              const CareJsonView *view,
              CareNode           *parent,
              guint               answer,
              guint               depth)
{
  CareJsonView array;
  CareJsonView element;
  g_autoptr (GHashTable) seen = NULL;
  guint32 last = 0;

  if (!care_json_view_peek_member (view, "item", &array))
    return;
  if (!JSON_NODE_HOLDS_ARRAY (array.node) || depth > MAX_DEPTH)
    {
      care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, NULL, care_node_get_link_id (parent), -1,
                   "a list […] of items should stand here", &array);
      return;
    }

  seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; care_json_view_peek_element (&array, i, &element); i++)
    {
      const char *link_id = care_form_peek_text (&element, "linkId");
      const CareItem *item = link_id != NULL ? care_import_find_next (import, parent, &element, link_id, seen) : NULL;
      guint occurrence;
      CareNode *node;

      if (item == NULL)
        {
          care_response_note_import (import->response, link_id != NULL ? CARE_PROBLEM_UNKNOWN_ITEM : CARE_PROBLEM_STRUCTURE, NULL, link_id, -1,
                       link_id != NULL ? NULL : "an item with a linkId should stand here", &element);
          continue;
        }

      occurrence = GPOINTER_TO_UINT (g_hash_table_lookup (seen, item));
      g_hash_table_insert (seen, (gpointer) item, GUINT_TO_POINTER (occurrence + 1));
      if (item->number < last)
        care_response_note_import (import->response, CARE_PROBLEM_ORDER, NULL, link_id, -1, NULL, &element);
      last = MAX (last, item->number);
      if (occurrence > 0 && !(item->type == CARE_ITEM_GROUP && item->repeats))
        care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, NULL, link_id, -1, "the item is there more than once", &element);

      node = find_target (import, parent, &parent->slots[answer], item->number, occurrence);
      if (node != NULL)
        care_import_item (import, &element, node, depth + 1);
      else if (!care_response_has_room (import->response, item, FALSE))
        care_response_note_import (import->response, CARE_PROBLEM_STRUCTURE, NULL, link_id, -1, FULL, &element);
      else
        care_response_note_import (import->response, CARE_PROBLEM_TOO_MANY, NULL, link_id, -1, G_STRINGIFY (MAX_INSTANCES), &element);
    }
}

static void
note_not_enabled (CareImport *import,
                  CareNode   *node)
{
  if (node->item != NULL && care_node_get_n_answers (node) > 0 && !care_node_is_enabled (node))
    {
      CareProblem *problem = g_new0 (CareProblem, 1);

      problem->kind = CARE_PROBLEM_NOT_ENABLED;
      problem->node = care_node_ref (node);
      problem->link_id = g_strdup (node->item->link_id);
      problem->answer = -1;
      g_ptr_array_add (import->response->import_problems, problem);
    }

  for (guint i = 0; i < node->n_slots; i++)
    for (guint k = 0; k < node->slots[i].n_children; k++)
      note_not_enabled (import, node->slots[i].children[k]);
}

/**
 * care_response_new_from_node:
 * @questionnaire: the form
 * @node: a FHIR R4 QuestionnaireResponse
 * @source: the file's name, for messages
 * @error: where to put the reason
 *
 * Reads answers back. Values that do not fit their question are kept, so that
 * validation can say what is wrong; items that the form does not have, and
 * answers to questions that read differently in a newer version, are left out.
 * All of it is in care_response_get_import_problems().
 *
 * Returns: (transfer full) (nullable): the response, or %NULL with
 *   %CARE_ERROR_INPUT if this is no response, or one to another form
 */
CareResponse *
care_response_new_from_node (CareQuestionnaire  *questionnaire,
                             JsonNode           *node,
                             const char         *source,
                             GError            **error)
{
  return care_response_new_from_former (questionnaire, NULL, node, source, error);
}

/**
 * care_response_new_from_former:
 * @questionnaire: the form
 * @former: (nullable): the version of it that the answers were given on
 * @node: a QuestionnaireResponse
 * @source: the file's name, for messages
 * @error: where to put the reason
 *
 * The same with the former version at hand: a question that has other choices, units or bounds now is asked again, too, though its
 * answer would still be taken. Whoever has to answer it is no change where it was answered.
 *
 * Returns: (transfer full) (nullable): the answers
 */
CareResponse *
care_response_new_from_former (CareQuestionnaire  *questionnaire,
                               CareQuestionnaire  *former,
                               JsonNode           *node,
                               const char         *source,
                               GError            **error)
{
  /* A tree in memory may be deeper than a file: answers nest twice as deep as the questions. */
  static const CareJsonLimits limits = { 64 * 1024 * 1024, 320, 4000000 };
  g_autoptr (CareResponse) self = NULL;
  g_autoptr (JsonNode) frozen = NULL;
  CareImport import = { NULL, FALSE, former };
  CareJsonView view;

  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (questionnaire), NULL);
  g_return_val_if_fail (node != NULL && source != NULL, NULL);

  if (json_node_is_immutable (node))
    frozen = json_node_ref (node);
  else
    {
      g_autofree char *text = care_json_to_text (node, CARE_JSON_COMPACT);

      frozen = care_json_parse (text, -1, source, &limits, error);
      if (frozen == NULL)
        return NULL;
    }

  care_json_view_init (&view, source, frozen);
  if (!JSON_NODE_HOLDS_OBJECT (frozen) || g_strcmp0 (care_form_peek_text (&view, "resourceType"), "QuestionnaireResponse") != 0)
    {
      CareJsonView place = { .parent = &view, .member = "resourceType", .source = source };

      care_json_view_set_error (&place, error, CARE_ERROR_INPUT,
                                "must be \"QuestionnaireResponse\"; these are not answers to a form");
      return NULL;
    }

  self = g_object_new (CARE_TYPE_RESPONSE, NULL);
  self->form = g_object_ref (questionnaire);
  self->root = care_node_new (self, questionnaire, NULL, NULL);
  self->n_nodes = questionnaire->n_nodes;
  import.response = self;
  if (!care_response_read_head (self, &view, error))
    return NULL;
  import.older = self->former_version != NULL;

  care_response_begin_quiet (self);
  import_items (&import, &view, self->root, 0, 0);
  care_response_end_quiet (self, self->root);
  care_response_settle (self, NULL);
  note_not_enabled (&import, self->root);

  return g_steal_pointer (&self);
}
