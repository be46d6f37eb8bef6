/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

/* Lists longer than this are searched by hash, where "1" and "1.0" are two. */
#define SHORT_LIST 16

static const char *
get_name (const CareOption *option)
{
  const char *name = care_value_get_code (option->value);

  if (name == NULL)
    name = care_value_get_text (option->value);
  if (name == NULL)
    name = care_value_get_display (option->value);

  return name != NULL ? name : "";
}

static gboolean
same_words (const CareOption *a,
            const CareOption *b)
{
  return g_strcmp0 (care_value_get_display (a->value), care_value_get_display (b->value)) == 0;
}

/* Of the first @n an option that FHIR takes for the same answer, the one with the same words if there is one. */
static const CareOption *
find_in_short (const CareOption *options,
               guint             n,
               const CareOption *option)
{
  const CareOption *found = NULL;

  for (guint i = 0; i < n; i++)
    if (care_value_matches (options[i].value, option->value))
      {
        if (same_words (&options[i], option))
          return &options[i];
        if (found == NULL)
          found = &options[i];
      }

  return found;
}

static const CareOption *
find_in_long (GHashTable       *seen,
              const CareOption *options,
              guint             n,
              const CareOption *option)
{
  const char *system = care_value_get_system (option->value);
  const char *display = care_value_get_display (option->value);
  g_autofree char *key = g_strdup_printf ("%s|%s", system != NULL ? system : "", get_name (option));
  g_autofree char *whole = g_strdup_printf ("%s|%s|", key, display != NULL ? display : "");
  gpointer index = NULL;

  if (!g_hash_table_lookup_extended (seen, whole, NULL, &index))
    {
      g_hash_table_insert (seen, g_steal_pointer (&whole), GUINT_TO_POINTER (n));
      if (!g_hash_table_lookup_extended (seen, key, NULL, &index))
        {
          g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (n));
          return NULL;
        }
    }

  return care_value_matches (options[GPOINTER_TO_UINT (index)].value, option->value) ? &options[GPOINTER_TO_UINT (index)] : NULL;
}

/**
 * care_form_settle_twins:
 * @reader: the reader
 * @place: where the choices stand
 * @options: (element-type CareOption): the choices
 *
 * Two choices that no answer can tell apart become one; two that share a code are told apart by their words. Whoever made
 * the form meant something else in either case, and hears of it.
 *
 * Returns: whether some are told apart by their words alone
 */
gboolean
care_form_settle_twins (CareFormReader     *reader,
                        const CareJsonView *place,
                        GArray             *options)
{
  CareOption *all = (CareOption *) (gpointer) options->data;
  g_autoptr (GHashTable) seen = options->len > SHORT_LIST ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  gboolean twins = FALSE;
  guint kept = 0;

  for (guint i = 0; i < options->len; i++)
    {
      const CareOption *twin = seen != NULL ? find_in_long (seen, all, kept, &all[i]) : find_in_short (all, kept, &all[i]);

      if (twin != NULL && same_words (twin, &all[i]))
        {
          care_form_note (reader, CARE_NOTE_UNSUPPORTED, place, "the choice '%s' is there twice; shown once", get_name (twin));
          continue;
        }
      if (twin != NULL)
        care_form_note (reader, CARE_NOTE_UNSUPPORTED, place,
                        "two choices have the code '%s'; each can be chosen, but conditions and rules take them for one", get_name (twin));
      twins = twins || twin != NULL;
      all[kept++] = all[i];
    }
  g_array_set_size (options, kept);

  return twins;
}
