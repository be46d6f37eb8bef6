/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "base/care-json.h"
#include "ctl/care-ctl-store.h"

static CareCtlStatus
run_init (CareCtlStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareClinic) clinic = NULL;

  if (!care_ctl_store_open_clinic (store, TRUE, &error))
    return care_ctl_fail (error);

  clinic = care_clinic_new (store->store, store->clock, store->info, store->protocol, store->forms_dir, store->data_dir,
                            &error);
  if (clinic == NULL)
    return care_ctl_fail (error);

  g_print ("%s: ready\n", store->data_dir);

  return CARE_CTL_DONE;
}

static CareCtlStatus
run_verify (CareCtlStore *store,
            gboolean      json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  guint64 documents;
  guint64 rows;

  if (!care_ctl_store_open (store, FALSE, &error)
      || !care_store_verify (store->store, &documents, &rows, &head, &error))
    return care_ctl_fail (error);

  if (json)
    g_print ("{\"documents\": %" G_GUINT64_FORMAT ", \"audit_rows\": %" G_GUINT64_FORMAT ", \"head\": \"%s\"}\n",
             documents, rows, head);
  else
    g_print ("sound: %" G_GUINT64_FORMAT " document versions, %" G_GUINT64_FORMAT " audit rows\nhead: %s\n", documents,
             rows, head);

  return CARE_CTL_DONE;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return strcmp (a, b);
}

static CareCtlStatus
run_stats (CareCtlStore *store,
           gboolean      json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GTree) kinds = g_tree_new_full (compare_kinds, NULL, g_free, NULL);
  g_autoptr (JsonObject) object = json_object_new ();

  if (!care_ctl_store_open (store, FALSE, &error))
    return care_ctl_fail (error);
  documents = care_store_list (store->store, NULL, NULL, &error);
  if (documents == NULL)
    return care_ctl_fail (error);

  for (guint i = 0; i < documents->len; i++)
    {
      const char *kind = care_document_get_kind (g_ptr_array_index (documents, i));
      guint n = GPOINTER_TO_UINT (g_tree_lookup (kinds, kind));

      g_tree_insert (kinds, g_strdup (kind), GUINT_TO_POINTER (n + 1));
    }

  for (GTreeNode *node = g_tree_node_first (kinds); node != NULL; node = g_tree_node_next (node))
    {
      const char *kind = g_tree_node_key (node);
      guint n = GPOINTER_TO_UINT (g_tree_node_value (node));

      json_object_set_int_member (object, kind, n);
      if (!json)
        g_print ("%-24s %u\n", kind, n);
    }

  if (json)
    {
      g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
      g_autofree char *text = NULL;

      json_node_set_object (root, object);
      text = care_json_to_text (root, CARE_JSON_PRETTY);
      g_print ("%s\n", g_strchomp (text));
    }

  return CARE_CTL_DONE;
}

CareCtlStatus
care_ctl_records (int    argc,
                  char **argv)
{
  g_auto (CareCtlStore) store = { NULL };
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "for programs", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("init|verify|stats - make, check and count records");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  care_ctl_store_add_options (&store, context);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("records: %s", error->message);
  if (argc != 2)
    return care_ctl_usage ("records: init, verify or stats is missing");

  if (strcmp (argv[1], "init") == 0)
    return run_init (&store);
  if (strcmp (argv[1], "verify") == 0)
    return run_verify (&store, json);
  if (strcmp (argv[1], "stats") == 0)
    return run_stats (&store, json);

  return care_ctl_usage ("records: no command '%s'", argv[1]);
}
