/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "patient/care-patient-idle.h"

static const char *program;

/* For how long the main loop would sleep now, in seconds: nothing but the timer is there to wake it. */
static int
get_sleep (void)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[8];
  int priority;
  int timeout = 0;

  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  g_main_context_query (context, G_MAXINT, &timeout, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);

  return (timeout + 500) / 1000;
}

static void
count_cb (guint *counter)
{
  (*counter)++;
}

/* The warning after three minutes, the blank screen two minutes later. */
static void
test_spans (void)
{
  CarePatientIdle *idle = care_patient_idle_new (CARE_PATIENT_IDLE_WARN, CARE_PATIENT_IDLE_BLANK);

  g_assert_cmpint (get_sleep (), ==, 3 * 60);
  care_patient_idle_wake (idle);
  g_assert_cmpint (get_sleep (), ==, 3 * 60);
  g_assert_cmpint (CARE_PATIENT_IDLE_BLANK, ==, 5 * 60);
  g_assert_finalize_object (idle);
  g_assert_cmpint (get_sleep (), <=, 0);
}

/* The second span counts from the last touch too. */
static void
test_order (void)
{
  CarePatientIdle *idle = care_patient_idle_new (1, 121);
  guint n_warned = 0;
  guint n_blank = 0;

  g_signal_connect_swapped (idle, "warn", G_CALLBACK (count_cb), &n_warned);
  g_signal_connect_swapped (idle, "blank", G_CALLBACK (count_cb), &n_blank);
  while (n_warned == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_blank, ==, 0);
  g_assert_cmpint (get_sleep (), ==, 120);
  care_patient_idle_wake (idle);
  g_assert_cmpint (get_sleep (), ==, 1);
  g_assert_finalize_object (idle);
}

/* The program begins with these spans: its help says so. */
static void
test_program (void)
{
  const char *arguments[] = { program, "--help", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (said, "--idle-warn=180"));
  g_assert_nonnull (strstr (said, "--idle-blank=300"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  g_test_add_func ("/idle/spans", test_spans);
  g_test_add_func ("/idle/order", test_order);
  g_test_add_func ("/idle/program", test_program);

  return g_test_run ();
}
