/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What stands on a screen beside the questions themselves: headings, words, what repeats, what changed since. */

#include <string.h>

#include "form-fixture.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-instance-bar.h"
#include "widgets/form/care-tile.h"

#define HL7 "http://hl7.org/fhir/StructureDefinition/"

typedef struct
{
  CareFormContext *context;
  CareResponse    *response;
  GtkWidget       *view;
  GtkWidget       *window;
} Screen;

static void
open_response (Screen       *screen,
               CareResponse *response)
{
  screen->context = form_fixture_context ("en");
  screen->response = response;
  screen->view = care_form_view_new (screen->context, screen->response);
  screen->window = form_fixture_show (screen->view);
}

static void
open_screen (Screen     *screen,
             const char *items)
{
  open_response (screen, form_fixture_response (items));
}

static void
close_screen (Screen *screen)
{
  gtk_window_destroy (GTK_WINDOW (screen->window));
  form_fixture_turn ();
  g_assert_finalize_object (screen->response);
  g_assert_finalize_object (screen->context);
}

static guint
count (Screen     *screen,
       const char *words)
{
  g_autofree char *text = form_fixture_read (screen->view);
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;

  return n;
}

static void
assert_says (Screen     *screen,
             const char *words)
{
  if (count (screen, words) == 0)
    g_error ("\"%s\" is not on the page", words);
}

static const char *
get_entry (Screen *screen,
           guint   n)
{
  return gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (screen->view, GTK_TYPE_ENTRY, n)));
}

static void
set_entry (Screen     *screen,
           guint       n,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (screen->view, GTK_TYPE_ENTRY, n)), text);
  form_fixture_turn ();
}

/* The focus is on @widget or in it. */
static void
assert_focus (Screen    *screen,
              GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (screen->window));

  g_assert_nonnull (focus);
  g_assert_true (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_titles (void)
{
  Screen screen;

  open_screen (&screen,
               "[{\"linkId\":\"g\",\"type\":\"group\",\"prefix\":\"A.\",\"text\":\"Group\",\"item\":["
               "{\"linkId\":\"d\",\"type\":\"display\",\"prefix\":\"(i)\",\"text\":\"Words\"},"
               "{\"linkId\":\"q\",\"type\":\"string\",\"prefix\":\"1.\",\"text\":\"Text\"},"
               "{\"linkId\":\"r\",\"type\":\"string\",\"extension\":[{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/"
               "sdc-questionnaire-shortText\",\"valueString\":\"Short\"}]},"
               "{\"linkId\":\"s\",\"type\":\"string\",\"code\":[{\"system\":\"https://x.example/c\",\"code\":\"c\",\"display\":\"Coded\"}]}]}]");
  assert_says (&screen, "A. Group");
  assert_says (&screen, "(i) Words");
  assert_says (&screen, "1. Text");
  assert_says (&screen, "Short");
  assert_says (&screen, "Coded");
  close_screen (&screen);
}

/* What is not in the chosen language says in which it is, once a page; what is in it says nothing. */
static void
test_other_language (void)
{
  static const char *const text =
    "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"url\":\"https://x.example/f\",\"language\":\"de\",\"item\":["
    "{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Gruppe\",\"item\":["
    "{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"Warum?\"},{\"linkId\":\"b\",\"type\":\"string\",\"text\":\"Wie?\"}]}]}";
  static const char *const languages[] = { "en", "de" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "test", &error);
      Screen screen = { 0 };

      g_assert_no_error (error);
      screen.context = form_fixture_context (languages[i]);
      screen.response = care_response_new (form);
      screen.view = care_form_view_new (screen.context, screen.response);
      screen.window = form_fixture_show (screen.view);
      assert_says (&screen, "Warum?");
      g_assert_cmpuint (count (&screen, "This is only in \u2068German\u2069."), ==, i == 0 ? 1 : 0);
      g_assert_cmpuint (count (&screen, "Das gibt es nur auf"), ==, 0);
      close_screen (&screen);
    }
}

