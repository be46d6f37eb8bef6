/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What is freed stays with the program: the next buffer of a frame comes from it, not anew from the kernel. */

#include "base/care-memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/* A frame of 1280 x 800 points at twice the scale. */
#define FRAME (2560 * 1600 * 4)

static void
test_kept (void)
{
  struct mallinfo2 before, held, after;
  char *frame;

  care_memory_keep_freed ();
  before = mallinfo2 ();
  if (before.arena == 0)
    {
      g_test_skip ("The C library's own allocator is not in use");
      return;
    }
  frame = malloc (FRAME);
  g_assert_nonnull (frame);
  memset (frame, 1, FRAME);
  held = mallinfo2 ();
  free (frame);
  after = mallinfo2 ();

  /* Not mapped by itself, and not given back. */
  g_assert_cmpuint (held.hblkhd, ==, before.hblkhd);
  g_assert_cmpuint (after.fordblks, >=, FRAME);
  g_assert_cmpuint (after.arena, ==, held.arena);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory/kept", test_kept);

  return g_test_run ();
}
