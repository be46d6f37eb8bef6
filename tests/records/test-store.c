/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/care-error.h"
#include "records/care-audit.h"
#include "records/care-store-sqlite.h"

#define NOW (G_GINT64_CONSTANT (1795334400) * CARE_SECOND)

typedef struct
{
  char      *folder;
  char      *path;
  CareStore *store;
} Fixture;

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = care_store_sqlite_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("care-records-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "store.db", NULL);
  reopen (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static JsonObject *
make (const char *kind,
      const char *id,
      const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "resourceType", kind);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "text", text);

  return object;
}

static gboolean
put (CareStore   *store,
     const char  *id,
     guint        expected,
     const char  *text,
     GError     **error)
{
  g_autoptr (CareStoreChange) change = care_store_change_new (NOW);

  care_store_change_put (change, "p1", expected, make ("Patient", id, text));
  care_store_change_audit (change, make ("AuditEvent", id, "put"));

  return care_store_commit (store, change, error);
}

static void
assert_text (CareStore  *store,
             const char *id,
             guint       version,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareDocument) document = care_store_get (store, "Patient", id, &error);
  JsonObject *meta;

  g_assert_no_error (error);
  g_assert_cmpuint (care_document_get_version (document), ==, version);
  g_assert_cmpstr (json_object_get_string_member (care_document_get_resource (document), "text"), ==, text);
  meta = json_object_get_object_member (care_document_get_resource (document), "meta");
  g_assert_cmpint (g_ascii_strtoll (json_object_get_string_member (meta, "versionId"), NULL, 10), ==, version);
  g_assert_cmpint (care_document_get_written_at (document), ==, NOW);
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_true (put (fixture->store, "a", 0, "one", &error));
  g_assert_true (put (fixture->store, "a", 1, "two", &error));
  reopen (fixture);
  assert_text (fixture->store, "a", 2, "two");
  history = care_store_history (fixture->store, "Patient", "a", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (json_object_get_string_member (care_document_get_resource (g_ptr_array_index (history, 0)), "text"),
                   ==, "one");
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  static const guint wrong[] = { 0, 2, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_true (put (fixture->store, "a", 0, "one", NULL));
      g_assert_false (put (fixture->store, "a", wrong[i], "lost", &error));
      g_assert_error (error, CARE_ERROR, CARE_ERROR_CONFLICT);
    }
  assert_text (fixture->store, "a", 1, "one");
}

/* One bad part, and nothing of the change is kept: neither the good put nor journal nor audit. */
static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareStoreChange) change = care_store_change_new (NOW);
  g_autoptr (CareDocument) none = NULL;
  g_autoptr (GPtrArray) audit = NULL;
  gboolean taken = TRUE;

  care_store_change_take_journal (change, "j1");
  care_store_change_put (change, NULL, 0, make ("Patient", "good", "x"));
  care_store_change_put (change, NULL, 4, make ("Patient", "bad", "x"));
  care_store_change_audit (change, make ("AuditEvent", "e", "x"));
  g_assert_false (care_store_commit (fixture->store, change, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_CONFLICT);
  g_clear_error (&error);

  none = care_store_get (fixture->store, "Patient", "good", &error);
  g_assert_null (none);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (care_store_is_journal_taken (fixture->store, "j1", &taken, &error));
  g_assert_false (taken);
  audit = care_store_list_audit (fixture->store, 0, 10, &error);
  g_assert_cmpuint (audit->len, ==, 0);
}

