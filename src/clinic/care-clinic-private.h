/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet.h"
#include "base/care-error.h"
#include "base/care-words.h"
#include "clinic/care-clinic-allergies.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic.h"
#include "clinic/care-fhir.h"
#include "clinic/care-form-shelf.h"
#include "clinic/care-patient-private.h"
#include "clinic/care-visit-private.h"
#include "course/care-clinic-info.h"
#include "form/care-response.h"
#include "protocol/care-plain.h"
#include "protocol/care-protocol.h"
#include "records/care-store.h"
#include "screening/care-history.h"

G_BEGIN_DECLS

/* Names of forms, the last part of their url. */
#define CARE_FORM_FIRST_VISIT    "first-visit"
#define CARE_FORM_CONSENT        "consent"
#define CARE_FORM_DAY_CHECK      "day-check"
#define CARE_FORM_TEST_RECORD    "test-record"
#define CARE_FORM_TEST_READING   "test-reading"
#define CARE_FORM_SESSION_RECORD "session-record"

struct _CareClinic
{
  GObject         parent_instance;

  CareStore      *store;
  CareClock      *clock;
  CareClinicInfo *info;
  CareProtocol   *protocol;
  CareProtocol   *draft; /* what the clinic edits, while paper follows another; else NULL */
  GTimeZone      *zone;
  char           *data_dir;
  char           *state_dir;

  GListStore     *staff;
  GHashTable     *staff_by_id;
  GHashTable     *pins;
  CareStaff      *actor;

  GHashTable     *patients;
  GHashTable     *visits;
  GHashTable     *forms;
  CareFormShelf  *shelf;
  /* (nullable): when which of the clinic's own was asked before the last change, and that change */
  GPtrArray      *former_entries;
  guint           forms_serial;
  GHashTable     *answers; /* read for screening, by id and version; read only */
  GHashTable     *unkept; /* of a finding's id to CareUnkept: begun decisions that are not on the disk */
  CareWords      *sheet_words;
  CareSheetClinic *sheet_clinic; /* (nullable): what a sheet prints of the settings, read once */
  CarePlain      *plain;

  /* The protocol's file before the last approval (NULL: none) and as it was written, for as long as it can be undone. */
  char           *protocol_former;
  char           *protocol_written;
  gboolean        protocol_was_in_force; /* which of the two files it was, while there is a draft */
  gboolean        protocol_may_undo;

  GListStore     *today;
  /* Visits before today whose record is not signed; NULL until somebody asks. */
  GListStore     *unsigned_before;
  CareInstant     today_from;
  CareInstant     today_to;
  CareInstant     newest_record; /* written at; NONE in an empty store */
  /* Sample days lie around the clock's now, whatever the opening hours say. */
  gboolean        any_time;
};

/* --- one use-case, one transaction (care-clinic-commit.c) --- */

/* The clock's now in whole seconds, as records write it. */
CareInstant      _care_clinic_now           (CareClinic       *self);
CareStoreChange *_care_clinic_begin         (CareClinic       *self) G_GNUC_WARN_UNUSED_RESULT;
/* Who is signed in, or FALSE: "sign in first". */
gboolean         _care_clinic_need_actor    (CareClinic       *self,
                                             const char      **staff,
                                             GError          **error);
/* One row of the trail: @action C, R, U or E; @what the use-case; @who a staff id (NULL: the program). */
void             _care_clinic_audit         (CareClinic       *self,
                                             CareStoreChange  *change,
                                             const char       *action,
                                             const char       *what,
                                             const char       *who,
                                             const char       *type,
                                             const char       *id);
/* Somebody said that the clock is right, although the newest record was written at @newest. */
void             _care_clinic_audit_clock   (CareClinic *self, CareStoreChange *change, const char *who, CareInstant newest);
/* A deep copy of the visit's Encounter, to change. */
JsonObject      *_care_visit_edit           (CareVisit        *visit) G_GNUC_WARN_UNUSED_RESULT;
void             _care_visit_set_state      (JsonObject       *encounter,
                                             CareVisitState    state);
