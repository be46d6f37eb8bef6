/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-number-digits.h"

/* More digits than any measure needs, and safely inside 64 bits. */
#define MOST_DIGITS 15

/* Digits of every script, "." and "," as marks; the place of the mark, or -1; FALSE when something else is in it. */
static gboolean
transcribe (const char *typed,
            GString    *out,
            gssize     *mark_at,
            char       *mark,
            guint      *n_marks)
{
  *mark_at = -1;
  *n_marks = 0;

  for (const char *c = typed; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      int digit = g_unichar_digit_value (letter);

      if (digit >= 0)
        g_string_append_c (out, (char) ('0' + digit));
      else if (letter == '.' || letter == ',' || letter == 0x066b)
        {
          *mark_at = (gssize) out->len;
          *mark = letter == ',' ? ',' : '.';
          (*n_marks)++;
          g_string_append_c (out, '.');
        }
      else if ((letter == '-' || letter == 0x2212) && out->len == 0)
        g_string_append_c (out, '-');
      else
        return FALSE;
    }

  return TRUE;
}

/**
 * care_number_digits_read:
 * @typed: what a person typed
 * @mark: the decimal mark of the language, '.' or ','
 * @whole: only a whole number will do
 * @out: (out) (nullable) (transfer full): the number with a full stop as mark, %NULL when nothing is typed
 *
 * Reads a number with either decimal mark. A mark that is not the language's
 * own and has three digits behind it could part thousands: refused; so is a
 * whole number beyond 32 bits, which FHIR's integer cannot hold.
 *
 * Returns: (nullable): the key of the words that say what is wrong
 */
const char *
care_number_digits_read (const char  *typed,
                         char         mark,
                         gboolean     whole,
                         char       **out)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autoptr (GString) number = g_string_new (NULL);
  gssize mark_at;
  guint n_marks;
  char used = mark;
  gsize behind;

  g_return_val_if_fail (out != NULL, NULL);

  *out = NULL;
  if (*text == '\0')
    return NULL;
  if (!transcribe (text, number, &mark_at, &used, &n_marks))
    return "number-not";
  if (number->len > MOST_DIGITS)
    return "number-long";
  if (n_marks > 1)
    return "number-marks";

  if (n_marks == 1)
    {
      behind = number->len - (gsize) mark_at - 1;
      if (used != mark && behind == 3)
        return "number-marks";
      if (whole)
        return "number-whole";
      if (behind == 0 || mark_at == 0 || number->str[mark_at - 1] == '-')
        return "number-not";
    }
  if (number->len == 0 || g_str_equal (number->str, "-"))
    return "number-not";

  /* FHIR decimals have no leading noughts. */
  while (number->len > 1 && number->str[0] == '0' && number->str[1] != '.')
    g_string_erase (number, 0, 1);
  /* A FHIR integer has 32 bits. */
  if (whole && (g_ascii_strtoll (number->str, NULL, 10) > G_MAXINT32 || g_ascii_strtoll (number->str, NULL, 10) < G_MININT32))
    return "number-long";
  *out = g_string_free (g_steal_pointer (&number), FALSE);

  return NULL;
}
