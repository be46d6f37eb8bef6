/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/* Private to the form room: FHIR's date, dateTime and time (R4 datatypes, "2.24.0.1"). */

typedef enum
{
  CARE_MOMENT_YEAR,
  CARE_MOMENT_MONTH,
  CARE_MOMENT_DAY,
  CARE_MOMENT_TIME,
} CareMomentPrecision;

typedef struct
{
  CareMomentPrecision precision;
  int                 year;
  int                 month;
  int                 day;
  gint64              of_day;        /* microseconds since midnight */
  int                 offset_minutes;
} CareMoment;

gboolean care_moment_parse_date      (const char       *text,
                                      CareMoment       *moment);
gboolean care_moment_parse_date_time (const char       *text,
                                      CareMoment       *moment);
gboolean care_moment_parse_time      (const char       *text,
                                      gint64           *of_day);
/* FALSE when their precision leaves it open. */
gboolean care_moment_compare         (const CareMoment *a,
                                      const CareMoment *b,
                                      int              *order);
gboolean care_moment_get_instants    (const CareMoment *moment,
                                      GTimeZone        *zone,
                                      CareInstant      *first,
                                      CareInstant      *last);

G_END_DECLS
