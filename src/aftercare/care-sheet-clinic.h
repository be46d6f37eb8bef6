/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-text.h"
#include "base/care-writing.h"

G_BEGIN_DECLS

/**
 * CareSheetClinic:
 * @name: the clinic's name
 * @address: (nullable): address lines, %NULL-terminated
 * @zone: the clinic's time zone
 * @zone_name: its IANA name
 * @language: BCP 47 tag of the clinic's own language
 * @doctor_language: (nullable): BCP 47 tag of what another doctor of the country reads; %NULL: not known
 * @phone_day: (nullable): by day
 * @phone_after_hours: (nullable): after hours, or %NULL when nobody answers
 * @after_hours_text: (nullable): who answers after hours, or what to do while closed
 * @phone_emergency: (nullable): the emergency number
 * @report_text: (nullable): how to report a side effect
 * @claim: (nullable): words of the settings that claim what is never printed; the text they stood in is left out
 * @writing: 12 or 24 hours, and which digits, a language
 * @black: its printer has black ink alone: the sheet has no colours
 * @sample: made-up clinic: EXAMPLE stands across its sheets
 *
 * What a sheet prints of the clinic. A plain struct that the caller fills from
 * the clinic's settings; strings and references are owned by it.
 */
typedef struct
{
  char       *name;
  char      **address;
  GTimeZone  *zone;
  char       *zone_name;
  char       *language;
  char       *doctor_language;
  char       *phone_day;
  char       *phone_after_hours;
  CareText   *after_hours_text;
  char       *phone_emergency;
  CareText   *report_text;
  char       *claim;
  CareWriting *writing;
  gboolean    black;
  gboolean    sample;
} CareSheetClinic;

CareSheetClinic *care_sheet_clinic_new        (const char            *name,
                                               const char            *zone_name,
                                               const char            *language) G_GNUC_WARN_UNUSED_RESULT;
CareSheetClinic *care_sheet_clinic_copy       (const CareSheetClinic *self) G_GNUC_WARN_UNUSED_RESULT;
void             care_sheet_clinic_free       (CareSheetClinic       *self);
void             care_sheet_clinic_set_writing (CareSheetClinic      *self,
                                               CareWriting           *writing);
CareFormat      *care_sheet_clinic_new_format (const CareSheetClinic *self,
                                               const char            *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSheetClinic, care_sheet_clinic_free)

G_END_DECLS
