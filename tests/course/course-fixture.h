/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "course/care-calendar.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/* A clinic in Madrid: Monday to Friday 09:00-13:00 and 14:00-20:00, Saturday nights on Sunday 00:00-24:00
 * for the clock changes; two rooms; closed on 2026-12-25. */
CareCalendar *course_fixture_calendar (void) G_GNUC_WARN_UNUSED_RESULT;
CareProtocol *course_fixture_protocol (void) G_GNUC_WARN_UNUSED_RESULT;
CareInstant   course_fixture_at       (CareCalendar *calendar,
                                       const char   *text);

G_END_DECLS
