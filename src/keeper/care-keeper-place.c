/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper/care-keeper-place.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"

#define LOCK_NAME "aftercare.lock"

__attribute__ ((format (printf, 1, 2)))
static char *
dup_printf (const char *format,
            ...)
{
  char *text = NULL;
  va_list args;

  va_start (args, format);
  if (vasprintf (&text, format, args) < 0)
    text = NULL;
  va_end (args);

  return text;
}

static bool
make_folders (char *path)
{
  for (char *slash = strchr (path + 1, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      *slash = '\0';
      if (mkdir (path, 0700) != 0 && errno != EEXIST)
        return false;
      *slash = '/';
    }

  return mkdir (path, 0700) == 0 || errno == EEXIST;
}

/* As g_get_user_data_dir() says it, so that keeper and desk agree. */
static char *
default_data_dir (void)
{
  const char *data_home = getenv ("XDG_DATA_HOME");
  const char *home = getenv ("HOME");

  if (data_home != NULL && data_home[0] == '/')
    return dup_printf ("%s/aftercare", data_home);
  if (home != NULL && home[0] == '/')
    return dup_printf ("%s/.local/share/aftercare", home);

  return NULL;
}

char *
care_keeper_place_data_dir (const char *typed)
{
  char *path = typed != NULL ? strdup (typed) : default_data_dir ();
  char *absolute;
  struct stat status;

  if (path == NULL)
    {
      fputs ("aftercare: no home folder is known; name a folder with --data-dir\n", stderr);
      return NULL;
    }
  if (!make_folders (path))
    {
      fprintf (stderr, "aftercare: %s: the records' folder cannot be made: %s\n", path, strerror (errno));
      free (path);
      return NULL;
    }

  absolute = realpath (path, NULL);
  if (absolute == NULL || stat (absolute, &status) != 0 || !S_ISDIR (status.st_mode) ||
      access (absolute, R_OK | W_OK | X_OK) != 0)
    {
      fprintf (stderr, "aftercare: %s: not a folder that can be written to\n", path);
      free (absolute);
      absolute = NULL;
    }
  free (path);

  return absolute;
}

int
care_keeper_place_lock (const char *data_dir,
                        bool       *busy)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  char *path = dup_printf ("%s/" LOCK_NAME, data_dir);
  int fd;

  *busy = false;
  if (path == NULL)
    return -1;

  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      fprintf (stderr, "aftercare: %s: cannot be opened: %s\n", path, strerror (errno));
    }
  else if (fcntl (fd, F_SETLK, &lock) != 0)
    {
      *busy = errno == EACCES || errno == EAGAIN;
      if (!*busy)
        fprintf (stderr, "aftercare: %s: cannot be locked: %s\n", path, strerror (errno));
      else if (fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0)
        fprintf (stderr, "aftercare: already open with the records in %s (process %ld); use that window\n", data_dir,
                 (long) lock.l_pid);
      else
        fprintf (stderr, "aftercare: already open with the records in %s; use that window\n", data_dir);
      close (fd);
      fd = -1;
    }
  free (path);

  return fd;
}

/* Takes @path; gives it back when it can be run. */
static char *
if_runnable (char *path)
{
  struct stat status;

  if (path != NULL && stat (path, &status) == 0 && S_ISREG (status.st_mode) && access (path, X_OK) == 0)
    return path;

  free (path);
  return NULL;
}

char *
care_keeper_place_program (const char *room)
{
  const char *libexec = getenv ("AFTERCARE_LIBEXEC");
  char self[PATH_MAX];
  char *found = NULL;
  ssize_t length;

  if (libexec != NULL && *libexec != '\0')
    {
      /* Side by side as installed, or each in its room as built. */
      found = if_runnable (dup_printf ("%s/aftercare-%s", libexec, room));
      if (found == NULL)
        found = if_runnable (dup_printf ("%s/%s/aftercare-%s", libexec, room, room));
      if (found == NULL)
        fprintf (stderr, "aftercare: %s/aftercare-%s: not a program; see AFTERCARE_LIBEXEC\n", libexec, room);
      return found;
    }

  length = readlink ("/proc/self/exe", self, sizeof self - 1);
  if (length > 0)
    {
      const char *here;

      self[length] = '\0';
      here = dirname (self);
      found = if_runnable (dup_printf ("%s/aftercare-%s", here, room));
      if (found == NULL)
        found = if_runnable (dup_printf ("%s/../%s/aftercare-%s", here, room, room));
    }
  if (found == NULL)
    found = if_runnable (dup_printf ("%s/aftercare-%s", CARE_LIBEXEC_DIR, room));
  if (found == NULL)
    fprintf (stderr, "aftercare: aftercare-%s is not installed in %s\n", room, CARE_LIBEXEC_DIR);

  return found;
}
