/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-sample-answers.h"

#include <string.h>

#include "clinic/care-fhir.h"

/* Where "no" and "none" are not what somebody healthy says. */
static const CareSampleAnswer healthy[] = {
  { "meal-today", "yes" },
  { "consent-given", "yes" },
  { "own-wish", "yes" },
  { "goal", "cellulite" },
  { "treatment-areas", "thighs" },
  { "pregnancy", "no" },
  { NULL, NULL },
};

/* Tried in order where nothing else is said. */
static const char *const plain[] = { "no", "none", "not-applicable" };

static const char *
find_question (const CareItem *item)
{
  for (guint i = 0; i < care_item_get_n_codes (item); i++)
    {
      CareValue *code = care_item_get_code (item, i);

      if (g_strcmp0 (care_value_get_system (code), CARE_FHIR_QUESTION) == 0)
        return care_value_get_code (code);
    }

  return NULL;
}

static gboolean
choose (CareResponse *response,
        CareNode     *node,
        const char   *code)
{
  const CareItem *item = care_node_get_item (node);

  for (guint i = 0; i < care_item_get_n_options (item); i++)
    {
      const CareOption *option = care_item_get_option (item, i);

      if (care_value_is_code (care_option_get_value (option), NULL, code))
        {
          care_response_toggle_option (response, node, option);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
answer_from (CareResponse           *response,
             CareNode               *node,
             const char             *question,
             const CareSampleAnswer *answers)
{
  gboolean found = FALSE;
  CareItemType type = care_item_get_item_type (care_node_get_item (node));

  for (gsize i = 0; answers != NULL && answers[i].question != NULL; i++)
    {
      g_autoptr (CareValue) moment = NULL;

      if (g_strcmp0 (answers[i].question, question) != 0)
        continue;

      if (type == CARE_ITEM_DATE_TIME)
        moment = care_value_new_date_time (answers[i].answer, NULL);
      else if (type == CARE_ITEM_TEXT || type == CARE_ITEM_STRING)
        moment = care_value_new_string (answers[i].answer);

      if (moment != NULL)
        {
          care_response_set_value (response, node, moment);
          found = TRUE;
        }
      else if (choose (response, node, answers[i].answer))
        found = TRUE;
    }

  return found;
}

static gboolean
answer_node (CareResponse           *response,
             CareNode               *node,
             const CareSampleAnswer *others)
{
  const CareItem *item = care_node_get_item (node);
  const char *question = find_question (item);

  if (answer_from (response, node, question, others) || answer_from (response, node, question, healthy))
    return TRUE;

  if (!care_item_is_required (item))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (choose (response, node, plain[i]))
      return TRUE;

  if (care_item_get_n_options (item) > 0)
    {
      care_response_toggle_option (response, node, care_item_get_option (item, 0));
      return TRUE;
    }

  return FALSE;
}

void
care_sample_answer (CareResponse           *response,
                    const CareSampleAnswer *others)
{
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  gboolean again = TRUE;

  /* An answer may open further questions: go round until nothing new was answered. */
  for (guint round = 0; again && round < 10; round++)
    {
      again = FALSE;
      for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
        {
          const CareItem *item = care_questionnaire_get_item (form, i);
          CareNode *node = care_response_find (response, care_item_get_link_id (item));

          if (node != NULL && care_item_is_question (item) && !care_item_is_read_only (item)
              && care_node_is_enabled (node) && care_node_get_n_answers (node) == 0
              && answer_node (response, node, others))
            again = TRUE;
        }
    }
}
