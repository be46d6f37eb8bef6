/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-json-view.h"

G_BEGIN_DECLS

/**
 * CareFormOccasion:
 * @CARE_OCCASION_FIRST_VISIT: whenever a whole intake is due
 * @CARE_OCCASION_DAY_CHECK: before each session
 * @CARE_OCCASION_CONSENT: with the consent, once product and areas are chosen
 * @CARE_OCCASION_ANY_VISIT: at every visit at which anything is asked
 */
typedef enum
{
  CARE_OCCASION_FIRST_VISIT,
  CARE_OCCASION_DAY_CHECK,
  CARE_OCCASION_CONSENT,
  CARE_OCCASION_ANY_VISIT,
  CARE_N_OCCASIONS,
} CareFormOccasion;

/**
 * CareClinicForm:
 * @file: a file in the folder `forms` beside the settings, "intake.json"
 * @occasion: when it is asked
 * @replaces: it stands in the place of the program's own form; else it comes after it
 *
 * One line of the settings' `forms`.
 */
typedef struct
{
  char            *file;
  CareFormOccasion occasion;
  gboolean         replaces;
} CareClinicForm;

CareClinicForm *care_clinic_form_new            (const char          *file,
                                                 CareFormOccasion     occasion,
                                                 gboolean             replaces) G_GNUC_WARN_UNUSED_RESULT;
CareClinicForm *care_clinic_form_copy           (const CareClinicForm *self) G_GNUC_WARN_UNUSED_RESULT;
void            care_clinic_form_free           (CareClinicForm      *self);
/* A name of a file in that folder: no other place, no hidden file, ends in ".json". */
gboolean        care_clinic_form_is_file_name   (const char          *file);
GPtrArray      *care_clinic_form_read_list      (const CareJsonView  *view,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
JsonArray      *care_clinic_form_write_list     (GPtrArray           *forms) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareClinicForm, care_clinic_form_free)

G_END_DECLS
