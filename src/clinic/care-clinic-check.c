/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-check.h"

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-issue.h"
#include "clinic/care-reasons-private.h"

static const guint may_decide = 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED | 1u << CARE_STATE_READY;

static int
compare_reasons (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const CareReason *one = a;
  const CareReason *other = b;

  /* What stands first, then what is open; information last. */
  if (one->stop != other->stop)
    return one->stop ? -1 : 1;
  if ((one->state == CARE_REASON_INFO) != (other->state == CARE_REASON_INFO))
    return one->state == CARE_REASON_INFO ? 1 : -1;

  return strcmp (one->rule != NULL ? one->rule : "", other->rule != NULL ? other->rule : "");
}

static GListStore *
list_reasons (CareClinic *self,
              CareVisit  *visit,
              gboolean    desk_only,
              GError    **error)
{
  g_autoptr (GPtrArray) issues = _care_issue_list (self, visit, NULL, error);
  GListStore *list;

  if (issues == NULL)
    return NULL;

  list = g_list_store_new (CARE_TYPE_REASON);
  for (guint i = 0; i < issues->len; i++)
    {
      CareDocument *issue = g_ptr_array_index (issues, i);
      g_autoptr (CareReason) reason = NULL;

      if (desk_only && !care_fhir_ext_get_boolean (care_document_get_resource (issue), "desk-explains"))
        continue;

      reason = _care_issue_to_reason (self, issue);
      g_list_store_insert_sorted (list, reason, compare_reasons, NULL);
    }

  return list;
}

/**
 * care_clinic_list_desk_reasons:
 * @self: a clinic
 * @visit: a visit
 *
 * Returns: (transfer full): the findings whose reason the protocol lets the desk say
 */
GListModel *
care_clinic_list_desk_reasons (CareClinic *self,
                               CareVisit  *visit,
                               GError    **error)
{
  GListStore *list;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  list = list_reasons (self, visit, TRUE, error);

  return list != NULL ? G_LIST_MODEL (list) : NULL;
}

/* Consent comes last of all: it is not what stands in the way while anything else does. */
static gboolean
is_consent (CareClinic *self,
            CareReason *reason)
{
  const CareRule *rule = reason->rule != NULL ? care_protocol_find_rule (self->protocol, reason->rule) : NULL;

  return rule != NULL && rule->find == CARE_FIND_CONSENT;
}

/**
 * care_clinic_dup_say:
 * @self: a clinic
 * @visit: a visit
 *
 * The protocol's own sentence for the gravest finding that stands or waits. It is made for the desk's mouth: it
 * says what comes next, not why.
 *
 * Returns: (transfer full) (nullable): what to say, NULL when there is nothing to say beyond the word
 */
char *
care_clinic_dup_say (CareClinic *self,
                     CareVisit  *visit)
{
  g_autoptr (GListStore) list = NULL;
  g_autofree char *of_consent = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  list = list_reasons (self, visit, FALSE, NULL);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (reason->say == NULL || reason->state == CARE_REASON_DECIDED || reason->state == CARE_REASON_INFO)
        continue;
      if (!is_consent (self, reason))
        return g_strdup (reason->say);
      if (of_consent == NULL)
        of_consent = g_strdup (reason->say);
    }

  return g_steal_pointer (&of_consent);
}

/**
 * care_clinic_open_reasons:
 * @self: a clinic
 * @visit: a visit
 * @by: a clinician's signature
 *
 * Returns: (transfer full): all findings; that they were opened is written in the audit trail
 */
CareReasons *
care_clinic_open_reasons (CareClinic           *self,
                          CareVisit            *visit,
                          const CareSignature  *by,
                          GError              **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GListStore) list = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!_care_clinic_check_clinician (self, by, "reasons", error))
    return NULL;

  list = list_reasons (self, visit, FALSE, error);
  if (list == NULL)
    return NULL;

  change = _care_clinic_begin (self);
  _care_clinic_audit (self, change, "R", "open-reasons", by->staff, "Encounter", visit->id);
  if (!care_store_commit (self->store, change, error))
    return NULL;

  return _care_reasons_new (visit, care_clinic_lookup_staff (self, by->staff), list);
}

/**
 * care_clinic_reread_reasons:
 * @self: a clinic
 * @reasons: reasons that a clinician's PIN opened
 *
 * Returns: (transfer full): all findings as they stand now, for the same clinician, without another PIN
 */
CareReasons *
care_clinic_reread_reasons (CareClinic   *self,
                            CareReasons  *reasons,
                            GError      **error)
{
  g_autoptr (GListStore) list = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_REASONS (reasons), NULL);

  list = list_reasons (self, care_reasons_get_visit (reasons), FALSE, error);

  if (list == NULL)
    return NULL;

  return _care_reasons_new (care_reasons_get_visit (reasons),
                            care_clinic_lookup_staff (self, _care_reasons_get_staff (reasons)), list);
}

/**
 * care_clinic_get_decision_text:
 * @self: a clinic
 * @code: a code of [method@Clinic.dup_decision_codes]
 *
 * Returns: (transfer none) (nullable): the reason in the desk's language
 */
