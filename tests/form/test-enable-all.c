/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

/*
 * Every operator, with every type a question and a condition can have, with no answer, with one that is less, the same or more, and with all
 * that can be had of several. What is expected is worked out here, from the words of the standard (R4, "questionnaire-enable-operator"); words are
 * ordered by their letters' codes, as in FHIRPath.
 */

typedef struct
{
  const char *name;
  const char *type;
  const char *options;     /* NULL: none */
  const char *answers[3];  /* less, the same, more; where there is no order: another, the same, another */
  const char *member;      /* of the condition: "the same" */
  gboolean    ordered;
} Kind;

static const Kind kinds[] = {
  { "boolean", "boolean", NULL, { "Boolean:false", "Boolean:true", "Boolean:false" }, "'answerBoolean':true", FALSE },
  { "integer", "integer", NULL, { "Integer:-3", "Integer:5", "Integer:11" }, "'answerInteger':5", TRUE },
  { "integer-as-decimal", "integer", NULL, { "Integer:4", "Integer:5", "Integer:6" }, "'answerDecimal':5.00", TRUE },
  { "decimal", "decimal", NULL, { "Decimal:-0.31", "Decimal:0.3", "Decimal:0.31" }, "'answerDecimal':0.30", TRUE },
  { "decimal-as-integer", "decimal", NULL, { "Decimal:9.99", "Decimal:10.0", "Decimal:10.01" }, "'answerInteger':10", TRUE },
  { "date", "date", NULL, { "Date:2026-11-21", "Date:2026-11-22", "Date:2027-01-01" }, "'answerDate':'2026-11-22'", TRUE },
  { "date-month", "date", NULL, { "Date:2026-10", "Date:2026-11", "Date:2026-12" }, "'answerDate':'2026-11'", TRUE },
  { "date-year", "date", NULL, { "Date:2025", "Date:2026", "Date:2027" }, "'answerDate':'2026'", TRUE },
  { "dateTime", "dateTime", NULL, { "DateTime:2026-11-22T09:59:59Z", "DateTime:2026-11-22T12:00:00+02:00", "DateTime:2026-11-22T06:00:00-05:00" },
    "'answerDateTime':'2026-11-22T10:00:00Z'", TRUE },
  { "dateTime-day", "dateTime", NULL, { "DateTime:2026-11-21", "DateTime:2026-11-22", "DateTime:2026-11-23" }, "'answerDateTime':'2026-11-22'", TRUE },
  { "time", "time", NULL, { "Time:09:59:59", "Time:10:00:00", "Time:23:00:00" }, "'answerTime':'10:00:00'", TRUE },
  { "string", "string", NULL, { "String:Ab", "String:ab", "String:b" }, "'answerString':'ab'", TRUE },
  { "text", "text", NULL, { "String:a", "String:ab", "String:ab " }, "'answerString':'ab'", TRUE },
  { "url", "url", NULL, { "Uri:https://x.test", "Uri:https://y.test", "Uri:https://z.test" }, "'answerString':'https://y.test'", TRUE },
  { "choice", "choice", "{'valueCoding':{'system':'s','code':'a'}},{'valueCoding':{'system':'s','code':'b'}},{'valueCoding':{'system':'t','code':'b'}}",
    { "Coding:s|a", "Coding:s|b", "Coding:t|b" }, "'answerCoding':{'system':'s','code':'b'}", FALSE },
  { "choice-of-strings", "choice", "{'valueString':'a'},{'valueString':'b'},{'valueString':'c'}", { "String:a", "String:b", "String:c" },
    "'answerString':'b'", TRUE },
  { "choice-of-integers", "choice", "{'valueInteger':1},{'valueInteger':2},{'valueInteger':3}", { "Integer:1", "Integer:2", "Integer:3" },
    "'answerInteger':2", TRUE },
  { "choice-of-dates", "choice", "{'valueDate':'2026'},{'valueDate':'2027'},{'valueDate':'2028'}", { "Date:2026", "Date:2027", "Date:2028" },
    "'answerDate':'2027'", TRUE },
  { "choice-of-times", "choice", "{'valueTime':'08:00:00'},{'valueTime':'09:00:00'},{'valueTime':'10:00:00'}",
    { "Time:08:00:00", "Time:09:00:00", "Time:10:00:00" }, "'answerTime':'09:00:00'", TRUE },
  { "choice-of-references", "choice", "{'valueReference':{'reference':'Patient/1'}},{'valueReference':{'reference':'Patient/2'}},"
    "{'valueReference':{'reference':'Patient/3'}}", { "Reference:Patient/1", "Reference:Patient/2", "Reference:Patient/3" },
    "'answerReference':{'reference':'Patient/2'}", FALSE },
  { "open-choice", "open-choice", "{'valueCoding':{'system':'s','code':'a'}},{'valueCoding':{'system':'s','code':'b'}}",
    { "Coding:s|a", "Coding:s|b", "String:mine" }, "'answerCoding':{'system':'s','code':'b'}", FALSE },
  { "open-choice-own-words", "open-choice", "{'valueCoding':{'system':'s','code':'a'}}", { "String:also", "String:mine", "String:yours" },
    "'answerString':'mine'", TRUE },
  { "quantity", "quantity", NULL, { "Quantity:69.9 kg", "Quantity:70 kg", "Quantity:71 kg" }, "'answerQuantity':{'value':70.0,'unit':'kg'}", TRUE },
  { "quantity-converted", "quantity", NULL, { "Quantity:89 @min", "Quantity:90 @min", "Quantity:2 @h" },
    "'answerQuantity':{'value':1.5,'system':'http://unitsofmeasure.org','code':'h'}", TRUE },
  { "reference", "reference", NULL, { "Reference:Patient/1", "Reference:Patient/2", "Reference:Practitioner/2" },
    "'answerReference':{'reference':'Patient/2'}", FALSE },
};

