/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-journal-kind.h"

static const char *const names[] = {
  [CARE_JOURNAL_ANSWERS] = "answers",
  [CARE_JOURNAL_CHANGES] = "changes",
  [CARE_JOURNAL_STEP] = "step",
  [CARE_JOURNAL_DONE] = "done",
  [CARE_JOURNAL_WRONG_BIRTH_DATE] = "wrong-birth-date",
  [CARE_JOURNAL_BORROW] = "borrow",
  [CARE_JOURNAL_SIGNATURE] = "signature",
};

/**
 * care_journal_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its name on disk
 */
const char *
care_journal_kind_to_string (CareJournalKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

/**
 * care_journal_kind_from_string:
 * @text: a name on disk
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
care_journal_kind_from_string (const char      *text,
                               CareJournalKind *kind)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (text, names[i]))
        {
          *kind = (CareJournalKind) i;
          return TRUE;
        }
    }

  return FALSE;
}
