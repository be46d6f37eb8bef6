/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* From the tap on Next to the next screen of the first-visit form drawn, in this process: building the screen's widgets,
 * laying them out and painting them. The floor is the same window repainting a screen that stands already. */

#include "patient-fixture.h"

#include <time.h>

#include "patient/care-patient-resources.h"
#include "patient/care-patient-window.h"
#include "widgets/form/care-form-view.h"

#define FRAME_MS 16.0

/* Time of this thread alone: what others do on the machine at the same time does not count. */
static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

typedef struct
{
  gint64   began;
  gint64   in_frame;
  gboolean drawn;
} Watch;

static void
before_paint_cb (GdkFrameClock *clock,
                 Watch         *watch)
{
  watch->began = get_work ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Watch         *watch)
{
  watch->in_frame = get_work () - watch->began;
  watch->drawn = TRUE;
}

static double
wait_frame (Watch *watch)
{
  watch->drawn = FALSE;
  while (!watch->drawn)
    g_main_context_iteration (NULL, TRUE);

  return (double) watch->in_frame / 1000.0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static void
measure (PatientFixture *fixture,
         GtkWidget      *window)
{
  CarePatientFlow *flow = care_patient_window_get_flow (CARE_PATIENT_WINDOW (window));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  Watch watch = { 0 };
  GDate born;

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &watch);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &watch);
  g_date_clear (&born, 1);
  g_date_set_dmy (&born, 17, G_DATE_MAY, 1980);
  gtk_widget_activate_action (window, "patient.next", NULL);
  care_patient_flow_give_birth_date (flow, &born);

  while (care_patient_flow_get_place (flow) == CARE_PLACE_FORM)
    {
      gint64 tapped;
      double step;
      double frame;

      patient_fixture_answer (fixture, care_patient_flow_get_form (flow), care_patient_flow_get_step (flow));
      patient_fixture_settle (fixture);
      turn (400);
      gtk_widget_queue_draw (window);
      frame = wait_frame (&watch);
      g_array_append_val (floors, frame);

      tapped = get_work ();
      gtk_widget_activate_action (window, "patient.next", NULL);
      step = (double) (get_work () - tapped) / 1000.0;
      frame = wait_frame (&watch);
      if (g_getenv ("BENCH_EACH") != NULL)
        g_print ("%5.1f ms to build, %5.1f ms in the frame: place %d, %s\n", step, frame, care_patient_flow_get_place (flow),
                 care_patient_flow_get_place (flow) == CARE_PLACE_FORM
                   ? care_node_get_link_id (care_form_step_get_main (care_patient_flow_get_step (flow))) : "-");
      step += frame;
      g_array_append_val (steps, step);
    }

  g_array_sort (steps, compare);
  g_array_sort (floors, compare);
  g_print ("next step drawn: median %.1f ms, worst %.1f ms of %u (one frame is %.0f ms); same window repainted: %.1f ms\n",
           g_array_index (steps, double, steps->len / 2), g_array_index (steps, double, steps->len - 1),
           steps->len, FRAME_MS, g_array_index (floors, double, floors->len / 2));
}

static void
activate_cb (GApplication *application,
             gpointer      user_data)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new ("first-visit.json");
  GtkWidget *window;

  patient_fixture_start (fixture);
  care_form_view_load_style (gdk_display_get_default ());
  window = care_patient_window_new (GTK_APPLICATION (application), fixture->session, 1000, 2000);
  gtk_window_present (GTK_WINDOW (window));
  turn (500);
  measure (fixture, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  g_resources_register (care_patient_get_resource ());
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/org/aftercare/Aftercare/Patient",
                              NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
