/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

/* Conditions are read before all items are known: until care_form_index_conditions() the link id of the question is
 * kept in this record, which begins with what will be used. */
typedef struct
{
  CareCondition  condition;
  const char    *question;
  const char    *path;
} PendingCondition;

static gboolean
read_operator (CareFormReader     *reader,
               const CareJsonView *view,
               CareCondition      *condition)
{
  static const struct
  {
    const char   *text;
    CareOperator  op;
  } operators[] = {
    { "exists", CARE_OPERATOR_EXISTS },         { "=", CARE_OPERATOR_EQUAL },
    { "!=", CARE_OPERATOR_NOT_EQUAL },          { ">", CARE_OPERATOR_GREATER },
    { "<", CARE_OPERATOR_LESS },                { ">=", CARE_OPERATOR_GREATER_EQUAL },
    { "<=", CARE_OPERATOR_LESS_EQUAL },         { "==", CARE_OPERATOR_EQUAL },
  };
  CareJsonView answered;
  const char *text;

  /* STU3 wrote {"question": …, "hasAnswer": true}. */
  if (care_json_view_peek_member (view, "hasAnswer", &answered))
    {
      reader->version = reader->version != NULL ? reader->version : "STU3";
      care_form_note (reader, CARE_NOTE_FORGIVEN, &answered, "hasAnswer is of FHIR STU3; taken as operator exists");
      condition->op = CARE_OPERATOR_EXISTS;
      condition->exists = care_form_read_boolean (reader, view, "hasAnswer");
      return TRUE;
    }

  text = care_form_read_string (reader, view, "operator");
  if (text == NULL)
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "enableWhen without operator; taken as =");
      condition->op = CARE_OPERATOR_EQUAL;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strcmp (operators[i].text, text) == 0)
      {
        condition->op = operators[i].op;
        return TRUE;
      }

  care_form_note (reader, CARE_NOTE_FORGIVEN, view, "the operator '%s' is not known; condition left out", text);

  return FALSE;
}

static gboolean
read_condition (CareFormReader     *reader,
                const CareJsonView *view,
                PendingCondition   *pending)
{
  CareCondition *condition = &pending->condition;
  CareJsonView place;

  if (!JSON_NODE_HOLDS_OBJECT (view->node))
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "an object {…} should stand here; condition left out");
      return FALSE;
    }

  pending->question = care_form_read_string (reader, view, "question");
  if (pending->question == NULL)
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "enableWhen without question; condition left out");
      return FALSE;
    }
  if (!read_operator (reader, view, condition))
    return FALSE;
  if (condition->op == CARE_OPERATOR_EXISTS && care_json_view_peek_member (view, "hasAnswer", &place))
    return TRUE;

  condition->value = care_form_read_value (reader, view, "answer", &place);
  if (condition->op == CARE_OPERATOR_EXISTS)
    {
      condition->exists = condition->value == NULL || care_value_get_value_type (condition->value) != CARE_VALUE_BOOLEAN
                          || care_value_get_boolean (condition->value);
      if (condition->value == NULL)
        care_form_note (reader, CARE_NOTE_FORGIVEN, view, "exists without answerBoolean; taken as true");
      return TRUE;
    }
  if (condition->value == NULL)
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "enableWhen without answer; condition left out");
      return FALSE;
    }

  return TRUE;
}

/**
 * care_form_read_conditions:
 * @reader: the reader
 * @view: the item's JSON
 * @item: the item
 *
 * Reads enableWhen and enableBehavior.
 */
