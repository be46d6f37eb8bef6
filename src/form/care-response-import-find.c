/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-import-private.h"

#include <string.h>

#include "base/care-json-view.h"

/* Which item of the form an answer belongs to. Forms in the wild have link ids twice: place and words decide. */

static guint
get_children (CareImport             *import,
              CareNode               *parent,
              const CareItem *const **children)
{
  CareQuestionnaire *form = import->response->form;

  *children = parent->item != NULL ? parent->item->children : form->roots;

  return parent->item != NULL ? parent->item->n_children : form->n_roots;
}

/* The child item of @parent with the link id. */
const CareItem *
care_import_find_child (CareImport *import,
                        CareNode   *parent,
                        const char *link_id)
{
  const CareItem *item = care_questionnaire_find_item (import->response->form, link_id);
  const CareItem *const *children;
  guint n = get_children (import, parent, &children);

  if (item == NULL)
    return NULL;
  if (parent->item == NULL ? item->parent == CARE_ITEM_NUMBER_NONE : item->parent == parent->item->number)
    return item;

  for (guint i = 0; i < n; i++)
    {
      if (strcmp (children[i]->link_id, link_id) == 0)
        return children[i];
    }

  return NULL;
}

static gboolean
has_words (CareImport     *import,
           const CareItem *item,
           const char     *words)
{
  const char *const *languages = care_questionnaire_get_languages (import->response->form);

  for (; words != NULL && item->text != NULL && *languages != NULL; languages++)
    {
      if (g_strcmp0 (care_item_get_text (item, *languages), words) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Of several children with the link id: the one with @view's words, else the next, that is not in @seen yet; a repeating group may
 * come again. */
const CareItem *
care_import_find_next (CareImport         *import,
                       CareNode           *parent,
                       const CareJsonView *view,
                       const char         *link_id,
                       GHashTable         *seen)
{
  const CareItem *first = care_import_find_child (import, parent, link_id);
  const CareItem *next = NULL;
  const char *words = care_form_peek_text (view, "text");
  const CareItem *const *children;
  guint n;

  if (first == NULL || !import->response->form->namesakes)
    return first;

  n = get_children (import, parent, &children);
  for (guint i = 0; i < n; i++)
    {
      gboolean again = children[i]->type == CARE_ITEM_GROUP && children[i]->repeats;

      if ((!again && g_hash_table_contains (seen, children[i])) || strcmp (children[i]->link_id, link_id) != 0)
        continue;
      if (has_words (import, children[i], words))
        return children[i];
      if (next == NULL)
        next = children[i];
    }

  return next != NULL ? next : first;
}
