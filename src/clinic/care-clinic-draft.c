/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-session.h"

static const guint may_be_drafted = 1u << CARE_STATE_ARRIVED | 1u << CARE_STATE_IN_TREATMENT
                                    | 1u << CARE_STATE_WATCH_UNTIL | 1u << CARE_STATE_SHEET_OWED
                                    | 1u << CARE_STATE_LEFT_EARLY;

static void
fill_code (CareResponse *response,
           const char   *question,
           const char   *code)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, question);

  for (guint i = 0; code != NULL && i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);
      const CareItem *item = care_node_get_item (node);

      if (care_node_get_n_answers (node) > 0)
        continue;

      for (guint j = 0; j < care_item_get_n_options (item); j++)
        {
          CareValue *option = care_option_get_value (care_item_get_option (item, j));

          if (care_value_is_code (option, NULL, code))
            care_response_add_value (response, node, option);
        }
    }
}

static void
fill_instant (CareClinic   *self,
              CareResponse *response,
              const char   *question,
              CareInstant   instant)
{
  g_autoptr (CareValue) value = NULL;

  if (instant == CARE_INSTANT_NONE)
    return;

  value = care_value_new_instant (instant, self->zone);
  care_response_prefill_by_code (response, CARE_FHIR_QUESTION, question, value);
}

static void
fill_areas (CareResponse *response,
            CareVisit    *visit)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, "areas");

  for (guint i = 0; i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);

      /* What a clinician has changed already stays changed. */
      if (care_node_get_n_answers (node) > 0)
        continue;
      for (gsize j = 0; visit->areas[j] != NULL; j++)
        {
          g_autoptr (CareValue) area = care_value_new_coding (CARE_FHIR_AREA, visit->areas[j], NULL);

          care_response_add_value (response, node, area);
        }
    }
}

void
_care_clinic_follow_batch (CareClinic    *self,
                           CareVisit     *visit,
                           CareResponse  *response)
{
  const char *const questions[] = { "batch", "test-batch" };

  for (gsize i = 0; visit->product != NULL && i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, questions[i]);
      g_autoptr (GPtrArray) dates = care_response_list_by_code (response, CARE_FHIR_QUESTION, "expiry");
      CareValue *value = nodes->len > 0 ? care_node_get_value (g_ptr_array_index (nodes, 0)) : NULL;
      const CareBatch *batch = value != NULL ? care_clinic_info_find_batch (self->info, visit->product,
                                                                            care_value_get_code (value)) : NULL;
      g_autofree char *text = NULL;
      g_autoptr (CareValue) expiry = NULL;

      if (batch == NULL || dates->len == 0)
        continue;
      text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&batch->expiry), g_date_get_month (&batch->expiry),
                              g_date_get_day (&batch->expiry));
      expiry = care_value_new_date (text, NULL);
      value = care_node_get_value (g_ptr_array_index (dates, 0));
      if (value == NULL || !care_value_equal (value, expiry))
        care_response_set_value (response, g_ptr_array_index (dates, 0), expiry);
    }
}

/* What the visit knows; what somebody has written stays as it is. */
static void
fill_record (CareClinic   *self,
             CareVisit    *visit,
             CareResponse *response,
             const char   *clinician)
{
  g_autoptr (CareValue) expiry = NULL;

  fill_code (response, "product", visit->product);
  fill_code (response, "test-product", visit->product);
  fill_code (response, "batch", visit->batch);
  fill_code (response, "test-batch", visit->batch);
  fill_code (response, "injector", clinician);
  fill_code (response, "reading-reader", clinician);
  if (visit->expiry != NULL)
    expiry = care_value_new_date (visit->expiry, NULL);
  if (expiry != NULL)
    care_response_prefill_by_code (response, CARE_FHIR_QUESTION, "expiry", expiry);
  fill_areas (response, visit);
  fill_instant (self, response, "session-start", visit->began_at);
  fill_instant (self, response, "session-end", visit->finished_at);
  fill_instant (self, response, "test-time", visit->finished_at);
  if (visit->kind == CARE_VISIT_READING)
    fill_instant (self, response, "reading-time", _care_clinic_now (self));
}

/**
 * care_clinic_draft_record:
 * @self: a clinic
 * @visit: a visit in treatment or later
 * @clinician: (nullable): staff id of who injected; NULL: whoever is signed in, where that is a clinician
 *
 * Returns: (transfer full): the visit's record form (test record, reading or session record) as it was kept, with what
 *   is known already: product, batch, expiry, areas, injector, times. Never a finish that nobody pressed.
 */
CareResponse *
care_clinic_draft_record (CareClinic  *self,
                          CareVisit   *visit,
                          const char  *clinician,
                          GError     **error)
{
  CareQuestionnaire *form;
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareResponse) response = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  form = _care_clinic_get_record_form (self, visit, error);
  if (form == NULL)
    return NULL;

  former = _care_clinic_find_response (self, visit, form, NULL, NULL);
  response = former != NULL ? _care_clinic_read_response (self, former, form, error) : care_response_new (form);
  if (response == NULL)
    return NULL;

  if (clinician == NULL && self->actor != NULL && care_staff_get_role (self->actor) == CARE_STAFF_CLINICIAN)
    clinician = care_staff_get_id (self->actor);
  fill_record (self, visit, response, clinician);

  return g_steal_pointer (&response);
}

