/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/clinic-fixture.h"

#include <string.h>

#include "records/care-audit.h"

static const char *const thighs[] = { "thighs", NULL };

static CareReasons *
open_reasons (ClinicFixture *fixture,
              CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  CareReasons *reasons = care_clinic_open_reasons (fixture->clinic, visit, &clinician, &failed);

  g_assert_no_error (failed);

  return reasons;
}

/* The reason of that rule, NULL when it is not among them. */
static CareReason *
find_reason (GListModel *reasons,
             const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (reasons); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (reasons, i);

      if (g_strcmp0 (care_reason_get_rule (reason), rule) == 0)
        return g_steal_pointer (&reason);
    }

  return NULL;
}

static CareVisit *
checked (ClinicFixture          *fixture,
         CareVisitKind           kind,
         const CareSampleAnswer *others)
{
  CarePatient *patient = kind == CARE_VISIT_FIRST ? clinic_patient (fixture) : clinic_tested (fixture);
  CareVisit *visit = clinic_arrived (fixture, patient, kind);

  clinic_answer (fixture, visit, others);
  if (kind == CARE_VISIT_FIRST)
    clinic_check (fixture, visit);

  return visit;
}

static gboolean
decide (ClinicFixture       *fixture,
        CareVisit           *visit,
        const char          *rule,
        const char          *code,
        gboolean             treat,
        const CareSignature *by,
        GError             **error)
{
  g_autoptr (CareReasons) reasons = open_reasons (fixture, visit);
  g_autoptr (CareReason) reason = find_reason (G_LIST_MODEL (reasons), rule);
  CareDecision decision = { NULL, code, "asked again", treat };

  g_assert_nonnull (reason);
  decision.finding = care_reason_get_id (reason);

  return care_clinic_decide (fixture->clinic, visit, &decision, 1, by, error);
}

/* Reception sees the word; who asks for reasons signs as a clinician, and it is written down. */
static void
test_roles (ClinicFixture *fixture,
            gconstpointer  data)
{
  const CareSampleAnswer aspirin[] = { { "medicines-kinds", "aspirin" }, { NULL, NULL } };
  CareVisit *visit = checked (fixture, CARE_VISIT_FIRST, aspirin);
  g_autofree char *say = care_clinic_dup_say (fixture->clinic, visit);
  g_autoptr (GListModel) desk = NULL;
  g_autoptr (GPtrArray) audit = NULL;
  gboolean written = FALSE;

  g_assert_cmpint (care_visit_get_word (visit), ==, CARE_WORD_MUST_DECIDE);
  assert_refused (care_clinic_open_reasons (fixture->clinic, visit, &receptionist, error) != NULL, CARE_ERROR_REFUSED);
  assert_refused (care_clinic_open_answers (fixture->clinic, visit, care_clinic_get_form (fixture->clinic, "first-visit",
                                                                                          NULL),
                                            &receptionist, error) != NULL, CARE_ERROR_REFUSED);
  desk = care_clinic_list_desk_reasons (fixture->clinic, visit, NULL);
  g_assert_null (find_reason (desk, "aspirin"));
  g_assert_nonnull (say);
  g_assert_null (strstr (say, "spirin"));
  assert_refused (decide (fixture, visit, "aspirin", "small", TRUE, &receptionist, error), CARE_ERROR_REFUSED);

  audit = care_store_list_audit (fixture->store, 0, 1000, NULL);
  for (guint i = 0; i < audit->len; i++)
    written = written || strstr (((CareAuditRow *) g_ptr_array_index (audit, i))->text, "open-reasons") != NULL;
  g_assert_true (written);
}

