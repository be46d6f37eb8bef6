/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-json-view.h"
#include "course/care-clinic-opening.h"

G_BEGIN_DECLS

/**
 * CareRoom:
 * @id: stable id, "room-1"
 * @name: as staff call it
 */
typedef struct
{
  char *id;
  char *name;
} CareRoom;

/**
 * CareStaffRole:
 * @CARE_STAFF_RECEPTIONIST: registers, hands over, books, prints
 * @CARE_STAFF_CLINICIAN: decides on findings, injects, approves
 * @CARE_STAFF_OWNER: settings, staff, backup
 */
typedef enum
{
  CARE_STAFF_RECEPTIONIST,
  CARE_STAFF_CLINICIAN,
  CARE_STAFF_OWNER,
} CareStaffRole;

/**
 * CareClinicStaff:
 * @id: stable id
 * @given: given name
 * @family: family name
 * @role: what this person may do
 * @licence: (nullable): the licence number; a clinician always has one
 * @pin: (nullable): a sample's PIN in clear; NULL in a real clinic's file
 *
 * A person of the staff as the settings file knows them; the store keeps its own.
 */
typedef struct
{
  char         *id;
  char         *given;
  char         *family;
  CareStaffRole role;
  char         *licence;
  char         *pin;
} CareClinicStaff;

/**
 * CareBatch:
 * @product: id of a product of the protocol
 * @batch: as printed on the vial
 * @expiry: the last day it may be used
 */
typedef struct
{
  char *product;
  char *batch;
  GDate expiry;
} CareBatch;

gboolean    care_batch_is_expired           (const CareBatch     *self,
                                             const GDate         *today);

const char *care_staff_role_to_string       (CareStaffRole        role);

/* Readers of one member or value each; errors name its place. */
gboolean    care_clinic_parts_read_id       (const CareJsonView  *view,
                                             const char          *member,
                                             char               **out,
                                             GError             **error);
gboolean    care_clinic_parts_read_name     (const CareJsonView  *view,
                                             const char          *member,
                                             char               **out,
                                             GError             **error);
GPtrArray  *care_clinic_parts_read_rooms    (const CareJsonView  *view,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *care_clinic_parts_read_staff    (const CareJsonView  *view,
                                             gboolean             sample,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *care_clinic_parts_read_batches  (const CareJsonView  *view,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
