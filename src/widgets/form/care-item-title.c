/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-item-title.h"

/**
 * care_item_dup_title:
 * @item: an item
 * @language: BCP 47 tag
 *
 * Returns: (transfer full) (nullable): prefix and words, or %NULL when the form has none for it
 */
char *
care_item_dup_title (const CareItem *item,
                     const char     *language)
{
  const char *prefix;
  const char *text;

  g_return_val_if_fail (item != NULL, NULL);

  prefix = care_item_get_prefix (item, language);
  text = care_item_get_text (item, language);
  if (text == NULL)
    text = care_item_get_short_text (item, language);
  if (text == NULL)
    text = care_item_get_flyover (item, language);
  if (text == NULL && care_item_is_question (item) && care_item_get_n_codes (item) > 0)
    text = care_value_get_display (care_item_get_code (item, 0));
  if (prefix == NULL)
    return g_strdup (text);

  return g_strjoin (" ", prefix, text, NULL);
}
