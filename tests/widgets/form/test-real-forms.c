/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Draws every screen of forms that other people wrote, as they come and with everything answered. */

#include "form-fixture.h"

static void
answer_all (CareResponse *response,
            CareNode     *node)
{
  const CareItem *item = care_node_get_item (node);

  if (item != NULL && care_item_is_question (item) && care_node_get_n_answers (node) == 0)
    {
      g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
      g_autoptr (CareValue) seven = care_value_new_integer (7);

      if (care_item_get_n_options (item) > 0)
        care_response_toggle_option (response, node, care_item_get_option (item, 0));
      else if (care_item_get_item_type (item) == CARE_ITEM_BOOLEAN)
        care_response_set_value (response, node, yes);
      else if (care_item_get_item_type (item) == CARE_ITEM_INTEGER)
        care_response_set_value (response, node, seven);
    }
  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    answer_all (response, care_node_get_child (node, 0, i));
}

static void
walk (CareFormView *view)
{
  /* What comes and goes while one walks counts too. */
  for (guint i = 0; i < care_form_view_get_n_steps (view); i++)
    {
      care_form_view_set_step (view, i);
      care_form_view_check (view);
      form_fixture_turn ();
    }
}

static void
test_form (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareQuestionnaire) form = care_questionnaire_load (path, &error);
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareFormContext) context = form_fixture_context ("en");
  GtkWidget *view;
  GtkWidget *window;

  g_assert_no_error (error);
  response = care_response_new (form);
  view = care_form_view_new (context, response);
  window = form_fixture_show (view);
  walk (CARE_FORM_VIEW (view));
  answer_all (response, care_response_get_root (response));
  walk (CARE_FORM_VIEW (view));
  gtk_window_destroy (GTK_WINDOW (window));
  form_fixture_turn ();
}

static void
add_form (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = g_path_get_basename (folder);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *test = g_strdup_printf ("/real-forms/%s/%s", group, name);

  g_test_add_data_func_full (test, path, test_form, g_free);
}

/* The forms of a folder: files, or folders with a questionnaire each. */
static guint
add_folder (const char *shared,
            const char *name)
{
  g_autofree char *folder = g_build_filename (shared, "forms", name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n = 0;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (folder, entry, "questionnaire.json", NULL);

      if (g_str_has_suffix (entry, ".json"))
        add_form (g_build_filename (folder, entry, NULL));
      else if (g_file_test (inner, G_FILE_TEST_EXISTS))
        add_form (g_steal_pointer (&inner));
      else
        continue;
      n++;
    }

  return n;
}

int
main (int    argc,
      char **argv)
{
  const char *shared = g_getenv ("CARE_SHARED_DIR") != NULL ? g_getenv ("CARE_SHARED_DIR") : ".";

  gtk_test_init (&argc, &argv, NULL);
  if (add_folder (shared, "real") + add_folder (shared, "enablewhen") + add_folder (shared, "hl7-cases") == 0)
    {
      g_print ("1..0 # SKIP the real forms are not on this machine\n");
      return 0;
    }

  return g_test_run ();
}
