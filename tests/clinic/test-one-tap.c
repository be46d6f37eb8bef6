/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The day's cup of coffee is decided in one tap by a clinician whose PIN is open (walk 28); nothing else is. */

#include "clinic/clinic-fixture.h"
#include "protocol/care-one-tap.h"

static const CareSampleAnswer coffee[] = {
  { "caffeine-what", "coffee" }, { "caffeine-last", "2026-11-23T08:00:00+01:00" }, { "medicines-kinds", "stimulant-medicine" }, { NULL, NULL },
};

static CareReason *
find_rule (CareReasons *reasons,
           const char  *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reasons)); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (reasons), i);

      if (g_strcmp0 (care_reason_get_rule (reason), rule) == 0)
        return reason;
    }
  return NULL;
}

static void
test_coffee (ClinicFixture *fixture,
             gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareReasons) reasons = NULL;
  g_autoptr (CareReasons) after = NULL;
  g_autofree char *cup = NULL;
  g_autofree char *medicine = NULL;

  clinic_answer (fixture, visit, coffee);
  reasons = care_clinic_open_reasons (fixture->clinic, visit, &clinician, &failed);
  g_assert_no_error (failed);
  g_assert_cmpstr (care_reason_get_one_tap (find_rule (reasons, "caffeine")), ==, "small");
  g_assert_null (care_reason_get_one_tap (find_rule (reasons, "stimulant-medicine")));
  cup = g_strdup (care_reason_get_id (find_rule (reasons, "caffeine")));
  medicine = g_strdup (care_reason_get_id (find_rule (reasons, "stimulant-medicine")));

  assert_refused (care_clinic_decide_now (fixture->clinic, reasons, medicine, error), CARE_ERROR_REFUSED);
  clinic_wait (fixture, 2 * CARE_MINUTE);
  assert_done (care_clinic_decide_now (fixture->clinic, reasons, cup, error));
  /* Decided is decided. */
  assert_refused (care_clinic_decide_now (fixture->clinic, reasons, cup, error), CARE_ERROR_REFUSED);

  after = care_clinic_reread_reasons (fixture->clinic, reasons, &failed);
  g_assert_no_error (failed);
  g_assert_cmpint (care_reason_get_state (find_rule (after, "caffeine")), ==, CARE_REASON_DECIDED);
  g_assert_cmpstr (care_reason_get_decision (find_rule (after, "caffeine")), ==, "small");
  g_assert_cmpstr (care_reason_get_decided_by (find_rule (after, "caffeine")), ==, "Lea Example");
  g_assert_cmpint (care_reason_get_state (find_rule (after, "stimulant-medicine")), ==, CARE_REASON_OPEN);

  /* By whom and when stands in the record. */
  g_autoptr (CareDocument) issue = care_store_get (fixture->store, "DetectedIssue", cup, NULL);
  JsonObject *mitigation = json_array_get_object_element (json_object_get_array_member (care_document_get_resource (issue), "mitigation"), 0);

  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (mitigation, "author"), "reference"), ==, "Practitioner/staff-lea");
  g_assert_true (care_instant_parse (json_object_get_string_member (mitigation, "date"), NULL, NULL) == care_clock_now (fixture->clock));
}

/* Nobody knows when it was: then it is looked at like any other finding. */
static void
test_no_time (ClinicFixture *fixture,
              gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "caffeine-what", "not-sure" }, { NULL, NULL } };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareReasons) reasons = NULL;
  CareReason *reason;

  clinic_answer (fixture, visit, others);
  reasons = care_clinic_open_reasons (fixture->clinic, visit, &clinician, &failed);
  g_assert_no_error (failed);
  reason = find_rule (reasons, "caffeine");
  g_assert_true (reason == NULL || care_reason_get_one_tap (reason) == NULL);
}

/* A protocol cannot make a medicine, a stop or an unknown reason one tap: none of them is, and the check says why. */
static void
test_protocol (ClinicFixture *fixture,
               gconstpointer  data)
{
  static const char *const wrong[][2] = {
    { "blood-thinner", "\"blood-thinner\": \"small\"" },
    { "pregnant", "\"pregnant\": \"small\"" },
    { "caffeine", "\"caffeine\": \"because\"" },
    { "cafeteria", "\"cafeteria\": \"small\"" },
  };
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (care_protocol_get_one_tap (fixture->protocol, "caffeine"), ==, "small");
  g_assert_null (care_protocol_get_one_tap (fixture->protocol, "alcohol"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GString) edited = g_string_new (text);
      g_autoptr (GError) failed = NULL;
      g_autoptr (CareProtocol) protocol = NULL;

      g_assert_cmpuint (g_string_replace (edited, "\"caffeine\": \"small\"", wrong[i][1], 1), ==, 1);
      protocol = care_protocol_new_from_text (edited->str, -1, "edited", &failed);
      g_assert_no_error (failed);
      g_assert_null (care_protocol_get_one_tap (protocol, wrong[i][0]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/clinic/one-tap/coffee", ClinicFixture, NULL, clinic_set_up, test_coffee, clinic_tear_down);
  g_test_add ("/clinic/one-tap/no-time", ClinicFixture, NULL, clinic_set_up, test_no_time, clinic_tear_down);
  g_test_add ("/clinic/one-tap/protocol", ClinicFixture, NULL, clinic_set_up, test_protocol, clinic_tear_down);

  return g_test_run ();
}
