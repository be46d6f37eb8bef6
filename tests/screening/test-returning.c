/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-returning.h"

#include <string.h>

#include "care-test-answers.h"
#include "screening/care-answers.h"

static void
test_returning (CareTestReturning *f,
                gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = care_screening_run (&f->inputs);

  g_assert_cmpuint (care_test_count_open (findings), ==, 0);
}

/* The intake's coffee of three weeks ago says nothing about today. */
static void
test_no_day_check (CareTestReturning *f,
                   gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = NULL;

  f->inputs.n_answers = 1;
  findings = care_screening_run (&f->inputs);
  g_assert_cmpint (care_test_find (findings, "caffeine")->kind, ==, CARE_FINDING_NOT_ASKED);
  g_assert_cmpint (care_test_find (findings, "unwell")->kind, ==, CARE_FINDING_NOT_ASKED);
  g_assert_cmpint (care_test_find (findings, "lump")->kind, ==, CARE_FINDING_NOT_ASKED);
  g_assert_null (care_test_find (findings, "pregnant"));
}

static void
test_later_counts (CareTestReturning *f,
                   gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = NULL;

  care_test_set_answers (f->intake, "smoking=no; unwell-today=yes; caffeine-what=coffee; "
                                    "caffeine-last=2026-11-01T08:00:00+01:00");
  care_test_set_answers (f->day, "lump=yes; new-since=medicine");
  findings = care_screening_run (&f->inputs);
  g_assert_null (care_test_find (findings, "unwell"));
  g_assert_null (care_test_find (findings, "caffeine"));
  g_assert_cmpint (care_test_find (findings, "lump")->level, ==, CARE_LEVEL_STOP);
  g_assert_cmpint (care_test_find (findings, "new-illness")->level, ==, CARE_LEVEL_REVIEW);
}

/* Pregnant two visits ago and "nothing new" today: she still is, until she says no to the question itself. */
static void
test_stands (CareTestReturning *f,
             gconstpointer      data)
{
  g_autoptr (CareResponse) before = care_test_answer_healthy ("day-check");
  g_autoptr (CareResponse) again = care_test_answer_healthy ("first-visit");
  CareScreeningAnswers answers[4];
  g_autoptr (GPtrArray) findings = NULL;

  care_test_set_answers (before, "new-since=pregnancy,medicine");
  answers[0] = f->answers[0];
  answers[1] = (CareScreeningAnswers) { .response = before, .authored = care_test_at ("2026-11-14T09:50", f->zone) };
  answers[2] = f->answers[1];
  f->inputs.answers = answers;
  f->inputs.n_answers = 3;

  findings = care_screening_run (&f->inputs);
  g_assert_false (care_test_find (findings, "new-pregnancy")->decidable);
  g_assert_nonnull (care_test_find (findings, "new-illness"));

  answers[3] = (CareScreeningAnswers) { .response = again, .authored = care_test_at ("2026-11-22T14:15", f->zone), .this_visit = TRUE };
  f->inputs.n_answers = 4;
  g_ptr_array_unref (findings);
  findings = care_screening_run (&f->inputs);
  g_assert_cmpuint (care_test_count_open (findings), ==, 0);
}

/* What is asked before it must be counts all the same: a reaction to the test, before any session. */
static void
test_asked_early (CareTestReturning *f,
                  gconstpointer      data)
{
  g_autoptr (CareHistory) history = care_history_new ();
  g_autoptr (GPtrArray) findings = NULL;

  care_history_add_consent (history, care_test_at ("2026-11-01T09:00", f->zone), "product-a", NULL);
  care_history_add_test (history, care_test_at ("2026-11-01T10:00", f->zone), "product-a", 2);
  care_history_add_reading (history, care_test_at ("2026-11-03T10:00", f->zone), "product-a", CARE_RESULT_CLEAR);
  f->inputs.history = history;

  care_test_set_answers (f->day, "reaction-last-time=yes; lump=?; new-since=");
  findings = care_screening_run (&f->inputs);
  g_assert_cmpint (care_test_find (findings, "reaction-last-time")->level, ==, CARE_LEVEL_STOP);
  g_assert_cmpint (care_test_find (findings, "lump")->kind, ==, CARE_FINDING_NOT_SURE);
  g_assert_null (care_test_find (findings, "new-pregnancy"));
  g_assert_cmpuint (care_test_count_open (findings), ==, 2);
}

static void
test_intake_old (CareTestReturning *f,
                 gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = NULL;

  f->answers[0].authored = care_test_at ("2025-11-22T14:30", f->zone);
  findings = care_screening_run (&f->inputs);
  g_assert_cmpint (care_test_find (findings, "intake-expired")->level, ==, CARE_LEVEL_REVIEW);
  /* What ran out is not asked any more. */
  g_assert_cmpint (care_test_find (findings, "pregnant")->kind, ==, CARE_FINDING_NOT_ASKED);
}

