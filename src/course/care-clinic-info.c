/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-clinic-info.h"

#include <string.h>

#include "base/care-country.h"
#include "course/care-clinic-info-private.h"

G_DEFINE_FINAL_TYPE (CareClinicInfo, care_clinic_info, G_TYPE_OBJECT)

static void
care_clinic_info_finalize (GObject *object)
{
  CareClinicInfo *self = CARE_CLINIC_INFO (object);

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->address);
  g_free (self->country);
  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->desk_language);
  g_free (self->staff_language);
  g_strfreev (self->country_languages);
  g_strfreev (self->languages);
  g_clear_object (&self->writing);
  g_free (self->day_phone);
  g_free (self->night_phone);
  g_clear_pointer (&self->night_who, care_text_unref);
  g_clear_pointer (&self->night_closed, care_text_unref);
  g_free (self->emergency_phone);
  g_clear_pointer (&self->reporting, care_text_unref);
  for (int day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    g_clear_pointer (&self->opening[day], g_array_unref);
  g_clear_pointer (&self->closed, g_ptr_array_unref);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->forms, g_ptr_array_unref);

  G_OBJECT_CLASS (care_clinic_info_parent_class)->finalize (object);
}

static void
care_clinic_info_class_init (CareClinicInfoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_clinic_info_finalize;
}

static void
care_clinic_info_init (CareClinicInfo *self)
{
}

const char *
care_clinic_info_get_id (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->id;
}

gboolean
care_clinic_info_is_sample (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), TRUE);
  return self->sample;
}

gboolean
care_clinic_info_prints_black (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), FALSE);
  return self->black;
}

const char *
care_clinic_info_get_name (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->name;
}

/* Lines of the postal address, NULL-terminated, perhaps none. */
const char *const *
care_clinic_info_get_address (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return (const char *const *) self->address;
}

const char *
care_clinic_info_get_country (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->country;
}

const char *
care_clinic_info_get_time_zone_name (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->zone_name;
}

GTimeZone *
care_clinic_info_get_time_zone (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->zone;
}

const char *
care_clinic_info_get_desk_language (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->desk_language;
}

static gboolean
is_same_language (const char *one,
                  const char *other)
{
  gsize length = strcspn (one, "-");

  return length == strcspn (other, "-") && g_ascii_strncasecmp (one, other, length) == 0;
}

/**
 * care_clinic_info_dup_country_language:
 * @self: a clinic's settings
 *
 * What another doctor of the country reads: of the languages that the settings name for the country, or else of its
 * official ones, the clinic's own where it is one of them, else the first.
 *
 * Returns: (transfer full) (nullable): a BCP 47 tag, "de-DE"; %NULL for a country that has none that is known
 */
char *
care_clinic_info_dup_country_language (CareClinicInfo *self)
{
  g_auto (GStrv) official = NULL;
  char **languages;

  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);

  languages = self->country_languages;
  if (languages == NULL)
    languages = official = care_country_dup_languages (self->country);
  for (guint i = 0; languages[i] != NULL; i++)
    if (is_same_language (languages[i], self->desk_language))
      return g_strdup (self->desk_language);

  return g_strdup (languages[0]);
}

/**
 * care_clinic_info_get_staff_language:
 * @self: a clinic's settings
 *
 * Returns: (transfer none): the language of findings, reasons and hints for staff, a BCP 47 tag: what
 *   care_clinic_info_set_staff_language() said, else the clinic's own
 */
const char *
care_clinic_info_get_staff_language (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->staff_language != NULL ? self->staff_language : self->desk_language;
}

/**
 * care_clinic_info_set_staff_language:
 * @self: a clinic's settings
 * @language: the language that the desk's window speaks, a BCP 47 tag
 *
 * What staff read comes half from the program and half from the protocol: both have to speak one language. Said once,
 * before the clinic is opened. Paper keeps to the patient's language and to the clinic's own.
 */
void
care_clinic_info_set_staff_language (CareClinicInfo *self,
                                     const char     *language)
{
  g_return_if_fail (CARE_IS_CLINIC_INFO (self));
  g_return_if_fail (language != NULL);

  g_free (self->staff_language);
  self->staff_language = g_strdup (language);
}

