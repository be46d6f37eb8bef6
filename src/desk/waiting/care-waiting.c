/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/waiting/care-waiting.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-session.h"

/**
 * care_waiting_list_visits:
 * @desk: what the pages work with
 *
 * Returns: (transfer full) (element-type CareVisit): visits that wait for the clinician: unsigned records of the days
 *   before and of today, and what is to be decided today, in order of time
 */
GPtrArray *
care_waiting_list_visits (CareDesk *desk)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);

  CareClinic *clinic = care_desk_get_clinic (desk);
  GListModel *today = care_clinic_get_today (clinic);
  g_autoptr (GListModel) unsigned_ones = care_clinic_list_unsigned (clinic, NULL);
  GPtrArray *visits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; unsigned_ones != NULL && i < g_list_model_get_n_items (unsigned_ones); i++)
    g_ptr_array_add (visits, g_list_model_get_item (unsigned_ones, i));
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);

      if (care_waiting_visit_word (visit) != NULL && !g_ptr_array_find (visits, visit, NULL))
        g_ptr_array_add (visits, g_object_ref (visit));
    }
  return visits;
}

/**
 * care_waiting_count:
 * @desk: what the pages work with
 * @unsigned_records: (out) (optional): how many of them are records that nobody has signed
 * @owners: (out) (optional): how many are the owner's to put right
 *
 * Returns: how many things wait for the clinician: open tasks of everybody, unsigned records, and visits of today
 */
guint
care_waiting_count (CareDesk *desk,
                    guint    *unsigned_records,
                    guint    *owners)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), 0);

  g_autoptr (GListModel) tasks = care_clinic_list_tasks (care_desk_get_clinic (desk), NULL, NULL);
  g_autoptr (GPtrArray) visits = care_waiting_list_visits (desk);
  guint records = 0;
  guint of_owner = 0;

  for (guint i = 0; i < visits->len; i++)
    records += care_visit_is_unsigned (g_ptr_array_index (visits, i));
  for (guint i = 0; tasks != NULL && i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (CareTask) task = g_list_model_get_item (tasks, i);

      of_owner += care_task_is_for_owner (task);
    }
  if (unsigned_records != NULL)
    *unsigned_records = records;
  if (owners != NULL)
    *owners = of_owner;
  return visits->len + (tasks != NULL ? g_list_model_get_n_items (tasks) : 0);
}

const char *
care_waiting_visit_word (CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  if (care_visit_is_drafted (visit))
    return _("The record is begun and not signed");
  if (care_visit_is_unsigned (visit))
    return _("The record is not signed");
  return care_visit_get_next_step (visit) == CARE_NEXT_DECIDE ? _("To be decided") : NULL;
}

typedef struct
{
  const char *kind;
  const char *word;
} CareTaskWord;

static const CareTaskWord TASK_WORDS[] = {
  { "something-happened", N_("Something happened") },
  { "new-since", N_("Something new was told after the needle") },
  { "test-reaction", N_("A reaction to the test") },
  { "answer-changed", N_("An answer was changed") },
  { "clashing-lines", N_("Two lines of the sheet contradict each other") },
};

const char *
care_waiting_task_word (CareTask *task)
{
  g_return_val_if_fail (CARE_IS_TASK (task), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TASK_WORDS); i++)
    if (g_strcmp0 (TASK_WORDS[i].kind, care_task_get_kind (task)) == 0)
      return _(TASK_WORDS[i].word);
  return _("A question to the clinician");
}

const char *
care_waiting_urgency_word (CareTask *task)
{
  g_return_val_if_fail (CARE_IS_TASK (task), NULL);

  switch (care_task_get_urgency (task))
    {
    case CARE_SIGN_EMERGENCY:
      return _("Emergency");
    case CARE_SIGN_SAME_DAY:
      return _("The same day");
    case CARE_SIGN_SOON:
    default:
      return _("Soon");
    }
}

CareTone
care_waiting_urgency_tone (CareTask *task)
{
  g_return_val_if_fail (CARE_IS_TASK (task), CARE_TONE_QUIET);

  switch (care_task_get_urgency (task))
    {
    case CARE_SIGN_EMERGENCY:
      return CARE_TONE_STOP;
    case CARE_SIGN_SAME_DAY:
      return CARE_TONE_DECIDE;
    case CARE_SIGN_SOON:
    default:
      return CARE_TONE_WAITING;
    }
}
