/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

/*
 * The table of the standard (R4, "questionnaire-enable-operator" and
 * Questionnaire.item.enableWhen): question type, what is answered ("" for
 * nothing), operator, the answer compared with, and whether that enables.
 */
static const struct
{
  const char *type;
  const char *answers;    /* separated by ; */
  const char *op;
  const char *wanted;     /* JSON member */
  gboolean    enabled;
} table[] = {
  { "boolean", "", "exists", "'answerBoolean':true", FALSE },
  { "boolean", "", "exists", "'answerBoolean':false", TRUE },
  { "boolean", "Boolean:false", "exists", "'answerBoolean':true", TRUE },
  { "boolean", "Boolean:false", "exists", "'answerBoolean':false", FALSE },
  { "boolean", "", "=", "'answerBoolean':true", FALSE },
  { "boolean", "", "=", "'answerBoolean':false", FALSE },
  { "boolean", "Boolean:true", "=", "'answerBoolean':true", TRUE },
  { "boolean", "Boolean:true", "=", "'answerBoolean':false", FALSE },
  { "boolean", "Boolean:true", "!=", "'answerBoolean':false", TRUE },
  { "boolean", "Boolean:true", "!=", "'answerBoolean':true", FALSE },
  { "boolean", "", "!=", "'answerBoolean':true", TRUE },
  { "integer", "Integer:5", "=", "'answerInteger':5", TRUE },
  { "integer", "Integer:5", "!=", "'answerInteger':5", FALSE },
  { "integer", "Integer:5", ">", "'answerInteger':5", FALSE },
  { "integer", "Integer:5", ">=", "'answerInteger':5", TRUE },
  { "integer", "Integer:5", "<", "'answerInteger':5", FALSE },
  { "integer", "Integer:5", "<=", "'answerInteger':5", TRUE },
  { "integer", "Integer:6", ">", "'answerInteger':5", TRUE },
  { "integer", "Integer:4", "<", "'answerInteger':5", TRUE },
  { "integer", "", ">", "'answerInteger':5", FALSE },
  { "integer", "", "<=", "'answerInteger':5", FALSE },
  { "integer", "Integer:5", "=", "'answerDecimal':5.0", TRUE },
  { "decimal", "Decimal:0.3", "=", "'answerDecimal':0.3", TRUE },
  { "decimal", "Decimal:0.30", "=", "'answerDecimal':0.3", TRUE },
  { "decimal", "Decimal:0.31", ">", "'answerDecimal':0.3", TRUE },
  { "date", "Date:2026-11-22", "=", "'answerDate':'2026-11-22'", TRUE },
  { "date", "Date:2026-11-22", ">", "'answerDate':'2026-11-21'", TRUE },
  { "date", "Date:2026-11-22", ">", "'answerDate':'2026-11'", FALSE },
  { "date", "Date:2026-12", ">", "'answerDate':'2026-11'", TRUE },
  { "dateTime", "DateTime:2026-11-22T10:00:00Z", "=", "'answerDateTime':'2026-11-22T12:00:00+02:00'", TRUE },
  { "dateTime", "DateTime:2026-11-22T10:00:00Z", "<", "'answerDateTime':'2026-11-22T10:00:01Z'", TRUE },
  { "time", "Time:09:00:00", "<", "'answerTime':'10:00:00'", TRUE },
  { "string", "String:ab", "=", "'answerString':'ab'", TRUE },
  { "string", "String:Ab", "=", "'answerString':'ab'", FALSE },
  { "choice", "Coding:s|a", "=", "'answerCoding':{'system':'s','code':'a'}", TRUE },
  { "choice", "Coding:s|a", "=", "'answerCoding':{'system':'s','code':'b'}", FALSE },
  { "choice", "Coding:s|a", "=", "'answerCoding':{'system':'t','code':'a'}", FALSE },
  { "choice", "Coding:s|a", "!=", "'answerCoding':{'system':'s','code':'b'}", TRUE },
  { "choice", "Coding:s|a", "=", "'answerCoding':{'code':'a'}", TRUE },
  { "choice", "Coding:s|a", "=", "'answerString':'a'", TRUE },
  { "quantity", "Quantity:70 kg", "=", "'answerQuantity':{'value':70,'unit':'kg'}", TRUE },
  { "quantity", "Quantity:70 kg", ">", "'answerQuantity':{'value':70,'unit':'lb'}", FALSE },
  { "quantity", "Quantity:2 @h", ">", "'answerQuantity':{'value':90,'system':'http://unitsofmeasure.org','code':'min'}", TRUE },
  { "reference", "Reference:Patient/1", "=", "'answerReference':{'reference':'Patient/1'}", TRUE },
  { "reference", "Reference:Patient/1", "!=", "'answerReference':{'reference':'Patient/1'}", FALSE },
  /* Several answers: one is enough, and for != none may be. */
  { "integer", "Integer:1;Integer:9", "=", "'answerInteger':9", TRUE },
  { "integer", "Integer:1;Integer:9", "!=", "'answerInteger':9", FALSE },
  { "integer", "Integer:1;Integer:9", "!=", "'answerInteger':5", TRUE },
  { "integer", "Integer:1;Integer:9", ">", "'answerInteger':5", TRUE },
  { "integer", "Integer:1;Integer:9", "<", "'answerInteger':5", TRUE },
  { "choice", "Coding:s|a;Coding:s|b", "=", "'answerCoding':{'system':'s','code':'b'}", TRUE },
  { "choice", "Coding:s|a;Coding:s|b", "!=", "'answerCoding':{'system':'s','code':'b'}", FALSE },
};

