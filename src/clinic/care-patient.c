/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-patient-private.h"

#include <stdio.h>

#include "base/care-bidi.h"
#include "clinic/care-fhir.h"

/* From this age on the largest text is proposed. */
#define LARGE_FROM_AGE 65

G_DEFINE_FINAL_TYPE (CarePatient, care_patient, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_DISPLAY_NAME,
  PROP_SHORT_NAME,
  PROP_BIRTH_DATE,
  PROP_PHONE,
  PROP_LANGUAGE,
  PROP_SIZE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
care_patient_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CarePatient *self = CARE_PATIENT (object);

  switch (property)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, self->display_name);
      break;
    case PROP_SHORT_NAME:
      g_value_set_string (value, self->short_name);
      break;
    case PROP_BIRTH_DATE:
      g_value_set_string (value, self->birth_date);
      break;
    case PROP_PHONE:
      g_value_set_string (value, self->phone);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_SIZE:
      g_value_set_uint (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
clear_read (CarePatient *self)
{
  g_clear_pointer (&self->document, care_document_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->given, g_free);
  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->display_name, g_free);
  g_clear_pointer (&self->short_name, g_free);
  g_clear_pointer (&self->birth_date, g_free);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->folded, g_strfreev);
  g_clear_pointer (&self->alike, g_free);
  g_clear_pointer (&self->family_key, g_free);
  g_clear_pointer (&self->given_key, g_free);
  g_clear_pointer (&self->digits, g_free);
}

static void
care_patient_finalize (GObject *object)
{
  clear_read (CARE_PATIENT (object));

  G_OBJECT_CLASS (care_patient_parent_class)->finalize (object);
}

static void
care_patient_class_init (CarePatientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = care_patient_get_property;
  object_class->finalize = care_patient_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  properties[PROP_SHORT_NAME] = g_param_spec_string ("short-name", NULL, NULL, NULL, flags);
  properties[PROP_BIRTH_DATE] = g_param_spec_string ("birth-date", NULL, NULL, NULL, flags);
  properties[PROP_PHONE] = g_param_spec_string ("phone", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_SIZE] = g_param_spec_uint ("size", NULL, NULL, 1, 3, 1, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
care_patient_init (CarePatient *self)
{
  self->size = 1;
  self->copies = 1;
}

CarePatient *
_care_patient_new (void)
{
  return g_object_new (CARE_TYPE_PATIENT, NULL);
}

void
_care_patient_write_language (JsonObject *resource,
                              const char *language)
{
  JsonObject *communication = json_object_new ();
  JsonArray *all = json_array_new ();

  care_fhir_set_concept (communication, "language", "urn:ietf:bcp:47", language, NULL);
  json_object_set_boolean_member (communication, "preferred", TRUE);
  json_array_add_object_element (all, communication);
  json_object_set_array_member (resource, "communication", all);
}

char **
_care_patient_fold (const char *text)
{
  g_autofree char *ascii = NULL;
  g_auto (GStrv) alternates = NULL;
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, &alternates);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) words);
  g_strv_builder_addv (all, (const char **) alternates);

  return g_strv_builder_end (all);
}

char **
_care_patient_fold_plain (const char *text)
{
  g_auto (GStrv) alternates = NULL;
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, &alternates);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *plain = g_str_to_ascii (words[i], "C");

      if (*plain != '\0' && strchr (plain, '?') == NULL)
        {
          g_free (words[i]);
          words[i] = g_steal_pointer (&plain);
        }
    }

  return g_steal_pointer (&words);
}

static char *
dup_alike (const char *short_name)
{
  g_auto (GStrv) words = _care_patient_fold_plain (short_name != NULL ? short_name : "");

  return g_strjoinv (" ", words);
}

char *
_care_patient_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (c));

      if (digit >= 0)
        g_string_append_c (digits, (char) ('0' + digit));
    }

  return g_string_free (digits, FALSE);
}

static char *
read_phone (JsonObject *resource)
{
  JsonObject *point;

  for (guint i = 0; (point = care_fhir_get_element (resource, "telecom", i)) != NULL; i++)
    if (g_strcmp0 (care_fhir_get_string (point, "system"), "phone") == 0)
      return g_strdup (care_fhir_get_string (point, "value"));

  return NULL;
}

