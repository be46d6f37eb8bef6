/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "patient/care-patient-session.h"

G_BEGIN_DECLS

/**
 * CarePatientApplication:
 *
 * The patient's program: one window, one session, and the keeper's socket. It
 * tells the keeper when its first frame stands and when it is done, and ends
 * when the keeper says so.
 */
#define CARE_TYPE_PATIENT_APPLICATION (care_patient_application_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientApplication, care_patient_application, CARE, PATIENT_APPLICATION, AdwApplication)

/* @socket: to the keeper, or -1. Full screen unless @windowed. */
CarePatientApplication *care_patient_application_new (CarePatientSession *session,
                                                      int                 socket,
                                                      gboolean            windowed,
                                                      guint               warn,
                                                      guint               blank) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
