/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Every medicine and stimulant of the protocol: what somebody prescribed never clears by time; what somebody drank, smoked or
 * bought clears as the facts say, or waits for a clinician where they name no hours. */

#include <string.h>

#include "care-test-answers.h"
#include "care-test-protocol.h"

#include "screening/care-screening.h"

/* @source: the fact that says so. @hours: 0 never clears. @question, @answer: how it is told. @product: one it matters for. */
typedef struct
{
  const char *rule;
  const char *question;
  const char *answer;
  gboolean    prescribed;
  int         hours;
  const char *last;
  const char *product;
  const char *source;
} Thing;

static const Thing things[] = {
  /* prescribed: q-06 (do not stop what is prescribed), p-09 (keep taking ADHD medicine) */
  { "blood-thinner", "medicines-kinds", "blood-thinner", TRUE, 0, NULL, "product-a", "q-06" },
  { "aspirin", "medicines-kinds", "aspirin", TRUE, 0, NULL, "product-a", "q-06" },
  { "heart-rhythm-medicine", "medicines-kinds", "heart-rhythm-medicine", TRUE, 0, NULL, "product-a", "x-03" },
  { "stimulant-medicine", "medicines-kinds", "stimulant-medicine", TRUE, 0, NULL, "product-a", "p-09" },
  { "immune-medicine", "medicines-kinds", "immune-medicine", TRUE, 0, NULL, "product-a", "q-14" },
  { "isotretinoin", "medicines-kinds", "isotretinoin", TRUE, 0, NULL, "product-a", "q-21" },
  { "theophylline", "medicines-kinds", "theophylline", TRUE, 0, NULL, "product-e", "q-35" },
  { "methaemoglobin-medicine", "medicines-kinds", "methaemoglobin-medicine", TRUE, 0, NULL, "product-a", "x-02" },
  { "ssri", "medicines-kinds", "ssri", TRUE, 0, NULL, "product-a", "q-25" },
  { "bruising-several", "medicines-kinds", "nsaid,ssri", TRUE, 0, NULL, "product-a", "q-25" },
  { "other-medicine", "medicines-kinds", "other-medicine", TRUE, 0, NULL, "product-a", "q-40" },
  /* bought, and no hours in the facts: p-02 is 2 to 10 days and the clinician's choice, p-10 and q-25 name none */
  { "cold-medicine", "medicines-kinds", "cold-medicine", FALSE, 0, NULL, "product-a", "p-10" },
  { "nsaid", "medicines-kinds", "nsaid", FALSE, 0, NULL, "product-a", "p-02" },
  { "supplements-bleeding", "medicines-kinds", "supplements-bleeding", FALSE, 0, NULL, "product-a", "q-25" },
  /* x-05, x-06: strength and amount, no hours */
  { "numbing-today", "numbing-today", "yes", FALSE, 0, NULL, "product-a", "x-05" },
  { "numbing-strong", "numbing-today", "strong", FALSE, 0, NULL, "product-a", "x-06" },
  /* section 7: caffeine and alcohol 24 h; nicotine and pre-workout are of the stimulant list, asked with the same hours */
  { "caffeine", "caffeine-what", "coffee", FALSE, 24, "caffeine-last", "product-a", "p-03" },
  { "caffeine", "caffeine-what", "tea", FALSE, 24, "caffeine-last", "product-a", "p-03" },
  { "caffeine", "caffeine-what", "mate", FALSE, 24, "caffeine-last", "product-a", "p-03" },
  { "caffeine", "caffeine-what", "cola", FALSE, 24, "caffeine-last", "product-a", "p-03" },
  { "caffeine", "caffeine-what", "energy-drink", FALSE, 24, "caffeine-last", "product-a", "p-03" },
  { "caffeine", "caffeine-what", "caffeine-pill", FALSE, 24, "caffeine-last", "product-a", "p-03" },
  { "pre-workout", "caffeine-what", "pre-workout", FALSE, 24, "caffeine-last", "product-a", "p-08" },
  { "nicotine", "smoking", "yes", FALSE, 24, "nicotine-last", "product-a", "p-11" },
  { "alcohol", "alcohol", "yes", FALSE, 24, "alcohol-last", "product-a", "p-01" },
  /* not a matter of the last one: how the skin heals (q-29); to be looked at (q-40) */
  { "smoking", "smoking", "yes", FALSE, 0, NULL, "product-a", "q-29" },
  { "medicines-list", "medicines-kinds", "other-medicine; medicines-list=packets", FALSE, 0, NULL, "product-a", "q-40" },
};

