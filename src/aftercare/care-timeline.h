/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

#include "aftercare/care-sheet-facts.h"
#include "base/care-instant.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/**
 * CareMoment:
 * @line: the protocol's line
 * @at: the instant it ends (lines of the block "before": begins), or %CARE_INSTANT_NONE
 *   where no clock ends it
 * @whole_day: the line counts days or weeks: print the date, not the time of day
 * @passed: already over when the timeline was made; it does not print
 *
 * One line of the protocol that holds for this visit, and its instant. Belongs
 * to its timeline.
 */
typedef struct
{
  const CareLine *line;
  CareInstant     at;
  gboolean        whole_day;
  gboolean        passed;
} CareMoment;

/**
 * CareClash:
 * @kept: the line that prints
 * @dropped: the line that does not
 *
 * Two lines of the protocol that contradict each other for this session. The
 * stricter one prints; the owner is told. Belongs to its timeline.
 */
typedef struct
{
  const CareLine *kept;
  const CareLine *dropped;
} CareClash;

#define CARE_TYPE_TIMELINE (care_timeline_get_type ())
G_DECLARE_FINAL_TYPE (CareTimeline, care_timeline, CARE, TIMELINE, GObject)

CareTimeline     *care_timeline_new            (CareProtocol         *protocol,
                                                const CareSheetFacts *facts,
                                                GTimeZone            *zone,
                                                CareInstant           now,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
CareProtocol     *care_timeline_get_protocol   (CareTimeline         *self);
CareInstant       care_timeline_get_finished   (CareTimeline         *self);
CareInstant       care_timeline_get_now        (CareTimeline         *self);
GTimeZone        *care_timeline_get_zone       (CareTimeline         *self);
gboolean          care_timeline_has_passed     (CareTimeline         *self);
CareInstant       care_timeline_get_keep_until (CareTimeline         *self);

/* (element-type CareMoment): limits with an instant, sorted; what is over is in it, marked. */
GPtrArray        *care_timeline_get_moments    (CareTimeline         *self);
/* (element-type CareMoment): every line that holds, in the protocol's order. */
GPtrArray        *care_timeline_get_lines      (CareTimeline         *self);
/* (element-type CareSign): the warning signs that hold, in the protocol's order. */
GPtrArray        *care_timeline_get_signs      (CareTimeline         *self);
/* (element-type CareClash) */
GPtrArray        *care_timeline_get_clashes    (CareTimeline         *self);

G_END_DECLS
