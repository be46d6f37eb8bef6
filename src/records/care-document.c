/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-document.h"

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

static JsonNode *copy_node (JsonNode *node);

static JsonObject *
copy_object (JsonObject *from)
{
  JsonObject *to = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (to, name, copy_node (member));

  return to;
}

static JsonNode *
copy_node (JsonNode *node)
{
  JsonNode *copy;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, copy_object (json_node_get_object (node)));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *from = json_node_get_array (node);
      JsonArray *to = json_array_sized_new (json_array_get_length (from));

      for (guint i = 0; i < json_array_get_length (from); i++)
        json_array_add_element (to, copy_node (json_array_get_element (from, i)));
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (copy, to);
    }
  else
    copy = json_node_copy (node);

  return copy;
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

  return copy_object (self->resource);
}
