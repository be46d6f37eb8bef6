/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response.h"

#include "base/care-json.h"

/* Any bytes as answers to a form that has everything: refused with a place, or read, checked, and written so that
 * what was written reads back as the same. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static CareQuestionnaire *
load_form (void)
{
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_load (g_getenv ("CARE_FUZZ_FORM"), &error);

  g_assert_no_error (error);

  return form;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (CareQuestionnaire) form = load_form ();
  g_autoptr (JsonNode) node = care_json_parse (text, (gssize) size, "fuzz", NULL, NULL);
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (GError) error = NULL;

  if (node == NULL)
    return 0;
  response = care_response_new_from_node (form, node, "fuzz", &error);
  g_assert ((response == NULL) == (error != NULL));
  if (response == NULL)
    return 0;

  problems = care_response_validate (response);
  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = care_problem_dup_text (problem);

      g_assert (words != NULL);
      care_problem_holds_up (problem);
    }

  first = care_response_to_node (response);
  back = care_response_new_from_node (form, first, "fuzz", &error);
  g_assert_no_error (error);
  second = care_response_to_node (back);
  g_assert (json_node_equal (first, second));

  return 0;
}
