/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-types.h"

G_BEGIN_DECLS

/* Of one sheet, at one go. */
#define CARE_MOST_COPIES 9

/**
 * CarePatient:
 *
 * A patient as the desk's lists know one; lives as long as the clinic and tells of
 * changes by notify. Properties: "id", "display-name", "short-name", "birth-date",
 * "phone", "language", "size".
 */
#define CARE_TYPE_PATIENT (care_patient_get_type ())
G_DECLARE_FINAL_TYPE (CarePatient, care_patient, CARE, PATIENT, GObject)

const char *care_patient_get_id           (CarePatient *self);
const char *care_patient_get_given        (CarePatient *self);
const char *care_patient_get_family       (CarePatient *self);
/* "Ana Morales Ruiz" */
const char *care_patient_get_display_name (CarePatient *self);
/* First name and initial, as Today shows it: "Ana M." */
const char *care_patient_get_short_name   (CarePatient *self);
/* "1980-05-17", "1980" where only the year is known, or NULL. */
const char *care_patient_get_birth_date   (CarePatient *self);
const char *care_patient_get_phone        (CarePatient *self);
/* BCP 47 */
const char *care_patient_get_language     (CarePatient *self);
/* 1, 2 or 3: as chosen on the patient's screen; 3 is large print on paper */
guint       care_patient_get_size         (CarePatient *self);
/* How many copies of a sheet this patient takes, 1 to CARE_MOST_COPIES */
guint       care_patient_get_copies       (CarePatient *self);
/* Whether a sheet comes in the patient's language alone, without the clinic's beside it. */
gboolean    care_patient_wants_one_language (CarePatient *self);
/* Whole years at @at, -1 when the birth date is not known. */
int         care_patient_get_age          (CarePatient *self,
                                           CareInstant  at,
                                           GTimeZone   *zone);

G_END_DECLS
