/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The real keeper with stand-ins for both sides: what starts, stands and goes, in which order. */

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 20000

typedef struct
{
  char *folder;
  char *libexec;
  char *records;
  char *log_path;
  GPid  keeper;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const sides[] = { "aftercare-desk", "aftercare-patient" };
  const char *stand_in = g_getenv ("STAND_IN");
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("keeper-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->libexec = g_build_filename (fixture->folder, "libexec", NULL);
  fixture->records = g_build_filename (fixture->folder, "some", "records", NULL);
  fixture->log_path = g_build_filename (fixture->folder, "log", NULL);
  g_assert_no_errno (g_mkdir (fixture->libexec, 0700));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *path = g_build_filename (fixture->libexec, sides[i], NULL);

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
read_log (Fixture *fixture)
{
  char *text = NULL;

  if (!g_file_get_contents (fixture->log_path, &text, NULL, NULL))
    return g_strdup ("");

  return text;
}

/* The log without process numbers. */
static char *
read_story (Fixture *fixture)
{
  g_autofree char *text = read_log (fixture);
  g_autoptr (GRegex) numbers = g_regex_new ("start [0-9]+", 0, 0, NULL);

  return g_regex_replace_literal (numbers, text, -1, 0, "start", 0, NULL);
}

/* No stand-in of this run is left in the process table. */
static void
assert_nothing_left (Fixture *fixture)
{
  g_autofree char *text = read_log (fixture);
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

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->keeper > 0)
    {
      kill (fixture->keeper, SIGKILL);
      waitpid (fixture->keeper, NULL, 0);
    }
  assert_nothing_left (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->libexec);
  g_free (fixture->records);
  g_free (fixture->log_path);
}

static void
write_script (Fixture    *fixture,
              const char *side,
              const char *lines)
{
  g_autofree char *path = g_build_filename (fixture->folder, side, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, lines, -1, &error);
  g_assert_no_error (error);
}

static GPid
spawn_keeper (Fixture    *fixture,
              const char *first_option,
              const char *second_option,
              const char *stderr_name)
{
  g_autofree char *stderr_path = g_build_filename (fixture->folder, stderr_name, NULL);
  const char *argv[] = {
    g_getenv ("KEEPER"), "--data-dir", fixture->records, first_option, second_option, NULL,
  };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int stderr_fd = open (stderr_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  GPid pid;

  environment = g_environ_setenv (environment, "AFTERCARE_LIBEXEC", fixture->libexec, TRUE);
  environment = g_environ_setenv (environment, "STAND_IN_FOLDER", fixture->folder, TRUE);
  g_spawn_async_with_fds (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, -1, -1, stderr_fd,
                          &error);
  g_assert_no_error (error);
  close (stderr_fd);

  return pid;
}

static void
start (Fixture    *fixture,
       const char *desk,
       const char *patient)
{
  write_script (fixture, "desk", desk);
  write_script (fixture, "patient", patient);
  fixture->keeper = spawn_keeper (fixture, "--patience=1.5", NULL, "stderr");
}

static int
wait_for (GPid pid)
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

static void
assert_ends (Fixture *fixture,
             int      exit_status)
{
  int status = wait_for (fixture->keeper);

  fixture->keeper = 0;
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, exit_status);
}

static void
assert_story (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *story = read_story (fixture);

  g_assert_cmpstr (story, ==, expected);
}

static void
assert_said (Fixture    *fixture,
             const char *stderr_name,
             const char *part)
{
  g_autofree char *path = g_build_filename (fixture->folder, stderr_name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (strstr (text, part) == NULL)
    g_error ("'%s' was not said, but: %s", part, text);
}

static void
wait_until_story_has (Fixture    *fixture,
                      const char *part)
{
  for (guint waited = 0; waited < PATIENCE_MS; waited += 5)
    {
      g_autofree char *story = read_story (fixture);

      if (strstr (story, part) != NULL)
        return;
      g_usleep (5000);
    }
  g_error ("'%s' did not happen", part);
}

static void
test_quit (Fixture       *fixture,
           gconstpointer  data)
{
  start (fixture, "standing quit\n", "");
  assert_ends (fixture, 0);
  assert_story (fixture, "desk start\ndesk standing\ndesk quit\n");
}

static void
test_closed_without_a_word (Fixture       *fixture,
                            gconstpointer  data)
{
  start (fixture, "standing exit:0\n", "");
  assert_ends (fixture, 0);
  assert_story (fixture, "desk start\ndesk standing\n");
}

/* A side goes only when the other stands, both ways. */
static void
test_hand_over (Fixture       *fixture,
                gconstpointer  data)
{
  start (fixture, "standing hand-over wait\nstanding sleep:200 quit\n",
         "fds sleep:300 standing sleep:300 leaving wait\n");
  assert_ends (fixture, 0);
  assert_story (fixture,
                "desk start\n"
                "desk standing\n"
                "desk hand-over\n"
                "patient start\n"
                "patient fds good\n"
                "patient standing\n"
                "desk go\n"
                "patient leaving\n"
                "desk start --returning\n"
                "desk standing\n"
                "patient go\n"
                "desk quit\n");
}

/* However the patient's program ends, the desk comes back with the visit. */
static void
test_patient_ends (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("standing sleep:200 %s\n", (const char *) data);

  start (fixture, "standing hand-over wait\nstanding quit\n", script);
  assert_ends (fixture, 0);
  assert_story (fixture,
                "desk start\n"
                "desk standing\n"
                "desk hand-over\n"
                "patient start\n"
                "patient standing\n"
                "desk go\n"
                "desk start --returning\n"
                "desk standing\n"
                "desk quit\n");
}

/* It never stood: the desk that waits for it goes, and comes back with the visit. */
static void
test_patient_never_stands (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("%s\n", (const char *) data);

  start (fixture, "standing hand-over wait\nstanding quit\n", script);
  assert_ends (fixture, 0);
  assert_story (fixture,
                "desk start\n"
                "desk standing\n"
                "desk hand-over\n"
                "patient start\n"
                "desk go\n"
                "desk start --returning\n"
                "desk standing\n"
                "desk quit\n");
}

static void
test_patient_not_there (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->libexec, "aftercare-patient", NULL);

  g_unlink (path);
  start (fixture, "standing hand-over wait\nstanding quit\n", "");
  assert_ends (fixture, 0);
  assert_said (fixture, "stderr", "aftercare-patient: not a program");
  assert_story (fixture,
                "desk start\ndesk standing\ndesk hand-over\ndesk go\n"
                "desk start --returning\ndesk standing\ndesk quit\n");
}

static void
test_desk_crashes_while_handing_over (Fixture       *fixture,
                                      gconstpointer  data)
{
  start (fixture, "standing hand-over crash\nstanding quit\n", "sleep:300 standing leaving wait\n");
  assert_ends (fixture, 0);
  assert_story (fixture,
                "desk start\ndesk standing\ndesk hand-over\n"
                "patient start\npatient standing\npatient leaving\n"
                "desk start --returning\ndesk standing\ndesk quit\n"
                "patient go\n");
}

static void
test_desk_crashes_twice (Fixture       *fixture,
                         gconstpointer  data)
{
  start (fixture, "standing crash\ncrash\nstanding quit\n", "");
  assert_ends (fixture, 0);
  assert_story (fixture, "desk start\ndesk standing\ndesk start\ndesk start\ndesk standing\ndesk quit\n");
}

static void
test_desk_gives_up (Fixture       *fixture,
                    gconstpointer  data)
{
  start (fixture, "standing exit:1\n", "");
  assert_ends (fixture, 3);
  assert_said (fixture, "stderr", "the desk ended 3 times within a minute");
  assert_story (fixture, "desk start\ndesk standing\ndesk start\ndesk standing\ndesk start\ndesk standing\n");
}

static void
test_desk_not_there (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->libexec, "aftercare-desk", NULL);

  g_unlink (path);
  start (fixture, "", "");
  assert_ends (fixture, 3);
  assert_said (fixture, "stderr", "AFTERCARE_LIBEXEC");
}

