/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

/* Choices with the same code: told apart by their words where they have others, else one. */

#define CODING(code, display) "{'valueCoding':{'system':'https://x.example/c','code':'" code "','display':'" display "'}}"

static const struct
{
  const char *name;
  const char *options;
  guint       n_options;   /* that are offered */
  const char *text;        /* of the note; NULL: nothing is said */
} cases[] = {
  { "none", CODING ("a", "A") "," CODING ("b", "B"), 2, NULL },
  { "same-words-other-code", CODING ("a", "A") "," CODING ("b", "A"), 2, NULL },
  { "other-system", CODING ("a", "A") ",{'valueCoding':{'system':'https://x.example/d','code':'a','display':'A'}}", 2, NULL },
  { "other-words", CODING ("a", "A") "," CODING ("b", "B") "," CODING ("a", "Another"), 3,
    "two choices have the code 'a'; each can be chosen, but conditions and rules take them for one" },
  { "same", CODING ("a", "A") "," CODING ("b", "B") "," CODING ("a", "A"), 2, "the choice 'a' is there twice; shown once" },
  { "words", "{'valueString':'tea'},{'valueString':'tea'}", 1, "the choice 'tea' is there twice; shown once" },
  { "numbers", "{'valueInteger':1},{'valueInteger':1},{'valueInteger':2}", 2, "the choice '1' is there twice; shown once" },
};

static CareQuestionnaire *
load (const char *options,
      gboolean    repeats)
{
  g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'choice','repeats':%s,'text':'Q?','answerOption':[%s]}",
                                            repeats ? "true" : "false", options);

  return test_form (items);
}

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = load (cases[row].options, TRUE);
  const CareItem *item = care_questionnaire_find_item (form, "q");
  const CareNote *note;

  g_assert_cmpuint (care_item_get_n_options (item), ==, cases[row].n_options);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, cases[row].text != NULL ? 1 : 0);
  if (cases[row].text == NULL)
    return;
  note = care_questionnaire_get_note (form, 0);
  g_assert_cmpint (note->kind, ==, CARE_NOTE_UNSUPPORTED);
  g_assert_cmpstr (note->link_id, ==, "q");
  g_assert_cmpstr (note->text, ==, cases[row].text);
}

/* Each option that is offered is ticked alone, taken away alone, and read back as itself; all of them together are no mistake. */
static void
check_ticks (CareQuestionnaire *form)
{
  const CareItem *item = care_questionnaire_find_item (form, "q");
  guint n = care_item_get_n_options (item);
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *node = care_response_find (response, "q");
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonNode) sent = NULL;
      g_autoptr (CareResponse) again = NULL;
      g_autoptr (GError) error = NULL;

      care_response_toggle_option (response, node, care_item_get_option (item, i));
      sent = care_response_to_node (response);
      again = care_response_new_from_node (form, sent, "test", &error);
      g_assert_no_error (error);
      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpint (care_node_has_option (node, care_item_get_option (item, k)), ==, k == i);
          g_assert_cmpint (care_node_has_option (care_response_find (again, "q"), care_item_get_option (item, k)), ==, k == i);
        }
      care_response_toggle_option (response, node, care_item_get_option (item, i));
      g_assert_cmpuint (care_node_get_n_answers (node), ==, 0);
    }

  for (guint i = 0; i < n; i++)
    care_response_toggle_option (response, node, care_item_get_option (item, i));
  g_assert_cmpuint (care_node_get_n_answers (node), ==, care_item_repeats (item) ? n : 1);
  problems = care_response_validate (response);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint repeats = 0; repeats < 2; repeats++)
      {
        g_autoptr (CareQuestionnaire) form = load (cases[i].options, repeats > 0);

        check_ticks (form);
      }
}

/* A long list is searched another way. */
static void
test_long (void)
{
  g_autoptr (GString) options = g_string_new (CODING ("a", "A") "," CODING ("a", "Another") "," CODING ("a", "Another"));
  g_autoptr (CareQuestionnaire) form = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (options, "," CODING ("%u", "%u"), i, i);
  form = load (options->str, TRUE);
  g_assert_cmpuint (care_item_get_n_options (care_questionnaire_find_item (form, "q")), ==, 42);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 2);
  check_ticks (form);
}

/* Answers from elsewhere name the words in another language, or none: the first choice with the code is meant then. */
static void
test_words (void)
{
  g_autoptr (CareQuestionnaire) form =
    load (CODING ("a", "A") ",{'valueCoding':{'system':'https://x.example/c','code':'a','display':'Other','_display':{'extension':["
          "{'url':'http://hl7.org/fhir/StructureDefinition/translation','extension':[{'url':'lang','valueCode':'es'},"
          "{'url':'content','valueString':'Otro'}]}]}}}", TRUE);
  const CareItem *item = care_questionnaire_find_item (form, "q");
  g_autoptr (CareValue) spanish = care_value_new_coding ("https://x.example/c", "a", "Otro");
  g_autoptr (CareValue) bare = care_value_new_coding ("https://x.example/c", "a", NULL);

  g_assert_true (care_item_find_option (item, spanish) == care_item_get_option (item, 1));
  g_assert_true (care_item_find_option (item, bare) == care_item_get_option (item, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/twins/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/form/twins/ticks", test_ticks);
  g_test_add_func ("/form/twins/long", test_long);
  g_test_add_func ("/form/twins/in-other-words", test_words);

  return g_test_run ();
}
