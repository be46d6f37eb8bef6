/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareAllergyList:
 *
 * How it stands with a patient's allergies: named, none known and since when, or
 * not asked. The names open with a clinician's PIN, and close when the page is left.
 */
#define CARE_TYPE_ALLERGY_LIST (care_allergy_list_get_type ())
G_DECLARE_FINAL_TYPE (CareAllergyList, care_allergy_list, CARE, ALLERGY_LIST, AdwBin)

void care_allergy_list_set_patient (CareAllergyList *self,
                                    CareDesk        *desk,
                                    CarePatient     *patient);

G_END_DECLS
