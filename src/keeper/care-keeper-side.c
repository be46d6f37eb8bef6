/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper/care-keeper-side.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define GRACE_MS      10000
#define GRACE_TERM_MS 3000

/* Above every descriptor that a side is given. */
#define PARKING_FD 16

#define NEVER INT64_MAX

int64_t
care_keeper_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return (int64_t) time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void
care_keeper_side_init (CareKeeperSide *self,
                       const char     *name)
{
  *self = (CareKeeperSide){ .name = name, .socket = -1, .deadline = NEVER };
}

bool
care_keeper_side_is_alive (const CareKeeperSide *self)
{
  return self->pid > 0;
}

__attribute__ ((noreturn))
static void
run_child (char *const *argv,
           int          socket,
           const int   *fds)
{
  int parked[3] = { socket, -1, -1 };
  int n = fds != NULL ? 1 + CARE_KEEPER_HAND_OVER_FDS : 1;
  sigset_t none;

  /* Its own process group: what the terminal signals goes to the keeper, which ends its sides in order. */
  setpgid (0, 0);
  signal (SIGPIPE, SIG_DFL);
  sigemptyset (&none);
  sigprocmask (SIG_SETMASK, &none, NULL);

  for (int i = 1; i < n; i++)
    parked[i] = fds[i - 1];
  for (int i = 0; i < n; i++)
    {
      parked[i] = fcntl (parked[i], F_DUPFD_CLOEXEC, PARKING_FD);
      if (parked[i] < 0)
        _exit (126);
    }
  for (int i = 0; i < n; i++)
    {
      if (dup2 (parked[i], CARE_KEEPER_FD_SOCKET + i) < 0)
        _exit (126);
    }
  closefrom (CARE_KEEPER_FD_SOCKET + n);

  setenv ("AFTERCARE_KEEPER", "1", 1);
  execv (argv[0], argv);
  fprintf (stderr, "aftercare: %s: cannot be started: %s\n", argv[0], strerror (errno));
  _exit (127);
}

bool
care_keeper_side_start (CareKeeperSide *self,
                        char *const    *argv,
                        const int      *fds,
                        int64_t         deadline)
{
  int pair[2];
  pid_t pid;

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
    {
      fprintf (stderr, "aftercare: no socket for the %s: %s\n", self->name, strerror (errno));
      return false;
    }
  fcntl (pair[0], F_SETFL, O_NONBLOCK);

  fflush (NULL);
  pid = fork ();
  if (pid == 0)
    run_child (argv, pair[1], fds);
  close (pair[1]);
  if (pid < 0)
    {
      fprintf (stderr, "aftercare: the %s cannot be started: %s\n", self->name, strerror (errno));
      close (pair[0]);
      return false;
    }

  care_keeper_side_init (self, self->name);
  self->pid = pid;
  self->socket = pair[0];
  self->deadline = deadline;

  return true;
}

void
care_keeper_side_tell_to_go (CareKeeperSide *self,
                             int64_t         now)
{
  if (!care_keeper_side_is_alive (self) || self->told_to_go)
    return;

  self->told_to_go = true;
  self->deadline = now + GRACE_MS;
  if (self->socket >= 0)
    {
      shutdown (self->socket, SHUT_RDWR);
      close (self->socket);
      self->socket = -1;
    }
}

void
care_keeper_side_press (CareKeeperSide *self,
                        int64_t         now)
{
  if (!care_keeper_side_is_alive (self) || now < self->deadline)
    return;

  if (!self->told_to_go)
    {
      fprintf (stderr, "aftercare: the %s has not shown itself in time and is ended\n", self->name);
      care_keeper_side_tell_to_go (self, now);
      self->deadline = now;
    }

  if (self->signals_sent == 0)
    {
      kill (self->pid, SIGTERM);
      self->signals_sent = 1;
      self->deadline = now + GRACE_TERM_MS;
    }
  else
    {
      kill (self->pid, SIGKILL);
      self->signals_sent = 2;
      self->deadline = NEVER;
    }
}

void
care_keeper_side_ended (CareKeeperSide *self)
{
  if (self->socket >= 0)
    close (self->socket);
  care_keeper_side_init (self, self->name);
}
