/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-register.h"

#include <stdio.h>
#include <string.h>

#include "clinic/care-clinic-private.h"

/* "1980", "1980-05" or "1980-05-17"; the date has to exist and to lie in the past. */
static gboolean
check_birth_date (CareClinic *self,
                  const char *text,
                  GError    **error)
{
  g_autoptr (CareValue) value = care_value_new_date (text, NULL);
  CareInstant first;
  CareInstant last;

  if (value == NULL || strlen (text) < 4 || !g_ascii_isdigit (text[0])
      || !care_value_get_instants (value, self->zone, &first, &last))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "birth date: is no date; write year, month and day, as in 1980-05-17");
      return FALSE;
    }

  if (first > _care_clinic_now (self))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "birth date: lies in the future");
      return FALSE;
    }

  if (strcmp (text, "1900") < 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "birth date: is too long ago; check the year");
      return FALSE;
    }

  return TRUE;
}

/* Where only the year is known, the youngest possible age counts. */
static gboolean
check_age (CareClinic *self,
           const char *birth_date,
           GError    **error)
{
  int least = MAX (18, care_protocol_get_parameters (self->protocol)->age_least_years);
  int year = 0;
  int month = 12;
  int day = 31;
  g_autoptr (GDateTime) now = care_instant_to_local (_care_clinic_now (self), self->zone);
  int age;

  sscanf (birth_date, "%d-%d-%d", &year, &month, &day);
  age = g_date_time_get_year (now) - year;
  if (g_date_time_get_month (now) < month
      || (g_date_time_get_month (now) == month && g_date_time_get_day_of_month (now) < day))
    age--;

  if (age < least)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "birth date: under %d years; this clinic treats nobody under %d", least, least);
      return FALSE;
    }

  return TRUE;
}

static char *
clean (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");

  return g_strdup (g_strstrip (valid));
}

static gboolean
check_name (const char *given,
            const char *family,
            const char *phone,
            GError    **error)
{
  g_autofree char *digits = _care_patient_digits (phone);

  if (*given == '\0' && *family == '\0')
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "name: is missing");
      return FALSE;
    }

  if (strlen (digits) < 3)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "phone: is missing or has fewer than three digits");
      return FALSE;
    }

  return TRUE;
}

static void
set_phone (JsonObject *resource,
           const char *phone)
{
  JsonObject *point = json_object_new ();
  JsonArray *telecom = json_array_new ();

  json_object_set_string_member (point, "system", "phone");
  json_object_set_string_member (point, "value", phone);
  json_array_add_object_element (telecom, point);
  json_object_set_array_member (resource, "telecom", telecom);
}

static JsonObject *
make_patient (const char *given,
              const char *family,
              const char *birth_date,
              const char *phone,
              const char *language)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("Patient", id);
  JsonObject *name = json_object_new ();

  json_object_set_boolean_member (resource, "active", TRUE);
  json_object_set_string_member (name, "use", "official");
  if (*family != '\0')
    json_object_set_string_member (name, "family", family);
  if (*given != '\0')
    {
      JsonArray *all = json_array_new ();

      json_array_add_string_element (all, given);
      json_object_set_array_member (name, "given", all);
    }
  care_fhir_append (resource, "name", name);
  set_phone (resource, phone);
  if (birth_date != NULL)
    json_object_set_string_member (resource, "birthDate", birth_date);
  _care_patient_write_language (resource, language);

  return resource;
}

/**
 * care_clinic_register:
 * @self: a clinic
 * @given: given name
 * @family: family name; one of the two may be empty
 * @birth_date: (nullable): "1980-05-17" or "1980"
 * @phone: phone number
 * @language: (nullable): BCP 47 tag, NULL for the clinic's first
 *
 * Returns: (transfer none): the new patient, or NULL with %CARE_ERROR_INPUT naming the field, or
 *   %CARE_ERROR_REFUSED for a person under age
 */
