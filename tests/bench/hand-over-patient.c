/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The patient's screen with a hand that taps: the program's own application, started by the keeper as it is. Once its first
 * page is painted it taps Next, and gives the birth date, and writes to $HAND_OVER_QUESTION how many milliseconds passed from
 * each tap until what came of it was drawn, the form's first question last. What a hand takes between the taps, and the 300 ms
 * in which the screen does not listen to one, are nobody's work and not counted. */

#include <stdlib.h>

#include "keeper/care-keeper-wire.h"
#include "patient/care-patient-application.h"
#include "patient/care-patient-window.h"

#define BEFORE_A_TAP_MS 400

typedef struct
{
  GtkWidget *window;
  gint64     tapped;
  double     took;
  gulong     drawing;
} Hand;

static gboolean tap_cb (gpointer data);

static CarePatientFlow *
get_flow (Hand *hand)
{
  return care_patient_window_get_flow (CARE_PATIENT_WINDOW (hand->window));
}

static void
drawn_cb (GdkFrameClock *clock,
          Hand          *hand)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_handler_disconnect (clock, hand->drawing);
  hand->took += (double) (g_get_monotonic_time () - hand->tapped) / 1000.0;
  if (care_patient_flow_get_place (get_flow (hand)) != CARE_PLACE_FORM)
    {
      g_timeout_add (BEFORE_A_TAP_MS, tap_cb, hand);
      return;
    }
  text = g_strdup_printf ("%.1f\n", hand->took);
  g_file_set_contents (g_getenv ("HAND_OVER_QUESTION"), text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
tap_cb (gpointer data)
{
  Hand *hand = data;
  GDate born;

  hand->tapped = g_get_monotonic_time ();
  hand->drawing = g_signal_connect_after (gtk_widget_get_frame_clock (hand->window), "after-paint", G_CALLBACK (drawn_cb), hand);
  if (care_patient_flow_get_place (get_flow (hand)) == CARE_PLACE_BIRTH_DATE)
    {
      g_date_clear (&born, 1);
      g_date_set_dmy (&born, 17, G_DATE_MAY, 1980);
      g_assert_true (care_patient_flow_give_birth_date (get_flow (hand), &born));
    }
  else
    {
      g_assert_cmpint (care_patient_flow_get_place (get_flow (hand)), ==, CARE_PLACE_WELCOME);
      gtk_widget_activate_action (hand->window, "patient.next", NULL);
    }

  return G_SOURCE_REMOVE;
}

static void
painted_cb (Hand *hand)
{
  g_timeout_add (BEFORE_A_TAP_MS, tap_cb, hand);
}

static void
window_added_cb (Hand      *hand,
                 GtkWidget *window)
{
  hand->window = window;
  g_signal_connect_swapped (window, "painted", G_CALLBACK (painted_cb), hand);
}

int
main (int    argc,
      char **argv)
{
  int socket = care_keeper_wire_adopt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CareEnvelope) envelope = care_envelope_new_from_fd (CARE_KEEPER_FD_ENVELOPE, &error);
  g_autoptr (CarePatientSession) session = NULL;
  g_autoptr (CarePatientApplication) application = NULL;
  Hand hand = { NULL };

  g_assert_no_error (error);
  session = care_patient_session_new (g_steal_pointer (&envelope), CARE_KEEPER_FD_JOURNAL, &error);
  g_assert_no_error (error);
  application = care_patient_application_new (session, socket, FALSE, 180, 300);
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added_cb), &hand);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
