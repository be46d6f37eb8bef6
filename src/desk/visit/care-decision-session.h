/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-check.h"

G_BEGIN_DECLS

/**
 * CareDecisionSession:
 *
 * A clinician at one visit's page: a PIN opened the reasons, and they stay open
 * while product, consent and decisions are signed, each with a PIN of its own.
 * It ends with the page, with the lock, and when somebody else is signed in.
 */
#define CARE_TYPE_DECISION_SESSION (care_decision_session_get_type ())
G_DECLARE_FINAL_TYPE (CareDecisionSession, care_decision_session, CARE, DECISION_SESSION, GObject)

CareDecisionSession *care_decision_session_new         (CareClinic           *clinic,
                                                        CareVisit            *visit) G_GNUC_WARN_UNUSED_RESULT;
gboolean             care_decision_session_open        (CareDecisionSession  *self,
                                                        const CareSignature  *by,
                                                        GError              **error);
/* What stands behind the word now; NULL while nobody has opened it. */
CareReasons         *care_decision_session_get_reasons (CareDecisionSession  *self);
/* Something was changed: looks again. */
void                 care_decision_session_reread      (CareDecisionSession  *self);
void                 care_decision_session_close       (CareDecisionSession  *self);

G_END_DECLS
