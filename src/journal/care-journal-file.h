/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The journals' folder: ID.journal while it may still be written or taken in, ID.taken afterwards. */

char     *care_journal_file_new_id  (void) G_GNUC_WARN_UNUSED_RESULT;
char     *care_journal_file_path    (const char   *folder,
                                     const char   *id) G_GNUC_WARN_UNUSED_RESULT;

/* A new journal: a descriptor that can append and not read (caller closes it after the hand-over), or -1. */
int       care_journal_file_create  (const char   *folder,
                                     const char   *id,
                                     GError      **error);

/* Journals not taken in yet, oldest first; an absent folder has none. */
char    **care_journal_file_list    (const char   *folder,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* After the store has it: ID.journal becomes ID.taken, durably. TRUE also when that was done before. */
gboolean  care_journal_file_set_taken (const char  *folder,
                                       const char  *id,
                                       GError     **error);

G_END_DECLS
