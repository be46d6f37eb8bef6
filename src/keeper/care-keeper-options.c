/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper/care-keeper-options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "config.h"

#define PATIENCE_DEFAULT_S 30
#define PATIENCE_MAX_S     600

static const char help[] =
  "Usage: aftercare [OPTION...]\n"
  "The treatment desk of a mesotherapy clinic. Opens the desk's window and, when the desk\n"
  "hands the device over, the patient's screen.\n"
  "\n"
  "  --data-dir DIR      keep the records in DIR (else in the user's data folder)\n"
  "  --sample            fill an empty records folder with the sample clinic\n"
  "  --clock T           practise at another time, such as 2026-11-22T14:30:00+01:00\n"
  "  --patience SECONDS  how long a window may take to show itself (30)\n"
  "  --version           print the version and end\n"
  "  --help              print this and end\n"
  "\n"
  "AFTERCARE_LIBEXEC names the folder with aftercare-desk and aftercare-patient, when they are\n"
  "not where they were installed. Exit status: 0 closed by the user, 1 already open, 2 wrong\n"
  "usage, 3 a folder, a program or the display is at fault.\n";

enum
{
  OPTION_DATA_DIR = 256,
  OPTION_SAMPLE,
  OPTION_CLOCK,
  OPTION_PATIENCE,
  OPTION_VERSION,
  OPTION_HELP,
};

static const struct option known[] = {
  { "data-dir", required_argument, NULL, OPTION_DATA_DIR },
  { "sample", no_argument, NULL, OPTION_SAMPLE },
  { "clock", required_argument, NULL, OPTION_CLOCK },
  { "patience", required_argument, NULL, OPTION_PATIENCE },
  { "version", no_argument, NULL, OPTION_VERSION },
  { "help", no_argument, NULL, OPTION_HELP },
  { NULL, 0, NULL, 0 },
};

static bool
refuse (int        *exit_status,
        const char *what)
{
  if (what != NULL)
    fprintf (stderr, "aftercare: %s\n", what);
  fputs ("Try 'aftercare --help'.\n", stderr);
  *exit_status = CARE_KEEPER_EXIT_USAGE;

  return false;
}

static bool
parse_patience (const char *text,
                int        *patience_ms)
{
  char *end = NULL;
  double seconds = strtod (text, &end);

  if (end == text || *end != '\0' || !(seconds >= 0.1 && seconds <= PATIENCE_MAX_S))
    return false;

  *patience_ms = (int) (seconds * 1000);
  return true;
}

/* Sets @go_on to FALSE when the option is an answer in itself. */
static bool
take_option (CareKeeperOptions *self,
             int                option,
             bool              *go_on,
             int               *exit_status)
{
  char text[CARE_KEEPER_CLOCK_MAX];

  switch (option)
    {
    case OPTION_DATA_DIR:
      self->data_dir = optarg;
      return *optarg != '\0' || refuse (exit_status, "--data-dir: name a folder");
    case OPTION_SAMPLE:
      self->sample = true;
      return true;
    case OPTION_CLOCK:
      self->clock = optarg;
      return care_keeper_clock_advance (optarg, 0, text, sizeof text) ||
             refuse (exit_status, "--clock: write it like 2026-11-22T14:30:00+01:00");
    case OPTION_PATIENCE:
      return parse_patience (optarg, &self->patience_ms) ||
             refuse (exit_status, "--patience: a number of seconds from 0.1 to 600");
    case OPTION_VERSION:
      fputs ("aftercare " CARE_VERSION "\n", stdout);
      *go_on = false;
      return true;
    case OPTION_HELP:
      fputs (help, stdout);
      *go_on = false;
      return true;
    default:
      return refuse (exit_status, NULL);
    }
}

bool
care_keeper_options_parse (CareKeeperOptions  *self,
                           int                 argc,
                           char              **argv,
                           int                *exit_status)
{
  int option;

  memset (self, 0, sizeof *self);
  self->patience_ms = PATIENCE_DEFAULT_S * 1000;
  *exit_status = CARE_KEEPER_EXIT_DONE;

  optind = 1;
  while ((option = getopt_long (argc, argv, "", known, NULL)) != -1)
    {
      bool go_on = true;

      if (!take_option (self, option, &go_on, exit_status) || !go_on)
        return false;
    }
  if (optind < argc)
    return refuse (exit_status, "there is nothing to name besides options");

  return true;
}

/* The length of "+01:00", "-05:30", "Z" or nothing at all (local time) when @text is one of them, else -1. */
static int
offset_length (const char *text)
{
  int hours, minutes, length = 0;

  if (*text == '\0')
    return 0;
  if (strcmp (text, "Z") == 0 || strcmp (text, "z") == 0)
    return 1;
  if ((*text == '+' || *text == '-') && strlen (text) == 6 &&
      sscanf (text + 1, "%2d:%2d%n", &hours, &minutes, &length) == 2 && length == 5 && hours >= 0 && hours <= 14 &&
      minutes >= 0 && minutes <= 59)
    return 6;

  return -1;
}

bool
care_keeper_clock_advance (const char *start,
                           long        seconds,
                           char       *text,
                           size_t      size)
{
  struct tm wall = { 0 };
  struct tm given;
  char clock[40];
  const char *rest = strptime (start, "%Y-%m-%dT%H:%M", &wall);
  time_t instant;

  if (rest != NULL && *rest == ':')
    rest = strptime (rest, ":%S", &wall);
  if (rest == NULL)
    return false;
  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  if (offset_length (rest) < 0)
    return false;

  /* Reckoned as if UTC: the offset stays the same, so the wall's clock moves as the instant does. */
  given = wall;
  instant = timegm (&wall);
  if (wall.tm_mday != given.tm_mday || wall.tm_year < 0 || wall.tm_year > 8099)
    return false;
  instant += seconds;
  if (gmtime_r (&instant, &wall) == NULL)
    return false;

  strftime (clock, sizeof clock, "%Y-%m-%dT%H:%M:%S", &wall);

  return snprintf (text, size, "%s%s", clock, rest) < (int) size;
}
