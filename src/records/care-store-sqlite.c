/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-store-sqlite-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/care-error.h"

static void store_iface_init (CareStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareStoreSqlite, care_store_sqlite, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CARE_TYPE_STORE, store_iface_init))

/* In clear: random ids, kinds, versions; of appointments start, end and room. All else is in bytes. */
static const char schema[] =
  "CREATE TABLE document ("
  "  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, bytes BLOB NOT NULL,"
  "  PRIMARY KEY (kind, id, version));"
  "CREATE TABLE newest ("
  "  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, subject TEXT,"
  "  PRIMARY KEY (kind, id));"
  "CREATE INDEX newest_subject ON newest (subject, kind);"
  "CREATE TABLE appointment ("
  "  kind TEXT NOT NULL, id TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, room TEXT,"
  "  PRIMARY KEY (kind, id));"
  "CREATE INDEX appointment_starts ON appointment (starts);"
  "CREATE TABLE journal (id TEXT NOT NULL PRIMARY KEY, taken_at INTEGER NOT NULL);"
  "CREATE TABLE audit (number INTEGER NOT NULL PRIMARY KEY, bytes BLOB NOT NULL, hash TEXT NOT NULL);"
  "CREATE TABLE audit_end (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),"
  "  number INTEGER NOT NULL, hash TEXT NOT NULL);"
  "INSERT INTO audit_end VALUES (1, 0, '" CARE_AUDIT_START "');";

gboolean
_care_store_sqlite_fail (CareStoreSqlite *self,
                         int              code,
                         GError         **error)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   "%s: the disk is full; nothing was changed. Make room and try again", self->path);
      break;

    case SQLITE_IOERR:
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   "%s: the disk could not be read or written (%s); nothing was changed. Make room or check "
                   "the disk, and try again", self->path, sqlite3_errstr (code));
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   "%s: another program holds the records; nothing was changed. Close it and try again",
                   self->path);
      break;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "%s: the file is damaged or holds no records; it was left as it is. Restore the newest backup",
                   self->path);
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   "%s: may not be opened for writing; nothing was changed. Check the folder's owner and rights",
                   self->path);
      break;

    default:
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: %s; nothing was changed",
                   self->path, sqlite3_errstr (code));
      break;
    }

  return FALSE;
}

CareStatement *
_care_store_sqlite_prepare (CareStoreSqlite *self,
                            const char      *sql,
                            GError         **error)
{
  CareStatement *statement = NULL;
  int code = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    {
      _care_store_sqlite_fail (self, code, error);
      return NULL;
    }

  return statement;
}

gboolean
_care_store_sqlite_run (CareStoreSqlite *self,
                        const char      *sql,
                        GError         **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    return _care_store_sqlite_fail (self, code, error);

  return TRUE;
}

gboolean
_care_store_sqlite_step (CareStoreSqlite *self,
                         CareStatement   *statement,
                         gboolean        *row,
                         GError         **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return _care_store_sqlite_fail (self, code, error);

  if (row != NULL)
    *row = code == SQLITE_ROW;

  return TRUE;
}

GBytes *
_care_store_sqlite_seal (CareStoreSqlite *self,
                         const char      *kind,
                         const char      *id,
                         guint            version,
                         const char      *text,
                         GError         **error)
{
  g_autoptr (GBytes) plain = g_bytes_new (text, strlen (text));

  if (self->codec == NULL)
    return g_steal_pointer (&plain);

  return care_store_codec_seal (self->codec, kind, id, version, plain, error);
}

char *
_care_store_sqlite_open (CareStoreSqlite *self,
                         const char      *kind,
                         const char      *id,
                         guint            version,
                         GBytes          *bytes,
                         GError         **error)
{
  g_autoptr (GBytes) plain = NULL;

  if (self->codec == NULL)
    plain = g_bytes_ref (bytes);
  else
    plain = care_store_codec_open (self->codec, kind, id, version, bytes, error);

  if (plain == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
}

static gboolean
read_number (CareStoreSqlite *self,
             const char      *sql,
             gint64          *number,
             GError         **error)
{
  g_autoptr (CareStatement) statement = _care_store_sqlite_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !_care_store_sqlite_step (self, statement, &row, error))
    return FALSE;

  *number = row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

static gboolean
make_tables (CareStoreSqlite *self,
             GError         **error)
{
  gint64 tables;
  g_autofree char *marks = NULL;

  if (!read_number (self, "SELECT count(*) FROM sqlite_master", &tables, error))
    return FALSE;

  if (tables != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "%s: a database of another program; it was left as it is. Choose another file", self->path);
      return FALSE;
    }

  marks = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;", CARE_STORE_APPLICATION,
                           CARE_STORE_SCHEMA);
  if (_care_store_sqlite_run (self, "BEGIN IMMEDIATE", error)
      && _care_store_sqlite_run (self, schema, error)
      && _care_store_sqlite_run (self, marks, error)
      && _care_store_sqlite_run (self, "COMMIT", error))
    return TRUE;

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

