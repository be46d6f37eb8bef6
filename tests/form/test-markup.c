/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#define HL7 "http://hl7.org/fhir/StructureDefinition/"

/* Foreign markup is reduced to plain words: nothing of it can run, load or hide. */
static const struct
{
  const char *kind;
  const char *markup;
  const char *words;
} markups[] = {
  { "xhtml", "<p>Hello <b>you</b></p><p>there</p>", "Hello you\n\nthere" },
  { "xhtml", "<ul><li>one</li><li>two</li></ul>end", "• one\n• two\n\nend" },
  { "xhtml", "a<br/>b", "a\nb" },
  { "xhtml", "<script>alert(1)</script>a<style>b{}</style>", "a" },
  { "xhtml", "a &amp; b &lt;c&gt; &#233; &#x20AC; &unknown;", "a & b <c> é € &unknown;" },
  { "xhtml", "<a href=\\\"javascript:x\\\">link</a><img src=x onerror=y>", "link" },
  { "xhtml", "1 < 2 <!-- no --> end <b", "1 < 2 end" },
  { "xhtml", "a\\u202eb\\u0007c", "abc" },
  { "markdown", "# Head\\n\\nSome *soft* and **loud** text", "Head\n\nSome soft and loud text" },
  { "markdown", "* one\\n* two\\n\\nend", "• one\n• two\n\nend" },
  { "markdown", "[a link](http://x.test) ![pic](y)", "a link pic" },
  { "markdown", "snake_case and 2 \\\\* 3", "snake_case and 2 * 3" },
  { "markdown", "line one\\nsame line  \\nnew line", "line one same line\nnew line" },
  { "markdown", "<script>x</script>`code`", "code" },
};

static void
test_markup (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"item\":[{\"linkId\":\"q\",\"type\":\"display\","
                                           "\"text\":\"plain\",\"_text\":{\"extension\":[{\"url\":\"" HL7 "rendering-%s\",\"%s\":\"%s\"}]}}]}",
                                           markups[row].kind, strcmp (markups[row].kind, "xhtml") == 0 ? "valueString" : "valueMarkdown",
                                           markups[row].markup);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "form.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (care_item_get_text (care_questionnaire_get_item (form, 0), NULL), ==, markups[row].words);
}

#define INSTRUCTION(link_id) "{'linkId':'" link_id "','type':'display','text':'Tick all','extension':[{'url':" \
  "'http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory','valueCodeableConcept':{'coding':[{'code':'instructions'}]}}]}"

/* How to answer is said with the question; under a group it is a line of its own. */
static void
test_instructions (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'choice','text':'Which?','item':[" INSTRUCTION ("a") "," INSTRUCTION ("b") "]},"
    "{'linkId':'g','type':'group','item':[" INSTRUCTION ("c") "]}");

  g_assert_cmpstr (care_item_get_flyover (care_questionnaire_find_item (form, "q"), NULL), ==, "Tick all");
  g_assert_true (care_item_is_merged (care_questionnaire_find_item (form, "a")));
  g_assert_false (care_item_is_merged (care_questionnaire_find_item (form, "b")));
  g_assert_false (care_item_is_merged (care_questionnaire_find_item (form, "c")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (markups); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/markup/%02u-%s", i, markups[i].kind);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_markup);
    }

  g_test_add_func ("/form/markup/instructions", test_instructions);

  return g_test_run ();
}
