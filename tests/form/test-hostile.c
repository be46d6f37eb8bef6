/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#include "base/care-json.h"

/* Small files that would like to take for ever or all memory. A test that is not done with in time is ended by the runner, whose limit
 * grows under valgrind and the sanitizers; what is counted here does not hang on the machine. */

#define NODES_LIMIT 100000
#define MOST_NODES  200000

typedef CareQuestionnaire *(*MakeForm) (void);

static CareQuestionnaire *
from_text (GString *text)
{
  g_autofree char *quoted = test_quote (text->str);
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_new_from_text (quoted, -1, "hostile.json", &error);

  g_assert_no_error (error);
  g_string_free (text, TRUE);

  return form;
}

static GString *
begin (void)
{
  return g_string_new ("{'resourceType':'Questionnaire','status':'active','item':[");
}

/* Twenty instances from the start, on twenty levels. */
static CareQuestionnaire *
nested_min_occurs (void)
{
  GString *text = begin ();

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "{'linkId':'g%u','type':'group','repeats':true,'extension':[{'url':"
                                  "'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs','valueInteger':20}],'item':[",
                            i);
  g_string_append (text, "{'linkId':'q','type':'string'}");
  for (guint i = 0; i < 20; i++)
    g_string_append (text, "]}");
  g_string_append (text, "]}");

  return from_text (text);
}

/* Each ValueSet includes the next one ten times. */
static CareQuestionnaire *
multiplying_value_sets (void)
{
  GString *text = g_string_new ("{'resourceType':'Questionnaire','status':'active','contained':[");

  for (guint i = 0; i < 15; i++)
    {
      g_string_append_printf (text, "{'resourceType':'ValueSet','id':'v%u','compose':{'include':[{'system':'s','concept':[{'code':'c%u'}]}", i, i);
      for (guint k = 0; k < 10; k++)
        g_string_append_printf (text, ",{'valueSet':['#v%u']}", i + 1);
      g_string_append (text, "]}},");
    }
  g_string_append (text, "{'resourceType':'Patient'}],'item':[");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%s{'linkId':'q%u','type':'choice','answerValueSet':'#v%u'}", i > 0 ? "," : "", i, i % 15);
  g_string_append (text, "]}");

  return from_text (text);
}

/* Everything included and everything excluded. */
static CareQuestionnaire *
long_exclude (void)
{
  GString *text = g_string_new ("{'resourceType':'Questionnaire','status':'active','contained':[{'resourceType':'ValueSet','id':'v','compose':{");

  for (guint part = 0; part < 2; part++)
    {
      g_string_append (text, part == 0 ? "'include':[{'system':'s','concept':[" : "]}],'exclude':[{'system':'s','concept':[");
      for (guint i = 0; i < 20000; i++)
        g_string_append_printf (text, "%s{'code':'c%u'}", i > 0 ? "," : "", part == 0 ? i : i + 1);
    }
  g_string_append (text, "]}]}}],'item':[{'linkId':'q','type':'choice','answerValueSet':'#v'}]}");

  return from_text (text);
}

/* One question that asks about all others, which all have an initial value. */
static CareQuestionnaire *
asks_about_all (void)
{
  GString *text = begin ();

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "{'linkId':'q%u','type':'boolean','initial':[{'valueBoolean':true}]},", i);
  g_string_append (text, "{'linkId':'z','type':'boolean','enableBehavior':'all','enableWhen':[");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{'question':'q%u','operator':'=','answerBoolean':true}", i > 0 ? "," : "", i);
  g_string_append (text, "]}]}");

  return from_text (text);
}

