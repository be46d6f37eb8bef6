/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <stdbool.h>
#include <stddef.h>

/* The wire between the keeper and the two sides (desk and patient): one SOCK_SEQPACKET socket a side, short ASCII words,
 * one word a packet. Plain C and POSIX, so that the keeper needs no GLib; the sides link the same file.
 *
 * A side says `standing` when its first frame is painted. The keeper says nothing: it shuts the socket of the side that
 * must go, and that side quits on end of file (so does a side whose keeper has died). */

/* Where a side finds what the keeper gave it. */
#define CARE_KEEPER_FD_SOCKET   3
#define CARE_KEEPER_FD_ENVELOPE 4 /* patient program only: sealed memfd, see journal/care-envelope.h */
#define CARE_KEEPER_FD_JOURNAL  5 /* patient program only: append only, see journal/care-journal-writer.h */

/* Descriptors that travel with `hand-over`: envelope, then journal. */
#define CARE_KEEPER_HAND_OVER_FDS 2

/**
 * CareKeeperWord:
 * @CARE_KEEPER_STANDING: side: my first frame is painted, the other may go
 * @CARE_KEEPER_LEAVING: patient: done, or the device was borrowed back; the desk may come
 * @CARE_KEEPER_HAND_OVER: desk: start the patient program with these two descriptors
 * @CARE_KEEPER_QUIT: desk: closed by the user, everything ends
 * @CARE_KEEPER_GO: received only: end of file, this side must quit
 */
typedef enum
{
  CARE_KEEPER_STANDING,
  CARE_KEEPER_LEAVING,
  CARE_KEEPER_HAND_OVER,
  CARE_KEEPER_QUIT,
  CARE_KEEPER_GO,
} CareKeeperWord;

/* For a side. The socket to the keeper (from now on close-on-exec), or -1 when this program was not started by a keeper:
 * then there is nobody to tell and nobody to wait for. Call it once, before any thread or child is started. */
int  care_keeper_wire_adopt   (void);

/* Sends one word, with @fds when it is CARE_KEEPER_HAND_OVER (they stay the caller's: close them after success).
 * Returns 0, or an errno: EPIPE when the keeper is gone, EINVAL when the word does not go with that many descriptors. */
int  care_keeper_wire_send    (int             socket,
                               CareKeeperWord  word,
                               const int      *fds,
                               size_t          n_fds);

/* Takes one packet off the socket. @fds has room for CARE_KEEPER_HAND_OVER_FDS and holds them, close-on-exec and the
 * caller's to close, only when @word is CARE_KEEPER_HAND_OVER. Returns 0, EAGAIN when a non-blocking socket is empty,
 * EBADMSG for a packet that is no word or brings the wrong descriptors (they are closed), or another errno. */
int  care_keeper_wire_receive (int             socket,
                               CareKeeperWord *word,
                               int            *fds);

const char *care_keeper_word_to_string (CareKeeperWord word);
