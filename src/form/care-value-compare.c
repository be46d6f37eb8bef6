/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-value-private.h"

#include <string.h>

#include "form/care-decimal.h"
#include "form/care-moment.h"

#define UCUM "http://unitsofmeasure.org"

/* Units that forms for people use, each with the size of its kind's smallest unit here. */
static const struct
{
  const char *code;
  char        kind;
  double      factor;
} units[] = {
  { "mm", 'l', 1 },        { "cm", 'l', 10 },           { "m", 'l', 1000 },        { "km", 'l', 1000000 },
  { "[in_i]", 'l', 25.4 }, { "[ft_i]", 'l', 304.8 },    { "ug", 'm', 1 },          { "mg", 'm', 1000 },
  { "g", 'm', 1000000 },   { "kg", 'm', 1000000000 },   { "[lb_av]", 'm', 453592370 }, { "[oz_av]", 'm', 28349523.125 },
  { "mL", 'v', 1 },        { "ml", 'v', 1 },            { "dL", 'v', 100 },        { "L", 'v', 1000 },
  { "l", 'v', 1000 },      { "s", 't', 1 },             { "min", 't', 60 },        { "h", 't', 3600 },
  { "d", 't', 86400 },     { "wk", 't', 604800 },
};

static CareOrder
to_order (int order)
{
  return order < 0 ? CARE_ORDER_LESS : order > 0 ? CARE_ORDER_GREATER : CARE_ORDER_EQUAL;
}

static int
find_unit (const CareValue *quantity)
{
  if (quantity->code == NULL || g_strcmp0 (quantity->system, UCUM) != 0)
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].code, quantity->code) == 0)
      return (int) i;

  return -1;
}

static gboolean
same_unit (const CareValue *a,
           const CareValue *b)
{
  if (a->code != NULL && b->code != NULL)
    return strcmp (a->code, b->code) == 0 && g_strcmp0 (a->system, b->system) == 0;

  /* A code on one side alone is compared with what people read on the other. */
  return g_strcmp0 (a->code != NULL && a->display == NULL ? a->code : a->display,
                    b->code != NULL && b->display == NULL ? b->code : b->display) == 0;
}

static CareOrder
compare_quantities (const CareValue *a,
                    const CareValue *b)
{
  int left;
  int right;
  double difference;
  double tolerance;

  if (a->text == NULL || b->text == NULL)
    return CARE_ORDER_UNKNOWN;
  if (same_unit (a, b))
    return to_order (care_decimal_compare (a->text, b->text));

  left = find_unit (a);
  right = find_unit (b);
  if (left < 0 || right < 0 || units[left].kind != units[right].kind)
    return CARE_ORDER_UNKNOWN;

  difference = care_value_get_double (a) * units[left].factor - care_value_get_double (b) * units[right].factor;
  tolerance = 1e-12 * ABS (care_value_get_double (b)) * units[right].factor;

  return difference < -tolerance ? CARE_ORDER_LESS : difference > tolerance ? CARE_ORDER_GREATER : CARE_ORDER_EQUAL;
}

static gboolean
is_number (const CareValue *value)
{
  return value->type == CARE_VALUE_INTEGER || value->type == CARE_VALUE_DECIMAL;
}

static gboolean
is_date (const CareValue *value)
{
  return value->type == CARE_VALUE_DATE || value->type == CARE_VALUE_DATE_TIME;
}

static gboolean
is_words (const CareValue *value)
{
  return value->type == CARE_VALUE_STRING || value->type == CARE_VALUE_URI;
}

static CareOrder
compare_dates (const CareValue *a,
               const CareValue *b)
{
  CareMoment left;
  CareMoment right;
  int order;

  if (a->text == NULL || b->text == NULL
      || !care_moment_parse_date_time (a->text, &left) || !care_moment_parse_date_time (b->text, &right)
      || !care_moment_compare (&left, &right, &order))
    return CARE_ORDER_UNKNOWN;

  return to_order (order);
}