/* The patients' languages, the clinic's own first, NULL-terminated, at least one. */
const char *const *
care_clinic_info_get_languages (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return (const char *const *) self->languages;
}

/** Returns: (transfer none): 12 or 24 hours, and which digits, a language */
CareWriting *
care_clinic_info_get_writing (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->writing;
}

/* Phones: NULL while the clinic has not given one. */
const char *
care_clinic_info_get_day_phone (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->day_phone;
}

const char *
care_clinic_info_get_night_phone (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->night_phone;
}

/* Who answers the night phone; NULL without one. */
CareText *
care_clinic_info_get_night_who (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->night_who;
}

/* What patients are told where nobody answers after hours; NULL with a night phone. */
CareText *
care_clinic_info_get_night_closed (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->night_closed;
}

const char *
care_clinic_info_get_emergency_phone (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->emergency_phone;
}

/* How a patient reports a side effect (fact r-07); NULL when not given. */
CareText *
care_clinic_info_get_reporting (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->reporting;
}

/**
 * care_clinic_info_get_opening:
 * @self: a clinic's settings
 * @day: a weekday
 * @n_spans: (out): how many spans
 *
 * Returns: (array length=n_spans): the day's opening spans in order of time
 */
const CareOpening *
care_clinic_info_get_opening (CareClinicInfo *self,
                              GDateWeekday    day,
                              guint          *n_spans)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  g_return_val_if_fail (g_date_valid_weekday (day), NULL);
  g_return_val_if_fail (n_spans != NULL, NULL);

  *n_spans = self->opening[day]->len;
  return (const CareOpening *) (gpointer) self->opening[day]->data;
}

/**
 * care_clinic_info_find_closed:
 * @self: a clinic's settings
 * @date: a day
 *
 * Returns: (nullable): the closed days @date belongs to, %NULL when it is none
 */
const CareClosedDay *
care_clinic_info_find_closed (CareClinicInfo *self,
                              const GDate    *date)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  for (guint i = 0; i < self->closed->len; i++)
    {
      const CareClosedDay *day = g_ptr_array_index (self->closed, i);

      if (g_date_compare (&day->from, date) <= 0 && g_date_compare (date, &day->to) <= 0)
        return day;
    }

  return NULL;
}

/* (element-type CareClosedDay) */
GPtrArray *
care_clinic_info_get_closed (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->closed;
}

/* (element-type CareRoom) */
GPtrArray *
care_clinic_info_get_rooms (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->rooms;
}

/* (element-type CareClinicStaff) */
GPtrArray *
care_clinic_info_get_staff (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->staff;
}

/* (element-type CareBatch) */
GPtrArray *
care_clinic_info_get_batches (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  return self->batches;
}

/** Returns: (transfer none) (element-type CareClinicForm): the clinic's own forms and when they are asked */
GPtrArray *
care_clinic_info_get_forms (CareClinicInfo *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);

  return self->forms;
}

const CareRoom *
care_clinic_info_find_room (CareClinicInfo *self,
                            const char     *id)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);

  for (guint i = 0; i < self->rooms->len; i++)
    {
      const CareRoom *room = g_ptr_array_index (self->rooms, i);

      if (g_strcmp0 (room->id, id) == 0)
        return room;
    }

  return NULL;
}

const CareClinicStaff *
care_clinic_info_find_staff (CareClinicInfo *self,
                             const char     *id)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);

  for (guint i = 0; i < self->staff->len; i++)
    {
      const CareClinicStaff *person = g_ptr_array_index (self->staff, i);

      if (g_strcmp0 (person->id, id) == 0)
        return person;
    }

  return NULL;
}

/* A batch of @product; letters' case does not count. NULL when the shelf has none such. */
const CareBatch *
care_clinic_info_find_batch (CareClinicInfo *self,
                             const char     *product,
                             const char     *batch)
{
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (self), NULL);
  g_return_val_if_fail (batch != NULL, NULL);

  for (guint i = 0; i < self->batches->len; i++)
    {
      const CareBatch *one = g_ptr_array_index (self->batches, i);

      if (g_strcmp0 (one->product, product) == 0 && g_ascii_strcasecmp (one->batch, batch) == 0)
        return one;
    }

  return NULL;
}
