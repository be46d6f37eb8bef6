/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#define HL7       "http://hl7.org/fhir/StructureDefinition/"
#define SDC       "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
#define EXT(name, value) "{'url':'" HL7 name "'," value "}"
#define Q(type, more)    "{'linkId':'q','type':'" type "'" more "}"
#define A(value)         "{'linkId':'q','answer':[{" value "}]}"

/* A form, answers to it, and every problem that must be found. */
static const struct
{
  const char *name;
  const char *items;
  const char *answers;
  const char *problems;
} cases[] = {
  { "nothing-wrong", Q ("string", ""), "", "" },
  { "required", Q ("string", ",'required':true"), "", "required q" },
  { "required-answered", Q ("string", ",'required':true"), A ("'valueString':'x'"), "" },
  { "required-not-sure", Q ("string", ",'required':true"),
    "{'linkId':'q','extension':[{'url':'" HL7 "data-absent-reason','valueCode':'asked-unknown'}]}", "" },
  { "required-tell-staff", Q ("string", ",'required':true"),
    "{'linkId':'q','extension':[{'url':'" HL7 "data-absent-reason','valueCode':'asked-declined'}]}", "" },
  { "required-not-enabled", "{'linkId':'a','type':'boolean'}," Q ("string", ",'required':true,'enableWhen':[{'question':'a','operator':'=','answerBoolean':true}]"),
    "", "" },
  { "not-enabled-is-not-checked", "{'linkId':'a','type':'boolean'}," Q ("string", ",'maxLength':1,'enableWhen':[{'question':'a','operator':'=','answerBoolean':true}]"),
    A ("'valueString':'xx'"), "not-enabled q" },
  { "blank", Q ("string", ""), A ("'valueString':'  '"), "empty q" },
  { "max-length", Q ("string", ",'maxLength':3"), A ("'valueString':'abcd'"), "too-long q (3)" },
  { "max-length-counts-characters", Q ("string", ",'maxLength':3"), A ("'valueString':'äöü'"), "" },
  { "min-length", Q ("text", ",'extension':[" EXT ("minLength", "'valueInteger':3") "]"), A ("'valueString':'ab'"), "too-short q (3)" },
  { "regex", Q ("string", ",'extension':[" EXT ("regex", "'valueString':'[0-9]{3}'") "," EXT ("entryFormat", "'valueString':'nnn'") "]"),
    A ("'valueString':'12x'"), "pattern q (nnn)" },
  { "regex-is-whole", Q ("string", ",'extension':[" EXT ("regex", "'valueString':'[0-9]{3}'") "]"), A ("'valueString':'1234'"), "pattern q" },
  { "regex-fits", Q ("string", ",'extension':[" EXT ("regex", "'valueString':'[0-9]{3}'") "]"), A ("'valueString':'123'"), "" },
  { "regex-runs-away", Q ("string", ",'extension':[" EXT ("regex", "'valueString':'(a+)+[b-d]{2}'") "]"),
    A ("'valueString':'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac'"), "" },
  { "min-integer", Q ("integer", ",'extension':[" EXT ("minValue", "'valueInteger':20") "]"), A ("'valueInteger':19"), "too-small q (20)" },
  { "max-integer", Q ("integer", ",'extension':[" EXT ("maxValue", "'valueInteger':20") "]"), A ("'valueInteger':21"), "too-large q (20)" },
  { "min-decimal", Q ("decimal", ",'extension':[" EXT ("minValue", "'valueDecimal':1.5") "]"), A ("'valueDecimal':1.49"), "too-small q (1.5)" },
  { "max-decimal", Q ("decimal", ",'extension':[" EXT ("maxValue", "'valueDecimal':1.5") "]"), A ("'valueDecimal':1.51"), "too-large q (1.5)" },
  { "max-decimal-same", Q ("decimal", ",'extension':[" EXT ("maxValue", "'valueDecimal':1.5") "]"), A ("'valueDecimal':1.50"), "" },
  { "max-date", Q ("date", ",'extension':[" EXT ("maxValue", "'valueDate':'2020-01-01'") "]"), A ("'valueDate':'2020-01-02'"), "too-large q (2020-01-01)" },
  { "min-date-time", Q ("dateTime", ",'extension':[" EXT ("minValue", "'valueDateTime':'2026-01-01T00:00:00Z'") "]"),
    A ("'valueDateTime':'2026-01-01T00:59:59+01:00'"), "too-small q (2026-01-01T00:00:00Z)" },
  { "max-date-time", Q ("dateTime", ",'extension':[" EXT ("maxValue", "'valueDateTime':'2026-01-01T00:00:00Z'") "]"),
    A ("'valueDateTime':'2026-01-01T00:00:01Z'"), "too-large q (2026-01-01T00:00:00Z)" },
  { "min-time", Q ("time", ",'extension':[" EXT ("minValue", "'valueTime':'08:00:00'") "]"), A ("'valueTime':'07:59:59'"), "too-small q (08:00:00)" },
  { "max-time", Q ("time", ",'extension':[" EXT ("maxValue", "'valueTime':'08:00:00'") "]"), A ("'valueTime':'08:00:01'"), "too-large q (08:00:00)" },
  { "min-date", Q ("date", ",'extension':[" EXT ("minValue", "'valueDate':'2020-01-01'") "]"), A ("'valueDate':'2019-12-31'"), "too-small q (2020-01-01)" },
  { "min-date-open", Q ("date", ",'extension':[" EXT ("minValue", "'valueDate':'2020-06-01'") "]"), A ("'valueDate':'2020'"), "" },
  { "max-decimals", Q ("decimal", ",'extension':[" EXT ("maxDecimalPlaces", "'valueInteger':1") "]"), A ("'valueDecimal':1.25"), "decimals q (1)" },
  { "min-quantity", Q ("quantity", ",'extension':[{'url':'" SDC "sdc-questionnaire-minQuantity','valueQuantity':{'value':40,'unit':'kg'}}]"),
    A ("'valueQuantity':{'value':39,'unit':'kg'}"), "too-small q (40 kg)" },
  { "max-quantity", Q ("quantity", ",'extension':[{'url':'" SDC "sdc-questionnaire-maxQuantity','valueQuantity':{'value':40,'unit':'kg'}}]"),
    A ("'valueQuantity':{'value':41,'unit':'kg'}"), "too-large q (40 kg)" },
  { "quantity-other-unit", Q ("quantity", ",'extension':[{'url':'" SDC "sdc-questionnaire-minQuantity','valueQuantity':{'value':40,'unit':'kg'}}]"),
    A ("'valueQuantity':{'value':90,'unit':'lb'}"), "no-compare q (40 kg)" },
  { "quantity-bare-limit", Q ("quantity", ",'extension':[" EXT ("maxValue", "'valueDecimal':5") "]"),
    A ("'valueQuantity':{'value':6,'unit':'kg'}"), "too-large q (5)" },
  { "unit", Q ("quantity", ",'extension':[" EXT ("questionnaire-unitOption", "'valueCoding':{'code':'kg'}") "," EXT ("questionnaire-unitOption", "'valueCoding':{'code':'g','display':'gram'}") "]"),
    A ("'valueQuantity':{'value':6,'code':'lb'}"), "unit q (kg, gram)" },
  { "unit-is-a-proposal", Q ("quantity", ",'extension':[" EXT ("questionnaire-unit", "'valueCoding':{'code':'kg'}") "]"),
    A ("'valueQuantity':{'value':6,'code':'lb'}"), "" },
  { "line-break", Q ("string", ""), A ("'valueString':'a\\nb'"), "line-break q" },
  { "line-break-in-text", Q ("text", ""), A ("'valueString':'a\\nb'"), "" },
  { "two-values", Q ("string", ""), A ("'valueString':'a','valueInteger':1"), "structure q (an answer has one value; the first is taken)" },
  { "reference-says-type", Q ("reference", ",'extension':[" EXT ("questionnaire-referenceResource", "'valueCode':'Patient'") "]"),
    A ("'valueReference':{'reference':'https://x.test/a','type':'Group'}"), "reference q (Patient)" },
  { "attachment-lies", Q ("attachment", ""), A ("'valueAttachment':{'contentType':'image/png','data':'AAAA','size':70000}"),
    "attachment q (as large as it says)" },
  { "integer-largest", Q ("integer", ""), A ("'valueInteger':2147483647"), "" },
  { "integer-beyond", Q ("integer", ""), A ("'valueInteger':2147483648"),
    "structure q (a whole number from -2147483648 to 2147483647 should stand here)" },
  { "integer-below", Q ("integer", ""), A ("'valueInteger':-2147483649"),
    "structure q (a whole number from -2147483648 to 2147483647 should stand here)" },
  { "integer-huge", Q ("integer", ""), A ("'valueInteger':1e30"), "structure q (a whole number from -2147483648 to 2147483647 should stand here)" },
  { "integer-exponent", Q ("integer", ""), A ("'valueInteger':1e3"), "" },
  { "integer-fraction", Q ("integer", ""), A ("'valueInteger':1.5"), "structure q (a whole number should stand here)" },
  { "integer-text", Q ("integer", ""), A ("'valueInteger':'7'"), "structure q (a text where a number should stand)" },
  { "decimal-text", Q ("decimal", ""), A ("'valueDecimal':'7.5'"), "structure q (a text where a number should stand)" },
  { "quantity-text", Q ("quantity", ""), A ("'valueQuantity':{'value':'7.5','unit':'kg'}"), "structure q (a text where a number should stand)" },
  { "reference-empty", Q ("reference", ""), A ("'valueReference':{}"), "structure q (a reference to something should stand here)" },
  { "attachment-empty", Q ("attachment", ""), A ("'valueAttachment':{}"), "structure q (a file, or where it is, should stand here)" },
  { "attachment-no-base64", Q ("attachment", ""), A ("'valueAttachment':{'contentType':'image/png','data':'***'}"),
    "attachment q (data in base64)" },
  { "attachment-base64-cut", Q ("attachment", ""), A ("'valueAttachment':{'data':'AAAAA'}"), "attachment q (data in base64)" },
  { "attachment-base64-inside", Q ("attachment", ""), A ("'valueAttachment':{'data':'AA==AAAA'}"), "attachment q (data in base64)" },
  { "attachment-data-number", Q ("attachment", ""), A ("'valueAttachment':{'data':7}"), "attachment q (data in base64)" },
  { "attachment-blanks", Q ("attachment", ""), A ("'valueAttachment':{'data':'AAAA AA==','size':4}"), "" },
  { "reference-to-nothing", Q ("reference", ""), A ("'valueReference':{'reference':'https://x.test/Chicken/1'}"), "reference q" },
  { "reference-no-address", Q ("reference", ""), A ("'valueReference':{'reference':'ht tp://x.test/Patient/1'}"), "reference q" },
  { "url-relative", Q ("url", ""), A ("'valueUri':'Patient/1'"), "" },
  { "url-file", Q ("url", ""), A ("'valueUri':'c:\\\\temp'"), "pattern q (https://example.org)" },
  { "url-uuid", Q ("url", ""), A ("'valueUri':'urn:uuid:c757873d-ec9a-4326-a141-556f43239520'"), "" },
  { "url-uuid-long", Q ("url", ""), A ("'valueUri':'urn:uuid:c757873d-ec9a-4326-a141-556f43239520a'"), "pattern q (https://example.org)" },
  { "string-of-codes", Q ("string", ",'answerOption':[{'valueCoding':{'code':'AU','display':'Australia'}}]"), A ("'valueString':'AU'"), "" },
  { "string-of-other-codes", Q ("string", ",'answerOption':[{'valueCoding':{'code':'AU','display':'Australia'}}]"), A ("'valueString':'BD'"), "not-an-option q" },
  { "attachment-fits", Q ("attachment", ",'extension':[" EXT ("maxSize", "'valueDecimal':4") "]"),
    A ("'valueAttachment':{'contentType':'image/png','data':'AAAAAA=='}"), "" },
  { "too-many", Q ("string", ""), "{'linkId':'q','answer':[{'valueString':'a'},{'valueString':'b'}]}", "too-many q (1)" },
  { "max-occurs", Q ("string", ",'repeats':true,'extension':[" EXT ("questionnaire-maxOccurs", "'valueInteger':2") "]"),
    "{'linkId':'q','answer':[{'valueString':'a'},{'valueString':'b'},{'valueString':'c'}]}", "too-many q (2)" },
  { "min-occurs", Q ("string", ",'repeats':true,'extension':[" EXT ("questionnaire-minOccurs", "'valueInteger':2") "]"),
    "{'linkId':'q','answer':[{'valueString':'a'}]}", "too-few q (2)" },
  { "option", Q ("choice", ",'answerOption':[{'valueCoding':{'code':'a'}}]"), A ("'valueCoding':{'code':'b'}"), "not-an-option q" },
  { "option-of-open-choice", Q ("open-choice", ",'answerOption':[{'valueCoding':{'code':'a'}}]"), A ("'valueCoding':{'code':'b'}"), "not-an-option q" },
  { "open-choice-text", Q ("open-choice", ",'answerOption':[{'valueCoding':{'code':'a'}}]"), A ("'valueString':'b'"), "" },
  { "open-choice-blank", Q ("open-choice", ",'answerOption':[{'valueCoding':{'code':'a'}}]"), A ("'valueString':' '"), "empty q" },
  { "choice-text", Q ("choice", ",'answerOption':[{'valueCoding':{'code':'a'}}]"), A ("'valueString':'b'"), "type q (Coding)" },
  { "choice-of-integers", Q ("choice", ",'answerOption':[{'valueInteger':1},{'valueInteger':2}]"), A ("'valueInteger':3"), "not-an-option q" },
  { "choice-without-options", Q ("choice", ",'answerValueSet':'http://x.test/vs'"), A ("'valueCoding':{'code':'b'}"), "" },
  { "exclusive", Q ("choice", ",'repeats':true,'answerOption':[{'valueCoding':{'code':'a'}},{'extension':["
                  EXT ("questionnaire-optionExclusive", "'valueBoolean':true") "],'valueCoding':{'code':'n','display':'None'}}]"),
    "{'linkId':'q','answer':[{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'n'}}]}", "exclusive q[1] (None)" },
  { "duplicate", Q ("choice", ",'repeats':true"), "{'linkId':'q','answer':[{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'a'}}]}", "duplicate q[1]" },
  { "second-answer", Q ("integer", ",'repeats':true,'extension':[" EXT ("minValue", "'valueInteger':2") "]"),
    "{'linkId':'q','answer':[{'valueInteger':2},{'valueInteger':1}]}", "too-small q[1] (2)" },
  { "reference", Q ("reference", ",'extension':[" EXT ("questionnaire-referenceResource", "'valueCode':'Patient'") "]"),
    A ("'valueReference':{'reference':'https://x.test/fhir/Organization/1/_history/2'}"), "reference q (Patient)" },
  { "attachment-type", Q ("attachment", ",'extension':[" EXT ("mimeType", "'valueCode':'image/png'") "]"),
    A ("'valueAttachment':{'contentType':'text/html','data':'AAAA'}"), "attachment q (image/png)" },
  { "attachment-size", Q ("attachment", ",'extension':[" EXT ("maxSize", "'valueDecimal':2") "]"),
    A ("'valueAttachment':{'contentType':'image/png','data':'AAAAAAAA'}"), "attachment q (at most 2 bytes)" },
  { "signature", Q ("boolean", ",'extension':[" EXT ("questionnaire-signatureRequired", "'valueCodeableConcept':{'text':'x'}") "]"),
    A ("'valueBoolean':true"), "signature q" },
  { "signed", Q ("boolean", ",'extension':[" EXT ("questionnaire-signatureRequired", "'valueCodeableConcept':{'text':'x'}") "]"),
    "{'linkId':'q','extension':[{'url':'" HL7 "questionnaireresponse-signature','valueSignature':{'data':'AAAA'}}],'answer':[{'valueBoolean':true}]}", "" },
  { "group-required", "{'linkId':'g','type':'group','required':true,'item':[{'linkId':'q','type':'string'}]}", "", "required g" },
  { "group-required-filled", "{'linkId':'g','type':'group','required':true,'item':[{'linkId':'q','type':'string'}]}",
    "{'linkId':'g','item':[" A ("'valueString':'x'") "]}", "" },
  { "question-in-page", "{'linkId':'g','type':'group','item':[{'linkId':'q','type':'string','required':true}]}", "", "required q" },
  { "empty-instance-is-not-there", "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'q','type':'string','required':true}]}", "", "" },
  { "instance-half-filled", "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'q','type':'string','required':true},{'linkId':'r','type':'string'}]}",
    "{'linkId':'g','item':[{'linkId':'r','answer':[{'valueString':'x'}]}]}", "required q" },
  { "too-many-instances", "{'linkId':'g','type':'group','repeats':true,'extension':[" EXT ("questionnaire-maxOccurs", "'valueInteger':1") "],'item':[{'linkId':'q','type':'string'}]}",
    "{'linkId':'g','item':[" A ("'valueString':'x'") "]},{'linkId':'g','item':[" A ("'valueString':'y'") "]}", "too-many g (1)" },
  { "too-few-instances", "{'linkId':'g','type':'group','repeats':true,'extension':[" EXT ("questionnaire-minOccurs", "'valueInteger':2") "],'item':[{'linkId':'q','type':'string'}]}",
    "{'linkId':'g','item':[" A ("'valueString':'x'") "]}", "too-few g (2)" },
  { "under-unanswered-question", "{'linkId':'q','type':'string','item':[{'linkId':'r','type':'string','required':true}]}", "", "" },
  { "under-answered-question", "{'linkId':'q','type':'string','item':[{'linkId':'r','type':'string','required':true}]}",
    A ("'valueString':'x'"), "required r" },
  { "unknown-item", Q ("string", ""), "{'linkId':'z','answer':[{'valueString':'x'}]}", "unknown-item z" },
  { "misplaced-item", "{'linkId':'g','type':'group','item':[" Q ("string", "") "]}", A ("'valueString':'x'"), "unknown-item q" },
  { "answer-to-group", "{'linkId':'q','type':'group','item':[{'linkId':'r','type':'string'}]}", A ("'valueString':'x'"), "answer-to-display q" },
  { "answer-to-display", Q ("display", ",'text':'x'"), A ("'valueString':'x'"), "answer-to-display q" },
  { "order", "{'linkId':'a','type':'string'}," Q ("string", ""), A ("'valueString':'x'") ",{'linkId':'a','answer':[{'valueString':'y'}]}", "order a" },
  { "twice", Q ("string", ",'repeats':true"), A ("'valueString':'x'") "," A ("'valueString':'y'"), "structure q (the item is there more than once)" },
  { "no-value", Q ("string", ""), "{'linkId':'q','answer':[{}]}", "structure q (an answer without a value that this form can have)" },
  { "no-link-id", Q ("string", ""), "{'answer':[{'valueString':'x'}]}", "structure  (an item with a linkId should stand here)" },
  { "value-no-date", Q ("date", ""), A ("'valueDate':'2026-02-31'"),
    "structure q (not a date there is; write YYYY, YYYY-MM or YYYY-MM-DD)" },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = test_form (cases[row].items);
  g_autoptr (CareResponse) response = test_answers (form, cases[row].answers);
  g_autoptr (GPtrArray) problems = care_response_validate (response);
  g_autofree char *text = NULL;
  GPtrArray *imported = care_response_get_import_problems (response);

  for (guint i = 0; i < imported->len; i++)
    g_ptr_array_insert (problems, (int) i, care_problem_copy (g_ptr_array_index (imported, i)));
  text = test_problems (problems);
  g_assert_cmpstr (text, ==, cases[row].problems);
}

