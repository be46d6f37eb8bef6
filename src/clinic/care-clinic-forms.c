/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-handover.h"

#include <string.h>

#include "base/care-json.h"
#include "clinic/care-clinic-private.h"
#include "course/care-form-lists.h"
#include "screening/care-screening.h"

/* @key: under which it is remembered; @product: (nullable): whose batches alone it lists. */
static CareQuestionnaire *
fill_form (CareClinic  *self,
           JsonNode    *node,
           const char  *source,
           const char  *key,
           const char  *product,
           GError     **error)
{
  /* Products, batches and injectors are this clinic's, not the sample's. */
  g_autoptr (JsonNode) filled = care_form_lists_fill_for (node, self->info, self->protocol, product);
  CareQuestionnaire *form = care_questionnaire_new_from_node (filled, source, error);

  if (form != NULL)
    g_hash_table_insert (self->forms, g_strdup (key), form);

  return form;
}

CareQuestionnaire *
_care_clinic_load_form (CareClinic  *self,
                        const char  *name,
                        const char  *key,
                        const char  *product,
                        GError     **error)
{
  CareQuestionnaire *form = g_hash_table_lookup (self->forms, key);
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (form != NULL)
    return form;

  file = g_strconcat (name, ".json", NULL);
  path = g_build_filename (self->data_dir, "forms", file, NULL);
  node = care_json_load (path, NULL, error);

  return node != NULL ? fill_form (self, node, path, key, product, error) : NULL;
}

/* NULL without an error where the file cannot be read: whoever asks goes on with the program's own. */
CareQuestionnaire *
_care_clinic_load_own_form (CareClinic     *self,
                            CareShelfForm  *own,
                            const char     *product,
                            GError        **error)
{
  g_autofree char *key = g_strdup_printf ("own/%s/%s", own->file, product != NULL ? product : "");
  CareQuestionnaire *form = g_hash_table_lookup (self->forms, key);
  g_autoptr (JsonNode) node = NULL;

  if (form != NULL || own->form == NULL)
    return form;

  node = care_questionnaire_to_node (own->form);

  return fill_form (self, node, own->file, key, product, error);
}

/**
 * care_clinic_get_form:
 * @self: a clinic
 * @name: the last part of the form's url, "session-record"
 *
 * Returns: (transfer none): the form, loaded once, with the clinic's own lists in it
 */
CareQuestionnaire *
care_clinic_get_form (CareClinic  *self,
                      const char  *name,
                      GError     **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (name != NULL && strchr (name, '/') == NULL, NULL);

  return _care_clinic_load_form (self, name, name, NULL, error);
}

CareQuestionnaire *
_care_clinic_get_record_form (CareClinic  *self,
                              CareVisit   *visit,
                              GError     **error)
{
  const char *name = _care_clinic_get_record_name (visit);
  g_autofree char *key = NULL;

  if (visit->product == NULL)
    return care_clinic_get_form (self, name, error);

  key = g_strdup_printf ("%s/%s", name, visit->product);

  return _care_clinic_load_form (self, name, key, visit->product, error);
}

/* The same form with other lists in it is the same form. */
gboolean
_care_clinic_is_same_form (CareQuestionnaire *one,
                           CareQuestionnaire *other)
{
  return one == other
         || (one != NULL && other != NULL
             && g_strcmp0 (care_questionnaire_get_url (one), care_questionnaire_get_url (other)) == 0);
}

gboolean
_care_clinic_is_record_of (CareVisit         *visit,
                           CareQuestionnaire *form)
{
  const char *url = care_questionnaire_get_url (form);
  const char *name = url != NULL ? strrchr (url, '/') : NULL;

  return name != NULL && g_str_equal (name + 1, _care_clinic_get_record_name (visit));
}

