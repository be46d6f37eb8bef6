/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-import-private.h"

#include "base/care-json-view.h"

#define MAX_DEPTH 64

/* What was answered under an answer that does not count any more: it has no place, and is asked again with its question. */
static void
ask_below (CareImport         *import,
           const CareJsonView *view,
           CareNode           *node,
           guint               depth)
{
  CareJsonView items;
  CareJsonView item;

  if (depth > MAX_DEPTH || node->item->n_children == 0 || !care_json_view_peek_member (view, "item", &items)
      || !JSON_NODE_HOLDS_ARRAY (items.node))
    return;

  for (guint i = 0; care_json_view_peek_element (&items, i, &item); i++)
    {
      const char *link_id = care_form_peek_text (&item, "linkId");
      const CareItem *child = link_id != NULL ? care_import_find_child (import, node, link_id) : NULL;
      CareJsonView answers;
      guint first;
      guint count;

      if (child == NULL || !care_answer_slot_find (&node->slots[0], child->number, &first, &count)
          || node->slots[0].children[first]->item != child)
        continue;
      if (child->type == CARE_ITEM_GROUP)
        ask_below (import, &item, node->slots[0].children[first], depth + 1);
      else if (care_json_view_peek_member (&item, "answer", &answers))
        care_import_ask_anew (import, &item, node->slots[0].children[first], depth + 1);
    }
}

void
care_import_ask_anew (CareImport         *import,
                      const CareJsonView *view,
                      CareNode           *node,
                      guint               depth)
{
  CareJsonView answers;
  CareJsonView answer;

  care_response_clear (import->response, node);
  care_response_note_anew (import->response, node, view);
  if (depth > MAX_DEPTH || node->item->n_children == 0 || !care_json_view_peek_member (view, "answer", &answers)
      || !JSON_NODE_HOLDS_ARRAY (answers.node))
    return;
  for (guint i = 0; care_json_view_peek_element (&answers, i, &answer); i++)
    ask_below (import, &answer, node, depth + 1);
}
