/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-answer-check.h"

#include <string.h>

#include "form/care-address.h"
#include "form/care-decimal.h"
#include "form/care-value-private.h"

typedef struct
{
  const CareItem      *item;
  const CareItemMore  *more;     /* (nullable) */
  CareValue           *value;
  CareProblemKind     *kind;
  char               **param;
} Check;

static gboolean
wrong (Check           *check,
       CareProblemKind  kind,
       char            *param)
{
  *check->kind = kind;
  *check->param = param;

  return FALSE;
}

static gboolean
has_option_of_type (const CareItem *item,
                    CareValueType   type)
{
  for (guint i = 0; i < care_item_get_n_options (item); i++)
    if (item->options->options[i].value->type == type)
      return TRUE;

  return FALSE;
}

/* Options may also be given for simple types; then one of them it must be, a text by code or words. */
static gboolean
is_among_options (Check *check)
{
  const CareOptionSet *options = check->item->options;

  if (options == NULL || options->n_options == 0 || options->incomplete
      || care_item_find_option (check->item, check->value) != NULL)
    return TRUE;

  for (guint i = 0; check->value->type == CARE_VALUE_STRING && i < options->n_options; i++)
    if (g_strcmp0 (care_value_get_code (options->options[i].value), check->value->text) == 0
        || g_strcmp0 (care_option_get_display (&options->options[i], NULL), check->value->text) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
check_choice (Check *check)
{
  const CareItem *item = check->item;
  CareValueType type = check->value->type;
  gboolean open = item->type == CARE_ITEM_OPEN_CHOICE;

  if (care_item_get_n_options (item) == 0)
    return type == CARE_VALUE_CODING || (open && type == CARE_VALUE_STRING)
           || wrong (check, CARE_PROBLEM_TYPE, g_strdup (open ? "Coding or string" : "Coding"));

  if (care_item_find_option (item, check->value) != NULL)
    return TRUE;
  if (type == CARE_VALUE_STRING && (open || (has_option_of_type (item, type) && is_among_options (check))))
    return TRUE;
  if (!has_option_of_type (item, type))
    return wrong (check, CARE_PROBLEM_TYPE, g_strdup (care_value_get_member (item->options->options[0].value) + strlen ("value")));

  return item->options->incomplete || wrong (check, CARE_PROBLEM_NOT_AN_OPTION, NULL);
}

static gboolean
check_type (Check *check)
{
  static const struct
  {
    CareValueType  type;
    const char    *name;
  } wanted[] = {
    [CARE_ITEM_BOOLEAN] = { CARE_VALUE_BOOLEAN, "boolean" },
    [CARE_ITEM_DECIMAL] = { CARE_VALUE_DECIMAL, "decimal" },
    [CARE_ITEM_INTEGER] = { CARE_VALUE_INTEGER, "integer" },
    [CARE_ITEM_DATE] = { CARE_VALUE_DATE, "date" },
    [CARE_ITEM_DATE_TIME] = { CARE_VALUE_DATE_TIME, "dateTime" },
    [CARE_ITEM_TIME] = { CARE_VALUE_TIME, "time" },
    [CARE_ITEM_STRING] = { CARE_VALUE_STRING, "string" },
    [CARE_ITEM_TEXT] = { CARE_VALUE_STRING, "string" },
    [CARE_ITEM_URL] = { CARE_VALUE_URI, "uri" },
    [CARE_ITEM_ATTACHMENT] = { CARE_VALUE_ATTACHMENT, "Attachment" },
    [CARE_ITEM_REFERENCE] = { CARE_VALUE_REFERENCE, "Reference" },
    [CARE_ITEM_QUANTITY] = { CARE_VALUE_QUANTITY, "Quantity" },
  };
  guint8 type = check->item->type;

  if (type == CARE_ITEM_CHOICE || type == CARE_ITEM_OPEN_CHOICE)
    return check_choice (check);

  if (check->value->type != wanted[type].type)
    return wrong (check, CARE_PROBLEM_TYPE, g_strdup (wanted[type].name));

  return is_among_options (check) || wrong (check, CARE_PROBLEM_NOT_AN_OPTION, NULL);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

static gboolean
check_words (Check *check)
{
  const char *text = check->value->text;
  glong length;

  if (check->value->type != CARE_VALUE_STRING && check->value->type != CARE_VALUE_URI)
    return TRUE;
  if (text == NULL || is_blank (text))
    return wrong (check, CARE_PROBLEM_EMPTY, NULL);
  if (check->value->type == CARE_VALUE_URI && !care_address_is_uri (text))
    return wrong (check, CARE_PROBLEM_PATTERN, g_strdup ("https://example.org"));
  if (check->item->type == CARE_ITEM_STRING && strpbrk (text, "\r\n") != NULL)
    return wrong (check, CARE_PROBLEM_LINE_BREAK, NULL);
  if (check->more == NULL)
    return TRUE;

  length = g_utf8_strlen (text, -1);
  if (length < (glong) check->more->min_length)
    return wrong (check, CARE_PROBLEM_TOO_SHORT, g_strdup_printf ("%u", check->more->min_length));
  if (check->more->max_length > 0 && length > (glong) check->more->max_length)
    return wrong (check, CARE_PROBLEM_TOO_LONG, g_strdup_printf ("%u", check->more->max_length));

  return TRUE;
}

static gboolean
check_pattern (Check *check)
{
  g_autoptr (GError) error = NULL;

  if (check->more == NULL || check->more->regex == NULL || check->value->text == NULL)
    return TRUE;

  /* A pattern that runs out of its allowance says nothing about the answer. */
  if (!g_regex_match_full (check->more->regex, check->value->text, -1, 0, 0, NULL, &error) && error == NULL)
    return wrong (check, CARE_PROBLEM_PATTERN, g_strdup (care_item_get_entry_format (check->item, NULL)));

  return TRUE;
}

/* A limit on a quantity may be a bare number: then the number is meant, in whatever unit. */
static CareOrder
compare_with_limit (CareValue *value,
                    CareValue *limit)
{
  if (value->type == CARE_VALUE_QUANTITY && limit->type != CARE_VALUE_QUANTITY && value->text != NULL)
    {
      g_autoptr (CareValue) number = care_value_new_decimal (value->text, NULL);

      return number != NULL ? care_value_compare (number, limit) : CARE_ORDER_UNKNOWN;
    }

  return care_value_compare (value, limit);
}

static gboolean
check_limits (Check *check)
{
  CareOrder order;

  if (check->more == NULL)
    return TRUE;

  if (check->more->min_value != NULL)
    {
      order = compare_with_limit (check->value, check->more->min_value);
      if (order == CARE_ORDER_LESS)
        return wrong (check, CARE_PROBLEM_TOO_SMALL, care_value_dup_text (check->more->min_value));
      if (order == CARE_ORDER_UNKNOWN && check->value->type == CARE_VALUE_QUANTITY)
        return wrong (check, CARE_PROBLEM_NO_COMPARE, care_value_dup_text (check->more->min_value));
    }
  if (check->more->max_value != NULL)
    {
      order = compare_with_limit (check->value, check->more->max_value);
      if (order == CARE_ORDER_GREATER)
        return wrong (check, CARE_PROBLEM_TOO_LARGE, care_value_dup_text (check->more->max_value));
      if (order == CARE_ORDER_UNKNOWN && check->value->type == CARE_VALUE_QUANTITY)
        return wrong (check, CARE_PROBLEM_NO_COMPARE, care_value_dup_text (check->more->max_value));
    }

  if (check->more->max_decimals >= 0 && check->value->text != NULL
      && (check->value->type == CARE_VALUE_DECIMAL || check->value->type == CARE_VALUE_QUANTITY)
      && care_decimal_count_places (check->value->text) > (guint) check->more->max_decimals)
    return wrong (check, CARE_PROBLEM_DECIMALS, g_strdup_printf ("%d", check->more->max_decimals));

  return TRUE;
}

static gboolean
is_unit (const CareValue *value,
         const CareValue *unit)
{
  if (value->code != NULL && unit->code != NULL)
    return strcmp (value->code, unit->code) == 0;

  return value->display != NULL
         && (g_strcmp0 (value->display, unit->display) == 0 || g_strcmp0 (value->display, unit->code) == 0);
}

static gboolean
check_unit (Check *check)
{
  g_autoptr (GString) names = NULL;

  if (check->value->type != CARE_VALUE_QUANTITY)
    return TRUE;
  if (check->value->text == NULL)
    return wrong (check, CARE_PROBLEM_EMPTY, NULL);
  if (check->more == NULL || !check->more->units_are_all || (check->value->code == NULL && check->value->display == NULL))
    return TRUE;

  names = g_string_new (NULL);
  for (guint i = 0; i < check->more->n_units; i++)
    {
      if (is_unit (check->value, check->more->units[i]))
        return TRUE;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", care_item_get_unit_display (check->item, i, NULL));
    }

  return wrong (check, CARE_PROBLEM_UNIT, g_strdup (names->str));
}

static const char *
peek_string (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
check_reference (Check *check)
{
  const char *target = check->value->text;
  g_autofree char *type = NULL;

  if (check->value->type != CARE_VALUE_REFERENCE || target == NULL)
    return TRUE;
  if (!care_address_is_uri (target))
    return wrong (check, CARE_PROBLEM_REFERENCE, NULL);

  if (check->value->original != NULL)
    type = g_strdup (peek_string (json_node_get_object (check->value->original), "type"));
  if (type == NULL)
    type = care_address_dup_resource_type (target);
  if (type == NULL)
    return TRUE;
  if (!care_address_is_resource_type (type))
    return wrong (check, CARE_PROBLEM_REFERENCE, NULL);

  if (check->more == NULL || check->more->reference_types == NULL
      || g_strv_contains (check->more->reference_types, type))
    return TRUE;

  return wrong (check, CARE_PROBLEM_REFERENCE, g_strjoinv (", ", (char **) check->more->reference_types));
}

/* How many bytes base64 stands for, blanks between its letters allowed; -1 where it is none. */
static double
count_bytes (const char *base64)
{
  gsize letters = 0;
  gsize fill = 0;

  for (; *base64 != '\0'; base64++)
    {
      if (g_ascii_isspace (*base64))
        continue;
      if (*base64 == '=')
        fill++;
      else if (fill > 0 || !(g_ascii_isalnum (*base64) || *base64 == '+' || *base64 == '/'))
        return -1;
      else
        letters++;
    }

  return fill > 2 || (letters + fill) % 4 != 0 ? -1 : (double) (letters * 3 / 4);
}

/* Bytes of the data, and what the attachment says it has; -1 where it does not. FALSE where the data is none. */
static gboolean
get_sizes (const CareValue *attachment,
           double          *data_size,
           double          *stated_size)
{
  JsonObject *object = attachment->original != NULL ? json_node_get_object (attachment->original) : NULL;
  JsonNode *size = object != NULL ? json_object_get_member (object, "size") : NULL;
  JsonNode *data = object != NULL ? json_object_get_member (object, "data") : NULL;

  *data_size = *stated_size = -1;
  if (size != NULL && JSON_NODE_HOLDS_VALUE (size) && json_node_get_value_type (size) == G_TYPE_INT64)
    *stated_size = json_node_get_double (size);
  if (data == NULL)
    return TRUE;
  if (peek_string (object, "data") != NULL)
    *data_size = count_bytes (peek_string (object, "data"));

  return *data_size >= 0;
}

static gboolean
check_attachment (Check *check)
{
  double size;
  double stated;

  if (check->value->type != CARE_VALUE_ATTACHMENT)
    return TRUE;

  if (!get_sizes (check->value, &size, &stated))
    return wrong (check, CARE_PROBLEM_ATTACHMENT, g_strdup ("data in base64"));
  if (size >= 0 && stated >= 0 && (size < stated || size > stated))
    return wrong (check, CARE_PROBLEM_ATTACHMENT, g_strdup ("as large as it says"));
  if (check->more == NULL)
    return TRUE;

  if (check->more->mime_types != NULL && check->value->code != NULL
      && !g_strv_contains (check->more->mime_types, check->value->code))
    return wrong (check, CARE_PROBLEM_ATTACHMENT, g_strjoinv (", ", (char **) check->more->mime_types));
  if (check->more->max_size > 0 && MAX (size, stated) > check->more->max_size)
    return wrong (check, CARE_PROBLEM_ATTACHMENT, g_strdup_printf ("at most %.0f bytes", check->more->max_size));

  return TRUE;
}

gboolean
care_answer_check (const CareItem   *item,
                   CareValue        *value,
                   CareProblemKind  *kind,
                   char            **param)
{
  Check check = { item, item->more, value, kind, param };

  return check_type (&check) && check_words (&check) && check_pattern (&check) && check_unit (&check)
         && check_limits (&check) && check_reference (&check) && check_attachment (&check);
}