static char *
make_short_name (const char *given,
                 const char *family)
{
  g_autofree char *initial = NULL;

  if (family == NULL || *family == '\0')
    return g_strdup (given);

  initial = g_utf8_substring (family, 0, 1);

  return g_strdup_printf ("%s %s.", given, initial);
}

void
_care_patient_read (CarePatient  *self,
                    CareDocument *document)
{
  JsonObject *resource = care_document_get_resource (document);
  JsonObject *name = care_fhir_get_element (resource, "name", 0);
  JsonObject *communication = care_fhir_get_element (resource, "communication", 0);
  JsonArray *given = care_fhir_get_array (name, "given");
  g_autofree char *drawn_given = NULL;
  g_autofree char *drawn_family = NULL;

  care_document_ref (document);
  clear_read (self);
  self->document = document;
  self->id = g_strdup (care_document_get_id (document));
  self->given = g_strdup (given != NULL && json_array_get_length (given) > 0
                          ? json_array_get_string_element (given, 0) : "");
  self->family = g_strdup (care_fhir_get_string (name, "family"));
  if (self->family == NULL)
    self->family = g_strdup ("");
  /* As they are drawn; the record keeps what was typed. */
  drawn_given = care_bidi_dup_neutral (self->given);
  drawn_family = care_bidi_dup_neutral (self->family);
  self->display_name = g_strjoin (*drawn_family != '\0' ? " " : "", drawn_given, drawn_family, NULL);
  self->short_name = make_short_name (drawn_given, drawn_family);
  self->birth_date = g_strdup (care_fhir_get_string (resource, "birthDate"));
  self->phone = read_phone (resource);
  self->language = g_strdup (care_fhir_get_code (communication, "language", "urn:ietf:bcp:47"));
  self->size = (guint) CLAMP (care_fhir_ext_get_integer (resource, "text-size"), 1, 3);
  self->copies = (guint) CLAMP (care_fhir_ext_get_integer (resource, "sheet-copies"), 1, CARE_MOST_COPIES);
  self->one_language = care_fhir_ext_get_boolean (resource, "sheet-one-language");
  self->folded = _care_patient_fold (self->display_name);
  self->digits = _care_patient_digits (self->phone);
  self->alike = dup_alike (self->short_name);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_ID; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * care_patient_get_age:
 * @self: a patient
 * @at: when
 * @zone: the clinic's zone
 *
 * Returns: whole years, counted low where only the year is known; -1 when no birth date is on record
 */
int
care_patient_get_age (CarePatient *self,
                      CareInstant  at,
                      GTimeZone   *zone)
{
  g_autoptr (GDateTime) now = NULL;
  int year = 0;
  int month = 12;
  int day = 31;
  int age;

  g_return_val_if_fail (CARE_IS_PATIENT (self), -1);

  if (self->birth_date == NULL || sscanf (self->birth_date, "%d-%d-%d", &year, &month, &day) < 1)
    return -1;

  now = care_instant_to_local (at, zone);
  age = g_date_time_get_year (now) - year;
  if (g_date_time_get_month (now) < month
      || (g_date_time_get_month (now) == month && g_date_time_get_day_of_month (now) < day))
    age--;

  return age;
}

int
_care_patient_get_chosen_size (CarePatient *self)
{
  gint64 size = self->document != NULL ? care_fhir_ext_get_integer (care_document_get_resource (self->document), "text-size") : 0;

  return size > 0 ? (int) CLAMP (size, 1, 3) : 0;
}

int
_care_patient_propose_size (CarePatient *self,
                            CareInstant  at,
                            GTimeZone   *zone)
{
  int chosen = _care_patient_get_chosen_size (self);

  if (chosen > 0)
    return chosen;

  return care_patient_get_age (self, at, zone) >= LARGE_FROM_AGE ? 3 : 1;
}

const char *
care_patient_get_id (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->id;
}

const char *
care_patient_get_given (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->given;
}

const char *
care_patient_get_family (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->family;
}

const char *
care_patient_get_display_name (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->display_name;
}

const char *
care_patient_get_short_name (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->short_name;
}

const char *
care_patient_get_birth_date (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->birth_date;
}

const char *
care_patient_get_phone (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->phone;
}

const char *
care_patient_get_language (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), NULL);

  return self->language;
}

guint
care_patient_get_size (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), 1);

  return self->size;
}

guint
care_patient_get_copies (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), 1);

  return self->copies;
}

gboolean
care_patient_wants_one_language (CarePatient *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT (self), FALSE);

  return self->one_language;
}
