/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-plain.h"

#include <string.h>

#include "base/care-json-view.h"
#include "base/care-json.h"
#include "protocol/care-claims.h"
#include "protocol/care-reading.h"

#define MAX_SENTENCE_WORDS 40

/* A word that patients do not know; found at the start of a word. */
typedef struct
{
  char *word;
  char *plain;
  GRegex *regex;
} Jargon;

typedef struct
{
  guint sentence_words;
  /* (element-type Jargon) */
  GPtrArray *jargon;
} Language;

struct _CarePlain
{
  /* tag to Language */
  GHashTable *languages;
};

static void
jargon_free (Jargon *self)
{
  g_free (self->word);
  g_free (self->plain);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self);
}

static void
language_free (Language *self)
{
  g_ptr_array_unref (self->jargon);
  g_free (self);
}

static Jargon *
jargon_new (const char *word,
            const char *plain,
            const char *tag)
{
  Jargon *self = g_new0 (Jargon, 1);
  g_autofree char *normal = care_claims_normalize (word);
  g_autofree char *escaped = g_regex_escape_string (normal, -1);
  /* "and", "with", "for", "the" stand before an Arabic word without a space. */
  g_autofree char *pattern = g_strconcat ("(?<!\\w)", g_str_has_prefix (tag, "ar") ? "[وفبلك]?(?:ال)?" : "", escaped,
                                          NULL);

  self->word = g_strdup (word);
  self->plain = g_strdup (plain);
  self->regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_assert (self->regex != NULL);

  return self;
}

static gboolean
read_jargon (const CareJsonView *view,
             const char         *tag,
             GPtrArray          *out,
             GError            **error)
{
  CareJsonView jargon = { 0 };
  g_autoptr (GList) words = NULL;

  if (!care_json_view_get_object (view, "jargon", CARE_JSON_REQUIRED, &jargon, error))
    return FALSE;

  words = json_object_get_members (json_node_get_object (jargon.node));
  for (GList *l = words; l != NULL; l = l->next)
    {
      const char *plain = NULL;

      if (!care_json_view_get_string (&jargon, l->data, CARE_JSON_REQUIRED, &plain, error))
        return FALSE;

      if (*(const char *) l->data == '\0' || *plain == '\0')
        {
          care_json_view_set_error (&jargon, error, CARE_ERROR_INPUT, "a word, and what to say for it, must not be empty");
          return FALSE;
        }

      g_ptr_array_add (out, jargon_new (l->data, plain, tag));
    }

  return TRUE;
}

static gboolean
read_language (const CareJsonView *root,
               const char         *tag,
               CarePlain          *self,
               GError            **error)
{
  static const char *const known[] = { "sentence_words", "jargon", NULL };
  CareJsonView view = { 0 };
  Language *language;
  gint64 words = 0;

  if (!care_json_view_get_object (root, tag, CARE_JSON_REQUIRED, &view, error) ||
      !care_json_view_refuse_unknown (&view, known, error) ||
      !care_json_view_get_int (&view, "sentence_words", CARE_JSON_REQUIRED, 1, MAX_SENTENCE_WORDS, &words, error))
    return FALSE;

  language = g_new0 (Language, 1);
  language->sentence_words = (guint) words;
  language->jargon = g_ptr_array_new_with_free_func ((GDestroyNotify) jargon_free);
  g_hash_table_insert (self->languages, g_strdup (tag), language);

  return read_jargon (&view, tag, language->jargon, error);
}

/**
 * care_plain_load:
 * @path: `plain-language.json`
 * @error: %CARE_ERROR_INPUT or %CARE_ERROR_ENVIRONMENT
 *
 * Returns: (transfer full) (nullable): what plain words are
 */
CarePlain *
care_plain_load (const char *path,
                 GError    **error)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (CarePlain) self = NULL;
  g_autoptr (GList) tags = NULL;
  CareJsonView root;
  gint64 format_version = 0;

  g_return_val_if_fail (path != NULL, NULL);

  node = care_json_load (path, &limits, error);
  if (node == NULL)
    return NULL;

  self = g_new0 (CarePlain, 1);
  self->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) language_free);
  care_json_view_init (&root, path, node);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      care_json_view_set_error (&root, error, CARE_ERROR_INPUT, "an object should stand here");
      return NULL;
    }
  if (!care_json_view_get_int (&root, "format_version", CARE_JSON_REQUIRED, 1, 1, &format_version, error))
    return NULL;

  tags = json_object_get_members (json_node_get_object (node));
  for (GList *l = tags; l != NULL; l = l->next)
    if (strcmp (l->data, "format_version") != 0 && strcmp (l->data, "$schema") != 0 &&
        !read_language (&root, l->data, self, error))
      return NULL;

  return g_steal_pointer (&self);
}

/* "pt-BR", then "pt". */
static const Language *
find_language (CarePlain  *self,
               const char *tag)
{
  g_autofree char *rest = g_strdup (tag);

  for (;;)
    {
      const Language *language = g_hash_table_lookup (self->languages, rest);
      char *dash = strrchr (rest, '-');

      if (language != NULL || dash == NULL)
        return language;
      *dash = '\0';
    }
}

guint
care_plain_get_sentence_words (CarePlain  *self,
                               const char *language)
{
  const Language *found;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (language != NULL, 0);

  found = find_language (self, language);

  return found != NULL ? found->sentence_words : 0;
}

/**
 * care_plain_mark:
 * @self: what plain words are
 * @text: a text that a patient reads
 * @language: its BCP 47 tag
 *
 * Returns: (transfer full) (element-type utf8): what is not plain in it; empty too
 *   for a language of which nothing is known
 */
GPtrArray *
care_plain_mark (CarePlain  *self,
                 const char *text,
                 const char *language)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  const Language *found;
  g_autofree char *normal = NULL;
  CareReading reading;

  g_return_val_if_fail (self != NULL, marks);
  g_return_val_if_fail (text != NULL, marks);
  g_return_val_if_fail (language != NULL, marks);

  found = find_language (self, language);
  if (found == NULL)
    return marks;

  care_reading_count (text, language, &reading);
  if (reading.longest > found->sentence_words)
    g_ptr_array_add (marks, g_strdup_printf ("a sentence of %u words; %u are enough", reading.longest,
                                             found->sentence_words));

  normal = care_claims_normalize (text);
  for (guint i = 0; i < found->jargon->len; i++)
    {
      const Jargon *jargon = g_ptr_array_index (found->jargon, i);

      if (g_regex_match (jargon->regex, normal, 0, NULL))
        g_ptr_array_add (marks, g_strdup_printf ("'%s' is a word that patients do not know; say '%s'", jargon->word,
                                                 jargon->plain));
    }

  return marks;
}

void
care_plain_free (CarePlain *self)
{
  g_hash_table_unref (self->languages);
  g_free (self);
}
