/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-types.h"

G_BEGIN_DECLS

/**
 * CareStaff:
 *
 * A member of staff: Practitioner and PractitionerRole. Properties for lists:
 * "id", "display-name", "role". Immutable.
 */
#define CARE_TYPE_STAFF (care_staff_get_type ())
G_DECLARE_FINAL_TYPE (CareStaff, care_staff, CARE, STAFF, GObject)

CareStaff  *care_staff_new              (const char *id,
                                         const char *given,
                                         const char *family,
                                         CareStaffRole    role,
                                         const char *licence) G_GNUC_WARN_UNUSED_RESULT;
const char *care_staff_get_id           (CareStaff  *self);
const char *care_staff_get_given        (CareStaff  *self);
/* "Amara Osei" */
const char *care_staff_get_display_name (CareStaff  *self);
CareStaffRole    care_staff_get_role         (CareStaff  *self);
const char *care_staff_get_licence      (CareStaff  *self);
/* In the sample clinic the sign-in shows each PIN; NULL in a real one. */
const char *care_staff_get_sample_pin   (CareStaff  *self);

G_END_DECLS
