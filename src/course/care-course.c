/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-course.h"

#include "base/care-error.h"

struct _CareCourse
{
  GObject       parent_instance;

  CareProtocol *protocol;
  char         *product;
  guint         sessions;
  guint         given;
  CareInstant   last;
};

G_DEFINE_FINAL_TYPE (CareCourse, care_course, G_TYPE_OBJECT)

static void
care_course_finalize (GObject *object)
{
  CareCourse *self = CARE_COURSE (object);

  g_clear_object (&self->protocol);
  g_free (self->product);

  G_OBJECT_CLASS (care_course_parent_class)->finalize (object);
}

static void
care_course_class_init (CareCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_course_finalize;
}

static void
care_course_init (CareCourse *self)
{
  self->last = CARE_INSTANT_NONE;
}

/**
 * care_course_new:
 * @protocol: the clinic's rules
 * @product: (nullable): id of the product; %NULL while none is chosen
 * @sessions: how many sessions are planned
 *
 * Returns: (transfer full): a course of which nothing was given yet
 */
CareCourse *
care_course_new (CareProtocol *protocol,
                 const char   *product,
                 guint         sessions)
{
  CareCourse *self;

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);

  self = g_object_new (CARE_TYPE_COURSE, NULL);
  self->protocol = g_object_ref (protocol);
  self->product = g_strdup (product);
  self->sessions = sessions;

  return self;
}

/**
 * care_course_add_given:
 * @self: a course
 * @start: when a session was given; in any order
 */
void
care_course_add_given (CareCourse *self,
                       CareInstant start)
{
  g_return_if_fail (CARE_IS_COURSE (self));
  g_return_if_fail (start != CARE_INSTANT_NONE);

  self->given++;
  self->last = MAX (self->last, start);
}

/* The number k of the next session, 0 when the course is complete. */
guint
care_course_get_next (CareCourse *self)
{
  g_return_val_if_fail (CARE_IS_COURSE (self), 0);

  return self->given < self->sessions ? self->given + 1 : 0;
}

/* Least days between two sessions: the product's or the protocol's, whichever is more (C08). */
int
care_course_get_gap_days (CareCourse *self)
{
  g_return_val_if_fail (CARE_IS_COURSE (self), 7);

  return care_protocol_get_min_gap_days (self->protocol, self->product);
}

/* Whether the clinician looks at the course before the next session: go on, change or stop (u-04). */
gboolean
care_course_is_review_due (CareCourse *self)
{
  int every;

  g_return_val_if_fail (CARE_IS_COURSE (self), FALSE);

  every = care_protocol_get_parameters (self->protocol)->review_after_sessions;
  return every > 0 && self->given > 0 && self->given % (guint) every == 0;
}

/**
 * care_course_check:
 * @self: a course
 * @error: return location for an error
 *
 * Returns: %FALSE with %CARE_ERROR_REFUSED when the product allows fewer
 *   sessions than planned (d-02)
 */
gboolean
care_course_check (CareCourse  *self,
                   GError     **error)
{
  const CareProduct *product;

  g_return_val_if_fail (CARE_IS_COURSE (self), FALSE);

  product = self->product != NULL ? care_protocol_find_product (self->protocol, self->product) : NULL;
  if (self->product != NULL && product == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                   "the protocol has no product \"%s\"", self->product);
      return FALSE;
    }
  if (product != NULL && product->max_visits > 0 && self->sessions > (guint) product->max_visits)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "%u sessions are more than the %d that %s allows; plan fewer",
                   self->sessions, product->max_visits, product->id);
      return FALSE;
    }

  return TRUE;
}

/**
 * care_course_after_gap:
 * @before: a session's start
 * @gap_days: least days to the next one
 * @zone: the clinic's zone
 *
 * Days are the calendar's, as in screening: seven days after a Monday is the
 * next Monday, at whatever hour, also when the clocks change in between.
 *
 * Returns: the first instant of the first day on which the next session may be
 */
CareInstant
care_course_after_gap (CareInstant before,
                       int         gap_days,
                       GTimeZone  *zone)
{
  CareInstant day;
  CareInstant noon;

  g_return_val_if_fail (before != CARE_INSTANT_NONE, CARE_INSTANT_NONE);
  g_return_val_if_fail (zone != NULL, CARE_INSTANT_NONE);

  /* Noon exists on every day; from there to the first instant of its day. */
  day = care_instant_day_start (before, zone);
  noon = care_instant_add_local_days (day + 12 * CARE_HOUR, zone, gap_days, NULL);

  return noon != CARE_INSTANT_NONE ? care_instant_day_start (noon, zone)
                                   : day + gap_days * 24 * CARE_HOUR;
}

/**
 * care_course_get_earliest:
 * @self: a course
 * @zone: the clinic's zone
 *
 * Returns: the first instant at which the next session may begin;
 *   %CARE_INSTANT_NONE while none was given
 */
CareInstant
care_course_get_earliest (CareCourse *self,
                          GTimeZone  *zone)
{
  g_return_val_if_fail (CARE_IS_COURSE (self), CARE_INSTANT_NONE);

  if (self->last == CARE_INSTANT_NONE)
    return CARE_INSTANT_NONE;

  return care_course_after_gap (self->last, care_course_get_gap_days (self), zone);
}

/**
 * care_course_reading_earliest:
 * @protocol: the clinic's rules
 * @test: when the test injections were given
 *
 * Returns: the first instant at which the test may be read; elapsed hours, at
 *   least 24 (s1-03, s1-04)
 */
CareInstant
care_course_reading_earliest (CareProtocol *protocol,
                              CareInstant   test)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), CARE_INSTANT_NONE);
  g_return_val_if_fail (test != CARE_INSTANT_NONE, CARE_INSTANT_NONE);

  return test + MAX (care_protocol_get_parameters (protocol)->test_wait_hours, 24) * CARE_HOUR;
}
