/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/care-error.h"
#include "journal/care-journal-file.h"
#include "journal/care-journal-frame.h"
#include "journal/care-journal-reader.h"
#include "journal/care-journal-writer.h"

#define JOURNAL "j1"
#define FORM    "https://aftercare.example/fhir/Questionnaire/intake"

typedef struct
{
  char         *folder;
  char         *path;
  CareSealKeys *keys;
  CareClock    *clock;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("journal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = care_journal_file_path (fixture->folder, JOURNAL);
  fixture->keys = care_seal_keys_generate (&error);
  g_assert_no_error (error);
  fixture->clock = care_clock_new_fixed (1795615800 * CARE_SECOND);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->path);
  g_free (fixture->folder);
  g_clear_pointer (&fixture->keys, care_seal_keys_unref);
  g_clear_object (&fixture->clock);
}

static CareJournalWriter *
open_writer (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  int fd = care_journal_file_create (fixture->folder, JOURNAL, &error);
  CareJournalWriter *writer;

  g_assert_no_error (error);
  writer = care_journal_writer_new (fd, care_seal_keys_get_public (fixture->keys), JOURNAL, "v1", "p1", fixture->clock,
                                    &error);
  g_assert_no_error (error);

  return writer;
}

static CareJournalReader *
open_reader (Fixture  *fixture,
             GError  **error)
{
  return care_journal_reader_open (fixture->path, fixture->keys, JOURNAL, "v1", "p1", error);
}

static JsonNode *
make_body (int number)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "answer", number);
  json_object_set_string_member (object, "words", "she said \"two coffees\"");
  json_node_take_object (node, object);

  return node;
}

static gboolean
append (CareJournalWriter  *writer,
        int                 number,
        GError            **error)
{
  g_autoptr (JsonNode) body = make_body (number);

  return care_journal_writer_append (writer, CARE_JOURNAL_ANSWERS, FORM, "1", body, error);
}

/* A journal of @n records, closed. */
static void
write_journal (Fixture *fixture,
               int      n)
{
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= n; i++)
    {
      g_assert_true (append (writer, i, &error));
      g_assert_no_error (error);
    }
}

static void
assert_numbers (CareJournalReader *reader,
                guint              n)
{
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const CareJournalRecord *record = care_journal_reader_get_record (reader, i);

      g_assert_cmpuint (record->number, ==, i + 1);
      g_assert_cmpint (json_object_get_int_member (json_node_get_object (record->body), "answer"), ==, i + 1);
    }
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autoptr (CareJournalReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  const CareJournalRecord *record;

  g_assert_true (append (writer, 1, &error));
  care_clock_set_fixed (fixture->clock, 1795615805 * CARE_SECOND);
  g_assert_true (append (writer, 2, &error));
  g_assert_true (care_journal_writer_append (writer, CARE_JOURNAL_DONE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (care_journal_writer_get_written (writer), ==, 3);

  reader = open_reader (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, 3);
  g_assert_cmpuint (care_journal_reader_get_torn (reader), ==, 0);
  g_assert_cmpstr (care_journal_reader_get_journal (reader), ==, JOURNAL);

  record = care_journal_reader_find_last (reader, CARE_JOURNAL_ANSWERS, FORM);
  g_assert_cmpuint (record->number, ==, 2);
  g_assert_cmpint (record->at, ==, 1795615805 * CARE_SECOND);
  g_assert_cmpstr (record->form, ==, FORM);
  g_assert_cmpstr (record->version, ==, "1");
  record = care_journal_reader_find_last (reader, CARE_JOURNAL_DONE, NULL);
  g_assert_null (record->form);
  g_assert_null (record->body);
  g_assert_null (care_journal_reader_find_last (reader, CARE_JOURNAL_BORROW, NULL));
  g_assert_null (care_journal_reader_find_last (reader, CARE_JOURNAL_ANSWERS, "another"));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareJournalReader) reader = open_reader (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, 0);
}

/* Nothing a patient says can be read in the file. */
static void
test_nothing_in_clear (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const words[] = { "coffee", "answer", "patient", FORM, "journal\":", "number" };
  g_autofree char *bytes = NULL;
  gsize length;

  write_journal (fixture, 5);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (memmem (bytes, length, words[i], strlen (words[i])));
}

typedef struct
{
  GMainLoop *loop;
  guint      waiting;
  guint      next;
  guint      failed;
} Async;

typedef struct
{
  Async *async;
  guint  number;
} Call;

static void
appended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (GError) error = NULL;

  if (!care_journal_writer_append_finish (CARE_JOURNAL_WRITER (source), result, &error))
    call->async->failed++;
  g_assert_cmpuint (call->number, ==, call->async->next++);
  if (--call->async->waiting == 0)
    g_main_loop_quit (call->async->loop);
}

static void
append_async (CareJournalWriter *writer,
              Async             *async,
              guint              number)
{
  g_autoptr (JsonNode) body = make_body (number);
  Call *call = g_new0 (Call, 1);

  call->async = async;
  call->number = number;
  async->waiting++;
  care_journal_writer_append_async (writer, CARE_JOURNAL_ANSWERS, FORM, "1", body, appended_cb, call);
  /* What happens to the body afterwards does not reach the journal. */
  json_object_set_int_member (json_node_get_object (body), "answer", 999);
}

