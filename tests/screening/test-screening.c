/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-answers.h"
#include "care-test-protocol.h"

#include <string.h>

#include "base/care-json.h"
#include "screening/care-screening.h"

/* A case: what differs from a healthy person with a clear test, a consent and thighs to treat with product A, on
 * Sunday 22 November 2026 at 14:30 in Madrid. */
typedef struct
{
  const char *name;
  const char *answers;
  const char *product;
  const char *history;
  const char *start;
  const char *found;
  const char *verdict;
  CareVisitKind visit;
  CareTri numbing;
} Case;

#define DAY "2026-11-22T14:30"
#define TEST(product) "{\"event\": \"test\", \"at\": \"2026-11-19T10:00\", \"product\": \"" product "\"}"
#define READING(product) "{\"event\": \"reading\", \"at\": \"2026-11-20T11:00\", \"product\": \"" product "\", \"result\": \"clear\"}"
#define CONSENT(product) "{\"event\": \"consent\", \"at\": \"2026-11-19T09:00\", \"product\": \"" product "\"}"
#define GOOD(product) "[" CONSENT (product) ", " TEST (product) ", " READING (product) "]"
#define AND(product, event) "[" CONSENT (product) ", " TEST (product) ", " READING (product) ", " event "]"
#define SESSION(at, product) "{\"event\": \"session\", \"at\": \"" at "\", \"product\": \"" product "\"}"
#define REACTION(at, sign) "{\"event\": \"reaction\", \"at\": \"" at "\", \"product\": \"product-a\", \"sign\": \"" sign "\"}"
#define ANSWERS(text, found, verdict) text, "product-a", NULL, DAY, found, verdict, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN
#define HISTORY(history, start, found, verdict) "", "product-a", history, start, found, verdict, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN

#define READY "ready"
#define DECIDE "clinician must decide"
#define STOP "do not treat today"
#define S SESSION
#define LATER_ASKED "new-pregnancy/not-asked/review reaction-last-time/not-asked/review lump/not-asked/review"

