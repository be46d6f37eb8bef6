/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What one patient's answers cost to look up in the records of a clinic with 5,000 patients, against the same in a clinic with
 * 20: it must not grow with the clinic. Today, the calendar and every check make such look-ups, several a visit. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>

#include "records/care-store-sqlite.h"

#define FEW      20
#define MANY     5000
#define EACH     8
#define ROUNDS   51
#define LIMIT    3.0
#define NOW      (G_GINT64_CONSTANT (1795334400) * CARE_SECOND)

static CareStore *
fill (const char *path,
      guint       patients)
{
  g_autoptr (GError) error = NULL;
  CareStore *store = care_store_sqlite_open (path, NULL, &error);
  g_autoptr (CareStoreChange) change = care_store_change_new (NOW);
  g_autofree char *answers = g_strnfill (2000, 'a');

  g_assert_no_error (error);
  for (guint i = 0; i < patients * EACH; i++)
    {
      JsonObject *resource = json_object_new ();
      g_autofree char *id = g_strdup_printf ("%08x-answers", (i * 2654435761u));
      g_autofree char *subject = g_strdup_printf ("patient-%u", i % patients);

      json_object_set_string_member (resource, "resourceType", "QuestionnaireResponse");
      json_object_set_string_member (resource, "id", id);
      json_object_set_string_member (resource, "text", answers);
      care_store_change_put (change, subject, 0, resource);
    }
  g_assert_true (care_store_commit (store, change, &error));
  g_assert_no_error (error);

  return store;
}

static int
compare_times (const void *a,
               const void *b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
look_up (CareStore *store,
         guint      patient,
         gint64    *took)
{
  g_autofree char *subject = g_strdup_printf ("patient-%u", patient);
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = care_store_list (store, "QuestionnaireResponse", subject, &error);

  *took = g_get_monotonic_time () - begun;
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, EACH);
}

static double
median_ms (gint64 *times)
{
  qsort (times, ROUNDS, sizeof *times, compare_times);

  return (double) times[ROUNDS / 2] / 1000.0;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_build_filename (argc > 1 ? argv[1] : g_get_tmp_dir (), "bench-records-XXXXXX", NULL);
  g_autofree char *few_path = NULL;
  g_autofree char *many_path = NULL;
  CareStore *few;
  CareStore *many;
  gint64 times_few[ROUNDS];
  gint64 times_many[ROUNDS];
  double floor_ms, large_ms;

  g_assert_nonnull (g_mkdtemp (folder));
  few_path = g_build_filename (folder, "few.db", NULL);
  many_path = g_build_filename (folder, "many.db", NULL);
  few = fill (few_path, FEW);
  many = fill (many_path, MANY);

  /* Another patient each time, by turns: what is held ready helps neither. */
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (CareStore) fresh = NULL;
      g_autoptr (GError) error = NULL;

      g_clear_object (&few);
      few = care_store_sqlite_open (few_path, NULL, &error);
      g_assert_no_error (error);
      look_up (few, i % FEW, &times_few[i]);
      fresh = care_store_sqlite_open (many_path, NULL, &error);
      g_assert_no_error (error);
      look_up (fresh, i * 97 % MANY, &times_many[i]);
    }
  floor_ms = median_ms (times_few);
  large_ms = median_ms (times_many);
  g_object_unref (few);
  g_object_unref (many);
  g_unlink (few_path);
  g_unlink (many_path);
  g_rmdir (folder);

  g_print ("records: a patient's %d answers among %d looked up in %.3f ms; among %d in %.3f ms: %.2f x (limit %.1f x)\n",
           EACH, MANY * EACH, large_ms, FEW * EACH, floor_ms, large_ms / floor_ms, LIMIT);

  return large_ms <= LIMIT * floor_ms ? 0 : 1;
}
