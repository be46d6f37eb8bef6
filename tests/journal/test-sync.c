/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* An answer that is said to be saved was handed to the disk, and one that the disk did not take is not said to be. */

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/care-error.h"
#include "journal/care-journal-file.h"
#include "journal/care-journal-reader.h"
#include "journal/care-journal-writer.h"

#define FORM "https://aftercare.example/fhir/Questionnaire/first-visit"

static guint synced;
static gboolean broken;

/* In the place of the system's: it counts, and it can fail as a broken disk does. */
int
fdatasync (int fd)
{
  synced++;
  if (broken)
    {
      errno = EIO;
      return -1;
    }

  return (int) syscall (SYS_fdatasync, fd);
}

static gboolean
append (CareJournalWriter  *writer,
        const char         *answer,
        GError            **error)
{
  g_autoptr (JsonNode) body = json_node_init_string (json_node_alloc (), answer);

  return care_journal_writer_append (writer, CARE_JOURNAL_ANSWERS, FORM, "1", body, error);
}

static void
test_every_answer (void)
{
  g_autofree char *folder = g_dir_make_tmp ("care-sync-XXXXXX", NULL);
  g_autofree char *path = care_journal_file_path (folder, "journal-1");
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (NULL);
  g_autoptr (CareClock) clock = care_clock_new_fixed (1795615800 * CARE_SECOND);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareJournalReader) reader = NULL;
  CareJournalWriter *writer;

  writer = care_journal_writer_new (care_journal_file_create (folder, "journal-1", &error), care_seal_keys_get_public (keys),
                                    "journal-1", "v1", "p1", clock, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= 5; i++)
    {
      guint before = synced;

      g_assert_true (append (writer, "one coffee", &error));
      g_assert_no_error (error);
      g_assert_cmpuint (synced, ==, before + 1);
    }

  broken = TRUE;
  g_assert_false (append (writer, "two coffees", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
  g_clear_error (&error);
  broken = FALSE;
  g_assert_true (append (writer, "three coffees", &error));
  g_assert_no_error (error);
  g_object_unref (writer);

  /* What was refused is not there, and what came after it is. */
  reader = care_journal_reader_open (path, keys, "journal-1", "v1", "p1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, 6);
  g_assert_cmpstr (json_node_get_string (care_journal_reader_get_record (reader, 5)->body), ==, "three coffees");

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/sync/every-answer", test_every_answer);

  return g_test_run ();
}
