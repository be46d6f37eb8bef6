/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

/* Deeper than any form, and than the strict scan lets a file be. */
#define MAX_DEPTH 64

/* A form may ask for many instances from the start; more than this is a mistake. */
#define MAX_FIRST_INSTANCES 20

static guint
count_items (const CareJsonView *view,
             guint               depth)
{
  CareJsonView array;
  CareJsonView element;
  guint n = 0;

  if (depth > MAX_DEPTH || !care_json_view_peek_member (view, "item", &array) || !JSON_NODE_HOLDS_ARRAY (array.node))
    return 0;

  for (guint i = 0; care_json_view_peek_element (&array, i, &element); i++)
    if (JSON_NODE_HOLDS_OBJECT (element.node))
      n += 1 + count_items (&element, depth + 1);

  return n;
}

/* A type that R4 does not have is taken for the nearest that it has. */
static CareItemType
guess_type (CareFormReader     *reader,
            const CareJsonView *view,
            const char         *name)
{
  CareJsonView member;
  CareItemType type;

  if (g_strcmp0 (name, "coding") == 0 || care_json_view_peek_member (view, "answerOption", &member)
      || care_json_view_peek_member (view, "answerValueSet", &member))
    type = CARE_ITEM_CHOICE;
  else if (g_strcmp0 (name, "uri") == 0)
    type = CARE_ITEM_URL;
  else if (name == NULL && care_json_view_peek_member (view, "item", &member))
    type = CARE_ITEM_GROUP;
  else
    type = CARE_ITEM_STRING;

  if (reader->version == NULL && (g_strcmp0 (name, "coding") == 0 || g_strcmp0 (name, "question") == 0))
    reader->version = "R5";
  if (name != NULL)
    care_form_note (reader, CARE_NOTE_FORGIVEN, view, "the type '%s' is not one of R4; taken as %s",
                    name, care_item_type_to_string (type));
  else
    care_form_note (reader, CARE_NOTE_FORGIVEN, view, "no type; taken as %s", care_item_type_to_string (type));

  return type;
}

static CareItemType
read_type (CareFormReader     *reader,
           const CareJsonView *view)
{
  CareJsonView member;
  const char *name = NULL;

  if (care_json_view_peek_member (view, "type", &member))
    name = care_form_read_string (reader, view, "type");

  if (name != NULL)
    for (guint type = CARE_ITEM_GROUP; type <= CARE_ITEM_QUANTITY; type++)
      if (strcmp (care_item_type_to_string (type), name) == 0)
        return type;

  return guess_type (reader, view, name);
}

static const char *
read_link_id (CareFormReader     *reader,
              const CareJsonView *view,
              guint               number)
{
  const char *link_id = care_form_read_string (reader, view, "linkId");
  g_autofree char *made = NULL;

  if (link_id != NULL)
    return link_id;

  made = g_strdup_printf ("item-%u", number + 1);
  care_form_note (reader, CARE_NOTE_FORGIVEN, view, "no linkId; '%s' is taken", made);

  return care_arena_dup (reader->form->arena, made);
}

static void
read_codes (CareFormReader     *reader,
            const CareJsonView *view,
            CareItem           *item)
{
  CareJsonView array;
  CareJsonView element;
  CareItemMore *more;

  if (!care_form_read_array (reader, view, "code", &array))
    return;

  more = care_form_ensure_more (reader, item);
  more->codes = care_arena_new0 (reader->form->arena, CareValue *, care_json_view_get_length (&array));
  for (guint i = 0; care_json_view_peek_element (&array, i, &element); i++)
    {
      g_autoptr (GError) error = NULL;
      CareValue *code = care_value_new_from_json (CARE_VALUE_CODING, element.node, &error);

      if (code == NULL)
        care_form_note (reader, CARE_NOTE_FORGIVEN, &element, "%s; code left out", error->message);
      else
        more->codes[more->n_codes++] = care_form_take_value (reader, code);
    }
}

static void
read_initial (CareFormReader     *reader,
              const CareJsonView *view,
              CareItem           *item)
{
  CareJsonView array;
  CareJsonView element;
  CareJsonView place;
  CareItemMore *more;

  if (!care_form_read_array (reader, view, "initial", &array))
    return;

  more = care_form_ensure_more (reader, item);
  more->initial = care_arena_new0 (reader->form->arena, CareValue *, care_json_view_get_length (&array));
  for (guint i = 0; care_json_view_peek_element (&array, i, &element); i++)
    {
      CareValue *value = care_form_read_value (reader, &element, "value", &place);

      if (value != NULL)
        more->initial[more->n_initial++] = value;
      else
        care_form_note (reader, CARE_NOTE_FORGIVEN, &element, "an initial value without a value; left out");
    }
  if (more->n_initial > 1 && !item->repeats)
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, &array, "several initial values for one answer; the first is taken");
      more->n_initial = 1;
    }
}

