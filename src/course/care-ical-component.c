/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-ical-component.h"

#include <string.h>

/**
 * care_ical_component_find_dropped:
 * @self: an event
 *
 * libical drops what it cannot read and leaves a note; a dropped time must not
 * pass for a free one.
 *
 * Returns: (nullable): the name of a property about time that was dropped
 */
const char *
care_ical_component_find_dropped (icalcomponent *self)
{
  static const char *const times[] = { "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
                                       "RECURRENCE-ID", "FREEBUSY", "EXRULE" };

  for (icalproperty *note = icalcomponent_get_first_property (self, ICAL_XLICERROR_PROPERTY);
       note != NULL;
       note = icalcomponent_get_next_property (self, ICAL_XLICERROR_PROPERTY))
    {
      const char *text = icalproperty_get_xlicerror (note);

      for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
        if (text != NULL && strstr (text, times[i]) != NULL)
          return times[i];
    }

  return NULL;
}

/**
 * care_ical_component_takes_time:
 * @self: an event
 *
 * Returns: %FALSE when it was cancelled or is marked as leaving the time free
 */
gboolean
care_ical_component_takes_time (icalcomponent *self)
{
  icalproperty *transparency = icalcomponent_get_first_property (self, ICAL_TRANSP_PROPERTY);

  if (transparency != NULL && icalproperty_get_transp (transparency) == ICAL_TRANSP_TRANSPARENT)
    return FALSE;

  return icalcomponent_get_status (self) != ICAL_STATUS_CANCELLED;
}

/**
 * care_ical_component_find_room:
 * @self: an event
 * @info: the clinic's settings
 *
 * Returns: (nullable): id of the room that LOCATION or RESOURCES names, by id
 *   or by name; %NULL when it is none: then the whole clinic is taken
 */
const char *
care_ical_component_find_room (icalcomponent  *self,
                               CareClinicInfo *info)
{
  GPtrArray *rooms = care_clinic_info_get_rooms (info);
  icalproperty *resources = icalcomponent_get_first_property (self, ICAL_RESOURCES_PROPERTY);
  const char *names[] = { icalcomponent_get_location (self),
                          resources != NULL ? icalproperty_get_resources (resources) : NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; names[i] != NULL && k < rooms->len; k++)
      {
        const CareRoom *room = g_ptr_array_index (rooms, k);

        if (g_ascii_strcasecmp (names[i], room->id) == 0 || g_ascii_strcasecmp (names[i], room->name) == 0)
          return room->id;
      }

  return NULL;
}
