/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-value.h"

G_BEGIN_DECLS

/**
 * CareOption:
 *
 * One choice of a question: an answerOption, or a code of a contained ValueSet.
 * Lives as long as its questionnaire.
 */
typedef struct _CareOption CareOption;

CareValue  *care_option_get_value        (const CareOption *self);
/* What the patient reads; never NULL. */
const char *care_option_get_display      (const CareOption *self,
                                          const char       *language);
/* "a)", or NULL (questionnaire-optionPrefix). */
const char *care_option_get_prefix       (const CareOption *self,
                                          const char       *language);
/* Ticking it unticks the others (questionnaire-optionExclusive). */
gboolean    care_option_is_exclusive     (const CareOption *self);
gboolean    care_option_is_initial       (const CareOption *self);
/* TRUE and the score (ordinalValue, itemWeight); never shown. */
gboolean    care_option_get_ordinal      (const CareOption *self,
                                          double           *ordinal);

G_END_DECLS
