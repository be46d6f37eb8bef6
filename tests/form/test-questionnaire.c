/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#define HL7              "http://hl7.org/fhir/StructureDefinition/"
#define SDC              "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
#define OWN              "https://aftercare.example/fhir/StructureDefinition/"
#define EXT(name, value) "{'url':'" HL7 name "'," value "}"
#define TRANSLATED(lang, text) \
  "{'url':'" HL7 "translation','extension':[{'url':'lang','valueCode':'" lang "'},{'url':'content','valueString':'" text "'}]}"

static void
test_tree (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'g','type':'group','item':[{'linkId':'a','type':'string','item':[{'linkId':'b','type':'date'}]},"
    "{'linkId':'c','type':'display','text':'C'}]},{'linkId':'d','type':'boolean'}");
  const CareItem *g = care_questionnaire_find_item (form, "g");
  const CareItem *b = care_questionnaire_find_item (form, "b");

  g_assert_cmpuint (care_questionnaire_get_n_items (form), ==, 5);
  g_assert_cmpuint (care_questionnaire_get_n_roots (form), ==, 2);
  g_assert_cmpstr (care_item_get_link_id (care_questionnaire_get_root (form, 1)), ==, "d");
  g_assert_cmpstr (care_item_get_link_id (care_questionnaire_get_item (form, 3)), ==, "c");
  g_assert_cmpuint (care_item_get_n_children (g), ==, 2);
  g_assert_true (care_item_get_child (g, 0) == care_item_get_parent (b));
  g_assert_null (care_item_get_parent (g));
  g_assert_cmpuint (care_item_get_depth (b), ==, 2);
  g_assert_false (care_item_is_question (g));
  g_assert_true (care_item_is_question (b));
  g_assert_null (care_questionnaire_find_item (form, "z"));
  g_assert_cmpstr (care_questionnaire_get_canonical (form), ==, "https://x.test/q|2");
}

static void
test_types (void)
{
  for (guint type = CARE_ITEM_GROUP; type <= CARE_ITEM_QUANTITY; type++)
    {
      gboolean choice = type == CARE_ITEM_CHOICE || type == CARE_ITEM_OPEN_CHOICE;
      g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'%s'%s}", care_item_type_to_string (type),
                                                choice ? ",'answerOption':[{'valueString':'x'}]" : "");
      g_autoptr (CareQuestionnaire) form = test_form (items);

      g_assert_cmpint (care_item_get_item_type (care_questionnaire_get_item (form, 0)), ==, type);
      g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 0);
    }
}

static void
test_languages (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'choice','text':'Hello','_text':{'extension':[" TRANSLATED ("es", "Hola") "," TRANSLATED ("pt-BR", "Oi") "]},"
    "'prefix':'1.','_prefix':{'extension':[" TRANSLATED ("es", "1ª") "]},"
    "'answerOption':[{'valueCoding':{'code':'y','display':'Yes','_display':{'extension':[" TRANSLATED ("es", "Sí") "]}}},"
    "{'valueString':'No','_valueString':{'extension':[" TRANSLATED ("ar", "لا") "]}},{'valueCoding':{'code':'bare'}}]}");
  const CareItem *q = care_questionnaire_find_item (form, "q");
  const char *const *languages = care_questionnaire_get_languages (form);

  g_assert_cmpuint (g_strv_length ((char **) languages), ==, 4);
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_true (g_strv_contains (languages, "pt-BR"));
  g_assert_true (g_strv_contains (languages, "ar"));
  g_assert_cmpstr (care_item_get_text (q, NULL), ==, "Hello");
  g_assert_cmpstr (care_item_get_text (q, "en-GB"), ==, "Hello");
  g_assert_cmpstr (care_item_get_text (q, "es"), ==, "Hola");
  g_assert_cmpstr (care_item_get_text (q, "es-MX"), ==, "Hola");
  g_assert_cmpstr (care_item_get_text (q, "pt"), ==, "Oi");
  g_assert_cmpstr (care_item_get_text (q, "de"), ==, "Hello");
  g_assert_cmpstr (care_item_get_prefix (q, "es"), ==, "1ª");
  g_assert_cmpstr (care_option_get_display (care_item_get_option (q, 0), "es"), ==, "Sí");
  g_assert_cmpstr (care_option_get_display (care_item_get_option (q, 1), "ar"), ==, "لا");
  g_assert_cmpstr (care_option_get_display (care_item_get_option (q, 1), "de"), ==, "No");
  g_assert_cmpstr (care_option_get_display (care_item_get_option (q, 2), "de"), ==, "bare");
}

