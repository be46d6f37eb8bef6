/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-text.h"

#include <string.h>

struct _CareText
{
  gatomicrefcount  ref_count;
  guint            n;
  const char     **languages; /* sorted, NULL-terminated, interned */
  char           **texts;
};

G_DEFINE_BOXED_TYPE (CareText, care_text, care_text_ref, care_text_unref)

gboolean
care_text_is_tag (const char *tag)
{
  gsize part = 0;

  if (tag == NULL || !g_ascii_isalpha (tag[0]))
    return FALSE;
  for (const char *c = tag; ; c++)
    {
      if (*c == '-' || *c == '\0')
        {
          if (part == 0 || part > 8)
            return FALSE;
          if (*c == '\0')
            return TRUE;
          part = 0;
        }
      else if (g_ascii_isalnum (*c))
        part++;
      else
        return FALSE;
    }
}

/* The script, "Hans", where the tag names one; it follows the language, at most three "extlang" parts later. */
static const char *
find_script (const char *tag)
{
  const char *part = strchr (tag, '-');

  while (part != NULL && strcspn (part + 1, "-") == 3 && g_ascii_isalpha (part[1]))
    part = strchr (part + 1, '-');

  return part != NULL && strcspn (part + 1, "-") == 4 && g_ascii_isalpha (part[1]) ? part + 1 : NULL;
}

/**
 * care_text_is_close_tag:
 * @a: a BCP 47 tag
 * @b: another
 *
 * Returns: whether who reads one reads the other: the same language, of whatever region, and not expressly in another script
 */
gboolean
care_text_is_close_tag (const char *a,
                        const char *b)
{
  const char *script_a;
  const char *script_b;
  gsize length;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  length = strcspn (a, "-_");
  if (length != strcspn (b, "-_") || g_ascii_strncasecmp (a, b, length) != 0)
    return FALSE;
  script_a = find_script (a);
  script_b = find_script (b);

  return script_a == NULL || script_b == NULL || g_ascii_strncasecmp (script_a, script_b, 4) == 0;
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * care_text_new_from_table:
 * @by_language: (element-type utf8 utf8): texts keyed by BCP 47 tag; copied
 *
 * Returns: (transfer full): the text
 */
CareText *
care_text_new_from_table (GHashTable *by_language)
{
  CareText *self;
  GHashTableIter iter;
  gpointer tag;
  guint i = 0;

  g_return_val_if_fail (by_language != NULL, NULL);

  self = g_new0 (CareText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n = g_hash_table_size (by_language);
  self->languages = g_new0 (const char *, self->n + 1);
  self->texts = g_new0 (char *, self->n + 1);

  g_hash_table_iter_init (&iter, by_language);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    self->languages[i++] = g_intern_string (tag);
  qsort (self->languages, self->n, sizeof (char *), compare_tags);
  for (i = 0; i < self->n; i++)
    self->texts[i] = g_strdup (g_hash_table_lookup (by_language, self->languages[i]));

  return self;
}

/**
 * care_text_new:
 * @language: a BCP 47 tag
 * @text: the text in that language
 *
 * Returns: (transfer full): a text in one language
 */
CareText *
care_text_new (const char *language,
               const char *text)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (language != NULL && text != NULL, NULL);

  g_hash_table_insert (table, (gpointer) language, (gpointer) text);

  return care_text_new_from_table (table);
}

CareText *
care_text_ref (CareText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
care_text_unref (CareText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->languages);
  g_strfreev (self->texts);
  g_free (self);
}

/**
 * care_text_get_exact:
 * @self: a text
 * @language: a BCP 47 tag
 *
 * Looks for "pt-BR", then for "pt" (RFC 4647 lookup), and never for another language.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if it does not speak this language
 */
const char *
care_text_get_exact (CareText   *self,
                     const char *language)
{
  g_autofree char *tag = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  tag = g_strdup (language);
  for (;;)
    {
      char *dash;

      for (guint i = 0; i < self->n; i++)
        if (g_ascii_strcasecmp (self->languages[i], tag) == 0)
          return self->texts[i];
      dash = strrchr (tag, '-');
      if (dash == NULL)
        return NULL;
      *dash = '\0';
    }
}

/**
 * care_text_get:
 * @self: a text
 * @language: a BCP 47 tag
 *
 * The text in @language or, where it does not have it, in another region's variant of it, in English, else in the
 * first language it has. Whoever must not fall back in silence asks
 * [func@Care.text_has] first.
 *
 * Returns: (transfer none): a text
 */
const char *
care_text_get (CareText   *self,
               const char *language)
{
  const char *found = care_text_get_exact (self, language);

  for (guint i = 0; found == NULL && i < self->n; i++)
    if (care_text_is_close_tag (self->languages[i], language))
      found = self->texts[i];
  if (found == NULL)
    found = care_text_get_exact (self, "en");
  if (found == NULL && self->n > 0)
    found = self->texts[0];

  return found != NULL ? found : "";
}

/**
 * care_text_has:
 * @self: a text
 * @language: a BCP 47 tag
 *
 * Returns: whether the text speaks @language
 */
gboolean
care_text_has (CareText   *self,
               const char *language)
{
  return care_text_get_exact (self, language) != NULL;
}

/**
 * care_text_get_languages:
 * @self: a text
 *
 * Returns: (transfer none) (array zero-terminated=1): the tags it has, sorted
 */
const char *const *
care_text_get_languages (CareText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->languages;
}
