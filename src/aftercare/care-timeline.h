/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

#include "aftercare/care-sheet-facts.h"
#include "base/care-instant.h"

G_BEGIN_DECLS

typedef struct _CareProtocol CareProtocol;
typedef struct _CareLine CareLine;

/**
 * CareMoment:
 * @line: the protocol's line that begins or ends here
 * @at: the instant from which it is allowed again
 * @hours: elapsed hours from the finish to @at
 * @passed: already over when the timeline was made
 *
 * "From when" one thing is allowed again.
 */
typedef struct
{
  CareLine   *line;
  CareInstant at;
  double      hours;
  gboolean    passed;
} CareMoment;

/**
 * CareClash:
 * @kept: id of the line that prints
 * @dropped: id of the line that does not
 * @topic: what both speak about ("massage")
 *
 * Two lines of the protocol that contradict each other for this session. The
 * stricter one prints; the owner is told.
 */
typedef struct
{
  char *kept;
  char *dropped;
  char *topic;
} CareClash;

#define CARE_TYPE_TIMELINE (care_timeline_get_type ())
G_DECLARE_FINAL_TYPE (CareTimeline, care_timeline, CARE, TIMELINE, GObject)

CareTimeline     *care_timeline_new          (CareProtocol         *protocol,
                                              const CareSheetFacts *facts,
                                              GTimeZone            *zone,
                                              CareInstant           now,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
CareInstant       care_timeline_get_finished (CareTimeline         *self);
CareInstant       care_timeline_get_now      (CareTimeline         *self);
GTimeZone        *care_timeline_get_zone     (CareTimeline         *self);
gboolean          care_timeline_is_late      (CareTimeline         *self);
/* Sorted by instant; what is over is in it, marked. */
guint             care_timeline_get_n_moments (CareTimeline        *self);
const CareMoment *care_timeline_get_moment   (CareTimeline         *self,
                                              guint                 index);
/* Lines without a moment: what is normal, food, clothes … (element-type CareLine) */
GPtrArray        *care_timeline_get_lines    (CareTimeline         *self);
guint             care_timeline_get_n_clashes (CareTimeline        *self);
const CareClash  *care_timeline_get_clash    (CareTimeline         *self,
                                              guint                 index);
/* The date until which the page is to be kept: twelve weeks on. */
CareInstant       care_timeline_get_keep_until (CareTimeline       *self);

G_END_DECLS
