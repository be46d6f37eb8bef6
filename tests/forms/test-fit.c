/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Forms, protocol and the sample clinic were written apart; here they meet. */

#include "base/care-json.h"
#include "course/care-clinic-info.h"
#include "course/care-form-lists.h"
#include "forms-walk.h"
#include "screening/care-feeding.h"
#include "screening/care-screening.h"

typedef struct
{
  CareProtocol      *protocol;
  CareQuestionnaire *first;
  CareQuestionnaire *day;
  CareQuestionnaire *consent;
  CareQuestionnaire *record;
  CareResponse      *first_answers;
  CareResponse      *day_answers;
  CareResponse      *consent_answers;
  CareResponse      *record_answers;
  CareHistory       *history;
  GTimeZone         *zone;
  gboolean           without_day;
} Fixture;

static CareInstant
at (Fixture    *fixture,
    const char *text)
{
  CareInstant instant = care_instant_parse (text, fixture->zone, NULL);

  g_assert_true (instant != CARE_INSTANT_NONE);
  return instant;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autoptr (GError) error = NULL;

  fixture->protocol = care_protocol_load (path, &error);
  g_assert_no_error (error);
  fixture->zone = g_time_zone_new_identifier ("Europe/Madrid");
  fixture->first = forms_load ("first-visit");
  fixture->day = forms_load ("day-check");
  fixture->consent = forms_load ("consent");
  fixture->record = forms_load ("session-record");
  fixture->first_answers = care_response_new (fixture->first);
  fixture->day_answers = care_response_new (fixture->day);
  fixture->consent_answers = care_response_new (fixture->consent);
  fixture->record_answers = care_response_new (fixture->record);
  forms_walk_healthy (fixture->first_answers);
  forms_walk_healthy (fixture->day_answers);
  forms_walk_healthy (fixture->consent_answers);
  forms_tap_link (fixture->record_answers, "new-since-answered", "none");

  fixture->history = care_history_new ();
  care_history_add_session (fixture->history, at (fixture, "2026-11-10T10:00"), "product-a", NULL);
  care_history_add_consent (fixture->history, at (fixture, "2026-11-20T10:00"), "product-a", NULL);
  care_history_add_test (fixture->history, at (fixture, "2026-11-20T10:30"), "product-a", 2);
  care_history_add_reading (fixture->history, at (fixture, "2026-11-21T11:00"), "product-a", CARE_RESULT_CLEAR);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->record_answers);
  g_clear_object (&fixture->consent_answers);
  g_clear_object (&fixture->day_answers);
  g_clear_object (&fixture->first_answers);
  g_clear_object (&fixture->record);
  g_clear_object (&fixture->consent);
  g_clear_object (&fixture->day);
  g_clear_object (&fixture->first);
  g_clear_object (&fixture->protocol);
  g_clear_pointer (&fixture->zone, g_time_zone_unref);
}

/* A session on Tuesday, thighs: what screening finds. */
static GPtrArray *
screen_product (Fixture    *fixture,
                const char *product)
{
  const CareScreeningAnswers answers[] = {
    { fixture->first_answers, NULL, at (fixture, "2026-11-20T10:00"), fixture->without_day },
    { fixture->consent_answers, NULL, at (fixture, "2026-11-20T10:15"), FALSE },
    { fixture->record_answers, NULL, at (fixture, "2026-11-24T15:05"), TRUE },
    { fixture->day_answers, NULL, at (fixture, "2026-11-24T15:06"), TRUE },
  };
  const char *areas[] = { "thighs", NULL };
  CareScreeningInputs inputs;
  GDate birth;

  g_date_clear (&birth, 1);
  g_date_set_dmy (&birth, 17, G_DATE_MAY, 1980);
  care_screening_inputs_init (&inputs, fixture->protocol, fixture->zone);
  inputs.answers = answers;
  inputs.n_answers = G_N_ELEMENTS (answers) - (fixture->without_day ? 1 : 0);
  inputs.history = fixture->history;
  inputs.visit = CARE_VISIT_SESSION;
  inputs.product = product;
  inputs.batch = "EX-A-2601";
  inputs.areas = areas;
  inputs.session_start = at (fixture, "2026-11-24T15:10");
  inputs.now = at (fixture, "2026-11-24T15:05");
  inputs.birth_date = &birth;
  inputs.language = "en";

  return care_screening_run (&inputs);
}

static GPtrArray *
screen (Fixture *fixture)
{
  return screen_product (fixture, "product-a");
}

/* The rule with this id among the findings, or NULL. */
static const CareFinding *
find (GPtrArray  *findings,
      const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->rule, rule))
        return finding;
    }

  return NULL;
}

static void
test_every_rule_is_fed (Fixture      *fixture,
                        gconstpointer data)
{
  CareQuestionnaire *forms[] = { fixture->first, fixture->day, fixture->consent, fixture->record };
  g_autoptr (GPtrArray) unfed = care_feeding_list_unfed (fixture->protocol, forms, G_N_ELEMENTS (forms));

  for (guint i = 0; i < unfed->len; i++)
    g_test_fail_printf ("no question feeds the rule %s", ((const CareRule *) g_ptr_array_index (unfed, i))->id);
}

