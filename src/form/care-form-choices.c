/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

/* From here on a list of choices is searched by hash. */
#define LONG_LIST 16

/* A ValueSet as deep or as long as this is no list of choices, and no form has so many: without an end to it, sets that
 * include one another twice would multiply. */
#define MAX_NESTING    16
#define MAX_CHOICES    100000
#define MAX_VALUE_SETS 10000

static CareOptionSet *
finish_set (CareFormReader     *reader,
            const CareJsonView *place,
            GArray             *options)
{
  gboolean twins = care_form_settle_twins (reader, place, options);
  CareOptionSet *set = care_arena_new0 (reader->form->arena, CareOptionSet, 1);

  set->n_options = options->len;
  set->twins = twins;
  set->options = care_arena_new0 (reader->form->arena, CareOption, options->len);
  if (options->len > 0)
    memcpy (set->options, options->data, sizeof (CareOption) * options->len);

  if (options->len > LONG_LIST)
    {
      set->by_code = g_hash_table_new (g_str_hash, g_str_equal);
      g_ptr_array_add (reader->form->owned_tables, set->by_code);
      for (guint i = 0; i < set->n_options; i++)
        {
          const char *code = care_value_get_code (set->options[i].value);

          if (code != NULL && !g_hash_table_contains (set->by_code, code))
            g_hash_table_insert (set->by_code, (gpointer) code, &set->options[i]);
        }
    }

  return set;
}

/* Extensions of an option, of its coding, or of a concept of a ValueSet. */
static void
read_option_extensions (CareFormReader     *reader,
                        const CareJsonView *view,
                        CareOption         *option)
{
  CareJsonView array;
  CareJsonView extension;

  if (!care_form_read_array (reader, view, "extension", &array))
    return;

  for (guint i = 0; care_json_view_peek_element (&array, i, &extension); i++)
    {
      const char *url = JSON_NODE_HOLDS_OBJECT (extension.node) ? care_form_read_string (reader, &extension, "url") : NULL;
      const char *name = url != NULL ? care_form_extension_name (url) : NULL;

      if (name == NULL)
        {
          if (url != NULL)
            care_form_pass_over (reader, &extension);
          continue;
        }
      if (strcmp (name, "questionnaire-optionExclusive") == 0)
        option->exclusive = care_form_read_boolean (reader, &extension, "valueBoolean");
      else if (strcmp (name, "questionnaire-optionPrefix") == 0 || strcmp (name, "valueset-label") == 0)
        option->prefix = care_form_read_text (reader, &extension, "valueString");
      else if (strcmp (name, "ordinalValue") == 0 || strcmp (name, "itemWeight") == 0)
        option->has_ordinal = care_form_read_number (reader, &extension, "valueDecimal", &option->ordinal)
                              || care_form_read_number (reader, &extension, "valueInteger", &option->ordinal);
      else
        care_form_note_unsupported (reader, &extension, name, NULL);
    }
}

static gboolean
read_option (CareFormReader     *reader,
             const CareJsonView *view,
             CareOption         *option)
{
  CareJsonView place;

  *option = (CareOption) { 0 };
  if (!JSON_NODE_HOLDS_OBJECT (view->node))
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "an object {…} should stand here; choice left out");
      return FALSE;
    }

  option->value = care_form_read_value (reader, view, "value", &place);
  if (option->value == NULL)
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "a choice without a value; left out");
      return FALSE;
    }

  if (JSON_NODE_HOLDS_OBJECT (place.node))
    {
      option->display = care_form_read_text (reader, &place, "display");
      read_option_extensions (reader, &place, option);
    }
  else if (care_value_get_value_type (option->value) == CARE_VALUE_STRING)
    option->display = care_form_read_text (reader, view, "valueString");

  option->initial = care_form_read_boolean (reader, view, "initialSelected");
  read_option_extensions (reader, view, option);

  return TRUE;
}

static CareOptionSet *
read_options (CareFormReader     *reader,
              const CareJsonView *array)
{
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (CareOption));
  CareJsonView element;
  CareOption option;

  for (guint i = 0; care_json_view_peek_element (array, i, &element); i++)
    if (read_option (reader, &element, &option))
      g_array_append_val (options, option);

  return finish_set (reader, array, options);
}

/* Designations of a concept as translations of its display. */
static const CareFormText *
read_concept_display (CareFormReader     *reader,
                      const CareJsonView *concept)
{
  const CareFormText *text = care_form_read_text (reader, concept, "display");
  CareJsonView designations;
  CareJsonView designation;
  CareFormText *longer;
  guint n;

  if (!care_form_read_array (reader, concept, "designation", &designations))
    return text;

  n = text != NULL ? text->n_wordings : 0;
  longer = care_arena_alloc (reader->form->arena, sizeof *longer
                             + (n + care_json_view_get_length (&designations)) * sizeof (CareFormWording));
  if (n > 0)
    memcpy (longer->wordings, text->wordings, sizeof (CareFormWording) * n);
  longer->n_wordings = n;

  for (guint i = 0; care_json_view_peek_element (&designations, i, &designation); i++)
    {
      CareFormWording wording = { NULL, NULL };

      if (!JSON_NODE_HOLDS_OBJECT (designation.node))
        continue;
      wording.language = care_form_read_string (reader, &designation, "language");
      wording.text = care_form_read_string (reader, &designation, "value");
      if (wording.language == NULL || wording.text == NULL)
        continue;
      longer->wordings[longer->n_wordings++] = wording;
    }

  return longer;
}

