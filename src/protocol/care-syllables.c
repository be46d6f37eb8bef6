/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-syllables.h"

#include <string.h>

#include "protocol/care-syllables-private.h"

int
care_syllables_change (const char              *word,
                       const CareSyllablePiece *pieces)
{
  int change = 0;

  for (; pieces->letters != NULL; pieces++)
    {
      if (pieces->place == CARE_PIECE_START && g_str_has_prefix (word, pieces->letters))
        change += pieces->change;
      else if (pieces->place == CARE_PIECE_END && g_str_has_suffix (word, pieces->letters))
        change += pieces->change;
      else if (pieces->place == CARE_PIECE_WHOLE && strcmp (word, pieces->letters) == 0)
        change += pieces->change;
      else if (pieces->place == CARE_PIECE_INSIDE)
        for (const char *p = strstr (word, pieces->letters); p != NULL; p = strstr (p + 1, pieces->letters))
          change += pieces->change;
    }

  return change;
}

/**
 * care_syllables_count:
 * @word: one word, in letters of any size
 * @language: a BCP 47 tag
 *
 * Syllables as the word is spoken, by rules of spelling and lists of what they
 * get wrong. Known: German, English, Spanish, French, Portuguese.
 *
 * Returns: how many, at least 1; 0 when the language has no rules here
 */
guint
care_syllables_count (const char *word,
                      const char *language)
{
  static const struct
  {
    const char *language;
    guint (*count) (const char *word);
  } languages[] = {
    { "de", care_syllables_de },
    { "en", care_syllables_en },
    { "es", care_syllables_es },
    { "fr", care_syllables_fr },
    { "pt", care_syllables_pt },
  };
  gsize length;

  g_return_val_if_fail (word != NULL, 0);
  g_return_val_if_fail (language != NULL, 0);

  length = strcspn (language, "-_");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (length == 2 && g_ascii_strncasecmp (languages[i].language, language, 2) == 0)
      {
        g_autofree char *small = g_utf8_strdown (word, -1);
        g_autofree char *composed = g_utf8_normalize (small, -1, G_NORMALIZE_NFC);

        return languages[i].count (composed != NULL ? composed : small);
      }

  return 0;
}
