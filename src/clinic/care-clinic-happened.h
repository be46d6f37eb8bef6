/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/* The signs of the protocol's own call list, most urgent first. (transfer container) (element-type CareSign): each belongs to the protocol */
GPtrArray *care_clinic_list_signs     (CareClinic   *self) G_GNUC_WARN_UNUSED_RESULT;
/* *Something happened*: kept as AdverseEvent with a clinician's task. @sign: an id of the list, NULL for
 * something else; @words: the patient's words. (out) @urgency: emergency means: say the words of
 * [method@Clinic.dup_emergency_words] now. (out) (optional) */
gboolean   care_clinic_happened       (CareClinic   *self,
                                       CarePatient  *patient,
                                       CareVisit    *visit,
                                       CareInstant   when,
                                       const char   *sign,
                                       const char   *words,
                                       CareSignLevel  *urgency,
                                       GError      **error);
/* What to say, and the number to call. (transfer full) */
char      *care_clinic_dup_emergency_words (CareClinic *self,
                                       const char   *language) G_GNUC_WARN_UNUSED_RESULT;
/* Open tasks, most urgent first: (transfer full), a GListModel of CareTask. @patient: (nullable) */
GListModel *care_clinic_list_tasks    (CareClinic   *self,
                                       CarePatient  *patient,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* What a task says, opened by a clinician. (transfer full) */
char      *care_clinic_open_task      (CareClinic   *self,
                                       CareTask     *task,
                                       const CareSignature *by,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* Only a clinician closes a task, with a reason. @stop: what happened stays a standing stop. */
gboolean   care_clinic_close_task     (CareClinic   *self,
                                       CareTask     *task,
                                       const char   *reason,
                                       gboolean      stop,
                                       const CareSignature *by,
                                       GError      **error);

/* Closed by a slip: it waits again. */
gboolean   care_clinic_reopen_task    (CareClinic   *self,
                                       const char   *id,
                                       const CareSignature *by,
                                       GError      **error);

G_END_DECLS
