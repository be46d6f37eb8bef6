/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-reading-page.h"

struct _CareReadingPage
{
  char *language;
  GString *all;
  guint n_texts;
  char *hardest;
  double hardest_grade;
};

/**
 * care_reading_page_new:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): an empty page
 */
CareReadingPage *
care_reading_page_new (const char *language)
{
  CareReadingPage *self;

  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (CareReadingPage, 1);
  self->language = g_strdup (language);
  self->all = g_string_new (NULL);

  return self;
}

/**
 * care_reading_page_add:
 * @self: a page
 * @text: a text of its language
 * @path: where it stands
 * @reading: (out): what it measures by itself
 *
 * Returns: whether the text is long enough for its own grade to say something
 */
gboolean
care_reading_page_add (CareReadingPage *self,
                       const char      *text,
                       const char      *path,
                       CareReading     *reading)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  g_string_append (self->all, text);
  g_string_append (self->all, ".\n");
  self->n_texts++;

  if (!care_reading_measure (text, self->language, reading) || reading->words < CARE_READING_FEWEST_WORDS)
    return FALSE;

  if (self->hardest == NULL || reading->grade > self->hardest_grade)
    {
      g_free (self->hardest);
      self->hardest = g_strdup (path);
      self->hardest_grade = reading->grade;
    }

  return TRUE;
}

const char *
care_reading_page_get_language (CareReadingPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

guint
care_reading_page_get_n_texts (CareReadingPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_texts;
}

const char *
care_reading_page_get_hardest (CareReadingPage *self,
                               double          *grade)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (grade != NULL)
    *grade = self->hardest_grade;

  return self->hardest;
}

gboolean
care_reading_page_measure (CareReadingPage *self,
                           CareReading     *reading)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return care_reading_measure (self->all->str, self->language, reading);
}

void
care_reading_page_free (CareReadingPage *self)
{
  g_free (self->language);
  g_free (self->hardest);
  g_string_free (self->all, TRUE);
  g_free (self);
}
