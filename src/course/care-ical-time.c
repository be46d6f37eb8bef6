/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-ical-time.h"

#include <string.h>

#include "base/care-error.h"

/* A clinic's calendar is about its own days; what lies centuries off is a slip of a program. */
#define EARLIEST_YEAR 1902
#define LATEST_YEAR   2199

/* "Europe/Madrid", also at the end of "/mozilla.org/20050126_1/Europe/Madrid". */
static GTimeZone *
system_zone (const char *tzid)
{
  g_autoptr (GRegex) name = g_regex_new ("[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*){1,2}$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (strcmp (tzid, "UTC") == 0 || strcmp (tzid, "GMT") == 0)
    return g_time_zone_new_utc ();
  if (!g_regex_match (name, tzid, 0, &match))
    return NULL;

  found = g_match_info_fetch (match, 0);
  return g_time_zone_new_identifier (found);
}

/**
 * care_ical_zone_find:
 * @self: (out): the clock
 * @calendar: the VCALENDAR, for the zones it describes
 * @property: (nullable): the property whose TZID counts
 * @time: its value
 * @clinic: the clock of times that name none (floating)
 * @error: return location for an error
 *
 * Returns: %FALSE when the named zone is known neither to the system nor to
 *   the calendar: a guess would book over somebody
 */
gboolean
care_ical_zone_find (CareIcalZone         *self,
                     icalcomponent        *calendar,
                     icalproperty         *property,
                     struct icaltimetype   time,
                     GTimeZone            *clinic,
                     GError              **error)
{
  icalparameter *parameter = property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;
  const char *tzid = parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;

  *self = (CareIcalZone) { NULL, NULL };
  if (icaltime_is_utc (time))
    self->zone = g_time_zone_new_utc ();
  else if (tzid == NULL)
    self->zone = g_time_zone_ref (clinic);
  else
    {
      self->zone = system_zone (tzid);
      if (self->zone == NULL)
        self->own = icalcomponent_get_timezone (calendar, tzid);
    }

  if (self->zone == NULL && self->own == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "its time zone is not known");
      return FALSE;
    }

  return TRUE;
}

void
care_ical_zone_clear (CareIcalZone *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->own = NULL;
}

static gint64
offset_at (CareInstant instant,
           GTimeZone  *zone)
{
  g_autoptr (GDateTime) local = care_instant_to_local (instant, zone);

  return g_date_time_get_utc_offset (local);
}

/**
 * care_ical_to_instant:
 * @time: a time as libical holds it; a date is its first instant
 * @zone: the clock it is written in
 *
 * A wall-clock time that the clocks skip is taken as the one after it, one they
 * show twice as the first: for busy times near enough.
 *
 * Returns: the instant, or %CARE_INSTANT_NONE when there is no such time
 */
CareInstant
care_ical_to_instant (struct icaltimetype  time,
                      const CareIcalZone  *zone)
{
  g_autoptr (GDateTime) flat = NULL;
  CareInstant instant;

  if (icaltime_is_null_time (time) || time.year < EARLIEST_YEAR || time.year > LATEST_YEAR)
    return CARE_INSTANT_NONE;

  if (zone->zone == NULL)
    {
      /* The calendar's own VTIMEZONE: libical knows its rules. */
      if (!icaltime_is_valid_time (time))
        return CARE_INSTANT_NONE;
      return (CareInstant) icaltime_as_timet_with_zone (time, zone->own) * CARE_SECOND;
    }

  flat = g_date_time_new_utc (time.year, time.month, time.day, time.is_date ? 0 : time.hour,
                              time.is_date ? 0 : time.minute, time.is_date ? 0 : MIN (time.second, 59));
  if (flat == NULL)
    return CARE_INSTANT_NONE;

  instant = g_date_time_to_unix (flat) * CARE_SECOND;
  return instant - offset_at (instant - offset_at (instant, zone->zone), zone->zone);
}
