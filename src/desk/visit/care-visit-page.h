/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareVisitPage:
 *
 * One visit: name and year of birth always on top, the line of rooms, and the
 * current room below it.
 */
#define CARE_TYPE_VISIT_PAGE (care_visit_page_get_type ())
G_DECLARE_FINAL_TYPE (CareVisitPage, care_visit_page, CARE, VISIT_PAGE, CarePage)

GtkWidget     *care_visit_page_new       (CareDesk      *desk,
                                          CareVisit     *visit) G_GNUC_WARN_UNUSED_RESULT;
CareVisit     *care_visit_page_get_visit (CareVisitPage *self);
CareVisitRoom  care_visit_page_get_room  (CareVisitPage *self);
void           care_visit_page_show_room (CareVisitPage *self,
                                          CareVisitRoom  room);

G_END_DECLS
