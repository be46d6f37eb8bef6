/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "form-fixture.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-form-page.h"

#define HL7  "http://hl7.org/fhir/StructureDefinition/"
#define PAGE "\"extension\":[{\"url\":\"" HL7 "questionnaire-itemControl\",\"valueCodeableConcept\":{\"coding\":" \
  "[{\"system\":\"http://hl7.org/fhir/questionnaire-item-control\",\"code\":\"page\"}]}}]"
#define SPANISH(text) "\"_text\":{\"extension\":[{\"url\":\"" HL7 "translation\",\"extension\":[" \
  "{\"url\":\"lang\",\"valueCode\":\"es\"},{\"url\":\"content\",\"valueString\":\"" text "\"}]}]}"

/* Two pages, and between them a question that stands alone and only after a yes. */
static const char form[] =
  "[{\"linkId\":\"p1\",\"type\":\"group\",\"text\":\"First page\"," PAGE ",\"item\":["
  " {\"linkId\":\"smoke\",\"type\":\"boolean\",\"text\":\"Do you smoke?\"," SPANISH ("¿Fuma usted?") ",\"required\":true},"
  " {\"linkId\":\"much\",\"type\":\"integer\",\"text\":\"How many a day?\",\"required\":true,"
  "  \"enableWhen\":[{\"question\":\"smoke\",\"operator\":\"=\",\"answerBoolean\":true}]}]},"
  "{\"linkId\":\"lead\",\"type\":\"display\",\"text\":\"Some words before.\"},"
  "{\"linkId\":\"since\",\"type\":\"date\",\"text\":\"Since when?\","
  " \"enableWhen\":[{\"question\":\"smoke\",\"operator\":\"=\",\"answerBoolean\":true}]},"
  "{\"linkId\":\"hidden\",\"type\":\"string\",\"extension\":[{\"url\":\"" HL7 "questionnaire-hidden\",\"valueBoolean\":true}]},"
  "{\"linkId\":\"p2\",\"type\":\"group\",\"text\":\"Second page\"," PAGE ",\"item\":["
  " {\"linkId\":\"wish\",\"type\":\"string\",\"text\":\"What do you hope for?\"}]}]";

typedef struct
{
  CareFormContext *context;
  CareResponse    *response;
  CareFormView    *view;
  GtkWidget       *window;
  guint            n_step;
  guint            n_steps;
  guint            n_answered;
  guint            n_finished;
} Walk;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
open_view (Walk       *walk,
           const char *items)
{
  memset (walk, 0, sizeof *walk);
  walk->context = form_fixture_context ("en");
  walk->response = form_fixture_response (items);
  walk->view = CARE_FORM_VIEW (care_form_view_new (walk->context, walk->response));
  g_signal_connect_swapped (walk->view, "notify::step", G_CALLBACK (count_cb), &walk->n_step);
  g_signal_connect_swapped (walk->view, "notify::n-steps", G_CALLBACK (count_cb), &walk->n_steps);
  g_signal_connect_swapped (walk->view, "answered", G_CALLBACK (count_cb), &walk->n_answered);
  g_signal_connect_swapped (walk->view, "finished", G_CALLBACK (count_cb), &walk->n_finished);
  walk->window = form_fixture_show (GTK_WIDGET (walk->view));
}

static void
close_view (Walk *walk)
{
  g_object_add_weak_pointer (G_OBJECT (walk->view), (gpointer *) &walk->view);
  gtk_window_destroy (GTK_WINDOW (walk->window));
  form_fixture_turn ();
  g_assert_null (walk->view);
  g_assert_finalize_object (walk->response);
  g_assert_finalize_object (walk->context);
}

static void
assert_page (Walk       *walk,
             const char *words)
{
  g_autofree char *text = form_fixture_read (GTK_WIDGET (walk->view));

  if (strstr (text, words) == NULL)
    g_error ("\"%s\" is not on the page: %s", words, text);
}

static void
test_walk (void)
{
  Walk walk;

  open_view (&walk, form);
  g_assert_cmpuint (care_form_view_get_n_steps (walk.view), ==, 2);
  assert_page (&walk, "First page");
  assert_page (&walk, "Step \u20681\u2069 of \u20682\u2069");
  g_assert_false (care_form_view_next (walk.view));
  g_assert_cmpuint (walk.n_step, ==, 0);

  form_fixture_press (GTK_WIDGET (walk.view), "No");
  g_assert_cmpuint (walk.n_answered, ==, 1);
  g_assert_true (care_form_view_next (walk.view));
  g_assert_cmpuint (walk.n_step, ==, 1);
  assert_page (&walk, "Second page");
  /* The words that led up to a question that is not asked lead up to the next. */
  assert_page (&walk, "Some words before.");
  g_assert_cmpuint (walk.n_finished, ==, 0);
  form_fixture_press (GTK_WIDGET (walk.view), "Done");
  g_assert_cmpuint (walk.n_finished, ==, 1);
  g_assert_true (care_form_view_back (walk.view));
  g_assert_false (care_form_view_back (walk.view));
  close_view (&walk);
}

