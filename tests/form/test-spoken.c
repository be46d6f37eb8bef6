/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#include "base/care-json.h"

/* In which language words were typed goes with the words, when another language is chosen halfway; and what others have beside a value
 * stays beside it. */

#define LANGUAGE "http://hl7.org/fhir/StructureDefinition/language"
#define SPOKEN(code) "'_valueString':{'extension':[{'url':'" LANGUAGE "','valueCode':'" code "'}]}"

static const char form_items[] =
  "{'linkId':'a','type':'text'},{'linkId':'b','type':'string'},"
  "{'linkId':'c','type':'choice','answerOption':[{'valueString':'tea'},{'valueString':'coffee'}]},"
  "{'linkId':'d','type':'string','initial':[{'valueString':'as ever'}]},"
  "{'linkId':'o','type':'open-choice','repeats':true,'answerOption':[{'valueString':'tea'}]},"
  "{'linkId':'n','type':'integer'},"
  "{'linkId':'open','type':'boolean'},"
  "{'linkId':'h','type':'string','enableWhen':[{'question':'open','operator':'=','answerBoolean':true}]},"
  "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'in','type':'string'}]}";

static void
speak (CareResponse *response,
       const char   *language)
{
  CareResponseMeta meta = *care_response_get_meta (response);

  meta.status = CARE_RESPONSE_IN_PROGRESS;
  meta.language = language;
  care_response_set_meta (response, &meta);
}

static void
answer (CareResponse *response,
        const char   *link_id,
        const char   *text)
{
  g_autoptr (CareValue) value = test_value (text);

  care_response_set_value (response, care_response_find (response, link_id), value);
}

static void
assert_typed (CareResponse *response,
              const char   *link_id,
              const char   *reader,
              const char   *wanted)
{
  g_autofree char *found = care_node_dup_typed_language (care_response_find (response, link_id), reader);

  g_assert_cmpstr (found, ==, wanted);
}

static CareResponse *
read_back (CareResponse *response)
{
  g_autoptr (JsonNode) node = care_response_to_node (response);
  g_autofree char *text = care_json_to_text (node, CARE_JSON_COMPACT);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) parsed = care_json_parse (text, -1, "answers.json", NULL, &error);
  CareResponse *back = care_response_new_from_node (care_response_get_questionnaire (response), parsed, "answers.json", &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *same = NULL;

  g_assert_no_error (error);
  again = care_response_to_node (back);
  same = care_json_to_text (again, CARE_JSON_COMPACT);
  g_assert_cmpstr (same, ==, text);

  return back;
}

/* Spanish first, then French: each answer says what it is, and only where it is another than the whole. */
static void
test_halfway (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (form_items);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (CareResponse) copy = NULL;
  g_autofree char *items = NULL;
  g_autofree char *turned = NULL;

  speak (response, "es");
  answer (response, "a", "String:sangre");
  answer (response, "c", "String:tea");
  answer (response, "o", "String:mate");
  answer (response, "n", "Integer:7");
  speak (response, "fr");
  answer (response, "b", "String:sang");

  items = test_export (response);
  g_assert_cmpstr (items, ==,
                   "[{'linkId':'a','answer':[{'valueString':'sangre'," SPOKEN ("es") "}]},"
                   "{'linkId':'b','answer':[{'valueString':'sang'}]},"
                   "{'linkId':'c','answer':[{'valueString':'tea'}]},"
                   "{'linkId':'d','answer':[{'valueString':'as ever'}]},"
                   "{'linkId':'o','answer':[{'valueString':'mate'," SPOKEN ("es") "}]},"
                   "{'linkId':'n','answer':[{'valueInteger':7}]}]");
  back = read_back (response);
  copy = care_response_copy (back);
  for (guint i = 0; i < 3; i++)
    {
      CareResponse *one = i == 0 ? response : i == 1 ? back : copy;

      assert_typed (one, "a", "en", "es");
      assert_typed (one, "a", "es", NULL);
      assert_typed (one, "b", "en", "fr");
      assert_typed (one, "b", "fr", NULL);
      assert_typed (one, "c", "en", NULL);
      assert_typed (one, "d", "en", NULL);
      assert_typed (one, "o", "en", "es");
    }

  /* Back to Spanish: the French words say so now. The same words typed again are no change. */
  answer (back, "b", "String:sang");
  speak (back, "es");
  turned = test_export (back);
  g_assert_nonnull (strstr (turned, "{'linkId':'a','answer':[{'valueString':'sangre'}]},"
                                    "{'linkId':'b','answer':[{'valueString':'sang'," SPOKEN ("fr") "}]}"));
  assert_typed (back, "a", "en", "es");
  assert_typed (back, "b", "en", "fr");

  /* Typed anew, in what is chosen now. */
  answer (back, "b", "String:sangre");
  assert_typed (back, "b", "en", "es");
}