static void
test_healthy_is_ready (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) findings = screen (fixture);

  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (finding->level != CARE_LEVEL_INFO)
        g_test_fail_printf ("%s (%s): %s", finding->rule, finding->question, care_text_get (finding->reason, "en"));
    }
}

/* Every tick that a patient can give beside none and no is found by a rule, or named here with the reason. */
static void
test_every_answer_is_heard (Fixture      *fixture,
                            gconstpointer data)
{
  const char *quiet[] = {
    "areas-body", "areas-face",             /* where, not what */
    "severe-reaction-cause", "reaction-numbing-signs", "allergy-signs", /* details beside a finding */
    "allergies-numbing", "allergies-named", /* likewise, matched with the product's ingredients */
    "reading-help",                         /* for the desk and the sheet */
    NULL
  };
  const char *product_bound[] = { "asthma", "theophylline", NULL }; /* only with some ingredients */
  const char *for_information[] = { "fainting", "vaccine", "smoking", NULL }; /* not sure is nothing to ask about */
  CareResponse **forms[] = { &fixture->first_answers, &fixture->day_answers };

  for (gsize f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      CareQuestionnaire *form = care_response_get_questionnaire (*forms[f]);

      fixture->without_day = f == 0;

      for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
        {
          const CareItem *item = care_questionnaire_get_item (form, i);
          const char *link_id = care_item_get_link_id (item);

          if (care_item_get_item_type (item) != CARE_ITEM_CHOICE || g_strv_contains (quiet, link_id) ||
              !care_node_is_enabled (care_response_find (*forms[f], link_id)))
            continue;

          for (guint k = 0; k < care_item_get_n_options (item); k++)
            {
              const char *code = care_value_get_code (care_option_get_value (care_item_get_option (item, k)));
              g_autoptr (CareResponse) kept = g_object_ref (*forms[f]);
              g_autoptr (CareResponse) changed = care_response_copy (kept);
              g_autoptr (GPtrArray) before = screen (fixture);
              g_autoptr (GPtrArray) after = NULL;
              const char *meal = g_str_equal (link_id, "meal-today") ? "yes" : "no";

              if (g_str_equal (code, "none") || g_str_equal (code, meal) || g_str_equal (code, "not-applicable") ||
                  g_str_equal (link_id, "goal") || g_strv_contains (product_bound, code) ||
                  (g_strv_contains (for_information, link_id) && !g_str_equal (code, "yes")))
                continue;
              care_response_clear (changed, care_response_find (changed, link_id));
              forms_tap_link (changed, link_id, code);
              g_set_object (forms[f], changed);
              after = screen (fixture);
              if (after->len <= before->len)
                {
                  g_test_message ("nobody hears %s: %s", link_id, code);
                  g_test_fail ();
                }
              g_set_object (forms[f], kept);
            }
        }
    }
}

typedef struct
{
  const char *name;
  const char *link_id;
  const char *code;
  const char *rule;
  CareLevel   level;
  gboolean    decidable;
} Case;

/* Section 4 of the fact base, a row or more each: the answer, and the level it must have at least. */
static const Case cases[] = {
  { "pregnant", "pregnancy", "yes", "pregnant", CARE_LEVEL_STOP, FALSE },
  { "maybe-pregnant", "pregnancy", "possible", "maybe-pregnant", CARE_LEVEL_STOP, TRUE },
  { "breastfeeding", "breastfeeding", "yes", "breastfeeding", CARE_LEVEL_STOP, TRUE },
  { "birth", "trying-for-baby", "birth-6-weeks", "trying-for-baby", CARE_LEVEL_REVIEW, TRUE },
  { "blood-thinner", "medicines-doctor", "blood-thinner", "blood-thinner", CARE_LEVEL_REVIEW, TRUE },
  { "bleeding", "conditions-heart", "bleeding-disorder", "bleeding-disorder", CARE_LEVEL_STOP, TRUE },
  { "insulin", "conditions-illness", "diabetes-insulin", "diabetes-insulin", CARE_LEVEL_STOP, TRUE },
  { "stroke", "conditions-heart", "stroke", "stroke", CARE_LEVEL_STOP, TRUE },
  { "cancer", "conditions-illness", "cancer", "cancer", CARE_LEVEL_STOP, TRUE },
  { "autoimmune", "conditions-illness", "autoimmune", "autoimmune", CARE_LEVEL_STOP, TRUE },
  { "keloid", "conditions-other", "keloid", "keloid", CARE_LEVEL_STOP, TRUE },
  { "soy", "allergies-home", "soy", "allergy-match", CARE_LEVEL_STOP, TRUE },
  { "other-allergy", "allergies-medicine", "other", "allergy-unmatched", CARE_LEVEL_REVIEW, TRUE },
  { "dentist", "reaction-numbing", "yes", "reaction-numbing", CARE_LEVEL_STOP, TRUE },
  { "anaphylaxis", "severe-reaction", "yes", "severe-reaction", CARE_LEVEL_STOP, TRUE },
  { "isotretinoin", "medicines-doctor", "isotretinoin", "isotretinoin", CARE_LEVEL_REVIEW, TRUE },
  { "earlier-reaction", "earlier-mesotherapy", "reaction", "earlier-reaction", CARE_LEVEL_STOP, TRUE },
  { "home", "earlier-mesotherapy", "home-injection", "home-injection", CARE_LEVEL_REVIEW, TRUE },
  { "laser", "recent-procedures", "laser", "recent-procedures", CARE_LEVEL_REVIEW, TRUE },
  { "hernia", "in-area", "hernia", "in-area", CARE_LEVEL_REVIEW, TRUE },
};

