/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "patient/care-patient-session.h"

G_BEGIN_DECLS

/**
 * CarePatientWelcome:
 *
 * The first page: each language in its own name, and the same sentence in
 * three sizes to touch.
 *
 * Signals:
 * - `language` (string): a BCP 47 tag was touched
 * - `size` (int): 1 to 3 was touched
 */
#define CARE_TYPE_PATIENT_WELCOME (care_patient_welcome_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientWelcome, care_patient_welcome, CARE, PATIENT_WELCOME, GtkWidget)

GtkWidget *care_patient_welcome_new (CarePatientSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
