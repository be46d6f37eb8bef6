/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "protocol/care-syllables-private.h"

/* English: vowels that are spoken apart, and a mute e inside a word. */
static const CareSyllablePiece english[] = {
  { "ia", CARE_PIECE_INSIDE, 1 },
  { "cia", CARE_PIECE_INSIDE, -1 },
  { "tia", CARE_PIECE_INSIDE, -1 },
  { "llia", CARE_PIECE_INSIDE, -1 },
  { "iage", CARE_PIECE_INSIDE, -1 },
  { "diabetes", CARE_PIECE_WHOLE, 1 },
  { "io", CARE_PIECE_INSIDE, 1 },
  { "tio", CARE_PIECE_INSIDE, -1 },
  { "sio", CARE_PIECE_INSIDE, -1 },
  { "cio", CARE_PIECE_INSIDE, -1 },
  { "gio", CARE_PIECE_INSIDE, -1 },
  { "xio", CARE_PIECE_INSIDE, -1 },
  { "nio", CARE_PIECE_INSIDE, -1 },
  { "llio", CARE_PIECE_INSIDE, -1 },
  { "shio", CARE_PIECE_INSIDE, -1 },
  { "iu", CARE_PIECE_INSIDE, 1 },
  { "iet", CARE_PIECE_INSIDE, 1 },
  { "client", CARE_PIECE_INSIDE, 1 },
  { "scien", CARE_PIECE_START, 1 },
  { "ier", CARE_PIECE_END, 1 },
  { "iest", CARE_PIECE_END, 1 },
  { "ua", CARE_PIECE_INSIDE, 1 },
  { "qua", CARE_PIECE_INSIDE, -1 },
  { "gua", CARE_PIECE_INSIDE, -1 },
  { "sua", CARE_PIECE_INSIDE, -1 },
  { "usua", CARE_PIECE_INSIDE, 1 },
  { "fluid", CARE_PIECE_INSIDE, 1 },
  { "ruin", CARE_PIECE_INSIDE, 1 },
  { "fuel", CARE_PIECE_INSIDE, 1 },
  { "cruel", CARE_PIECE_INSIDE, 1 },
  { "eo", CARE_PIECE_INSIDE, 1 },
  { "peop", CARE_PIECE_INSIDE, -1 },
  { "geon", CARE_PIECE_INSIDE, -1 },
  { "eou", CARE_PIECE_INSIDE, -1 },
  { "eone", CARE_PIECE_END, -1 },
  { "area", CARE_PIECE_START, 1 },
  { "idea", CARE_PIECE_INSIDE, 1 },
  { "react", CARE_PIECE_INSIDE, 1 },
  { "creat", CARE_PIECE_INSIDE, 1 },
  { "creatu", CARE_PIECE_INSIDE, -1 },
  { "theat", CARE_PIECE_INSIDE, 1 },
  { "rhea", CARE_PIECE_END, 1 },
  { "poe", CARE_PIECE_START, 1 },
  { "oing", CARE_PIECE_INSIDE, 1 },
  { "eing", CARE_PIECE_INSIDE, 1 },
  { "ying", CARE_PIECE_INSIDE, 1 },
  { "aye", CARE_PIECE_INSIDE, 1 },
  { "ayed", CARE_PIECE_END, -1 },
  { "oye", CARE_PIECE_INSIDE, 1 },
  { "oyed", CARE_PIECE_END, -1 },
  { "oya", CARE_PIECE_INSIDE, 1 },
  { "eyo", CARE_PIECE_INSIDE, 1 },
  { "anyone", CARE_PIECE_WHOLE, 1 },
  { "everyone", CARE_PIECE_WHOLE, 1 },
  { "every", CARE_PIECE_START, -1 },
  { "somet", CARE_PIECE_START, -1 },
  { "someb", CARE_PIECE_START, -1 },
  { "someh", CARE_PIECE_START, -1 },
  { "somew", CARE_PIECE_START, -1 },
  { "rely", CARE_PIECE_END, -1 },
  { "rely", CARE_PIECE_WHOLE, 1 },
  { "tely", CARE_PIECE_END, -1 },
  { "fely", CARE_PIECE_END, -1 },
  { "sely", CARE_PIECE_END, -1 },
  { "vely", CARE_PIECE_END, -1 },
  { "eful", CARE_PIECE_INSIDE, -1 },
  { "eless", CARE_PIECE_INSIDE, -1 },
  { "vement", CARE_PIECE_INSIDE, -1 },
  { "tatement", CARE_PIECE_INSIDE, -1 },
  { "homew", CARE_PIECE_START, -1 },
  { "lifet", CARE_PIECE_START, -1 },
  { "timel", CARE_PIECE_START, -1 },
  { "clothes", CARE_PIECE_END, -1 },
  { "aches", CARE_PIECE_END, -1 },
  { "breathes", CARE_PIECE_END, -1 },
  { "aren't", CARE_PIECE_WHOLE, -1 },
  { "weren't", CARE_PIECE_WHOLE, -1 },
  { "dn't", CARE_PIECE_END, 1 },
  { "sn't", CARE_PIECE_END, 1 },
  { NULL, 0, 0 }
};

