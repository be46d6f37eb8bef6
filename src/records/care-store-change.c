/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-store-change.h"

struct _CareStoreChange
{
  CareInstant  at;
  GPtrArray   *puts;
  GPtrArray   *journals;
  GPtrArray   *audit;
};

static void
put_free (gpointer data)
{
  CareStorePut *put = data;

  g_free (put->kind);
  g_free (put->id);
  g_free (put->subject);
  json_object_unref (put->resource);
  if (put->slot != NULL)
    {
      g_free (put->slot->resource);
      g_free (put->slot);
    }
  g_free (put);
}

/**
 * care_store_change_new:
 * @at: the clock's now: when the change is written
 *
 * Returns: (transfer full): a change with nothing in it yet
 */
CareStoreChange *
care_store_change_new (CareInstant at)
{
  CareStoreChange *self = g_new0 (CareStoreChange, 1);

  self->at = at;
  self->puts = g_ptr_array_new_with_free_func (put_free);
  self->journals = g_ptr_array_new_with_free_func (g_free);
  self->audit = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  return self;
}

void
care_store_change_free (CareStoreChange *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->puts);
  g_ptr_array_unref (self->journals);
  g_ptr_array_unref (self->audit);
  g_free (self);
}

static CareStorePut *
add_put (CareStoreChange *self,
         const char      *subject,
         guint            expected,
         JsonObject      *resource)
{
  CareStorePut *put = g_new0 (CareStorePut, 1);

  put->kind = g_strdup (json_object_get_string_member (resource, "resourceType"));
  put->id = g_strdup (json_object_get_string_member (resource, "id"));
  put->subject = g_strdup (subject);
  put->expected = expected;
  put->resource = resource;
  g_ptr_array_add (self->puts, put);

  return put;
}

/**
 * care_store_change_put:
 * @self: a change
 * @subject: (nullable): the id of the patient it belongs to
 * @expected: the version it replaces, 0 for a new document
 * @resource: (transfer full): the resource; "resourceType" and "id" name it, and
 *   the store sets its meta.versionId and meta.lastUpdated
 */
void
care_store_change_put (CareStoreChange *self,
                       const char      *subject,
                       guint            expected,
                       JsonObject      *resource)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (resource != NULL);

  add_put (self, subject, expected, resource);
}

/**
 * care_store_change_put_slot:
 * @self: a change
 * @subject: (nullable): the id of the patient it belongs to
 * @expected: the version it replaces, 0 for a new document
 * @resource: (transfer full): an Appointment
 * @starts: its first instant
 * @ends: the instant after its last
 * @room: (nullable): the room it takes
 *
 * As [method@StoreChange.put], for a document that is found by time.
 */
void
care_store_change_put_slot (CareStoreChange *self,
                            const char      *subject,
                            guint            expected,
                            JsonObject      *resource,
                            CareInstant      starts,
                            CareInstant      ends,
                            const char      *room)
{
  CareStorePut *put;

  g_return_if_fail (self != NULL);
  g_return_if_fail (resource != NULL);
  g_return_if_fail (starts <= ends);

  put = add_put (self, subject, expected, resource);
  put->slot = g_new0 (CareStoreSlot, 1);
  put->slot->starts = starts;
  put->slot->ends = ends;
  put->slot->resource = g_strdup (room);
}

/**
 * care_store_change_take_journal:
 * @self: a change
 * @journal: the id of a journal
 *
 * Marks a journal as taken in. A journal that already is makes the whole
 * change fail with %CARE_ERROR_CONFLICT.
 */
void
care_store_change_take_journal (CareStoreChange *self,
                                const char      *journal)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (journal != NULL);

  g_ptr_array_add (self->journals, g_strdup (journal));
}

/**
 * care_store_change_audit:
 * @self: a change
 * @event: (transfer full): an AuditEvent
 */
void
care_store_change_audit (CareStoreChange *self,
                         JsonObject      *event)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (event != NULL);

  g_ptr_array_add (self->audit, event);
}

CareInstant
care_store_change_get_at (CareStoreChange *self)
{
  g_return_val_if_fail (self != NULL, CARE_INSTANT_NONE);

  return self->at;
}

/**
 * care_store_change_get_puts:
 * @self: a change
 *
 * Returns: (transfer none) (element-type CareStorePut): in the order they were added
 */
GPtrArray *
care_store_change_get_puts (CareStoreChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->puts;
}

/**
 * care_store_change_get_journals:
 * @self: a change
 *
 * Returns: (transfer none) (element-type utf8): ids of journals taken in
 */
GPtrArray *
care_store_change_get_journals (CareStoreChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->journals;
}

/**
 * care_store_change_get_audit:
 * @self: a change
 *
 * Returns: (transfer none) (element-type JsonObject): AuditEvents to append
 */
GPtrArray *
care_store_change_get_audit (CareStoreChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->audit;
}

gboolean
care_store_change_is_empty (CareStoreChange *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->puts->len == 0 && self->journals->len == 0 && self->audit->len == 0;
}
