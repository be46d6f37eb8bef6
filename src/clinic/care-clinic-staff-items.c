/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-staff-items.h"

#include <string.h>

#include "clinic/care-clinic-private.h"

static void
staff_item_free (gpointer data)
{
  CareStaffItem *self = data;

  g_free (self->key);
  g_free (self->link_id);
  g_free (self->form);
  g_free (self->text);
  g_free (self);
}

static const char *
get_title (CareQuestionnaire *form,
           const char        *language)
{
  const char *title = care_questionnaire_get_title (form, language);

  if (title == NULL)
    title = care_questionnaire_get_name (form);

  return title != NULL ? title : care_questionnaire_get_url (form);
}

static void
add_item (GPtrArray         *items,
          CareQuestionnaire *form,
          const CareItem    *item,
          const char        *language,
          char             **done)
{
  const char *text = care_item_get_text (item, language);
  g_autofree char *key = g_strdup_printf ("%s#%s", care_questionnaire_get_url (form), care_item_get_link_id (item));
  CareStaffItem *found;

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((CareStaffItem *) g_ptr_array_index (items, i))->key, key))
      return;

  found = g_new0 (CareStaffItem, 1);
  found->done = g_strv_contains ((const char *const *) done, key);
  found->key = g_steal_pointer (&key);
  found->link_id = g_strdup (care_item_get_link_id (item));
  found->form = g_strdup (get_title (form, language));
  found->text = g_strdup (text != NULL ? text : care_item_get_link_id (item));
  g_ptr_array_add (items, found);
}

/* What is not enabled is not asked of anybody. */
static void
add_nodes (GPtrArray         *items,
           CareQuestionnaire *form,
           CareNode          *node,
           const char        *language,
           char             **done)
{
  const CareItem *item = care_node_get_item (node);
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_node_is_enabled (node))
    return;
  if (item != NULL && care_item_is_for_staff (item) && !care_item_is_hidden (item) && care_node_get_n_answers (node) == 0)
    add_item (items, form, item, language, done);
  for (guint answer = 0; answer < n_answers; answer++)
    for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
      add_nodes (items, form, care_node_get_child (node, answer, i), language, done);
}

/**
 * care_clinic_list_staff_items:
 * @self: a clinic
 * @visit: a visit
 * @language: the desk's language
 * @error: return location for a #CareError
 *
 * Returns: (transfer full) (element-type CareStaffItem) (nullable): what its forms leave to staff; nothing of what the patient
 *   answered can be read from it but which of these questions came up
 */
GPtrArray *
care_clinic_list_staff_items (CareClinic  *self,
                              CareVisit   *visit,
                              const char  *language,
                              GError     **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (staff_item_free);
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (CareDocument) encounter = NULL;
  g_auto (GStrv) done = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  forms = care_clinic_list_forms (self, visit, error);
  encounter = forms != NULL ? care_store_get (self->store, "Encounter", visit->id, error) : NULL;
  if (encounter == NULL)
    return NULL;

  done = care_fhir_ext_dup_codes (care_document_get_resource (encounter), "staff-done");
  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);
      g_autoptr (CareDocument) document = _care_clinic_find_response (self, visit, form, NULL, NULL);
      g_autoptr (CareResponse) response = NULL;
      CareQuestionnaire *of;

      if (document == NULL)
        continue;
      of = _care_clinic_form_of (self, care_document_get_resource (document));
      response = _care_clinic_read_response (self, document, of, error);
      if (response == NULL)
        return NULL;
      add_nodes (items, of, care_response_get_root (response), language, done);
    }

  return g_steal_pointer (&items);
}

/**
 * care_clinic_set_staff_item:
 * @self: a clinic
 * @visit: a visit
 * @key: which of its items
 * @done: whether somebody has seen to it
 * @error: return location for a #CareError
 *
 * Returns: %FALSE when it could not be kept
 */
gboolean
care_clinic_set_staff_item (CareClinic  *self,
                            CareVisit   *visit,
                            const char  *key,
                            gboolean     done,
                            GError     **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  before = care_fhir_ext_dup_codes (encounter, "staff-done");
  for (gsize i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], key))
      g_strv_builder_add (builder, before[i]);
  if (done)
    g_strv_builder_add (builder, key);
  after = g_strv_builder_end (builder);
  care_fhir_ext_set_codes (encounter, "staff-done", (const char *const *) after);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, done ? "staff-item-done" : "staff-item-open", who, error);
}

/**
 * care_clinic_dup_answered_version:
 * @self: a clinic
 * @visit: a visit
 * @form: one of its forms
 *
 * Returns: (transfer full) (nullable): "1" when the answers of this visit were given on version 1 and the form is another
 *   version by now; "?" for answers that name none
 */
char *
care_clinic_dup_answered_version (CareClinic        *self,
                                  CareVisit         *visit,
                                  CareQuestionnaire *form)
{
  g_autoptr (CareDocument) document = NULL;
  const char *canonical;
  const char *version;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (form), NULL);

  document = _care_clinic_find_response (self, visit, form, NULL, NULL);
  canonical = document != NULL ? care_fhir_get_string (care_document_get_resource (document), "questionnaire") : NULL;
  if (canonical == NULL || g_strcmp0 (canonical, care_questionnaire_get_canonical (form)) == 0)
    return NULL;
  version = strrchr (canonical, '|');

  return g_strdup (version != NULL ? version + 1 : "?");
}

/* Answers, and those that were begun and are none. */
static void
count_answers (CareResponse *response,
               CareNode     *node,
               guint        *answered,
               guint        *typed)
{
  const CareItem *item = care_node_get_item (node);
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_node_is_enabled (node))
    return;
  *answered += care_node_get_n_answers (node) > 0 || care_node_get_absent (node) != CARE_ABSENT_NONE;
  for (guint i = 0; item != NULL && i < care_response_get_n_drafts (response, node); i++)
    *typed += care_response_get_draft (response, node, i) != NULL;
  for (guint answer = 0; answer < n_answers; answer++)
    for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
      count_answers (response, care_node_get_child (node, answer, i), answered, typed);
}

/**
 * care_clinic_is_begun:
 * @self: a clinic
 * @visit: a visit
 * @form: one of its forms
 * @typed: (out): how many answers are half typed: no rule reads them, and they count as not answered
 *
 * Returns: whether answers of this visit are kept that nobody has finished
 */
gboolean
care_clinic_is_begun (CareClinic        *self,
                      CareVisit         *visit,
                      CareQuestionnaire *form,
                      guint             *typed)
{
  g_autoptr (CareDocument) document = NULL;
  g_autoptr (CareResponse) response = NULL;
  guint answered = 0;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (form), FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  *typed = 0;
  document = _care_clinic_find_response (self, visit, form, NULL, NULL);
  if (document == NULL
      || g_strcmp0 (care_fhir_get_string (care_document_get_resource (document), "status"), "in-progress") != 0)
    return FALSE;
  response = _care_clinic_read_response (self, document, form, NULL);
  if (response == NULL)
    return FALSE;
  count_answers (response, care_response_get_root (response), &answered, typed);

  return answered + *typed > 0;
}
