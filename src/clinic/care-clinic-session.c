/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-session.h"

#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-sheet.h"

static const struct
{
  CareNewSince  flag;
  const char   *code;
} new_codes[] = {
  { CARE_NEW_ILLNESS, "illness" },
  { CARE_NEW_MEDICINE, "medicine" },
  { CARE_NEW_PREGNANCY, "pregnancy" },
  { CARE_NEW_REACTION, "reaction" },
  { CARE_NEW_LUMP, "lump" },
};

static void
write_new_since (CareClinic   *self,
                 JsonObject   *encounter,
                 CareNewSince  new_since)
{
  const char *codes[G_N_ELEMENTS (new_codes) + 1] = { NULL };
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (new_codes); i++)
    if ((new_since & new_codes[i].flag) != 0)
      codes[n++] = new_codes[i].code;
  if (n == 0)
    codes[n++] = "none";

  care_fhir_ext_set_codes (encounter, "new-since", codes);
  care_fhir_ext_set_instant (encounter, "new-since-asked", _care_clinic_now (self), self->zone);
}

static void
set_choice (CareResponse *response,
            const char   *question,
            const char   *code)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, question);

  for (guint i = 0; i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);
      const CareItem *item = care_node_get_item (node);

      for (guint j = 0; j < care_item_get_n_options (item); j++)
        {
          const CareOption *option = care_item_get_option (item, j);

          if (care_value_is_code (care_option_get_value (option), NULL, code)
              && !care_node_has_value (node, care_option_get_value (option)))
            care_response_toggle_option (response, node, option);
        }
    }
}

static const struct
{
  CareNewSince  flag;
  const char   *option;
} answer_codes[] = {
  { CARE_NEW_ILLNESS, "illness" },
  { CARE_NEW_MEDICINE, "medicine" },
  { CARE_NEW_PREGNANCY, "pregnancy" },
  { CARE_NEW_REACTION | CARE_NEW_LUMP, "reaction" },
};

/* The answer stands in the visit's record form, which the rules read like any other. */
static gboolean
put_new_answers (CareClinic       *self,
                 CareStoreChange  *change,
                 CareVisit        *visit,
                 CareNewSince      new_since,
                 const char       *who,
                 GError          **error)
{
  CareQuestionnaire *form = care_clinic_get_form (self, _care_clinic_get_record_name (visit), error);
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareResponse) response = NULL;

  if (form == NULL)
    return FALSE;

  former = _care_clinic_find_response (self, visit, form, NULL, NULL);
  response = former != NULL ? _care_clinic_read_response (self, former, form, error) : care_response_new (form);
  if (response == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (answer_codes); i++)
    if ((new_since & answer_codes[i].flag) != 0)
      set_choice (response, "new-since-answered", answer_codes[i].option);
  if ((new_since & ~CARE_NEW_NOTHING) == 0)
    set_choice (response, "new-since-answered", "none");
  _care_clinic_put_response (self, change, visit, response, former, CARE_RESPONSE_IN_PROGRESS, who,
                             CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_STAFF);

  return TRUE;
}

/**
 * care_clinic_tell_new:
 * @self: a clinic
 * @visit: a visit that is ready or just asked in
 * @new_since: what is new
 *
 * Returns: FALSE when it could not be kept
 */
gboolean
care_clinic_tell_new (CareClinic    *self,
                      CareVisit     *visit,
                      CareNewSince   new_since,
                      GError       **error)
{
  const guint states = 1u << CARE_STATE_READY | 1u << CARE_STATE_MUST_DECIDE | 1u << CARE_STATE_STOPPED
                       | 1u << CARE_STATE_IN_TREATMENT;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;
  gboolean news;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (new_since != CARE_NEW_NOT_ASKED, FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, states, "anything new", error))
    return FALSE;

  news = (new_since & ~CARE_NEW_NOTHING) != 0;
  if (visit->finished_at != CARE_INSTANT_NONE)
    return _care_clinic_refuse_state (visit, "anything new (the injections are over: use the record)", error);

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  write_new_since (self, encounter, new_since);
  if (!put_new_answers (self, change, visit, new_since, who, error)
      || (news && !_care_clinic_screen_into (self, change, visit, encounter, error)))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "anything-new", who, error);
}

