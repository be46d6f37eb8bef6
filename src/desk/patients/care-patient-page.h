/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CarePatientPage:
 *
 * A patient: where they are on the way (first visit, reading, sessions), what
 * comes next, and the schedule of the course.
 */
#define CARE_TYPE_PATIENT_PAGE (care_patient_page_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientPage, care_patient_page, CARE, PATIENT_PAGE, CarePage)

GtkWidget   *care_patient_page_new         (CareDesk        *desk,
                                            CarePatient     *patient) G_GNUC_WARN_UNUSED_RESULT;
CarePatient *care_patient_page_get_patient (CarePatientPage *self);

G_END_DECLS
