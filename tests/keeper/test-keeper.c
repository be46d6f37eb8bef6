/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The real keeper with stand-ins for both sides: what starts, stands and goes, in which order. */

#include "keeper-run.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>

static void
test_quit (KeeperRun     *run,
           gconstpointer  data)
{
  keeper_run_start (run, "standing quit\n", "");
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run, "desk start\ndesk standing\ndesk quit\n");
}

static void
test_closed_without_a_word (KeeperRun     *run,
                            gconstpointer  data)
{
  keeper_run_start (run, "standing exit:0\n", "");
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run, "desk start\ndesk standing\n");
}

/* A side goes only when the other stands, both ways. */
static void
test_hand_over (KeeperRun     *run,
                gconstpointer  data)
{
  keeper_run_start (run, "standing hand-over wait\nstanding sleep:600 quit\n",
                    "fds sleep:300 standing sleep:600 leaving wait\n");
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run,
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
test_patient_ends (KeeperRun     *run,
                   gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("standing sleep:600 %s\n", (const char *) data);

  keeper_run_start (run, "standing hand-over wait\nstanding quit\n", script);
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run,
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
test_patient_never_stands (KeeperRun     *run,
                           gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("%s\n", (const char *) data);

  keeper_run_start (run, "standing hand-over wait\nstanding quit\n", script);
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run,
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
test_patient_not_there (KeeperRun     *run,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (run->libexec, "aftercare-patient", NULL);

  g_unlink (path);
  keeper_run_start (run, "standing hand-over wait\nstanding quit\n", "");
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_said (run, "stderr", "aftercare-patient: not a program");
  keeper_run_assert_story (run,
                           "desk start\ndesk standing\ndesk hand-over\ndesk go\n"
                           "desk start --returning\ndesk standing\ndesk quit\n");
}

static void
test_desk_crashes_while_handing_over (KeeperRun     *run,
                                      gconstpointer  data)
{
  keeper_run_start (run, "standing hand-over crash\nstanding sleep:600 quit\n", "sleep:600 standing leaving wait\n");
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run,
                           "desk start\ndesk standing\ndesk hand-over\n"
                           "patient start\npatient standing\npatient leaving\n"
                           "desk start --returning\ndesk standing\n"
                           "patient go\ndesk quit\n");
}

static void
test_desk_crashes_twice (KeeperRun     *run,
                         gconstpointer  data)
{
  keeper_run_start (run, "standing crash\ncrash\nstanding quit\n", "");
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run, "desk start\ndesk standing\ndesk start\ndesk start\ndesk standing\ndesk quit\n");
}

static void
test_desk_gives_up (KeeperRun     *run,
                    gconstpointer  data)
{
  keeper_run_start (run, "standing exit:1\n", "");
  keeper_run_assert_ends (run, 3);
  keeper_run_assert_said (run, "stderr", "the desk ended 3 times within a minute");
  keeper_run_assert_story (run, "desk start\ndesk standing\ndesk start\ndesk standing\ndesk start\ndesk standing\n");
}

static void
test_desk_not_there (KeeperRun     *run,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (run->libexec, "aftercare-desk", NULL);

  g_unlink (path);
  keeper_run_start (run, "", "");
  keeper_run_assert_ends (run, 3);
  keeper_run_assert_said (run, "stderr", "AFTERCARE_LIBEXEC");
}

/* What a side may not say ends that side, and nobody is left before an empty screen. */
static void
test_desk_malformed (KeeperRun     *run,
                     gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("%s wait\nstanding quit\n", (const char *) data);

  keeper_run_start (run, script, "standing wait\n");
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_said (run, "stderr", "said what it may not");
  keeper_run_wait_until_story_has (run, "desk go\ndesk start\ndesk standing\ndesk quit\n");
}

static void
test_patient_malformed (KeeperRun     *run,
                        gconstpointer  data)
{
  g_autofree char *script = g_strdup_printf ("standing sleep:600 %s wait\n", (const char *) data);

  keeper_run_start (run, "standing hand-over wait\nstanding quit\n", script);
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_said (run, "stderr", "said what it may not");
  keeper_run_wait_until_story_has (run, "desk start --returning\n");
}

static void
test_second_instance (KeeperRun     *run,
                      gconstpointer  data)
{
  int status;

  keeper_run_start (run, "standing wait\n", "");
  keeper_run_wait_until_story_has (run, "desk standing\n");
  status = keeper_run_wait_for (keeper_run_spawn_keeper (run, NULL, NULL, "second"));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  keeper_run_assert_said (run, "second", "already open");
  keeper_run_assert_said (run, "second", "(process ");

  kill (run->keeper, SIGTERM);
  keeper_run_assert_ends (run, 0);
  keeper_run_assert_story (run, "desk start\ndesk standing\ndesk go\n");
}

static void
test_signal (KeeperRun     *run,
             gconstpointer  data)
{
  keeper_run_start (run, "standing hand-over wait\n", "standing wait\n");
  keeper_run_wait_until_story_has (run, "desk go\n");
  kill (run->keeper, GPOINTER_TO_INT (data));
  keeper_run_assert_ends (run, 0);
  keeper_run_wait_until_story_has (run, "patient go\n");
}

/* The sides find out by the end of file, and the next keeper finds no lock. */
static void
test_keeper_killed (KeeperRun     *run,
                    gconstpointer  data)
{
  keeper_run_start (run, "standing hand-over wait\n", "standing wait\n");
  keeper_run_wait_until_story_has (run, "desk go\n");
  kill (run->keeper, SIGKILL);
  waitpid (run->keeper, NULL, 0);
  keeper_run_wait_until_story_has (run, "patient go\n");
  keeper_run_assert_nothing_left (run);

  g_unlink (run->log_path);
  keeper_run_start (run, "standing quit\n", "");
  keeper_run_assert_ends (run, 0);
}

static void
test_clock (KeeperRun     *run,
            gconstpointer  data)
{
  keeper_run_write_script (run, "desk", "standing sleep:1100 crash\nstanding quit\n");
  run->keeper = keeper_run_spawn_keeper (run, "--clock=2026-11-22T23:59:58+01:00", "--sample", "stderr");
  keeper_run_assert_ends (run, 0);
  keeper_run_wait_until_story_has (run, "desk start --clock 2026-11-22T23:59:58+01:00 --sample\n");
  keeper_run_wait_until_story_has (run, "desk start --clock 2026-11-2");
}

static void
test_usage (KeeperRun     *run,
            gconstpointer  data)
{
  int status = keeper_run_wait_for (keeper_run_spawn_keeper (run, data, NULL, "stderr"));

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  keeper_run_assert_said (run, "stderr", "aftercare --help");
}

static void
test_records_folder (KeeperRun     *run,
                     gconstpointer  data)
{
  g_free (run->records);
  run->records = g_strdup ("/proc/no/such/place");
  keeper_run_start (run, "", "");
  keeper_run_assert_ends (run, 3);
  keeper_run_assert_said (run, "stderr", "/proc/no: the records' folder cannot be made");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, function) g_test_add ("/keeper/" path, KeeperRun, data, keeper_run_set_up, function, keeper_run_tear_down)
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
