/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "form-test.h"

/* What is not supported is said once: by name where it is known, by number where it is not. */

#define HL7 "http://hl7.org/fhir/StructureDefinition/"
#define SDC "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
#define X   "http://x.example/"
#define R5  "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item."

static CareQuestionnaire *
load (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\","
                                           "\"status\":\"active\",\"language\":\"en\",%s}", members);
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = NULL;

  g_strdelimit (text, "'", '"');
  form = care_questionnaire_new_from_text (text, -1, "test", &error);
  g_assert_no_error (error);

  return form;
}

#define OF_FORM(name) "'extension':[{'url':'" name "','valueCode':'x'}],'item':[{'linkId':'q','type':'string','text':'Q?'}]"
#define OF_ITEM(name) "'item':[{'linkId':'q','type':'string','text':'Q?','extension':[{'url':'" name "','valueCode':'x'}]}]"
#define OF_TEXT(name) "'item':[{'linkId':'q','type':'string','text':'Q?','_text':{'extension':[{'url':'" name "','valueString':'x'}]}}]"
#define OF_OPTION(name) "'item':[{'linkId':'q','type':'choice','answerOption':[{'valueString':'x','extension':[{'url':'" name "','valueCode':'x'}]}]}]"

#define OF_CALCULATED(name, member) "'item':[{'linkId':'q','type':'integer','text':'Q?'," member ",'extension':[{'url':'" SDC "sdc-questionnaire-" name \
  "Expression','valueExpression':{'language':'text/fhirpath','expression':'1'}}]}]"
#define OF_PROFILE(profile) "'meta':{'profile':['" profile "']},'item':[{'linkId':'q','type':'string','text':'Q?'}]"
#define OF_VERSION(name) "the form is of FHIR " name ", not R4; it is read as R4: look at it before it is asked"

#define FORMAT "not supported: how the answer is written (entryFormat); days and times show an example of their own, and nothing else is typed"
#define OF_FORMAT(type) "'item':[{'linkId':'q','type':'" type "','text':'Q?','extension':[{'url':'http://hl7.org/fhir/StructureDefinition/entryFormat'," \
  "'valueString':'like this'}]}]"
#define PROTECTED "not supported: what is not asked just now would still be seen (disabledDisplay); it is not shown"