static void
test_decide (ClinicFixture *fixture,
             gconstpointer  data)
{
  const CareSampleAnswer aspirin[] = { { "medicines-kinds", "aspirin" }, { NULL, NULL } };
  CareVisit *visit = checked (fixture, CARE_VISIT_FIRST, aspirin);
  g_autoptr (CareReasons) reasons = NULL;
  g_autoptr (CareReason) reason = NULL;

  assert_refused (decide (fixture, visit, "aspirin", "no-such-reason", TRUE, &clinician, error), CARE_ERROR_INPUT);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  assert_done (decide (fixture, visit, "aspirin", "small", TRUE, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  reasons = open_reasons (fixture, visit);
  reason = find_reason (G_LIST_MODEL (reasons), "aspirin");
  g_assert_cmpint (care_reason_get_state (reason), ==, CARE_REASON_DECIDED);
  g_assert_cmpstr (care_reason_get_decided_by (reason), ==, "Lea Example");
  g_assert_cmpstr (care_reason_get_decision (reason), ==, "small");
}

/* Whoever reads it reads it in the language of the desk, also what was found while another one was spoken. */
static void
test_language (ClinicFixture *fixture,
               gconstpointer  data)
{
  const CareSampleAnswer aspirin[] = { { "medicines-kinds", "aspirin" }, { NULL, NULL } };
  const char *languages[] = { "en", "es", "fr", "es-MX", "de" };
  CareText *text = care_protocol_find_rule (fixture->protocol, "aspirin")->reason;
  CareVisit *visit = checked (fixture, CARE_VISIT_FIRST, aspirin);

  g_assert_cmpstr (care_text_get_exact (text, "en"), !=, care_text_get_exact (text, "es"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CareReasons) reasons = NULL;
      g_autoptr (CareReason) reason = NULL;

      care_clinic_info_set_staff_language (fixture->info, languages[i]);
      g_assert_cmpstr (care_clinic_info_get_desk_language (fixture->info), ==, "en");
      reasons = open_reasons (fixture, visit);
      reason = find_reason (G_LIST_MODEL (reasons), "aspirin");
      g_assert_cmpstr (care_reason_get_text (reason), ==, care_text_get (text, languages[i]));
    }
}

static void
test_not_today (ClinicFixture *fixture,
                gconstpointer  data)
{
  const CareSampleAnswer aspirin[] = { { "medicines-kinds", "aspirin" }, { NULL, NULL } };
  CareVisit *visit = checked (fixture, CARE_VISIT_FIRST, aspirin);

  assert_done (decide (fixture, visit, "aspirin", "small", FALSE, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_STOPPED);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_MOVE);
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

/* What nobody may clear, nobody clears: and a page with one such decision keeps nothing of the page. */
static void
test_undecidable (ClinicFixture *fixture,
                  gconstpointer  data)
{
  const CareSampleAnswer answers[] = { { "pregnancy", "yes" }, { "medicines-kinds", "aspirin" }, { NULL, NULL } };
  CareVisit *visit = checked (fixture, CARE_VISIT_FIRST, answers);
  g_autoptr (CareReasons) reasons = open_reasons (fixture, visit);
  g_autoptr (CareReason) pregnant = find_reason (G_LIST_MODEL (reasons), "pregnant");
  g_autoptr (CareReason) aspirin = find_reason (G_LIST_MODEL (reasons), "aspirin");
  const CareDecision page[] = {
    { care_reason_get_id (aspirin), "small", NULL, TRUE },
    { care_reason_get_id (pregnant), "small", NULL, TRUE },
  };
  g_autoptr (CareReasons) after = NULL;
  g_autoptr (CareReason) still = NULL;

  g_assert_cmpint (care_visit_get_word (visit), ==, CARE_WORD_DO_NOT_TREAT);
  g_assert_cmpint (care_reason_get_state (pregnant), ==, CARE_REASON_STANDS);
  assert_refused (care_clinic_decide (fixture->clinic, visit, page, 2, &clinician, error), CARE_ERROR_REFUSED);
  after = open_reasons (fixture, visit);
  still = find_reason (G_LIST_MODEL (after), "aspirin");
  g_assert_cmpint (care_reason_get_state (still), ==, CARE_REASON_OPEN);
}

/* Coffee yesterday: the desk may say why, and time clears it. */
static void
test_coffee (ClinicFixture *fixture,
             gconstpointer  data)
{
  const CareSampleAnswer coffee[] = {
    { "caffeine-what", "coffee" }, { "caffeine-last", "2026-11-22T12:15:00+01:00" }, { NULL, NULL },
  };
  CareVisit *visit = checked (fixture, CARE_VISIT_SESSION, coffee);
  g_autoptr (GListModel) desk = care_clinic_list_desk_reasons (fixture->clinic, visit, NULL);
  g_autoptr (CareReason) reason = find_reason (desk, "caffeine");
  g_autofree char *say = care_clinic_dup_say (fixture->clinic, visit);

  g_assert_nonnull (reason);
  g_assert_nonnull (say);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_WAIT);
  g_assert_cmpint (care_visit_get_ready_at (visit), ==, clinic_at (fixture, "2026-11-23T12:15"));
  clinic_wait (fixture, 119 * CARE_MINUTE);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  clinic_wait (fixture, 2 * CARE_MINUTE);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
}

/* Soy leads to lecithin in product B; product A has none of it. */
static void
test_cross_table (ClinicFixture *fixture,
                  gconstpointer  data)
{
  const CareSampleAnswer soy[] = { { "allergies", "soy" }, { NULL, NULL } };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (CareReasons) with_b = NULL;
  g_autoptr (CareReasons) with_a = NULL;
  g_autoptr (CareReason) match = NULL;

  clinic_answer (fixture, visit, soy);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-b", "EX-B-2601", thighs, &clinician, error));
  assert_refused (care_clinic_take_consent (fixture->clinic, visit, &clinician, error), CARE_ERROR_REFUSED);
  with_b = open_reasons (fixture, visit);
  match = find_reason (G_LIST_MODEL (with_b), "allergy-match");
  g_assert_nonnull (match);
  g_assert_true (care_reason_is_stop (match));
  g_assert_false (care_reason_is_unmatched_allergy (match));
  g_assert_cmpint (care_visit_get_state (visit), !=, CARE_STATE_READY);
  /* Nobody is asked for consent to what a stop stands against. */
  g_assert_cmpint (care_visit_get_next_step (visit), !=, CARE_NEXT_CONSENT);
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);

  clinic_check (fixture, visit);
  with_a = open_reasons (fixture, visit);
  g_assert_null (find_reason (G_LIST_MODEL (with_a), "allergy-match"));
}

/* A typed allergy waits for a named person, who is asked once for all visits with this product. */
static void
test_confirm_allergy (ClinicFixture *fixture,
                      gconstpointer  data)
{
  const CareSampleAnswer typed[] = { { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CareVisit *visit = checked (fixture, CARE_VISIT_FIRST, typed);

  for (int round = 0; round < 10 && care_visit_get_state (visit) != CARE_STATE_READY; round++)
    {
      g_autoptr (CareReasons) reasons = open_reasons (fixture, visit);

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reasons)); i++)
        {
          g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (reasons), i);

          if (care_reason_get_state (reason) != CARE_REASON_OPEN)
            continue;
          g_assert_cmpstr (care_reason_get_rule (reason), ==, "allergy-unmatched");
          g_assert_true (care_reason_is_unmatched_allergy (reason));
          assert_refused (care_clinic_confirm_allergy (fixture->clinic, visit, care_reason_get_id (reason), FALSE,
                                                       &receptionist, error), CARE_ERROR_REFUSED);
          assert_done (care_clinic_confirm_allergy (fixture->clinic, visit, care_reason_get_id (reason), FALSE,
                                                    &clinician, error));
          break;
        }
    }
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
}

