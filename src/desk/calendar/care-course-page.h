/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareCoursePage:
 *
 * Plans a course: how many sessions, how far apart, which areas; shows every
 * date before anything is booked.
 */
#define CARE_TYPE_COURSE_PAGE (care_course_page_get_type ())
G_DECLARE_FINAL_TYPE (CareCoursePage, care_course_page, CARE, COURSE_PAGE, CarePage)

GtkWidget *care_course_page_new (CareDesk    *desk,
                                 CarePatient *patient) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
