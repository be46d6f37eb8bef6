/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#include "base/care-json.h"

/* Answers that leave as they came. */
static const struct
{
  const char *name;
  const char *items;
  const char *answers;
} trips[] = {
  { "nothing", "{'linkId':'q','type':'string'}", "" },
  { "boolean", "{'linkId':'q','type':'boolean'}", "{'linkId':'q','answer':[{'valueBoolean':false}]}" },
  { "decimal", "{'linkId':'q','type':'decimal'}", "{'linkId':'q','answer':[{'valueDecimal':0.1}]}" },
  { "precision", "{'linkId':'q','type':'decimal','repeats':true},{'linkId':'r','type':'quantity'}",
    "{'linkId':'q','answer':[{'valueDecimal':1.50},{'valueDecimal':-0.00},{'valueDecimal':1.0},{'valueDecimal':0.1234567890123456789},{'valueDecimal':2.50e-3}]},"
    "{'linkId':'r','answer':[{'valueQuantity':{'value':70.50,'unit':'kg'}}]}" },
  { "integer", "{'linkId':'q','type':'integer'}", "{'linkId':'q','answer':[{'valueInteger':-7}]}" },
  { "dates", "{'linkId':'q','type':'date'},{'linkId':'r','type':'dateTime'},{'linkId':'s','type':'time'}",
    "{'linkId':'q','answer':[{'valueDate':'2026-11'}]},{'linkId':'r','answer':[{'valueDateTime':'2026-11-22T15:10:00-05:00'}]},"
    "{'linkId':'s','answer':[{'valueTime':'09:00:00'}]}" },
  { "several", "{'linkId':'q','type':'open-choice','repeats':true}",
    "{'linkId':'q','answer':[{'valueCoding':{'system':'s','code':'a','display':'A'}},{'valueString':'b'}]}" },
  { "complex", "{'linkId':'q','type':'quantity'},{'linkId':'r','type':'attachment'},{'linkId':'s','type':'reference'}",
    "{'linkId':'q','answer':[{'valueQuantity':{'value':70.5,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'}}]},"
    "{'linkId':'r','answer':[{'valueAttachment':{'contentType':'image/png','data':'AAAA'}}]},"
    "{'linkId':'s','answer':[{'valueReference':{'reference':'Patient/1','display':'P'}}]}" },
  { "foreign-members", "{'linkId':'q','type':'choice'}", "{'linkId':'q','answer':[{'valueCoding':{'system':'s','version':'3','code':'a'}}]}" },
  { "groups", "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'q','type':'string'},{'linkId':'h','type':'group','item':[{'linkId':'r','type':'string'}]}]}",
    "{'linkId':'g','item':[{'linkId':'q','answer':[{'valueString':'1'}]}]},"
    "{'linkId':'g','item':[{'linkId':'h','item':[{'linkId':'r','answer':[{'valueString':'2'}]}]}]},"
    "{'linkId':'g','item':[{'linkId':'q','answer':[{'valueString':'3'}]}]}" },
  { "under-answers", "{'linkId':'q','type':'choice','repeats':true,'item':[{'linkId':'r','type':'string'}]}",
    "{'linkId':'q','answer':[{'valueCoding':{'code':'a'},'item':[{'linkId':'r','answer':[{'valueString':'1'}]}]},"
    "{'valueCoding':{'code':'b'},'item':[{'linkId':'r','answer':[{'valueString':'2'}]}]}]}" },
  { "under-no-answer", "{'linkId':'q','type':'string','item':[{'linkId':'r','type':'string'}]}",
    "{'linkId':'q','answer':[{'item':[{'linkId':'r','answer':[{'valueString':'1'}]}]}]}" },
  { "absent", "{'linkId':'q','type':'string'},{'linkId':'r','type':'dateTime'}",
    "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'asked-unknown'}],'linkId':'q'},"
    "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'asked-declined'}],'linkId':'r'}" },
  { "signature", "{'linkId':'q','type':'boolean'}",
    "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature','valueSignature':{'data':'AAAA'}}],"
    "'linkId':'q','answer':[{'valueBoolean':true}]}" },
  { "namesakes", "{'linkId':'q','type':'string'},{'linkId':'r','type':'integer'},{'linkId':'q','type':'string'},{'linkId':'q','type':'boolean'}",
    "{'linkId':'q','answer':[{'valueString':'1'}]},{'linkId':'r','answer':[{'valueInteger':2}]},"
    "{'linkId':'q','answer':[{'valueString':'3'}]},{'linkId':'q','answer':[{'valueBoolean':true}]}" },
  { "namesake-alone", "{'linkId':'q','text':'One?','type':'string'},{'linkId':'q','text':'Two?','type':'boolean'}",
    "{'linkId':'q','text':'Two?','answer':[{'valueBoolean':true}]}" },
  { "namesakes-below", "{'linkId':'g','type':'group','item':[{'linkId':'q','text':'One?','type':'string'},{'linkId':'q','text':'Two?','type':'boolean'}]}",
    "{'linkId':'g','item':[{'linkId':'q','text':'One?','answer':[{'valueString':'1'}]},{'linkId':'q','text':'Two?','answer':[{'valueBoolean':true}]}]}" },
  { "namesake-groups", "{'linkId':'g','text':'A','type':'group','repeats':true,'item':[{'linkId':'q','type':'string'}]},"
    "{'linkId':'g','text':'B','type':'group','repeats':true,'item':[{'linkId':'r','type':'string'}]}",
    "{'linkId':'g','text':'A','item':[{'linkId':'q','answer':[{'valueString':'1'}]}]},{'linkId':'g','text':'A','item':[{'linkId':'q','answer':[{'valueString':'2'}]}]},"
    "{'linkId':'g','text':'B','item':[{'linkId':'r','answer':[{'valueString':'3'}]}]},{'linkId':'g','text':'B','item':[{'linkId':'r','answer':[{'valueString':'4'}]}]}" },
  { "foreign-extension", "{'linkId':'q','type':'boolean'}", "{'extension':[{'url':'http://x.test','valueString':'x'}],'linkId':'q','answer':[{'valueBoolean':true}]}" },
};

