/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#include "base/care-json.h"

/* What was typed and is no value yet. */

static gboolean
holds_draft (JsonNode *node)
{
  g_autofree char *text = care_json_to_text (node, CARE_JSON_COMPACT);

  return strstr (text, "12|0|") != NULL;
}

/* What was begun goes wherever the answers go while they are in progress, and is never one of them. */
static void
test_drafts (void)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'day','type':'date','required':true},{'linkId':'words','type':'string','repeats':true}");
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *day = care_response_find (response, "day");
  CareNode *words = care_response_find (response, "words");
  g_autoptr (JsonNode) whole = care_response_take_whole (response);
  g_autoptr (JsonNode) changes = NULL;
  g_autoptr (JsonNode) none = NULL;
  g_autoptr (JsonNode) open = NULL;
  g_autoptr (JsonNode) closed = NULL;
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (CareResponse) copy = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  CareResponseMeta meta = { .status = CARE_RESPONSE_COMPLETED };

  care_response_set_draft (response, day, 0, "12|0|");
  care_response_set_draft (response, words, 2, "third");
  g_assert_cmpuint (care_node_get_n_answers (day), ==, 0);
  g_assert_cmpuint (care_response_get_n_drafts (response, words), ==, 3);
  g_assert_null (care_response_get_draft (response, words, 1));
  problems = care_response_validate (response);
  g_assert_cmpuint (problems->len, ==, 1);
  changes = care_response_take_changes (response);
  g_assert_true (holds_draft (changes));
  care_response_set_draft (response, day, 0, "12|0|");
  none = care_response_take_changes (response);
  g_assert_null (none);

  open = care_response_to_node (response);
  back = care_response_new_from_node (form, open, "open", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (care_response_get_import_problems (back)->len, ==, 0);
  day = care_response_find (back, "day");
  g_assert_cmpstr (care_response_get_draft (back, day, 0), ==, "12|0|");
  g_assert_cmpuint (care_node_get_n_answers (day), ==, 0);
  g_assert_cmpstr (care_response_get_draft (back, care_response_find (back, "words"), 2), ==, "third");

  copy = care_response_copy (back);
  care_response_set_draft (back, day, 0, NULL);
  g_assert_cmpuint (care_response_get_n_drafts (back, day), ==, 0);
  g_assert_cmpstr (care_response_get_draft (copy, care_response_find (copy, "day"), 0), ==, "12|0|");
  care_response_set_meta (copy, &meta);
  closed = care_response_to_node (copy);
  g_assert_false (holds_draft (closed));
}

/* What others wrote there and cannot be ours stays as it came; it is neither guessed at nor lost. */
static void
test_foreign (void)
{
  static const char *const foreign[] = {
    "{'url':'https://aftercare.example/fhir/StructureDefinition/answer-begun'}",
    "{'url':'https://aftercare.example/fhir/StructureDefinition/answer-begun','extension':[{'url':'answer','valueInteger':-1},{'url':'typed','valueString':'1'}]}",
    "{'url':'https://aftercare.example/fhir/StructureDefinition/answer-begun','extension':[{'url':'answer','valueInteger':99999},{'url':'typed','valueString':'1'}]}",
    "{'url':'https://aftercare.example/fhir/StructureDefinition/answer-begun','extension':[{'url':'answer','valueString':'0'},{'url':'typed','valueString':'1'}]}",
    "{'url':'https://aftercare.example/fhir/StructureDefinition/answer-begun','extension':[{'url':'answer','valueInteger':0},{'url':'typed','valueString':''}]}",
    "{'url':'https://aftercare.example/fhir/StructureDefinition/answer-begun','extension':[{'url':'answer','valueInteger':0},{'url':'typed','valueInteger':1}]}",
  };
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'day','type':'date'}");

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'resourceType':'QuestionnaireResponse','status':'in-progress',"
                                               "'item':[{'linkId':'day','extension':[%s]}]}", foreign[i]);
      g_autofree char *json = test_quote (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = care_json_parse (json, -1, "foreign", NULL, &error);
      g_autoptr (CareResponse) response = care_response_new_from_node (form, node, "foreign", &error);
      g_autoptr (JsonNode) out = NULL;
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (care_response_get_n_drafts (response, care_response_find (response, "day")), ==, 0);
      out = care_response_to_node (response);
      written = care_json_to_text (out, CARE_JSON_COMPACT);
      g_assert_nonnull (strstr (written, "answer-begun"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/drafts/kept-beside", test_drafts);
  g_test_add_func ("/form/drafts/foreign", test_foreign);

  return g_test_run ();
}
