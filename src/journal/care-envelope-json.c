/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-envelope.h"

#include "base/care-error.h"
#include "base/care-json-view.h"

#define FORMAT        1
#define SIZE_MIN      1
#define SIZE_MAX_TEXT 3

static void
set_string (JsonObject *object,
            const char *member,
            const char *value)
{
  g_assert (value != NULL);

  json_object_set_string_member (object, member, value);
}

static JsonArray *
copy_nodes (GPtrArray *nodes)
{
  JsonArray *array = json_array_sized_new (nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    json_array_add_element (array, json_node_copy (nodes->pdata[i]));

  return array;
}

/* One element a question: {"question": code, "answers": [code, …]}. */
static JsonArray *
write_private (GPtrArray *pairs)
{
  JsonArray *array = json_array_new ();
  const char *question = NULL;
  JsonArray *answers = NULL;

  for (guint i = 0; i < pairs->len; i++)
    {
      const CareEnvelopePrivate *pair = pairs->pdata[i];

      if (g_strcmp0 (pair->question, question) != 0)
        {
          JsonObject *object = json_object_new ();

          question = pair->question;
          answers = json_array_new ();
          json_object_set_string_member (object, "question", question);
          json_object_set_array_member (object, "answers", answers);
          json_array_add_object_element (array, object);
        }
      json_array_add_string_element (answers, pair->answer);
    }

  return array;
}

/**
 * care_envelope_to_json:
 * @self: an envelope with every member but `words` and `keyboards` filled in
 *
 * Returns: (transfer full): the envelope's JSON, format 1
 */
JsonNode *
care_envelope_to_json (CareEnvelope *self)
{
  JsonObject *object;
  JsonObject *journal;
  JsonArray *languages;
  JsonNode *node;
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->public_key != NULL, NULL);
  g_return_val_if_fail (self->languages != NULL, NULL);

  object = json_object_new ();
  json_object_set_int_member (object, "format", FORMAT);
  set_string (object, "visit", self->visit);
  set_string (object, "patient", self->patient);
  set_string (object, "birth_date", self->birth_date);
  set_string (object, "given", self->given);
  set_string (object, "family", self->family);
  set_string (object, "language", self->language);
  json_object_set_int_member (object, "size", self->size);

  languages = json_array_new ();
  for (guint i = 0; self->languages[i] != NULL; i++)
    json_array_add_string_element (languages, self->languages[i]);
  json_object_set_array_member (object, "languages", languages);

  key = care_seal_public_key_to_base64 (self->public_key);
  set_string (object, "public_key", key);
  journal = json_object_new ();
  set_string (journal, "id", self->journal);
  json_object_set_object_member (object, "journal", journal);
  json_object_set_int_member (object, "now_offset_us", self->now_offset);
  set_string (object, "time_zone", self->time_zone);
  care_writing_to_json (self->writing, object);
  json_object_set_array_member (object, "forms", copy_nodes (self->forms));
  json_object_set_array_member (object, "responses", copy_nodes (self->responses));
  if (self->words != NULL)
    json_object_set_member (object, "words", json_node_copy (self->words));
  if (self->keyboards != NULL)
    json_object_set_member (object, "keyboards", json_node_copy (self->keyboards));
  if (self->former->len > 0)
    json_object_set_array_member (object, "former", copy_nodes (self->former));
  if (self->private_answers->len > 0)
    json_object_set_array_member (object, "private", write_private (self->private_answers));

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

static gboolean
read_string (const CareJsonView  *view,
             const char          *member,
             char               **out,
             GError             **error)
{
  const char *text = NULL;

  if (!care_json_view_get_string (view, member, CARE_JSON_REQUIRED, &text, error))
    return FALSE;
  *out = g_strdup (text);

  return TRUE;
}

static gboolean
read_format (const CareJsonView  *view,
             GError             **error)
{
  gint64 format = 0;

  if (!care_json_view_get_int (view, "format", CARE_JSON_REQUIRED, 1, G_MAXINT, &format, error))
    return FALSE;
  if (format == FORMAT)
    return TRUE;

  care_json_view_set_error (view, error, CARE_ERROR_UNSUPPORTED,
                            "format %" G_GINT64_FORMAT " is not known here; desk and patient program must be of one version",
                            format);
  return FALSE;
}

static gboolean
read_person (CareEnvelope        *self,
             const CareJsonView  *view,
             GError             **error)
{
  return read_string (view, "visit", &self->visit, error) &&
         read_string (view, "patient", &self->patient, error) &&
         read_string (view, "birth_date", &self->birth_date, error) &&
         read_string (view, "given", &self->given, error) &&
         read_string (view, "family", &self->family, error);
}

static gboolean
read_journal (CareEnvelope        *self,
              const CareJsonView  *view,
              GError             **error)
{
  CareJsonView journal;
  const char *key = NULL;

  if (!care_json_view_get_string (view, "public_key", CARE_JSON_REQUIRED, &key, error) ||
      !care_json_view_get_object (view, "journal", CARE_JSON_REQUIRED, &journal, error) ||
      !read_string (&journal, "id", &self->journal, error))
    return FALSE;

  self->public_key = care_seal_public_key_new_from_base64 (key, error);

  return self->public_key != NULL;
}

static gboolean
read_settings (CareEnvelope        *self,
               const CareJsonView  *view,
               GError             **error)
{
  gint64 size = 0;

  if (!read_string (view, "language", &self->language, error) ||
      !read_string (view, "time_zone", &self->time_zone, error) ||
      !care_json_view_get_strv (view, "languages", CARE_JSON_REQUIRED, &self->languages, error) ||
      !care_json_view_get_int (view, "size", CARE_JSON_REQUIRED, SIZE_MIN, SIZE_MAX_TEXT, &size, error) ||
      !care_json_view_get_int (view, "now_offset_us", CARE_JSON_REQUIRED, G_MININT64, G_MAXINT64, &self->now_offset, error))
    return FALSE;
  self->size = size;

  g_clear_object (&self->writing);
  self->writing = care_writing_new_from_view (view, error);
  if (self->writing == NULL)
    return FALSE;

  if (self->languages[0] == NULL)
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT, "languages: name at least one");
      return FALSE;
    }

  return TRUE;
}

