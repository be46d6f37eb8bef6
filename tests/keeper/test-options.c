/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "keeper/care-keeper-options.h"

#include <glib.h>

typedef struct
{
  const char *start;
  long        seconds;
  const char *expected;
} Clock;

static const Clock clocks[] = {
  { "2026-11-22T14:30:00+01:00", 0, "2026-11-22T14:30:00+01:00" },
  { "2026-11-22T14:30+01:00", 61, "2026-11-22T14:31:01+01:00" },
  { "2026-11-22T23:59:59.5-05:30", 1, "2026-11-23T00:00:00-05:30" },
  { "2026-12-31T23:59:59Z", 1, "2027-01-01T00:00:00Z" },
  { "2028-02-28T23:00:00", 7200, "2028-02-29T01:00:00" },
  /* The offset was said, so it stays: no clock change happens on this clock. */
  { "2026-10-25T02:30:00+02:00", 3600, "2026-10-25T03:30:00+02:00" },
  { "", 0, NULL },
  { "now", 0, NULL },
  { "2026-11-22", 0, NULL },
  { "2026-02-30T10:00:00Z", 0, NULL },
  { "2026-13-01T10:00:00Z", 0, NULL },
  { "2026-11-22T25:00:00Z", 0, NULL },
  { "2026-11-22T10:61:00Z", 0, NULL },
  { "2026-11-22T10:00:00+1", 0, NULL },
  { "2026-11-22T10:00:00+25:00", 0, NULL },
  { "2026-11-22T10:00:00+01:75", 0, NULL },
  { "2026-11-22T10:00:00 Z", 0, NULL },
  { "22026-11-22T10:00:00Z", 0, NULL },
};

static void
test_clock (gconstpointer data)
{
  const Clock *clock = data;
  char text[CARE_KEEPER_CLOCK_MAX];

  if (clock->expected == NULL)
    {
      g_assert_false (care_keeper_clock_advance (clock->start, clock->seconds, text, sizeof text));
      return;
    }
  g_assert_true (care_keeper_clock_advance (clock->start, clock->seconds, text, sizeof text));
  g_assert_cmpstr (text, ==, clock->expected);
}

static void
test_no_room (void)
{
  char text[8];

  g_assert_false (care_keeper_clock_advance ("2026-11-22T14:30:00+01:00", 0, text, sizeof text));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/keeper/clock/%u", i);

      g_test_add_data_func (path, &clocks[i], test_clock);
    }
  g_test_add_func ("/keeper/clock/no-room", test_no_room);

  return g_test_run ();
}