static void
test_journal_once (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gboolean taken = FALSE;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (CareStoreChange) change = care_store_change_new (NOW);
      gboolean fine;

      care_store_change_take_journal (change, "j1");
      fine = care_store_commit (fixture->store, change, &error);
      g_assert_true (fine == (i == 0));
    }
  g_assert_error (error, CARE_ERROR, CARE_ERROR_CONFLICT);
  g_assert_true (care_store_is_journal_taken (fixture->store, "j1", &taken, NULL));
  g_assert_true (taken);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareStoreChange) change = care_store_change_new (NOW);
  g_autoptr (GPtrArray) by_kind = NULL;
  g_autoptr (GPtrArray) by_both = NULL;
  g_autoptr (GPtrArray) by_subject = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) slots = NULL;

  care_store_change_put (change, "p1", 0, make ("Consent", "c1", ""));
  care_store_change_put (change, "p2", 0, make ("Consent", "c2", ""));
  care_store_change_put (change, "p1", 0, make ("Task", "t1", ""));
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%d", i);

      care_store_change_put_slot (change, "p1", 0, make ("Appointment", id, ""), NOW + (2 - i) * CARE_HOUR,
                                  NOW + (3 - i) * CARE_HOUR, "room-1");
    }
  g_assert_true (care_store_commit (fixture->store, change, &error));

  by_kind = care_store_list (fixture->store, "Consent", NULL, &error);
  by_both = care_store_list (fixture->store, "Consent", "p2", &error);
  by_subject = care_store_list (fixture->store, NULL, "p1", &error);
  all = care_store_list (fixture->store, NULL, NULL, &error);
  slots = care_store_list_appointments (fixture->store, NOW, NOW + 2 * CARE_HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (by_kind->len, ==, 2);
  g_assert_cmpuint (by_both->len, ==, 1);
  g_assert_cmpuint (by_subject->len, ==, 5);
  g_assert_cmpuint (all->len, ==, 6);
  g_assert_cmpuint (slots->len, ==, 2);
  g_assert_cmpstr (care_document_get_id (g_ptr_array_index (slots, 0)), ==, "a2");
  g_assert_cmpstr (care_document_get_id (g_ptr_array_index (slots, 1)), ==, "a1");
}

static void
test_moved_slot (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CareStoreChange) change = care_store_change_new (NOW);

      care_store_change_put_slot (change, "p1", i, make ("Appointment", "a", ""), NOW + i * CARE_HOUR,
                                  NOW + (i + 1) * CARE_HOUR, NULL);
      g_assert_true (care_store_commit (fixture->store, change, &error));
    }

  before = care_store_list_appointments (fixture->store, NOW, NOW + 1, &error);
  after = care_store_list_appointments (fixture->store, NOW + CARE_HOUR, NOW + 2 * CARE_HOUR, &error);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static const char *const tampering[] = {
  "UPDATE audit SET bytes = CAST('{}' AS BLOB) WHERE number = 2",
  "DELETE FROM audit WHERE number = 2", "DELETE FROM audit WHERE number = 3",
  "UPDATE audit SET hash = '00' WHERE number = 1", "UPDATE audit_end SET number = 2",
  "UPDATE document SET bytes = CAST('{\"resourceType\":\"Patient\",\"id\":\"other\"}' AS BLOB)",
  "UPDATE document SET bytes = CAST('not json' AS BLOB)",
  "DELETE FROM document", "DELETE FROM document WHERE version = 2",
  "DELETE FROM newest", "UPDATE newest SET version = 1",
  "INSERT INTO document SELECT kind, id, version + 7, bytes FROM document WHERE version = 3",
};

