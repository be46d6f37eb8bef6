/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-session-facts.h"

#include "clinic/care-clinic-handover.h"
#include "desk/visit/care-form-panel.h"

#define QUESTION_SYSTEM "https://aftercare.example/fhir/CodeSystem/question"

static void
prefill_instant (CareResponse *form,
                 const char   *question,
                 CareInstant   at,
                 GTimeZone    *zone)
{
  if (at == CARE_INSTANT_NONE)
    return;
  g_autoptr (CareValue) value = care_value_new_instant (at, zone);

  care_response_prefill_by_code (form, QUESTION_SYSTEM, question, value);
}

/* What is not a coding, as text: expiry is a date. */
static void
prefill_date (CareResponse *form,
              const char   *question,
              const char   *date)
{
  g_autoptr (CareValue) value = date != NULL ? care_value_new_date (date, NULL) : NULL;

  if (value != NULL)
    care_response_prefill_by_code (form, QUESTION_SYSTEM, question, value);
}

static void
prefill_code (CareResponse *form,
              const char   *question,
              const char   *code)
{
  if (code != NULL)
    care_form_panel_prefill (form, question, code);
}

/**
 * care_session_facts_new_record:
 * @desk: what the pages work with
 * @visit: a first visit or a session
 * @error: return location for a #CareError
 *
 * The finish time is never filled in from the plan: it is the one that was
 * tapped, or none.
 *
 * Returns: (transfer full) (nullable): the form with product, batch, areas and times of this visit
 */
CareResponse *
care_session_facts_new_record (CareDesk   *desk,
                               CareVisit  *visit,
                               GError    **error)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  const char *name = care_visit_get_kind (visit) == CARE_VISIT_FIRST ? "test-record" : "session-record";
  CareQuestionnaire *questionnaire = care_clinic_get_form (care_desk_get_clinic (desk), name, error);

  if (questionnaire == NULL)
    return NULL;

  CareResponse *form = care_response_new (questionnaire);
  const char *const *areas = care_visit_get_areas (visit);
  GTimeZone *zone = care_desk_get_zone (desk);

  prefill_code (form, "product", care_visit_get_product (visit));
  prefill_code (form, "test-product", care_visit_get_product (visit));
  prefill_code (form, "batch", care_visit_get_batch (visit));
  prefill_code (form, "test-batch", care_visit_get_batch (visit));
  prefill_date (form, "expiry", care_visit_get_expiry (visit));
  for (guint i = 0; areas[i] != NULL; i++)
    prefill_code (form, "areas", areas[i]);
  prefill_instant (form, "session-start", care_visit_get_began_at (visit), zone);
  prefill_instant (form, "session-end", care_visit_get_finished_at (visit), zone);
  prefill_instant (form, "test-time", care_visit_get_finished_at (visit), zone);
  return form;
}

static GPtrArray *
list_codes (CareResponse *form,
            const char   *question)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (form, QUESTION_SYSTEM, question);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);

      for (guint answer = 0; answer < care_node_get_n_answers (node); answer++)
        {
          CareValue *value = care_node_get_answer (node, answer);

          if (care_value_get_value_type (value) == CARE_VALUE_CODING)
            g_ptr_array_add (codes, g_strdup (care_value_get_code (value)));
        }
    }
  return codes;
}

static CareNewSince
read_new (CareResponse *form)
{
  static const struct
  {
    const char  *code;
    CareNewSince flag;
  } words[] = {
    { "none", CARE_NEW_NOTHING },       { "illness", CARE_NEW_ILLNESS },   { "medicine", CARE_NEW_MEDICINE },
    { "pregnancy", CARE_NEW_PREGNANCY }, { "reaction", CARE_NEW_REACTION }, { "lump", CARE_NEW_LUMP },
    { "unsure", CARE_NEW_ILLNESS },
  };
  g_autoptr (GPtrArray) codes = list_codes (form, "new-since-answered");
  guint flags = CARE_NEW_NOT_ASKED;

  for (guint i = 0; i < codes->len; i++)
    for (guint word = 0; word < G_N_ELEMENTS (words); word++)
      if (g_str_equal (g_ptr_array_index (codes, i), words[word].code))
        flags |= words[word].flag;
  return (CareNewSince) flags;
}

/**
 * care_session_facts_read:
 * @form: the record
 * @facts: (out caller-allocates): what it says
 * @areas: (out) (transfer full): area codes, kept for @facts
 */
void
care_session_facts_read (CareResponse      *form,
                         CareSessionFacts  *facts,
                         char            ***areas)
{
  g_return_if_fail (CARE_IS_RESPONSE (form));
  g_return_if_fail (facts != NULL);
  g_return_if_fail (areas != NULL);

  GPtrArray *codes = list_codes (form, "areas");
  g_autofree char *numbed = care_form_panel_dup_code (form, "numbing-used");

  g_ptr_array_add (codes, NULL);
  *areas = (char **) g_ptr_array_free (codes, FALSE);
  *facts = (CareSessionFacts) {
    .new_since = read_new (form),
    .areas = (*areas)[0] != NULL ? (const char *const *) *areas : NULL,
    .numbed = g_strcmp0 (numbed, "yes") == 0,
    .numbing_known = numbed != NULL,
    .form = form,
  };
}
