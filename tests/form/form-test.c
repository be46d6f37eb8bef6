/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#include "base/care-json.h"

char *
test_quote (const char *text)
{
  char *quoted = g_strdup (text);

  return g_strdelimit (quoted, "'", '"');
}

CareQuestionnaire *
test_form (const char *items)
{
  g_autofree char *quoted = test_quote (items);
  g_autofree char *text = g_strdup_printf ("{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"language\": \"en\","
                                           " \"url\": \"https://x.test/q\", \"version\": \"2\", \"item\": [%s]}",
                                           quoted);
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_new_from_text (text, -1, "form.json", &error);

  g_assert_no_error (error);

  return form;
}

CareResponse *
test_answers (CareQuestionnaire *form,
              const char        *items)
{
  g_autofree char *quoted = test_quote (items);
  g_autofree char *text = g_strdup_printf ("{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\","
                                           " \"questionnaire\": \"https://x.test/q|2\", \"item\": [%s]}",
                                           quoted);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse (text, -1, "answers.json", NULL, &error);
  CareResponse *response;

  g_assert_no_error (error);
  response = care_response_new_from_node (form, node, "answers.json", &error);
  g_assert_no_error (error);

  return response;
}

char *
test_export (CareResponse *response)
{
  g_autoptr (JsonNode) node = care_response_to_node (response);
  JsonObject *object = json_node_get_object (node);

  if (!json_object_has_member (object, "item"))
    return g_strdup ("");

  return g_strdelimit (g_strstrip (care_json_to_text (json_object_get_member (object, "item"), CARE_JSON_COMPACT)), "\"", '\'');
}

char *
test_problems (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = care_problem_dup_text (problem);

      g_assert_nonnull (words);
      g_assert_cmpstr (words, !=, "");
      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", care_problem_kind_to_string (problem->kind), problem->link_id);
      if (problem->answer > 0)
        g_string_append_printf (text, "[%d]", problem->answer);
      if (problem->param != NULL)
        g_string_append_printf (text, " (%s)", problem->param);
    }

  return g_string_free (text, FALSE);
}

static void
append_enabled (CareNode *node,
                GString  *text)
{
  if (care_node_get_item (node) != NULL && care_node_is_enabled (node))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", care_node_get_link_id (node));

  for (guint answer = 0; answer < MAX (care_node_get_n_answers (node), 1); answer++)
    for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
      append_enabled (care_node_get_child (node, answer, i), text);
}

char *
test_enabled (CareResponse *response)
{
  GString *text = g_string_new (NULL);

  append_enabled (care_response_get_root (response), text);

  return g_string_free (text, FALSE);
}

static CareValue *
new_coding (const char *text)
{
  const char *bar = strchr (text, '|');
  g_autofree char *system = bar != NULL && bar > text ? g_strndup (text, (gsize) (bar - text)) : NULL;

  return care_value_new_coding (system, bar != NULL ? bar + 1 : text, NULL);
}

static CareValue *
new_quantity (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  g_autoptr (GError) error = NULL;
  gboolean ucum = parts[1] != NULL && parts[1][0] == '@';
  CareValue *value = care_value_new_quantity (parts[0], parts[1] != NULL ? parts[1] + (ucum ? 1 : 0) : NULL,
                                              ucum ? "http://unitsofmeasure.org" : NULL, ucum ? parts[1] + 1 : NULL, &error);

  g_assert_no_error (error);

  return value;
}

CareValue *
test_value (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_autoptr (GError) error = NULL;
  CareValue *value = NULL;

  if (strcmp (parts[0], "Boolean") == 0)
    return care_value_new_boolean (strcmp (parts[1], "true") == 0);
  if (strcmp (parts[0], "Integer") == 0)
    return care_value_new_integer (g_ascii_strtoll (parts[1], NULL, 10));
  if (strcmp (parts[0], "String") == 0)
    return care_value_new_string (parts[1]);
  if (strcmp (parts[0], "Uri") == 0)
    return care_value_new_uri (parts[1]);
  if (strcmp (parts[0], "Reference") == 0)
    return care_value_new_reference (parts[1], NULL);
  if (strcmp (parts[0], "Coding") == 0)
    return new_coding (parts[1]);
  if (strcmp (parts[0], "Quantity") == 0)
    return new_quantity (parts[1]);

  if (strcmp (parts[0], "Decimal") == 0)
    value = care_value_new_decimal (parts[1], &error);
  else if (strcmp (parts[0], "Date") == 0)
    value = care_value_new_date (parts[1], &error);
  else if (strcmp (parts[0], "DateTime") == 0)
    value = care_value_new_date_time (parts[1], &error);
  else if (strcmp (parts[0], "Time") == 0)
    value = care_value_new_time (parts[1], &error);
  else
    g_assert_not_reached ();
  g_assert_no_error (error);

  return value;
}

char *
test_shared (const char *name)
{
  const char *shared = g_getenv ("CARE_SHARED_DIR");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, "forms", name, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  return g_steal_pointer (&path);
}
