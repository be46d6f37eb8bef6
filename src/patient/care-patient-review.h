/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "patient/care-patient-session.h"

G_BEGIN_DECLS

/**
 * CarePatientReview:
 *
 * All answers, screen by screen, each with a button to change it.
 *
 * Signals:
 * - `change` (uint, #CareNode): the form and the question to change
 */
#define CARE_TYPE_PATIENT_REVIEW (care_patient_review_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientReview, care_patient_review, CARE, PATIENT_REVIEW, GtkWidget)

GtkWidget *care_patient_review_new (CarePatientSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