static gboolean
check_tables (CareStoreSqlite *self,
              GError         **error)
{
  gint64 application;
  gint64 version;

  if (!read_number (self, "PRAGMA application_id", &application, error)
      || !read_number (self, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application == 0 && version == 0)
    return make_tables (self, error);

  if (application != CARE_STORE_APPLICATION)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "%s: a database of another program; it was left as it is. Choose another file", self->path);
      return FALSE;
    }

  if (version != CARE_STORE_SCHEMA)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_UNSUPPORTED,
                   "%s: records of version %" G_GINT64_FORMAT " are newer than this program (version %d); they "
                   "were left as they are. Install the newer program", self->path, version, CARE_STORE_SCHEMA);
      return FALSE;
    }

  return TRUE;
}

/* The file belongs to its owner alone from the first byte on. */
static gboolean
make_file (const char *path,
           GError    **error)
{
  int fd = open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved = errno;

      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: %s; check the folder", path,
                   g_strerror (saved));
      return FALSE;
    }
  close (fd);

  return TRUE;
}

static gboolean
open_database (CareStoreSqlite *self,
               GError         **error)
{
  g_autoptr (CareStatement) statement = NULL;
  gboolean row;
  int code;

  code = sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL);
  if (code != SQLITE_OK)
    return _care_store_sqlite_fail (self, code, error);

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 2000);

  statement = _care_store_sqlite_prepare (self, "PRAGMA journal_mode=WAL", error);
  if (statement == NULL || !_care_store_sqlite_step (self, statement, &row, error))
    return FALSE;
  if (!row || g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "wal") != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   "%s: this file system cannot keep the records safe (no write-ahead log); choose a local disk",
                   self->path);
      return FALSE;
    }

  /* The answer's row is held until here; a held row holds the file. */
  g_clear_pointer (&statement, sqlite3_finalize);

  return _care_store_sqlite_run (self, "PRAGMA synchronous=FULL", error)
         && _care_store_sqlite_run (self, "PRAGMA trusted_schema=OFF", error)
         && check_tables (self, error);
}

static void
care_store_sqlite_finalize (GObject *object)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (object);

  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_clear_pointer (&self->recent, g_hash_table_unref);
  g_clear_object (&self->codec);
  g_free (self->path);

  G_OBJECT_CLASS (care_store_sqlite_parent_class)->finalize (object);
}

static void
store_iface_init (CareStoreInterface *iface)
{
  iface->commit = _care_store_sqlite_commit;
  _care_store_sqlite_init_reading (iface);
}

static void
care_store_sqlite_class_init (CareStoreSqliteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = care_store_sqlite_finalize;
}

static void
care_store_sqlite_init (CareStoreSqlite *self)
{
  self->recent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) care_document_unref);
}

/**
 * care_store_sqlite_open:
 * @path: the file; made (for its owner alone) when it is not there
 * @codec: (nullable): what seals the documents; NULL keeps them as text
 *
 * Returns: (transfer full): a store, or NULL with %CARE_ERROR_INPUT (damaged, another program's),
 *   %CARE_ERROR_UNSUPPORTED (written by a newer program) or %CARE_ERROR_ENVIRONMENT
 */
CareStore *
care_store_sqlite_open (const char     *path,
                        CareStoreCodec *codec,
                        GError        **error)
{
  g_autoptr (CareStoreSqlite) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (codec == NULL || CARE_IS_STORE_CODEC (codec), NULL);

  self = g_object_new (CARE_TYPE_STORE_SQLITE, NULL);
  self->path = g_strdup (path);
  g_set_object (&self->codec, codec);

  if (!make_file (path, error) || !open_database (self, error))
    return NULL;

  return CARE_STORE (g_steal_pointer (&self));
}

/**
 * care_store_sqlite_set_hasty:
 * @self: a store
 * @hasty: TRUE while made-up data is written; FALSE afterwards
 *
 * Returns: FALSE when the disk could not be brought up to date
 */
gboolean
care_store_sqlite_set_hasty (CareStoreSqlite *self,
                             gboolean         hasty,
                             GError         **error)
{
  g_return_val_if_fail (CARE_IS_STORE_SQLITE (self), FALSE);

  if (hasty)
    return _care_store_sqlite_run (self, "PRAGMA synchronous=OFF", error);

  return _care_store_sqlite_run (self, "PRAGMA synchronous=FULL", error)
         && _care_store_sqlite_run (self, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}
