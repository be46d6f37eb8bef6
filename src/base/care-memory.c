/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-memory.h"

#include <malloc.h>

/* What one frame of a large screen takes and gives back, with room to spare. */
#define CARE_MEMORY_BLOCK (64 * 1024 * 1024)
#define CARE_MEMORY_KEPT (256 * 1024 * 1024)

/**
 * care_memory_keep_freed:
 *
 * Keeps what the program frees for the next allocation, instead of handing it back to the kernel at once. A window
 * draws into buffers of some megabytes that live for one frame; handed back, every page of them is a fault and a
 * page of zeroes in the next frame, half of its time on a machine where faults are dear. The program's memory stays
 * at its largest in return. For programs with a window, at the start of main().
 *
 * Does nothing where the C library has no such setting.
 */
void
care_memory_keep_freed (void)
{
#if defined(M_MMAP_THRESHOLD) && defined(M_TRIM_THRESHOLD)
  mallopt (M_MMAP_THRESHOLD, CARE_MEMORY_BLOCK);
  mallopt (M_TRIM_THRESHOLD, CARE_MEMORY_KEPT);
#endif
}
