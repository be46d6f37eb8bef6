/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-own-forms.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-sample-answers.h"
#include "desk/forms/care-forms-page.h"
#include "desk/forms/care-new-form-page.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/visit/care-visit-page.h"
#include "form/care-questionnaire.h"
#include "widgets/form/care-form-view.h"

#define DIET \
  "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"name\": \"Diet\", \"title\": \"What you eat\", \"language\": \"en\", \"item\": [" \
  "{\"linkId\": \"meat\", \"type\": \"boolean\", \"text\": \"Do you eat meat?\"}," \
  "{\"linkId\": \"bmi\", \"type\": \"decimal\", \"text\": \"Body mass index\", \"extension\": [{\"url\": " \
  "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\", \"valueExpression\": " \
  "{\"language\": \"text/fhirpath\", \"expression\": \"1\"}}]}]}"

static GtkWidget *
page_of (DeskFixture *desk)
{
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static GtkWidget *
open_page (DeskFixture *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.forms", NULL);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_FORMS_PAGE (page_of (desk)));
  return page_of (desk);
}

static GtkWidget *
look_at (DeskFixture *desk,
         const char  *text)
{
  g_autofree char *path = g_build_filename (desk->folder, "diet.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.new-form", "s", path);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_NEW_FORM_PAGE (page_of (desk)));
  return page_of (desk);
}

/* Nothing of the clinic's own: said, with Aftercare's forms below. */
static void
test_empty (DeskFixture  *desk,
            gconstpointer sample)
{
  GtkWidget *page = open_page (desk);

  g_assert_true (desk_fixture_shows (page, "No form of your own yet"));
  g_assert_true (desk_fixture_shows (page, "At the first visit"));
  g_assert_true (desk_fixture_shows (page, "Aftercare's own"));
  g_assert_nonnull (desk_fixture_find_button (page, "Add a form"));
  g_assert_null (desk_fixture_find_button (page, "Ask it no more"));
}

/* Looked at, signed by the owner, asked, taken back by Undo, asked no more. */
static void
test_add (DeskFixture  *desk,
          gconstpointer sample)
{
  GtkWidget *page;

  open_page (desk);
  page = look_at (desk, DIET);
  g_assert_true (desk_fixture_shows (page, "What you eat"));
  g_assert_true (desk_fixture_shows (page, "urn:uuid:"));
  g_assert_true (desk_fixture_shows (page, "bmi: not supported: a calculated value; to be typed instead"));
  g_assert_true (desk_fixture_shows (page, "Do you eat meat?"));
  g_assert_true (desk_fixture_shows (page, "Not all of the form is in"));
  g_assert_nonnull (desk_fixture_find (page, CARE_TYPE_FORM_VIEW));
  g_assert_true (desk_fixture_shows (page, "without it this is no consent"));

  desk_fixture_press (page, "Ask it here");
  g_assert_null (desk_fixture_find_button (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG), "Rosa"));
  desk_fixture_sign ("Ines", "444444");
  desk_fixture_settle ();
  page = page_of (desk);
  g_assert_true (CARE_IS_FORMS_PAGE (page));
  g_assert_true (desk_fixture_shows (page, "What you eat"));
  g_assert_true (desk_fixture_shows (page, "At every visit"));
  g_assert_true (desk_fixture_shows (page, "Asked as well"));
  g_assert_false (desk_fixture_shows (page, "No form of your own yet"));

  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  desk_fixture_sign ("Ines", "444444");
  desk_fixture_settle ();
  g_assert_false (desk_fixture_shows (page, "Asked as well"));
  g_assert_true (desk_fixture_shows (page, "Not asked now"));

  desk_fixture_press (page, "Look at it");
  page = page_of (desk);
  desk_fixture_press (page, "Ask it here");
  desk_fixture_sign ("Lea", "222222");
  desk_fixture_settle ();
  desk_fixture_press (page_of (desk), "Ask it no more");
  desk_fixture_sign ("Ines", "444444");
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (page_of (desk), "Not asked now"));
}

