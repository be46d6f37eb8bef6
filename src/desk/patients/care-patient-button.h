/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-patient.h"

G_BEGIN_DECLS

/**
 * CarePatientButton:
 *
 * A patient in a list: name, year of birth, phone. Opens the patient's page.
 */
#define CARE_TYPE_PATIENT_BUTTON (care_patient_button_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientButton, care_patient_button, CARE, PATIENT_BUTTON, GtkButton)

GtkWidget   *care_patient_button_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void         care_patient_button_set_patient (CarePatientButton *self,
                                              CarePatient       *patient);

G_END_DECLS
