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

/* The AllergyIntolerances of a patient whose verification status is @status, newest version of each. */
static GPtrArray *
list_kept (ClinicFixture *fixture,
           CarePatient   *patient,
           const char    *status)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) all = care_store_list (fixture->store, "AllergyIntolerance", care_patient_get_id (patient), &failed);
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) care_document_unref);

  g_assert_no_error (failed);
  for (guint i = 0; i < all->len; i++)
    {
      CareDocument *document = g_ptr_array_index (all, i);
      JsonObject *resource = care_document_get_resource (document);
      JsonObject *concept = json_object_get_object_member (resource, "verificationStatus");
      JsonObject *coding = json_array_get_object_element (json_object_get_array_member (concept, "coding"), 0);
      const char *code = json_object_get_string_member (coding, "code");

      /* FHIR R4, ait-1 and ait-2 */
      g_assert_cmpint (json_object_has_member (resource, "clinicalStatus"), ==, !g_str_equal (code, "entered-in-error"));
      if (g_str_equal (code, status))
        g_ptr_array_add (kept, care_document_ref (document));
    }

  return kept;
}

static void
assert_kept (ClinicFixture *fixture,
             CarePatient   *patient,
             guint          unconfirmed,
             guint          confirmed,
             guint          in_error)
{
  g_autoptr (GPtrArray) first = list_kept (fixture, patient, "unconfirmed");
  g_autoptr (GPtrArray) second = list_kept (fixture, patient, "confirmed");
  g_autoptr (GPtrArray) third = list_kept (fixture, patient, "entered-in-error");

  g_assert_cmpuint (first->len, ==, unconfirmed);
  g_assert_cmpuint (second->len, ==, confirmed);
  g_assert_cmpuint (third->len, ==, in_error);
}

static void
confirm (ClinicFixture *fixture,
         CareVisit     *visit,
         const char    *answer)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareReasons) reasons = care_clinic_open_reasons (fixture->clinic, visit, &clinician, &failed);

  g_assert_no_error (failed);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reasons)); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (reasons), i);

      if (!care_reason_is_unmatched_allergy (reason) || g_strcmp0 (care_reason_get_answer (reason), answer) != 0)
        continue;
      assert_done (care_clinic_confirm_allergy (fixture->clinic, visit, care_reason_get_id (reason), FALSE, &clinician, error));
      return;
    }
  g_assert_not_reached ();
}

/* Stored from the moment it is named, by whom, as chosen or in own words; half a form stores nothing. */
static void
test_unconfirmed (ClinicFixture *fixture,
                  gconstpointer  data)
{
  const CareSampleAnswer named[] = { { "allergies", "latex" }, { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  CareQuestionnaire *form = care_clinic_get_form (fixture->clinic, "first-visit", NULL);
  g_autoptr (CareResponse) half = care_clinic_continue_answers (fixture->clinic, visit, form, NULL);
  g_autofree char *subject = g_strconcat ("Patient/", care_patient_get_id (patient), NULL);
  g_autoptr (GPtrArray) kept = NULL;
  guint coded = 0;

  care_sample_answer (half, named);
  assert_done (care_clinic_keep_answers (fixture->clinic, visit, half, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, FALSE, error));
  assert_kept (fixture, patient, 0, 0, 0);

  clinic_answer (fixture, visit, named);
  kept = list_kept (fixture, patient, "unconfirmed");
  g_assert_cmpuint (kept->len, ==, 2);
  for (guint i = 0; i < kept->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (kept, i));
      JsonObject *code = json_object_get_object_member (resource, "code");

      g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (resource, "asserter"), "reference"), ==, subject);
      g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (resource, "patient"), "reference"), ==, subject);
      g_assert_false (json_object_has_member (resource, "recorder"));
      if (!json_object_has_member (code, "coding"))
        {
          g_assert_cmpstr (json_object_get_string_member (code, "text"), ==, "edamame");
          continue;
        }
      coded++;
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (json_object_get_array_member (code, "coding"), 0),
                                                      "code"), ==, "latex");
    }
  g_assert_cmpuint (coded, ==, 1);
}

