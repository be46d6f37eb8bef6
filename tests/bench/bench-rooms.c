/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* From the tap on a room, a place or a card to its first drawn frame: every room of every visit of the sample's day.
 * bench-steps.h says what is measured and what gates. */

#include "desk-fixture.h"

#include "bench-steps.h"

#include "base/care-memory.h"
#include "desk/visit/care-visit-page.h"

static void
walk_visit (DeskFixture *desk,
            BenchSteps  *steps,
            CareVisit   *visit)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  const char *state = care_visit_state_to_text (care_visit_get_state (visit));
  CareVisitPage *page;

  bench_steps_tap (steps);
  gtk_widget_activate_action (window, "win.open-visit", "s", care_visit_get_id (visit));
  bench_steps_drawn (steps, window, g_strdup_printf ("visit %s opened", state));
  bench_steps_turn (60);
  page = CARE_VISIT_PAGE (care_desk_window_get_page (desk->window));
  for (CareVisitRoom room = CARE_ROOM_INTAKE; room <= CARE_ROOM_SHEET; room++)
    {
      /* From another room each time. */
      care_visit_page_show_room (page, room == CARE_ROOM_NEXT_VISIT ? CARE_ROOM_INTAKE : CARE_ROOM_NEXT_VISIT);
      bench_steps_turn (60);
      bench_steps_tap (steps);
      care_visit_page_show_room (page, room);
      bench_steps_drawn (steps, window, g_strdup_printf ("visit %s, room %d", state, room));
      bench_steps_turn (60);
    }
  gtk_widget_activate_action (window, "win.back", NULL);
  bench_steps_turn (60);
}

static void
walk_places (DeskFixture *desk,
             BenchSteps  *steps)
{
  static const char *const places[] = { "patients", "calendar", "today", "patients", "calendar", "today" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      bench_steps_tap (steps);
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", places[i]);
      bench_steps_drawn (steps, GTK_WIDGET (desk->window),
                         g_strdup_printf ("place %s%s", places[i], i < 3 ? ", the first time" : ""));
      bench_steps_turn (60);
    }
}

static void
walk (DeskFixture *desk,
      BenchSteps  *steps)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));

  for (int i = 0; i < 5; i++)
    bench_steps_take_floor (steps, GTK_WIDGET (desk->window));
  walk_places (desk, steps);
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    g_ptr_array_add (visits, g_list_model_get_item (today, i));
  for (guint i = 0; i < visits->len; i++)
    walk_visit (desk, steps, g_ptr_array_index (visits, i));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL;
  g_autoptr (BenchSteps) steps = NULL;
  int status;

  /* As the programs do. */
  care_memory_keep_freed ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  for (int run = 0; run < BENCH_RUNS; run++)
    {
      DeskFixture desk = { 0 };
      GdkFrameClock *clock;

      desk_fixture_set_up (&desk, sample);
      desk_fixture_sign_in (&desk, "Rosa", "111111");
      bench_steps_turn (400);
      clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk.window));
      if (steps == NULL)
        steps = bench_steps_new (clock);
      else
        bench_steps_begin (steps, clock);
      walk (&desk, steps);
      bench_steps_end (steps);
      desk_fixture_tear_down (&desk, sample);
    }
  status = bench_steps_report (steps, "next step at the desk drawn");
  desk_fixture_remove (sample);

  return status;
}
