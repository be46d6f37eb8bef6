/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

/* A form has a handful; one with more than this says how many more. */
#define MOST_FOREIGN 24

/* An extension nobody here knows, where it stood first. */
typedef struct
{
  const char *url;
  const char *link_id;  /* (nullable): of the form as a whole */
  const char *path;
  guint       n;
} Foreign;

/* Good FHIR that is out of scope here; said once for each item, so that whoever runs the clinic knows.
 * Without a remark: fine to pass over without a word. */
static const struct
{
  const char *name;
  const char *what;
  const char *untyped;   /* the same where nobody can type an answer; NULL: the same words */
} unsupported[] = {
  { "sdc-questionnaire-calculatedExpression", "a calculated value; to be typed instead",
    "a calculated value; it is not calculated, and nobody can type it" },
  { "sdc-questionnaire-initialExpression", "a calculated first value; starts empty",
    "a calculated first value; it is not calculated, and nobody can type one" },
  { "sdc-questionnaire-enableWhenExpression", "a calculated condition; always shown" },
  { "sdc-questionnaire-answerExpression", "calculated choices; none are offered" },
  { "sdc-questionnaire-candidateExpression", "calculated proposals; none are made" },
  { "sdc-questionnaire-answerOptionsToggleExpression", "choices that come and go by calculation; all are offered" },
  { "sdc-questionnaire-contextExpression", "a calculated context" },
  { "sdc-questionnaire-itemPopulationContext", "filling from other records" },
  { "sdc-questionnaire-itemMedia", "a picture or film with the question; not shown" },
  { "sdc-questionnaire-itemAnswerMedia", "a picture or film with the answers; not shown" },
  { "sdc-questionnaire-choiceColumn", "columns of a list of choices; each choice is shown by its own words" },
  { "sdc-questionnaire-subQuestionnaire", "another form inside this one; not shown" },
  { "sdc-questionnaire-lookupQuestionnaire", "looking answers up in another form" },
  { "sdc-questionnaire-unitOpen", "units of one's own" },
  { "sdc-questionnaire-entryMode", "a way of its own to go through the form (entryMode)" },
  { "sdc-questionnaire-unitSupplementalSystem", "units of one's own" },
  { "sdc-questionnaire-launchContext", "what another program would hand over (launchContext)" },
  { "cqf-library", "a library of rules (cqf-library)" },
  { "translation", NULL },
  { "rendering-style", NULL },
  { "cqf-expression", "an expression" },
  { "cqf-calculatedValue", "a calculated value" },
  { "questionnaire-constraint", "a rule of its own (constraint); answers are not checked against it" },
  { "targetConstraint", "a rule of its own (constraint); answers are not checked against it" },
  { "questionnaire-unitValueSet", "a list of units that is not in the form" },
  { "questionnaire-supportLink", "a link to a web page; staff can open it" },
  { "variable", "a calculated variable" },
  { "questionnaire-referenceFilter", "a filter on what may be referred to" },
  { "disabledDisplay", "what is not asked just now would still be seen (disabledDisplay); it is not shown" },
  { "entryFormat", "how the answer is written (entryFormat); days and times show an example of their own, and nothing else is typed" },
  { "questionnaire-referenceProfile", "a profile on what may be referred to" },
};

/* Nobody is asked, or may answer. An extension that hides the item may stand
 * behind the one that is noted. */
static gboolean
is_untyped (const CareItem     *item,
            const CareJsonView *extension)
{
  CareJsonView other;
  CareJsonView member;

  if (item == NULL || item->read_only || item->hidden)
    return item != NULL;

  for (guint i = 0; extension->parent != NULL && care_json_view_peek_element (extension->parent, i, &other); i++)
    if (JSON_NODE_HOLDS_OBJECT (other.node) && care_json_view_peek_member (&other, "url", &member)
        && JSON_NODE_HOLDS_VALUE (member.node) && json_node_get_value_type (member.node) == G_TYPE_STRING
        && g_str_equal (json_node_get_string (member.node), CARE_HL7_EXTENSION "questionnaire-hidden")
        && care_json_view_peek_member (&other, "valueBoolean", &member)
        && JSON_NODE_HOLDS_VALUE (member.node) && json_node_get_value_type (member.node) == G_TYPE_BOOLEAN)
      return json_node_get_boolean (member.node);

  return FALSE;
}