/* What a side may not say ends that side, and nobody is left before an empty screen. */
static void
test_desk_malformed (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("%s wait\nstanding quit\n", (const char *) data);

  start (fixture, script, "standing wait\n");
  assert_ends (fixture, 0);
  assert_said (fixture, "stderr", "said what it may not");
  wait_until_story_has (fixture, "desk go\ndesk start\ndesk standing\ndesk quit\n");
}

static void
test_patient_malformed (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("standing sleep:200 %s wait\n", (const char *) data);

  start (fixture, "standing hand-over wait\nstanding quit\n", script);
  assert_ends (fixture, 0);
  assert_said (fixture, "stderr", "said what it may not");
  wait_until_story_has (fixture, "desk start --returning\n");
}

static void
test_second_instance (Fixture       *fixture,
                      gconstpointer  data)
{
  int status;

  start (fixture, "standing wait\n", "");
  wait_until_story_has (fixture, "desk standing\n");
  status = wait_for (spawn_keeper (fixture, NULL, NULL, "second"));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  assert_said (fixture, "second", "already open");
  assert_said (fixture, "second", "(process ");

  kill (fixture->keeper, SIGTERM);
  assert_ends (fixture, 0);
  assert_story (fixture, "desk start\ndesk standing\ndesk go\n");
}

