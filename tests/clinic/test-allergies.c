/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* How it stands with a patient's allergies: three sorts of empty list, and who has looked at what is named. */

#include "clinic/care-clinic-allergies.h"
#include "clinic/clinic-fixture.h"

static CareAllergies *
look (ClinicFixture *fixture,
      CarePatient   *patient)
{
  g_autoptr (GError) failed = NULL;
  CareAllergies *allergies = care_clinic_get_allergies (fixture->clinic, patient, &failed);

  g_assert_no_error (failed);
  g_assert_nonnull (allergies);
  /* No names without a clinician. */
  g_assert_null (allergies->list);

  return allergies;
}

static CareAllergies *
open_names (ClinicFixture *fixture,
            CarePatient   *patient)
{
  g_autoptr (GError) failed = NULL;
  CareAllergies *allergies = care_clinic_open_allergies (fixture->clinic, patient, &clinician, &failed);

  g_assert_no_error (failed);

  return allergies;
}

static void
test_not_asked (ClinicFixture *fixture,
                gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  g_autoptr (CareAllergies) before = look (fixture, patient);
  g_autoptr (CareAllergies) begun = NULL;
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  CareQuestionnaire *form = care_clinic_get_form (fixture->clinic, "first-visit", NULL);
  g_autoptr (CareResponse) half = care_clinic_continue_answers (fixture->clinic, visit, form, NULL);

  g_assert_cmpint (before->state, ==, CARE_ALLERGIES_NOT_ASKED);
  g_assert_cmpint (before->asked_at, ==, CARE_INSTANT_NONE);

  /* Half a form is nobody's word. */
  care_sample_answer (half, NULL);
  assert_done (care_clinic_keep_answers (fixture->clinic, visit, half, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY,
                                         FALSE, error));
  begun = look (fixture, patient);
  g_assert_cmpint (begun->state, ==, CARE_ALLERGIES_NOT_ASKED);
}

static void
test_none (ClinicFixture *fixture,
           gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  g_autoptr (CareAllergies) allergies = NULL;

  clinic_answer (fixture, visit, NULL);
  allergies = look (fixture, patient);
  g_assert_cmpint (allergies->state, ==, CARE_ALLERGIES_NONE);
  g_assert_cmpint (allergies->asked_at, ==, care_clock_now (fixture->clock));
  g_assert_false (allergies->open);
}

static void
test_not_sure (ClinicFixture *fixture,
               gconstpointer  data)
{
  const CareSampleAnswer unsure[] = { { "allergies", "unsure" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  g_autoptr (CareAllergies) allergies = NULL;

  clinic_answer (fixture, visit, unsure);
  allergies = look (fixture, patient);
  g_assert_cmpint (allergies->state, ==, CARE_ALLERGIES_OPEN);
  g_assert_cmpuint (allergies->count, ==, 0);
}

/* Named from the list and in own words; confirmed one by one, by name. */
static void
test_named (ClinicFixture *fixture,
            gconstpointer  data)
{
  const CareSampleAnswer named[] = { { "allergies", "latex" }, { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  g_autoptr (CareAllergies) before = NULL;
  g_autoptr (CareAllergies) after = NULL;
  g_autoptr (CareReasons) reasons = NULL;
  g_autoptr (GError) failed = NULL;
  const CareAllergy *allergy;
  guint confirmed = 0;

  clinic_answer (fixture, visit, named);
  before = look (fixture, patient);
  g_assert_cmpint (before->state, ==, CARE_ALLERGIES_NAMED);
  g_assert_cmpuint (before->count, ==, 2);
  g_assert_cmpuint (before->unconfirmed, ==, 2);

  clinic_check (fixture, visit);
  reasons = care_clinic_open_reasons (fixture->clinic, visit, &clinician, &failed);
  g_assert_no_error (failed);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reasons)) && confirmed == 0; i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (reasons), i);

      if (care_reason_is_unmatched_allergy (reason) && g_strcmp0 (care_reason_get_answer (reason), "edamame") == 0)
        {
          confirmed++;
          assert_done (care_clinic_confirm_allergy (fixture->clinic, visit, care_reason_get_id (reason), FALSE, &clinician, error));
        }
    }
  g_assert_cmpuint (confirmed, ==, 1);

  assert_refused (care_clinic_open_allergies (fixture->clinic, patient, &receptionist, error) != NULL, CARE_ERROR_REFUSED);
  after = open_names (fixture, patient);
  g_assert_cmpuint (after->unconfirmed, ==, 1);
  g_assert_cmpuint (after->list->len, ==, 2);
  allergy = g_ptr_array_index (after->list, 0);
  g_assert_null (allergy->confirmed_by);
  g_assert_false (allergy->typed);
  allergy = g_ptr_array_index (after->list, 1);
  g_assert_cmpstr (allergy->name, ==, "edamame");
  g_assert_true (allergy->typed);
  g_assert_cmpstr (allergy->confirmed_by, ==, "Lea Example");
}

/* A second visit's "none" does not take an allergy off the patient's page. */
static void
test_not_again (ClinicFixture *fixture,
                gconstpointer  data)
{
  const CareSampleAnswer named[] = { { "allergies", "latex" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);
  CareInstant first = care_clock_now (fixture->clock);
  g_autoptr (CareAllergies) allergies = NULL;
  const CareAllergy *allergy;

  clinic_answer (fixture, clinic_arrived (fixture, patient, CARE_VISIT_FIRST), named);
  clinic_wait (fixture, 24 * CARE_HOUR);
  clinic_answer (fixture, clinic_arrived (fixture, patient, CARE_VISIT_FIRST), NULL);

  allergies = open_names (fixture, patient);
  g_assert_cmpint (allergies->state, ==, CARE_ALLERGIES_NAMED);
  g_assert_cmpint (allergies->asked_at, ==, care_clock_now (fixture->clock));
  g_assert_cmpuint (allergies->list->len, ==, 1);
  allergy = g_ptr_array_index (allergies->list, 0);
  g_assert_true (allergy->not_again);
  g_assert_cmpint (allergy->named_at, ==, first);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/allergies/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("not-asked", test_not_asked);
  ADD ("none", test_none);
  ADD ("not-sure", test_not_sure);
  ADD ("named", test_named);
  ADD ("not-named-again", test_not_again);
#undef ADD

  return g_test_run ();
}
