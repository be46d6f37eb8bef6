/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-questionnaire.h"

#include <string.h>

#include "base/care-text.h"
#include "form/care-questionnaire-private.h"

/* Which language a patient reads where the form is not in theirs. */

static gboolean
more_speaks (const CareItemMore  *more,
             const char          *language,
             const char         **other)
{
  const CareFormText *const texts[] = { more->prefix, more->help, more->flyover, more->lower_text, more->upper_text, more->open_label };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!care_form_text_speaks (texts[i], language, other))
      return FALSE;

  return TRUE;
}

/**
 * care_item_speaks:
 * @self: an item
 * @language: BCP 47 tag
 * @other: (out) (optional) (transfer none): the language in which it is shown instead; "und" where the form does not say
 *
 * Its question, help and choices; what is hidden, and words that are drawn with the question
 * above them, count nothing of their own.
 *
 * Returns: FALSE where somebody who chose @language reads something else
 */
gboolean
care_item_speaks (const CareItem  *self,
                  const char      *language,
                  const char     **other)
{
  g_return_val_if_fail (self != NULL && language != NULL, TRUE);

  if (self->hidden || self->merged)
    return TRUE;
  if (!care_form_text_speaks (self->text, language, other)
      || (self->more != NULL && !more_speaks (self->more, language, other)))
    return FALSE;
  for (guint i = 0; self->options != NULL && i < self->options->n_options; i++)
    if (!care_form_text_speaks (self->options->options[i].display, language, other))
      return FALSE;

  return TRUE;
}

/**
 * care_questionnaire_list_other_languages:
 * @self: a form
 * @language: BCP 47 tag
 *
 * Returns: (transfer container) (element-type utf8): the languages in which parts of the form are shown to somebody who chose
 *   @language, in the form's order; empty where all of it is in @language; "und" where the form does not say
 */
GPtrArray *
care_questionnaire_list_other_languages (CareQuestionnaire *self,
                                         const char        *language)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self) && language != NULL, list);

  for (guint i = 0; i < self->n_items; i++)
    {
      const char *other = NULL;

      if (!care_item_speaks (&self->items[i], language, &other)
          && !g_ptr_array_find_with_equal_func (list, other, g_str_equal, NULL))
        g_ptr_array_add (list, (gpointer) other);
    }

  return list;
}
