/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareInstant:
 *
 * A point in time: microseconds since 1970-01-01T00:00:00Z. Elapsed hours are
 * counted on instants, so eight hours across a clock change are eight hours.
 */
typedef gint64 CareInstant;

#define CARE_INSTANT_NONE G_MININT64
#define CARE_SECOND       ((gint64) 1000000)
#define CARE_MINUTE       (60 * CARE_SECOND)
#define CARE_HOUR         (60 * CARE_MINUTE)

/**
 * CareLocalTime:
 * @CARE_LOCAL_TIME_NONE: there is no such date or hour
 * @CARE_LOCAL_TIME_PLAIN: one instant
 * @CARE_LOCAL_TIME_TWICE: the clocks go back, two instants show it
 * @CARE_LOCAL_TIME_MISSING: the clocks go forward over it, no instant shows it
 *
 * What a wall-clock time is in its zone.
 */
typedef enum
{
  CARE_LOCAL_TIME_NONE,
  CARE_LOCAL_TIME_PLAIN,
  CARE_LOCAL_TIME_TWICE,
  CARE_LOCAL_TIME_MISSING,
} CareLocalTime;

CareInstant care_instant_parse          (const char   *text,
                                         GTimeZone    *zone,
                                         GError      **error);
CareInstant care_instant_from_local     (GTimeZone    *zone,
                                         int           year,
                                         int           month,
                                         int           day,
                                         int           hour,
                                         int           minute,
                                         GError      **error);
CareLocalTime care_instant_find_local   (GTimeZone    *zone,
                                         int           year,
                                         int           month,
                                         int           day,
                                         int           hour,
                                         int           minute,
                                         CareInstant  *first,
                                         CareInstant  *second);
CareInstant care_instant_add_local_days (CareInstant   instant,
                                         GTimeZone    *zone,
                                         int           days,
                                         GError      **error);
CareInstant care_instant_day_start      (CareInstant   instant,
                                         GTimeZone    *zone);
GDateTime  *care_instant_to_local       (CareInstant   instant,
                                         GTimeZone    *zone) G_GNUC_WARN_UNUSED_RESULT;
char       *care_instant_format         (CareInstant   instant,
                                         GTimeZone    *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
