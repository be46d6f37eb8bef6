/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Times in a record that cannot be: said before anybody is asked to sign. */

#include <string.h>

#include "clinic/care-fhir.h"
#include "clinic/clinic-fixture.h"

#define QUESTION "https://aftercare.example/fhir/CodeSystem/question"

static const struct
{
  const char *name;
  const char *question;
  const char *moment;
  const char *words;
} times[] = {
  { "end-before-start", "session-end", "2026-11-23T09:05:00+01:00", "The last injection lies before the first one" },
  { "end-in-the-future", "session-end", "2026-11-23T22:30:00+01:00", "The last injection lies in the future" },
  { "start-in-the-future", "session-start", "2026-11-23T22:15:00+01:00", "The first injection lies in the future" },
  { "cream-on-in-the-future", "numbing-on", "2026-11-23T22:15:00+01:00", "was put on lies in the future" },
  { "cream-off-in-the-future", "numbing-off", "2026-11-23T22:15:00+01:00", "was taken off lies in the future" },
  { "cream-off-before-on", "numbing-off", "2026-11-23T09:30:00+01:00", "taken off before it was put on" },
};

/* It is refused before anybody is asked for a PIN, and where it was written; signing refuses it as well. */
static void
assert_check (ClinicFixture *fixture,
              CareVisit     *visit,
              CareResponse  *response,
              const char    *question,
              const char    *words)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, QUESTION, question);
  g_autoptr (GError) failed = NULL;
  CareNode *where = NULL;

  g_assert_false (care_clinic_check_record (fixture->clinic, visit, response, &where, &failed));
  g_assert_nonnull (failed);
  g_assert_nonnull (strstr (failed->message, words));
  g_assert_true (where == g_ptr_array_index (nodes, 0));
}

static void
test_times (ClinicFixture *fixture,
            gconstpointer  data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const CareSampleAnswer others[] = { { "numbing-used", "yes" }, { "numbing-on", "2026-11-23T09:40:00+01:00" },
                                      { "numbing-off", "2026-11-23T10:10:00+01:00" }, { NULL, NULL } };
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
  g_autoptr (CareValue) grams = care_value_new_decimal ("5", NULL);
  g_autoptr (CareValue) area = care_value_new_integer (100);
  CareSessionFacts facts = { .form = response };
  g_autoptr (GError) failed = NULL;

  care_response_prefill_by_code (response, QUESTION, "numbing-grams", grams);
  care_response_prefill_by_code (response, QUESTION, "numbing-area", area);
  g_assert_true (care_clinic_check_record (fixture->clinic, visit, response, NULL, &failed));
  g_assert_no_error (failed);
  clinic_set_moment (response, times[i].question, times[i].moment);
  assert_check (fixture, visit, response, times[i].question, times[i].words);
  assert_refused (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error), CARE_ERROR_INPUT);
  g_assert_false (care_visit_is_recorded (visit));
}

static void
test_test_times (ClinicFixture *fixture,
                 gconstpointer  data)
{
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_FIRST);
  CarePatient *patient = care_visit_get_patient (visit);
  const CareSampleAnswer others[] = {
    { "first-reading-result", "clear" }, { "first-reading-time", "2026-11-23T10:45:00+01:00" },
    { "test-site-1", "forearm-left" }, { "test-site-2", "forearm-right" }, { NULL, NULL },
  };
  const CareSampleAnswer clear[] = { { "reading-result", "clear" }, { NULL, NULL } };
  g_autoptr (CareResponse) test = clinic_draft (fixture, visit, others);
  g_autoptr (CareResponse) reading = NULL;
  g_autoptr (GError) failed = NULL;

  clinic_wait (fixture, CARE_HOUR);
  g_assert_true (care_clinic_check_record (fixture->clinic, visit, test, NULL, &failed));
  g_assert_no_error (failed);
  clinic_set_moment (test, "first-reading-time", "2026-11-23T23:00:00+01:00");
  assert_check (fixture, visit, test, "first-reading-time", "The first reading lies in the future");
  clinic_set_moment (test, "first-reading-time", "2026-11-23T07:00:00+01:00");
  assert_check (fixture, visit, test, "first-reading-time", "before the test");
  clinic_set_moment (test, "test-time", "2026-11-23T23:00:00+01:00");
  assert_check (fixture, visit, test, "test-time", "second injection lies in the future");
  clinic_set_moment (test, "test-time", "2026-11-23T06:00:00+01:00");
  assert_check (fixture, visit, test, "test-time", "before the visit began");

  clinic_record (fixture, visit);
  clinic_wait (fixture, 25 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_READING);
  reading = clinic_draft (fixture, visit, clear);
  g_assert_true (care_clinic_check_record (fixture->clinic, visit, reading, NULL, &failed));
  g_assert_no_error (failed);
  clinic_set_moment (reading, "reading-time", "2026-11-30T10:00:00+01:00");
  assert_check (fixture, visit, reading, "reading-time", "The reading lies in the future");
  clinic_set_moment (reading, "reading-time", "2026-11-23T20:00:00+01:00");
  assert_check (fixture, visit, reading, "reading-time", "too early");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strconcat ("/clinic/record-times/", times[i].name, NULL);

      g_test_add (path, ClinicFixture, GSIZE_TO_POINTER (i), clinic_set_up, test_times, clinic_tear_down);
    }
  g_test_add ("/clinic/record-times/test", ClinicFixture, NULL, clinic_set_up, test_test_times, clinic_tear_down);

  return g_test_run ();
}
