/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screen-fixture.h"

#include <string.h>

#include "form-fixture.h"
#include "patient/care-patient-keyboard.h"
#include "patient/care-patient-resources.h"

static void
count_cb (guint *counter)
{
  (*counter)++;
}

GtkApplication *
screen_begin (int    *argc,
              char ***argv)
{
  g_autoptr (GError) error = NULL;
  GtkApplication *application;

  gtk_test_init (argc, argv, NULL);
  g_resources_register (care_patient_get_resource ());
  application = GTK_APPLICATION (g_object_new (ADW_TYPE_APPLICATION,
                                               "flags", G_APPLICATION_NON_UNIQUE,
                                               "resource-base-path", "/org/aftercare/Aftercare/Patient",
                                               NULL));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

void
screen_turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

void
screen_open_window (Screen        *screen,
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
  screen_turn (50);
}

void
screen_open_form (Screen        *screen,
                  gconstpointer  application,
                  const char    *form)
{
  memset (screen, 0, sizeof *screen);
  screen->fixture = patient_fixture_new (form);
  screen_open_window (screen, application, 100, 200);
}

void
screen_open (Screen        *screen,
             gconstpointer  application,
             guint          warn,
             guint          blank)
{
  memset (screen, 0, sizeof *screen);
  screen->fixture = patient_fixture_new (SCREEN_FORM);
  screen_open_window (screen, application, warn, blank);
}

void
screen_open_in (Screen        *screen,
                gconstpointer  application,
                const char    *languages)
{
  memset (screen, 0, sizeof *screen);
  screen->fixture = patient_fixture_new (SCREEN_FORM);
  g_strfreev (screen->fixture->envelope->languages);
  screen->fixture->envelope->languages = g_strsplit (languages, ",", -1);
  screen_open_window (screen, application, 100, 200);
}

void
screen_close (Screen *screen)
{
  patient_fixture_settle (screen->fixture);
  g_object_add_weak_pointer (G_OBJECT (screen->window), (gpointer *) &screen->window);
  gtk_window_destroy (GTK_WINDOW (screen->window));
  screen_turn (20);
  g_assert_null (screen->window);
  g_assert_finalize_object (g_steal_pointer (&screen->fixture->session));
  patient_fixture_free (screen->fixture);
  json_node_unref (screen->keyboards);
}

void
screen_press (Screen     *screen,
              const char *text)
{
  form_fixture_press (screen->window, text);
  patient_fixture_settle (screen->fixture);
  screen_turn (20);
}

void
screen_assert_says (Screen     *screen,
                    const char *words)
{
  g_autofree char *text = form_fixture_read (screen->window);

  if (strstr (text, words) == NULL)
    g_error ("\"%s\" is not on the screen: %s", words, text);
}

/* Waits until the words are there: timers are slow on a busy machine. */
void
screen_wait_for (Screen     *screen,
                 const char *words)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = form_fixture_read (screen->window);

      if (strstr (text, words) != NULL)
        return;
      screen_turn (50);
    }
  screen_assert_says (screen, words);
}

void
screen_assert_place (Screen           *screen,
                     CarePatientPlace  place)
{
  CarePatientFlow *flow = care_patient_window_get_flow (CARE_PATIENT_WINDOW (screen->window));

  g_assert_cmpint (care_patient_flow_get_place (flow), ==, place);
}

/* Types with the keys on the screen. */
void
screen_touch_keys (Screen     *screen,
                   const char *keys)
{
  GtkWidget *keyboard = form_fixture_nth (screen->window, CARE_TYPE_PATIENT_KEYBOARD, 0);

  for (const char *c = keys; *c != '\0'; c++)
    {
      char label[] = { *c, '\0' };

      form_fixture_press (keyboard, label);
    }
  screen_turn (20);
}

void
screen_pass_birth_date (Screen *screen)
{
  screen_press (screen, "Next");
  screen_assert_place (screen, CARE_PLACE_BIRTH_DATE);
  screen_turn (50);
  screen_touch_keys (screen, "1751980");
  screen_press (screen, "Next");
  screen_assert_place (screen, CARE_PLACE_FORM);
}
