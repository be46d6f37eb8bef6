/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What could stop paper stops the first injection; after it a sheet always comes out, and the owner hears of it. */

#include <string.h>

#include "aftercare/care-sheet-heads.h"
#include "aftercare/care-sheet.h"
#include "base/care-json.h"
#include "clinic/care-clinic-sheet.h"
#include "clinic/clinic-fixture.h"

static const CareSignature owner = { "staff-ines", "444444" };

/* The sample's protocol with one more line on hot showers: other hours, on these areas. */
static CareProtocol *
make_protocol (const char *areas)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autoptr (GError) failed = NULL;
  g_autoptr (JsonNode) read = care_json_load (path, NULL, &failed);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *lines;
  JsonNode *copy = NULL;
  JsonObject *when = json_object_new ();
  CareProtocol *protocol;

  g_assert_no_error (failed);
  text = json_to_string (read, FALSE);
  node = json_from_string (text, &failed);
  g_assert_no_error (failed);
  lines = json_object_get_array_member (json_node_get_object (node), "lines");
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonObject *line = json_array_get_object_element (lines, i);

      if (g_str_equal (json_object_get_string_member (line, "id"), "hot-shower"))
        {
          g_autofree char *one = json_to_string (json_array_get_element (lines, i), FALSE);

          copy = json_from_string (one, &failed);
          g_assert_no_error (failed);
        }
    }
  g_assert_nonnull (copy);
  json_object_set_string_member (json_node_get_object (copy), "id", "hot-shower-longer");
  json_object_set_int_member (json_node_get_object (copy), "hours", 20);
  json_object_set_string_member (when, "areas", areas);
  json_object_set_object_member (json_node_get_object (copy), "when", when);
  json_array_add_element (lines, copy);
  g_free (text);
  text = json_to_string (node, FALSE);
  protocol = care_protocol_new_from_text (text, -1, "clashing.json", &failed);
  g_assert_no_error (failed);

  return protocol;
}

static void
take_protocol (ClinicFixture *fixture,
               const char    *areas)
{
  g_clear_object (&fixture->protocol);
  fixture->protocol = make_protocol (areas);
  clinic_reopen (fixture);
}

static CareTask *
find_task (ClinicFixture *fixture,
           guint         *count)
{
  g_autoptr (GListModel) tasks = care_clinic_list_tasks (fixture->clinic, NULL, NULL);
  CareTask *found = NULL;

  *count = 0;
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (CareTask) task = g_list_model_get_item (tasks, i);

      if (!g_str_equal (care_task_get_kind (task), "clashing-lines"))
        continue;
      (*count)++;
      g_set_object (&found, task);
    }

  return found;
}

/* Before the needle: not ready, and it says which two; with them gone it is. */
static void
test_before (ClinicFixture *fixture,
             gconstpointer  data)
{
  CareVisit *visit;
  g_autofree char *id = NULL;
  g_auto (GStrv) troubles = NULL;

  take_protocol (fixture, "body");
  visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  g_assert_cmpint (care_visit_get_word (visit), ==, CARE_WORD_MUST_DECIDE);
  g_assert_true (care_visit_is_paper_stopped (visit));
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);

  /* The owner takes the second line out again; nobody has to answer or sign anything anew. */
  id = g_strdup (care_visit_get_id (visit));
  take_protocol (fixture, "face");
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  g_assert_false (care_visit_is_paper_stopped (visit));
}

