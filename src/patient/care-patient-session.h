/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "journal/care-envelope.h"
#include "patient/care-keyboards.h"
#include "patient/care-patient-saver.h"
#include "widgets/form/care-form-context.h"
#include "widgets/form/care-form-steps.h"

G_BEGIN_DECLS

/**
 * CarePatientSession:
 *
 * One patient in front of the screen: what the envelope brought, the answers,
 * and the journal they go to. Knows no widget and no rule of the clinic's.
 */
#define CARE_TYPE_PATIENT_SESSION (care_patient_session_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientSession, care_patient_session, CARE, PATIENT_SESSION, GObject)

/* Takes @envelope and @journal_fd, also on failure. */
CarePatientSession *care_patient_session_new          (CareEnvelope        *envelope,
                                                       int                  journal_fd,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
CareFormContext    *care_patient_session_get_context  (CarePatientSession  *self);
/* (nullable) */
CareKeyboards      *care_patient_session_get_keyboards (CarePatientSession *self);
const char *const  *care_patient_session_get_languages (CarePatientSession *self);
/* A language of the envelope's. */
void                care_patient_session_set_language (CarePatientSession  *self,
                                                       const char          *language);
int                 care_patient_session_get_size     (CarePatientSession  *self);
void                care_patient_session_set_size     (CarePatientSession  *self,
                                                       int                  size);
guint               care_patient_session_get_n_forms  (CarePatientSession  *self);
CareResponse       *care_patient_session_get_response (CarePatientSession  *self,
                                                       guint                form);
CareFormSteps      *care_patient_session_get_steps    (CarePatientSession  *self,
                                                       guint                form);
CarePatientSaver   *care_patient_session_get_saver    (CarePatientSession  *self);
/* Somebody answered before: this is a device handed back. */
gboolean            care_patient_session_has_answers  (CarePatientSession  *self);

/* Only the year is on record. */
gboolean            care_patient_session_knows_year_only (CarePatientSession *self);
/* TRUE: it is this person. The forms' hidden birth date is filled in. */
gboolean            care_patient_session_check_birth_date (CarePatientSession *self,
                                                       const GDate         *date);
/* An answer on this screen is one that is talked about in private. */
gboolean            care_patient_session_is_private   (CarePatientSession  *self,
                                                       CareFormStep        *step);

void                care_patient_session_set_status   (CarePatientSession  *self,
                                                       guint                form,
                                                       CareResponseStatus   status);
void                care_patient_session_touch        (CarePatientSession  *self,
                                                       guint                form);
void                care_patient_session_note_step    (CarePatientSession  *self,
                                                       guint                form,
                                                       CareFormStep        *step);
/* @stopped: the patient stopped at "we talk in private first". */
void                care_patient_session_finish       (CarePatientSession  *self,
                                                       gboolean             stopped);
void                care_patient_session_note_borrow  (CarePatientSession  *self);
void                care_patient_session_note_wrong_birth_date (CarePatientSession *self);

G_END_DECLS
