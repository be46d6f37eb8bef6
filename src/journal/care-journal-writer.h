/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "base/care-clock.h"
#include "journal/care-journal-kind.h"
#include "seal/care-seal-box.h"

G_BEGIN_DECLS

/**
 * CareJournalWriter:
 *
 * Writes what a patient answers, record by record, each sealed to the store's
 * public key and on disk before it is said to be. Can write and never read.
 */
#define CARE_TYPE_JOURNAL_WRITER (care_journal_writer_get_type ())
G_DECLARE_FINAL_TYPE (CareJournalWriter, care_journal_writer, CARE, JOURNAL_WRITER, GObject)

/* Takes @fd (an empty journal of care_journal_file_create(), write only, append only), also on failure. */
CareJournalWriter *care_journal_writer_new           (int                  fd,
                                                      CareSealPublicKey   *key,
                                                      const char          *journal,
                                                      const char          *visit,
                                                      const char          *patient,
                                                      CareClock           *clock,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Waits for the disk. On failure nothing of the record is in the journal and the call may be made again. */
gboolean           care_journal_writer_append        (CareJournalWriter   *self,
                                                      CareJournalKind      kind,
                                                      const char          *form,
                                                      const char          *version,
                                                      JsonNode            *body,
                                                      GError             **error);

/* The same in a worker. Records reach the disk in the order of the calls; when one fails, those behind it are still tried. */
void               care_journal_writer_append_async  (CareJournalWriter   *self,
                                                      CareJournalKind      kind,
                                                      const char          *form,
                                                      const char          *version,
                                                      JsonNode            *body,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
gboolean           care_journal_writer_append_finish (CareJournalWriter   *self,
                                                      GAsyncResult        *result,
                                                      GError             **error);

/* Waits until everything handed in has been tried: before the program ends. FALSE with the first error since the last flush. */
gboolean           care_journal_writer_flush         (CareJournalWriter   *self,
                                                      GError             **error);
guint64            care_journal_writer_get_written   (CareJournalWriter   *self);

G_END_DECLS