/* Hidden answers and those in a group keep it too, and the journal tells it again. */
static void
test_kept (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (form_items);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (JsonNode) whole = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  CareNode *instance;
  g_autoptr (CareValue) later = care_value_new_string ("plus tard");

  speak (response, "es");
  answer (response, "open", "Boolean:true");
  answer (response, "h", "String:oculta");
  answer (response, "open", "Boolean:false");
  answer (response, "in", "String:una");
  answer (response, "o", "String:mate");
  speak (response, "fr");
  whole = care_response_take_whole (response);

  instance = care_response_add_instance (response, care_response_find (response, "g"));
  care_response_set_value (response, care_node_get_child (instance, 0, 0), later);
  answer (response, "b", "String:sang");
  /* Told with the one that was there before. */
  care_response_add_value (response, care_response_find (response, "o"), later);
  g_ptr_array_add (changes, care_response_take_changes (response));
  answer (response, "open", "Boolean:true");
  g_ptr_array_add (changes, care_response_take_changes (response));
  for (guint i = 0; i < changes->len; i++)
    json_node_seal (g_ptr_array_index (changes, i));

  back = care_response_new_from_node (form, whole, "kept", &error);
  g_assert_no_error (error);
  g_assert_true (care_response_apply_changes (back, changes, "kept", &error));
  g_assert_no_error (error);
  first = test_export (response);
  second = test_export (back);
  g_assert_cmpstr (second, ==, first);
  g_assert_nonnull (strstr (first, "{'linkId':'h','answer':[{'valueString':'oculta'," SPOKEN ("es") "}]}"));
  assert_typed (back, "h", "en", "es");
  assert_typed (back, "in", "en", "es");
  assert_typed (back, "o", "en", "es");
  assert_typed (back, "b", "en", "fr");
}

#define ELSE "{'url':'https://x.test/e','valueCode':'k'}"

/* What others say beside a value: it comes back as it came, until the answer is another. */
static const struct
{
  const char *name;
  const char *item;
  const char *answer;
} asides[] = {
  { "boolean", "'type':'boolean'", "'valueBoolean':true,'_valueBoolean':{'extension':[" ELSE "]}" },
  { "decimal", "'type':'decimal'", "'valueDecimal':1.50,'_valueDecimal':{'extension':[" ELSE "]}" },
  { "integer", "'type':'integer'", "'valueInteger':3,'_valueInteger':{'id':'n'}" },
  { "date", "'type':'date'", "'valueDate':'2026','_valueDate':{'extension':[" ELSE "]}" },
  { "dateTime", "'type':'dateTime'", "'valueDateTime':'2026-11-22T15:10:00Z','_valueDateTime':{'extension':[" ELSE "]}" },
  { "time", "'type':'time'", "'valueTime':'10:00:00','_valueTime':{'extension':[" ELSE "]}" },
  { "url", "'type':'url'", "'valueUri':'https://x.test','_valueUri':{'extension':[" ELSE "]}" },
  { "text", "'type':'text'", "'valueString':'x','_valueString':{'extension':[" ELSE "]}" },
  { "spoken-and-more", "'type':'text'", "'valueString':'x','_valueString':{'extension':[{'url':'" LANGUAGE "','valueCode':'es'}," ELSE "]}" },
  { "spoken", "'type':'text'", "'valueString':'x'," SPOKEN ("es") },
  { "coding", "'type':'open-choice'", "'valueCoding':{'code':'a','extension':[" ELSE "]},'extension':[" ELSE "],'id':'one'" },
  { "quantity", "'type':'quantity'", "'valueQuantity':{'value':1.0,'unit':'kg'},'extension':[" ELSE "]" },
  { "attachment", "'type':'attachment'", "'valueAttachment':{'url':'https://x.test/a'},'extension':[" ELSE "]" },
  { "reference", "'type':'reference'", "'valueReference':{'reference':'Patient/1'},'id':'r'" },
};

