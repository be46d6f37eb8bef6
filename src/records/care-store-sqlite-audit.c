/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The audit trail, read row by row. */

#include "records/care-store-sqlite-private.h"

static CareAuditRow *
read_audit_row (CareStoreSqlite *self,
                CareStatement   *statement,
                GError         **error)
{
  const char *id = (const char *) sqlite3_column_text (statement, 0);
  g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 1),
                                          (gsize) sqlite3_column_bytes (statement, 1));
  CareAuditRow *row;
  char *text = _care_store_sqlite_open (self, "AuditEvent", id, 1, bytes, error);

  if (text == NULL)
    return NULL;

  row = g_new0 (CareAuditRow, 1);
  row->number = g_ascii_strtoll (id, NULL, 10);
  row->text = text;
  row->hash = g_strdup ((const char *) sqlite3_column_text (statement, 2));

  return row;
}

gboolean
_care_store_sqlite_read_last_audit (CareStore     *store,
                                    CareAuditRow **row,
                                    GError       **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self, "SELECT CAST(number AS TEXT), bytes, hash FROM audit ORDER BY number DESC LIMIT 1",
                                error);
  gboolean any;

  *row = NULL;
  if (statement == NULL || !_care_store_sqlite_step (self, statement, &any, error))
    return FALSE;
  if (any)
    *row = read_audit_row (self, statement, error);

  return !any || *row != NULL;
}

GPtrArray *
_care_store_sqlite_list_audit (CareStore *store,
                               gint64     after,
                               guint      most,
                               GError   **error)
{
  CareStoreSqlite *self = CARE_STORE_SQLITE (store);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) care_audit_row_free);
  g_autoptr (CareStatement) statement =
    _care_store_sqlite_prepare (self,
                                "SELECT CAST(number AS TEXT), bytes, hash FROM audit WHERE number>?1 "
                                "ORDER BY number LIMIT ?2", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, after);
  sqlite3_bind_int64 (statement, 2, most);
  while (TRUE)
    {
      CareAuditRow *audit;

      if (!_care_store_sqlite_step (self, statement, &row, error))
        return NULL;
      if (!row)
        break;

      audit = read_audit_row (self, statement, error);
      if (audit == NULL)
        return NULL;
      g_ptr_array_add (rows, audit);
    }

  return g_steal_pointer (&rows);
}