/* After the needle: the stricter one prints, one task for the two lines, and the owner closes it. */
static void
test_after (ClinicFixture *fixture,
            gconstpointer  data)
{
  const char *const both[] = { "thighs", "face", NULL };
  CareSessionFacts facts = { .new_since = CARE_NEW_NOTHING, .numbing_known = TRUE, .areas = both };
  g_autoptr (CareSheet) sheet = NULL;
  g_autoptr (CareTask) task = NULL;
  g_autoptr (CareTask) none = NULL;
  g_autofree char *json = NULL;
  g_autofree char *says = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) failed = NULL;
  CareVisit *visit;
  guint count;

  take_protocol (fixture, "face");
  visit = clinic_arrived (fixture, clinic_tested (fixture), CARE_VISIT_SESSION);
  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  none = find_task (fixture, &count);
  g_assert_cmpuint (count, ==, 0);

  /* What was treated is more than what was planned. */
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));
  task = find_task (fixture, &count);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (care_task_is_for_owner (task));
  assert_done (care_clinic_finish_at (fixture->clinic, visit, care_clock_now (fixture->clock), &clinician, error));
  g_clear_object (&task);
  task = find_task (fixture, &count);
  g_assert_cmpuint (count, ==, 1);

  sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, &failed);
  g_assert_no_error (failed);
  node = care_sheet_to_json (sheet);
  json = json_to_string (node, FALSE);
  g_assert_nonnull (strstr (json, "\"kept\":\"hot-shower-longer\""));

  assert_refused (care_clinic_close_task (fixture->clinic, task, "mended", FALSE, &receptionist, error), CARE_ERROR_REFUSED);
  says = care_clinic_open_task (fixture->clinic, task, &owner, &failed);
  g_assert_no_error (failed);
  g_assert_nonnull (strstr (says, "hot-shower-longer"));
  assert_done (care_clinic_close_task (fixture->clinic, task, "mended", FALSE, &owner, error));
  g_clear_object (&none);
  none = find_task (fixture, &count);
  g_assert_cmpuint (count, ==, 0);
}

/* A clinician's task stays a clinician's. */
static void
test_not_owners (ClinicFixture *fixture,
                 gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  g_autoptr (GListModel) tasks = NULL;
  g_autoptr (CareTask) task = NULL;

  assert_done (care_clinic_happened (fixture->clinic, patient, NULL, care_clock_now (fixture->clock), NULL, "a bruise", NULL,
                                     error));
  tasks = care_clinic_list_tasks (fixture->clinic, patient, NULL);
  task = g_list_model_get_item (tasks, 0);
  g_assert_false (care_task_is_for_owner (task));
  assert_refused (care_clinic_close_task (fixture->clinic, task, "seen", FALSE, &owner, error), CARE_ERROR_REFUSED);
}

/* Many copies within one second: the last is first; a printer that gives one up makes the sheet owed, its copies stay. */
static void
test_copies (ClinicFixture *fixture,
             gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_tested (fixture), CARE_VISIT_SESSION);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) failed = NULL;

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  assert_done (care_clinic_finish_at (fixture->clinic, visit, care_clock_now (fixture->clock), &clinician, error));
  for (char letter = 'a'; letter <= 'l'; letter++)
    {
      g_autoptr (GBytes) pdf = g_bytes_new (&letter, 1);

      assert_done (care_clinic_keep_sheet (fixture->clinic, visit, pdf, "en", FALSE, error));
    }
  kept = care_clinic_list_kept_sheets (fixture->clinic, visit, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (kept->len, ==, 12);
  for (guint i = 0; i < kept->len; i++)
    g_assert_cmpint (*(const char *) g_bytes_get_data (g_ptr_array_index (kept, i), NULL), ==, 'l' - (int) i);

  g_assert_true (care_visit_is_printed (visit));
  assert_done (care_clinic_owe_sheet (fixture->clinic, visit, error));
  g_assert_false (care_visit_is_printed (visit));
  g_clear_pointer (&kept, g_ptr_array_unref);
  kept = care_clinic_list_kept_sheets (fixture->clinic, visit, &failed);
  g_assert_cmpuint (kept->len, ==, 12);
}

/* What the sheet of @visit says of the skin test; NULL when it says nothing. */
static char *
dup_test (ClinicFixture *fixture,
          CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareSheet) sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, &failed);
  GPtrArray *blocks;

  g_assert_no_error (failed);
  blocks = care_sheet_get_blocks (sheet);
  for (guint i = 0; i < blocks->len; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; g_str_equal (block->name, "record") && j < block->entries->len; j++)
        {
          const CareSheetEntry *entry = g_ptr_array_index (block->entries, j);

          if (strstr (entry->text, "clear") != NULL || strstr (entry->text, "reaction") != NULL)
            return g_strdup (entry->text);
        }
    }

  return NULL;
}

