/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-patient.h"

G_BEGIN_DECLS

/**
 * CareTask:
 *
 * An open question to the clinician or the owner (FHIR Task). The desk sees that there is
 * one, of whom and since when; what it says is the clinician's.
 */
#define CARE_TYPE_TASK (care_task_get_type ())
G_DECLARE_FINAL_TYPE (CareTask, care_task, CARE, TASK, GObject)

const char  *care_task_get_id      (CareTask *self);
CarePatient *care_task_get_patient (CareTask *self);
CareInstant  care_task_get_since   (CareTask *self);
CareSignLevel  care_task_get_urgency (CareTask *self);
/* "something-happened", "answer-changed", "clashing-lines" */
const char  *care_task_get_kind    (CareTask *self);
/* The clinic's owner has to put it right; a clinician may, too. */
gboolean     care_task_is_for_owner (CareTask *self);

G_END_DECLS