/* FHIR resources of one type, kept as they are: the form room reads them. */
static gboolean
read_resources (const CareJsonView  *view,
                const char          *member,
                const char          *type,
                GPtrArray           *out,
                GError             **error)
{
  CareJsonView array;
  CareJsonView element;
  guint length;

  if (!care_json_view_get_array (view, member, CARE_JSON_REQUIRED, &array, error))
    return FALSE;

  length = care_json_view_get_length (&array);
  for (guint i = 0; i < length; i++)
    {
      const char *found = NULL;

      if (!care_json_view_peek_element (&array, i, &element))
        return FALSE;
      if (!care_json_view_get_string (&element, "resourceType", CARE_JSON_REQUIRED, &found, error))
        return FALSE;
      if (!g_str_equal (found, type))
        {
          care_json_view_set_error (&element, error, CARE_ERROR_INPUT, "must be a %s resource", type);
          return FALSE;
        }
      g_ptr_array_add (out, json_node_copy (element.node));
    }

  return TRUE;
}

/* Kept as they are: the form room reads them. */
static gboolean
read_former (CareEnvelope        *self,
             const CareJsonView  *view,
             GError             **error)
{
  CareJsonView array = { 0 };
  CareJsonView element;

  if (!care_json_view_get_array (view, "former", CARE_JSON_OPTIONAL, &array, error))
    return FALSE;
  if (array.node == NULL)
    return TRUE;

  for (guint i = 0; care_json_view_peek_element (&array, i, &element); i++)
    {
      const char *version = NULL;

      if (!care_json_view_get_string (&element, "version", CARE_JSON_REQUIRED, &version, error))
        return FALSE;
      g_ptr_array_add (self->former, json_node_copy (element.node));
    }

  return TRUE;
}

static gboolean
read_private (CareEnvelope        *self,
              const CareJsonView  *view,
              GError             **error)
{
  CareJsonView array = { 0 };
  CareJsonView element;

  if (!care_json_view_get_array (view, "private", CARE_JSON_OPTIONAL, &array, error))
    return FALSE;
  if (array.node == NULL)
    return TRUE;

  for (guint i = 0; i < care_json_view_get_length (&array); i++)
    {
      const char *question = NULL;
      g_auto (GStrv) answers = NULL;

      if (!care_json_view_peek_element (&array, i, &element))
        return FALSE;
      if (!care_json_view_get_string (&element, "question", CARE_JSON_REQUIRED, &question, error) ||
          !care_json_view_get_strv (&element, "answers", CARE_JSON_REQUIRED, &answers, error))
        return FALSE;
      for (guint k = 0; answers[k] != NULL; k++)
        care_envelope_add_private (self, question, answers[k]);
    }

  return TRUE;
}

/**
 * care_envelope_new_from_json:
 * @node: an envelope's JSON
 * @source: what to call it in errors
 * @error: %CARE_ERROR_INPUT with the path, %CARE_ERROR_UNSUPPORTED for another format
 *
 * Returns: (transfer full) (nullable): the envelope
 */
CareEnvelope *
care_envelope_new_from_json (JsonNode    *node,
                             const char  *source,
                             GError     **error)
{
  static const char *const known[] = {
    "format", "visit", "patient", "birth_date", "given", "family", "language", "size", "languages",
    "public_key", "journal", "now_offset_us", "time_zone", "hours24", "digits", "forms", "responses", "words", "keyboards",
    "former", "private",
    NULL,
  };
  g_autoptr (CareEnvelope) self = NULL;
  CareJsonView view;
  CareJsonView words = { 0 };
  CareJsonView keyboards = { 0 };

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  self = care_envelope_new ();
  care_json_view_init (&view, source, node);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      care_json_view_set_error (&view, error, CARE_ERROR_INPUT, "an envelope is an object {…}");
      return NULL;
    }
  if (!read_format (&view, error) ||
      !care_json_view_refuse_unknown (&view, known, error) ||
      !read_person (self, &view, error) ||
      !read_journal (self, &view, error) ||
      !read_settings (self, &view, error) ||
      !read_resources (&view, "forms", "Questionnaire", self->forms, error) ||
      !read_resources (&view, "responses", "QuestionnaireResponse", self->responses, error) ||
      !care_json_view_get_object (&view, "words", CARE_JSON_OPTIONAL, &words, error) ||
      !care_json_view_get_object (&view, "keyboards", CARE_JSON_OPTIONAL, &keyboards, error) ||
      !read_former (self, &view, error) ||
      !read_private (self, &view, error))
    return NULL;
  if (words.node != NULL)
    self->words = json_node_copy (words.node);
  if (keyboards.node != NULL)
    self->keyboards = json_node_copy (keyboards.node);

  return g_steal_pointer (&self);
}