/* A choice that nobody is asked, or that has its answer already, needs nothing to choose. */
static void
note_no_choices (CareFormReader     *reader,
                 const CareJsonView *view,
                 const CareItem     *item)
{
  if (care_item_get_n_options (item) > 0 || care_item_get_missing_choices (item) != NULL
      || item->hidden || care_item_get_n_initial (item) > 0)
    return;

  if (item->type == CARE_ITEM_CHOICE)
    care_form_note (reader, CARE_NOTE_UNSUPPORTED, view, "a choice without anything to choose; staff will ask");
  else if (item->type == CARE_ITEM_OPEN_CHOICE)
    care_form_note (reader, CARE_NOTE_UNSUPPORTED, view, "an open choice without anything to choose; the answer is typed");
}

static void
read_fields (CareFormReader     *reader,
             const CareJsonView *view,
             CareItem           *item)
{
  CareJsonView member;

  item->text = care_form_read_text (reader, view, "text");
  item->required = care_form_read_boolean (reader, view, "required");
  item->repeats = care_form_read_boolean (reader, view, "repeats");
  item->read_only = care_form_read_boolean (reader, view, "readOnly");
  if (care_json_view_peek_member (view, "prefix", &member) || care_json_view_peek_member (view, "_prefix", &member))
    care_form_ensure_more (reader, item)->prefix = care_form_read_text (reader, view, "prefix");
  if (care_json_view_peek_member (view, "maxLength", &member))
    care_form_ensure_more (reader, item)->max_length = care_form_read_count (reader, view, "maxLength");

  read_codes (reader, view, item);
  read_initial (reader, view, item);
  if (item->type != CARE_ITEM_GROUP && item->type != CARE_ITEM_DISPLAY)
    care_form_read_choices (reader, view, item);
  care_form_read_constraint (reader, view, item);
  care_form_read_extensions (reader, view, item);
  care_form_note_bounds (reader, view, item);
  note_no_choices (reader, view, item);
  care_form_read_conditions (reader, view, item);

  if (item->type == CARE_ITEM_DISPLAY && (item->required || item->repeats))
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "a display is neither required nor repeated");
      item->required = item->repeats = FALSE;
    }
}

/* "Select all that apply" says how to answer: it belongs before the answers, not below them. */
static gboolean
is_instruction (const CareItem *parent,
                const CareItem *display)
{
  return display->control == CARE_CONTROL_NONE && care_item_is_question (parent)
         && (display->category == CARE_CATEGORY_INSTRUCTIONS || display->category == CARE_CATEGORY_HELP);
}

/* Help, hints, units and slider ends are drawn with the item they stand under. */
static void
merge_display (CareFormReader *reader,
               CareItem       *parent,
               CareItem       *display)
{
  CareItemMore *more;

  if (display->type != CARE_ITEM_DISPLAY || display->n_conditions > 0)
    return;

  switch (display->control)
    {
    case CARE_CONTROL_HELP:
    case CARE_CONTROL_FLYOVER:
    case CARE_CONTROL_UNIT:
    case CARE_CONTROL_LOWER:
    case CARE_CONTROL_UPPER:
      break;
    default:
      if (!is_instruction (parent, display))
        return;
    }

  more = care_form_ensure_more (reader, parent);
  if (display->control == CARE_CONTROL_HELP && more->help == NULL)
    more->help = display->text;
  else if ((display->control == CARE_CONTROL_FLYOVER || is_instruction (parent, display)) && more->flyover == NULL)
    more->flyover = display->text;
  else if (display->control == CARE_CONTROL_UNIT && more->unit_text == NULL)
    more->unit_text = display->text;
  else if (display->control == CARE_CONTROL_LOWER && more->lower_text == NULL)
    more->lower_text = display->text;
  else if (display->control == CARE_CONTROL_UPPER && more->upper_text == NULL)
    more->upper_text = display->text;
  else
    return;
  display->merged = TRUE;
}

static guint read_level (CareFormReader     *reader,
                         const CareJsonView *view,
                         CareItem           *parent,
                         guint               depth,
                         const CareItem   ***children);

static CareItem *
read_item (CareFormReader     *reader,
           const CareJsonView *view,
           CareItem           *parent,
           guint               depth)
{
  guint number = reader->next_item++;
  CareItem *item = &reader->form->items[number];

  item->items = reader->form->items;
  item->number = number;
  item->parent = parent != NULL ? parent->number : CARE_ITEM_NUMBER_NONE;
  item->depth = (guint16) depth;
  reader->link_id = NULL;
  item->link_id = read_link_id (reader, view, number);
  reader->link_id = item->link_id;
  item->type = (guint8) read_type (reader, view);

  if (g_hash_table_contains (reader->form->by_link_id, item->link_id))
    {
      reader->form->namesakes = TRUE;
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "the linkId is there twice; conditions mean the first");
    }
  else
    g_hash_table_insert (reader->form->by_link_id, (gpointer) item->link_id, item);

  read_fields (reader, view, item);
  item->n_children = read_level (reader, view, item, depth + 1, &item->children);
  item->end = reader->next_item;
  for (guint i = 0; i < item->n_children; i++)
    merge_display (reader, item, (CareItem *) item->children[i]);

  return item;
}

