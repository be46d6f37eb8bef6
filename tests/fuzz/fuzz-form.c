/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response.h"

#include "base/care-json.h"

/* Any bytes as a form: refused with a place, or loaded, walked, answered, half typed, checked, written and read back. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
walk_item (CareQuestionnaire *form,
           guint              number)
{
  const CareItem *item = care_questionnaire_get_item (form, number);

  care_item_get_text (item, "es");
  care_item_get_help (item, NULL);
  care_item_get_unit_text (item, "en");
  for (guint i = 0; i < care_item_get_n_options (item); i++)
    g_assert (care_option_get_display (care_item_get_option (item, i), "es") != NULL);
  for (guint i = 0; i < care_item_get_n_units (item); i++)
    care_item_get_unit_display (item, i, "es");
  for (guint i = 0; i < care_item_get_n_children (item); i++)
    g_assert (care_item_get_parent (care_item_get_child (item, i)) == item);
}

static void
answer (CareResponse *response,
        CareNode     *node,
        guint        *left)
{
  const CareItem *item = care_node_get_item (node);

  if (*left == 0)
    return;
  (*left)--;

  if (item != NULL && care_item_is_question (item))
    {
      g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
      g_autoptr (CareValue) text = care_value_new_string ("x");

      if (care_item_get_n_options (item) > 0)
        care_response_toggle_option (response, node, care_item_get_option (item, 0));
      else
        care_response_set_value (response, node, care_item_get_item_type (item) == CARE_ITEM_BOOLEAN ? yes : text);
      care_response_add_value (response, node, text);
      care_response_set_draft (response, node, *left % 3, "1.");
    }
  else if (item != NULL && care_item_get_item_type (item) == CARE_ITEM_GROUP && care_item_repeats (item)
           && care_node_get_n_instances (node) < 3)
    care_response_add_instance (response, node);

  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    answer (response, care_node_get_child (node, 0, i), left);
}

static void
check (CareQuestionnaire *form)
{
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  guint left = 300;

  answer (response, care_response_get_root (response), &left);
  problems = care_response_validate (response);
  for (guint i = 0; i < problems->len; i++)
    care_problem_holds_up (g_ptr_array_index (problems, i));
  node = care_response_to_node (response);
  back = care_response_new_from_node (form, node, "fuzz", &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, (gssize) size, "fuzz", &error);

  g_assert ((form == NULL) == (error != NULL));
  if (form == NULL)
    return 0;

  for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
    walk_item (form, i);
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    g_assert (care_questionnaire_get_note (form, i)->text != NULL);
  if (care_questionnaire_get_n_items (form) < 2000)
    check (form);

  return 0;
}
