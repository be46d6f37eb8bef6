/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-timeline.h"

#include "base/care-error.h"

struct _CareTimeline
{
  GObject     parent_instance;

  CareInstant finished;
  CareInstant now;
  GTimeZone  *zone;
  GPtrArray  *lines;
};

G_DEFINE_FINAL_TYPE (CareTimeline, care_timeline, G_TYPE_OBJECT)

static void
care_timeline_class_init (CareTimelineClass *klass)
{
}

static void
care_timeline_init (CareTimeline *self)
{
}

CareTimeline *
care_timeline_new (CareProtocol         *protocol,
                   const CareSheetFacts *facts,
                   GTimeZone            *zone,
                   CareInstant           now,
                   GError              **error)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_UNSUPPORTED, "no timeline in this build");
  return NULL;
}

CareInstant
care_timeline_get_finished (CareTimeline *self)
{
  return self->finished;
}

CareInstant
care_timeline_get_now (CareTimeline *self)
{
  return self->now;
}

GTimeZone *
care_timeline_get_zone (CareTimeline *self)
{
  return self->zone;
}

gboolean
care_timeline_is_late (CareTimeline *self)
{
  return FALSE;
}

guint
care_timeline_get_n_moments (CareTimeline *self)
{
  return 0;
}

const CareMoment *
care_timeline_get_moment (CareTimeline *self,
                          guint         index)
{
  return NULL;
}

GPtrArray *
care_timeline_get_lines (CareTimeline *self)
{
  return self->lines;
}

guint
care_timeline_get_n_clashes (CareTimeline *self)
{
  return 0;
}

const CareClash *
care_timeline_get_clash (CareTimeline *self,
                         guint         index)
{
  return NULL;
}

CareInstant
care_timeline_get_keep_until (CareTimeline *self)
{
  return self->finished;
}
