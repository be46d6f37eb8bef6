/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "form-fixture.h"
#include "patient/care-patient-keyboard.h"
#include "screen-fixture.h"

/* What the window looks and sounds like. */

/* The keys of every language fit the smallest screen, and what is typed is what stands on them. */
static void
test_every_layout (gconstpointer application)
{
  Screen screen;
  GtkWidget *keyboard;
  g_autoptr (GtkWidget) target = g_object_ref_sink (gtk_text_new ());
  CareFormContext *context;
  JsonArray *layouts;

  screen_open (&screen, application, 100, 200);
  screen_pass_birth_date (&screen);
  screen_press (&screen, "Yes");
  screen_press (&screen, "Next");
  screen_press (&screen, "Next");
  screen_turn (50);
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
  screen_close (&screen);
}

static void
rang_cb (guint *rang)
{
  (*rang)++;
}

/* The sound is asked for; a machine without a media module has its bell. */
static void
test_help_rings (gconstpointer application)
{
  Screen screen;
  CareChime *chime;
  guint rang = 0;

  screen_open (&screen, application, 100, 200);
  screen_pass_birth_date (&screen);
  chime = care_patient_window_get_chime (CARE_PATIENT_WINDOW (screen.window));
  g_signal_connect_swapped (chime, "rang", G_CALLBACK (rang_cb), &rang);
  screen_press (&screen, "I'd like to ask staff");
  screen_assert_says (&screen, "Please show this to reception");
  g_assert_cmpuint (rang, ==, 1);
  g_assert_true (GTK_IS_MEDIA_FILE (care_chime_get_stream (chime)));
  screen_press (&screen, "Go on with the form");
  g_assert_cmpuint (rang, ==, 1);
  screen_press (&screen, "I'd like to ask staff");
  g_assert_cmpuint (rang, ==, 2);
  screen_close (&screen);
}

/* Our own sound is in the program, and a sound it is. */
static void
test_sound (gconstpointer application)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/aftercare/Aftercare/Patient/ask.wav", 0, NULL);
  const guint8 *data;
  gsize length = 0;
  int loudest = 0;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, >, 10000);
  g_assert_cmpuint (length, <, 100000);
  g_assert_true (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WAVE", 4) == 0);
  for (gsize i = 44; i + 1 < length; i += 2)
    loudest = MAX (loudest, ABS ((gint16) (data[i] | data[i + 1] << 8)));
  g_assert_cmpint (loudest, >, 5000);
  g_assert_cmpint (loudest, <, 32767);
}

static void
begin_at_scale (gconstpointer application,
                int           percent,
                int           chosen,
                int           expected)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *css_class = g_strdup_printf ("care-size-%d", expected);
  Screen screen;
  int former;

  g_object_get (settings, "gtk-xft-dpi", &former, NULL);
  g_object_set (settings, "gtk-xft-dpi", 1024 * 96 * percent / 100, NULL);
  memset (&screen, 0, sizeof screen);
  screen.fixture = patient_fixture_new (SCREEN_FORM);
  screen.fixture->envelope->size = chosen;
  screen_open_window (&screen, application, 100, 200);
  g_assert_cmpint (care_patient_session_get_size (screen.fixture->session), ==, expected);
  g_assert_true (gtk_widget_has_css_class (screen.window, css_class));
  screen_close (&screen);
  g_object_set (settings, "gtk-xft-dpi", former, NULL);
}

/* The system's text scale is where the three sizes begin; who chose larger keeps it. */
static void
test_system_size (gconstpointer application)
{
  begin_at_scale (application, 100, 1, 1);
  begin_at_scale (application, 120, 1, 1);
  begin_at_scale (application, 125, 1, 2);
  begin_at_scale (application, 150, 1, 2);
  begin_at_scale (application, 160, 1, 3);
  begin_at_scale (application, 125, 3, 3);
}

static double
get_type_size (GtkWidget *label)
{
  return (double) pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (label))) / PANGO_SCALE;
}

/* What the screen's own sheet says of the form's widgets holds: GTK lets the later of two sheets win, whatever the selectors. On a low
 * screen a heading is 1.15 of the type where the form's sheet makes it 1.35; and Arabic lines are not twice as high as their letters. */
static void
test_own_sheet (gconstpointer application)
{
  Screen screen;
  GtkWidget *heading;
  PangoRectangle ink;
  PangoRectangle line;

  memset (&screen, 0, sizeof screen);
  screen.fixture = patient_fixture_new ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/h\",\"status\":\"active\","
                                        "\"language\":\"en\",\"item\":[{\"linkId\":\"g\",\"text\":\"صحتك اليوم\",\"type\":\"group\",\"item\":["
                                        "{\"linkId\":\"a\",\"text\":\"One?\",\"type\":\"boolean\"}]}]}");
  screen.fixture->envelope->size = 3;
  screen_open_window (&screen, application, 100, 200);
  gtk_window_set_default_size (GTK_WINDOW (screen.window), 800, 600);
  for (guint i = 0; i < 200 && !gtk_widget_has_css_class (screen.window, "care-short"); i++)
    screen_turn (20);
  g_assert_true (gtk_widget_has_css_class (screen.window, "care-short"));
  screen_pass_birth_date (&screen);
  heading = form_fixture_find (screen.window, GTK_TYPE_LABEL, "صحتك اليوم");
  g_assert_nonnull (heading);
  g_assert_cmpfloat_with_epsilon (get_type_size (heading), 35.0 * 1.15, 0.5);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  screen_turn (200);
  pango_layout_get_extents (gtk_label_get_layout (GTK_LABEL (heading)), &ink, &line);
  g_assert_cmpfloat ((double) line.height / PANGO_SCALE, <=, get_type_size (heading) * 1.5);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  screen_turn (100);
  screen_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  GtkApplication *application = screen_begin (&argc, &argv);

  g_test_add_data_func ("/window/every-layout", application, test_every_layout);
  g_test_add_data_func ("/window/help-rings", application, test_help_rings);
  g_test_add_data_func ("/window/sound", application, test_sound);
  g_test_add_data_func ("/window/system-size", application, test_system_size);
  g_test_add_data_func ("/window/own-sheet", application, test_own_sheet);

  return g_test_run ();
}
