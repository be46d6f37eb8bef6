/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-format.h"
#include "base/care-json-view.h"

G_BEGIN_DECLS

/**
 * CareWriting:
 *
 * How a clinic writes its languages, where it does not leave that to the
 * language: 12 or 24 hours, and which digits. The same on the patient's screen
 * and on paper. Filled where it is made, and only read from then on.
 */
#define CARE_TYPE_WRITING (care_writing_get_type ())
G_DECLARE_FINAL_TYPE (CareWriting, care_writing, CARE, WRITING, GObject)

/* Everything as the languages write it. */
CareWriting *care_writing_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* From the members "hours24" (tag to true or false) and "digits" (tag to a numbering system of CLDR, "latn", "arab" ...) of @view;
 * both may be missing. INPUT with the member's path where a tag or a system is not one. */
CareWriting *care_writing_new_from_view (const CareJsonView *view,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds both members to an object that is being written. */
void         care_writing_to_json    (CareWriting  *self,
                                      JsonObject   *object);
void         care_writing_set_hours  (CareWriting  *self,
                                      const char   *language,
                                      CareHours     hours);
/* A tag that is not named takes what its language alone is given: es-MX takes es. */
CareHours    care_writing_get_hours  (CareWriting  *self,
                                      const char   *language);
/* (nullable): NULL where the language decides. */
const char  *care_writing_get_digits (CareWriting  *self,
                                      const char   *language);
CareFormat  *care_writing_new_format (CareWriting  *self,
                                      const char   *language,
                                      GTimeZone    *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
