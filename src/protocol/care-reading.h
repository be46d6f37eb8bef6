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

typedef struct _CareReading CareReading;

/**
 * CareReading:
 * @words: how many words
 * @sentences: how many sentences
 * @syllables: how many syllables
 * @grade: US school grade (English: Flesch-Kincaid; Spanish: Fernández Huerta's ease, as a grade)
 *
 * How hard a text is to read. Only English and Spanish have a formula here.
 */
struct _CareReading
{
  guint  words;
  guint  sentences;
  guint  syllables;
  double grade;
};

gboolean care_reading_knows_language (const char  *language);
/* FALSE when the language has no formula or the text no word. */
gboolean care_reading_measure        (const char  *text,
                                      const char  *language,
                                      CareReading *reading);

G_END_DECLS