static void
test_enable (void)
{
  Walk walk;
  GtkWidget *smoke;

  open_view (&walk, form);
  g_assert_null (form_fixture_find (GTK_WIDGET (walk.view), GTK_TYPE_LABEL, "How many a day?"));
  smoke = form_fixture_nth (GTK_WIDGET (walk.view), CARE_TYPE_FIELD, 0);
  form_fixture_press (GTK_WIDGET (walk.view), "Yes");
  assert_page (&walk, "How many a day?");
  g_assert_cmpuint (care_form_view_get_n_steps (walk.view), ==, 3);
  g_assert_cmpuint (walk.n_steps, ==, 1);
  /* What stood keeps its widgets. */
  g_assert_true (form_fixture_nth (GTK_WIDGET (walk.view), CARE_TYPE_FIELD, 0) == smoke);

  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0)), "7");
  form_fixture_press (GTK_WIDGET (walk.view), "No");
  g_assert_null (form_fixture_find (GTK_WIDGET (walk.view), GTK_TYPE_LABEL, "How many a day?"));
  g_assert_cmpuint (care_form_view_get_n_steps (walk.view), ==, 2);
  /* The answer comes back with its question. */
  form_fixture_press (GTK_WIDGET (walk.view), "Yes");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0))), ==, "7");
  close_view (&walk);
}

static void
test_back_keeps (void)
{
  Walk walk;

  open_view (&walk, form);
  form_fixture_press (GTK_WIDGET (walk.view), "Yes");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0)), "7");
  g_assert_true (care_form_view_next (walk.view));
  assert_page (&walk, "Since when?");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0)), "31");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 1)), "2");
  g_assert_false (care_form_view_next (walk.view));

  /* Back goes with something wrong on the screen; what was typed is there afterwards, no value though it is. */
  g_assert_true (care_form_view_back (walk.view));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0))), ==, "7");
  g_assert_true (care_form_view_next (walk.view));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0))), ==, "31");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 1))), ==, "2");
  close_view (&walk);
}

static void
test_language (void)
{
  Walk walk;
  g_autoptr (CareFormContext) spanish = NULL;

  open_view (&walk, form);
  form_fixture_press (GTK_WIDGET (walk.view), "Yes");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0)), "many");
  spanish = care_form_context_with_language (walk.context, "es");
  care_form_view_set_context (walk.view, spanish);
  form_fixture_turn ();
  assert_page (&walk, "¿Fuma usted?");
  assert_page (&walk, "Sí");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0))), ==, "many");
  g_assert_false (care_form_view_next (walk.view));
  assert_page (&walk, "Escriba un número, por favor.");
  g_assert_cmpuint (walk.n_step, ==, 0);
  close_view (&walk);
}

static void
test_whole (void)
{
  Walk walk;

  open_view (&walk, form);
  care_form_view_set_whole (walk.view, TRUE);
  form_fixture_turn ();
  assert_page (&walk, "First page");
  assert_page (&walk, "Second page");
  g_assert_false (care_form_view_next (walk.view));
  form_fixture_press (GTK_WIDGET (walk.view), "Yes");
  assert_page (&walk, "Since when?");
  form_fixture_press (GTK_WIDGET (walk.view), "No");
  g_assert_null (form_fixture_find (GTK_WIDGET (walk.view), GTK_TYPE_LABEL, "Since when?"));
  g_assert_false (care_form_view_next (walk.view));
  g_assert_cmpuint (walk.n_finished, ==, 1);
  close_view (&walk);
}

static void
test_check_all (void)
{
  Walk walk;

  open_view (&walk, form);
  care_form_view_set_step (walk.view, 1);
  g_assert_cmpuint (walk.n_step, ==, 1);
  care_form_view_set_step (walk.view, 1);
  g_assert_cmpuint (walk.n_step, ==, 1);
  g_assert_false (care_form_view_check_all (walk.view));
  g_assert_cmpuint (care_form_view_get_step (walk.view), ==, 0);
  assert_page (&walk, "Please touch one answer.");
  close_view (&walk);
}

/* A group that must hold an answer has no place for words of its own. */
static void
test_required_group (void)
{
  Walk walk;

  open_view (&walk, "[{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Who else?\",\"required\":true,\"item\":["
                    "{\"linkId\":\"why\",\"type\":\"display\",\"text\":\"One of them.\"},"
                    "{\"linkId\":\"name\",\"type\":\"string\",\"text\":\"Name\"},"
                    "{\"linkId\":\"phone\",\"type\":\"string\",\"text\":\"Phone\"}]}]");
  g_assert_false (care_form_view_next (walk.view));
  g_assert_cmpuint (walk.n_finished, ==, 0);
  assert_page (&walk, "Please answer this question.");

  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 1)), "555");
  care_form_view_next (walk.view);
  g_assert_cmpuint (walk.n_finished, ==, 1);
  close_view (&walk);
}

static void
test_repeating_group (void)
{
  Walk walk;

  open_view (&walk,
             "[{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Medicines\",\"repeats\":true,\"item\":["
             "{\"linkId\":\"name\",\"type\":\"string\",\"text\":\"Name\"}]}]");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0)), "one");
  form_fixture_press (GTK_WIDGET (walk.view), "Add another");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 1)), "two");
  assert_page (&walk, "\u20682\u2069 of \u20682\u2069");
  g_assert_cmpuint (care_form_view_get_n_steps (walk.view), ==, 1);

  form_fixture_press (GTK_WIDGET (walk.view), "Move down");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0))), ==, "two");
  form_fixture_press (GTK_WIDGET (walk.view), "Remove");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 0))), ==, "one");
  g_assert_null (form_fixture_nth (GTK_WIDGET (walk.view), GTK_TYPE_ENTRY, 1));
  close_view (&walk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/walk", test_walk);
  g_test_add_func ("/view/enable", test_enable);
  g_test_add_func ("/view/back-keeps", test_back_keeps);
  g_test_add_func ("/view/language", test_language);
  g_test_add_func ("/view/whole", test_whole);
  g_test_add_func ("/view/check-all", test_check_all);
  g_test_add_func ("/view/required-group", test_required_group);
  g_test_add_func ("/view/repeating-group", test_repeating_group);

  return g_test_run ();
}