/* "The coffee was yesterday": the former answer stays in the record, and the finding stands as changed. */
static void
test_changed (ClinicFixture *fixture,
              gconstpointer  data)
{
  const CareSampleAnswer coffee[] = {
    { "caffeine-what", "coffee" }, { "caffeine-last", "2026-11-23T09:00:00+01:00" }, { NULL, NULL },
  };
  CareVisit *visit = checked (fixture, CARE_VISIT_SESSION, coffee);
  g_autoptr (GError) failed = NULL;
  CareQuestionnaire *form = care_clinic_get_form (fixture->clinic, "day-check", &failed);
  g_autoptr (CareResponse) response = care_clinic_open_answers (fixture->clinic, visit, form, &clinician, &failed);
  g_autoptr (CareValue) earlier = care_value_new_date_time ("2026-11-20T09:00:00+01:00", NULL);
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (CareReasons) reasons = NULL;
  g_autoptr (CareReason) changed = NULL;

  g_assert_no_error (failed);
  nodes = care_response_list_by_code (response, "https://aftercare.example/fhir/CodeSystem/question", "caffeine-last");
  care_response_set_value (response, g_ptr_array_index (nodes, 0), earlier);
  assert_done (care_clinic_change_answers (fixture->clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY,
                                           error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  reasons = open_reasons (fixture, visit);
  changed = find_reason (G_LIST_MODEL (reasons), "answer-changed");
  g_assert_nonnull (changed);

  documents = care_store_list (fixture->store, "QuestionnaireResponse",
                               care_patient_get_id (care_visit_get_patient (visit)), &failed);
  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (json_object_get_string_member (care_document_get_resource (g_ptr_array_index (documents, i)), "status"),
                   "amended") == 0)
      history = care_store_history (fixture->store, "QuestionnaireResponse",
                                    care_document_get_id (g_ptr_array_index (documents, i)), &failed);
  g_assert_nonnull (history);
  g_assert_cmpuint (history->len, ==, 2);
}

static const struct
{
  const char *name;
  const char *product;
  const char *batch;
  const char *area;
  int         code;
} choices[] = {
  { "unknown-product", "product-x", "EX-A-2601", "thighs", CARE_ERROR_INPUT },
  { "unknown-batch", "product-a", "EX-A-9999", "thighs", CARE_ERROR_INPUT },
  { "batch-of-another", "product-a", "EX-B-2601", "thighs", CARE_ERROR_INPUT },
  { "no-batch", "product-a", NULL, "thighs", CARE_ERROR_INPUT },
  { "expired", "product-b", "EX-B-2301", "thighs", CARE_ERROR_REFUSED },
  { "unknown-area", "product-a", "EX-A-2601", "tail", CARE_ERROR_INPUT },
  { "no-area", "product-a", "EX-A-2601", NULL, CARE_ERROR_INPUT },
};

static void
test_choice (ClinicFixture *fixture,
             gconstpointer  data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const char *const areas[] = { choices[i].area, NULL };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  assert_refused (care_clinic_choose_product (fixture->clinic, visit, choices[i].product, choices[i].batch, areas,
                                              &clinician, error), choices[i].code);
  g_assert_null (care_visit_get_product (visit));
}

static void
test_consent (ClinicFixture *fixture,
              gconstpointer  data)
{
  const CareSampleAnswer refused[] = { { "consent-given", "no" }, { NULL, NULL } };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);

  assert_refused (care_clinic_take_consent (fixture->clinic, visit, &clinician, error), CARE_ERROR_REFUSED);
  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-a", "EX-A-2601", thighs, &clinician, error));
  clinic_answer (fixture, visit, refused);
  assert_refused (care_clinic_take_consent (fixture->clinic, visit, &clinician, error), CARE_ERROR_REFUSED);
}

