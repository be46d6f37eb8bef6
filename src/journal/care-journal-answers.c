/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-journal-answers.h"

static gboolean
is_of (const CareJournalRecord *record,
       CareJournalKind          kind,
       const char              *url)
{
  return record->kind == kind && record->body != NULL && g_strcmp0 (record->form, url) == 0;
}

/**
 * care_journal_answers_load:
 * @reader: a journal
 * @form: one of the forms it has answers to
 * @response: (out) (transfer full) (nullable): the answers; %NULL when there are none in the journal
 * @error: %CARE_ERROR_INPUT when they cannot be read
 *
 * Reads the last %CARE_JOURNAL_ANSWERS of the form and does all
 * %CARE_JOURNAL_CHANGES behind it once more. Hidden answers are in it, too;
 * they are neither exported nor validated.
 *
 * Returns: whether it could be read
 */
gboolean
care_journal_answers_load (CareJournalReader  *reader,
                           CareQuestionnaire  *form,
                           CareResponse      **response,
                           GError            **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  const CareJournalRecord *whole = NULL;
  const char *url;

  g_return_val_if_fail (CARE_IS_JOURNAL_READER (reader), FALSE);
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (form), FALSE);
  g_return_val_if_fail (response != NULL, FALSE);

  *response = NULL;
  url = care_questionnaire_get_url (form);
  for (guint i = 0; i < care_journal_reader_get_length (reader); i++)
    {
      const CareJournalRecord *record = care_journal_reader_get_record (reader, i);

      if (is_of (record, CARE_JOURNAL_ANSWERS, url))
        {
          whole = record;
          g_ptr_array_set_size (changes, 0);
        }
      else if (whole != NULL && is_of (record, CARE_JOURNAL_CHANGES, url))
        g_ptr_array_add (changes, record->body);
    }
  if (whole == NULL)
    return TRUE;

  *response = care_response_new_from_node (form, whole->body, "journal", error);
  if (*response == NULL)
    return FALSE;
  if (care_response_apply_changes (*response, changes, "journal", error))
    return TRUE;

  g_clear_object (response);
  return FALSE;
}
