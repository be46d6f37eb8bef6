/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-fixture.h"

#include "widgets/form/care-tile.h"

CareFormContext *
form_fixture_context_at (const char *language,
                         const char *place,
                         const char *when)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "patient.json", NULL);
  g_autoptr (CareWords) words = care_words_load (path, &error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (place);
  CareInstant now = care_instant_parse (when, zone, &error);
  g_autoptr (CareWriting) writing = care_writing_new ();
  g_autoptr (CareClock) clock = NULL;

  care_writing_set_hours (writing, language, CARE_HOURS_24);
  g_assert_no_error (error);
  clock = care_clock_new_fixed (now);

  return care_form_context_new (words, language, CARE_FORM_DENSITY_PATIENT, clock, zone, writing);
}

CareFormContext *
form_fixture_context (const char *language)
{
  return form_fixture_context_at (language, "America/New_York", "2026-11-22T15:10:00-05:00");
}

CareResponse *
form_fixture_response (const char *items)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\","
                                           "\"status\":\"active\",\"language\":\"en\",\"item\":%s}",
                                           items);
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "test", &error);

  g_assert_no_error (error);

  return care_response_new (form);
}

void
form_fixture_turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

GtkWidget *
form_fixture_show (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();

  care_form_view_load_style (gdk_display_get_default ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  form_fixture_turn ();

  return window;
}

static const char *
get_text (GtkWidget *widget)
{
  if (CARE_IS_TILE (widget))
    return care_tile_get_text (CARE_TILE (widget));
  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    return gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));

  return NULL;
}

GtkWidget *
form_fixture_find (GtkWidget  *widget,
                   GType       type,
                   const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && g_strcmp0 (get_text (widget), text) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = form_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *left)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*left)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, left);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
form_fixture_nth (GtkWidget *widget,
                  GType      type,
                  guint      n)
{
  return find_nth (widget, type, &n);
}

void
form_fixture_press (GtkWidget  *widget,
                    const char *text)
{
  GtkWidget *button = form_fixture_find (widget, GTK_TYPE_BUTTON, text);

  if (button == NULL)
    g_error ("there is no button \"%s\"", text);
  g_signal_emit_by_name (button, "clicked");
  form_fixture_turn ();
}

static void
read_labels (GtkWidget *widget,
             GString   *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_labels (child, text);
}

char *
form_fixture_read (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  read_labels (widget, text);

  return g_string_free (text, FALSE);
}