/**
 * care_clinic_keep_record:
 * @self: a clinic
 * @visit: a visit in treatment or later whose record is not signed
 * @response: what is written so far, wrong and missing answers too; the batch's own last day is put right in it
 *
 * Anybody who is signed in may write a draft; it counts for nothing before a clinician has signed it.
 *
 * Returns: FALSE when nothing was kept
 */
gboolean
care_clinic_keep_record (CareClinic    *self,
                         CareVisit     *visit,
                         CareResponse  *response,
                         GError       **error)
{
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, may_be_drafted, "record", error))
    return FALSE;
  if (visit->recorded || (visit->state == CARE_STATE_ARRIVED && visit->kind != CARE_VISIT_READING)
      || !_care_clinic_is_record_of (visit, care_response_get_questionnaire (response)))
    return _care_clinic_refuse_state (visit, "record", error);

  _care_clinic_follow_batch (self, visit, response);
  former = _care_clinic_find_response (self, visit, care_response_get_questionnaire (response), NULL, NULL);
  change = _care_clinic_begin (self);
  _care_clinic_put_response (self, change, visit, response, former, CARE_RESPONSE_IN_PROGRESS, who,
                             CARE_ANSWER_FROM_PAPER, CARE_HELPER_NOBODY);
  if (visit->drafted)
    {
      _care_clinic_audit (self, change, "U", "draft-record", who, "Encounter", visit->id);
      return care_store_commit (self->store, change, error);
    }

  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_boolean (encounter, "record-draft", TRUE);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "draft-record", who, error);
}

gboolean
_care_clinic_move_draft_end (CareClinic       *self,
                             CareStoreChange  *change,
                             CareVisit        *visit,
                             CareInstant       finished,
                             const char       *who,
                             GError          **error)
{
  CareQuestionnaire *form;
  g_autoptr (CareDocument) former = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareValue) end = care_value_new_instant (finished, self->zone);
  const char *const questions[] = { "session-end", "test-time" };

  if (!visit->drafted)
    return TRUE;

  form = _care_clinic_get_record_form (self, visit, error);
  former = form != NULL ? _care_clinic_find_response (self, visit, form, change, NULL) : NULL;
  response = former != NULL ? _care_clinic_read_response (self, former, form, error) : NULL;
  if (response == NULL)
    return former == NULL && form != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, questions[i]);

      for (guint j = 0; j < nodes->len; j++)
        care_response_set_value (response, g_ptr_array_index (nodes, j), end);
    }
  _care_clinic_put_response (self, change, visit, response, former, CARE_RESPONSE_IN_PROGRESS, who,
                             CARE_ANSWER_FROM_PAPER, CARE_HELPER_NOBODY);

  return TRUE;
}

/* ---- unsigned records ---- */

/* Older ones are found on the patient's page. */
#define REMEMBERED (31 * 24 * CARE_HOUR)

static void
sort_earlier (CareClinic *self,
              CareVisit  *visit)
{
  gboolean belongs = visit->start < self->today_from && care_visit_is_unsigned (visit);
  guint position;
  gboolean there = g_list_store_find (self->unsigned_before, visit, &position);

  if (there && !belongs)
    g_list_store_remove (self->unsigned_before, position);
  else if (!there && belongs)
    g_list_store_append (self->unsigned_before, visit);
}

void
_care_clinic_sort_unsigned (CareClinic *self,
                            CareVisit  *visit)
{
  if (self->unsigned_before != NULL)
    sort_earlier (self, visit);
}

/**
 * care_clinic_list_unsigned:
 * @self: a clinic
 *
 * The first look at a day reads the days before; later ones cost nothing.
 *
 * Returns: (transfer full): visits of the last 31 days and of today whose record is not signed, in order of time
 */
GListModel *
care_clinic_list_unsigned (CareClinic  *self,
                           GError     **error)
{
  g_autoptr (GListStore) list = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  if (self->unsigned_before == NULL)
    {
      g_autoptr (GListModel) before =
        care_clinic_list_visits (self, self->today_from - REMEMBERED, self->today_from, error);

      if (before == NULL)
        return NULL;
      self->unsigned_before = g_list_store_new (CARE_TYPE_VISIT);
      for (guint i = 0; i < g_list_model_get_n_items (before); i++)
        {
          g_autoptr (CareVisit) visit = g_list_model_get_item (before, i);

          sort_earlier (self, visit);
        }
    }

  list = g_list_store_new (CARE_TYPE_VISIT);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->unsigned_before)); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->unsigned_before), i);

      g_list_store_append (list, visit);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->today)); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->today), i);

      if (care_visit_is_unsigned (visit))
        g_list_store_append (list, visit);
    }

  return G_LIST_MODEL (g_steal_pointer (&list));
}
