/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-session-facts.h"

#include "desk/visit/care-form-panel.h"

#define QUESTION_SYSTEM "https://aftercare.example/fhir/CodeSystem/question"

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