/* Each item type takes its own type of value and no other. */
static const struct
{
  const char *item;
  const char *value;
} types[] = {
  { "boolean", "'valueBoolean':true" },
  { "decimal", "'valueDecimal':1.5" },
  { "integer", "'valueInteger':1" },
  { "date", "'valueDate':'2026-11-22'" },
  { "dateTime", "'valueDateTime':'2026-11-22T10:00:00Z'" },
  { "time", "'valueTime':'10:00:00'" },
  { "string", "'valueString':'x'" },
  { "text", "'valueString':'x'" },
  { "url", "'valueUri':'urn:x'" },
  { "choice", "'valueCoding':{'code':'x'}" },
  { "open-choice", "'valueCoding':{'code':'x'}" },
  { "attachment", "'valueAttachment':{'contentType':'image/png'}" },
  { "reference", "'valueReference':{'reference':'Patient/1'}" },
  { "quantity", "'valueQuantity':{'value':1}" },
};

static void
test_types (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'%s'}", types[row].item);
  g_autoptr (CareQuestionnaire) form = test_form (items);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *answers = g_strdup_printf ("{'linkId':'q','answer':[{%s}]}", types[i].value);
      g_autoptr (CareResponse) response = test_answers (form, answers);
      g_autoptr (GPtrArray) problems = care_response_validate (response);
      gboolean fits = strcmp (types[i].value, types[row].value) == 0
                      || (strcmp (types[row].item, "open-choice") == 0 && strstr (types[i].value, "valueString") != NULL);

      g_test_message ("%s with %s", types[row].item, types[i].value);
      g_assert_cmpuint (problems->len, ==, fits ? 0 : 1);
      if (!fits)
        g_assert_cmpint (((CareProblem *) g_ptr_array_index (problems, 0))->kind, ==, CARE_PROBLEM_TYPE);
    }
}

