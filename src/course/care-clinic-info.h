/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-text.h"
#include "base/care-writing.h"
#include "course/care-clinic-form.h"
#include "course/care-clinic-parts.h"

G_BEGIN_DECLS

/**
 * CareClinicInfo:
 *
 * What a clinic says about itself (`clinic.json`): name, address, time zone,
 * phones, opening hours, closed days, rooms, staff, batches. Immutable.
 *
 * Everything it returns belongs to it and lives as long as it does.
 */
#define CARE_TYPE_CLINIC_INFO (care_clinic_info_get_type ())
G_DECLARE_FINAL_TYPE (CareClinicInfo, care_clinic_info, CARE, CLINIC_INFO, GObject)

CareClinicInfo       *care_clinic_info_load               (const char      *path,
                                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CareClinicInfo       *care_clinic_info_new_from_text      (const char      *json,
                                                           gssize           length,
                                                           const char      *source,
                                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CareClinicInfo       *care_clinic_info_new_from_json      (JsonNode        *node,
                                                           const char      *source,
                                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;

const char           *care_clinic_info_get_id             (CareClinicInfo  *self);
gboolean              care_clinic_info_is_sample          (CareClinicInfo  *self);
/* Its printer has black ink alone. */
gboolean              care_clinic_info_prints_black       (CareClinicInfo  *self);
const char           *care_clinic_info_get_name           (CareClinicInfo  *self);
const char *const    *care_clinic_info_get_address        (CareClinicInfo  *self);
const char           *care_clinic_info_get_country        (CareClinicInfo  *self);
const char           *care_clinic_info_get_time_zone_name (CareClinicInfo  *self);
GTimeZone            *care_clinic_info_get_time_zone      (CareClinicInfo  *self);

const char           *care_clinic_info_get_desk_language  (CareClinicInfo  *self);
/* What staff read here and now: the clinic's own language until the desk says which one it speaks. */
char                 *care_clinic_info_dup_country_language (CareClinicInfo *self) G_GNUC_WARN_UNUSED_RESULT;
const char           *care_clinic_info_get_staff_language (CareClinicInfo  *self);
void                  care_clinic_info_set_staff_language (CareClinicInfo  *self,
                                                           const char      *language);
const char *const    *care_clinic_info_get_languages      (CareClinicInfo  *self);
CareWriting          *care_clinic_info_get_writing        (CareClinicInfo  *self);

const char           *care_clinic_info_get_day_phone      (CareClinicInfo  *self);
const char           *care_clinic_info_get_night_phone    (CareClinicInfo  *self);
CareText             *care_clinic_info_get_night_who      (CareClinicInfo  *self);
CareText             *care_clinic_info_get_night_closed   (CareClinicInfo  *self);
const char           *care_clinic_info_get_emergency_phone (CareClinicInfo *self);
CareText             *care_clinic_info_get_reporting      (CareClinicInfo  *self);

const CareOpening    *care_clinic_info_get_opening        (CareClinicInfo  *self,
                                                           GDateWeekday     day,
                                                           guint           *n_spans);
const CareClosedDay  *care_clinic_info_find_closed        (CareClinicInfo  *self,
                                                           const GDate     *date);

/* Arrays of pointers, in the file's order; never NULL. */
GPtrArray            *care_clinic_info_get_closed         (CareClinicInfo  *self);
GPtrArray            *care_clinic_info_get_rooms          (CareClinicInfo  *self);
GPtrArray            *care_clinic_info_get_staff          (CareClinicInfo  *self);
GPtrArray            *care_clinic_info_get_batches        (CareClinicInfo  *self);
GPtrArray            *care_clinic_info_get_forms          (CareClinicInfo  *self);

const CareRoom       *care_clinic_info_find_room          (CareClinicInfo  *self,
                                                           const char      *id);
const CareClinicStaff *care_clinic_info_find_staff        (CareClinicInfo  *self,
                                                           const char      *id);
const CareBatch      *care_clinic_info_find_batch         (CareClinicInfo  *self,
                                                           const char      *product,
                                                           const char      *batch);

G_END_DECLS
