/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-issue.h"

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-reasons-private.h"
#include "clinic/care-unkept-private.h"
#include "protocol/care-one-tap.h"
#include "screening/care-finding.h"

static const char *const severities[] = {
  [CARE_LEVEL_INFO] = "low",
  [CARE_LEVEL_REVIEW] = "moderate",
  [CARE_LEVEL_STOP] = "high",
};

static const char *
desk_text (CareClinic *clinic,
           CareText   *text)
{
  return text != NULL ? care_text_get (text, care_clinic_info_get_staff_language (clinic->info)) : NULL;
}

/* Everything but identity and decision: written anew each time, the clock moves clears-at. */
static void
write_finding (CareClinic        *clinic,
               JsonObject        *issue,
               const CareFinding *finding)
{
  g_autofree char *sources = finding->sources != NULL ? g_strjoinv (" ", finding->sources) : NULL;
  const char *reason = desk_text (clinic, finding->reason);

  care_fhir_set_concept (issue, "code", CARE_FHIR_SYSTEM "rule", finding->rule, NULL);
  json_object_set_string_member (issue, "severity", severities[finding->level]);
  json_object_set_string_member (issue, "detail", reason != NULL && *reason != '\0' ? reason : finding->rule);
  care_fhir_ext_set_string (issue, "finding-key", finding->key);
  care_fhir_ext_set_code (issue, "finding-kind", care_finding_kind_to_string (finding->kind));
  care_fhir_ext_set_boolean (issue, "decidable", finding->decidable);
  care_fhir_ext_set_boolean (issue, "desk-explains", finding->desk_explains);
  care_fhir_ext_set_string (issue, "answer", finding->answer);
  care_fhir_ext_set_code (issue, "answer-typed-in", finding->typed_in);
  care_fhir_ext_set_string (issue, "desk-says", desk_text (clinic, finding->desk_says));
  care_fhir_ext_set_string (issue, "clinician-decides", desk_text (clinic, finding->clinician));
  care_fhir_ext_set_string (issue, "sources", sources);
  care_fhir_ext_set_instant (issue, "clears-at", finding->clears_at, clinic->zone);
}

static JsonObject *
make_issue (CareClinic        *clinic,
            CareVisit         *visit,
            const CareFinding *finding,
            CareInstant        at)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *issue = care_fhir_new ("DetectedIssue", id);

  json_object_set_string_member (issue, "status", finding->level == CARE_LEVEL_INFO ? "final" : "preliminary");
  care_fhir_set_reference (issue, "patient", "Patient", visit->patient->id);
  care_fhir_set_instant (issue, "identifiedDateTime", at, clinic->zone);
  care_fhir_ext_set_reference (issue, "encounter", "Encounter", visit->id);
  write_finding (clinic, issue, finding);

  return issue;
}

static const char *
get_key (CareDocument *issue)
{
  return care_fhir_ext_get_string (care_document_get_resource (issue), "finding-key");
}

static gboolean
has_status (CareDocument *issue,
            const char   *status)
{
  return g_strcmp0 (care_fhir_get_string (care_document_get_resource (issue), "status"), status) == 0;
}

static GPtrArray *
list_all (CareClinic       *clinic,
          CareVisit        *visit,
          CareStoreChange  *change,
          GError          **error)
{
  g_autoptr (GPtrArray) all = _care_clinic_list_of (clinic, visit->patient, "DetectedIssue", change, error);
  GPtrArray *own;

  if (all == NULL)
    return NULL;

  own = g_ptr_array_new_with_free_func ((GDestroyNotify) care_document_unref);
  for (guint i = 0; i < all->len; i++)
    {
      CareDocument *issue = g_ptr_array_index (all, i);
      JsonObject *resource = care_document_get_resource (issue);

      if (!has_status (issue, "entered-in-error")
          && g_strcmp0 (care_fhir_ext_get_reference (resource, "encounter", "Encounter"), visit->id) == 0)
        g_ptr_array_add (own, care_document_ref (issue));
    }

  return own;
}

GPtrArray *
_care_issue_list (CareClinic       *clinic,
                  CareVisit        *visit,
                  CareStoreChange  *change,
                  GError          **error)
{
  GPtrArray *all = list_all (clinic, visit, change, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (has_status (g_ptr_array_index (all, i), "cancelled"))
      g_ptr_array_remove_index (all, i--);

  return all;
}

static CareDocument *
find_issue (GPtrArray  *issues,
            const char *key)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_strcmp0 (get_key (g_ptr_array_index (issues, i)), key) == 0)
      return g_ptr_array_index (issues, i);

  return NULL;
}

