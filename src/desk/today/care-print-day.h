/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CarePrintDay:
 *
 * One quiet line: how many of a day's sheets are not on paper yet, and a button that
 * prints them all, with how far it is and a way to stop. Not there while nothing is owed.
 */
#define CARE_TYPE_PRINT_DAY (care_print_day_get_type ())
G_DECLARE_FINAL_TYPE (CarePrintDay, care_print_day, CARE, PRINT_DAY, AdwBin)

void  care_print_day_follow   (CarePrintDay *self,
                               CareDesk     *desk,
                               GListModel   *visits);
guint care_print_day_get_owed (CarePrintDay *self);

G_END_DECLS