/* Days and times to choose from stand there as people write them. */
static void
test_days_to_choose (void)
{
  Screen screen;
  GtkWidget *tile;

  open_screen (&screen,
               "[{\"linkId\":\"q\",\"type\":\"date\",\"text\":\"Which day?\",\"answerOption\":["
               "{\"valueDate\":\"2026-11-23\"},{\"valueDate\":\"2026-11-24\"}]}]");
  tile = form_fixture_find (screen.view, CARE_TYPE_TILE, "24 November 2026");
  g_assert_nonnull (tile);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), TRUE);
  form_fixture_turn ();
  g_assert_cmpstr (care_value_get_text (care_node_get_value (care_response_find (screen.response, "q"))), ==, "2026-11-24");
  close_screen (&screen);
}

/* Two choices with one code are two tiles, each ticked by its own tap. */
static void
test_one_code (void)
{
  Screen screen;
  GtkWidget *mild;
  GtkWidget *strong;

  open_screen (&screen,
               "[{\"linkId\":\"q\",\"type\":\"choice\",\"repeats\":true,\"text\":\"Which?\",\"answerOption\":["
               "{\"valueCoding\":{\"code\":\"a\",\"display\":\"Mild\"}},{\"valueCoding\":{\"code\":\"a\",\"display\":\"Strong\"}}]}]");
  mild = form_fixture_find (screen.view, CARE_TYPE_TILE, "Mild");
  strong = form_fixture_find (screen.view, CARE_TYPE_TILE, "Strong");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (strong), TRUE);
  form_fixture_turn ();
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (mild)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (strong)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mild), TRUE);
  form_fixture_turn ();
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (strong)));
  g_assert_cmpuint (care_node_get_n_answers (care_response_find (screen.response, "q")), ==, 2);
  close_screen (&screen);
}

static void
test_support_link (void)
{
  Screen screen;

  open_screen (&screen,
               "[{\"linkId\":\"q\",\"type\":\"boolean\",\"text\":\"Question?\",\"extension\":[{\"url\":\"" HL7
               "questionnaire-supportLink\",\"valueUri\":\"https://x.example/page\"}]}]");
  assert_says (&screen, "Staff can show you more about this.");
  g_assert_cmpuint (count (&screen, "x.example"), ==, 0);
  g_assert_null (form_fixture_nth (screen.view, GTK_TYPE_LINK_BUTTON, 0));
  close_screen (&screen);
}

/* What stands under one of several answers says whose it is. */
static void
test_under_answers (void)
{
  Screen screen;

  open_screen (&screen,
               "[{\"linkId\":\"q\",\"type\":\"choice\",\"repeats\":true,\"text\":\"Which?\",\"answerOption\":["
               "{\"valueCoding\":{\"code\":\"a\",\"display\":\"Apples\"}},{\"valueCoding\":{\"code\":\"b\",\"display\":\"Beans\"}}],"
               "\"item\":[{\"linkId\":\"much\",\"type\":\"integer\",\"text\":\"How many?\"}]}]");
  form_fixture_press (screen.view, "Apples");
  g_assert_cmpuint (count (&screen, "How many?"), ==, 1);
  g_assert_cmpuint (count (&screen, "Apples"), ==, 1);
  form_fixture_press (screen.view, "Beans");
  g_assert_cmpuint (count (&screen, "How many?"), ==, 2);
  g_assert_cmpuint (count (&screen, "Apples"), ==, 2);
  g_assert_cmpuint (count (&screen, "Beans"), ==, 2);
  close_screen (&screen);
}

#define AT_MOST_TWO \
  "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs\",\"valueInteger\":2}]"
#define FULL "You can add up to \u20682\u2069 here. If there is more, please tell staff."

/* At the form's bound the button gives way to words, and comes back with the room. */
static void
test_answers_full (void)
{
  Screen screen;

  open_screen (&screen, "[{\"linkId\":\"q\",\"type\":\"string\",\"repeats\":true,\"text\":\"Names\"," AT_MOST_TWO "}]");
  set_entry (&screen, 0, "one");
  g_assert_cmpuint (count (&screen, FULL), ==, 0);
  form_fixture_press (screen.view, "Add another");
  g_assert_cmpuint (count (&screen, FULL), ==, 1);
  g_assert_null (form_fixture_find (screen.view, GTK_TYPE_BUTTON, "Add another"));
  form_fixture_press (screen.view, "Remove");
  g_assert_cmpuint (count (&screen, FULL), ==, 0);
  g_assert_nonnull (form_fixture_find (screen.view, GTK_TYPE_BUTTON, "Add another"));
  close_screen (&screen);
}

