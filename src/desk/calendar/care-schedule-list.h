/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareScheduleList:
 *
 * Visits with date, time, length and state, one line each; a line opens its visit.
 */
#define CARE_TYPE_SCHEDULE_LIST (care_schedule_list_get_type ())
G_DECLARE_FINAL_TYPE (CareScheduleList, care_schedule_list, CARE, SCHEDULE_LIST, GtkWidget)

GtkWidget *care_schedule_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       care_schedule_list_set_visits (CareScheduleList *self,
                                          CareDesk         *desk,
                                          GListModel       *visits);

G_END_DECLS
