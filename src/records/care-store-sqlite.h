/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "records/care-store-codec.h"
#include "records/care-store.h"

G_BEGIN_DECLS

/**
 * CareStoreSqlite:
 *
 * Records in one SQLite file (WAL, synchronous=FULL: a commit that returned is on
 * the disk). Each document version is one row.
 */
#define CARE_TYPE_STORE_SQLITE (care_store_sqlite_get_type ())
G_DECLARE_FINAL_TYPE (CareStoreSqlite, care_store_sqlite, CARE, STORE_SQLITE, GObject)

CareStore *care_store_sqlite_open (const char      *path,
                                   CareStoreCodec  *codec,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* Made-up data only: commits no longer wait for the disk until it is told so again, which brings everything there. */
gboolean   care_store_sqlite_set_hasty (CareStoreSqlite  *self,
                                        gboolean          hasty,
                                        GError          **error);

G_END_DECLS