static void
test_groups_full (void)
{
  Screen screen;

  open_screen (&screen, "[{\"linkId\":\"g\",\"type\":\"group\",\"repeats\":true,\"text\":\"Medicines\"," AT_MOST_TWO ","
               "\"item\":[{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Name\"}]}]");
  g_assert_cmpuint (count (&screen, FULL), ==, 0);
  form_fixture_press (screen.view, "Add another");
  g_assert_cmpuint (count (&screen, FULL), ==, 1);
  g_assert_null (form_fixture_find (screen.view, GTK_TYPE_BUTTON, "Add another"));
  form_fixture_press (screen.view, "Remove");
  g_assert_cmpuint (count (&screen, FULL), ==, 0);
  g_assert_nonnull (form_fixture_find (screen.view, GTK_TYPE_BUTTON, "Add another"));
  close_screen (&screen);
}

static void
test_answers_move (void)
{
  Screen screen;
  CareNode *node;

  open_screen (&screen, "[{\"linkId\":\"q\",\"type\":\"string\",\"repeats\":true,\"text\":\"Names\"}]");
  node = care_response_find (screen.response, "q");
  /* One answer alone cannot be moved. */
  g_assert_null (form_fixture_find (screen.view, GTK_TYPE_BUTTON, "Remove"));
  set_entry (&screen, 0, "one");
  form_fixture_press (screen.view, "Add another");
  assert_focus (&screen, form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 1));
  set_entry (&screen, 1, "two");
  form_fixture_press (screen.view, "Add another");
  set_entry (&screen, 2, "three");

  form_fixture_press (screen.view, "↓");
  g_assert_cmpstr (get_entry (&screen, 0), ==, "two");
  g_assert_cmpstr (get_entry (&screen, 1), ==, "one");
  g_assert_cmpstr (care_value_get_text (care_node_get_answer (node, 0)), ==, "two");
  g_assert_cmpstr (care_value_get_text (care_node_get_answer (node, 1)), ==, "one");
  /* At the end the button that moves it further is gone, and the focus is on the one that moves it back. */
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (screen.window)), "clicked");
  form_fixture_turn ();
  g_assert_cmpstr (get_entry (&screen, 2), ==, "one");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (screen.window)))), ==, "↑");
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (screen.window)), "clicked");
  form_fixture_turn ();
  g_assert_cmpstr (get_entry (&screen, 1), ==, "one");

  form_fixture_press (screen.view, "Remove");
  g_assert_cmpstr (get_entry (&screen, 0), ==, "one");
  g_assert_cmpuint (care_node_get_n_answers (node), ==, 2);
  assert_focus (&screen, form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 0));
  close_screen (&screen);
}

static void
test_instances_move (void)
{
  Screen screen;
  CareNode *root;

  open_screen (&screen,
               "[{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Medicines\",\"repeats\":true,\"item\":["
               "{\"linkId\":\"name\",\"type\":\"string\",\"text\":\"Name\"}]}]");
  root = care_response_get_root (screen.response);
  set_entry (&screen, 0, "one");
  form_fixture_press (screen.view, "Add another");
  assert_focus (&screen, form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 1));
  set_entry (&screen, 1, "two");
  form_fixture_press (screen.view, "Add another");
  assert_focus (&screen, form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 2));

  form_fixture_press (screen.view, "Move down");
  g_assert_cmpstr (get_entry (&screen, 1), ==, "one");
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (screen.window)), "clicked");
  form_fixture_turn ();
  g_assert_cmpstr (get_entry (&screen, 2), ==, "one");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (screen.window)))), ==, "Move up");

  form_fixture_press (screen.view, "Remove");
  g_assert_cmpuint (care_node_get_n_children (root, 0), ==, 2);
  assert_focus (&screen, form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 0));
  close_screen (&screen);
}