static const char *const questions[] = {
  "medicines-kinds", "medicines-list", "caffeine-what", "smoking", "alcohol", "numbing-today", NULL
};

static const Thing *
find_thing (const char *rule,
            const char *answer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    if (strcmp (things[i].rule, rule) == 0 && (answer == NULL || strstr (things[i].answer, answer) != NULL))
      return &things[i];
  return NULL;
}

/* A rule or an answer that is added to the protocol has to be put into the table, or nobody has said whether it clears. */
static void
test_whole (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  GPtrArray *rules = care_protocol_get_rules (protocol);
  guint asked = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);
      const Thing *thing;

      /* No other question has a time that clears, nor a prescribed medicine. */
      if (rule->question == NULL || !g_strv_contains (questions, rule->question))
        {
          g_assert_null (rule->time_question);
          g_assert_false (rule->prescribed);
          continue;
        }
      asked++;
      thing = find_thing (rule->id, NULL);
      g_test_message ("%s", rule->id);
      g_assert_nonnull (thing);
      g_assert_cmpint (rule->prescribed, ==, thing->prescribed);
      g_assert_cmpint (rule->hours, ==, thing->hours);
      g_assert_cmpstr (rule->time_question, ==, thing->last);
      g_assert_true (g_strv_contains ((const char *const *) rule->sources, thing->source));
      /* Never "at least so many": one answer is one row. */
      for (gsize a = 0; thing->hours > 0 && rule->answers[a] != NULL; a++)
        g_assert_nonnull (find_thing (rule->id, rule->answers[a]));
    }
  g_assert_cmpuint (asked, >=, 20);
}

/* What is found at @at when the last one was at ten on the 20th; NULL when nothing of the rule is. */
static CareFinding *
find_at (CareProtocol *protocol,
         const Thing  *thing,
         const char   *at,
         GPtrArray   **findings)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (CareResponse) response = care_test_answer_healthy ("first-visit");
  g_autoptr (CareHistory) history = care_history_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *told = g_strdup_printf ("%s=%s%s%s%s", thing->question, thing->answer, thing->last != NULL ? "; " : "",
                                           thing->last != NULL ? thing->last : "",
                                           thing->last != NULL ? "=2026-11-20T10:00:00+01:00" : "");
  CareScreeningAnswers answers = { .response = response, .this_visit = TRUE };
  CareScreeningInputs inputs;

  care_test_set_answers (response, told);
  care_screening_inputs_init (&inputs, protocol, zone);
  inputs.answers = &answers;
  inputs.n_answers = 1;
  inputs.history = history;
  inputs.product = thing->product;
  inputs.session_start = care_instant_parse (at, zone, &error);
  g_assert_no_error (error);
  inputs.now = inputs.session_start;
  inputs.language = "en";
  answers.authored = inputs.session_start;
  *findings = care_screening_run (&inputs);
  for (guint i = 0; i < (*findings)->len; i++)
    if (strcmp (((CareFinding *) g_ptr_array_index (*findings, i))->rule, thing->rule) == 0)
      return g_ptr_array_index (*findings, i);
  return NULL;
}

static void
test_thing (gconstpointer data)
{
  const Thing *thing = data;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) late = NULL;
  CareFinding *found = find_at (protocol, thing, "2026-11-20T15:00", &soon);
  CareFinding *later;

  g_assert_nonnull (found);
  g_assert_true (found->decidable);
  if (thing->hours == 0)
    {
      g_assert_true (found->clears_at == CARE_INSTANT_NONE);
      /* Half a year makes no difference. */
      later = find_at (protocol, thing, "2027-05-20T15:00", &late);
      g_assert_nonnull (later);
      g_assert_true (later->clears_at == CARE_INSTANT_NONE);
    }
  else
    {
      g_assert_cmpint (found->clears_at, ==, care_instant_parse ("2026-11-20T10:00", zone, NULL) + thing->hours * CARE_HOUR);
      later = find_at (protocol, thing, "2026-11-21T10:00", &late);
      g_assert_null (later);
    }
  /* What is prescribed is kept, and the desk says so. */
  if (thing->prescribed && found->level != CARE_LEVEL_INFO)
    g_assert_nonnull (strstr (care_text_get (found->desk_says, "en"), "keep taking"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/medicines/whole", test_whole);
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    {
      g_autofree char *path = g_strdup_printf ("/medicines/%s/%s", things[i].rule, things[i].answer);

      g_test_add_data_func (path, &things[i], test_thing);
    }

  return g_test_run ();
}