static const struct
{
  const char *name;
  const char *members;
  const char *link_id;
  const char *text;    /* NULL: nothing is said */
} cases[] = {
  { "entryMode", OF_FORM (SDC "sdc-questionnaire-entryMode"), NULL, "not supported: a way of its own to go through the form (entryMode)" },
  { "launchContext", OF_FORM (SDC "sdc-questionnaire-launchContext"), NULL,
    "not supported: what another program would hand over (launchContext)" },
  { "library", OF_FORM (HL7 "cqf-library"), NULL, "not supported: a library of rules (cqf-library)" },
  { "unitSupplementalSystem", OF_ITEM (SDC "sdc-questionnaire-unitSupplementalSystem"), "q", "not supported: units of one's own" },
  { "constraint-of-option", OF_OPTION (HL7 "questionnaire-constraint"), "q",
    "not supported: a rule of its own (constraint); answers are not checked against it" },
  { "foreign-of-form", OF_FORM (X "colour"), NULL, "not supported: the extension " X "colour" },
  { "foreign-of-item", OF_ITEM (X "colour"), "q", "not supported: the extension " X "colour" },
  { "foreign-of-text", OF_TEXT (X "colour"), "q", "not supported: the extension " X "colour" },
  { "foreign-of-option", OF_OPTION (X "colour"), "q", "not supported: the extension " X "colour" },
  { "unknown-of-hl7", OF_ITEM (HL7 "questionnaire-brandNew"), "q", "not supported: the extension " HL7 "questionnaire-brandNew" },
  { "calculated", OF_CALCULATED ("calculated", "'readOnly':false"), "q", "not supported: a calculated value; to be typed instead" },
  { "calculated-read-only", OF_CALCULATED ("calculated", "'readOnly':true"), "q",
    "not supported: a calculated value; it is not calculated, and nobody can type it" },
  { "calculated-first", OF_CALCULATED ("initial", "'readOnly':false"), "q", "not supported: a calculated first value; starts empty" },
  { "calculated-first-read-only", OF_CALCULATED ("initial", "'readOnly':true"), "q",
    "not supported: a calculated first value; it is not calculated, and nobody can type one" },
  { "calculated-hidden", "'item':[{'linkId':'q','type':'integer','text':'Q?','extension':[{'url':'" SDC "sdc-questionnaire-calculatedExpression',"
    "'valueExpression':{'language':'text/fhirpath','expression':'1'}},{'url':'" HL7 "questionnaire-hidden','valueBoolean':true}]}]", "q",
    "not supported: a calculated value; it is not calculated, and nobody can type it" },
  { "calculated-not-hidden", "'item':[{'linkId':'q','type':'integer','text':'Q?','extension':[{'url':'" SDC "sdc-questionnaire-calculatedExpression',"
    "'valueExpression':{'language':'text/fhirpath','expression':'1'}},{'url':'" HL7 "questionnaire-hidden','valueBoolean':false}]}]", "q",
    "not supported: a calculated value; to be typed instead" },
  { "r4", "'meta':{'profile':['http://hl7.org/fhir/4.0/StructureDefinition/Questionnaire','http://hl7.org/fhir/StructureDefinition/Questionnaire|4.0.1',"
    "'https://x.example/StructureDefinition/mine|5.0.0']},'item':[{'linkId':'q','type':'string','text':'Q?'}]", NULL, NULL },
  { "r5-profile", OF_PROFILE ("http://hl7.org/fhir/5.0/StructureDefinition/Questionnaire"), NULL, OF_VERSION ("R5") },
  { "r5-profile-version", OF_PROFILE ("http://hl7.org/fhir/StructureDefinition/Questionnaire|5.0.0"), NULL, OF_VERSION ("R5") },
  { "r4b-profile", OF_PROFILE ("http://hl7.org/fhir/4.3/StructureDefinition/Questionnaire"), NULL, OF_VERSION ("R4B") },
  { "stu3-profile", OF_PROFILE ("http://hl7.org/fhir/3.0/StructureDefinition/Questionnaire"), NULL, OF_VERSION ("STU3") },
  { "r6-profile", OF_PROFILE ("http://hl7.org/fhir/6.0/StructureDefinition/Questionnaire"), NULL, OF_VERSION ("R6") },
  { "version-algorithm", "'versionAlgorithmString':'semver','item':[{'linkId':'q','type':'string','text':'Q?'}]", NULL, OF_VERSION ("R5") },
  { "fhir-version", "'fhirVersion':'5.0.0','item':[{'linkId':'q','type':'string','text':'Q?'}]", NULL, OF_VERSION ("R5") },
  { "disabled-display", "'item':[{'linkId':'q','type':'string','text':'Q?','disabledDisplay':'hidden'}]", NULL, OF_VERSION ("R5") },
  { "disabled-display-of-r5", "'item':[{'linkId':'q','type':'string','text':'Q?','extension':[{'url':'" R5 "disabledDisplay','valueCode':'protected'}]}]",
    "q", PROTECTED },
  { "disabled-display-hidden", "'item':[{'linkId':'q','type':'string','text':'Q?','extension':[{'url':'" R5 "disabledDisplay','valueCode':'hidden'}]}]",
    NULL, NULL },
  { "entry-format-of-a-day", OF_FORMAT ("date"), "q", FORMAT },
  { "entry-format-of-a-choice", OF_FORMAT ("boolean"), "q", FORMAT },
  { "entry-format-of-words", OF_FORMAT ("string"), NULL, NULL },
  { "entry-format-of-a-number", OF_FORMAT ("integer"), NULL, NULL },
  { "other-of-r5", OF_ITEM (R5 "answerConstraint"), "q", "not supported: the extension " R5 "answerConstraint" },
  { "answer-constraint", "'item':[{'linkId':'q','type':'choice','text':'Q?','answerConstraint':'optionsOnly','answerOption':[{'valueString':'x'}]}]",
    NULL, OF_VERSION ("R5") },
  { "style", OF_TEXT (HL7 "rendering-style"), NULL, NULL },
  { "width", OF_ITEM (SDC "sdc-questionnaire-width"), "q", "not supported: the extension " SDC "sdc-questionnaire-width" },
  { "hidden", OF_ITEM (HL7 "questionnaire-hidden"), NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = load (cases[row].members);
  const CareNote *note;

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, cases[row].text != NULL ? 1 : 0);
  if (cases[row].text == NULL)
    return;
  note = care_questionnaire_get_note (form, 0);
  g_assert_cmpint (note->kind, ==, CARE_NOTE_UNSUPPORTED);
  g_assert_cmpstr (note->link_id, ==, cases[row].link_id);
  g_assert_cmpstr (note->text, ==, cases[row].text);
}

