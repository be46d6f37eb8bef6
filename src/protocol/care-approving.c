/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-approving.h"

#include <math.h>
#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"
#include "protocol/care-patient-text.h"
#include "protocol/care-protocol-check-private.h"
#include "protocol/care-protocol-private.h"
#include "protocol/care-reading.h"

/* A copy that shares nothing: what was read stays as it was until the new one is written. */
static JsonNode *
copy_document (JsonNode    *document,
               const char  *source,
               GError     **error)
{
  g_autofree char *text = care_json_to_text (document, CARE_JSON_COMPACT);

  return care_json_parse (text, -1, source, NULL, error);
}

static gboolean
check_how (const CareApproving *how,
           GError             **error)
{
  if (how->by == NULL || *how->by == '\0')
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "approver: is missing");
      return FALSE;
    }
  if (how->role == NULL || !care_approval_role_may (how->role))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "approval: only a clinician or the owner may approve");
      return FALSE;
    }
  if (!care_check_is_day (how->date) || (how->review != NULL && !care_check_is_day (how->review)))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "date: must be a day, as in 2026-11-22");
      return FALSE;
    }

  return TRUE;
}

static char *
dup_year_later (const char *day)
{
  g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (moment, NULL);
  g_autoptr (GDateTime) later = g_date_time_add_years (from, 1);

  return g_date_time_format (later, "%Y-%m-%d");
}

static gboolean
check_language (CareProtocol *protocol,
                const char   *language,
                GError      **error)
{
  if (g_strv_contains (care_protocol_get_patient_languages (protocol), language))
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "approval: '%s' is no language of the patients", language);

  return FALSE;
}

/* A former one of the same text is replaced. */
static void
add_override (JsonObject          *root,
              const char          *text,
              const char          *language,
              double               grade,
              const CareApproving *how)
{
  JsonArray *overrides = json_object_has_member (root, "reading_overrides")
                         ? json_object_get_array_member (root, "reading_overrides") : NULL;
  JsonArray *kept = json_array_new ();
  JsonObject *override = json_object_new ();

  for (guint i = 0; overrides != NULL && i < json_array_get_length (overrides); i++)
    {
      JsonObject *former = json_array_get_object_element (overrides, i);

      if (strcmp (json_object_get_string_member (former, "text"), text) != 0 ||
          strcmp (json_object_get_string_member (former, "language"), language) != 0)
        json_array_add_object_element (kept, json_object_ref (former));
    }

  json_object_set_string_member (override, "text", text);
  json_object_set_string_member (override, "language", language);
  json_object_set_double_member (override, "grade", ceil (grade * 10.0) / 10.0);
  json_object_set_string_member (override, "by", how->by);
  json_object_set_string_member (override, "date", how->date);
  json_object_set_string_member (override, "reason", how->reason);
  json_array_add_object_element (kept, override);
  json_object_set_array_member (root, "reading_overrides", kept);
}

/* Whoever approves takes on, by name and with the reason, what is above the reading level. */
static void
take_on_hard (JsonObject          *root,
              CareProtocol        *protocol,
              const char          *language,
              const CareApproving *how,
              CarePlain           *plain)
{
  g_autoptr (GPtrArray) texts = care_protocol_list_texts (protocol, plain, language);
  g_autoptr (GPtrArray) pages = care_protocol_measure (protocol);
  CareOverride *whole = care_check_find_override (protocol, NULL, language);

  for (guint i = 0; i < texts->len; i++)
    {
      const CarePatientText *text = g_ptr_array_index (texts, i);

      if (text->hard)
        add_override (root, text->name, language, text->grade, how);
    }

  for (guint i = 0; i < pages->len; i++)
    {
      CareReadingPage *page = g_ptr_array_index (pages, i);
      CareReading reading;

      if (strcmp (care_reading_page_get_language (page), language) == 0 && care_reading_page_measure (page, &reading) &&
          reading.grade > CARE_READING_TARGET && (whole == NULL || reading.grade > whole->grade))
        add_override (root, CARE_OVERRIDE_ALL, language, reading.grade, how);
    }
}

