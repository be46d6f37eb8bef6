/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "course/care-calendar.h"

G_BEGIN_DECLS

/**
 * CareIcalEvent:
 * @uid: stable id of the appointment; a new version keeps it
 * @sequence: 0, and one more with each change
 * @start: first instant
 * @end: the instant after the last
 * @summary: what a calendar shows
 * @location: (nullable): where
 *
 * One event to be written.
 */
typedef struct
{
  const char *uid;
  guint       sequence;
  CareInstant start;
  CareInstant end;
  const char *summary;
  const char *location;
} CareIcalEvent;

char     *care_ical_write     (const CareIcalEvent  *events,
                               gsize                 n_events,
                               CareInstant           stamp) G_GNUC_WARN_UNUSED_RESULT;

gboolean  care_ical_read_busy (CareCalendar         *calendar,
                               const char           *text,
                               gsize                 length,
                               const char           *source,
                               CareInstant           from,
                               CareInstant           to,
                               GError              **error);
gboolean  care_ical_load_busy (CareCalendar         *calendar,
                               const char           *path,
                               CareInstant           from,
                               CareInstant           to,
                               GError              **error);

G_END_DECLS
