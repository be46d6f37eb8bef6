/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "keeper/care-keeper-options.h"
#include "keeper/care-keeper-side.h"

/* So many crashes of the desk within that time end everything. */
#define CARE_KEEPER_CRASHES    3
#define CARE_KEEPER_CRASHES_MS 60000

/**
 * CareKeeper:
 * @options: what was typed
 * @data_dir: the records' folder, absolute
 * @desk_program: path of aftercare-desk
 * @signal_fd: signalfd of the signals that the keeper lives by
 * @desk: the desk's window
 * @patient: the patient's screen
 * @handing_over: the desk asked for the patient's screen and waits for it
 * @returning: the next desk starts at its sign-in with a visit to take back
 * @quitting: everything ends
 * @exit_status: what the program ends with
 * @started_ms: when the practice clock began to tick
 * @restart_ms: no desk is started before then
 * @crashes: when the desk crashed, newest last
 * @n_crashes: how many of @crashes count
 *
 * The keeper: starts the sides and sees to it that one of them is always on
 * the screen.
 */
typedef struct
{
  const CareKeeperOptions *options;
  const char              *data_dir;
  const char              *desk_program;
  int                      signal_fd;
  CareKeeperSide           desk;
  CareKeeperSide           patient;
  bool                     handing_over;
  bool                     returning;
  bool                     quitting;
  int                      exit_status;
  int64_t                  started_ms;
  int64_t                  restart_ms;
  int64_t                  crashes[CARE_KEEPER_CRASHES];
  int                      n_crashes;
} CareKeeper;

void care_keeper_init (CareKeeper              *self,
                       const CareKeeperOptions *options,
                       const char              *data_dir,
                       const char              *desk_program);

/* Runs until the user has closed the desk, a signal came, or the desk cannot be kept up. Returns the exit status. */
int  care_keeper_run  (CareKeeper              *self);
