/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

#include "base/care-instant.h"
#include "course/care-clinic-parts.h"
#include "protocol/care-sign.h"
#include "protocol/care-when.h"

G_BEGIN_DECLS

/**
 * CareVisitState:
 * @CARE_STATE_EXPECTED: booked for today or later
 * @CARE_STATE_ARRIVED: here; answers (or, for a reading, the clinician) come next
 * @CARE_STATE_ANSWERING: the device is with the patient
 * @CARE_STATE_TO_TAKE_BACK: the patient's program ended; its answers wait to be taken in
 * @CARE_STATE_MUST_DECIDE: at least one finding waits for a clinician, or for time
 * @CARE_STATE_STOPPED: do not treat today
 * @CARE_STATE_READY: nothing stands before the needle
 * @CARE_STATE_IN_TREATMENT: with the clinician
 * @CARE_STATE_WATCH_UNTIL: being watched until [method@Visit.get_watch_until]
 * @CARE_STATE_SHEET_OWED: the sheet was not given yet
 * @CARE_STATE_DONE: nothing left to do
 * @CARE_STATE_LEFT_EARLY: went away before the end
 * @CARE_STATE_NO_SHOW: did not come
 * @CARE_STATE_CANCELLED: called off before its day
 *
 * Where a visit stands. Kept in the Encounter.
 */
typedef enum
{
  CARE_STATE_EXPECTED,
  CARE_STATE_ARRIVED,
  CARE_STATE_ANSWERING,
  CARE_STATE_TO_TAKE_BACK,
  CARE_STATE_MUST_DECIDE,
  CARE_STATE_STOPPED,
  CARE_STATE_READY,
  CARE_STATE_IN_TREATMENT,
  CARE_STATE_WATCH_UNTIL,
  CARE_STATE_SHEET_OWED,
  CARE_STATE_DONE,
  CARE_STATE_LEFT_EARLY,
  CARE_STATE_NO_SHOW,
  CARE_STATE_CANCELLED,
} CareVisitState;

/**
 * CareNextStep:
 * @CARE_NEXT_NOTHING: nothing left to do
 * @CARE_NEXT_ARRIVE: "They are here"
 * @CARE_NEXT_HAND_OVER: "Hand over": the patient answers
 * @CARE_NEXT_TAKE_BACK: "Take back": staff PIN, answers are taken in
 * @CARE_NEXT_CHOOSE_PRODUCT: product and batch are not chosen yet
 * @CARE_NEXT_DECIDE: "Call the clinician": findings wait
 * @CARE_NEXT_WAIT: time alone clears it: "ready 15:10"
 * @CARE_NEXT_ASK_IN: "Ask them in": ready
 * @CARE_NEXT_FINISH: "Finished now": in treatment, the needle may still be at work
 * @CARE_NEXT_RECORD: what was done is not recorded (or signed) yet
 * @CARE_NEXT_WATCH: keep them here until the watch ends
 * @CARE_NEXT_BOOK: the next visit is neither booked nor put off
 * @CARE_NEXT_PRINT: print the sheet
 * @CARE_NEXT_GIVE: printed; tap when it was given
 * @CARE_NEXT_MOVE: "Find another time": do not treat today
 * @CARE_NEXT_CONSENT: product and areas are chosen: the patient is asked for consent to them
 *
 * The one next step of a visit. Exactly one at every moment.
 */
typedef enum
{
  CARE_NEXT_NOTHING,
  CARE_NEXT_ARRIVE,
  CARE_NEXT_HAND_OVER,
  CARE_NEXT_TAKE_BACK,
  CARE_NEXT_CHOOSE_PRODUCT,
  CARE_NEXT_DECIDE,
  CARE_NEXT_WAIT,
  CARE_NEXT_ASK_IN,
  CARE_NEXT_FINISH,
  CARE_NEXT_RECORD,
  CARE_NEXT_WATCH,
  CARE_NEXT_BOOK,
  CARE_NEXT_PRINT,
  CARE_NEXT_GIVE,
  CARE_NEXT_MOVE,
  CARE_NEXT_CONSENT,
} CareNextStep;

/**
 * CareVisitRoom:
 *
 * The rooms of a visit, in their order on screen.
 */
typedef enum
{
  CARE_ROOM_INTAKE,
  CARE_ROOM_CHECK,
  CARE_ROOM_SESSION,
  CARE_ROOM_NEXT_VISIT,
  CARE_ROOM_SHEET,
} CareVisitRoom;