static void
test_table (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  const char *choices = strcmp (table[row].type, "choice") == 0
                          ? ",'answerOption':[{'valueCoding':{'system':'s','code':'a'}},{'valueCoding':{'system':'s','code':'b'}}]"
                          : "";
  g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'%s','repeats':true%s},"
                                            "{'linkId':'x','type':'display','text':'x','enableWhen':[{'question':'q','operator':'%s',%s}]}",
                                            table[row].type, choices, table[row].op, table[row].wanted);
  g_autoptr (CareQuestionnaire) form = test_form (items);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_auto (GStrv) answers = g_strsplit (table[row].answers, ";", -1);

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 0);
  for (guint i = 0; answers[i] != NULL; i++)
    {
      g_autoptr (CareValue) value = test_value (answers[i]);

      care_response_add_value (response, care_response_find (response, "q"), value);
    }

  g_assert_cmpint (care_node_is_enabled (care_response_find (response, "x")), ==, table[row].enabled);
}

#define YES(question) "{'question':'" question "','operator':'=','answerBoolean':true}"
#define NO(question)  "{'question':'" question "','operator':'=','answerBoolean':false}"

/* Forms, boolean answers given in turn ("q=1"), and what is enabled afterwards. */
static const struct
{
  const char *name;
  const char *items;
  const char *answers;
  const char *enabled;
} forms[] = {
  { "all", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean'},"
           "{'linkId':'x','type':'boolean','enableBehavior':'all','enableWhen':[" YES ("a") "," YES ("b") "]}",
    "a=1", "a b" },
  { "all-hold", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean'},"
                "{'linkId':'x','type':'boolean','enableBehavior':'all','enableWhen':[" YES ("a") "," YES ("b") "]}",
    "a=1 b=1", "a b x" },
  { "any", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean'},"
           "{'linkId':'x','type':'boolean','enableBehavior':'any','enableWhen':[" YES ("a") "," YES ("b") "]}",
    "a=0 b=1", "a b x" },
  { "no-behavior-is-any", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean'},"
                          "{'linkId':'x','type':'boolean','enableWhen':[" YES ("a") "," YES ("b") "]}",
    "a=0 b=1", "a b x" },
  { "chain", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean','enableWhen':[" YES ("a") "]},"
             "{'linkId':'c','type':'boolean','enableWhen':[" YES ("b") "]}",
    "a=1 b=1", "a b c" },
  { "chain-breaks", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean','enableWhen':[" YES ("a") "]},"
                    "{'linkId':'c','type':'boolean','enableWhen':[" YES ("b") "]}",
    "a=1 b=1 a=0", "a" },
  { "comes-back", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean','enableWhen':[" YES ("a") "]},"
                  "{'linkId':'c','type':'boolean','enableWhen':[" YES ("b") "]}",
    "a=1 b=1 a=0 a=1", "a b c" },
  { "group", "{'linkId':'a','type':'boolean'},{'linkId':'g','type':'group','enableWhen':[" YES ("a") "],'item':["
             "{'linkId':'b','type':'boolean'},{'linkId':'h','type':'group','item':[{'linkId':'c','type':'display','text':'c'}]}]}",
    "a=0", "a" },
  { "source-in-hidden-group", "{'linkId':'a','type':'boolean'},{'linkId':'g','type':'group','enableWhen':[" YES ("a") "],'item':["
                              "{'linkId':'b','type':'boolean'}]},{'linkId':'x','type':'boolean','enableWhen':[" YES ("b") "]}",
    "a=1 b=1 a=0", "a" },
  { "asks-forward", "{'linkId':'x','type':'boolean','enableWhen':[" YES ("a") "]},{'linkId':'a','type':'boolean'}",
    "a=1", "x a" },
  { "unknown-question-does-not-hide", "{'linkId':'x','type':'boolean','enableWhen':[" YES ("gone") "]}", "", "x" },
  { "under-question", "{'linkId':'a','type':'boolean','item':[{'linkId':'x','type':'string','enableWhen':[" YES ("a") "]},"
                      "{'linkId':'y','type':'display','text':'y'}]}",
    "a=1", "a x y" },
  { "under-question-no", "{'linkId':'a','type':'boolean','item':[{'linkId':'x','type':'string','enableWhen':[" YES ("a") "]},"
                         "{'linkId':'y','type':'display','text':'y'}]}",
    "a=0", "a y" },
  { "loop-of-two", "{'linkId':'a','type':'boolean','enableWhen':[" NO ("b") "]},{'linkId':'b','type':'boolean','enableWhen':[" NO ("a") "]}",
    "a=0", "b" },
  { "loop-of-one", "{'linkId':'a','type':'boolean','enableWhen':[" YES ("a") "]}", "a=1", "a" },
  { "asks-own-child", "{'linkId':'g','type':'group','enableWhen':[" YES ("c") "],'item':[{'linkId':'c','type':'boolean'}]}",
    "c=1", "g c" },
  { "asks-own-parent", "{'linkId':'a','type':'boolean','item':[{'linkId':'h','type':'group','item':[{'linkId':'x','type':'boolean',"
                       "'enableWhen':[" YES ("a") "]}]}]}",
    "a=1", "a h x" },
  { "diamond", "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean','enableWhen':[" YES ("a") "]},"
               "{'linkId':'c','type':'boolean','enableWhen':[" YES ("a") "]},"
               "{'linkId':'d','type':'boolean','enableBehavior':'all','enableWhen':[" YES ("b") "," YES ("c") "]}",
    "a=1 b=1 c=1", "a b c d" },
};

