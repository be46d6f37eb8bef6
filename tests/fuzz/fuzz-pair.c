/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response.h"

#include <string.h>

#include "base/care-json.h"

/* Any bytes as a form, behind a line of their own any bytes as the answers to it, and behind another, if it is there, any
 * bytes as changes of them: refused with a place, or read, answered on top, half typed, checked, copied and written so that
 * what was written reads back as the same; and what is told change by change says the same as the answers themselves. */

#define BETWEEN "\n%answers%\n"
#define CHANGES "\n%changes%\n"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* In a loop a hidden answer may count, and of two items with one link id the answers go to the first: what is written
 * without hidden answers can then read back otherwise. */
static gboolean
is_ambiguous (CareQuestionnaire *form)
{
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    {
      const CareNote *note = care_questionnaire_get_note (form, i);

      if (note->kind == CARE_NOTE_LOOP || strstr (note->text, "twice") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
look_at_problems (CareResponse *response)
{
  g_autoptr (GPtrArray) problems = care_response_validate (response);

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = care_problem_dup_text (problem);

      g_assert (words != NULL);
      care_problem_holds_up (problem);
    }
}

static void
check_round (CareResponse *response)
{
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  g_autoptr (CareResponse) copy = care_response_copy (response);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (JsonNode) first = care_response_to_node (response);
  g_autoptr (JsonNode) copied = care_response_to_node (copy);
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (json_node_equal (first, copied));
  back = care_response_new_from_node (form, first, "fuzz", &error);
  g_assert_no_error (error);
  second = care_response_to_node (back);
  if (!is_ambiguous (form))
    g_assert (json_node_equal (first, second));
}

/* What is half typed goes wherever the answers go, and is none of them. */
static void
type_half (CareResponse *response,
           CareNode     *node,
           guint         left)
{
  static const char *const typed[] = { "1.", "12|0|", NULL, "\"\\\xc3\xa4" };
  guint answer = left % 7 == 0 ? 999 : left % 3;
  guint before = care_node_get_n_answers (node);
  const char *text = typed[left % G_N_ELEMENTS (typed)];

  care_response_set_draft (response, node, answer, text);
  g_assert (g_strcmp0 (care_response_get_draft (response, node, answer), text) == 0);
  g_assert (text == NULL || care_response_get_n_drafts (response, node) > answer);
  g_assert (care_node_get_n_answers (node) == before);
}

/* A hand that goes through the form and taps everything once; @left bounds it. */
static void
tap (CareResponse *response,
     CareNode     *node,
     guint        *left)
{
  const CareItem *item = care_node_get_item (node);
  guint n_answers;

  if (*left == 0)
    return;
  (*left)--;

  if (item != NULL && care_item_is_question (item))
    type_half (response, node, *left);
  if (item != NULL && care_item_is_question (item) && care_item_get_n_options (item) > 0)
    care_response_toggle_option (response, node, care_item_get_option (item, *left % care_item_get_n_options (item)));
  else if (item != NULL && care_item_is_question (item) && care_node_get_n_answers (node) > 1)
    care_response_move_value (response, node, 0, care_node_get_n_answers (node) - 1);
  else if (item != NULL && care_item_is_question (item))
    care_response_set_absent (response, node, *left % 2 == 0 ? CARE_ABSENT_NOT_SURE : CARE_ABSENT_TELL_STAFF);
  else if (item != NULL && care_item_get_item_type (item) == CARE_ITEM_GROUP && care_item_repeats (item)
           && care_node_get_n_instances (node) < 3)
    {
      CareNode *added = care_response_add_instance (response, node);

      if (added != NULL)
        care_response_move_instance (response, added, 0);
    }

  n_answers = MAX (1, care_node_get_n_answers (node));
  for (guint answer = 0; answer < n_answers; answer++)
    for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
      tap (response, care_node_get_child (node, answer, i), left);
}

/* As the patient's screen keeps answers: all of them once, then what changed. Done again, it says what they say. */
static void
check_changes (CareResponse *response,
               JsonNode     *whole)
{
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  g_autoptr (CareResponse) kept = NULL;
  g_autoptr (JsonNode) change = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (care_response_needs_whole (response))
    return;
  kept = care_response_new_from_node (form, whole, "fuzz", &error);
  g_assert_no_error (error);
  change = care_response_take_changes (response);
  if (change != NULL)
    g_ptr_array_add (changes, change);
  g_assert (care_response_apply_changes (kept, changes, "fuzz", &error));
  first = care_response_to_node (response);
  second = care_response_to_node (kept);
  if (!is_ambiguous (form))
    g_assert (json_node_equal (first, second));
}

/* Whoever answers chooses another language: what is typed by then keeps its own. */
static void
speak (CareResponse *response,
       const char   *language)
{
  CareResponseMeta meta = *care_response_get_meta (response);

  meta.language = language;
  care_response_set_meta (response, &meta);
  check_round (response);
}

/* The same answers as to an older version, known or not. */
static void
read_older (CareQuestionnaire *form,
            JsonNode          *answers,
            gboolean           known)
{
  g_autoptr (JsonNode) older = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *version = g_strconcat (care_questionnaire_get_url (form), "|an older one", NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareResponse) handed = NULL;
  g_autoptr (JsonNode) written = NULL;
  g_autoptr (JsonNode) former = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (answers));
  while (json_object_iter_next_ordered (&iter, &member, &node))
    json_object_set_member (object, member, json_node_ref (node));
  json_object_set_string_member (object, "questionnaire", version);
  json_node_set_object (older, object);
  response = care_response_new_from_former (form, known ? form : NULL, older, "fuzz", NULL);
  if (response == NULL)
    return;

  check_round (response);
  former = care_response_dup_former (response);
  /* A url that is none tells no version. */
  if (former == NULL)
    return;
  written = care_response_to_node (response);
  handed = care_response_new_from_node (form, written, "fuzz", NULL);
  care_response_set_former (handed, former);
  look_at_problems (handed);
  check_round (handed);
}

/* Changes that nobody here told. */
static void
apply_any (CareResponse *response,
           const char   *text)
{
  g_autoptr (JsonNode) node = care_json_parse (text, -1, "fuzz", NULL, NULL);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (node == NULL)
    return;
  g_ptr_array_add (changes, node);
  good = care_response_apply_changes (response, changes, "fuzz", &error);
  g_assert (good == (error == NULL));
  look_at_problems (response);
  check_round (response);
}

static CareResponse *
read_both (const char *form_text,
           const char *answers_text)
{
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (form_text, -1, "fuzz", NULL);
  g_autoptr (JsonNode) node = care_json_parse (answers_text, -1, "fuzz", NULL, NULL);
  g_autoptr (GError) error = NULL;
  CareResponse *response;

  if (form == NULL || node == NULL || care_questionnaire_get_n_items (form) > 2000)
    return NULL;
  response = care_response_new_from_node (form, node, "fuzz", &error);
  g_assert ((response == NULL) == (error != NULL));
  if (response != NULL && care_questionnaire_get_url (form) != NULL)
    {
      read_older (form, node, FALSE);
      read_older (form, node, TRUE);
    }

  return response;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *first = g_strndup ((const char *) data, size);
  char *second = strstr (first, BETWEEN);
  char *third = second != NULL ? strstr (second, CHANGES) : NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (JsonNode) whole = NULL;
  guint left = 200;

  if (second == NULL)
    return 0;
  *second = '\0';
  second += strlen (BETWEEN);
  if (third != NULL)
    {
      *third = '\0';
      third += strlen (CHANGES);
    }
  response = read_both (first, second);
  if (response == NULL)
    return 0;

  look_at_problems (response);
  check_round (response);
  whole = care_response_take_whole (response);
  tap (response, care_response_get_root (response), &left);
  look_at_problems (response);
  check_round (response);
  check_changes (response, whole);
  speak (response, "fr");
  speak (response, "es");
  if (third != NULL)
    apply_any (response, third);

  return 0;
}
