/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "journal/care-envelope.h"
#include "journal/care-journal-reader.h"
#include "patient/care-patient-session.h"

G_BEGIN_DECLS

/* A patient in front of the screen, with a journal in a folder of its own. */
typedef struct
{
  char               *folder;
  CareSealKeys       *keys;
  CareEnvelope       *envelope;
  CarePatientSession *session;
} PatientFixture;

/* Born 1980-05-17, English and Spanish, 22 November 2026, 15:10 in New York. @form: a file of data/forms, or JSON text. */
PatientFixture    *patient_fixture_new      (const char     *form);
void               patient_fixture_add_form (PatientFixture *self,
                                             const char     *form);
/* After this the envelope is the session's. */
void               patient_fixture_start    (PatientFixture *self);
/* What is on the disk now. */
CareJournalReader *patient_fixture_read     (PatientFixture *self) G_GNUC_WARN_UNUSED_RESULT;
/* The answers to a form that the desk would take over now; NULL when there are none. */
JsonNode          *patient_fixture_read_answers (PatientFixture *self,
                                                 guint           form) G_GNUC_WARN_UNUSED_RESULT;
void               patient_fixture_free     (PatientFixture *self);
/* Turns the main loop until everything is saved (or failed). */
void               patient_fixture_settle   (PatientFixture *self);
/* Gives every open question of the screen some answer, the first choice mostly. */
void               patient_fixture_answer   (PatientFixture *self,
                                             guint           form,
                                             CareFormStep   *step);

/* From here on no file may be longer, as on a full disk; 0: as long as it likes. */
void            patient_fixture_limit_files  (gsize            bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatientFixture, patient_fixture_free)

G_END_DECLS