CarePatient *
care_clinic_register (CareClinic *self,
                      const char *given,
                      const char *family,
                      const char *birth_date,
                      const char *phone,
                      const char *language,
                      GError    **error)
{
  g_autofree char *clean_given = clean (given);
  g_autofree char *clean_family = clean (family);
  g_autofree char *clean_phone = clean (phone);
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (CareDocument) document = NULL;
  JsonObject *resource;
  const char *who;
  const char *id;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  if (birth_date != NULL && *birth_date == '\0')
    birth_date = NULL;
  if (language == NULL)
    language = care_clinic_info_get_languages (self->info)[0];

  if (!_care_clinic_need_actor (self, &who, error)
      || !check_name (clean_given, clean_family, clean_phone, error))
    return NULL;
  if (birth_date != NULL
      && (!check_birth_date (self, birth_date, error) || !check_age (self, birth_date, error)))
    return NULL;

  change = _care_clinic_begin (self);
  resource = make_patient (clean_given, clean_family, birth_date, clean_phone, language);
  id = care_fhir_get_string (resource, "id");
  care_store_change_put (change, id, 0, resource);
  _care_clinic_audit (self, change, "C", "register", who, "Patient", id);
  if (!care_store_commit (self->store, change, error))
    return NULL;

  document = care_document_new ("Patient", id, id, 1, care_store_change_get_at (change), resource);

  return _care_clinic_adopt_patient (self, document);
}

static gboolean
commit_patient (CareClinic  *self,
                CarePatient *patient,
                JsonObject  *resource,
                const char  *what,
                const char  *who,
                GError     **error)
{
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  g_autoptr (CareDocument) document = NULL;
  guint version = care_document_get_version (patient->document);

  care_store_change_put (change, patient->id, version, resource);
  _care_clinic_audit (self, change, "U", what, who, "Patient", patient->id);
  if (!care_store_commit (self->store, change, error))
    return FALSE;

  document = care_document_new ("Patient", patient->id, patient->id, version + 1, care_store_change_get_at (change),
                                resource);
  _care_patient_read (patient, document);

  return TRUE;
}

/**
 * care_clinic_set_birth_date:
 * @self: a clinic
 * @patient: a patient
 * @birth_date: "1980-05-17" or "1980"
 *
 * Returns: FALSE with %CARE_ERROR_INPUT for a date that is none, %CARE_ERROR_REFUSED under age
 */
gboolean
care_clinic_set_birth_date (CareClinic  *self,
                            CarePatient *patient,
                            const char  *birth_date,
                            GError     **error)
{
  const char *who;
  JsonObject *resource;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);
  g_return_val_if_fail (birth_date != NULL, FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !check_birth_date (self, birth_date, error)
      || !check_age (self, birth_date, error))
    return FALSE;

  resource = care_document_dup_resource (patient->document);
  json_object_set_string_member (resource, "birthDate", birth_date);

  return commit_patient (self, patient, resource, "birth-date", who, error);
}

/**
 * care_clinic_set_contact:
 * @self: a clinic
 * @patient: a patient
 * @phone: (nullable): NULL leaves it
 * @language: (nullable): NULL leaves it
 * @size: 1 to 3; 0 leaves it
 *
 * Returns: FALSE when it could not be kept
 */
gboolean
care_clinic_set_contact (CareClinic  *self,
                         CarePatient *patient,
                         const char  *phone,
                         const char  *language,
                         guint        size,
                         GError     **error)
{
  const char *who;
  JsonObject *resource;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);
  g_return_val_if_fail (size <= 3, FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;
  if (phone != NULL && !check_name ("-", "", phone, error))
    return FALSE;

  resource = care_document_dup_resource (patient->document);
  if (phone != NULL)
    set_phone (resource, phone);
  if (language != NULL)
    _care_patient_write_language (resource, language);
  if (size != 0)
    care_fhir_ext_set_integer (resource, "text-size", size);

  return commit_patient (self, patient, resource, "contact", who, error);
}

/**
 * care_clinic_set_paper:
 * @self: a clinic
 * @patient: a patient
 * @copies: how many copies of a sheet the patient takes, 1 to %CARE_MOST_COPIES
 * @one_language: a sheet comes in the patient's language alone, without the clinic's
 *
 * How this patient's sheets are printed, from now on.
 *
 * Returns: FALSE when it could not be saved
 */
gboolean
care_clinic_set_paper (CareClinic  *self,
                       CarePatient *patient,
                       guint        copies,
                       gboolean     one_language,
                       GError     **error)
{
  const char *who;
  JsonObject *resource;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);
  g_return_val_if_fail (copies >= 1 && copies <= CARE_MOST_COPIES, FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  resource = care_document_dup_resource (patient->document);
  care_fhir_ext_set_integer (resource, "sheet-copies", copies);
  care_fhir_ext_set_boolean (resource, "sheet-one-language", one_language);

  return commit_patient (self, patient, resource, "paper", who, error);
}