static const char *const operators[] = { "exists", "not-exists", "=", "!=", ">", "<", ">=", "<=" };

/* @given: a bit for each of the three answers. */
static gboolean
expect (const Kind *kind,
        const char *op,
        guint       given)
{
  gboolean less = (given & 1) != 0;
  gboolean same = (given & 2) != 0;
  gboolean more = (given & 4) != 0;

  if (strcmp (op, "exists") == 0)
    return given != 0;
  if (strcmp (op, "not-exists") == 0)
    return given == 0;
  if (strcmp (op, "=") == 0)
    return same;
  if (strcmp (op, "!=") == 0)
    return !same;
  if (!kind->ordered)
    /* Between what has no order nothing is less or more; what is the same is not less, and not more. */
    return strlen (op) == 2 && same;
  if (strcmp (op, ">") == 0)
    return more;
  if (strcmp (op, "<") == 0)
    return less;

  return same || (strcmp (op, ">=") == 0 ? more : less);
}

static CareQuestionnaire *
make_form (const Kind *kind,
           const char *op)
{
  gboolean exists = g_str_has_suffix (op, "exists");
  const char *wanted = !exists ? kind->member : strcmp (op, "exists") == 0 ? "'answerBoolean':true" : "'answerBoolean':false";
  g_autofree char *options = kind->options != NULL ? g_strdup_printf (",'answerOption':[%s]", kind->options) : g_strdup ("");
  g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'%s','repeats':true%s},"
                                            "{'linkId':'x','type':'string','enableWhen':[{'question':'q','operator':'%s',%s}]}",
                                            kind->type, options, exists ? "exists" : op, wanted);

  return test_form (items);
}

static void
give (CareResponse *response,
      const Kind   *kind,
      guint         given,
      gboolean      backwards)
{
  CareNode *node = care_response_find (response, "q");

  care_response_clear (response, node);
  for (guint i = 0; i < 3; i++)
    {
      guint which = backwards ? 2 - i : i;
      g_autoptr (CareValue) value = test_value (kind->answers[which]);

      if ((given & (1u << which)) != 0)
        care_response_add_value (response, node, value);
    }
}

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      g_autoptr (CareQuestionnaire) form = make_form (kind, operators[i]);
      g_autoptr (CareResponse) response = care_response_new (form);
      CareNode *asking = care_response_find (response, "x");

      /* Each from each other, so that coming and going are seen too. */
      for (guint before = 0; before < 8; before++)
        for (guint given = 0; given < 8; given++)
          {
            g_autoptr (JsonNode) node = NULL;
            g_autoptr (CareResponse) back = NULL;
            gboolean wanted = expect (kind, operators[i], given);

            give (response, kind, before, FALSE);
            give (response, kind, given, before % 2 == 1);
            if (care_node_is_enabled (asking) != wanted)
              g_test_message ("%s %s with %u", kind->name, operators[i], given);
            g_assert_cmpint (care_node_is_enabled (asking), ==, wanted);
            if (before > 0)
              continue;
            node = care_response_to_node (response);
            back = care_response_new_from_node (form, node, "back", NULL);
            g_assert_cmpint (care_node_is_enabled (care_response_find (back, "x")), ==, wanted);
          }
    }
}

