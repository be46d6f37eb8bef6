/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-store-sqlite-private.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"

#define COLUMNS "SELECT d.kind, d.id, d.version, n.subject, d.bytes "
/* How many documents are held ready, and up to which size. */
#define MOST_RECENT    2000
#define LARGEST_RECENT 65536

#define NEWEST  COLUMNS "FROM newest n JOIN document d ON d.kind=n.kind AND d.id=n.id AND d.version=n.version "

static const char *
column (CareStatement *statement,
        int            index)
{
  return (const char *) sqlite3_column_text (statement, index);
}

static CareInstant
read_written_at (JsonObject *resource)
{
  JsonObject *meta = NULL;
  CareInstant at;

  if (json_object_has_member (resource, "meta"))
    meta = json_object_get_object_member (resource, "meta");
  if (meta == NULL || !json_object_has_member (meta, "lastUpdated"))
    return CARE_INSTANT_NONE;

  at = care_instant_parse (json_object_get_string_member (meta, "lastUpdated"), NULL, NULL);

  return at;
}

/* Columns as in COLUMNS. */
static CareDocument *
read_document (CareStoreSqlite *self,
               CareStatement   *statement,
               GError         **error)
{
  const char *kind = column (statement, 0);
  const char *id = column (statement, 1);
  guint version = (guint) sqlite3_column_int64 (statement, 2);
  g_autofree char *place = g_strdup_printf ("%s: %s/%s version %u", self->path, kind, id, version);
  g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 4),
                                          (gsize) sqlite3_column_bytes (statement, 4));
  g_autofree char *text = _care_store_sqlite_open (self, kind, id, version, bytes, error);
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *resource;

  if (text == NULL)
    return NULL;

  node = care_json_parse (text, -1, place, &limits, error);
  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: is no resource; restore the newest backup", place);
      return NULL;
    }

  resource = json_node_get_object (node);
  if (g_strcmp0 (json_object_get_string_member_with_default (resource, "resourceType", NULL), kind) != 0
      || g_strcmp0 (json_object_get_string_member_with_default (resource, "id", NULL), id) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "%s: holds another document than its row says; restore the newest backup", place);
      return NULL;
    }

  return care_document_new (kind, id, column (statement, 3), version, read_written_at (resource), resource);
}

/* Parsing is most of the cost of a read, and the use-cases read a patient's documents many times over. */
static CareDocument *
read_recent (CareStoreSqlite *self,
             CareStatement   *statement,
             GError         **error)
{
  g_autofree char *key = g_strdup_printf ("%s/%s/%d", column (statement, 0), column (statement, 1),
                                          sqlite3_column_int (statement, 2));
  CareDocument *document = g_hash_table_lookup (self->recent, key);

  if (document != NULL)
    return care_document_ref (document);

  document = read_document (self, statement, error);
  if (document == NULL || sqlite3_column_bytes (statement, 4) > LARGEST_RECENT)
    return document;

  if (g_hash_table_size (self->recent) >= MOST_RECENT)
    g_hash_table_remove_all (self->recent);
  g_hash_table_insert (self->recent, g_steal_pointer (&key), care_document_ref (document));

  return document;
}

static GPtrArray *
read_documents (CareStoreSqlite *self,
                CareStatement   *statement,
                GError         **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) care_document_unref);
  gboolean row;

  while (TRUE)
    {
      CareDocument *document;

      if (!_care_store_sqlite_step (self, statement, &row, error))
        return NULL;
      if (!row)
        break;

      document = read_recent (self, statement, error);
      if (document == NULL)
        return NULL;
      g_ptr_array_add (documents, document);
    }

  return g_steal_pointer (&documents);
}

static CareDocument *
store_get (CareStore   *store,
           const char  *kind,
           const char  *id,
           GError     **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self, NEWEST "WHERE n.kind=?1 AND n.id=?2", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
  if (!_care_store_sqlite_step (self, statement, &row, error))
    return NULL;

  if (!row)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "%s/%s: is not in the records", kind, id);
      return NULL;
    }

  return read_recent (self, statement, error);
}

static GPtrArray *
store_history (CareStore   *store,
               const char  *kind,
               const char  *id,
               GError     **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self,
                                COLUMNS "FROM document d JOIN newest n ON d.kind=n.kind AND d.id=n.id "
                                "WHERE d.kind=?1 AND d.id=?2 ORDER BY d.version", error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);

  return read_documents (self, statement, error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (care_document_get_id (*(CareDocument *const *) a), care_document_get_id (*(CareDocument *const *) b));
}

static GPtrArray *
store_list (CareStore   *store,
            const char  *kind,
            const char  *subject,
            GError     **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autoptr (CareStatement) statement = NULL;
  GPtrArray *documents;
  const char *sql = NEWEST "ORDER BY n.kind, n.id";

  /* Asked for in order, SQLite would walk all that the clinic has of a kind to spare itself the sorting of one person's. */
  if (kind != NULL && subject != NULL)
    sql = NEWEST "WHERE n.kind=?1 AND n.subject=?2";
  else if (kind != NULL)
    sql = NEWEST "WHERE n.kind=?1 ORDER BY n.kind, n.id";
  else if (subject != NULL)
    sql = NEWEST "WHERE n.subject=?2 ORDER BY n.kind, n.id";

  statement = _care_store_sqlite_prepare (self, sql, error);
  if (statement == NULL)
    return NULL;

  if (kind != NULL)
    sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  if (subject != NULL)
    sqlite3_bind_text (statement, 2, subject, -1, SQLITE_STATIC);

  documents = read_documents (self, statement, error);
  if (documents != NULL && kind != NULL && subject != NULL)
    g_ptr_array_sort (documents, compare_ids);

  return documents;
}

