/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "form-fixture.h"
#include "patient-fixture.h"
#include "patient/care-patient-keyboard.h"
#include "patient/care-patient-resources.h"
#include "patient/care-patient-window.h"
#include "widgets/form/care-form-page.h"

static const char form[] =
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\",\"status\":\"active\",\"language\":\"en\",\"item\":["
  "{\"linkId\":\"one\",\"text\":\"One?\",\"type\":\"boolean\",\"required\":true},"
  "{\"linkId\":\"two\",\"text\":\"Two?\",\"type\":\"integer\"},"
  "{\"linkId\":\"three\",\"text\":\"Three?\",\"type\":\"text\"}]}";

typedef struct
{
  PatientFixture *fixture;
  GtkWidget      *window;
  JsonNode       *keyboards;   /* the shipped layouts */
  guint           painted;
  guint           leaves;
} Screen;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
open_window (Screen        *screen,
             gconstpointer  application,
             guint          warn,
             guint          blank)
{
  screen->keyboards = json_node_ref (screen->fixture->envelope->keyboards);
  patient_fixture_start (screen->fixture);
  care_form_view_load_style (gdk_display_get_default ());
  screen->window = care_patient_window_new ((GtkApplication *) application, screen->fixture->session, warn, blank);
  g_signal_connect_swapped (screen->window, "painted", G_CALLBACK (count_cb), &screen->painted);
  g_signal_connect_swapped (screen->window, "leave", G_CALLBACK (count_cb), &screen->leaves);
  gtk_window_present (GTK_WINDOW (screen->window));
  gtk_test_widget_wait_for_draw (screen->window);
  turn (50);
}

static void
open_screen (Screen        *screen,
             gconstpointer  application,
             guint          warn,
             guint          blank)
{
  memset (screen, 0, sizeof *screen);
  screen->fixture = patient_fixture_new (form);
  open_window (screen, application, warn, blank);
}

static void
open_screen_in (Screen        *screen,
                gconstpointer  application,
                const char    *languages)
{
  memset (screen, 0, sizeof *screen);
  screen->fixture = patient_fixture_new (form);
  g_strfreev (screen->fixture->envelope->languages);
  screen->fixture->envelope->languages = g_strsplit (languages, ",", -1);
  open_window (screen, application, 100, 200);
}

static void
close_screen (Screen *screen)
{
  patient_fixture_settle (screen->fixture);
  g_object_add_weak_pointer (G_OBJECT (screen->window), (gpointer *) &screen->window);
  gtk_window_destroy (GTK_WINDOW (screen->window));
  turn (20);
  g_assert_null (screen->window);
  g_assert_finalize_object (g_steal_pointer (&screen->fixture->session));
  patient_fixture_free (screen->fixture);
  json_node_unref (screen->keyboards);
}

static void
press (Screen     *screen,
       const char *text)
{
  form_fixture_press (screen->window, text);
  patient_fixture_settle (screen->fixture);
  turn (20);
}

static void
assert_says (Screen     *screen,
             const char *words)
{
  g_autofree char *text = form_fixture_read (screen->window);

  if (strstr (text, words) == NULL)
    g_error ("\"%s\" is not on the screen: %s", words, text);
}

/* Waits until the words are there: timers are slow on a busy machine. */
static void
wait_for (Screen     *screen,
          const char *words)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = form_fixture_read (screen->window);

      if (strstr (text, words) != NULL)
        return;
      turn (50);
    }
  assert_says (screen, words);
}

static void
assert_place (Screen           *screen,
              CarePatientPlace  place)
{
  CarePatientFlow *flow = care_patient_window_get_flow (CARE_PATIENT_WINDOW (screen->window));

  g_assert_cmpint (care_patient_flow_get_place (flow), ==, place);
}

