/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-claims.h"

#include <string.h>

#include "protocol/care-claims-tables.h"

typedef struct
{
  char *name;
  GRegex *claim;
  char *negated;
  const CareClaimAllowance *others; /* (array length=CARE_CLAIM_ALLOWANCES) (nullable) */
  /* (element-type GRegex) (nullable): of both, once something is claimed: few texts claim anything */
  GPtrArray *allowances;
} Claim;

struct _CareClaims
{
  const CareClaimTable *table;
  /* (element-type Claim) */
  GPtrArray *claims;
};

static void
claim_free (Claim *claim)
{
  g_free (claim->name);
  g_clear_pointer (&claim->claim, g_regex_unref);
  g_free (claim->negated);
  g_clear_pointer (&claim->allowances, g_ptr_array_unref);
  g_free (claim);
}

static GRegex *
compile (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, &error);

  if (regex == NULL)
    g_error ("claims: %s: %s", pattern, error->message);

  return regex;
}

static void
add_claim (CareClaims               *self,
           const char               *name,
           const char               *pattern,
           const CareClaimAllowance *others)
{
  Claim *claim = g_new0 (Claim, 1);

  claim->name = g_strdup (name);
  claim->claim = compile (pattern);
  claim->negated = g_strdup_printf ("%s(?:%s)", self->table->negation, pattern);
  claim->others = others;
  g_ptr_array_add (self->claims, claim);
}

static GPtrArray *
get_allowances (Claim *claim)
{
  if (claim->allowances != NULL)
    return claim->allowances;

  claim->allowances = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  g_ptr_array_add (claim->allowances, compile (claim->negated));
  for (gsize i = 0; claim->others != NULL && i < CARE_CLAIM_ALLOWANCES && claim->others[i].name != NULL; i++)
    g_ptr_array_add (claim->allowances, compile (claim->others[i].pattern));

  return claim->allowances;
}

static const CareClaimTable *
find_table (const char *language)
{
  gsize length = strcspn (language, "-_");

  for (gsize i = 0; care_claim_tables[i].language != NULL; i++)
    if (strlen (care_claim_tables[i].language) == length &&
        g_ascii_strncasecmp (care_claim_tables[i].language, language, length) == 0)
      return &care_claim_tables[i];

  return NULL;
}

/**
 * care_claims_new:
 * @language: a BCP 47 tag; "pt-BR" is checked as Portuguese
 *
 * Returns: (transfer full) (nullable): the claims of that language, or %NULL when
 *   none are known: then its texts cannot be checked, and so not be approved
 */
CareClaims *
care_claims_new (const char *language)
{
  const CareClaimTable *table;
  CareClaims *self;

  g_return_val_if_fail (language != NULL, NULL);

  table = find_table (language);
  if (table == NULL)
    return NULL;

  self = g_new0 (CareClaims, 1);
  self->table = table;
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) claim_free);

  for (gsize i = 0; table->entries[i].name != NULL; i++)
    add_claim (self, table->entries[i].name, table->entries[i].pattern, table->entries[i].allowances);

  return self;
}

void
care_claims_free (CareClaims *self)
{
  g_ptr_array_unref (self->claims);
  g_free (self);
}

/**
 * care_claims_forbid:
 * @self: claims
 * @phrase: words that a clinic forbids besides, found at the start of a word
 *
 * Adds a claim. A negation before it allows it, as for the others.
 *
 * Returns: whether there was a word in it
 */
gboolean
care_claims_forbid (CareClaims *self,
                    const char *phrase)
{
  g_autofree char *normal = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (phrase != NULL, FALSE);

  normal = care_claims_normalize (phrase);
  g_strstrip (normal);
  if (*normal == '\0')
    return FALSE;

  escaped = g_regex_escape_string (normal, -1);
  pattern = g_strdup_printf ("(?<![\\w])%s", escaped);
  add_claim (self, "forbidden by this clinic", pattern, NULL);

  return TRUE;
}

static gunichar
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return '-';
    case 0x00A0:
    case 0x202F:
    case 0x2009:
      return ' ';
    /* Arabic: alef with hamza or madda, teh marbuta, alef maksura, hamza carriers */
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0629:
      return 0x0647;
    case 0x0649:
      return 0x064A;
    case 0x0624:
      return 0x0648;
    case 0x0626:
      return 0x064A;
    default:
      return c;
    }
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || c == 0x0640 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

/**
 * care_claims_normalize:
 * @text: UTF-8
 *
 * The text as claims are looked for in it: composed letters, plain quotes,
 * hyphens and spaces, no invisible characters, Arabic without vowel signs and
 * with one form of each letter, one space between words.
 *
 * Returns: (transfer full): that text
 */
char *
care_claims_normalize (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = composed != NULL ? composed : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = plain_letter (g_utf8_get_char (p));

      if (is_invisible (c))
        continue;

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }

      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether some match of @allowance covers the words from @start to @end. */
static gboolean
covers (GRegex     *allowance,
        const char *text,
        int         start,
        int         end)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (allowance, text, 0, &match);
  while (g_match_info_matches (match))
    {
      int from = 0;
      int to = 0;

      if (g_match_info_fetch_pos (match, 0, &from, &to) && from <= start && to >= end)
        return TRUE;

      g_match_info_next (match, NULL);
    }

  return FALSE;
}

static gboolean
is_allowed (Claim      *claim,
            const char *text,
            int         start,
            int         end)
{
  GPtrArray *allowances = get_allowances (claim);

  for (guint i = 0; i < allowances->len; i++)
    if (covers (g_ptr_array_index (allowances, i), text, start, end))
      return TRUE;

  return FALSE;
}

/**
 * care_claims_allow:
 * @self: claims of the text's language
 * @text: a text that a patient may read
 * @name: (out) (optional) (transfer full): which claim, "guaranteed"
 * @words: (out) (optional) (transfer full): the words that make it
 *
 * Returns: %TRUE when the text makes none of the claims
 */
gboolean
care_claims_allow (CareClaims *self,
                   const char *text,
                   char      **name,
                   char      **words)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  normal = care_claims_normalize (text);

  for (guint i = 0; i < self->claims->len; i++)
    {
      Claim *claim = g_ptr_array_index (self->claims, i);
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (claim->claim, normal, 0, &match);
      while (g_match_info_matches (match))
        {
          int start = 0;
          int end = 0;

          g_match_info_fetch_pos (match, 0, &start, &end);
          if (!is_allowed (claim, normal, start, end))
            {
              if (name != NULL)
                *name = g_strdup (claim->name);
              if (words != NULL)
                *words = g_strndup (normal + start, (gsize) (end - start));
              return FALSE;
            }

          g_match_info_next (match, NULL);
        }
    }

  return TRUE;
}
