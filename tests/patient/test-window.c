/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "form-fixture.h"
#include "patient/care-patient-keyboard.h"
#include "screen-fixture.h"
#include "widgets/form/care-form-page.h"

static void
test_by_touch (gconstpointer application)
{
  Screen screen;
  g_autoptr (CareJournalReader) reader = NULL;

  screen_open (&screen, application, 100, 200);
  g_assert_cmpuint (screen.painted, ==, 1);
  screen_assert_says (&screen, "Practice only, not for real patients");
  screen_assert_says (&screen, "Hello");
  screen_pass_birth_date (&screen);
  screen_assert_says (&screen, "Step \u20681\u2069 of \u20684\u2069");

  screen_press (&screen, "Next");
  screen_assert_says (&screen, "Please touch one answer.");
  screen_press (&screen, "Yes");
  screen_assert_says (&screen, "✓ Saved");
  screen_press (&screen, "Next");
  screen_assert_says (&screen, "Two?");
  screen_turn (50);
  screen_touch_keys (&screen, "42");
  screen_press (&screen, "Next");
  screen_assert_says (&screen, "Three?");
  screen_turn (50);
  screen_touch_keys (&screen, "ok");
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  screen_assert_says (&screen, "42");
  screen_assert_says (&screen, "ok");

  screen_press (&screen, "Change");
  screen_assert_says (&screen, "One?");
  screen_press (&screen, "No");
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  screen_press (&screen, "Yes, I'm done");
  screen_assert_place (&screen, CARE_PLACE_THANKS);
  screen_assert_says (&screen, "Please hand the device back to reception.");
  g_assert_cmpuint (screen.leaves, ==, 0);
  screen_press (&screen, "Staff: continue");
  g_assert_cmpuint (screen.leaves, ==, 1);

  reader = patient_fixture_read (screen.fixture);
  g_assert_nonnull (care_journal_reader_find_last (reader, CARE_JOURNAL_DONE, NULL));
  screen_close (&screen);
}

/* With an answer that is not on the disk the window says so and does not close; once it is there, it does. */
static void
test_close_unsaved (gconstpointer application)
{
  Screen screen;
  gboolean stopped = TRUE;

  screen_open (&screen, application, 100, 200);
  screen_pass_birth_date (&screen);
  patient_fixture_limit_files (64);
  screen_press (&screen, "Yes");
  screen_wait_for (&screen, "Your last answer is not saved yet");
  gtk_window_close (GTK_WINDOW (screen.window));
  screen_turn (100);
  g_assert_true (gtk_widget_get_mapped (screen.window));

  patient_fixture_limit_files (0);
  care_patient_saver_retry (care_patient_session_get_saver (screen.fixture->session));
  patient_fixture_settle (screen.fixture);
  g_signal_emit_by_name (screen.window, "close-request", &stopped);
  g_assert_false (stopped);
  screen_close (&screen);
}

static void
test_first_touches (gconstpointer application)
{
  Screen screen;
  GtkWidget *page;
  GtkWidget *next;
  gint64 begun;

  screen_open (&screen, application, 100, 200);
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  begun = g_get_monotonic_time ();
  form_fixture_press (screen.window, "Next");
  page = form_fixture_nth (screen.window, CARE_TYPE_FORM_PAGE, 0);
  for (GtkWidget *at = page; at != NULL; at = gtk_widget_get_parent (at))
    {
      if (!gtk_widget_get_can_target (at))
        page = NULL;
    }
  g_assert_null (page);
  /* Nor does Next, nor the keys below the page. */
  next = form_fixture_find (screen.window, GTK_TYPE_BUTTON, "Next");
  g_assert_false (gtk_widget_get_can_target (gtk_widget_get_parent (next)));
  g_assert_false (gtk_widget_get_can_target (form_fixture_nth (screen.window, GTK_TYPE_REVEALER, 0)));

  patient_fixture_settle (screen.fixture);
  while (!gtk_widget_get_can_target (gtk_widget_get_parent (next)))
    screen_turn (1);
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 295 * G_TIME_SPAN_MILLISECOND);
  g_assert_true (gtk_widget_get_can_target (form_fixture_nth (screen.window, GTK_TYPE_REVEALER, 0)));
  for (GtkWidget *at = form_fixture_nth (screen.window, CARE_TYPE_FORM_PAGE, 0); at != NULL; at = gtk_widget_get_parent (at))
    g_assert_true (gtk_widget_get_can_target (at));
  screen_close (&screen);
}

