/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#define EXTENSION "http://hl7.org/fhir/StructureDefinition/"
#define BOUND(value) "'extension':[{'url':'" EXTENSION "maxValue','valueInteger':" value "}],"
#define UNITS(units) "'extension':[" units "],"
#define UNIT(code) "{'url':'" EXTENSION "questionnaire-unitOption','valueCoding':{'system':'http://unitsofmeasure.org','code':'" code "','display':'" code "'}}"
#define OPTIONS(list) "'answerOption':[" list "]"
#define OPTION(code) "{'valueCoding':{'system':'s','code':'" code "','display':'" code "'}}"

/* One question in two versions, and the answer that was given to the first. */
static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *answer;
  gboolean    by_answer; /* the answer alone tells it */
  gboolean    by_form;   /* the former version tells it */
} changes[] = {
  { "nothing", "'type':'integer'", "'type':'integer'", "'valueInteger':7", FALSE, FALSE },
  { "bound-below-answer", BOUND ("10") "'type':'integer'", BOUND ("5") "'type':'integer'", "'valueInteger':7", TRUE, TRUE },
  { "bound-above-answer", BOUND ("10") "'type':'integer'", BOUND ("9") "'type':'integer'", "'valueInteger':7", FALSE, TRUE },
  { "bound-new", "'type':'integer'", BOUND ("9") "'type':'integer'", "'valueInteger':7", FALSE, TRUE },
  { "length-below-answer", "'type':'string'", "'type':'string','maxLength':2", "'valueString':'abc'", TRUE, TRUE },
  { "length-above-answer", "'type':'string','maxLength':20", "'type':'string','maxLength':10", "'valueString':'abc'", FALSE, TRUE },
  { "option-gone", "'type':'choice'," OPTIONS (OPTION ("a") "," OPTION ("b")), "'type':'choice'," OPTIONS (OPTION ("b")),
    "'valueCoding':{'system':'s','code':'a','display':'a'}", TRUE, TRUE },
  { "option-new", "'type':'choice'," OPTIONS (OPTION ("a")), "'type':'choice'," OPTIONS (OPTION ("a") "," OPTION ("b")),
    "'valueCoding':{'system':'s','code':'a','display':'a'}", FALSE, TRUE },
  { "options-sorted", "'type':'choice'," OPTIONS (OPTION ("a") "," OPTION ("b")), "'type':'choice'," OPTIONS (OPTION ("b") "," OPTION ("a")),
    "'valueCoding':{'system':'s','code':'a','display':'a'}", FALSE, FALSE },
  { "unit-gone", UNITS (UNIT ("kg")) "'type':'quantity'", UNITS (UNIT ("g")) "'type':'quantity'",
    "'valueQuantity':{'value':7,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'}", TRUE, TRUE },
  { "unit-new", UNITS (UNIT ("kg")) "'type':'quantity'", UNITS (UNIT ("kg") "," UNIT ("g")) "'type':'quantity'",
    "'valueQuantity':{'value':7,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'}", FALSE, TRUE },
  { "type", "'type':'string'", "'type':'integer'", "'valueString':'x'", TRUE, TRUE },
  { "repeats", "'type':'string'", "'type':'string','repeats':true", "'valueString':'x'", FALSE, TRUE },
  { "required", "'type':'string'", "'type':'string','required':true", "'valueString':'x'", FALSE, FALSE },
};

static CareQuestionnaire *
make_form (const char *version,
           const char *fields)
{
  g_autofree char *quoted = g_strdup_printf ("{'resourceType':'Questionnaire','status':'active','url':'https://x.test/q','version':'%s',"
                                             "'item':[{'linkId':'q','text':'How much?',%s}]}", version, fields);
  g_autofree char *text = test_quote (quoted);
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_new_from_text (text, -1, "form.json", &error);

  g_assert_no_error (error);

  return form;
}