static void
test_one_node (void)
{
  g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'g','type':'group','required':true,'item':[{'linkId':'q','type':'string','required':true}]}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (GPtrArray) group = care_response_validate_node (response, care_response_find (response, "g"));
  g_autoptr (GPtrArray) question = care_response_validate_node (response, care_response_find (response, "q"));
  g_autofree char *of_group = test_problems (group);
  g_autofree char *of_question = test_problems (question);

  g_assert_cmpstr (of_group, ==, "required g");
  g_assert_cmpstr (of_question, ==, "required q");
}

#define HIDDEN     ",'extension':[" EXT ("questionnaire-hidden", "'valueBoolean':true") "]"
#define SHOWN_ONLY ",'extension':[" EXT ("questionnaire-usageMode", "'valueCode':'display'") "]"
#define SIGNED     ",'extension':[" EXT ("questionnaire-signatureRequired", "'valueCodeableConcept':{'text':'x'}") "]"
#define MUST       ",'required':true"
#define IN_GROUP(more, item) "{'linkId':'g','type':'group'" more ",'item':[" item "]}"

/* What nobody who fills in the form could mend is said by the check, and holds nobody up. */
static const struct
{
  const char *name;
  const char *items;
  const char *answers;
  guint problems;
  guint held_up;
} ways[] = {
  { "required", Q ("string", MUST), "", 1, 1 },
  { "attachment", Q ("attachment", MUST), "", 1, 0 },
  { "reference", Q ("reference", MUST), "", 1, 0 },
  { "choice-without-its-answers", Q ("choice", MUST), "", 1, 0 },
  { "hidden", Q ("string", MUST HIDDEN), "", 1, 0 },
  { "in-hidden", IN_GROUP (HIDDEN, Q ("string", MUST)), "", 1, 0 },
  { "read-only", Q ("string", MUST ",'readOnly':true"), "", 1, 0 },
  { "display-only", Q ("string", MUST SHOWN_ONLY), "", 1, 0 },
  { "in-display-only", IN_GROUP (SHOWN_ONLY, Q ("string", MUST)), "", 1, 0 },
  { "hidden-and-wrong", Q ("string", ",'maxLength':1" HIDDEN), A ("'valueString':'xx'"), 1, 0 },
  { "wrong", Q ("string", ",'maxLength':1"), A ("'valueString':'xx'"), 1, 1 },
  { "group", IN_GROUP (MUST, Q ("string", "")), "", 1, 1 },
  { "group-of-files", IN_GROUP (MUST, Q ("attachment", "")), "", 1, 0 },
  { "unsigned-yes", Q ("boolean", SIGNED), A ("'valueBoolean':true"), 1, 1 },
  { "unsigned-no", Q ("boolean", SIGNED), A ("'valueBoolean':false"), 1, 0 },
  { "unsigned-words", Q ("string", SIGNED), A ("'valueString':'x'"), 1, 1 },
  { "unsigned-nothing", Q ("string", SIGNED), "", 1, 0 },
};

