/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include "base/care-json.h"

/* Answers kept change by change: forms by chance, edited by chance, told now and then; what was told, done again to what
 * was taken first, says the same byte for byte, with all that is hidden. */

#define N_FORMS 200
#define N_EDITS 120

typedef struct
{
  JsonNode  *whole;
  GPtrArray *changes;
} Kept;

/* As from a file: text, parsed. */
static JsonNode *
through_text (JsonNode *node)
{
  g_autofree char *text = care_json_to_text (node, CARE_JSON_COMPACT);
  g_autoptr (GError) error = NULL;
  JsonNode *parsed = care_json_parse (text, -1, "kept.json", NULL, &error);

  g_assert_no_error (error);

  return parsed;
}

static void
take_whole (CareResponse *response,
            Kept         *kept)
{
  g_autoptr (JsonNode) node = care_response_take_whole (response);

  g_clear_pointer (&kept->whole, json_node_unref);
  g_clear_pointer (&kept->changes, g_ptr_array_unref);
  kept->whole = through_text (node);
  kept->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
}

static void
take_changes (CareResponse *response,
              Kept         *kept)
{
  g_autoptr (JsonNode) node = NULL;

  if (care_response_needs_whole (response))
    {
      take_whole (response, kept);
      return;
    }
  node = care_response_take_changes (response);
  if (node != NULL)
    g_ptr_array_add (kept->changes, through_text (node));
}

static void
clear_kept (Kept *kept)
{
  g_clear_pointer (&kept->whole, json_node_unref);
  g_clear_pointer (&kept->changes, g_ptr_array_unref);
}

static void
append_items (GString *text,
              guint   *next,
              guint    n_items,
              guint    depth)
{
  static const char *const types[] = { "boolean", "string", "integer", "choice", "text" };
  guint n = (guint) g_test_rand_int_range (1, 6);

  for (guint i = 0; i < n && *next < n_items; i++)
    {
      guint number = (*next)++;
      gboolean group = depth < 3 && g_test_rand_int_range (0, 3) == 0;
      const char *type = group ? "group" : types[g_test_rand_int_range (0, G_N_ELEMENTS (types))];

      g_string_append_printf (text, "%s{'linkId':'q%u','text':'Question %u','type':'%s'", i > 0 ? "," : "", number, number, type);
      if (g_test_rand_int_range (0, 3) == 0)
        g_string_append (text, ",'repeats':true");
      if (g_str_equal (type, "choice"))
        g_string_append (text, ",'answerOption':[{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'b'}},{'valueCoding':{'code':'c'}}]");
      if (g_str_equal (type, "integer") && g_test_rand_bit ())
        g_string_append (text, ",'initial':[{'valueInteger':5}]");
      if (g_test_rand_int_range (0, 3) == 0)
        g_string_append_printf (text, ",'enableWhen':[{'question':'q%d','operator':'exists','answerBoolean':%s}]",
                                g_test_rand_int_range (0, (int) n_items), g_test_rand_bit () ? "true" : "false");
      if (depth < 3 && *next < n_items && (group || g_test_rand_int_range (0, 4) == 0))
        {
          g_string_append (text, ",'item':[");
          append_items (text, next, n_items, depth + 1);
          g_string_append (text, "]");
        }
      g_string_append (text, "}");
    }
}

static CareQuestionnaire *
make_form (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_items = (guint) g_test_rand_int_range (3, 30);
  guint next = 0;

  append_items (text, &next, n_items, 0);

  return test_form (text->str);
}

/* In a circle what is open depends on what was answered first. */
static gboolean
has_loop (CareQuestionnaire *form)
{
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    if (care_questionnaire_get_note (form, i)->kind == CARE_NOTE_LOOP)
      return TRUE;

  return FALSE;
}

static CareValue *
make_value (const CareItem *item)
{
  g_autofree char *words = g_strdup_printf ("words %d “é”", g_test_rand_int_range (0, 1000));

  if (care_item_get_n_options (item) > 0)
    {
      guint option = (guint) g_test_rand_int_range (0, (int) care_item_get_n_options (item));

      return care_value_ref (care_option_get_value (care_item_get_option (item, option)));
    }
  if (care_item_get_item_type (item) == CARE_ITEM_BOOLEAN)
    return care_value_new_boolean (g_test_rand_bit ());
  if (care_item_get_item_type (item) == CARE_ITEM_INTEGER)
    return care_value_new_integer (g_test_rand_int_range (-9, 9));

  return care_value_new_string (words);
}

