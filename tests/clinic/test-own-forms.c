/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-own-forms.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "clinic/care-clinic-private.h"
#include "clinic/clinic-fixture.h"
#include "journal/care-envelope.h"
#include "protocol/care-rule.h"
#include "seal/care-seal-keys.h"

static const CareSignature owner = { "staff-ines", "444444" };

#define DIET "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"name\": \"Diet\", \"title\": \"Diet\", \"language\": \"en\"," \
             " \"item\": [{\"linkId\": \"meat\", \"type\": \"boolean\", \"text\": \"Do you eat meat?\"}]}"
#define INTAKE(version, text) \
  "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"url\": \"https://clinic.example/q/intake\", \"version\": \"" version "\"," \
  " \"title\": \"Short intake\", \"language\": \"en\", \"item\": [{\"linkId\": \"sleep\", \"type\": \"string\", \"text\": \"" text "\"}]}"

static char *
write_outside (ClinicFixture *fixture,
               const char    *name,
               const char    *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static CareNewForm *
examine (ClinicFixture *fixture,
         const char    *name,
         const char    *text)
{
  g_autofree char *path = write_outside (fixture, name, text);
  g_autoptr (GError) error = NULL;
  CareNewForm *form = care_clinic_examine_form (fixture->clinic, path, &error);

  g_assert_no_error (error);

  return form;
}

static void
use (ClinicFixture    *fixture,
     const char       *name,
     const char       *text,
     CareFormOccasion  occasion,
     gboolean          replaces)
{
  g_autoptr (CareNewForm) form = examine (fixture, name, text);

  assert_done (care_clinic_use_form (fixture->clinic, form, occasion, replaces, &owner, error));
}

/* As the next start finds it: settings and folder. */
static void
start_again (ClinicFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.json", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->info);
  fixture->info = care_clinic_info_load (path, &error);
  g_assert_no_error (error);
  clinic_reopen (fixture);
}

static GPtrArray *
forms_of (ClinicFixture *fixture,
          CareVisit     *visit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *forms = care_clinic_list_forms (fixture->clinic, visit, &error);

  g_assert_no_error (error);

  return forms;
}

static CareQuestionnaire *
find_form (GPtrArray  *forms,
           const char *title)
{
  for (guint i = 0; i < forms->len; i++)
    if (g_strcmp0 (care_questionnaire_get_title (g_ptr_array_index (forms, i), "en"), title) == 0)
      return g_ptr_array_index (forms, i);

  return NULL;
}

static void
answer_text (ClinicFixture     *fixture,
             CareVisit         *visit,
             CareQuestionnaire *form,
             const char        *link_id,
             const char        *text,
             gboolean           finished)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareResponse) response = care_clinic_continue_answers (fixture->clinic, visit, form, &failed);
  g_autoptr (CareValue) value = care_value_new_string (text);

  g_assert_no_error (failed);
  care_response_set_value (response, care_response_find (response, link_id), value);
  assert_done (care_clinic_keep_answers (fixture->clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY,
                                         finished, error));
}

/* A form without an address, asked at every visit: kept, asked, answered, read again after a start. */
static void
test_beside (ClinicFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (CareNewForm) form = examine (fixture, "My Diet (final).json", DIET);
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareResponse) read = NULL;
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autofree char *id = g_strdup (care_visit_get_id (visit));

  g_assert_cmpstr (form->file, ==, "my-diet-final-.json");
  g_assert_cmpint (form->given, ==, CARE_FORM_GIVEN_URL | CARE_FORM_GIVEN_VERSION);
  assert_refused (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_ANY_VISIT, FALSE, &receptionist, error),
                  CARE_ERROR_REFUSED);
  assert_done (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_ANY_VISIT, FALSE, &owner, error));

  forms = forms_of (fixture, visit);
  g_assert_cmpuint (forms->len, ==, 2);
  g_assert_true (find_form (forms, "Diet") == g_ptr_array_index (forms, 1));
  response = care_clinic_continue_answers (fixture->clinic, visit, g_ptr_array_index (forms, 1), &failed);
  g_assert_no_error (failed);
  care_response_set_value (response, care_response_find (response, "meat"), yes);
  assert_done (care_clinic_keep_answers (fixture->clinic, visit, response, CARE_ANSWER_FROM_PAPER, CARE_HELPER_NOBODY, TRUE, error));
  clinic_answer (fixture, visit, NULL);

  start_again (fixture);
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  again = forms_of (fixture, visit);
  g_assert_cmpuint (again->len, ==, 2);
  read = care_clinic_open_answers (fixture->clinic, visit, find_form (again, "Diet"), &clinician, &failed);
  g_assert_no_error (failed);
  g_assert_cmpint (care_node_get_state (care_response_find (read, "meat")), ==, CARE_ANSWER_YES);
  g_assert_null (care_response_get_former_version (read));
}

