/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "patient/care-patient-session.h"

G_BEGIN_DECLS

/**
 * CarePatientPlace:
 * @CARE_PLACE_WELCOME: language and text size
 * @CARE_PLACE_BIRTH_DATE: who is it
 * @CARE_PLACE_LOCKED: three dates that did not fit
 * @CARE_PLACE_FORM: a screen of a form
 * @CARE_PLACE_PRIVATE: "we will talk with you in private first"
 * @CARE_PLACE_REVIEW: all answers, each to be changed
 * @CARE_PLACE_THANKS: please hand the device back
 */
typedef enum
{
  CARE_PLACE_WELCOME,
  CARE_PLACE_BIRTH_DATE,
  CARE_PLACE_LOCKED,
  CARE_PLACE_FORM,
  CARE_PLACE_PRIVATE,
  CARE_PLACE_REVIEW,
  CARE_PLACE_THANKS,
} CarePatientPlace;

/**
 * CarePatientFlow:
 *
 * Where the patient is on the way from "Hello" to "Thank you", and where the
 * next step leads. Knows no widget.
 *
 * Signals:
 * - `moved`: the place, or the screen of the form, is another now
 */
#define CARE_TYPE_PATIENT_FLOW (care_patient_flow_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientFlow, care_patient_flow, CARE, PATIENT_FLOW, GObject)

CarePatientFlow   *care_patient_flow_new              (CarePatientSession *session) G_GNUC_WARN_UNUSED_RESULT;
CarePatientPlace   care_patient_flow_get_place        (CarePatientFlow    *self);
guint              care_patient_flow_get_form         (CarePatientFlow    *self);
CareFormStep      *care_patient_flow_get_step         (CarePatientFlow    *self);
/* Which of how many steps one is on, as the answers stand; FALSE where there is nothing to count. */
gboolean           care_patient_flow_get_progress     (CarePatientFlow    *self,
                                                       guint              *number,
                                                       guint              *total);
gboolean           care_patient_flow_can_back         (CarePatientFlow    *self);
/* The screen was checked and is fine. */
void               care_patient_flow_next             (CarePatientFlow    *self);
void               care_patient_flow_back             (CarePatientFlow    *self);
/* TRUE: it fits, and one is further on. FALSE: another try, or `locked`. */
gboolean           care_patient_flow_give_birth_date  (CarePatientFlow    *self,
                                                       const GDate        *date);
guint              care_patient_flow_get_tries_left   (CarePatientFlow    *self);
/* From the review to one question; Next leads back to the review. */
void               care_patient_flow_mend             (CarePatientFlow    *self,
                                                       guint               form,
                                                       CareNode           *node);
/* At "in private": no more questions. */
void               care_patient_flow_stop             (CarePatientFlow    *self);
/* Nobody was there for a while: ask for the birth date again, then go on where one was. */
void               care_patient_flow_doze             (CarePatientFlow    *self);

G_END_DECLS
