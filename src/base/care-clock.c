/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-clock.h"

/**
 * CareClock:
 *
 * The only way to "now". The programs use the system's clock; a practice run
 * starts it at another time (it goes on ticking); tests hold it still.
 */
struct _CareClock
{
  GObject     parent_instance;

  gint64      offset;
  CareInstant fixed;
};

G_DEFINE_FINAL_TYPE (CareClock, care_clock, G_TYPE_OBJECT)

static void
care_clock_class_init (CareClockClass *klass)
{
}

static void
care_clock_init (CareClock *self)
{
  self->fixed = CARE_INSTANT_NONE;
}

/**
 * care_clock_new_system:
 *
 * Returns: (transfer full): the machine's own clock
 */
CareClock *
care_clock_new_system (void)
{
  return g_object_new (CARE_TYPE_CLOCK, NULL);
}

/**
 * care_clock_new_at:
 * @start: what the clock says at this moment
 *
 * Returns: (transfer full): a clock that says @start now and ticks on from there
 */
CareClock *
care_clock_new_at (CareInstant start)
{
  CareClock *self = g_object_new (CARE_TYPE_CLOCK, NULL);

  self->offset = start - g_get_real_time ();

  return self;
}

/**
 * care_clock_new_fixed:
 * @instant: what the clock says until it is told otherwise
 *
 * Returns: (transfer full): a clock that stands still, for tests
 */
CareClock *
care_clock_new_fixed (CareInstant instant)
{
  CareClock *self = g_object_new (CARE_TYPE_CLOCK, NULL);

  self->fixed = instant;

  return self;
}

/**
 * care_clock_now:
 * @self: a clock
 *
 * Returns: the present instant
 */
CareInstant
care_clock_now (CareClock *self)
{
  g_return_val_if_fail (CARE_IS_CLOCK (self), CARE_INSTANT_NONE);

  if (self->fixed != CARE_INSTANT_NONE)
    return self->fixed;

  return g_get_real_time () + self->offset;
}

/**
 * care_clock_set_fixed:
 * @self: a clock
 * @instant: what it says from now on, standing still
 */
void
care_clock_set_fixed (CareClock  *self,
                      CareInstant instant)
{
  g_return_if_fail (CARE_IS_CLOCK (self));

  self->fixed = instant;
}