static void
test_async_keeps_order (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autoptr (CareJournalReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  Async async = { loop, 0, 1, 0 };

  for (guint i = 1; i <= 200; i++)
    append_async (writer, &async, i);
  g_main_loop_run (loop);
  g_assert_cmpuint (async.failed, ==, 0);

  reader = open_reader (fixture, &error);
  g_assert_no_error (error);
  assert_numbers (reader, 200);
}

/* The writer may be dropped with records on their way: they still arrive. */
static void
test_async_outlives_writer (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  CareJournalWriter *writer = open_writer (fixture);
  g_autoptr (CareJournalReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  Async async = { loop, 0, 1, 0 };

  for (guint i = 1; i <= 20; i++)
    append_async (writer, &async, i);
  g_object_unref (writer);
  g_main_loop_run (loop);

  reader = open_reader (fixture, &error);
  g_assert_no_error (error);
  assert_numbers (reader, 20);
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autoptr (GError) error = NULL;
  Async async = { loop, 0, 1, 0 };

  for (guint i = 1; i <= 20; i++)
    append_async (writer, &async, i);
  g_assert_true (care_journal_writer_flush (writer, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (care_journal_writer_get_written (writer), ==, 20);
  g_main_loop_run (loop);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

static gsize
file_size (const char *path)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));

  return status.st_size;
}

/* The disk is full in the middle of a record, and later it is not: nothing lost, nothing torn. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autoptr (CareJournalReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  gsize before;

  g_assert_true (append (writer, 1, &error));
  before = file_size (fixture->path);

  limit_files (before + 100);
  for (int tries = 0; tries < 3; tries++)
    {
      g_assert_false (append (writer, 2, &error));
      g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
      g_assert_nonnull (strstr (error->message, "disk is full"));
      g_clear_error (&error);
      g_assert_cmpuint (file_size (fixture->path), ==, before);
    }
  limit_files (RLIM_INFINITY);

  g_assert_true (append (writer, 2, &error));
  g_assert_true (append (writer, 3, &error));
  g_assert_no_error (error);
  reader = open_reader (fixture, &error);
  g_assert_no_error (error);
  assert_numbers (reader, 3);
}

static void
test_full_disk_async (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autoptr (GError) error = NULL;
  Async async = { loop, 0, 1, 0 };

  limit_files (file_size (fixture->path) + 10);
  append_async (writer, &async, 1);
  g_assert_false (care_journal_writer_flush (writer, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
  g_clear_error (&error);
  limit_files (RLIM_INFINITY);

  append_async (writer, &async, 2);
  g_assert_true (care_journal_writer_flush (writer, &error));
  g_main_loop_run (loop);
  g_assert_cmpuint (async.failed, ==, 1);
  g_assert_cmpuint (care_journal_writer_get_written (writer), ==, 1);
}

static void
test_too_long (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (CareJournalWriter) writer = open_writer (fixture);
  g_autofree char *text = g_strnfill (CARE_JOURNAL_RECORD_BYTES, 'a');
  g_autoptr (JsonNode) body = json_node_init_string (json_node_alloc (), text);
  g_autoptr (GError) error = NULL;

  g_assert_false (care_journal_writer_append (writer, CARE_JOURNAL_ANSWERS, FORM, "1", body, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_true (append (writer, 1, &error));
}

static void
test_not_a_new_journal (Fixture       *fixture,
                        gconstpointer  data)
{
  static const int flags[] = { O_WRONLY | O_APPEND, O_WRONLY };

  write_journal (fixture, 1);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      int fd = open (fixture->path, flags[i] | O_CLOEXEC);

      g_assert_null (care_journal_writer_new (fd, care_seal_keys_get_public (fixture->keys), JOURNAL, "v1", "p1",
                                              fixture->clock, &error));
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
    }
}

/* Killed in the middle of writing, over and over: every record that was said to be on disk is there. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  for (int round = 0; round < 10; round++)
    {
      g_autoptr (CareJournalReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      int said[2];
      guint32 last = 0;
      pid_t child;

      g_assert_no_errno (pipe2 (said, O_CLOEXEC));
      child = fork ();
      if (child == 0)
        {
          CareJournalWriter *writer = open_writer (fixture);

          for (guint32 i = 1; append (writer, i, NULL); i++)
            {
              if (write (said[1], &i, sizeof i) != sizeof i)
                break;
            }
          _exit (1);
        }
      close (said[1]);
      /* At least one, then somewhere in the middle. */
      g_assert_cmpint (read (said[0], &last, sizeof last), ==, sizeof last);
      g_usleep (2000 + 700 * round);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      while (read (said[0], &last, sizeof last) == sizeof last)
        continue;
      close (said[0]);

      reader = open_reader (fixture, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (care_journal_reader_get_length (reader), >=, last);
      assert_numbers (reader, care_journal_reader_get_length (reader));
      g_unlink (fixture->path);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/journal/" path, Fixture, NULL, set_up, function, tear_down)
  /* First: it forks, which must happen before there is a worker. */
  ADD ("killed", test_killed);
  ADD ("round-trip", test_round_trip);
  ADD ("empty", test_empty);
  ADD ("nothing-in-clear", test_nothing_in_clear);
  ADD ("async/keeps-order", test_async_keeps_order);
  ADD ("async/outlives-writer", test_async_outlives_writer);
  ADD ("async/flush", test_flush);
  ADD ("full-disk/now", test_full_disk);
  ADD ("full-disk/async", test_full_disk_async);
  ADD ("too-long", test_too_long);
  ADD ("not-a-new-journal", test_not_a_new_journal);
#undef ADD

  return g_test_run ();
}
