/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-types.h"
#include "clinic/care-patient.h"

G_BEGIN_DECLS

/**
 * CareVisit:
 *
 * A visit as the desk shows one; one object a visit for as long as the clinic
 * lives, brought up to date by each use-case (signal [signal@Clinic::changed], and
 * notify on each property). Nothing in it names a reason. Properties: "id", "patient",
 * "kind", "state", "next-step", "word", "start", "late", "ready-at", "watch-until",
 * "session-number", "session-count", "product-name", "areas".
 */
#define CARE_TYPE_VISIT (care_visit_get_type ())
G_DECLARE_FINAL_TYPE (CareVisit, care_visit, CARE, VISIT, GObject)

const char        *care_visit_get_id             (CareVisit *self);
CarePatient       *care_visit_get_patient        (CareVisit *self);
CareVisitKind      care_visit_get_kind           (CareVisit *self);
CareVisitState     care_visit_get_state          (CareVisit *self);
CareNextStep       care_visit_get_next_step      (CareVisit *self);
CareWord           care_visit_get_word           (CareVisit *self);
CareVisitRoom      care_visit_get_room           (CareVisit *self);
CareRoomMark       care_visit_get_room_mark      (CareVisit *self,
                                                  CareVisitRoom room);
/* k and n; 0 when it is no session, or n is not planned yet */
guint              care_visit_get_session_number (CareVisit *self);
guint              care_visit_get_session_count  (CareVisit *self);
/* Area codes, NULL-terminated, never NULL. Not for Today. */
const char *const *care_visit_get_areas          (CareVisit *self);
const char        *care_visit_get_product        (CareVisit *self);
const char        *care_visit_get_product_name   (CareVisit *self);
const char        *care_visit_get_batch          (CareVisit *self);
const char        *care_visit_get_expiry         (CareVisit *self);
/* Instants; CARE_INSTANT_NONE when there is none. */
CareInstant        care_visit_get_start          (CareVisit *self);
CareInstant        care_visit_get_end            (CareVisit *self);
CareInstant        care_visit_get_arrived_at     (CareVisit *self);
/* When time alone clears what stands in the way: "ready 15:10". */
CareInstant        care_visit_get_ready_at       (CareVisit *self);
CareInstant        care_visit_get_began_at       (CareVisit *self);
CareInstant        care_visit_get_finished_at    (CareVisit *self);
CareInstant        care_visit_get_watch_until    (CareVisit *self);
CareInstant        care_visit_get_next_visit_at  (CareVisit *self);
/* The id of the next visit, booked from this one; NULL when there is none. */
const char        *care_visit_get_next_visit     (CareVisit *self);
/* The clinic room it is booked in, by id; NULL for any. */
const char        *care_visit_get_place          (CareVisit *self);
/* Past the booked time and not here, or ready and kept waiting. */
gboolean           care_visit_is_late            (CareVisit *self);
/* Another patient of the same day is called alike: look at the birth date. */
gboolean           care_visit_has_namesake       (CareVisit *self);
gboolean           care_visit_is_walk_in         (CareVisit *self);
/* The patient's answers are all in. */
gboolean           care_visit_is_answered        (CareVisit *self);
gboolean           care_visit_is_recorded        (CareVisit *self);
/* Nothing stands in the way but the sheet: it would not come out as it has to. */
gboolean           care_visit_is_paper_stopped   (CareVisit *self);
/* A record is begun, and nobody has signed it. */
gboolean           care_visit_is_drafted         (CareVisit *self);
/* Something was done that no signed record tells of. A test's record is due once its first reading can stand in it. */
gboolean           care_visit_is_unsigned        (CareVisit *self);
gboolean           care_visit_is_printed         (CareVisit *self);
/* A sheet of it is with the print system, which has not said yet what became of it: the job's title and the printer;
 * NULL when there is none. */
const char        *care_visit_get_print_title    (CareVisit *self);
const char        *care_visit_get_print_queue    (CareVisit *self);
/* A sheet of it has come out of a printer, as far as anybody knows: what waits there now, or is printed next, is a copy. */
gboolean           care_visit_was_on_paper       (CareVisit *self);
gboolean           care_visit_is_given           (CareVisit *self);
/* How many findings wait for a clinician. */
guint              care_visit_get_undecided      (CareVisit *self);

G_END_DECLS
