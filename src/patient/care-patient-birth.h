/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "patient/care-patient-session.h"

G_BEGIN_DECLS

/**
 * CarePatientBirth:
 *
 * "When were you born?": no name stands anywhere before the date fits.
 */
#define CARE_TYPE_PATIENT_BIRTH (care_patient_birth_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientBirth, care_patient_birth, CARE, PATIENT_BIRTH, GtkWidget)

/* @again: somebody woke the screen up. */
GtkWidget *care_patient_birth_new        (CarePatientSession *session,
                                          gboolean            again) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE when what is typed is no date; it is said there. */
gboolean   care_patient_birth_get_date   (CarePatientBirth   *self,
                                          GDate              *date);
/* It is a date and not the one on record. */
void       care_patient_birth_say_wrong  (CarePatientBirth   *self,
                                          guint               tries_left);

G_END_DECLS
