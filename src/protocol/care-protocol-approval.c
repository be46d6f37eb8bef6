/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What was approved, by whom, and whether it is still what stands in the file. */

#include "protocol/care-protocol.h"

#include <string.h>

#include "base/care-json.h"
#include "protocol/care-protocol-check-private.h"
#include "protocol/care-protocol-private.h"
#include "protocol/care-reading.h"

/* Not part of the rules: who approved what, the words themselves, and in how many languages they are. */
static const char *const besides[] = {
  "$schema", "approval", "version_approval", "status", "title", "languages", "reading_overrides", NULL
};

static void hash_node (GChecksum *sum,
                       JsonNode  *node);

static void
add_words (GChecksum  *sum,
           const char *words)
{
  /* With its end, so that two words are never one. */
  g_checksum_update (sum, (const guchar *) words, (gssize) strlen (words) + 1);
}

/* {"en": "…", "es": "…"}: words, which each language's approval covers. */
static gboolean
is_text (JsonObject *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;
  gboolean any = FALSE;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &value))
    {
      /* A tag's first part has two or three letters. */
      gsize letters = strcspn (member, "-");

      if (letters < 2 || letters > 3 || !care_text_is_tag (member) || json_node_get_value_type (value) != G_TYPE_STRING)
        return FALSE;
      any = TRUE;
    }

  return any;
}

static void
hash_object (GChecksum         *sum,
             JsonObject        *object,
             const char *const *but)
{
  g_autoptr (GList) members = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  add_words (sum, "{");
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (object, l->data);

      if (but != NULL && g_strv_contains (but, l->data))
        continue;
      if (JSON_NODE_HOLDS_OBJECT (value) && is_text (json_node_get_object (value)))
        continue;
      add_words (sum, l->data);
      hash_node (sum, value);
    }
  add_words (sum, "}");
}

static void
hash_node (GChecksum *sum,
           JsonNode  *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      hash_object (sum, json_node_get_object (node), NULL);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      add_words (sum, "[");
      for (guint i = 0; i < json_array_get_length (array); i++)
        hash_node (sum, json_array_get_element (array, i));
      add_words (sum, "]");
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      /* Most of a protocol; told from a number by its mark. */
      add_words (sum, "\"");
      add_words (sum, json_node_get_string (node));
    }
  else
    {
      g_autofree char *value = care_json_to_text (node, CARE_JSON_COMPACT);

      add_words (sum, value);
    }
}

static char *
hash_rules (JsonNode *document)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_object (sum, json_node_get_object (document), besides);

  return g_strdup (g_checksum_get_string (sum));
}

static void
hash_text (CareCheck   *check,
           CareText    *text,
           const char  *path,
           CareAudience audience,
           gpointer     data)
{
  const char *words = care_text_get_exact (text, check->language);

  if ((audience & CARE_AUDIENCE_PATIENT) == 0)
    return;

  add_words (data, path);
  add_words (data, words != NULL ? words : "");
}

/**
 * care_protocol_dup_texts_hash:
 * @self: a protocol
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): the SHA-256 of every text that a patient reads in @language, in hexadecimal:
 *   one letter changed makes another
 */
char *
care_protocol_dup_texts_hash (CareProtocol *self,
                              const char   *language)
{
  g_autoptr (GChecksum) sum = NULL;
  CareCheck check = { self, NULL, NULL, NULL, language };

  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  sum = g_checksum_new (G_CHECKSUM_SHA256);
  care_check_each_text (&check, hash_text, sum);

  return g_strdup (g_checksum_get_string (sum));
}

/**
 * care_protocol_get_rules_hash:
 * @self: a protocol
 *
 * Returns: (transfer none): the SHA-256 of everything in its file but words, languages and approvals: its version,
 *   numbers, rules, products, sources; in hexadecimal
 */
const char *
care_protocol_get_rules_hash (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->rules_hash;
}

static CareApprovalState
judge (const CareApproval *approval,
       const char         *hash)
{
  if (*approval->approver == '\0' || *approval->date == '\0')
    return CARE_APPROVAL_NONE;
  if (!care_approval_role_may (approval->role))
    return CARE_APPROVAL_NONE;

  return strcmp (approval->hash, hash) == 0 ? CARE_APPROVAL_STANDS : CARE_APPROVAL_CHANGED;
}

