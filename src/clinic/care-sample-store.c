/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-sample.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/care-error.h"
#include "records/care-store-sqlite.h"

static gboolean
fail (const char  *path,
      const char  *what,
      GError     **error)
{
  int reason = errno;

  g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: %s (%s)", path, what, g_strerror (reason));

  return FALSE;
}

/* What a fill that was cut off has left behind. */
static void
remove_unfinished (const char *unfinished)
{
  static const char *const parts[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = g_strconcat (unfinished, parts[i], NULL);

      g_unlink (part);
    }
}

static gboolean
fill_unfinished (const char      *unfinished,
                 CareClock       *clock,
                 CareClinicInfo  *info,
                 CareProtocol    *protocol,
                 const char      *data_dir,
                 const char      *state_dir,
                 GError         **error)
{
  g_autoptr (CareStore) store = care_store_sqlite_open (unfinished, NULL, error);

  return store != NULL && care_clinic_fill_sample (store, clock, info, protocol, data_dir, state_dir, error);
}

static gboolean
make_whole (const char      *path,
            int              folder,
            CareClock       *clock,
            CareClinicInfo  *info,
            CareProtocol    *protocol,
            const char      *data_dir,
            const char      *state_dir,
            GError         **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);

  remove_unfinished (unfinished);
  if (!fill_unfinished (unfinished, clock, info, protocol, data_dir, state_dir, error))
    {
      remove_unfinished (unfinished);
      return FALSE;
    }

  /* Closed and settled it is one file: the name comes last. */
  if (g_rename (unfinished, path) != 0 || fsync (folder) != 0)
    return fail (path, "the sample cannot be put in place; check the disk and start again", error);

  return TRUE;
}

/**
 * care_clinic_make_sample:
 * @path: file of the store
 * @clock: the clock whose day is filled; it is not touched
 * @info: a sample clinic
 * @protocol: the protocol
 * @data_dir: folder with forms/ and words/
 * @state_dir: folder with journals/
 *
 * A store that stands already is left alone. A new one is filled beside @path and gets its name when it is whole:
 * whatever stops the program half way, the next start begins anew. Two programs that start at once wait for each
 * other.
 *
 * Returns: FALSE when there is no store at @path afterwards
 */
gboolean
care_clinic_make_sample (const char      *path,
                         CareClock       *clock,
                         CareClinicInfo  *info,
                         CareProtocol    *protocol,
                         const char      *data_dir,
                         const char      *state_dir,
                         GError         **error)
{
  g_autofree char *folder_path = NULL;
  gboolean made = TRUE;
  int folder;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  folder_path = g_path_get_dirname (path);
  folder = open (folder_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    return fail (folder_path, "the folder cannot be opened", error);

  if (flock (folder, LOCK_EX) != 0)
    made = fail (folder_path, "the folder cannot be locked", error);
  else if (!g_file_test (path, G_FILE_TEST_EXISTS))
    made = make_whole (path, folder, clock, info, protocol, data_dir, state_dir, error);
  close (folder);

  return made;
}
