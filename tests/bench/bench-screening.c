/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-answers.h"
#include "care-test-protocol.h"

#include "screening/care-screening.h"

#define RUNS 400

/* The middle of the times, in microseconds. */
static double
median (gint64 *times,
        guint   n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && times[j - 1] > times[j]; j--)
      {
        gint64 swap = times[j];

        times[j] = times[j - 1];
        times[j - 1] = swap;
      }

  return (double) times[n / 2];
}

static double
measure (const CareScreeningInputs *inputs,
         guint                     *n_findings)
{
  g_autofree gint64 *times = g_new (gint64, RUNS);

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) findings = care_screening_run (inputs);

      *n_findings = findings->len;
      times[i] = g_get_monotonic_time () - start;
    }

  return median (times, RUNS);
}

/* The floor: to look at every question's answer once. */
static guint
look (CareNode *node)
{
  guint n = (guint) care_node_get_state (node);

  for (guint a = 0; a < MAX (care_node_get_n_answers (node), 1); a++)
    for (guint i = 0; i < care_node_get_n_children (node, a); i++)
      n += look (care_node_get_child (node, a, i));

  return n;
}

static double
measure_floor (CareResponse *response)
{
  g_autofree gint64 *times = g_new (gint64, RUNS);
  guint sum = 0;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint j = 0; j < 100; j++)
        sum += look (care_response_get_root (response));
      times[i] = g_get_monotonic_time () - start;
    }

  g_assert_cmpuint (sum, >, 0);

  return median (times, RUNS) / 100.0;
}

int
main (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (CareResponse) healthy = care_test_answer_healthy ("first-visit");
  g_autoptr (CareResponse) ill = care_test_answer_healthy ("first-visit");
  g_autoptr (CareHistory) history = care_history_new ();
  CareScreeningAnswers answers = { .response = healthy, .this_visit = TRUE };
  CareScreeningInputs inputs;
  guint n = 0;
  double time;
  gboolean good;

  care_screening_inputs_init (&inputs, protocol, zone);
  inputs.answers = &answers;
  inputs.n_answers = 1;
  inputs.history = history;
  inputs.product = "product-b";
  inputs.batch_not_asked = TRUE;
  inputs.session_start = care_instant_parse ("2026-11-22T14:30", zone, NULL);
  inputs.now = inputs.session_start;
  inputs.language = "en";

  time = measure (&inputs, &n);
  good = time < 1000.0;
  g_print ("full intake, healthy: %.0f us, %u findings (floor: every answer looked at once, %.1f us)\n", time, n,
           measure_floor (healthy));

  care_test_set_answers (ill, "conditions=stroke,cancer,kidney,keloid,thyroid; medicines-kinds=blood-thinner,ssri,nsaid; "
                              "allergies=soy,bee,latex; caffeine-what=coffee; caffeine-last=2026-11-22T09:00:00+01:00; "
                              "skin-today=cold-sore; pregnancy=?; in-area=tattoo");
  answers.response = ill;
  time = measure (&inputs, &n);
  good = good && time < 1000.0;
  g_print ("full intake, much found: %.0f us, %u findings\n", time, n);

  answers.former = healthy;
  time = measure (&inputs, &n);
  good = good && time < 1000.0;
  g_print ("the same, against the answers before: %.0f us, %u findings\n", time, n);

  g_print ("%s: under 1000 us each\n", good ? "good" : "TOO SLOW");

  return good ? 0 : 1;
}
