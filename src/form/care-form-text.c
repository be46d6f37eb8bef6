/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-text.h"

#include "base/care-text.h"

/**
 * care_form_text_find:
 * @self: (nullable): a text
 * @language: (nullable): BCP 47 tag; %NULL for the form's own
 *
 * Returns: (nullable): the words in that language, else in another region's
 *   variant of it, else in the form's own language, else in any
 */
const CareFormWording *
care_form_text_find (const CareFormText *self,
                     const char         *language)
{
  const CareFormWording *close = NULL;
  const CareFormWording *any = NULL;

  if (self == NULL)
    return NULL;

  for (guint i = 0; i < self->n_wordings; i++)
    {
      const CareFormWording *wording = &self->wordings[i];

      if (wording->text == NULL)
        continue;
      if (any == NULL)
        any = wording;
      if (language == NULL || self->n_wordings == 1)
        return wording;
      if (wording->language == NULL)
        continue;
      if (g_ascii_strcasecmp (wording->language, language) == 0)
        return wording;
      if (close == NULL && care_text_is_close_tag (wording->language, language))
        close = wording;
    }

  return close != NULL ? close : any;
}

/**
 * care_form_text_get:
 * @self: (nullable): a text
 * @language: (nullable): BCP 47 tag; %NULL for the form's own
 *
 * Returns: (nullable): the words of care_form_text_find()
 */
const char *
care_form_text_get (const CareFormText *self,
                    const char         *language)
{
  const CareFormWording *wording = care_form_text_find (self, language);

  return wording != NULL ? wording->text : NULL;
}

/* Words without a letter, "120/80", are in every language. */
static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/**
 * care_form_text_speaks:
 * @self: (nullable): a text
 * @language: BCP 47 tag
 * @other: (out) (optional) (transfer none): the language it is shown in instead, "und" where the form does not say
 *
 * Returns: whether whoever reads @language reads it
 */
gboolean
care_form_text_speaks (const CareFormText  *self,
                       const char          *language,
                       const char         **other)
{
  const CareFormWording *wording = care_form_text_find (self, language);
  const char *has = wording != NULL && wording->language != NULL ? wording->language : "und";

  if (wording == NULL || care_text_is_close_tag (has, language) || !has_letters (wording->text))
    return TRUE;
  if (other != NULL)
    *other = has;

  return FALSE;
}