static void
test_trip (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = test_form (trips[row].items);
  g_autoptr (CareResponse) response = test_answers (form, trips[row].answers);
  g_autofree char *expected = *trips[row].answers != '\0' ? g_strdup_printf ("[%s]", trips[row].answers) : g_strdup ("");
  g_autofree char *exported = test_export (response);

  g_assert_cmpuint (care_response_get_import_problems (response)->len, ==, 0);
  g_assert_cmpstr (exported, ==, expected);
}

static void
test_order_and_hidden (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'boolean','text':'A?'},{'linkId':'b','type':'string','enableWhen':[{'question':'a','operator':'=','answerBoolean':true}]},"
    "{'linkId':'g','type':'group','text':'G','item':[{'linkId':'d','type':'display','text':'D'},{'linkId':'c','type':'string'}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  g_autoptr (CareValue) no = care_value_new_boolean (FALSE);
  g_autoptr (CareValue) text = care_value_new_string ("x");
  g_autofree char *shown = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *again = NULL;

  care_response_set_value (response, care_response_find (response, "c"), text);
  care_response_set_value (response, care_response_find (response, "a"), yes);
  care_response_set_value (response, care_response_find (response, "b"), text);
  shown = test_export (response);
  care_response_set_value (response, care_response_find (response, "a"), no);
  hidden = test_export (response);
  care_response_set_value (response, care_response_find (response, "a"), yes);
  again = test_export (response);

  g_assert_cmpstr (shown, ==, "[{'linkId':'a','text':'A?','answer':[{'valueBoolean':true}]},{'linkId':'b','answer':[{'valueString':'x'}]},"
                              "{'linkId':'g','text':'G','item':[{'linkId':'c','answer':[{'valueString':'x'}]}]}]");
  g_assert_cmpstr (hidden, ==, "[{'linkId':'a','text':'A?','answer':[{'valueBoolean':false}]},"
                               "{'linkId':'g','text':'G','item':[{'linkId':'c','answer':[{'valueString':'x'}]}]}]");
  g_assert_cmpstr (again, ==, shown);
}