/* A second intake makes no second one, and its "none" takes none away. */
static void
test_once (ClinicFixture *fixture,
           gconstpointer  data)
{
  const CareSampleAnswer named[] = { { "allergies", "latex" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);

  clinic_answer (fixture, clinic_arrived (fixture, patient, CARE_VISIT_FIRST), named);
  clinic_wait (fixture, 24 * CARE_HOUR);
  clinic_answer (fixture, clinic_arrived (fixture, patient, CARE_VISIT_FIRST), named);
  assert_kept (fixture, patient, 1, 0, 0);
  clinic_wait (fixture, 24 * CARE_HOUR);
  clinic_answer (fixture, clinic_arrived (fixture, patient, CARE_VISIT_FIRST), NULL);
  assert_kept (fixture, patient, 1, 0, 0);
}

/* The confirmation is a version of the same resource; a later intake leaves it. */
static void
test_superseded (ClinicFixture *fixture,
                 gconstpointer  data)
{
  const CareSampleAnswer named[] = { { "allergies", "latex" }, { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  g_autoptr (GPtrArray) kept = NULL;
  JsonObject *resource;

  clinic_answer (fixture, visit, named);
  clinic_check (fixture, visit);
  confirm (fixture, visit, "edamame");
  assert_kept (fixture, patient, 1, 1, 0);
  kept = list_kept (fixture, patient, "confirmed");
  g_assert_cmpuint (care_document_get_version (g_ptr_array_index (kept, 0)), ==, 2);
  resource = care_document_get_resource (g_ptr_array_index (kept, 0));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (resource, "code"), "text"), ==, "edamame");
  g_assert_true (json_object_has_member (resource, "recorder"));
  g_assert_true (json_object_has_member (resource, "asserter"));

  clinic_wait (fixture, 24 * CARE_HOUR);
  clinic_answer (fixture, clinic_arrived (fixture, patient, CARE_VISIT_FIRST), named);
  assert_kept (fixture, patient, 1, 1, 0);
}

/* Somebody else's answers: what only they named is void, confirmed or not; what was named before stands. */
static void
test_wrong_person (ClinicFixture *fixture,
                   gconstpointer  data)
{
  const CareSampleAnswer own[] = { { "allergies", "latex" }, { NULL, NULL } };
  const CareSampleAnswer others[] = { { "allergies", "latex" }, { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);
  g_autoptr (CareAllergies) allergies = NULL;
  CareVisit *visit;

  clinic_answer (fixture, clinic_arrived (fixture, patient, CARE_VISIT_FIRST), own);
  clinic_wait (fixture, 24 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  clinic_answer (fixture, visit, others);
  clinic_check (fixture, visit);
  confirm (fixture, visit, "edamame");
  assert_kept (fixture, patient, 1, 1, 0);

  assert_done (care_clinic_wrong_person (fixture->clinic, visit, &receptionist, error));
  assert_kept (fixture, patient, 1, 0, 1);
  allergies = look (fixture, patient);
  g_assert_cmpuint (allergies->count, ==, 1);

  assert_done (care_clinic_undo_wrong_person (fixture->clinic, visit, &receptionist, error));
  assert_kept (fixture, patient, 1, 1, 0);

  /* Said anew by the right person after all, it begins anew: nobody has looked at it yet. */
  assert_done (care_clinic_wrong_person (fixture->clinic, visit, &receptionist, error));
  clinic_answer (fixture, visit, others);
  assert_kept (fixture, patient, 2, 0, 1);
}

/* An answer changed in the same form; what was confirmed before it was changed stays on record. */
static void
test_changed (ClinicFixture *fixture,
              gconstpointer  data)
{
  const CareSampleAnswer named[] = { { "allergies", "latex" }, { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  CareQuestionnaire *form = care_clinic_get_form (fixture->clinic, "first-visit", NULL);
  g_autoptr (CareResponse) changed = care_response_new (form);

  clinic_answer (fixture, visit, named);
  clinic_check (fixture, visit);
  confirm (fixture, visit, "edamame");
  care_sample_answer (changed, NULL);
  assert_done (care_clinic_change_answers (fixture->clinic, visit, changed, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, error));
  assert_kept (fixture, patient, 0, 1, 1);
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
  ADD ("kept/unconfirmed", test_unconfirmed);
  ADD ("kept/once", test_once);
  ADD ("kept/superseded", test_superseded);
  ADD ("kept/wrong-person", test_wrong_person);
  ADD ("kept/changed", test_changed);
#undef ADD

  return g_test_run ();
}
