/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CARE_READING_TARGET: what a whole page must keep to (fact w-01). */
#define CARE_READING_TARGET 6.0
/** CARE_READING_LIMIT: what no text may go above. */
#define CARE_READING_LIMIT  8.0
/** CARE_READING_FEWEST_WORDS: below it a formula says nothing about a single text. */
#define CARE_READING_FEWEST_WORDS 8
/** CARE_READING_PAGE_WORDS: below it a formula says nothing about a page; they are made for a hundred words. */
#define CARE_READING_PAGE_WORDS 100

typedef struct _CareReading CareReading;

/**
 * CareReading:
 * @words: how many words
 * @sentences: how many sentences
 * @longest: words of the longest sentence
 * @syllables: how many syllables; 0 in a language without a formula, as the next three
 * @short_words: words of one syllable
 * @heavy_words: words of three syllables or more
 * @long_words: words of more than six letters
 * @grade: school grade by the language's formula
 *
 * How hard a text is to read.
 */
struct _CareReading
{
  guint  words;
  guint  sentences;
  guint  longest;
  guint  syllables;
  guint  short_words;
  guint  heavy_words;
  guint  long_words;
  double grade;
};

/* (nullable): "Flesch-Kincaid"; NULL when the language has none here, and a named reader stands for it. */
const char *care_reading_get_formula    (const char  *language);
gboolean    care_reading_knows_language (const char  *language);
/* Words and sentences of any language. */
void        care_reading_count          (const char  *text,
                                         const char  *language,
                                         CareReading *reading);
/* FALSE when the language has no formula or the text no word. */
gboolean    care_reading_measure        (const char  *text,
                                         const char  *language,
                                         CareReading *reading);

G_END_DECLS
