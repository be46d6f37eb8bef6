/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareCalendarDay:
 *
 * A day of the calendar: its name, its opening hours or why it is closed, and its visits in order of time.
 */
#define CARE_TYPE_CALENDAR_DAY (care_calendar_day_get_type ())
G_DECLARE_FINAL_TYPE (CareCalendarDay, care_calendar_day, CARE, CALENDAR_DAY, GtkWidget)

GtkWidget *care_calendar_day_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       care_calendar_day_show (CareCalendarDay *self,
                                   CareDesk        *desk,
                                   CareInstant      noon,
                                   GListModel      *visits);

G_END_DECLS
