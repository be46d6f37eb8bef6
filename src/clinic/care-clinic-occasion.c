/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Which form is asked when: the program's own, and what the clinic puts in its place or beside it. */

#include "clinic/care-clinic-handover.h"

#include <string.h>

#include "clinic/care-clinic-private.h"

static const char *const built_in[] = {
  [CARE_OCCASION_FIRST_VISIT] = CARE_FORM_FIRST_VISIT,
  [CARE_OCCASION_DAY_CHECK] = CARE_FORM_DAY_CHECK,
  [CARE_OCCASION_CONSENT] = CARE_FORM_CONSENT,
  [CARE_OCCASION_ANY_VISIT] = NULL,
};

const char *
_care_clinic_get_built_in (CareFormOccasion occasion)
{
  return built_in[occasion];
}

/* The consent names the product, so there is one for each. */
static CareQuestionnaire *
load_built_in (CareClinic        *self,
               CareFormOccasion   occasion,
               const char        *product,
               GError           **error)
{
  g_autofree char *key = NULL;

  if (occasion != CARE_OCCASION_CONSENT || product == NULL)
    return care_clinic_get_form (self, built_in[occasion], error);

  key = g_strdup_printf ("%s/%s", built_in[occasion], product);

  return _care_clinic_load_form (self, built_in[occasion], key, product, error);
}

/* NULL: the program's own is asked, also while the clinic's cannot be read. */
static CareShelfForm *
find_replacement (CareClinic       *self,
                  CareFormOccasion  occasion)
{
  GPtrArray *entries = care_form_shelf_get_entries (self->shelf);

  for (guint i = 0; i < entries->len; i++)
    {
      const CareClinicForm *entry = g_ptr_array_index (entries, i);
      CareShelfForm *own = entry->occasion == occasion && entry->replaces
                           ? care_form_shelf_find_file (self->shelf, entry->file) : NULL;

      if (own != NULL && own->form != NULL)
        return own;
    }

  return NULL;
}

static gboolean
add_own (CareClinic     *self,
         GPtrArray      *forms,
         CareShelfForm  *own,
         const char     *product,
         GError        **error)
{
  g_autoptr (GError) local = NULL;
  CareQuestionnaire *form = _care_clinic_load_own_form (self, own, product, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (form != NULL)
    g_ptr_array_add (forms, form);

  return TRUE;
}

GPtrArray *
_care_clinic_list_occasion (CareClinic        *self,
                            CareFormOccasion   occasion,
                            const char        *product,
                            GError           **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  GPtrArray *entries = care_form_shelf_get_entries (self->shelf);
  CareShelfForm *replacement = find_replacement (self, occasion);
  CareQuestionnaire *form;

  if (occasion != CARE_OCCASION_CONSENT)
    product = NULL;
  if (replacement != NULL)
    {
      if (!add_own (self, forms, replacement, product, error))
        return NULL;
    }
  else if (built_in[occasion] != NULL)
    {
      form = load_built_in (self, occasion, product, error);
      if (form == NULL)
        return NULL;
      g_ptr_array_add (forms, form);
    }

  for (guint i = 0; i < entries->len; i++)
    {
      const CareClinicForm *entry = g_ptr_array_index (entries, i);
      CareShelfForm *own = entry->occasion == occasion && !entry->replaces
                           ? care_form_shelf_find_file (self->shelf, entry->file) : NULL;

      if (own != NULL && !add_own (self, forms, own, product, error))
        return NULL;
    }

  return g_steal_pointer (&forms);
}

/* The program's form of that address. */
static CareQuestionnaire *
find_built_in (CareClinic *self,
               const char *url)
{
  const char *name = strrchr (url, '/');
  CareQuestionnaire *form = name != NULL && name[1] != '\0' ? care_clinic_get_form (self, name + 1, NULL) : NULL;

  return form != NULL && g_strcmp0 (care_questionnaire_get_url (form), url) == 0 ? form : NULL;
}

static CareQuestionnaire *
load_own (CareClinic    *self,
          CareShelfForm *own)
{
  return own != NULL ? _care_clinic_load_own_form (self, own, NULL, NULL) : NULL;
}

CareQuestionnaire *
_care_clinic_form_of (CareClinic *self,
                      JsonObject *response)
{
  const char *canonical = care_fhir_get_string (response, "questionnaire");
  g_auto (GStrv) parts = NULL;
  CareQuestionnaire *form;

  if (canonical == NULL)
    return NULL;

  form = load_own (self, care_form_shelf_find (self->shelf, canonical));
  if (form != NULL)
    return form;

  /* In another version it is the same form still: what reads differently now is asked again. */
  parts = g_strsplit (canonical, "|", 2);
  form = find_built_in (self, parts[0]);

  return form != NULL ? form : load_own (self, care_form_shelf_find_other (self->shelf, parts[0]));
}

gboolean
_care_clinic_is_intake_form (CareClinic        *self,
                             CareQuestionnaire *form)
{
  CareQuestionnaire *own = care_clinic_get_form (self, CARE_FORM_FIRST_VISIT, NULL);
  CareShelfForm *replacement = find_replacement (self, CARE_OCCASION_FIRST_VISIT);

  return _care_clinic_is_same_form (form, own)
         || (replacement != NULL && _care_clinic_is_same_form (form, replacement->form));
}

CareQuestionnaire *
_care_clinic_get_consent_form (CareClinic  *self,
                               const char  *product,
                               GError     **error)
{
  g_autoptr (GPtrArray) forms = _care_clinic_list_occasion (self, CARE_OCCASION_CONSENT, product, error);

  return forms != NULL ? g_ptr_array_index (forms, 0) : NULL;
}

gboolean
_care_clinic_is_consent (CareClinic        *self,
                         CareQuestionnaire *form)
{
  return _care_clinic_is_same_form (form, _care_clinic_get_consent_form (self, NULL, NULL));
}
