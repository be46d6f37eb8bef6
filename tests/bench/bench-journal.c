/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A sealed, durable record in the journal against a bare SQLite commit of the same bytes, turn by turn in one run. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "journal/care-journal-file.h"
#include "journal/care-journal-writer.h"
#include "seal/care-seal-keys.h"

#define ROUNDS     300
#define BODY_BYTES 20000
#define LIMIT      2.0

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

static double
median_ms (gint64 *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);

  return times[ROUNDS / 2] / 1000.0;
}

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
                                 "CREATE TABLE record (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);

  return database;
}

static gint64
time_commit (sqlite3_stmt *statement,
             const char   *bytes)
{
  gint64 begun = g_get_monotonic_time ();

  sqlite3_bind_blob (statement, 1, bytes, BODY_BYTES, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);

  return g_get_monotonic_time () - begun;
}

static gint64
time_append (CareJournalWriter *writer,
             JsonNode          *body)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  care_journal_writer_append (writer, CARE_JOURNAL_ANSWERS, "https://aftercare.example/fhir/Questionnaire/intake", "1", body,
                              &error);
  g_assert_no_error (error);

  return g_get_monotonic_time () - begun;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_build_filename (argc > 1 ? argv[1] : g_get_tmp_dir (), "bench-journal-XXXXXX", NULL);
  g_autofree char *database_path = NULL;
  g_autofree char *bytes = g_strnfill (BODY_BYTES, 'a');
  g_autoptr (JsonNode) body = json_node_init_string (json_node_alloc (), bytes);
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (NULL);
  g_autoptr (CareClock) clock = care_clock_new_system ();
  g_autoptr (CareJournalWriter) writer = NULL;
  g_autofree char *journal_path = NULL;
  gint64 commits[ROUNDS];
  gint64 appends[ROUNDS];
  sqlite3_stmt *statement = NULL;
  sqlite3 *database;
  double commit, append;

  g_assert_nonnull (g_mkdtemp (folder));
  database_path = g_build_filename (folder, "floor.db", NULL);
  journal_path = care_journal_file_path (folder, "bench");
  database = open_database (database_path);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "INSERT INTO record (bytes) VALUES (?)", -1, &statement, NULL), ==, SQLITE_OK);
  writer = care_journal_writer_new (care_journal_file_create (folder, "bench", NULL), care_seal_keys_get_public (keys),
                                    "bench", "v", "p", clock, NULL);

  for (int i = 0; i < ROUNDS; i++)
    {
      commits[i] = time_commit (statement, bytes);
      appends[i] = time_append (writer, body);
    }
  commit = median_ms (commits);
  append = median_ms (appends);

  sqlite3_finalize (statement);
  sqlite3_close (database);
  g_unlink (database_path);
  g_unlink (journal_path);
  g_rmdir (folder);

  g_print ("journal: %d bytes sealed, appended and on disk in %.3f ms; a bare SQLite commit of them takes %.3f ms: %.2f x "
           "(limit %.1f x)\n",
           BODY_BYTES, append, commit, append / commit, LIMIT);

  return append <= LIMIT * commit ? 0 : 1;
}
