/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-value-private.h"

#include <string.h>

#include "form/care-decimal.h"
#include "form/care-moment.h"

G_DEFINE_BOXED_TYPE (CareValue, care_value, care_value_ref, care_value_unref)

CareValue *
care_value_alloc (CareValueType type)
{
  CareValue *self = g_new0 (CareValue, 1);

  g_atomic_ref_count_init (&self->refs);
  self->type = type;

  return self;
}

static CareValue *
new_with_text (CareValueType type,
               const char   *text)
{
  CareValue *self = care_value_alloc (type);

  self->text = g_strdup (text);

  return self;
}

/**
 * care_value_new_boolean:
 * @value: true or false
 *
 * Returns: (transfer full): a new value
 */
CareValue *
care_value_new_boolean (gboolean value)
{
  CareValue *self = care_value_alloc (CARE_VALUE_BOOLEAN);

  self->number = value ? 1 : 0;

  return self;
}

/**
 * care_value_new_integer:
 * @value: a whole number
 *
 * Returns: (transfer full): a new value
 */
CareValue *
care_value_new_integer (gint64 value)
{
  CareValue *self = care_value_alloc (CARE_VALUE_INTEGER);

  self->number = value;
  self->text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return self;
}

/**
 * care_value_new_decimal:
 * @text: digits with a full stop as decimal mark
 * @error: where to put the reason
 *
 * Keeps the number as written, "1.50" included.
 *
 * Returns: (transfer full) (nullable): a new value, or %NULL with %CARE_ERROR_INPUT
 */
CareValue *
care_value_new_decimal (const char  *text,
                        GError     **error)
{
  g_autofree char *decimal = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  decimal = care_decimal_normalize (text);
  if (decimal == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "not a number; write digits, such as 70.5");
      return NULL;
    }

  return new_with_text (CARE_VALUE_DECIMAL, decimal);
}

/**
 * care_value_new_date:
 * @text: "2026", "2026-11" or "2026-11-22"
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): a new value, or %NULL with %CARE_ERROR_INPUT
 */
CareValue *
care_value_new_date (const char  *text,
                     GError     **error)
{
  CareMoment moment;

  g_return_val_if_fail (text != NULL, NULL);

  if (!care_moment_parse_date (text, &moment))
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                           "not a date there is; write YYYY, YYYY-MM or YYYY-MM-DD");
      return NULL;
    }

  return new_with_text (CARE_VALUE_DATE, text);
}

/**
 * care_value_new_date_time:
 * @text: a date, or "2026-11-22T15:10:00-05:00"
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): a new value, or %NULL with %CARE_ERROR_INPUT
 */
CareValue *
care_value_new_date_time (const char  *text,
                          GError     **error)
{
  CareMoment moment;

  g_return_val_if_fail (text != NULL, NULL);

  if (!care_moment_parse_date_time (text, &moment))
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                           "not a date and time there is; write YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+hh:mm");
      return NULL;
    }

  return new_with_text (CARE_VALUE_DATE_TIME, text);
}

/**
 * care_value_new_instant:
 * @instant: a moment
 * @zone: the zone whose offset is written
 *
 * Returns: (transfer full): a dateTime, exact to the second
 */
CareValue *
care_value_new_instant (CareInstant  instant,
                        GTimeZone   *zone)
{
  CareValue *self = care_value_alloc (CARE_VALUE_DATE_TIME);

  g_return_val_if_fail (instant != CARE_INSTANT_NONE, self);

  self->text = care_instant_format (instant - instant % CARE_SECOND, zone);

  return self;
}

/**
 * care_value_new_time:
 * @text: "14:30" or "14:30:00"
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): a new value, or %NULL with %CARE_ERROR_INPUT
 */
CareValue *
care_value_new_time (const char  *text,
                     GError     **error)
{
  CareValue *self;
  gint64 of_day;

  g_return_val_if_fail (text != NULL, NULL);

  if (!care_moment_parse_time (text, &of_day))
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "not a time of day; write hh:mm or hh:mm:ss");
      return NULL;
    }

  self = care_value_alloc (CARE_VALUE_TIME);
  /* FHIR's time always says the seconds. */
  self->text = g_strconcat (text, strlen (text) == 5 ? ":00" : "", NULL);

  return self;
}

/**
 * care_value_new_string:
 * @text: the text
 *
 * Returns: (transfer full): a new value
 */
CareValue *
care_value_new_string (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return new_with_text (CARE_VALUE_STRING, text);
}

/**
 * care_value_new_uri:
 * @text: the address
 *
 * Returns: (transfer full): a new value
 */
CareValue *
care_value_new_uri (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return new_with_text (CARE_VALUE_URI, text);
}

/**
 * care_value_new_coding:
 * @system: (nullable): the code system
 * @code: (nullable): the code
 * @display: (nullable): what people read
 *
 * Returns: (transfer full): a new value
 */
CareValue *
care_value_new_coding (const char *system,
                       const char *code,
                       const char *display)
{
  CareValue *self = care_value_alloc (CARE_VALUE_CODING);

  self->system = system != NULL ? g_ref_string_new_intern (system) : NULL;
  self->code = g_strdup (code);
  self->display = g_strdup (display);

  return self;
}

/**
 * care_value_new_quantity:
 * @number: the amount, as for a decimal
 * @unit: (nullable): the unit as people read it
 * @system: (nullable): the unit's code system, usually UCUM
 * @code: (nullable): the unit's code
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): a new value, or %NULL with %CARE_ERROR_INPUT
 */
