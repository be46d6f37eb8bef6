/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper/care-keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "keeper/care-keeper-place.h"

#define BACK_OFF_MS 250
#define NEVER       INT64_MAX

void
care_keeper_init (CareKeeper              *self,
                  const CareKeeperOptions *options,
                  const char              *data_dir,
                  const char              *desk_program)
{
  memset (self, 0, sizeof *self);
  self->options = options;
  self->data_dir = data_dir;
  self->desk_program = desk_program;
  self->signal_fd = -1;
  self->started_ms = care_keeper_now ();
  care_keeper_side_init (&self->desk, "desk");
  care_keeper_side_init (&self->patient, "patient's screen");
}

static void
start_desk (CareKeeper *self)
{
  int64_t now = care_keeper_now ();
  char clock[CARE_KEEPER_CLOCK_MAX];
  char *argv[9];
  int n = 0;

  argv[n++] = (char *) self->desk_program;
  argv[n++] = (char *) "--data-dir";
  argv[n++] = (char *) self->data_dir;
  if (self->options->clock != NULL &&
      care_keeper_clock_advance (self->options->clock, (long) ((now - self->started_ms) / 1000), clock, sizeof clock))
    {
      argv[n++] = (char *) "--clock";
      argv[n++] = clock;
    }
  if (self->options->sample)
    argv[n++] = (char *) "--sample";
  if (self->returning)
    argv[n++] = (char *) "--returning";
  argv[n] = NULL;

  self->handing_over = false;
  if (!care_keeper_side_start (&self->desk, argv, NULL, now + self->options->patience_ms))
    {
      self->exit_status = CARE_KEEPER_EXIT_ENVIRONMENT;
      self->quitting = true;
    }
}

/* An envelope that nobody can change and a journal that can only grow, or the desk has a fault. */
static bool
check_hand_over (const int *fds)
{
  struct stat status;
  int seals = fcntl (fds[0], F_GET_SEALS);
  int flags = fcntl (fds[1], F_GETFL);
  int wanted = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

  if (seals < 0 || (seals & wanted) != wanted)
    {
      fputs ("aftercare: the desk's envelope is not sealed\n", stderr);
      return false;
    }
  if (flags < 0 || (flags & O_ACCMODE) != O_WRONLY || (flags & O_APPEND) == 0 || fstat (fds[1], &status) != 0 ||
      !S_ISREG (status.st_mode))
    {
      fputs ("aftercare: the desk's journal is not an append-only file\n", stderr);
      return false;
    }

  return true;
}

/* Whatever becomes of it, the desk comes back afterwards with the visit to take back. */
static void
start_patient (CareKeeper *self,
               const int  *fds)
{
  char *program = care_keeper_place_program ("patient");
  char *argv[] = { program, NULL };

  self->handing_over = true;
  self->returning = true;
  if (program != NULL)
    care_keeper_side_start (&self->patient, argv, fds, care_keeper_now () + self->options->patience_ms);
  free (program);
}

static void
mark_standing (CareKeeperSide *side)
{
  side->standing = true;
  side->deadline = NEVER;
}

static bool
take_desk_word (CareKeeper     *self,
                CareKeeperWord  word,
                const int      *fds)
{
  bool good;

  switch (word)
    {
    case CARE_KEEPER_STANDING:
      mark_standing (&self->desk);
      return true;

    case CARE_KEEPER_HAND_OVER:
      good = self->desk.standing && !self->handing_over && !care_keeper_side_is_alive (&self->patient) &&
             check_hand_over (fds);
      if (good)
        start_patient (self, fds);
      close (fds[0]);
      close (fds[1]);
      return good;

    case CARE_KEEPER_QUIT:
      self->desk.leaving = true;
      self->quitting = true;
      return true;

    case CARE_KEEPER_LEAVING:
    case CARE_KEEPER_GO:
    default:
      return false;
    }
}

static bool
take_patient_word (CareKeeper     *self,
                   CareKeeperWord  word,
                   const int      *fds)
{
  switch (word)
    {
    case CARE_KEEPER_STANDING:
      mark_standing (&self->patient);
      return true;

    case CARE_KEEPER_LEAVING:
      self->patient.leaving = true;
      return true;

    case CARE_KEEPER_HAND_OVER:
      close (fds[0]);
      close (fds[1]);
      return false;

    case CARE_KEEPER_QUIT:
    case CARE_KEEPER_GO:
    default:
      return false;
    }
}

/* Takes every packet that is there. A side that says what it may not is treated as one that crashed. */
static void
listen_to (CareKeeper     *self,
           CareKeeperSide *side)
{
  while (side->socket >= 0)
    {
      int fds[CARE_KEEPER_HAND_OVER_FDS];
      CareKeeperWord word;
      int result = care_keeper_wire_receive (side->socket, &word, fds);
      bool good;

      if (result == EAGAIN)
        return;
      if (result == 0 && word == CARE_KEEPER_GO)
        {
          care_keeper_side_tell_to_go (side, care_keeper_now ());
          return;
        }

      good = result == 0 && (side == &self->desk ? take_desk_word (self, word, fds) : take_patient_word (self, word, fds));
      if (!good)
        {
          fprintf (stderr, "aftercare: the %s said what it may not (%s) and is ended\n", side->name,
                   result == 0 ? care_keeper_word_to_string (word) : strerror (result));
          side->faulty = true;
          care_keeper_side_tell_to_go (side, care_keeper_now ());
          return;
        }
    }
}

