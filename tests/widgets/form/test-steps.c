/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Which screens a form has: what stands together, what alone, where words go, and that the screens follow the answers. */

#include "form-fixture.h"

#define CONTROL(code) "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl\"," \
  "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/questionnaire-item-control\",\"code\":\"" code "\"}]}}]"
#define ASK(id)       "{\"linkId\":\"" id "\",\"type\":\"boolean\",\"text\":\"" id "?\"}"
#define READ(id)      "{\"linkId\":\"" id "\",\"type\":\"boolean\",\"text\":\"" id "?\",\"readOnly\":true}"
#define SAY(id)       "{\"linkId\":\"" id "\",\"type\":\"display\",\"text\":\"" id "\"}"
#define ASK_IF(id, other) "{\"linkId\":\"" id "\",\"type\":\"boolean\",\"text\":\"" id "?\"," IF (other) "}"
#define SAY_IF(id, other) "{\"linkId\":\"" id "\",\"type\":\"display\",\"text\":\"" id "\"," IF (other) "}"
#define IF(other)     "\"enableWhen\":[{\"question\":\"" other "\",\"operator\":\"=\",\"answerBoolean\":true}]"
#define GROUP(id, items) "{\"linkId\":\"" id "\",\"type\":\"group\",\"text\":\"" id "\",\"item\":[" items "]}"
#define BARE(id, items)  "{\"linkId\":\"" id "\",\"type\":\"group\",\"item\":[" items "]}"

/* "Group: node node | node": each screen with its heading and what stands on it. */
static char *
describe (CareFormSteps *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < care_form_steps_get_n (steps); i++)
    {
      CareFormStep *step = care_form_steps_get (steps, i);
      const CareItem *heading = care_form_step_get_heading (step);

      g_string_append (text, i > 0 ? " | " : "");
      if (heading != NULL)
        g_string_append_printf (text, "%s: ", care_item_get_text (heading, "en"));
      for (guint k = 0; k < care_form_step_get_n_nodes (step); k++)
        g_string_append_printf (text, "%s%s", k > 0 ? " " : "", care_node_get_link_id (care_form_step_get_node (step, k)));
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *items;
  const char *wanted;
} cases[] = {
  { "questions", ASK ("a") "," ASK ("b"), "a | b" },
  { "words-lead", SAY ("x") "," ASK ("a") "," SAY ("y") "," ASK ("b"), "x a | y b" },
  { "words-lead-to-nothing", ASK ("a") "," SAY ("x") "," SAY ("y"), "a | x y" },
  { "small-group", GROUP ("g", ASK ("a") "," ASK ("b") "," SAY ("x")) "," ASK ("c"), "g | c" },
  { "larger-group", GROUP ("g", ASK ("a") "," ASK ("b") "," ASK ("c") "," ASK ("d") "," ASK ("e")),
    "g: a | g: b | g: c | g: d | g: e" },
  { "words-end-their-group", GROUP ("g", ASK ("a") "," ASK ("b") "," ASK ("c") "," ASK ("d") "," ASK ("e") "," SAY ("x")) "," ASK ("f"),
    "g: a | g: b | g: c | g: d | g: e x | f" },
  { "footer", GROUP ("g", "{\"linkId\":\"x\",\"type\":\"display\",\"text\":\"x\"," CONTROL ("footer") "}," ASK ("a") "," ASK ("b") ","
                          ASK ("c") "," ASK ("d") "," ASK ("e")),
    "g: x a | g: b | g: c | g: d | g: e" },
  { "group-of-words", GROUP ("g", SAY ("x") "," SAY ("y")) "," ASK ("a"), "g | a" },
  { "nearest-heading", GROUP ("g", BARE ("h", ASK ("a") "," ASK ("b") "," ASK ("c") "," ASK ("d") "," ASK ("e")) "," ASK ("f")),
    "g: a | g: b | g: c | g: d | g: e | g: f" },
  { "group-in-group", GROUP ("g", GROUP ("h", ASK ("a") "," ASK ("b")) "," ASK ("c")), "g: h | g: c" },
  { "page", "{\"linkId\":\"p\",\"type\":\"group\",\"text\":\"p\"," CONTROL ("page") ",\"item\":["
            ASK ("a") "," ASK ("b") "," ASK ("c") "," ASK ("d") "," ASK ("e") "," ASK ("f") "," ASK ("g") "]}",
    "p" },
  { "wall", "{\"linkId\":\"p\",\"type\":\"group\",\"text\":\"p\"," CONTROL ("page") ",\"item\":["
            ASK ("a") "," ASK ("b") "," ASK ("c") "," ASK ("d") "," ASK ("e") "," ASK ("f") "," ASK ("g") "," ASK ("h") "," ASK ("i") ","
            ASK ("j") "," ASK ("k") "," ASK ("l") "," ASK ("m") "," ASK ("n") "," ASK ("o") "," ASK ("p") "," ASK ("q") "]}",
    "p: a b c d e f g h | p: i j k l m n o p | p: q" },
  { "only-to-read", GROUP ("g", READ ("a") "," READ ("b") "," READ ("c") "," READ ("d") "," READ ("e")) "," ASK ("f"), "g | f" },
  { "empty-group", GROUP ("g", "") "," ASK ("a"), "a" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *items = g_strdup_printf ("[%s]", cases[i].items);
  g_autoptr (CareResponse) response = form_fixture_response (items);
  g_autoptr (CareFormSteps) steps = care_form_steps_new (response);
  g_autofree char *found = describe (steps);

  g_assert_cmpstr (found, ==, cases[i].wanted);
}

/* Every kind of neighbour, each with a condition on something before, beside or behind it. */
static const char changing[] =
  "[" SAY ("s0") "," ASK ("a") "," SAY_IF ("s1", "b") "," ASK_IF ("b", "a") ","
  GROUP ("g", SAY_IF ("s2", "c") "," ASK ("c") "," ASK_IF ("d", "c") "," ASK_IF ("e", "a") "," ASK_IF ("f", "e") "," ASK ("h") "," SAY_IF ("s3", "a")) ","
  "{\"linkId\":\"k\",\"type\":\"group\",\"text\":\"k\"," IF ("h") ",\"item\":[" GROUP ("k1", ASK ("i") "," ASK_IF ("j", "i")) ","
  ASK ("l") "," ASK_IF ("m", "l") "," SAY ("s4") "]},"
  "{\"linkId\":\"p\",\"type\":\"group\",\"text\":\"p\"," CONTROL ("page") ",\"item\":[" ASK_IF ("n", "a") "," ASK_IF ("o", "m") "]},"
  SAY_IF ("s5", "l") "," ASK_IF ("q", "p-none") "," SAY_IF ("s6", "h") "]";

static void
count_cb (guint *counter)
{
  (*counter)++;
}

/* After any answers, the screens that followed them are those of a form opened anew; positions told are the true ones. */
static void
test_random (void)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "h", "i", "j", "l", "m", "n", "o" };
  g_autoptr (CareResponse) response = form_fixture_response (changing);
  g_autoptr (CareFormSteps) steps = care_form_steps_new (response);
  guint changes = 0;

  g_signal_connect_swapped (steps, "items-changed", G_CALLBACK (count_cb), &changes);
  for (guint i = 0; i < 4000; i++)
    {
      CareNode *node = care_response_find (response, ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))]);
      g_autoptr (CareValue) value = care_value_new_boolean (g_test_rand_int_range (0, 3) > 0);
      g_autoptr (CareFormSteps) fresh = NULL;
      g_autofree char *followed = NULL;
      g_autofree char *wanted = NULL;

      care_response_set_value (response, node, g_test_rand_int_range (0, 4) == 0 ? NULL : value);
      fresh = care_form_steps_new (response);
      followed = describe (steps);
      wanted = describe (fresh);
      g_assert_cmpstr (followed, ==, wanted);
      for (guint k = 0; k < care_form_steps_get_n (steps); k++)
        {
          CareFormStep *step = care_form_steps_get (steps, k);

          g_assert_cmpuint (care_form_steps_find_step (steps, step), ==, k);
          for (guint n = 0; n < care_form_step_get_n_nodes (step); n++)
            g_assert_cmpuint (care_form_steps_find_node (steps, care_form_step_get_node (step, n)), ==, k);
        }
    }
  g_assert_cmpuint (changes, >, 100);
}

