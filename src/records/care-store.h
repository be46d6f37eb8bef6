/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "records/care-audit.h"
#include "records/care-document.h"
#include "records/care-store-change.h"

G_BEGIN_DECLS

/**
 * CareStore:
 *
 * The narrow interface behind which records live. Every call either succeeded
 * or says why it did not (%CARE_ERROR): CONFLICT somebody else changed the
 * document first, or the journal was taken before; ENVIRONMENT the disk is full,
 * another program holds the file; UNSUPPORTED a newer program wrote it;
 * INPUT the file is damaged. Nothing is lost by a failure.
 */
#define CARE_TYPE_STORE (care_store_get_type ())
G_DECLARE_INTERFACE (CareStore, care_store, CARE, STORE, GObject)

struct _CareStoreInterface
{
  GTypeInterface parent_iface;

  gboolean      (*commit)            (CareStore        *self,
                                      CareStoreChange  *change,
                                      GError          **error);
  CareDocument *(*get)               (CareStore        *self,
                                      const char       *kind,
                                      const char       *id,
                                      GError          **error);
  GPtrArray    *(*history)           (CareStore        *self,
                                      const char       *kind,
                                      const char       *id,
                                      GError          **error);
  GPtrArray    *(*list)              (CareStore        *self,
                                      const char       *kind,
                                      const char       *subject,
                                      GError          **error);
  GPtrArray    *(*list_appointments) (CareStore        *self,
                                      CareInstant       from,
                                      CareInstant       to,
                                      GError          **error);
  gboolean      (*is_journal_taken)  (CareStore        *self,
                                      const char       *journal,
                                      gboolean         *taken,
                                      GError          **error);
  gboolean      (*read_last_audit)   (CareStore        *self,
                                      CareAuditRow    **row,
                                      GError          **error);
  GPtrArray    *(*list_audit)        (CareStore        *self,
                                      gint64            after,
                                      guint             most,
                                      GError          **error);
  gboolean      (*verify)            (CareStore        *self,
                                      guint64          *documents,
                                      guint64          *audit_rows,
                                      char            **head,
                                      GError          **error);
};

gboolean      care_store_commit            (CareStore        *self,
                                            CareStoreChange  *change,
                                            GError          **error);
CareDocument *care_store_get               (CareStore        *self,
                                            const char       *kind,
                                            const char       *id,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *care_store_history           (CareStore        *self,
                                            const char       *kind,
                                            const char       *id,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *care_store_list              (CareStore        *self,
                                            const char       *kind,
                                            const char       *subject,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *care_store_list_appointments (CareStore        *self,
                                            CareInstant       from,
                                            CareInstant       to,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      care_store_is_journal_taken  (CareStore        *self,
                                            const char       *journal,
                                            gboolean         *taken,
                                            GError          **error);
gboolean      care_store_read_last_audit   (CareStore        *self,
                                            CareAuditRow    **row,
                                            GError          **error);
GPtrArray    *care_store_list_audit        (CareStore        *self,
                                            gint64            after,
                                            guint             most,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      care_store_verify            (CareStore        *self,
                                            guint64          *documents,
                                            guint64          *audit_rows,
                                            char            **head,
                                            GError          **error);

G_END_DECLS
