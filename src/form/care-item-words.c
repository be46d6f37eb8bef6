/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-item.h"

#include "form/care-item-private.h"

/* The words of an item in one language. */

static const char *
get_words (const CareItem *self,
           gsize           member,
           const char     *language)
{
  if (self->more == NULL)
    return NULL;

  return care_form_text_get (G_STRUCT_MEMBER (const CareFormText *, self->more, member), language);
}

const char *
care_item_get_text (const CareItem *self,
                    const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return care_form_text_get (self->text, language);
}

const char *
care_item_get_prefix (const CareItem *self,
                      const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, prefix), language);
}

const char *
care_item_get_short_text (const CareItem *self,
                          const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, short_text), language);
}

const char *
care_item_get_help (const CareItem *self,
                    const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, help), language);
}

const char *
care_item_get_flyover (const CareItem *self,
                       const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, flyover), language);
}

const char *
care_item_get_unit_text (const CareItem *self,
                         const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, unit_text), language);
}

const char *
care_item_get_lower_text (const CareItem *self,
                          const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, lower_text), language);
}

const char *
care_item_get_upper_text (const CareItem *self,
                          const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, upper_text), language);
}

const char *
care_item_get_entry_format (const CareItem *self,
                            const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, entry_format), language);
}

const char *
care_item_get_open_label (const CareItem *self,
                          const char     *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_words (self, G_STRUCT_OFFSET (CareItemMore, open_label), language);
}
