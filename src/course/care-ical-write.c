/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-ical.h"

#include "config.h"

#include <libical/ical.h>

static struct icaltimetype
utc_time (CareInstant instant)
{
  gint64 seconds = instant / CARE_SECOND;

  if (instant < 0 && instant % CARE_SECOND != 0)
    seconds -= 1;

  return icaltime_from_timet_with_zone ((time_t) seconds, FALSE, icaltimezone_get_utc_timezone ());
}

static icalcomponent *
build_event (const CareIcalEvent *event,
             CareInstant          stamp)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (utc_time (stamp)));
  icalcomponent_add_property (component, icalproperty_new_sequence ((int) event->sequence));
  icalcomponent_add_property (component, icalproperty_new_dtstart (utc_time (event->start)));
  icalcomponent_add_property (component, icalproperty_new_dtend (utc_time (event->end)));
  icalcomponent_add_property (component, icalproperty_new_summary (event->summary));
  if (event->location != NULL)
    icalcomponent_add_property (component, icalproperty_new_location (event->location));

  return component;
}

/**
 * care_ical_write:
 * @events: (array length=n_events): the events
 * @n_events: how many
 * @stamp: when they were written (DTSTAMP)
 *
 * Writes a calendar (RFC 5545): times in UTC, so that no time zone needs to
 * be described; the ids given, so that a second import changes the first; no
 * METHOD, which would make a file an invitation. Same input, same bytes.
 *
 * Returns: (transfer full): the text, lines ended by CR LF
 */
char *
care_ical_write (const CareIcalEvent *events,
                 gsize                n_events,
                 CareInstant          stamp)
{
  icalcomponent *calendar;
  char *owned;
  char *text;

  g_return_val_if_fail (events != NULL || n_events == 0, NULL);
  g_return_val_if_fail (stamp != CARE_INSTANT_NONE, NULL);

  calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Aftercare//Aftercare " CARE_VERSION "//EN"));
  for (gsize i = 0; i < n_events; i++)
    {
      g_assert (events[i].uid != NULL && events[i].summary != NULL);
      g_assert (events[i].start < events[i].end);
      icalcomponent_add_component (calendar, build_event (&events[i], stamp));
    }

  owned = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (owned);
  icalmemory_free_buffer (owned);
  icalcomponent_free (calendar);

  return text;
}