static void
test_signal (Fixture       *fixture,
             gconstpointer  data)
{
  start (fixture, "standing hand-over wait\n", "standing wait\n");
  wait_until_story_has (fixture, "desk go\n");
  kill (fixture->keeper, GPOINTER_TO_INT (data));
  assert_ends (fixture, 0);
  wait_until_story_has (fixture, "patient go\n");
}

/* The sides find out by the end of file, and the next keeper finds no lock. */
static void
test_keeper_killed (Fixture       *fixture,
                    gconstpointer  data)
{
  start (fixture, "standing hand-over wait\n", "standing wait\n");
  wait_until_story_has (fixture, "desk go\n");
  kill (fixture->keeper, SIGKILL);
  waitpid (fixture->keeper, NULL, 0);
  wait_until_story_has (fixture, "patient go\n");
  assert_nothing_left (fixture);

  g_unlink (fixture->log_path);
  start (fixture, "standing quit\n", "");
  assert_ends (fixture, 0);
}

static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  write_script (fixture, "desk", "standing sleep:1100 crash\nstanding quit\n");
  fixture->keeper = spawn_keeper (fixture, "--clock=2026-11-22T23:59:58+01:00", "--sample", "stderr");
  assert_ends (fixture, 0);
  wait_until_story_has (fixture, "desk start --clock 2026-11-22T23:59:58+01:00 --sample\n");
  wait_until_story_has (fixture, "desk start --clock 2026-11-2");
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  int status = wait_for (spawn_keeper (fixture, data, NULL, "stderr"));

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  assert_said (fixture, "stderr", "aftercare --help");
}

static void
test_records_folder (Fixture       *fixture,
                     gconstpointer  data)
{
  g_free (fixture->records);
  fixture->records = g_strdup ("/proc/no/such/place");
  start (fixture, "", "");
  assert_ends (fixture, 3);
  assert_said (fixture, "stderr", "/proc/no: the records' folder cannot be made");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, function) g_test_add ("/keeper/" path, Fixture, data, set_up, function, tear_down)
  ADD ("quit", NULL, test_quit);
  ADD ("closed-without-a-word", NULL, test_closed_without_a_word);
  ADD ("hand-over", NULL, test_hand_over);
  ADD ("patient-exits", "exit:0", test_patient_ends);
  ADD ("patient-fails", "exit:3", test_patient_ends);
  ADD ("patient-crashes", "crash", test_patient_ends);
  ADD ("patient-never-stands/exits", "exit:1", test_patient_never_stands);
  ADD ("patient-never-stands/crashes", "crash", test_patient_never_stands);
  ADD ("patient-never-stands/too-slow", "hang", test_patient_never_stands);
  ADD ("patient-never-stands/deaf", "deaf hang", test_patient_never_stands);
  ADD ("patient-never-stands/not-there", NULL, test_patient_not_there);
  ADD ("desk-crashes-while-handing-over", NULL, test_desk_crashes_while_handing_over);
  ADD ("desk-crashes-twice", NULL, test_desk_crashes_twice);
  ADD ("desk-gives-up", NULL, test_desk_gives_up);
  ADD ("desk-not-there", NULL, test_desk_not_there);
  ADD ("desk-malformed/rubbish", "standing rubbish", test_desk_malformed);
  ADD ("desk-malformed/long", "standing long", test_desk_malformed);
  ADD ("desk-malformed/no-fds", "standing bare", test_desk_malformed);
  ADD ("desk-malformed/not-sealed", "standing hand-over-open", test_desk_malformed);
  ADD ("desk-malformed/leaving", "standing leaving", test_desk_malformed);
  ADD ("desk-malformed/before-standing", "hand-over", test_desk_malformed);
  ADD ("patient-malformed/rubbish", "rubbish", test_patient_malformed);
  ADD ("patient-malformed/quit", "quit", test_patient_malformed);
  ADD ("patient-malformed/hand-over", "hand-over", test_patient_malformed);
  ADD ("second-instance", NULL, test_second_instance);
  ADD ("signal/term", GINT_TO_POINTER (SIGTERM), test_signal);
  ADD ("signal/interrupt", GINT_TO_POINTER (SIGINT), test_signal);
  ADD ("signal/hang-up", GINT_TO_POINTER (SIGHUP), test_signal);
  ADD ("killed", NULL, test_keeper_killed);
  ADD ("clock", NULL, test_clock);
  ADD ("usage/unknown", "--no-such-option", test_usage);
  ADD ("usage/name", "desk", test_usage);
  ADD ("usage/clock", "--clock=31/02/2026", test_usage);
  ADD ("usage/clock-day", "--clock=2026-02-30T10:00:00Z", test_usage);
  ADD ("usage/clock-offset", "--clock=2026-02-03T10:00:00+25:00", test_usage);
  ADD ("usage/patience", "--patience=soon", test_usage);
  ADD ("records-folder", NULL, test_records_folder);
#undef ADD

  return g_test_run ();
}