/* The gate before every needle: everything is screened once more, at this instant. */
static gboolean
pass_gate (CareClinic  *self,
           CareVisit   *visit,
           GError     **error)
{
  if (!care_clinic_screen (self, visit, error))
    return FALSE;

  if (visit->state != CARE_STATE_READY)
    {
      g_auto (GStrv) troubles = care_visit_is_paper_stopped (visit)
                                ? care_clinic_list_sheet_troubles (self, visit, NULL) : NULL;

      if (troubles != NULL && troubles[0] != NULL)
        g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                     "sheet: %s; put it right before the first injection, so that a sheet comes out after it", troubles[0]);
      else
        g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                     "visit: not ready any more: %s", visit->state == CARE_STATE_STOPPED
                     ? "do not treat today" : "a clinician must decide");
      return FALSE;
    }

  if (visit->product == NULL || visit->batch == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "visit: product and batch have to be chosen first");
      return FALSE;
    }

  return TRUE;
}

gboolean
_care_clinic_check_reading_time (CareClinic  *self,
                                 CareVisit   *visit,
                                 CareInstant  at,
                                 char       **product,
                                 GError     **error)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->protocol);
  g_autoptr (CareHistory) history = _care_clinic_load_history (self, visit->patient, NULL, error);
  const CareHistoryEntry *test;

  if (history == NULL)
    return FALSE;

  test = _care_history_find_last (history, CARE_HISTORY_TEST);
  if (test == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "reading: there is no test to read");
      return FALSE;
    }

  if (at < test->at + MAX (24, parameters->test_wait_hours) * CARE_HOUR)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "reading: too early; at least %d hours after the test", MAX (24, parameters->test_wait_hours));
      return FALSE;
    }

  if (product != NULL)
    *product = g_strdup (test->product);

  return TRUE;
}

/**
 * care_clinic_ask_in:
 * @self: a clinic
 * @visit: a visit that is ready (a reading: that has arrived)
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED and what stands before the needle
 */
gboolean
care_clinic_ask_in (CareClinic *self,
                    CareVisit  *visit,
                    GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;
  gboolean reading;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  reading = visit->kind == CARE_VISIT_READING;
  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, reading ? 1u << CARE_STATE_ARRIVED : 1u << CARE_STATE_READY, "ask in", error))
    return FALSE;
  if (reading ? !_care_clinic_check_reading_time (self, visit, _care_clinic_now (self), NULL, error) : !pass_gate (self, visit, error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_instant (encounter, "began-at", _care_clinic_now (self), self->zone);
  _care_visit_set_state (encounter, CARE_STATE_IN_TREATMENT);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "ask-in", who, error);
}

/* First sessions with a product, and tests, are watched longer (facts x-14, x-15). */
static int
watch_minutes (CareClinic *self,
               CareVisit  *visit)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->protocol);

  return visit->kind == CARE_VISIT_FIRST || visit->session_number <= 1 ? parameters->watch_long_minutes
                                                                      : parameters->watch_minutes;
}

static gboolean
finish (CareClinic   *self,
        CareVisit    *visit,
        CareInstant   finished,
        const char   *who,
        GError      **error)
{
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  JsonObject *encounter = _care_visit_edit (visit);

  care_fhir_ext_set_instant (encounter, "finished-at", finished, self->zone);
  care_fhir_ext_set_instant (encounter, "watch-until", finished + watch_minutes (self, visit) * CARE_MINUTE,
                             self->zone);
  care_fhir_ext_set_boolean (encounter, "printed", FALSE);
  _care_clinic_settle (self, encounter);
  if (!_care_clinic_put_procedure (self, change, visit, encounter, NULL, error)
      || !_care_clinic_tell_clashes (self, change, visit, encounter, who, error)
      || !_care_clinic_move_draft_end (self, change, visit, finished, who, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, "fulfilled", "finish", who, error);
}

/**
 * care_clinic_finish_now:
 * @self: a clinic
 * @visit: a visit in treatment
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when it is not in treatment or was finished before
 */
gboolean
care_clinic_finish_now (CareClinic *self,
                        CareVisit  *visit,
                        GError    **error)
{
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, 1u << CARE_STATE_IN_TREATMENT, "finish", error))
    return FALSE;
  if (visit->kind == CARE_VISIT_READING || visit->finished_at != CARE_INSTANT_NONE)
    return _care_clinic_refuse_state (visit, "finish", error);

  return finish (self, visit, _care_clinic_now (self), who, error);
}

