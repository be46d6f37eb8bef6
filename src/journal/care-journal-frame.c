/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-journal-frame.h"

#include <string.h>

/**
 * care_journal_frame_write:
 * @frame: (out caller-allocates): %CARE_JOURNAL_FRAME_BYTES bytes
 * @length: how many sealed bytes follow
 */
void
care_journal_frame_write (guint8  *frame,
                          guint32  length)
{
  guint32 big = GUINT32_TO_BE (length);
  guint32 turned = ~big;

  memcpy (frame, &big, sizeof big);
  memcpy (frame + sizeof big, &turned, sizeof turned);
}

/**
 * care_journal_frame_read:
 * @frame: %CARE_JOURNAL_FRAME_BYTES bytes
 * @length: (out): how many sealed bytes follow
 *
 * Returns: whether the bytes are a frame's head
 */
gboolean
care_journal_frame_read (const guint8 *frame,
                         guint32      *length)
{
  guint32 big;
  guint32 turned;

  memcpy (&big, frame, sizeof big);
  memcpy (&turned, frame + sizeof big, sizeof turned);
  *length = GUINT32_FROM_BE (big);

  return turned == ~big && *length > 0 && *length <= CARE_JOURNAL_RECORD_BYTES;
}
