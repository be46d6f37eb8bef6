/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-sample.h"

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-clinic-session.h"
#include "clinic/care-sample-private.h"

#define DAY (24 * CARE_HOUR)

/* What the sample has behind it, at its own pace. */
#define FULL_MORNING (255 * CARE_MINUTE)

static const char *const thighs[] = { "thighs", NULL };
static const char *const face[] = { "face", NULL };
static const char *const belly[] = { "abdomen", "flanks", NULL };

/* How far a day's visit may have come. */
typedef enum
{
  REACH_EXPECTED,
  REACH_ARRIVED,
  REACH_MUST_DECIDE,
  REACH_WAIT,
  REACH_READY,
  REACH_IN_TREATMENT,
  REACH_WATCH,
  REACH_SHEET_OWED,
  REACH_DONE,
} Reach;

typedef struct
{
  const char         *given;
  const char         *family;
  const char         *birth_date;
  const char         *phone;
  const char         *language;
  const char         *product;
  const char *const  *areas;
  CareVisitKind       kind;
  guint               sessions_behind;
  guint               sessions_in_all;
  int                 start;
  Reach               reach;
} Person;

/* Start in minutes from the clock's now. Two of one short name, so that the mark on Today has something to mark. */
static const Person people[] = {
  { "Ana", "Sample", "1984-03-12", "555-0101", "en", "product-a", thighs, CARE_VISIT_SESSION, 2, 6, -240, REACH_DONE },
  { "Elena", "Example", "1971-11-02", "555-0102", "es", "product-a", belly, CARE_VISIT_SESSION, 3, 8, -170,
    REACH_SHEET_OWED },
  { "Mara", "Muster", "1993-06-21", "555-0103", "en", "product-a", thighs, CARE_VISIT_FIRST, 0, 0, -75, REACH_WATCH },
  { "Ines", "Prueba", "1980-01-30", "555-0104", "es", "product-c", face, CARE_VISIT_SESSION, 1, 4, -60,
    REACH_IN_TREATMENT },
  { "Ruth", "Sample", "1966-09-14", "555-0105", "en", "product-a", thighs, CARE_VISIT_SESSION, 1, 10, -25,
    REACH_MUST_DECIDE },
  { "Clara", "Exemple", "1988-12-05", "555-0106", "en", "product-a", belly, CARE_VISIT_SESSION, 0, 8, -15, REACH_WAIT },
  { "Noa", "Sample", "1990-05-17", "555-0107", "en", "product-c", face, CARE_VISIT_SESSION, 1, 4, -10, REACH_READY },
  { "Ana", "Specimen", "1997-02-08", "555-0108", "es", "product-a", thighs, CARE_VISIT_FIRST, 0, 0, 0, REACH_ARRIVED },
  { "Vera", "Muster", "1975-07-27", "555-0109", "en", "product-a", thighs, CARE_VISIT_READING, 0, 0, 35,
    REACH_EXPECTED },
  { "Sol", "Ejemplo", "1982-10-19", "555-0110", "es", "product-a", thighs, CARE_VISIT_SESSION, 1, 6, 80,
    REACH_EXPECTED },
};

/* Test, reading and sessions behind, some days apart, the last one long enough ago for any product. */
static gboolean
live_past (CareSample    *sample,
           const Person  *person,
           CarePatient   *patient,
           CareInstant    now,
           GError       **error)
{
  guint gap = (guint) MAX (7, care_protocol_get_min_gap_days (sample->clinic->protocol, person->product)) + 1;
  CareInstant test;

  if (person->kind == CARE_VISIT_FIRST)
    return TRUE;

  if (person->kind == CARE_VISIT_READING)
    return care_sample_live_first (sample, patient, now - DAY - CARE_HOUR, person->product, person->areas, NULL, error);

  test = now - ((person->sessions_behind + 1) * gap + 3) * DAY;
  if (!care_sample_live_first (sample, patient, test, person->product, person->areas, NULL, error)
      || !care_sample_live_reading (sample, patient, test + 2 * DAY, FALSE, error)
      || !care_sample_plan (sample, patient, person->areas, person->sessions_in_all, error))
    return FALSE;

  for (guint i = 0; i < person->sessions_behind; i++)
    if (!care_sample_live_session (sample, patient, test + (3 + i * gap) * DAY, error))
      return FALSE;

  return TRUE;
}

