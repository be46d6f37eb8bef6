/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

/* One run over all measured texts; it refuses nothing where only figures are wanted. */
typedef struct
{
  /* (element-type CareReadingPage), one for each of the patients' languages */
  GPtrArray *pages;
  /* (element-type CareOverride), those that were needed */
  GHashTable *used;
  gboolean refuses;
} Measure;

/* The path of the text that "lines/hot-shower" names, or NULL. */
static char *
find_text_path (CareProtocol *protocol,
                const char   *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", 2);
  GPtrArray *coded = NULL;
  const char *path = NULL;

  if (g_strv_length (steps) != 2)
    return NULL;

  if (strcmp (steps[0], "lines") == 0)
    {
      const CareLine *line = care_protocol_find_line (protocol, steps[1]);

      path = line != NULL ? line->path : NULL;
    }
  else if (strcmp (steps[0], "signs") == 0)
    {
      const CareSign *sign = care_protocol_find_sign (protocol, steps[1]);

      path = sign != NULL ? sign->path : NULL;
    }
  else if (strcmp (steps[0], "desk_texts") == 0)
    coded = protocol->desk_texts;
  else if (strcmp (steps[0], "teach_back") == 0)
    coded = protocol->teach_back;

  for (guint i = 0; coded != NULL && i < coded->len; i++)
    {
      const CareCodedText *text = g_ptr_array_index (coded, i);

      if (strcmp (text->code, steps[1]) == 0)
        path = text->path;
    }

  return path != NULL ? g_strconcat (path, "/text", NULL) : NULL;
}

/* The override of the text at @path, or of the language as a whole where @path is NULL. */
CareOverride *
care_check_find_override (CareProtocol *protocol,
                          const char   *path,
                          const char   *language)
{
  for (guint i = 0; i < protocol->overrides->len; i++)
    {
      CareOverride *override = g_ptr_array_index (protocol->overrides, i);
      g_autofree char *named = find_text_path (protocol, override->text);

      if (strcmp (override->language, language) == 0 &&
          (path != NULL ? g_strcmp0 (named, path) == 0 : strcmp (override->text, CARE_OVERRIDE_ALL) == 0))
        return override;
    }

  return NULL;
}

/* What is wrong with one text: too hard, a long sentence, a word that patients do not know. */
static void
refuse_text (CareCheck  *self,
             Measure    *measure,
             const char *words,
             const char *path,
             const char *language,
             double      grade)
{
  CareOverride *override = care_check_find_override (self->protocol, path, language);
  guint before = self->refusals->len;
  g_autoptr (GPtrArray) marks = NULL;

  if (grade > CARE_READING_LIMIT)
    {
      if (override == NULL)
        care_check_refuse (self, path, language,
                           "grade %.1f is too hard to read, %.0f is the limit: shorter words, shorter sentences (w-01)",
                           grade, CARE_READING_LIMIT);
      else if (grade > override->grade)
        care_check_refuse (self, path, language, "grade %.1f is too hard to read; %s took on %.1f only (%s)", grade,
                           override->by, override->grade, override->path);
    }

  marks = self->plain != NULL ? care_plain_mark (self->plain, words, language) : g_ptr_array_new ();
  for (guint i = 0; i < marks->len && override == NULL; i++)
    care_check_refuse (self, path, language, "%s (w-02)", (const char *) g_ptr_array_index (marks, i));

  for (guint i = before; i < self->refusals->len; i++)
    ((CareRefusal *) g_ptr_array_index (self->refusals, i))->language = g_strdup (language);

  if (override != NULL && (grade > CARE_READING_LIMIT || marks->len > 0))
    g_hash_table_add (measure->used, override);
}