CareValue *
care_value_new_quantity (const char  *number,
                         const char  *unit,
                         const char  *system,
                         const char  *code,
                         GError     **error)
{
  CareValue *self = care_value_new_decimal (number, error);

  if (self == NULL)
    return NULL;

  self->type = CARE_VALUE_QUANTITY;
  self->display = g_strdup (unit);
  self->system = system != NULL ? g_ref_string_new_intern (system) : NULL;
  self->code = g_strdup (code);

  return self;
}

/**
 * care_value_new_attachment:
 * @content_type: "image/png"
 * @data: the bytes
 * @title: (nullable): its name
 *
 * Returns: (transfer full): a new value
 */
CareValue *
care_value_new_attachment (const char *content_type,
                           GBytes     *data,
                           const char *title)
{
  CareValue *self = care_value_alloc (CARE_VALUE_ATTACHMENT);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *base64 = NULL;
  gsize length;
  gconstpointer bytes;

  g_return_val_if_fail (content_type != NULL && data != NULL, self);

  bytes = g_bytes_get_data (data, &length);
  base64 = g_base64_encode (bytes, length);
  json_object_set_string_member (object, "contentType", content_type);
  json_object_set_string_member (object, "data", base64);
  if (title != NULL)
    json_object_set_string_member (object, "title", title);

  self->text = g_strdup (title);
  self->code = g_strdup (content_type);
  self->original = json_node_init_object (json_node_alloc (), object);
  json_node_seal (self->original);

  return self;
}

/**
 * care_value_new_reference:
 * @reference: "Patient/123"
 * @display: (nullable): what people read
 *
 * Returns: (transfer full): a new value
 */
CareValue *
care_value_new_reference (const char *reference,
                          const char *display)
{
  CareValue *self = new_with_text (CARE_VALUE_REFERENCE, reference);

  self->display = g_strdup (display);

  return self;
}

CareValue *
care_value_ref (CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
care_value_unref (CareValue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->text);
  g_clear_pointer (&self->system, g_ref_string_release);
  g_free (self->code);
  g_free (self->display);
  g_clear_pointer (&self->original, json_node_unref);
  care_value_free_aside (self);
  g_free (self);
}

CareValueType
care_value_get_value_type (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, CARE_VALUE_STRING);

  return self->type;
}

gboolean
care_value_get_boolean (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type == CARE_VALUE_BOOLEAN && self->number != 0;
}

gint64
care_value_get_integer (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->type == CARE_VALUE_INTEGER ? self->number : 0;
}

double
care_value_get_double (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  switch (self->type)
    {
    case CARE_VALUE_INTEGER:
      return (double) self->number;
    case CARE_VALUE_DECIMAL:
    case CARE_VALUE_QUANTITY:
      return self->text != NULL ? care_decimal_to_double (self->text) : 0;
    default:
      return 0;
    }
}

const char *
care_value_get_text (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == CARE_VALUE_CODING ? NULL : self->text;
}

const char *
care_value_get_system (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->system;
}

const char *
care_value_get_code (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == CARE_VALUE_ATTACHMENT ? NULL : self->code;
}

const char *
care_value_get_display (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->display;
}

gboolean
care_value_is_code (const CareValue *self,
                    const char      *system,
                    const char      *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  return self->type == CARE_VALUE_CODING && g_strcmp0 (self->code, code) == 0
         && (system == NULL || g_strcmp0 (self->system, system) == 0);
}

/**
 * care_value_get_instants:
 * @self: a date or dateTime
 * @zone: whose days are meant where no offset is written
 * @first: (out): the first microsecond it can mean
 * @last: (out): the last microsecond it can mean
 *
 * Returns: %FALSE for values of other types
 */
gboolean
care_value_get_instants (const CareValue *self,
                         GTimeZone       *zone,
                         CareInstant     *first,
                         CareInstant     *last)
{
  CareMoment moment;

  g_return_val_if_fail (self != NULL && zone != NULL, FALSE);

  if (self->type != CARE_VALUE_DATE && self->type != CARE_VALUE_DATE_TIME)
    return FALSE;

  return self->text != NULL && care_moment_parse_date_time (self->text, &moment)
         && care_moment_get_instants (&moment, zone, first, last);
}

/**
 * care_value_dup_text:
 * @self: a value
 *
 * Returns: (transfer full): what a person may read, in no particular language
 */
char *
care_value_dup_text (const CareValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->type)
    {
    case CARE_VALUE_BOOLEAN:
      return g_strdup (self->number != 0 ? "true" : "false");
    case CARE_VALUE_CODING:
      return g_strdup (self->display != NULL ? self->display : self->code != NULL ? self->code : "");
    case CARE_VALUE_QUANTITY:
      if (self->display != NULL || self->code != NULL)
        return g_strdup_printf ("%s %s", self->text != NULL ? self->text : "",
                                self->display != NULL ? self->display : self->code);
      break;
    case CARE_VALUE_ATTACHMENT:
      return g_strdup (self->text != NULL ? self->text : self->code != NULL ? self->code : "");
    case CARE_VALUE_REFERENCE:
      return g_strdup (self->display != NULL ? self->display : self->text != NULL ? self->text : "");
    default:
      break;
    }

  return g_strdup (self->text != NULL ? self->text : "");
}
