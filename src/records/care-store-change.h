/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/**
 * CareStoreSlot:
 * @starts: first instant
 * @ends: the instant after the last
 * @resource: (nullable): the room or person it takes, by id
 *
 * What queries must see of an appointment.
 */
typedef struct
{
  CareInstant starts;
  CareInstant ends;
  char       *resource;
} CareStoreSlot;

/**
 * CareStorePut:
 * @kind: the resource's type
 * @id: its id
 * @subject: (nullable): the patient it belongs to, a random id
 * @expected: the version it replaces; 0 for a new one
 * @resource: the resource
 * @slot: (nullable): for an Appointment
 */
typedef struct
{
  char          *kind;
  char          *id;
  char          *subject;
  guint          expected;
  JsonObject    *resource;
  CareStoreSlot *slot;
} CareStorePut;

/**
 * CareStoreChange:
 *
 * Everything one use-case changes: documents with the versions they replace,
 * journals taken in, audit rows. A store takes all of it or nothing.
 */
typedef struct _CareStoreChange CareStoreChange;

CareStoreChange *care_store_change_new         (CareInstant         at) G_GNUC_WARN_UNUSED_RESULT;
void             care_store_change_free        (CareStoreChange    *self);
void             care_store_change_put         (CareStoreChange    *self,
                                                const char         *subject,
                                                guint               expected,
                                                JsonObject         *resource);
void             care_store_change_put_slot    (CareStoreChange    *self,
                                                const char         *subject,
                                                guint               expected,
                                                JsonObject         *resource,
                                                CareInstant         starts,
                                                CareInstant         ends,
                                                const char         *room);
void             care_store_change_take_journal (CareStoreChange   *self,
                                                const char         *journal);
void             care_store_change_audit       (CareStoreChange    *self,
                                                JsonObject         *event);
CareInstant      care_store_change_get_at      (CareStoreChange    *self);
GPtrArray       *care_store_change_get_puts    (CareStoreChange    *self);
GPtrArray       *care_store_change_get_journals (CareStoreChange   *self);
GPtrArray       *care_store_change_get_audit   (CareStoreChange    *self);
gboolean         care_store_change_is_empty    (CareStoreChange    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareStoreChange, care_store_change_free)

G_END_DECLS