static const Case cases[] = {
  { "healthy", ANSWERS ("", "", READY) },
  { "healthy-face", "goal=face", "product-c", GOOD ("product-c"), DAY, "", READY, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },

  /* pregnancy */
  { "pregnant", ANSWERS ("pregnancy=yes", "pregnant/answered/stop!", STOP) },
  { "maybe-pregnant", ANSWERS ("pregnancy=possible", "maybe-pregnant/answered/stop", DECIDE) },
  { "pregnancy-not-sure", ANSWERS ("pregnancy=?", "maybe-pregnant/answered/stop", DECIDE) },
  { "pregnancy-tell-staff", ANSWERS ("pregnancy=!", "pregnant/tell-staff/review", DECIDE) },
  { "pregnancy-not-asked", ANSWERS ("pregnancy=", "pregnant/not-asked/review", DECIDE) },
  { "pregnancy-does-not-apply", ANSWERS ("pregnancy=not-applicable", "", READY) },
  { "breastfeeding", ANSWERS ("breastfeeding=yes", "breastfeeding/answered/stop", DECIDE) },
  { "trying", ANSWERS ("trying-for-baby=trying", "trying-for-baby/answered/review", DECIDE) },
  { "birth", ANSWERS ("trying-for-baby=birth-6-weeks", "trying-for-baby/answered/review", DECIDE) },

  /* conditions: a page of ticks, its none, not sure, not asked */
  { "insulin", ANSWERS ("conditions=diabetes-insulin", "diabetes-insulin/answered/stop", DECIDE) },
  { "two-conditions", ANSWERS ("conditions=stroke,thyroid", "stroke/answered/stop thyroid/answered/review", DECIDE) },
  { "kidney", ANSWERS ("conditions=kidney", "kidney-liver/answered/review", DECIDE) },
  { "kidney-dissolving", "conditions=kidney", "product-b", GOOD ("product-b"), DAY,
    "kidney-liver-dissolving/answered/stop", DECIDE, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "asthma-no-sulfite", ANSWERS ("conditions=asthma", "", READY) },
  { "methaemoglobin", ANSWERS ("conditions=methaemoglobinaemia", "methaemoglobinaemia/answered/stop", DECIDE) },
  { "methaemoglobin-no-cream", "conditions=methaemoglobinaemia", "product-a", GOOD ("product-a"), DAY, "", READY,
    CARE_VISIT_SESSION, CARE_TRI_NO },
  { "conditions-not-asked", ANSWERS ("conditions=", "bleeding-disorder/not-asked/review diabetes-insulin/not-asked/review "
                                     "keloid/not-asked/review", DECIDE) },
  { "conditions-not-sure", ANSWERS ("conditions=?", "bleeding-disorder/not-sure/review diabetes-insulin/not-sure/review "
                                    "keloid/not-sure/review", DECIDE) },

  /* medicines: reviews without a time */
  { "blood-thinner", ANSWERS ("medicines-kinds=blood-thinner", "blood-thinner/answered/review", DECIDE) },
  { "stimulant", ANSWERS ("medicines-kinds=stimulant-medicine", "stimulant-medicine/answered/review", DECIDE) },
  { "immune", ANSWERS ("medicines-kinds=immune-medicine", "immune-medicine/answered/stop", DECIDE) },
  { "nsaid-alone", ANSWERS ("medicines-kinds=nsaid", "", READY) },
  { "bruising-several", ANSWERS ("medicines-kinds=nsaid,supplements-bleeding", "bruising-several/answered/review", DECIDE) },
  { "theophylline-other-mix", ANSWERS ("medicines-kinds=theophylline", "", READY) },
  { "theophylline-in-mix", "medicines-kinds=theophylline", "product-e", GOOD ("product-e"), DAY,
    "theophylline/answered/review", DECIDE, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "medicines-tell-staff", ANSWERS ("medicines-kinds=!", "immune-medicine/tell-staff/review "
                                     "methaemoglobin-medicine/tell-staff/review", DECIDE) },

  /* allergies */
  { "soy-in-b", "allergies=soy", "product-b", GOOD ("product-b"), DAY, "allergy-match/allergy/stop", DECIDE,
    CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "soy-not-in-a", ANSWERS ("allergies=soy", "allergy-unmatched/allergy/review", DECIDE) },
  { "wasp-in-e", "allergies=wasp", "product-e", GOOD ("product-e"), DAY, "allergy-match/allergy/stop", DECIDE,
    CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "latex", ANSWERS ("allergies=latex", "allergy-unmatched/allergy/review", DECIDE) },
  { "numbing-shot-in-a", ANSWERS ("allergies=local-anaesthetic", "allergy-match/allergy/stop", DECIDE) },
  { "typed", ANSWERS ("allergies=other; allergy-other=الصويا", "allergy-unmatched/allergy/review", DECIDE) },
  { "allergies-not-sure", ANSWERS ("allergies=?", "allergy-unmatched/not-sure/review allergy-unmatched/not-sure/review",
                                   DECIDE) },
  { "allergies-not-asked", ANSWERS ("allergies=", "allergy-unmatched/not-asked/review "
                                    "allergy-unmatched/not-asked/review", DECIDE) },
  { "severe", ANSWERS ("severe-reaction=yes", "severe-reaction/answered/stop", DECIDE) },
  { "dentist", ANSWERS ("reaction-numbing=yes", "reaction-numbing/answered/stop", DECIDE) },
  { "faints", ANSWERS ("fainting=yes", "", READY) },

  /* today */
  { "unwell", ANSWERS ("unwell-today=yes", "unwell/answered/stop", DECIDE) },
  { "cold-sore", ANSWERS ("skin-today=cold-sore", "skin-infection/answered/stop", DECIDE) },
  { "sunburn", ANSWERS ("skin-today=sunburn", "skin-flare/answered/stop", DECIDE) },
  { "fasting", ANSWERS ("meal-today=no", "meal/answered/review", DECIDE) },
  { "cream-strong", ANSWERS ("numbing-today=strong", "numbing-strong/answered/stop", DECIDE) },
  { "laser", ANSWERS ("recent-procedures=laser", "recent-procedures/answered/review", DECIDE) },
  { "home", ANSWERS ("earlier-mesotherapy=home-injection", "home-injection/answered/review", DECIDE) },
  { "earlier-reaction", ANSWERS ("earlier-mesotherapy=reaction", "earlier-reaction/answered/stop", DECIDE) },
  { "tattoo", ANSWERS ("in-area=tattoo", "in-area/answered/review", DECIDE) },
  { "vaccine", ANSWERS ("vaccine=yes", "", READY) },
  { "smokes", ANSWERS ("smoking=yes; nicotine-last=2026-11-22T13:00:00+01:00", "", READY) },

  /* what time clears */
  { "coffee-yesterday-15-10", ANSWERS ("caffeine-what=coffee; caffeine-last=2026-11-21T15:10:00+01:00",
                                       "caffeine/answered/review@2026-11-22T15:10:00+01:00",
                                       DECIDE " 2026-11-22T15:10:00+01:00") },
  { "coffee-other-offset", ANSWERS ("caffeine-what=coffee; caffeine-last=2026-11-21T09:10:00-05:00",
                                    "caffeine/answered/review@2026-11-22T15:10:00+01:00",
                                    DECIDE " 2026-11-22T15:10:00+01:00") },
  { "coffee-long-ago", ANSWERS ("caffeine-what=coffee; caffeine-last=2026-11-21T14:30:00+01:00", "", READY) },
  { "coffee-yesterday", ANSWERS ("caffeine-what=coffee; caffeine-last=2026-11-21",
                                 "caffeine/answered/review@2026-11-23T00:00:00+01:00",
                                 DECIDE " 2026-11-23T00:00:00+01:00") },
  { "coffee-day-before", ANSWERS ("caffeine-what=coffee; caffeine-last=2026-11-20", "", READY) },
  { "coffee-no-time", ANSWERS ("caffeine-what=coffee; caffeine-last=", "caffeine/answered/review", DECIDE) },
  { "coffee-time-not-sure", ANSWERS ("caffeine-what=coffee; caffeine-last=?", "caffeine/answered/review", DECIDE) },
  { "coffee-not-asked", ANSWERS ("caffeine-what=", "caffeine/not-asked/review", DECIDE) },
  { "pre-workout", ANSWERS ("caffeine-what=pre-workout; caffeine-last=2026-11-22T08:00:00+01:00",
                            "pre-workout/answered/review@2026-11-23T08:00:00+01:00", DECIDE " 2026-11-23T08:00:00+01:00") },
  { "wine", ANSWERS ("alcohol=yes; alcohol-last=2026-11-21T22:00:00+01:00",
                     "alcohol/answered/review@2026-11-22T22:00:00+01:00", DECIDE " 2026-11-22T22:00:00+01:00") },
  { "coffee-and-wine", ANSWERS ("caffeine-what=coffee; caffeine-last=2026-11-21T15:10:00+01:00; alcohol=yes; "
                                "alcohol-last=2026-11-21T22:00:00+01:00",
                                "caffeine/answered/review@2026-11-22T15:10:00+01:00 "
                                "alcohol/answered/review@2026-11-22T22:00:00+01:00", DECIDE " 2026-11-22T22:00:00+01:00") },
  { "coffee-and-thyroid", ANSWERS ("caffeine-what=coffee; caffeine-last=2026-11-21T15:10:00+01:00; conditions=thyroid",
                                   "thyroid/answered/review caffeine/answered/review@2026-11-22T15:10:00+01:00", DECIDE) },

  /* a clock change: 24 elapsed hours, whatever the clock says */
  { "coffee-autumn", "caffeine-what=coffee; caffeine-last=2026-10-24T15:00:00+02:00", "product-a",
    "[{\"event\": \"consent\", \"at\": \"2026-10-20T09:00\", \"product\": \"product-a\"}, "
    "{\"event\": \"test\", \"at\": \"2026-10-20T09:00\", \"product\": \"product-a\"}, "
    "{\"event\": \"reading\", \"at\": \"2026-10-22T09:00\", \"product\": \"product-a\", \"result\": \"clear\"}]",
    "2026-10-25T13:30", "caffeine/answered/review@2026-10-25T14:00:00+01:00", DECIDE " 2026-10-25T14:00:00+01:00",
    CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "test-spring", "", "product-a",
    "[{\"event\": \"consent\", \"at\": \"2027-03-27T09:00\", \"product\": \"product-a\"}, "
    "{\"event\": \"test\", \"at\": \"2027-03-27T12:00\", \"product\": \"product-a\"}, "
    "{\"event\": \"reading\", \"at\": \"2027-03-28T12:30\", \"product\": \"product-a\", \"result\": \"clear\"}]",
    "2027-03-28T12:45", "test-early/test/stop!@2027-03-28T13:00:00+02:00 test-unread/test/stop!", STOP,
    CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },

  /* the test */
  { "nothing-happened", HISTORY ("[]", DAY, "consent/consent/stop! test-missing/test/stop!", STOP) },
  { "test-other-product", HISTORY ("[" CONSENT ("product-a") ", " TEST ("product-b") ", " READING ("product-b") "]", DAY,
                                   "test-missing/test/stop!", STOP) },
  { "test-one-injection", HISTORY ("[" CONSENT ("product-a") ", {\"event\": \"test\", \"at\": \"2026-11-19T10:00\", "
                                   "\"product\": \"product-a\", \"injections\": 1}, " READING ("product-a") "]", DAY,
                                   "test-missing/test/stop!", STOP) },
  { "test-hour-20", HISTORY ("[" CONSENT ("product-a") ", " TEST ("product-a") "]", "2026-11-20T06:00",
                             "test-early/test/stop!@2026-11-20T10:00:00+01:00 test-unread/test/stop!", STOP) },
  { "test-read-too-soon", HISTORY ("[" CONSENT ("product-a") ", " TEST ("product-a") ", {\"event\": \"reading\", \"at\": "
                                   "\"2026-11-19T10:30\", \"product\": \"product-a\", \"result\": \"clear\"}]", DAY,
                                   "test-unread/test/stop!", STOP) },
  { "test-read-at-24", HISTORY ("[" CONSENT ("product-a") ", " TEST ("product-a") ", {\"event\": \"reading\", \"at\": "
                                "\"2026-11-20T10:00\", \"product\": \"product-a\", \"result\": \"clear\"}]",
                                "2026-11-20T10:00", "", READY) },
  { "test-unread", HISTORY ("[" CONSENT ("product-a") ", " TEST ("product-a") "]", DAY, "test-unread/test/stop!", STOP) },
  { "test-reaction", HISTORY ("[" CONSENT ("product-a") ", " TEST ("product-a") ", {\"event\": \"reading\", \"at\": "
                              "\"2026-11-20T11:00\", \"product\": \"product-a\", \"result\": \"reaction\"}]", DAY,
                              "test-reaction/test/stop!", STOP) },
  { "test-reaction-at-30-minutes", HISTORY ("[" CONSENT ("product-a") ", " TEST ("product-a") ", {\"event\": \"reading\", "
                                            "\"at\": \"2026-11-19T10:30\", \"product\": \"product-a\", \"result\": "
                                            "\"reaction\"}, " READING ("product-a") "]", DAY, "test-reaction/test/stop!", STOP) },
  { "test-repeated", HISTORY ("[" CONSENT ("product-a") ", {\"event\": \"test\", \"at\": \"2026-10-01T10:00\", \"product\": "
                              "\"product-a\"}, {\"event\": \"reading\", \"at\": \"2026-10-03T10:00\", \"product\": "
                              "\"product-a\", \"result\": \"reaction\"}, " TEST ("product-a") ", " READING ("product-a") "]",
                              DAY, "standing-reaction/history/stop", DECIDE) },
  { "test-of-tomorrow", HISTORY ("[" CONSENT ("product-a") ", {\"event\": \"test\", \"at\": \"2026-11-23T10:00\", "
                                 "\"product\": \"product-a\"}]", DAY, "test-missing/test/stop!", STOP) },
  { "test-valid", "", "product-a", GOOD ("product-a"), "2027-05-19T09:59", "", READY, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "test-expired", "", "product-a", GOOD ("product-a"), "2027-05-19T10:00", "test-expired/test/stop!", STOP,
    CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },

  /* consent, product */
  { "consent-other-product", HISTORY ("[" CONSENT ("product-b") ", " TEST ("product-a") ", " READING ("product-a") "]", DAY,
                                      "consent/consent/stop!", STOP) },
  { "consent-other-area", HISTORY ("[{\"event\": \"consent\", \"at\": \"2026-11-19T09:00\", \"product\": \"product-a\", "
                                   "\"areas\": [\"arms\"]}, " TEST ("product-a") ", " READING ("product-a") "]", DAY,
                                   "consent/consent/stop!", STOP) },
  { "consent-this-area", HISTORY ("[{\"event\": \"consent\", \"at\": \"2026-11-19T09:00\", \"product\": \"product-a\", "
                                  "\"areas\": [\"arms\", \"thighs\"]}, " TEST ("product-a") ", " READING ("product-a") "]",
                                  DAY, "", READY) },
  { "no-product", "", NULL, GOOD ("product-a"), DAY, "product/product/stop! consent/consent/stop!", STOP,
    CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "chin-only", "", "product-d", GOOD ("product-d"), DAY, "outside-label/product/review", DECIDE, CARE_VISIT_SESSION,
    CARE_TRI_UNKNOWN },
  { "swallowing", "goal=face; treatment-areas=chin; swallowing=yes", "product-d", GOOD ("product-d"), DAY,
    "swallowing/answered/stop", DECIDE, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "swallowing-other-product", "goal=face; treatment-areas=face; swallowing=yes", "product-c", GOOD ("product-c"), DAY, "", READY,
    CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },

  /* earlier sessions: the questions of later visits are needed then */
  { "gap-kept", HISTORY (AND ("product-a", S ("2026-11-15T18:00", "product-a")), DAY, LATER_ASKED, DECIDE) },
  { "gap-six-days", HISTORY (AND ("product-a", S ("2026-11-16T09:00", "product-a")), DAY,
                             "gap/product/stop!@2026-11-23T00:00:00+01:00 " LATER_ASKED, STOP) },
  { "gap-dissolving", "", "product-b", AND ("product-b", S ("2026-11-01T09:00", "product-b")), DAY,
    "gap/product/stop!@2026-11-29T00:00:00+01:00 " LATER_ASKED, STOP, CARE_VISIT_SESSION, CARE_TRI_UNKNOWN },
  { "gap-other-product", HISTORY (AND ("product-a", S ("2026-11-12T09:00", "product-b")), DAY, LATER_ASKED, DECIDE) },

  /* something happened */
  { "late-lump", HISTORY (AND ("product-a", REACTION ("2026-11-21T09:00", "late-lump")), DAY,
                          "test-expired/test/stop! standing-reaction/history/stop", STOP) },
  { "lump-before-test", HISTORY (AND ("product-a", REACTION ("2026-11-10T09:00", "late-lump")), DAY,
                                 "standing-reaction/history/stop", DECIDE) },
  { "only-a-bruise", HISTORY (AND ("product-a", REACTION ("2026-11-21T09:00", "bruise")), DAY, "", READY) },

  /* identity and age */
  { "seventeen", ANSWERS ("birth-date=2008-11-23", "under-age/identity/stop!", STOP) },
  { "eighteen-today", ANSWERS ("birth-date=2008-11-22", "", READY) },
  { "year-only-maybe-17", ANSWERS ("birth-date=2008", "under-age/identity/stop!", STOP) },
  { "seventy-five", ANSWERS ("birth-date=1951-01-01", "", READY) },
  { "seventy-six", ANSWERS ("birth-date=1950-11-22", "over-age/identity/review", DECIDE) },
  { "no-birth-date", ANSWERS ("birth-date=", "identity/identity/stop!", STOP) },

  /* other visits */
  { "first-visit", "", "product-a", "[" CONSENT ("product-a") "]", "2026-11-19T10:00", "", READY, CARE_VISIT_FIRST, CARE_TRI_UNKNOWN },
  { "first-visit-no-consent", "", "product-a", "[]", "2026-11-19T10:00", "consent/consent/stop!", STOP, CARE_VISIT_FIRST,
    CARE_TRI_UNKNOWN },
  { "first-visit-unwell", "unwell-today=yes", "product-a", "[" CONSENT ("product-a") "]", "2026-11-19T10:00",
    "unwell/answered/stop", DECIDE, CARE_VISIT_FIRST, CARE_TRI_UNKNOWN },
  { "reading", "unwell-today=yes", "product-a", "[" CONSENT ("product-a") ", " TEST ("product-a") "]", "2026-11-20T11:00", "", READY,
    CARE_VISIT_READING, CARE_TRI_UNKNOWN },
};

