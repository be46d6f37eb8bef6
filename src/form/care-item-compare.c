/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-item-private.h"

#include "form/care-value.h"

/* Whether two versions of a question ask the same. */

static gboolean
is_same_value (CareValue *a,
               CareValue *b)
{
  return a == b || (a != NULL && b != NULL && care_value_equal (a, b));
}

/* In any order: a list that was only sorted anew offers the same. */
static gboolean
has_same_options (const CareItem *a,
                  const CareItem *b)
{
  if (care_item_get_n_options (a) != care_item_get_n_options (b))
    return FALSE;
  for (guint i = 0; i < care_item_get_n_options (a); i++)
    if (care_item_find_option (b, care_option_get_value (care_item_get_option (a, i))) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
has_same_units (const CareItem *a,
                const CareItem *b)
{
  if (care_item_get_n_units (a) != care_item_get_n_units (b))
    return FALSE;
  for (guint i = 0; i < care_item_get_n_units (a); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < care_item_get_n_units (b) && !found; j++)
        found = is_same_value (care_item_get_unit (a, i), care_item_get_unit (b, j));
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_same_bounds (const CareItem *a,
                 const CareItem *b)
{
  return is_same_value (care_item_get_min_value (a), care_item_get_min_value (b))
         && is_same_value (care_item_get_max_value (a), care_item_get_max_value (b))
         && care_item_get_min_length (a) == care_item_get_min_length (b)
         && care_item_get_max_length (a) == care_item_get_max_length (b)
         && care_item_get_min_occurs (a) == care_item_get_min_occurs (b)
         && care_item_get_max_occurs (a) == care_item_get_max_occurs (b)
         && care_item_get_max_decimals (a) == care_item_get_max_decimals (b)
         && g_strcmp0 (care_item_get_regex (a), care_item_get_regex (b)) == 0;
}

/* Languages that only one of them has say nothing new. */
static gboolean
has_same_words (const CareItem    *a,
                const CareItem    *b,
                const char *const *languages)
{
  if (g_strcmp0 (care_item_get_text (a, NULL), care_item_get_text (b, NULL)) == 0)
    return TRUE;
  for (; languages != NULL && *languages != NULL; languages++)
    if (g_strcmp0 (care_item_get_text (a, *languages), care_item_get_text (b, *languages)) == 0)
      return TRUE;

  return FALSE;
}

/**
 * care_item_asks_same:
 * @self: a question
 * @former: the question with the same link id in a former version
 * @languages: (array zero-terminated=1): those of the form
 *
 * The words, what may be answered, in which units, within which bounds, how often, and whether it has to be answered. Where
 * it was answered, that it has to be is no change.
 *
 * Returns: whether an answer to @former answers @self
 */
gboolean
care_item_asks_same (const CareItem    *self,
                     const CareItem    *former,
                     const char *const *languages)
{
  g_return_val_if_fail (self != NULL && former != NULL, FALSE);

  return care_item_get_item_type (self) == care_item_get_item_type (former)
         && care_item_repeats (self) == care_item_repeats (former)
         && has_same_words (self, former, languages)
         && has_same_options (self, former)
         && has_same_units (self, former)
         && has_same_bounds (self, former);
}