static void
count_crash (CareKeeper *self,
             int         status)
{
  int64_t now = care_keeper_now ();
  int kept = 0;

  for (int i = 0; i < self->n_crashes; i++)
    {
      if (now - self->crashes[i] < CARE_KEEPER_CRASHES_MS)
        self->crashes[kept++] = self->crashes[i];
    }
  self->crashes[kept++] = now;
  self->n_crashes = kept;

  if (WIFSIGNALED (status))
    fprintf (stderr, "aftercare: the desk ended by signal %d\n", WTERMSIG (status));
  else
    fprintf (stderr, "aftercare: the desk ended with status %d\n", WEXITSTATUS (status));

  if (self->n_crashes < CARE_KEEPER_CRASHES)
    {
      self->restart_ms = now + (BACK_OFF_MS << (2 * (kept - 1)));
      return;
    }

  fprintf (stderr, "aftercare: the desk ended %d times within a minute and is not started again; "
           "every record and answer saved so far is in %s\n", CARE_KEEPER_CRASHES, self->data_dir);
  self->exit_status = CARE_KEEPER_EXIT_ENVIRONMENT;
  self->quitting = true;
}

static void
desk_ended (CareKeeper *self,
            int         status)
{
  bool closed;
  bool wanted;

  /* Words said just before the end still count: `quit` above all. */
  listen_to (self, &self->desk);
  closed = WIFEXITED (status) && WEXITSTATUS (status) == 0 && self->desk.standing && !self->desk.faulty &&
           !self->handing_over;
  wanted = self->desk.leaving || (self->desk.told_to_go && self->handing_over);

  care_keeper_side_ended (&self->desk);
  if (self->quitting || wanted || care_keeper_side_is_alive (&self->patient))
    return;
  if (closed)
    self->quitting = true;
  else
    count_crash (self, status);
}

static void
reap (CareKeeper *self)
{
  int status;
  pid_t pid;

  while ((pid = waitpid (-1, &status, WNOHANG)) > 0)
    {
      if (pid == self->desk.pid)
        {
          desk_ended (self, status);
        }
      else if (pid == self->patient.pid)
        {
          if (WIFSIGNALED (status))
            fprintf (stderr, "aftercare: the patient's screen ended by signal %d\n", WTERMSIG (status));
          care_keeper_side_ended (&self->patient);
        }
    }
}

static void
take_signals (CareKeeper *self)
{
  struct signalfd_siginfo info;

  while (read (self->signal_fd, &info, sizeof info) == sizeof info)
    {
      if (info.ssi_signo != SIGCHLD)
        self->quitting = true;
    }
}

/* Where things should be from here, whatever has just happened. */
static void
settle (CareKeeper *self)
{
  int64_t now = care_keeper_now ();
  bool patient = care_keeper_side_is_alive (&self->patient);
  bool desk = care_keeper_side_is_alive (&self->desk);

  if (self->quitting)
    {
      care_keeper_side_tell_to_go (&self->patient, now);
      if (!self->desk.leaving)
        care_keeper_side_tell_to_go (&self->desk, now);
      else if (self->desk.deadline == NEVER)
        self->desk.deadline = now + CARE_KEEPER_CRASHES_MS;
    }
  else if (patient && !self->patient.leaving && !self->patient.told_to_go)
    {
      /* The patient's turn; the desk goes when the patient has something to look at. */
      if (desk && self->patient.standing)
        care_keeper_side_tell_to_go (&self->desk, now);
    }
  else if (desk && self->handing_over)
    {
      /* The patient's screen came to its end before this desk did. */
      care_keeper_side_tell_to_go (&self->desk, now);
    }
  else if (!desk && now >= self->restart_ms)
    {
      start_desk (self);
    }
  else if (desk && self->desk.standing && patient)
    {
      care_keeper_side_tell_to_go (&self->patient, now);
    }

  care_keeper_side_press (&self->desk, now);
  care_keeper_side_press (&self->patient, now);
}

static int
time_left (const CareKeeper *self)
{
  int64_t next = self->desk.deadline < self->patient.deadline ? self->desk.deadline : self->patient.deadline;
  int64_t left;

  if (!care_keeper_side_is_alive (&self->desk) && !self->quitting && self->restart_ms < next &&
      self->restart_ms > care_keeper_now ())
    next = self->restart_ms;
  if (next == NEVER)
    return -1;

  left = next - care_keeper_now ();

  return left < 0 ? 0 : left > 60000 ? 60000 : (int) left;
}

static bool
watch_signals (CareKeeper *self)
{
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGCHLD);
  sigaddset (&signals, SIGTERM);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGHUP);
  signal (SIGPIPE, SIG_IGN);
  if (sigprocmask (SIG_BLOCK, &signals, NULL) == 0)
    self->signal_fd = signalfd (-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
  if (self->signal_fd < 0)
    fprintf (stderr, "aftercare: signals cannot be watched: %s\n", strerror (errno));

  return self->signal_fd >= 0;
}

int
care_keeper_run (CareKeeper *self)
{
  if (!watch_signals (self))
    return CARE_KEEPER_EXIT_ENVIRONMENT;

  settle (self);
  while (!self->quitting || care_keeper_side_is_alive (&self->desk) || care_keeper_side_is_alive (&self->patient))
    {
      struct pollfd polled[] = {
        { .fd = self->signal_fd, .events = POLLIN },
        { .fd = self->desk.socket, .events = POLLIN },
        { .fd = self->patient.socket, .events = POLLIN },
      };

      if (poll (polled, 3, time_left (self)) < 0 && errno != EINTR)
        {
          self->exit_status = CARE_KEEPER_EXIT_ENVIRONMENT;
          self->quitting = true;
        }
      listen_to (self, &self->patient);
      listen_to (self, &self->desk);
      take_signals (self);
      reap (self);
      settle (self);
    }
  close (self->signal_fd);

  return self->exit_status;
}
