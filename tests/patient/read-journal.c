/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Prints the last answers that a journal holds, as a QuestionnaireResponse:
 *
 *   read-journal FOLDER
 *
 * FOLDER is the one that launch-patient wrote to. */

#include "base/care-error.h"
#include "base/care-json.h"
#include "journal/care-journal-file.h"
#include "journal/care-journal-reader.h"
#include "seal/care-seal-keys.h"

static gboolean
print_answers (const char  *folder,
               GError     **error)
{
  g_autofree char *key_file = g_build_filename (folder, "keys", NULL);
  g_autofree char *path = care_journal_file_path (folder, "journal-1");
  g_autoptr (CareSealKeys) keys = care_seal_keys_load (key_file, error);
  g_autoptr (CareJournalReader) reader = NULL;
  g_autofree char *text = NULL;
  const CareJournalRecord *record;

  if (keys == NULL)
    return FALSE;
  reader = care_journal_reader_open (path, keys, "journal-1", "visit-1", "patient-1", error);
  if (reader == NULL)
    return FALSE;
  record = care_journal_reader_find_last (reader, CARE_JOURNAL_ANSWERS, NULL);
  if (record == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: there are no answers", path);
      return FALSE;
    }
  text = care_json_to_text (record->body, CARE_JSON_PRETTY);
  g_print ("%s\n", text);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("read-journal FOLDER\n");
      return 2;
    }
  if (!print_answers (argv[1], &error))
    {
      g_printerr ("read-journal: %s\n", error->message);
      return 1;
    }

  return 0;
}
