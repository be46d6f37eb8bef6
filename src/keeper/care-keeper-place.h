/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <stdbool.h>

/* Where things are: the records' folder with its lock, and the two programs. Each says on stderr what is wrong. */

/* Makes the folder when it is not there (0700). Returns its absolute path, to be freed, or NULL. */
char *care_keeper_place_data_dir (const char *typed);

/* Takes the lock of one instance a folder. Returns a descriptor to be kept open, or -1; @busy when somebody has it. */
int   care_keeper_place_lock     (const char *data_dir,
                                  bool       *busy);

/* Finds `aftercare-desk` (@room "desk") or `aftercare-patient` ("patient"). Returns a path, to be freed, or NULL. */
char *care_keeper_place_program  (const char *room);
