/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "course/care-clinic-info.h"

G_BEGIN_DECLS

/* Shared by the reader and the accessors of CareClinicInfo, and by nobody else. */
struct _CareClinicInfo
{
  GObject     parent_instance;

  gboolean    sample;
  gboolean    black;
  char       *id;
  char       *name;
  char      **address;
  char       *country;
  char       *zone_name;
  GTimeZone  *zone;
  char       *desk_language;
  char       *staff_language;
  char      **country_languages;
  char      **languages;
  CareWriting *writing;
  char       *day_phone;
  char       *night_phone;
  CareText   *night_who;
  CareText   *night_closed;
  char       *emergency_phone;
  CareText   *reporting;
  GArray     *opening[G_DATE_SUNDAY + 1];
  GPtrArray  *closed;
  GPtrArray  *rooms;
  GPtrArray  *staff;
  GPtrArray  *batches;
  GPtrArray  *forms;
};

G_END_DECLS
