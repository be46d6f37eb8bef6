/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-facts.h"

#include "base/care-json-view.h"
#include "base/care-json.h"

struct _CareFacts
{
  /* id to kind */
  GHashTable *kinds;
};

static gboolean
read_facts (const CareJsonView *root,
            CareFacts          *self,
            GError            **error)
{
  static const char *const known[] = { "format_version", "facts", NULL };
  CareJsonView facts = { 0 };
  g_autoptr (GList) ids = NULL;
  gint64 format_version = 0;

  if (!care_json_view_get_int (root, "format_version", CARE_JSON_REQUIRED, 1, 1, &format_version, error) ||
      !care_json_view_refuse_unknown (root, known, error) ||
      !care_json_view_get_object (root, "facts", CARE_JSON_REQUIRED, &facts, error))
    return FALSE;

  ids = json_object_get_members (json_node_get_object (facts.node));
  for (GList *l = ids; l != NULL; l = l->next)
    {
      const char *kind = NULL;

      if (!care_json_view_get_string (&facts, l->data, CARE_JSON_REQUIRED, &kind, error))
        return FALSE;

      g_hash_table_insert (self->kinds, g_strdup (l->data), g_strdup (kind));
    }

  return TRUE;
}

/**
 * care_facts_load:
 * @path: the list of facts, `fact-ids.json`
 * @error: %CARE_ERROR_INPUT or %CARE_ERROR_ENVIRONMENT
 *
 * Returns: (transfer full) (nullable): which facts there are, and of what kind
 */
CareFacts *
care_facts_load (const char  *path,
                 GError     **error)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (CareFacts) self = NULL;
  CareJsonView root;

  g_return_val_if_fail (path != NULL, NULL);

  node = care_json_load (path, &limits, error);
  if (node == NULL)
    return NULL;

  self = g_new0 (CareFacts, 1);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  care_json_view_init (&root, path, node);

  if (!read_facts (&root, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * care_facts_get_kind:
 * @self: the facts
 * @id: a fact's id, "s1-14"
 *
 * Returns: (nullable): its kind ("rule", "handout", "claim-do-not-print" …), or %NULL when there is
 *   no such fact
 */
const char *
care_facts_get_kind (CareFacts  *self,
                     const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->kinds, id);
}

void
care_facts_free (CareFacts *self)
{
  g_hash_table_unref (self->kinds);
  g_free (self);
}
