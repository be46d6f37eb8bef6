/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A real clinic approves its draft, language by language: who may, what the paper says, and the way back. */

#include <glib/gstdio.h>
#include <string.h>

#include "aftercare/care-sheet-heads.h"
#include "base/care-json.h"
#include "clinic/care-clinic-approve.h"
#include "clinic/care-clinic-own-forms.h"
#include "clinic/care-protocol-shelf.h"
#include "clinic/clinic-fixture.h"

static const CareSignature owner = { "staff-ines", "444444" };

static char *
dup_file (ClinicFixture *fixture)
{
  return g_build_filename (fixture->folder, "protocol.json", NULL);
}

/* The sample's settings as those of a real clinic: numbers that can be dialled, no PINs in the file. */
static CareClinicInfo *
make_info (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "sample", "clinic.json", NULL);
  g_autoptr (GRegex) numbers = g_regex_new ("555-(\\d+) EXAMPLE", 0, 0, NULL);
  g_autoptr (GRegex) pins = g_regex_new (", \"pin\": \"\\d+\"", 0, 0, NULL);
  g_autofree char *text = NULL;
  g_autofree char *dialled = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GString) real = NULL;
  g_autoptr (GError) failed = NULL;
  CareClinicInfo *info;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  dialled = g_regex_replace (numbers, text, -1, 0, "+34 910 55 \\1", 0, &failed);
  g_assert_no_error (failed);
  whole = g_regex_replace (pins, dialled, -1, 0, "", 0, &failed);
  g_assert_no_error (failed);
  real = g_string_new (whole);
  g_assert_cmpuint (g_string_replace (real, "\"sample\": true", "\"sample\": false", 1), ==, 1);
  info = care_clinic_info_new_from_text (real->str, -1, "clinic.json", &failed);
  g_assert_no_error (failed);

  return info;
}

/* The clinic's own draft in its own folder. */
static void
set_up (ClinicFixture *fixture,
        gconstpointer  data)
{
  g_autofree char *rules = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autofree char *own = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) draft = NULL;
  g_autoptr (GError) failed = NULL;

  clinic_set_up (fixture, data);
  own = dup_file (fixture);
  g_assert_true (g_file_get_contents (rules, &text, NULL, NULL));
  draft = g_string_new (text);
  g_assert_cmpuint (g_string_replace (draft, "\"status\": \"sample\"", "\"status\": \"draft\"", 1), ==, 1);
  g_assert_true (g_file_set_contents (own, draft->str, -1, NULL));
  g_clear_object (&fixture->protocol);
  fixture->protocol = care_protocol_load (own, &failed);
  g_assert_no_error (failed);
  g_clear_object (&fixture->info);
  fixture->info = make_info ();
  clinic_reopen (fixture);
}

static gboolean
says_not_approved (ClinicFixture *fixture,
                   CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareSheet) sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, &failed);
  const char *words;

  g_assert_no_error (failed);
  words = care_sheet_get_watermark (sheet, 0);

  return words != NULL && strcmp (words, "NOT APPROVED") == 0;
}

/* Not ready before it, ready after it, not ready again when it is withdrawn: nobody has to answer anything anew. */
static void
test_needle (ClinicFixture *fixture,
             gconstpointer  data)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  g_assert_true (care_visit_is_paper_stopped (visit));

  assert_done (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error));
  g_assert_true (care_visit_is_paper_stopped (visit));
  assert_done (care_clinic_approve_version (fixture->clinic, &owner, error));
  /* The box for another doctor is in the country's language. */
  g_assert_true (care_visit_is_paper_stopped (visit));
  assert_done (care_clinic_approve_language (fixture->clinic, "es", NULL, NULL, &owner, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);

  assert_done (care_clinic_withdraw_language (fixture->clinic, "en", &owner, error));
  g_assert_true (care_visit_is_paper_stopped (visit));
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_undo_approval (fixture->clinic, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  assert_refused (care_clinic_undo_approval (fixture->clinic, error), CARE_ERROR_REFUSED);
}

/* What is approved stays so after a restart, until one text of the language is edited. */
static void
test_edit (ClinicFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *own = dup_file (fixture);
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GString) edited = NULL;
  g_autoptr (GError) failed = NULL;
  const CareApproval *approval;
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  assert_done (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error));
  assert_done (care_clinic_approve_language (fixture->clinic, "es", NULL, NULL, &clinician, error));
  assert_done (care_clinic_approve_version (fixture->clinic, &clinician, error));
  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  clinic_treat (fixture, visit);
  g_assert_false (says_not_approved (fixture, visit));
  id = g_strdup (care_visit_get_id (visit));

  g_clear_object (&fixture->protocol);
  fixture->protocol = care_protocol_load (own, &failed);
  g_assert_no_error (failed);
  clinic_reopen (fixture);
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  g_assert_false (says_not_approved (fixture, visit));
  approval = care_protocol_get_approval (fixture->protocol, "en");
  g_assert_cmpstr (approval->approver, ==, "Lea Example");
  g_assert_cmpstr (approval->role, ==, "clinician");
  g_assert_cmpstr (approval->date, ==, "2026-11-23");

  g_assert_true (g_file_get_contents (own, &text, NULL, NULL));
  edited = g_string_new (text);
  g_assert_cmpuint (g_string_replace (edited, "No hot shower", "No long, hot shower", 1), ==, 1);
  g_assert_true (g_file_set_contents (own, edited->str, -1, NULL));

  /* Whoever still sees the former words approves nothing. */
  assert_refused (care_clinic_approve_language (fixture->clinic, "fr", NULL, NULL, &clinician, error), CARE_ERROR_CONFLICT);
  assert_refused (care_clinic_undo_approval (fixture->clinic, error), CARE_ERROR_REFUSED);

  g_clear_object (&fixture->protocol);
  fixture->protocol = care_protocol_load (own, &failed);
  g_assert_no_error (failed);
  clinic_reopen (fixture);
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  g_assert_true (says_not_approved (fixture, visit));
  g_assert_nonnull (care_protocol_get_approval (fixture->protocol, "es"));
}

