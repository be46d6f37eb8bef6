/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

#include "base/care-clock.h"
#include "clinic/care-patient.h"
#include "clinic/care-staff.h"
#include "clinic/care-task.h"
#include "clinic/care-visit.h"
#include "clinic/care-way.h"
#include "records/care-store.h"

G_BEGIN_DECLS

typedef struct _CareClinicInfo CareClinicInfo;
typedef struct _CareProtocol CareProtocol;

/**
 * CareClinic:
 *
 * The use-cases of a clinic's day. Built once by the program from store, clock,
 * settings and protocol; every use-case is one transaction with its audit row and
 * either succeeded or says why it did not. The other headers of this folder hold the
 * use-cases by subject: register, handover, check, session, schedule, sheet, happened.
 *
 * Signals: "changed" (CareVisit *visit) after a visit changed; "problem" (const char
 * *message) when something could not be read that nobody asked for just now.
 * Properties: "actor" (CareStaff, who is signed in at the desk).
 */
#define CARE_TYPE_CLINIC (care_clinic_get_type ())
G_DECLARE_FINAL_TYPE (CareClinic, care_clinic, CARE, CLINIC, GObject)

/* @data_dir: the folder with forms/ and words/ (CARE_DATA_DIR or AFTERCARE_DATA);
 * @state_dir: the folder with journals/, made when missing. Loads the index of patients
 * and the staff; an empty store takes staff and clinic over from @info. */
CareClinic     *care_clinic_new             (CareStore       *store,
                                             CareClock       *clock,
                                             CareClinicInfo  *info,
                                             CareProtocol    *protocol,
                                             const char      *data_dir,
                                             const char      *state_dir,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;

CareStore      *care_clinic_get_store       (CareClinic      *self);
CareClock      *care_clinic_get_clock       (CareClinic      *self);
CareClinicInfo *care_clinic_get_info        (CareClinic      *self);
/* What screening, schedule and paper follow. */
CareProtocol   *care_clinic_get_protocol    (CareClinic      *self);
void            care_clinic_set_draft       (CareClinic      *self,
                                             CareProtocol    *draft);
CareProtocol   *care_clinic_get_draft       (CareClinic      *self);
CareProtocol   *care_clinic_get_edited_protocol (CareClinic  *self);
GTimeZone      *care_clinic_get_zone        (CareClinic      *self);
/* Nothing but the made-up clinic: its sign-in shows the PINs, its sheets say EXAMPLE. */
gboolean        care_clinic_is_sample       (CareClinic      *self);
/* The store holds no patient yet. */
gboolean        care_clinic_is_empty        (CareClinic      *self);

/* Staff: a GListModel of CareStaff. */
GListModel     *care_clinic_get_staff       (CareClinic      *self);
CareStaff      *care_clinic_lookup_staff    (CareClinic      *self,
                                             const char      *id);
/* Sign-in at the desk. A wrong PIN is counted in the store and slows the next try down
 * (REFUSED; the message says when it may be tried again), it never locks. */
gboolean        care_clinic_sign_in         (CareClinic      *self,
                                             const char      *staff,
                                             const char      *pin,
                                             GError         **error);
void            care_clinic_sign_out        (CareClinic      *self);
CareStaff      *care_clinic_get_actor       (CareClinic      *self);

/* A PIN: 4 to 12 digits. The first one of a person is set freely, by whoever sets the clinic up; later ones need the old. */
gboolean        care_clinic_has_pin         (CareClinic      *self,
                                             const char      *staff);
gboolean        care_clinic_set_pin         (CareClinic      *self,
                                             const char      *staff,
                                             const char      *old_pin,
                                             const char      *new_pin,
                                             GError         **error);
/* One row of the audit trail for each record that is opened: call it when a patient's page is shown. */
gboolean        care_clinic_note_opened     (CareClinic      *self,
                                             CarePatient     *patient,
                                             GError         **error);

/* Patients and visits: the same object for the same id as long as the clinic lives. */
CarePatient    *care_clinic_lookup_patient  (CareClinic      *self,
                                             const char      *id);
CareVisit      *care_clinic_lookup_visit    (CareClinic      *self,
                                             const char      *id,
                                             GError         **error);
/* The visits of the clinic's present day in order of time, late ones first among equals: a
 * GListModel of CareVisit, kept up to date; owned by the clinic. */
GListModel     *care_clinic_get_today       (CareClinic      *self);
/* Visits that begin in [@from, @to): (transfer full), a snapshot. */
GListModel     *care_clinic_list_visits     (CareClinic      *self,
                                             CareInstant      from,
                                             CareInstant      to,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* All visits of a patient in order of time: (transfer full), a snapshot. */
GListModel     *care_clinic_list_patient_visits (CareClinic  *self,
                                             CarePatient     *patient,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* The visits whose device was handed over and not taken back yet: what the desk shows first
 * when it comes up again (--returning). */
GListModel     *care_clinic_list_to_take_back (CareClinic    *self,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* Lets time pass: screens again what time may have cleared, marks late ones, rolls Today over
 * at midnight. The desk calls it once a minute. */
gboolean        care_clinic_refresh         (CareClinic      *self,
                                             GError         **error);
/* Reads a part of what a visit's rooms ask for, forms and records, so that it is at hand when they do. @part counts from 0;
 * FALSE when there was nothing more to read. What cannot be read is said by the room that asks for it. */
gboolean        care_clinic_read_ahead      (CareClinic      *self,
                                             CareVisit       *visit,
                                             guint            part);
/* Where a patient is on the way, and what is next. */
CareWay        *care_clinic_get_way         (CareClinic      *self,
                                             CarePatient     *patient,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