static void
test_holds_up (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = test_form (ways[i].items);
  g_autoptr (CareResponse) response = test_answers (form, ways[i].answers);
  g_autoptr (GPtrArray) problems = care_response_validate (response);
  guint held_up = 0;

  for (guint k = 0; k < problems->len; k++)
    held_up += care_problem_holds_up (g_ptr_array_index (problems, k));
  g_assert_cmpuint (problems->len, ==, ways[i].problems);
  g_assert_cmpuint (held_up, ==, ways[i].held_up);
}

/* Messages name what is wrong and never repeat the answer. */
static void
test_words (void)
{
  for (guint kind = CARE_PROBLEM_REQUIRED; kind <= CARE_PROBLEM_CHANGED; kind++)
    {
      CareProblem problem = { .kind = kind, .param = (char *) "%s7" };
      g_autofree char *text = care_problem_dup_text (&problem);
      g_autofree char *plain = NULL;

      problem.param = NULL;
      plain = care_problem_dup_text (&problem);
      g_assert_nonnull (care_problem_kind_to_string (kind));
      g_assert_cmpstr (text, !=, "");
      g_assert_null (strstr (plain, "%s"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/validate/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/validate/type/%s", types[i].item);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_types);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/validate/holds-up/%s", ways[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_holds_up);
    }
  g_test_add_func ("/form/validate/one-node", test_one_node);
  g_test_add_func ("/form/validate/words", test_words);

  return g_test_run ();
}