/* Once, when the file was read: nothing of it changes afterwards. */
void
_care_protocol_judge_approvals (CareProtocol *self,
                                JsonNode     *document)
{
  GHashTableIter iter;
  gpointer language;
  gpointer value;

  self->rules_hash = hash_rules (document);
  if (self->version_approval != NULL)
    self->version_approval->state = judge (self->version_approval, self->rules_hash);

  g_hash_table_iter_init (&iter, self->approvals);
  while (g_hash_table_iter_next (&iter, &language, &value))
    {
      CareApproval *approval = value;
      g_autofree char *hash = NULL;

      /* Not measured in vain where nobody has approved anything. */
      if (*approval->approver == '\0')
        continue;
      hash = care_protocol_dup_texts_hash (self, language);
      approval->state = judge (approval, hash);
      if (approval->state == CARE_APPROVAL_STANDS && !care_reading_knows_language (language) &&
          (approval->reader == NULL || *approval->reader == '\0'))
        approval->state = CARE_APPROVAL_UNREAD;
    }
}

/**
 * care_protocol_peek_approval:
 * @self: a protocol
 * @language: a BCP 47 tag
 *
 * Returns: (transfer none) (nullable): who has approved the language's texts, whatever it is worth today:
 *   its state says that
 */
const CareApproval *
care_protocol_peek_approval (CareProtocol *self,
                             const char   *language)
{
  const CareApproval *approval;

  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  approval = g_hash_table_lookup (self->approvals, language);

  return approval != NULL && approval->state != CARE_APPROVAL_NONE ? approval : NULL;
}

/**
 * care_protocol_get_approval:
 * @self: a protocol
 * @language: a BCP 47 tag
 *
 * An approval is worth nothing once a text of its language was changed; the other languages' stand. A language
 * that no formula measures is not approved before a named reader has read it (fact w-01).
 *
 * Returns: (transfer none) (nullable): who approved the language's texts and when; %NULL when
 *   nobody has, or not these texts
 */
const CareApproval *
care_protocol_get_approval (CareProtocol *self,
                            const char   *language)
{
  const CareApproval *approval = care_protocol_peek_approval (self, language);

  return approval != NULL && approval->state == CARE_APPROVAL_STANDS ? approval : NULL;
}

/**
 * care_protocol_peek_version_approval:
 * @self: a protocol
 *
 * Returns: (transfer none) (nullable): who has approved the version's rules, whatever it is worth today
 */
const CareApproval *
care_protocol_peek_version_approval (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->version_approval != NULL && self->version_approval->state != CARE_APPROVAL_NONE ? self->version_approval
                                                                                              : NULL;
}

/**
 * care_protocol_get_status:
 * @self: a protocol
 *
 * Returns: what the protocol is; one that says "in force" and whose rules nobody has approved, or that were changed
 *   since, is a draft
 */
CareProtocolStatus
care_protocol_get_status (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), CARE_PROTOCOL_DRAFT);

  if (self->status == CARE_PROTOCOL_IN_FORCE &&
      (self->version_approval == NULL || self->version_approval->state != CARE_APPROVAL_STANDS))
    return CARE_PROTOCOL_DRAFT;

  return self->status;
}

/**
 * care_protocol_take_approvals:
 * @self: a protocol in use
 * @from: the same rules and texts, read again after somebody approved or withdrew
 *
 * What is printed from now on goes by the approvals of @from; rules and texts, which others hold on to, stay.
 */
void
care_protocol_take_approvals (CareProtocol *self,
                              CareProtocol *from)
{
  CareApproval *version;
  GHashTable *approvals;
  GPtrArray *overrides;

  g_return_if_fail (CARE_IS_PROTOCOL (self));
  g_return_if_fail (CARE_IS_PROTOCOL (from));
  g_return_if_fail (strcmp (self->rules_hash, from->rules_hash) == 0);

  version = self->version_approval;
  self->version_approval = from->version_approval;
  from->version_approval = version;
  approvals = self->approvals;
  self->approvals = from->approvals;
  from->approvals = approvals;
  overrides = self->overrides;
  self->overrides = from->overrides;
  from->overrides = overrides;
  self->status = from->status;
}