static void
test_flags (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'string','required':true,'repeats':true,'readOnly':true,'maxLength':9,'extension':["
    EXT ("questionnaire-hidden", "'valueBoolean':true") "," EXT ("minLength", "'valueInteger':2") ","
    EXT ("questionnaire-minOccurs", "'valueInteger':1") "," EXT ("questionnaire-maxOccurs", "'valueInteger':4") ","
    EXT ("regex", "'valueString':'x+'") "," EXT ("entryFormat", "'valueString':'xx'") ","
    EXT ("questionnaire-usageMode", "'valueCode':'display'") "," EXT ("questionnaire-signatureRequired", "'valueCodeableConcept':{}") ","
    "{'url':'" SDC "sdc-questionnaire-shortText','valueString':'short'},{'url':'" SDC "sdc-questionnaire-openLabel','valueString':'Other'},"
    "{'url':'" OWN "not-sure','valueBoolean':true},{'url':'" OWN "tell-staff','valueBoolean':true},{'url':'" OWN "recent-time','valueBoolean':true}]},"
    "{'linkId':'p','type':'string'}");
  const CareItem *q = care_questionnaire_find_item (form, "q");
  const CareItem *p = care_questionnaire_find_item (form, "p");

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 0);
  g_assert_true (care_item_is_required (q) && care_item_repeats (q) && care_item_is_read_only (q) && care_item_is_hidden (q));
  g_assert_true (care_item_offers_not_sure (q) && care_item_offers_tell_staff (q) && care_item_is_recent_time (q));
  g_assert_true (care_item_needs_signature (q));
  g_assert_cmpuint (care_item_get_min_length (q), ==, 2);
  g_assert_cmpuint (care_item_get_max_length (q), ==, 9);
  g_assert_cmpuint (care_item_get_min_occurs (q), ==, 1);
  g_assert_cmpuint (care_item_get_max_occurs (q), ==, 4);
  g_assert_cmpstr (care_item_get_regex (q), ==, "x+");
  g_assert_cmpstr (care_item_get_entry_format (q, "en"), ==, "xx");
  g_assert_cmpstr (care_item_get_short_text (q, "en"), ==, "short");
  g_assert_cmpstr (care_item_get_open_label (q, "en"), ==, "Other");
  g_assert_cmpint (care_item_get_usage_mode (q), ==, CARE_USAGE_DISPLAY);

  g_assert_false (care_item_is_required (p) || care_item_is_hidden (p) || care_item_offers_not_sure (p) || care_item_needs_signature (p));
  g_assert_cmpint (care_item_get_max_decimals (p), ==, -1);
  g_assert_null (care_item_get_min_value (p));
  g_assert_null (care_item_get_help (p, NULL));
}

static void
test_numbers (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'quantity','extension':[" EXT ("minValue", "'valueDecimal':1.5") "," EXT ("maxValue", "'valueInteger':9") ","
    EXT ("maxDecimalPlaces", "'valueInteger':2") "," EXT ("questionnaire-sliderStepValue", "'valueInteger':3") ","
    EXT ("questionnaire-unit", "'valueCoding':{'code':'kg','display':'kilogram','_display':{'extension':[" TRANSLATED ("es", "kilogramo") "]}}") ","
    EXT ("questionnaire-unitOption", "'valueCoding':{'code':'[lb_av]'}") "]}");
  const CareItem *q = care_questionnaire_find_item (form, "q");

  g_assert_cmpstr (care_value_get_text (care_item_get_min_value (q)), ==, "1.5");
  g_assert_cmpstr (care_value_get_text (care_item_get_max_value (q)), ==, "9");
  g_assert_cmpint (care_item_get_max_decimals (q), ==, 2);
  g_assert_cmpfloat_with_epsilon (care_item_get_slider_step (q), 3, 1e-9);
  g_assert_cmpuint (care_item_get_n_units (q), ==, 2);
  g_assert_cmpstr (care_item_get_unit_display (q, 0, "es"), ==, "kilogramo");
  g_assert_cmpstr (care_item_get_unit_display (q, 1, "es"), ==, "[lb_av]");
}

