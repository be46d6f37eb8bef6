/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-identity.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/care-json.h"

#define MARK "\xef\xbb\xbf"

static const char *
peek_string (JsonObject *form,
             const char *member)
{
  JsonNode *node = json_object_get_member (form, member);
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                     ? json_node_get_string (node) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

static void
add (GChecksum  *sum,
     const char *text)
{
  g_checksum_update (sum, (const guchar *) (text != NULL ? text : ""), text != NULL ? (gssize) strlen (text) + 1 : 1);
}

/* A UUID of version 5 (RFC 9562, section 5.5) over what a form calls itself; where it has no name, over all of it. */
static char *
dup_url (JsonObject *form,
         const char *text)
{
  const char *const names[] = { "id", "name", "title" };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  gboolean named = FALSE;
  guint8 digest[20];
  gsize length = sizeof digest;

  add (sum, "https://aftercare.example/fhir/Questionnaire");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      named = named || peek_string (form, names[i]) != NULL;
      add (sum, peek_string (form, names[i]));
    }
  if (!named)
    add (sum, text);
  g_checksum_get_digest (sum, digest, &length);
  digest[6] = (guint8) ((digest[6] & 0x0f) | 0x50);
  digest[8] = (guint8) ((digest[8] & 0x3f) | 0x80);

  return g_strdup_printf ("urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6], digest[7],
                          digest[8], digest[9], digest[10], digest[11], digest[12], digest[13], digest[14], digest[15]);
}

/* Changes with every letter of the form, so that answers to what it was before are known again. */
static char *
dup_version (const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (sum, 8);
}

/* Into the text itself, so that every other byte stays as it came; a member that is there but says nothing is replaced. */
static char *
insert (JsonNode   *node,
        const char *text,
        const char *url,
        const char *version)
{
  JsonObject *form = json_node_get_object (node);
  g_autoptr (GString) head = g_string_new ("{");
  const char *brace = strchr (text, '{');

  if ((url != NULL && json_object_has_member (form, "url"))
      || (version != NULL && json_object_has_member (form, "version")))
    {
      g_autoptr (JsonNode) changed = json_node_new (JSON_NODE_OBJECT);
      JsonObject *copy = json_object_new ();
      g_autoptr (GList) members = json_object_get_members (form);

      for (GList *member = members; member != NULL; member = member->next)
        json_object_set_member (copy, member->data, json_object_dup_member (form, member->data));
      if (url != NULL)
        json_object_set_string_member (copy, "url", url);
      if (version != NULL)
        json_object_set_string_member (copy, "version", version);
      json_node_take_object (changed, copy);
      return care_json_to_text (changed, CARE_JSON_PRETTY);
    }

  if (url != NULL)
    g_string_append_printf (head, "\"url\": \"%s\", ", url);
  if (version != NULL)
    g_string_append_printf (head, "\"version\": \"%s\", ", version);
  /* The comma is right: a Questionnaire has its resourceType at least. */
  g_string_append (head, brace + 1);

  return g_string_free (g_steal_pointer (&head), FALSE);
}

/**
 * care_form_identity_complete:
 * @text: a Questionnaire as JSON; a byte order mark is passed over
 * @length: its length in bytes, or -1 when it ends with NUL
 * @source: the file's name, for messages
 * @given: (out) (optional): what it needed
 * @error: where to put the reason
 *
 * Answers name their form by `url|version` (Questionnaire.url, QuestionnaireResponse.questionnaire). Two of three real
 * forms have no url. Such a form is given one that depends on its id, name and title alone, so that a new issue of it is known
 * as the same form; one without a version is given one that depends on every letter, so that it is known as another issue.
 *
 * Returns: (transfer full) (nullable): the form with an address; %NULL with %CARE_ERROR_INPUT when it is no JSON object
 */
char *
care_form_identity_complete (const char     *text,
                             gssize          length,
                             const char     *source,
                             CareFormGiven  *given,
                             GError        **error)
{
  g_autofree char *plain = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *url = NULL;
  g_autofree char *version = NULL;
  JsonObject *form;

  g_return_val_if_fail (text != NULL && source != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  if (length >= 3 && memcmp (text, MARK, 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  node = care_json_parse (text, length, source, NULL, error);
  if (node == NULL)
    return NULL;

  if (given != NULL)
    *given = CARE_FORM_GIVEN_NOTHING;
  /* What is not a form at all is said by whoever reads it as one. */
  plain = g_strndup (text, (gsize) length);
  form = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (form == NULL || json_object_get_size (form) == 0)
    return g_steal_pointer (&plain);

  url = peek_string (form, "url") == NULL ? dup_url (form, plain) : NULL;
  version = peek_string (form, "version") == NULL ? dup_version (plain) : NULL;
  if (given != NULL)
    *given = (url != NULL ? CARE_FORM_GIVEN_URL : 0) | (version != NULL ? CARE_FORM_GIVEN_VERSION : 0);

  return url != NULL || version != NULL ? insert (node, plain, url, version) : g_steal_pointer (&plain);
}
