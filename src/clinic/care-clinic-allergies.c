/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-allergies.h"

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-screen-inputs.h"

static void
allergy_free (gpointer data)
{
  CareAllergy *allergy = data;

  g_free (allergy->key);
  g_free (allergy->name);
  g_free (allergy->typed_in);
  g_free (allergy->system);
  g_free (allergy->code);
  g_free (allergy->confirmed_by);
  g_free (allergy);
}

void
care_allergies_free (CareAllergies *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self);
}

/* Answers that were never finished, and staff's own records, say nothing of allergies. */
static gboolean
counts (JsonObject *resource)
{
  const char *status = care_fhir_get_string (resource, "status");

  return !care_fhir_ext_get_boolean (resource, "staff-record")
         && (g_strcmp0 (status, "completed") == 0 || g_strcmp0 (status, "amended") == 0);
}

/* Answers that were asked about allergies. NULL without an error: these were not. */
static CareResponse *
read_asked (CareClinic    *self,
            CareDocument  *document,
            GError       **error)
{
  JsonObject *resource = care_document_get_resource (document);
  CareQuestionnaire *form = counts (resource) ? _care_clinic_form_of (self, resource) : NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GPtrArray) nodes = NULL;

  if (form == NULL)
    return NULL;
  response = _care_screen_inputs_read (self, document, form, error);
  if (response == NULL)
    return NULL;
  nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, "allergies");

  return nodes->len > 0 ? g_steal_pointer (&response) : NULL;
}

/* Who has looked at it. */
static void
find_confirmation (CareClinic   *self,
                   GPtrArray    *kept,
                   CareAllergy  *allergy)
{
  for (guint i = 0; i < kept->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (kept, i));
      CareStaff *staff;

      if (!_care_clinic_is_allergy_confirmed (resource) || !_care_clinic_is_allergy_of (resource, allergy->key))
        continue;
      staff = care_clinic_lookup_staff (self, care_fhir_get_reference (resource, "recorder", "Practitioner"));
      g_free (allergy->confirmed_by);
      allergy->confirmed_by = g_strdup (staff != NULL ? care_staff_get_display_name (staff) : "?");
      allergy->confirmed_at = care_fhir_get_instant (resource, "recordedDate");
    }
}

static void
add_allergy (CareClinic     *self,
             CareAllergies  *allergies,
             GPtrArray      *kept,
             CareNode       *node,
             CareValue      *value,
             const char     *name,
             CareInstant     named_at)
{
  gboolean coded = care_value_get_value_type (value) == CARE_VALUE_CODING && care_value_get_code (value) != NULL;
  g_autofree char *key = coded ? g_strdup (care_value_get_code (value))
                               : g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  CareAllergy *allergy;

  for (guint i = 0; i < allergies->list->len; i++)
    if (g_str_equal (((CareAllergy *) g_ptr_array_index (allergies->list, i))->key, key))
      return;

  allergy = g_new0 (CareAllergy, 1);
  allergy->key = g_steal_pointer (&key);
  allergy->name = g_strdup (name);
  allergy->system = coded ? g_strdup (care_value_get_system (value)) : NULL;
  allergy->code = coded ? g_strdup (care_value_get_code (value)) : NULL;
  allergy->typed = !coded;
  allergy->typed_in = !coded ? care_node_dup_typed_language (node, care_clinic_info_get_staff_language (self->info)) : NULL;
  allergy->named_at = named_at;
  allergy->not_again = named_at != allergies->asked_at;
  allergy->confirmed_at = CARE_INSTANT_NONE;
  find_confirmation (self, kept, allergy);
  allergies->count++;
  allergies->unconfirmed += allergy->confirmed_by == NULL;
  g_ptr_array_add (allergies->list, allergy);
}

static void
read_listed (CareClinic     *self,
             CareAllergies  *allergies,
             GPtrArray      *kept,
             CareNode       *node,
             gboolean        typed,
             CareInstant     named_at)
{
  const char *language = care_clinic_info_get_staff_language (self->info);

  for (guint i = 0; i < care_node_get_n_answers (node); i++)
    {
      CareValue *value = care_node_get_answer (node, i);
      const CareOption *option = care_item_find_option (care_node_get_item (node), value);
      const char *code = care_value_get_value_type (value) == CARE_VALUE_CODING ? care_value_get_code (value) : NULL;
      g_autofree char *name = option != NULL ? g_strdup (care_option_get_display (option, language))
                                             : care_value_dup_text (value);

      /* What was typed stands for itself. */
      if (code != NULL && (g_str_equal (code, "none") || g_str_equal (code, "no")
                           || (typed && g_str_equal (code, "other"))))
        continue;
      if (code != NULL && (g_str_equal (code, "unsure") || g_str_equal (code, "tell-staff")))
        continue;
      add_allergy (self, allergies, kept, node, value, g_strstrip (name), named_at);
    }
}

