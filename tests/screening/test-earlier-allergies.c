/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What was named once stands: in a form answered again with "none", and past the year that an intake is valid. */

#include "care-test-returning.h"

#include <string.h>

#include "care-test-answers.h"

/* A second intake, of today. */
static void
answer_again (CareTestReturning    *f,
              CareScreeningAnswers  answers[3],
              CareResponse         *again)
{
  answers[0] = f->answers[0];
  answers[1] = f->answers[1];
  answers[2] = (CareScreeningAnswers) { .response = again, .authored = f->inputs.now, .this_visit = TRUE };
  f->inputs.answers = answers;
  f->inputs.n_answers = 3;
}

/* "None" today does not undo the soy of three weeks ago; named again, it stands once. */
static void
test_allergy_not_again (CareTestReturning *f,
                        gconstpointer      data)
{
  g_autoptr (CareResponse) again = care_test_answer_healthy ("first-visit");
  g_autoptr (GPtrArray) findings = NULL;
  CareScreeningAnswers answers[3];

  care_test_set_answers (f->intake, "allergies=soy");
  f->inputs.product = "product-b";
  answer_again (f, answers, again);

  findings = care_screening_run (&f->inputs);
  g_assert_cmpint (care_test_find (findings, "allergy-match")->level, ==, CARE_LEVEL_STOP);
  g_assert_true (g_str_has_suffix (care_test_find (findings, "allergy-match")->key, "allergies=soy"));
  g_assert_cmpint (care_test_find (findings, "allergy-earlier")->level, ==, CARE_LEVEL_REVIEW);
  g_assert_nonnull (care_test_find (findings, "allergy-earlier")->answer);

  f->inputs.product = "product-a";
  g_ptr_array_unref (findings);
  findings = care_screening_run (&f->inputs);
  g_assert_nonnull (care_test_find (findings, "allergy-unmatched"));
  g_assert_nonnull (care_test_find (findings, "allergy-earlier"));

  care_test_set_answers (again, "allergies=soy");
  g_ptr_array_unref (findings);
  findings = care_screening_run (&f->inputs);
  g_assert_nonnull (care_test_find (findings, "allergy-unmatched"));
  g_assert_null (care_test_find (findings, "allergy-earlier"));
  g_assert_cmpuint (care_test_count_open (findings), ==, 1);
}

static void
test_typed_not_again (CareTestReturning *f,
                      gconstpointer      data)
{
  g_autoptr (CareResponse) again = care_test_answer_healthy ("first-visit");
  g_autoptr (GPtrArray) findings = NULL;
  CareScreeningAnswers answers[3];

  care_test_set_answers (f->intake, "allergies=other; allergy-other=mango");
  answer_again (f, answers, again);

  findings = care_screening_run (&f->inputs);
  g_assert_cmpstr (care_test_find (findings, "allergy-unmatched")->answer, ==, "mango");
  g_assert_cmpstr (care_test_find (findings, "allergy-earlier")->answer, ==, "mango");

  care_test_set_answers (again, "allergies=other; allergy-other=mango");
  g_ptr_array_unref (findings);
  findings = care_screening_run (&f->inputs);
  g_assert_null (care_test_find (findings, "allergy-earlier"));
  g_assert_cmpuint (care_test_count_open (findings), ==, 1);
}

/* An intake that has run out must be answered anew; its allergies stand meanwhile, and after. */
static void
test_allergy_outlives (CareTestReturning *f,
                       gconstpointer      data)
{
  g_autoptr (CareResponse) again = care_test_answer_healthy ("first-visit");
  g_autoptr (GPtrArray) findings = NULL;
  CareScreeningAnswers answers[3];

  care_test_set_answers (f->intake, "allergies=soy");
  f->inputs.product = "product-b";
  f->inputs.session_start = care_test_at ("2027-12-01T10:00", f->zone);
  f->inputs.now = f->inputs.session_start;
  findings = care_screening_run (&f->inputs);
  g_assert_nonnull (care_test_find (findings, "intake-expired"));
  g_assert_nonnull (care_test_find (findings, "allergy-match"));
  g_assert_null (care_test_find (findings, "allergy-earlier"));

  answer_again (f, answers, again);
  g_ptr_array_unref (findings);
  findings = care_screening_run (&f->inputs);
  g_assert_nonnull (care_test_find (findings, "allergy-match"));
  g_assert_nonnull (care_test_find (findings, "allergy-earlier"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/screening/earlier-allergies/" path, CareTestReturning, NULL, care_test_returning_set_up, function, \
              care_test_returning_tear_down)
  ADD ("not-again", test_allergy_not_again);
  ADD ("typed-not-again", test_typed_not_again);
  ADD ("outlives-intake", test_allergy_outlives);
#undef ADD

  return g_test_run ();
}
