/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareAuditRow:
 * @number: 1, 2, 3 …
 * @text: the AuditEvent resource as it was written
 * @hash: SHA-256 over the row before's hash, @number and @text, in hex
 *
 * One row of the audit trail: a chain in which no row can be changed, left out
 * or moved without the hashes after it telling.
 */
typedef struct
{
  gint64  number;
  char   *text;
  char   *hash;
} CareAuditRow;

/** CARE_AUDIT_START: the hash before the first row. */
#define CARE_AUDIT_START "0000000000000000000000000000000000000000000000000000000000000000"

CareAuditRow *care_audit_row_new   (gint64               number,
                                    const char          *text,
                                    const char          *previous) G_GNUC_WARN_UNUSED_RESULT;
void          care_audit_row_free  (CareAuditRow        *self);
char         *care_audit_hash      (gint64               number,
                                    const char          *text,
                                    const char          *previous) G_GNUC_WARN_UNUSED_RESULT;
gboolean      care_audit_row_check (const CareAuditRow  *self,
                                    gint64               expected_number,
                                    const char          *previous,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareAuditRow, care_audit_row_free)

G_END_DECLS
