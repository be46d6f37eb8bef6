/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CarePatientIdle:
 *
 * Notices when nobody touches the screen: first a warning, then blank.
 *
 * Signals:
 * - `warn`: nobody for the first span
 * - `blank`: nobody for the second span
 */
#define CARE_TYPE_PATIENT_IDLE (care_patient_idle_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientIdle, care_patient_idle, CARE, PATIENT_IDLE, GObject)

/* Three minutes until the warning, five until the screen is blank. */
#define CARE_PATIENT_IDLE_WARN  180
#define CARE_PATIENT_IDLE_BLANK 300

/* Both spans in seconds, counted from the last touch. */
CarePatientIdle *care_patient_idle_new  (guint            warn,
                                         guint            blank) G_GNUC_WARN_UNUSED_RESULT;
/* Somebody is there. */
void             care_patient_idle_wake (CarePatientIdle *self);

G_END_DECLS
