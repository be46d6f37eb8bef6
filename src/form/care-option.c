/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-option.h"

#include "form/care-item-private.h"

CareValue *
care_option_get_value (const CareOption *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * care_option_get_display:
 * @self: an option
 * @language: (nullable): BCP 47 tag
 *
 * Returns: what the patient reads, the code where the form has no words
 */
const char *
care_option_get_display (const CareOption *self,
                         const char       *language)
{
  const char *display;

  g_return_val_if_fail (self != NULL, "");

  display = care_form_text_get (self->display, language);
  if (display == NULL)
    display = care_value_get_display (self->value);
  if (display == NULL)
    display = care_value_get_text (self->value);
  if (display == NULL)
    display = care_value_get_code (self->value);

  return display != NULL ? display : "";
}

const char *
care_option_get_prefix (const CareOption *self,
                        const char       *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return care_form_text_get (self->prefix, language);
}

gboolean
care_option_is_exclusive (const CareOption *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->exclusive;
}

gboolean
care_option_is_initial (const CareOption *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->initial;
}

gboolean
care_option_get_ordinal (const CareOption *self,
                         double           *ordinal)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->has_ordinal && ordinal != NULL)
    *ordinal = self->ordinal;

  return self->has_ordinal;
}
