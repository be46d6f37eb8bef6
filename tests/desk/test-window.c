/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "desk/care-home.h"
#include "desk/visit/care-intake-room.h"

/** The narrowest screen the desk has to fit. */
#define NARROWEST 360

/* The way down to the widget that needs the width. */
static void
append_widest (GtkWidget *widget,
               GString   *way)
{
  GtkWidget *widest = NULL;
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > most)
        {
          most = minimum;
          widest = child;
        }
    }
  if (widest == NULL)
    return;
  g_string_append_printf (way, " > %s %d", G_OBJECT_TYPE_NAME (widest), most);
  append_widest (widest, way);
}

static void
check_width (DeskFixture *desk,
             const char  *place)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (desk->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > NARROWEST)
    {
      g_autoptr (GString) way = g_string_new (NULL);

      append_widest (GTK_WIDGET (desk->window), way);
      g_error ("%s needs %d px, the narrowest screen has %d:%s", place, minimum, NARROWEST, way->str);
    }
}

static void
test_fits_narrow (DeskFixture  *desk,
                  gconstpointer data)
{
  CareVisitState states[] = { CARE_STATE_ARRIVED, CARE_STATE_MUST_DECIDE, CARE_STATE_READY, CARE_STATE_IN_TREATMENT,
                              CARE_STATE_WATCH_UNTIL, CARE_STATE_SHEET_OWED };
  static const char *const places[] = { "today", "patients", "calendar" };

  gtk_window_set_default_size (GTK_WINDOW (desk->window), 400, 740);
  desk_fixture_settle ();
  check_width (desk, "sign-in");
  desk_fixture_sign_in (desk, "Rosa", "111111");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", places[i]);
      desk_fixture_settle ();
      check_width (desk, places[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      CareVisit *visit = desk_fixture_find_visit (desk, states[i]);

      if (visit == NULL)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
      desk_fixture_settle ();
      check_width (desk, care_visit_state_to_text (states[i]));
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
    }
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.happened", NULL);
  desk_fixture_settle ();
  check_width (desk, "happened");
}

static guint
count_made (AdwViewStack *views)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (views);
  guint made = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      made += adw_bin_get_child (ADW_BIN (adw_view_stack_page_get_child (page))) != NULL;
    }
  return made;
}

/* The places nobody has looked at are made while nobody waits. */
static void
test_made_ahead (DeskFixture  *desk,
                 gconstpointer data)
{
  GtkWidget *home;
  AdwViewStack *views;

  desk_fixture_sign_in (desk, "Rosa", "111111");
  home = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_HOME);
  g_assert_nonnull (home);
  views = care_home_get_views (CARE_HOME (home));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "today");
  for (guint tries = 0; tries < 40 && count_made (views) < 3; tries++)
    desk_fixture_settle ();
  g_assert_cmpuint (count_made (views), ==, 3);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "today");
}

static GtkWidget *
ask_to_close (DeskFixture *desk)
{
  GtkWidget *dialog;

  gtk_window_close (GTK_WINDOW (desk->window));
  desk_fixture_settle ();
  dialog = desk_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (desk_fixture_shows (dialog, "Something is still being saved or printed"));
  return dialog;
}

/* A save or a print job is under way: said, and the desk closes when it is over, or goes on. */
static void
test_close_while_busy (DeskFixture  *desk,
                       gconstpointer data)
{
  gpointer window = desk->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  care_desk_hold (desk->desk);
  desk_fixture_press (ask_to_close (desk), "Go on here");
  g_assert_true (gtk_widget_get_mapped (window));
  care_desk_release (desk->desk);
  desk_fixture_settle ();
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_get_mapped (window));

  /* Asked twice, answered once. */
  care_desk_hold (desk->desk);
  ask_to_close (desk);
  desk_fixture_press (ask_to_close (desk), "Close when it is over");
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_get_mapped (window));
  care_desk_release (desk->desk);
  desk_fixture_settle ();
  g_assert_null (window);

  /* Another one for the fixture to close. */
  desk->window = CARE_DESK_WINDOW (care_desk_window_new (desk->application, care_desk_get_settings (desk->desk)));
  care_desk_window_open (desk->window, desk->desk, NULL, FALSE);
  gtk_window_present (GTK_WINDOW (desk->window));
  desk_fixture_settle ();
}

/* The device does not go while something is under way; the visit stands as before. */
static void
test_hand_over_while_busy (DeskFixture  *desk,
                           gconstpointer data)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  GtkWidget *room;

  g_assert_nonnull (visit);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  room = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_INTAKE_ROOM);
  g_assert_nonnull (room);
  care_desk_hold (desk->desk);
  /* No keeper listens in a test: its button is off then. */
  gtk_widget_action_set_enabled (room, "intake.hand-over", TRUE);
  g_assert_true (gtk_widget_activate_action (room, "intake.hand-over", NULL));
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Something is still being saved or printed. The device can go in a moment."));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  care_desk_release (desk->desk);
}

/* The label below @root that says @text whole. */
static GtkLabel *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return GTK_LABEL (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
get_bounds (DeskFixture     *desk,
            gpointer         widget,
            graphene_rect_t *bounds)
{
  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (widget), GTK_WIDGET (desk->window), bounds));
}

