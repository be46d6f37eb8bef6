/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

/* One run of the real keeper with stand-ins for both sides, in a folder of its own. */
typedef struct
{
  char *folder;
  char *libexec;
  char *records;
  char *log_path;
  GPid  keeper;
} KeeperRun;

void keeper_run_set_up               (KeeperRun     *run,
                                      gconstpointer  data);
void keeper_run_tear_down            (KeeperRun     *run,
                                      gconstpointer  data);
void keeper_run_write_script         (KeeperRun  *run,
                                      const char *side,
                                      const char *lines);
GPid keeper_run_spawn_keeper         (KeeperRun  *run,
                                      const char *first_option,
                                      const char *second_option,
                                      const char *stderr_name);
void keeper_run_start                (KeeperRun  *run,
                                      const char *desk,
                                      const char *patient);
int  keeper_run_wait_for             (GPid pid);
void keeper_run_assert_ends          (KeeperRun *run,
                                      int        exit_status);
void keeper_run_assert_story         (KeeperRun  *run,
                                      const char *expected);
void keeper_run_assert_said          (KeeperRun  *run,
                                      const char *stderr_name,
                                      const char *part);
void keeper_run_wait_until_story_has (KeeperRun  *run,
                                      const char *part);
void keeper_run_assert_nothing_left  (KeeperRun *run);
