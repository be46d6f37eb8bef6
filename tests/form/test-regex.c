/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

/* Regular expressions that try more ways than there is time for: stopped, and said. */

#define REGEX "{'url':'http://hl7.org/fhir/StructureDefinition/regex','valueString':'%s'}"
#define AS "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const struct
{
  const char *name;
  const char *pattern;
  gboolean    said;
} patterns[] = {
  { "nested-stars", "(a+)+b", TRUE },
  { "nested-groups", "([a-z]+)*-[0-9]", TRUE },
  { "alternatives", "(a|aa)+b", TRUE },
  { "same-twice", "(a|a)*b", TRUE },
  { "optional-comma", "([0-9]{1,3},?)+", TRUE },
  { "spaces", "( *word *)+", FALSE },
  { "words", "([^ ]+ ?)+[.]", TRUE },
  { "other-letter", "(z+)+q", TRUE },
  { "digits", "[0-9]{3}", FALSE },
  { "post-code", "[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", FALSE },
  { "mail", "[a-z0-9._%+-]+@[a-z0-9.-]+[.][a-z]{2,}", FALSE },
  { "anything", ".*", FALSE },
  { "not-empty", "[^ ].*[^ ]", FALSE },
  { "empty", "", FALSE },
};

static CareQuestionnaire *
make_form (const char *pattern)
{
  g_autofree char *extension = g_strdup_printf (REGEX, pattern);
  g_autofree char *items = g_strconcat ("{'linkId':'q','type':'string','repeats':true,'extension':[", extension, "]}", NULL);

  return test_form (items);
}

static gboolean
is_said (CareQuestionnaire *form)
{
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    {
      const CareNote *note = care_questionnaire_get_note (form, i);

      if (strstr (note->text, "can try for ever") == NULL)
        continue;
      g_assert_cmpint (note->kind, ==, CARE_NOTE_UNSUPPORTED);
      g_assert_cmpstr (note->link_id, ==, "q");

      return TRUE;
    }

  return FALSE;
}

static void
test_said (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = make_form (patterns[row].pattern);

  g_assert_cmpint (is_said (form), ==, patterns[row].said);
}

/* A thousand answers that would each take for ever; none is refused for it, and what can be told is told. */
static void
test_bounded (void)
{
  g_autoptr (CareQuestionnaire) form = make_form ("(a+)+b");
  g_autoptr (GString) answers = g_string_new ("{'linkId':'q','answer':[{'valueString':'aaab'},{'valueString':'c'}");
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < 998; i++)
    g_string_append_printf (answers, ",{'valueString':'" AS "%ub!'}", i);
  g_string_append (answers, "]}");
  response = test_answers (form, answers->str);
  problems = care_response_validate (response);
  g_assert_cmpuint (care_node_get_n_answers (care_response_find (response, "q")), ==, 1000);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((CareProblem *) g_ptr_array_index (problems, 0))->kind, ==, CARE_PROBLEM_PATTERN);
  g_assert_cmpint (((CareProblem *) g_ptr_array_index (problems, 0))->answer, ==, 1);
}

/* A form of nothing else opens all the same. */
static void
test_many (void)
{
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (CareQuestionnaire) form = NULL;
  guint said = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (items, "%s{'linkId':'q%u','type':'string','extension':[" REGEX "]}", i > 0 ? "," : "", i, "(a+)+b");
  form = test_form (items->str);
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    said += strstr (care_questionnaire_get_note (form, i)->text, "can try for ever") != NULL;
  g_assert_cmpuint (said, ==, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/regex/%s", patterns[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_said);
    }
  g_test_add_func ("/form/regex/bounded", test_bounded);
  g_test_add_func ("/form/regex/many", test_many);

  return g_test_run ();
}