/* As the desk opens it: what paper follows, and the draft beside it, if there is one. */
static void
open_as_desk (ClinicFixture *fixture)
{
  g_autofree char *own = dup_file (fixture);
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareProtocol) edited = care_protocol_load (own, &failed);
  g_autoptr (CareProtocol) in_force = NULL;

  g_assert_no_error (failed);
  in_force = care_protocol_shelf_choose (fixture->folder, edited, &failed);
  g_assert_no_error (failed);
  g_clear_object (&fixture->protocol);
  fixture->protocol = g_object_ref (in_force != NULL ? in_force : edited);
  clinic_reopen (fixture);
  if (in_force != NULL)
    care_clinic_set_draft (fixture->clinic, edited);
  else
    assert_done (care_protocol_shelf_settle (fixture->folder, edited, error));
}

static void
edit (ClinicFixture *fixture,
      const char    *find,
      const char    *replace)
{
  g_autofree char *own = dup_file (fixture);
  g_autofree char *text = NULL;
  g_autoptr (GString) edited = NULL;

  g_assert_true (g_file_get_contents (own, &text, NULL, NULL));
  edited = g_string_new (text);
  g_assert_cmpuint (g_string_replace (edited, find, replace, 1), ==, 1);
  g_assert_true (g_file_set_contents (own, edited->str, -1, NULL));
}

static gboolean
says (ClinicFixture *fixture,
      CareVisit     *visit,
      const char    *words)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareSheet) sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, &failed);
  g_autofree char *text = NULL;

  g_assert_no_error (failed);
  text = care_sheet_to_text (sheet);

  return strstr (text, words) != NULL;
}

/* English and Spanish are approved, and a visit has ended: its id. */
static char *
put_in_force (ClinicFixture *fixture)
{
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  assert_done (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error));
  assert_done (care_clinic_approve_language (fixture->clinic, "es", NULL, NULL, &clinician, error));
  assert_done (care_clinic_approve_version (fixture->clinic, &owner, error));
  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  clinic_treat (fixture, visit);

  return g_strdup (care_visit_get_id (visit));
}

/* Paper follows what was approved until the draft is approved as widely, and then the draft. */
static void
test_draft (ClinicFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *id = put_in_force (fixture);
  CareVisit *visit;

  edit (fixture, "No hot shower", "No long, hot shower");
  edit (fixture, "\"watch_minutes\": 15", "\"watch_minutes\": 20");
  open_as_desk (fixture);
  g_assert_nonnull (care_clinic_get_draft (fixture->clinic));
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  g_assert_false (says_not_approved (fixture, visit));
  g_assert_true (says (fixture, visit, "No hot shower"));
  g_assert_false (says (fixture, visit, "No long, hot shower"));

  assert_done (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error));
  g_assert_false (care_protocol_shelf_may_follow (fixture->protocol, care_clinic_get_draft (fixture->clinic)));
  assert_done (care_clinic_approve_version (fixture->clinic, &owner, error));
  g_assert_true (care_protocol_shelf_may_follow (fixture->protocol, care_clinic_get_draft (fixture->clinic)));
  g_assert_false (says (fixture, visit, "No long, hot shower"));

  open_as_desk (fixture);
  g_assert_null (care_clinic_get_draft (fixture->clinic));
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  g_assert_false (says_not_approved (fixture, visit));
  g_assert_true (says (fixture, visit, "No long, hot shower"));
}

