/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-text.h"

#include <string.h>

static gboolean
same_primary (const char *a,
              const char *b)
{
  gsize length = strcspn (a, "-_");

  return length == strcspn (b, "-_") && g_ascii_strncasecmp (a, b, length) == 0;
}

/**
 * care_form_text_get:
 * @self: (nullable): a text
 * @language: (nullable): BCP 47 tag; %NULL for the form's own
 *
 * Returns: (nullable): the words in that language, else in another region's
 *   variant of it, else in the form's own language, else in any
 */
const char *
care_form_text_get (const CareFormText *self,
                    const char         *language)
{
  const char *close = NULL;

  if (self == NULL || self->n_wordings == 0)
    return NULL;

  if (language != NULL && self->n_wordings > 1)
    {
      for (guint i = 0; i < self->n_wordings; i++)
        {
          const CareFormWording *wording = &self->wordings[i];

          if (wording->text == NULL || wording->language == NULL)
            continue;
          if (g_ascii_strcasecmp (wording->language, language) == 0)
            return wording->text;
          if (close == NULL && same_primary (wording->language, language))
            close = wording->text;
        }
      if (close != NULL)
        return close;
    }

  for (guint i = 0; i < self->n_wordings; i++)
    if (self->wordings[i].text != NULL)
      return self->wordings[i].text;

  return NULL;
}
