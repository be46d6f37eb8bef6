/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-typed.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "base/care-text.h"

#define MOST_SCRIPTS 8

/* Japanese is written in three scripts; Chinese with simple or with traditional signs of one. */
static gboolean
is_written_in (const char  *language,
               UScriptCode  script)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  UScriptCode codes[MOST_SCRIPTS];
  int n;

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || *locale == '\0')
    return FALSE;
  n = uscript_getCode (locale, codes, MOST_SCRIPTS, &status);
  if (U_FAILURE (status))
    return FALSE;
  for (int i = 0; i < n; i++)
    if (codes[i] == script
        || (script == USCRIPT_HAN && (codes[i] == USCRIPT_SIMPLIFIED_HAN || codes[i] == USCRIPT_TRADITIONAL_HAN)))
      return TRUE;

  return FALSE;
}

/* That of most of its letters; USCRIPT_COMMON where there is none. */
static UScriptCode
find_script (const char *text)
{
  UScriptCode scripts[MOST_SCRIPTS];
  guint counts[MOST_SCRIPTS] = { 0 };
  guint n = 0;
  guint most = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      UErrorCode status = U_ZERO_ERROR;
      gunichar letter = g_utf8_get_char (at);
      UScriptCode script = g_unichar_isalpha (letter) ? uscript_getScript ((UChar32) letter, &status) : USCRIPT_COMMON;
      guint i = 0;

      if (U_FAILURE (status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED)
        continue;
      while (i < n && scripts[i] != script)
        i++;
      if (i == n && n < MOST_SCRIPTS)
        scripts[n++] = script;
      if (i < n)
        counts[i]++;
    }
  for (guint i = 1; i < n; i++)
    if (counts[i] > counts[most])
      most = i;

  return n > 0 ? scripts[most] : USCRIPT_COMMON;
}

/**
 * care_typed_find_language:
 * @text: what was typed
 * @language: (nullable): the language chosen by whoever typed it
 * @reader: the language of whoever reads it
 *
 * The letters count: nothing in Latin letters was typed in Arabic, whatever had been chosen.
 *
 * Returns: (transfer full) (nullable): the BCP 47 tag of what it was typed in, where that is not @reader; "und-Arab" where only the
 *   letters tell
 */
char *
care_typed_find_language (const char *text,
                          const char *language,
                          const char *reader)
{
  UScriptCode script;

  g_return_val_if_fail (text != NULL && reader != NULL, NULL);

  script = find_script (text);
  if (script == USCRIPT_COMMON)
    return NULL;
  if (language != NULL && is_written_in (language, script))
    return care_text_is_close_tag (language, reader) ? NULL : g_strdup (language);

  return is_written_in (reader, script) ? NULL : g_strconcat ("und-", uscript_getShortName (script), NULL);
}

/**
 * care_typed_dup_letters:
 * @format: whose language
 * @tag: of care_typed_find_language()
 *
 * Returns: (transfer full) (nullable): the letters' name, where @tag names no language
 */
char *
care_typed_dup_letters (CareFormat *format,
                        const char *tag)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  char own[ULOC_FULLNAME_CAPACITY];
  UChar buffer[128];
  char name[512];

  g_return_val_if_fail (CARE_IS_FORMAT (format), NULL);
  g_return_val_if_fail (tag != NULL, NULL);

  if (!g_str_has_prefix (tag, "und-"))
    return NULL;
  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  uloc_forLanguageTag (care_format_get_language (format), own, sizeof own, NULL, &status);
  uloc_getDisplayScript (locale, own, buffer, G_N_ELEMENTS (buffer), &status);
  u_strToUTF8 (name, sizeof name, NULL, buffer, -1, &status);

  return g_strdup (U_FAILURE (status) ? tag + strlen ("und-") : name);
}
