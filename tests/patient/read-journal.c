/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Prints the last answers that a journal holds, as a QuestionnaireResponse:
 *
 *   read-journal FOLDER FORM
 *
 * FOLDER is the one that launch-patient wrote to, FORM the questionnaire that was answered. */

#include "base/care-error.h"
#include "base/care-json.h"
#include "journal/care-journal-answers.h"
#include "journal/care-journal-file.h"
#include "seal/care-seal-keys.h"

static gboolean
print_answers (const char  *folder,
               const char  *form_path,
               GError     **error)
{
  g_autofree char *key_file = g_build_filename (folder, "keys", NULL);
  g_autofree char *path = care_journal_file_path (folder, "journal-1");
  g_autoptr (CareSealKeys) keys = care_seal_keys_load (key_file, error);
  g_autoptr (CareJournalReader) reader = NULL;
  g_autoptr (CareQuestionnaire) form = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (JsonNode) answers = NULL;
  g_autofree char *text = NULL;

  if (keys == NULL)
    return FALSE;
  form = care_questionnaire_load (form_path, error);
  if (form == NULL)
    return FALSE;
  reader = care_journal_reader_open (path, keys, "journal-1", "visit-1", "patient-1", error);
  if (reader == NULL)
    return FALSE;
  if (!care_journal_answers_load (reader, form, &response, error))
    return FALSE;
  if (response == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: there are no answers", path);
      return FALSE;
    }
  answers = care_response_to_node (response);
  text = care_json_to_text (answers, CARE_JSON_PRETTY);
  g_print ("%s\n", text);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("read-journal FOLDER FORM\n");
      return 2;
    }
  if (!print_answers (argv[1], argv[2], &error))
    {
      g_printerr ("read-journal: %s\n", error->message);
      return 1;
    }

  return 0;
}