static void
test_follows (void)
{
  g_autoptr (CareResponse) response = form_fixture_response ("[" ASK ("a") "," ASK_IF ("b", "a") "," ASK ("c") "," SAY ("hid") "]");
  g_autoptr (CareFormSteps) steps = care_form_steps_new (response);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  g_autoptr (CareFormStep) last = g_list_model_get_item (G_LIST_MODEL (steps), 1);
  guint changes = 0;

  g_signal_connect_swapped (steps, "items-changed", G_CALLBACK (count_cb), &changes);
  g_assert_false (care_form_steps_has_answers (steps));
  g_assert_cmpuint (care_form_steps_find_unanswered (steps, NULL), ==, 0);
  g_assert_cmpuint (care_form_steps_find_node (steps, care_response_find (response, "b")), ==, CARE_NO_STEP);
  care_response_set_value (response, care_response_find (response, "a"), yes);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_true (care_form_steps_has_answers (steps));
  g_assert_cmpuint (care_form_steps_get_n (steps), ==, 4);
  g_assert_cmpuint (care_form_steps_find_step (steps, last), ==, 2);
  g_assert_cmpuint (care_form_steps_find_node (steps, care_response_find (response, "b")), ==, 1);
  g_assert_cmpuint (care_form_steps_find_unanswered (steps, NULL), ==, 1);
}

/* What the program filled in is nobody's answer: the words before the first question are still to be read. */
static void
test_filled_in (void)
{
  g_autoptr (CareResponse) response = form_fixture_response ("[" GROUP ("g", "{\"linkId\":\"p\",\"type\":\"boolean\",\"text\":\"p\","
                                                             "\"readOnly\":true}," SAY ("x")) "," ASK ("a") "]");
  g_autoptr (CareFormSteps) steps = care_form_steps_new (response);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);

  care_response_set_value (response, care_response_find (response, "p"), yes);
  g_assert_false (care_form_steps_has_answers (steps));
  g_assert_cmpuint (care_form_steps_find_unanswered (steps, NULL), ==, 1);
  care_response_set_value (response, care_response_find (response, "a"), yes);
  g_assert_true (care_form_steps_has_answers (steps));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/steps/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/steps/follows", test_follows);
  g_test_add_func ("/steps/filled-in", test_filled_in);
  g_test_add_func ("/steps/random", test_random);

  return g_test_run ();
}