static void
answer_all (CareResponse *response,
            const char   *answers)
{
  g_auto (GStrv) steps = g_strsplit (answers, " ", -1);

  for (guint i = 0; steps[i] != NULL && *steps[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (steps[i], "=", 2);
      g_autoptr (CareValue) value = care_value_new_boolean (parts[1][0] == '1');

      care_response_set_value (response, care_response_find (response, parts[0]), value);
    }
}

static void
test_form_table (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = test_form (forms[row].items);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autofree char *enabled = NULL;

  answer_all (response, forms[row].answers);
  enabled = test_enabled (response);
  g_assert_cmpstr (enabled, ==, forms[row].enabled);
}

static void
test_loops_are_reported (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'boolean','enableWhen':[" YES ("b") "]},{'linkId':'b','type':'boolean','enableWhen':[" YES ("c") "]},"
    "{'linkId':'c','type':'boolean','enableWhen':[" YES ("a") "]},{'linkId':'d','type':'boolean','enableWhen':[" YES ("a") "]}");
  const CareNote *note;

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 1);
  note = care_questionnaire_get_note (form, 0);
  g_assert_cmpint (note->kind, ==, CARE_NOTE_LOOP);
  g_assert_nonnull (strstr (note->text, "'a'"));
  g_assert_nonnull (strstr (note->text, "'b'"));
  g_assert_nonnull (strstr (note->text, "'c'"));
  g_assert_null (strstr (note->text, "'d'"));
}