static void
test_aside (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *item = g_strdup_printf ("{'linkId':'q',%s}", asides[row].item);
  g_autofree char *items = g_strdup_printf ("[{'linkId':'q','answer':[{%s}]}]", asides[row].answer);
  g_autofree char *inner = g_strndup (items + 1, strlen (items) - 2);
  g_autoptr (CareQuestionnaire) form = test_form (item);
  g_autoptr (CareResponse) response = test_answers (form, inner);
  g_autoptr (CareResponse) back = NULL;
  g_autofree char *text = test_export (response);

  g_assert_cmpstr (text, ==, items);
  g_assert_cmpuint (care_response_get_import_problems (response)->len, ==, 0);
  back = read_back (response);

  care_response_clear (back, care_response_find (back, "q"));
  answer (back, "q", "String:another");
  g_free (text);
  text = test_export (back);
  g_assert_cmpstr (text, ==, "[{'linkId':'q','answer':[{'valueString':'another'}]}]");
}

/* What an item says of itself, with its answer or without its words: there again, and after a change told by the journal. */
static void
test_members (void)
{
  static const char items[] =
    "[{'linkId':'a','id':'i1','definition':'https://x.test/d','_text':{'extension':[" ELSE "]},'answer':[{'valueString':'x'}]},"
    "{'linkId':'g','modifierExtension':[{'url':'https://x.test/m','valueBoolean':true}],'item':[{'linkId':'in','answer':[{'valueString':'y'}]}]}]";
  g_autofree char *inner = g_strndup (items + 1, strlen (items) - 2);
  g_autoptr (CareQuestionnaire) form = test_form (form_items);
  g_autoptr (CareResponse) response = test_answers (form, inner);
  g_autoptr (CareResponse) copy = care_response_copy (response);
  g_autoptr (CareResponse) back = read_back (response);
  g_autoptr (JsonNode) whole = care_response_take_whole (back);
  g_autoptr (JsonNode) told = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (CareResponse) replayed = NULL;
  g_autofree char *first = test_export (response);
  g_autofree char *copied = test_export (copy);
  g_autofree char *live = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpstr (first, ==, items);
  g_assert_cmpstr (copied, ==, items);

  answer (back, "a", "String:z");
  told = care_response_take_changes (back);
  json_node_seal (told);
  g_ptr_array_add (changes, told);
  replayed = care_response_new_from_node (form, whole, "kept", NULL);
  g_assert_true (care_response_apply_changes (replayed, changes, "kept", NULL));
  live = test_export (back);
  kept = test_export (replayed);
  g_assert_nonnull (strstr (live, "'definition':'https://x.test/d'"));
  g_assert_cmpstr (kept, ==, live);
}

/* Nothing that could be a language, nor an aside. */
static void
test_odd (void)
{
  static const char *const odd[] = {
    "7", "[]", "{}", "{'extension':7}", "{'extension':[7]}", "{'extension':[{'url':'" LANGUAGE "'}]}",
    "{'extension':[{'url':'" LANGUAGE "','valueCode':7}]}", "{'extension':[{'url':'" LANGUAGE "','valueCode':''}]}",
    "{'extension':[{'url':7,'valueCode':'es'}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *items = g_strdup_printf ("{'linkId':'q','answer':[{'valueString':'x','_valueString':%s}]}", odd[i]);
      g_autoptr (CareQuestionnaire) form = test_form ("{'linkId':'q','type':'text'}");
      g_autoptr (CareResponse) response = test_answers (form, items);
      g_autoptr (CareResponse) back = NULL;

      assert_typed (response, "q", "en", NULL);
      back = read_back (response);
      speak (response, "es");
      speak (response, "fr");
      g_object_unref (g_steal_pointer (&back));
      back = read_back (response);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/spoken/halfway", test_halfway);
  g_test_add_func ("/form/spoken/kept", test_kept);
  g_test_add_func ("/form/spoken/odd", test_odd);
  g_test_add_func ("/form/spoken/members", test_members);
  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/spoken/aside/%s", asides[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_aside);
    }

  return g_test_run ();
}
