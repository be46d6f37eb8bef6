/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/care-error.h"
#include "journal/care-journal-frame.h"

#define SUFFIX       ".journal"
#define SUFFIX_TAKEN ".taken"
#define ID_MAX       64

typedef struct
{
  char           *id;
  struct timespec changed;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->id);
  g_free (waiting);
}

static gboolean
set_errno_error (GError     **error,
                 const char  *path,
                 const char  *what,
                 int          saved_errno)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: %s: %s", path, what, g_strerror (saved_errno));
  return FALSE;
}

/* FHIR's own ids without the dot: nothing that could leave the folder. */
static gboolean
id_is_safe (const char *id)
{
  gsize length = strspn (id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= ID_MAX && id[length] == '\0';
}

static char *
make_path (const char *folder,
           const char *id,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
sync_folder (const char  *folder,
             GError     **error)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int failed;

  if (fd < 0)
    return set_errno_error (error, folder, "cannot be opened", errno);
  failed = fsync (fd) != 0 ? errno : 0;
  close (fd);

  return failed == 0 || set_errno_error (error, folder, "cannot be saved", failed);
}

/**
 * care_journal_file_new_id:
 *
 * Returns: (transfer full): a random id for a journal
 */
char *
care_journal_file_new_id (void)
{
  return g_uuid_string_random ();
}

/**
 * care_journal_file_path:
 * @folder: the journals' folder
 * @id: the journal's id
 *
 * Returns: (transfer full): where that journal is while it is not taken in
 */
char *
care_journal_file_path (const char *folder,
                        const char *id)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (id != NULL && id_is_safe (id), NULL);

  return make_path (folder, id, SUFFIX);
}

/**
 * care_journal_file_create:
 * @folder: the journals' folder, made when it is not there (0700)
 * @id: of care_journal_file_new_id()
 * @error: %CARE_ERROR_CONFLICT when there is such a journal, %CARE_ERROR_ENVIRONMENT when it cannot be made
 *
 * Makes an empty journal (0600), on disk before this returns.
 *
 * Returns: a descriptor, close-on-exec, that can append and not read, or -1
 */
int
care_journal_file_create (const char  *folder,
                          const char  *id,
                          GError     **error)
{
  g_autofree char *path = NULL;
  int failed = 0;
  int fd;

  g_return_val_if_fail (folder != NULL, -1);
  g_return_val_if_fail (id != NULL && id_is_safe (id), -1);

  path = make_path (folder, id, SUFFIX);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_errno_error (error, folder, "cannot be made", errno);
      return -1;
    }

  fd = g_open (path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0 && errno == EEXIST)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_CONFLICT, "%s: there is such a journal already", path);
      return -1;
    }
  if (fd < 0)
    {
      set_errno_error (error, path, "cannot be made", errno);
      return -1;
    }

  errno = 0;
  if (write (fd, CARE_JOURNAL_MAGIC, CARE_JOURNAL_MAGIC_BYTES) != CARE_JOURNAL_MAGIC_BYTES || fsync (fd) != 0)
    {
      failed = errno != 0 ? errno : ENOSPC;
      set_errno_error (error, path, "cannot be written", failed);
    }
  if (failed == 0 && sync_folder (folder, error))
    return fd;

  close (fd);
  g_unlink (path);

  return -1;
}

static int
compare_waiting (gconstpointer a,
                 gconstpointer b)
{
  const Waiting *first = *(Waiting *const *) a;
  const Waiting *second = *(Waiting *const *) b;

  if (first->changed.tv_sec != second->changed.tv_sec)
    return first->changed.tv_sec < second->changed.tv_sec ? -1 : 1;
  if (first->changed.tv_nsec != second->changed.tv_nsec)
    return first->changed.tv_nsec < second->changed.tv_nsec ? -1 : 1;

  return strcmp (first->id, second->id);
}

/**
 * care_journal_file_list:
 * @folder: the journals' folder
 * @error: %CARE_ERROR_ENVIRONMENT when it is there and cannot be read
 *
 * Returns: (transfer full) (nullable): ids of the journals not taken in yet, the one written to longest ago first;
 *   none when there is no folder
 */
char **
care_journal_file_list (const char  *folder,
                        GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (waiting_free);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GError) foreign = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  dir = g_dir_open (folder, 0, &foreign);
  if (dir == NULL && g_error_matches (foreign, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_strv_builder_end (ids);
  if (dir == NULL)
    {
      care_error_take_foreign (error, g_steal_pointer (&foreign), CARE_ERROR_ENVIRONMENT, folder);
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *id = NULL;
      struct stat status;
      Waiting *waiting;

      if (!g_str_has_suffix (name, SUFFIX))
        continue;
      id = g_strndup (name, strlen (name) - strlen (SUFFIX));
      if (!id_is_safe (id) || lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
        continue;
      waiting = g_new0 (Waiting, 1);
      waiting->id = g_steal_pointer (&id);
      waiting->changed = status.st_mtim;
      g_ptr_array_add (found, waiting);
    }

  g_ptr_array_sort (found, compare_waiting);
  for (guint i = 0; i < found->len; i++)
    g_strv_builder_add (ids, ((Waiting *) found->pdata[i])->id);

  return g_strv_builder_end (ids);
}

/**
 * care_journal_file_set_taken:
 * @folder: the journals' folder
 * @id: a journal that the store has taken in, durably
 * @error: %CARE_ERROR_NOT_FOUND when there is no such journal, %CARE_ERROR_ENVIRONMENT when it cannot be renamed
 *
 * Renames the journal to ID.taken. That a journal is taken in exactly once
 * rests on the store, which remembers its id in the same transaction; this
 * keeps the folder tidy and may be done again after a crash in between.
 *
 * Returns: whether it stands as taken on disk
 */
gboolean
care_journal_file_set_taken (const char  *folder,
                             const char  *id,
                             GError     **error)
{
  g_autofree char *path = NULL;
  g_autofree char *taken = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (id != NULL && id_is_safe (id), FALSE);

  path = make_path (folder, id, SUFFIX);
  taken = make_path (folder, id, SUFFIX_TAKEN);
  if (g_rename (path, taken) == 0)
    return sync_folder (folder, error);

  if (errno != ENOENT)
    return set_errno_error (error, path, "cannot be renamed", errno);
  if (g_file_test (taken, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "%s: no such journal", path);
  return FALSE;
}
