/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-check.h"

#include "clinic/care-clinic-private.h"
#include "clinic/care-issue.h"
#include "clinic/care-screen-inputs.h"

/* A wait longer than this is no waiting in the clinic: decide, or find another time. */
#define WAIT_HERE (3 * CARE_HOUR)

static GPtrArray *
run_screening (CareClinic       *self,
               CareStoreChange  *change,
               CareVisit        *visit,
               JsonObject       *encounter,
               GError          **error)
{
  g_autoptr (CareScreenInputs) inputs = _care_screen_inputs_new (self, change, visit, encounter, error);

  return inputs != NULL ? care_screening_run (_care_screen_inputs_get (inputs)) : NULL;
}

/* What staff can put right on the spot; anything else that nobody may decide ends the day. */
typedef enum
{
  MEND_NOT,
  MEND_PRODUCT,
  MEND_HERE,
} Mend;

static Mend
find_mend (CareClinic        *self,
           const CareFinding *finding)
{
  const CareRule *rule = care_protocol_find_rule (self->protocol, finding->rule);

  switch (rule != NULL ? rule->find : CARE_FIND_ANSWER)
    {
    case CARE_FIND_PRODUCT:
    case CARE_FIND_BATCH:
    case CARE_FIND_ALLERGY_MATCH:
    case CARE_FIND_OUTSIDE_LABEL:
    case CARE_FIND_MAX_VISITS:
      return MEND_PRODUCT;
    case CARE_FIND_CONSENT:
    case CARE_FIND_IDENTITY:
    case CARE_FIND_INTAKE_EXPIRED:
      return MEND_HERE;
    case CARE_FIND_ANSWER:
    case CARE_FIND_UNDER_AGE:
    case CARE_FIND_OVER_AGE:
    case CARE_FIND_TEST_MISSING:
    case CARE_FIND_TEST_EARLY:
    case CARE_FIND_TEST_UNREAD:
    case CARE_FIND_TEST_REACTION:
    case CARE_FIND_TEST_EXPIRED:
    case CARE_FIND_GAP:
    case CARE_FIND_ALLERGY_UNMATCHED:
    case CARE_FIND_STANDING_REACTION:
    case CARE_FIND_REVIEW_DUE:
    case CARE_FIND_ANSWER_CHANGED:
    case CARE_FIND_ALLERGY_EARLIER:
    case CARE_N_FINDS:
    default:
      return finding->kind == CARE_FINDING_NOT_ASKED || finding->kind == CARE_FINDING_NOT_SURE
             || finding->kind == CARE_FINDING_TELL_STAFF ? MEND_HERE : MEND_NOT;
    }
}

static gboolean
is_open (const CareFinding *finding,
         const char *const *decided)
{
  return finding->level != CARE_LEVEL_INFO && !g_strv_contains (decided, finding->key);
}

static gboolean
is_hopeless (CareClinic        *self,
             GPtrArray         *findings,
             const char *const *decided)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (is_open (finding, decided) && !finding->decidable && find_mend (self, finding) == MEND_NOT)
        return TRUE;
    }

  return FALSE;
}

static gboolean
needs_product (CareClinic        *self,
               GPtrArray         *findings,
               const char *const *decided)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (is_open (finding, decided) && !finding->decidable && find_mend (self, finding) == MEND_PRODUCT)
        return TRUE;
    }

  return FALSE;
}

/* Nobody is asked for consent to what a stop stands against. */
static gboolean
has_other_stop (CareClinic        *self,
                GPtrArray         *findings,
                const char *const *decided)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);
      const CareRule *rule = care_protocol_find_rule (self->protocol, finding->rule);

      if (is_open (finding, decided) && finding->level == CARE_LEVEL_STOP
          && (rule == NULL || rule->find != CARE_FIND_CONSENT))
        return TRUE;
    }

  return FALSE;
}

/* Findings that wait for a clinician; what clears here by waiting waits for nobody. */
static guint
count_undecided (GPtrArray         *findings,
                 const char *const *decided,
                 CareInstant        now)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (is_open (finding, decided)
          && (finding->clears_at == CARE_INSTANT_NONE || finding->clears_at > now + WAIT_HERE))
        n++;
    }

  return n;
}

