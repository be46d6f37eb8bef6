/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-decimal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* More than any measurement has; keeps a hostile exponent from costing anything. */
#define MAX_DIGITS   64
#define MAX_EXPONENT 999

/* A number as digits without zeros at either end, and how many of them stand before the point. */
typedef struct
{
  gboolean negative;
  char     digits[MAX_DIGITS + 1];
  int      n_digits;
  int      point;
} Parts;

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;

  return p;
}

/**
 * care_decimal_normalize:
 * @text: a number as typed or read
 *
 * Checks a decimal and brings it into the form that FHIR allows: no plus sign,
 * no needless leading zeros, a digit on both sides of the point. Digits after
 * the point stay as they are, since they say how exact the number is.
 *
 * Returns: (transfer full) (nullable): the decimal, or %NULL if @text is none
 */
char *
care_decimal_normalize (const char *text)
{
  const char *p = text;
  gboolean negative;
  const char *whole;
  const char *whole_end;
  const char *fraction = NULL;
  const char *fraction_end = NULL;
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  negative = *p == '-';
  if (*p == '-' || *p == '+')
    p++;

  whole = p;
  whole_end = p = skip_digits (p);
  if (*p == '.')
    {
      fraction = p + 1;
      fraction_end = p = skip_digits (fraction);
    }

  if (whole_end == whole && fraction_end == fraction)
    return NULL;
  if ((whole_end - whole) + (fraction_end - fraction) > MAX_DIGITS)
    return NULL;

  while (whole < whole_end - 1 && *whole == '0')
    whole++;

  out = g_string_new (negative ? "-" : "");
  if (whole_end == whole)
    g_string_append_c (out, '0');
  g_string_append_len (out, whole, whole_end - whole);
  if (fraction_end > fraction)
    {
      g_string_append_c (out, '.');
      g_string_append_len (out, fraction, fraction_end - fraction);
    }

  if (*p == 'e' || *p == 'E')
    {
      char *end;
      long exponent;

      if (!g_ascii_isdigit (p[1]) && !((p[1] == '-' || p[1] == '+') && g_ascii_isdigit (p[2])))
        return NULL;
      exponent = strtol (p + 1, &end, 10);
      if (*end != '\0' || exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT)
        return NULL;
      if (exponent != 0)
        g_string_append_printf (out, "e%ld", exponent);
    }
  else if (*p != '\0')
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * care_decimal_from_double:
 * @number: a finite number
 *
 * Returns: (transfer full) (nullable): the shortest decimal that reads back as
 *   @number; %NULL for infinities and what is no number
 */
char *
care_decimal_from_double (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return NULL;

  for (int precision = 15; precision <= 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (!(g_ascii_strtod (buffer, NULL) < number) && !(g_ascii_strtod (buffer, NULL) > number))
        break;
    }

  return care_decimal_normalize (buffer);
}

static void
split (const char *text,
       Parts      *parts)
{
  const char *p = text;
  gboolean seen_point = FALSE;
  int point = 0;

  memset (parts, 0, sizeof *parts);
  if (*p == '-')
    {
      parts->negative = TRUE;
      p++;
    }

  for (; g_ascii_isdigit (*p) || *p == '.'; p++)
    {
      if (*p == '.')
        {
          seen_point = TRUE;
          continue;
        }
      if (*p == '0' && parts->n_digits == 0)
        {
          /* A leading zero moves the point only behind the point. */
          if (seen_point)
            point--;
          continue;
        }
      if (!seen_point)
        point++;
      if (parts->n_digits < MAX_DIGITS)
        parts->digits[parts->n_digits++] = *p;
    }
  if (*p == 'e')
    point += (int) strtol (p + 1, NULL, 10);

  while (parts->n_digits > 0 && parts->digits[parts->n_digits - 1] == '0')
    parts->n_digits--;
  parts->digits[parts->n_digits] = '\0';
  parts->point = point;
  if (parts->n_digits == 0)
    {
      parts->point = 0;
      parts->negative = FALSE;
    }
}

static int
compare_size (const Parts *a,
              const Parts *b)
{
  if (a->n_digits == 0 || b->n_digits == 0)
    return (a->n_digits > 0) - (b->n_digits > 0);
  if (a->point != b->point)
    return a->point < b->point ? -1 : 1;

  return strcmp (a->digits, b->digits);
}

/**
 * care_decimal_compare:
 * @a: a normalized decimal
 * @b: a normalized decimal
 *
 * Compares exactly, without floating point: 0.1 and 0.10 are equal.
 *
 * Returns: below 0, 0 or above 0
 */
int
care_decimal_compare (const char *a,
                      const char *b)
{
  Parts left;
  Parts right;

  split (a, &left);
  split (b, &right);

  if (left.negative != right.negative)
    return left.negative ? -1 : 1;

  return left.negative ? compare_size (&right, &left) : compare_size (&left, &right);
}

/**
 * care_decimal_count_places:
 * @text: a normalized decimal
 *
 * Returns: how many digits stand behind the point
 */
guint
care_decimal_count_places (const char *text)
{
  const char *point = strchr (text, '.');
  const char *exponent = strchr (text, 'e');
  long places = point != NULL ? skip_digits (point + 1) - (point + 1) : 0;

  if (exponent != NULL)
    places -= strtol (exponent + 1, NULL, 10);

  return places > 0 ? (guint) places : 0;
}

double
care_decimal_to_double (const char *text)
{
  return g_ascii_strtod (text, NULL);
}
