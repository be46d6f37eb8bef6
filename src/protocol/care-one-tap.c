/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-one-tap.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

static gboolean
has_reason (CareProtocol *self,
            const char   *code)
{
  for (guint i = 0; i < self->reasons->len; i++)
    if (strcmp (((const CareCodedText *) g_ptr_array_index (self->reasons, i))->code, code) == 0)
      return TRUE;

  return FALSE;
}

/* Only what time clears by itself anyway is light enough for one tap; a medicine or a stop never is. */
const char *
_care_protocol_find_one_tap_fault (CareProtocol *self,
                                   const char   *id)
{
  const CareRule *rule = care_protocol_find_rule (self, id);
  const char *reason = g_hash_table_lookup (self->one_tap, id);

  if (rule == NULL)
    return "no rule of that name";
  if (rule->level != CARE_LEVEL_REVIEW || !rule->decidable || rule->prescribed || rule->time_question == NULL)
    return "only a review that a clinician may decide and time clears is decided in one tap";
  if (reason == NULL || !has_reason (self, reason))
    return "must be a code of /reasons";

  return NULL;
}

gboolean
_care_protocol_read_one_tap (const CareJsonView  *root,
                             CareProtocol        *self,
                             GError             **error)
{
  CareJsonView map = { 0 };
  g_autoptr (GList) members = NULL;

  self->one_tap = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!care_json_view_get_object (root, "one_tap", CARE_JSON_OPTIONAL, &map, error))
    return FALSE;
  if (map.node == NULL)
    return TRUE;

  members = json_object_get_members (json_node_get_object (map.node));
  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *reason = NULL;

      if (!care_json_view_get_string (&map, l->data, CARE_JSON_REQUIRED, &reason, error))
        return FALSE;
      g_hash_table_insert (self->one_tap, g_strdup (l->data), g_strdup (reason));
    }

  return TRUE;
}

/**
 * care_protocol_get_one_tap:
 * @self: a protocol
 * @rule: a rule's id
 *
 * Facts p-03: some caffeine is told to the clinician and is no cancellation; walk 28: everybody who drinks coffee must be
 * decided. What the check refuses is decided like any other finding.
 *
 * Returns: (transfer none) (nullable): a code of the protocol's reasons
 */
const char *
care_protocol_get_one_tap (CareProtocol *self,
                           const char   *rule)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  return g_hash_table_contains (self->one_tap, rule) && _care_protocol_find_one_tap_fault (self, rule) == NULL
           ? g_hash_table_lookup (self->one_tap, rule) : NULL;
}
