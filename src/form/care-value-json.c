/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-value-private.h"

#include <string.h>

#include "base/care-json-number.h"
#include "form/care-decimal.h"

static const char *const members[] = {
  [CARE_VALUE_BOOLEAN] = "valueBoolean",
  [CARE_VALUE_DECIMAL] = "valueDecimal",
  [CARE_VALUE_INTEGER] = "valueInteger",
  [CARE_VALUE_DATE] = "valueDate",
  [CARE_VALUE_DATE_TIME] = "valueDateTime",
  [CARE_VALUE_TIME] = "valueTime",
  [CARE_VALUE_STRING] = "valueString",
  [CARE_VALUE_URI] = "valueUri",
  [CARE_VALUE_CODING] = "valueCoding",
  [CARE_VALUE_QUANTITY] = "valueQuantity",
  [CARE_VALUE_ATTACHMENT] = "valueAttachment",
  [CARE_VALUE_REFERENCE] = "valueReference",
};

static gboolean
fail (GError     **error,
      const char  *wanted)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s should stand here", wanted);

  return FALSE;
}

static GType
scalar_type (JsonNode *node)
{
  return care_json_node_get_type (node);
}

/* A number's text, from a JSON number or (forgiving) from a text of digits. */
static char *
dup_number (JsonNode *node)
{
  GType type = scalar_type (node);

  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (care_json_node_peek_decimal (node) != NULL)
    return care_decimal_normalize (care_json_node_peek_decimal (node));
  if (type == G_TYPE_DOUBLE)
    return care_decimal_from_double (json_node_get_double (node));
  if (type == G_TYPE_STRING)
    return care_decimal_normalize (json_node_get_string (node));

  return NULL;
}

char *
care_value_dup_json_number (JsonNode *node)
{
  return dup_number (node);
}

static const char *
peek_string (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && scalar_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static CareValue *
integer_from_json (JsonNode  *node,
                   GError   **error)
{
  g_autofree char *text = dup_number (node);
  char *end;
  double wide;

  if (text == NULL)
    {
      fail (error, "a whole number");
      return NULL;
    }

  /* "1e3" is whole too; a double holds every number that may stand here. */
  wide = g_ascii_strtod (text, &end);
  if (*end != '\0' || care_decimal_count_places (text) > 0)
    {
      fail (error, "a whole number");
      return NULL;
    }
  if (wide < G_MININT32 || wide > G_MAXINT32)
    {
      fail (error, "a whole number from -2147483648 to 2147483647");
      return NULL;
    }

  return care_value_new_integer ((gint64) wide);
}

static CareValue *
text_from_json (CareValueType   type,
                JsonNode       *node,
                GError        **error)
{
  const char *text;

  if (scalar_type (node) != G_TYPE_STRING)
    {
      fail (error, "a text \"…\"");
      return NULL;
    }
  text = json_node_get_string (node);

  switch (type)
    {
    case CARE_VALUE_DATE:
      return care_value_new_date (text, error);
    case CARE_VALUE_DATE_TIME:
      return care_value_new_date_time (text, error);
    case CARE_VALUE_TIME:
      return care_value_new_time (text, error);
    case CARE_VALUE_URI:
      return care_value_new_uri (text);
    default:
      return care_value_new_string (text);
    }
}

/* Keeps the whole object where it says more than the value's own fields. */
static void
keep_original (CareValue  *self,
               JsonNode   *node,
               guint       n_known)
{
  g_autofree char *text = NULL;

  if (json_object_get_size (json_node_get_object (node)) == n_known)
    return;
  if (json_node_is_immutable (node))
    {
      self->original = json_node_ref (node);
      return;
    }

  text = json_to_string (node, FALSE);
  self->original = json_from_string (text, NULL);
  if (self->original != NULL)
    json_node_seal (self->original);
}

/* A Reference names what it refers to in one of these ways; a type or words to show alone are poor, but not nothing. */
static gboolean
refers (JsonObject *object)
{
  return json_object_has_member (object, "reference") || json_object_has_member (object, "identifier")
         || json_object_has_member (object, "display") || json_object_has_member (object, "type")
         || json_object_has_member (object, "extension");
}

static CareValue *
object_from_json (CareValueType   type,
                  JsonNode       *node,
                  GError        **error)
{
  JsonObject *object;
  const char *system;
  const char *code;
  const char *display;
  CareValue *self;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "an object {…}");
      return NULL;
    }
  object = json_node_get_object (node);
  system = peek_string (object, "system");
  code = peek_string (object, "code");

  if (type == CARE_VALUE_CODING)
    {
      display = peek_string (object, "display");
      if (code == NULL && display == NULL)
        {
          fail (error, "a coding with a code");
          return NULL;
        }
      self = care_value_new_coding (system, code, display);
      keep_original (self, node, (system != NULL) + (code != NULL) + (display != NULL));
      return self;
    }

  if (type == CARE_VALUE_QUANTITY)
    {
      JsonNode *number = json_object_get_member (object, "value");
      g_autofree char *text = number != NULL ? dup_number (number) : NULL;

      if (number != NULL && text == NULL)
        {
          fail (error, "a quantity with a number as its value");
          return NULL;
        }
      display = peek_string (object, "unit");
      self = care_value_alloc (type);
      self->text = g_steal_pointer (&text);
      self->display = g_strdup (display);
      self->system = system != NULL ? g_ref_string_new_intern (system) : NULL;
      self->code = g_strdup (code);
      keep_original (self, node, (self->text != NULL) + (system != NULL) + (code != NULL) + (display != NULL));
      return self;
    }

  if (type == CARE_VALUE_ATTACHMENT && json_object_get_size (object) == 0)
    {
      fail (error, "a file, or where it is,");
      return NULL;
    }
  if (type == CARE_VALUE_REFERENCE && !refers (object))
    {
      fail (error, "a reference to something");
      return NULL;
    }

  self = care_value_alloc (type);
  if (type == CARE_VALUE_ATTACHMENT)
    {
      self->text = g_strdup (peek_string (object, "title"));
      self->code = g_strdup (peek_string (object, "contentType"));
      keep_original (self, node, 0);
    }
  else
    {
      self->text = g_strdup (peek_string (object, "reference"));
      self->display = g_strdup (peek_string (object, "display"));
      keep_original (self, node, (self->text != NULL) + (self->display != NULL));
    }

  return self;
}