gboolean
_care_clinic_is_intake_due (CareClinic   *self,
                            CarePatient  *patient,
                            CareInstant   at,
                            gboolean     *due,
                            GError      **error)
{
  g_autoptr (GPtrArray) responses = _care_clinic_list_responses (self, patient, NULL, error);
  g_autoptr (CareHistory) history = NULL;
  CareInstant intake = CARE_INSTANT_NONE;

  if (responses == NULL)
    return FALSE;

  for (guint i = 0; i < responses->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (responses, i));
      CareQuestionnaire *form = _care_clinic_form_of (self, resource);

      if (form != NULL && _care_clinic_is_intake_form (self, form)
          && (g_strcmp0 (care_fhir_get_string (resource, "status"), "completed") == 0
              || g_strcmp0 (care_fhir_get_string (resource, "status"), "amended") == 0))
        intake = MAX (intake, care_fhir_get_instant (resource, "authored"));
    }

  history = _care_clinic_load_history (self, patient, NULL, error);
  if (history == NULL)
    return FALSE;

  /* What screening would not count any more is asked again. */
  *due = intake == CARE_INSTANT_NONE
         || care_screening_has_run_out (self->protocol, history, self->zone, intake, at);

  return TRUE;
}

static gboolean
covers (char *const       *consented,
        const char *const *areas)
{
  for (gsize i = 0; areas[i] != NULL; i++)
    if (consented == NULL || !g_strv_contains ((const char *const *) consented, areas[i]))
      return FALSE;

  return TRUE;
}

gboolean
_care_clinic_is_consent_due (CareClinic         *self,
                             CarePatient        *patient,
                             const char         *product,
                             const char *const  *areas,
                             CareStoreChange    *change,
                             gboolean           *due,
                             GError            **error)
{
  g_autoptr (CareHistory) history = _care_clinic_load_history (self, patient, change, error);

  if (history == NULL)
    return FALSE;

  *due = TRUE;
  for (guint i = 0; i < care_history_get_n_entries (history); i++)
    {
      const CareHistoryEntry *entry = care_history_get_entry (history, i);

      if (entry->event == CARE_HISTORY_CONSENT && g_strcmp0 (entry->product, product) == 0
          && covers (entry->areas, areas))
        *due = FALSE;
    }

  return TRUE;
}

/* It names product and areas, so it is asked for once they are chosen. */
static gboolean
needs_consent (CareClinic  *self,
               CareVisit   *visit,
               gboolean    *needed,
               GError     **error)
{
  const char *const *areas = (const char *const *) visit->areas;
  gboolean own = FALSE;

  *needed = FALSE;
  if (visit->product == NULL || areas[0] == NULL)
    return TRUE;
  if (!_care_clinic_is_consent_due (self, visit->patient, visit->product, areas, NULL, needed, error)
      || !_care_clinic_has_consent_answers (self, visit, visit->product, areas, NULL, &own, error))
    return FALSE;

  /* Given at this very visit: it stays part of it. */
  *needed = *needed || own;

  return TRUE;
}

/* Of each form one: asked at two occasions it is asked once. */
static gboolean
add_forms (CareClinic        *self,
           GPtrArray         *forms,
           CareFormOccasion   occasion,
           CareVisit         *visit,
           GError           **error)
{
  g_autoptr (GPtrArray) asked = _care_clinic_list_occasion (self, occasion, visit->product, error);

  if (asked == NULL)
    return FALSE;

  for (guint i = 0; i < asked->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (asked, i);
      gboolean known = FALSE;

      for (guint j = 0; j < forms->len && !known; j++)
        known = _care_clinic_is_same_form (g_ptr_array_index (forms, j), form);
      if (!known)
        g_ptr_array_add (forms, g_object_ref (form));
    }

  return TRUE;
}