/* Types with the keys on the screen. */
static void
touch_keys (Screen     *screen,
            const char *keys)
{
  GtkWidget *keyboard = form_fixture_nth (screen->window, CARE_TYPE_PATIENT_KEYBOARD, 0);

  for (const char *c = keys; *c != '\0'; c++)
    {
      char label[] = { *c, '\0' };

      form_fixture_press (keyboard, label);
    }
  turn (20);
}

static void
pass_birth_date (Screen *screen)
{
  press (screen, "Next");
  assert_place (screen, CARE_PLACE_BIRTH_DATE);
  turn (50);
  touch_keys (screen, "1751980");
  press (screen, "Next");
  assert_place (screen, CARE_PLACE_FORM);
}

static void
test_by_touch (gconstpointer application)
{
  Screen screen;
  g_autoptr (CareJournalReader) reader = NULL;

  open_screen (&screen, application, 100, 200);
  g_assert_cmpuint (screen.painted, ==, 1);
  assert_says (&screen, "Practice only, not for real patients");
  assert_says (&screen, "Hello");
  pass_birth_date (&screen);
  assert_says (&screen, "Step \u20681\u2069 of \u20684\u2069");

  press (&screen, "Next");
  assert_says (&screen, "Please touch one answer.");
  press (&screen, "Yes");
  assert_says (&screen, "✓ Saved");
  press (&screen, "Next");
  assert_says (&screen, "Two?");
  turn (50);
  touch_keys (&screen, "42");
  press (&screen, "Next");
  assert_says (&screen, "Three?");
  turn (50);
  touch_keys (&screen, "ok");
  press (&screen, "Next");
  assert_place (&screen, CARE_PLACE_REVIEW);
  assert_says (&screen, "42");
  assert_says (&screen, "ok");

  press (&screen, "Change");
  assert_says (&screen, "One?");
  press (&screen, "No");
  press (&screen, "Next");
  assert_place (&screen, CARE_PLACE_REVIEW);
  press (&screen, "Yes, I'm done");
  assert_place (&screen, CARE_PLACE_THANKS);
  assert_says (&screen, "Please hand the device back to reception.");
  g_assert_cmpuint (screen.leaves, ==, 0);
  press (&screen, "Staff: continue");
  g_assert_cmpuint (screen.leaves, ==, 1);

  reader = patient_fixture_read (screen.fixture);
  g_assert_nonnull (care_journal_reader_find_last (reader, CARE_JOURNAL_DONE, NULL));
  close_screen (&screen);
}

static void
test_first_touches (gconstpointer application)
{
  Screen screen;
  GtkWidget *page;

  open_screen (&screen, application, 100, 200);
  pass_birth_date (&screen);
  press (&screen, "Yes");
  form_fixture_press (screen.window, "Next");
  page = form_fixture_nth (screen.window, CARE_TYPE_FORM_PAGE, 0);
  for (GtkWidget *at = page; at != NULL; at = gtk_widget_get_parent (at))
    {
      if (!gtk_widget_get_can_target (at))
        page = NULL;
    }
  g_assert_null (page);

  patient_fixture_settle (screen.fixture);
  turn (400);
  for (GtkWidget *at = form_fixture_nth (screen.window, CARE_TYPE_FORM_PAGE, 0); at != NULL; at = gtk_widget_get_parent (at))
    g_assert_true (gtk_widget_get_can_target (at));
  close_screen (&screen);
}

static void
test_notices (gconstpointer application)
{
  Screen screen;
  g_autoptr (CareJournalReader) reader = NULL;
  GtkWidget *entry;

  open_screen (&screen, application, 100, 200);
  pass_birth_date (&screen);
  press (&screen, "Yes");
  press (&screen, "Next");
  entry = form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "4x");

  press (&screen, "I'd like to ask staff");
  assert_says (&screen, "Please show this to reception");
  press (&screen, "Go on with the form");
  g_assert_true (form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0) == entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "4x");

  press (&screen, "Staff");
  press (&screen, "Go on with the form");
  press (&screen, "Staff");
  press (&screen, "Take it back");
  g_assert_cmpuint (screen.leaves, ==, 1);
  reader = patient_fixture_read (screen.fixture);
  g_assert_nonnull (care_journal_reader_find_last (reader, CARE_JOURNAL_BORROW, NULL));
  close_screen (&screen);
}

