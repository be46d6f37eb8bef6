/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-value-private.h"

#include <string.h>

#include "base/care-json.h"

/*
 * What stands beside a value in its answer. In which language words were typed is HL7's extension language at the value, where that is not
 * the language of the answers as a whole:
 *
 *   {"valueString": "…", "_valueString": {"extension": [{"url": "…/language", "valueCode": "es"}]}}
 *
 * Anything else stays as it came while the answer does.
 */

#define LANGUAGE_EXTENSION "http://hl7.org/fhir/StructureDefinition/language"
#define TEXT_ASIDE         "_valueString"

static CareValueAside *
ensure_aside (CareValue *self)
{
  if (self->aside == NULL)
    self->aside = g_new0 (CareValueAside, 1);

  return self->aside;
}

void
care_value_free_aside (CareValue *self)
{
  if (self->aside == NULL)
    return;

  g_free (self->aside->language);
  g_clear_pointer (&self->aside->members, json_node_unref);
  g_clear_pointer (&self->aside, g_free);
}

const char *
care_value_get_language (const CareValue *self)
{
  return self->aside != NULL ? self->aside->language : NULL;
}

CareValue *
care_value_new_spoken (const CareValue *text,
                       const char      *language)
{
  CareValue *self = care_value_new_string (care_value_get_text (text));

  g_assert (text->type == CARE_VALUE_STRING);

  ensure_aside (self)->language = g_strdup (language);
  if (text->aside != NULL && text->aside->members != NULL)
    self->aside->members = json_node_ref (text->aside->members);

  return self;
}

static const char *
peek_text (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* The language of a text, and whether nothing but that is said of it. */
static const char *
find_language (JsonNode *beside,
               gboolean *alone)
{
  JsonNode *list;
  JsonArray *extensions;

  if (!JSON_NODE_HOLDS_OBJECT (beside))
    return NULL;
  list = json_object_get_member (json_node_get_object (beside), "extension");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return NULL;

  extensions = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (extensions); i++)
    {
      JsonNode *extension = json_array_get_element (extensions, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (extension) ? json_node_get_object (extension) : NULL;
      const char *code = object != NULL && g_strcmp0 (peek_text (object, "url"), LANGUAGE_EXTENSION) == 0 ? peek_text (object, "valueCode") : NULL;

      if (code == NULL || *code == '\0')
        continue;
      *alone = json_object_get_size (json_node_get_object (beside)) == 1 && json_array_get_length (extensions) == 1
               && json_object_get_size (object) == 2;
      return code;
    }

  return NULL;
}

void
care_value_read_aside (CareValue  *self,
                       JsonObject *answer)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  JsonObject *members = NULL;

  json_object_iter_init_ordered (&iter, answer);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      gboolean alone = FALSE;
      const char *language = NULL;

      /* Of other values than this there is nothing to keep. */
      if (strcmp (member, "item") == 0 || g_str_has_prefix (member, "value")
          || (g_str_has_prefix (member, "_value") && strcmp (member + 1, care_value_get_member (self)) != 0))
        continue;
      if (self->type == CARE_VALUE_STRING && strcmp (member, TEXT_ASIDE) == 0)
        language = find_language (node, &alone);
      if (language != NULL)
        ensure_aside (self)->language = g_strdup (language);
      if (alone)
        continue;
      if (members == NULL)
        members = json_object_new ();
      json_object_set_member (members, member, json_node_ref (node));
    }

  if (members == NULL)
    return;
  ensure_aside (self)->members = json_node_init_object (json_node_alloc (), members);
  json_object_unref (members);
}

static void
write_language (const char *language,
                JsonObject *answer)
{
  JsonObject *extension = json_object_new ();
  JsonObject *beside = json_object_new ();
  JsonArray *extensions = json_array_new ();

  json_object_set_string_member (extension, "url", LANGUAGE_EXTENSION);
  json_object_set_string_member (extension, "valueCode", language);
  json_array_add_object_element (extensions, extension);
  json_object_set_array_member (beside, "extension", extensions);
  json_object_set_object_member (answer, TEXT_ASIDE, beside);
}

void
care_value_write_aside (const CareValue *self,
                        const char      *language,
                        JsonObject      *answer)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (self->aside == NULL)
    return;

  if (self->aside->language != NULL && g_strcmp0 (self->aside->language, language) != 0)
    write_language (self->aside->language, answer);
  if (self->aside->members == NULL)
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (self->aside->members));
  while (json_object_iter_next_ordered (&iter, &member, &node))
    json_object_set_member (answer, member, care_json_copy (node));
}