static void
add_concept (CareFormReader     *reader,
             const CareJsonView *concept,
             const char         *system,
             GArray             *options)
{
  CareOption option = { 0 };
  CareJsonView member;
  const char *code;
  const char *display = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (concept->node))
    return;
  code = care_form_read_string (reader, concept, "code");
  if (code == NULL || (care_json_view_peek_member (concept, "abstract", &member)
                       && care_form_read_boolean (reader, concept, "abstract")))
    return;

  option.display = read_concept_display (reader, concept);
  if (option.display != NULL)
    display = care_form_text_get (option.display, NULL);
  option.value = care_form_take_value (reader, care_value_new_coding (system, code, display));
  read_option_extensions (reader, concept, &option);
  g_array_append_val (options, option);
}

/* The concepts of an expansion or of a CodeSystem, with those below them. */
static void
add_concepts (CareFormReader     *reader,
              const CareJsonView *view,
              const char         *member,
              const char         *system,
              guint               nesting,
              GArray             *options)
{
  CareJsonView array;
  CareJsonView concept;

  if (nesting > MAX_NESTING || !care_form_read_array (reader, view, member, &array))
    return;

  for (guint i = 0; care_json_view_peek_element (&array, i, &concept); i++)
    {
      const char *own = NULL;
      CareJsonView unused;

      if (!JSON_NODE_HOLDS_OBJECT (concept.node))
        continue;
      if (care_json_view_peek_member (&concept, "system", &unused))
        own = care_form_read_string (reader, &concept, "system");
      add_concept (reader, &concept, own != NULL ? own : system, options);
      add_concepts (reader, &concept, member, own != NULL ? own : system, nesting + 1, options);
    }
}

static gboolean add_value_set (CareFormReader *reader,
                               const char     *reference,
                               guint           nesting,
                               GArray         *options);

/* Everything of one include. FALSE if something in it is not in the form. */
static gboolean
add_include (CareFormReader     *reader,
             const CareJsonView *include,
             guint               nesting,
             GArray             *options)
{
  CareJsonView member;
  CareJsonView element;
  const char *system = NULL;
  gboolean complete = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (include->node))
    return TRUE;
  if (care_json_view_peek_member (include, "system", &member))
    system = care_form_read_string (reader, include, "system");
  if (care_json_view_peek_member (include, "filter", &member))
    return FALSE;

  if (care_json_view_peek_member (include, "concept", &member))
    add_concepts (reader, include, "concept", system, 0, options);
  else if (system != NULL && !care_json_view_peek_member (include, "valueSet", &member))
    {
      JsonNode *code_system = g_hash_table_lookup (reader->value_sets, system);
      CareJsonView view;

      if (code_system == NULL)
        return FALSE;
      care_json_view_init (&view, include->source, code_system);
      add_concepts (reader, &view, "concept", system, 0, options);
    }

  if (care_form_read_array (reader, include, "valueSet", &member))
    for (guint i = 0; care_json_view_peek_element (&member, i, &element); i++)
      complete = complete && JSON_NODE_HOLDS_VALUE (element.node)
                 && json_node_get_value_type (element.node) == G_TYPE_STRING
                 && add_value_set (reader, json_node_get_string (element.node), nesting + 1, options);

  return complete;
}

static char *
dup_key (const CareOption *option)
{
  return g_strdup_printf ("%s|%s", care_value_get_system (option->value) != NULL ? care_value_get_system (option->value) : "",
                          care_value_get_code (option->value));
}

static void
remove_excluded (CareFormReader     *reader,
                 const CareJsonView *compose,
                 GArray             *options)
{
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (CareOption));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CareJsonView excludes;
  CareJsonView exclude;
  guint kept = 0;

  if (!care_form_read_array (reader, compose, "exclude", &excludes))
    return;

  for (guint i = 0; care_json_view_peek_element (&excludes, i, &exclude); i++)
    add_include (reader, &exclude, MAX_NESTING, out);
  for (guint i = 0; i < out->len; i++)
    g_hash_table_add (codes, dup_key (&g_array_index (out, CareOption, i)));
  for (guint i = 0; i < options->len; i++)
    {
      g_autofree char *key = dup_key (&g_array_index (options, CareOption, i));

      if (!g_hash_table_contains (codes, key))
        g_array_index (options, CareOption, kept++) = g_array_index (options, CareOption, i);
    }
  g_array_set_size (options, kept);
}