/* Where the focus goes with Tab, and the same way back with Shift and Tab: nothing keeps it. */
static void
test_there_and_back (void)
{
  GtkWidget *met[64];
  guint n = 0;
  Screen screen;

  open_screen (&screen,
               "[{\"linkId\":\"p\",\"type\":\"group\",\"text\":\"Page\",\"item\":["
               "{\"linkId\":\"c\",\"type\":\"boolean\",\"text\":\"Yes?\"},{\"linkId\":\"d\",\"type\":\"date\",\"text\":\"Day?\"},"
               "{\"linkId\":\"m\",\"type\":\"time\",\"text\":\"Time?\"},{\"linkId\":\"i\",\"type\":\"integer\",\"text\":\"Number?\"},"
               "{\"linkId\":\"s\",\"type\":\"string\",\"text\":\"Name?\"},{\"linkId\":\"t\",\"type\":\"text\",\"text\":\"Words?\"}]}]");
  care_form_view_set_whole (CARE_FORM_VIEW (screen.view), TRUE);
  form_fixture_turn ();
  gtk_window_set_focus (GTK_WINDOW (screen.window), NULL);
  for (; n < G_N_ELEMENTS (met); n++)
    {
      g_signal_emit_by_name (screen.window, "move-focus", GTK_DIR_TAB_FORWARD);
      met[n] = gtk_window_get_focus (GTK_WINDOW (screen.window));
      if (n > 0 && met[n] == met[0])
        break;
    }
  /* Two answers, three boxes, two boxes, a number, a name, words, and the button of the view. */
  g_assert_cmpuint (n, >=, 10);
  g_assert_cmpuint (n, <, G_N_ELEMENTS (met));
  for (guint i = n; i > 0; i--)
    {
      g_signal_emit_by_name (screen.window, "move-focus", GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (screen.window)) == met[i - 1]);
    }
  close_screen (&screen);
}

/* The end of a long list is reached without typing, too. */
static void
test_long_list (void)
{
  g_autoptr (GString) items = g_string_new ("[{\"linkId\":\"q\",\"type\":\"choice\",\"text\":\"Which?\",\"answerOption\":[");
  Screen screen;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (items, "%s{\"valueCoding\":{\"code\":\"c%u\",\"display\":\"Choice %02u\"}}", i > 0 ? "," : "", i, i);
  g_string_append (items, "]}]");
  open_screen (&screen, items->str);
  g_assert_nonnull (form_fixture_find (screen.view, CARE_TYPE_TILE, "Choice 11"));
  g_assert_null (form_fixture_find (screen.view, CARE_TYPE_TILE, "Choice 12"));
  form_fixture_press (screen.view, "Show more answers");
  g_assert_nonnull (form_fixture_find (screen.view, CARE_TYPE_TILE, "Choice 23"));
  form_fixture_press (screen.view, "Show more answers");
  form_fixture_press (screen.view, "Show more answers");
  form_fixture_press (screen.view, "Choice 39");
  g_assert_null (form_fixture_find (screen.view, GTK_TYPE_BUTTON, "Show more answers"));
  set_entry (&screen, 0, "choice 0");
  g_assert_null (form_fixture_find (screen.view, CARE_TYPE_TILE, "Choice 12"));
  g_assert_nonnull (form_fixture_find (screen.view, CARE_TYPE_TILE, "Choice 39"));
  close_screen (&screen);
}

