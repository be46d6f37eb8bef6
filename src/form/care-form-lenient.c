/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

#include "base/care-json-number.h"
#include "form/care-decimal.h"
#include "form/care-rich-text.h"
#include "form/care-value-private.h"

/* A form that is wrong everywhere says so often enough with this. */
#define MAX_NOTES 500

static void
add_note (CareFormReader *reader,
          CareNoteKind    kind,
          const char     *path,
          const char     *format,
          va_list         args)
{
  CareQuestionnaire *form = reader->form;
  CareNote note = { kind, reader->link_id, path, NULL };
  g_autofree char *text = NULL;

  if (form->notes->len > MAX_NOTES)
    return;

  if (form->notes->len == MAX_NOTES)
    {
      note = (CareNote) { kind, NULL, "/", "there is more of this; only the first remarks are shown" };
      g_array_append_val (form->notes, note);
      return;
    }

  text = g_strdup_vprintf (format, args);
  note.text = care_arena_dup (form->arena, text);
  g_array_append_val (form->notes, note);
}

void
care_form_note (CareFormReader     *reader,
                CareNoteKind        kind,
                const CareJsonView *place,
                const char         *format,
                ...)
{
  g_autofree char *path = care_json_view_dup_path (place);
  va_list args;

  va_start (args, format);
  add_note (reader, kind, care_arena_dup (reader->form->arena, path), format, args);
  va_end (args);
}

void
care_form_note_at (CareFormReader *reader,
                   CareNoteKind    kind,
                   const char     *path,
                   const char     *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  add_note (reader, kind, path, format, args);
  va_end (args);
}

static gboolean
holds (const CareJsonView *view,
       GType               type)
{
  return care_json_node_get_type (view->node) == type;
}

const char *
care_form_read_string (CareFormReader     *reader,
                       const CareJsonView *object,
                       const char         *member)
{
  CareJsonView view;
  const char *text;
  g_autofree char *number = NULL;

  if (!care_json_view_peek_member (object, member, &view))
    return NULL;

  if (holds (&view, G_TYPE_STRING))
    {
      text = json_node_get_string (view.node);
      if (*text != '\0')
        return text;
      care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "is empty; taken as not there");
      return NULL;
    }

  if (holds (&view, G_TYPE_INT64) || holds (&view, G_TYPE_DOUBLE))
    {
      number = holds (&view, G_TYPE_INT64) ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (view.node))
                                           : care_value_dup_json_number (view.node);
      if (number != NULL)
        {
          care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "a number where a text should stand");
          return care_arena_dup (reader->form->arena, number);
        }
    }

  care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "a text should stand here; left out");

  return NULL;
}

gboolean
care_form_read_boolean (CareFormReader     *reader,
                        const CareJsonView *object,
                        const char         *member)
{
  CareJsonView view;

  if (!care_json_view_peek_member (object, member, &view))
    return FALSE;
  if (holds (&view, G_TYPE_BOOLEAN))
    return json_node_get_boolean (view.node);

  if (holds (&view, G_TYPE_STRING)
      && (g_ascii_strcasecmp (json_node_get_string (view.node), "true") == 0
          || g_ascii_strcasecmp (json_node_get_string (view.node), "false") == 0))
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "a text where true or false should stand");
      return g_ascii_strcasecmp (json_node_get_string (view.node), "true") == 0;
    }

  care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "true or false should stand here; taken as false");

  return FALSE;
}

gboolean
care_form_read_number (CareFormReader     *reader,
                       const CareJsonView *object,
                       const char         *member,
                       double             *number)
{
  CareJsonView view;

  if (!care_json_view_peek_member (object, member, &view))
    return FALSE;
  if (holds (&view, G_TYPE_INT64) || holds (&view, G_TYPE_DOUBLE))
    {
      *number = care_json_node_get_number (view.node);
      return TRUE;
    }

  if (holds (&view, G_TYPE_STRING))
    {
      g_autofree char *decimal = care_decimal_normalize (json_node_get_string (view.node));

      if (decimal != NULL)
        {
          care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "a text where a number should stand");
          *number = care_decimal_to_double (decimal);
          return TRUE;
        }
    }

  care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "a number should stand here; left out");

  return FALSE;
}

guint
care_form_read_count (CareFormReader     *reader,
                      const CareJsonView *object,
                      const char         *member)
{
  CareJsonView view;
  double number;

  if (!care_form_read_number (reader, object, member, &number))
    return 0;

  if (number < 0 || number > G_MAXINT32)
    {
      care_json_view_peek_member (object, member, &view);
      care_form_note (reader, CARE_NOTE_FORGIVEN, &view, "a count from 0 upwards should stand here; left out");
      return 0;
    }

  return (guint) number;
}

