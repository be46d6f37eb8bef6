/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <sqlite3.h>

#include "records/care-audit.h"
#include "records/care-store-sqlite.h"

G_BEGIN_DECLS

/** CARE_STORE_SCHEMA: the version of the tables, kept as SQLite's user_version. */
#define CARE_STORE_SCHEMA 1
/** CARE_STORE_APPLICATION: "Care" as SQLite's application_id. */
#define CARE_STORE_APPLICATION 0x43617265

struct _CareStoreSqlite
{
  GObject         parent_instance;

  char           *path;
  sqlite3        *db;
  CareStoreCodec *codec;

  /* Documents read lately, by kind, id and version: a version never changes. */
  GHashTable     *recent;
};

typedef sqlite3_stmt CareStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareStatement, sqlite3_finalize)

/* Sets the error of our own that stands for @code (an extended result code). Always FALSE. */
gboolean       _care_store_sqlite_fail         (CareStoreSqlite  *self,
                                                int               code,
                                                GError          **error);
CareStatement *_care_store_sqlite_prepare      (CareStoreSqlite  *self,
                                                const char       *sql,
                                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Runs one statement that answers no rows. */
gboolean       _care_store_sqlite_run          (CareStoreSqlite  *self,
                                                const char       *sql,
                                                GError          **error);
/* Steps: TRUE and *row says whether there is a row. */
gboolean       _care_store_sqlite_step         (CareStoreSqlite  *self,
                                                CareStatement    *statement,
                                                gboolean         *row,
                                                GError          **error);
GBytes        *_care_store_sqlite_seal         (CareStoreSqlite  *self,
                                                const char       *kind,
                                                const char       *id,
                                                guint             version,
                                                const char       *text,
                                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char          *_care_store_sqlite_open         (CareStoreSqlite  *self,
                                                const char       *kind,
                                                const char       *id,
                                                guint             version,
                                                GBytes           *bytes,
                                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       _care_store_sqlite_read_last_audit (CareStore     *store,
                                                   CareAuditRow **row,
                                                   GError       **error);
GPtrArray     *_care_store_sqlite_list_audit (CareStore        *store,
                                              gint64            after,
                                              guint             most,
                                              GError          **error);
gboolean       _care_store_sqlite_last_audit   (CareStoreSqlite  *self,
                                                gint64           *number,
                                                char            **hash,
                                                GError          **error);
gboolean       _care_store_sqlite_commit       (CareStore        *store,
                                                CareStoreChange  *change,
                                                GError          **error);
void           _care_store_sqlite_init_reading (CareStoreInterface *iface);

G_END_DECLS