static gboolean
add_value_set (CareFormReader *reader,
               const char     *reference,
               guint           nesting,
               GArray         *options)
{
  JsonNode *node = g_hash_table_lookup (reader->value_sets, reference);
  CareJsonView view;
  CareJsonView part;
  CareJsonView array;
  CareJsonView element;
  gboolean complete = TRUE;

  if (node == NULL)
    {
      /* "url|version" */
      g_autofree char *url = g_strndup (reference, strcspn (reference, "|"));

      node = g_hash_table_lookup (reader->value_sets, url);
    }
  if (node == NULL || nesting > MAX_NESTING || options->len > MAX_CHOICES || reader->value_sets_read++ > MAX_VALUE_SETS)
    return FALSE;

  care_json_view_init (&view, "", node);
  if (care_json_view_peek_member (&view, "expansion", &part) && care_json_view_peek_member (&part, "contains", &array))
    {
      add_concepts (reader, &part, "contains", NULL, 0, options);
      return TRUE;
    }

  if (!care_json_view_peek_member (&view, "compose", &part))
    return FALSE;
  if (care_form_read_array (reader, &part, "include", &array))
    for (guint i = 0; care_json_view_peek_element (&array, i, &element); i++)
      complete = add_include (reader, &element, nesting, options) && complete;
  remove_excluded (reader, &part, options);

  return complete;
}

/* Notes that come up while a ValueSet is read name the question that first needed it. */
static const CareOptionSet *
find_value_set (CareFormReader     *reader,
                const CareJsonView *place,
                const char         *reference,
                CareItem           *item)
{
  CareOptionSet *set = g_hash_table_lookup (reader->option_sets, reference);

  if (set == NULL)
    {
      g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (CareOption));
      gboolean complete = add_value_set (reader, reference, 0, options);

      set = finish_set (reader, place, options);
      set->incomplete = !complete;
      g_hash_table_insert (reader->option_sets, (gpointer) reference, set);
    }

  if (!set->incomplete)
    return set;

  care_form_note (reader, CARE_NOTE_UNSUPPORTED, place,
                  set->n_options > 0 ? "part of the choices '%s' is not in the form; the rest is offered"
                                     : "the choices '%s' are not in the form; staff will ask",
                  reference);
  if (set->n_options > 0)
    return set;
  care_form_ensure_more (reader, item)->missing_choices = reference;

  return NULL;
}

/**
 * care_form_read_choices:
 * @reader: the reader
 * @view: the item's JSON
 * @item: the item
 *
 * Reads answerOption, answerValueSet, and what STU3 called option and options.
 */
void
care_form_read_choices (CareFormReader     *reader,
                        const CareJsonView *view,
                        CareItem           *item)
{
  CareJsonView member;
  const char *reference;

  if (care_form_read_array (reader, view, "answerOption", &member))
    item->options = read_options (reader, &member);
  else if (care_json_view_peek_member (view, "option", &member) && JSON_NODE_HOLDS_ARRAY (member.node))
    {
      reader->version = reader->version != NULL ? reader->version : "STU3";
      care_form_note (reader, CARE_NOTE_FORGIVEN, &member, "option is of FHIR STU3; taken as answerOption");
      item->options = read_options (reader, &member);
    }

  reference = care_form_read_string (reader, view, "answerValueSet");
  if (reference == NULL && care_json_view_peek_member (view, "options", &member) && JSON_NODE_HOLDS_OBJECT (member.node))
    {
      reader->version = reader->version != NULL ? reader->version : "STU3";
      care_form_note (reader, CARE_NOTE_FORGIVEN, &member, "options is of FHIR STU3; taken as answerValueSet");
      reference = care_form_read_string (reader, &member, "reference");
    }
  if (reference == NULL)
    return;

  if (item->options != NULL && item->options->n_options > 0)
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, view, "both answerOption and answerValueSet; answerOption is taken");
      return;
    }
  item->options = find_value_set (reader, view, reference, item);
}

/**
 * care_form_read_contained:
 * @reader: the reader
 * @view: the Questionnaire
 *
 * Finds the ValueSets and CodeSystems that the form carries along.
 */
void
care_form_read_contained (CareFormReader     *reader,
                          const CareJsonView *view)
{
  CareJsonView array;
  CareJsonView resource;
  CareJsonView member;

  if (!care_form_read_array (reader, view, "contained", &array))
    return;

  for (guint i = 0; care_json_view_peek_element (&array, i, &resource); i++)
    {
      const char *type;

      if (!JSON_NODE_HOLDS_OBJECT (resource.node))
        continue;
      type = care_form_read_string (reader, &resource, "resourceType");
      if (g_strcmp0 (type, "ValueSet") != 0 && g_strcmp0 (type, "CodeSystem") != 0)
        continue;
      if (care_json_view_peek_member (&resource, "id", &member))
        {
          const char *id = care_form_read_string (reader, &resource, "id");
          g_autofree char *anchor = g_strconcat ("#", id, NULL);

          if (id != NULL)
            g_hash_table_insert (reader->value_sets, care_arena_dup (reader->form->arena, anchor), resource.node);
        }
      if (care_json_view_peek_member (&resource, "url", &member))
        {
          const char *url = care_form_read_string (reader, &resource, "url");

          if (url != NULL)
            g_hash_table_insert (reader->value_sets, (gpointer) url, resource.node);
        }
    }
}
