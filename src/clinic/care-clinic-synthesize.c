/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-sample.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-sample-private.h"

#define DAY (24 * CARE_HOUR)

/* How far back a synthetic clinic's first patient came. */
#define DAYS_BACK 240

static const char *const given_names[] = {
  "Ana", "Elena", "Mara", "Ines", "Ruth", "Clara", "Noa", "Vera", "Sol", "Lucia", "Marta", "Irene", "Julia", "Alba",
  "Nora", "Emma", "Olga", "Rosa", "Teresa", "Silvia", "Amal", "Leila", "Chen", "Yuki", "Priya", "Zoë", "Ángela",
  "Núria", "Aïcha", "Björk", "Pablo", "Luis", "Ivan", "Omar", "Jan",
};

/* Family names that no real person has. */
static const char *const family_names[] = {
  "Sample", "Example", "Muster", "Ejemplo", "Exemple", "Prueba", "Specimen", "Beispiel", "Voorbeeld", "Esempio",
  "Demo", "Modelo", "Patrón", "Vzor", "Esimerkki", "Przykład",
};

typedef struct
{
  const char        *product;
  const char *const *areas;
} Plan;

static const char *const thighs[] = { "thighs", NULL };
static const char *const belly[] = { "abdomen", "flanks", NULL };
static const char *const arms[] = { "arms", NULL };
static const char *const face[] = { "face", "neck", NULL };

static const Plan plans[] = {
  { "product-a", thighs }, { "product-a", belly }, { "product-a", arms }, { "product-c", face },
};

static const char *
pick (GRand             *rand,
      const char *const *from,
      gsize              n)
{
  return from[g_rand_int_range (rand, 0, (gint32) n)];
}

/* A quarter hour of a working day: nine to six, never on a Sunday. */
static CareInstant
working_time (CareClinic  *clinic,
              GRand       *rand,
              CareInstant  about)
{
  CareInstant day = care_instant_day_start (about, clinic->zone);
  g_autoptr (GDateTime) local = care_instant_to_local (day + 12 * CARE_HOUR, clinic->zone);

  if (g_date_time_get_day_of_week (local) == 7)
    day += DAY;

  return day + 9 * CARE_HOUR + g_rand_int_range (rand, 0, 32) * 15 * CARE_MINUTE;
}

static CarePatient *
make_patient (CareSample  *sample,
              GRand       *rand,
              GError     **error)
{
  const char *const *languages = care_clinic_info_get_languages (sample->clinic->info);
  guint n_languages = g_strv_length ((char **) languages);
  g_autofree char *birth_date = g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (rand, 1950, 2005),
                                                 g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
  g_autofree char *phone = g_strdup_printf ("555-01%02d EXAMPLE", g_rand_int_range (rand, 0, 100));

  return care_sample_register (sample, pick (rand, given_names, G_N_ELEMENTS (given_names)),
                               pick (rand, family_names, G_N_ELEMENTS (family_names)), birth_date, phone,
                               languages[g_rand_int_range (rand, 0, (gint32) n_languages)], error);
}

/* The first one and one in forty call some days after a session. */
static gboolean
maybe_call (CareSample   *sample,
            GRand        *rand,
            CarePatient  *patient,
            GError      **error)
{
  g_autoptr (GPtrArray) signs = NULL;
  const CareSign *sign;

  if (g_rand_int_range (rand, 0, 40) != 0 && sample->called)
    return TRUE;
  sample->called = TRUE;

  signs = care_clinic_list_signs (sample->clinic);
  sign = g_ptr_array_index (signs, signs->len - 1);
  care_sample_at (sample, care_clock_now (sample->clock) + 2 * DAY);

  return care_clinic_happened (sample->clinic, patient, NULL, care_clock_now (sample->clock), sign->id, NULL, NULL,
                               error);
}

/* Sessions until now, the next one booked, then the next patient's life. */
static gboolean
live_sessions (CareSample   *sample,
               GRand        *rand,
               CarePatient  *patient,
               CareInstant   at,
               CareInstant   now,
               guint         sessions,
               guint         gap,
               GError      **error)
{
  for (guint k = 0; k < sessions && at < now - 3 * CARE_HOUR; k++)
    {
      g_autoptr (GListModel) tasks = NULL;

      if (!care_sample_live_session (sample, patient, at, error) || !maybe_call (sample, rand, patient, error))
        return FALSE;

      /* Who called waits for a clinician. */
      tasks = care_clinic_list_tasks (sample->clinic, patient, error);
      if (tasks == NULL)
        return FALSE;
      if (g_list_model_get_n_items (tasks) > 0)
        return TRUE;

      at = working_time (sample->clinic, rand, at + (gap + 1 + (guint) g_rand_int_range (rand, 0, 4)) * DAY);
      if (k + 1 == sessions)
        return TRUE;
    }

  if (at < now)
    at = working_time (sample->clinic, rand, now + DAY);
  care_sample_at (sample, now);

  return care_clinic_book (sample->clinic, patient, CARE_VISIT_SESSION, at, error) != NULL;
}