static CareOrder
compare_times (const CareValue *a,
               const CareValue *b)
{
  gint64 left;
  gint64 right;

  if (a->text == NULL || b->text == NULL
      || !care_moment_parse_time (a->text, &left) || !care_moment_parse_time (b->text, &right))
    return CARE_ORDER_UNKNOWN;

  return left < right ? CARE_ORDER_LESS : left > right ? CARE_ORDER_GREATER : CARE_ORDER_EQUAL;
}

/**
 * care_value_compare:
 * @a: a value
 * @b: another
 *
 * Numbers, quantities (units of one kind are converted), dates, times and texts
 * have an order; all other types do not.
 *
 * Returns: how @a stands to @b
 */
CareOrder
care_value_compare (const CareValue *a,
                    const CareValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, CARE_ORDER_UNKNOWN);

  if (is_number (a) && is_number (b))
    return a->text != NULL && b->text != NULL ? to_order (care_decimal_compare (a->text, b->text)) : CARE_ORDER_UNKNOWN;
  if (is_date (a) && is_date (b))
    return compare_dates (a, b);
  if (is_words (a) && is_words (b))
    return to_order (g_strcmp0 (a->text, b->text));
  if (a->type != b->type)
    return CARE_ORDER_UNKNOWN;

  switch (a->type)
    {
    case CARE_VALUE_TIME:
      return compare_times (a, b);
    case CARE_VALUE_QUANTITY:
      return compare_quantities (a, b);
    default:
      return care_value_matches (a, b) ? CARE_ORDER_EQUAL : CARE_ORDER_UNKNOWN;
    }
}

static gboolean
coding_matches (const CareValue *a,
                const CareValue *b)
{
  if (a->code == NULL && b->code == NULL)
    return a->display != NULL && g_strcmp0 (a->display, b->display) == 0;
  if (g_strcmp0 (a->code, b->code) != 0)
    return FALSE;

  /* Forms in the wild leave the system out on one side; a code alone then decides. */
  return a->system == NULL || b->system == NULL || strcmp (a->system, b->system) == 0;
}

static gboolean
attachment_matches (const CareValue *a,
                    const CareValue *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->code, b->code) == 0
         && (a->original == b->original
             || (a->original != NULL && b->original != NULL && json_node_equal (a->original, b->original)));
}

/**
 * care_value_matches:
 * @a: a value
 * @b: another
 *
 * Equality as enableWhen and answer options mean it: codings by system and
 * code, numbers by amount, references by target.
 *
 * Returns: %TRUE if they mean the same
 */
gboolean
care_value_matches (const CareValue *a,
                    const CareValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->type == CARE_VALUE_CODING && b->type == CARE_VALUE_CODING)
    return coding_matches (a, b);
  if (a->type == CARE_VALUE_BOOLEAN && b->type == CARE_VALUE_BOOLEAN)
    return a->number == b->number;
  if (a->type == CARE_VALUE_REFERENCE && b->type == CARE_VALUE_REFERENCE)
    return a->text != NULL && g_strcmp0 (a->text, b->text) == 0;
  if (a->type == CARE_VALUE_ATTACHMENT && b->type == CARE_VALUE_ATTACHMENT)
    return attachment_matches (a, b);
  if (a->type == CARE_VALUE_CODING || a->type == CARE_VALUE_BOOLEAN || a->type == CARE_VALUE_REFERENCE
      || a->type == CARE_VALUE_ATTACHMENT)
    return FALSE;

  return care_value_compare (a, b) == CARE_ORDER_EQUAL;
}

/**
 * care_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: %TRUE if nothing tells them apart, display and digits included
 */
gboolean
care_value_equal (const CareValue *a,
                  const CareValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;

  return a->type == b->type && a->number == b->number && g_strcmp0 (a->text, b->text) == 0
         && g_strcmp0 (a->system, b->system) == 0 && g_strcmp0 (a->code, b->code) == 0
         && g_strcmp0 (a->display, b->display) == 0
         && (a->original == b->original
             || (a->original != NULL && b->original != NULL && json_node_equal (a->original, b->original)));
}
