/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-instant.h"
#include "journal/care-journal-kind.h"
#include "seal/care-seal-keys.h"

G_BEGIN_DECLS

/**
 * CareJournalRecord:
 * @number: 1 for the first
 * @at: when the patient's program wrote it
 * @kind: what it is about
 * @form: (nullable): the form's canonical url
 * @version: (nullable): the form's version
 * @body: (nullable): see #CareJournalKind
 *
 * One record, owned by its reader.
 */
typedef struct
{
  guint64         number;
  CareInstant     at;
  CareJournalKind kind;
  char           *form;
  char           *version;
  JsonNode       *body;
} CareJournalRecord;

/**
 * CareJournalReader:
 *
 * A journal as it was written: every record opened, its place in the chain
 * checked. All or nothing, except for a tail that a power cut tore off.
 */
#define CARE_TYPE_JOURNAL_READER (care_journal_reader_get_type ())
G_DECLARE_FINAL_TYPE (CareJournalReader, care_journal_reader, CARE, JOURNAL_READER, GObject)

CareJournalReader       *care_journal_reader_open        (const char         *path,
                                                          CareSealKeys       *keys,
                                                          const char         *journal,
                                                          const char         *visit,
                                                          const char         *patient,
                                                          GError            **error) G_GNUC_WARN_UNUSED_RESULT;
const char              *care_journal_reader_get_journal (CareJournalReader  *self);
const char              *care_journal_reader_get_digest  (CareJournalReader  *self);
guint                    care_journal_reader_get_length  (CareJournalReader  *self);
const CareJournalRecord *care_journal_reader_get_record  (CareJournalReader  *self,
                                                          guint               index);
const CareJournalRecord *care_journal_reader_find_last   (CareJournalReader  *self,
                                                          CareJournalKind     kind,
                                                          const char         *form);
gsize                    care_journal_reader_get_torn    (CareJournalReader  *self);

G_END_DECLS
