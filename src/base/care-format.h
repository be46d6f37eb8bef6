/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/**
 * CareHours:
 * @CARE_HOURS_LANGUAGE: as the language writes the time of day
 * @CARE_HOURS_24: 23:10
 * @CARE_HOURS_12: 11:10 pm
 */
typedef enum
{
  CARE_HOURS_LANGUAGE,
  CARE_HOURS_24,
  CARE_HOURS_12,
} CareHours;

/**
 * CareFormat:
 *
 * Dates, times, numbers and lists as one language writes them (ICU, so that no
 * locale needs to be installed), in one time zone.
 */
#define CARE_TYPE_FORMAT (care_format_get_type ())
G_DECLARE_FINAL_TYPE (CareFormat, care_format, CARE, FORMAT, GObject)

CareFormat *care_format_new            (const char  *language,
                                        GTimeZone   *zone,
                                        CareHours    hours) G_GNUC_WARN_UNUSED_RESULT;
const char *care_format_get_language   (CareFormat  *self);
gboolean    care_format_is_rtl         (CareFormat  *self);

/* "23:10" */
char       *care_format_time           (CareFormat  *self,
                                        CareInstant  instant) G_GNUC_WARN_UNUSED_RESULT;
/* "Monday, 23 November" */
char       *care_format_day            (CareFormat  *self,
                                        CareInstant  instant) G_GNUC_WARN_UNUSED_RESULT;
/* "23 Nov" */
char       *care_format_day_short      (CareFormat  *self,
                                        CareInstant  instant) G_GNUC_WARN_UNUSED_RESULT;
/* "Mon 23 Nov, 23:10" */
char       *care_format_moment         (CareFormat  *self,
                                        CareInstant  instant) G_GNUC_WARN_UNUSED_RESULT;
/* "23 Nov 2026, 23:10" */
char       *care_format_moment_year    (CareFormat  *self,
                                        CareInstant  instant) G_GNUC_WARN_UNUSED_RESULT;
/* "23 November 2026" */
char       *care_format_date           (CareFormat  *self,
                                        CareInstant  instant) G_GNUC_WARN_UNUSED_RESULT;
/* A calendar date with no time of day, "23 November 2026". */
char       *care_format_calendar_date  (CareFormat  *self,
                                        const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
char       *care_format_number         (CareFormat  *self,
                                        double       number,
                                        int          max_decimals) G_GNUC_WARN_UNUSED_RESULT;
/* "arms, thighs and legs" */
char       *care_format_list           (CareFormat         *self,
                                        const char *const  *items) G_GNUC_WARN_UNUSED_RESULT;
/* Puts named values into "{name}" places of @sentence, each isolated (U+2068 … U+2069).
 * Pairs of name and value, ended by NULL. An unknown place stays as it is. */
char       *care_format_fill           (CareFormat  *self,
                                        const char  *sentence,
                                        ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* A sentence's digits as the language's numbers have them; a phone number stays as it is dialled. Owned by @self. */
const char *care_format_own_digits     (CareFormat  *self,
                                        const char  *sentence);
/* The language's own name: "Deutsch", "العربية". */
char       *care_format_language_name  (const char  *language) G_GNUC_WARN_UNUSED_RESULT;
/* What @self's language calls another, as within a sentence: "German", "allemand". */
char       *care_format_other_language (CareFormat  *self,
                                        const char  *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
