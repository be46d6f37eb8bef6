/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* From the tap on a room, a place or a card to its first drawn frame, in this thread's own work (other programs of the
 * machine do not count), against the same window painted anew. Every room of every visit of the sample's day. */

#include "desk-fixture.h"

#include <time.h>

#include "desk/visit/care-visit-page.h"

#define FRAME_MS 16.0
#define ROUNDS   3

typedef struct
{
  gint64   began;
  gint64   in_frame;
  gboolean drawn;
} Watch;

typedef struct
{
  char  *what;
  double ms;
} Step;

static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Watch         *watch)
{
  watch->began = get_work ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Watch         *watch)
{
  watch->in_frame = get_work () - watch->began;
  watch->drawn = TRUE;
}

static double
wait_frame (DeskFixture *desk,
            Watch       *watch)
{
  watch->drawn = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (desk->window));
  while (!watch->drawn)
    g_main_context_iteration (NULL, TRUE);

  return (double) watch->in_frame / 1000.0;
}

static void
turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Step *first = a;
  const Step *second = b;

  return first->ms < second->ms ? -1 : first->ms > second->ms;
}

static void
add (GArray *steps,
     double  ms,
     char   *what)
{
  Step step = { what, ms };

  if (g_getenv ("BENCH_EACH") != NULL)
    g_print ("%6.1f ms: %s\n", ms, what);
  g_array_append_val (steps, step);
}

static double
show_room (DeskFixture   *desk,
           CareVisitPage *page,
           CareVisitRoom  room,
           Watch         *watch)
{
  gint64 tapped = get_work ();
  double built;

  care_visit_page_show_room (page, room);
  built = (double) (get_work () - tapped) / 1000.0;

  return built + wait_frame (desk, watch);
}

static void
measure_visit (DeskFixture *desk,
               CareVisit   *visit,
               Watch       *watch,
               GArray      *steps)
{
  gint64 tapped = get_work ();
  CareVisitPage *page;
  double ms;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  ms = (double) (get_work () - tapped) / 1000.0;
  ms += wait_frame (desk, watch);
  add (steps, ms, g_strdup_printf ("visit %s opened", care_visit_state_to_text (care_visit_get_state (visit))));
  turn (60);
  page = CARE_VISIT_PAGE (care_desk_window_get_page (desk->window));
  for (CareVisitRoom room = CARE_ROOM_INTAKE; room <= CARE_ROOM_SHEET; room++)
    {
      double best = G_MAXDOUBLE;

      for (int round = 0; round < ROUNDS; round++)
        {
          /* From another room each time. */
          care_visit_page_show_room (page, room == CARE_ROOM_NEXT_VISIT ? CARE_ROOM_INTAKE : CARE_ROOM_NEXT_VISIT);
          turn (60);
          best = MIN (best, show_room (desk, page, room, watch));
          turn (60);
        }
      add (steps, best, g_strdup_printf ("visit %s, room %d", care_visit_state_to_text (care_visit_get_state (visit)), room));
    }
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  turn (60);
}

static void
measure_places (DeskFixture *desk,
                Watch       *watch,
                GArray      *steps)
{
  static const char *const places[] = { "patients", "calendar", "today", "patients", "calendar", "today" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gint64 tapped = get_work ();
      double built;
      double ms;

      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", places[i]);
      built = (double) (get_work () - tapped) / 1000.0;
      ms = built + wait_frame (desk, watch);
      add (steps, ms, g_strdup_printf ("place %s%s (%.1f ms to build)", places[i], i < 3 ? ", the first time" : "", built));
      turn (60);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  DeskFixture desk = { 0 };
  GdkFrameClock *clock;
  Watch watch = { 0 };
  GListModel *today;
  double floor = G_MAXDOUBLE;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  desk_fixture_set_up (&desk, sample);
  desk_fixture_sign_in (&desk, "Rosa", "111111");
  turn (400);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk.window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &watch);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &watch);
  for (int i = 0; i < 5; i++)
    floor = MIN (floor, wait_frame (&desk, &watch));

  measure_places (&desk, &watch, steps);
  today = care_clinic_get_today (care_desk_get_clinic (desk.desk));
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    g_ptr_array_add (visits, g_list_model_get_item (today, i));
  for (guint i = 0; i < visits->len; i++)
    measure_visit (&desk, g_ptr_array_index (visits, i), &watch, steps);

  g_array_sort (steps, compare);
  g_print ("next step at the desk drawn: median %.1f ms, worst %.1f ms of %u (%s; one frame is %.0f ms); same window repainted: %.1f ms\n",
           g_array_index (steps, Step, steps->len / 2).ms, g_array_index (steps, Step, steps->len - 1).ms, steps->len,
           g_array_index (steps, Step, steps->len - 1).what, FRAME_MS, floor);
  for (guint i = 0; i < steps->len; i++)
    g_free (g_array_index (steps, Step, i).what);
  g_ptr_array_set_size (visits, 0);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  desk_fixture_tear_down (&desk, sample);
  desk_fixture_remove (sample);
  return 0;
}