static void
measure_text (CareCheck   *self,
              CareText    *text,
              const char  *path,
              CareAudience audience,
              gpointer     data)
{
  Measure *measure = data;

  if ((audience & CARE_AUDIENCE_MEASURED) == 0)
    return;

  for (guint i = 0; i < measure->pages->len; i++)
    {
      CareReadingPage *page = g_ptr_array_index (measure->pages, i);
      const char *language = care_reading_page_get_language (page);
      const char *words = care_text_get_exact (text, language);
      g_autofree char *place = g_strconcat (path, "/", language, NULL);
      CareReading reading;
      gboolean measured;

      if (words == NULL)
        continue;

      measured = care_reading_page_add (page, words, place, &reading);
      if (measure->refuses)
        refuse_text (self, measure, words, path, language, measured ? reading.grade : 0.0);
    }
}

static GPtrArray *
new_pages (CareProtocol *protocol)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) care_reading_page_free);
  const char *const *languages = care_protocol_get_patient_languages (protocol);

  for (gsize i = 0; languages[i] != NULL; i++)
    g_ptr_array_add (pages, care_reading_page_new (languages[i]));

  return pages;
}

/* A language as a whole. */
static void
check_page (CareCheck       *self,
            Measure         *measure,
            CareReadingPage *page)
{
  const char *language = care_reading_page_get_language (page);
  CareOverride *override = care_check_find_override (self->protocol, NULL, language);
  CareReading reading;

  if (!care_reading_page_measure (page, &reading) || reading.grade <= CARE_READING_TARGET)
    return;

  if (override != NULL)
    g_hash_table_add (measure->used, override);
  if (override == NULL || reading.grade > override->grade)
    {
      care_check_refuse (self, "/lines", NULL, "the texts in '%s' together are of grade %.1f; aim at %.0f (w-01)",
                         language, reading.grade, CARE_READING_TARGET);
      care_check_say_language (self, language);
    }
}

/* An override has a name, a day and a reason, names a text that is there, and is needed. */
static void
check_override (CareCheck          *self,
                const Measure      *measure,
                const CareOverride *override)
{
  const char *const *languages = care_protocol_get_patient_languages (self->protocol);
  g_autofree char *path = find_text_path (self->protocol, override->text);

  if (path == NULL && strcmp (override->text, CARE_OVERRIDE_ALL) != 0)
    care_check_refuse (self, override->path, "text", "no text of that name: '%s'", override->text);
  else if (!g_strv_contains (languages, override->language))
    care_check_refuse (self, override->path, "language", "'%s' is no language of the patients", override->language);
  else if (g_hash_table_lookup (measure->used, override) == NULL)
    care_check_refuse (self, override->path, NULL, "the text is plain enough without it; take it out");

  if (*override->by == '\0')
    care_check_refuse (self, override->path, "by", "name who says that it must be so");
  if (*override->reason == '\0')
    care_check_refuse (self, override->path, "reason", "say why it cannot be plainer");
  if (!care_check_is_day (override->date))
    care_check_refuse (self, override->path, "date", "must be a day, 2026-11-22");
}

/**
 * care_check_reading:
 * @self: the run
 *
 * Reading level, long sentences and words that patients do not know (w-01, w-02),
 * and what a named person took on of them.
 */
void
care_check_reading (CareCheck *self)
{
  g_autoptr (GPtrArray) pages = new_pages (self->protocol);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  Measure measure = { pages, used, TRUE };

  care_check_each_text (self, measure_text, &measure);

  for (guint i = 0; i < pages->len; i++)
    check_page (self, &measure, g_ptr_array_index (pages, i));
  for (guint i = 0; i < self->protocol->overrides->len; i++)
    check_override (self, &measure, g_ptr_array_index (self->protocol->overrides, i));
}

/**
 * care_protocol_measure:
 * @protocol: a protocol
 *
 * Returns: (transfer full) (element-type CareReadingPage): the texts that a patient reads,
 *   one page for each of the patients' languages, in their order
 */
GPtrArray *
care_protocol_measure (CareProtocol *protocol)
{
  CareCheck self = { protocol, NULL, NULL, NULL, NULL };
  GPtrArray *pages;
  Measure measure;

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);

  pages = new_pages (protocol);
  measure = (Measure) { pages, NULL, FALSE };
  care_check_each_text (&self, measure_text, &measure);

  return pages;
}