/* Asked again at this very visit: it stays part of it. */
static gboolean
has_intake (CareClinic *self,
            CareVisit  *visit)
{
  g_autoptr (GPtrArray) all = _care_clinic_list_responses (self, visit->patient, NULL, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (all, i));
      CareQuestionnaire *form = _care_clinic_form_of (self, resource);

      if (form != NULL && _care_clinic_is_intake_form (self, form)
          && g_strcmp0 (care_fhir_get_reference (resource, "encounter", "Encounter"), visit->id) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * care_clinic_list_forms:
 * @self: a clinic
 * @visit: a visit
 *
 * Returns: (transfer full) (element-type CareQuestionnaire): what the patient answers at this visit, in order;
 *   empty for a reading
 */
GPtrArray *
care_clinic_list_forms (CareClinic *self,
                        CareVisit  *visit,
                        GError    **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean intake = TRUE;
  gboolean consent = FALSE;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  if (visit->kind == CARE_VISIT_READING)
    return g_steal_pointer (&forms);

  if (visit->kind == CARE_VISIT_SESSION)
    {
      if (!_care_clinic_is_intake_due (self, visit->patient, _care_clinic_now (self), &intake, error))
        return NULL;
      intake = intake || has_intake (self, visit);
    }

  if (!needs_consent (self, visit, &consent, error)
      || (intake && !add_forms (self, forms, CARE_OCCASION_FIRST_VISIT, visit, error))
      || (visit->kind == CARE_VISIT_SESSION && !add_forms (self, forms, CARE_OCCASION_DAY_CHECK, visit, error))
      || !add_forms (self, forms, CARE_OCCASION_ANY_VISIT, visit, error)
      || (consent && !add_forms (self, forms, CARE_OCCASION_CONSENT, visit, error)))
    return NULL;

  return g_steal_pointer (&forms);
}

/* While the questions are still being asked: answers to a former version count, unless a question reads differently now. */
static gboolean
needs_nothing_again (CareClinic         *self,
                     CareDocument       *document,
                     CareQuestionnaire  *form,
                     gboolean           *answered,
                     GError            **error)
{
  const char *canonical = care_fhir_get_string (care_document_get_resource (document), "questionnaire");
  g_autoptr (CareResponse) response = NULL;
  GPtrArray *problems;

  if (g_strcmp0 (canonical, care_questionnaire_get_canonical (form)) == 0)
    return TRUE;

  response = _care_clinic_read_response (self, document, form, error);
  if (response == NULL)
    return FALSE;
  problems = care_response_get_import_problems (response);
  for (guint i = 0; i < problems->len; i++)
    if (((const CareProblem *) g_ptr_array_index (problems, i))->kind == CARE_PROBLEM_CHANGED)
      *answered = FALSE;

  return TRUE;
}

/* Answered to the end; a consent only for this product and these areas. */
gboolean
_care_clinic_is_form_answered (CareClinic         *self,
                               CareVisit          *visit,
                               CareQuestionnaire  *form,
                               CareStoreChange    *change,
                               gboolean           *answered,
                               GError            **error)
{
  g_autoptr (CareDocument) document = NULL;
  const char *status;

  if (_care_clinic_is_consent (self, form))
    return _care_clinic_has_consent_answers (self, visit, visit->product, (const char *const *) visit->areas, change,
                                             answered, error);

  document = _care_clinic_find_response (self, visit, form, change, NULL);
  status = document != NULL ? care_fhir_get_string (care_document_get_resource (document), "status") : NULL;
  *answered = g_strcmp0 (status, "completed") == 0 || g_strcmp0 (status, "amended") == 0;

  return !*answered || visit->state != CARE_STATE_ARRIVED || needs_nothing_again (self, document, form, answered, error);
}

/**
 * care_clinic_list_open_forms:
 * @self: a clinic
 * @visit: a visit
 *
 * Returns: (transfer full) (element-type CareQuestionnaire): of its forms those that are not answered to the end
 */
GPtrArray *
care_clinic_list_open_forms (CareClinic *self,
                             CareVisit  *visit,
                             GError    **error)
{
  g_autoptr (GPtrArray) forms = care_clinic_list_forms (self, visit, error);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);

  if (forms == NULL)
    return NULL;

  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);
      gboolean answered = FALSE;

      if (!_care_clinic_is_form_answered (self, visit, form, NULL, &answered, error))
        return NULL;
      if (!answered)
        g_ptr_array_add (open, g_object_ref (form));
    }

  return g_steal_pointer (&open);
}
