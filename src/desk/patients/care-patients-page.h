/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CarePatientsPage:
 *
 * Search as you type, and the way to a new patient.
 */
#define CARE_TYPE_PATIENTS_PAGE (care_patients_page_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientsPage, care_patients_page, CARE, PATIENTS_PAGE, CarePage)

GtkWidget *care_patients_page_new (CareDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
