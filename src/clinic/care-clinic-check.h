/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "clinic/care-reasons.h"

G_BEGIN_DECLS

/**
 * CareDecision:
 * @finding: [method@Reason.get_id]
 * @code: a reason code of [method@Clinic.dup_decision_codes]
 * @words: (nullable): more, in the clinician's words
 * @treat: TRUE: treat in spite of it; FALSE: not today
 */
typedef struct
{
  const char *finding;
  const char *code;
  const char *words;
  gboolean    treat;
} CareDecision;

/* Screens the visit again with everything on record and keeps the findings. */
gboolean     care_clinic_screen          (CareClinic           *self,
                                          CareVisit            *visit,
                                          GError              **error);
/* What the desk may know without a PIN: findings that the protocol lets the desk explain
 * (coffee, meal, makeup). (transfer full): a GListModel of CareReason */
GListModel  *care_clinic_list_desk_reasons (CareClinic         *self,
                                          CareVisit            *visit,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the desk says to the patient, also where it may not know why. (transfer full) (nullable) */
char        *care_clinic_dup_say         (CareClinic           *self,
                                          CareVisit            *visit) G_GNUC_WARN_UNUSED_RESULT;
/* All findings, opened by a clinician's PIN and audited. (transfer full) */
CareReasons *care_clinic_open_reasons    (CareClinic           *self,
                                          CareVisit            *visit,
                                          const CareSignature  *by,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as they stand now, for whoever opened @reasons. (transfer full) */
CareReasons *care_clinic_reread_reasons  (CareClinic           *self,
                                          CareReasons          *reasons,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reason codes of a decision, in order, NULL-terminated. (transfer full) */
char       **care_clinic_dup_decision_codes (CareClinic        *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same in the desk's language. */
const char  *care_clinic_get_decision_text (CareClinic         *self,
                                          const char           *code);
/* Decides findings, all of a page at once, signed by a clinician where it stands. What nobody may
 * decide is REFUSED, and then nothing of the page is kept. */
gboolean     care_clinic_decide          (CareClinic           *self,
                                          CareVisit            *visit,
                                          const CareDecision   *decisions,
                                          gsize                 n_decisions,
                                          const CareSignature  *by,
                                          GError              **error);
/* One finding that the protocol decides in one tap (the day's coffee), with its reason, by whoever opened @reasons. */
gboolean     care_clinic_decide_now      (CareClinic           *self,
                                          CareReasons          *reasons,
                                          const char           *finding,
                                          GError              **error);
/* Product, batch and areas of this visit, by a clinician; screens again. */
gboolean     care_clinic_choose_product  (CareClinic           *self,
                                          CareVisit            *visit,
                                          const char           *product,
                                          const char           *batch,
                                          const char *const    *areas,
                                          const CareSignature  *by,
                                          GError              **error);
/* The clinic's batches of a product that are not expired at the visit, NULL-terminated. (transfer full) */
char       **care_clinic_list_batches    (CareClinic           *self,
                                          const char           *product) G_GNUC_WARN_UNUSED_RESULT;
/* A named person has looked at an allergy without a match (or a typed one). @finding: its id.
 * @concerns: TRUE when it does concern the product: not with this product. */
gboolean     care_clinic_confirm_allergy (CareClinic           *self,
                                          CareVisit            *visit,
                                          const char           *finding,
                                          gboolean              concerns,
                                          const CareSignature  *by,
                                          GError              **error);
/* Consent was taken by the clinician: countersigns the patient's consent answers for
 * this visit's product and areas. */
gboolean     care_clinic_take_consent    (CareClinic           *self,
                                          CareVisit            *visit,
                                          const CareSignature  *by,
                                          GError              **error);

G_END_DECLS
