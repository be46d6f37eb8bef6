/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "keeper/care-keeper-wire.h"

/**
 * CareKeeperSide:
 * @name: "desk" or "patient"
 * @pid: its process, 0 when there is none
 * @socket: the keeper's end, -1 when it is shut for good
 * @standing: its first frame is painted
 * @leaving: it said that the other may come (patient), or that everything ends (desk)
 * @faulty: it said what it may not
 * @told_to_go: its socket was shut; it has until @deadline
 * @signals_sent: 0 none, 1 asked to end, 2 killed
 * @deadline: monotonic milliseconds at which patience ends
 *
 * One of the two programs, as the keeper sees it.
 */
typedef struct
{
  const char *name;
  pid_t       pid;
  int         socket;
  bool        standing;
  bool        leaving;
  bool        faulty;
  bool        told_to_go;
  int         signals_sent;
  int64_t     deadline;
} CareKeeperSide;

void care_keeper_side_init     (CareKeeperSide    *self,
                                const char        *name);
bool care_keeper_side_is_alive (const CareKeeperSide *self);

/* Starts @argv with the socket as descriptor 3 and, when @fds is given, envelope and journal as 4 and 5. */
bool care_keeper_side_start    (CareKeeperSide    *self,
                                char *const       *argv,
                                const int         *fds,
                                int64_t            deadline);

/* Shuts the socket: the side reads end of file and quits. */
void care_keeper_side_tell_to_go (CareKeeperSide  *self,
                                  int64_t          now);

/* Past its deadline a side is told to go, then asked, then killed. */
void care_keeper_side_press    (CareKeeperSide    *self,
                                int64_t            now);
void care_keeper_side_ended    (CareKeeperSide    *self);

int64_t care_keeper_now        (void);