static void
assert_read (ClinicFixture *fixture,
             CareVisit     *visit,
             CareInstant    at)
{
  g_autofree char *says = dup_test (fixture, visit);
  g_autoptr (GDateTime) local = care_instant_to_local (at, care_clinic_info_get_time_zone (fixture->info));
  g_autofree char *day = g_date_time_format (local, "%-d %B");

  g_assert_nonnull (says);
  g_assert_true (g_str_has_prefix (says, "clear"));
  g_assert_nonnull (strstr (says, day));
}

/* A clinician asked what the form of a first visit does not ask. */
static void
decide_all (ClinicFixture *fixture,
            CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareReasons) reasons = care_clinic_open_reasons (fixture->clinic, visit, &clinician, &failed);

  g_assert_no_error (failed);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reasons)); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (reasons), i);
      CareDecision decision = { care_reason_get_id (reason), "does-not-apply", "asked again", TRUE };

      if (care_reason_get_state (reason) == CARE_REASON_OPEN)
        assert_done (care_clinic_decide (fixture->clinic, visit, &decision, 1, &clinician, error));
    }
}

/* Of the tests of two products a sheet tells the one that its treatment rests on, also when it is printed again later. */
static void
test_test_result (ClinicFixture *fixture,
                  gconstpointer  data)
{
  const char *const thighs[] = { "thighs", NULL };
  CarePatient *patient = clinic_tested (fixture);
  CareInstant read = care_clock_now (fixture->clock) - 6 * 24 * CARE_HOUR;
  CareVisit *visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  CareVisit *session;
  g_autofree char *says = NULL;

  /* Another product's test, given just now, has no result yet. */
  clinic_answer (fixture, visit, NULL);
  clinic_check_with (fixture, visit, "product-e", "EX-E-2601", thighs);
  clinic_treat (fixture, visit);
  says = dup_test (fixture, visit);
  g_assert_null (says);
  clinic_record (fixture, visit);
  clinic_wait (fixture, 26 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_READING);
  assert_done (care_clinic_record_reading (fixture->clinic, visit, FALSE, NULL, &clinician, error));

  clinic_wait (fixture, CARE_HOUR);
  session = clinic_arrived (fixture, patient, CARE_VISIT_SESSION);
  clinic_answer (fixture, session, NULL);
  clinic_check_with (fixture, session, "product-a", "EX-A-2601", thighs);
  clinic_treat (fixture, session);
  assert_read (fixture, session, read);
  clinic_record (fixture, session);

  /* Tested and read once more, a week on: the earlier sheet rests on the earlier test. */
  clinic_wait (fixture, 8 * 24 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  clinic_answer (fixture, visit, NULL);
  clinic_check_with (fixture, visit, "product-a", "EX-A-2601", thighs);
  decide_all (fixture, visit);
  clinic_treat (fixture, visit);
  clinic_record (fixture, visit);
  clinic_wait (fixture, 26 * CARE_HOUR);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_READING);
  assert_done (care_clinic_record_reading (fixture->clinic, visit, FALSE, NULL, &clinician, error));
  assert_read (fixture, session, read);
}

static CareVisit *
lookup (ClinicFixture *fixture,
        const char    *id)
{
  g_autoptr (GError) failed = NULL;
  CareVisit *visit = care_clinic_lookup_visit (fixture->clinic, id, &failed);

  g_assert_no_error (failed);
  return visit;
}