static gboolean
names_rule (GPtrArray  *rules,
            const char *id)
{
  for (guint i = 0; i < rules->len; i++)
    if (g_str_equal (((const CareRule *) g_ptr_array_index (rules, i))->id, id))
      return TRUE;

  return FALSE;
}

/* In the place of the program's own: before it is assigned, and at each visit after it, the missing questions are said. */
static void
test_replaced (ClinicFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (CareNewForm) form = examine (fixture, "intake.json", INTAKE ("1", "How did you sleep?"));
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) beside = care_clinic_list_unfed (fixture->clinic, form->form, CARE_OCCASION_FIRST_VISIT, FALSE, &failed);
  g_autoptr (GPtrArray) instead = care_clinic_list_unfed (fixture->clinic, form->form, CARE_OCCASION_FIRST_VISIT, TRUE, &failed);
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (CareReasons) reasons = NULL;
  CareVisit *visit;
  gboolean found = FALSE;

  g_autoptr (GPtrArray) day = care_clinic_list_unfed (fixture->clinic, form->form, CARE_OCCASION_DAY_CHECK, TRUE, &failed);

  g_assert_no_error (failed);
  g_assert_cmpuint (beside->len, ==, 0);
  g_assert_true (names_rule (day, "caffeine"));
  g_assert_true (names_rule (day, "lump"));
  g_assert_false (names_rule (day, "kidney"));
  g_assert_true (names_rule (instead, "pregnant"));
  g_assert_cmpuint (instead->len, >, 20);

  assert_done (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_FIRST_VISIT, TRUE, &clinician, error));
  visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  forms = forms_of (fixture, visit);
  g_assert_cmpuint (forms->len, ==, 1);
  answer_text (fixture, visit, g_ptr_array_index (forms, 0), "sleep", "well", TRUE);
  g_assert_cmpint (care_visit_get_word (visit), !=, CARE_WORD_READY);
  reasons = care_clinic_open_reasons (fixture->clinic, visit, &clinician, &failed);
  g_assert_no_error (failed);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reasons)); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (reasons), i);

      found = found || g_strcmp0 (care_reason_get_rule (reason), "pregnant") == 0;
    }
  g_assert_true (found);
}

/* Answered: an intake by whichever form, until the clinic's own is asked no more. */
static void
test_intake_counts (ClinicFixture *fixture,
                    gconstpointer  data)
{
  CarePatient *patient;
  CareVisit *visit;
  gboolean due = FALSE;
  g_autoptr (GPtrArray) forms = NULL;

  use (fixture, "intake.json", INTAKE ("1", "How did you sleep?"), CARE_OCCASION_FIRST_VISIT, TRUE);
  patient = clinic_patient (fixture);
  visit = clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
  forms = forms_of (fixture, visit);
  answer_text (fixture, visit, g_ptr_array_index (forms, 0), "sleep", "well", TRUE);
  assert_done (_care_clinic_is_intake_due (fixture->clinic, patient, care_clock_now (fixture->clock), &due, error));
  g_assert_false (due);
  assert_done (care_clinic_drop_form (fixture->clinic, "intake.json", CARE_OCCASION_FIRST_VISIT, &owner, error));
  assert_done (_care_clinic_is_intake_due (fixture->clinic, patient, care_clock_now (fixture->clock), &due, error));
  g_assert_true (due);
}

/* The patient's screen is told of which version the answers are and what is asked again. */
static void
assert_handed_over (ClinicFixture *fixture,
                    CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (&failed);
  g_autoptr (CareEnvelope) envelope = NULL;
  g_autoptr (JsonNode) wanted = json_from_string ("{\"version\":\"https://clinic.example/q/intake|1\"}", NULL);
  g_autoptr (CareQuestionnaire) form = NULL;
  g_autoptr (CareResponse) response = NULL;
  GPtrArray *problems;
  int envelope_fd;
  int journal_fd;

  g_assert_no_error (failed);
  assert_done (care_clinic_hand_over (fixture->clinic, visit, care_seal_keys_get_public (keys), &envelope_fd, &journal_fd, error));
  envelope = care_envelope_new_from_fd (envelope_fd, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (envelope->former->len, ==, 1);
  g_assert_true (json_node_equal (g_ptr_array_index (envelope->former, 0), wanted));
  form = care_questionnaire_new_from_node (g_ptr_array_index (envelope->forms, envelope->forms->len - 1), "envelope", &failed);
  g_assert_no_error (failed);
  response = care_response_new_from_node (form, g_ptr_array_index (envelope->responses, envelope->responses->len - 1), "envelope", &failed);
  g_assert_no_error (failed);
  care_response_set_former (response, wanted);
  problems = care_response_get_import_problems (response);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((CareProblem *) g_ptr_array_index (problems, 0))->kind, ==, CARE_PROBLEM_CHANGED);
  g_assert_true (((CareProblem *) g_ptr_array_index (problems, 0))->node == care_response_find (response, "sleep"));
  close (envelope_fd);
  close (journal_fd);
}

