/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A commit that returned is on the disk: SQLite has handed it over before. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "records/care-store-sqlite.h"

static guint synced;

/* In the place of the system's, for SQLite too. */
int
fdatasync (int fd)
{
  synced++;
  return (int) syscall (SYS_fdatasync, fd);
}

int
fsync (int fd)
{
  synced++;
  return (int) syscall (SYS_fsync, fd);
}

static void
test_commit (void)
{
  g_autofree char *folder = g_dir_make_tmp ("care-sync-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (GError) error = NULL;
  CareStore *store = care_store_sqlite_open (path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (CareStoreChange) change = care_store_change_new (1795334400 * CARE_SECOND);
      JsonObject *resource = json_object_new ();
      g_autofree char *id = g_strdup_printf ("patient-%u", i);
      guint before = synced;

      json_object_set_string_member (resource, "resourceType", "Patient");
      json_object_set_string_member (resource, "id", id);
      care_store_change_put (change, id, 0, resource);
      g_assert_true (care_store_commit (store, change, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (synced, >, before);
    }
  g_object_unref (store);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/sync/commit", test_commit);

  return g_test_run ();
}