/* What screening would miss stands there before anything is signed. */
static void
test_missing (DeskFixture  *desk,
              gconstpointer sample)
{
  GtkWidget *page;
  GtkWidget *which;

  open_page (desk);
  page = look_at (desk, DIET);
  g_assert_true (desk_fixture_shows (page, "At the first visit, instead of Aftercare's form"));
  g_assert_true (desk_fixture_shows (page, "questions that nobody would ask then"));
  which = desk_fixture_find (page, GTK_TYPE_EXPANDER);
  g_assert_nonnull (which);
  gtk_expander_set_expanded (GTK_EXPANDER (which), TRUE);
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (which, "Pregnan"));
}

static void
use (DeskFixture *desk,
     const char  *name,
     const char  *text)
{
  const CareSignature owner = { "staff-ines", "444444" };
  g_autofree char *path = g_build_filename (desk->folder, name, NULL);
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (CareNewForm) form = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  form = care_clinic_examine_form (clinic, path, &error);
  g_assert_no_error (error);
  g_assert_true (care_clinic_use_form (clinic, form, CARE_OCCASION_ANY_VISIT, FALSE, &owner, &error));
  g_assert_no_error (error);
}

static GtkWidget *
open_visit (DeskFixture *desk,
            CareVisit   *visit)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  return page_of (desk);
}

/* What cannot be done is said before the first hand-over, and not again. */
static void
test_told (DeskFixture  *desk,
           gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  GtkWidget *page;

  use (desk, "diet.json", DIET);
  page = open_visit (desk, visit);
  g_assert_true (desk_fixture_shows (page, "bmi: not supported: a calculated value"));
  desk_fixture_press (page, "Ask aloud");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  page = open_visit (desk, visit);
  g_assert_true (desk_fixture_shows (page, "How do they answer?"));
  g_assert_false (desk_fixture_shows (page, "not supported"));
}

/* A form of another FHIR version is said to be one, once, and can be asked. */
static void
test_other_version (DeskFixture  *desk,
                    gconstpointer sample)
{
  GtkWidget *page;

  open_page (desk);
  page = look_at (desk, "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"title\": \"Drinks\", \"language\": \"en\","
                        " \"versionAlgorithmString\": \"semver\", \"item\": [{\"linkId\": \"drink\", \"type\": \"coding\", \"text\": \"Which?\","
                        " \"answerOption\": [{\"valueCoding\": {\"code\": \"a\", \"display\": \"Tea\"}},"
                        " {\"valueCoding\": {\"code\": \"a\", \"display\": \"Coffee\"}}]}]}");
  g_assert_true (desk_fixture_shows (page, "The whole form: the form is of FHIR R5, not R4"));
  g_assert_true (desk_fixture_shows (page, "drink: two choices have the code 'a'"));
  g_assert_true (desk_fixture_shows (page, "Coffee"));
  g_assert_nonnull (desk_fixture_find_button (page, "Ask it here"));
}

/* Before the device goes to somebody who does not read a form's language, the desk hears it. */
static void
test_other_language (DeskFixture  *desk,
                     gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CarePatient *patient = care_visit_get_patient (visit);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  use (desk, "diet.json", DIET);
  g_assert_true (care_clinic_set_contact (clinic, patient, NULL, "ar", 0, &error));
  g_assert_no_error (error);
  page = open_visit (desk, visit);
  g_assert_true (desk_fixture_shows (page, "Not in Arabic: shown in English"));
  g_assert_true (care_clinic_set_contact (clinic, patient, NULL, "en", 0, &error));
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  page = open_visit (desk, visit);
  g_assert_true (desk_fixture_shows (page, "How do they answer?"));
  g_assert_false (desk_fixture_shows (page, "Not in"));
}

#define PHOTO(version, text) \
  "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"url\": \"https://clinic.example/q/photo\", \"version\": \"" version "\"," \
  " \"title\": \"Pictures\", \"language\": \"en\", \"item\": [{\"linkId\": \"photo\", \"type\": \"attachment\", \"text\": \"A picture of the skin\"}," \
  " {\"linkId\": \"where\", \"type\": \"string\", \"text\": \"" text "\"}]}"