/* Coffee yesterday: time alone clears it, in about an hour and a half. */
static char *
coffee_time (CareClinic  *clinic,
             CareInstant  now)
{
  return care_instant_format (now - 22 * CARE_HOUR - 30 * CARE_MINUTE, clinic->zone);
}

static gboolean
answer (CareSample    *sample,
        const Person  *person,
        CareVisit     *visit,
        CareInstant    now,
        GError       **error)
{
  g_autofree char *coffee = coffee_time (sample->clinic, now);
  const CareSampleAnswer medicine[] = { { "new-since", "medicine" }, { NULL, NULL } };
  const CareSampleAnswer caffeine[] = { { "caffeine-what", "coffee" }, { "caffeine-last", coffee }, { NULL, NULL } };
  const CareSampleAnswer *others = NULL;

  if (person->reach == REACH_MUST_DECIDE)
    others = medicine;
  else if (person->reach == REACH_WAIT)
    others = caffeine;

  return care_sample_answer_all (sample, visit, others, error);
}

static gboolean
live_check (CareSample    *sample,
            const Person  *person,
            CareVisit     *visit,
            CareInstant    now,
            GError       **error)
{
  const char *product = person->kind == CARE_VISIT_FIRST ? person->product : NULL;

  if (!answer (sample, person, visit, now, error))
    return FALSE;
  if (person->reach == REACH_MUST_DECIDE || person->reach == REACH_WAIT)
    return TRUE;

  return care_sample_check (sample, visit, product, person->areas, error);
}

/* So many minutes of a sample day. */
static CareInstant
paced (CareSample *sample,
       int         minutes)
{
  return (CareInstant) (sample->pace * minutes * CARE_MINUTE);
}

static gboolean
live_closing (CareSample    *sample,
              const Person  *person,
              CareVisit     *visit,
              CareInstant    now,
              GError       **error)
{
  g_autoptr (CareProposal) next = NULL;

  if (person->reach == REACH_WATCH)
    return TRUE;

  care_sample_at (sample, MIN (visit->watch_until, now));
  if (!care_sample_record (sample, visit, error))
    return FALSE;
  if (visit->state == CARE_STATE_WATCH_UNTIL && !care_clinic_end_watch (sample->clinic, visit, "sample", error))
    return FALSE;

  next = care_clinic_propose_next (sample->clinic, visit, error);
  if (next == NULL || care_clinic_keep_next (sample->clinic, visit, next, error) == NULL
      || !care_clinic_refresh (sample->clinic, error))
    return FALSE;
  if (person->reach == REACH_SHEET_OWED)
    return TRUE;

  return care_sample_print (sample, visit, error) && care_sample_give (sample, visit, error);
}

static gboolean
live_today (CareSample    *sample,
            const Person  *person,
            CareVisit     *visit,
            CareInstant    now,
            GError       **error)
{
  int minutes = (int) (paced (sample, person->kind == CARE_VISIT_FIRST ? 15 : 45) / CARE_MINUTE);

  if (person->reach == REACH_EXPECTED)
    return TRUE;

  care_sample_at (sample, MIN (visit->start + paced (sample, 2), now));
  if (!care_clinic_arrive (sample->clinic, visit, error))
    return FALSE;
  if (person->reach == REACH_ARRIVED)
    return TRUE;

  care_sample_at (sample, MIN (visit->start + paced (sample, 8), now));
  if (!live_check (sample, person, visit, now, error))
    return FALSE;

  switch (person->reach)
    {
    case REACH_IN_TREATMENT:
      care_sample_at (sample, MIN (visit->start + paced (sample, 20), now));
      return care_clinic_ask_in (sample->clinic, visit, error);
    case REACH_WATCH:
      care_sample_at (sample, now - paced (sample, 25));
      return care_sample_treat (sample, visit, minutes, error);
    case REACH_SHEET_OWED:
    case REACH_DONE:
      return care_sample_treat (sample, visit, minutes, error) && live_closing (sample, person, visit, now, error);
    case REACH_EXPECTED:
    case REACH_ARRIVED:
    case REACH_MUST_DECIDE:
    case REACH_WAIT:
    case REACH_READY:
    default:
      return TRUE;
    }
}

