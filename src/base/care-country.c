/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-country.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

typedef UResourceBundle Bundle;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bundle, ures_close)

/* Official in the whole country, by law or in fact; not in one region of it only. */
static gboolean
is_official (Bundle *language)
{
  UErrorCode status = U_ZERO_ERROR;
  int length = 0;
  const UChar *text;
  char word[32];

  text = ures_getStringByKey (language, "officialStatus", &length, &status);
  if (U_FAILURE (status) || length >= (int) sizeof word)
    return FALSE;
  u_UCharsToChars (text, word, length);
  word[length] = '\0';

  return strcmp (word, "official") == 0 || strcmp (word, "de_facto_official") == 0;
}

static char *
dup_likely (const char *country)
{
  g_autofree char *locale = g_strconcat ("und_", country, NULL);
  UErrorCode status = U_ZERO_ERROR;
  char full[ULOC_FULLNAME_CAPACITY];
  char language[ULOC_LANG_CAPACITY];

  uloc_addLikelySubtags (locale, full, sizeof full, &status);
  uloc_getLanguage (full, language, sizeof language, &status);

  return U_SUCCESS (status) ? g_strdup (language) : NULL;
}

/**
 * care_country_dup_languages:
 * @country: an ISO 3166 code, "CH"
 *
 * As CLDR has it (supplemental data, territoryInfo).
 *
 * Returns: (transfer full) (array zero-terminated=1): "de-CH", "fr-CH" …
 */
char **
care_country_dup_languages (const char *country)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (Bundle) data = NULL;
  g_autoptr (Bundle) countries = NULL;
  g_autoptr (Bundle) languages = NULL;
  g_autofree char *likely = NULL;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (country != NULL, NULL);

  builder = g_strv_builder_new ();
  data = ures_openDirect (NULL, "supplementalData", &status);
  countries = ures_getByKey (data, "territoryInfo", NULL, &status);
  languages = ures_getByKey (countries, country, NULL, &status);
  if (U_FAILURE (status))
    return g_strv_builder_end (builder);

  likely = dup_likely (country);
  found = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < ures_getSize (languages); i++)
    {
      UErrorCode one = U_ZERO_ERROR;
      g_autoptr (Bundle) language = ures_getByIndex (languages, i, NULL, &one);
      const char *key = U_SUCCESS (one) ? ures_getKey (language) : NULL;

      /* "pa_Arab": only as the language is commonly written. */
      if (key == NULL || strchr (key, '_') != NULL || !is_official (language))
        continue;
      g_ptr_array_insert (found, g_strcmp0 (key, likely) == 0 ? 0 : -1, g_strconcat (key, "-", country, NULL));
    }
  for (guint i = 0; i < found->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (found, i));

  return g_strv_builder_end (builder);
}