static guint
count_open (ClinicFixture *fixture,
            CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) open = care_clinic_list_open_forms (fixture->clinic, visit, &failed);

  g_assert_no_error (failed);

  return open->len;
}

/* The page that is signed names product and areas: it comes after the choice, and holds for nothing else. */
static void
test_consent_names (ClinicFixture *fixture,
                    gconstpointer  data)
{
  static const char *const more[] = { "thighs", "legs", NULL };
  CareVisit *visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (CareResponse) consent = NULL;
  g_autoptr (GError) failed = NULL;
  CareNode *node;

  g_assert_cmpuint (count_open (fixture, visit), ==, 1);
  clinic_answer (fixture, visit, NULL);
  g_assert_cmpuint (count_open (fixture, visit), ==, 0);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-b", "EX-B-2601", thighs, &clinician, error));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_CONSENT);
  forms = care_clinic_list_open_forms (fixture->clinic, visit, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (forms->len, ==, 1);
  consent = care_clinic_continue_answers (fixture->clinic, visit, g_ptr_array_index (forms, 0), &failed);
  g_assert_no_error (failed);
  g_assert_true (care_node_has_code (care_response_find (consent, "product"), NULL, "product-b"));
  g_assert_true (care_node_has_code (care_response_find (consent, "areas"), NULL, "thighs"));
  /* What is approved and what not, in the patient's language, on the very page. */
  node = care_response_find (consent, "product-approved");
  g_assert_true (care_node_is_enabled (node));
  g_assert_nonnull (strstr (care_item_get_text (care_node_get_item (node), "en"), "FDA"));
  g_assert_nonnull (strstr (care_item_get_text (care_node_get_item (node), "es"), "Francia"));
  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_take_consent (fixture->clinic, visit, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);

  /* Another batch is the same product. */
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-b", "EX-B-2601", thighs, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);

  /* One more area, or another product, is another consent; the answers to the former one cannot be signed for it. */
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-b", "EX-B-2601", more, &clinician, error));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_CONSENT);
  assert_refused (care_clinic_take_consent (fixture->clinic, visit, &clinician, error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-a", "EX-A-2601", thighs, &clinician, error));
  g_assert_cmpint (care_visit_get_next_step (visit), ==, CARE_NEXT_CONSENT);
  assert_refused (care_clinic_take_consent (fixture->clinic, visit, &clinician, error), CARE_ERROR_REFUSED);
  g_assert_cmpuint (count_open (fixture, visit), ==, 1);
  clinic_answer (fixture, visit, NULL);
  assert_done (care_clinic_take_consent (fixture->clinic, visit, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
}

/* Consent and test hold for the product they were given for. */
static void
test_other_product (ClinicFixture *fixture,
                    gconstpointer  data)
{
  CareVisit *visit = checked (fixture, CARE_VISIT_SESSION, NULL);

  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  assert_done (care_clinic_choose_product (fixture->clinic, visit, "product-b", "EX-B-2601", thighs, &clinician, error));
  g_assert_cmpint (care_visit_get_state (visit), !=, CARE_STATE_READY);
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/check/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("roles", test_roles);
  ADD ("decide", test_decide);
  ADD ("consent-names", test_consent_names);
  ADD ("language", test_language);
  ADD ("not-today", test_not_today);
  ADD ("undecidable", test_undecidable);
  ADD ("coffee", test_coffee);
  ADD ("cross-table", test_cross_table);
  ADD ("confirm-allergy", test_confirm_allergy);
  ADD ("changed", test_changed);
  ADD ("consent", test_consent);
  ADD ("other-product", test_other_product);
#undef ADD
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strconcat ("/clinic/check/choice/", choices[i].name, NULL);

      g_test_add (path, ClinicFixture, GSIZE_TO_POINTER (i), clinic_set_up, test_choice, clinic_tear_down);
    }

  return g_test_run ();
}
