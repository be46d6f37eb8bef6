/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-fixture.h"
#include "screen-fixture.h"
#include "widgets/form/care-field.h"

/* The screen is turned, and another one is put there, in the middle of an answer. */

#define FORM(items) \
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\",\"status\":\"active\",\"language\":\"en\"," \
  "\"item\":[" items "]}"

#define RIM 5

static void
resize (Screen *screen,
        int     width,
        int     height)
{
  /* GTK draws a rim around the window where there is no window manager. */
  gtk_window_set_default_size (GTK_WINDOW (screen->window), width + 2 * RIM, height + 2 * RIM);
  for (guint i = 0; i < 100 && (gtk_widget_get_width (screen->window) != width || gtk_widget_get_height (screen->window) != height); i++)
    screen_turn (20);
  g_assert_cmpint (gtk_widget_get_width (screen->window), ==, width);
  g_assert_cmpint (gtk_widget_get_height (screen->window), ==, height);
  /* Its shape is worked out when it has come to rest. */
  screen_turn (150);
}

static char *
read_fields (Screen *screen)
{
  GString *text = g_string_new (NULL);
  GtkWidget *field;

  for (guint i = 0; (field = form_fixture_nth (screen->window, GTK_TYPE_TEXT, i)) != NULL; i++)
    g_string_append_printf (text, "[%s]", gtk_editable_get_text (GTK_EDITABLE (field)));
  for (guint i = 0; (field = form_fixture_nth (screen->window, GTK_TYPE_TEXT_VIEW, i)) != NULL; i++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
      g_autofree char *words = NULL;

      g_object_get (buffer, "text", &words, NULL);
      g_string_append_printf (text, "{%s}", words);
    }

  return g_string_free (text, FALSE);
}

/* The focus is where it was and within the window, and all that was typed stands there. */
static void
assert_kept (Screen     *screen,
             GtkWidget  *focus,
             const char *typed)
{
  g_autofree char *fields = read_fields (screen);
  graphene_rect_t place;

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (screen->window)) == focus);
  g_assert_cmpstr (fields, ==, typed);
  g_assert_true (gtk_widget_compute_bounds (focus, screen->window, &place));
  g_assert_cmpfloat (place.origin.y, >=, 0);
  g_assert_cmpfloat (place.origin.y, <, gtk_widget_get_height (screen->window));
}

static void
turn_around (Screen *screen)
{
  static const int sizes[][2] = { { 800, 1280 }, { 800, 600 }, { 1280, 800 }, { 800, 600 } };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (screen->window));
  g_autofree char *typed = read_fields (screen);

  g_assert_nonnull (focus);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      resize (screen, sizes[i][0], sizes[i][1]);
      assert_kept (screen, focus, typed);
    }
}

static void
begin (Screen        *screen,
       gconstpointer  application,
       const char    *form)
{
  screen_open_form (screen, application, form);
  resize (screen, 1280, 800);
  screen_pass_birth_date (screen);
  screen_turn (350);
}

static CareValue *
get_value (Screen *screen)
{
  return care_node_get_value (care_response_find (care_patient_session_get_response (screen->fixture->session, 0), "q"));
}

static void
test_text (gconstpointer application)
{
  Screen screen;

  begin (&screen, application, FORM ("{\"linkId\":\"q\",\"text\":\"Words?\",\"type\":\"text\"}"));
  screen_touch_keys (&screen, "hal");
  turn_around (&screen);
  screen_touch_keys (&screen, "f");
  g_assert_cmpstr (care_value_get_text (get_value (&screen)), ==, "half");
  screen_close (&screen);
}

static void
test_date (gconstpointer application)
{
  Screen screen;

  begin (&screen, application, FORM ("{\"linkId\":\"q\",\"text\":\"When?\",\"type\":\"date\"}"));
  /* The month's first digit stands there, and no date yet. */
  screen_touch_keys (&screen, "171");
  g_assert_null (get_value (&screen));
  turn_around (&screen);
  screen_touch_keys (&screen, "22025");
  g_assert_cmpstr (care_value_get_text (get_value (&screen)), ==, "2025-12-17");
  screen_close (&screen);
}

static void
test_number (gconstpointer application)
{
  Screen screen;

  begin (&screen, application, FORM ("{\"linkId\":\"q\",\"text\":\"How much?\",\"type\":\"decimal\"}"));
  screen_touch_keys (&screen, "12.");
  turn_around (&screen);
  screen_touch_keys (&screen, "5");
  g_assert_cmpint ((int) (care_value_get_double (get_value (&screen)) * 100.0), ==, 1250);
  screen_close (&screen);
}

/* The page has been scrolled, and all of @widget is in sight above the keys. */
static void
assert_scrolled_to (Screen    *screen,
                    GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place;

  g_assert_cmpint ((int) gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))), >, 0);
  g_assert_true (gtk_widget_compute_bounds (widget, scroller, &place));
  g_assert_cmpint ((int) place.origin.y, >=, 0);
  g_assert_cmpint ((int) (place.origin.y + place.size.height), <=, gtk_widget_get_height (scroller));
}

/* Several questions on one page: the last one is half answered below the fold, and stays in sight. */
static void
test_scrolled (gconstpointer application)
{
  Screen screen;
  GtkWidget *last;

  begin (&screen, application,
         FORM ("{\"linkId\":\"g\",\"text\":\"Group\",\"type\":\"group\",\"item\":["
               "{\"linkId\":\"a\",\"text\":\"First?\",\"type\":\"integer\"},"
               "{\"linkId\":\"b\",\"text\":\"Second?\",\"type\":\"integer\"},"
               "{\"linkId\":\"q\",\"text\":\"Last?\",\"type\":\"string\"}]}"));
  last = form_fixture_nth (form_fixture_nth (screen.window, CARE_TYPE_FIELD, 2), GTK_TYPE_TEXT, 0);
  g_assert_nonnull (last);
  gtk_widget_grab_focus (last);
  screen_turn (100);
  screen_touch_keys (&screen, "hal");
  turn_around (&screen);
  assert_scrolled_to (&screen, last);
  screen_touch_keys (&screen, "f");
  g_assert_cmpstr (care_value_get_text (get_value (&screen)), ==, "half");
  screen_close (&screen);
}

/* At the largest letters there is room for little above the keys: it is the field's, whatever slides in on the way. */
static void
test_largest (gconstpointer application)
{
  Screen screen;
  GtkWidget *text;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  screen_open_form (&screen, application,
                    FORM ("{\"linkId\":\"q\",\"text\":\"All the names by which others know you, and that you had before\",\"type\":\"string\"}"));
  for (guint i = 0; i < 2; i++)
    gtk_widget_activate_action (screen.window, "patient.size", NULL);
  resize (&screen, 800, 600);
  screen_pass_birth_date (&screen);
  screen_turn (900);
  text = gtk_window_get_focus (GTK_WINDOW (screen.window));
  g_assert_true (GTK_IS_TEXT (text));
  assert_scrolled_to (&screen, gtk_widget_get_parent (text));
  screen_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  GtkApplication *application = screen_begin (&argc, &argv);

  g_test_add_data_func ("/window/resize/text", application, test_text);
  g_test_add_data_func ("/window/resize/date", application, test_date);
  g_test_add_data_func ("/window/resize/number", application, test_number);
  g_test_add_data_func ("/window/resize/scrolled", application, test_scrolled);
  g_test_add_data_func ("/window/resize/largest", application, test_largest);

  return g_test_run ();
}
