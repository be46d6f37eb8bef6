/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-feeding.h"

#include "screening/care-answers.h"

static gboolean
is_asked (CareQuestionnaire *const *forms,
          guint                     n_forms,
          const char               *question,
          const char               *answer)
{
  for (guint f = 0; f < n_forms; f++)
    {
      g_autoptr (GPtrArray) items = care_questionnaire_list_by_code (forms[f], CARE_QUESTION_SYSTEM, question);

      for (guint i = 0; i < items->len; i++)
        if (care_item_offers (g_ptr_array_index (items, i), answer))
          return TRUE;
    }

  return FALSE;
}

/**
 * care_feeding_is_fed:
 * @rule: a rule
 * @forms: (array length=n_forms): forms that are asked together
 * @n_forms: how many
 *
 * Returns: whether they ask its question with each of the answers that it waits for; a rule without a question is fed
 */
gboolean
care_feeding_is_fed (const CareRule           *rule,
                     CareQuestionnaire *const *forms,
                     guint                     n_forms)
{
  if (rule->question == NULL)
    return TRUE;

  if (rule->find != CARE_FIND_ANSWER)
    return is_asked (forms, n_forms, rule->question, "*");

  if (rule->time_question != NULL && !is_asked (forms, n_forms, rule->time_question, "*"))
    return FALSE;

  /* Every answer that the rule waits for: to tick none of the others says nothing about a missing one. */
  for (gsize i = 0; rule->answers[i] != NULL; i++)
    if (!is_asked (forms, n_forms, rule->question, rule->answers[i]))
      return FALSE;

  return TRUE;
}

/* A form for later visits asks something that only matters then. */
static gboolean
is_for_later (CareProtocol             *protocol,
              CareQuestionnaire *const *forms,
              guint                     n_forms)
{
  GPtrArray *rules = care_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);

      if (rule->after_session && care_feeding_is_fed (rule, forms, n_forms))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_feeding_list_unfed:
 * @protocol: a protocol
 * @forms: (array length=n_forms): the clinic's forms together
 * @n_forms: how many
 *
 * Stop and review rules whose question no form asks with each of the answers that
 * the rule waits for. A protocol with one cannot be approved for these forms.
 * Rules for the time after a session are asked of forms only when there is one
 * for later visits among them.
 *
 * Returns: (transfer full) (element-type CareRule): the rules, in the protocol's order
 */
GPtrArray *
care_feeding_list_unfed (CareProtocol             *protocol,
                         CareQuestionnaire *const *forms,
                         guint                     n_forms)
{
  GPtrArray *unfed = g_ptr_array_new ();
  GPtrArray *rules;
  gboolean later;

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), unfed);

  rules = care_protocol_get_rules (protocol);
  later = is_for_later (protocol, forms, n_forms);

  for (guint i = 0; i < rules->len; i++)
    {
      CareRule *rule = g_ptr_array_index (rules, i);

      if (rule->level == CARE_LEVEL_INFO || rule->may_be_unasked || (rule->after_session && !later))
        continue;

      if (!care_feeding_is_fed (rule, forms, n_forms))
        g_ptr_array_add (unfed, rule);
    }

  return unfed;
}

static gboolean
is_needed (CareProtocol      *protocol,
           const CareRule    *rule,
           const char *const *products,
           gboolean           face,
           gboolean           body)
{
  if (rule->question == NULL)
    return FALSE;

  if (products == NULL)
    return care_rule_in_force (rule, NULL, face, body, CARE_TRI_UNKNOWN);

  for (gsize i = 0; products[i] != NULL; i++)
    {
      const CareProduct *product = care_protocol_find_product (protocol, products[i]);

      if (product != NULL && care_rule_in_force (rule, product, face, body, CARE_TRI_UNKNOWN))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_feeding_dup_needed:
 * @protocol: a protocol
 * @products: (array zero-terminated=1) (nullable): ids of the products the clinic uses
 * @areas: (array zero-terminated=1) (nullable): areas it treats
 *
 * Question codes that some rule in force needs: what none needs is not asked.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes, each once
 */
char **
care_feeding_dup_needed (CareProtocol      *protocol,
                         const char *const *products,
                         const char *const *areas)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) needed = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *rules;
  gboolean face;
  gboolean body;

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);

  care_protocol_place_areas (protocol, areas, &face, &body);
  rules = care_protocol_get_rules (protocol);
  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);

      if (!is_needed (protocol, rule, products, face, body))
        continue;

      if (g_hash_table_add (seen, rule->question))
        g_ptr_array_add (needed, g_strdup (rule->question));
      if (rule->time_question != NULL && g_hash_table_add (seen, rule->time_question))
        g_ptr_array_add (needed, g_strdup (rule->time_question));
    }

  g_ptr_array_add (needed, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&needed), FALSE);
}