/* Puts @encounter (transfer full), and the Appointment with @status when it is not NULL, adds the audit row, commits
 * all, and only then brings @visit up to date and tells of it. */
gboolean         _care_clinic_commit_visit  (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             const char       *appointment_status,
                                             const char       *what,
                                             const char       *who,
                                             GError          **error);
void             _care_clinic_visit_changed (CareClinic *self, CareVisit *visit);
gboolean         _care_clinic_refuse_state  (CareVisit        *visit,
                                             const char       *what,
                                             GError          **error);
/* FALSE with an error unless the visit is in one of @states (a bit each: 1 << state). */
gboolean         _care_clinic_need_state    (CareVisit        *visit,
                                             guint             states,
                                             const char       *what,
                                             GError          **error);

/* --- staff (care-clinic-staff.c) --- */
gboolean         _care_clinic_load_staff    (CareClinic *self, GError **error);
/* Checks a PIN: counted first, then verified. */
gboolean         _care_clinic_check_pin     (CareClinic *self, const CareSignature *by, GError **error);
/* The same, and whoever signs has to be a clinician. */
gboolean         _care_clinic_check_clinician (CareClinic     *self,
                                             const CareSignature *by,
                                             const char       *what,
                                             GError          **error);
/* The same for a clinician or the owner. */
gboolean         _care_clinic_check_owner   (CareClinic       *self,
                                             const CareSignature *by,
                                             const char       *what,
                                             GError          **error);

/* --- lists (care-clinic-list.c) --- */
gboolean         _care_clinic_load_patients (CareClinic *self, GError **error);
gboolean         _care_clinic_load_today    (CareClinic *self, GError **error);
CareVisit       *_care_clinic_adopt_visit   (CareClinic       *self,
                                             CareDocument     *encounter,
                                             CareDocument     *appointment,
                                             GError          **error);
/* Puts @visit where it belongs on Today, or takes it off. */
void             _care_clinic_sort_today    (CareClinic       *self,
                                             CareVisit        *visit);
CarePatient     *_care_clinic_adopt_patient (CareClinic       *self,
                                             CareDocument     *document);

/* --- schedule (care-clinic-schedule.c) --- */
/* Adds Encounter and Appointment of a new visit to @change; after the commit, adopt @encounter_out. */
char            *_care_clinic_add_visit     (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CarePatient      *patient,
                                             CareVisitKind     kind,
                                             CareInstant       start,
                                             CareInstant       end,
                                             const char       *place,
                                             guint             session_number,
                                             guint             session_count,
                                             gboolean          walk_in) G_GNUC_WARN_UNUSED_RESULT;
JsonObject      *_care_clinic_make_appointment (CareClinic    *self,
                                             const char       *id,
                                             CarePatient      *patient,
                                             CareVisitKind     kind,
                                             CareInstant       start,
                                             CareInstant       end,
                                             const char       *place,
                                             gboolean          walk_in) G_GNUC_WARN_UNUSED_RESULT;
/* A course of so many sessions, without booking any. */
gboolean         _care_clinic_keep_plan     (CareClinic       *self,
                                             CarePatient      *patient,
                                             const char *const *areas,
                                             guint             sessions,
                                             GError          **error);
