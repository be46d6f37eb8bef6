/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "clinic/care-proposal.h"

G_BEGIN_DECLS

/* Free times for a visit of @kind, the first ones from @from on: opening hours, rooms,
 * reading 24 hours after the test, the product's gap. (transfer full) (element-type CareProposal); empty
 * with no error when there is none in reach. */
GPtrArray *care_clinic_find_times       (CareClinic         *self,
                                         CarePatient        *patient,
                                         CareVisitKind       kind,
                                         CareInstant         from,
                                         guint               most,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Books a visit. REFUSED with the reason when the calendar, the reading's wait or the product's
 * gap says no. (transfer none) */
CareVisit *care_clinic_book             (CareClinic         *self,
                                         CarePatient        *patient,
                                         CareVisitKind       kind,
                                         CareInstant         start,
                                         GError            **error);
/* Somebody stands at the desk: a visit that begins now and has arrived. (transfer none) */
CareVisit *care_clinic_walk_in          (CareClinic         *self,
                                         CarePatient        *patient,
                                         CareVisitKind       kind,
                                         GError            **error);
gboolean   care_clinic_arrive           (CareClinic         *self,
                                         CareVisit          *visit,
                                         GError            **error);
gboolean   care_clinic_no_show          (CareClinic         *self,
                                         CareVisit          *visit,
                                         GError            **error);
/* Called off by phone: the time is free again, and the visit before it owes another date. */
gboolean   care_clinic_cancel           (CareClinic         *self,
                                         CareVisit          *visit,
                                         GError            **error);
/* Takes back "they are here", "did not come", "left early", "called off" or "finished now" while it is the last thing that happened;
 * REFUSED afterwards. */
gboolean   care_clinic_undo             (CareClinic         *self,
                                         CareVisit          *visit,
                                         GError            **error);
gboolean   care_clinic_left_early       (CareClinic         *self,
                                         CareVisit          *visit,
                                         const char         *why,
                                         GError            **error);
/* Moves a visit to another time; after a stop this is "find another time". A sheet that already
 * carries its date is owed again. */
gboolean   care_clinic_move             (CareClinic         *self,
                                         CareVisit          *visit,
                                         CareInstant         start,
                                         GError            **error);
/* The next visit after this one: what kind, and the first free time at about the same hour.
 * (transfer full) (nullable): NULL without an error when the course is complete. */
CareProposal *care_clinic_propose_next  (CareClinic         *self,
                                         CareVisit          *visit,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CareVisit *care_clinic_keep_next        (CareClinic         *self,
                                         CareVisit          *visit,
                                         const CareProposal *proposal,
                                         GError            **error);
/* "Not yet": the sheet prints the earliest date instead. */
gboolean   care_clinic_put_off_next     (CareClinic         *self,
                                         CareVisit          *visit,
                                         GError            **error);
/* A course of @sessions from @from on, every @every_days days or more (0: the product's gap),
 * as a plan: nothing is booked. (transfer full) (element-type CareProposal) */
GPtrArray *care_clinic_plan_course      (CareClinic         *self,
                                         CarePatient        *patient,
                                         guint               sessions,
                                         CareInstant         from,
                                         guint               every_days,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps a plan: the CarePlan of @sessions sessions in all, and its appointments. */
gboolean   care_clinic_book_course      (CareClinic         *self,
                                         CarePatient        *patient,
                                         const char *const  *areas,
                                         GPtrArray          *proposals,
                                         GError            **error);

G_END_DECLS
