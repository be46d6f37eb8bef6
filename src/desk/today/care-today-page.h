/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareTodayPage:
 *
 * The visits of a day in order of time, one card each.
 */
#define CARE_TYPE_TODAY_PAGE (care_today_page_get_type ())
G_DECLARE_FINAL_TYPE (CareTodayPage, care_today_page, CARE, TODAY_PAGE, CarePage)

GtkWidget *care_today_page_new           (CareDesk      *desk) G_GNUC_WARN_UNUSED_RESULT;
void       care_today_page_shift         (CareTodayPage *self,
                                          int            days);
void       care_today_page_toggle_hidden (CareTodayPage *self);

G_END_DECLS