static const struct
{
  const char      *code;
  CareItemControl  control;
  guint            notes;
} controls[] = {
  { "check-box", CARE_CONTROL_CHECK_BOX, 0 }, { "radio-button", CARE_CONTROL_RADIO_BUTTON, 0 }, { "drop-down", CARE_CONTROL_DROP_DOWN, 0 },
  { "autocomplete", CARE_CONTROL_AUTOCOMPLETE, 0 }, { "lookup", CARE_CONTROL_LOOKUP, 0 }, { "slider", CARE_CONTROL_SLIDER, 0 },
  { "spinner", CARE_CONTROL_SPINNER, 0 }, { "text-box", CARE_CONTROL_TEXT_BOX, 0 }, { "text-area", CARE_CONTROL_TEXT_AREA, 0 },
  { "page", CARE_CONTROL_PAGE, 0 }, { "header", CARE_CONTROL_HEADER, 0 }, { "footer", CARE_CONTROL_FOOTER, 0 },
  { "list", CARE_CONTROL_LIST, 0 }, { "table", CARE_CONTROL_TABLE, 0 }, { "htable", CARE_CONTROL_HTABLE, 0 },
  { "gtable", CARE_CONTROL_GTABLE, 0 }, { "atable", CARE_CONTROL_ATABLE, 0 }, { "grid", CARE_CONTROL_GRID, 0 },
  { "tab-container", CARE_CONTROL_TAB_CONTAINER, 0 }, { "inline", CARE_CONTROL_INLINE, 0 }, { "prompt", CARE_CONTROL_PROMPT, 0 },
  { "wheel-of-fortune", CARE_CONTROL_OTHER, 1 },
};

static void
test_control (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'group','extension':[{'url':'" HL7 "questionnaire-itemControl',"
                                            "'valueCodeableConcept':{'coding':[{'code':'%s'}]}}]}",
                                            controls[row].code);
  g_autoptr (CareQuestionnaire) form = test_form (items);

  g_assert_cmpint (care_item_get_control (care_questionnaire_get_item (form, 0)), ==, controls[row].control);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, controls[row].notes);
}

#define CONTROL(code) "'extension':[" EXT ("questionnaire-itemControl", "'valueCodeableConcept':{'coding':[{'code':'" code "'}]}") "]"

