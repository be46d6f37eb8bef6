/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The desk with a hand that signs in: the program's own application on the sample clinic. Writes to $DESK_TODAY, in
 * milliseconds, how long it took from $DESK_BEGUN (the monotonic clock, in microseconds) to the sign-in page drawn, and from the
 * PIN's last digit to the page Today drawn. What a hand takes between the two is nobody's work and not counted. */

#include "desk-fixture.h"

#include <locale.h>

#include "desk/care-desk-application.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/sign-in/care-sign-in-page.h"
#include "desk/today/care-today-page.h"
#include "keeper/care-keeper-wire.h"

#define WHO            "Rosa"
#define PIN            "111111"
#define BEFORE_A_TAP_MS 250

typedef struct
{
  GApplication *application;
  GtkWidget    *window;
  gint64        tapped;
  double        sign_in;
  guint         typed;
} Hand;

static double
get_milliseconds_since (gint64 begun)
{
  return (double) (g_get_monotonic_time () - begun) / 1000.0;
}

static gboolean
tap_cb (gpointer data)
{
  Hand *hand = data;
  GtkWidget *pad = desk_fixture_find (hand->window, CARE_TYPE_PIN_PAD);

  if (pad == NULL)
    {
      g_signal_emit_by_name (desk_fixture_find_button (hand->window, WHO), "clicked");
      return G_SOURCE_CONTINUE;
    }
  if (PIN[hand->typed + 1] == '\0')
    hand->tapped = g_get_monotonic_time ();
  care_pin_pad_add_digit (CARE_PIN_PAD (pad), PIN[hand->typed++]);

  return PIN[hand->typed] != '\0' ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
drawn_cb (GdkFrameClock *clock,
          Hand          *hand)
{
  if (hand->sign_in <= 0.0 && desk_fixture_find (hand->window, CARE_TYPE_SIGN_IN_PAGE) != NULL)
    {
      hand->sign_in = get_milliseconds_since (g_ascii_strtoll (g_getenv ("DESK_BEGUN"), NULL, 10));
      g_timeout_add (BEFORE_A_TAP_MS, tap_cb, hand);
    }
  else if (hand->tapped != 0 && desk_fixture_find (hand->window, CARE_TYPE_TODAY_PAGE) != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%.1f %.1f\n", hand->sign_in, get_milliseconds_since (hand->tapped));
      g_autoptr (GError) error = NULL;

      g_file_set_contents (g_getenv ("DESK_TODAY"), text, -1, &error);
      g_assert_no_error (error);
      g_signal_handlers_disconnect_by_data (clock, hand);
      g_application_quit (hand->application);
    }
}

static void
realized_cb (GtkWidget *window,
             Hand      *hand)
{
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (drawn_cb), hand);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWidget      *window,
                 Hand           *hand)
{
  hand->window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), hand);
}

int
main (int    argc,
      char **argv)
{
  int keeper = care_keeper_wire_adopt ();
  Hand hand = { NULL };

  setlocale (LC_ALL, "");
  g_autoptr (CareDeskApplication) application = care_desk_application_new (keeper);

  hand.application = G_APPLICATION (application);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &hand);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
