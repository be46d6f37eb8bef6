/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-format.h"

#include <string.h>

#include "base/care-format-private.h"

/* How long a run of digits is that starts at @start, with what may stand inside a phone number; @digits: how many. */
static gsize
measure_number (const char *start,
                guint      *digits)
{
  const char *end = start;

  *digits = 0;
  for (const char *p = start; *p != '\0' && strchr ("0123456789 -", *p) != NULL; p++)
    if (g_ascii_isdigit (*p))
      {
        (*digits)++;
        end = p + 1;
      }

  return (gsize) (end - start);
}

/**
 * care_format_own_digits:
 * @self: a formatter
 * @sentence: a text with digits such as "38"
 *
 * Words are kept with 0 to 9; where the language's numbers have other digits
 * (Arabic in Egypt), a page would mix both. Five digits and more in a row are a
 * phone number and stay as they are dialled.
 *
 * Returns: (transfer none): the sentence with the language's digits, owned by @self
 *   or @sentence itself
 */
const char *
care_format_own_digits (CareFormat *self,
                        const char *sentence)
{
  const guint fewest_of_phone = 5;
  const char *known;
  GString *out;

  g_return_val_if_fail (CARE_IS_FORMAT (self), sentence);
  g_return_val_if_fail (sentence != NULL, NULL);

  if (self->zero == '0' || strpbrk (sentence, "0123456789") == NULL)
    return sentence;

  known = g_hash_table_lookup (self->with_digits, sentence);
  if (known != NULL)
    return known;

  out = g_string_new (NULL);
  for (const char *p = sentence; *p != '\0'; )
    {
      const char *close = *p == '{' ? strchr (p, '}') : NULL;
      guint digits = fewest_of_phone;
      gsize length = 0;

      if (close != NULL)
        length = (gsize) (close - p) + 1;
      else if (g_ascii_isdigit (*p))
        length = measure_number (p, &digits);
      else
        g_string_append_c (out, *p++);
      for (gsize i = 0; i < length; i++, p++)
        if (g_ascii_isdigit (*p) && digits < fewest_of_phone)
          g_string_append_unichar (out, self->zero + (gunichar) (*p - '0'));
        else
          g_string_append_c (out, *p);
    }
  known = g_string_free (out, FALSE);
  g_hash_table_insert (self->with_digits, g_strdup (sentence), (gpointer) known);

  return known;
}
