/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Starts the patient's screen as the keeper would, with an envelope made here:
 *
 *   launch-patient PROGRAM FOLDER [--form FILE]… [--response FILE]… [--language L] [--languages L,L] [--size N]
 *                  [--birth-date D] [--now T] [--private QUESTION=ANSWER]… [-- ARGUMENT…]
 *
 * FOLDER gets the journal (journal-1.journal) and the key pair that opens it (keys). */

#include "config.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/care-instant.h"
#include "base/care-json.h"
#include "journal/care-envelope.h"
#include "journal/care-journal-file.h"
#include "keeper/care-keeper-wire.h"
#include "seal/care-seal-keys.h"

typedef struct
{
  char **forms;
  char **responses;
  char **privates;
  char  *language;
  char  *languages;
  char  *birth_date;
  char  *now;
  int    size;
} Wish;

static gboolean
add_files (GPtrArray  *nodes,
           char      **files,
           GError    **error)
{
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      JsonNode *node = care_json_load (files[i], NULL, error);

      if (node == NULL)
        return FALSE;
      g_ptr_array_add (nodes, node);
    }

  return TRUE;
}

static CareEnvelope *
make_envelope (const Wish  *wish,
               const char  *folder,
               GError     **error)
{
  g_autoptr (CareEnvelope) envelope = care_envelope_new ();
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autofree char *key_file = g_build_filename (folder, "keys", NULL);
  g_autofree char *words = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "patient.json", NULL);
  g_autofree char *keyboards = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "keyboards.json", NULL);

  if (keys == NULL || !care_seal_keys_save_new (keys, key_file, error))
    return NULL;
  envelope->visit = g_strdup ("visit-1");
  envelope->patient = g_strdup ("patient-1");
  envelope->birth_date = g_strdup (wish->birth_date != NULL ? wish->birth_date : "1980-05-17");
  envelope->given = g_strdup ("Sample");
  envelope->family = g_strdup ("Person");
  envelope->language = g_strdup (wish->language != NULL ? wish->language : "en");
  envelope->languages = g_strsplit (wish->languages != NULL ? wish->languages : "en,es", ",", -1);
  envelope->size = wish->size;
  envelope->public_key = care_seal_public_key_ref (care_seal_keys_get_public (keys));
  envelope->journal = g_strdup ("journal-1");
  envelope->time_zone = g_strdup ("America/New_York");
  envelope->words = care_json_load (words, NULL, error);
  if (envelope->words == NULL)
    return NULL;
  envelope->keyboards = care_json_load (keyboards, NULL, error);
  if (envelope->keyboards == NULL)
    return NULL;
  if (wish->now != NULL)
    {
      CareInstant now = care_instant_parse (wish->now, zone, error);

      if (now == CARE_INSTANT_NONE)
        return NULL;
      envelope->now_offset = now - g_get_real_time ();
    }
  for (guint i = 0; wish->privates != NULL && wish->privates[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (wish->privates[i], "=", 2);

      if (pair[0] != NULL && pair[1] != NULL)
        care_envelope_add_private (envelope, pair[0], pair[1]);
    }
  if (!add_files (envelope->forms, wish->forms, error) || !add_files (envelope->responses, wish->responses, error))
    return NULL;

  return g_steal_pointer (&envelope);
}

int
main (int    argc,
      char **argv)
{
  Wish wish = { .size = 1 };
  const GOptionEntry entries[] = {
    { "form", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wish.forms, NULL, NULL },
    { "response", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wish.responses, NULL, NULL },
    { "private", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.privates, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &wish.language, NULL, NULL },
    { "languages", 0, 0, G_OPTION_ARG_STRING, &wish.languages, NULL, NULL },
    { "birth-date", 0, 0, G_OPTION_ARG_STRING, &wish.birth_date, NULL, NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &wish.now, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_INT, &wish.size, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("PROGRAM FOLDER [-- ARGUMENT…]");
  g_autoptr (CareEnvelope) envelope = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  int envelope_fd;
  int journal_fd;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || argc < 3)
    {
      g_printerr ("launch-patient: %s\n", error != NULL ? error->message : "PROGRAM and FOLDER are needed");
      return 2;
    }

  envelope = make_envelope (&wish, argv[2], &error);
  envelope_fd = envelope != NULL ? care_envelope_to_fd (envelope, &error) : -1;
  if (envelope_fd < 0)
    {
      g_printerr ("launch-patient: %s\n", error->message);
      return 1;
    }
  journal_fd = care_journal_file_create (argv[2], "journal-1", &error);
  if (journal_fd < 0)
    {
      g_printerr ("launch-patient: %s\n", error->message);
      return 3;
    }

  /* Out of the way first: either may have one of the numbers wanted. */
  envelope_fd = fcntl (envelope_fd, F_DUPFD, 16);
  journal_fd = fcntl (journal_fd, F_DUPFD, 16);
  dup2 (envelope_fd, CARE_KEEPER_FD_ENVELOPE);
  dup2 (journal_fd, CARE_KEEPER_FD_JOURNAL);
  close (envelope_fd);
  close (journal_fd);
  g_unsetenv ("AFTERCARE_KEEPER");

  g_ptr_array_add (arguments, argv[1]);
  for (int i = 3; i < argc; i++)
    {
      if (g_strcmp0 (argv[i], "--") != 0)
        g_ptr_array_add (arguments, argv[i]);
    }
  g_ptr_array_add (arguments, NULL);
  execv (argv[1], (char **) arguments->pdata);
  g_printerr ("launch-patient: %s does not start\n", argv[1]);

  return 3;
}
