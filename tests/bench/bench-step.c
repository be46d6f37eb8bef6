/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* From the tap on Next to the next screen of the first-visit form drawn, in this process. bench-steps.h says what is
 * measured and what gates. */

#include "base/care-memory.h"
#include "patient-fixture.h"

#include "bench-steps.h"

#include "patient/care-patient-resources.h"
#include "patient/care-patient-window.h"
#include "widgets/form/care-form-view.h"

typedef struct
{
  BenchSteps *steps;
  int         status;
} Bench;

static char *
name_place (CarePatientFlow *flow)
{
  if (care_patient_flow_get_place (flow) != CARE_PLACE_FORM)
    return g_strdup_printf ("place %d", care_patient_flow_get_place (flow));

  return g_strdup (care_node_get_link_id (care_form_step_get_main (care_patient_flow_get_step (flow))));
}

static void
walk (Bench          *bench,
      PatientFixture *fixture,
      GtkWidget      *window)
{
  CarePatientFlow *flow = care_patient_window_get_flow (CARE_PATIENT_WINDOW (window));
  GDate born;

  g_date_clear (&born, 1);
  g_date_set_dmy (&born, 17, G_DATE_MAY, 1980);
  gtk_widget_activate_action (window, "patient.next", NULL);
  care_patient_flow_give_birth_date (flow, &born);

  while (care_patient_flow_get_place (flow) == CARE_PLACE_FORM)
    {
      patient_fixture_answer (fixture, care_patient_flow_get_form (flow), care_patient_flow_get_step (flow));
      patient_fixture_settle (fixture);
      /* The first 300 ms of touches go by, as they do for a hand. */
      bench_steps_turn (400);
      bench_steps_take_floor (bench->steps, window);
      bench_steps_tap (bench->steps);
      gtk_widget_activate_action (window, "patient.next", NULL);
      bench_steps_drawn (bench->steps, window, name_place (flow));
    }
}

static void
activate_cb (GApplication *application,
             Bench        *bench)
{
  for (int run = 0; run < BENCH_RUNS; run++)
    {
      g_autoptr (PatientFixture) fixture = patient_fixture_new ("first-visit.json");
      GtkWidget *window;

      patient_fixture_start (fixture);
      care_form_view_load_style (gdk_display_get_default ());
      window = care_patient_window_new (GTK_APPLICATION (application), fixture->session, 1000, 2000);
      gtk_window_present (GTK_WINDOW (window));
      bench_steps_turn (500);
      if (bench->steps == NULL)
        bench->steps = bench_steps_new (gtk_widget_get_frame_clock (window));
      else
        bench_steps_begin (bench->steps, gtk_widget_get_frame_clock (window));
      walk (bench, fixture, window);
      bench_steps_end (bench->steps);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  bench->status = bench_steps_report (bench->steps, "next step of the first-visit form drawn");
  bench_steps_free (bench->steps);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { .status = 1 };

  /* As the programs do. */
  care_memory_keep_freed ();
  g_resources_register (care_patient_get_resource ());
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/org/aftercare/Aftercare/Patient",
                              NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  g_application_run (G_APPLICATION (application), argc, argv);

  return bench.status;
}
