/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#define ANSWER_CODE(code) "{'valueCoding':{'system':'" CARE_ANSWER_SYSTEM "','code':'" code "'}}"
#define EXCLUSIVE(code)                                                                                            \
  "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive','valueBoolean':true}]," \
  "'valueCoding':{'system':'" CARE_ANSWER_SYSTEM "','code':'" code "'}}"

typedef struct
{
  GString      *log;
  CareResponse *response;
} Listener;

static void
on_node (Listener *listener,
         CareNode *node,
         const char *what)
{
  g_string_append_printf (listener->log, "%s%s:%s", listener->log->len > 0 ? " " : "", what,
                          care_node_get_link_id (node) != NULL ? care_node_get_link_id (node) : "/");
}

#define ON(name, what)                     \
  static void                              \
  on_##name (CareResponse *response,       \
             CareNode     *node,           \
             Listener     *listener)       \
  {                                        \
    on_node (listener, node, what);        \
  }

ON (value, "value")
ON (enabled, "enabled")
ON (added, "added")
ON (removed, "removed")
ON (moved, "moved")

static void
on_changed (CareResponse *response,
            Listener     *listener)
{
  g_string_append (listener->log, ".");
}

static void
listen (Listener     *listener,
        CareResponse *response)
{
  listener->log = g_string_new (NULL);
  listener->response = response;
  g_signal_connect (response, "value-changed", G_CALLBACK (on_value), listener);
  g_signal_connect (response, "enabled-changed", G_CALLBACK (on_enabled), listener);
  g_signal_connect (response, "node-added", G_CALLBACK (on_added), listener);
  g_signal_connect (response, "node-removed", G_CALLBACK (on_removed), listener);
  g_signal_connect (response, "nodes-moved", G_CALLBACK (on_moved), listener);
  g_signal_connect (response, "changed", G_CALLBACK (on_changed), listener);
}

static void
assert_log (Listener   *listener,
            const char *log)
{
  g_assert_cmpstr (listener->log->str, ==, log);
  g_string_truncate (listener->log, 0);
}

static void
test_signals (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'boolean'},{'linkId':'g','type':'group','enableWhen':[{'question':'a','operator':'=','answerBoolean':true}],"
    "'item':[{'linkId':'b','type':'string'}]},{'linkId':'r','type':'group','repeats':true,'item':[{'linkId':'c','type':'string'}]},"
    "{'linkId':'t','type':'string','repeats':true}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  g_autoptr (CareValue) one = care_value_new_string ("1");
  g_autoptr (CareValue) two = care_value_new_string ("2");
  CareNode *t = care_response_find (response, "t");
  CareNode *r = care_response_find (response, "r");
  Listener listener;

  listen (&listener, response);
  care_response_set_value (response, care_response_find (response, "a"), yes);
  assert_log (&listener, "value:a enabled:g.");
  care_response_set_value (response, care_response_find (response, "a"), yes);
  assert_log (&listener, "");
  care_response_clear (response, care_response_find (response, "a"));
  assert_log (&listener, "value:a enabled:g.");

  care_response_add_value (response, t, one);
  care_response_add_value (response, t, two);
  assert_log (&listener, "value:t. value:t.");
  care_response_move_value (response, t, 0, 1);
  assert_log (&listener, "moved:t value:t.");
  g_assert_true (care_value_equal (care_node_get_answer (t, 0), two));
  care_response_remove_value (response, t, 0);
  assert_log (&listener, "value:t.");
  care_response_set_absent (response, t, CARE_ABSENT_TELL_STAFF);
  assert_log (&listener, "value:t.");
  care_response_set_absent (response, t, CARE_ABSENT_TELL_STAFF);
  assert_log (&listener, "");

  care_response_add_instance (response, r);
  assert_log (&listener, "added:r.");
  care_response_move_instance (response, r, 1);
  assert_log (&listener, "moved:/.");
  care_response_remove_instance (response, r);
  assert_log (&listener, "removed:r.");
  g_string_free (listener.log, TRUE);
}

