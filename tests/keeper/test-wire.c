/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper/care-keeper-wire.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct
{
  int ends[2];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_assert_no_errno (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, fixture->ends));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close (fixture->ends[0]);
  close (fixture->ends[1]);
}

static int
count_fds (void)
{
  int n = 0;

  for (int fd = 0; fd < 256; fd++)
    n += fcntl (fd, F_GETFD) >= 0;

  return n;
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const CareKeeperWord words[] = { CARE_KEEPER_STANDING, CARE_KEEPER_LEAVING, CARE_KEEPER_QUIT };
  CareKeeperWord word;
  int fds[CARE_KEEPER_HAND_OVER_FDS];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (care_keeper_wire_send (fixture->ends[0], words[i], NULL, 0), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpint (care_keeper_wire_receive (fixture->ends[1], &word, fds), ==, 0);
      g_assert_cmpint (word, ==, words[i]);
    }
  g_assert_cmpint (care_keeper_wire_receive (fixture->ends[1], &word, fds), ==, EAGAIN);
}

static void
test_hand_over (Fixture       *fixture,
                gconstpointer  data)
{
  int sent[2];
  int came[CARE_KEEPER_HAND_OVER_FDS];
  CareKeeperWord word;
  char byte = 0;

  g_assert_no_errno (pipe2 (sent, O_CLOEXEC));
  g_assert_cmpint (care_keeper_wire_send (fixture->ends[0], CARE_KEEPER_HAND_OVER, sent, 2), ==, 0);
  g_assert_cmpint (care_keeper_wire_receive (fixture->ends[1], &word, came), ==, 0);
  g_assert_cmpint (word, ==, CARE_KEEPER_HAND_OVER);

  g_assert_cmpint (write (came[1], "x", 1), ==, 1);
  g_assert_cmpint (read (sent[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'x');
  g_assert_cmpint (fcntl (came[0], F_GETFD), ==, FD_CLOEXEC);

  for (int i = 0; i < 2; i++)
    {
      close (sent[i]);
      close (came[i]);
    }
}

static void
test_wrong_fds (Fixture       *fixture,
                gconstpointer  data)
{
  int one = STDERR_FILENO;

  g_assert_cmpint (care_keeper_wire_send (fixture->ends[0], CARE_KEEPER_HAND_OVER, &one, 1), ==, EINVAL);
  g_assert_cmpint (care_keeper_wire_send (fixture->ends[0], CARE_KEEPER_STANDING, &one, 1), ==, EINVAL);
  g_assert_cmpint (care_keeper_wire_send (fixture->ends[0], CARE_KEEPER_GO, NULL, 0), ==, EINVAL);
}

static void
send_raw (int         socket,
          const char *text,
          size_t      length,
          int         n_fds)
{
  union
  {
    char           bytes[CMSG_SPACE (16 * sizeof (int))];
    struct cmsghdr align;
  } control = { { 0 } };
  struct iovec iov = { .iov_base = (char *) text, .iov_len = length };
  struct msghdr message = { .msg_iov = &iov, .msg_iovlen = 1 };

  if (n_fds > 0)
    {
      struct cmsghdr *header;

      message.msg_control = control.bytes;
      message.msg_controllen = CMSG_SPACE (n_fds * sizeof (int));
      header = CMSG_FIRSTHDR (&message);
      header->cmsg_level = SOL_SOCKET;
      header->cmsg_type = SCM_RIGHTS;
      header->cmsg_len = CMSG_LEN (n_fds * sizeof (int));
      for (int i = 0; i < n_fds; i++)
        memcpy (CMSG_DATA (header) + i * sizeof (int), &(int){ STDERR_FILENO }, sizeof (int));
    }
  g_assert_cmpint (sendmsg (socket, &message, 0), ==, length);
}

static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *text;
    int         n_fds;
  } cases[] = {
    { "standin", 0 },
    { "standing ", 0 },
    { "Standing", 0 },
    { "hand-over", 0 },
    { "hand-over", 1 },
    { "hand-over", 3 },
    { "hand-over", 16 },
    { "standing", 2 },
    { "go", 0 },
    { "a word that is a good deal longer than the buffer it is read into", 0 },
  };
  int before = count_fds ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareKeeperWord word;
      int fds[CARE_KEEPER_HAND_OVER_FDS];

      send_raw (fixture->ends[0], cases[i].text, strlen (cases[i].text), cases[i].n_fds);
      g_assert_cmpint (care_keeper_wire_receive (fixture->ends[1], &word, fds), ==, EBADMSG);
      g_assert_cmpint (count_fds (), ==, before);
    }
}

static void
test_go (Fixture       *fixture,
         gconstpointer  data)
{
  CareKeeperWord word = CARE_KEEPER_QUIT;
  int fds[CARE_KEEPER_HAND_OVER_FDS];

  shutdown (fixture->ends[1], SHUT_RDWR);
  g_assert_cmpint (care_keeper_wire_receive (fixture->ends[0], &word, fds), ==, 0);
  g_assert_cmpint (word, ==, CARE_KEEPER_GO);
  g_assert_cmpint (care_keeper_wire_send (fixture->ends[0], CARE_KEEPER_QUIT, NULL, 0), ==, EPIPE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/keeper/wire/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/keeper/wire/hand-over", Fixture, NULL, set_up, test_hand_over, tear_down);
  g_test_add ("/keeper/wire/wrong-fds", Fixture, NULL, set_up, test_wrong_fds, tear_down);
  g_test_add ("/keeper/wire/malformed", Fixture, NULL, set_up, test_malformed, tear_down);
  g_test_add ("/keeper/wire/go", Fixture, NULL, set_up, test_go, tear_down);

  return g_test_run ();
}
