/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-joins.h"

#include <string.h>

#define LONGEST_CODE 24 /* bytes of a batch or a phone number; a longer word may break */
#define SHORT_WORD   2  /* letters of "um", "à", "às", "at" */

typedef enum
{
  WORD_OTHER,
  WORD_SHORT, /* a word of a letter or two */
  WORD_OF,    /* "de", in a date */
  WORD_NUMBER,
  WORD_TIME,
  WORD_CODE, /* letters, digits and hyphens: a batch, a phone number */
} WordKind;

static gboolean
is_control (gunichar letter)
{
  return g_unichar_type (letter) == G_UNICODE_FORMAT;
}

/* What a word is, from the letters that are seen. */
static WordKind
kind_of (const char *word,
         gsize       length)
{
  guint digits = 0, letters = 0, hyphens = 0, colons = 0, points = 0, others = 0, seen = 0;
  gboolean number_ended = FALSE;

  for (const char *c = word; c < word + length; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (is_control (letter) || (seen == 0 && letter == '('))
        continue;
      seen++;
      if (g_unichar_isdigit (letter))
        digits++;
      else if (g_unichar_isalpha (letter))
        letters++;
      else if (letter == '-')
        hyphens++;
      else if (letter == ':' && digits > 0)
        colons++;
      else if ((letter == '.' || letter == ',') && digits > 0)
        points++;
      else
        others++;
      number_ended = letter == ',' || letter == ';';
    }

  if (digits > 0 && hyphens > 0 && length <= LONGEST_CODE)
    return WORD_CODE;
  if (digits > 0 && letters + hyphens + others == 0 && colons == 1 && points <= 1)
    return WORD_TIME;
  if (digits > 0 && letters + hyphens + others + colons == 0 && points <= 2 && !number_ended)
    return WORD_NUMBER;
  if (length == 2 && strncmp (word, "de", 2) == 0)
    return WORD_OF;
  if (digits + hyphens + others == 0 && letters > 0 && letters <= SHORT_WORD)
    return WORD_SHORT;

  return WORD_OTHER;
}

static gboolean
begins_with_letter (const char *word)
{
  while (is_control (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);

  return g_unichar_isalpha (g_utf8_get_char (word)) || g_str_has_prefix (word, "°");
}

/* Whether a line may not end between two words: a number and its unit; in a value, which stands between isolates, the day
 * and the month, and "at" and the time. */
static gboolean
stay_together (WordKind    before,
               WordKind    first,
               WordKind    second,
               const char *second_word,
               gboolean    value)
{
  if (first == WORD_NUMBER && g_str_has_prefix (second_word, "°"))
    return TRUE;
  if (!value)
    return FALSE;
  if (first == WORD_NUMBER)
    return begins_with_letter (second_word);
  if (first == WORD_OF)
    return before == WORD_NUMBER;

  return first == WORD_SHORT && second == WORD_TIME;
}

/* How many isolates more than before are open behind @word (UAX 9: U+2066 to U+2068 open one, U+2069 closes it). */
static int
opened_by (const char *word,
           gsize       length)
{
  int opened = 0;

  for (const char *c = word; c < word + length; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      opened += letter >= 0x2066 && letter <= 0x2068 ? 1 : letter == 0x2069 ? -1 : 0;
    }

  return opened;
}

static void
add (GArray *joins,
     gsize   start,
     gsize   end)
{
  CareJoin join = { (guint) start, (guint) end };

  g_array_append_val (joins, join);
}

/**
 * care_joins_find:
 * @text: a paragraph
 *
 * Finds what must stay on one line: batches and phone numbers with hyphens, a number and its unit
 * ("38 °C"); in what was filled in, the parts of a date ("14 February", "14 de febrero"), a short
 * word and a time ("à 15:10"). The text itself stays as it is: whoever copies it copies what was meant.
 *
 * Returns: (transfer full) (element-type CareJoin): in order
 */
GArray *
care_joins_find (const char *text)
{
  GArray *joins = g_array_new (FALSE, FALSE, sizeof (CareJoin));
  WordKind before = WORD_OTHER, last = WORD_OTHER;
  const char *last_word = NULL;
  gsize last_length = 0;
  int depth = 0;

  for (const char *c = text; *c != '\0';)
    {
      gsize length = strcspn (c, " \n");
      WordKind kind = kind_of (c, length);

      if (kind == WORD_CODE)
        add (joins, (gsize) (c - text), (gsize) (c - text) + length);
      if (length > 0 && last_word != NULL && last_word + last_length + 1 == c && last_word[last_length] == ' ' &&
          stay_together (before, last, kind, c, depth > 0))
        add (joins, (gsize) (last_word - text), (gsize) (c - text) + length);
      depth += opened_by (c, length);
      if (length > 0)
        {
          before = last;
          last = kind;
          last_word = c;
          last_length = length;
        }
      c += length;
      if (*c != '\0')
        c++;
    }

  return joins;
}
