/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "clinic/care-reasons.h"
#include "records/care-document.h"

G_BEGIN_DECLS

/* Findings as records keep them: one DetectedIssue a finding and visit. Private to this room. */

/* Puts what is new, what came back and what vanished into @change. Returns the keys a clinician has decided (treat),
 * NULL on an error; @not_today: a clinician said so. */
char      **_care_issue_put_all     (CareClinic       *clinic,
                                     CareStoreChange  *change,
                                     CareVisit        *visit,
                                     JsonObject       *encounter,
                                     GPtrArray        *findings,
                                     gboolean         *not_today,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The findings of a visit that stand (none cancelled or entered in error): (element-type CareDocument). */
GPtrArray  *_care_issue_list        (CareClinic       *clinic,
                                     CareVisit        *visit,
                                     CareStoreChange  *change,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* What is being decided, and by whom; UNKNOWN and NULL put it away. */
void        _care_issue_begin       (JsonObject       *issue,
                                     CareTri           choice,
                                     const char       *code,
                                     const char       *words,
                                     const char       *who);
/* A copy of @issue with a clinician's decision on it. */
JsonObject *_care_issue_decide      (CareClinic       *clinic,
                                     CareDocument     *issue,
                                     const char       *code,
                                     const char       *words,
                                     gboolean          treat,
                                     const char       *who,
                                     CareInstant       at) G_GNUC_WARN_UNUSED_RESULT;
CareReason *_care_issue_to_reason   (CareClinic       *clinic,
                                     CareDocument     *issue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