static gboolean
is_english_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* An e at the end that is not spoken: "plate", "plates", "named", but "table", "tables", "needed", "rashes". */
static gboolean
ends_mute (const char *word,
           gsize       length)
{
  const char *end = word + length;
  gboolean after_l;

  if (length > 2 && end[-1] == 'e' && !is_english_vowel (end[-2]))
    return !(end[-2] == 'l' && length > 3 && !is_english_vowel (end[-3]));

  if (length <= 3 || is_english_vowel (end[-3]))
    return FALSE;

  after_l = end[-3] == 'l' && length > 4 && !is_english_vowel (end[-4]);
  if (after_l)
    return FALSE;

  if (g_str_has_suffix (word, "ed"))
    return end[-3] != 't' && end[-3] != 'd';

  return g_str_has_suffix (word, "es") && strchr ("szxhcg", end[-3]) == NULL;
}

/* Groups of vowels, then what the rule gets wrong. */
guint
care_syllables_en (const char *word)
{
  gboolean before = FALSE;
  int n = 0;

  for (const char *p = word; *p != '\0'; p++)
    {
      gboolean vowel = is_english_vowel (*p);

      if (vowel && !before)
        n++;
      before = vowel;
    }

  if (n > 1 && ends_mute (word, strlen (word)))
    n--;
  n += care_syllables_change (word, english);

  return (guint) MAX (n, 1);
}

/* German: an i before e that is spoken for itself, and joints of words that look like a double vowel. */
static const CareSyllablePiece german[] = {
  { "familie", CARE_PIECE_INSIDE, 1 },
  { "linie", CARE_PIECE_INSIDE, 1 },
  { "serie", CARE_PIECE_INSIDE, 1 },
  { "lilie", CARE_PIECE_INSIDE, 1 },
  { "ferien", CARE_PIECE_INSIDE, 1 },
  { "terien", CARE_PIECE_INSIDE, 1 },
  { "terie", CARE_PIECE_END, 1 },
  { "medien", CARE_PIECE_INSIDE, 1 },
  { "studie", CARE_PIECE_INSIDE, 1 },
  { "folie", CARE_PIECE_INSIDE, 1 },
  { "hygiene", CARE_PIECE_INSIDE, 1 },
  { "gien", CARE_PIECE_END, 1 },
  { "tient", CARE_PIECE_INSIDE, 1 },
  { "klient", CARE_PIECE_INSIDE, 1 },
  { "beend", CARE_PIECE_INSIDE, 1 },
  { "beei", CARE_PIECE_START, 1 },
  { "beerd", CARE_PIECE_START, 1 },
  { "geeig", CARE_PIECE_INSIDE, 1 },
  { "beurt", CARE_PIECE_INSIDE, 1 },
  { "geimpf", CARE_PIECE_INSIDE, 1 },
  { "geirr", CARE_PIECE_INSIDE, 1 },
  { "hernie", CARE_PIECE_INSIDE, 1 },
  { "beauty", CARE_PIECE_INSIDE, -1 },
  { "team", CARE_PIECE_INSIDE, -1 },
  { "museum", CARE_PIECE_INSIDE, 1 },
  { "protein", CARE_PIECE_INSIDE, 1 },
  { "koffein", CARE_PIECE_INSIDE, 1 },
  { "make", CARE_PIECE_WHOLE, -1 },
  { "creme", CARE_PIECE_END, -1 },
  { "cremes", CARE_PIECE_END, -1 },
  { NULL, 0, 0 }
};

static gboolean
is_german_vowel (gunichar c)
{
  switch (c)
    {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 0xE4:
    case 0xF6:
    case 0xFC:
    case 0xE9:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Two letters that are one sound. */
static gboolean
is_german_pair (gunichar a,
                gunichar b)
{
  static const char *const pairs[] = { "ai", "ei", "oi", "au", "eu", "ie", "ou", "aa", "ee", "oo", "ay", "ey", "oy" };

  if (a == 0xE4 && b == 'u')
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (a == (gunichar) pairs[i][0] && b == (gunichar) pairs[i][1])
      return TRUE;

  return FALSE;
}

/* Every vowel, two of a pair as one; "qu" is a consonant, and so is a y before a vowel at the beginning. */
guint
care_syllables_de (const char *word)
{
  gunichar last = 0;
  int n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));
      gboolean vowel = is_german_vowel (c);

      if ((c == 'u' && last == 'q') || (c == 'y' && p == word && is_german_vowel (next)))
        vowel = FALSE;

      if (vowel && is_german_vowel (last) && is_german_pair (last, c))
        {
          last = 0;
          continue;
        }

      if (vowel)
        n++;
      last = vowel || c == 'q' ? c : 0;
    }

  n += care_syllables_change (word, german);

  return (guint) MAX (n, 1);
}
