/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-session.h"

/* Nothing that is recorded lies in the future. What is too early is told by the question @after, or by the beginning
 * of the visit where @after is NULL; @early is NULL where nothing comes first. */
typedef struct
{
  const char *question;
  const char *future;
  const char *after;
  const char *early;
} TimeRule;

static const TimeRule time_rules[] = {
  { "numbing-on", "The time the cream was put on lies in the future. Check it.", NULL, NULL },
  { "numbing-off", "The time the cream was taken off lies in the future. Check it.",
    "numbing-on", "The cream was taken off before it was put on. Check both times." },
  { "session-start", "The first injection lies in the future. Check the time.", NULL, NULL },
  { "session-end", "The last injection lies in the future. Check the time.",
    "session-start", "The last injection lies before the first one. Check both times." },
  { "test-time", "The test's second injection lies in the future. Check the time.",
    NULL, "The test's second injection lies before the visit began. Check the time." },
  { "first-reading-time", "The first reading lies in the future. Check the time.",
    "test-time", "The first reading lies before the test. Check both times." },
  { "reading-time", "The reading lies in the future. Check the time.", NULL, NULL },
};

/* @node: (out) (optional) (transfer none): the question, where it is answered with a time */
CareInstant
_care_clinic_find_record_time (CareClinic    *self,
                               CareResponse  *form,
                               const char    *question,
                               CareNode     **node)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (form, CARE_FHIR_QUESTION, question);
  CareValue *value = nodes->len > 0 ? care_node_get_value (g_ptr_array_index (nodes, 0)) : NULL;
  CareInstant first;
  CareInstant last;

  if (value == NULL || !care_value_get_instants (value, self->zone, &first, &last))
    return CARE_INSTANT_NONE;
  if (node != NULL)
    *node = g_ptr_array_index (nodes, 0);

  return first;
}

static gboolean
check_time (CareClinic      *self,
            CareVisit       *visit,
            CareResponse    *form,
            const TimeRule  *rule,
            CareNode       **where,
            GError         **error)
{
  CareNode *node = NULL;
  CareInstant at = _care_clinic_find_record_time (self, form, rule->question, &node);
  CareInstant before = CARE_INSTANT_NONE;
  const char *wrong = NULL;

  if (at == CARE_INSTANT_NONE || !care_node_is_enabled (node))
    return TRUE;

  if (rule->after != NULL)
    before = _care_clinic_find_record_time (self, form, rule->after, NULL);
  else if (rule->early != NULL && visit->began_at != CARE_INSTANT_NONE)
    /* The form shows whole minutes. */
    before = visit->began_at - visit->began_at % CARE_MINUTE;
  if (at > _care_clinic_now (self))
    wrong = rule->future;
  else if (before != CARE_INSTANT_NONE && at < before)
    wrong = rule->early;
  if (wrong == NULL)
    return TRUE;

  if (where != NULL)
    *where = node;
  g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, wrong);

  return FALSE;
}

/**
 * care_clinic_check_record:
 * @self: a clinic
 * @visit: a visit
 * @form: its record, as it is about to be signed
 * @where: (out) (optional) (nullable) (transfer none): the question that is answered wrongly
 * @error: return location for a #CareError
 *
 * What care_clinic_record() and care_clinic_record_reading() refuse of a form, before a clinician is asked for a PIN.
 *
 * Returns: FALSE with %CARE_ERROR_INPUT or %CARE_ERROR_REFUSED and a sentence that names the field
 */
gboolean
care_clinic_check_record (CareClinic    *self,
                          CareVisit     *visit,
                          CareResponse  *form,
                          CareNode     **where,
                          GError       **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  CareNode *node = NULL;
  CareInstant reading;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (CARE_IS_RESPONSE (form), FALSE);

  if (where != NULL)
    *where = NULL;
  problems = care_response_validate (form);
  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = care_problem_dup_text (problem);

      if (!care_problem_holds_up (problem))
        continue;
      if (where != NULL)
        *where = problem->node;
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: %s", problem->link_id, text);
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (time_rules); i++)
    if (!check_time (self, visit, form, &time_rules[i], where, error))
      return FALSE;

  reading = _care_clinic_find_record_time (self, form, "reading-time", &node);
  if (reading == CARE_INSTANT_NONE || _care_clinic_check_reading_time (self, visit, reading, NULL, error))
    return TRUE;
  if (where != NULL)
    *where = node;

  return FALSE;
}
