/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <unistd.h>

#include "base/care-json.h"
#include "form-fixture.h"
#include "patient/care-patient-resources.h"
#include "screen-fixture.h"
#include "widgets/form/care-tile.h"

/* Answers that were begun on an older version of the form, from the desk's answers through the sealed envelope to what the patient sees. */

#define FORM(version, coffee, options) \
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"" version "\",\"status\":\"active\",\"language\":\"en\",\"item\":[" \
  "{\"linkId\":\"same\",\"text\":\"Do you smoke?\",\"type\":\"boolean\",\"required\":true}," \
  "{\"linkId\":\"words\",\"text\":\"" coffee "\",\"type\":\"boolean\",\"required\":true}," \
  "{\"linkId\":\"gone\",\"text\":\"Which one?\",\"type\":\"choice\",\"required\":true,\"answerOption\":[" options "]}]}"
#define OPTION(code, display) "{\"valueCoding\":{\"code\":\"" code "\",\"display\":\"" display "\"}}"
#define FORMER FORM ("1", "Have you had coffee?", OPTION ("a", "Ant") "," OPTION ("b", "Bee"))
#define NOW FORM ("2", "Have you had coffee since noon?", OPTION ("b", "Bee") "," OPTION ("c", "Cow"))
#define ANSWERS "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"https://x.example/f|1\",\"status\":\"in-progress\",\"item\":[" \
  "{\"linkId\":\"same\",\"text\":\"Do you smoke?\",\"answer\":[{\"valueBoolean\":true}]}," \
  "{\"linkId\":\"words\",\"text\":\"Have you had coffee?\",\"answer\":[{\"valueBoolean\":true}]}," \
  "{\"linkId\":\"gone\",\"text\":\"Which one?\",\"answer\":[{\"valueCoding\":{\"code\":\"a\",\"display\":\"Ant\"}}]}]}"
#define CHANGED "This question is new or reads differently now."
#define OLDER "You gave some of these answers on an older form."

static CareQuestionnaire *
load (const char *text)
{
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_new_from_text (text, -1, "form", &error);

  g_assert_no_error (error);

  return form;
}

/* What the desk knows of the answers goes into the envelope, and through its file. */
static void
open_older (Screen        *screen,
            gconstpointer  application,
            const char    *former_text)
{
  g_autoptr (CareQuestionnaire) former = load (former_text);
  g_autoptr (CareQuestionnaire) now = load (NOW);
  g_autoptr (JsonNode) answers = json_from_string (ANSWERS, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) response = care_response_new_from_former (now, former, answers, "answers", &error);
  CareEnvelope *envelope;
  JsonNode *told;
  int fd;

  g_assert_no_error (error);
  *screen = (Screen) { .fixture = patient_fixture_new (NOW) };
  envelope = screen->fixture->envelope;
  g_ptr_array_add (envelope->responses, care_response_to_node (response));
  told = care_response_dup_former (response);
  g_assert_nonnull (told);
  g_ptr_array_add (envelope->former, told);
  fd = care_envelope_to_fd (envelope, &error);
  g_assert_no_error (error);
  screen->fixture->envelope = care_envelope_new_from_fd (fd, &error);
  g_assert_no_error (error);
  close (fd);
  care_envelope_free (envelope);
  screen_open_window (screen, application, 100, 200);
}

static gboolean
says (Screen     *screen,
      const char *words)
{
  g_autofree char *text = form_fixture_read (screen->window);

  return strstr (text, words) != NULL;
}

static gboolean
is_ticked (Screen     *screen,
           const char *text)
{
  GtkWidget *tile = form_fixture_find (screen->window, CARE_TYPE_TILE, text);

  g_assert_nonnull (tile);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile));
}

static void
pass_page (Screen     *screen,
           const char *question,
           const char *answer,
           gboolean    changed)
{
  screen_assert_place (screen, CARE_PLACE_FORM);
  screen_assert_says (screen, question);
  g_assert_cmpint (says (screen, CHANGED), ==, changed);
  if (changed)
    {
      /* Not answered, and not to be passed by. */
      g_assert_false (is_ticked (screen, answer));
      screen_press (screen, "Next");
      screen_assert_says (screen, question);
      screen_press (screen, answer);
    }
  screen_press (screen, "Next");
}

/* What stayed as it was stands; what reads differently says so, is open, and has to be answered; the review says it once. */
static void
test_asked_again (gconstpointer application)
{
  Screen screen;
  CareResponse *response;

  open_older (&screen, application, FORMER);
  screen_pass_birth_date (&screen);
  response = care_patient_session_get_response (screen.fixture->session, 0);
  g_assert_cmpuint (care_node_get_n_answers (care_response_find (response, "same")), ==, 1);
  if (says (&screen, "Do you smoke?"))
    pass_page (&screen, "Do you smoke?", "Yes", FALSE);
  pass_page (&screen, "Have you had coffee since noon?", "No", TRUE);
  pass_page (&screen, "Which one?", "Cow", TRUE);
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  screen_assert_says (&screen, OLDER);
  screen_assert_says (&screen, "Cow");
  g_assert_false (says (&screen, CHANGED));

  /* Once answered it is a question like any other. */
  screen_press (&screen, "Back");
  screen_assert_says (&screen, "Which one?");
  g_assert_false (says (&screen, CHANGED));
  g_assert_true (is_ticked (&screen, "Cow"));
  screen_close (&screen);
}

/* Answers to this very version say nothing of it. */
static void
test_same_version (gconstpointer application)
{
  Screen screen;

  screen_open_form (&screen, application, NOW);
  screen_pass_birth_date (&screen);
  g_assert_false (says (&screen, CHANGED));
  screen_press (&screen, "No");
  screen_press (&screen, "Next");
  g_assert_false (says (&screen, CHANGED));
  screen_press (&screen, "No");
  screen_press (&screen, "Next");
  screen_press (&screen, "Bee");
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  g_assert_false (says (&screen, OLDER));
  screen_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  g_resources_register (care_patient_get_resource ());
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/org/aftercare/Aftercare/Patient",
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_data_func ("/older/asked-again", application, test_asked_again);
  g_test_add_data_func ("/older/same-version", application, test_same_version);

  return g_test_run ();
}