void
care_form_read_conditions (CareFormReader     *reader,
                           const CareJsonView *view,
                           CareItem           *item)
{
  CareJsonView array;
  CareJsonView element;
  CareJsonView member;
  PendingCondition *pending;
  const char *behavior = NULL;
  guint n;

  if (!care_form_read_array (reader, view, "enableWhen", &array))
    return;

  n = care_json_view_get_length (&array);
  pending = care_arena_new0 (reader->form->arena, PendingCondition, n);
  for (guint i = 0; i < n; i++)
    {
      care_json_view_peek_element (&array, i, &element);
      if (read_condition (reader, &element, &pending[item->n_conditions]))
        {
          g_autofree char *path = care_json_view_dup_path (&element);

          pending[item->n_conditions++].path = care_arena_dup (reader->form->arena, path);
        }
      else
        memset (&pending[item->n_conditions], 0, sizeof *pending);
    }
  item->conditions = &pending->condition;

  if (care_json_view_peek_member (view, "enableBehavior", &member))
    behavior = care_form_read_string (reader, view, "enableBehavior");
  /* Without enableBehavior, any: so FHIR STU3 had it, and it rather asks than hides. */
  item->any = g_strcmp0 (behavior, "all") != 0;
  if (behavior != NULL && strcmp (behavior, "all") != 0 && strcmp (behavior, "any") != 0)
    care_form_note (reader, CARE_NOTE_FORGIVEN, view, "enableBehavior '%s' is neither all nor any; taken as any", behavior);
  else if (behavior == NULL && n > 1)
    care_form_note (reader, CARE_NOTE_FORGIVEN, view, "several enableWhen without enableBehavior; taken as any");
}

static guint32
find_common (const CareItem *items,
             guint32         item,
             guint32         source)
{
  guint32 above = items[item].parent;

  while (above != CARE_ITEM_NUMBER_NONE && above != source && !care_item_contains (&items[above], source))
    above = items[above].parent;

  return above;
}

/* Puts numbers in the place of link ids, and drops conditions on questions that are not there. */
static void
resolve (CareFormReader *reader,
         CareItem       *item)
{
  PendingCondition *pending = (PendingCondition *) item->conditions;
  CareCondition *conditions = care_arena_new0 (reader->form->arena, CareCondition, item->n_conditions);
  guint n = 0;

  for (guint i = 0; i < item->n_conditions; i++)
    {
      const CareItem *source = g_hash_table_lookup (reader->form->by_link_id, pending[i].question);

      if (source == NULL)
        {
          reader->link_id = item->link_id;
          care_form_note_at (reader, CARE_NOTE_FORGIVEN, pending[i].path,
                             "enableWhen asks about '%s', which is not in the form; condition left out", pending[i].question);
          continue;
        }

      conditions[n] = pending[i].condition;
      conditions[n].source = source->number;
      conditions[n].common = find_common (reader->form->items, item->number, source->number);
      reader->form->items[source->number].n_dependants++;
      n++;
    }

  item->conditions = conditions;
  item->n_conditions = n;
}

static void
index_dependants (CareQuestionnaire *form)
{
  guint n_sources = 0;

  for (guint i = 0; i < form->n_items; i++)
    if (form->items[i].n_dependants > 0)
      n_sources++;

  form->sources = care_arena_new0 (form->arena, guint32, n_sources);
  for (guint i = 0; i < form->n_items; i++)
    {
      CareItem *item = &form->items[i];

      if (item->n_dependants == 0)
        continue;
      form->sources[form->n_sources++] = i;
      item->dependants = care_arena_new0 (form->arena, guint32, item->n_dependants);
      item->n_dependants = 0;
    }

  for (guint i = 0; i < form->n_items; i++)
    for (guint k = 0; k < form->items[i].n_conditions; k++)
      {
        CareItem *source = &form->items[form->items[i].conditions[k].source];

        /* Two conditions of one item on one question make it a dependant once. */
        if (source->n_dependants == 0 || source->dependants[source->n_dependants - 1] != i)
          source->dependants[source->n_dependants++] = i;
      }
}

/* Tarjan's search for strongly connected items, without recursion. An item leans on the questions it asks about and
 * on its parent; what leans on each other is a loop, and the order in which components are found is the order in
 * which conditions have to be worked out. */
typedef struct
{
  CareFormReader *reader;
  guint32        *index;     /* 0: not visited */
  guint32        *low;
  guint32        *next;      /* which edge comes next */
  guint32        *component; /* 0: none yet */
  guint32        *path;
  guint32        *stack;
  guint           n_path;
  guint           n_stack;
  guint32         n_index;
  guint32         n_components;
} LoopSearch;

