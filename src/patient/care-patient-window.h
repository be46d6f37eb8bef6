/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "patient/care-chime.h"
#include "patient/care-patient-flow.h"
#include "patient/care-patient-idle.h"

G_BEGIN_DECLS

/**
 * CarePatientWindow:
 *
 * The patient's screen: the same place for the same button on every page.
 *
 * Signals:
 * - `painted`: the first frame is on the screen
 * - `leave`: done, or the device was borrowed back; everything is saved
 *
 * Actions: `patient.next`, `patient.back`, `patient.ask`, `patient.borrow`,
 * `patient.size`, `patient.language`, `patient.more`, `patient.wake`.
 */
#define CARE_TYPE_PATIENT_WINDOW (care_patient_window_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientWindow, care_patient_window, CARE, PATIENT_WINDOW, AdwApplicationWindow)

/* Seconds without a touch until the warning, and until the screen goes blank. */
GtkWidget       *care_patient_window_new       (GtkApplication     *application,
                                                CarePatientSession *session,
                                                guint               warn,
                                                guint               blank) G_GNUC_WARN_UNUSED_RESULT;
CarePatientFlow *care_patient_window_get_flow  (CarePatientWindow  *self);
/* What calls staff. */
CareChime       *care_patient_window_get_chime (CarePatientWindow  *self);
/* What asks whether somebody is there. */
CarePatientIdle *care_patient_window_get_idle  (CarePatientWindow  *self);
/* The keeper brings the desk: one moment. */
void             care_patient_window_say_leaving (CarePatientWindow *self);

G_END_DECLS
