/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

typedef struct _CareQuestionnaire CareQuestionnaire;
typedef struct _CareResponse CareResponse;
typedef struct _CareSealPublicKey CareSealPublicKey;
typedef struct _CareSealKeys CareSealKeys;

/**
 * CareTaken:
 * @records: how many records of the journal were read
 * @torn: the last record was cut off by a crash; everything before it is there
 * @already: the journal had been taken in before: nothing was changed
 * @wrong_birth_date: the birth date was typed wrongly three times
 * @finished: the patient came to the end
 * @borrowed: "borrow back": answers are kept, the rest waits
 *
 * What taking back a device brought.
 */
typedef struct
{
  guint    records;
  gboolean torn;
  gboolean already;
  gboolean wrong_birth_date;
  gboolean finished;
  gboolean borrowed;
} CareTaken;

/* The forms the patient answers at this visit, in order (what is due: a whole intake after 12
 * months or a gap of 6, consent for product and areas). (transfer full) (element-type CareQuestionnaire) */
/* Of them, what is not answered to the end: what is asked next. (transfer full) */
GPtrArray    *care_clinic_list_open_forms (CareClinic      *self,
                                       CareVisit        *visit,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *care_clinic_list_forms     (CareClinic       *self,
                                          CareVisit        *visit,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* A form of the folder by the last part of its url, "session-record". (transfer none) */
CareQuestionnaire *care_clinic_get_form  (CareClinic       *self,
                                          const char       *name,
                                          GError          **error);
/* Builds the envelope (sealed memfd) and opens a new journal; the visit is *answering* then.
 * @envelope_fd and @journal_fd are the caller's to send to the keeper and to close. */
gboolean      care_clinic_hand_over      (CareClinic       *self,
                                          CareVisit        *visit,
                                          CareSealPublicKey *public_key,
                                          int              *envelope_fd,
                                          int              *journal_fd,
                                          GError          **error);
/* The hand-over did not come about (the keeper refused): back to *arrived*. */
gboolean      care_clinic_hand_over_failed (CareClinic     *self,
                                          CareVisit        *visit,
                                          GError          **error);
/* Takes the answers in, once, and screens. Repeating it is harmless. @keys: the store's key
 * pair. @by: any member of staff. */
gboolean      care_clinic_take_back      (CareClinic       *self,
                                          CareVisit        *visit,
                                          CareSealKeys     *keys,
                                          const CareSignature *by,
                                          CareTaken        *taken,
                                          GError          **error);
/* "This was the wrong person": what this visit's answers say is kept as entered in error and
 * feeds nothing; the visit is *arrived* again. */
gboolean      care_clinic_wrong_person   (CareClinic       *self,
                                          CareVisit        *visit,
                                          const CareSignature *by,
                                          GError          **error);
/* The answers of one form so far, to go on with: asked aloud or copied from paper. Empty
 * when there are none. Not after they were taken back: see [method@Clinic.open_answers]. (transfer full) */
CareResponse *care_clinic_continue_answers (CareClinic     *self,
                                          CareVisit        *visit,
                                          CareQuestionnaire *form,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps answers typed at the desk (author staff, source patient). @finished: the form is complete,
 * and when it was the last one due the visit is screened. */
gboolean      care_clinic_keep_answers   (CareClinic       *self,
                                          CareVisit        *visit,
                                          CareResponse     *response,
                                          CareAnswerHow     how,
                                          CareHelper        helper,
                                          gboolean          finished,
                                          GError          **error);
/* The answers of one form, opened by a clinician. (transfer full) */
CareResponse *care_clinic_open_answers   (CareClinic       *self,
                                          CareVisit        *visit,
                                          CareQuestionnaire *form,
                                          const CareSignature *by,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* An answer changed after take-back: the former value and its time are kept, and a finding that
 * vanishes by it stands as "answer changed" for the clinician. */
gboolean      care_clinic_change_answers (CareClinic       *self,
                                          CareVisit        *visit,
                                          CareResponse     *response,
                                          CareAnswerHow     how,
                                          CareHelper        helper,
                                          GError          **error);

/* It was the right person after all, as long as nothing else has happened. */
gboolean      care_clinic_undo_wrong_person (CareClinic    *self,
                                       CareVisit        *visit,
                                       const CareSignature *by,
                                       GError          **error);

G_END_DECLS