static void
test_removed_node_stays_quiet (void)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'r','type':'group','repeats':true,'item':[{'linkId':'c','type':'string'}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareNode) group = care_node_ref (care_response_find (response, "r"));
  g_autoptr (CareNode) child = care_node_ref (care_node_get_child (group, 0, 0));

  g_assert_true (care_response_remove_instance (response, group));
  g_assert_false (care_node_is_attached (group));
  g_assert_false (care_node_is_attached (child));
  g_assert_false (care_node_is_enabled (child));
  g_assert_cmpuint (care_node_get_n_children (group, 0), ==, 0);
  /* The last instance made room for an empty one. */
  g_assert_nonnull (care_response_find (response, "r"));
  g_assert_true (care_response_find (response, "r") != group);
}

static void
test_nodes_outlive_response (void)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'a','type':'string'}");
  CareResponse *response = care_response_new (form);
  g_autoptr (CareNode) node = care_node_ref (care_response_find (response, "a"));

  g_assert_finalize_object (response);
  g_assert_false (care_node_is_attached (node));
}

static const struct
{
  const char *taps;      /* options by number */
  const char *answers;
} multiple[] = {
  { "", "" },
  { "0", "a" },
  { "01", "a b" },
  { "010", "b" },
  { "012", "none" },
  { "20", "a" },
  { "2", "none" },
  { "22", "" },
  { "23", "unsure" },
  { "0123", "unsure" },
};

static void
tap (CareResponse *response,
     CareNode     *node,
     const char   *taps)
{
  for (; *taps != '\0'; taps++)
    care_response_toggle_option (response, node, care_item_get_option (care_node_get_item (node), (guint) (*taps - '0')));
}

static char *
list_codes (CareNode *node)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < care_node_get_n_answers (node); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", care_value_get_code (care_node_get_answer (node, i)));

  return g_string_free (codes, FALSE);
}

static void
test_taps_multiple (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'choice','repeats':true,'answerOption':[{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'b'}},"
    EXCLUSIVE ("none") "," EXCLUSIVE ("unsure") "]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *q = care_response_find (response, "q");
  g_autofree char *codes = NULL;

  tap (response, q, multiple[row].taps);
  codes = list_codes (q);
  g_assert_cmpstr (codes, ==, multiple[row].answers);
}

static void
test_taps_single (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'choice','answerOption':[" ANSWER_CODE ("yes") "," ANSWER_CODE ("no") "]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *q = care_response_find (response, "q");

  tap (response, q, "0");
  g_assert_true (care_node_has_code (q, CARE_ANSWER_SYSTEM, "yes"));
  tap (response, q, "1");
  g_assert_cmpuint (care_node_get_n_answers (q), ==, 1);
  g_assert_true (care_node_has_code (q, CARE_ANSWER_SYSTEM, "no"));
  tap (response, q, "1");
  g_assert_cmpuint (care_node_get_n_answers (q), ==, 0);
}

static const struct
{
  const char      *type;
  const char      *answers;   /* "absent:unknown", "absent:declined", or values */
  CareAnswerState  state;
} states[] = {
  { "choice", "", CARE_ANSWER_NOT_ASKED },
  { "choice", "Coding:" CARE_ANSWER_SYSTEM "|yes", CARE_ANSWER_YES },
  { "choice", "Coding:" CARE_ANSWER_SYSTEM "|no", CARE_ANSWER_NO },
  { "choice", "Coding:" CARE_ANSWER_SYSTEM "|none", CARE_ANSWER_NO },
  { "choice", "Coding:" CARE_ANSWER_SYSTEM "|unsure", CARE_ANSWER_NOT_SURE },
  { "choice", "Coding:" CARE_ANSWER_SYSTEM "|tell-staff", CARE_ANSWER_TELL_STAFF },
  { "choice", "Coding:other|yes", CARE_ANSWER_GIVEN },
  { "choice", "Coding:other|soy", CARE_ANSWER_GIVEN },
  { "choice", "Coding:other|soy;Coding:" CARE_ANSWER_SYSTEM "|none", CARE_ANSWER_GIVEN },
  { "choice", "Coding:other|soy;Coding:" CARE_ANSWER_SYSTEM "|unsure", CARE_ANSWER_NOT_SURE },
  { "choice", "Coding:other|soy;Coding:" CARE_ANSWER_SYSTEM "|tell-staff", CARE_ANSWER_TELL_STAFF },
  { "boolean", "Boolean:true", CARE_ANSWER_YES },
  { "boolean", "Boolean:false", CARE_ANSWER_NO },
  { "string", "String:x", CARE_ANSWER_GIVEN },
  { "string", "absent:unknown", CARE_ANSWER_NOT_SURE },
  { "string", "absent:declined", CARE_ANSWER_TELL_STAFF },
};