/**
 * CareRoomMark:
 * @CARE_ROOM_AHEAD: ○ not reached
 * @CARE_ROOM_HERE: ● the current one
 * @CARE_ROOM_DONE: ✓ done
 * @CARE_ROOM_NOT_NEEDED: this kind of visit does not use it
 */
typedef enum
{
  CARE_ROOM_AHEAD,
  CARE_ROOM_HERE,
  CARE_ROOM_DONE,
  CARE_ROOM_NOT_NEEDED,
} CareRoomMark;

/**
 * CareWord:
 * @CARE_WORD_NONE: not screened yet
 * @CARE_WORD_READY: ready
 * @CARE_WORD_MUST_DECIDE: clinician must decide
 * @CARE_WORD_DO_NOT_TREAT: do not treat today
 *
 * The desk's three words (facts.md section 13).
 */
typedef enum
{
  CARE_WORD_NONE,
  CARE_WORD_READY,
  CARE_WORD_MUST_DECIDE,
  CARE_WORD_DO_NOT_TREAT,
} CareWord;

/**
 * CareAnswerHow:
 * @CARE_ANSWER_ON_SCREEN: the patient, on the patient's screen
 * @CARE_ANSWER_ASKED_ALOUD: staff asked and typed
 * @CARE_ANSWER_FROM_PAPER: staff copied a paper form
 */
typedef enum
{
  CARE_ANSWER_ON_SCREEN,
  CARE_ANSWER_ASKED_ALOUD,
  CARE_ANSWER_FROM_PAPER,
} CareAnswerHow;

/**
 * CareHelper:
 * @CARE_HELPER_NOBODY: nobody helped
 * @CARE_HELPER_STAFF: a member of staff
 * @CARE_HELPER_RELATIVE: an adult relative or friend (never a child)
 * @CARE_HELPER_INTERPRETER: an interpreter
 */
typedef enum
{
  CARE_HELPER_NOBODY,
  CARE_HELPER_STAFF,
  CARE_HELPER_RELATIVE,
  CARE_HELPER_INTERPRETER,
} CareHelper;

/**
 * CareNewSince:
 * @CARE_NEW_NOT_ASKED: nobody asked: the needle waits
 * @CARE_NEW_NOTHING: asked, nothing new
 * @CARE_NEW_ILLNESS: feels ill
 * @CARE_NEW_MEDICINE: a new medicine
 * @CARE_NEW_PREGNANCY: pregnant, or maybe
 * @CARE_NEW_REACTION: a reaction since last time
 * @CARE_NEW_LUMP: a lump, sore or spot that does not heal
 *
 * The answer to "Anything new since you answered?", asked aloud before the needle.
 */
typedef enum /*< flags >*/
{
  CARE_NEW_NOT_ASKED = 0,
  CARE_NEW_NOTHING = 1 << 0,
  CARE_NEW_ILLNESS = 1 << 1,
  CARE_NEW_MEDICINE = 1 << 2,
  CARE_NEW_PREGNANCY = 1 << 3,
  CARE_NEW_REACTION = 1 << 4,
  CARE_NEW_LUMP = 1 << 5,
} CareNewSince;

/**
 * CareStage:
 * @CARE_STAGE_FIRST_VISIT: the first visit is booked, under way or still to be booked
 * @CARE_STAGE_READING: the test was made and waits to be read
 * @CARE_STAGE_SESSIONS: sessions
 * @CARE_STAGE_COMPLETE: the course is complete
 * @CARE_STAGE_HALTED: a reaction or something that happened stands in the way
 *
 * Where a patient is on the way.
 */
typedef enum
{
  CARE_STAGE_FIRST_VISIT,
  CARE_STAGE_READING,
  CARE_STAGE_SESSIONS,
  CARE_STAGE_COMPLETE,
  CARE_STAGE_HALTED,
} CareStage;

/**
 * CareSignature:
 * @staff: the id of who signs
 * @pin: that person's PIN
 *
 * A signature where it stands: whoever is signed in at the desk stays so.
 */
typedef struct
{
  const char *staff;
  const char *pin;
} CareSignature;

/* Words for records and programs: "must-decide". */
const char *care_visit_kind_to_text    (CareVisitKind   kind);
gboolean    care_visit_kind_from_text  (const char     *text,
                                        CareVisitKind  *kind);
const char *care_visit_state_to_text   (CareVisitState  state);
gboolean    care_visit_state_from_text (const char     *text,
                                        CareVisitState *state);

G_END_DECLS