/**
 * care_clinic_check_finish_at:
 * @self: a clinic
 * @visit: a visit
 * @finished: the true end
 *
 * What care_clinic_finish_at() refuses of a time, before a clinician is asked for a PIN.
 *
 * Returns: FALSE with %CARE_ERROR_INPUT for an end before the beginning or in the future
 */
gboolean
care_clinic_check_finish_at (CareClinic   *self,
                             CareVisit    *visit,
                             CareInstant   finished,
                             GError      **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (finished > _care_clinic_now (self))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "The end lies in the future. Check the time.");
      return FALSE;
    }
  /* A clock is read in whole minutes. */
  if (visit->began_at != CARE_INSTANT_NONE && finished < visit->began_at - visit->began_at % CARE_MINUTE)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "The end lies before the beginning. Check the time.");
      return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_finish_at:
 * @self: a clinic
 * @visit: a visit in treatment, or one whose finish has to be put right
 * @finished: the true end
 * @by: a clinician's signature
 *
 * Returns: FALSE with %CARE_ERROR_INPUT for an end before the beginning or in the future
 */
gboolean
care_clinic_finish_at (CareClinic           *self,
                       CareVisit            *visit,
                       CareInstant           finished,
                       const CareSignature  *by,
                       GError              **error)
{
  const guint states = 1u << CARE_STATE_IN_TREATMENT | 1u << CARE_STATE_WATCH_UNTIL | 1u << CARE_STATE_SHEET_OWED;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_need_state (visit, states, "finish", error))
    return FALSE;
  if (visit->kind == CARE_VISIT_READING)
    return _care_clinic_refuse_state (visit, "finish", error);
  if (!care_clinic_check_finish_at (self, visit, finished, error)
      || !_care_clinic_check_clinician (self, by, "finish", error))
    return FALSE;

  return finish (self, visit, MAX (finished, visit->began_at), by->staff, error);
}

/**
 * care_clinic_end_watch:
 * @self: a clinic
 * @visit: a visit being watched
 * @why: (nullable): needed before the time is over
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED before its time without a reason
 */
gboolean
care_clinic_end_watch (CareClinic *self,
                       CareVisit  *visit,
                       const char *why,
                       GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, 1u << CARE_STATE_WATCH_UNTIL, "end the watch", error))
    return FALSE;
  if (_care_clinic_now (self) < visit->watch_until && (why == NULL || *why == '\0'))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "watch: it is not over yet; say why it ends now");
      return FALSE;
    }

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_boolean (encounter, "watch-ended", TRUE);
  care_fhir_ext_set_string (encounter, "watch-why", why);
  _care_clinic_settle (self, encounter);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "end-watch", who, error);
}

gboolean
_care_clinic_write_record_news (CareClinic       *self,
                                CareStoreChange  *change,
                                CareVisit        *visit,
                                JsonObject       *encounter,
                                CareNewSince      new_since,
                                const char       *who,
                                GError          **error)
{
  if (new_since == CARE_NEW_NOT_ASKED)
    {
      if (care_fhir_ext_has (encounter, "new-since-asked"))
        return TRUE;

      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "record: \"anything new since you answered?\" was not asked; ask it, then sign");
      return FALSE;
    }

  write_new_since (self, encounter, new_since);
  if ((new_since & ~CARE_NEW_NOTHING) == 0)
    return TRUE;

  /* It happened, so it is kept; and a clinician looks at it. */
  _care_clinic_put_task (self, change, visit->patient, "new-since", CARE_SIGN_SAME_DAY, "Encounter", visit->id, NULL,
                         who);

  return TRUE;
}
