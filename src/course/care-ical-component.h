/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <libical/ical.h>

#include "course/care-clinic-info.h"

G_BEGIN_DECLS

/* What one VEVENT or VFREEBUSY says beside its times. */
const char *care_ical_component_find_dropped (icalcomponent  *self);
gboolean    care_ical_component_takes_time   (icalcomponent  *self);
const char *care_ical_component_find_room    (icalcomponent  *self,
                                              CareClinicInfo *info);

G_END_DECLS