/* All but the form called @but. */
static void
answer_all (DeskFixture *desk,
            CareVisit   *visit,
            const char  *but)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = care_clinic_list_open_forms (clinic, visit, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);
      g_autoptr (CareResponse) response = care_clinic_continue_answers (clinic, visit, form, &error);
      g_autoptr (CareValue) where = care_value_new_string ("left arm");

      g_assert_no_error (error);
      if (g_strcmp0 (care_questionnaire_get_title (form, "en"), but) == 0)
        continue;
      care_sample_answer (response, NULL);
      if (care_response_find (response, "where") != NULL)
        care_response_set_value (response, care_response_find (response, "where"), where);
      g_assert_true (care_clinic_keep_answers (clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, TRUE, &error));
      g_assert_no_error (error);
    }
}

static GtkWidget *
open_intake (DeskFixture *desk,
             CareVisit   *visit)
{
  GtkWidget *page = open_visit (desk, visit);

  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_INTAKE);
  desk_fixture_settle ();
  return page;
}

/* A file that nobody can give on a screen waits at the desk until somebody ticks it. */
static void
test_staff_items (DeskFixture  *desk,
                  gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  GtkWidget *page;

  use (desk, "photo.json", PHOTO ("1", "Where is it?"));
  answer_all (desk, visit, NULL);
  page = open_intake (desk, visit);
  g_assert_true (desk_fixture_shows (page, "Staff do this with the patient"));
  g_assert_true (desk_fixture_shows (page, "A picture of the skin"));
  g_assert_true (desk_fixture_shows (page, "Pictures · photo"));
  g_assert_false (desk_fixture_shows (page, "left arm"));
  g_assert_true (desk_fixture_shows (page, "To do"));
  desk_fixture_press (page, "It is done");
  g_assert_true (desk_fixture_shows (page, "Seen to"));
  g_assert_false (desk_fixture_shows (page, "To do"));
  desk_fixture_press (page, "Not yet");
  g_assert_true (desk_fixture_shows (page, "To do"));
}

/* Answers of a former version are shown as such; what is gone on with says which questions are asked again. */
static void
test_former (DeskFixture  *desk,
             gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareValue) where = care_value_new_string ("left arm");
  GtkWidget *page;

  use (desk, "photo.json", PHOTO ("1", "Where is it?"));
  before = care_clinic_list_open_forms (clinic, visit, NULL);
  response = care_clinic_continue_answers (clinic, visit, g_ptr_array_index (before, before->len - 1), NULL);
  care_response_set_value (response, care_response_find (response, "where"), where);
  g_assert_true (care_clinic_keep_answers (clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, TRUE, NULL));

  /* The question reads differently: it is open again, and that is said where it is asked. */
  use (desk, "photo.json", PHOTO ("2", "On which side is it?"));
  answer_all (desk, visit, "Pictures");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  page = open_visit (desk, visit);
  desk_fixture_press (page, "Ask aloud");
  desk_fixture_press (page, "Nobody");
  g_assert_true (desk_fixture_shows (page, "Begun on version 1; now it is version 2"));
  g_assert_true (desk_fixture_shows (page, "These questions have changed and are asked again:"));
  g_assert_true (desk_fixture_shows (page, "On which side is it?"));
  answer_all (desk, visit, NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();

  /* Another letter elsewhere: the answers count, and the list says of which version they are. */
  use (desk, "photo.json", PHOTO ("3", "On which side is it?"));
  page = open_intake (desk, visit);
  g_assert_true (desk_fixture_shows (page, "Answered on version 2; now it is version 3"));
}

/* The first fault, with its place, in words; nothing to press. */
static void
test_fault (DeskFixture  *desk,
            gconstpointer sample)
{
  GtkWidget *page;

  open_page (desk);
  page = look_at (desk, "{\"resourceType\": \"Questionnaire\",\n \"item\": [{\"linkId\": \"a\"},]}");
  g_assert_true (desk_fixture_shows (page, "diet.json cannot be asked"));
  g_assert_true (desk_fixture_shows (page, "At /item/"));
  g_assert_true (desk_fixture_shows (page, "line 2: a comma stands before the end of the list"));
  g_assert_null (desk_fixture_find_button (page, "Ask it here"));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/forms/empty", test_empty },
    { "/desk/forms/add", test_add },
    { "/desk/forms/missing", test_missing },
    { "/desk/forms/fault", test_fault },
    { "/desk/forms/told", test_told },
    { "/desk/forms/other-version", test_other_version },
    { "/desk/forms/other-language", test_other_language },
    { "/desk/forms/staff-items", test_staff_items },
    { "/desk/forms/former", test_former },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}
