/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#include "base/care-json.h"

/* Answers of an older version: what is asked anew is asked in each instance that had an answer, and in no other; none is lost. */

#define ANEW "'extension':[{'url':'https://aftercare.example/fhir/StructureDefinition/asked-anew','valueBoolean':true}]"
#define GROUP(name_text) "{'linkId':'medicine','type':'group','repeats':true,'item':[" \
  "{'linkId':'name','text':'" name_text "','type':'string'},{'linkId':'dose','text':'Dose','type':'string'}]}"
#define NAME(text) "{'linkId':'name','text':'Name','answer':[{'valueString':'" text "'}]}"
#define DOSE(text) "{'linkId':'dose','text':'Dose','answer':[{'valueString':'" text "'}]}"
#define MEDICINE(items) "{'linkId':'medicine','item':[" items "]}"

static CareQuestionnaire *
make_form (const char *version,
           const char *items)
{
  g_autofree char *quoted = g_strdup_printf ("{'resourceType':'Questionnaire','status':'active','url':'https://x.test/q','version':'%s',"
                                             "'item':[%s]}", version, items);
  g_autofree char *text = test_quote (quoted);
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_new_from_text (text, -1, "form.json", &error);

  g_assert_no_error (error);

  return form;
}

static CareResponse *
read_former (CareQuestionnaire *form,
             CareQuestionnaire *former,
             const char        *status,
             const char        *items)
{
  g_autofree char *quoted = g_strdup_printf ("{'resourceType':'QuestionnaireResponse','status':'%s','questionnaire':'https://x.test/q|1',"
                                             "'item':[%s]}", status, items);
  g_autofree char *text = test_quote (quoted);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse (text, -1, "answers.json", NULL, &error);
  CareResponse *response = care_response_new_from_former (form, former, node, "answers.json", &error);

  g_assert_no_error (error);

  return response;
}

/* Which instances are asked anew: "0 2". */
static char *
list_anew (CareResponse *response,
           const char   *link_id)
{
  GPtrArray *problems = care_response_get_import_problems (response);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);

      if (problem->kind == CARE_PROBLEM_CHANGED && strcmp (problem->link_id, link_id) == 0)
        g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", care_node_get_instance (care_node_get_parent (problem->node)));
    }

  return g_string_free (text, FALSE);
}

/* As the desk hands them to the device: written as answers to the new version, what is told beside them with them. */
static CareResponse *
hand_over (CareResponse *response,
           JsonNode     *former)
{
  g_autoptr (JsonNode) written = care_response_to_node (response);
  g_autofree char *text = care_json_to_text (written, CARE_JSON_COMPACT);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) parsed = care_json_parse (text, -1, "handed", NULL, &error);
  CareResponse *back = care_response_new_from_node (care_response_get_questionnaire (response), parsed, "handed", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (care_response_get_import_problems (back)->len, ==, 0);
  care_response_set_former (back, former);

  return back;
}

static CareNode *
find_name (CareResponse *response,
           guint         instance)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_link_id (response, "name");

  g_assert_cmpuint (instance, <, nodes->len);

  return g_ptr_array_index (nodes, instance);
}

/* Four medicines: name and dose, the dose alone, the name alone, and one of which nothing was said. */
static void
test_instances (void)
{
  g_autoptr (CareQuestionnaire) before = make_form ("1", GROUP ("Name"));
  g_autoptr (CareQuestionnaire) after = make_form ("2", GROUP ("Name on the box"));
  g_autoptr (CareResponse) response = read_former (after, before, "in-progress",
                                                   MEDICINE (NAME ("a") "," DOSE ("1")) "," MEDICINE (DOSE ("2")) "," MEDICINE (NAME ("c")));
  g_autoptr (JsonNode) told = care_response_dup_former (response);
  g_autoptr (CareResponse) handed = NULL;
  g_autoptr (CareResponse) again = NULL;
  g_autoptr (CareValue) box = care_value_new_string ("Box");
  g_autofree char *first = list_anew (response, "name");
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *items = NULL;

  g_assert_cmpstr (first, ==, "0 2");
  items = test_export (response);
  g_assert_cmpstr (items, ==, "[{'linkId':'medicine','item':[{" ANEW ",'linkId':'name','text':'Name on the box'}," DOSE ("1") "]},"
                              MEDICINE (DOSE ("2")) ","
                              "{'linkId':'medicine','item':[{" ANEW ",'linkId':'name','text':'Name on the box'}]}]");

  handed = hand_over (response, told);
  second = list_anew (handed, "name");
  g_assert_cmpstr (second, ==, "0 2");
  g_assert_cmpuint (care_node_get_n_instances (care_response_find (handed, "medicine")), ==, 3);

  /* The first is answered, one is begun before it, the second goes: the rest is asked where it stands now. */
  care_response_set_value (handed, find_name (handed, 0), box);
  care_response_remove_instance (handed, care_node_get_parent (find_name (handed, 1)));
  care_response_move_instance (handed, care_node_get_parent (find_name (handed, 1)), 0);
  care_response_add_instance (handed, care_node_get_parent (find_name (handed, 1)));
  again = hand_over (handed, told);
  third = list_anew (again, "name");
  g_assert_cmpstr (third, ==, "0");
  g_assert_cmpstr (care_value_get_text (care_node_get_value (find_name (again, 1))), ==, "Box");
}

