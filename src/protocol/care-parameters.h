/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareParameters:
 * @test_injections: test injections, at least 2 (s1-03)
 * @test_wait_hours: from the test to its reading, at least 24 (s1-03)
 * @test_first_reading_minutes: first look at the test (x-09)
 * @test_valid_months: how long a clear test counts (u-03)
 * @session_minutes: a session's length without numbing and watch, at least 45 (s3-11)
 * @session_min_gap_days: least days between sessions, at least 7 (s3-12)
 * @numbing_minutes: added to a session when numbing cream is used
 * @watch_minutes: stay after a session (x-15)
 * @watch_long_minutes: stay after a test, a first session with a product, or for people who faint (x-14, q-17)
 * @review_after_sessions: go on, change or stop (u-04)
 * @course_min_sessions: fewest sessions any source names (C07)
 * @course_max_sessions: most sessions any source names (C07)
 * @intake_valid_months: how long answers count
 * @intake_gap_months: a pause after which they are asked again
 * @consent_wait_days: between information and signature (q-28)
 * @age_least_years: at least 18 (q-04)
 * @age_review_years: above it a clinician decides (q-04)
 * @keep_weeks: how long a sheet is kept (c-02)
 * @follow_up_days: (array zero-terminated=1): days after the last session to call, 0-ended (u-01)
 * @groups: (element-type CareCodedText): the groups the numbers stand in, with their sources
 * @ranges: (element-type CareRange): what others have published, for the approver
 *
 * The protocol's numbers. Immutable; belongs to its CareProtocol.
 */
typedef struct _CareParameters CareParameters;

struct _CareParameters
{
  int        test_injections;
  int        test_wait_hours;
  int        test_first_reading_minutes;
  int        test_valid_months;
  int        session_minutes;
  int        session_min_gap_days;
  int        numbing_minutes;
  int        watch_minutes;
  int        watch_long_minutes;
  int        review_after_sessions;
  int        course_min_sessions;
  int        course_max_sessions;
  int        intake_valid_months;
  int        intake_gap_months;
  int        consent_wait_days;
  int        age_least_years;
  int        age_review_years;
  int        keep_weeks;
  int       *follow_up_days;
  GPtrArray *groups;
  GPtrArray *ranges;
};

void care_parameters_free (CareParameters *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareParameters, care_parameters_free)

G_END_DECLS
