/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

#include "seal/care-seal-box.h"

G_BEGIN_DECLS

/**
 * CareJournalAppender:
 *
 * The writer's inside: one worker that chains, seals, appends and waits for
 * the disk, record after record. Nothing outside this room uses it.
 */
typedef struct _CareJournalAppender CareJournalAppender;

/* Takes @fd. */
CareJournalAppender *care_journal_appender_new         (int                    fd,
                                                        CareSealPublicKey     *key,
                                                        const char            *journal);
/* What was pushed is still written; does not wait for it. */
void                 care_journal_appender_free        (CareJournalAppender   *self);

/* Takes @text, a JSON object without "number" and "previous", and wipes it. */
gboolean             care_journal_appender_append      (CareJournalAppender   *self,
                                                        char                  *text,
                                                        GError               **error);
void                 care_journal_appender_push        (CareJournalAppender   *self,
                                                        char                  *text,
                                                        GTask                 *task);
gboolean             care_journal_appender_flush       (CareJournalAppender   *self,
                                                        GError               **error);
guint64              care_journal_appender_get_written (CareJournalAppender   *self);

G_END_DECLS
