/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Stands in for both sides. Its name says which one it is; $STAND_IN_FOLDER/desk and …/patient hold what it does, one
 * line a start (the last line for every further one), words separated by spaces. Everything it does is a line in
 * $STAND_IN_FOLDER/log. */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "keeper/care-keeper-wire.h"

#define LINE_MAX_BYTES 512

static char        log_path[LINE_MAX_BYTES];
static const char *side;
static int         keeper;

__attribute__ ((format (printf, 1, 2)))
static void
say (const char *format,
     ...)
{
  char text[LINE_MAX_BYTES];
  char line[2 * LINE_MAX_BYTES];
  va_list args;
  int fd = open (log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int length;

  va_start (args, format);
  vsnprintf (text, sizeof text, format, args);
  va_end (args);
  length = snprintf (line, sizeof line, "%s %s\n", side, text);
  if (fd < 0 || write (fd, line, (size_t) length) != length)
    _exit (99);
  close (fd);
}

static void
snooze (long milliseconds)
{
  struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000 };

  while (nanosleep (&time, &time) != 0 && errno == EINTR)
    continue;
}

static void
hand_over (int sealed)
{
  const char *folder = getenv ("STAND_IN_FOLDER");
  char path[LINE_MAX_BYTES];
  int fds[2];

  snprintf (path, sizeof path, "%s/journal", folder);
  fds[0] = memfd_create ("envelope", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  fds[1] = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (write (fds[0], "envelope", 8) != 8)
    _exit (98);
  if (sealed)
    fcntl (fds[0], F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
  if (care_keeper_wire_send (keeper, CARE_KEEPER_HAND_OVER, fds, 2) != 0)
    say ("keeper is gone");
  close (fds[0]);
  close (fds[1]);
}

/* What the patient's program must find: envelope to read, journal to append to, and nothing else that is open. */
static void
check_fds (void)
{
  char text[16] = "";
  int good = pread (CARE_KEEPER_FD_ENVELOPE, text, sizeof text - 1, 0) == 8 && strcmp (text, "envelope") == 0;

  good = good && pwrite (CARE_KEEPER_FD_ENVELOPE, "E", 1, 0) < 0;
  good = good && write (CARE_KEEPER_FD_JOURNAL, "answer\n", 7) == 7 && read (CARE_KEEPER_FD_JOURNAL, text, 1) < 0;
  for (int fd = CARE_KEEPER_FD_JOURNAL + 1; fd < 256; fd++)
    good = good && fcntl (fd, F_GETFD) < 0;
  say (good ? "fds good" : "fds bad");
}

static void
wait_for_go (void)
{
  struct pollfd polled = { .fd = keeper, .events = POLLIN };
  char byte;

  poll (&polled, 1, -1);
  say (recv (keeper, &byte, 1, 0) == 0 ? "go" : "odd");
}

static void
act (const char *what)
{
  if (strcmp (what, "standing") == 0 || strcmp (what, "leaving") == 0 || strcmp (what, "quit") == 0)
    {
      CareKeeperWord word = *what == 's' ? CARE_KEEPER_STANDING : *what == 'l' ? CARE_KEEPER_LEAVING : CARE_KEEPER_QUIT;

      say ("%s", what);
      care_keeper_wire_send (keeper, word, NULL, 0);
    }
  else if (strcmp (what, "hand-over") == 0 || strcmp (what, "hand-over-open") == 0)
    {
      say ("%s", what);
      hand_over (what[9] == '\0');
    }
  else if (strcmp (what, "rubbish") == 0)
    send (keeper, "hand-overs", 10, 0);
  else if (strcmp (what, "long") == 0)
    send (keeper, log_path, sizeof log_path, 0);
  else if (strcmp (what, "bare") == 0)
    send (keeper, "hand-over", 9, 0);
  else if (strcmp (what, "fds") == 0)
    check_fds ();
  else if (strcmp (what, "wait") == 0)
    wait_for_go ();
  else if (strcmp (what, "deaf") == 0)
    signal (SIGTERM, SIG_IGN);
  else if (strcmp (what, "hang") == 0)
    snooze (60000);
  else if (strcmp (what, "crash") == 0)
    kill (getpid (), SIGKILL);
  else if (strncmp (what, "exit:", 5) == 0)
    _exit (atoi (what + 5));
  else if (strncmp (what, "sleep:", 6) == 0)
    snooze (atol (what + 6));
  else
    _exit (97);
}

/* The line of the script for this start; starts are counted by the log. */
static void
read_script (char *line)
{
  char path[LINE_MAX_BYTES];
  char start[LINE_MAX_BYTES];
  char text[LINE_MAX_BYTES];
  FILE *file;
  int starts = 0;

  snprintf (start, sizeof start, "%s start", side);
  file = fopen (log_path, "r");
  while (file != NULL && fgets (text, sizeof text, file) != NULL)
    starts += strncmp (text, start, strlen (start)) == 0;
  if (file != NULL)
    fclose (file);

  snprintf (path, sizeof path, "%s/%s", getenv ("STAND_IN_FOLDER"), side);
  file = fopen (path, "r");
  if (file == NULL)
    _exit (96);
  *line = '\0';
  while (starts-- >= 0 && fgets (text, sizeof text, file) != NULL)
    strcpy (line, text);
  fclose (file);
}

int
main (int    argc,
      char **argv)
{
  char script[LINE_MAX_BYTES];
  char arguments[LINE_MAX_BYTES] = "";
  char *rest = script;
  char *word;

  side = strrchr (argv[0], '-') + 1;
  snprintf (log_path, sizeof log_path, "%s/log", getenv ("STAND_IN_FOLDER"));
  read_script (script);

  for (int i = 1; i < argc; i++)
    {
      /* The folder differs from run to run. */
      if (strcmp (argv[i], "--data-dir") == 0 || strcmp (argv[i - 1], "--data-dir") == 0)
        continue;
      strncat (arguments, " ", sizeof arguments - strlen (arguments) - 1);
      strncat (arguments, argv[i], sizeof arguments - strlen (arguments) - 1);
    }
  say ("start %ld%s", (long) getpid (), arguments);

  keeper = care_keeper_wire_adopt ();
  if (keeper < 0)
    say ("no keeper");
  while ((word = strsep (&rest, " \n")) != NULL)
    {
      if (*word != '\0')
        act (word);
    }

  return 0;
}