static void
test_meta (void)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'q','type':'string'}");
  g_autoptr (CareResponse) response = care_response_new (form);
  const CareResponseMeta meta = {
    .id = "r1", .status = CARE_RESPONSE_COMPLETED, .language = "es", .authored = "2026-11-22T15:10:00-05:00",
    .subject = "Patient/1", .encounter = "Encounter/2", .author = "Practitioner/3", .source = "Patient/1",
  };
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  care_response_set_meta (response, &meta);
  node = care_response_to_node (response);
  text = g_strdelimit (g_strstrip (care_json_to_text (node, CARE_JSON_COMPACT)), "\"", '\'');
  g_assert_cmpstr (text, ==,
                   "{'resourceType':'QuestionnaireResponse','id':'r1','language':'es','questionnaire':'https://x.test/q|2','status':'completed',"
                   "'subject':{'reference':'Patient/1'},'encounter':{'reference':'Encounter/2'},'authored':'2026-11-22T15:10:00-05:00',"
                   "'author':{'reference':'Practitioner/3'},'source':{'reference':'Patient/1'}}");
}

static void
test_whole_resource (void)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'q','type':'string'}");
  g_autofree char *text = test_quote (
    "{'resourceType':'QuestionnaireResponse','id':'r','language':'en','questionnaire':'https://x.test/q|2','status':'amended',"
    "'subject':{'reference':'Patient/1','display':'P'},'authored':'2026-11-22','meta':{'versionId':'4'},'identifier':{'value':'i'},"
    "'item':[{'linkId':'q','answer':[{'valueString':'x'}]}]}");
  g_autoptr (JsonNode) node = care_json_parse (text, -1, "answers.json", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) response = care_response_new_from_node (form, node, "answers.json", &error);
  g_autoptr (JsonNode) back = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (care_response_get_meta (response)->subject, ==, "Patient/1");
  g_assert_cmpint (care_response_get_meta (response)->status, ==, CARE_RESPONSE_AMENDED);
  back = care_response_to_node (response);
  g_assert_true (json_node_equal (node, back));

  /* What is handed out belongs to the caller, who may add to it. */
  json_object_set_string_member (json_object_get_object_member (json_node_get_object (back), "meta"), "source", "x");
  g_assert_false (json_node_equal (node, back));
}

static CareResponse *
read_version (CareQuestionnaire *form,
              const char        *canonical,
              GError           **error)
{
  g_autofree char *text = g_strdup_printf ("{'resourceType':'QuestionnaireResponse','status':'completed','questionnaire':'%s','item':["
                                           "{'linkId':'same','text':'Same?','answer':[{'valueBoolean':true}]},"
                                           "{'linkId':'spanish','text':'¿Igual?','answer':[{'valueBoolean':true}]},"
                                           "{'linkId':'changed','text':'Old words?','answer':[{'valueBoolean':true}]},"
                                           "{'linkId':'gone','text':'Gone?','answer':[{'valueBoolean':true}]},"
                                           "{'linkId':'retyped','text':'How many?','answer':[{'valueString':'many'}]}]}",
                                           canonical);
  g_autofree char *quoted = test_quote (text);
  g_autoptr (JsonNode) node = care_json_parse (quoted, -1, "answers.json", NULL, NULL);

  return care_response_new_from_node (form, node, "answers.json", error);
}

