/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper-run.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 20000

void
keeper_run_set_up (KeeperRun     *run,
                   gconstpointer  data)
{
  static const char *const sides[] = { "aftercare-desk", "aftercare-patient" };
  const char *stand_in = g_getenv ("STAND_IN");
  g_autoptr (GError) error = NULL;

  run->folder = g_dir_make_tmp ("keeper-XXXXXX", &error);
  g_assert_no_error (error);
  run->libexec = g_build_filename (run->folder, "libexec", NULL);
  run->records = g_build_filename (run->folder, "some", "records", NULL);
  run->log_path = g_build_filename (run->folder, "log", NULL);
  g_assert_no_errno (g_mkdir (run->libexec, 0700));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *path = g_build_filename (run->libexec, sides[i], NULL);

      g_assert_no_errno (symlink (stand_in, path));
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static char *
read_log (KeeperRun *run)
{
  char *text = NULL;

  if (!g_file_get_contents (run->log_path, &text, NULL, NULL))
    return g_strdup ("");

  return text;
}

/* The log without process numbers. */
static char *
read_story (KeeperRun *run)
{
  g_autofree char *text = read_log (run);
  g_autoptr (GRegex) numbers = g_regex_new ("start [0-9]+", 0, 0, NULL);

  return g_regex_replace_literal (numbers, text, -1, 0, "start", 0, NULL);
}

/* No stand-in of this run is left in the process table. */
void
keeper_run_assert_nothing_left (KeeperRun *run)
{
  g_autofree char *text = read_log (run);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *start = strstr (lines[i], " start ");
      gint64 pid = start != NULL ? g_ascii_strtoll (start + 7, NULL, 10) : 0;

      for (guint tries = 0; pid > 0 && kill (pid, 0) == 0; tries++)
        {
          g_assert_cmpuint (tries, <, 500);
          g_usleep (10000);
        }
    }
}

void
keeper_run_tear_down (KeeperRun     *run,
                      gconstpointer  data)
{
  if (run->keeper > 0)
    {
      kill (run->keeper, SIGKILL);
      waitpid (run->keeper, NULL, 0);
    }
  keeper_run_assert_nothing_left (run);
  remove_folder (run->folder);
  g_free (run->folder);
  g_free (run->libexec);
  g_free (run->records);
  g_free (run->log_path);
}

void
keeper_run_write_script (KeeperRun  *run,
                         const char *side,
                         const char *lines)
{
  g_autofree char *path = g_build_filename (run->folder, side, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, lines, -1, &error);
  g_assert_no_error (error);
}

GPid
keeper_run_spawn_keeper (KeeperRun  *run,
                         const char *first_option,
                         const char *second_option,
                         const char *stderr_name)
{
  g_autofree char *stderr_path = g_build_filename (run->folder, stderr_name, NULL);
  const char *argv[] = {
    g_getenv ("KEEPER"), "--data-dir", run->records, first_option, second_option, NULL,
  };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int stderr_fd = open (stderr_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  GPid pid;

  environment = g_environ_setenv (environment, "AFTERCARE_LIBEXEC", run->libexec, TRUE);
  environment = g_environ_setenv (environment, "STAND_IN_FOLDER", run->folder, TRUE);
  g_spawn_async_with_fds (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, -1, -1, stderr_fd,
                          &error);
  g_assert_no_error (error);
  close (stderr_fd);

  return pid;
}

void
keeper_run_start (KeeperRun  *run,
                  const char *desk,
                  const char *patient)
{
  keeper_run_write_script (run, "desk", desk);
  keeper_run_write_script (run, "patient", patient);
  run->keeper = keeper_run_spawn_keeper (run, "--patience=1.5", NULL, "stderr");
}

int
keeper_run_wait_for (GPid pid)
{
  int status = 0;

  for (guint waited = 0; waited < PATIENCE_MS; waited += 5)
    {
      pid_t ended = waitpid (pid, &status, WNOHANG);

      g_assert_cmpint (ended, >=, 0);
      if (ended == pid)
        return status;
      g_usleep (5000);
    }
  g_assert_not_reached ();
}

void
keeper_run_assert_ends (KeeperRun *run,
                        int        exit_status)
{
  int status = keeper_run_wait_for (run->keeper);

  run->keeper = 0;
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, exit_status);
}

void
keeper_run_assert_story (KeeperRun  *run,
                         const char *expected)
{
  g_autofree char *story = read_story (run);

  g_assert_cmpstr (story, ==, expected);
}

void
keeper_run_assert_said (KeeperRun  *run,
                        const char *stderr_name,
                        const char *part)
{
  g_autofree char *path = g_build_filename (run->folder, stderr_name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (strstr (text, part) == NULL)
    g_error ("'%s' was not said, but: %s", part, text);
}

void
keeper_run_wait_until_story_has (KeeperRun  *run,
                                 const char *part)
{
  for (guint waited = 0; waited < PATIENCE_MS; waited += 5)
    {
      g_autofree char *story = read_story (run);

      if (strstr (story, part) != NULL)
        return;
      g_usleep (5000);
    }
  g_error ("'%s' did not happen", part);
}