static gboolean
has_typed (GPtrArray *typed)
{
  for (guint i = 0; i < typed->len; i++)
    if (care_node_is_enabled (g_ptr_array_index (typed, i)) && care_node_get_n_answers (g_ptr_array_index (typed, i)) > 0)
      return TRUE;

  return FALSE;
}

/* What stands in the answers by name, whatever newer ones say. */
static void
read_names (CareClinic     *self,
            CareAllergies  *allergies,
            GPtrArray      *kept,
            CareResponse   *response,
            CareInstant     named_at)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, "allergies");
  g_autoptr (GPtrArray) typed = care_response_list_by_code (response, CARE_FHIR_QUESTION, "allergy-other");
  gboolean other = has_typed (typed);

  for (guint i = 0; i < nodes->len; i++)
    if (care_node_is_enabled (g_ptr_array_index (nodes, i)))
      read_listed (self, allergies, kept, g_ptr_array_index (nodes, i), other, named_at);
  for (guint i = 0; i < typed->len; i++)
    if (care_node_is_enabled (g_ptr_array_index (typed, i)))
      read_listed (self, allergies, kept, g_ptr_array_index (typed, i), FALSE, named_at);
}

/* How it stands by the newest answers. */
static void
read_state (CareAllergies *allergies,
            CareResponse  *response)
{
  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, CARE_FHIR_QUESTION, "allergies");
  gboolean not_asked = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    {
      CareNode *node = g_ptr_array_index (nodes, i);
      CareAnswerState state = care_node_get_state (node);

      if (!care_node_is_enabled (node))
        continue;
      not_asked = not_asked || state == CARE_ANSWER_NOT_ASKED;
      allergies->open = allergies->open || state == CARE_ANSWER_NOT_SURE || state == CARE_ANSWER_TELL_STAFF
                        || care_node_has_code (node, NULL, "unsure") || care_node_has_code (node, NULL, "tell-staff");
    }

  if (allergies->open)
    allergies->state = CARE_ALLERGIES_OPEN;
  else
    allergies->state = not_asked ? CARE_ALLERGIES_NOT_ASKED : CARE_ALLERGIES_NONE;
}

CareAllergies *
_care_clinic_read_allergies (CareClinic       *self,
                             CarePatient      *patient,
                             CareStoreChange  *change,
                             GError          **error)
{
  g_autoptr (CareAllergies) allergies = g_new0 (CareAllergies, 1);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) all = NULL;

  allergies->asked_at = CARE_INSTANT_NONE;
  allergies->list = g_ptr_array_new_with_free_func (allergy_free);
  kept = _care_clinic_list_of (self, patient, "AllergyIntolerance", change, error);
  if (kept == NULL)
    return NULL;
  all = _care_clinic_list_responses (self, patient, change, error);
  if (all == NULL)
    return NULL;

  for (guint i = all->len; i > 0; i--)
    {
      CareDocument *document = g_ptr_array_index (all, i - 1);
      CareInstant authored = care_fhir_get_instant (care_document_get_resource (document), "authored");
      g_autoptr (GError) local = NULL;
      g_autoptr (CareResponse) response = read_asked (self, document, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (response == NULL)
        continue;
      if (allergies->asked_at == CARE_INSTANT_NONE)
        {
          allergies->asked_at = authored;
          read_state (allergies, response);
        }
      read_names (self, allergies, kept, response, authored);
    }

  if (allergies->count > 0)
    allergies->state = CARE_ALLERGIES_NAMED;

  return g_steal_pointer (&allergies);
}

/**
 * care_clinic_get_allergies:
 * @self: a clinic
 * @patient: a patient
 *
 * Returns: (transfer full): how it stands with allergies, without a name
 */
CareAllergies *
care_clinic_get_allergies (CareClinic   *self,
                           CarePatient  *patient,
                           GError      **error)
{
  CareAllergies *allergies;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  allergies = _care_clinic_read_allergies (self, patient, NULL, error);
  if (allergies != NULL)
    g_clear_pointer (&allergies->list, g_ptr_array_unref);

  return allergies;
}

/**
 * care_clinic_open_allergies:
 * @self: a clinic
 * @patient: a patient
 * @by: a clinician's signature
 *
 * Returns: (transfer full): the allergies by name; that they were opened is written in the audit trail
 */
CareAllergies *
care_clinic_open_allergies (CareClinic           *self,
                            CarePatient          *patient,
                            const CareSignature  *by,
                            GError              **error)
{
  g_autoptr (CareAllergies) allergies = NULL;
  g_autoptr (CareStoreChange) change = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!_care_clinic_check_clinician (self, by, "allergies", error))
    return NULL;
  allergies = _care_clinic_read_allergies (self, patient, NULL, error);
  if (allergies == NULL)
    return NULL;

  change = _care_clinic_begin (self);
  _care_clinic_audit (self, change, "R", "open-allergies", by->staff, "Patient", patient->id);
  if (!care_store_commit (self->store, change, error))
    return NULL;

  return g_steal_pointer (&allergies);
}