static void
test_merged_displays (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'integer','item':[{'linkId':'h','type':'display','text':'Help','_text':{'extension':["
    TRANSLATED ("es", "Ayuda") "]}," CONTROL ("help") "},{'linkId':'f','type':'display','text':'Hint'," CONTROL ("flyover") "},"
    "{'linkId':'u','type':'display','text':'kg'," CONTROL ("unit") "},{'linkId':'l','type':'display','text':'low'," CONTROL ("lower") "},"
    "{'linkId':'m','type':'display','text':'high'," CONTROL ("upper") "},{'linkId':'d','type':'display','text':'Plain'}]}");
  const CareItem *q = care_questionnaire_find_item (form, "q");

  g_assert_cmpstr (care_item_get_help (q, "es"), ==, "Ayuda");
  g_assert_cmpstr (care_item_get_flyover (q, "en"), ==, "Hint");
  g_assert_cmpstr (care_item_get_unit_text (q, "en"), ==, "kg");
  g_assert_cmpstr (care_item_get_lower_text (q, "en"), ==, "low");
  g_assert_cmpstr (care_item_get_upper_text (q, "en"), ==, "high");
  g_assert_true (care_item_is_merged (care_questionnaire_find_item (form, "h")));
  g_assert_false (care_item_is_merged (care_questionnaire_find_item (form, "d")));
}

static void
test_options (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'choice','extension':[" EXT ("questionnaire-choiceOrientation", "'valueCode':'horizontal'") "],"
    "'answerOption':[{'extension':[" EXT ("questionnaire-optionPrefix", "'valueString':'a)'") ","
    EXT ("questionnaire-optionExclusive", "'valueBoolean':true") "],'valueCoding':{'extension':[" EXT ("ordinalValue", "'valueDecimal':2")
    "],'system':'s','code':'x','display':'X'},'initialSelected':true},{'valueInteger':7},{'valueDate':'2026-11'},{'valueTime':'09:00:00'},"
    "{'valueReference':{'reference':'Patient/1','display':'P'}}]}");
  const CareItem *q = care_questionnaire_find_item (form, "q");
  const CareOption *first = care_item_get_option (q, 0);
  g_autoptr (CareValue) seven = care_value_new_integer (7);
  g_autoptr (CareValue) eight = care_value_new_integer (8);
  double ordinal = 0;

  g_assert_cmpint (care_item_get_orientation (q), ==, CARE_ORIENTATION_HORIZONTAL);
  g_assert_cmpuint (care_item_get_n_options (q), ==, 5);
  g_assert_true (care_option_is_exclusive (first) && care_option_is_initial (first));
  g_assert_cmpstr (care_option_get_prefix (first, NULL), ==, "a)");
  g_assert_true (care_option_get_ordinal (first, &ordinal));
  g_assert_cmpfloat_with_epsilon (ordinal, 2, 1e-9);
  g_assert_cmpstr (care_option_get_display (care_item_get_option (q, 1), NULL), ==, "7");
  g_assert_cmpstr (care_option_get_display (care_item_get_option (q, 4), NULL), ==, "P");
  g_assert_true (care_item_find_option (q, seven) == care_item_get_option (q, 1));
  g_assert_null (care_item_find_option (q, eight));
}

#define VALUE_SET(body) "'resourceType':'ValueSet','id':'v','url':'http://x.test/vs','status':'active'," body

static const struct
{
  const char *name;
  const char *contained;
  const char *reference;
  const char *codes;       /* in order; NULL when they are not in the form */
} value_sets[] = {
  { "compose", "{" VALUE_SET ("'compose':{'include':[{'system':'s','concept':[{'code':'a','display':'A'},{'code':'b'}]}]}") "}", "#v", "a b" },
  { "by-url", "{" VALUE_SET ("'compose':{'include':[{'system':'s','concept':[{'code':'a'}]}]}") "}", "http://x.test/vs|1", "a" },
  { "expansion", "{" VALUE_SET ("'expansion':{'contains':[{'system':'s','code':'a','contains':[{'system':'s','code':'b'}]},{'system':'s','code':'c','abstract':true}]}") "}",
    "#v", "a b" },
  { "code-system", "{" VALUE_SET ("'compose':{'include':[{'system':'s'}]}") "},{'resourceType':'CodeSystem','url':'s','concept':[{'code':'a','concept':[{'code':'b'}]}]}",
    "#v", "a b" },
  { "exclude", "{" VALUE_SET ("'compose':{'include':[{'system':'s','concept':[{'code':'a'},{'code':'b'}]}],'exclude':[{'system':'s','concept':[{'code':'a'}]}]}") "}",
    "#v", "b" },
  { "includes-other", "{" VALUE_SET ("'compose':{'include':[{'valueSet':['#w']}]}") "},{'resourceType':'ValueSet','id':'w','compose':{'include':[{'system':'s','concept':[{'code':'a'}]}]}}",
    "#v", "a" },
  { "includes-itself", "{" VALUE_SET ("'compose':{'include':[{'valueSet':['#v']}]}") "}", "#v", NULL },
  { "not-there", "{'resourceType':'Patient'}", "#v", NULL },
  { "outside", "{'resourceType':'Patient'}", "http://x.test/vs", NULL },
  { "filter", "{" VALUE_SET ("'compose':{'include':[{'system':'s','filter':[{'property':'p'}]}]}") "}", "#v", NULL },
};

static void
test_value_set (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("{'resourceType':'Questionnaire','status':'active','contained':[%s],'item':["
                                           "{'linkId':'q','type':'choice','answerValueSet':'%s'},{'linkId':'r','type':'choice','answerValueSet':'%s'}]}",
                                           value_sets[row].contained, value_sets[row].reference, value_sets[row].reference);
  g_autofree char *quoted = test_quote (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (quoted, -1, "form.json", &error);
  g_autoptr (GString) codes = g_string_new (NULL);
  const CareItem *q;

  g_assert_no_error (error);
  q = care_questionnaire_find_item (form, "q");
  for (guint i = 0; i < care_item_get_n_options (q); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", care_value_get_code (care_option_get_value (care_item_get_option (q, i))));

  if (value_sets[row].codes != NULL)
    {
      g_assert_cmpstr (codes->str, ==, value_sets[row].codes);
      g_assert_null (care_item_get_missing_choices (q));
      /* Items share one list. */
      g_assert_true (care_item_get_option (q, 0) == care_item_get_option (care_questionnaire_find_item (form, "r"), 0));
      return;
    }
  g_assert_cmpstr (codes->str, ==, "");
  g_assert_cmpstr (care_item_get_missing_choices (q), ==, value_sets[row].reference);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 2);
  g_assert_cmpint (care_questionnaire_get_note (form, 0)->kind, ==, CARE_NOTE_UNSUPPORTED);
  g_assert_cmpstr (care_questionnaire_get_note (form, 0)->link_id, ==, "q");
}

static void
test_long_list (void)
{
  g_autoptr (GString) items = g_string_new ("{'linkId':'q','type':'choice','answerOption':[{'valueString':'free'}");
  g_autoptr (CareQuestionnaire) form = NULL;
  g_autoptr (CareValue) known = test_value ("Coding:s|c73");
  g_autoptr (CareValue) foreign = test_value ("Coding:t|c73");
  g_autoptr (CareValue) text = test_value ("String:free");
  const CareItem *q;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (items, ",{'valueCoding':{'system':'s','code':'c%u'}}", i);
  g_string_append (items, "]}");
  form = test_form (items->str);
  q = care_questionnaire_find_item (form, "q");

  g_assert_true (care_item_find_option (q, known) == care_item_get_option (q, 74));
  g_assert_null (care_item_find_option (q, foreign));
  g_assert_true (care_item_find_option (q, text) == care_item_get_option (q, 0));
}

/* One fault a form: what is forgiven, where, and how it is read. */
static const struct
{
  const char   *name;
  const char   *items;
  CareNoteKind  kind;
  const char   *path;
  const char   *text;     /* part of the note */
} faults[] = {
  { "no-type", "{'linkId':'q'}", CARE_NOTE_FORGIVEN, "/item/0", "no type; taken as string" },
  { "no-type-group", "{'linkId':'q','item':[]}", CARE_NOTE_FORGIVEN, "/item/0", "no type; taken as group" },
  { "type-of-r5", "{'linkId':'q','type':'coding'}", CARE_NOTE_FORGIVEN, "/item/0", "taken as choice" },
  { "type-unknown", "{'linkId':'q','type':'hologram'}", CARE_NOTE_FORGIVEN, "/item/0", "'hologram' is not one of R4" },
  { "type-number", "{'linkId':'q','type':7}", CARE_NOTE_FORGIVEN, "/item/0/type", "a number where a text" },
  { "no-link-id", "{'type':'string'}", CARE_NOTE_FORGIVEN, "/item/0", "no linkId; 'item-1' is taken" },
  { "link-id-number", "{'linkId':7,'type':'string'}", CARE_NOTE_FORGIVEN, "/item/0/linkId", "a number where a text" },
  { "link-id-twice", "{'linkId':'q','type':'string'},{'linkId':'q','type':'string'}", CARE_NOTE_FORGIVEN, "/item/1", "there twice" },
  { "text-empty", "{'linkId':'q','type':'string','text':''}", CARE_NOTE_FORGIVEN, "/item/0/text", "is empty" },
  { "text-list", "{'linkId':'q','type':'string','text':[]}", CARE_NOTE_FORGIVEN, "/item/0/text", "a text should stand here" },
  { "required-text", "{'linkId':'q','type':'string','required':'true'}", CARE_NOTE_FORGIVEN, "/item/0/required", "a text where true" },
  { "required-number", "{'linkId':'q','type':'string','required':1}", CARE_NOTE_FORGIVEN, "/item/0/required", "true or false" },
  { "max-length-text", "{'linkId':'q','type':'string','maxLength':'5'}", CARE_NOTE_FORGIVEN, "/item/0/maxLength", "a text where a number" },
  { "max-length-negative", "{'linkId':'q','type':'string','maxLength':-5}", CARE_NOTE_FORGIVEN, "/item/0/maxLength", "from 0 upwards" },
  { "items-object", "{'linkId':'q','type':'group','item':{}}", CARE_NOTE_FORGIVEN, "/item/0/item", "a list" },
  { "item-number", "{'linkId':'q','type':'string'},7", CARE_NOTE_FORGIVEN, "/item/1", "an item" },
  { "item-null", "{'linkId':'q','type':'string'},null", CARE_NOTE_FORGIVEN, "/item/1", "an item" },
  { "option-without-value", "{'linkId':'q','type':'choice','answerOption':[{}]}", CARE_NOTE_FORGIVEN, "/item/0/answerOption/0", "without a value" },
  { "option-number", "{'linkId':'q','type':'choice','answerOption':[7]}", CARE_NOTE_FORGIVEN, "/item/0/answerOption/0", "an object" },
  { "option-of-stu3", "{'linkId':'q','type':'choice','option':[{'valueString':'x'}]}", CARE_NOTE_FORGIVEN, "/item/0/option", "STU3" },
  { "both-lists", "{'linkId':'q','type':'choice','answerOption':[{'valueString':'x'}],'answerValueSet':'#v'}", CARE_NOTE_FORGIVEN, "/item/0", "both" },
  { "initial-twice", "{'linkId':'q','type':'string','initial':[{'valueString':'x'},{'valueString':'y'}]}", CARE_NOTE_FORGIVEN, "/item/0/initial", "several initial" },
  { "initial-text-number", "{'linkId':'q','type':'decimal','initial':[{'valueDecimal':'1.5'}]}", CARE_NOTE_FORGIVEN, "/item/0/initial/0/valueDecimal", "a text where a number" },
  { "initial-beyond-32-bits", "{'linkId':'q','type':'integer','initial':[{'valueInteger':3000000000}]}", CARE_NOTE_FORGIVEN, "/item/0/initial/0/valueInteger", "2147483647" },
  { "code-text", "{'linkId':'q','type':'string','code':['x']}", CARE_NOTE_FORGIVEN, "/item/0/code/0", "code left out" },
  { "display-required", "{'linkId':'q','type':'display','required':true}", CARE_NOTE_FORGIVEN, "/item/0", "neither required" },
  { "condition-no-question", "{'linkId':'q','type':'string','enableWhen':[{'operator':'=','answerBoolean':true}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0", "without question" },
  { "condition-unknown-question", "{'linkId':'q','type':'string','enableWhen':[{'question':'z','operator':'=','answerBoolean':true}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0", "'z', which is not in the form" },
  { "condition-no-operator", "{'linkId':'q','type':'string','enableWhen':[{'question':'q','answerBoolean':true}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0", "without operator" },
  { "condition-operator", "{'linkId':'q','type':'string','enableWhen':[{'question':'q','operator':'~','answerBoolean':true}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0", "'~' is not known" },
  { "condition-no-answer", "{'linkId':'q','type':'string','enableWhen':[{'question':'q','operator':'='}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0", "without answer" },
  { "condition-of-stu3", "{'linkId':'q','type':'string','enableWhen':[{'question':'q','hasAnswer':true}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0/hasAnswer", "STU3" },
  { "condition-date", "{'linkId':'q','type':'date','enableWhen':[{'question':'q','operator':'=','answerDate':'2026-31-01'}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0/answerDate", "not a date" },
  { "condition-time-as-integer", "{'linkId':'q','type':'time','enableWhen':[{'question':'q','operator':'=','answerInteger':'13:30:00'}]}", CARE_NOTE_FORGIVEN, "/item/0/enableWhen/0/answerInteger", "taken for what it looks like" },
  { "modifier", "{'linkId':'q','type':'string','modifierExtension':[]}", CARE_NOTE_UNSUPPORTED, "/item/0/modifierExtension", "may change" },
  { "behavior-missing", "{'linkId':'a','type':'boolean'},{'linkId':'q','type':'string','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true},{'question':'a','operator':'=','answerBoolean':true}]}",
    CARE_NOTE_FORGIVEN, "/item/1", "without enableBehavior" },
  { "behavior-unknown", "{'linkId':'a','type':'boolean'},{'linkId':'q','type':'string','enableBehavior':'most','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}]}",
    CARE_NOTE_FORGIVEN, "/item/1", "neither all nor any" },
  { "translation-half", "{'linkId':'q','type':'string','text':'x','_text':{'extension':[{'url':'" HL7 "translation','extension':[{'url':'lang','valueCode':'es'}]}]}}",
    CARE_NOTE_FORGIVEN, "/item/0/_text/extension/0", "lang and content" },
  { "regex", "{'linkId':'q','type':'string','extension':[" EXT ("regex", "'valueString':'('") "]}", CARE_NOTE_UNSUPPORTED, "/item/0/extension/0", "regular expression" },
  { "expression", "{'linkId':'q','type':'string','extension':[{'url':'" SDC "sdc-questionnaire-calculatedExpression'}]}", CARE_NOTE_UNSUPPORTED, "/item/0/extension/0", "a calculated value" },
  { "enable-expression", "{'linkId':'q','type':'string','extension':[{'url':'" SDC "sdc-questionnaire-enableWhenExpression'}]}", CARE_NOTE_UNSUPPORTED, "/item/0/extension/0", "always shown" },
  { "media-of-option", "{'linkId':'q','type':'choice','answerOption':[{'valueString':'x','extension':[{'url':'" SDC "sdc-questionnaire-itemAnswerMedia'}]}]}",
    CARE_NOTE_UNSUPPORTED, "/item/0/answerOption/0/extension/0", "with the answers" },
  { "media-of-coding", "{'linkId':'q','type':'choice','answerOption':[{'valueCoding':{'code':'x','extension':[{'url':'" SDC "sdc-questionnaire-itemAnswerMedia'}]}}]}",
    CARE_NOTE_UNSUPPORTED, "/item/0/answerOption/0/valueCoding/extension/0", "with the answers" },
  { "expression-of-text", "{'linkId':'q','type':'string','text':'x','_text':{'extension':[" EXT ("cqf-expression", "'valueExpression':{}") "]}}",
    CARE_NOTE_UNSUPPORTED, "/item/0/_text/extension/0", "not supported: an expression" },
  { "choice-column", "{'linkId':'q','type':'choice','answerOption':[{'valueString':'x'}],'extension':[{'url':'" SDC "sdc-questionnaire-choiceColumn'}]}",
    CARE_NOTE_UNSUPPORTED, "/item/0/extension/0", "columns of a list of choices" },
  { "no-choices", "{'linkId':'q','type':'choice'}", CARE_NOTE_UNSUPPORTED, "/item/0", "without anything to choose; staff will ask" },
  { "empty-choices", "{'linkId':'q','type':'choice','answerOption':[]}", CARE_NOTE_UNSUPPORTED, "/item/0", "without anything to choose; staff will ask" },
  { "no-open-choices", "{'linkId':'q','type':'open-choice'}", CARE_NOTE_UNSUPPORTED, "/item/0", "the answer is typed" },
  { "support-link", "{'linkId':'q','type':'string','extension':[" EXT ("questionnaire-supportLink", "'valueUri':'http://x.test'") "]}", CARE_NOTE_UNSUPPORTED, "/item/0/extension/0", "staff can open it" },
};

static void
test_fault (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareQuestionnaire) form = test_form (faults[row].items);
  gboolean found = FALSE;

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), >=, 1);
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    {
      const CareNote *note = care_questionnaire_get_note (form, i);

      g_test_message ("%s: %s: %s", note->link_id, note->path, note->text);
      found = found || (note->kind == faults[row].kind && strcmp (note->path, faults[row].path) == 0
                        && strstr (note->text, faults[row].text) != NULL);
    }
  g_assert_true (found);
  /* Nothing of it makes the form unusable. */
  {
    g_autoptr (CareResponse) response = care_response_new (form);
    g_autoptr (GPtrArray) problems = care_response_validate (response);
  }
}