static void
test_notices (gconstpointer application)
{
  Screen screen;
  g_autoptr (CareJournalReader) reader = NULL;
  GtkWidget *entry;

  screen_open (&screen, application, 100, 200);
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  screen_press (&screen, "Next");
  entry = form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "4x");

  screen_press (&screen, "I'd like to ask staff");
  screen_assert_says (&screen, "Please show this to reception");
  screen_press (&screen, "Go on with the form");
  g_assert_true (form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0) == entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "4x");

  screen_press (&screen, "Staff");
  screen_press (&screen, "Go on with the form");
  screen_press (&screen, "Staff");
  screen_press (&screen, "Take it back");
  g_assert_cmpuint (screen.leaves, ==, 1);
  reader = patient_fixture_read (screen.fixture);
  g_assert_nonnull (care_journal_reader_find_last (reader, CARE_JOURNAL_BORROW, NULL));
  screen_close (&screen);
}

static void
test_language_and_size (gconstpointer application)
{
  Screen screen;

  screen_open (&screen, application, 100, 200);
  screen_press (&screen, "Español");
  screen_assert_says (&screen, "Hola");
  screen_press (&screen, "English");
  screen_assert_says (&screen, "Hello");
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  screen_press (&screen, "Aa");
  g_assert_true (gtk_widget_has_css_class (screen.window, "care-size-2"));
  screen_press (&screen, "Aa");
  screen_press (&screen, "Español");
  g_assert_true (gtk_widget_has_css_class (screen.window, "care-size-3"));
  screen_assert_says (&screen, "Sí");
  screen_assert_says (&screen, "✓ Guardado");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form_fixture_find (screen.window, GTK_TYPE_TOGGLE_BUTTON, "Sí"))));
  screen_close (&screen);
}

static float
get_middle (Screen     *screen,
            const char *text)
{
  GtkWidget *button = form_fixture_find (screen->window, GTK_TYPE_BUTTON, text);
  graphene_rect_t bounds;

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_compute_bounds (button, screen->window, &bounds));

  return bounds.origin.x + bounds.size.width / 2.0f;
}

/* In Arabic the page is mirrored, and in English it is not again. */
static void
test_mirrored (gconstpointer application)
{
  Screen screen;
  float middle;

  screen_open_in (&screen, application, "en,de,ar");
  screen_press (&screen, "العربية");
  screen_turn (100);
  g_assert_cmpint (gtk_widget_get_direction (screen.window), ==, GTK_TEXT_DIR_RTL);
  screen_press (&screen, "التالي");
  screen_turn (100);
  middle = (float) gtk_widget_get_width (screen.window) / 2.0f;
  g_assert_cmpfloat (get_middle (&screen, "التالي"), <, middle);
  g_assert_cmpfloat (get_middle (&screen, "رجوع"), >, middle);
  screen_press (&screen, "رجوع");
  screen_press (&screen, "English");
  screen_turn (100);
  g_assert_cmpint (gtk_widget_get_direction (screen.window), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (get_middle (&screen, "Next"), >, middle);
  screen_close (&screen);
}

static void
test_wrong_person (gconstpointer application)
{
  Screen screen;

  screen_open (&screen, application, 100, 200);
  screen_press (&screen, "Next");
  screen_turn (50);
  screen_touch_keys (&screen, "312");
  screen_press (&screen, "Next");
  screen_assert_says (&screen, "The year is missing.");
  screen_touch_keys (&screen, "1980");
  screen_press (&screen, "Next");
  screen_assert_says (&screen, "That month has no day");
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *day = form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0);

      gtk_editable_set_text (GTK_EDITABLE (day), "5");
      screen_press (&screen, "Next");
      if (i == 0)
        screen_assert_says (&screen, "That is not the date we have. Please check it and try again.");
    }
  screen_assert_place (&screen, CARE_PLACE_LOCKED);
  screen_assert_says (&screen, "Please show this to reception");
  screen_close (&screen);
}

