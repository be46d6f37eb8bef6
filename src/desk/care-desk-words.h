/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-reasons.h"
#include "clinic/care-visit.h"
#include "desk/care-desk.h"
#include "desk/frame/care-state-tag.h"

G_BEGIN_DECLS

/* The desk's words for the clinic's states, all in one place, in the desk's language. */

const char *care_desk_words_state      (CareVisitState  state);
CareTone    care_desk_words_state_tone (CareVisitState  state);
/* Done, left early or did not come. */
gboolean    care_desk_words_is_over    (CareVisitState  state);
const char *care_desk_words_step       (CareNextStep    step,
                                        CareVisitKind   kind);
const char *care_desk_words_room       (CareVisitRoom   room);
const char *care_desk_words_role       (CareStaffRole   role);
const char *care_desk_words_word       (CareWord        word);
CareTone    care_desk_words_word_tone  (CareWord        word);
const char *care_desk_words_kind_name  (CareVisitKind   kind);
const char *care_desk_words_area       (const char     *code);
char       *care_desk_words_areas      (CareFormat         *format,
                                        const char *const  *codes) G_GNUC_WARN_UNUSED_RESULT;
/* "Session 3 of 10", "Reading", "First visit" */
char       *care_desk_words_kind       (CareVisit      *visit) G_GNUC_WARN_UNUSED_RESULT;
/* The state with its time: "Ready 15:10", "Arrived 09:12", "Watch until 10:05". */
char       *care_desk_words_standing   (CareDesk       *desk,
                                        CareVisit      *visit) G_GNUC_WARN_UNUSED_RESULT;
/* "Not before Wed, 25 Nov, 14:20"; nothing where time clears nothing */
char       *care_desk_words_not_before (CareDesk       *desk,
                                        CareInstant     until) G_GNUC_WARN_UNUSED_RESULT;
/* "1980", or "birth date not known yet" */
char       *care_desk_words_born       (CarePatient    *patient) G_GNUC_WARN_UNUSED_RESULT;
/* "Typed in Arabic", "Typed in Arabic letters"; NULL where the desk reads @tag, or it is NULL */
char       *care_desk_words_typed_in   (CareDesk       *desk,
                                        const char     *tag) G_GNUC_WARN_UNUSED_RESULT;
/* "45 min" */
char       *care_desk_words_length     (CareInstant     start,
                                        CareInstant     end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
