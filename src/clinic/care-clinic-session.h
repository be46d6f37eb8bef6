/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

typedef struct _CareNode     CareNode;
typedef struct _CareResponse CareResponse;

/**
 * CareSessionFacts:
 * @new_since: the answer to "anything new since you answered?", asked before the needle
 * @areas: (nullable): area codes treated; NULL for the visit's
 * @numbed: numbing cream was used
 * @numbing_known: FALSE: not recorded, so the sheet prints the numb-skin line
 * @watch_minutes: how long to watch; 0 for the protocol's
 * @form: (nullable): the whole record form (session or test record), everything else in it
 *
 * What a clinician records of a session or of the two test injections.
 */
typedef struct
{
  CareNewSince        new_since;
  const char *const  *areas;
  gboolean            numbed;
  gboolean            numbing_known;
  guint               watch_minutes;
  CareResponse       *form;
} CareSessionFacts;

/* "Ask them in": the gate before every needle and before the cream. REFUSED unless identity, intake,
 * product and batch, findings and consent are all in order. The visit is *in treatment* then. */
gboolean     care_clinic_ask_in          (CareClinic             *self,
                                          CareVisit              *visit,
                                          GError                **error);
/* *Finished now*: the true end of the injections; every printed time hangs on it. */
gboolean     care_clinic_finish_now      (CareClinic             *self,
                                          CareVisit              *visit,
                                          GError                **error);
/* Finished earlier than now: a clinician says so. Not before the beginning, not in the future. */
gboolean     care_clinic_finish_at       (CareClinic             *self,
                                          CareVisit              *visit,
                                          CareInstant             finished,
                                          const CareSignature    *by,
                                          GError                **error);
/* The same time before anybody is asked to sign it. */
gboolean     care_clinic_check_finish_at (CareClinic             *self,
                                          CareVisit              *visit,
                                          CareInstant             finished,
                                          GError                **error);
/* The visit's record form with what is known filled in, to go on with. (transfer full) */
CareResponse *care_clinic_draft_record (CareClinic              *self,
                                      CareVisit               *visit,
                                      const char              *clinician,
                                      GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps the record as far as it is written: a draft, by whoever is signed in, until a clinician signs it. */
gboolean     care_clinic_keep_record     (CareClinic             *self,
                                          CareVisit              *visit,
                                          CareResponse           *response,
                                          GError                **error);
/* Visits of the last 31 days and of today whose record is not signed. (transfer full) */
GListModel  *care_clinic_list_unsigned   (CareClinic             *self,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* What is wrong with the form, before anybody is asked to sign it. @where: the question. */
gboolean     care_clinic_check_record    (CareClinic             *self,
                                          CareVisit              *visit,
                                          CareResponse           *form,
                                          CareNode              **where,
                                          GError                **error);
/* The record of a session, or of the two test injections of a first visit, signed by a
 * clinician. Screens once more with what is new: something new is kept, the record is kept
 * (it happened), and a task tells the clinician; not asked is REFUSED. */
gboolean     care_clinic_record          (CareClinic             *self,
                                          CareVisit              *visit,
                                          const CareSessionFacts *facts,
                                          const CareSignature    *by,
                                          GError                **error);
/* "Anything new since you answered?", asked before the needle. Something new screens again, and
 * the visit is no longer ready. */
gboolean     care_clinic_tell_new        (CareClinic             *self,
                                          CareVisit              *visit,
                                          CareNewSince            new_since,
                                          GError                **error);
/* The reading of a test by a clinician, at least 24 hours after it. @form: (nullable) */
gboolean     care_clinic_record_reading  (CareClinic             *self,
                                          CareVisit              *visit,
                                          gboolean                reaction,
                                          CareResponse           *form,
                                          const CareSignature    *by,
                                          GError                **error);
/* The watch is over. Before its time @why is needed. */
gboolean     care_clinic_end_watch       (CareClinic             *self,
                                          CareVisit              *visit,
                                          const char             *why,
                                          GError                **error);

G_END_DECLS
