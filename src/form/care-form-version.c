/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

/* "5.0.0" or "5.0" and its like, as people call it; NULL for R4. */
static const char *
name_version (CareFormReader *reader,
              const char     *number)
{
  static const struct
  {
    const char *begins;
    const char *name;
  } versions[] = {
    { "4.0", NULL }, { "4.1", "R4B" }, { "4.3", "R4B" }, { "1.0", "DSTU2" }, { "3.", "STU3" }, { "4.", "R5" }, { "5.", "R5" }, { "6.", "R6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    if (g_str_has_prefix (number, versions[i].begins))
      return versions[i].name;

  return g_ascii_isdigit (number[0]) ? care_arena_dup (reader->form->arena, number) : NULL;
}

/* http://hl7.org/fhir/5.0/StructureDefinition/Questionnaire, …/fhir/StructureDefinition/Questionnaire|5.0.0 */
static void
read_profile (CareFormReader *reader,
              const char     *profile)
{
  static const char base[] = "http://hl7.org/fhir/";
  const char *version = strrchr (profile, '|');

  if (!g_str_has_prefix (profile, base))
    return;
  if (g_ascii_isdigit (profile[strlen (base)]))
    reader->version = name_version (reader, profile + strlen (base));
  /* The version of any other profile is its own, and not FHIR's. */
  else if (version != NULL && g_str_has_prefix (profile + strlen (base), "StructureDefinition/Questionnaire|"))
    reader->version = name_version (reader, version + 1);
}

static void
read_meta (CareFormReader     *reader,
           const CareJsonView *view)
{
  CareJsonView meta;
  CareJsonView profiles;
  CareJsonView profile;

  if (!care_json_view_peek_member (view, "meta", &meta) || !care_json_view_peek_member (&meta, "profile", &profiles)
      || !JSON_NODE_HOLDS_ARRAY (profiles.node))
    return;
  for (guint i = 0; care_json_view_peek_element (&profiles, i, &profile) && reader->version == NULL; i++)
    if (JSON_NODE_HOLDS_VALUE (profile.node) && json_node_get_value_type (profile.node) == G_TYPE_STRING)
      read_profile (reader, json_node_get_string (profile.node));
}

static void
read_extension (CareFormReader     *reader,
                const CareJsonView *view)
{
  static const char *const values[] = { "valueCode", "valueString" };
  CareJsonView array;
  CareJsonView extension;
  CareJsonView member;

  if (!care_json_view_peek_member (view, "extension", &array) || !JSON_NODE_HOLDS_ARRAY (array.node))
    return;
  for (guint i = 0; care_json_view_peek_element (&array, i, &extension); i++)
    {
      const char *url = NULL;

      if (JSON_NODE_HOLDS_OBJECT (extension.node) && care_json_view_peek_member (&extension, "url", &member)
          && JSON_NODE_HOLDS_VALUE (member.node) && json_node_get_value_type (member.node) == G_TYPE_STRING)
        url = json_node_get_string (member.node);
      if (url == NULL || (!g_str_has_suffix (url, "fhirVersion") && !g_str_has_suffix (url, "fhir-version")))
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (values); k++)
        if (care_json_view_peek_member (&extension, values[k], &member)
            && JSON_NODE_HOLDS_VALUE (member.node) && json_node_get_value_type (member.node) == G_TYPE_STRING)
          reader->version = name_version (reader, json_node_get_string (member.node));
    }
}

/**
 * care_form_read_version:
 * @reader: the reader
 * @view: the Questionnaire
 *
 * What the form says of its FHIR version, and what only another one has.
 */
void
care_form_read_version (CareFormReader     *reader,
                        const CareJsonView *view)
{
  static const struct
  {
    const char *member;
    const char *version;
  } only[] = {
    { "versionAlgorithmString", "R5" }, { "versionAlgorithmCoding", "R5" }, { "copyrightLabel", "R5" }, { "concept", "STU3" },
  };
  CareJsonView member;

  read_meta (reader, view);
  read_extension (reader, view);
  if (reader->version == NULL && care_json_view_peek_member (view, "fhirVersion", &member)
      && JSON_NODE_HOLDS_VALUE (member.node) && json_node_get_value_type (member.node) == G_TYPE_STRING)
    reader->version = name_version (reader, json_node_get_string (member.node));
  for (gsize i = 0; i < G_N_ELEMENTS (only) && reader->version == NULL; i++)
    if (care_json_view_peek_member (view, only[i].member, &member))
      reader->version = only[i].version;
}

/* "optionsOrType" beside choices that are words. */
static gboolean
takes_words (const CareItem *item,
             const char     *constraint)
{
  return g_strcmp0 (constraint, "optionsOrString") == 0
         || (g_strcmp0 (constraint, "optionsOrType") == 0
             && (item->type == CARE_ITEM_STRING || item->type == CARE_ITEM_TEXT || item->type == CARE_ITEM_CHOICE));
}

/* Whether its answer, chosen, is what the question's type asks for; a text is chosen by its code. */
static gboolean
fits_type (const CareItem   *item,
           const CareOption *option)
{
  CareValueType type = care_value_get_value_type (option->value);

  switch ((CareItemType) item->type)
    {
    case CARE_ITEM_STRING:
    case CARE_ITEM_TEXT:
      return type == CARE_VALUE_STRING || (type == CARE_VALUE_CODING && care_value_get_code (option->value) != NULL);
    case CARE_ITEM_INTEGER:
      return type == CARE_VALUE_INTEGER;
    case CARE_ITEM_DATE:
      return type == CARE_VALUE_DATE;
    case CARE_ITEM_TIME:
      return type == CARE_VALUE_TIME;
    case CARE_ITEM_CHOICE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The choices of a text: each with the text that is the answer, shown in its own words. */
static const CareOptionSet *
make_words (CareFormReader      *reader,
            const CareOptionSet *options)
{
  CareOptionSet *words = care_arena_new0 (reader->form->arena, CareOptionSet, 1);

  words->n_options = options->n_options;
  words->incomplete = options->incomplete;
  words->options = care_arena_new0 (reader->form->arena, CareOption, options->n_options);
  for (guint i = 0; i < options->n_options; i++)
    {
      words->options[i] = options->options[i];
      if (care_value_get_value_type (options->options[i].value) == CARE_VALUE_CODING)
        words->options[i].value = care_form_take_value (reader, care_value_new_string (care_value_get_code (options->options[i].value)));
    }

  return words;
}

/**
 * care_form_read_constraint:
 * @reader: the reader, behind the item's choices
 * @view: the item's JSON
 * @item: the item
 *
 * R5 knows choices at questions of other types too, and says in answerConstraint whether anything else may be given; R4 has a type for
 * each. Without them on the screen nobody could know what to type.
 */
void
care_form_read_constraint (CareFormReader     *reader,
                           const CareJsonView *view,
                           CareItem           *item)
{
  CareJsonView member;
  const char *constraint = NULL;
  guint8 type = CARE_ITEM_CHOICE;

  if (care_json_view_peek_member (view, "answerConstraint", &member))
    constraint = care_form_read_string (reader, view, "answerConstraint");
  if (reader->version == NULL && (constraint != NULL || care_json_view_peek_member (view, "disabledDisplay", &member)))
    reader->version = "R5";
  if (care_json_view_peek_member (view, "disabledDisplay", &member)
      && g_strcmp0 (care_form_read_string (reader, view, "disabledDisplay"), "hidden") != 0)
    care_form_note_unsupported (reader, &member, "disabledDisplay", item);
  if (care_item_get_n_options (item) == 0)
    return;
  for (guint i = 0; i < item->options->n_options; i++)
    if (!fits_type (item, &item->options->options[i]))
      return;

  if (takes_words (item, constraint))
    type = CARE_ITEM_OPEN_CHOICE;
  else if (g_strcmp0 (constraint, "optionsOrType") == 0)
    {
      care_form_note (reader, CARE_NOTE_UNSUPPORTED, view, "choices beside an answer of another kind are not offered; the answer is typed");
      item->options = NULL;
      return;
    }
  if (type == item->type)
    return;
  care_form_note (reader, CARE_NOTE_FORGIVEN, view, "choices at a question of type %s; asked as %s",
                  care_item_type_to_string (item->type), care_item_type_to_string (type));
  if (item->type == CARE_ITEM_STRING || item->type == CARE_ITEM_TEXT)
    item->options = make_words (reader, item->options);
  item->type = type;
}

/**
 * care_form_note_version:
 * @reader: the reader, behind the last item
 *
 * Says it once: whoever runs the clinic looks at the form before it is asked.
 */
void
care_form_note_version (CareFormReader *reader)
{
  reader->link_id = NULL;
  if (reader->version != NULL)
    care_form_note_at (reader, CARE_NOTE_UNSUPPORTED, "/", "the form is of FHIR %s, not R4; it is read as R4: look at it before it is asked",
                       reader->version);
}
