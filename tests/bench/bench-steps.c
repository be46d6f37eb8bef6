/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "bench-steps.h"

#include <time.h>

typedef struct
{
  char   *what;
  GArray *ms; /* of double, one for each run */
} Step;

struct _BenchSteps
{
  GdkFrameClock *clock;
  GPtrArray     *steps; /* of Step, in the walk's order */
  GArray        *floors;
  guint          next;
  gint64         tapped;
  gint64         built;
  gint64         began;
  gint64         in_frame;
  gboolean       drawn;
};

/* Time of this thread alone: what others do on the machine at the same time does not count. */
static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 BenchSteps    *self)
{
  self->began = get_work ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                BenchSteps    *self)
{
  self->in_frame = get_work () - self->began;
  self->drawn = TRUE;
}

static double
wait_frame (BenchSteps *self,
            GtkWidget  *window)
{
  self->drawn = FALSE;
  gtk_widget_queue_draw (window);
  while (!self->drawn)
    g_main_context_iteration (NULL, TRUE);

  return (double) self->in_frame / 1000.0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return *first < *second ? -1 : *first > *second;
}

static double
find_median (GArray *values)
{
  g_array_sort (values, compare);

  return g_array_index (values, double, values->len / 2);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->what);
  g_array_unref (step->ms);
  g_free (step);
}

BenchSteps *
bench_steps_new (GdkFrameClock *clock)
{
  BenchSteps *self = g_new0 (BenchSteps, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->floors = g_array_new (FALSE, FALSE, sizeof (double));
  bench_steps_begin (self, clock);

  return self;
}

void
bench_steps_free (BenchSteps *self)
{
  bench_steps_end (self);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->floors);
  g_free (self);
}

void
bench_steps_begin (BenchSteps    *self,
                   GdkFrameClock *clock)
{
  bench_steps_end (self);
  self->clock = g_object_ref (clock);
  self->next = 0;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

void
bench_steps_end (BenchSteps *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

void
bench_steps_tap (BenchSteps *self)
{
  self->tapped = get_work ();
}

void
bench_steps_drawn (BenchSteps *self,
                   GtkWidget  *window,
                   char       *what)
{
  double built = (double) (get_work () - self->tapped) / 1000.0;
  double frame = wait_frame (self, window);
  double ms = built + frame;
  Step *step;

  if (self->next == self->steps->len)
    {
      step = g_new0 (Step, 1);
      step->what = g_strdup (what);
      step->ms = g_array_new (FALSE, FALSE, sizeof (double));
      g_ptr_array_add (self->steps, step);
    }
  step = g_ptr_array_index (self->steps, self->next++);
  g_assert_cmpstr (step->what, ==, what);
  g_array_append_val (step->ms, ms);
  if (g_getenv ("BENCH_EACH") != NULL)
    g_print ("%6.1f ms (%.1f to build, %.1f in the frame): %s\n", ms, built, frame, what);
  g_free (what);
}

void
bench_steps_take_floor (BenchSteps *self,
                        GtkWidget  *window)
{
  double ms = wait_frame (self, window);

  g_array_append_val (self->floors, ms);
}

void
bench_steps_turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

int
bench_steps_report (BenchSteps *self,
                    const char *what)
{
  g_autoptr (GArray) medians = g_array_new (FALSE, FALSE, sizeof (double));
  const char *slowest = NULL;
  double gate = 0.0;
  double worst = 0.0;

  g_assert_cmpuint (self->steps->len, >, 0);
  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *step = g_ptr_array_index (self->steps, i);
      double median = find_median (step->ms);

      g_assert_cmpuint (step->ms->len, ==, BENCH_RUNS);
      g_array_append_val (medians, median);
      worst = MAX (worst, g_array_index (step->ms, double, step->ms->len - 1));
      if (median > gate)
        {
          gate = median;
          slowest = step->what;
        }
    }
  g_print ("%s: %u steps, each the median of %d runs: half of them within %.1f ms, the slowest %.1f ms (%s; limit %.0f ms, one frame); "
           "worst single figure %.1f ms; the same window drawn anew %.1f ms\n",
           what, self->steps->len, BENCH_RUNS, find_median (medians), gate, slowest, BENCH_FRAME_MS, worst,
           find_median (self->floors));

  return gate <= BENCH_FRAME_MS ? 0 : 1;
}
