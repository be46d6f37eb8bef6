/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareCalendarPage:
 *
 * A week: days side by side where there is room, below each other where not.
 */
#define CARE_TYPE_CALENDAR_PAGE (care_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (CareCalendarPage, care_calendar_page, CARE, CALENDAR_PAGE, CarePage)

GtkWidget *care_calendar_page_new (CareDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
