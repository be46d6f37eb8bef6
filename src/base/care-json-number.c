/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json-number.h"

#include <string.h>

/* The last private character there is (Unicode, plane 16). */
#define MARK "\xf4\x8f\xbf\xbd"
/* A double says every decimal of so many digits in full. */
#define DOUBLE_DIGITS 15

static const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at;
}

/* Whether a number that ends behind the digits of its fraction says more than a double does. */
static gboolean
says_more (const char *start,
           const char *fraction_end)
{
  guint digits = 0;

  for (const char *at = start; at < fraction_end; at++)
    digits += (guint) g_ascii_isdigit (*at);

  return fraction_end[-1] == '0' || digits > DOUBLE_DIGITS;
}

/* The end of the number that begins at @at, a minus or a digit; @more: whether its text has to be kept. */
static const char *
read_number (const char *at,
             const char *end,
             gboolean   *more)
{
  const char *start = at;

  *more = FALSE;
  at = skip_digits (*at == '-' ? at + 1 : at, end);
  if (at < end && *at == '.')
    {
      at = skip_digits (at + 1, end);
      *more = says_more (start, at);
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      at = skip_digits (at, end);
    }

  return at;
}

/* Cheap, for nearly every file has none: something like a fraction that says more, maybe inside a text. */
static gboolean
may_have_any (const char *text,
              const char *end)
{
  const char *start = text;

  for (const char *point = text; (point = memchr (point, '.', (gsize) (end - point))) != NULL; point++)
    {
      const char *digits = point;
      const char *after = skip_digits (point + 1, end);

      while (digits > start && g_ascii_isdigit (digits[-1]))
        digits--;
      if (digits < point && after > point + 1 && says_more (digits, after))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_json_keep_decimals:
 * @text: a JSON document that passed the scan
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): the document with a marked text in the place of each number that says more than a
 *   double (1.50, or more than 15 digits); %NULL when there is none
 */
char *
care_json_keep_decimals (const char *text,
                         gsize       length)
{
  const char *end = text + length;
  g_autoptr (GString) kept = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!may_have_any (text, end))
    return NULL;

  kept = g_string_sized_new (length + 64);
  while (text < end)
    {
      const char *start = text;
      gboolean more = FALSE;

      if (*text == '"')
        {
          for (text++; text < end && *text != '"'; text++)
            if (*text == '\\')
              text++;
          text = MIN (text + 1, end);
        }
      else if (*text == '-' || g_ascii_isdigit (*text))
        text = read_number (text, end, &more);
      else
        text++;
      if (more)
        g_string_append (kept, "\"" MARK);
      g_string_append_len (kept, start, text - start);
      if (more)
        g_string_append_c (kept, '"');
    }

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/**
 * care_json_node_new_decimal:
 * @text: a number as JSON writes it
 *
 * Returns: (transfer full): a node that is written as exactly this
 */
JsonNode *
care_json_node_new_decimal (const char *text)
{
  g_autofree char *marked = NULL;
  const char *end;
  gboolean more = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + strlen (text);
  if (read_number (text, end, &more) != end || !more)
    return json_node_init_double (json_node_alloc (), g_ascii_strtod (text, NULL));
  marked = g_strconcat (MARK, text, NULL);

  return json_node_init_string (json_node_alloc (), marked);
}

/* A text of somebody's that begins with the mark is a number only where the rest of it is one, as JSON writes it. */
const char *
care_json_node_peek_decimal (JsonNode *node)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                     ? json_node_get_string (node) : NULL;
  const char *digits;
  const char *end;
  gboolean more;

  if (text == NULL || strncmp (text, MARK, strlen (MARK)) != 0)
    return NULL;

  text += strlen (MARK);
  end = text + strlen (text);
  digits = *text == '-' ? text + 1 : text;
  if (!g_ascii_isdigit (*digits) || (digits[0] == '0' && g_ascii_isdigit (digits[1])) || !g_ascii_isdigit (end[-1])
      || end - text > 70 || strstr (text, ".e") != NULL || strstr (text, ".E") != NULL)
    return NULL;

  return read_number (text, end, &more) == end && more ? text : NULL;
}

GType
care_json_node_get_type (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return G_TYPE_INVALID;

  return care_json_node_peek_decimal (node) != NULL ? G_TYPE_DOUBLE : json_node_get_value_type (node);
}

/**
 * care_json_node_get_number:
 * @node: a number
 *
 * Returns: it, as near as a double comes
 */
double
care_json_node_get_number (JsonNode *node)
{
  const char *decimal = care_json_node_peek_decimal (node);

  return decimal != NULL ? g_ascii_strtod (decimal, NULL) : json_node_get_double (node);
}