static void
test_language_and_size (gconstpointer application)
{
  Screen screen;

  open_screen (&screen, application, 100, 200);
  press (&screen, "Español");
  assert_says (&screen, "Hola");
  press (&screen, "English");
  assert_says (&screen, "Hello");
  pass_birth_date (&screen);
  press (&screen, "Yes");
  press (&screen, "Aa");
  g_assert_true (gtk_widget_has_css_class (screen.window, "care-size-2"));
  press (&screen, "Aa");
  press (&screen, "Español");
  g_assert_true (gtk_widget_has_css_class (screen.window, "care-size-3"));
  assert_says (&screen, "Sí");
  assert_says (&screen, "✓ Guardado");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form_fixture_find (screen.window, GTK_TYPE_TOGGLE_BUTTON, "Sí"))));
  close_screen (&screen);
}

static void
test_wrong_person (gconstpointer application)
{
  Screen screen;

  open_screen (&screen, application, 100, 200);
  press (&screen, "Next");
  turn (50);
  touch_keys (&screen, "312");
  press (&screen, "Next");
  assert_says (&screen, "The year is missing.");
  touch_keys (&screen, "1980");
  press (&screen, "Next");
  assert_says (&screen, "That month has no day");
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *day = form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0);

      gtk_editable_set_text (GTK_EDITABLE (day), "5");
      press (&screen, "Next");
      if (i == 0)
        assert_says (&screen, "That is not the date we have. Please check it and try again.");
    }
  assert_place (&screen, CARE_PLACE_LOCKED);
  assert_says (&screen, "Please show this to reception");
  close_screen (&screen);
}

static void
test_idle (gconstpointer application)
{
  Screen screen;

  open_screen (&screen, application, 4, 7);
  pass_birth_date (&screen);
  press (&screen, "Yes");
  wait_for (&screen, "Are you still there?");
  for (guint i = 0; i < 200 && form_fixture_find (screen.window, GTK_TYPE_BUTTON, "Touch the screen to go on") == NULL; i++)
    turn (50);
  assert_place (&screen, CARE_PLACE_BIRTH_DATE);
  g_assert_null (form_fixture_find (screen.window, GTK_TYPE_LABEL, "One?"));
  press (&screen, "Touch the screen to go on");
  turn (50);
  touch_keys (&screen, "1751980");
  press (&screen, "Next");
  assert_place (&screen, CARE_PLACE_FORM);
  assert_says (&screen, "One?");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form_fixture_find (screen.window, GTK_TYPE_TOGGLE_BUTTON, "Yes"))));
  close_screen (&screen);
}

/* Letters of another language, without leaving one's own. */
static void
test_other_letters (gconstpointer application)
{
  Screen screen;
  GtkWidget *keyboard;
  GtkWidget *area;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  open_screen_in (&screen, application, "en,de,ar");
  pass_birth_date (&screen);
  press (&screen, "Yes");
  press (&screen, "Next");
  press (&screen, "Next");
  turn (50);
  keyboard = form_fixture_nth (screen.window, CARE_TYPE_PATIENT_KEYBOARD, 0);
  g_assert_null (form_fixture_find (keyboard, GTK_TYPE_BUTTON, "ü"));
  form_fixture_press (keyboard, "DE");
  form_fixture_press (keyboard, "ü");
  form_fixture_press (keyboard, "AR");
  form_fixture_press (keyboard, "ش");
  form_fixture_press (keyboard, "EN");
  form_fixture_press (keyboard, "a");
  g_assert_nonnull (form_fixture_find (keyboard, GTK_TYPE_BUTTON, "DE"));
  area = form_fixture_nth (screen.window, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "üشa");
  assert_says (&screen, "Three?");
  close_screen (&screen);
}