/* A chain, and all of it a loop. */
static CareQuestionnaire *
long_loop (void)
{
  GString *text = begin ();

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{'linkId':'q%u','type':'boolean','initial':[{'valueBoolean':true}],'enableWhen':["
                                  "{'question':'q%u','operator':'=','answerBoolean':true}]}",
                            i > 0 ? "," : "", i, (i + 1) % 20000);
  g_string_append (text, "]}");

  return from_text (text);
}

static CareQuestionnaire *
brackets (void)
{
  GString *text = begin ();

  g_string_append (text, "{'linkId':'q','type':'display','text':'x','_text':{'extension':[{'url':"
                         "'http://hl7.org/fhir/StructureDefinition/rendering-markdown','valueMarkdown':'");
  for (guint i = 0; i < 500000; i++)
    g_string_append (text, "![");
  g_string_append (text, "'}]}}]}");

  return from_text (text);
}

static const struct
{
  const char *name;
  MakeForm    make;
} hostiles[] = {
  { "nested-min-occurs", nested_min_occurs },
  { "multiplying-value-sets", multiplying_value_sets },
  { "long-exclude", long_exclude },
  { "asks-about-all", asks_about_all },
  { "long-loop", long_loop },
  { "brackets", brackets },
};

static guint
count_nodes (CareNode *node)
{
  guint count = 1;

  for (guint answer = 0; answer < MAX (care_node_get_n_answers (node), 1); answer++)
    for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
      count += count_nodes (care_node_get_child (node, answer, i));

  return count;
}

static void
test_hostile (gconstpointer data)
{
  g_autoptr (CareQuestionnaire) form = hostiles[GPOINTER_TO_UINT (data)].make ();
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (GPtrArray) problems = care_response_validate (response);
  g_autoptr (JsonNode) node = care_response_to_node (response);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) back = care_response_new_from_node (form, node, "back.json", &error);

  g_assert_no_error (error);
  g_assert_nonnull (problems);
  g_assert_cmpuint (count_nodes (care_response_get_root (response)), <, NODES_LIMIT);
  g_assert_cmpuint (count_nodes (care_response_get_root (back)), <, NODES_LIMIT);
}

/* Ten thousand instances and as many answers: cut short, and said so. */
static void
test_endless_answers (void)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'q','type':'string','repeats':true},"
                                                  "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'r','type':'string'}]}");
  g_autoptr (GString) answers = g_string_new ("{'linkId':'q','answer':[{'valueString':'x'}");
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (answers, ",{'valueString':'x'}");
  g_string_append (answers, "]}");
  for (guint i = 0; i < 10000; i++)
    g_string_append (answers, ",{'linkId':'g','item':[{'linkId':'r','answer':[{'valueString':'x'}]}]}");
  response = test_answers (form, answers->str);
  problems = care_response_validate (response);

  g_assert_cmpuint (care_node_get_n_answers (care_response_find (response, "q")), <=, 1000);
  g_assert_cmpuint (care_node_get_n_instances (care_response_find (response, "g")), <=, 1000);
  g_assert_cmpuint (care_response_get_import_problems (response)->len, >, 0);
}

/* A form of @n questions, in a repeating group or under a question of many answers. */
static CareQuestionnaire *
many_below (const char *head,
            guint       n)
{
  GString *text = begin ();

  g_string_append_printf (text, "{%s,'item':[", head);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{'linkId':'b%u','type':'string'}", i > 0 ? "," : "", i);
  g_string_append (text, "]}]}");

  return from_text (text);
}