static guint
read_level (CareFormReader     *reader,
            const CareJsonView *view,
            CareItem           *parent,
            guint               depth,
            const CareItem   ***children)
{
  CareJsonView array;
  CareJsonView element;
  guint n = 0;

  if (!care_form_read_array (reader, view, "item", &array))
    return 0;
  if (depth > MAX_DEPTH)
    {
      care_form_note (reader, CARE_NOTE_UNSUPPORTED, &array, "items deeper than %d levels; left out", MAX_DEPTH);
      return 0;
    }

  *children = care_arena_new0 (reader->form->arena, const CareItem *, care_json_view_get_length (&array));
  for (guint i = 0; care_json_view_peek_element (&array, i, &element); i++)
    {
      if (JSON_NODE_HOLDS_OBJECT (element.node))
        (*children)[n++] = read_item (reader, &element, parent, depth);
      else
        care_form_note (reader, CARE_NOTE_FORGIVEN, &element, "an item {…} should stand here; left out");
    }

  return n;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const CareCodeEntry *left = a;
  const CareCodeEntry *right = b;
  int order = g_strcmp0 (left->system, right->system);

  if (order == 0)
    order = g_strcmp0 (left->code, right->code);
  if (order == 0)
    order = left->number < right->number ? -1 : left->number > right->number;

  return order;
}

static void
index_codes (CareQuestionnaire *form)
{
  guint n = 0;

  for (guint i = 0; i < form->n_items; i++)
    n += form->items[i].more != NULL ? form->items[i].more->n_codes : 0;

  form->codes = care_arena_new0 (form->arena, CareCodeEntry, n);
  for (guint i = 0; i < form->n_items; i++)
    {
      const CareItemMore *more = form->items[i].more;

      for (guint k = 0; more != NULL && k < more->n_codes; k++)
        form->codes[form->n_codes++] = (CareCodeEntry) {
          care_value_get_system (more->codes[k]),
          care_value_get_code (more->codes[k]),
          i,
        };
    }
  if (n > 1)
    qsort (form->codes, n, sizeof *form->codes, compare_codes);
}

static guint
count_first_instances (const CareItem *item,
                       guint           most)
{
  if (item->type != CARE_ITEM_GROUP || !item->repeats)
    return 1;
  /* Only the outermost, or they would multiply. */
  for (const CareItem *above = care_item_get_parent (item); above != NULL; above = care_item_get_parent (above))
    if (care_item_get_min_occurs (above) > 1)
      return 1;

  return CLAMP (care_item_get_min_occurs (item), 1, most);
}

/* How many nodes each item makes, from the last item to the first: what is below an item is counted before it. */
static void
count_nodes (CareQuestionnaire *form,
             guint              most)
{
  form->n_nodes = 1;
  for (guint i = form->n_items; i > 0; i--)
    {
      CareItem *item = &form->items[i - 1];

      item->n_first = (guint16) count_first_instances (item, most);
      item->n_nodes = 1;
      for (guint k = 0; k < item->n_children; k++)
        item->n_nodes += item->children[k]->n_first * item->children[k]->n_nodes;
      if (item->parent == CARE_ITEM_NUMBER_NONE)
        form->n_nodes += item->n_first * item->n_nodes;
    }
}

static void
limit_nodes (CareFormReader     *reader,
             const CareJsonView *view)
{
  CareQuestionnaire *form = reader->form;
  guint most = MAX_FIRST_INSTANCES;
  guint asked;

  count_nodes (form, most);
  asked = form->n_nodes;
  for (; most > 1 && form->n_nodes > CARE_MOST_NODES; count_nodes (form, most))
    most /= 2;
  if (form->n_nodes < asked)
    care_form_note (reader, CARE_NOTE_UNSUPPORTED, view, "minOccurs asks for more than %d items in all; groups begin with %u at most",
                    CARE_MOST_NODES, most);
}

/**
 * care_form_read_items:
 * @reader: the reader
 * @view: the Questionnaire
 * @error: where to put the reason
 *
 * Reads all items, numbers them in the form's order, and makes the indexes.
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if there is nothing to ask
 */
gboolean
care_form_read_items (CareFormReader      *reader,
                      const CareJsonView  *view,
                      GError             **error)
{
  CareQuestionnaire *form = reader->form;
  CareJsonView array;

  if (care_json_view_peek_member (view, "item", &array) && !JSON_NODE_HOLDS_ARRAY (array.node))
    {
      care_json_view_set_error (&array, error, CARE_ERROR_INPUT, "a list […] of items should stand here");
      return FALSE;
    }

  form->n_items = count_items (view, 0);
  form->items = g_new0 (CareItem, MAX (form->n_items, 1));
  form->n_roots = read_level (reader, view, NULL, 0, &form->roots);
  g_assert (reader->next_item <= form->n_items);
  form->n_items = reader->next_item;
  reader->link_id = NULL;

  if (form->n_items == 0)
    care_form_note (reader, CARE_NOTE_FORGIVEN, view, "the form has no items");
  care_form_index_conditions (reader);
  index_codes (form);
  limit_nodes (reader, view);

  return TRUE;
}
