/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <stdlib.h>

#include <gtk/gtk.h>

#include "base/care-memory.h"
#include "care-test-sheet.h"

#include "widgets/sheet/care-sheet-preview.h"

#define FRAMES   40
#define FRAME_MS (1000.0 / 60.0)

/* What the frames took, from the beginning of a frame to its end. */
typedef struct
{
  gint64 begun;
  guint  frames;
  double took[FRAMES + 8]; /* ms */
} Meter;

static void
before_paint_cb (GdkFrameClock *clock,
                 Meter         *meter)
{
  meter->begun = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Meter         *meter)
{
  if (meter->frames < G_N_ELEMENTS (meter->took))
    meter->took[meter->frames++] = (double) (g_get_monotonic_time () - meter->begun) / 1000;
}

static int
compare (const void *a,
         const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* Half the frames take less: what else the machine does hits some, not all. */
static double
median (Meter *meter)
{
  qsort (meter->took, meter->frames, sizeof meter->took[0], compare);

  return meter->frames > 0 ? meter->took[meter->frames / 2] : 1e9;
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_adjustment (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Frames of @window while its pages are scrolled, or while they grow. */
static Meter
measure (GtkWidget        *window,
         CareSheetPreview *preview,
         gboolean          zoom)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  GtkAdjustment *adjustment = find_adjustment (GTK_WIDGET (preview));
  Meter meter = { 0 };

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &meter);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &meter);
  for (guint i = 0; i < FRAMES; i++)
    {
      guint wanted = meter.frames + 1;
      gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

      if (zoom)
        care_sheet_preview_set_zoom (preview, 0.6 + 0.02 * i);
      else
        gtk_adjustment_set_value (adjustment, 12.0 * i);
      gtk_widget_queue_draw (GTK_WIDGET (preview));
      while (meter.frames < wanted && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handlers_disconnect_by_data (clock, &meter);

  return meter;
}

int
main (int   argc,
      char *argv[])
{
  CareTestVisit visit = { .finished = "2026-11-22T15:10", .areas = "face,thighs", .numbed = CARE_TRI_NO };
  g_autoptr (CareSheetPages) pages = NULL;
  CareSheetPreview *preview;
  GtkWidget *window;
  Meter scrolled, grown;

  /* As the programs do. */
  care_memory_keep_freed ();
  if (!gtk_init_check ())
    {
      g_print ("no display\n");
      return 77;
    }

  pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  preview = care_sheet_preview_new ();
  window = gtk_window_new ();
  care_sheet_preview_set_pages (preview, pages);
  care_sheet_preview_set_zoom (preview, 1);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (preview));
  /* Without a shadow of its own, which a window manager would draw. */
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (window) == 0)
    g_main_context_iteration (NULL, TRUE);

  measure (window, preview, FALSE);
  scrolled = measure (window, preview, FALSE);
  grown = measure (window, preview, TRUE);
  g_print ("a frame while pages scroll: %.1f ms; while they grow: %.1f ms (gate %.1f ms)\n", median (&scrolled),
           median (&grown), FRAME_MS);

  return median (&scrolled) <= FRAME_MS && median (&grown) <= FRAME_MS ? 0 : 1;
}