static gboolean
is_asked_again (guint    row,
                gboolean with_former)
{
  g_autoptr (CareQuestionnaire) before = make_form ("1", changes[row].before);
  g_autoptr (CareQuestionnaire) after = make_form ("2", changes[row].after);
  g_autofree char *quoted = g_strdup_printf ("{'resourceType':'QuestionnaireResponse','status':'completed','questionnaire':'https://x.test/q|1',"
                                             "'item':[{'linkId':'q','text':'How much?','answer':[{%s}]}]}", changes[row].answer);
  g_autofree char *text = test_quote (quoted);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) response = care_response_new_from_former (after, with_former ? before : NULL, node, "answers.json", &error);
  g_autofree char *problems = NULL;

  g_assert_no_error (error);
  problems = test_problems (care_response_get_import_problems (response));
  if (care_node_get_n_answers (care_response_find (response, "q")) == 0)
    {
      g_assert_cmpstr (problems, ==, "changed q");
      return TRUE;
    }
  g_assert_cmpstr (problems, ==, "");

  return FALSE;
}

static void
test_change (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);

  g_assert_cmpint (is_asked_again (row, FALSE), ==, changes[row].by_answer);
  g_assert_cmpint (is_asked_again (row, TRUE), ==, changes[row].by_form);
}

/* What has to be answered now and was not is open, and said to be missing. */
static void
test_required (void)
{
  g_autoptr (CareQuestionnaire) before = make_form ("1", "'type':'string'");
  g_autoptr (CareQuestionnaire) after = make_form ("2", "'type':'string','required':true");
  g_autofree char *text = test_quote ("{'resourceType':'QuestionnaireResponse','status':'completed','questionnaire':'https://x.test/q|1'}");
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (CareResponse) response = care_response_new_from_former (after, before, node, "answers.json", NULL);
  g_autoptr (GPtrArray) validated = care_response_validate (response);
  g_autofree char *problems = test_problems (validated);

  g_assert_cmpstr (problems, ==, "required q");
}

/* Written as answers to the new version, and read again: what is told beside them says the rest, and nothing of other forms. */
static void
test_told_beside (void)
{
  static const char *const other[] = {
    "{}", "[]", "{'version':7}", "{'version':'https://x.test/other|1','changed':['q']}", "{'version':'https://x.test/q','changed':['q']}",
    "{'version':'https://x.test/quite|1','changed':['q']}",
  };
  g_autoptr (CareQuestionnaire) before = make_form ("1", "'type':'string'");
  g_autoptr (CareQuestionnaire) after = make_form ("2", "'type':'string','maxLength':2");
  g_autofree char *text = test_quote ("{'resourceType':'QuestionnaireResponse','status':'in-progress','questionnaire':'https://x.test/q|1',"
                                      "'item':[{'linkId':'q','text':'How much?','answer':[{'valueString':'abc'}]}]}");
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (CareResponse) response = care_response_new_from_former (after, before, node, "answers.json", NULL);
  g_autoptr (JsonNode) told = care_response_dup_former (response);
  g_autoptr (JsonNode) written = care_response_to_node (response);
  g_autoptr (CareResponse) back = care_response_new_from_node (after, written, "written", NULL);
  g_autoptr (CareValue) answer = care_value_new_string ("ab");
  g_autoptr (CareResponse) answered = care_response_copy (back);
  g_autofree char *problems = NULL;

  g_assert_null (care_response_get_former_version (back));
  g_assert_null (care_response_dup_former (back));
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autofree char *quoted = test_quote (other[i]);
      g_autoptr (JsonNode) nothing = json_from_string (quoted, NULL);

      g_assert_false (care_response_is_former (back, nothing));
      care_response_set_former (back, nothing);
      g_assert_null (care_response_get_former_version (back));
    }
  care_response_set_former (back, told);
  g_assert_cmpstr (care_response_get_former_version (back), ==, "https://x.test/q|1");
  problems = test_problems (care_response_get_import_problems (back));
  g_assert_cmpstr (problems, ==, "changed q");

  /* Answered since. */
  care_response_set_value (answered, care_response_find (answered, "q"), answer);
  care_response_set_former (answered, told);
  g_assert_cmpuint (care_response_get_import_problems (answered)->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/versions/%s", changes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_change);
    }
  g_test_add_func ("/form/versions/now-required", test_required);
  g_test_add_func ("/form/versions/told-beside", test_told_beside);

  return g_test_run ();
}
