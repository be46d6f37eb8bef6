/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/**
 * CareDocument:
 *
 * One version of one stored FHIR R4 resource. Immutable and counted; the tree
 * it hands out is read only.
 */
typedef struct _CareDocument CareDocument;

#define CARE_TYPE_DOCUMENT (care_document_get_type ())
GType         care_document_get_type     (void);

CareDocument *care_document_new          (const char    *kind,
                                          const char    *id,
                                          const char    *subject,
                                          guint          version,
                                          CareInstant    written_at,
                                          JsonObject    *resource) G_GNUC_WARN_UNUSED_RESULT;
CareDocument *care_document_ref          (CareDocument  *self);
void          care_document_unref        (CareDocument  *self);
const char   *care_document_get_kind     (CareDocument  *self);
const char   *care_document_get_id       (CareDocument  *self);
const char   *care_document_get_subject  (CareDocument  *self);
guint         care_document_get_version  (CareDocument  *self);
CareInstant   care_document_get_written_at (CareDocument *self);
JsonObject   *care_document_get_resource (CareDocument  *self);
JsonObject   *care_document_dup_resource (CareDocument  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareDocument, care_document_unref)

G_END_DECLS