/* One language that is approved today is enough to wait for; a language that nobody has approved is not. */
static void
test_draft_language (ClinicFixture *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = put_in_force (fixture);

  edit (fixture, "Sin ducha caliente", "Sin ducha muy caliente");
  open_as_desk (fixture);
  g_assert_nonnull (care_clinic_get_draft (fixture->clinic));
  g_assert_false (says_not_approved (fixture, care_clinic_lookup_visit (fixture->clinic, id, NULL)));
  assert_done (care_clinic_approve_language (fixture->clinic, "es", NULL, NULL, &clinician, error));
  open_as_desk (fixture);
  g_assert_null (care_clinic_get_draft (fixture->clinic));

  edit (fixture, "Keine heiße Dusche", "Keine lange heiße Dusche");
  open_as_desk (fixture);
  g_assert_null (care_clinic_get_draft (fixture->clinic));
}

/* What is in force can be stopped before its draft is ready, and that can be taken back. */
static void
test_draft_withdraw (ClinicFixture *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = put_in_force (fixture);
  CareVisit *visit;

  assert_refused (care_clinic_withdraw_in_force (fixture->clinic, &owner, error), CARE_ERROR_REFUSED);
  edit (fixture, "No hot shower", "No long, hot shower");
  open_as_desk (fixture);
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  assert_refused (care_clinic_withdraw_in_force (fixture->clinic, &receptionist, error), CARE_ERROR_REFUSED);
  g_assert_false (says_not_approved (fixture, visit));

  assert_done (care_clinic_withdraw_in_force (fixture->clinic, &owner, error));
  g_assert_true (says_not_approved (fixture, visit));
  assert_done (care_clinic_undo_approval (fixture->clinic, error));
  g_assert_false (says_not_approved (fixture, visit));

  assert_done (care_clinic_withdraw_in_force (fixture->clinic, &owner, error));
  open_as_desk (fixture);
  g_assert_null (care_clinic_get_draft (fixture->clinic));
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  g_assert_true (says_not_approved (fixture, visit));
  g_assert_true (says (fixture, visit, "No long, hot shower"));
}

/* Withdrawn without a draft, nothing is kept in force behind the clinic's back; nor by writing the kept file. */
static void
test_kept (ClinicFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *kept = care_protocol_shelf_dup_path (fixture->folder);
  g_autofree char *id = put_in_force (fixture);
  g_autofree char *text = NULL;
  g_autoptr (GString) written = NULL;

  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  assert_done (care_clinic_withdraw_version (fixture->clinic, &owner, error));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  assert_done (care_clinic_undo_approval (fixture->clinic, error));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));

  edit (fixture, "\"watch_minutes\": 15", "\"watch_minutes\": 20");
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  written = g_string_new (text);
  g_assert_cmpuint (g_string_replace (written, "\"watch_minutes\": 15", "\"watch_minutes\": 16", 1), ==, 1);
  g_assert_true (g_file_set_contents (kept, written->str, -1, NULL));
  open_as_desk (fixture);
  g_assert_null (care_clinic_get_draft (fixture->clinic));
  g_assert_true (says_not_approved (fixture, care_clinic_lookup_visit (fixture->clinic, id, NULL)));
}

/* A receptionist's PIN approves nothing, a wrong one neither, and the file stays as it was. */
static void
test_role (ClinicFixture *fixture,
           gconstpointer  data)
{
  static const CareSignature wrong = { "staff-lea", "999999" };
  g_autofree char *own = dup_file (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (own, &before, NULL, NULL));
  assert_refused (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &receptionist, error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_approve_version (fixture->clinic, &receptionist, error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &wrong, error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_approve_language (fixture->clinic, "ar", NULL, NULL, &clinician, error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_withdraw_language (fixture->clinic, "en", &clinician, error), CARE_ERROR_REFUSED);
  g_assert_true (g_file_get_contents (own, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);

  assert_done (care_clinic_approve_language (fixture->clinic, "ar", "Mona Example", NULL, &clinician, error));
  g_assert_cmpstr (care_protocol_get_approval (fixture->protocol, "ar")->reader, ==, "Mona Example");
  assert_refused (care_clinic_withdraw_language (fixture->clinic, "ar", &receptionist, error), CARE_ERROR_REFUSED);
}

/* A clinic without a file of its own gets a copy of the sample, which stays EXAMPLE; and loses it again by undo. */
static void
test_sample (ClinicFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *own = dup_file (fixture);
  g_autoptr (CareProtocol) kept = NULL;
  g_autoptr (GError) failed = NULL;

  assert_done (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error));
  assert_done (care_clinic_approve_version (fixture->clinic, &clinician, error));
  kept = care_protocol_load (own, &failed);
  g_assert_no_error (failed);
  g_assert_cmpint (care_protocol_get_status (kept), ==, CARE_PROTOCOL_SAMPLE);
  g_assert_nonnull (care_protocol_get_approval (kept, "en"));
  g_assert_nonnull (care_protocol_get_approval (fixture->protocol, "en"));

  g_unlink (own);
  assert_refused (care_clinic_undo_approval (fixture->clinic, error), CARE_ERROR_REFUSED);
}

static void
test_sample_undo (ClinicFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *own = dup_file (fixture);

  assert_done (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error));
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
  assert_done (care_clinic_undo_approval (fixture->clinic, error));
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_null (care_protocol_get_approval (fixture->protocol, "en"));
}

/* Where the file cannot be written nothing is approved. */
static void
test_disk (ClinicFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *own = dup_file (fixture);

  /* A folder stands where the file should be. */
  g_unlink (own);
  g_mkdir (own, 0700);
  assert_refused (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error), CARE_ERROR_ENVIRONMENT);
  g_assert_null (care_protocol_get_approval (fixture->protocol, "en"));
}