static void
test_verify (Fixture       *fixture,
             gconstpointer  data)
{
  const char *sql = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  guint64 documents = 0;
  guint64 rows = 0;

  for (guint i = 0; i < 3; i++)
    g_assert_true (put (fixture->store, "a", i, "x", &error));

  if (sql == NULL)
    {
      g_assert_true (care_store_verify (fixture->store, &documents, &rows, &head, &error));
      g_assert_cmpuint (documents, ==, 3);
      g_assert_cmpuint (rows, ==, 3);
      g_assert_cmpuint (strlen (head), ==, 64);
      return;
    }

  g_clear_object (&fixture->store);
  run_sql (fixture->path, sql);
  reopen (fixture);
  g_assert_false (care_store_verify (fixture->store, &documents, &rows, &head, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
assert_open_fails (const char *path,
                   int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareStore) store = care_store_sqlite_open (path, NULL, &error);

  g_assert_null (store);
  g_assert_error (error, CARE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, path));
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_clear_object (&fixture->store);
  run_sql (fixture->path, "PRAGMA user_version = 99");
  assert_open_fails (fixture->path, CARE_ERROR_UNSUPPORTED);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "foreign.db", NULL);

  run_sql (path, "CREATE TABLE theirs (x)");
  assert_open_fails (path, CARE_ERROR_INPUT);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "damaged.db", NULL);
  g_autofree char *kept = NULL;
  const char *junk = "this is no database at all, not even nearly, whatever somebody may have called it ..........";

  g_assert_true (g_file_set_contents (path, junk, -1, NULL));
  assert_open_fails (path, CARE_ERROR_INPUT);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, junk);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "store.db", NULL);

  assert_open_fails (path, CARE_ERROR_ENVIRONMENT);
}

static void
test_private_file (Fixture       *fixture,
                   gconstpointer  data)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* Another program in the middle of a change: said so, and afterwards it goes on. */
static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (put (fixture->store, "a", 0, "x", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);

  g_assert_true (put (fixture->store, "a", 0, "x", NULL));
}

/* No room left: the save says so, what was there is there, and with room it goes on. */
static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (400000, 'x');
  struct rlimit limit;
  rlim_t former;

  g_assert_true (put (fixture->store, "a", 0, "kept", NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  former = limit.rlim_cur;
  limit.rlim_cur = 150000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (put (fixture->store, "a", 1, large, &error));
  limit.rlim_cur = former;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
  assert_text (fixture->store, "a", 1, "kept");
  g_assert_true (put (fixture->store, "a", 1, large, NULL));
  g_assert_true (care_store_verify (fixture->store, NULL, NULL, NULL, NULL));
}

/* A program that saves and saves is killed in the middle: what it had been told was kept is there, whole. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  int told[2];
  guint last = 0;
  guint number;
  pid_t child;
  g_autoptr (CareDocument) document = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (pipe (told), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (CareStore) store = care_store_sqlite_open (fixture->path, NULL, NULL);

      for (guint i = 0;; i++)
        {
          guint version = i + 1;

          if (!put (store, "a", i, "some words that take a little room", NULL)
              || write (told[1], &version, sizeof version) != sizeof version)
            _exit (1);
        }
    }

  close (told[1]);
  while (last < 40 && read (told[0], &number, sizeof number) == sizeof number)
    last = number;
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (told[0], &number, sizeof number) == sizeof number)
    last = number;
  close (told[0]);

  reopen (fixture);
  g_assert_true (care_store_verify (fixture->store, NULL, NULL, NULL, NULL));
  document = care_store_get (fixture->store, "Patient", "a", NULL);
  g_assert_nonnull (document);
  g_assert_cmpuint (care_document_get_version (document), >=, last);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/records/store/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("versions", test_versions);
  ADD ("conflict", test_conflict);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("journal-once", test_journal_once);
  ADD ("lists", test_lists);
  ADD ("moved-slot", test_moved_slot);
  ADD ("newer", test_newer);
  ADD ("foreign", test_foreign);
  ADD ("damaged", test_damaged);
  ADD ("no-folder", test_no_folder);
  ADD ("private-file", test_private_file);
  ADD ("locked", test_locked);
  ADD ("disk-full", test_disk_full);
  ADD ("killed", test_killed);
#undef ADD
  g_test_add ("/records/store/verify/sound", Fixture, NULL, set_up, test_verify, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      g_autofree char *path = g_strdup_printf ("/records/store/verify/tampered/%" G_GSIZE_FORMAT, i);

      g_test_add (path, Fixture, tampering[i], set_up, test_verify, tear_down);
    }

  return g_test_run ();
}