/* Same thing twice at one item is said once. */
static void
test_said_once (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (
    "{'linkId':'q','type':'string','extension':[" EXT ("variable", "'valueExpression':{}") "," EXT ("variable", "'valueExpression':{}") "]}");

  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 1);
}

static void
test_many_notes (void)
{
  g_autoptr (GString) items = g_string_new ("7");
  g_autoptr (CareQuestionnaire) form = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (items, ",7");
  form = test_form (items->str);
  g_assert_cmpuint (care_questionnaire_get_n_notes (form), ==, 501);
  g_assert_cmpuint (care_questionnaire_get_n_items (form), ==, 0);
}

static const struct
{
  const char *name;
  const char *text;
  const char *message;     /* must begin so */
} refused[] = {
  { "empty", "", "form.json: " },
  { "truncated", "{'resourceType':'Questionnaire','item':[{", "form.json: " },
  { "list", "[]", "form.json: /: a FHIR Questionnaire" },
  { "number", "7", "form.json: /: a FHIR Questionnaire" },
  { "other-resource", "{'resourceType':'Patient'}", "form.json: /resourceType: must be" },
  { "no-resource", "{}", "form.json: /resourceType: must be" },
  { "resource-number", "{'resourceType':7}", "form.json: /resourceType: must be" },
  { "items-text", "{'resourceType':'Questionnaire','item':'x'}", "form.json: /item: a list" },
  { "trailing", "{'resourceType':'Questionnaire'} x", "form.json: " },
  { "twice", "{'resourceType':'Questionnaire','resourceType':'Questionnaire'}", "form.json: " },
  { "not-utf8", "{'resourceType':'Questionnaire','title':'\xff'}", "form.json: " },
};