static void
test_intake_gap (CareTestReturning *f,
                 gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = NULL;

  f->inputs.session_start = care_test_at ("2027-05-14T10:00", f->zone);
  findings = care_screening_run (&f->inputs);
  g_assert_nonnull (care_test_find (findings, "intake-expired"));
  g_assert_nonnull (care_test_find (findings, "test-expired"));
}

static void
test_answer_changed (CareTestReturning *f,
                     gconstpointer      data)
{
  g_autoptr (CareResponse) former = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const CareFinding *changed;

  care_test_set_answers (f->day, "caffeine-what=coffee; caffeine-last=2026-11-22T14:00:00+01:00; lump=yes");
  former = care_response_copy (f->day);
  care_test_set_answers (f->day, "caffeine-last=2026-11-21");
  f->answers[1].former = former;

  findings = care_screening_run (&f->inputs);
  changed = care_test_find (findings, "answer-changed");
  g_assert_nonnull (changed);
  g_assert_cmpint (changed->kind, ==, CARE_FINDING_ANSWER_CHANGED);
  g_assert_cmpint (changed->level, ==, CARE_LEVEL_REVIEW);
  g_assert_cmpstr (changed->also[0], ==, "caffeine");
  g_assert_nonnull (strstr (changed->answer, "14:00"));
  /* What did not change stands as itself, once. */
  g_assert_cmpint (care_test_find (findings, "lump")->kind, ==, CARE_FINDING_ANSWERED);

  care_test_set_answers (f->day, "caffeine-last=2026-11-22T14:00:00+01:00; lump=no");
  g_ptr_array_unref (findings);
  findings = care_screening_run (&f->inputs);
  changed = care_test_find (findings, "answer-changed");
  g_assert_cmpstr (changed->also[0], ==, "lump");
}

static void
test_answer_unchanged (CareTestReturning *f,
                       gconstpointer      data)
{
  g_autoptr (CareResponse) former = care_response_copy (f->day);
  g_autoptr (GPtrArray) findings = NULL;

  f->answers[1].former = former;
  findings = care_screening_run (&f->inputs);
  g_assert_cmpuint (care_test_count_open (findings), ==, 0);
}

static void
test_decided (CareTestReturning *f,
              gconstpointer      data)
{
  const char *decided[] = { NULL, NULL, NULL };
  g_autoptr (GPtrArray) findings = NULL;

  care_test_set_answers (f->day, "caffeine-what=coffee; caffeine-last=2026-11-21T15:10:00+01:00");
  findings = care_screening_run (&f->inputs);
  g_assert_cmpint (care_screening_judge (findings, NULL).word, ==, CARE_VERDICT_DECIDE);
  g_assert_cmpint (care_screening_judge (findings, NULL).ready_at, ==, care_test_at ("2026-11-22T15:10", f->zone));

  decided[0] = care_test_find (findings, "caffeine")->key;
  g_assert_cmpint (care_screening_judge (findings, decided).word, ==, CARE_VERDICT_READY);

  /* Another cup is another key: the decision does not hold for it. */
  care_test_set_answers (f->day, "caffeine-last=2026-11-22T14:00:00+01:00");
  {
    g_autoptr (GPtrArray) again = care_screening_run (&f->inputs);

    g_assert_cmpint (care_screening_judge (again, decided).word, ==, CARE_VERDICT_DECIDE);
  }

  /* A name and a reason do not make a missing batch right. */
  f->inputs.batch = NULL;
  {
    g_autoptr (GPtrArray) again = care_screening_run (&f->inputs);

    decided[1] = care_test_find (again, "batch")->key;
    g_assert_cmpint (care_screening_judge (again, decided).word, ==, CARE_VERDICT_STOP);
  }
}

static void
test_batch (CareTestReturning *f,
            gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = NULL;

  f->inputs.batch_expires = f->inputs.session_start;
  findings = care_screening_run (&f->inputs);
  g_assert_false (care_test_find (findings, "batch")->decidable);

  g_ptr_array_unref (findings);
  f->inputs.batch_expires = f->inputs.session_start + CARE_SECOND;
  findings = care_screening_run (&f->inputs);
  g_assert_null (care_test_find (findings, "batch"));
}

static void
test_max_visits (CareTestReturning *f,
                 gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = NULL;

  f->inputs.product = "product-b";
  for (int i = 0; i < 4; i++)
    care_history_add_session (f->history, care_test_at ("2026-06-01T10:00", f->zone) + i * 672 * CARE_HOUR, "product-b", NULL);

  findings = care_screening_run (&f->inputs);
  g_assert_cmpint (care_test_find (findings, "max-visits")->level, ==, CARE_LEVEL_STOP);
  g_assert_true (care_test_find (findings, "max-visits")->decidable);
}