static gboolean
has_finding (GPtrArray  *findings,
             const char *key)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_strcmp0 (((const CareFinding *) g_ptr_array_index (findings, i))->key, key) == 0)
      return TRUE;

  return FALSE;
}

/* A version of @issue that this same change puts already is changed in place; it was not written yet. */
static JsonObject *
edit_issue (CareStoreChange *change,
            CareVisit       *visit,
            CareDocument    *issue)
{
  GPtrArray *puts = care_store_change_get_puts (change);
  JsonObject *copy;

  for (guint i = 0; i < puts->len; i++)
    {
      const CareStorePut *put = g_ptr_array_index (puts, i);

      if (strcmp (put->kind, "DetectedIssue") == 0 && strcmp (put->id, care_document_get_id (issue)) == 0)
        return put->resource;
    }

  copy = care_document_dup_resource (issue);
  care_store_change_put (change, visit->patient->id, care_document_get_version (issue), copy);

  return copy;
}

/* An allergy that a named person has confirmed not to concern this product was decided once for all visits. */
static gboolean
is_confirmed (CareClinic        *clinic,
              CareVisit         *visit,
              CareStoreChange   *change,
              JsonObject        *encounter,
              const CareFinding *finding)
{
  g_autoptr (GPtrArray) allergies = NULL;
  const char *product = care_fhir_ext_get_string (encounter, "product");

  if (finding->kind != CARE_FINDING_ALLERGY || !finding->decidable || product == NULL)
    return FALSE;

  allergies = _care_clinic_list_of (clinic, visit->patient, "AllergyIntolerance", change, NULL);
  for (guint i = 0; allergies != NULL && i < allergies->len; i++)
    {
      JsonObject *allergy = care_document_get_resource (g_ptr_array_index (allergies, i));

      if (_care_clinic_is_allergy_confirmed (allergy)
          && g_strcmp0 (care_fhir_ext_get_string (allergy, "finding-key"), finding->key) == 0
          && _care_clinic_is_allergy_cleared (allergy, product))
        return TRUE;
    }

  return FALSE;
}

static gboolean
differs (CareClinic        *clinic,
         CareDocument      *issue,
         const CareFinding *finding)
{
  JsonObject *resource = care_document_get_resource (issue);
  CareInstant clears_at = finding->clears_at;

  if (clears_at != CARE_INSTANT_NONE)
    clears_at -= clears_at % CARE_SECOND;

  return has_status (issue, "cancelled")
         || care_fhir_ext_get_instant (resource, "clears-at") != clears_at
         || g_strcmp0 (care_fhir_get_string (resource, "severity"), severities[finding->level]) != 0
         || care_fhir_ext_get_boolean (resource, "decidable") != finding->decidable;
}

static void
put_finding (CareClinic        *clinic,
             CareStoreChange   *change,
             CareVisit         *visit,
             GPtrArray         *issues,
             const CareFinding *finding)
{
  CareDocument *issue = find_issue (issues, finding->key);
  JsonObject *resource;

  if (issue == NULL)
    {
      care_store_change_put (change, visit->patient->id, 0,
                             make_issue (clinic, visit, finding, care_store_change_get_at (change)));
      return;
    }

  if (!differs (clinic, issue, finding))
    return;

  resource = edit_issue (change, visit, issue);
  if (has_status (issue, "cancelled"))
    {
      json_object_remove_member (resource, "mitigation");
      care_fhir_ext_remove (resource, "treat");
      _care_issue_begin (resource, CARE_TRI_UNKNOWN, NULL, NULL, NULL);
      json_object_set_string_member (resource, "status",
                                     finding->level == CARE_LEVEL_INFO ? "final" : "preliminary");
    }
  write_finding (clinic, resource, finding);
}

static void
put_vanished (CareStoreChange *change,
              CareVisit       *visit,
              GPtrArray       *issues,
              GPtrArray       *findings)
{
  for (guint i = 0; i < issues->len; i++)
    {
      CareDocument *issue = g_ptr_array_index (issues, i);

      if (!has_status (issue, "cancelled") && !has_finding (findings, get_key (issue)))
        json_object_set_string_member (edit_issue (change, visit, issue), "status", "cancelled");
    }
}

