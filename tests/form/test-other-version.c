/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

/* What R5 has and R4 has not is taken for what comes near, and the form can be filled in. */

#define OPTIONS "'answerOption':[{'valueString':'tea'},{'valueString':'coffee'}]"

static const struct
{
  const char  *name;
  const char  *item;     /* its members beside linkId and text */
  CareItemType type;
  guint        n_options;
} cases[] = {
  { "coding", "'type':'coding','answerOption':[{'valueCoding':{'code':'a','display':'A'}}]", CARE_ITEM_CHOICE, 1 },
  { "coding-or-words", "'type':'coding','answerConstraint':'optionsOrString','answerOption':[{'valueCoding':{'code':'a','display':'A'}}]",
    CARE_ITEM_OPEN_CHOICE, 1 },
  { "question", "'type':'question'", CARE_ITEM_STRING, 0 },
  { "string-of-options", "'type':'string'," OPTIONS, CARE_ITEM_CHOICE, 2 },
  { "string-of-codes", "'type':'string','answerOption':[{'valueCoding':{'code':'AU','display':'Australia'}},"
    "{'valueCoding':{'code':'BD','display':'Bangladesh'}}]", CARE_ITEM_CHOICE, 2 },
  { "string-only", "'type':'string','answerConstraint':'optionsOnly'," OPTIONS, CARE_ITEM_CHOICE, 2 },
  { "string-or-words", "'type':'string','answerConstraint':'optionsOrString'," OPTIONS, CARE_ITEM_OPEN_CHOICE, 2 },
  { "string-or-type", "'type':'string','answerConstraint':'optionsOrType'," OPTIONS, CARE_ITEM_OPEN_CHOICE, 2 },
  { "integer-of-options", "'type':'integer','answerOption':[{'valueInteger':1},{'valueInteger':2}]", CARE_ITEM_CHOICE, 2 },
  { "integer-or-type", "'type':'integer','answerConstraint':'optionsOrType','answerOption':[{'valueInteger':1},{'valueInteger':2}]",
    CARE_ITEM_INTEGER, 0 },
  { "constraint-without-options", "'type':'string','answerConstraint':'optionsOnly'", CARE_ITEM_STRING, 0 },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *items = g_strdup_printf ("{'linkId':'q','text':'Q?',%s}", cases[row].item);
  g_autoptr (CareQuestionnaire) form = test_form (items);
  const CareItem *item = care_questionnaire_find_item (form, "q");
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *node = care_response_find (response, "q");
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpint (care_item_get_item_type (item), ==, cases[row].type);
  g_assert_cmpuint (care_item_get_n_options (item), ==, cases[row].n_options);
  if (cases[row].n_options == 0)
    return;
  care_response_toggle_option (response, node, care_item_get_option (item, cases[row].n_options - 1));
  g_assert_cmpuint (care_node_get_n_answers (node), ==, 1);
  problems = care_response_validate (response);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/other-version/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