gboolean
care_form_read_array (CareFormReader     *reader,
                      const CareJsonView *object,
                      const char         *member,
                      CareJsonView       *array)
{
  if (!care_json_view_peek_member (object, member, array))
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (array->node))
    return TRUE;

  care_form_note (reader, CARE_NOTE_FORGIVEN, array, "a list […] should stand here; left out");

  return FALSE;
}

const char *
care_form_extension_name (const char *url)
{
  static const char *const prefixes[] = { CARE_HL7_EXTENSION, CARE_SDC_EXTENSION, CARE_R5_EXTENSION, CARE_OWN_EXTENSION };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (url, prefixes[i]))
      return url + strlen (prefixes[i]);

  return NULL;
}

static const char *
intern_language (CareFormReader *reader,
                 const char     *language)
{
  for (guint i = 0; i < reader->languages->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (reader->languages, i), language) == 0)
      return g_ptr_array_index (reader->languages, i);

  g_ptr_array_add (reader->languages, (gpointer) language);

  return language;
}

/* The url of element @i of an extension array, as short name; NULL for anything else. */
static const char *
peek_extension (const CareJsonView *array,
                guint               index,
                CareJsonView       *extension)
{
  CareJsonView url;

  if (!care_json_view_peek_element (array, index, extension)
      || !care_json_view_peek_member (extension, "url", &url) || !holds (&url, G_TYPE_STRING))
    return NULL;

  return json_node_get_string (url.node);
}

/* http://hl7.org/fhir/StructureDefinition/translation */
static gboolean
read_translation (CareFormReader     *reader,
                  const CareJsonView *extension,
                  CareFormWording    *wording)
{
  CareJsonView parts;
  CareJsonView part;

  *wording = (CareFormWording) { NULL, NULL };
  if (!care_form_read_array (reader, extension, "extension", &parts))
    return FALSE;

  for (guint i = 0; i < care_json_view_get_length (&parts); i++)
    {
      const char *url = peek_extension (&parts, i, &part);

      if (g_strcmp0 (url, "lang") == 0)
        {
          wording->language = care_form_read_string (reader, &part, "valueCode");
          if (wording->language == NULL)
            wording->language = care_form_read_string (reader, &part, "valueString");
        }
      else if (g_strcmp0 (url, "content") == 0)
        {
          wording->text = care_form_read_string (reader, &part, "valueString");
          if (wording->text == NULL)
            wording->text = care_form_read_string (reader, &part, "valueMarkdown");
        }
    }

  if (wording->language == NULL || wording->text == NULL)
    {
      care_form_note (reader, CARE_NOTE_FORGIVEN, extension, "a translation needs lang and content; left out");
      return FALSE;
    }
  wording->language = intern_language (reader, wording->language);

  return TRUE;
}

static const char *
read_rendering (CareFormReader     *reader,
                const CareJsonView *extension,
                const char         *name)
{
  g_autofree char *words = NULL;
  const char *markup = NULL;

  if (strcmp (name, "rendering-markdown") == 0)
    {
      markup = care_form_read_string (reader, extension, "valueMarkdown");
      words = markup != NULL ? care_rich_text_from_markdown (markup) : NULL;
    }
  else
    {
      markup = care_form_read_string (reader, extension, "valueString");
      words = markup != NULL ? care_rich_text_from_xhtml (markup) : NULL;
    }

  return words != NULL && *words != '\0' ? care_arena_dup (reader->form->arena, words) : NULL;
}

