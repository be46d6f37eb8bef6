/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Exit statuses, as in the command-line tool. */
#define CARE_KEEPER_EXIT_DONE        0
#define CARE_KEEPER_EXIT_REFUSED     1
#define CARE_KEEPER_EXIT_USAGE       2
#define CARE_KEEPER_EXIT_ENVIRONMENT 3

#define CARE_KEEPER_CLOCK_MAX 64

/**
 * CareKeeperOptions:
 * @data_dir: (nullable): as typed; NULL for the user's own data folder
 * @clock: (nullable): the practice clock's start, an RFC 3339 instant
 * @sample: fill an empty store with the sample clinic
 * @patience_ms: how long a side may take until its first frame
 */
typedef struct
{
  const char *data_dir;
  const char *clock;
  bool        sample;
  int         patience_ms;
} CareKeeperOptions;

/* TRUE: go on. FALSE: everything is said, end with @exit_status. */
bool care_keeper_options_parse (CareKeeperOptions  *self,
                                int                 argc,
                                char              **argv,
                                int                *exit_status);

/* What a clock started at @start shows @seconds later, with the same offset; FALSE when @start is no instant. */
bool care_keeper_clock_advance (const char         *start,
                                long                seconds,
                                char               *text,
                                size_t              size);