static void
test_case (Fixture      *fixture,
           gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) findings = NULL;
  const CareFinding *finding;

  care_response_clear (fixture->first_answers, care_response_find (fixture->first_answers, c->link_id));
  forms_tap_link (fixture->first_answers, c->link_id, c->code);
  findings = screen_product (fixture, g_str_equal (c->name, "soy") ? "product-b" : "product-a");
  finding = find (findings, c->rule);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->level, >=, c->level);
  g_assert_cmpint (finding->decidable, ==, c->decidable);
}

static void
test_shelf_fits_protocol (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "sample", "clinic.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareClinicInfo) info = care_clinic_info_load (path, &error);
  GPtrArray *batches;
  GPtrArray *products = care_protocol_get_products (fixture->protocol);

  g_assert_no_error (error);
  batches = care_clinic_info_get_batches (info);
  for (guint i = 0; i < batches->len; i++)
    g_assert_nonnull (care_protocol_find_product (fixture->protocol,
                                                  ((const CareBatch *) g_ptr_array_index (batches, i))->product));
  for (guint i = 0; i < products->len; i++)
    {
      const CareProduct *product = g_ptr_array_index (products, i);
      gboolean found = FALSE;

      for (guint k = 0; k < batches->len && !found; k++)
        found = g_str_equal (((const CareBatch *) g_ptr_array_index (batches, k))->product, product->id);
      if (!found)
        g_test_fail_printf ("%s is not on the sample's shelf", product->id);
    }
}

/* A clinic's own batches and people are choices in its record form, in every language. */
static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "sample", "clinic.json", NULL);
  g_autoptr (GString) text = NULL;
  g_autofree char *sample = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) settings = NULL;
  g_autoptr (JsonNode) node = care_questionnaire_to_node (fixture->record);
  g_autoptr (JsonNode) filled = NULL;
  g_autoptr (CareClinicInfo) info = NULL;
  g_autoptr (CareQuestionnaire) form = NULL;
  const CareItem *item;
  const char *codes[] = { "batch", "own-7", "injector", "staff-zoe", "product", "product-e", NULL };

  g_assert_true (g_file_get_contents (path, &sample, NULL, NULL));
  text = g_string_new (sample);
  g_string_replace (text, "EX-A-2601", "own-7", 0);
  g_string_replace (text, "staff-lea", "staff-zoe", 0);
  settings = care_json_parse (text->str, -1, "clinic.json", &limits, &error);
  g_assert_no_error (error);
  info = care_clinic_info_new_from_json (settings, "clinic.json", &error);
  g_assert_no_error (error);

  filled = care_form_lists_fill (node, info, fixture->protocol);
  form = care_questionnaire_new_from_node (filled, "session-record.json", &error);
  g_assert_no_error (error);
  for (gsize i = 0; codes[i] != NULL; i += 2)
    {
      g_autofree char *system = g_strdup_printf ("https://aftercare.example/fhir/CodeSystem/%s",
                                                 g_str_equal (codes[i], "injector") ? "staff" : codes[i]);
      g_autoptr (CareValue) value = care_value_new_coding (system, codes[i + 1], NULL);

      item = care_questionnaire_find_item (form, codes[i]);
      g_assert_nonnull (care_item_find_option (item, value));
    }

  item = care_questionnaire_find_item (form, "product");
  g_assert_cmpstr (care_option_get_display (care_item_get_option (item, 0), "es"), ==, "Producto A (ejemplo)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/forms/fit/every-rule-is-fed", Fixture, NULL, set_up, test_every_rule_is_fed, tear_down);
  g_test_add ("/forms/fit/healthy-is-ready", Fixture, NULL, set_up, test_healthy_is_ready, tear_down);
  g_test_add ("/forms/fit/every-answer-is-heard", Fixture, NULL, set_up, test_every_answer_is_heard, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/forms/fit/case/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/forms/fit/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/forms/fit/shelf", Fixture, NULL, set_up, test_shelf_fits_protocol, tear_down);

  return g_test_run ();
}
