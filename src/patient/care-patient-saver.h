/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

#include "form/care-response.h"
#include "journal/care-journal-writer.h"

G_BEGIN_DECLS

/**
 * CareSaveState:
 * @CARE_SAVE_DONE: everything is on the disk
 * @CARE_SAVE_BUSY: a worker waits for the disk
 * @CARE_SAVE_FAILED: the disk said no; nothing is lost, care_patient_saver_retry() tries again
 *
 * Where the patient's answers stand.
 */
typedef enum
{
  CARE_SAVE_DONE,
  CARE_SAVE_BUSY,
  CARE_SAVE_FAILED,
} CareSaveState;

/**
 * CarePatientSaver:
 *
 * Brings answers and steps to the journal, one after the other, in a worker.
 * The answers of a form are written whole the first time, then what changed:
 * an answer costs the same however long the form is. While one is on its way,
 * later changes of the same form wait as one.
 *
 * Properties: `state` (#CareSaveState as int, read only, with notify).
 */
#define CARE_TYPE_PATIENT_SAVER (care_patient_saver_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientSaver, care_patient_saver, CARE, PATIENT_SAVER, GObject)

CarePatientSaver *care_patient_saver_new       (CareJournalWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
/* Forms are numbered in the order they are added. */
void              care_patient_saver_add_form  (CarePatientSaver  *self,
                                                CareResponse      *response);
/* The answers of a form changed. */
void              care_patient_saver_touch     (CarePatientSaver  *self,
                                                guint              form);
/* Something else to write down behind all answers so far; takes @body. */
void              care_patient_saver_record    (CarePatientSaver  *self,
                                                CareJournalKind    kind,
                                                CareResponse      *response,
                                                JsonNode          *body);
CareSaveState     care_patient_saver_get_state (CarePatientSaver  *self);
void              care_patient_saver_retry     (CarePatientSaver  *self);
gboolean          care_patient_saver_flush     (CarePatientSaver  *self,
                                                guint              patience);

G_END_DECLS