static void
test_state (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'%s','repeats':true}", states[row].type);
  g_autoptr (CareQuestionnaire) form = test_form (items);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_auto (GStrv) answers = g_strsplit (states[row].answers, ";", -1);
  CareNode *q = care_response_find (response, "q");

  for (guint i = 0; answers[i] != NULL; i++)
    {
      g_autoptr (CareValue) value = NULL;

      if (g_str_has_prefix (answers[i], "absent:"))
        {
          care_response_set_absent (response, q, strstr (answers[i], "unknown") ? CARE_ABSENT_NOT_SURE : CARE_ABSENT_TELL_STAFF);
          continue;
        }
      value = test_value (answers[i]);
      care_response_add_value (response, q, value);
    }

  g_assert_cmpint (care_node_get_state (q), ==, states[row].state);
}

static void
test_not_enabled_is_not_asked (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean','enableWhen':[{'question':'a','operator':'=','answerBoolean':true}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  CareNode *b = care_response_find (response, "b");

  care_response_set_value (response, b, yes);
  g_assert_cmpint (care_node_get_state (b), ==, CARE_ANSWER_NOT_ASKED);
  care_response_set_value (response, care_response_find (response, "a"), yes);
  g_assert_cmpint (care_node_get_state (b), ==, CARE_ANSWER_YES);
}

static void
test_initial (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'integer','initial':[{'valueInteger':3}]},"
    "{'linkId':'b','type':'choice','repeats':true,'answerOption':[{'valueCoding':{'code':'x'},'initialSelected':true},"
    "{'valueCoding':{'code':'y'}},{'valueCoding':{'code':'z'},'initialSelected':true}]},"
    "{'linkId':'c','type':'boolean','enableWhen':[{'question':'a','operator':'=','answerInteger':3}]},"
    "{'linkId':'r','type':'group','repeats':true,'item':[{'linkId':'d','type':'string','initial':[{'valueString':'i'}]}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autofree char *codes = list_codes (care_response_find (response, "b"));
  CareNode *added = care_response_add_instance (response, care_response_find (response, "r"));

  g_assert_cmpstr (care_value_get_text (care_node_get_value (care_response_find (response, "a"))), ==, "3");
  g_assert_cmpstr (codes, ==, "x z");
  g_assert_true (care_node_is_enabled (care_response_find (response, "c")));
  g_assert_cmpstr (care_value_get_text (care_node_get_value (care_node_get_child (added, 0, 0))), ==, "i");
}

