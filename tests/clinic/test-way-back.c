/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Ways back from what is more than a moment's slip: left early, called off, given, the wrong person, a closed task. */

#include <string.h>

#include "clinic/care-fhir.h"
#include "clinic/clinic-fixture.h"
#include "records/care-audit.h"

static guint
count_trail (ClinicFixture *fixture,
             const char    *what)
{
  g_autoptr (GPtrArray) rows = care_store_list_audit (fixture->store, 0, 1000, NULL);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", what);
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += strstr (((CareAuditRow *) g_ptr_array_index (rows, i))->text, quoted) != NULL;

  return count;
}

static void
test_left_early (ClinicFixture *fixture,
                 gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_tested (fixture), CARE_VISIT_SESSION);

  clinic_answer (fixture, visit, NULL);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  assert_done (care_clinic_left_early (fixture->clinic, visit, "a phone call", error));
  assert_done (care_clinic_undo (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  g_assert_cmpuint (count_trail (fixture, "undo-left-early"), ==, 1);
  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

/* The button was touched while the needle was in: every printed time would have been too early. */
static void
test_finish (ClinicFixture *fixture,
             gconstpointer  data)
{
  CarePatient *patient = clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);
  g_autoptr (CareWay) undone = NULL;
  g_autoptr (CareWay) after = NULL;
  CareInstant end;

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  assert_done (care_clinic_undo (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_IN_TREATMENT);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_FINISH);
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, CARE_INSTANT_NONE);
  undone = care_clinic_get_way (fixture->clinic, patient, NULL);
  g_assert_cmpuint (undone->sessions_done, ==, 0);

  clinic_wait (fixture, 10 * CARE_MINUTE);
  end = care_clock_now (fixture->clock);
  assert_done (care_clinic_finish_now (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, end);
  after = care_clinic_get_way (fixture->clinic, patient, NULL);
  g_assert_cmpuint (after->sessions_done, ==, 1);
  clinic_record (fixture, visit);
  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

static CareVisit *
book (ClinicFixture *fixture,
      CarePatient   *patient,
      CareVisitKind  kind,
      const char    *at)
{
  g_autoptr (GError) error = NULL;
  CareVisit *visit = care_clinic_book (fixture->clinic, patient, kind, clinic_at (fixture, at), &error);

  g_assert_no_error (error);

  return visit;
}

/* Called off by phone: the time is free, and can be had back as long as nobody has taken it. */
static void
test_cancel (ClinicFixture *fixture,
             gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  CareVisit *visit = book (fixture, patient, CARE_VISIT_FIRST, "2026-11-23T12:00");
  CareVisit *second;

  assert_done (care_clinic_cancel (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_CANCELLED);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_NOTHING);
  assert_refused (care_clinic_arrive (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_undo (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_EXPECTED);

  assert_done (care_clinic_cancel (fixture->clinic, visit, error));
  second = book (fixture, patient, CARE_VISIT_FIRST, "2026-11-23T12:00");
  assert_refused (care_clinic_undo (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_CANCELLED);
  assert_done (care_clinic_arrive (fixture->clinic, second, error));
  assert_refused (care_clinic_cancel (fixture->clinic, second, error), CARE_ERROR_REFUSED);
}

/* The next visit is called off: no paper carries its date any more, and with the undo it is the next one again. */
static void
test_cancel_next (ClinicFixture *fixture,
                  gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_tested (fixture), CARE_VISIT_SESSION);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareProposal) proposal = NULL;
  CareVisit *next;

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  proposal = care_clinic_propose_next (fixture->clinic, visit, &failed);
  g_assert_no_error (failed);
  next = care_clinic_keep_next (fixture->clinic, visit, proposal, &failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_cancel (fixture->clinic, next, error));
  g_assert_null (care_visit_get_next_visit (visit));
  g_assert_cmpint (care_visit_get_next_visit_at (visit), ==, CARE_INSTANT_NONE);
  assert_done (care_clinic_undo (fixture->clinic, next, error));
  g_assert_cmpstr (care_visit_get_next_visit (visit), ==, care_visit_get_id (next));
  g_assert_cmpint (care_visit_get_next_visit_at (visit), ==, care_visit_get_start (next));
}

static guint
count_given (ClinicFixture *fixture,
             CareVisit     *visit)
{
  g_autoptr (GPtrArray) all = care_store_list (fixture->store, "DocumentReference",
                                               care_patient_get_id (care_visit_get_patient (visit)), NULL);
  guint count = 0;

  for (guint i = 0; i < all->len; i++)
    count += care_fhir_ext_has (care_document_get_resource (g_ptr_array_index (all, i)), "given-at");

  return count;
}

static void
test_given (ClinicFixture *fixture,
            gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_tested (fixture), CARE_VISIT_SESSION);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  clinic_record (fixture, visit);
  assert_done (care_clinic_put_off_next (fixture->clinic, visit, error));
  assert_refused (care_clinic_undo_given (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_keep_sheet (fixture->clinic, visit, pdf, "en", FALSE, error));
  clinic_wait (fixture, CARE_HOUR);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  assert_done (care_clinic_mark_given (fixture->clinic, visit, "patient", "en", FALSE, TRUE, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_DONE);
  g_assert_cmpuint (count_given (fixture, visit), ==, 1);

  assert_done (care_clinic_undo_given (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_SHEET_OWED);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_GIVE);
  g_assert_cmpuint (count_given (fixture, visit), ==, 0);
  assert_done (care_clinic_mark_given (fixture->clinic, visit, "relative", "en", FALSE, TRUE, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_DONE);
}

/* It was the right person after all: answers, findings and consent count again, nothing has to be asked anew. */
static void
test_wrong_person (ClinicFixture *fixture,
                   gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  assert_done (care_clinic_wrong_person (fixture->clinic, visit, &receptionist, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  assert_refused (care_clinic_undo_wrong_person (fixture->clinic, visit, &(CareSignature) { "staff-rosa", "000000" }, error),
                  CARE_ERROR_REFUSED);
  assert_done (care_clinic_undo_wrong_person (fixture->clinic, visit, &receptionist, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  assert_done (care_clinic_screen (fixture->clinic, visit, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);

  /* Once the right person has begun to answer there is no way back. */
  assert_done (care_clinic_wrong_person (fixture->clinic, visit, &receptionist, error));
  clinic_answer (fixture, visit, NULL);
  assert_refused (care_clinic_undo_wrong_person (fixture->clinic, visit, &receptionist, error), CARE_ERROR_REFUSED);
}

/* The consent of the wrong person is no consent. */
static void
test_wrong_consent (ClinicFixture *fixture,
                    gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  assert_done (care_clinic_wrong_person (fixture->clinic, visit, &receptionist, error));
  clinic_answer (fixture, visit, NULL);
  g_assert_cmpint (care_visit_get_state (visit), !=, CARE_STATE_READY);
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

static gboolean
is_settled (ClinicFixture *fixture,
            CarePatient   *patient)
{
  g_autoptr (GPtrArray) events = care_store_list (fixture->store, "AdverseEvent", care_patient_get_id (patient), NULL);

  g_assert_cmpuint (events->len, ==, 1);

  return care_fhir_ext_get_boolean (care_document_get_resource (g_ptr_array_index (events, 0)), "settled");
}

static void
test_task (ClinicFixture *fixture,
           gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  g_autoptr (GListModel) tasks = NULL;
  g_autoptr (GListModel) after = NULL;
  g_autoptr (CareTask) task = NULL;

  assert_done (care_clinic_happened (fixture->clinic, patient, NULL, care_clock_now (fixture->clock), NULL, "a lump", NULL,
                                     error));
  tasks = care_clinic_list_tasks (fixture->clinic, patient, NULL);
  task = g_list_model_get_item (tasks, 0);
  assert_refused (care_clinic_reopen_task (fixture->clinic, care_task_get_id (task), &clinician, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_close_task (fixture->clinic, task, "seen", FALSE, &clinician, error));
  g_assert_true (is_settled (fixture, patient));

  assert_refused (care_clinic_reopen_task (fixture->clinic, care_task_get_id (task), &receptionist, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_reopen_task (fixture->clinic, care_task_get_id (task), &clinician, error));
  after = care_clinic_list_tasks (fixture->clinic, patient, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 1);
  /* It shows on later checks again. */
  g_assert_false (is_settled (fixture, patient));
  g_assert_cmpuint (count_trail (fixture, "reopen-task"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/way-back/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("left-early", test_left_early);
  ADD ("finish", test_finish);
  ADD ("cancel", test_cancel);
  ADD ("cancel-next", test_cancel_next);
  ADD ("given", test_given);
  ADD ("wrong-person", test_wrong_person);
  ADD ("wrong-consent", test_wrong_consent);
  ADD ("task", test_task);
#undef ADD

  return g_test_run ();
}
