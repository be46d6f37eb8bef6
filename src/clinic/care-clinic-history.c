/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"

static int
compare_written (gconstpointer a,
                 gconstpointer b)
{
  CareDocument *one = *(CareDocument *const *) a;
  CareDocument *other = *(CareDocument *const *) b;
  CareInstant first = care_document_get_written_at (one);
  CareInstant second = care_document_get_written_at (other);

  if (first != second)
    return first < second ? -1 : 1;

  return strcmp (care_document_get_id (one), care_document_get_id (other));
}

/* What @change is about to put takes the place of what the store has. */
static void
overlay (GPtrArray       *documents,
         CareStoreChange *change,
         const char      *subject,
         const char      *kind)
{
  GPtrArray *puts = care_store_change_get_puts (change);

  for (guint i = 0; i < puts->len; i++)
    {
      const CareStorePut *put = g_ptr_array_index (puts, i);

      if (g_strcmp0 (put->subject, subject) != 0 || (kind != NULL && strcmp (put->kind, kind) != 0))
        continue;

      for (guint j = 0; j < documents->len; j++)
        if (strcmp (care_document_get_id (g_ptr_array_index (documents, j)), put->id) == 0
            && strcmp (care_document_get_kind (g_ptr_array_index (documents, j)), put->kind) == 0)
          g_ptr_array_remove_index (documents, j--);
      g_ptr_array_add (documents, care_document_new (put->kind, put->id, subject, put->expected + 1,
                                                     care_store_change_get_at (change), put->resource));
    }
}

GPtrArray *
_care_clinic_list_of (CareClinic       *self,
                      CarePatient      *patient,
                      const char       *kind,
                      CareStoreChange  *change,
                      GError          **error)
{
  GPtrArray *documents = care_store_list (self->store, kind, patient->id, error);

  if (documents == NULL)
    return NULL;

  if (change != NULL)
    overlay (documents, change, patient->id, kind);
  g_ptr_array_sort (documents, compare_written);

  return documents;
}

gboolean
care_clinic_read_ahead (CareClinic *self,
                        CareVisit  *visit,
                        guint       part)
{
  static const CareFormOccasion occasions[] =
    { CARE_OCCASION_FIRST_VISIT, CARE_OCCASION_DAY_CHECK, CARE_OCCASION_ANY_VISIT, CARE_OCCASION_CONSENT };
  /* Answers are the largest; the rest is read at once. */
  static const char *const kinds[] = { "QuestionnaireResponse", NULL };
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (part < G_N_ELEMENTS (occasions))
    found = _care_clinic_list_occasion (self, occasions[part], visit->product, NULL);
  else if (part < G_N_ELEMENTS (occasions) + G_N_ELEMENTS (kinds))
    found = care_store_list (self->store, kinds[part - G_N_ELEMENTS (occasions)], visit->patient->id, NULL);

  return found != NULL;
}

CareDocument *
_care_clinic_find_plan (CareClinic   *self,
                        CarePatient  *patient,
                        GError      **error)
{
  g_autoptr (GPtrArray) plans = _care_clinic_list_of (self, patient, "CarePlan", NULL, error);

  for (guint i = plans != NULL ? plans->len : 0; i > 0; i--)
    {
      CareDocument *plan = g_ptr_array_index (plans, i - 1);

      if (g_strcmp0 (care_fhir_get_string (care_document_get_resource (plan), "status"), "active") == 0)
        return care_document_ref (plan);
    }

  return NULL;
}