/* Answers to an older version: what stayed is there, what reads differently says so and is open. */
static void
test_changed (void)
{
  static const char form[] =
    "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"2\",\"status\":\"active\",\"language\":\"en\",\"item\":["
    "{\"linkId\":\"same\",\"type\":\"boolean\",\"text\":\"The same?\"},"
    "{\"linkId\":\"words\",\"type\":\"boolean\",\"text\":\"In other words?\"},"
    "{\"linkId\":\"gone\",\"type\":\"choice\",\"text\":\"Which?\",\"answerOption\":[{\"valueCoding\":{\"code\":\"b\",\"display\":\"Bee\"}}]}]}";
  static const char answers[] =
    "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"https://x.example/f|1\",\"status\":\"completed\",\"item\":["
    "{\"linkId\":\"same\",\"text\":\"The same?\",\"answer\":[{\"valueBoolean\":true}]},"
    "{\"linkId\":\"words\",\"text\":\"In these words?\",\"answer\":[{\"valueBoolean\":true}]},"
    "{\"linkId\":\"gone\",\"text\":\"Which?\",\"answer\":[{\"valueCoding\":{\"code\":\"a\",\"display\":\"Ant\"}}]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) questionnaire = care_questionnaire_new_from_text (form, -1, "form", &error);
  g_autoptr (JsonNode) node = json_from_string (answers, &error);
  CareResponse *response = care_response_new_from_node (questionnaire, node, "answers", &error);
  Screen screen;

  g_assert_no_error (error);
  open_response (&screen, response);
  g_assert_cmpuint (count (&screen, "reads differently now"), ==, 0);
  g_assert_cmpuint (care_form_steps_find_unanswered (care_form_view_get_steps (CARE_FORM_VIEW (screen.view)), NULL), ==, 1);
  g_assert_true (care_form_view_next (CARE_FORM_VIEW (screen.view)));
  assert_says (&screen, "This question is new or reads differently now.");
  g_assert_null (care_node_get_value (care_response_find (screen.response, "words")));
  g_assert_true (care_form_view_next (CARE_FORM_VIEW (screen.view)));
  assert_says (&screen, "This question is new or reads differently now.");
  g_assert_null (care_node_get_value (care_response_find (screen.response, "gone")));
  close_screen (&screen);
}

/* Nobody is held up by what only staff can do, required or not. */
static void
test_for_staff (void)
{
  Screen screen;

  open_screen (&screen,
               "[{\"linkId\":\"a\",\"type\":\"attachment\",\"text\":\"File?\",\"required\":true},"
               "{\"linkId\":\"r\",\"type\":\"reference\",\"text\":\"Who?\",\"required\":true},"
               "{\"linkId\":\"c\",\"type\":\"choice\",\"text\":\"Which?\",\"required\":true,\"answerValueSet\":\"https://x.example/set\"},"
               "{\"linkId\":\"o\",\"type\":\"open-choice\",\"text\":\"Or else?\",\"required\":true,\"answerValueSet\":\"https://x.example/set\"}]");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (count (&screen, "You can leave this empty."), ==, 0);
      g_assert_true (care_form_view_next (CARE_FORM_VIEW (screen.view)));
    }
  /* Words of one's own are an answer. */
  g_assert_false (care_form_view_next (CARE_FORM_VIEW (screen.view)));
  close_screen (&screen);
}

static void
test_one_heading (void)
{
  static const char ask[] = "{\"linkId\":\"%u\",\"type\":\"boolean\",\"text\":\"Question?\"}%s";
  g_autoptr (GString) items = g_string_new ("[{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Heading\",\"item\":[");
  Screen screen;

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (items, ask, i, i < 5 ? "," : "]}]");
  open_screen (&screen, items->str);
  g_assert_cmpuint (care_form_view_get_n_steps (CARE_FORM_VIEW (screen.view)), ==, 6);
  care_form_view_set_whole (CARE_FORM_VIEW (screen.view), TRUE);
  form_fixture_turn ();
  g_assert_cmpuint (count (&screen, "Heading"), ==, 1);
  g_assert_cmpuint (count (&screen, "Question?"), ==, 6);
  close_screen (&screen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/titles", test_titles);
  g_test_add_func ("/pages/support-link", test_support_link);
  g_test_add_func ("/pages/other-language", test_other_language);
  g_test_add_func ("/pages/one-code", test_one_code);
  g_test_add_func ("/pages/days-to-choose", test_days_to_choose);
  g_test_add_func ("/pages/under-answers", test_under_answers);
  g_test_add_func ("/pages/answers-move", test_answers_move);
  g_test_add_func ("/pages/answers-full", test_answers_full);
  g_test_add_func ("/pages/groups-full", test_groups_full);
  g_test_add_func ("/pages/instances-move", test_instances_move);
  g_test_add_func ("/pages/there-and-back", test_there_and_back);
  g_test_add_func ("/pages/long-list", test_long_list);
  g_test_add_func ("/pages/changed", test_changed);
  g_test_add_func ("/pages/for-staff", test_for_staff);
  g_test_add_func ("/pages/one-heading", test_one_heading);

  return g_test_run ();
}
