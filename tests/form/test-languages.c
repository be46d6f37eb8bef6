/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

/* What of a form is in another language than the one somebody chose. */

#define TRANSLATION(lang, text) \
  "{'url':'http://hl7.org/fhir/StructureDefinition/translation','extension':[{'url':'lang','valueCode':'" lang "'}," \
  "{'url':'content','valueString':'" text "'}]}"
#define IN_SPANISH(text) "{'extension':[" TRANSLATION ("es", text) "]}"
#define HELP "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl','valueCodeableConcept':" \
  "{'coding':[{'code':'help'}]}}]"
#define HIDDEN "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':true}]"

static const struct
{
  const char *name;
  const char *head;      /* members beside the items */
  const char *items;
  const char *language;  /* chosen */
  const char *others;    /* shown in these */
} cases[] = {
  { "own", "'language':'en'", "{'linkId':'q','type':'string','text':'Why?'}", "en", "" },
  { "own-region", "'language':'en-GB'", "{'linkId':'q','type':'string','text':'Why?'}", "en", "" },
  { "other", "'language':'en'", "{'linkId':'q','type':'string','text':'Why?'}", "es", "en" },
  { "not-said", "'id':'f'", "{'linkId':'q','type':'string','text':'Why?'}", "es", "und" },
  { "translated", "'language':'en'", "{'linkId':'q','type':'string','text':'Why?','_text':" IN_SPANISH ("Por qué") "}", "es", "" },
  { "translated-region", "'language':'en'", "{'linkId':'q','type':'string','text':'Why?','_text':" IN_SPANISH ("Por qué") "}", "es-MX", "" },
  { "one-question-not", "'language':'en'", "{'linkId':'q','type':'string','text':'Why?','_text':" IN_SPANISH ("Por qué") "},"
    "{'linkId':'r','type':'string','text':'How?'}", "es", "en" },
  { "one-choice-not", "'language':'en'", "{'linkId':'q','type':'choice','text':'Why?','_text':" IN_SPANISH ("Por qué") ",'answerOption':["
    "{'valueCoding':{'code':'a','display':'Rain','_display':" IN_SPANISH ("Lluvia") "}},{'valueCoding':{'code':'b','display':'Sun'}}]}",
    "es", "en" },
  { "help-not", "'language':'en'", "{'linkId':'q','type':'string','text':'Why?','_text':" IN_SPANISH ("Por qué") ",'item':["
    "{'linkId':'h','type':'display','text':'Take your time.'," HELP "}]}", "es", "en" },
  { "hidden", "'language':'en'", "{'linkId':'q','type':'string','text':'Why?'," HIDDEN "}", "es", "" },
  { "no-letters", "'language':'en'", "{'linkId':'q','type':'choice','text':'1 – 2?','answerOption':[{'valueInteger':1},"
    "{'valueCoding':{'code':'b','display':'2'}}]}", "es", "" },
  { "two", "'language':'en'", "{'linkId':'q','type':'string','_text':" IN_SPANISH ("Por qué") "},"
    "{'linkId':'r','type':'string','text':'How?'}", "de", "es en" },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *written = g_strdup_printf ("{'resourceType':'Questionnaire','url':'https://x.example/f','status':'active',%s,'item':[%s]}",
                                              cases[row].head, cases[row].items);
  g_autofree char *text = test_quote (written);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "test", &error);
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  others = care_questionnaire_list_other_languages (form, cases[row].language);
  g_ptr_array_add (others, NULL);
  joined = g_strjoinv (" ", (char **) others->pdata);
  g_assert_cmpstr (joined, ==, cases[row].others);
}

/* What patients are asked by the program's own forms is in all six languages, to the last choice. */
static void
test_own_forms (void)
{
  static const char *const names[] = { "first-visit.json", "day-check.json", "consent.json" };
  static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "forms", names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CareQuestionnaire) form = care_questionnaire_load (path, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        for (guint k = 0; k < care_questionnaire_get_n_items (form); k++)
          {
            const CareItem *item = care_questionnaire_get_item (form, k);
            const char *other = NULL;

            /* The sample's products; the clinic's own stand there when it is asked. */
            if (g_str_equal (names[i], "consent.json") && g_str_equal (care_item_get_link_id (item), "product"))
              continue;
            if (!care_item_speaks (item, languages[j], &other))
              g_error ("%s: %s is not in %s but in %s", names[i], care_item_get_link_id (item), languages[j], other);
          }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/languages/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/form/languages/own-forms", test_own_forms);

  return g_test_run ();
}