/* What the check says of @language, or with NULL of everything but single languages. */
static gboolean
check_allowed (JsonNode    *document,
               const char  *source,
               const char  *language,
               CareFacts   *facts,
               CarePlain   *plain,
               GError     **error)
{
  g_autoptr (CareProtocol) protocol = _care_protocol_new_from_node (document, source, error);
  g_autoptr (GPtrArray) refusals = NULL;
  const CareRefusal *first = NULL;
  guint n = 0;

  if (protocol == NULL)
    return FALSE;

  refusals = care_protocol_check (protocol, facts, plain);
  for (guint i = 0; i < refusals->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (refusals, i);

      if (g_strcmp0 (refusal->language, language) != 0)
        continue;
      if (n++ == 0)
        first = refusal;
    }

  if (first == NULL)
    return TRUE;
  if (n == 1)
    g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "not approved: %s: %s", first->path, first->reason);
  else
    g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "not approved: %s: %s; and %u more", first->path, first->reason,
                 n - 1);

  return FALSE;
}

static void
set_reader (JsonObject          *approval,
            const CareApproving *how)
{
  JsonObject *reader = json_object_new ();

  json_object_set_string_member (reader, "name", how->reader);
  json_object_set_string_member (reader, "date", how->date);
  json_object_set_object_member (approval, "reader", reader);
}

/**
 * care_approving_language:
 * @document: a protocol's document
 * @source: what error messages call it
 * @language: the language whose texts are approved
 * @how: by whom and when
 * @facts: the facts' ids and kinds
 * @plain: (nullable): what plain words are
 * @error: %CARE_ERROR_REFUSED for a role that may not, a text that is missing, makes a claim or is above the reading
 *   level without a reason, a reader who is missing or stands where a formula measures (fact w-01);
 *   %CARE_ERROR_NOT_FOUND for a language that is none of the patients'
 *
 * Binds the approval to the texts as they stand: one letter changed in them voids it.
 *
 * Returns: (transfer full) (nullable): the document with the approval
 */