/* Begun on the one version and gone on with on the next: said, and the changed question is open again. */
static void
test_next_version (ClinicFixture *fixture,
                   gconstpointer  data)
{
  gboolean finished = GPOINTER_TO_INT (data);
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GError) failed = NULL;

  use (fixture, "intake.json", INTAKE ("1", "How did you sleep?"), CARE_OCCASION_ANY_VISIT, FALSE);
  before = forms_of (fixture, visit);
  g_assert_cmpuint (before->len, ==, 2);
  answer_text (fixture, visit, g_ptr_array_index (before, 1), "sleep", "well", finished);

  use (fixture, "intake.json", INTAKE ("2", "How many hours did you sleep?"), CARE_OCCASION_ANY_VISIT, FALSE);
  after = forms_of (fixture, visit);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (care_questionnaire_get_version (g_ptr_array_index (after, 1)), ==, "2");
  response = care_clinic_continue_answers (fixture->clinic, visit, g_ptr_array_index (after, 1), &failed);
  g_assert_no_error (failed);
  g_assert_cmpstr (care_response_get_former_version (response), ==, "https://clinic.example/q/intake|1");
  g_assert_cmpuint (care_node_get_n_answers (care_response_find (response, "sleep")), ==, 0);
  g_assert_cmpuint (care_response_get_import_problems (response)->len, ==, 1);
  assert_handed_over (fixture, visit);
}

static void
spoil (ClinicFixture *fixture,
       const char    *file)
{
  g_autofree char *path = g_build_filename (fixture->folder, "forms", file, NULL);

  g_assert_true (g_file_set_contents (path, "{\"resourceType\": \"Questionnaire\", \"item\": [", -1, NULL));
}

/* A file that is spoilt on the disk: what worked before is asked, and it is said. */
static void
test_spoilt (ClinicFixture *fixture,
             gconstpointer  data)
{
  CareVisit *visit;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) troubles = NULL;
  g_autoptr (GPtrArray) asked = NULL;

  use (fixture, "intake.json", INTAKE ("1", "How did you sleep?"), CARE_OCCASION_FIRST_VISIT, TRUE);
  spoil (fixture, "intake.json");
  start_again (fixture);
  assert_done (care_clinic_settle_forms (fixture->clinic, &troubles, error));
  g_assert_cmpuint (troubles->len, ==, 1);
  g_assert_nonnull (strstr (((GError *) g_ptr_array_index (troubles, 0))->message, "intake.json: /item"));
  visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  forms = forms_of (fixture, visit);
  g_assert_nonnull (find_form (forms, "Short intake"));
  asked = care_clinic_list_asked (fixture->clinic, CARE_OCCASION_FIRST_VISIT, NULL);
  g_assert_true (((CareAskedForm *) g_ptr_array_index (asked, 0))->replaced);
  g_assert_nonnull (((CareAskedForm *) g_ptr_array_index (asked, 1))->trouble);
}

/* Without a copy the program's own is asked: it asks all that screening needs. */
static void
test_never_worked (ClinicFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "forms", "last-good", "intake.json", NULL);
  CareVisit *visit;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) troubles = NULL;

  use (fixture, "intake.json", INTAKE ("1", "How did you sleep?"), CARE_OCCASION_FIRST_VISIT, TRUE);
  spoil (fixture, "intake.json");
  g_assert_cmpint (g_unlink (copy), ==, 0);
  start_again (fixture);
  assert_done (care_clinic_settle_forms (fixture->clinic, &troubles, error));
  g_assert_cmpuint (troubles->len, ==, 1);
  visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  forms = forms_of (fixture, visit);
  g_assert_cmpuint (forms->len, ==, 1);
  g_assert_null (find_form (forms, "Short intake"));
}

static guint
count_own (ClinicFixture    *fixture,
           CareFormOccasion  occasion)
{
  g_autoptr (GPtrArray) asked = care_clinic_list_asked (fixture->clinic, occasion, NULL);
  guint own = 0;

  for (guint i = 0; i < asked->len; i++)
    own += ((CareAskedForm *) g_ptr_array_index (asked, i))->file != NULL;

  return own;
}

