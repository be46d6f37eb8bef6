/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-store.h"

#include "records/care-audit.h"

G_DEFINE_INTERFACE (CareStore, care_store, G_TYPE_OBJECT)

static void
care_store_default_init (CareStoreInterface *iface)
{
}

/**
 * care_store_commit:
 * @self: a store
 * @change: what to keep
 *
 * Keeps all of @change or nothing of it. When it returned TRUE, it is on the disk.
 *
 * Returns: FALSE with %CARE_ERROR_CONFLICT when a document has another version than expected or a
 *   journal was taken in before, %CARE_ERROR_ENVIRONMENT when the disk is full or the file is held by
 *   another program
 */
gboolean
care_store_commit (CareStore       *self,
                   CareStoreChange *change,
                   GError         **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  if (care_store_change_is_empty (change))
    return TRUE;

  return CARE_STORE_GET_IFACE (self)->commit (self, change, error);
}

/**
 * care_store_get:
 * @self: a store
 * @kind: a resource type
 * @id: an id
 *
 * Returns: (transfer full): the newest version; NULL with %CARE_ERROR_NOT_FOUND when there is none
 */
CareDocument *
care_store_get (CareStore   *self,
                const char  *kind,
                const char  *id,
                GError     **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), NULL);
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  return CARE_STORE_GET_IFACE (self)->get (self, kind, id, error);
}

/**
 * care_store_history:
 * @self: a store
 * @kind: a resource type
 * @id: an id
 *
 * Returns: (transfer full) (element-type CareDocument): all versions, oldest first
 */
GPtrArray *
care_store_history (CareStore   *self,
                    const char  *kind,
                    const char  *id,
                    GError     **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), NULL);
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  return CARE_STORE_GET_IFACE (self)->history (self, kind, id, error);
}

/**
 * care_store_list:
 * @self: a store
 * @kind: (nullable): a resource type, NULL for all
 * @subject: (nullable): a patient's id, NULL for everybody's
 *
 * Returns: (transfer full) (element-type CareDocument): the newest version of each, by kind and id
 */
GPtrArray *
care_store_list (CareStore   *self,
                 const char  *kind,
                 const char  *subject,
                 GError     **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), NULL);

  return CARE_STORE_GET_IFACE (self)->list (self, kind, subject, error);
}

/**
 * care_store_list_appointments:
 * @self: a store
 * @from: first instant
 * @to: the instant after the last
 *
 * Returns: (transfer full) (element-type CareDocument): the documents with a slot that begins in
 *   [@from, @to), by start
 */
GPtrArray *
care_store_list_appointments (CareStore    *self,
                              CareInstant   from,
                              CareInstant   to,
                              GError      **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), NULL);

  return CARE_STORE_GET_IFACE (self)->list_appointments (self, from, to, error);
}

/**
 * care_store_is_journal_taken:
 * @self: a store
 * @journal: a journal's id
 * @taken: (out): whether it was taken in
 *
 * Returns: FALSE when the store could not be read
 */
gboolean
care_store_is_journal_taken (CareStore   *self,
                             const char  *journal,
                             gboolean    *taken,
                             GError     **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), FALSE);
  g_return_val_if_fail (journal != NULL && taken != NULL, FALSE);

  return CARE_STORE_GET_IFACE (self)->is_journal_taken (self, journal, taken, error);
}

/**
 * care_store_read_last_audit:
 * @self: a store
 * @row: (out) (transfer full) (nullable): the last row of the audit trail; %NULL when there is none yet
 * @error: return location for a #CareError
 *
 * Returns: FALSE when it cannot be read
 */
gboolean
care_store_read_last_audit (CareStore     *self,
                            CareAuditRow **row,
                            GError       **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return CARE_STORE_GET_IFACE (self)->read_last_audit (self, row, error);
}

/**
 * care_store_list_audit:
 * @self: a store
 * @after: the number of the row before the first one wanted, 0 for the beginning
 * @most: how many rows at most
 *
 * Returns: (transfer full) (element-type CareAuditRow): rows of the audit trail in order
 */
GPtrArray *
care_store_list_audit (CareStore *self,
                       gint64     after,
                       guint      most,
                       GError   **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), NULL);

  return CARE_STORE_GET_IFACE (self)->list_audit (self, after, most, error);
}

/**
 * care_store_verify:
 * @self: a store
 * @documents: (out) (optional): how many document versions were read
 * @audit_rows: (out) (optional): how many rows the audit trail has
 * @head: (out) (optional): the last row's hash
 *
 * Reads everything: each document opens and is what its row says, and each audit row
 * follows from the one before.
 *
 * Returns: FALSE with %CARE_ERROR_INPUT naming the first row that is wrong
 */
gboolean
care_store_verify (CareStore *self,
                   guint64   *documents,
                   guint64   *audit_rows,
                   char     **head,
                   GError   **error)
{
  g_return_val_if_fail (CARE_IS_STORE (self), FALSE);

  return CARE_STORE_GET_IFACE (self)->verify (self, documents, audit_rows, head, error);
}