static gboolean
get_edge (const CareItem *item,
          guint32         edge,
          guint32        *target)
{
  if (edge < item->n_conditions)
    *target = item->conditions[edge].source;
  else if (edge == item->n_conditions && item->parent != CARE_ITEM_NUMBER_NONE)
    *target = item->parent;
  else
    return FALSE;

  return TRUE;
}

static void
report_loop (LoopSearch *search,
             guint       first)
{
  CareQuestionnaire *form = search->reader->form;
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = first; i < search->n_stack && ids->len < 300; i++)
    g_string_append_printf (ids, "%s'%s'", ids->len > 0 ? ", " : "", form->items[search->stack[i]].link_id);

  search->reader->link_id = form->items[search->stack[first]].link_id;
  care_form_note_at (search->reader, CARE_NOTE_LOOP, "/item",
                  "enableWhen goes round in a circle (%s); answers decide, whether or not their question is shown", ids->str);
}

static void
close_component (LoopSearch *search,
                 guint32     number)
{
  CareItem *items = search->reader->form->items;
  guint first = search->n_stack;
  gboolean loop;

  do
    first--;
  while (search->stack[first] != number);

  search->n_components++;
  for (guint i = first; i < search->n_stack; i++)
    {
      search->component[search->stack[i]] = search->n_components;
      items[search->stack[i]].rank = search->n_components;
    }

  loop = search->n_stack - first > 1;
  for (guint i = first; i < search->n_stack; i++)
    {
      CareItem *item = &items[search->stack[i]];

      for (guint k = 0; k < item->n_conditions; k++)
        if (search->component[item->conditions[k].source] == search->n_components)
          item->conditions[k].in_loop = loop = TRUE;
    }

  if (loop)
    report_loop (search, first);
  search->n_stack = first;
}

static void
visit (LoopSearch *search,
       guint32     number)
{
  search->index[number] = search->low[number] = ++search->n_index;
  search->path[search->n_path++] = number;
  search->stack[search->n_stack++] = number;
}

static void
search_from (LoopSearch *search,
             guint32     root)
{
  const CareItem *items = search->reader->form->items;

  visit (search, root);
  while (search->n_path > 0)
    {
      guint32 number = search->path[search->n_path - 1];
      guint32 target;

      if (get_edge (&items[number], search->next[number], &target))
        {
          search->next[number]++;
          if (search->index[target] == 0)
            visit (search, target);
          else if (search->component[target] == 0)
            search->low[number] = MIN (search->low[number], search->index[target]);
          continue;
        }

      search->n_path--;
      if (search->low[number] == search->index[number])
        close_component (search, number);
      if (search->n_path > 0)
        {
          guint32 above = search->path[search->n_path - 1];

          search->low[above] = MIN (search->low[above], search->low[number]);
        }
    }
}

static void
find_loops (CareFormReader *reader)
{
  guint n = reader->form->n_items;
  g_autofree guint32 *memory = g_new0 (guint32, (gsize) n * 6);
  LoopSearch search = { .reader = reader };

  search.index = memory;
  search.low = memory + n;
  search.next = memory + 2 * (gsize) n;
  search.component = memory + 3 * (gsize) n;
  search.path = memory + 4 * (gsize) n;
  search.stack = memory + 5 * (gsize) n;

  for (guint i = 0; i < n; i++)
    if (search.index[i] == 0)
      search_from (&search, i);
}

/**
 * care_form_index_conditions:
 * @reader: the reader, all items read
 *
 * Finds for each condition its question, for each question its dependants, and
 * the loops.
 */
void
care_form_index_conditions (CareFormReader *reader)
{
  gboolean any = FALSE;

  for (guint i = 0; i < reader->form->n_items; i++)
    if (reader->form->items[i].n_conditions > 0)
      {
        resolve (reader, &reader->form->items[i]);
        any = TRUE;
      }

  if (!any)
    return;

  index_dependants (reader->form);
  find_loops (reader);
}