/**
 * care_value_new_from_json:
 * @type: the type wanted
 * @node: the JSON of a value[x] of that type
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with
 *   %CARE_ERROR_INPUT whose message says what should stand there, without a path
 */
CareValue *
care_value_new_from_json (CareValueType   type,
                          JsonNode       *node,
                          GError        **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  switch (type)
    {
    case CARE_VALUE_BOOLEAN:
      if (scalar_type (node) == G_TYPE_BOOLEAN)
        return care_value_new_boolean (json_node_get_boolean (node));
      fail (error, "true or false");
      return NULL;
    case CARE_VALUE_INTEGER:
      return integer_from_json (node, error);
    case CARE_VALUE_DECIMAL:
      text = dup_number (node);
      if (text != NULL)
        return care_value_new_decimal (text, error);
      fail (error, "a number");
      return NULL;
    case CARE_VALUE_DATE:
    case CARE_VALUE_DATE_TIME:
    case CARE_VALUE_TIME:
    case CARE_VALUE_STRING:
    case CARE_VALUE_URI:
      return text_from_json (type, node, error);
    case CARE_VALUE_CODING:
    case CARE_VALUE_QUANTITY:
    case CARE_VALUE_ATTACHMENT:
    case CARE_VALUE_REFERENCE:
    default:
      return object_from_json (type, node, error);
    }
}

const char *
care_value_peek_forgiven (CareValueType  type,
                          JsonNode      *node)
{
  if (type == CARE_VALUE_QUANTITY && JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node), "value");
  else if (type != CARE_VALUE_INTEGER && type != CARE_VALUE_DECIMAL)
    return NULL;

  return node != NULL && scalar_type (node) == G_TYPE_STRING ? "a text where a number should stand" : NULL;
}

const char *
care_value_get_member (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return members[self->type];
}

static JsonNode *
number_to_json (const char *text)
{
  JsonNode *node = json_node_alloc ();

  if (strpbrk (text, ".e") == NULL && strlen (text) <= 18)
    return json_node_init_int (node, g_ascii_strtoll (text, NULL, 10));

  json_node_free (node);

  return care_json_node_new_decimal (text);
}

static JsonNode *
object_to_json (const CareValue *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (self->type == CARE_VALUE_REFERENCE)
    {
      if (self->text != NULL)
        json_object_set_string_member (object, "reference", self->text);
      if (self->display != NULL)
        json_object_set_string_member (object, "display", self->display);
    }
  else
    {
      if (self->type == CARE_VALUE_QUANTITY && self->text != NULL)
        json_object_set_member (object, "value", number_to_json (self->text));
      if (self->type == CARE_VALUE_QUANTITY && self->display != NULL)
        json_object_set_string_member (object, "unit", self->display);
      if (self->system != NULL)
        json_object_set_string_member (object, "system", self->system);
      if (self->code != NULL)
        json_object_set_string_member (object, "code", self->code);
      if (self->type == CARE_VALUE_CODING && self->display != NULL)
        json_object_set_string_member (object, "display", self->display);
    }

  return json_node_init_object (json_node_alloc (), object);
}

/**
 * care_value_to_json:
 * @self: a value
 *
 * Returns: (transfer full): the JSON of the value, without its member's name
 */
JsonNode *
care_value_to_json (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->original != NULL)
    return json_node_ref (self->original);

  switch (self->type)
    {
    case CARE_VALUE_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), self->number != 0);
    case CARE_VALUE_INTEGER:
      return json_node_init_int (json_node_alloc (), self->number);
    case CARE_VALUE_DECIMAL:
      return number_to_json (self->text);
    case CARE_VALUE_DATE:
    case CARE_VALUE_DATE_TIME:
    case CARE_VALUE_TIME:
    case CARE_VALUE_STRING:
    case CARE_VALUE_URI:
      return json_node_init_string (json_node_alloc (), self->text != NULL ? self->text : "");
    default:
      return object_to_json (self);
    }
}