/* The clinic's own form in the place of the program's first visit; @text is what its file says. */
static void
use_in_place (ClinicFixture *fixture,
              const char    *name,
              const char    *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (CareNewForm) form = NULL;
  g_autoptr (GError) failed = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  form = care_clinic_examine_form (fixture->clinic, path, &failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_FIRST_VISIT, TRUE, &owner, error));
}

/* A version is approved for the forms that are asked: not while the clinic's own asks less than the program's. */
static void
test_own_form (ClinicFixture *fixture,
               gconstpointer  data)
{
  static const char *const sleep =
    "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"url\": \"https://clinic.example/q/sleep\", "
    "\"version\": \"1\", \"title\": \"Sleep\", \"language\": \"en\", "
    "\"item\": [{\"linkId\": \"sleep\", \"type\": \"string\", \"text\": \"How did you sleep?\"}]}";
  g_autofree char *ours = g_build_filename (g_getenv ("AFTERCARE_DATA"), "forms", "first-visit.json", NULL);
  g_autofree char *settings = g_build_filename (fixture->folder, "clinic.json", NULL);
  g_autofree char *own = dup_file (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) whole = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) failed = NULL;

  g_assert_true (g_file_get_contents (own, &before, NULL, NULL));
  use_in_place (fixture, "sleep-outside.json", sleep);
  g_assert_false (care_clinic_approve_version (fixture->clinic, &owner, &refused));
  g_assert_error (refused, CARE_ERROR, CARE_ERROR_REFUSED);
  g_assert_nonnull (strstr (refused->message, "no question of these forms feeds the rule '"));
  g_assert_true (g_file_get_contents (own, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);

  /* A language's texts are the protocol's, whichever form asks. */
  assert_done (care_clinic_approve_language (fixture->clinic, "en", NULL, NULL, &clinician, error));

  /* As the next start finds it. */
  g_clear_object (&fixture->info);
  fixture->info = care_clinic_info_load (settings, &failed);
  g_assert_no_error (failed);
  open_as_desk (fixture);
  assert_refused (care_clinic_approve_version (fixture->clinic, &owner, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_drop_form (fixture->clinic, "sleep-outside.json", CARE_OCCASION_FIRST_VISIT, &owner, error));

  /* The clinic's own that asks all that the program's asks. */
  g_assert_true (g_file_get_contents (ours, &text, NULL, NULL));
  whole = g_string_new (text);
  g_assert_cmpuint (g_string_replace (whole, "/first-visit\"", "/first-visit-of-ours\"", 1), ==, 1);
  use_in_place (fixture, "whole-outside.json", whole->str);
  assert_done (care_clinic_approve_version (fixture->clinic, &owner, error));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, up, func) g_test_add ("/clinic/approve/" name, ClinicFixture, NULL, up, func, clinic_tear_down)
  ADD ("needle", set_up, test_needle);
  ADD ("edit", set_up, test_edit);
  ADD ("draft", set_up, test_draft);
  ADD ("draft-language", set_up, test_draft_language);
  ADD ("draft-withdraw", set_up, test_draft_withdraw);
  ADD ("kept", set_up, test_kept);
  ADD ("role", set_up, test_role);
  ADD ("sample", clinic_set_up, test_sample);
  ADD ("sample-undo", clinic_set_up, test_sample_undo);
  ADD ("disk", set_up, test_disk);
  ADD ("own-form", set_up, test_own_form);

  return g_test_run ();
}