static void
test_idle (gconstpointer application)
{
  Screen screen;

  screen_open (&screen, application, 4, 7);
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  screen_wait_for (&screen, "Are you still there?");
  for (guint i = 0; i < 200 && form_fixture_find (screen.window, GTK_TYPE_BUTTON, "Touch the screen to go on") == NULL; i++)
    screen_turn (50);
  screen_assert_place (&screen, CARE_PLACE_BIRTH_DATE);
  g_assert_null (form_fixture_find (screen.window, GTK_TYPE_LABEL, "One?"));
  screen_press (&screen, "Touch the screen to go on");
  screen_turn (50);
  screen_touch_keys (&screen, "1751980");
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_FORM);
  screen_assert_says (&screen, "One?");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form_fixture_find (screen.window, GTK_TYPE_TOGGLE_BUTTON, "Yes"))));
  screen_close (&screen);
}

/* Letters of another language, without leaving one's own. */
static void
test_other_letters (gconstpointer application)
{
  Screen screen;
  GtkWidget *keyboard;
  graphene_rect_t first, second;
  GtkWidget *area;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  screen_open_in (&screen, application, "en,de,ar");
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  screen_press (&screen, "Next");
  screen_press (&screen, "Next");
  screen_turn (50);
  keyboard = form_fixture_nth (screen.window, CARE_TYPE_PATIENT_KEYBOARD, 0);
  g_assert_null (form_fixture_find (keyboard, GTK_TYPE_BUTTON, "ü"));
  form_fixture_press (keyboard, "DE");
  form_fixture_press (keyboard, "ü");
  form_fixture_press (keyboard, "AR");
  form_fixture_press (keyboard, "ش");
  /* Where the page is mirrored the keys are not: they stand as on every keyboard. */
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  screen_turn (200);
  g_assert_true (gtk_widget_compute_bounds (form_fixture_find (keyboard, GTK_TYPE_BUTTON, "ض"), keyboard, &first));
  g_assert_true (gtk_widget_compute_bounds (form_fixture_find (keyboard, GTK_TYPE_BUTTON, "ص"), keyboard, &second));
  g_assert_cmpfloat (first.origin.x, <, second.origin.x);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  screen_turn (100);
  form_fixture_press (keyboard, "EN");
  form_fixture_press (keyboard, "a");
  g_assert_nonnull (form_fixture_find (keyboard, GTK_TYPE_BUTTON, "DE"));
  area = form_fixture_nth (screen.window, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "üشa");
  screen_assert_says (&screen, "Three?");
  screen_close (&screen);
}

static void
assert_silent (Screen     *screen,
               const char *words)
{
  g_autofree char *text = form_fixture_read (screen->window);

  g_assert_null (strstr (text, words));
}

/* A form in one language beside others: who chose another hears which it is, on the first screen and above the questions. */
static void
test_other_language (gconstpointer application)
{
  Screen screen;

  screen_open_in (&screen, application, "en,es,nb");
  assert_silent (&screen, "Some of the questions");
  screen_press (&screen, "Español");
  screen_assert_says (&screen, "Algunas preguntas están solo en \u2068inglés\u2069.");
  screen_press (&screen, "Norsk bokmål");
  screen_assert_says (&screen, "Some of the questions are only in \u2068engelsk\u2069.");
  screen_press (&screen, "English");
  assert_silent (&screen, "Some of the questions");
  screen_pass_birth_date (&screen);
  screen_press (&screen, "English ▾");
  screen_press (&screen, "Español");
  screen_assert_says (&screen, "One?");
  screen_assert_says (&screen, "Esto está solo en \u2068inglés\u2069.");
  screen_close (&screen);
}

#define DATE_FORM \
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/d\",\"version\":\"1\",\"status\":\"active\",\"language\":\"en\",\"item\":[" \
  "{\"linkId\":\"day\",\"text\":\"Which day?\",\"type\":\"date\",\"required\":true}]}"

static void
assert_boxes (Screen     *screen,
              const char *first,
              const char *second,
              const char *third)
{
  const char *texts[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (screen->window, GTK_TYPE_ENTRY, i))), ==, texts[i]);
}