static void
test_instances (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'r','type':'group','repeats':true,'extension':["
    "{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs','valueInteger':2},"
    "{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs','valueInteger':3}],"
    "'item':[{'linkId':'c','type':'string'}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *first = care_response_find (response, "r");
  CareNode *third;
  g_autofree char *path = NULL;

  g_assert_cmpuint (care_node_get_n_instances (first), ==, 2);
  third = care_response_add_instance (response, first);
  g_assert_nonnull (third);
  g_assert_cmpuint (care_node_get_instance (third), ==, 1);
  g_assert_null (care_response_add_instance (response, first));
  path = care_node_dup_path (care_node_get_child (third, 0, 0));
  g_assert_cmpstr (path, ==, "/r[1]/c");
  g_assert_false (care_response_move_instance (response, third, 3));
  g_assert_true (care_response_move_instance (response, third, 0));
  g_assert_true (care_response_find (response, "r") == third);
}

static void
test_lookup_and_prefill (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'choice','repeats':true,'code':[{'system':'s','code':'conditions'}]},"
    "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'b','type':'date','code':[{'system':'s','code':'born'},"
    "{'system':'http://loinc.org','code':'21112-8'}]}]},"
    "{'linkId':'c','type':'choice','repeats':true,'code':[{'system':'s','code':'conditions'}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) born = test_value ("Date:1980-05-17");
  g_autoptr (CareValue) other = test_value ("Date:1990-01-01");
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) none = NULL;

  care_response_add_instance (response, care_response_find (response, "g"));
  nodes = care_response_list_by_code (response, "s", "conditions");
  g_assert_cmpuint (nodes->len, ==, 2);
  g_assert_cmpstr (care_node_get_link_id (g_ptr_array_index (nodes, 0)), ==, "a");
  g_assert_cmpstr (care_node_get_link_id (g_ptr_array_index (nodes, 1)), ==, "c");
  none = care_response_list_by_code (response, "t", "conditions");
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_cmpuint (care_response_prefill_by_code (response, "http://loinc.org", "21112-8", born), ==, 2);
  g_assert_cmpuint (care_response_prefill (response, "b", other), ==, 0);
  g_assert_cmpuint (care_response_prefill (response, "nothing", other), ==, 0);
  g_assert_true (care_value_equal (care_node_get_value (care_response_find (response, "b")), born));
}

static void
test_copy (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'string','enableWhen':[{'question':'a','operator':'=','answerBoolean':true}]},"
    "{'linkId':'c','type':'string','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-signatureRequired'}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  g_autoptr (CareValue) text = care_value_new_string ("x");
  g_autoptr (JsonNode) signature = json_from_string ("{\"data\": \"AAAA\"}", NULL);
  g_autoptr (CareResponse) copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *original = NULL;

  care_response_set_value (response, care_response_find (response, "a"), yes);
  care_response_set_value (response, care_response_find (response, "b"), text);
  care_response_set_signature (response, care_response_find (response, "c"), signature);
  before = test_export (response);
  copy = care_response_copy (response);
  after = test_export (copy);
  g_assert_cmpstr (before, ==, after);

  care_response_clear (copy, care_response_find (copy, "a"));
  g_assert_false (care_node_is_enabled (care_response_find (copy, "b")));
  original = test_export (response);
  g_assert_cmpstr (before, ==, original);
}

/* Neither who is not asked nor who is answered needs anything to choose. */
static void
test_choice_without_choices (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'choice','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':true}]},"
    "{'linkId':'r','type':'choice','initial':[{'valueCoding':{'system':'s','code':'a'}}]}");

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/response/signals", test_signals);
  g_test_add_func ("/form/response/removed-node-stays-quiet", test_removed_node_stays_quiet);
  g_test_add_func ("/form/response/nodes-outlive-response", test_nodes_outlive_response);
  for (guint i = 0; i < G_N_ELEMENTS (multiple); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/response/taps/%02u-%s", i, multiple[i].taps);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_taps_multiple);
    }
  g_test_add_func ("/form/response/taps/single", test_taps_single);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/response/state/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_state);
    }
  g_test_add_func ("/form/response/state/not-enabled", test_not_enabled_is_not_asked);
  g_test_add_func ("/form/response/initial", test_initial);
  g_test_add_func ("/form/response/instances", test_instances);
  g_test_add_func ("/form/response/lookup-and-prefill", test_lookup_and_prefill);
  g_test_add_func ("/form/response/copy", test_copy);
  g_test_add_func ("/form/response/choice-without-choices", test_choice_without_choices);

  return g_test_run ();
}
