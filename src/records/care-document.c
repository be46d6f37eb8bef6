/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-document.h"

#include "base/care-json.h"

struct _CareDocument
{
  gatomicrefcount  refs;
  char            *kind;
  char            *id;
  char            *subject;
  guint            version;
  CareInstant      written_at;
  JsonObject      *resource;
};

G_DEFINE_BOXED_TYPE (CareDocument, care_document, care_document_ref, care_document_unref)

/**
 * care_document_new:
 * @kind: the resource's type, "Patient"
 * @id: its id
 * @subject: (nullable): the patient it belongs to
 * @version: 1 for the first
 * @written_at: when it was written
 * @resource: the resource; the document keeps a reference and nobody may change it any more
 *
 * Returns: (transfer full): one version of a document
 */
CareDocument *
care_document_new (const char  *kind,
                   const char  *id,
                   const char  *subject,
                   guint        version,
                   CareInstant  written_at,
                   JsonObject  *resource)
{
  CareDocument *self = g_new0 (CareDocument, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->subject = g_strdup (subject);
  self->version = version;
  self->written_at = written_at;
  self->resource = json_object_ref (resource);

  return self;
}

CareDocument *
care_document_ref (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
care_document_unref (CareDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->kind);
  g_free (self->id);
  g_free (self->subject);
  json_object_unref (self->resource);
  g_free (self);
}

const char *
care_document_get_kind (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}

const char *
care_document_get_id (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * care_document_get_subject:
 * @self: a document
 *
 * Returns: (nullable): the id of the patient it belongs to
 */
const char *
care_document_get_subject (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subject;
}

guint
care_document_get_version (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->version;
}

CareInstant
care_document_get_written_at (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, CARE_INSTANT_NONE);

  return self->written_at;
}

/**
 * care_document_get_resource:
 * @self: a document
 *
 * Returns: (transfer none): the resource, to read only
 */
JsonObject *
care_document_get_resource (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resource;
}

/**
 * care_document_dup_resource:
 * @self: a document
 *
 * Returns: (transfer full): a deep copy of the resource, to change and put back
 */
JsonObject *
care_document_dup_resource (CareDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return care_json_copy_object (self->resource);
}
