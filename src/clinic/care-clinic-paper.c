/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What could stop paper stops the first injection instead; after it, a sheet always comes out, and the owner hears of
 * two lines that contradict each other. */

#include "aftercare/care-sheet.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-clinic-sheet.h"

/* The visit as it will stand once @encounter is written. */
static CareVisit *
make_planned (CareClinic *self,
              CareVisit  *visit,
              JsonObject *encounter)
{
  CareVisit *planned = _care_visit_new (visit->patient);
  g_autoptr (CareDocument) document =
    care_document_new ("Encounter", visit->id, visit->patient->id, care_document_get_version (visit->encounter) + 1,
                       _care_clinic_now (self), encounter);
  const CareProduct *product;

  _care_visit_read (planned, document, visit->appointment);
  product = planned->product != NULL ? care_protocol_find_product (self->protocol, planned->product) : NULL;
  _care_visit_set_product_name (planned, product != NULL
                                ? care_text_get (product->name, care_clinic_info_get_staff_language (self->info))
                                : planned->product);

  return planned;
}

gboolean
_care_clinic_is_paper_stopped (CareClinic  *self,
                               CareVisit   *visit,
                               JsonObject  *encounter,
                               gboolean    *stopped,
                               GError     **error)
{
  g_autoptr (CareVisit) planned = make_planned (self, visit, encounter);
  g_autoptr (CareSheet) sheet = _care_clinic_make_after_sheet (self, planned, error);
  g_auto (GStrv) troubles = NULL;

  if (sheet == NULL)
    return FALSE;

  /* A sample's paper says EXAMPLE whatever is missing; a contradiction is one there too. */
  troubles = care_sheet_dup_troubles (sheet);
  *stopped = care_timeline_get_clashes (care_sheet_get_timeline (sheet))->len > 0
             || (troubles[0] != NULL && !care_clinic_is_sample (self));

  return TRUE;
}

/* One open task for two lines is enough, however many sheets they meet on. */
static gboolean
is_told (GPtrArray  *tasks,
         const char *words)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      JsonObject *task = care_document_get_resource (g_ptr_array_index (tasks, i));

      if (g_strcmp0 (care_fhir_get_string (task, "status"), "requested") == 0
          && g_strcmp0 (care_fhir_get_code (task, "code", CARE_FHIR_SYSTEM "task"), CARE_TASK_CLASHING_LINES) == 0
          && g_strcmp0 (care_fhir_get_string (task, "description"), words) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
_care_clinic_tell_clashes (CareClinic       *self,
                           CareStoreChange  *change,
                           CareVisit        *visit,
                           JsonObject       *encounter,
                           const char       *who,
                           GError          **error)
{
  g_autoptr (CareVisit) planned = make_planned (self, visit, encounter);
  g_autoptr (CareSheet) sheet = _care_clinic_make_after_sheet (self, planned, error);
  GPtrArray *clashes = sheet != NULL ? care_timeline_get_clashes (care_sheet_get_timeline (sheet)) : NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  if (clashes == NULL)
    return FALSE;
  if (clashes->len == 0)
    return TRUE;

  tasks = care_store_list (self->store, "Task", NULL, error);
  if (tasks == NULL)
    return FALSE;

  for (guint i = 0; i < clashes->len; i++)
    {
      const CareClash *clash = g_ptr_array_index (clashes, i);
      g_autofree char *words = g_strdup_printf ("%s / %s", clash->kept->id, clash->dropped->id);

      if (!is_told (tasks, words))
        _care_clinic_put_task (self, change, visit->patient, CARE_TASK_CLASHING_LINES, CARE_SIGN_SAME_DAY, "Encounter",
                               visit->id, words, who);
    }

  return TRUE;
}