const char *
care_clinic_get_decision_text (CareClinic *self,
                               const char *code)
{
  GPtrArray *reasons;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  reasons = care_protocol_get_reasons (self->protocol);
  for (guint i = 0; i < reasons->len; i++)
    {
      const CareCodedText *reason = g_ptr_array_index (reasons, i);

      if (strcmp (reason->code, code) == 0)
        return care_text_get (reason->text, care_clinic_info_get_staff_language (self->info));
    }

  return NULL;
}

/**
 * care_clinic_dup_decision_codes:
 * @self: a clinic
 *
 * Returns: (transfer full): codes of the protocol's list of reasons, in its order
 */
char **
care_clinic_dup_decision_codes (CareClinic *self)
{
  g_autoptr (GStrvBuilder) codes = NULL;
  GPtrArray *reasons;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  codes = g_strv_builder_new ();
  reasons = care_protocol_get_reasons (self->protocol);
  for (guint i = 0; i < reasons->len; i++)
    g_strv_builder_add (codes, ((const CareCodedText *) g_ptr_array_index (reasons, i))->code);

  return g_strv_builder_end (codes);
}

static CareDocument *
find_issue (GPtrArray  *issues,
            const char *id)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_strcmp0 (care_document_get_id (g_ptr_array_index (issues, i)), id) == 0)
      return g_ptr_array_index (issues, i);

  return NULL;
}

static gboolean
put_decision (CareClinic          *self,
              CareStoreChange     *change,
              CareVisit           *visit,
              GPtrArray           *issues,
              const CareDecision  *decision,
              const char          *who,
              GError             **error)
{
  CareDocument *issue = find_issue (issues, decision->finding);

  if (issue == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "finding: is not on this page any more; look again");
      return FALSE;
    }

  if (decision->treat && !care_fhir_ext_get_boolean (care_document_get_resource (issue), "decidable"))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "finding \"%s\": nobody may decide it; only a changed fact clears it",
                   care_fhir_get_code (care_document_get_resource (issue), "code", CARE_FHIR_SYSTEM "rule"));
      return FALSE;
    }

  if (decision->code == NULL || care_clinic_get_decision_text (self, decision->code) == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "reason: choose one of the clinic's list");
      return FALSE;
    }

  care_store_change_put (change, visit->patient->id, care_document_get_version (issue),
                         _care_issue_decide (self, issue, decision->code, decision->words, decision->treat, who,
                                             care_store_change_get_at (change)));

  return TRUE;
}

static gboolean
decide (CareClinic          *self,
        CareVisit           *visit,
        const CareDecision  *decisions,
        gsize                n_decisions,
        const char          *who,
        GError             **error)
{
  g_autoptr (GPtrArray) issues = _care_issue_list (self, visit, NULL, error);
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;

  if (issues == NULL)
    return FALSE;

  change = _care_clinic_begin (self);
  for (gsize i = 0; i < n_decisions; i++)
    if (!put_decision (self, change, visit, issues, &decisions[i], who, error))
      return FALSE;

  encounter = _care_visit_edit (visit);
  if (!_care_clinic_screen_into (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "decide", who, error);
}

/**
 * care_clinic_decide:
 * @self: a clinic
 * @visit: a visit
 * @decisions: (array length=n_decisions): one for each finding of the page
 * @n_decisions: how many
 * @by: a clinician's signature
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when one of them may be decided by nobody or the signature does not hold,
 *   and then nothing of the page was kept
 */
gboolean
care_clinic_decide (CareClinic           *self,
                    CareVisit            *visit,
                    const CareDecision   *decisions,
                    gsize                 n_decisions,
                    const CareSignature  *by,
                    GError              **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (decisions != NULL && n_decisions > 0 && by != NULL, FALSE);

  if (!_care_clinic_need_state (visit, may_decide, "decide", error)
      || !_care_clinic_check_clinician (self, by, "decision", error))
    return FALSE;

  return decide (self, visit, decisions, n_decisions, by->staff, error);
}

/**
 * care_clinic_decide_now:
 * @self: a clinic
 * @reasons: the reasons that a clinician's PIN opened
 * @finding: a finding's id
 *
 * Treats in spite of a finding that the protocol lets be decided in one tap, with the reason that stands there, under the name
 * of whoever opened the reasons: the PIN that opened them signs it.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED for every other finding
 */
gboolean
care_clinic_decide_now (CareClinic   *self,
                        CareReasons  *reasons,
                        const char   *finding,
                        GError      **error)
{
  CareVisit *visit;
  g_autoptr (GListStore) list = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_REASONS (reasons), FALSE);
  g_return_val_if_fail (finding != NULL, FALSE);

  visit = care_reasons_get_visit (reasons);
  if (!_care_clinic_need_state (visit, may_decide, "decide", error))
    return FALSE;

  list = list_reasons (self, visit, FALSE, error);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (G_LIST_MODEL (list), i);
      const CareDecision decision = { .finding = finding, .code = reason->one_tap, .treat = TRUE };

      if (g_strcmp0 (reason->id, finding) == 0 && reason->one_tap != NULL)
        return decide (self, visit, &decision, 1, _care_reasons_get_staff (reasons), error);
    }
  if (list != NULL)
    g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "finding: is not decided in one tap; choose a reason and sign");

  return FALSE;
}