static void
test_identity_open (CareTestReturning *f,
                    gconstpointer      data)
{
  g_autoptr (GPtrArray) findings = NULL;
  GDate birth;

  f->inputs.identity_open = TRUE;
  g_date_clear (&birth, 1);
  g_date_set_dmy (&birth, 23, G_DATE_NOVEMBER, 2008);
  f->inputs.birth_date = &birth;
  findings = care_screening_run (&f->inputs);
  g_assert_false (care_test_find (findings, "identity")->decidable);
  g_assert_false (care_test_find (findings, "under-age")->decidable);
}

/* Every medicine of every tick list: a finding without a time, in every language, and no line leaves it out. */
static void
test_medicines (CareTestReturning *f,
                gconstpointer      data)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (f->intake, CARE_QUESTION_SYSTEM, "medicines-kinds");
  GPtrArray *lines = care_protocol_get_lines (f->protocol);
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const CareItem *item = care_node_get_item (g_ptr_array_index (nodes, i));

      for (guint o = 0; o < care_item_get_n_options (item); o++)
        {
          const char *code = care_value_get_code (care_option_get_value (care_item_get_option (item, o)));
          g_autoptr (CareResponse) intake = care_test_answer_healthy ("first-visit");
          g_autofree char *answers = g_strdup_printf ("medicines-kinds=%s", code);
          g_autoptr (GPtrArray) findings = NULL;
          gboolean found = FALSE;

          if (strcmp (code, "none") == 0)
            continue;

          n++;
          care_test_set_answers (intake, answers);
          f->answers[0].response = intake;
          f->inputs.product = "product-e";
          findings = care_screening_run (&f->inputs);
          f->answers[0].response = f->intake;

          for (guint k = 0; k < findings->len; k++)
            {
              const CareFinding *finding = g_ptr_array_index (findings, k);

              if (g_strcmp0 (finding->question, "medicines-kinds") != 0)
                continue;

              found = TRUE;
              g_assert_cmpint (finding->clears_at, ==, CARE_INSTANT_NONE);
              if (finding->prescribed && finding->kind == CARE_FINDING_ANSWERED)
                g_assert_true (strstr (care_text_get (finding->reason, "en"), "keep") != NULL ||
                               strstr (care_text_get (finding->clinician, "en"), "stay") != NULL ||
                               strstr (care_text_get (finding->clinician, "en"), "kept") != NULL);
            }

          if (!found)
            g_error ("no finding tells of '%s'", code);
        }
    }

  g_assert_cmpuint (n, >=, 12);

  for (guint i = 0; i < lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (lines, i);
      static const char *const words[] = { "medicine", "pill", "ADHD", "aspirin", "thinner", "medicina", "pastilla", "aspirina" };

      if (line->stance != CARE_STANCE_AVOID && line->hours == 0)
        continue;

      for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
        {
          g_assert_null (strstr (care_text_get_exact (line->text, "en"), words[w]));
          g_assert_null (strstr (care_text_get_exact (line->text, "es"), words[w]));
        }
    }
}

static void
test_clear_no (CareTestReturning *f,
               gconstpointer      data)
{
  const char *const answers[] = { "conditions=none", "conditions=kidney", "conditions=?", "conditions=!", "conditions=",
                                  "conditions=stroke" };
  const gboolean clear[] = { TRUE, FALSE, FALSE, FALSE, FALSE, TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (CareResponse) intake = care_test_answer_healthy ("first-visit");
      g_auto (GStrv) pairs = NULL;

      care_test_set_answers (intake, answers[i]);
      f->answers[0].response = intake;
      pairs = care_screening_dup_clear_no (&f->inputs);
      f->answers[0].response = f->intake;
      if (g_strv_contains ((const char *const *) pairs, "conditions/kidney") != clear[i])
        g_error ("%s", answers[i]);
    }
}

#define ADD(name, test) g_test_add ("/screening/" name, CareTestReturning, NULL, care_test_returning_set_up, test, care_test_returning_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("returning", test_returning);
  ADD ("no-day-check", test_no_day_check);
  ADD ("later-counts", test_later_counts);
  ADD ("stands", test_stands);
  ADD ("asked-early", test_asked_early);
  ADD ("intake-old", test_intake_old);
  ADD ("intake-gap", test_intake_gap);
  ADD ("answer-changed", test_answer_changed);
  ADD ("answer-unchanged", test_answer_unchanged);
  ADD ("decided", test_decided);
  ADD ("batch", test_batch);
  ADD ("max-visits", test_max_visits);
  ADD ("identity-open", test_identity_open);
  ADD ("medicines", test_medicines);
  ADD ("clear-no", test_clear_no);

  return g_test_run ();
}
