/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "form-fixture.h"
#include "patient/care-patient-review.h"
#include "screen-fixture.h"
#include "widgets/form/care-signature-pad.h"
#include "widgets/form/care-signing.h"
#include "widgets/form/care-tile.h"

/* Nobody touches the screen: it asks, then it turns dark; the birth date brings back whatever stood there. The spans are counted
 * in test-idle.c, and once in the whole window in test-window.c; here their ends are told at once. */

#define FORM(items) \
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\",\"status\":\"active\",\"language\":\"en\"," \
  "\"item\":[" items "]}"
#define HL7 "http://hl7.org/fhir/StructureDefinition/"

static void
assert_silent (Screen     *screen,
               const char *words)
{
  g_autofree char *text = form_fixture_read (screen->window);

  if (strstr (text, words) != NULL)
    g_error ("\"%s\" is on the screen: %s", words, text);
}

static void
tell (Screen     *screen,
      const char *what)
{
  g_signal_emit_by_name (care_patient_window_get_idle (CARE_PATIENT_WINDOW (screen->window)), what);
  screen_turn (20);
}

static GtkWidget *
get_focus (Screen *screen)
{
  return gtk_window_get_focus (GTK_WINDOW (screen->window));
}

/* The warning, and back: the same page, the same focus. */
static void
pass_warning (Screen     *screen,
              const char *hidden)
{
  GtkWidget *focus = get_focus (screen);

  tell (screen, "warn");
  screen_assert_says (screen, "Are you still there?");
  assert_silent (screen, hidden);
  screen_press (screen, "I am here");
  assert_silent (screen, "Are you still there?");
  screen_assert_says (screen, hidden);
  g_assert_true (get_focus (screen) == focus);
}

/* Blank: nothing of the page is to be seen, and nothing of it goes on before the birth date is right. */
static void
pass_blank (Screen     *screen,
            const char *hidden)
{
  tell (screen, "warn");
  tell (screen, "blank");
  screen_assert_says (screen, "Touch the screen to go on");
  assert_silent (screen, hidden);
  screen_press (screen, "Touch the screen to go on");
  screen_assert_place (screen, CARE_PLACE_BIRTH_DATE);
  assert_silent (screen, hidden);
  screen_touch_keys (screen, "1851980");
  screen_press (screen, "Next");
  screen_assert_place (screen, CARE_PLACE_BIRTH_DATE);
  screen_assert_says (screen, "That is not the date we have.");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (screen->window, GTK_TYPE_ENTRY, 0)), "17");
  screen_press (screen, "Next");
  screen_assert_says (screen, hidden);
  screen_turn (350);
}

static CareResponse *
get_response (Screen *screen)
{
  return care_patient_session_get_response (screen->fixture->session, 0);
}

static const char *
get_entry (Screen *screen,
           guint   n)
{
  return gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (screen->window, GTK_TYPE_ENTRY, n)));
}

/* Nothing is marked, and the cursor is behind the last letter: a real key takes the place of what is marked. */
static void
assert_goes_on (Screen *screen,
                guint   n)
{
  GtkEditable *entry = GTK_EDITABLE (form_fixture_nth (screen->window, GTK_TYPE_ENTRY, n));

  g_assert_false (gtk_editable_get_selection_bounds (entry, NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (entry), ==, (int) g_utf8_strlen (gtk_editable_get_text (entry), -1));
}

static void
begin (Screen        *screen,
       gconstpointer  application,
       const char    *form)
{
  screen_open_form (screen, application, form);
  screen_pass_birth_date (screen);
  screen_turn (350);
}

/* In the middle of a word, in the second of two fields: the next letter goes behind the others. */
static void
test_typing (gconstpointer application)
{
  Screen screen;

  begin (&screen, application,
         FORM ("{\"linkId\":\"g\",\"text\":\"Group\",\"type\":\"group\",\"item\":["
               "{\"linkId\":\"a\",\"text\":\"First?\",\"type\":\"string\"},{\"linkId\":\"q\",\"text\":\"Second?\",\"type\":\"string\"}]}"));
  gtk_widget_grab_focus (form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 1));
  screen_turn (50);
  screen_touch_keys (&screen, "hal");
  pass_warning (&screen, "Second?");
  assert_goes_on (&screen, 1);
  screen_touch_keys (&screen, "f");
  g_assert_cmpstr (get_entry (&screen, 1), ==, "half");
  pass_blank (&screen, "Second?");
  g_assert_cmpstr (get_entry (&screen, 1), ==, "half");
  g_assert_cmpstr (care_value_get_text (care_node_get_value (care_response_find (get_response (&screen), "q"))), ==, "half");
  screen_close (&screen);
}

