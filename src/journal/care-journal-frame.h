/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A journal's bytes, known to its writer and its reader. The file begins with the magic line in clear; then come frames:
 * four bytes length (big endian), the same four with every bit turned (so that damage to a length is no torn tail), and
 * that many sealed bytes. Nothing in the file is readable without the secret key. */

#define CARE_JOURNAL_MAGIC        "aftercare-journal-1\n"
#define CARE_JOURNAL_MAGIC_BYTES  (sizeof CARE_JOURNAL_MAGIC - 1)
#define CARE_JOURNAL_FRAME_BYTES  8
#define CARE_JOURNAL_RECORD_BYTES (4 * 1024 * 1024)

void     care_journal_frame_write (guint8       *frame,
                                   guint32       length);

/* FALSE when the eight bytes are no frame's head, or its record is too long. */
gboolean care_journal_frame_read  (const guint8 *frame,
                                   guint32      *length);

G_END_DECLS
