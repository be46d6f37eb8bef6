/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-register.h"

/* Somebody types while this sorts a large clinic's patients. */
static void
need_keys (CarePatient *patient)
{
  if (patient->family_key != NULL)
    return;

  patient->family_key = g_utf8_collate_key (patient->family, -1);
  patient->given_key = g_utf8_collate_key (patient->given, -1);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  CarePatient *one = *(CarePatient *const *) a;
  CarePatient *other = *(CarePatient *const *) b;
  int order;

  need_keys (one);
  need_keys (other);
  order = strcmp (one->family_key, other->family_key);
  if (order == 0)
    order = strcmp (one->given_key, other->given_key);

  return order != 0 ? order : strcmp (one->id, other->id);
}

static GListModel *
list_by_name (GPtrArray *patients)
{
  GListStore *found = g_list_store_new (CARE_TYPE_PATIENT);

  g_ptr_array_sort (patients, compare_names);
  g_list_store_splice (found, 0, 0, patients->pdata, patients->len);

  return G_LIST_MODEL (found);
}

static gboolean
begins_a_word (char *const *words,
               const char  *part)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], part))
      return TRUE;

  return FALSE;
}

static gboolean
matches (CarePatient *patient,
         char *const *parts,
         const char  *digits)
{
  if (strlen (digits) >= 3 && patient->digits != NULL && strstr (patient->digits, digits) != NULL)
    return TRUE;

  for (gsize i = 0; parts[i] != NULL; i++)
    if (!begins_a_word (patient->folded, parts[i])
        && !(g_ascii_isdigit (parts[i][0]) && patient->birth_date != NULL
             && strstr (patient->birth_date, parts[i]) != NULL))
      return FALSE;

  return TRUE;
}

/**
 * care_clinic_search:
 * @self: a clinic
 * @text: what was typed so far
 *
 * Returns: (transfer full): patients whose name, phone number or birth date fits, by name
 */
GListModel *
care_clinic_search (CareClinic *self,
                    const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *digits = NULL;
  GHashTableIter iter;
  gpointer patient;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  /* "á" and "a" both find "Ána". */
  parts = _care_patient_fold_plain (text);
  digits = _care_patient_digits (text);
  g_hash_table_iter_init (&iter, self->patients);
  while (g_hash_table_iter_next (&iter, NULL, &patient))
    if (matches (patient, parts, digits))
      g_ptr_array_add (all, patient);

  return list_by_name (all);
}

/* Edits of one letter between two words, at most @limit + 1. Two neighbours the wrong way round, the commonest slip of
 * all, are one edit. */
static guint
count_edits (const char *a,
             const char *b,
             guint       limit)
{
  gsize m = strlen (a);
  gsize n = strlen (b);
  gsize width = n + 1;
  g_autofree guint *edits = NULL;

  if (m > n + limit || n > m + limit)
    return limit + 1;

  edits = g_new (guint, (m + 1) * width);
  for (gsize i = 0; i <= m; i++)
    edits[i * width] = (guint) i;
  for (gsize j = 0; j <= n; j++)
    edits[j] = (guint) j;

  for (gsize i = 1; i <= m; i++)
    for (gsize j = 1; j <= n; j++)
      {
        guint *here = edits + i * width + j;
        gboolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];

        *here = MIN (*(here - width - 1) + (a[i - 1] == b[j - 1] ? 0 : 1), MIN (*(here - width), *(here - 1)) + 1);
        if (swapped)
          *here = MIN (*here, *(here - 2 * width - 2) + 1);
      }

  return edits[m * width + n];
}

static gboolean
are_like_words (const char *a,
                const char *b)
{
  guint limit = MIN (strlen (a), strlen (b)) >= 7 ? 2 : 1;

  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a) || count_edits (a, b, limit) <= limit;
}

/* How many words of @name have a like word in @other. */
static guint
count_like (char *const *name,
            char *const *other)
{
  guint n = 0;

  for (gsize i = 0; name[i] != NULL; i++)
    for (gsize j = 0; other[j] != NULL; j++)
      if (are_like_words (name[i], other[j]))
        {
          n++;
          break;
        }

  return n;
}

static gboolean
is_close (CarePatient *patient,
          char *const *name,
          const char  *birth_date,
          const char  *digits)
{
  guint like = count_like (name, patient->folded);
  guint words = g_strv_length ((char **) name);
  gboolean same_day = birth_date != NULL && g_strcmp0 (birth_date, patient->birth_date) == 0;
  gboolean same_phone = strlen (digits) >= 6 && g_strcmp0 (digits, patient->digits) == 0;

  if (words == 0)
    return same_phone;

  return like >= words || (same_day && like > 0) || (same_phone && like > 0);
}

/**
 * care_clinic_find_close:
 * @self: a clinic
 * @given: given name
 * @family: family name
 * @birth_date: (nullable): birth date
 * @phone: (nullable): phone number
 *
 * Returns: (transfer full): patients who may be the same person
 */
GListModel *
care_clinic_find_close (CareClinic *self,
                        const char *given,
                        const char *family,
                        const char *birth_date,
                        const char *phone)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *full = g_strjoin (" ", given != NULL ? given : "", family != NULL ? family : "", NULL);
  g_auto (GStrv) name = _care_patient_fold_plain (full);
  g_autofree char *digits = _care_patient_digits (phone);
  GHashTableIter iter;
  gpointer patient;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  g_hash_table_iter_init (&iter, self->patients);
  while (g_hash_table_iter_next (&iter, NULL, &patient))
    if (is_close (patient, name, birth_date, digits))
      g_ptr_array_add (found, patient);

  return list_by_name (found);
}