/* One field alone has the focus again: what is typed goes behind what stood there, and takes nothing's place. */
static void
test_typing_on (gconstpointer application)
{
  Screen screen;

  begin (&screen, application, FORM ("{\"linkId\":\"q\",\"text\":\"Words?\",\"type\":\"string\"}"));
  screen_touch_keys (&screen, "hal");
  pass_blank (&screen, "Words?");
  assert_goes_on (&screen, 0);
  screen_touch_keys (&screen, "f");
  g_assert_cmpstr (get_entry (&screen, 0), ==, "half");
  screen_close (&screen);
}

/* Half a date is no answer, and kept all the same. */
static void
test_half_date (gconstpointer application)
{
  Screen screen;

  begin (&screen, application, FORM ("{\"linkId\":\"q\",\"text\":\"Which day?\",\"type\":\"date\"}"));
  screen_touch_keys (&screen, "120");
  pass_warning (&screen, "Which day?");
  pass_blank (&screen, "Which day?");
  g_assert_cmpstr (get_entry (&screen, 0), ==, "12");
  g_assert_cmpstr (get_entry (&screen, 1), ==, "0");
  g_assert_cmpstr (get_entry (&screen, 2), ==, "");
  screen_close (&screen);
}

static void
test_signature (gconstpointer application)
{
  Screen screen;
  CareSignaturePad *pad;
  CareNode *node;
  g_autoptr (JsonNode) signature = NULL;

  begin (&screen, application,
         FORM ("{\"linkId\":\"q\",\"text\":\"Agreed?\",\"type\":\"boolean\",\"extension\":[{\"url\":\"" HL7
               "questionnaire-signatureRequired\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"x\"}]}}]}"));
  node = care_response_find (get_response (&screen), "q");
  screen_press (&screen, "Yes");
  pad = care_signing_get_pad (CARE_SIGNING (form_fixture_nth (screen.window, CARE_TYPE_SIGNING, 0)));
  care_signature_pad_begin (pad, 0.1, 0.1);
  care_signature_pad_draw_to (pad, 0.4, 0.2);
  care_signature_pad_draw_to (pad, 0.7, 0.1);
  care_signature_pad_end (pad);
  screen_turn (20);
  g_assert_nonnull (care_response_get_signature (get_response (&screen), node));
  signature = json_node_copy (care_response_get_signature (get_response (&screen), node));
  tell (&screen, "warn");
  screen_press (&screen, "I am here");
  pass_blank (&screen, "Agreed?");
  g_assert_true (json_node_equal (signature, care_response_get_signature (get_response (&screen), node)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form_fixture_find (screen.window, CARE_TYPE_TILE, "Yes"))));
  /* It is still signed: Next goes on. */
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  screen_close (&screen);
}

static void
test_repeat (gconstpointer application)
{
  Screen screen;

  begin (&screen, application,
         FORM ("{\"linkId\":\"g\",\"type\":\"group\",\"repeats\":true,\"text\":\"Medicines\",\"item\":["
               "{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Name?\"}]}"));
  screen_touch_keys (&screen, "one");
  screen_press (&screen, "Add another");
  screen_turn (50);
  screen_touch_keys (&screen, "two");
  screen_press (&screen, "Move down");
  g_assert_cmpstr (get_entry (&screen, 0), ==, "two");
  pass_warning (&screen, "Medicines");
  pass_blank (&screen, "Medicines");
  g_assert_cmpstr (get_entry (&screen, 0), ==, "two");
  g_assert_cmpstr (get_entry (&screen, 1), ==, "one");
  g_assert_null (form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 2));
  screen_close (&screen);
}

/* At the review, and while one of its answers is being mended. */
static void
test_review (gconstpointer application)
{
  Screen screen;

  screen_open (&screen, application, 100, 200);
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  screen_press (&screen, "Next");
  screen_turn (50);
  screen_touch_keys (&screen, "42");
  screen_press (&screen, "Next");
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  tell (&screen, "warn");
  assert_silent (&screen, "42");
  screen_press (&screen, "I am here");
  screen_assert_says (&screen, "42");
  pass_blank (&screen, "42");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);

  screen_press (&screen, "Change");
  screen_assert_says (&screen, "One?");
  screen_press (&screen, "No");
  pass_blank (&screen, "One?");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form_fixture_find (screen.window, GTK_TYPE_TOGGLE_BUTTON, "No"))));
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  screen_press (&screen, "Yes, I'm done");
  screen_assert_place (&screen, CARE_PLACE_THANKS);
  screen_assert_says (&screen, "✓ Saved");
  screen_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  GtkApplication *application = screen_begin (&argc, &argv);

  g_test_add_data_func ("/idle-kept/typing", application, test_typing);
  g_test_add_data_func ("/idle-kept/typing-on", application, test_typing_on);
  g_test_add_data_func ("/idle-kept/half-date", application, test_half_date);
  g_test_add_data_func ("/idle-kept/signature", application, test_signature);
  g_test_add_data_func ("/idle-kept/repeat", application, test_repeat);
  g_test_add_data_func ("/idle-kept/review", application, test_review);

  return g_test_run ();
}