static void
edit_question (CareResponse *response,
               CareNode     *node)
{
  const CareItem *item = care_node_get_item (node);
  g_autoptr (CareValue) value = make_value (item);
  guint n = care_node_get_n_answers (node);

  switch (g_test_rand_int_range (0, 10))
    {
    case 8:
      care_response_set_draft (response, node, (guint) g_test_rand_int_range (0, 4), "12|0|");
      break;
    case 9:
      care_response_set_draft (response, node, (guint) g_test_rand_int_range (0, 4), NULL);
      break;
    case 0:
      care_response_set_absent (response, node, g_test_rand_bit () ? CARE_ABSENT_NOT_SURE : CARE_ABSENT_TELL_STAFF);
      break;
    case 1:
      care_response_clear (response, node);
      break;
    case 2:
      if (n > 0)
        care_response_remove_value (response, node, (guint) g_test_rand_int_range (0, (int) n));
      break;
    case 3:
      if (n > 1)
        care_response_move_value (response, node, (guint) g_test_rand_int_range (0, (int) n), (guint) g_test_rand_int_range (0, (int) n));
      break;
    case 4:
    case 5:
      if (care_item_repeats (item))
        care_response_add_value (response, node, value);
      break;
    default:
      care_response_set_value (response, node, value);
    }
}

static void
edit_group (CareResponse *response,
            CareNode     *node)
{
  g_autoptr (JsonNode) signature = json_from_string ("{\"data\":\"PHN2Zy8+\"}", NULL);
  guint n;

  if (!care_item_repeats (care_node_get_item (node)))
    {
      care_response_set_signature (response, node, g_test_rand_bit () ? signature : NULL);
      return;
    }

  n = care_node_get_n_instances (node);
  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      if (n < 5)
        care_response_add_instance (response, node);
      break;
    case 1:
      care_response_remove_instance (response, node);
      break;
    default:
      care_response_move_instance (response, node, (guint) g_test_rand_int_range (0, (int) n));
    }
}

/* Any node of the tree as it stands, hidden ones too. */
static CareNode *
choose_node (CareResponse *response)
{
  CareQuestionnaire *form = care_response_get_questionnaire (response);

  for (;;)
    {
      const CareItem *item = care_questionnaire_get_item (form, (guint) g_test_rand_int_range (0, (int) care_questionnaire_get_n_items (form)));
      g_autoptr (GPtrArray) nodes = care_response_list_by_link_id (response, care_item_get_link_id (item));

      if (nodes->len > 0)
        return g_ptr_array_index (nodes, (guint) g_test_rand_int_range (0, (int) nodes->len));
    }
}

static void
assert_same_text (JsonNode *first,
                  JsonNode *second)
{
  g_autofree char *one = care_json_to_text (first, CARE_JSON_PRETTY);
  g_autofree char *other = care_json_to_text (second, CARE_JSON_PRETTY);

  g_assert_cmpstr (one, ==, other);
}

static void
assert_replays (CareResponse *response,
                Kept         *kept,
                gboolean      compare)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) back = care_response_new_from_node (care_response_get_questionnaire (response), kept->whole, "kept", &error);
  g_autoptr (CareResponse) copy = NULL;
  g_autoptr (JsonNode) live = care_response_to_node (response);
  g_autoptr (JsonNode) replayed = NULL;
  g_autoptr (JsonNode) live_whole = NULL;
  g_autoptr (JsonNode) replayed_whole = NULL;
  g_autoptr (CareResponse) anew = NULL;
  g_autofree char *open = NULL;
  g_autofree char *open_anew = NULL;

  g_assert_no_error (error);
  g_assert_true (care_response_apply_changes (back, kept->changes, "kept", &error));
  g_assert_no_error (error);
  if (!compare)
    return;
  replayed = care_response_to_node (back);
  assert_same_text (live, replayed);

  /* With what is hidden; taken of a copy, so that nothing is taken from the tracking. */
  copy = care_response_copy (response);
  live_whole = care_response_take_whole (copy);
  replayed_whole = care_response_take_whole (back);
  assert_same_text (live_whole, replayed_whole);

  /* What is open after all steps is what is open when everything is read at once. */
  anew = care_response_new_from_node (care_response_get_questionnaire (response), live_whole, "kept", &error);
  g_assert_no_error (error);
  open = test_enabled (response);
  open_anew = test_enabled (anew);
  g_assert_cmpstr (open, ==, open_anew);
}

static void
test_random (void)
{
  guint compared = 0;

  for (guint i = 0; i < N_FORMS; i++)
    {
      g_autoptr (CareQuestionnaire) form = make_form ();
      g_autoptr (CareResponse) response = care_response_new (form);
      Kept kept = { 0 };
      gboolean compare = !has_loop (form);

      take_whole (response, &kept);
      for (guint k = 0; k < N_EDITS; k++)
        {
          CareNode *node = choose_node (response);

          if (care_item_is_question (care_node_get_item (node)))
            edit_question (response, node);
          else if (care_item_get_item_type (care_node_get_item (node)) == CARE_ITEM_GROUP)
            edit_group (response, node);
          if (g_test_rand_int_range (0, 3) > 0)
            continue;
          take_changes (response, &kept);
          if (g_test_rand_int_range (0, 4) == 0)
            assert_replays (response, &kept, compare);
        }
      take_changes (response, &kept);
      assert_replays (response, &kept, compare);
      clear_kept (&kept);
      compared += compare ? 1 : 0;
    }
  g_test_message ("%u forms of %u had no loop", compared, N_FORMS);
  g_assert_cmpuint (compared, >, N_FORMS / 20);
}

