/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-clock.h"
#include "base/care-words.h"
#include "base/care-writing.h"

G_BEGIN_DECLS

/**
 * CareFormDensity:
 * @CARE_FORM_DENSITY_PATIENT: big and quiet, one idea a screen, for the patient's own hands
 * @CARE_FORM_DENSITY_DESK: close together, for staff who ask aloud or copy from paper
 */
typedef enum
{
  CARE_FORM_DENSITY_PATIENT,
  CARE_FORM_DENSITY_DESK,
} CareFormDensity;

/**
 * CareFormContext:
 *
 * What every widget of a form needs to speak: the words, the language, the
 * clock, the zone and how dense to draw. Immutable; a view that changes its
 * language takes a new one.
 */
#define CARE_TYPE_FORM_CONTEXT (care_form_context_get_type ())
G_DECLARE_FINAL_TYPE (CareFormContext, care_form_context, CARE, FORM_CONTEXT, GObject)

CareFormContext *care_form_context_new           (CareWords       *words,
                                                  const char      *language,
                                                  CareFormDensity  density,
                                                  CareClock       *clock,
                                                  GTimeZone       *zone,
                                                  CareWriting     *writing) G_GNUC_WARN_UNUSED_RESULT;
CareFormContext *care_form_context_with_language (CareFormContext *self,
                                                  const char      *language) G_GNUC_WARN_UNUSED_RESULT;
const char      *care_form_context_get_language  (CareFormContext *self);
CareFormDensity  care_form_context_get_density   (CareFormContext *self);
CareClock       *care_form_context_get_clock     (CareFormContext *self);
GTimeZone       *care_form_context_get_zone      (CareFormContext *self);
CareFormat      *care_form_context_get_format    (CareFormContext *self);
CareWords       *care_form_context_get_words     (CareFormContext *self);
gboolean         care_form_context_is_rtl        (CareFormContext *self);
const char      *care_form_context_word          (CareFormContext *self,
                                                  const char      *key);
/* That there can be no more than @limit here. */
char            *care_form_context_dup_full      (CareFormContext *self,
                                                  guint            limit) G_GNUC_WARN_UNUSED_RESULT;
void             care_form_context_get_today     (CareFormContext *self,
                                                  GDate           *today);

G_END_DECLS
