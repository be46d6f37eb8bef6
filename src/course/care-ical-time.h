/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <libical/ical.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/**
 * CareIcalZone:
 * @zone: (nullable): a zone of the operating system
 * @own: (nullable): else one that the calendar itself describes (VTIMEZONE)
 *
 * The clock that a time in a calendar is written in.
 */
typedef struct
{
  GTimeZone    *zone;
  icaltimezone *own;
} CareIcalZone;

gboolean    care_ical_zone_find  (CareIcalZone         *self,
                                  icalcomponent        *calendar,
                                  icalproperty         *property,
                                  struct icaltimetype   time,
                                  GTimeZone            *clinic,
                                  GError              **error);
void        care_ical_zone_clear (CareIcalZone         *self);
CareInstant care_ical_to_instant (struct icaltimetype   time,
                                  const CareIcalZone   *zone);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareIcalZone, care_ical_zone_clear)

G_END_DECLS
