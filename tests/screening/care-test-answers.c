/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-answers.h"

#include <string.h>

#include "care-test-protocol.h"
#include "screening/care-answers.h"

static const CareOption *
find_code (const CareItem *item,
           const char     *code)
{
  for (guint i = 0; i < care_item_get_n_options (item); i++)
    {
      const CareOption *option = care_item_get_option (item, i);

      if (g_strcmp0 (care_value_get_code (care_option_get_value (option)), code) == 0)
        return option;
    }

  return NULL;
}

static gboolean
has_question (const CareItem *item,
              const char     *question)
{
  return care_item_has_code (item, CARE_QUESTION_SYSTEM, question);
}

/* What a healthy person answers, in order of preference. */
static const CareOption *
find_healthy (const CareItem *item)
{
  static const char *const usual[] = { "none", "no", "thighs", "cellulite", "packets", "later" };

  if (has_question (item, "goal"))
    return find_code (item, "cellulite");
  if (has_question (item, "treatment-areas"))
    return find_code (item, "thighs") != NULL ? find_code (item, "thighs") : find_code (item, "face");
  if (has_question (item, "meal-today") || has_question (item, "own-wish") || has_question (item, "consent-given"))
    return find_code (item, "yes");

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    if (find_code (item, usual[i]) != NULL)
      return find_code (item, usual[i]);

  return NULL;
}

static gboolean
fill (CareResponse *response,
      CareNode     *node)
{
  const CareItem *item = care_node_get_item (node);
  gboolean changed = FALSE;

  if (item != NULL && care_item_is_question (item) && care_node_is_enabled (node) &&
      care_node_get_n_answers (node) == 0 && care_node_get_absent (node) == CARE_ABSENT_NONE)
    {
      const CareOption *option = find_healthy (item);

      if (has_question (item, "birth-date"))
        {
          g_autoptr (CareValue) birth = care_value_new_date ("1980-05-17", NULL);

          care_response_set_value (response, node, birth);
          changed = TRUE;
        }
      else if (option != NULL)
        {
          care_response_set_value (response, node, care_option_get_value (option));
          changed = TRUE;
        }
    }

  for (guint a = 0; a < MAX (care_node_get_n_answers (node), 1); a++)
    for (guint i = 0; i < care_node_get_n_children (node, a); i++)
      changed |= fill (response, care_node_get_child (node, a, i));

  return changed;
}

void
care_test_fill_healthy (CareResponse *response)
{
  while (fill (response, care_response_get_root (response)))
    ;
}

CareResponse *
care_test_answer_healthy (const char *form)
{
  g_autofree char *file = g_strconcat (form, ".json", NULL);
  g_autofree char *path = care_test_data_path ("forms", file);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) questionnaire = care_questionnaire_load (path, &error);
  CareResponse *response;

  g_assert_no_error (error);
  response = care_response_new (questionnaire);
  care_test_fill_healthy (response);

  return response;
}

static CareValue *
new_text_value (const CareItem *item,
                const char     *text)
{
  g_autoptr (GError) error = NULL;
  CareValue *value;

  switch (care_item_get_item_type (item))
    {
    case CARE_ITEM_DATE:
      value = care_value_new_date (text, &error);
      break;
    case CARE_ITEM_DATE_TIME:
      value = care_value_new_date_time (text, &error);
      break;
    default:
      value = care_value_new_string (text);
      break;
    }

  g_assert_no_error (error);

  return value;
}

static gboolean
set_codes (CareResponse *response,
           CareNode     *node,
           const char   *codes)
{
  const CareItem *item = care_node_get_item (node);
  g_auto (GStrv) wanted = g_strsplit (codes, ",", -1);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      const CareOption *option = find_code (item, wanted[i]);

      if (option != NULL)
        g_ptr_array_add (values, care_option_get_value (option));
    }

  if (values->len == 0)
    return FALSE;

  care_response_set_values (response, node, (CareValue *const *) values->pdata, values->len);

  return TRUE;
}

static gboolean
set_one (CareResponse *response,
         CareNode     *node,
         const char   *answer)
{
  const CareItem *item = care_node_get_item (node);

  if (*answer == '\0')
    {
      care_response_clear (response, node);
      return TRUE;
    }

  if (strcmp (answer, "?") == 0 || strcmp (answer, "!") == 0)
    {
      const char *code = *answer == '?' ? "unsure" : "tell-staff";

      if (!set_codes (response, node, code))
        care_response_set_absent (response, node, *answer == '?' ? CARE_ABSENT_NOT_SURE : CARE_ABSENT_TELL_STAFF);

      return TRUE;
    }

  if (care_item_get_n_options (item) > 0)
    return set_codes (response, node, answer);

  {
    g_autoptr (CareValue) value = new_text_value (item, answer);

    care_response_set_value (response, node, value);
  }

  return TRUE;
}

void
care_test_set_answers (CareResponse *response,
                       const char   *answers)
{
  g_auto (GStrv) sets = g_strsplit (answers, ";", -1);

  for (gsize i = 0; sets[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (g_strstrip (sets[i]), "=", 2);
      g_autoptr (GPtrArray) nodes = NULL;
      gboolean found = FALSE;

      if (pair[0] == NULL || *pair[0] == '\0')
        continue;

      nodes = care_response_list_by_code (response, CARE_QUESTION_SYSTEM, pair[0]);
      for (guint n = 0; n < nodes->len; n++)
        if (care_node_is_enabled (g_ptr_array_index (nodes, n)))
          found |= set_one (response, g_ptr_array_index (nodes, n), pair[1]);

      if (!found)
        g_error ("no question takes '%s'", sets[i]);

      care_test_fill_healthy (response);
      if (*pair[1] == '\0')
        for (guint n = 0; n < nodes->len; n++)
          care_response_clear (response, g_ptr_array_index (nodes, n));
    }
}
