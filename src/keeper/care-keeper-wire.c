/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper/care-keeper-wire.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#define MESSAGE_MAX 32
#define FDS_MAX     8

static const char *const words[] = {
  [CARE_KEEPER_STANDING] = "standing",
  [CARE_KEEPER_LEAVING] = "leaving",
  [CARE_KEEPER_HAND_OVER] = "hand-over",
  [CARE_KEEPER_QUIT] = "quit",
};
#define N_WORDS (sizeof words / sizeof words[0])

typedef union
{
  char           bytes[CMSG_SPACE (FDS_MAX * sizeof (int))];
  struct cmsghdr align;
} Control;

const char *
care_keeper_word_to_string (CareKeeperWord word)
{
  return (size_t) word < N_WORDS ? words[word] : "go";
}

int
care_keeper_wire_adopt (void)
{
  const char *keeper = getenv ("AFTERCARE_KEEPER");
  int type = 0;
  socklen_t length = sizeof type;

  if (keeper == NULL || strcmp (keeper, "1") != 0)
    return -1;
  if (getsockopt (CARE_KEEPER_FD_SOCKET, SOL_SOCKET, SO_TYPE, &type, &length) != 0 || type != SOCK_SEQPACKET)
    return -1;
  if (fcntl (CARE_KEEPER_FD_SOCKET, F_SETFD, FD_CLOEXEC) != 0)
    return -1;

  /* What this side starts is not started by the keeper. */
  unsetenv ("AFTERCARE_KEEPER");

  return CARE_KEEPER_FD_SOCKET;
}

int
care_keeper_wire_send (int             socket,
                       CareKeeperWord  word,
                       const int      *fds,
                       size_t          n_fds)
{
  size_t wanted = word == CARE_KEEPER_HAND_OVER ? CARE_KEEPER_HAND_OVER_FDS : 0;
  Control control;
  struct iovec iov;
  struct msghdr message = { .msg_iov = &iov, .msg_iovlen = 1 };
  ssize_t sent;

  if ((size_t) word >= N_WORDS || n_fds != wanted)
    return EINVAL;

  iov.iov_base = (void *) words[word];
  iov.iov_len = strlen (words[word]);
  if (n_fds > 0)
    {
      struct cmsghdr *header;

      memset (&control, 0, sizeof control);
      message.msg_control = control.bytes;
      message.msg_controllen = CMSG_SPACE (n_fds * sizeof (int));
      header = CMSG_FIRSTHDR (&message);
      header->cmsg_level = SOL_SOCKET;
      header->cmsg_type = SCM_RIGHTS;
      header->cmsg_len = CMSG_LEN (n_fds * sizeof (int));
      memcpy (CMSG_DATA (header), fds, n_fds * sizeof (int));
    }

  do
    sent = sendmsg (socket, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);

  return sent < 0 ? errno : 0;
}

/* Collects every descriptor that came along; more than FDS_MAX never fit into the control buffer. */
static size_t
collect_fds (struct msghdr *message,
             int           *fds)
{
  size_t n = 0;

  for (struct cmsghdr *header = CMSG_FIRSTHDR (message); header != NULL; header = CMSG_NXTHDR (message, header))
    {
      size_t count;

      if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
        continue;
      count = (header->cmsg_len - CMSG_LEN (0)) / sizeof (int);
      for (size_t i = 0; i < count && n < FDS_MAX; i++)
        memcpy (&fds[n++], CMSG_DATA (header) + i * sizeof (int), sizeof (int));
    }

  return n;
}

static bool
word_from_bytes (const char     *bytes,
                 size_t          length,
                 CareKeeperWord *word)
{
  for (size_t i = 0; i < N_WORDS; i++)
    {
      if (strlen (words[i]) == length && memcmp (words[i], bytes, length) == 0)
        {
          *word = (CareKeeperWord) i;
          return true;
        }
    }

  return false;
}

int
care_keeper_wire_receive (int             socket,
                          CareKeeperWord *word,
                          int            *fds)
{
  char bytes[MESSAGE_MAX];
  Control control;
  struct iovec iov = { .iov_base = bytes, .iov_len = sizeof bytes };
  struct msghdr message = {
    .msg_iov = &iov,
    .msg_iovlen = 1,
    .msg_control = control.bytes,
    .msg_controllen = sizeof control.bytes,
  };
  int came[FDS_MAX];
  size_t n_came;
  ssize_t length;

  do
    length = recvmsg (socket, &message, MSG_CMSG_CLOEXEC);
  while (length < 0 && errno == EINTR);

  /* A side that was killed with packets unread resets the connection: as gone as an end of file. */
  if (length < 0 && errno != ECONNRESET)
    return errno;

  n_came = length > 0 ? collect_fds (&message, came) : 0;
  if (length <= 0)
    {
      *word = CARE_KEEPER_GO;
      return 0;
    }

  if ((message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) == 0 && word_from_bytes (bytes, (size_t) length, word) &&
      n_came == (*word == CARE_KEEPER_HAND_OVER ? CARE_KEEPER_HAND_OVER_FDS : 0))
    {
      memcpy (fds, came, n_came * sizeof (int));
      return 0;
    }

  for (size_t i = 0; i < n_came; i++)
    close (came[i]);

  return EBADMSG;
}