char **
_care_issue_put_all (CareClinic       *clinic,
                     CareStoreChange  *change,
                     CareVisit        *visit,
                     JsonObject       *encounter,
                     GPtrArray        *findings,
                     gboolean         *not_today,
                     GError          **error)
{
  g_autoptr (GPtrArray) issues = list_all (clinic, visit, change, error);
  g_autoptr (GStrvBuilder) decided = NULL;

  if (issues == NULL)
    return NULL;

  decided = g_strv_builder_new ();
  *not_today = FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);
      CareDocument *issue = find_issue (issues, finding->key);
      JsonObject *resource = issue != NULL ? care_document_get_resource (issue) : NULL;

      put_finding (clinic, change, visit, issues, finding);
      if (finding->decidable && resource != NULL && has_status (issue, "final")
          && care_fhir_ext_has (resource, "treat"))
        {
          if (care_fhir_ext_get_boolean (resource, "treat"))
            g_strv_builder_add (decided, finding->key);
          else
            *not_today = TRUE;
        }
      else if (is_confirmed (clinic, visit, change, encounter, finding))
        g_strv_builder_add (decided, finding->key);
    }
  put_vanished (change, visit, issues, findings);

  return g_strv_builder_end (decided);
}

void
_care_issue_begin (JsonObject *issue,
                   CareTri     choice,
                   const char *code,
                   const char *words,
                   const char *who)
{
  gboolean any = choice != CARE_TRI_UNKNOWN || code != NULL || (words != NULL && *words != '\0');

  care_fhir_ext_remove (issue, "begun-treat");
  if (choice != CARE_TRI_UNKNOWN)
    care_fhir_ext_set_boolean (issue, "begun-treat", choice == CARE_TRI_YES);
  care_fhir_ext_set_code (issue, "begun-decision", code);
  care_fhir_ext_set_string (issue, "begun-words", words != NULL && *words != '\0' ? words : NULL);
  care_fhir_ext_set_reference (issue, "begun-by", "Practitioner", any ? who : NULL);
}

JsonObject *
_care_issue_decide (CareClinic   *clinic,
                    CareDocument *issue,
                    const char   *code,
                    const char   *words,
                    gboolean      treat,
                    const char   *who,
                    CareInstant   at)
{
  JsonObject *copy = care_document_dup_resource (issue);
  JsonObject *mitigation = json_object_new ();
  JsonArray *all = json_array_new ();

  care_fhir_set_concept (mitigation, "action", CARE_FHIR_SYSTEM "decision", code, words);
  care_fhir_set_instant (mitigation, "date", at, clinic->zone);
  care_fhir_set_reference (mitigation, "author", "Practitioner", who);
  json_array_add_object_element (all, mitigation);
  json_object_set_array_member (copy, "mitigation", all);
  json_object_set_string_member (copy, "status", "final");
  care_fhir_ext_set_boolean (copy, "treat", treat);
  _care_issue_begin (copy, CARE_TRI_UNKNOWN, NULL, NULL, NULL);

  return copy;
}

static CareReasonState
read_state (CareDocument *issue)
{
  JsonObject *resource = care_document_get_resource (issue);

  if (g_strcmp0 (care_fhir_get_string (resource, "severity"), "low") == 0)
    return CARE_REASON_INFO;
  if (care_fhir_ext_has (resource, "treat"))
    return CARE_REASON_DECIDED;
  if (g_strcmp0 (care_fhir_ext_get_string (resource, "finding-kind"), "answer-changed") == 0)
    return CARE_REASON_ANSWER_CHANGED;

  return care_fhir_ext_get_boolean (resource, "decidable") ? CARE_REASON_OPEN : CARE_REASON_STANDS;
}

/* What was written in another language is said in the staff's, as long as the protocol still says it. */
static char *
retell (CareClinic *clinic,
        CareText   *text,
        const char *written)
{
  const char *const *languages;

  if (text == NULL || written == NULL)
    return NULL;

  languages = care_text_get_languages (text);
  for (guint i = 0; languages[i] != NULL; i++)
    if (strcmp (care_text_get_exact (text, languages[i]), written) == 0)
      return g_strdup (desk_text (clinic, text));

  return NULL;
}