static void
test_refused (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *text = test_quote (refused[row].text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "form.json", &error);

  g_assert_null (form);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, refused[row].message));
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{'resourceType':'Questionnaire','item':[");
  g_autofree char *quoted = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "{'linkId':'q','type':'group','item':[");
  quoted = test_quote (text->str);
  g_assert_null (care_questionnaire_new_from_text (quoted, -1, "form.json", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (care_questionnaire_load ("/nowhere/form.json", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

static void
add_table (const char   *name,
           guint         row,
           const char   *of,
           GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/form/questionnaire/%s/%02u-%s", name, row, of);

  g_test_add_data_func (path, GUINT_TO_POINTER (row), function);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/questionnaire/tree", test_tree);
  g_test_add_func ("/form/questionnaire/types", test_types);
  g_test_add_func ("/form/questionnaire/languages", test_languages);
  g_test_add_func ("/form/questionnaire/flags", test_flags);
  g_test_add_func ("/form/questionnaire/numbers", test_numbers);
  g_test_add_func ("/form/questionnaire/merged-displays", test_merged_displays);
  g_test_add_func ("/form/questionnaire/options", test_options);
  g_test_add_func ("/form/questionnaire/long-list", test_long_list);
  g_test_add_func ("/form/questionnaire/said-once", test_said_once);
  g_test_add_func ("/form/questionnaire/many-notes", test_many_notes);
  g_test_add_func ("/form/questionnaire/deep", test_deep);
  g_test_add_func ("/form/questionnaire/missing-file", test_missing_file);
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    add_table ("control", i, controls[i].code, test_control);
  for (guint i = 0; i < G_N_ELEMENTS (value_sets); i++)
    add_table ("value-set", i, value_sets[i].name, test_value_set);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    add_table ("forgiven", i, faults[i].name, test_fault);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    add_table ("refused", i, refused[i].name, test_refused);

  return g_test_run ();
}
