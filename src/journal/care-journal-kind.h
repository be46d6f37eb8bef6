/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareJournalKind:
 * @CARE_JOURNAL_ANSWERS: body is the whole QuestionnaireResponse of the form, in progress, hidden answers included
 * @CARE_JOURNAL_CHANGES: body is what changed since the record before of the form, care_response_take_changes()
 * @CARE_JOURNAL_STEP: body says which step the patient is on
 * @CARE_JOURNAL_DONE: everything asked was answered and reviewed
 * @CARE_JOURNAL_WRONG_BIRTH_DATE: the birth date did not fit three times
 * @CARE_JOURNAL_BORROW: the device was borrowed back in the middle
 * @CARE_JOURNAL_SIGNATURE: body is what was signed and how
 *
 * What a journal record is about; on disk `answers`, `changes`, `step`, `done`,
 * `wrong-birth-date`, `borrow`, `signature`.
 */
typedef enum
{
  CARE_JOURNAL_ANSWERS,
  CARE_JOURNAL_CHANGES,
  CARE_JOURNAL_STEP,
  CARE_JOURNAL_DONE,
  CARE_JOURNAL_WRONG_BIRTH_DATE,
  CARE_JOURNAL_BORROW,
  CARE_JOURNAL_SIGNATURE,
} CareJournalKind;

const char *care_journal_kind_to_string   (CareJournalKind  kind);
gboolean    care_journal_kind_from_string (const char      *text,
                                           CareJournalKind *kind);

G_END_DECLS