static void
set_text (DeskFixture *desk,
          int          percent)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (desk->window)), "gtk-xft-dpi", 96 * PANGO_SCALE * percent / 100, NULL);
  desk_fixture_settle ();
  desk_fixture_settle ();
}

/* What was done is read whole, and covers nothing that can be pressed, whatever the size of the letters. */
static void
test_toast_covers_nothing (DeskFixture  *desk,
                           gconstpointer data)
{
  const char *said = "The sheet of this visit is printed, and the visit after it is booked";
  gint64 end;

  gtk_window_set_default_size (GTK_WINDOW (desk->window), NARROWEST, 720);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  for (int percent = 100; percent <= 200; percent += 100)
    {
      GtkWidget *toasts;
      graphene_rect_t below, above, whole;

      set_text (desk, percent);
      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.toast", "(sss)", said, "_Undo", "win.lock");
      desk_fixture_settle ();
      desk_fixture_settle ();
      toasts = desk_fixture_find (GTK_WIDGET (desk->window), ADW_TYPE_TOAST_OVERLAY);
      get_bounds (desk, toasts, &below);
      get_bounds (desk, desk_fixture_find (GTK_WIDGET (desk->window), ADW_TYPE_VIEW_SWITCHER_BAR), &above);
      g_assert_cmpfloat (below.size.height, >, 30);
      g_assert_cmpfloat (above.origin.y + above.size.height, <=, below.origin.y);
      get_bounds (desk, find_label (toasts, said), &whole);
      g_assert_true (graphene_rect_contains_rect (&below, &whole));
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (find_label (toasts, said))));
      get_bounds (desk, desk_fixture_find_button (toasts, "Undo"), &whole);
      g_assert_true (graphene_rect_contains_rect (&below, &whole));

      /* Gone, it leaves no room behind. */
      end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
      while (gtk_widget_get_height (toasts) > 0 && g_get_monotonic_time () < end)
        desk_fixture_settle ();
      g_assert_cmpint (gtk_widget_get_height (toasts), ==, 0);
    }
  set_text (desk, 100);
}

/* On the narrowest screen the title of a page is read whole. */
static void
test_title_is_whole (DeskFixture  *desk,
                     gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *title;
  } pages[] = {
    { "win.waiting", "Waiting for the clinician" },
    { "win.protocol", "Protocol and languages" },
  };
  GtkWidget *header;

  gtk_window_set_default_size (GTK_WINDOW (desk->window), NARROWEST, 720);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  header = desk_fixture_find (GTK_WIDGET (desk->window), ADW_TYPE_HEADER_BAR);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    for (int percent = 100; percent <= 200; percent += 100)
      {
        GtkLabel *title;

        if (g_str_equal (pages[i].action, "win.waiting"))
          gtk_widget_activate_action (GTK_WIDGET (desk->window), pages[i].action, "s", "");
        else
          gtk_widget_activate_action (GTK_WIDGET (desk->window), pages[i].action, NULL);
        set_text (desk, percent);
        title = find_label (header, pages[i].title);
        g_assert_nonnull (title);
        if (pango_layout_is_ellipsized (gtk_label_get_layout (title)))
          g_error ("“%s” is cut at %d %%", pages[i].title, percent);
        set_text (desk, 100);
        check_width (desk, pages[i].title);
        gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
        desk_fixture_settle ();
      }
}

/* A day without visits says so above the edge, in letters of twice the size too. */
static void
test_empty_day (DeskFixture  *desk,
                gconstpointer data)
{
  const char *sentence = "Book one from a patient's page, or take in somebody who stands at the desk.";

  gtk_window_set_default_size (GTK_WINDOW (desk->window), 800, 760);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  for (guint i = 0; i < 6; i++)
    gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.day", "i", 1);
  for (int percent = 100; percent <= 200; percent += 100)
    {
      GtkWidget *page = GTK_WIDGET (care_desk_window_get_page (desk->window));
      graphene_rect_t seen, words;

      set_text (desk, percent);
      get_bounds (desk, page, &seen);
      get_bounds (desk, find_label (page, sentence), &words);
      if (!graphene_rect_contains_rect (&seen, &words))
        g_error ("at %d %% the sentence ends at %g, and the page at %g", percent, (double) (words.origin.y + words.size.height),
                 (double) (seen.origin.y + seen.size.height));
    }
  set_text (desk, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  g_test_add ("/desk/window/fits-narrow", DeskFixture, sample, desk_fixture_set_up, test_fits_narrow, desk_fixture_tear_down);
  g_test_add ("/desk/window/made-ahead", DeskFixture, sample, desk_fixture_set_up, test_made_ahead, desk_fixture_tear_down);
  g_test_add ("/desk/window/close-while-busy", DeskFixture, sample, desk_fixture_set_up, test_close_while_busy, desk_fixture_tear_down);
  g_test_add ("/desk/window/hand-over-while-busy", DeskFixture, sample, desk_fixture_set_up, test_hand_over_while_busy,
              desk_fixture_tear_down);
  g_test_add ("/desk/window/toast-covers-nothing", DeskFixture, sample, desk_fixture_set_up, test_toast_covers_nothing,
              desk_fixture_tear_down);
  g_test_add ("/desk/window/title-is-whole", DeskFixture, sample, desk_fixture_set_up, test_title_is_whole, desk_fixture_tear_down);
  g_test_add ("/desk/window/empty-day", DeskFixture, sample, desk_fixture_set_up, test_empty_day, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}