/* A patient's newest documents of one kind (NULL: of all), by time written; what @change (nullable) puts counts already. */
GPtrArray       *_care_clinic_list_of       (CareClinic       *self,
                                             CarePatient      *patient,
                                             const char       *kind,
                                             CareStoreChange  *change,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* --- allergies (care-clinic-allergies.c, care-clinic-allergy-kept.c) --- */
/* What the answers name; what @change (nullable) puts counts already. */
CareAllergies   *_care_clinic_read_allergies (CareClinic      *self,
                                             CarePatient      *patient,
                                             CareStoreChange  *change,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Brings the AllergyIntolerances to what the answers name, in @change. @wrong (nullable): the visit whose answers were another's. */
gboolean         _care_clinic_keep_allergies (CareClinic      *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             const char       *wrong,
                                             GError          **error);
/* A named person has looked at the allergy of @finding (a DetectedIssue), for the visit's product. */
gboolean         _care_clinic_keep_confirmed (CareClinic      *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *finding,
                                             gboolean          concerns,
                                             const char       *who,
                                             GError          **error);
gboolean         _care_clinic_is_allergy_of (JsonObject       *resource,
                                             const char       *key);
gboolean         _care_clinic_is_allergy_confirmed (JsonObject *resource);
gboolean         _care_clinic_is_allergy_cleared (JsonObject  *resource,
                                             const char       *product);

/* The active CarePlan, NULL without an error when there is none. */
CareDocument    *_care_clinic_find_plan     (CareClinic       *self,
                                             CarePatient      *patient,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
int              _care_clinic_visit_minutes (CareClinic       *self,
                                             CareVisitKind     kind);

/* Until when and from when a time is free: @place is (out) (nullable). REFUSED says why it is not. */
gboolean         _care_clinic_check_time    (CareClinic       *self,
                                             CarePatient      *patient,
                                             const char       *but_not,
                                             CareInstant       start,
                                             CareInstant       end,
                                             char            **place,
                                             GError          **error);
/* The earliest instant at which a visit of @kind may begin (CARE_INSTANT_NONE: any time), and what is in the way. */
gboolean         _care_clinic_find_earliest (CareClinic       *self,
                                             CarePatient      *patient,
                                             CareVisitKind     kind,
                                             CareInstant      *earliest,
                                             GError          **error);

/* A visit that was called off stands again: it is the next one after the visit @from_id (nullable) again. */
gboolean         _care_clinic_book_again    (CareClinic       *self,
                                             CareVisit        *visit,
                                             const char       *from_id,
                                             GError          **error);

/* --- what happened so far (care-clinic-history.c) --- */
CareHistory     *_care_clinic_load_history  (CareClinic       *self,
                                             CarePatient      *patient,
                                             CareStoreChange  *change,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The last entry of that kind, NULL when there is none. */
const CareHistoryEntry *_care_history_find_last (CareHistory  *history,
                                             CareHistoryEvent  event);
guint            _care_history_count        (CareHistory *history, CareHistoryEvent event);
/* The instant at which a test counts no more, by the calendar's months. */
CareInstant      _care_clinic_test_ends     (CareClinic *self, const CareHistoryEntry *test);

/* --- answers (care-clinic-answers.c) --- */
GPtrArray       *_care_clinic_list_responses (CareClinic      *self,
                                             CarePatient      *patient,
                                             CareStoreChange  *change,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The answers of @visit to @form, NULL without an error when there are none. */
CareDocument    *_care_clinic_find_response (CareClinic       *self,
                                             CareVisit        *visit,
                                             CareQuestionnaire *form,
                                             CareStoreChange  *change,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
CareResponse    *_care_clinic_read_response (CareClinic       *self,
                                             CareDocument     *document,
                                             CareQuestionnaire *form,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void             _care_clinic_prefill       (CareClinic       *self,
                                             CareVisit        *visit,
                                             CareResponse     *response);
/* Puts @response as the answers of @visit, replacing @former. @author: "Patient" or "Practitioner". */
void             _care_clinic_put_response  (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             CareResponse     *response,
                                             CareDocument     *former,
                                             CareResponseStatus status,
                                             const char       *author,
                                             CareAnswerHow     how,
                                             CareHelper        helper);
gboolean         _care_clinic_is_form_answered (CareClinic    *self,
                                             CareVisit        *visit,
                                             CareQuestionnaire *form,
                                             CareStoreChange  *change,
                                             gboolean         *answered,
                                             GError          **error);
/* FALSE with an error unless the patient may be asked now: arrived, or product chosen and consent still open. */
gboolean         _care_clinic_may_answer    (CareClinic       *self,
                                             CareVisit        *visit,
                                             CareQuestionnaire *form,
                                             const char       *what,
                                             GError          **error);
gboolean         _care_clinic_is_intake_due (CareClinic       *self,
                                             CarePatient      *patient,
                                             CareInstant       at,
                                             gboolean         *due,
                                             GError          **error);
gboolean         _care_clinic_is_consent_due (CareClinic      *self,
                                             CarePatient      *patient,
                                             const char       *product,
                                             const char *const *areas,
                                             CareStoreChange  *change,
                                             gboolean         *due,
                                             GError          **error);
/* All forms that are due have been answered to the end. */
gboolean         _care_clinic_is_answered   (CareClinic       *self,
                                             CareVisit        *visit,
                                             CareStoreChange  *change,
                                             gboolean         *answered,
                                             GError          **error);

/* --- which form is asked when (care-clinic-occasion.c) --- */

/* A form of the program's folder; @key: under which it is remembered. */
CareQuestionnaire *_care_clinic_load_form   (CareClinic       *self,
                                             const char       *name,
                                             const char       *key,
                                             const char       *product,
                                             GError          **error);
CareQuestionnaire *_care_clinic_load_own_form (CareClinic     *self,
                                             CareShelfForm    *own,
                                             const char       *product,
                                             GError          **error);
/* The program's name for the form that an occasion has; NULL for any visit. */
const char      *_care_clinic_get_built_in  (CareFormOccasion  occasion);
/* What is asked at an occasion, in order. (transfer container) (element-type CareQuestionnaire) */
GPtrArray       *_care_clinic_list_occasion (CareClinic       *self,
                                             CareFormOccasion  occasion,
                                             const char       *product,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The form that a QuestionnaireResponse answers: in that very version, else in the one there is. */
CareQuestionnaire *_care_clinic_form_of     (CareClinic       *self,
                                             JsonObject       *response);
/* Its answers are an intake, whichever of the clinic's forms it was. */
gboolean         _care_clinic_is_intake_form (CareClinic      *self,
                                             CareQuestionnaire *form);
/* The consent, the program's or the clinic's own. */
CareQuestionnaire *_care_clinic_get_consent_form (CareClinic  *self,
                                             const char       *product,
                                             GError          **error);
gboolean         _care_clinic_is_consent    (CareClinic       *self,
                                             CareQuestionnaire *form);

/* --- consent (care-clinic-consent.c) --- */
gboolean         _care_clinic_consent_names (CareResponse     *response,
                                             const char       *product,
                                             const char *const *areas);
/* The visit has finished consent answers for that product and these areas, whatever they say. */
gboolean         _care_clinic_has_consent_answers (CareClinic *self,
                                             CareVisit        *visit,
                                             const char       *product,
                                             const char *const *areas,
                                             CareStoreChange  *change,
                                             gboolean         *has,
                                             GError          **error);
/* Product and areas are chosen, no consent covers them, and the patient was not asked for it yet. @may_ask: no stop
 * stands against it */
gboolean         _care_clinic_write_consent_open (CareClinic  *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             gboolean          may_ask,
                                             GError          **error);
/* Answers to go on with, filled with what the program knows; a consent for something else begins anew. */
CareResponse    *_care_clinic_begin_answers (CareClinic       *self,
                                             CareVisit        *visit,
                                             CareQuestionnaire *form,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- the device (care-clinic-handover.c) --- */

char             **_care_clinic_list_screen_languages (const char *const *clinic,
                                             GPtrArray         *forms) G_GNUC_WARN_UNUSED_RESULT;
gboolean         _care_clinic_stand_again   (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             GError          **error);

/* --- screening (care-clinic-screen.c) --- */
/* Screens, puts the findings that changed into @change, and writes word, state, ready-at and undecided into
 * @encounter. What @change puts counts already. */
gboolean         _care_clinic_screen_into   (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             GError          **error);

/* --- the session (care-clinic-procedure.c) --- */
/* Puts the Procedure of @visit as @encounter says; @who: (nullable): the clinician who signed. */
gboolean         _care_clinic_put_procedure (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             const char       *who,
                                             GError          **error);
/* Weight, height, girth and severity of a record form, as Observations. */
void             _care_clinic_put_measures  (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             CareResponse     *form,
                                             CareInstant       at);
JsonObject      *_care_clinic_make_observation (CareClinic    *self,
                                             CareVisit        *visit,
                                             const char       *system,
                                             const char       *code,
                                             CareInstant       at) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the state that follows from finish, watch, record and sheet. */
void             _care_clinic_settle        (CareClinic       *self,
                                             JsonObject       *encounter);

/* --- the session (care-clinic-session.c) --- */
/* REFUSED before the test's wait is over; @product: (out) (optional): what the test was made with. */
CareInstant      _care_clinic_find_record_time (CareClinic    *self,
                                                CareResponse  *form,
                                                const char    *question,
                                                CareNode     **node);
gboolean         _care_clinic_check_reading_time (CareClinic  *self,
                                                  CareVisit   *visit,
                                                  CareInstant  at,
                                                  char       **product,
                                                  GError     **error);
/* Another batch of the product that was checked: it has to be on the clinic's list and not expired. */
gboolean         _care_clinic_write_batch   (CareClinic       *self,
                                             CareStoreChange  *change,
                                             JsonObject       *encounter,
                                             const char       *batch,
                                             GError          **error);
const char      *_care_clinic_get_record_name (CareVisit      *visit);
/* The record form of the visit, with its product and that one's batches alone. (transfer none) */
CareQuestionnaire *_care_clinic_get_record_form (CareClinic   *self,
                                             CareVisit        *visit,
                                             GError          **error);
gboolean         _care_clinic_is_same_form  (CareQuestionnaire *one,
                                             CareQuestionnaire *other);
gboolean         _care_clinic_is_record_of  (CareVisit        *visit,
                                             CareQuestionnaire *form);
/* "Anything new?" as the record has it: not asked is REFUSED; something new becomes a task. */
gboolean         _care_clinic_write_record_news (CareClinic   *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             CareNewSince      new_since,
                                             const char       *who,
                                             GError          **error);

/* --- drafts (care-clinic-draft.c) --- */
/* The last day stands beside the batch it belongs to, as the clinic's list has it. */
void             _care_clinic_follow_batch  (CareClinic       *self,
                                             CareVisit        *visit,
                                             CareResponse     *response);
/* The true end was put right: the draft of the record says so too. */
gboolean         _care_clinic_move_draft_end (CareClinic      *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             CareInstant       finished,
                                             const char       *who,
                                             GError          **error);
void             _care_clinic_sort_unsigned (CareClinic *self, CareVisit *visit);

/* --- clock (care-clinic-clock.c) --- */
gboolean         _care_clinic_load_newest   (CareClinic *self, GError **error);
/* A row of the trail, written @at: with the newest record's time where the clock is behind it. */
void             _care_clinic_note_time     (CareClinic *self, CareInstant at, JsonObject *event);

/* --- paper (care-clinic-paper.c) --- */
/* What would stop the sheet of the planned session: phones, approval, language, lines that contradict each other. */
gboolean         _care_clinic_is_paper_stopped (CareClinic    *self,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             gboolean         *stopped,
                                             GError          **error);
/* The needle is out: the stricter of two lines prints, and the owner gets a task. */
gboolean         _care_clinic_tell_clashes  (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CareVisit        *visit,
                                             JsonObject       *encounter,
                                             const char       *who,
                                             GError          **error);
/* The sheet after the injections, whether they are over or not. (transfer full) */
CareSheet       *_care_clinic_make_after_sheet (CareClinic    *self,
                                             CareVisit        *visit,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The kept copies of its sheets, newest first: (transfer full) (element-type CareDocument) */
GPtrArray       *_care_clinic_list_sheet_documents (CareClinic *self,
                                             CareVisit        *visit,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- tasks (care-clinic-happened.c) --- */
/* A task of this kind is the owner's, every other one the clinicians'. */
#define CARE_TASK_CLASHING_LINES "clashing-lines"
void             _care_clinic_put_task      (CareClinic       *self,
                                             CareStoreChange  *change,
                                             CarePatient      *patient,
                                             const char       *kind,
                                             CareSignLevel     urgency,
                                             const char       *focus_type,
                                             const char       *focus_id,
                                             const char       *words,
                                             const char       *who);

gboolean         _care_clinic_screen_waiting (CareClinic *self, CarePatient *patient, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