#define VERSIONED                                                                                                        \
  "{'linkId':'same','type':'boolean','text':'Same?'},"                                                                   \
  "{'linkId':'spanish','type':'boolean','text':'Alike?','_text':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/translation'," \
  "'extension':[{'url':'lang','valueCode':'es'},{'url':'content','valueString':'¿Igual?'}]}]}},"                         \
  "{'linkId':'changed','type':'boolean','text':'New words?'},{'linkId':'retyped','type':'integer','text':'How many?'}"

static void
test_older_version (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (VERSIONED);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) response = read_version (form, "https://x.test/q|1", &error);
  g_autofree char *problems = NULL;
  g_autofree char *wrong = NULL;
  g_autoptr (GPtrArray) validated = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (care_response_get_former_version (response), ==, "https://x.test/q|1");
  problems = test_problems (care_response_get_import_problems (response));
  g_assert_cmpstr (problems, ==, "changed changed; unknown-item gone; changed retyped");
  g_assert_nonnull (care_node_get_value (care_response_find (response, "same")));
  g_assert_nonnull (care_node_get_value (care_response_find (response, "spanish")));
  /* Both are asked again: the one in other words, and the one that wants another kind of answer. */
  g_assert_null (care_node_get_value (care_response_find (response, "changed")));
  g_assert_null (care_node_get_value (care_response_find (response, "retyped")));
  validated = care_response_validate (response);
  wrong = test_problems (validated);
  g_assert_cmpstr (wrong, ==, "");
}

static void
test_same_version (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (VERSIONED);
  g_autoptr (CareResponse) response = read_version (form, "https://x.test/q|2", NULL);

  g_assert_null (care_response_get_former_version (response));
  g_assert_nonnull (care_node_get_value (care_response_find (response, "changed")));
}

static void
test_other_form (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (VERSIONED);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_version (form, "https://x.test/other|2", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "answers.json: /questionnaire: "));
}

static const char *const refused[] = {
  "{}", "[]", "7", "null", "{'resourceType':'Questionnaire'}", "{'resourceType':7}",
};

static void
test_refused (gconstpointer data)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'q','type':'string'}");
  g_autofree char *quoted = test_quote (refused[GPOINTER_TO_UINT (data)]);
  g_autoptr (JsonNode) node = care_json_parse (quoted, -1, "answers.json", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (node);
  g_assert_null (care_response_new_from_node (form, node, "answers.json", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

/* Shapes that no response has, each taken without harm. */
static const char *const odd[] = {
  "7", "null", "[]", "{}", "{'linkId':7}", "{'linkId':'q','answer':{}}", "{'linkId':'q','answer':[7,null,[],{}]}",
  "{'linkId':'q','answer':[{'valueString':7}]}", "{'linkId':'q','item':[{'linkId':'q'}]}", "{'linkId':'g','item':7}",
  "{'linkId':'g','answer':7}", "{'linkId':'q','extension':7}", "{'linkId':'q','extension':[7,{},{'url':7}]}",
  "{'linkId':'g','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'asked-unknown'}]}",
};

static void
test_odd (gconstpointer data)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'q','type':'string'},{'linkId':'g','type':'group','item':[{'linkId':'r','type':'string'}]}");
  g_autoptr (CareResponse) response = test_answers (form, odd[GPOINTER_TO_UINT (data)]);
  g_autoptr (GPtrArray) problems = care_response_validate (response);
  g_autofree char *exported = test_export (response);

  g_assert_nonnull (exported);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (trips); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/export/trip/%s", trips[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_trip);
    }
  g_test_add_func ("/form/export/order-and-hidden", test_order_and_hidden);
  g_test_add_func ("/form/export/meta", test_meta);
  g_test_add_func ("/form/export/whole-resource", test_whole_resource);
  g_test_add_func ("/form/export/older-version", test_older_version);
  g_test_add_func ("/form/export/same-version", test_same_version);
  g_test_add_func ("/form/export/other-form", test_other_form);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/export/refused/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/export/odd/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_odd);
    }

  return g_test_run ();
}
