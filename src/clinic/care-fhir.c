/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-fhir.h"

#include <string.h>

char *
care_fhir_new_id (void)
{
  return g_uuid_string_random ();
}

JsonObject *
care_fhir_new (const char *type,
               const char *id)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "resourceType", type);
  json_object_set_string_member (object, "id", id);

  return object;
}

JsonObject *
care_fhir_reference (const char *type,
                     const char *id)
{
  JsonObject *object = json_object_new ();
  g_autofree char *reference = g_strdup_printf ("%s/%s", type, id);

  json_object_set_string_member (object, "reference", reference);

  return object;
}

JsonObject *
care_fhir_coding (const char *system,
                  const char *code,
                  const char *display)
{
  JsonObject *object = json_object_new ();

  if (system != NULL)
    json_object_set_string_member (object, "system", system);
  json_object_set_string_member (object, "code", code);
  if (display != NULL)
    json_object_set_string_member (object, "display", display);

  return object;
}

JsonObject *
care_fhir_concept (const char *system,
                   const char *code,
                   const char *text)
{
  JsonObject *object = json_object_new ();

  if (code != NULL)
    care_fhir_append (object, "coding", care_fhir_coding (system, code, NULL));
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, "text", text);

  return object;
}

void
care_fhir_set_reference (JsonObject *object,
                         const char *member,
                         const char *type,
                         const char *id)
{
  json_object_set_object_member (object, member, care_fhir_reference (type, id));
}

void
care_fhir_set_concept (JsonObject *object,
                       const char *member,
                       const char *system,
                       const char *code,
                       const char *text)
{
  json_object_set_object_member (object, member, care_fhir_concept (system, code, text));
}

void
care_fhir_set_instant (JsonObject *object,
                       const char *member,
                       CareInstant instant,
                       GTimeZone  *zone)
{
  g_autofree char *text = care_instant_format (instant, zone);

  json_object_set_string_member (object, member, text);
}

void
care_fhir_append (JsonObject *object,
                  const char *member,
                  JsonObject *element)
{
  JsonArray *array = care_fhir_get_array (object, member);

  if (array == NULL)
    {
      array = json_array_new ();
      json_object_set_array_member (object, member, array);
    }
  json_array_add_object_element (array, element);
}

