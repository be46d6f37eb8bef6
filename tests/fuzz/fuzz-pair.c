/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response.h"

#include <string.h>

#include "base/care-json.h"

/* Any bytes as a form, and behind a line of their own any bytes as the answers to it: refused with a place, or read,
 * answered on top, checked, copied and written so that what was written reads back as the same. */

#define BETWEEN "\n%answers%\n"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* In a loop a hidden answer may count, and of two items with one link id the answers go to the first: what is written
 * without hidden answers can then read back otherwise. */
static gboolean
is_ambiguous (CareQuestionnaire *form)
{
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    {
      const CareNote *note = care_questionnaire_get_note (form, i);

      if (note->kind == CARE_NOTE_LOOP || strstr (note->text, "twice") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
look_at_problems (CareResponse *response)
{
  g_autoptr (GPtrArray) problems = care_response_validate (response);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *words = care_problem_dup_text (g_ptr_array_index (problems, i));

      g_assert (words != NULL);
    }
}

static void
check_round (CareResponse *response)
{
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  g_autoptr (CareResponse) copy = care_response_copy (response);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (JsonNode) first = care_response_to_node (response);
  g_autoptr (JsonNode) copied = care_response_to_node (copy);
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (json_node_equal (first, copied));
  back = care_response_new_from_node (form, first, "fuzz", &error);
  g_assert_no_error (error);
  second = care_response_to_node (back);
  if (!is_ambiguous (form))
    g_assert (json_node_equal (first, second));
}

/* A hand that goes through the form and taps everything once; @left bounds it. */
static void
tap (CareResponse *response,
     CareNode     *node,
     guint        *left)
{
  const CareItem *item = care_node_get_item (node);
  guint n_answers;

  if (*left == 0)
    return;
  (*left)--;

  if (item != NULL && care_item_is_question (item) && care_item_get_n_options (item) > 0)
    care_response_toggle_option (response, node, care_item_get_option (item, *left % care_item_get_n_options (item)));
  else if (item != NULL && care_item_is_question (item) && care_node_get_n_answers (node) > 1)
    care_response_move_value (response, node, 0, care_node_get_n_answers (node) - 1);
  else if (item != NULL && care_item_is_question (item))
    care_response_set_absent (response, node, *left % 2 == 0 ? CARE_ABSENT_NOT_SURE : CARE_ABSENT_TELL_STAFF);
  else if (item != NULL && care_item_get_item_type (item) == CARE_ITEM_GROUP && care_item_repeats (item)
           && care_node_get_n_instances (node) < 3)
    {
      CareNode *added = care_response_add_instance (response, node);

      if (added != NULL)
        care_response_move_instance (response, added, 0);
    }

  n_answers = MAX (1, care_node_get_n_answers (node));
  for (guint answer = 0; answer < n_answers; answer++)
    for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
      tap (response, care_node_get_child (node, answer, i), left);
}

static const guint8 *
find_between (const guint8 *data,
              gsize         size)
{
  return memmem (data, size, BETWEEN, strlen (BETWEEN));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *between = find_between (data, size);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (CareQuestionnaire) form = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  guint left = 200;

  if (between == NULL)
    return 0;
  first = g_strndup ((const char *) data, between - data);
  second = g_strndup ((const char *) between + strlen (BETWEEN), size - (between - data) - strlen (BETWEEN));

  form = care_questionnaire_new_from_text (first, between - data, "fuzz", NULL);
  node = care_json_parse (second, (gssize) strlen (second), "fuzz", NULL, NULL);
  if (form == NULL || node == NULL || care_questionnaire_get_n_items (form) > 2000)
    return 0;
  response = care_response_new_from_node (form, node, "fuzz", &error);
  g_assert ((response == NULL) == (error != NULL));
  if (response == NULL)
    return 0;

  look_at_problems (response);
  check_round (response);
  tap (response, care_response_get_root (response), &left);
  look_at_problems (response);
  check_round (response);

  return 0;
}