static GPtrArray *
store_list_appointments (CareStore    *store,
                         CareInstant   from,
                         CareInstant   to,
                         GError      **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self,
                                NEWEST "JOIN appointment a ON a.kind=n.kind AND a.id=n.id "
                                "WHERE a.starts>=?1 AND a.starts<?2 ORDER BY a.starts, a.id", error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);

  return read_documents (self, statement, error);
}

static gboolean
store_is_journal_taken (CareStore   *store,
                        const char  *journal,
                        gboolean    *taken,
                        GError     **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self, "SELECT 1 FROM journal WHERE id=?1", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, journal, -1, SQLITE_STATIC);

  return _care_store_sqlite_step (self, statement, taken, error);
}

gboolean
_care_store_sqlite_last_audit (CareStoreSqlite *self,
                               gint64          *number,
                               char           **hash,
                               GError         **error)
{
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self, "SELECT number, hash FROM audit_end", error);
  gboolean row;

  if (statement == NULL || !_care_store_sqlite_step (self, statement, &row, error))
    return FALSE;

  if (!row)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "%s: the end of the audit trail is missing; restore the newest backup", self->path);
      return FALSE;
    }

  *number = sqlite3_column_int64 (statement, 0);
  *hash = g_strdup (column (statement, 1));

  return TRUE;
}

static gboolean
verify_file (CareStoreSqlite *self,
             GError         **error)
{
  g_autoptr (CareStatement) statement = _care_store_sqlite_prepare (self, "PRAGMA quick_check(1)", error);
  gboolean row;

  if (statement == NULL || !_care_store_sqlite_step (self, statement, &row, error))
    return FALSE;

  if (!row || strcmp (column (statement, 0), "ok") != 0)
    return _care_store_sqlite_fail (self, SQLITE_CORRUPT, error);

  return TRUE;
}

static gboolean
verify_documents (CareStoreSqlite *self,
                  guint64         *documents,
                  GError         **error)
{
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self,
                                COLUMNS "FROM document d LEFT JOIN newest n ON d.kind=n.kind AND d.id=n.id "
                                "ORDER BY d.kind, d.id, d.version", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  *documents = 0;
  while (TRUE)
    {
      g_autoptr (CareDocument) document = NULL;

      if (!_care_store_sqlite_step (self, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      document = read_document (self, statement, error);
      if (document == NULL)
        return FALSE;
      (*documents)++;
    }
}

/* Every document has all its versions, and what is shown of it is the last. */
static gboolean
verify_versions (CareStoreSqlite *self,
                 GError         **error)
{
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self,
                                "SELECT d.kind, d.id FROM document d LEFT JOIN newest n ON d.kind=n.kind AND d.id=n.id "
                                "GROUP BY d.kind, d.id "
                                "HAVING n.version IS NULL OR n.version <> max(d.version) OR count(*) <> max(d.version) "
                                "UNION ALL SELECT n.kind, n.id FROM newest n WHERE NOT EXISTS "
                                "(SELECT 1 FROM document d WHERE d.kind=n.kind AND d.id=n.id)", error);
  gboolean row;

  if (statement == NULL || !_care_store_sqlite_step (self, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
               "%s: %s/%s: versions are missing or too many; restore the newest backup", self->path,
               column (statement, 0), column (statement, 1));

  return FALSE;
}

static gboolean
verify_audit (CareStoreSqlite *self,
              guint64         *audit_rows,
              char           **head,
              GError         **error)
{
  g_autofree char *previous = g_strdup (CARE_AUDIT_START);
  g_autofree char *last_hash = NULL;
  gint64 last_number;
  gint64 number = 0;

  while (TRUE)
    {
      g_autoptr (GPtrArray) rows = _care_store_sqlite_list_audit (CARE_STORE (self), number, 500, error);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        break;

      for (guint i = 0; i < rows->len; i++)
        {
          CareAuditRow *row = g_ptr_array_index (rows, i);

          if (!care_audit_row_check (row, number + 1, previous, error))
            return FALSE;

          number = row->number;
          g_free (previous);
          previous = g_strdup (row->hash);
        }
    }

  if (!_care_store_sqlite_last_audit (self, &last_number, &last_hash, error))
    return FALSE;
  if (last_number != number || strcmp (last_hash, previous) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "%s: the audit trail should end with row %" G_GINT64_FORMAT " and ends with row %"
                   G_GINT64_FORMAT "; compare with the newest backup", self->path, last_number, number);
      return FALSE;
    }

  *audit_rows = (guint64) number;
  *head = g_steal_pointer (&previous);

  return TRUE;
}

static gboolean
store_verify (CareStore *store,
              guint64   *documents,
              guint64   *audit_rows,
              char     **head,
              GError   **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autofree char *last = NULL;
  guint64 n_documents;
  guint64 n_rows;

  if (!verify_file (self, error)
      || !verify_documents (self, &n_documents, error)
      || !verify_versions (self, error)
      || !verify_audit (self, &n_rows, &last, error))
    return FALSE;

  if (documents != NULL)
    *documents = n_documents;
  if (audit_rows != NULL)
    *audit_rows = n_rows;
  if (head != NULL)
    *head = g_steal_pointer (&last);

  return TRUE;
}

void
_care_store_sqlite_init_reading (CareStoreInterface *iface)
{
  iface->get = store_get;
  iface->history = store_history;
  iface->list = store_list;
  iface->list_appointments = store_list_appointments;
  iface->is_journal_taken = store_is_journal_taken;
  iface->read_last_audit = _care_store_sqlite_read_last_audit;
  iface->list_audit = _care_store_sqlite_list_audit;
  iface->verify = store_verify;
}
