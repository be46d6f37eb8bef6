/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "clinic/care-sample-answers.h"

G_BEGIN_DECLS

/* Lives that samples and synthetic clinics are made of, by the real use-cases at times of their own. */

typedef struct
{
  CareClinic *clinic;
  CareClock  *clock;
  const char *receptionist;
  const char *receptionist_pin;
  const char *clinician;
  const char *clinician_pin;
  gboolean    sheets;
  /* Somebody has called about something that happened. */
  gboolean    called;
  /* Below 1 when the day is too young for all that the sample has behind it. */
  double      pace;
} CareSample;

/* Opens @store at @start with the sample's staff signed in; clear it in any case. */
gboolean   _care_sample_init      (CareSample             *self,
                                   CareStore              *store,
                                   CareClinicInfo         *info,
                                   CareProtocol           *protocol,
                                   const char             *data_dir,
                                   const char             *state_dir,
                                   CareInstant             start,
                                   GError                **error);
/* Everything is on the disk. */
gboolean   _care_sample_settle    (CareSample             *self,
                                   GError                **error);
void       _care_sample_clear     (CareSample             *self);
/* Sets the clock; a visit is lived at its own time. */
void       care_sample_at         (CareSample             *self,
                                   CareInstant             at);
CarePatient *care_sample_register (CareSample             *self,
                                   const char             *given,
                                   const char             *family,
                                   const char             *birth_date,
                                   const char             *phone,
                                   const char             *language,
                                   GError                **error);
/* Answers asked aloud at the desk. */
gboolean   care_sample_answer_all (CareSample             *self,
                                   CareVisit              *visit,
                                   const CareSampleAnswer *others,
                                   GError                **error);
/* Product, consent, and what is left to decide. */
gboolean   care_sample_check      (CareSample             *self,
                                   CareVisit              *visit,
                                   const char             *product,
                                   const char *const      *areas,
                                   GError                **error);
/* Asked in and finished @minutes later. */
gboolean   care_sample_treat      (CareSample             *self,
                                   CareVisit              *visit,
                                   int                     minutes,
                                   GError                **error);
gboolean   care_sample_record     (CareSample             *self,
                                   CareVisit              *visit,
                                   GError                **error);
/* Printed (with the real PDF when sheets are wanted) and given. */
gboolean   care_sample_print      (CareSample             *self,
                                   CareVisit              *visit,
                                   GError                **error);
gboolean   care_sample_give       (CareSample             *self,
                                   CareVisit              *visit,
                                   GError                **error);
/* Whole visits in the past. */
gboolean   care_sample_live_first (CareSample             *self,
                                   CarePatient            *patient,
                                   CareInstant             at,
                                   const char             *product,
                                   const char *const      *areas,
                                   const CareSampleAnswer *others,
                                   GError                **error);
gboolean   care_sample_live_reading (CareSample           *self,
                                   CarePatient            *patient,
                                   CareInstant             at,
                                   gboolean                reaction,
                                   GError                **error);
gboolean   care_sample_live_session (CareSample           *self,
                                   CarePatient            *patient,
                                   CareInstant             at,
                                   GError                **error);
/* A course plan of so many sessions, nothing booked by it. */
gboolean   care_sample_plan       (CareSample             *self,
                                   CarePatient            *patient,
                                   const char *const      *areas,
                                   guint                   sessions,
                                   GError                **error);

G_END_DECLS