/* Not sure and rather tell staff are no answer, for every kind and operator. */
static void
test_absent (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
      for (guint reason = CARE_ABSENT_NOT_SURE; reason <= CARE_ABSENT_TELL_STAFF; reason++)
        {
          g_autoptr (CareQuestionnaire) form = make_form (&kinds[k], operators[i]);
          g_autoptr (CareResponse) response = care_response_new (form);

          give (response, &kinds[k], 7, FALSE);
          care_response_set_absent (response, care_response_find (response, "q"), (CareAbsent) reason);
          g_assert_cmpint (care_node_is_enabled (care_response_find (response, "x")), ==, expect (&kinds[k], operators[i], 0));
        }
}

/* A file can be asked for and be there, no more. */
static void
test_attachment (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);
  g_autoptr (CareValue) picture = care_value_new_attachment ("image/png", bytes, "p");

  for (guint wanted = 0; wanted < 2; wanted++)
    {
      g_autofree char *items = g_strdup_printf ("{'linkId':'q','type':'attachment'},{'linkId':'x','type':'string','enableWhen':["
                                                "{'question':'q','operator':'exists','answerBoolean':%s}]}", wanted == 1 ? "true" : "false");
      g_autoptr (CareQuestionnaire) form = test_form (items);
      g_autoptr (CareResponse) response = care_response_new (form);

      g_assert_cmpint (care_node_is_enabled (care_response_find (response, "x")), ==, wanted == 0);
      care_response_set_value (response, care_response_find (response, "q"), picture);
      g_assert_cmpint (care_node_is_enabled (care_response_find (response, "x")), ==, wanted == 1);
    }
}

/* Three conditions, each holding or not, under each behaviour, at a question, a display and a group. */
static void
test_behavior (void)
{
  static const char *const behaviors[] = { ",'enableBehavior':'all'", ",'enableBehavior':'any'", "" };
  static const char *const types[] = { "'type':'string'", "'type':'display','text':'x'",
                                       "'type':'group','item':[{'linkId':'in','type':'string'}]" };

  for (guint b = 0; b < G_N_ELEMENTS (behaviors); b++)
    for (guint t = 0; t < G_N_ELEMENTS (types); t++)
      {
        g_autofree char *items = g_strdup_printf (
          "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'integer'},{'linkId':'c','type':'string'},"
          "{'linkId':'x',%s%s,'enableWhen':[{'question':'a','operator':'=','answerBoolean':true},"
          "{'question':'b','operator':'>','answerInteger':3},{'question':'c','operator':'exists','answerBoolean':false}]}",
          types[t], behaviors[b]);
        g_autoptr (CareQuestionnaire) form = test_form (items);

        for (guint held = 0; held < 8; held++)
          {
            g_autoptr (CareResponse) response = care_response_new (form);
            g_autoptr (CareValue) a = care_value_new_boolean ((held & 1) != 0);
            g_autoptr (CareValue) number = care_value_new_integer ((held & 2) != 0 ? 4 : 3);
            g_autoptr (CareValue) words = care_value_new_string ("x");
            gboolean wanted = b == 0 ? held == 7 : held != 0;

            care_response_set_value (response, care_response_find (response, "a"), a);
            care_response_set_value (response, care_response_find (response, "b"), number);
            if ((held & 4) == 0)
              care_response_set_value (response, care_response_find (response, "c"), words);
            g_assert_cmpint (care_node_is_enabled (care_response_find (response, "x")), ==, wanted);
            if (t == 2)
              g_assert_cmpint (care_node_is_enabled (care_response_find (response, "in")), ==, wanted);
          }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/enable-all/%s", kinds[i].name);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  g_test_add_func ("/form/enable-all/absent", test_absent);
  g_test_add_func ("/form/enable-all/attachment", test_attachment);
  g_test_add_func ("/form/enable-all/behavior", test_behavior);

  return g_test_run ();
}