static char *
describe (GPtrArray *findings,
          GTimeZone *zone)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *f = g_ptr_array_index (findings, i);

      if (f->level == CARE_LEVEL_INFO)
        continue;

      g_string_append_printf (text, "%s%s/%s/%s%s", text->len > 0 ? " " : "", f->rule,
                              care_finding_kind_to_string (f->kind), care_level_to_string (f->level),
                              f->decidable ? "" : "!");
      if (f->clears_at != CARE_INSTANT_NONE)
        {
          g_autofree char *at = care_instant_format (f->clears_at, zone);

          g_string_append_printf (text, "@%s", at);
        }
    }

  return g_string_free (text, FALSE);
}

static char *
describe_verdict (GPtrArray *findings,
                  GTimeZone *zone)
{
  CareVerdict verdict = care_screening_judge (findings, NULL);
  g_autofree char *at = NULL;

  if (verdict.ready_at == CARE_INSTANT_NONE)
    return g_strdup (care_verdict_word_to_string (verdict.word));

  at = care_instant_format (verdict.ready_at, zone);

  return g_strdup_printf ("%s %s", care_verdict_word_to_string (verdict.word), at);
}

static void
assert_whole (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *f = g_ptr_array_index (findings, i);

      g_assert_nonnull (f->key);
      g_assert_nonnull (f->also);
      g_assert_cmpuint (g_strv_length (f->sources), >, 0);
      for (gsize l = 0; l < 3; l++)
        {
          static const char *const languages[] = { "en", "es", "fr" };

          g_assert_true (care_text_has (f->reason, languages[l]));
          g_assert_true (care_text_has (f->desk_says, languages[l]));
          g_assert_true (care_text_has (f->clinician, languages[l]));
        }

      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (f->key, !=, ((const CareFinding *) g_ptr_array_index (findings, j))->key);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (CareResponse) response = care_test_answer_healthy ("first-visit");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse (c->history != NULL ? c->history : GOOD ("product-a"), -1, "history", &limits,
                                               &error);
  g_autoptr (CareHistory) history = care_history_new_from_node (node, "history", zone, &error);
  CareScreeningAnswers answers = { .response = response, .this_visit = TRUE };
  CareScreeningInputs inputs;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;
  g_autofree char *verdict = NULL;

  g_assert_no_error (error);
  care_test_set_answers (response, c->answers);

  care_screening_inputs_init (&inputs, protocol, zone);
  inputs.answers = &answers;
  inputs.n_answers = 1;
  inputs.history = history;
  inputs.product = c->product;
  inputs.batch = "EX-1";
  inputs.visit = c->visit;
  inputs.numbing = c->numbing;
  inputs.session_start = care_instant_parse (c->start, zone, &error);
  inputs.now = inputs.session_start;
  inputs.language = "en";
  answers.authored = inputs.session_start;
  g_assert_no_error (error);

  findings = care_screening_run (&inputs);
  assert_whole (findings);
  found = describe (findings, zone);
  verdict = describe_verdict (findings, zone);
  /* A time is shown as the clinic's wall clock shows it, not as it is stored. */
  for (guint i = 0; i < findings->len; i++)
    {
      const char *answer = ((const CareFinding *) g_ptr_array_index (findings, i))->answer;

      g_assert_true (answer == NULL || strstr (answer, ":00+") == NULL);
    }
  if (strcmp (c->name, "coffee-other-offset") == 0)
    g_assert_cmpstr (((const CareFinding *) g_ptr_array_index (findings, 0))->answer, ==, "Coffee, 2026-11-21 15:10");
  g_assert_cmpstr (found, ==, c->found);
  g_assert_cmpstr (verdict, ==, c->verdict);
}