/* What was asked anew and cannot be said counts as answered; done, nothing of it is left. */
static void
test_answered (void)
{
  g_autoptr (CareQuestionnaire) before = make_form ("1", GROUP ("Name"));
  g_autoptr (CareQuestionnaire) after = make_form ("2", GROUP ("Name on the box"));
  g_autoptr (CareResponse) response = read_former (after, before, "in-progress", MEDICINE (NAME ("a")) "," MEDICINE (NAME ("b")));
  g_autoptr (JsonNode) told = care_response_dup_former (response);
  g_autoptr (CareResponse) handed = NULL;
  g_autofree char *anew = NULL;
  g_autofree char *items = NULL;

  care_response_set_absent (response, find_name (response, 0), CARE_ABSENT_NOT_SURE);
  handed = hand_over (response, told);
  anew = list_anew (handed, "name");
  g_assert_cmpstr (anew, ==, "1");

  care_response_set_absent (handed, find_name (handed, 0), CARE_ABSENT_NONE);
  care_response_set_meta (handed, &(CareResponseMeta) { .status = CARE_RESPONSE_COMPLETED });
  items = test_export (handed);
  g_assert_cmpstr (items, ==, "");
}

/* Through the journal: whole, changed, and once more. */
static void
test_journal (void)
{
  g_autoptr (CareQuestionnaire) before = make_form ("1", GROUP ("Name"));
  g_autoptr (CareQuestionnaire) after = make_form ("2", GROUP ("Name on the box"));
  g_autoptr (CareResponse) response = read_former (after, before, "in-progress", MEDICINE (NAME ("a")) "," MEDICINE (NAME ("b")));
  g_autoptr (JsonNode) told = care_response_dup_former (response);
  g_autoptr (JsonNode) whole = care_response_take_whole (response);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (CareValue) box = care_value_new_string ("Box");
  g_autoptr (GError) error = NULL;
  g_autofree char *anew = NULL;
  g_autofree char *live = NULL;
  g_autofree char *replayed = NULL;

  care_response_set_value (response, find_name (response, 1), box);
  g_ptr_array_add (changes, care_response_take_changes (response));
  care_response_add_instance (response, care_node_get_parent (find_name (response, 0)));
  g_ptr_array_add (changes, care_response_take_changes (response));
  care_response_clear (response, find_name (response, 2));
  g_ptr_array_add (changes, care_response_take_changes (response));
  for (guint i = 0; i < changes->len; i++)
    json_node_seal (g_ptr_array_index (changes, i));

  back = care_response_new_from_node (after, whole, "kept", &error);
  g_assert_no_error (error);
  g_assert_true (care_response_apply_changes (back, changes, "kept", &error));
  care_response_set_former (back, told);
  anew = list_anew (back, "name");
  g_assert_cmpstr (anew, ==, "0 2");
  live = test_export (response);
  replayed = test_export (back);
  g_assert_cmpstr (replayed, ==, live);
}

#define UNDER(options) "{'linkId':'drinks','text':'Drinks?','type':'choice','answerOption':[" options "],'item':[" \
  "{'linkId':'much','text':'How much?','type':'integer'}," \
  "{'linkId':'g','text':'G','type':'group','item':[{'linkId':'when','text':'When?','type':'string'},{'linkId':'why','text':'Why?','type':'string'}]}]}"

/* What stood under an answer that does not count any more is told too: nothing goes without a word. */
static void
test_under (void)
{
  g_autoptr (CareQuestionnaire) before = make_form ("1", UNDER ("{'valueString':'tea'},{'valueString':'beer'}"));
  g_autoptr (CareQuestionnaire) after = make_form ("2", UNDER ("{'valueString':'tea'},{'valueString':'wine'}"));
  static const char items[] = "{'linkId':'drinks','text':'Drinks?','answer':[{'valueString':'beer','item':["
                              "{'linkId':'much','text':'How much?','answer':[{'valueInteger':3}]},"
                              "{'linkId':'g','text':'G','item':[{'linkId':'when','text':'When?','answer':[{'valueString':'late'}]}]}]}]}";

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CareResponse) response = read_former (after, i == 0 ? before : NULL, "in-progress", items);
      g_autofree char *problems = test_problems (care_response_get_import_problems (response));

      g_assert_cmpstr (problems, ==, "changed drinks; changed much; changed when");
      g_assert_cmpuint (care_node_get_n_answers (care_response_find (response, "much")), ==, 0);
    }
}

/* None that could be ours stays as any extension of others. */
static void
test_odd (void)
{
  static const char *const odd[] = { "'valueBoolean':false", "'valueBoolean':7", "'valueString':'x'", "'x':1" };
  g_autoptr (CareQuestionnaire) form = make_form ("2", GROUP ("Name"));

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *items = g_strdup_printf ("{'linkId':'medicine','item':[{'extension':[{'url':"
                                                "'https://aftercare.example/fhir/StructureDefinition/asked-anew',%s}],'linkId':'name','text':'Name'}]}",
                                                odd[i]);
      g_autofree char *wanted = g_strdup_printf ("[%s]", items);
      g_autoptr (CareResponse) response = test_answers (form, items);
      g_autofree char *text = test_export (response);

      g_assert_cmpstr (text, ==, wanted);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/anew/instances", test_instances);
  g_test_add_func ("/form/anew/answered", test_answered);
  g_test_add_func ("/form/anew/journal", test_journal);
  g_test_add_func ("/form/anew/under", test_under);
  g_test_add_func ("/form/anew/odd", test_odd);

  return g_test_run ();
}