static void
write_verdict (CareClinic        *self,
               JsonObject        *encounter,
               GPtrArray         *findings,
               const char *const *decided,
               gboolean           not_today)
{
  CareVerdict verdict = care_screening_judge (findings, decided);
  CareWord word = CARE_WORD_MUST_DECIDE;
  CareVisitState state = CARE_STATE_MUST_DECIDE;

  if (not_today || (verdict.word == CARE_VERDICT_STOP && verdict.ready_at == CARE_INSTANT_NONE
                    && is_hopeless (self, findings, decided)))
    {
      word = CARE_WORD_DO_NOT_TREAT;
      state = CARE_STATE_STOPPED;
    }
  else if (verdict.word == CARE_VERDICT_READY)
    {
      word = CARE_WORD_READY;
      state = CARE_STATE_READY;
    }
  else if (verdict.word == CARE_VERDICT_STOP && verdict.ready_at != CARE_INSTANT_NONE
           && verdict.ready_at > _care_clinic_now (self) + WAIT_HERE)
    {
      word = CARE_WORD_DO_NOT_TREAT;
      state = CARE_STATE_STOPPED;
    }

  care_fhir_ext_set_integer (encounter, "word", word);
  care_fhir_ext_set_integer (encounter, "undecided",
                             state == CARE_STATE_READY ? 0 : count_undecided (findings, decided,
                                                                               _care_clinic_now (self)));
  care_fhir_ext_set_instant (encounter, "ready-at", verdict.ready_at, self->zone);
  care_fhir_ext_set_boolean (encounter, "needs-product", needs_product (self, findings, decided));
  care_fhir_ext_set_boolean (encounter, "answered", TRUE);
  _care_visit_set_state (encounter, state);
}

/* Ready means that a sheet will come out, too. */
static gboolean
write_paper (CareClinic  *self,
             CareVisit   *visit,
             JsonObject  *encounter,
             GError     **error)
{
  gboolean stopped = FALSE;

  if (care_fhir_ext_get_integer (encounter, "word") == CARE_WORD_READY
      && !_care_clinic_is_paper_stopped (self, visit, encounter, &stopped, error))
    return FALSE;

  if (stopped)
    {
      care_fhir_ext_set_integer (encounter, "word", CARE_WORD_MUST_DECIDE);
      _care_visit_set_state (encounter, CARE_STATE_MUST_DECIDE);
    }
  if (stopped || care_fhir_ext_has (encounter, "paper-stops"))
    care_fhir_ext_set_boolean (encounter, "paper-stops", stopped);

  return TRUE;
}

gboolean
_care_clinic_screen_into (CareClinic       *self,
                          CareStoreChange  *change,
                          CareVisit        *visit,
                          JsonObject       *encounter,
                          GError          **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_auto (GStrv) decided = NULL;
  gboolean not_today = FALSE;

  findings = run_screening (self, change, visit, encounter, error);
  if (findings == NULL)
    return FALSE;

  decided = _care_issue_put_all (self, change, visit, encounter, findings, &not_today, error);
  if (decided == NULL)
    return FALSE;

  write_verdict (self, encounter, findings, (const char *const *) decided, not_today);

  return _care_clinic_write_consent_open (self, change, visit, encounter,
                                          !has_other_stop (self, findings, (const char *const *) decided), error)
         && write_paper (self, visit, encounter, error);
}

/**
 * care_clinic_screen:
 * @self: a clinic
 * @visit: a visit whose answers are in, before the needle
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when there is nothing to screen yet
 */
gboolean
care_clinic_screen (CareClinic *self,
                    CareVisit  *visit,
                    GError    **error)
{
  const guint states = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED
                       | 1u << CARE_STATE_READY;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_state (visit, states, "screen", error))
    return FALSE;
  if (visit->state == CARE_STATE_STOPPED && visit->next_visit != NULL)
    return TRUE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  if (!_care_clinic_screen_into (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  /* Nothing new is nothing to write. */
  if (care_store_change_is_empty (change)
      && json_object_equal (encounter, care_document_get_resource (visit->encounter)))
    {
      json_object_unref (encounter);
      return TRUE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "screen",
                                    self->actor != NULL ? care_staff_get_id (self->actor) : NULL, error);
}