/* Half a date is in the journal at every key; whoever goes on with the visit finds it, and it is no answer. */
static void
test_half_typed (gconstpointer application)
{
  Screen screen;
  g_autoptr (JsonNode) answers = NULL;

  screen_open_form (&screen, application, DATE_FORM);
  screen_pass_birth_date (&screen);
  screen_turn (50);
  screen_touch_keys (&screen, "120");
  assert_boxes (&screen, "12", "0", "");
  patient_fixture_settle (screen.fixture);
  answers = patient_fixture_read_answers (screen.fixture, 0);
  screen_close (&screen);

  memset (&screen, 0, sizeof screen);
  screen.fixture = patient_fixture_new (DATE_FORM);
  g_ptr_array_add (screen.fixture->envelope->responses, json_node_ref (answers));
  screen_open_window (&screen, application, 100, 200);
  /* Something was begun: it goes on behind the birth date. */
  screen_assert_place (&screen, CARE_PLACE_BIRTH_DATE);
  screen_touch_keys (&screen, "1751980");
  screen_press (&screen, "Next");
  assert_boxes (&screen, "12", "0", "");
  screen_assert_says (&screen, "You began this answer and did not finish it.");
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_FORM);
  gtk_widget_grab_focus (form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 1));
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 1)), "05");
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 2)), "2026");
  patient_fixture_settle (screen.fixture);
  g_assert_cmpuint (care_response_get_n_drafts (care_patient_session_get_response (screen.fixture->session, 0),
                                                care_response_find (care_patient_session_get_response (screen.fixture->session, 0), "day")),
                    ==, 0);
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  screen_close (&screen);
}

/* What staff do is said to be theirs in the review too; it is no answer that is missing. */
static void
test_review_staff (gconstpointer application)
{
  Screen screen;

  screen_open_form (&screen, application,
                    "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/s\",\"status\":\"active\",\"language\":\"en\","
                    "\"item\":[{\"linkId\":\"f\",\"text\":\"Your letter?\",\"type\":\"attachment\"}]}");
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_REVIEW);
  screen_assert_says (&screen, "Your letter?");
  screen_assert_says (&screen, "Staff will do this with you.");
  assert_silent (&screen, "Not answered");
  g_assert_null (form_fixture_find (screen.window, GTK_TYPE_BUTTON, "Change"));
  screen_close (&screen);
}

/* Return in a field is Next. */
static void
test_return (gconstpointer application)
{
  Screen screen;
  GtkWidget *entry;

  screen_open (&screen, application, 100, 200);
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  screen_press (&screen, "Next");
  entry = form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "7");
  patient_fixture_settle (screen.fixture);
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  /* The button is seen to go down first. */
  screen_wait_for (&screen, "Three?");
  screen_close (&screen);
}

static void
test_no_inspector (gconstpointer application)
{
  Screen screen;
  gboolean opened = TRUE;

  screen_open (&screen, application, 100, 200);
  g_signal_emit_by_name (screen.window, "enable-debugging", FALSE, &opened);
  g_assert_false (opened);
  screen_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  GtkApplication *application = screen_begin (&argc, &argv);

  g_test_add_data_func ("/window/by-touch", application, test_by_touch);
  g_test_add_data_func ("/window/first-touches", application, test_first_touches);
  g_test_add_data_func ("/window/close-unsaved", application, test_close_unsaved);
  g_test_add_data_func ("/window/notices", application, test_notices);
  g_test_add_data_func ("/window/language-and-size", application, test_language_and_size);
  g_test_add_data_func ("/window/mirrored", application, test_mirrored);
  g_test_add_data_func ("/window/wrong-person", application, test_wrong_person);
  g_test_add_data_func ("/window/idle", application, test_idle);
  g_test_add_data_func ("/window/other-letters", application, test_other_letters);
  g_test_add_data_func ("/window/other-language", application, test_other_language);
  g_test_add_data_func ("/window/half-typed", application, test_half_typed);
  g_test_add_data_func ("/window/review-staff", application, test_review_staff);
  g_test_add_data_func ("/window/return", application, test_return);
  g_test_add_data_func ("/window/no-inspector", application, test_no_inspector);

  return g_test_run ();
}
