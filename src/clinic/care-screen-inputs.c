/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-screen-inputs.h"

#include <stdio.h>

#include "clinic/care-clinic-private.h"

/* How many answered forms are held ready. */
#define MOST_ANSWERS 300

struct _CareScreenInputs
{
  CareScreeningInputs  inputs;

  /* What it points into */
  GArray              *answers;
  GPtrArray           *responses;
  CareHistory         *history;
  char               **areas;
  char                *product;
  char                *batch;
  GDate                birth_date;
};

void
_care_screen_inputs_free (CareScreenInputs *self)
{
  g_clear_pointer (&self->answers, g_array_unref);
  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_object (&self->history);
  g_strfreev (self->areas);
  g_free (self->product);
  g_free (self->batch);
  g_free (self);
}

/* A version that is only about to be written may still come to nothing. */
static gboolean
is_written (CareDocument *document)
{
  JsonObject *meta = care_fhir_get_object (care_document_get_resource (document), "meta");
  const char *version = care_fhir_get_string (meta, "versionId");

  return version != NULL && g_ascii_strtoull (version, NULL, 10) == care_document_get_version (document);
}

/* Every screening reads all of a patient's answers; those that did not change are held ready. */
CareResponse *
_care_screen_inputs_read (CareClinic         *clinic,
                          CareDocument       *document,
                          CareQuestionnaire  *form,
                          GError            **error)
{
  g_autofree char *key = g_strdup_printf ("%s/%u", care_document_get_id (document),
                                          care_document_get_version (document));
  CareResponse *response = g_hash_table_lookup (clinic->answers, key);

  if (response != NULL)
    return g_object_ref (response);

  response = _care_clinic_read_response (clinic, document, form, error);
  if (response == NULL || !is_written (document))
    return response;

  if (g_hash_table_size (clinic->answers) >= MOST_ANSWERS)
    g_hash_table_remove_all (clinic->answers);
  g_hash_table_insert (clinic->answers, g_steal_pointer (&key), g_object_ref (response));

  return response;
}

/* The answers as they were when they were first complete, if they were changed since. */
static CareResponse *
find_former (CareClinic         *self,
             CareDocument       *document,
             CareQuestionnaire  *form)
{
  g_autoptr (GPtrArray) history = NULL;

  if (g_strcmp0 (care_fhir_get_string (care_document_get_resource (document), "status"), "amended") != 0)
    return NULL;

  history = care_store_history (self->store, "QuestionnaireResponse", care_document_get_id (document), NULL);
  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      CareDocument *version = g_ptr_array_index (history, i);

      if (g_strcmp0 (care_fhir_get_string (care_document_get_resource (version), "status"), "completed") == 0)
        return _care_screen_inputs_read (self, version, form, NULL);
    }

  return NULL;
}

static gboolean
load_answers (CareClinic       *self,
              CareVisit        *visit,
              CareStoreChange  *change,
              CareScreenInputs *inputs,
              GError          **error)
{
  g_autoptr (GPtrArray) documents = _care_clinic_list_responses (self, visit->patient, change, error);

  if (documents == NULL)
    return FALSE;

  inputs->answers = g_array_new (FALSE, TRUE, sizeof (CareScreeningAnswers));
  inputs->responses = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < documents->len; i++)
    {
      CareDocument *document = g_ptr_array_index (documents, i);
      JsonObject *resource = care_document_get_resource (document);
      CareQuestionnaire *form = _care_clinic_form_of (self, resource);
      gboolean own = g_strcmp0 (care_fhir_get_reference (resource, "encounter", "Encounter"), visit->id) == 0;
      CareScreeningAnswers one = { 0 };

      /* Staff's own record counts for this visit and from its first word on: "anything new?" stands in it. */
      if (form == NULL || (care_fhir_ext_get_boolean (resource, "staff-record")
                           ? !own : g_strcmp0 (care_fhir_get_string (resource, "status"), "in-progress") == 0))
        continue;

      one.response = _care_screen_inputs_read (self, document, form, error);
      if (one.response == NULL)
        return FALSE;
      g_ptr_array_add (inputs->responses, one.response);
      one.former = find_former (self, document, form);
      if (one.former != NULL)
        g_ptr_array_add (inputs->responses, one.former);
      one.authored = care_fhir_get_instant (resource, "authored");
      one.this_visit = own;
      g_array_append_val (inputs->answers, one);
    }

  return TRUE;
}

static gboolean
read_birth_date (CarePatient *patient,
                 GDate       *date)
{
  int year = 0;
  int month = 12;
  int day = 0;

  if (patient->birth_date == NULL || sscanf (patient->birth_date, "%d-%d-%d", &year, &month, &day) < 1
      || !g_date_valid_year ((GDateYear) year))
    return FALSE;

  /* Year or month alone: the youngest the person can be. */
  if (day == 0)
    day = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_valid (date);
}

/* The day after the last one on which the batch may be used. */
static CareInstant
read_expiry (CareClinic *self,
             const char *expiry)
{
  int year;
  int month;
  int day;
  CareInstant last;

  if (expiry == NULL || sscanf (expiry, "%d-%d-%d", &year, &month, &day) != 3)
    return CARE_INSTANT_NONE;

  last = care_instant_from_local (self->zone, year, month, day, 12, 0, NULL);

  return last == CARE_INSTANT_NONE ? last : care_instant_day_start (last + 24 * CARE_HOUR, self->zone);
}

static void
fill (CareScreenInputs *self,
      CareClinic       *clinic,
      CareVisit        *visit,
      JsonObject       *encounter)
{
  CareScreeningInputs *inputs = &self->inputs;

  care_screening_inputs_init (inputs, clinic->protocol, clinic->zone);
  inputs->answers = (const CareScreeningAnswers *) (void *) self->answers->data;
  inputs->n_answers = self->answers->len;
  inputs->history = self->history;
  inputs->visit = visit->kind;
  inputs->product = self->product;
  inputs->batch = self->batch;
  inputs->batch_expires = read_expiry (clinic, care_fhir_ext_get_string (encounter, "expiry"));
  inputs->areas = self->areas[0] != NULL ? (const char *const *) self->areas : NULL;
  inputs->now = _care_clinic_now (clinic);
  inputs->session_start = inputs->now;
  g_date_clear (&self->birth_date, 1);
  if (read_birth_date (visit->patient, &self->birth_date))
    inputs->birth_date = &self->birth_date;
  inputs->identity_open = inputs->birth_date == NULL || care_fhir_ext_get_boolean (encounter, "wrong-birth-date");
  inputs->consent_needed = visit->kind != CARE_VISIT_READING;
  inputs->language = care_clinic_info_get_staff_language (clinic->info);
}

CareScreenInputs *
_care_screen_inputs_new (CareClinic       *clinic,
                         CareStoreChange  *change,
                         CareVisit        *visit,
                         JsonObject       *encounter,
                         GError          **error)
{
  g_autoptr (CareScreenInputs) self = g_new0 (CareScreenInputs, 1);

  if (!load_answers (clinic, visit, change, self, error))
    return NULL;
  self->history = _care_clinic_load_history (clinic, visit->patient, change, error);
  if (self->history == NULL)
    return NULL;

  self->areas = care_fhir_ext_dup_codes (encounter, "area");
  self->product = g_strdup (care_fhir_ext_get_string (encounter, "product"));
  self->batch = g_strdup (care_fhir_ext_get_string (encounter, "batch"));
  fill (self, clinic, visit, encounter);

  return g_steal_pointer (&self);
}

const CareScreeningInputs *
_care_screen_inputs_get (CareScreenInputs *self)
{
  return &self->inputs;
}