/**
 * care_form_note_unsupported:
 * @reader: the reader
 * @extension: the extension's JSON
 * @name: its short name
 * @item: (nullable): the item it is about
 *
 * Notes an extension that is known to be out of scope; of others
 * care_form_pass_over() hears.
 */
void
care_form_note_unsupported (CareFormReader     *reader,
                            const CareJsonView *extension,
                            const char         *name,
                            const CareItem     *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unsupported); i++)
    {
      g_autofree char *key = NULL;

      if (strcmp (unsupported[i].name, name) != 0)
        continue;
      if (unsupported[i].what == NULL)
        return;

      key = g_strdup_printf ("%s %s", name, reader->link_id != NULL ? reader->link_id : "");
      if (g_hash_table_add (reader->warned, g_steal_pointer (&key)))
        care_form_note (reader, CARE_NOTE_UNSUPPORTED, extension, "not supported: %s",
                        unsupported[i].untyped != NULL && is_untyped (item, extension) ? unsupported[i].untyped : unsupported[i].what);
      return;
    }

  care_form_pass_over (reader, extension);
}

static Foreign *
find_foreign (CareFormReader *reader,
              const char     *url)
{
  for (guint i = 0; i < reader->foreign->len; i++)
    {
      Foreign *foreign = g_ptr_array_index (reader->foreign, i);

      /* What is said of the form as a whole names no question. */
      if ((foreign->link_id == NULL) == (reader->link_id == NULL) && strcmp (foreign->url, url) == 0)
        return foreign;
    }

  return NULL;
}

/**
 * care_form_pass_over:
 * @reader: the reader
 * @extension: an extension with a url, that nobody here knows
 *
 * FHIR lets them be passed over; whoever runs the clinic hears of each kind
 * once, with the question where it stands first.
 */
void
care_form_pass_over (CareFormReader     *reader,
                     const CareJsonView *extension)
{
  CareJsonView member;
  const char *url;
  Foreign *foreign;
  g_autofree char *path = NULL;

  if (!care_json_view_peek_member (extension, "url", &member) || !JSON_NODE_HOLDS_VALUE (member.node)
      || json_node_get_value_type (member.node) != G_TYPE_STRING)
    return;

  url = json_node_get_string (member.node);
  foreign = find_foreign (reader, url);
  if (foreign != NULL)
    {
      foreign->n++;
      return;
    }
  if (reader->foreign->len >= MOST_FOREIGN)
    {
      reader->unknown++;
      return;
    }

  path = care_json_view_dup_path (extension);
  foreign = care_arena_new0 (reader->form->arena, Foreign, 1);
  *foreign = (Foreign) { url, reader->link_id, care_arena_dup (reader->form->arena, path), 1 };
  g_ptr_array_add (reader->foreign, foreign);
}

/**
 * care_form_note_unknown:
 * @reader: the reader, behind the last item
 *
 * Says what care_form_pass_over() heard of: each kind in a line of its own, and
 * of very many kinds how many more there are.
 */
void
care_form_note_unknown (CareFormReader *reader)
{
  for (guint i = 0; i < reader->foreign->len; i++)
    {
      const Foreign *foreign = g_ptr_array_index (reader->foreign, i);

      reader->link_id = foreign->link_id;
      if (foreign->n > 1)
        care_form_note_at (reader, CARE_NOTE_UNSUPPORTED, foreign->path, "not supported: the extension %s; in %u places",
                           foreign->url, foreign->n);
      else
        care_form_note_at (reader, CARE_NOTE_UNSUPPORTED, foreign->path, "not supported: the extension %s", foreign->url);
    }

  reader->link_id = NULL;
  if (reader->unknown > 0)
    care_form_note_at (reader, CARE_NOTE_UNSUPPORTED, "/", "extensions that are not known here, passed over: %u", reader->unknown);
}
