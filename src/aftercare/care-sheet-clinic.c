/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-clinic.h"

/**
 * care_sheet_clinic_new:
 * @name: the clinic's name
 * @zone_name: IANA name of its time zone
 * @language: BCP 47 tag of its own language; another doctor reads it too, unless @doctor_language says otherwise
 *
 * Returns: (transfer full) (nullable): a clinic without address or phones, or
 *   %NULL when the time zone is not known to this machine
 */
CareSheetClinic *
care_sheet_clinic_new (const char *name,
                       const char *zone_name,
                       const char *language)
{
  g_autoptr (GTimeZone) zone = NULL;
  CareSheetClinic *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (zone_name != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  zone = g_time_zone_new_identifier (zone_name);
  if (zone == NULL)
    return NULL;

  self = g_new0 (CareSheetClinic, 1);
  self->name = g_strdup (name);
  self->zone = g_steal_pointer (&zone);
  self->zone_name = g_strdup (zone_name);
  self->language = g_strdup (language);
  self->doctor_language = g_strdup (language);
  self->writing = care_writing_new ();

  return self;
}

/**
 * care_sheet_clinic_copy:
 * @self: a clinic
 *
 * Returns: (transfer full): a copy that shares nothing that could change
 */
CareSheetClinic *
care_sheet_clinic_copy (const CareSheetClinic *self)
{
  CareSheetClinic *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (CareSheetClinic, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->address = g_strdupv (self->address);
  copy->zone = g_time_zone_ref (self->zone);
  copy->zone_name = g_strdup (self->zone_name);
  copy->language = g_strdup (self->language);
  copy->doctor_language = g_strdup (self->doctor_language);
  copy->phone_day = g_strdup (self->phone_day);
  copy->phone_after_hours = g_strdup (self->phone_after_hours);
  copy->after_hours_text = self->after_hours_text != NULL ? care_text_ref (self->after_hours_text) : NULL;
  copy->phone_emergency = g_strdup (self->phone_emergency);
  copy->report_text = self->report_text != NULL ? care_text_ref (self->report_text) : NULL;
  copy->claim = g_strdup (self->claim);
  copy->writing = g_object_ref (self->writing);

  return copy;
}

/**
 * care_sheet_clinic_free:
 * @self: (transfer full): a clinic
 *
 * Frees @self and what it owns.
 */
void
care_sheet_clinic_free (CareSheetClinic *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_strfreev (self->address);
  g_time_zone_unref (self->zone);
  g_free (self->zone_name);
  g_free (self->language);
  g_free (self->doctor_language);
  g_free (self->phone_day);
  g_free (self->phone_after_hours);
  g_clear_pointer (&self->after_hours_text, care_text_unref);
  g_free (self->phone_emergency);
  g_clear_pointer (&self->report_text, care_text_unref);
  g_free (self->claim);
  g_object_unref (self->writing);
  g_free (self);
}

/**
 * care_sheet_clinic_set_writing:
 * @self: a clinic
 * @writing: 12 or 24 hours, and which digits, a language
 *
 * Sets what the clinic does not leave to the languages.
 */
void
care_sheet_clinic_set_writing (CareSheetClinic *self,
                               CareWriting     *writing)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (CARE_IS_WRITING (writing));

  g_set_object (&self->writing, writing);
}

/**
 * care_sheet_clinic_new_format:
 * @self: a clinic
 * @language: BCP 47 tag
 *
 * Returns: (transfer full): dates and times in @language, in the clinic's zone
 */
CareFormat *
care_sheet_clinic_new_format (const CareSheetClinic *self,
                              const char            *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return care_writing_new_format (self->writing, language, self->zone);
}