JsonNode *
care_approving_language (JsonNode            *document,
                         const char          *source,
                         const char          *language,
                         const CareApproving *how,
                         CareFacts           *facts,
                         CarePlain           *plain,
                         GError             **error)
{
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (JsonNode) copy = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *later = NULL;
  JsonObject *approval;

  g_return_val_if_fail (document != NULL && source != NULL && language != NULL && how != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  if (!check_how (how, error))
    return NULL;
  protocol = _care_protocol_new_from_node (document, source, error);
  if (protocol == NULL || !check_language (protocol, language, error))
    return NULL;
  copy = copy_document (document, source, error);
  if (copy == NULL)
    return NULL;

  hash = care_protocol_dup_texts_hash (protocol, language);
  later = dup_year_later (how->date);
  approval = json_object_new ();
  json_object_set_string_member (approval, "approver", how->by);
  json_object_set_string_member (approval, "role", how->role);
  json_object_set_string_member (approval, "date", how->date);
  json_object_set_string_member (approval, "review", how->review != NULL ? how->review : later);
  json_object_set_string_member (approval, "texts", hash);
  if (how->reader != NULL && *how->reader != '\0')
    set_reader (approval, how);
  json_object_set_object_member (json_object_get_object_member (json_node_get_object (copy), "approval"), language,
                                 approval);
  if (how->reason != NULL && *how->reason != '\0')
    take_on_hard (json_node_get_object (copy), protocol, language, how, plain);

  return check_allowed (copy, source, language, facts, plain, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * care_approving_version:
 * @document: a protocol's document
 * @source: what error messages call it
 * @how: by whom and when
 * @facts: the facts' ids and kinds
 * @plain: (nullable): what plain words are
 * @error: %CARE_ERROR_REFUSED for a role that may not, or when the check finds anything but single languages' texts
 *
 * Approves the version's rules as they stand: a draft is in force then, for the languages that are approved. A
 * sample stays a sample.
 *
 * Returns: (transfer full) (nullable): the document with the approval
 */
JsonNode *
care_approving_version (JsonNode            *document,
                        const char          *source,
                        const CareApproving *how,
                        CareFacts           *facts,
                        CarePlain           *plain,
                        GError             **error)
{
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (JsonNode) copy = NULL;
  JsonObject *approval;

  g_return_val_if_fail (document != NULL && source != NULL && how != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  if (!check_how (how, error))
    return NULL;
  protocol = _care_protocol_new_from_node (document, source, error);
  copy = protocol != NULL ? copy_document (document, source, error) : NULL;
  if (copy == NULL)
    return NULL;

  approval = json_object_new ();
  json_object_set_string_member (approval, "approver", how->by);
  json_object_set_string_member (approval, "role", how->role);
  json_object_set_string_member (approval, "date", how->date);
  json_object_set_string_member (approval, "rules", care_protocol_get_rules_hash (protocol));
  json_object_set_object_member (json_node_get_object (copy), "version_approval", approval);
  if (protocol->status == CARE_PROTOCOL_DRAFT)
    json_object_set_string_member (json_node_get_object (copy), "status", "in-force");

  return check_allowed (copy, source, NULL, facts, plain, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * care_approving_withdraw_language:
 * @document: a protocol's document
 * @source: what error messages call it
 * @language: the language whose approval is withdrawn
 * @error: %CARE_ERROR_NOT_FOUND for a language that is none of the patients', %CARE_ERROR_REFUSED when nobody has
 *   approved it
 *
 * The other languages' approvals stand, and what a person took on above the reading level.
 *
 * Returns: (transfer full) (nullable): the document without the approval
 */
JsonNode *
care_approving_withdraw_language (JsonNode    *document,
                                  const char  *source,
                                  const char  *language,
                                  GError     **error)
{
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (JsonNode) copy = NULL;
  JsonObject *approval;

  g_return_val_if_fail (document != NULL && source != NULL && language != NULL, NULL);

  protocol = _care_protocol_new_from_node (document, source, error);
  if (protocol == NULL || !check_language (protocol, language, error))
    return NULL;
  if (care_protocol_peek_approval (protocol, language) == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "approval: there is none to withdraw");
      return NULL;
    }
  copy = copy_document (document, source, error);
  if (copy == NULL)
    return NULL;

  approval = json_object_new ();
  json_object_set_string_member (approval, "approver", "");
  json_object_set_string_member (approval, "date", "");
  json_object_set_string_member (approval, "review", "");
  json_object_set_object_member (json_object_get_object_member (json_node_get_object (copy), "approval"), language,
                                 approval);

  return g_steal_pointer (&copy);
}

/**
 * care_approving_withdraw_version:
 * @document: a protocol's document
 * @source: what error messages call it
 * @error: %CARE_ERROR_REFUSED when nobody has approved it
 *
 * What was in force is a draft then: its sheets say that they are not approved.
 *
 * Returns: (transfer full) (nullable): the document without the approval
 */
JsonNode *
care_approving_withdraw_version (JsonNode    *document,
                                 const char  *source,
                                 GError     **error)
{
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (JsonNode) copy = NULL;

  g_return_val_if_fail (document != NULL && source != NULL, NULL);

  protocol = _care_protocol_new_from_node (document, source, error);
  if (protocol == NULL)
    return NULL;
  if (care_protocol_peek_version_approval (protocol) == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "approval: there is none to withdraw");
      return NULL;
    }
  copy = copy_document (document, source, error);
  if (copy == NULL)
    return NULL;

  json_object_remove_member (json_node_get_object (copy), "version_approval");
  if (protocol->status == CARE_PROTOCOL_IN_FORCE)
    json_object_set_string_member (json_node_get_object (copy), "status", "draft");

  return g_steal_pointer (&copy);
}
