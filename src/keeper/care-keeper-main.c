/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "keeper/care-keeper-place.h"
#include "keeper/care-keeper.h"

/* A program started without standard streams must not get a socket in their place. */
static void
fill_standard_streams (void)
{
  int fd;

  do
    fd = open ("/dev/null", O_RDWR);
  while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd > STDERR_FILENO)
    close (fd);
}

int
main (int    argc,
      char **argv)
{
  CareKeeperOptions options;
  CareKeeper keeper;
  char *data_dir;
  char *desk_program = NULL;
  int exit_status;
  int lock = -1;
  bool busy = false;

  fill_standard_streams ();
  if (!care_keeper_options_parse (&options, argc, argv, &exit_status))
    return exit_status;

  exit_status = CARE_KEEPER_EXIT_ENVIRONMENT;
  data_dir = care_keeper_place_data_dir (options.data_dir);
  if (data_dir != NULL)
    lock = care_keeper_place_lock (data_dir, &busy);
  if (busy)
    exit_status = CARE_KEEPER_EXIT_REFUSED;
  if (lock >= 0)
    desk_program = care_keeper_place_program ("desk");
  if (desk_program != NULL)
    {
      care_keeper_init (&keeper, &options, data_dir, desk_program);
      exit_status = care_keeper_run (&keeper);
    }

  free (desk_program);
  free (data_dir);
  if (lock >= 0)
    close (lock);

  return exit_status;
}