/* Loading takes the clearing time from a rule about a prescribed medicine; screening does not count on that. */
static void
test_prescribed_never_clears (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (CareResponse) response = care_test_answer_healthy ("first-visit");
  g_autoptr (CareHistory) history = care_history_new ();
  g_autoptr (GPtrArray) findings = NULL;
  CareRule *rule = (CareRule *) care_protocol_find_rule (protocol, "caffeine");
  CareScreeningAnswers answers = { .response = response, .this_visit = TRUE };
  CareScreeningInputs inputs;
  const CareFinding *found = NULL;

  care_test_set_answers (response, "caffeine-what=coffee; caffeine-last=2026-11-20T08:00:00+01:00");
  rule->prescribed = TRUE;
  care_screening_inputs_init (&inputs, protocol, zone);
  inputs.answers = &answers;
  inputs.n_answers = 1;
  inputs.history = history;
  inputs.session_start = care_instant_parse (DAY, zone, &error);
  inputs.now = inputs.session_start;
  inputs.language = "en";
  answers.authored = inputs.session_start;
  g_assert_no_error (error);

  findings = care_screening_run (&inputs);
  for (guint i = 0; i < findings->len && found == NULL; i++)
    if (strcmp (((CareFinding *) g_ptr_array_index (findings, i))->rule, "caffeine") == 0)
      found = g_ptr_array_index (findings, i);
  g_assert_nonnull (found);
  g_assert_true (found->clears_at == CARE_INSTANT_NONE);
}

