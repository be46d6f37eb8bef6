/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

/* Forms by chance, answered by chance: what has been worked out step by step is what comes out when everything is read
 * anew. (Forms with a loop are left out: there answers that are not exported count, too.) */

#define N_FORMS   300
#define N_ANSWERS 40

static const char *const operators[] = { "exists", "=", "!=" };

static void
append_conditions (GString *text,
                   guint    n_items)
{
  guint n = (guint) g_test_rand_int_range (0, 4);

  if (n == 0)
    return;

  g_string_append_printf (text, ",'enableBehavior':'%s','enableWhen':[", g_test_rand_bit () ? "all" : "any");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{'question':'q%d','operator':'%s','answerBoolean':%s}", i > 0 ? "," : "",
                            g_test_rand_int_range (0, (int) n_items), operators[g_test_rand_int_range (0, 3)],
                            g_test_rand_bit () ? "true" : "false");
  g_string_append (text, "]");
}

static guint
append_items (GString *text,
              guint    next,
              guint    n_items,
              guint    depth)
{
  guint n = (guint) g_test_rand_int_range (1, 6);

  for (guint i = 0; i < n && next < n_items; i++)
    {
      gboolean group = depth < 4 && g_test_rand_int_range (0, 3) == 0;

      g_string_append_printf (text, "%s{'linkId':'q%u','type':'%s'", i > 0 ? "," : "", next++, group ? "group" : "boolean");
      append_conditions (text, n_items);
      if (depth < 4 && next < n_items && (group || g_test_rand_int_range (0, 4) == 0))
        {
          g_string_append (text, ",'item':[");
          next = append_items (text, next, n_items, depth + 1);
          g_string_append (text, "]");
        }
      g_string_append (text, "}");
    }

  return next;
}

static gboolean
has_loop (CareQuestionnaire *form)
{
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    if (care_questionnaire_get_note (form, i)->kind == CARE_NOTE_LOOP)
      return TRUE;

  return FALSE;
}

static void
answer_something (CareResponse *response)
{
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  const CareItem *item = care_questionnaire_get_item (form, (guint) g_test_rand_int_range (0, (int) care_questionnaire_get_n_items (form)));
  CareNode *node = care_response_find (response, care_item_get_link_id (item));
  g_autoptr (CareValue) value = care_value_new_boolean (g_test_rand_bit ());

  if (node == NULL || !care_item_is_question (item))
    return;
  if (g_test_rand_int_range (0, 5) == 0)
    care_response_set_absent (response, node, CARE_ABSENT_NOT_SURE);
  else if (g_test_rand_int_range (0, 4) == 0)
    care_response_clear (response, node);
  else
    care_response_set_value (response, node, value);
}

static void
assert_as_read_anew (CareResponse *response)
{
  g_autoptr (JsonNode) node = care_response_to_node (response);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) anew = care_response_new_from_node (care_response_get_questionnaire (response), node, "anew.json", &error);
  g_autofree char *step_by_step = test_enabled (response);
  g_autofree char *at_once = NULL;

  g_assert_no_error (error);
  at_once = test_enabled (anew);
  g_assert_cmpstr (step_by_step, ==, at_once);
  g_assert_cmpuint (care_response_get_import_problems (anew)->len, ==, 0);
}

static void
test_random (void)
{
  guint compared = 0;

  for (guint i = 0; i < N_FORMS; i++)
    {
      guint n_items = (guint) g_test_rand_int_range (3, 25);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CareQuestionnaire) form = NULL;
      g_autoptr (CareResponse) response = NULL;

      append_items (text, 0, n_items, 0);
      form = test_form (text->str);
      if (has_loop (form))
        continue;
      response = care_response_new (form);
      for (guint k = 0; k < N_ANSWERS; k++)
        {
          answer_something (response);
          assert_as_read_anew (response);
        }
      compared++;
    }
  g_test_message ("%u forms of %u had no loop", compared, N_FORMS);
  g_assert_cmpuint (compared, >, N_FORMS / 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/enable/random", test_random);

  return g_test_run ();
}
