/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-reading.h"

#include <string.h>

#include "protocol/care-syllables.h"

#define LONG_WORD_LETTERS 6
#define HEAVY_WORD_SYLLABLES 3

typedef struct
{
  const char *language;
  const char *formula;
  double (*grade) (const CareReading *reading);
} Formula;

/* Flesch and Kincaid 1975: the grade itself. */
static double
grade_english (const CareReading *r)
{
  return 0.39 * r->words / r->sentences + 11.8 * r->syllables / r->words - 15.59;
}

/* Flesch's classes of ease, which the Spanish and the French formula keep: 90 is 4th grade, 80 5th, 70 6th, 60 8th. */
static double
grade_of_ease (double ease)
{
  return ease >= 70.0 ? 4.0 + (90.0 - ease) / 10.0 : 6.0 + (70.0 - ease) / 5.0;
}

/* Fernández Huerta 1959 */
static double
grade_spanish (const CareReading *r)
{
  return grade_of_ease (206.84 - 60.0 * r->syllables / r->words - 1.02 * r->words / r->sentences);
}

/* Kandel and Moles 1958 */
static double
grade_french (const CareReading *r)
{
  return grade_of_ease (207.0 - 73.6 * r->syllables / r->words - 1.015 * r->words / r->sentences);
}

/* Martins, Ghiraldelo, Nunes and Oliveira 1996; their classes: from 75 on grades 1 to 4, from 50 on 5 to 8. */
static double
grade_portuguese (const CareReading *r)
{
  double ease = 248.835 - 84.6 * r->syllables / r->words - 1.015 * r->words / r->sentences;

  return 4.0 + (75.0 - ease) * 4.0 / 25.0;
}

/* Bamberger and Vanecek 1984, first Wiener Sachtextformel: the grade itself. */
static double
grade_german (const CareReading *r)
{
  double heavy = 100.0 * r->heavy_words / r->words;
  double length = (double) r->words / r->sentences;
  double long_words = 100.0 * r->long_words / r->words;
  double short_words = 100.0 * r->short_words / r->words;

  return 0.1935 * heavy + 0.1672 * length + 0.1297 * long_words - 0.0327 * short_words - 0.875;
}

static const Formula formulas[] = {
  { "de", "Wiener Sachtextformel", grade_german },
  { "en", "Flesch-Kincaid", grade_english },
  { "es", "Fernández Huerta", grade_spanish },
  { "fr", "Kandel-Moles", grade_french },
  { "pt", "Flesch-Martins", grade_portuguese },
};

static const Formula *
find_formula (const char *language)
{
  gsize length = strcspn (language, "-_");

  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (length == 2 && g_ascii_strncasecmp (formulas[i].language, language, 2) == 0)
      return &formulas[i];

  return NULL;
}

typedef struct
{
  const char *language;
  CareReading *reading;
  GString *word;
  guint in_sentence;
} Counter;

static void
take_word (Counter *self,
           guint    syllables,
           guint    letters)
{
  CareReading *reading = self->reading;

  reading->words++;
  reading->syllables += syllables;
  reading->short_words += syllables == 1;
  reading->heavy_words += syllables >= HEAVY_WORD_SYLLABLES;
  reading->long_words += letters > LONG_WORD_LETTERS;
  self->in_sentence++;
}

static void
end_word (Counter *self)
{
  if (self->word->len == 0)
    return;

  take_word (self, care_syllables_count (self->word->str, self->language),
             (guint) g_utf8_strlen (self->word->str, -1));
  g_string_truncate (self->word, 0);
}

static void
end_sentence (Counter *self)
{
  if (self->in_sentence == 0)
    return;

  self->reading->sentences++;
  self->reading->longest = MAX (self->reading->longest, self->in_sentence);
  self->in_sentence = 0;
}

/* Letters, the marks that go with them, and the apostrophe between them. */
static gboolean
is_word_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == 0x0640 || c == 0x00AD;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0 || strchr (".!?;:\n", c < 0x80 ? (int) c : ' ') != NULL || c == 0x061F || c == 0x061B || c == 0x2026;
}

/**
 * care_reading_count:
 * @text: UTF-8
 * @language: a BCP 47 tag
 * @reading: (out): the counts; its grade is 0
 *
 * Counts words and sentences, and syllables where the language has rules for them.
 * A number is a word of one syllable ("24" is read at a glance), and so is "{time}".
 */
void
care_reading_count (const char  *text,
                    const char  *language,
                    CareReading *reading)
{
  g_autoptr (GString) word = g_string_new (NULL);
  Counter self = { language, reading, word, 0 };
  gboolean in_number = FALSE;

  g_return_if_fail (text != NULL);
  g_return_if_fail (language != NULL);
  g_return_if_fail (reading != NULL);

  memset (reading, 0, sizeof *reading);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '{' && strchr (p, '}') != NULL)
        {
          take_word (&self, 1, 1);
          p = strchr (p, '}');
          continue;
        }

      if (is_word_letter (c))
        {
          if (c != 0x00AD && c != 0x0640)
            g_string_append_unichar (word, c == 0x2019 ? '\'' : c);
          continue;
        }

      end_word (&self);
      if (g_unichar_isdigit (c) && !in_number)
        take_word (&self, 1, 1);
      in_number = g_unichar_isdigit (c) ||
                  (in_number && (c == '.' || c == ',') && g_unichar_isdigit (g_utf8_get_char (p + 1)));

      if (ends_sentence (c) && !in_number)
        end_sentence (&self);
      if (c == 0)
        break;
    }

  end_sentence (&self);
}

/**
 * care_reading_get_formula:
 * @language: a BCP 47 tag
 *
 * One proven formula a language (fact w-01). Arabic has none here: a named
 * reader's approval stands for it.
 *
 * Returns: (nullable): the formula's name
 */
const char *
care_reading_get_formula (const char *language)
{
  const Formula *formula;

  g_return_val_if_fail (language != NULL, NULL);

  formula = find_formula (language);

  return formula != NULL ? formula->formula : NULL;
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
  return care_reading_get_formula (language) != NULL;
}

/**
 * care_reading_measure:
 * @text: UTF-8
 * @language: a BCP 47 tag
 * @reading: (out): the counts and the grade
 *
 * How hard a text is, as a school grade (fact w-01). Formulas need care with
 * short texts: a single line says little.
 *
 * Returns: %FALSE when the language has no formula or the text no word
 */
gboolean
care_reading_measure (const char  *text,
                      const char  *language,
                      CareReading *reading)
{
  const Formula *formula;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);
  g_return_val_if_fail (reading != NULL, FALSE);

  care_reading_count (text, language, reading);
  formula = find_formula (language);
  if (formula == NULL || reading->words == 0)
    return FALSE;

  reading->grade = formula->grade (reading);

  return TRUE;
}