static void
read_words (CareClinic *clinic,
            JsonObject *resource,
            CareReason *reason)
{
  const CareRule *rule = reason->rule != NULL ? care_protocol_find_rule (clinic->protocol, reason->rule) : NULL;
  const CareRule *unanswered = care_protocol_find_built_in (clinic->protocol, CARE_FIND_UNANSWERED);
  const char *detail = care_fhir_get_string (resource, "detail");
  const char *say = care_fhir_ext_get_string (resource, "desk-says");

  if (rule != NULL)
    {
      reason->text = retell (clinic, rule->reason, detail);
      reason->say = retell (clinic, rule->desk_says, say);
    }
  if (reason->say == NULL && unanswered != NULL)
    reason->say = retell (clinic, unanswered->desk_says, say);
  if (reason->text == NULL)
    reason->text = g_strdup (detail);
  if (reason->say == NULL)
    reason->say = g_strdup (say);
}

static char *
dup_staff_name (CareClinic *clinic,
                const char *id)
{
  CareStaff *staff = id != NULL ? care_clinic_lookup_staff (clinic, id) : NULL;

  return g_strdup (staff != NULL ? care_staff_get_display_name (staff) : id);
}

static void
read_begun (CareClinic *clinic,
            JsonObject *resource,
            CareReason *reason)
{
  const CareUnkept *unkept = g_hash_table_lookup (clinic->unkept, reason->id);

  if (reason->state != CARE_REASON_OPEN && reason->state != CARE_REASON_ANSWER_CHANGED)
    return;
  /* What the disk did not take is newer than what is on it. */
  if (unkept != NULL)
    {
      reason->begun = unkept->choice;
      reason->begun_decision = g_strdup (unkept->code);
      reason->begun_words = g_strdup (unkept->words);
      reason->begun_by = dup_staff_name (clinic, unkept->who);
      return;
    }
  if (care_fhir_ext_has (resource, "begun-treat"))
    reason->begun = care_fhir_ext_get_boolean (resource, "begun-treat") ? CARE_TRI_YES : CARE_TRI_NO;
  reason->begun_decision = g_strdup (care_fhir_ext_get_string (resource, "begun-decision"));
  reason->begun_words = g_strdup (care_fhir_ext_get_string (resource, "begun-words"));
  reason->begun_by = dup_staff_name (clinic, care_fhir_ext_get_reference (resource, "begun-by", "Practitioner"));
}

CareReason *
_care_issue_to_reason (CareClinic   *clinic,
                       CareDocument *issue)
{
  CareReason *reason = g_object_new (CARE_TYPE_REASON, NULL);
  JsonObject *resource = care_document_get_resource (issue);
  JsonObject *mitigation = care_fhir_get_element (resource, "mitigation", 0);
  const char *sources = care_fhir_ext_get_string (resource, "sources");
  const char *by = care_fhir_get_reference (mitigation, "author", "Practitioner");

  reason->id = g_strdup (care_document_get_id (issue));
  reason->rule = g_strdup (care_fhir_get_code (resource, "code", CARE_FHIR_SYSTEM "rule"));
  reason->state = read_state (issue);
  reason->stop = g_strcmp0 (care_fhir_get_string (resource, "severity"), "high") == 0;
  /* A match is a stop, an allergy without one a review. */
  reason->unmatched_allergy = g_strcmp0 (care_fhir_ext_get_string (resource, "finding-kind"), "allergy") == 0
                              && !reason->stop && care_fhir_ext_get_boolean (resource, "decidable");
  read_words (clinic, resource, reason);
  reason->answer = g_strdup (care_fhir_ext_get_string (resource, "answer"));
  reason->typed_in = g_strdup (care_fhir_ext_get_string (resource, "answer-typed-in"));
  reason->sources = sources != NULL ? g_strsplit (sources, " ", -1) : g_new0 (char *, 1);
  reason->clears_at = care_fhir_ext_get_instant (resource, "clears-at");
  reason->decided_by = dup_staff_name (clinic, by);
  reason->decision = g_strdup (care_fhir_get_code (mitigation, "action", CARE_FHIR_SYSTEM "decision"));
  read_begun (clinic, resource, reason);
  /* What was answered, with its hour: neither what was not asked nor what nobody knows the time of. */
  if (reason->state == CARE_REASON_OPEN && reason->rule != NULL && reason->clears_at != CARE_INSTANT_NONE
      && g_strcmp0 (care_fhir_ext_get_string (resource, "finding-kind"), "answered") == 0)
    reason->one_tap = g_strdup (care_protocol_get_one_tap (clinic->protocol, reason->rule));

  return reason;
}