/* Where a sheet waits stands in the records, as long as nobody knows what became of it. */
static void
test_waiting (ClinicFixture *fixture,
              gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_tested (fixture), CARE_VISIT_SESSION);
  g_autofree char *id = g_strdup (care_visit_get_id (visit));
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  assert_done (care_clinic_finish_at (fixture->clinic, visit, care_clock_now (fixture->clock), &clinician, error));
  assert_done (care_clinic_keep_sheet_at (fixture->clinic, visit, pdf, "en", FALSE, "desk", "Aftercare sheet 0a1b2c3d", error));
  g_assert_true (care_visit_is_printed (visit));
  g_assert_false (care_visit_was_on_paper (visit));

  clinic_reopen (fixture);
  visit = lookup (fixture, id);
  g_assert_cmpstr (care_visit_get_print_queue (visit), ==, "desk");
  g_assert_cmpstr (care_visit_get_print_title (visit), ==, "Aftercare sheet 0a1b2c3d");
  g_assert_false (care_visit_was_on_paper (visit));

  /* It came out: a printer's word needs nobody who is signed in. */
  care_clinic_sign_out (fixture->clinic);
  assert_done (care_clinic_end_print (fixture->clinic, visit, error));
  g_assert_null (care_visit_get_print_queue (visit));
  g_assert_null (care_visit_get_print_title (visit));
  g_assert_true (care_visit_is_printed (visit));
  g_assert_true (care_visit_was_on_paper (visit));
}

/* The first is lost, its second is given up: nothing is on paper, and the sheet is owed. A copy of what is on paper is not. */
static void
test_given_up (ClinicFixture *fixture,
               gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_tested (fixture), CARE_VISIT_SESSION);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);

  clinic_answer (fixture, visit, NULL);
  clinic_treat (fixture, visit);
  assert_done (care_clinic_finish_at (fixture->clinic, visit, care_clock_now (fixture->clock), &clinician, error));
  assert_done (care_clinic_keep_sheet_at (fixture->clinic, visit, pdf, "en", FALSE, "gone", "Aftercare sheet 1", error));
  assert_done (care_clinic_keep_sheet_at (fixture->clinic, visit, pdf, "en", FALSE, "desk", "Aftercare sheet 2", error));
  g_assert_cmpstr (care_visit_get_print_queue (visit), ==, "desk");
  g_assert_false (care_visit_was_on_paper (visit));
  assert_done (care_clinic_owe_sheet (fixture->clinic, visit, error));
  g_assert_false (care_visit_is_printed (visit));
  g_assert_null (care_visit_get_print_title (visit));

  assert_done (care_clinic_keep_sheet (fixture->clinic, visit, pdf, "en", FALSE, error));
  assert_done (care_clinic_keep_sheet_at (fixture->clinic, visit, pdf, "en", FALSE, "desk", "Aftercare sheet 3", error));
  g_assert_true (care_visit_was_on_paper (visit));

  /* Given: whatever waits there still is not asked after. */
  assert_done (care_clinic_mark_given (fixture->clinic, visit, "patient", "en", FALSE, TRUE, error));
  g_assert_null (care_visit_get_print_title (visit));
  assert_done (care_clinic_owe_sheet (fixture->clinic, visit, error));
  g_assert_true (care_visit_is_printed (visit));
}

/* Nobody's sheet says so across its pages and at their top, and holds the words of a sheet; the store knows nothing of it. */
static void
test_test_page (ClinicFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheet) sheet = care_clinic_make_test_page (fixture->clinic, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (care_sheet_get_watermark (sheet, 0), ==, "TEST PAGE");
  text = care_sheet_to_text (sheet);
  g_assert_nonnull (strstr (text, "TEST PAGE"));
  g_assert_nonnull (strstr (text, "Test page of the printer. Not for a patient."));
  g_assert_nonnull (strstr (text, "No hot shower until"));
  g_assert_nonnull (strstr (text, "555-0199 EXAMPLE"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/paper/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("before", test_before);
  ADD ("after", test_after);
  ADD ("not-owners", test_not_owners);
  ADD ("copies", test_copies);
  ADD ("test-result", test_test_result);
  ADD ("test-page", test_test_page);
  ADD ("waiting", test_waiting);
  ADD ("given-up", test_given_up);
#undef ADD

  return g_test_run ();
}