/* In a loop the same answers give the same picture, whatever the order in which they were given. */
static void
test_loop_has_no_memory (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'boolean','enableWhen':[" NO ("b") "]},{'linkId':'b','type':'boolean','enableWhen':[" NO ("a") "]}");
  g_autoptr (CareResponse) one = care_response_new (form);
  g_autoptr (CareResponse) other = care_response_new (form);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  answer_all (one, "a=0 b=1");
  answer_all (other, "b=1 b=0 b=1 a=0");
  first = test_enabled (one);
  second = test_enabled (other);
  g_assert_cmpstr (first, ==, second);
}

#define REPEATING "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'a','type':'boolean'}," \
                  "{'linkId':'x','type':'boolean','enableWhen':[" YES ("a") "]}]},"                       \
                  "{'linkId':'after','type':'boolean','enableWhen':[" YES ("a") "]}"

static void
test_own_instance (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (REPEATING);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  CareNode *first = care_response_find (response, "g");
  CareNode *second = care_response_add_instance (response, first);
  CareNode *after = care_response_find (response, "after");

  care_response_set_value (response, care_node_get_child (first, 0, 0), yes);
  g_assert_true (care_node_is_enabled (care_node_get_child (first, 0, 1)));
  g_assert_false (care_node_is_enabled (care_node_get_child (second, 0, 1)));
  /* The nearest before it is the last instance. */
  g_assert_false (care_node_is_enabled (after));

  care_response_set_value (response, care_node_get_child (second, 0, 0), yes);
  g_assert_true (care_node_is_enabled (after));
  g_assert_true (care_response_move_instance (response, second, 0));
  g_assert_true (care_node_is_enabled (after));
  care_response_clear (response, care_node_get_child (first, 0, 0));
  g_assert_false (care_node_is_enabled (after));
  g_assert_true (care_response_remove_instance (response, first));
  g_assert_true (care_node_is_enabled (after));
}

static void
test_own_answer (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'choice','repeats':true,'item':[{'linkId':'x','type':'string','enableWhen':["
    "{'question':'q','operator':'=','answerCoding':{'code':'other'}}]}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) plain = test_value ("Coding:|plain");
  g_autoptr (CareValue) other = test_value ("Coding:|other");
  CareNode *q = care_response_find (response, "q");

  g_assert_false (care_node_is_enabled (care_node_get_child (q, 0, 0)));
  care_response_add_value (response, q, plain);
  care_response_add_value (response, q, other);
  g_assert_false (care_node_is_enabled (care_node_get_child (q, 0, 0)));
  g_assert_true (care_node_is_enabled (care_node_get_child (q, 1, 0)));
  care_response_move_value (response, q, 1, 0);
  g_assert_true (care_node_is_enabled (care_node_get_child (q, 0, 0)));
  g_assert_false (care_node_is_enabled (care_node_get_child (q, 1, 0)));
  care_response_remove_value (response, q, 0);
  g_assert_false (care_node_is_enabled (care_node_get_child (q, 0, 0)));
}

static void
test_absent_is_no_answer (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'boolean'},{'linkId':'x','type':'boolean','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}]}");
  g_autoptr (CareResponse) response = care_response_new (form);

  answer_all (response, "a=1");
  g_assert_true (care_node_is_enabled (care_response_find (response, "x")));
  care_response_set_absent (response, care_response_find (response, "a"), CARE_ABSENT_NOT_SURE);
  g_assert_false (care_node_is_enabled (care_response_find (response, "x")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/enable/table/%02u-%s", i, table[i].type);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/enable/form/%s", forms[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_form_table);
    }
  g_test_add_func ("/form/enable/loop/reported", test_loops_are_reported);
  g_test_add_func ("/form/enable/loop/no-memory", test_loop_has_no_memory);
  g_test_add_func ("/form/enable/own-instance", test_own_instance);
  g_test_add_func ("/form/enable/own-answer", test_own_answer);
  g_test_add_func ("/form/enable/absent-is-no-answer", test_absent_is_no_answer);

  return g_test_run ();
}