static JsonNode *
peek (JsonObject   *object,
      const char   *member,
      JsonNodeType  type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

const char *
care_fhir_get_string (JsonObject *object,
                      const char *member)
{
  JsonNode *node = peek (object, member, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

JsonObject *
care_fhir_get_object (JsonObject *object,
                      const char *member)
{
  JsonNode *node = peek (object, member, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

JsonArray *
care_fhir_get_array (JsonObject *object,
                     const char *member)
{
  JsonNode *node = peek (object, member, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

JsonObject *
care_fhir_get_element (JsonObject *object,
                       const char *member,
                       guint       index)
{
  JsonArray *array = care_fhir_get_array (object, member);
  JsonNode *node;

  if (array == NULL || index >= json_array_get_length (array))
    return NULL;

  node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

CareInstant
care_fhir_get_instant (JsonObject *object,
                       const char *member)
{
  const char *text = care_fhir_get_string (object, member);

  return text != NULL ? care_instant_parse (text, NULL, NULL) : CARE_INSTANT_NONE;
}

const char *
care_fhir_get_reference (JsonObject *object,
                         const char *member,
                         const char *type)
{
  const char *reference = care_fhir_get_string (care_fhir_get_object (object, member), "reference");
  gsize length = strlen (type);

  if (reference == NULL || strncmp (reference, type, length) != 0 || reference[length] != '/')
    return NULL;

  return reference + length + 1;
}

const char *
care_fhir_get_code (JsonObject *object,
                    const char *member,
                    const char *system)
{
  JsonObject *concept = care_fhir_get_object (object, member);
  JsonObject *coding;

  for (guint i = 0; (coding = care_fhir_get_element (concept, "coding", i)) != NULL; i++)
    if (g_strcmp0 (care_fhir_get_string (coding, "system"), system) == 0)
      return care_fhir_get_string (coding, "code");

  return NULL;
}

/* The @nth extension of ours with that name. */
static JsonObject *
find_ext (JsonObject *object,
          const char *name,
          guint       nth)
{
  g_autofree char *url = g_strconcat (CARE_FHIR_URL_EXT, name, NULL);
  JsonObject *extension;

  for (guint i = 0; (extension = care_fhir_get_element (object, "extension", i)) != NULL; i++)
    if (g_strcmp0 (care_fhir_get_string (extension, "url"), url) == 0 && nth-- == 0)
      return extension;

  return NULL;
}

void
care_fhir_ext_remove (JsonObject *object,
                      const char *name)
{
  g_autofree char *url = g_strconcat (CARE_FHIR_URL_EXT, name, NULL);
  JsonArray *array = care_fhir_get_array (object, "extension");
  guint i = 0;

  while (array != NULL && i < json_array_get_length (array))
    {
      if (g_strcmp0 (care_fhir_get_string (json_array_get_object_element (array, i), "url"), url) == 0)
        json_array_remove_element (array, i);
      else
        i++;
    }

  /* FHIR has no empty arrays. */
  if (array != NULL && json_array_get_length (array) == 0)
    json_object_remove_member (object, "extension");
}

static JsonObject *
add_ext (JsonObject *object,
         const char *name)
{
  g_autofree char *url = g_strconcat (CARE_FHIR_URL_EXT, name, NULL);
  JsonObject *extension = json_object_new ();

  json_object_set_string_member (extension, "url", url);
  care_fhir_append (object, "extension", extension);

  return extension;
}

static void
set_ext_text (JsonObject *object,
              const char *name,
              const char *member,
              const char *text)
{
  care_fhir_ext_remove (object, name);
  if (text != NULL && *text != '\0')
    json_object_set_string_member (add_ext (object, name), member, text);
}

void
care_fhir_ext_set_code (JsonObject *object,
                        const char *name,
                        const char *code)
{
  set_ext_text (object, name, "valueCode", code);
}

void
care_fhir_ext_set_string (JsonObject *object,
                          const char *name,
                          const char *text)
{
  set_ext_text (object, name, "valueString", text);
}

void
care_fhir_ext_set_date (JsonObject *object,
                        const char *name,
                        const char *date)
{
  set_ext_text (object, name, "valueDate", date);
}

void
care_fhir_ext_set_integer (JsonObject *object,
                           const char *name,
                           gint64      number)
{
  care_fhir_ext_remove (object, name);
  json_object_set_int_member (add_ext (object, name), "valueInteger", number);
}

void
care_fhir_ext_set_boolean (JsonObject *object,
                           const char *name,
                           gboolean    value)
{
  care_fhir_ext_remove (object, name);
  json_object_set_boolean_member (add_ext (object, name), "valueBoolean", value);
}

void
care_fhir_ext_set_instant (JsonObject *object,
                           const char *name,
                           CareInstant instant,
                           GTimeZone  *zone)
{
  care_fhir_ext_remove (object, name);
  if (instant != CARE_INSTANT_NONE)
    care_fhir_set_instant (add_ext (object, name), "valueDateTime", instant, zone);
}

void
care_fhir_ext_set_reference (JsonObject *object,
                             const char *name,
                             const char *type,
                             const char *id)
{
  care_fhir_ext_remove (object, name);
  if (id != NULL)
    care_fhir_set_reference (add_ext (object, name), "valueReference", type, id);
}

void
care_fhir_ext_set_codes (JsonObject        *object,
                         const char        *name,
                         const char *const *codes)
{
  care_fhir_ext_remove (object, name);
  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    json_object_set_string_member (add_ext (object, name), "valueCode", codes[i]);
}

const char *
care_fhir_ext_get_string (JsonObject *object,
                          const char *name)
{
  JsonObject *extension = find_ext (object, name, 0);
  const char *text = care_fhir_get_string (extension, "valueCode");

  if (text == NULL)
    text = care_fhir_get_string (extension, "valueString");
  if (text == NULL)
    text = care_fhir_get_string (extension, "valueDate");

  return text;
}

gint64
care_fhir_ext_get_integer (JsonObject *object,
                           const char *name)
{
  JsonNode *node = peek (find_ext (object, name, 0), "valueInteger", JSON_NODE_VALUE);

  return node != NULL ? json_node_get_int (node) : 0;
}

gboolean
care_fhir_ext_get_boolean (JsonObject *object,
                           const char *name)
{
  JsonNode *node = peek (find_ext (object, name, 0), "valueBoolean", JSON_NODE_VALUE);

  return node != NULL && json_node_get_boolean (node);
}

gboolean
care_fhir_ext_has (JsonObject *object,
                   const char *name)
{
  return find_ext (object, name, 0) != NULL;
}

CareInstant
care_fhir_ext_get_instant (JsonObject *object,
                           const char *name)
{
  return care_fhir_get_instant (find_ext (object, name, 0), "valueDateTime");
}

const char *
care_fhir_ext_get_reference (JsonObject *object,
                             const char *name,
                             const char *type)
{
  return care_fhir_get_reference (find_ext (object, name, 0), "valueReference", type);
}

char **
care_fhir_ext_dup_codes (JsonObject *object,
                         const char *name)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  JsonObject *extension;

  for (guint i = 0; (extension = find_ext (object, name, i)) != NULL; i++)
    {
      const char *code = care_fhir_get_string (extension, "valueCode");

      if (code != NULL)
        g_strv_builder_add (codes, code);
    }

  return g_strv_builder_end (codes);
}