static gboolean
live (CareSample   *sample,
      GRand        *rand,
      CareInstant   now,
      gboolean      allergic,
      GError      **error)
{
  static const CareSampleAnswer allergies[] = { { "allergies", "penicillin" }, { "allergies", "plaster" }, { NULL, NULL } };
  const Plan *plan = &plans[g_rand_int_range (rand, 0, G_N_ELEMENTS (plans))];
  guint sessions = (guint) g_rand_int_range (rand, 4, 11);
  guint gap = (guint) MAX (7, care_protocol_get_min_gap_days (sample->clinic->protocol, plan->product));
  gboolean reaction = g_rand_int_range (rand, 0, 20) == 0;
  CareInstant first = working_time (sample->clinic, rand, now - g_rand_int_range (rand, 4, DAYS_BACK) * DAY);
  CareInstant reading;
  CarePatient *patient;

  care_sample_at (sample, first - DAY);
  patient = make_patient (sample, rand, error);
  if (patient == NULL || !care_sample_live_first (sample, patient, first, plan->product, plan->areas,
                                                   allergic ? allergies : NULL, error))
    return FALSE;

  reading = MAX (working_time (sample->clinic, rand, first + 2 * DAY), first + 26 * CARE_HOUR);
  if (!care_sample_live_reading (sample, patient, reading, reaction, error))
    return FALSE;
  if (reaction)
    return TRUE;

  return care_sample_plan (sample, patient, plan->areas, sessions, error)
         && live_sessions (sample, rand, patient, working_time (sample->clinic, rand, reading + 2 * DAY), now, sessions,
                           gap, error);
}

static gboolean
live_all (CareSample          *sample,
          CareInstant          now,
          guint                patients,
          guint32              seed,
          CareSynthesizeDone   done,
          gpointer             user_data,
          GError             **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < patients; i++)
    {
      /* One in five names allergies, which no product holds. */
      if (!live (sample, rand, now, i % 5 == 1, error))
        {
          g_prefix_error (error, "patient %u: ", i + 1);
          return FALSE;
        }
      if (done != NULL)
        done (i + 1, user_data);
    }

  return TRUE;
}

/* Made-up lives must never stand among real ones. */
static gboolean
check_empty (CareSample *sample,
             GError    **error)
{
  if (care_clinic_is_empty (sample->clinic))
    return TRUE;
  g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
               "records: hold patients already; name an empty folder with --data-dir");

  return FALSE;
}

/**
 * care_clinic_synthesize:
 * @store: a store
 * @clock: whose now the lives lead up to; it is not touched
 * @info: a sample clinic
 * @protocol: the protocol
 * @data_dir: folder with forms/ and words/
 * @state_dir: folder with journals/
 * @patients: how many
 * @seed: which clinic
 * @done: (nullable): called after each patient
 * @user_data: for @done
 *
 * Returns: FALSE with the first error, %CARE_ERROR_REFUSED for a store that holds
 *   patients already; what was lived until then is kept
 */
gboolean
care_clinic_synthesize (CareStore           *store,
                        CareClock           *clock,
                        CareClinicInfo      *info,
                        CareProtocol        *protocol,
                        const char          *data_dir,
                        const char          *state_dir,
                        guint                patients,
                        guint32              seed,
                        CareSynthesizeDone   done,
                        gpointer             user_data,
                        GError             **error)
{
  CareSample sample = { .sheets = FALSE };
  CareInstant now;
  gboolean fine;

  g_return_val_if_fail (CARE_IS_STORE (store), FALSE);
  g_return_val_if_fail (CARE_IS_CLOCK (clock), FALSE);

  now = care_clock_now (clock);
  fine = _care_sample_init (&sample, store, info, protocol, data_dir, state_dir, now - DAYS_BACK * DAY, error)
         && check_empty (&sample, error)
         && live_all (&sample, now, patients, seed, done, user_data, error)
         && _care_sample_settle (&sample, error);
  _care_sample_clear (&sample);

  return fine;
}