static void
test_undo (ClinicFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) shelved = NULL;

  assert_refused (care_clinic_undo_forms (fixture->clinic, &owner, error), CARE_ERROR_REFUSED);
  use (fixture, "diet.json", DIET, CARE_OCCASION_DAY_CHECK, FALSE);
  g_assert_cmpuint (count_own (fixture, CARE_OCCASION_DAY_CHECK), ==, 1);
  assert_done (care_clinic_drop_form (fixture->clinic, "diet.json", CARE_OCCASION_DAY_CHECK, &owner, error));
  g_assert_cmpuint (count_own (fixture, CARE_OCCASION_DAY_CHECK), ==, 0);
  shelved = care_clinic_list_shelved (fixture->clinic);
  g_assert_cmpuint (shelved->len, ==, 1);
  assert_refused (care_clinic_drop_form (fixture->clinic, "diet.json", CARE_OCCASION_DAY_CHECK, &owner, error), CARE_ERROR_NOT_FOUND);
  assert_refused (care_clinic_undo_forms (fixture->clinic, &receptionist, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_undo_forms (fixture->clinic, &owner, error));
  g_assert_cmpuint (count_own (fixture, CARE_OCCASION_DAY_CHECK), ==, 1);
  start_again (fixture);
  g_assert_cmpuint (count_own (fixture, CARE_OCCASION_DAY_CHECK), ==, 1);
}

/* Two forms of one address and version would mix up their answers. */
static void
test_taken (ClinicFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *ours = g_build_filename (g_getenv ("AFTERCARE_DATA"), "forms", "first-visit.json", NULL);
  g_autofree char *other = write_outside (fixture, "other.json", INTAKE ("1", "Where did you sleep?"));
  g_autoptr (CareNewForm) same = NULL;
  g_autoptr (CareNewForm) again = NULL;
  g_autoptr (GError) failed = NULL;

  use (fixture, "intake.json", INTAKE ("1", "How did you sleep?"), CARE_OCCASION_ANY_VISIT, FALSE);
  assert_refused ((same = care_clinic_examine_form (fixture->clinic, other, error)) != NULL, CARE_ERROR_REFUSED);
  assert_refused ((same = care_clinic_examine_form (fixture->clinic, ours, error)) != NULL, CARE_ERROR_REFUSED);
  same = examine (fixture, "again.json", INTAKE ("1", "How did you sleep?"));
  g_assert_cmpstr (same->file, ==, "intake.json");
  g_assert_null (same->text);
  again = care_clinic_reexamine_form (fixture->clinic, "intake.json", &failed);
  g_assert_no_error (failed);
  g_assert_true (care_clinic_is_empty (fixture->clinic));
}

static void
test_no_consent (ClinicFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (CareNewForm) form = examine (fixture, "diet.json", DIET);

  assert_refused (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_CONSENT, TRUE, &owner, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_CONSENT, FALSE, &owner, error));
}

/* Settings that somebody is just editing are not written over. */
static void
test_broken_settings (ClinicFixture *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = write_outside (fixture, "clinic.json", "{\"format_version\": 1,");
  g_autoptr (CareNewForm) form = examine (fixture, "diet.json", DIET);
  g_autofree char *text = NULL;

  assert_refused (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_ANY_VISIT, FALSE, &owner, error), CARE_ERROR_INPUT);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{\"format_version\": 1,");
  g_assert_cmpuint (count_own (fixture, CARE_OCCASION_ANY_VISIT), ==, 0);
}

static void
test_faults (ClinicFixture *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *said;
  } faults[] = {
    { "", "form.json: /" },
    { "{\"resourceType\": \"Patient\"}", "form.json: /resourceType: " },
    { "{\"resourceType\": \"Questionnaire\", \"item\": {}}", "form.json: /item: " },
    { "[1]", "form.json: /" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = write_outside (fixture, "form.json", faults[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (CareNewForm) form = care_clinic_examine_form (fixture->clinic, path, &error);

      g_assert_null (form);
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, faults[i].said));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (ClinicFixture *, gconstpointer);
  } tests[] = {
    { "/clinic/own-forms/beside", test_beside },
    { "/clinic/own-forms/replaced", test_replaced },
    { "/clinic/own-forms/intake-counts", test_intake_counts },
    { "/clinic/own-forms/next-version", test_next_version },
    { "/clinic/own-forms/spoilt", test_spoilt },
    { "/clinic/own-forms/never-worked", test_never_worked },
    { "/clinic/own-forms/undo", test_undo },
    { "/clinic/own-forms/taken", test_taken },
    { "/clinic/own-forms/no-consent", test_no_consent },
    { "/clinic/own-forms/broken-settings", test_broken_settings },
    { "/clinic/own-forms/faults", test_faults },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ClinicFixture, NULL, clinic_set_up, tests[i].test, clinic_tear_down);
  g_test_add ("/clinic/own-forms/next-version-of-complete", ClinicFixture, GINT_TO_POINTER (TRUE), clinic_set_up, test_next_version,
              clinic_tear_down);

  return g_test_run ();
}