/* performedPeriod.end: the true end of the injections. */
static void
add_procedure (CareHistory *history,
               JsonObject  *resource)
{
  CareInstant at = care_fhir_get_instant (care_fhir_get_object (resource, "performedPeriod"), "end");
  const char *code = care_fhir_get_code (resource, "code", CARE_FHIR_SYSTEM "procedure");
  const char *product = care_fhir_ext_get_string (resource, "product");
  g_auto (GStrv) areas = care_fhir_ext_dup_codes (resource, "area");

  if (at == CARE_INSTANT_NONE || g_strcmp0 (care_fhir_get_string (resource, "status"), "completed") != 0)
    return;

  if (g_strcmp0 (code, "test-injections") == 0)
    care_history_add_test (history, at, product, (int) care_fhir_ext_get_integer (resource, "injections"));
  else if (g_strcmp0 (code, "session") == 0)
    care_history_add_session (history, at, product, (const char *const *) areas);
}

static void
add_observation (CareHistory *history,
                 JsonObject  *resource)
{
  const char *result;

  if (g_strcmp0 (care_fhir_get_code (resource, "code", CARE_FHIR_SYSTEM "observation"), "test-reading") != 0
      || g_strcmp0 (care_fhir_get_string (resource, "status"), "final") != 0)
    return;

  result = care_fhir_get_code (resource, "valueCodeableConcept", CARE_FHIR_SYSTEM "answer");
  care_history_add_reading (history, care_fhir_get_instant (resource, "effectiveDateTime"),
                            care_fhir_ext_get_string (resource, "product"),
                            g_strcmp0 (result, "clear") == 0 ? CARE_RESULT_CLEAR : CARE_RESULT_REACTION);
}

static void
add_consent (CareHistory *history,
             JsonObject  *resource)
{
  g_auto (GStrv) areas = care_fhir_ext_dup_codes (resource, "area");

  if (g_strcmp0 (care_fhir_get_string (resource, "status"), "active") == 0)
    care_history_add_consent (history, care_fhir_get_instant (resource, "dateTime"),
                              care_fhir_ext_get_string (resource, "product"), (const char *const *) areas);
}

/* Shows on every later check until a clinician closed it without letting it stand. */
static void
add_adverse_event (CareHistory *history,
                   JsonObject  *resource)
{
  if (!care_fhir_ext_get_boolean (resource, "settled"))
    care_history_add_reaction (history, care_fhir_get_instant (resource, "date"),
                               care_fhir_ext_get_string (resource, "product"),
                               care_fhir_get_code (resource, "event", CARE_FHIR_SYSTEM "sign"));
}

CareHistory *
_care_clinic_load_history (CareClinic       *self,
                           CarePatient      *patient,
                           CareStoreChange  *change,
                           GError          **error)
{
  g_autoptr (GPtrArray) documents = _care_clinic_list_of (self, patient, NULL, change, error);
  g_autoptr (CareHistory) history = NULL;

  if (documents == NULL)
    return NULL;

  history = care_history_new ();
  for (guint i = 0; i < documents->len; i++)
    {
      CareDocument *document = g_ptr_array_index (documents, i);
      const char *kind = care_document_get_kind (document);
      JsonObject *resource = care_document_get_resource (document);

      if (strcmp (kind, "Procedure") == 0)
        add_procedure (history, resource);
      else if (strcmp (kind, "Observation") == 0)
        add_observation (history, resource);
      else if (strcmp (kind, "Consent") == 0)
        add_consent (history, resource);
      else if (strcmp (kind, "AdverseEvent") == 0)
        add_adverse_event (history, resource);
    }

  return g_steal_pointer (&history);
}

const CareHistoryEntry *
_care_history_find_last (CareHistory      *history,
                         CareHistoryEvent  event)
{
  for (guint i = care_history_get_n_entries (history); i > 0; i--)
    {
      const CareHistoryEntry *entry = care_history_get_entry (history, i - 1);

      if (entry->event == event)
        return entry;
    }

  return NULL;
}

guint
_care_history_count (CareHistory      *history,
                     CareHistoryEvent  event)
{
  guint n = 0;

  for (guint i = 0; i < care_history_get_n_entries (history); i++)
    if (care_history_get_entry (history, i)->event == event)
      n++;

  return n;
}