/* A form of R5 that locks one question: said of the question, beside what is said of the whole form. */
static void
test_protected (void)
{
  g_autoptr (CareQuestionnaire) form = load ("'item':[{'linkId':'q','type':'string','text':'Q?','disabledDisplay':'protected'},"
                                             "{'linkId':'r','type':'string','text':'R?','disabledDisplay':'hidden'}]");

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 2);
  g_assert_cmpstr (care_questionnaire_get_note (form, 0)->link_id, ==, "q");
  g_assert_cmpstr (care_questionnaire_get_note (form, 0)->text, ==, PROTECTED);
  g_assert_cmpstr (care_questionnaire_get_note (form, 1)->text, ==, OF_VERSION ("R5"));
}

/* However many places there are, each kind is told once, where it stands first. */
static void
test_many (void)
{
  g_autoptr (GString) members = g_string_new ("'extension':[{'url':'" X "a'},{'url':'" X "c'}],'item':[");
  g_autoptr (CareQuestionnaire) form = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (members, "%s{'linkId':'%u','type':'string','text':'Q?','extension':[{'url':'" X "c'}]}", i > 0 ? "," : "", i + 7);
  g_string_append_c (members, ']');
  form = load (members->str);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 3);
  g_assert_null (care_questionnaire_get_note (form, 0)->link_id);
  g_assert_cmpstr (care_questionnaire_get_note (form, 0)->text, ==, "not supported: the extension " X "a");
  g_assert_null (care_questionnaire_get_note (form, 1)->link_id);
  g_assert_cmpstr (care_questionnaire_get_note (form, 2)->text, ==, "not supported: the extension " X "c; in 100 places");
  g_assert_cmpstr (care_questionnaire_get_note (form, 2)->link_id, ==, "7");
  g_assert_cmpstr (care_questionnaire_get_note (form, 2)->path, ==, "/item/0/extension/0");
}

/* A form with a kind of its own at each question: the first of them are told, and how many more there are. */
static void
test_kinds (void)
{
  g_autoptr (GString) members = g_string_new ("'item':[");
  g_autoptr (CareQuestionnaire) form = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (members, "%s{'linkId':'%u','type':'string','text':'Q?','extension':[{'url':'" X "%u'}]}", i > 0 ? "," : "", i, i);
  g_string_append_c (members, ']');
  form = load (members->str);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 25);
  g_assert_cmpstr (care_questionnaire_get_note (form, 23)->link_id, ==, "23");
  g_assert_cmpstr (care_questionnaire_get_note (form, 24)->text, ==, "extensions that are not known here, passed over: 976");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/unsupported/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/form/unsupported/protected", test_protected);
  g_test_add_func ("/form/unsupported/many", test_many);
  g_test_add_func ("/form/unsupported/kinds", test_kinds);

  return g_test_run ();
}