/* Whether swallowing, which matters for the face, is asked for these areas. */
static gboolean
asks_swallowing (const char *codes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (CareResponse) response = care_test_answer_healthy ("first-visit");
  g_autoptr (CareHistory) history = care_history_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_auto (GStrv) areas = g_strsplit (codes, ",", -1);
  CareScreeningAnswers answers = { .response = response, .this_visit = TRUE };
  CareScreeningInputs inputs;
  gboolean found = FALSE;

  care_screening_inputs_init (&inputs, protocol, zone);
  inputs.answers = &answers;
  inputs.n_answers = 1;
  inputs.history = history;
  inputs.product = "product-d";
  inputs.areas = (const char *const *) areas;
  inputs.session_start = care_instant_parse (DAY, zone, &error);
  inputs.now = inputs.session_start;
  inputs.language = "en";
  answers.authored = inputs.session_start;
  g_assert_no_error (error);

  findings = care_screening_run (&inputs);
  for (guint i = 0; i < findings->len; i++)
    found |= strcmp (((CareFinding *) g_ptr_array_index (findings, i))->rule, "swallowing") == 0;

  return found;
}

/* An area that the protocol does not have may be the face, also beside one of the body. */
static void
test_unknown_area (void)
{
  g_assert_true (asks_swallowing ("chin"));
  g_assert_false (asks_swallowing ("thighs"));
  g_assert_true (asks_swallowing ("elbow"));
  g_assert_true (asks_swallowing ("thighs,elbow"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screening/unknown-area", test_unknown_area);

  g_test_add_func ("/screening/prescribed-never-clears", test_prescribed_never_clears);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/screening/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
