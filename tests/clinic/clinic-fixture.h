/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-sample.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-clinic-session.h"
#include "clinic/care-clinic-sheet.h"
#include "clinic/care-sample-answers.h"
#include "course/care-clinic-info.h"
#include "protocol/care-protocol.h"
#include "records/care-store-sqlite.h"

/* The sample clinic on an empty store, at a quarter past ten on a Monday. */
typedef struct
{
  char           *folder;
  char           *path;
  CareStore      *store;
  CareClock      *clock;
  CareClinicInfo *info;
  CareProtocol   *protocol;
  CareClinic     *clinic;
} ClinicFixture;

extern const CareSignature receptionist;
extern const CareSignature clinician;

void         clinic_set_up      (ClinicFixture  *fixture,
                                 gconstpointer   data);
void         clinic_tear_down   (ClinicFixture  *fixture,
                                 gconstpointer   data);
/* Closes everything and opens it again, as after a crash. */
void         clinic_reopen      (ClinicFixture  *fixture);
CareInstant  clinic_at          (ClinicFixture  *fixture,
                                 const char     *local);
/* Lets so much time pass. */
void         clinic_wait        (ClinicFixture  *fixture,
                                 CareInstant     time);
CarePatient *clinic_patient     (ClinicFixture  *fixture);
/* A visit of a patient that has arrived. */
CareVisit   *clinic_arrived     (ClinicFixture  *fixture,
                                 CarePatient    *patient,
                                 CareVisitKind   kind);
/* Answers all forms that are due, asked aloud. */
void         clinic_answer      (ClinicFixture           *fixture,
                                 CareVisit               *visit,
                                 const CareSampleAnswer  *others);
/* Product A, thighs and consent. */
void         clinic_check       (ClinicFixture  *fixture,
                                 CareVisit      *visit);
void         clinic_check_with  (ClinicFixture  *fixture,
                                 CareVisit      *visit,
                                 const char     *product,
                                 const char     *batch,
                                 const char *const *areas);
/* Asked in, finished 30 minutes later. */
void         clinic_treat       (ClinicFixture  *fixture,
                                 CareVisit      *visit);
void         clinic_record      (ClinicFixture  *fixture,
                                 CareVisit      *visit);
/* First visit and clear reading behind, eight days ago; the clock is back at its time. */
CarePatient *clinic_tested      (ClinicFixture  *fixture);

/* A visit whose needles are out: checked, treated and finished now. */
CareVisit    *clinic_finished   (ClinicFixture          *fixture,
                                 CareVisitKind           kind);
/* Its record as Lea begins it, with @others answered. */
CareResponse *clinic_draft      (ClinicFixture          *fixture,
                                 CareVisit              *visit,
                                 const CareSampleAnswer *others) G_GNUC_WARN_UNUSED_RESULT;
void          clinic_set_moment (CareResponse           *response,
                                 const char             *question,
                                 const char             *moment);

#define assert_refused(call, wanted) \
  G_STMT_START { \
    g_autoptr (GError) refused_error = NULL; \
    GError **error = &refused_error; \
    g_assert_false (call); \
    g_assert_error (refused_error, CARE_ERROR, wanted); \
  } G_STMT_END

#define assert_done(call) \
  G_STMT_START { \
    g_autoptr (GError) done_error = NULL; \
    GError **error = &done_error; \
    gboolean done = (call); \
    g_assert_no_error (done_error); \
    g_assert_true (done); \
  } G_STMT_END
