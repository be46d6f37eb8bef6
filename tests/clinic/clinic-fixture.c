/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/clinic-fixture.h"

#include <glib/gstdio.h>

#include "clinic/care-fhir.h"

const CareSignature receptionist = { "staff-rosa", "111111" };
const CareSignature clinician = { "staff-lea", "222222" };

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
open_all (ClinicFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = care_store_sqlite_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  fixture->clinic = care_clinic_new (fixture->store, fixture->clock, fixture->info, fixture->protocol,
                                     g_getenv ("AFTERCARE_DATA"), fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_true (care_clinic_sign_in (fixture->clinic, receptionist.staff, receptionist.pin, &error));
  g_assert_no_error (error);
}

void
clinic_set_up (ClinicFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *settings = g_build_filename (g_getenv ("AFTERCARE_DATA"), "sample", "clinic.json", NULL);
  g_autofree char *rules = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);

  fixture->folder = g_dir_make_tmp ("care-clinic-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->info = care_clinic_info_load (settings, &error);
  g_assert_no_error (error);
  fixture->protocol = care_protocol_load (rules, &error);
  g_assert_no_error (error);
  fixture->clock = care_clock_new_fixed (clinic_at (fixture, "2026-11-23T10:15"));
  open_all (fixture);
}

void
clinic_tear_down (ClinicFixture *fixture,
                  gconstpointer  data)
{
  g_assert_finalize_object (fixture->clinic);
  g_assert_finalize_object (fixture->store);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->info);
  g_clear_object (&fixture->protocol);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
clinic_reopen (ClinicFixture *fixture)
{
  g_clear_object (&fixture->clinic);
  g_clear_object (&fixture->store);
  open_all (fixture);
}

CareInstant
clinic_at (ClinicFixture *fixture,
           const char    *local)
{
  g_autoptr (GError) error = NULL;
  CareInstant instant = care_instant_parse (local, care_clinic_info_get_time_zone (fixture->info), &error);

  g_assert_no_error (error);

  return instant;
}

void
clinic_wait (ClinicFixture *fixture,
             CareInstant    time)
{
  care_clock_set_fixed (fixture->clock, care_clock_now (fixture->clock) + time);
}

CarePatient *
clinic_patient (ClinicFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_clinic_register (fixture->clinic, "Ana", "Sample", "1984-03-12", "555-0101", "en", &error);

  g_assert_no_error (error);

  return patient;
}

CareVisit *
clinic_arrived (ClinicFixture *fixture,
                CarePatient   *patient,
                CareVisitKind  kind)
{
  g_autoptr (GError) error = NULL;
  CareVisit *visit = care_clinic_walk_in (fixture->clinic, patient, kind, &error);

  g_assert_no_error (error);

  return visit;
}

void
clinic_answer (ClinicFixture           *fixture,
               CareVisit               *visit,
               const CareSampleAnswer  *others)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) forms = care_clinic_list_open_forms (fixture->clinic, visit, &failed);

  g_assert_no_error (failed);
  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (CareResponse) response =
        care_clinic_continue_answers (fixture->clinic, visit, g_ptr_array_index (forms, i), &failed);

      g_assert_no_error (failed);
      care_sample_answer (response, others);
      assert_done (care_clinic_keep_answers (fixture->clinic, visit, response, CARE_ANSWER_ASKED_ALOUD,
                                             CARE_HELPER_NOBODY, TRUE, error));
    }
}

void
clinic_check_with (ClinicFixture     *fixture,
                   CareVisit         *visit,
                   const char        *product,
                   const char        *batch,
                   const char *const *areas)
{
  assert_done (care_clinic_choose_product (fixture->clinic, visit, product, batch, areas, &clinician, error));
  /* Nobody is asked for consent to what is not done today. */
  if (care_visit_get_next_step (visit) != CARE_NEXT_CONSENT)
    return;
  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_take_consent (fixture->clinic, visit, &clinician, error));
}

void
clinic_check (ClinicFixture *fixture,
              CareVisit     *visit)
{
  const char *const thighs[] = { "thighs", NULL };

  clinic_check_with (fixture, visit, "product-a", "EX-A-2601", thighs);
}

void
clinic_treat (ClinicFixture *fixture,
              CareVisit     *visit)
{
  assert_done (care_clinic_tell_new (fixture->clinic, visit, CARE_NEW_NOTHING, error));
  assert_done (care_clinic_ask_in (fixture->clinic, visit, error));
  clinic_wait (fixture, 30 * CARE_MINUTE);
  assert_done (care_clinic_finish_now (fixture->clinic, visit, error));
}

void
clinic_record (ClinicFixture *fixture,
               CareVisit     *visit)
{
  const CareSessionFacts facts = { .new_since = CARE_NEW_NOTHING, .numbing_known = TRUE };

  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
}

CarePatient *
clinic_tested (ClinicFixture *fixture)
{
  CareInstant now = care_clock_now (fixture->clock);
  CarePatient *patient;
  CareVisit *visit;

  care_clock_set_fixed (fixture->clock, now - 8 * 24 * CARE_HOUR);
  patient = clinic_patient (fixture);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  clinic_treat (fixture, visit);
  clinic_record (fixture, visit);
  care_clock_set_fixed (fixture->clock, now - 6 * 24 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_READING);
  assert_done (care_clinic_record_reading (fixture->clinic, visit, FALSE, NULL, &clinician, error));
  care_clock_set_fixed (fixture->clock, now);

  return patient;
}

CareVisit *
clinic_finished (ClinicFixture *fixture,
                 CareVisitKind  kind)
{
  CarePatient *patient = kind == CARE_VISIT_FIRST ? clinic_patient (fixture) : clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, kind);

  clinic_answer (fixture, visit, NULL);
  if (kind == CARE_VISIT_FIRST)
    clinic_check (fixture, visit);
  clinic_treat (fixture, visit);

  return visit;
}

CareResponse *
clinic_draft (ClinicFixture          *fixture,
              CareVisit              *visit,
              const CareSampleAnswer *others)
{
  g_autoptr (GError) failed = NULL;
  CareResponse *response = care_clinic_draft_record (fixture->clinic, visit, "staff-lea", &failed);

  g_assert_no_error (failed);
  care_sample_answer (response, others);

  return response;
}

void
clinic_set_moment (CareResponse *response,
                   const char   *question,
                   const char   *moment)
{
  g_autoptr (CareValue) value = care_value_new_date_time (moment, NULL);
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, question);

  care_response_set_value (response, g_ptr_array_index (nodes, 0), value);
}