const CareFormText *
care_form_read_text (CareFormReader     *reader,
                     const CareJsonView *object,
                     const char         *member)
{
  const char *base = care_form_read_string (reader, object, member);
  char shadow[32];
  CareJsonView side;
  CareJsonView extensions = { 0 };
  CareJsonView extension;
  guint n = 0;
  CareFormText *text;

  g_snprintf (shadow, sizeof shadow, "_%s", member);
  if (care_json_view_peek_member (object, shadow, &side)
      && care_form_read_array (reader, &side, "extension", &extensions))
    n = care_json_view_get_length (&extensions);

  if (base == NULL && n == 0)
    return NULL;

  text = care_arena_alloc (reader->form->arena, sizeof (CareFormText) + (n + 1) * sizeof (CareFormWording));
  text->n_wordings = 1;
  text->wordings[0] = (CareFormWording) { g_ptr_array_index (reader->languages, 0), base };

  for (guint i = 0; i < n; i++)
    {
      const char *url = peek_extension (&extensions, i, &extension);
      const char *name = url != NULL ? care_form_extension_name (url) : NULL;
      CareFormWording wording;

      if (name == NULL)
        {
          if (url != NULL)
            care_form_pass_over (reader, &extension);
          continue;
        }
      if (strcmp (name, "translation") == 0 && read_translation (reader, &extension, &wording))
        text->wordings[text->n_wordings++] = wording;
      else if (strcmp (name, "rendering-markdown") == 0 || strcmp (name, "rendering-xhtml") == 0)
        {
          const char *words = read_rendering (reader, &extension, name);

          if (words != NULL)
            text->wordings[0].text = words;
        }
      else
        care_form_note_unsupported (reader, &extension, name, NULL);
    }

  return text;
}

CareValue *
care_form_take_value (CareFormReader *reader,
                      CareValue      *value)
{
  if (value != NULL)
    g_ptr_array_add (reader->form->owned_values, value);

  return value;
}

static const struct
{
  const char    *name;
  CareValueType  type;
} value_names[] = {
  { "Boolean", CARE_VALUE_BOOLEAN },       { "Decimal", CARE_VALUE_DECIMAL },     { "Integer", CARE_VALUE_INTEGER },
  { "Date", CARE_VALUE_DATE },             { "DateTime", CARE_VALUE_DATE_TIME },  { "Time", CARE_VALUE_TIME },
  { "String", CARE_VALUE_STRING },         { "Uri", CARE_VALUE_URI },             { "Coding", CARE_VALUE_CODING },
  { "Quantity", CARE_VALUE_QUANTITY },     { "Attachment", CARE_VALUE_ATTACHMENT }, { "Reference", CARE_VALUE_REFERENCE },
  /* Not R4's value[x] here, but the same thing under another name. */
  { "Url", CARE_VALUE_URI },               { "Text", CARE_VALUE_STRING },         { "Code", CARE_VALUE_STRING },
  { "Markdown", CARE_VALUE_STRING },       { "Instant", CARE_VALUE_DATE_TIME },   { "Canonical", CARE_VALUE_URI },
};

/* A text under the wrong name: "answerInteger": "13:30:00". */
static CareValue *
guess_value (JsonNode *node)
{
  static const CareValueType types[] = { CARE_VALUE_TIME, CARE_VALUE_DATE, CARE_VALUE_DATE_TIME };
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);

  /* A date that there is not stays what it is. */
  if (*text == '\0' || strpbrk (text, "-:") == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      CareValue *value = care_value_new_from_json (types[i], node, NULL);

      if (value != NULL)
        return value;
    }

  return NULL;
}

CareValue *
care_form_read_value (CareFormReader     *reader,
                      const CareJsonView *object,
                      const char         *prefix,
                      CareJsonView       *place)
{
  gsize prefix_length = strlen (prefix);
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (object->node == NULL || !JSON_NODE_HOLDS_OBJECT (object->node))
    return NULL;

  json_object_iter_init (&iter, json_node_get_object (object->node));
  while (json_object_iter_next (&iter, &member, &node))
    {
      g_autoptr (GError) error = NULL;
      CareValue *value;
      gsize i = 0;

      if (strncmp (member, prefix, prefix_length) != 0)
        continue;
      while (i < G_N_ELEMENTS (value_names) && strcmp (member + prefix_length, value_names[i].name) != 0)
        i++;
      if (i == G_N_ELEMENTS (value_names))
        continue;

      *place = (CareJsonView) { .parent = object, .member = member, .source = object->source, .node = node };
      value = care_value_new_from_json (value_names[i].type, node, &error);
      if (value == NULL)
        value = guess_value (node);
      if (value == NULL)
        {
          care_form_note (reader, CARE_NOTE_FORGIVEN, place, "%s; left out", error->message);
          return NULL;
        }
      if (error != NULL)
        care_form_note (reader, CARE_NOTE_FORGIVEN, place, "%s; taken for what it looks like", error->message);
      else if (care_value_peek_forgiven (value_names[i].type, node) != NULL)
        care_form_note (reader, CARE_NOTE_FORGIVEN, place, "%s", care_value_peek_forgiven (value_names[i].type, node));

      return care_form_take_value (reader, value);
    }

  return NULL;
}