/* The keys of every language fit the smallest screen, and what is typed is what stands on them. */
static void
test_every_layout (gconstpointer application)
{
  Screen screen;
  GtkWidget *keyboard;
  g_autoptr (GtkWidget) target = g_object_ref_sink (gtk_text_new ());
  CareFormContext *context;
  JsonArray *layouts;

  open_screen (&screen, application, 100, 200);
  pass_birth_date (&screen);
  press (&screen, "Yes");
  press (&screen, "Next");
  press (&screen, "Next");
  turn (50);
  keyboard = form_fixture_nth (screen.window, CARE_TYPE_PATIENT_KEYBOARD, 0);
  context = care_patient_session_get_context (screen.fixture->session);
  layouts = json_object_get_array_member (json_node_get_object (screen.keyboards), "layouts");
  for (guint i = 0; i < json_array_get_length (layouts); i++)
    {
      JsonObject *layout = json_array_get_object_element (layouts, i);
      const char *language = json_array_get_string_element (json_object_get_array_member (layout, "languages"), 0);
      g_autoptr (CareFormContext) other = care_form_context_with_language (context, language);
      g_auto (GStrv) keys = g_strsplit (json_array_get_string_element (json_object_get_array_member (layout, "rows"), 1), " ", -1);
      int width;

      care_patient_keyboard_set_target (CARE_PATIENT_KEYBOARD (keyboard), other, target);
      gtk_widget_measure (keyboard, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > 800)
        g_error ("the keys of %s are %d pixels wide", language, width);
      gtk_editable_set_text (GTK_EDITABLE (target), "");
      form_fixture_press (keyboard, keys[0]);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (target)), ==, keys[0]);
    }
  close_screen (&screen);
}

/* Return in a field is Next. */
static void
test_return (gconstpointer application)
{
  Screen screen;
  GtkWidget *entry;

  open_screen (&screen, application, 100, 200);
  pass_birth_date (&screen);
  press (&screen, "Yes");
  press (&screen, "Next");
  entry = form_fixture_nth (screen.window, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "7");
  patient_fixture_settle (screen.fixture);
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  /* The button is seen to go down first. */
  wait_for (&screen, "Three?");
  close_screen (&screen);
}

static void
test_no_inspector (gconstpointer application)
{
  Screen screen;
  gboolean opened = TRUE;

  open_screen (&screen, application, 100, 200);
  g_signal_emit_by_name (screen.window, "enable-debugging", FALSE, &opened);
  g_assert_false (opened);
  close_screen (&screen);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  GtkApplication *application;

  gtk_test_init (&argc, &argv, NULL);
  g_resources_register (care_patient_get_resource ());
  application = GTK_APPLICATION (g_object_new (ADW_TYPE_APPLICATION,
                                               "flags", G_APPLICATION_NON_UNIQUE,
                                               "resource-base-path", "/org/aftercare/Aftercare/Patient",
                                               NULL));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_data_func ("/window/by-touch", application, test_by_touch);
  g_test_add_data_func ("/window/first-touches", application, test_first_touches);
  g_test_add_data_func ("/window/notices", application, test_notices);
  g_test_add_data_func ("/window/language-and-size", application, test_language_and_size);
  g_test_add_data_func ("/window/wrong-person", application, test_wrong_person);
  g_test_add_data_func ("/window/idle", application, test_idle);
  g_test_add_data_func ("/window/other-letters", application, test_other_letters);
  g_test_add_data_func ("/window/every-layout", application, test_every_layout);
  g_test_add_data_func ("/window/return", application, test_return);
  g_test_add_data_func ("/window/no-inspector", application, test_no_inspector);

  return g_test_run ();
}
