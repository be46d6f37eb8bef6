/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-instant.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/**
 * CareCourse:
 *
 * A course of sessions with one product: how many, how far apart, which were
 * given. Tells which session is next and when it may be at the earliest.
 */
#define CARE_TYPE_COURSE (care_course_get_type ())
G_DECLARE_FINAL_TYPE (CareCourse, care_course, CARE, COURSE, GObject)

CareCourse  *care_course_new              (CareProtocol  *protocol,
                                           const char    *product,
                                           guint          sessions) G_GNUC_WARN_UNUSED_RESULT;
void         care_course_add_given        (CareCourse    *self,
                                           CareInstant    start);
guint        care_course_get_next         (CareCourse    *self);
int          care_course_get_gap_days     (CareCourse    *self);
gboolean     care_course_is_review_due    (CareCourse    *self);
gboolean     care_course_check            (CareCourse    *self,
                                           GError       **error);
CareInstant  care_course_get_earliest     (CareCourse    *self,
                                           GTimeZone     *zone);

CareInstant  care_course_after_gap        (CareInstant    before,
                                           int            gap_days,
                                           GTimeZone     *zone);
CareInstant  care_course_reading_earliest (CareProtocol  *protocol,
                                           CareInstant    test);

G_END_DECLS