static gboolean
says_full (CareResponse *response)
{
  GPtrArray *problems = care_response_get_import_problems (response);

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = care_problem_dup_text (problem);

      if (problem->kind == CARE_PROBLEM_STRUCTURE && strstr (text, "items in all") != NULL && problem->path != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A thousand instances of sixty thousand questions, in two small files; then by hand. */
static void
test_many_instances (void)
{
  g_autoptr (CareQuestionnaire) form = many_below ("'linkId':'g','type':'group','repeats':true", 60000);
  g_autoptr (GString) answers = g_string_new ("{'linkId':'g'}");
  g_autoptr (CareResponse) response = NULL;
  CareNode *group;

  for (guint i = 0; i < 1000; i++)
    g_string_append (answers, ",{'linkId':'g'}");
  response = test_answers (form, answers->str);
  group = care_response_find (response, "g");

  g_assert_cmpuint (care_node_get_n_instances (group), ==, 3);
  g_assert_cmpuint (count_nodes (care_response_get_root (response)), <=, MOST_NODES);
  g_assert_true (says_full (response));

  /* No room for one more; what is taken away makes room again. */
  g_assert_null (care_response_add_instance (response, group));
  for (guint i = 0; i < 3; i++)
    {
      care_response_remove_instance (response, care_response_find (response, "g"));
      g_assert_nonnull (care_response_add_instance (response, care_response_find (response, "g")));
      g_assert_null (care_response_add_instance (response, care_response_find (response, "g")));
    }
  g_assert_cmpuint (care_node_get_n_instances (care_response_find (response, "g")), ==, 3);
}

/* The same under a question's answers, read, set and proposed by the form. */
static void
test_many_under_answers (void)
{
  g_autoptr (CareQuestionnaire) form = many_below ("'linkId':'c','type':'string','repeats':true", 60000);
  g_autoptr (GString) answers = g_string_new ("{'linkId':'c','answer':[{'valueString':'o'}");
  g_autoptr (CareValue) value = care_value_new_string ("o");
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareResponse) copy = NULL;
  CareValue *values[10];
  CareNode *node;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (answers, ",{'valueString':'o%u'}", i);
  g_string_append (answers, "]}");
  response = test_answers (form, answers->str);
  node = care_response_find (response, "c");

  g_assert_cmpuint (care_node_get_n_answers (node), ==, 3);
  g_assert_cmpuint (count_nodes (care_response_get_root (response)), <=, MOST_NODES);
  g_assert_true (says_full (response));

  care_response_add_value (response, node, value);
  g_assert_cmpuint (care_node_get_n_answers (node), ==, 3);
  care_response_remove_value (response, node, 0);
  care_response_add_value (response, node, value);
  g_assert_cmpuint (care_node_get_n_answers (node), ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = value;
  care_response_clear (response, node);
  care_response_set_values (response, node, values, G_N_ELEMENTS (values));
  g_assert_cmpuint (care_node_get_n_answers (node), ==, 3);

  copy = care_response_copy (response);
  care_response_add_value (copy, care_response_find (copy, "c"), value);
  g_assert_cmpuint (care_node_get_n_answers (care_response_find (copy, "c")), ==, 3);
}

/* Twenty instances from the start would be too many: fewer, and the form says so. */
static void
test_many_from_the_start (void)
{
  g_autoptr (CareQuestionnaire) form =
    many_below ("'linkId':'g','type':'group','repeats':true,'extension':[{'url':"
                "'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs','valueInteger':20}]",
                30000);
  g_autoptr (CareResponse) response = care_response_new (form);
  gboolean noted = FALSE;

  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    noted = noted || strstr (care_questionnaire_get_note (form, i)->text, "minOccurs") != NULL;

  g_assert_true (noted);
  g_assert_cmpuint (care_node_get_n_instances (care_response_find (response, "g")), ==, 5);
  g_assert_cmpuint (count_nodes (care_response_get_root (response)), <=, MOST_NODES);
}

/* A list of no items asks for no memory at all. */
static void
test_no_items (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text ("{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"item\":[]}",
                                                                         -1, "hostile.json", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (care_questionnaire_get_n_items (form), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/hostile/%s", hostiles[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hostile);
    }
  g_test_add_func ("/form/hostile/endless-answers", test_endless_answers);
  g_test_add_func ("/form/hostile/many-instances", test_many_instances);
  g_test_add_func ("/form/hostile/many-under-answers", test_many_under_answers);
  g_test_add_func ("/form/hostile/many-from-the-start", test_many_from_the_start);
  g_test_add_func ("/form/hostile/no-items", test_no_items);

  return g_test_run ();
}