static const char hiding[] =
  "{'linkId':'open','type':'boolean'},"
  "{'linkId':'shown','type':'string','enableWhen':[{'question':'open','operator':'=','answerBoolean':true}]},"
  "{'linkId':'group','type':'group','repeats':true,'item':[{'linkId':'in','type':'string'}]}";

static void
set_text (CareResponse *response,
          CareNode     *node,
          const char   *words)
{
  g_autoptr (CareValue) value = care_value_new_string (words);

  care_response_set_value (response, node, value);
}

static void
test_hidden_comes_back (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (hiding);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (GError) error = NULL;
  CareNode *shown;
  Kept kept = { 0 };

  take_whole (response, &kept);
  care_response_set_value (response, care_response_find (response, "open"), yes);
  set_text (response, care_response_find (response, "shown"), "kept");
  care_response_clear (response, care_response_find (response, "open"));
  take_changes (response, &kept);

  back = care_response_new_from_node (form, kept.whole, "kept", &error);
  g_assert_true (care_response_apply_changes (back, kept.changes, "kept", &error));
  shown = care_response_find (back, "shown");
  g_assert_false (care_node_is_enabled (shown));
  care_response_set_value (back, care_response_find (back, "open"), yes);
  g_assert_true (care_node_is_enabled (shown));
  g_assert_cmpstr (care_value_get_text (care_node_get_value (shown)), ==, "kept");
  clear_kept (&kept);
}

/* One key is one question, however much else is answered; many keys before it is told are one, too. */
static void
test_small (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (hiding);
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *group = care_response_find (response, "group");
  g_autoptr (JsonNode) node = NULL;
  JsonArray *changes;
  Kept kept = { 0 };

  g_assert_true (care_response_needs_whole (response));
  take_whole (response, &kept);
  g_assert_false (care_response_needs_whole (response));
  g_assert_null (care_response_take_changes (response));

  care_response_add_instance (response, group);
  take_changes (response, &kept);
  for (guint i = 0; i < 5; i++)
    set_text (response, care_node_get_child (group, 0, 0), i % 2 == 0 ? "a" : "b");
  node = care_response_take_changes (response);
  changes = json_object_get_array_member (json_node_get_object (node), "changes");
  g_assert_cmpuint (json_array_get_length (changes), ==, 1);
  g_assert_true (json_object_has_member (json_array_get_object_element (changes, 0), "item"));

  /* What the answers say about themselves is not told in changes. */
  care_response_set_meta (response, &(CareResponseMeta) { .status = CARE_RESPONSE_COMPLETED });
  g_assert_true (care_response_needs_whole (response));
  clear_kept (&kept);
}

/* Our own bound, where the form has none: there is room for a thousand. */
static void
test_bound (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (hiding);
  g_autoptr (CareResponse) response = care_response_new (form);
  CareNode *group = care_response_find (response, "group");

  for (guint i = 1; i < 1000; i++)
    {
      g_assert_true (care_response_may_add_instance (response, group));
      g_assert_nonnull (care_response_add_instance (response, group));
    }
  g_assert_false (care_response_may_add_instance (response, group));
  g_assert_null (care_response_add_instance (response, group));
  care_response_remove_instance (response, care_node_get_child (care_response_get_root (response), 0, 3));
  g_assert_true (care_response_may_add_instance (response, group));
}

/* A form that lost a question meanwhile: said, and the rest is there. */
static void
test_other_form (void)
{
  g_autoptr (CareQuestionnaire) form = test_form (hiding);
  g_autoptr (CareQuestionnaire) other = test_form ("{'linkId':'new','type':'string'},{'linkId':'open','type':'boolean'}");
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  g_autoptr (CareResponse) back = NULL;
  g_autoptr (GError) error = NULL;
  Kept kept = { 0 };

  take_whole (response, &kept);
  set_text (response, care_response_find (response, "shown"), "lost");
  care_response_set_value (response, care_response_find (response, "open"), yes);
  take_changes (response, &kept);

  back = care_response_new_from_node (other, kept.whole, "kept", &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (care_response_get_import_problems (back), 0);
  g_assert_true (care_response_apply_changes (back, kept.changes, "kept", &error));
  g_assert_true (care_node_has_value (care_response_find (back, "open"), yes));
  g_assert_cmpuint (care_response_get_import_problems (back)->len, ==, 1);
  clear_kept (&kept);
}

static void
test_no_changes (void)
{
  static const char *const bad[] = { "{}", "{\"changes\":7}" };
  g_autoptr (CareQuestionnaire) form = test_form (hiding);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (CareResponse) response = care_response_new (form);
      g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (changes, care_json_parse (bad[i], -1, "kept", NULL, NULL));
      g_assert_false (care_response_apply_changes (response, changes, "kept", &error));
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form/changes/random", test_random);
  g_test_add_func ("/form/changes/hidden-comes-back", test_hidden_comes_back);
  g_test_add_func ("/form/changes/small", test_small);
  g_test_add_func ("/form/changes/bound", test_bound);
  g_test_add_func ("/form/changes/other-form", test_other_form);
  g_test_add_func ("/form/changes/no-changes", test_no_changes);

  return g_test_run ();
}
