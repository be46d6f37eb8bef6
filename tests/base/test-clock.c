/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-clock.h"

static void
test_fixed (void)
{
  g_autoptr (CareClock) clock = care_clock_new_fixed (42 * CARE_SECOND);

  g_assert_cmpint (care_clock_now (clock), ==, 42 * CARE_SECOND);
  care_clock_set_fixed (clock, 50 * CARE_SECOND);
  g_assert_cmpint (care_clock_now (clock), ==, 50 * CARE_SECOND);
  g_assert_finalize_object (g_steal_pointer (&clock));
}

static void
test_started_elsewhere (void)
{
  g_autoptr (CareClock) clock = care_clock_new_at (1000 * CARE_HOUR);
  CareInstant first = care_clock_now (clock);

  g_assert_cmpint (first, >=, 1000 * CARE_HOUR);
  g_assert_cmpint (first, <, 1000 * CARE_HOUR + CARE_MINUTE);
  g_usleep (2000);
  g_assert_cmpint (care_clock_now (clock), >, first);
}

static void
test_system (void)
{
  g_autoptr (CareClock) clock = care_clock_new_system ();

  g_assert_cmpint (ABS (care_clock_now (clock) - g_get_real_time ()), <, CARE_MINUTE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/clock/fixed", test_fixed);
  g_test_add_func ("/base/clock/started-elsewhere", test_started_elsewhere);
  g_test_add_func ("/base/clock/system", test_system);

  return g_test_run ();
}
