/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json.h"
#include "form-test.h"

/* Bounds that contradict each other are noted and keep nobody from going on; a validator still counts them. */

#define HL7 "http://hl7.org/fhir/StructureDefinition/"
#define E(name, type, value) "{'url':'" HL7 name "','value" type "':" value "}"
#define MASS(name, number, unit) E (name, "Quantity", "{'value':" number ",'system':'http://unitsofmeasure.org','code':'" unit "'}")
#define LEAST(n) E ("questionnaire-minOccurs", "Integer", n)
#define MOST(n) E ("questionnaire-maxOccurs", "Integer", n)
#define TWO ",'answerOption':[{'valueString':'a'},{'valueString':'b'}]"

#define VALUES "minValue and maxValue leave no answer; nobody is held up by them"
#define LENGTHS "minLength and maxLength leave no answer; nobody is held up by them"
#define COUNTS "minOccurs asks for more answers than there can be; nobody is held up by it"

static const struct
{
  const char *name;
  const char *members;
  const char *extensions;
  const char *answers;   /* of the only question */
  const char *note;      /* NULL: the bounds count */
  gboolean    goes_on;   /* nobody is held up; it is wrong all the same */
} cases[] = {
  { "values", "'type':'integer'", E ("minValue", "Integer", "10") "," E ("maxValue", "Integer", "1"), "{'valueInteger':5}", VALUES, TRUE },
  { "values/same", "'type':'integer'", E ("minValue", "Integer", "5") "," E ("maxValue", "Integer", "5"), "{'valueInteger':6}", NULL, FALSE },
  { "values/dates", "'type':'date'", E ("minValue", "Date", "'2026-02-01'") "," E ("maxValue", "Date", "'2026-01-01'"), "{'valueDate':'2026-03-01'}",
    VALUES, TRUE },
  { "values/units", "'type':'quantity'", MASS ("minValue", "1", "kg") "," MASS ("maxValue", "900", "g"),
    "{'valueQuantity':{'value':2,'system':'http://unitsofmeasure.org','code':'kg'}}", VALUES, TRUE },
  { "values/unlike-units", "'type':'quantity'", MASS ("minValue", "1", "kg") "," MASS ("maxValue", "9", "m"),
    "{'valueQuantity':{'value':2,'system':'http://unitsofmeasure.org','code':'kg'}}", VALUES, TRUE },
  { "values/units-in-order", "'type':'quantity'", MASS ("minValue", "1", "kg") "," MASS ("maxValue", "1100", "g"),
    "{'valueQuantity':{'value':2,'system':'http://unitsofmeasure.org','code':'kg'}}", NULL, FALSE },
  { "lengths", "'type':'string','maxLength':3", E ("minLength", "Integer", "5"), "{'valueString':'four'}", LENGTHS, TRUE },
  { "lengths/same", "'type':'string','maxLength':3", E ("minLength", "Integer", "3"), "{'valueString':'four'}", NULL, FALSE },
  { "counts", "'type':'string','repeats':true", LEAST ("5") "," MOST ("2"), "{'valueString':'a'},{'valueString':'b'},{'valueString':'c'}", COUNTS, TRUE },
  { "counts/same", "'type':'string','repeats':true", LEAST ("2") "," MOST ("2"), "{'valueString':'a'}", NULL, FALSE },
  { "counts/no-repeats", "'type':'string','required':true", LEAST ("2"), "{'valueString':'a'}", COUNTS, TRUE },
  { "counts/few-choices", "'type':'choice','repeats':true" TWO, LEAST ("3"), "{'valueString':'a'},{'valueString':'b'}", COUNTS, TRUE },
  { "counts/all-choices", "'type':'choice','repeats':true" TWO, LEAST ("2"), "{'valueString':'a'}", NULL, FALSE },
  { "counts/open", "'type':'open-choice','repeats':true" TWO, LEAST ("3"), "{'valueString':'a'},{'valueString':'b'}", NULL, FALSE },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\",\"status\":\"active\","
                                           "\"language\":\"en\",\"item\":[{'linkId':'q','text':'Q?',%s,'extension':[%s]}]}",
                                           cases[row].members, cases[row].extensions);
  g_autofree char *given = g_strdup_printf ("{'resourceType':'QuestionnaireResponse','status':'completed','questionnaire':'https://x.example/f|1',"
                                            "'item':[{'linkId':'q','answer':[%s]}]}", cases[row].answers);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = NULL;
  g_autoptr (JsonNode) answers = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_strdelimit (text, "'", '"');
  g_strdelimit (given, "'", '"');
  form = care_questionnaire_new_from_text (text, -1, "test", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, cases[row].note != NULL ? 1 : 0);
  if (cases[row].note != NULL)
    {
      const CareNote *note = care_questionnaire_get_note (form, 0);

      g_assert_cmpint (note->kind, ==, CARE_NOTE_FORGIVEN);
      g_assert_cmpstr (note->link_id, ==, "q");
      g_assert_cmpstr (note->text, ==, cases[row].note);
    }

  answers = care_json_parse (given, -1, "answers", NULL, &error);
  g_assert_no_error (error);
  response = care_response_new_from_node (form, answers, "answers", &error);
  g_assert_no_error (error);
  problems = care_response_validate (response);
  g_assert_cmpuint (problems->len, >, 0);
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (care_problem_holds_up (g_ptr_array_index (problems, i)) != cases[row].goes_on);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/bounds/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
