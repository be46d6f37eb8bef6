/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-returning.h"

#include <string.h>

#include "care-test-answers.h"

CareInstant
care_test_at (const char *text,
              GTimeZone  *zone)
{
  g_autoptr (GError) error = NULL;
  CareInstant instant = care_instant_parse (text, zone, &error);

  g_assert_no_error (error);

  return instant;
}

void
care_test_returning_set_up (CareTestReturning *f,
                            gconstpointer      data)
{
  f->protocol = care_test_load_protocol (NULL, NULL);
  f->zone = g_time_zone_new_identifier ("Europe/Madrid");
  f->intake = care_test_answer_healthy ("first-visit");
  f->day = care_test_answer_healthy ("day-check");
  f->history = care_history_new ();
  care_history_add_consent (f->history, care_test_at ("2026-11-01T09:00", f->zone), "product-a", NULL);
  care_history_add_test (f->history, care_test_at ("2026-11-01T10:00", f->zone), "product-a", 2);
  care_history_add_reading (f->history, care_test_at ("2026-11-03T10:00", f->zone), "product-a", CARE_RESULT_CLEAR);
  care_history_add_session (f->history, care_test_at ("2026-11-14T10:00", f->zone), "product-a", NULL);

  f->answers[0].response = f->intake;
  f->answers[0].authored = care_test_at ("2026-11-01T08:50", f->zone);
  f->answers[1].response = f->day;
  f->answers[1].authored = care_test_at ("2026-11-22T14:10", f->zone);
  f->answers[1].this_visit = TRUE;

  care_screening_inputs_init (&f->inputs, f->protocol, f->zone);
  f->inputs.answers = f->answers;
  f->inputs.n_answers = 2;
  f->inputs.history = f->history;
  f->inputs.product = "product-a";
  f->inputs.batch = "EX-1";
  f->inputs.session_start = care_test_at ("2026-11-22T14:30", f->zone);
  f->inputs.now = f->inputs.session_start;
  f->inputs.language = "en";
}

void
care_test_returning_tear_down (CareTestReturning *f,
                               gconstpointer      data)
{
  g_object_unref (f->protocol);
  g_time_zone_unref (f->zone);
  g_object_unref (f->intake);
  g_object_unref (f->day);
  g_object_unref (f->history);
}

const CareFinding *
care_test_find (GPtrArray  *findings,
                const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->rule, rule) == 0)
        return finding;
    }

  return NULL;
}

guint
care_test_count_open (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const CareFinding *) g_ptr_array_index (findings, i))->level != CARE_LEVEL_INFO;

  return n;
}
