/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-begun-page.h"

#include "clinic/care-begun-private.h"
#include "clinic/care-clinic-private.h"

static const char *const codes[] = {
  [CARE_BEGUN_REGISTRATION] = "begun-registration",
  [CARE_BEGUN_BOOKING] = "begun-booking",
  [CARE_BEGUN_MOVE] = "begun-move",
  [CARE_BEGUN_COURSE] = "begun-course",
};

/* A registration is of nobody yet: it lies with the clinic until the patient is there. */
static const char *
get_subject (CareClinic  *self,
             CarePatient *patient)
{
  return patient != NULL ? patient->id : care_clinic_info_get_id (self->info);
}

static JsonObject *
new_page (CareClinic    *self,
          CareBegunKind  kind,
          CarePatient   *patient)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("Basic", id);

  care_fhir_set_concept (resource, "code", CARE_FHIR_SYSTEM "basic", codes[kind], NULL);
  care_fhir_set_reference (resource, "subject", patient != NULL ? "Patient" : "Organization", get_subject (self, patient));

  return resource;
}

static void
write_entries (JsonObject        *resource,
               const char *const *entries,
               const char        *who)
{
  json_object_remove_member (resource, "extension");
  json_object_remove_member (resource, "author");
  if (entries == NULL)
    return;

  care_fhir_set_reference (resource, "author", "Practitioner", who);
  for (gsize i = 0; entries[i] != NULL; i += 2)
    {
      g_autofree char *name = g_strconcat (CARE_BEGUN_ENTRY, entries[i], NULL);
      g_autofree char *text = g_utf8_make_valid (entries[i + 1], -1);

      care_fhir_ext_set_string (resource, name, *text != '\0' ? text : NULL);
    }
}

static gboolean
commit (CareClinic   *self,
        CareDocument *former,
        const char   *subject,
        JsonObject   *resource,
        const char   *what,
        const char   *who,
        GError      **error)
{
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);

  care_store_change_put (change, subject, former != NULL ? care_document_get_version (former) : 0, resource);
  _care_clinic_audit (self, change, former != NULL ? "U" : "C", what, who, "Basic", care_fhir_get_string (resource, "id"));

  return care_store_commit (self->store, change, error);
}

/**
 * care_clinic_keep_begun_page:
 * @self: a clinic
 * @kind: which page
 * @patient: (nullable): whose; NULL for a registration
 * @entries: (nullable): names and texts in turn; NULL when the page was finished or thrown away
 * @id: (inout) (nullable): which page of that kind; filled in for a new one
 *
 * Nothing is checked: it is kept as it stands there, under the name of whoever is signed in.
 *
 * Returns: whether it is on the disk
 */
gboolean
care_clinic_keep_begun_page (CareClinic         *self,
                             CareBegunKind       kind,
                             CarePatient        *patient,
                             const char *const  *entries,
                             char              **id,
                             GError            **error)
{
  g_autoptr (CareDocument) former = NULL;
  JsonObject *resource;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail ((patient == NULL) == (kind == CARE_BEGUN_REGISTRATION), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (*id == NULL && entries == NULL)
    return TRUE;
  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  if (*id != NULL)
    {
      former = care_store_get (self->store, "Basic", *id, error);
      if (former == NULL)
        return FALSE;
    }
  resource = former != NULL ? care_document_dup_resource (former) : new_page (self, kind, patient);
  write_entries (resource, entries, who);
  if (former != NULL && json_object_equal (resource, care_document_get_resource (former)))
    {
      json_object_unref (resource);
      return TRUE;
    }
  if (*id == NULL)
    {
      g_autofree char *made = g_strdup (care_fhir_get_string (resource, "id"));

      if (!commit (self, NULL, get_subject (self, patient), resource, codes[kind], who, error))
        return FALSE;
      *id = g_steal_pointer (&made);
      return TRUE;
    }

  return commit (self, former, get_subject (self, patient), resource, codes[kind], who, error);
}

/**
 * care_clinic_close_begun_registration:
 * @self: a clinic
 * @id: what was begun
 * @patient: the patient it became
 *
 * What was typed goes over to the patient, as a former version of an empty page: the clinic's list stays short.
 *
 * Returns: whether it is on the disk
 */
gboolean
care_clinic_close_begun_registration (CareClinic   *self,
                                      const char   *id,
                                      CarePatient  *patient,
                                      GError      **error)
{
  g_autoptr (CareDocument) former = NULL;
  JsonObject *resource;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;
  former = care_store_get (self->store, "Basic", id, error);
  if (former == NULL)
    return FALSE;

  resource = care_document_dup_resource (former);
  write_entries (resource, NULL, NULL);
  care_fhir_set_reference (resource, "subject", "Patient", patient->id);

  return commit (self, former, patient->id, resource, codes[CARE_BEGUN_REGISTRATION], who, error);
}

/* NULL when it was finished or thrown away. */
static CareBegun *
open_page (CareClinic   *self,
           CareDocument *document)
{
  const char *author = care_fhir_get_reference (care_document_get_resource (document), "author", "Practitioner");
  CareStaff *by = care_clinic_lookup_staff (self, author);

  if (author == NULL)
    return NULL;
  return _care_begun_new (document, by != NULL ? care_staff_get_display_name (by) : NULL);
}

/**
 * care_clinic_lookup_begun_page:
 * @self: a clinic
 * @id: what was begun
 *
 * Returns: (transfer full) (nullable): that one, unless it was finished or thrown away
 */
CareBegun *
care_clinic_lookup_begun_page (CareClinic *self,
                               const char *id)
{
  g_autoptr (CareDocument) document = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  document = care_store_get (self->store, "Basic", id, NULL);

  return document != NULL ? open_page (self, document) : NULL;
}

static int
compare_last_first (gconstpointer a,
                    gconstpointer b)
{
  CareInstant one = care_begun_get_at (*(CareBegun *const *) a);
  CareInstant other = care_begun_get_at (*(CareBegun *const *) b);

  return one > other ? -1 : one < other;
}

/**
 * care_clinic_list_begun_pages:
 * @self: a clinic
 * @kind: which pages
 * @patient: (nullable): whose; NULL for registrations
 *
 * Returns: (transfer full) (element-type CareBegun): what was begun, the last first
 */
GPtrArray *
care_clinic_list_begun_pages (CareClinic     *self,
                              CareBegunKind   kind,
                              CarePatient    *patient,
                              GError        **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  GPtrArray *list;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail ((patient == NULL) == (kind == CARE_BEGUN_REGISTRATION), NULL);

  documents = care_store_list (self->store, "Basic", get_subject (self, patient), error);
  if (documents == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < documents->len; i++)
    {
      CareDocument *document = g_ptr_array_index (documents, i);
      JsonObject *resource = care_document_get_resource (document);
      CareBegun *begun = NULL;

      if (g_strcmp0 (care_fhir_get_code (resource, "code", CARE_FHIR_SYSTEM "basic"), codes[kind]) == 0)
        begun = open_page (self, document);
      if (begun != NULL)
        g_ptr_array_add (list, begun);
    }
  g_ptr_array_sort (list, compare_last_first);

  return list;
}
