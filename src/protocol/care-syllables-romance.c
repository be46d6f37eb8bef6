/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "protocol/care-syllables-private.h"

/* Whether @c is one of the letters of @set. */
static gboolean
is_one_of (gunichar    c,
           const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

/* 0 no vowel, 1 weak (i, u), 2 strong (a, e, o, and stressed i, u) */
static int
spanish_strength (gunichar c)
{
  if (is_one_of (c, "aeoáéóíú"))
    return 2;

  return is_one_of (c, "iuü") ? 1 : 0;
}

guint
care_syllables_es (const char *word)
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
      if (c == 'u' && (last == 'q' || last == 'g') && is_one_of (next, "eiéí"))
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

#define PORTUGUESE_STRONG "aeoáàâãéêóôõíú"
#define PORTUGUESE_MARKED "áâéêíóôú"
#define PORTUGUESE_VOWELS PORTUGUESE_STRONG "iuüy"

/* "ainda", "ruim", "cair": i and u stand alone before l, m, n, r, z that close their syllable. */
static gboolean
is_closed (const gunichar *next)
{
  return is_one_of (next[0], "lmnrz") && !is_one_of (next[1], PORTUGUESE_VOWELS);
}

/* "história", "óleo", "água": an end that is spoken as one after a marked vowel. */
static gboolean
ends_as_one (const gunichar *letters,
             gsize           i)
{
  gboolean end = letters[i + 1] == 0 || (letters[i + 1] == 's' && letters[i + 2] == 0);

  if (!end || !is_one_of (letters[i], "aeo") || !is_one_of (letters[i - 1], "aeiou"))
    return FALSE;

  for (gsize k = 0; k + 1 < i; k++)
    if (is_one_of (letters[k], PORTUGUESE_MARKED))
      return TRUE;

  return FALSE;
}

/* Whether the vowel at @i goes with the one before it; @glide: that one closed a diphthong. */
static gboolean
joins_portuguese (const gunichar *letters,
                  gsize           i,
                  gboolean        glide)
{
  gunichar c = letters[i];
  gunichar before = letters[i - 1];

  if (glide)
    return FALSE;
  if ((before == 0xE3 && (c == 'o' || c == 'e')) || (before == 0xF5 && c == 'e'))
    return TRUE;
  if (is_one_of (c, "iuüy"))
    return c != before && !is_closed (letters + i + 1);

  return ends_as_one (letters, i);
}

guint
care_syllables_pt (const char *word)
{
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (word, -1, NULL);
  gboolean vowel_before = FALSE;
  gboolean glide = FALSE;
  guint n = 0;

  for (gsize i = 0; letters[i] != 0; i++)
    {
      gunichar c = letters[i];
      gboolean vowel = is_one_of (c, PORTUGUESE_VOWELS);

      /* "que", "água": no syllable of its own */
      if (c == 'u' && i > 0 && is_one_of (letters[i - 1], "qg") && is_one_of (letters[i + 1], PORTUGUESE_STRONG "i"))
        vowel = FALSE;

      if (!vowel)
        glide = FALSE;
      else if (vowel_before && joins_portuguese (letters, i, glide))
        glide = TRUE;
      else
        {
          glide = FALSE;
          n++;
        }
      vowel_before = vowel;
    }

  return MAX (n, 1);
}

#define FRENCH_VOWELS "aàâeéèêëiîïoôuùûüœæ"

static const CareSyllablePiece french[] = {
  { "pays", CARE_PIECE_START, 1 },
  { "abbaye", CARE_PIECE_START, 1 },
  { NULL, 0, 0 }
};

/* Words that end in a spoken "ent"; a verb's "ent" is mute ("ils passent"). */
static const CareSyllablePiece spoken_ent[] = {
  { "ement", CARE_PIECE_END, 1 },     { "ament", CARE_PIECE_END, 1 },      { "iment", CARE_PIECE_END, 1 },
  { "mment", CARE_PIECE_END, 1 },     { "moment", CARE_PIECE_END, 1 },     { "ument", CARE_PIECE_END, 1 },
  { "vraiment", CARE_PIECE_WHOLE, 1 },{ "souvent", CARE_PIECE_WHOLE, 1 },  { "accident", CARE_PIECE_END, 1 },
  { "incident", CARE_PIECE_END, 1 },  { "prudent", CARE_PIECE_END, 1 },    { "évident", CARE_PIECE_END, 1 },
  { "précédent", CARE_PIECE_END, 1 }, { "récent", CARE_PIECE_WHOLE, 1 },   { "accent", CARE_PIECE_WHOLE, 1 },
  { "innocent", CARE_PIECE_WHOLE, 1 },{ "adolescent", CARE_PIECE_WHOLE, 1 },{ "argent", CARE_PIECE_END, 1 },
  { "agent", CARE_PIECE_END, 1 },     { "urgent", CARE_PIECE_END, 1 },     { "intelligent", CARE_PIECE_WHOLE, 1 },
  { "violent", CARE_PIECE_WHOLE, 1 }, { "excellent", CARE_PIECE_WHOLE, 1 },{ "talent", CARE_PIECE_END, 1 },
  { "équivalent", CARE_PIECE_END, 1 },{ "parent", CARE_PIECE_END, 1 },     { "différent", CARE_PIECE_WHOLE, 1 },
  { "absent", CARE_PIECE_WHOLE, 1 },  { "présent", CARE_PIECE_END, 1 },    { "fréquent", CARE_PIECE_WHOLE, 1 },
  { "content", CARE_PIECE_WHOLE, 1 }, { "client", CARE_PIECE_WHOLE, 1 },   { "ferment", CARE_PIECE_WHOLE, 1 },
  { NULL, 0, 0 }
};

/* "crier", "client", "cruel", "éblouir": two consonants, the second l or r, before the vowel at @i, or before "ou". */
static gboolean
follows_cluster (const gunichar *letters,
                 gsize           i)
{
  if (i > 0 && letters[i] == 'u' && letters[i - 1] == 'o')
    i--;

  return i >= 2 && is_one_of (letters[i - 1], "lr") && g_unichar_isalpha (letters[i - 2]) &&
         !is_one_of (letters[i - 2], FRENCH_VOWELS "ylrnms");
}

/* An e at the end that is not spoken: "e", "es", or the "ent" of a verb. */
static gboolean
is_mute (const gunichar *letters,
         gsize           i,
         const char     *word)
{
  const gunichar *next = letters + i + 1;

  if (letters[i] != 'e')
    return FALSE;
  if (next[0] == 0 || (next[0] == 's' && next[1] == 0))
    return TRUE;

  return next[0] == 'n' && next[1] == 't' && next[2] == 0 && care_syllables_change (word, spoken_ent) == 0;
}

/* Whether the vowel at @i goes with the one before it. */
static gboolean
joins_french (const gunichar *letters,
              gsize           i,
              const char     *word)
{
  gunichar c = letters[i];
  gunichar before = letters[i - 1];

  if (is_mute (letters, i, word))
    return TRUE;
  if (is_one_of (c, "ïüë") || before == 0xEF || before == 0xE9)
    return FALSE;
  if (is_one_of (c, "éèê") && is_one_of (before, "aeo"))
    return FALSE;
  if (c == 'o' && before == 'a')
    return is_one_of (letters[i + 1], "un");
  if (before == 'o' && c == 'a')
    return FALSE;
  if (before == 'i' && follows_cluster (letters, i - 1))
    return FALSE;
  if (before == 'u' && c != 'i' && !(i > 1 && is_one_of (letters[i - 2], "aeœ")) && follows_cluster (letters, i - 1))
    return FALSE;
  if (before == 'u' && c == 'i' && letters[i + 1] != 'l' && i > 1 && letters[i - 2] == 'o' &&
      follows_cluster (letters, i - 1))
    return FALSE;

  return TRUE;
}

static gboolean
is_french_vowel (const gunichar *letters,
                 gsize           i)
{
  gunichar c = letters[i];
  gunichar before = i > 0 ? letters[i - 1] : 0;
  gunichar next = letters[i + 1];

  if (c == 'y')
    return !(is_one_of (next, FRENCH_VOWELS) && (i == 0 || is_one_of (before, FRENCH_VOWELS)));
  if (c == 'u' && before == 'q')
    return FALSE;
  if (c == 'u' && before == 'g')
    return !is_one_of (next, "eéèêiïy");

  return is_one_of (c, FRENCH_VOWELS);
}

guint
care_syllables_fr (const char *word)
{
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (word, -1, NULL);
  gboolean before = FALSE;
  gboolean mute = FALSE;
  int n = 0;

  for (gsize i = 0; letters[i] != 0; i++)
    {
      gboolean vowel = is_french_vowel (letters, i);

      if (vowel && !(before && joins_french (letters, i, word)))
        {
          n++;
          mute = is_mute (letters, i, word);
        }
      before = vowel;
    }

  if (n > 1 && mute)
    n--;
  n += care_syllables_change (word, french);

  return (guint) MAX (n, 1);
}
