/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The gate: the next step is drawn within one frame of the tap, in-process. */
#define BENCH_FRAME_MS 16.0
#define BENCH_RUNS     5

/**
 * BenchSteps:
 *
 * What each step of a walk costs, from the tap to its drawn frame, in this thread's own work: building, styles, laying
 * out, painting. The walk is made BENCH_RUNS times; a step's figure is the median of its runs, and the slowest step's
 * figure is the gate. So one disturbed run of one step does not decide, and no step is left out or chosen for being fast.
 * The worst single figure is said beside it.
 */
typedef struct _BenchSteps BenchSteps;

BenchSteps *bench_steps_new        (GdkFrameClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void        bench_steps_free       (BenchSteps    *self);
/* A new window stands: the same walk begins again. */
void        bench_steps_begin      (BenchSteps    *self,
                                    GdkFrameClock *clock);
/* The window goes; its clock is no longer looked at. */
void        bench_steps_end        (BenchSteps    *self);
/* The tap; then what it does; then the frame. */
void        bench_steps_tap        (BenchSteps    *self);
void        bench_steps_drawn      (BenchSteps    *self,
                                    GtkWidget     *window,
                                    char          *what);
/* One frame of a window in which nothing changed. */
void        bench_steps_take_floor (BenchSteps    *self,
                                    GtkWidget     *window);
void        bench_steps_turn       (guint          milliseconds);
/* Says what was measured; an exit status. */
int         bench_steps_report     (BenchSteps    *self,
                                    const char    *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSteps, bench_steps_free)

G_END_DECLS
