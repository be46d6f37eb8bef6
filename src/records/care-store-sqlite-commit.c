/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-store-sqlite-private.h"

#include "base/care-error.h"
#include "base/care-json.h"

static char *
resource_to_text (JsonObject *resource)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, resource);

  return care_json_to_text (node, CARE_JSON_COMPACT);
}

/* FHIR's own place for version and time: Resource.meta. */
static void
stamp_resource (JsonObject  *resource,
                guint        version,
                CareInstant  at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *id = g_strdup_printf ("%u", version);
  g_autofree char *when = care_instant_format (at, utc);
  JsonObject *meta;

  if (json_object_has_member (resource, "meta"))
    meta = json_object_get_object_member (resource, "meta");
  else
    {
      meta = json_object_new ();
      json_object_set_object_member (resource, "meta", meta);
    }
  json_object_set_string_member (meta, "versionId", id);
  json_object_set_string_member (meta, "lastUpdated", when);
}

static gboolean
check_version (CareStoreSqlite *self,
               CareStorePut    *put,
               GError         **error)
{
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self, "SELECT version FROM newest WHERE kind=?1 AND id=?2", error);
  gboolean row;
  guint found = 0;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, put->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, put->id, -1, SQLITE_STATIC);
  if (!_care_store_sqlite_step (self, statement, &row, error))
    return FALSE;

  if (row)
    found = (guint) sqlite3_column_int64 (statement, 0);
  if (found == put->expected)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_CONFLICT,
               "%s/%s: version %u was expected and version %u found: somebody else changed it. Look at it again "
               "and repeat", put->kind, put->id, put->expected, found);

  return FALSE;
}

static gboolean
write_document (CareStoreSqlite *self,
                CareStorePut    *put,
                CareInstant      at,
                GError         **error)
{
  guint version = put->expected + 1;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CareStatement) insert = NULL;
  g_autoptr (CareStatement) newest = NULL;

  stamp_resource (put->resource, version, at);
  text = resource_to_text (put->resource);
  bytes = _care_store_sqlite_seal (self, put->kind, put->id, version, text, error);
  if (bytes == NULL)
    return FALSE;

  insert = _care_store_sqlite_prepare (self, "INSERT INTO document VALUES (?1, ?2, ?3, ?4)", error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_text (insert, 1, put->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, put->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 3, version);
  sqlite3_bind_blob64 (insert, 4, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_STATIC);
  if (!_care_store_sqlite_step (self, insert, NULL, error))
    return FALSE;

  newest = _care_store_sqlite_prepare (self, "INSERT OR REPLACE INTO newest VALUES (?1, ?2, ?3, ?4)", error);
  if (newest == NULL)
    return FALSE;
  sqlite3_bind_text (newest, 1, put->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (newest, 2, put->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (newest, 3, version);
  sqlite3_bind_text (newest, 4, put->subject, -1, SQLITE_STATIC);

  return _care_store_sqlite_step (self, newest, NULL, error);
}

static gboolean
write_slot (CareStoreSqlite *self,
            CareStorePut    *put,
            GError         **error)
{
  g_autoptr (CareStatement) statement = NULL;

  if (put->slot == NULL)
    return TRUE;

  statement = _care_store_sqlite_prepare (self, "INSERT OR REPLACE INTO appointment VALUES (?1, ?2, ?3, ?4, ?5)",
                                          error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, put->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, put->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, put->slot->starts);
  sqlite3_bind_int64 (statement, 4, put->slot->ends);
  sqlite3_bind_text (statement, 5, put->slot->resource, -1, SQLITE_STATIC);

  return _care_store_sqlite_step (self, statement, NULL, error);
}

static gboolean
write_journal (CareStoreSqlite *self,
               const char      *journal,
               CareInstant      at,
               GError         **error)
{
  g_autoptr (CareStatement) statement = NULL;
  g_autoptr (GError) local = NULL;
  gboolean taken;

  if (!care_store_is_journal_taken (CARE_STORE (self), journal, &taken, error))
    return FALSE;
  if (taken)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_CONFLICT, "journal %s was taken in before", journal);
      return FALSE;
    }

  statement = _care_store_sqlite_prepare (self, "INSERT INTO journal VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, journal, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, at);

  return _care_store_sqlite_step (self, statement, NULL, error);
}

static gboolean
write_audit_row (CareStoreSqlite *self,
                 CareAuditRow    *row,
                 GError         **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->number);
  g_autoptr (GBytes) bytes = _care_store_sqlite_seal (self, "AuditEvent", id, 1, row->text, error);
  g_autoptr (CareStatement) statement = NULL;

  if (bytes == NULL)
    return FALSE;

  statement = _care_store_sqlite_prepare (self, "INSERT INTO audit VALUES (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row->number);
  sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, row->hash, -1, SQLITE_STATIC);

  return _care_store_sqlite_step (self, statement, NULL, error);
}

static gboolean
write_audit (CareStoreSqlite *self,
             GPtrArray       *events,
             GError         **error)
{
  g_autofree char *hash = NULL;
  g_autoptr (CareStatement) statement = NULL;
  gint64 number;

  if (events->len == 0)
    return TRUE;

  if (!_care_store_sqlite_last_audit (self, &number, &hash, error))
    return FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *event = g_ptr_array_index (events, i);
      g_autofree char *text = resource_to_text (event);
      g_autoptr (CareAuditRow) row = care_audit_row_new (number + 1, text, hash);

      if (!write_audit_row (self, row, error))
        return FALSE;

      number = row->number;
      g_free (hash);
      hash = g_strdup (row->hash);
    }

  statement = _care_store_sqlite_prepare (self, "UPDATE audit_end SET number=?1, hash=?2", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_text (statement, 2, hash, -1, SQLITE_STATIC);

  return _care_store_sqlite_step (self, statement, NULL, error);
}

static gboolean
write_all (CareStoreSqlite *self,
           CareStoreChange *change,
           GError         **error)
{
  GPtrArray *puts = care_store_change_get_puts (change);
  GPtrArray *journals = care_store_change_get_journals (change);
  CareInstant at = care_store_change_get_at (change);

  for (guint i = 0; i < journals->len; i++)
    if (!write_journal (self, g_ptr_array_index (journals, i), at, error))
      return FALSE;

  for (guint i = 0; i < puts->len; i++)
    {
      CareStorePut *put = g_ptr_array_index (puts, i);

      if (!check_version (self, put, error)
          || !write_document (self, put, at, error)
          || !write_slot (self, put, error))
        return FALSE;
    }

  return write_audit (self, care_store_change_get_audit (change), error);
}

gboolean
_care_store_sqlite_commit (CareStore       *store,
                           CareStoreChange *change,
                           GError         **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);

  if (!_care_store_sqlite_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (write_all (self, change, error) && _care_store_sqlite_run (self, "COMMIT", error))
    return TRUE;

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}