static CareInstant
find_start (CareSample    *sample,
            const Person  *person,
            CareInstant    now)
{
  CareInstant start = now + (person->start < 0 ? paced (sample, person->start) : person->start * CARE_MINUTE);

  start -= ((start % (5 * CARE_MINUTE)) + 5 * CARE_MINUTE) % (5 * CARE_MINUTE);

  return MAX (start, care_instant_day_start (now, sample->clinic->zone));
}

static gboolean
live_person (CareSample    *sample,
             const Person  *person,
             CareInstant    now,
             GError       **error)
{
  CarePatient *patient;
  CareVisit *visit;
  CareInstant start = find_start (sample, person, now);

  /* Sheets of days gone by are kept as stand-ins: drawing them all would take longer than the rest. */
  sample->sheets = FALSE;
  care_sample_at (sample, now - 90 * DAY);
  patient = care_sample_register (sample, person->given, person->family, person->birth_date, person->phone,
                                  person->language, error);
  if (patient == NULL || !live_past (sample, person, patient, now, error))
    return FALSE;

  sample->sheets = TRUE;
  care_sample_at (sample, MIN (start, now) - 30 * CARE_MINUTE);
  visit = care_clinic_book (sample->clinic, patient, person->kind, start, error);

  return visit != NULL && live_today (sample, person, visit, now, error);
}

/* Nobody comes before the doors open, unless the day itself begins the sample: at night, or where it is closed. */
static CareInstant
find_morning (CareSample  *sample,
              CareInstant  now)
{
  CareInstant midnight = care_instant_day_start (now, sample->clinic->zone);
  g_autoptr (GDateTime) local = care_instant_to_local (now, sample->clinic->zone);
  guint n = 0;
  const CareOpening *opening = care_clinic_info_get_opening (sample->clinic->info,
                                                             (GDateWeekday) g_date_time_get_day_of_week (local), &n);

  if (n == 0 || now < midnight + opening[0].from * CARE_MINUTE + 15 * CARE_MINUTE)
    return midnight;

  return midnight + opening[0].from * CARE_MINUTE;
}

static gboolean
live_day (CareSample   *sample,
          CareInstant   now,
          GError      **error)
{
  if (!care_clinic_is_empty (sample->clinic))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "records: hold patients already; a sample needs an empty store");
      return FALSE;
    }

  sample->pace = CLAMP ((double) (now - find_morning (sample, now)) / (double) FULL_MORNING, 0.02, 1.0);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (!live_person (sample, &people[i], now, error))
      return FALSE;

  return TRUE;
}

/**
 * care_clinic_fill_sample:
 * @store: an empty store
 * @clock: the clock whose day is filled; it is not touched
 * @info: a sample clinic
 * @protocol: the protocol
 * @data_dir: folder with forms/ and words/
 * @state_dir: folder with journals/
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when the store holds patients or the clinic is no sample
 */
gboolean
care_clinic_fill_sample (CareStore       *store,
                         CareClock       *clock,
                         CareClinicInfo  *info,
                         CareProtocol    *protocol,
                         const char      *data_dir,
                         const char      *state_dir,
                         GError         **error)
{
  CareSample sample = { .sheets = FALSE };
  CareInstant now;
  gboolean fine;

  g_return_val_if_fail (CARE_IS_STORE (store), FALSE);
  g_return_val_if_fail (CARE_IS_CLOCK (clock), FALSE);

  now = care_clock_now (clock);
  fine = _care_sample_init (&sample, store, info, protocol, data_dir, state_dir, now - 90 * DAY, error)
         && live_day (&sample, now, error)
         && _care_sample_settle (&sample, error);
  _care_sample_clear (&sample);

  return fine;
}
