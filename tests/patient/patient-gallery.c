/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Draws every page of the patient's screen into PNG files, to be looked at:
 *
 *   patient-gallery OUT-PREFIX WIDTH HEIGHT SIZE LANGUAGE FORM…
 *
 * Each page is drawn twice: as it comes, and answered. */

#include "patient-fixture.h"

#include <stdlib.h>

#include "patient/care-patient-resources.h"
#include "patient/care-patient-window.h"
#include "widgets/form/care-form-view.h"

static void
turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

/* With GALLERY_WIDE=pixels: names what needs more width than that. */
static void
tell_wide (GtkWidget *widget,
           int        most,
           int        depth)
{
  int minimum;

  if (!gtk_widget_get_mapped (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > most)
    g_print ("%*s%s \"%s\" needs %d\n", depth, "", G_OBJECT_TYPE_NAME (widget),
             GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", minimum);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tell_wide (child, most, depth + 1);
}

static void
shoot (GtkWidget  *window,
       const char *prefix,
       const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s-%s.png", prefix, name);
  g_autoptr (GdkPaintable) paintable = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  turn (400);
  if (g_getenv ("GALLERY_WIDE") != NULL)
    {
      g_print ("%s\n", name);
      tell_wide (window, atoi (g_getenv ("GALLERY_WIDE")), 0);
    }
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

static void
walk (PatientFixture *fixture,
      GtkWidget      *window,
      const char     *prefix)
{
  CarePatientFlow *flow = care_patient_window_get_flow (CARE_PATIENT_WINDOW (window));
  GDate born;

  shoot (window, prefix, "00-welcome");
  gtk_widget_activate_action (window, "patient.next", NULL);
  shoot (window, prefix, "01-birth");
  gtk_widget_activate_action (window, "patient.next", NULL);
  shoot (window, prefix, "02-birth-empty");
  g_date_set_dmy (&born, 17, G_DATE_MAY, 1980);
  care_patient_flow_give_birth_date (flow, &born);

  for (guint i = 0; care_patient_flow_get_place (flow) == CARE_PLACE_FORM && i < 60; i++)
    {
      g_autofree char *open = g_strdup_printf ("1%02u-a", i);
      g_autofree char *answered = g_strdup_printf ("1%02u-b", i);

      patient_fixture_settle (fixture);
      shoot (window, prefix, open);
      patient_fixture_answer (fixture, care_patient_flow_get_form (flow), care_patient_flow_get_step (flow));
      patient_fixture_settle (fixture);
      shoot (window, prefix, answered);
      care_patient_flow_next (flow);
    }
  if (care_patient_flow_get_place (flow) == CARE_PLACE_PRIVATE)
    shoot (window, prefix, "200-private");
  shoot (window, prefix, "201-review");
  gtk_widget_activate_action (window, "patient.ask", NULL);
  shoot (window, prefix, "202-help");
  gtk_widget_activate_action (window, "patient.borrow", NULL);
  shoot (window, prefix, "203-borrow");
}

static void
activate_cb (GApplication  *application,
             char         **argv)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (argv[6]);
  GtkWidget *window;

  for (guint i = 7; argv[i] != NULL; i++)
    patient_fixture_add_form (fixture, argv[i]);
  g_strfreev (fixture->envelope->languages);
  fixture->envelope->languages = g_strsplit ("en,es,fr,pt-BR,de,ar", ",", -1);
  fixture->envelope->size = atoi (argv[4]);
  g_free (fixture->envelope->language);
  fixture->envelope->language = g_strdup (argv[5]);
  patient_fixture_start (fixture);

  care_form_view_load_style (gdk_display_get_default ());
  window = care_patient_window_new (GTK_APPLICATION (application), fixture->session, 1000, 2000);
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (argv[2]), atoi (argv[3]));
  gtk_window_present (GTK_WINDOW (window));
  walk (fixture, window, argv[1]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  char *arguments[] = { argv[0], NULL };

  if (argc < 7)
    {
      g_printerr ("patient-gallery OUT-PREFIX WIDTH HEIGHT SIZE LANGUAGE FORM…\n");
      return 2;
    }
  g_resources_register (care_patient_get_resource ());
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/org/aftercare/Aftercare/Patient",
                              NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argv);

  return g_application_run (G_APPLICATION (application), 1, arguments);
}
