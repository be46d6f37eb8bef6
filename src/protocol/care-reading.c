/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-reading.h"

#include <string.h>

typedef guint (*CountSyllables) (const char *word);

static gboolean
is_english_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* Groups of vowels, without a mute e ("plates", "named") and with the one of "table". */
static guint
count_english (const char *word)
{
  gsize length = strlen (word);
  gboolean before = FALSE;
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean vowel = is_english_vowel (word[i]);

      if (vowel && !before)
        n++;
      before = vowel;
    }

  if (n > 1 && length > 2)
    {
      const char *end = word + length;
      gboolean mute_e = end[-1] == 'e' && !is_english_vowel (end[-2]);
      gboolean after_l = end[-2] == 'l' && length > 3 && !is_english_vowel (end[-3]);

      if (mute_e && !after_l)
        n--;
      else if (length > 3 && g_str_has_suffix (word, "ed") && !is_english_vowel (end[-3]) &&
               end[-3] != 't' && end[-3] != 'd')
        n--;
      else if (length > 3 && g_str_has_suffix (word, "es") && !is_english_vowel (end[-3]) &&
               strchr ("szxh", end[-3]) == NULL && end[-3] != 'c' && end[-3] != 'g')
        n--;
    }

  /* "going", "being", "idea": two vowels that are spoken apart */
  if (strstr (word, "oing") != NULL || strstr (word, "eing") != NULL || strstr (word, "iou") != NULL)
    n++;

  return MAX (n, 1);
}

/* 0 no vowel, 1 weak (i, u), 2 strong (a, e, o, and stressed i, u) */
static int
spanish_strength (gunichar c)
{
  switch (c)
    {
    case 'a':
    case 'e':
    case 'o':
    case 0xE1:
    case 0xE9:
    case 0xF3:
    case 0xED:
    case 0xFA:
      return 2;
    case 'i':
    case 'u':
    case 0xFC:
      return 1;
    default:
      return 0;
    }
}

static guint
count_spanish (const char *word)
{
  int before = 0;
  gunichar last = 0;
  guint n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));
      int strength = spanish_strength (c);

      /* "que", "guía": the u is not spoken; a last "y" is ("hoy" is one all the same). */
      if (c == 'u' && (last == 'q' || last == 'g') && (next == 'e' || next == 'i' || next == 0xE9 || next == 0xED))
        strength = 0;
      else if (c == 'y' && (next == 0 || last == 0) && before == 0)
        strength = 1;

      if (strength != 0 && (before == 0 || (before == 2 && strength == 2)))
        n++;
      before = strength == 0 ? 0 : MAX (strength, before == 2 && strength == 1 ? 2 : strength);
      last = c;
    }

  return MAX (n, 1);
}

static gboolean
is_word_letter (gunichar c)
{
  return g_unichar_isalpha (c) || c == '\'' || c == 0x2019;
}

/* Numbers are words of one syllable: "24" is read at a glance. "{time}" is one too. */
static void
count (const char    *text,
       CountSyllables syllables,
       CareReading   *reading)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean in_sentence = FALSE;
  gboolean in_number = FALSE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '{' && strchr (p, '}') != NULL)
        {
          reading->words++;
          reading->syllables++;
          in_sentence = TRUE;
          p = strchr (p, '}');
          continue;
        }

      if (is_word_letter (c))
        {
          g_string_append_unichar (word, g_unichar_tolower (c));
          continue;
        }

      if (word->len > 0)
        {
          reading->words++;
          reading->syllables += syllables (word->str);
          g_string_truncate (word, 0);
          in_sentence = TRUE;
        }

      if (g_unichar_isdigit (c) && !in_number)
        {
          reading->words++;
          reading->syllables++;
          in_sentence = TRUE;
        }
      in_number = g_unichar_isdigit (c) || (in_number && (c == '.' || c == ','));

      if ((c == '.' || c == '!' || c == '?' || c == 0 || c == '\n' || c == ';' || c == ':') && in_sentence && !in_number)
        {
          reading->sentences++;
          in_sentence = FALSE;
        }

      if (c == 0)
        break;
    }

  if (in_sentence)
    reading->sentences++;
}

static double
grade_english (const CareReading *r)
{
  return 0.39 * r->words / r->sentences + 11.8 * r->syllables / r->words - 15.59;
}

/* Fernández Huerta: 90 very easy (4th grade), 80 easy (5th), 70 rather easy (6th), 60 normal (8th). */
static double
grade_spanish (const CareReading *r)
{
  double ease = 206.84 - 60.0 * r->syllables / r->words - 1.02 * r->words / r->sentences;

  return ease >= 70.0 ? 4.0 + (90.0 - ease) / 10.0 : 6.0 + (70.0 - ease) / 5.0;
}

static gboolean
is_language (const char *language,
             const char *wanted)
{
  return g_ascii_strncasecmp (language, wanted, 2) == 0 && (language[2] == '\0' || language[2] == '-');
}

/**
 * care_reading_knows_language:
 * @language: a BCP 47 tag
 *
 * Returns: whether there is a formula for it
 */
gboolean
care_reading_knows_language (const char *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  return is_language (language, "en") || is_language (language, "es");
}

/**
 * care_reading_measure:
 * @text: UTF-8
 * @language: a BCP 47 tag
 * @reading: (out): the counts and the grade
 *
 * How hard a text is: Flesch-Kincaid grade for English, Fernández Huerta's ease
 * turned into a grade for Spanish (fact w-01). Formulas need care with short
 * texts: a single line says little.
 *
 * Returns: %FALSE when the language has no formula or the text no word
 */
gboolean
care_reading_measure (const char  *text,
                      const char  *language,
                      CareReading *reading)
{
  gboolean english;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);
  g_return_val_if_fail (reading != NULL, FALSE);

  memset (reading, 0, sizeof *reading);
  if (!care_reading_knows_language (language))
    return FALSE;

  english = is_language (language, "en");
  count (text, english ? count_english : count_spanish, reading);
  if (reading->words == 0)
    return FALSE;

  reading->grade = english ? grade_english (reading) : grade_spanish (reading);

  return TRUE;
}
